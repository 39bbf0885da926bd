"""What the source says of refusals: each `Refusal.of(...)` and each `Fault(...)`, with what it is given."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from string import Formatter

import attrs

from complaintflow.commands import BUILTIN
from tests.house.sources import SOURCES

PENDING = "_pending"
"""The maker of four preconditions: there the rule is an argument."""


@attrs.frozen
class Written:
    """One call: the reason or fault that it names, its facts, and the commands of its remedy; `place` is for failures.

    `open` says that it gives further facts, by a dictionary.
    """

    place: str
    name: str
    facts: frozenset[str]
    commands: frozenset[str]
    open: bool = False


def refusals() -> Iterator[Written]:
    """Each refusal that is made by `of`, once for each of its cases."""
    for place, call in _calls("Refusal.of"):
        rule, *others = call.args
        commands = {node.id for one in others for node in ast.walk(one) if isinstance(node, ast.Name)} & set(BUILTIN)
        given = {word.arg: word.value for word in call.keywords}
        facts = frozenset(name for name in given if name not in {"case", None})
        for named in _texts(rule) or _pending_rules():
            for case in _texts(given["case"]) if "case" in given else [""]:
                name = f"{named}:{case}" if case else named
                yield Written(place, name, frozenset(map(str, facts)), frozenset(commands), None in given)


def faults() -> Iterator[Written]:
    """Each fault, once for each of its names."""
    for place, call in _calls("Fault"):
        name, *facts = call.args
        known = [
            key.value for one in facts if isinstance(one, ast.Dict) for key in one.keys if isinstance(key, ast.Constant)
        ]
        is_open = any(not isinstance(one, ast.Dict) for one in facts)
        for text in _texts(name):
            yield Written(place, text, frozenset(map(str, known)), frozenset(), is_open)


def _calls(function: str) -> Iterator[tuple[str, ast.Call]]:
    for source in SOURCES.values():
        for node in ast.walk(source.tree) if f"{function}(" in source.text else ():
            if isinstance(node, ast.Call) and ast.unparse(node.func) == function and node.args:
                yield f"{source.name}:{node.lineno}", node


def _texts(value: ast.AST) -> list[str]:
    """The texts that an expression may be."""
    match value:
        case ast.Constant(str(text)):
            return [text]
        case ast.IfExp(_, body, orelse):
            return _texts(body) + _texts(orelse)
        case _:
            return []


def _pending_rules() -> list[str]:
    return [text for _, call in _calls(PENDING) for text in _texts(call.args[1])]


def places(text: str) -> set[str]:
    """The facts that a text tells."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}
