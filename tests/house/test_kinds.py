"""The kinds of commands are written as classes, so that a misspelt name fails."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from complaintflow.commands import BUILTIN
from tests.house.sources import SOURCES, Source

BY_NAME = {
    "complaintflow.policy.access",
    "complaintflow.policy.default_clocks",  # these seven stand below the commands, and have tests for their names
    "complaintflow.policy.sending",
    "complaintflow.record.card",
    "complaintflow.record.complaint",
    "complaintflow.record.encrypted",
    "complaintflow.record.searched",
}


def ignored(tree: ast.AST) -> Iterator[ast.AST]:
    """Where a name is no string: in `__all__`, and as the type in a `cast`."""
    for node in ast.walk(tree):
        match node:
            case ast.Assign(targets=[ast.Name("__all__")], value=names):
                yield from ast.walk(names)
            case ast.Call(ast.Name("cast"), [kind, *_]):
                yield kind
            case _:
                pass


def kinds_as_strings(tree: ast.AST) -> list[str]:
    """The string literals that equal the name of a command."""
    skipped = set(ignored(tree))
    literals = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and node not in skipped]
    return [str(node.value) for node in literals if node.value in BUILTIN]


def test_a_kind_as_a_string_is_found() -> None:
    text = "__all__ = ['Close']\nnote = cast('Note', x)\nsaid = 'Notify the customer', x.kind == 'Notify'"
    assert kinds_as_strings(ast.parse(text)) == ["Notify"]


def test_no_file_above_the_commands_names_one_as_a_string() -> None:
    def strings(source: Source) -> list[str]:
        return [] if source.name in BY_NAME else kinds_as_strings(source.tree)

    assert {name: found for name, source in SOURCES.items() if (found := strings(source))} == {}


def test_the_exceptions_are_few_and_needed() -> None:
    assert [name for name in BY_NAME if not kinds_as_strings(SOURCES[name].tree)] == []
