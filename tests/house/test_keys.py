"""Keys have classes, so no other file glues their parts with a slash or splits them there."""

from __future__ import annotations

import ast

from tests.house.sources import SOURCES

KEYS = {
    "complaintflow.inbound.request_key",
    "complaintflow.record.keys",
}
NO_KEYS = {
    "complaintflow.cli.demonstration.week",  # labels of a count
    "complaintflow.desk.dispatch",  # the seed of a number
    "complaintflow.inbound._authentication",  # versions of methods
    "complaintflow.inbound._mail_tree",  # media types
}


def at_slashes(tree: ast.AST) -> list[str]:
    """Where texts are glued with a slash or split at one."""
    return [ast.unparse(node) for node in ast.walk(tree) if _glues(node) or _splits(node)]


def _glues(node: ast.AST) -> bool:
    match node:
        case ast.JoinedStr([ast.FormattedValue(), *others, ast.FormattedValue()]):
            return any(isinstance(one, ast.Constant) and one.value == "/" for one in others)
        case ast.Call(ast.Attribute(ast.Constant("/"), "join")):
            return True
        case _:
            return False


def _splits(node: ast.AST) -> bool:
    match node:
        case ast.Call(ast.Attribute(attr="split" | "rsplit" | "partition" | "rpartition"), [ast.Constant("/"), *_]):
            return True
        case _:
            return False


def test_what_is_glued_or_split_at_a_slash_is_found() -> None:
    text = "f'{a}/{b}'; '/'.join(c); d.split('/'); f'{e}://{g}'; f'sqlite:///{h}'; i.partition('=')"
    assert at_slashes(ast.parse(text)) == ["f'{a}/{b}'", "'/'.join(c)", "d.split('/')"]


def test_only_the_classes_of_keys_glue_and_split_texts_at_slashes() -> None:
    found = {name for name, source in SOURCES.items() if at_slashes(source.tree)}
    assert found == KEYS | NO_KEYS
