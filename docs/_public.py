"""The public names on the pages: what each public package exports, and the closed words."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs

from complaintflow import Policy, vocabulary
from complaintflow.messages.words import EMOTION, STATUS_FOR_STAFF
from complaintflow.vocabulary import CLOSABLE, ENDS, FIXED, LANGUAGES, OPEN, WORKING, Emotion, Ordered, State

__all__ = ["PUBLIC", "SETS", "code", "first", "packages", "table", "words"]

PUBLIC = (
    "complaintflow",
    *(
        f"complaintflow.{name}"
        for name in (
            "commands",
            "lifecycle",
            "policy",
            "vocabulary",
            "record",
            "sla",
            "insight",
            "conformance",
            "plugins",
            "wording",
            "stores",
            "channels",
            "messages",
            "intakes",
            "workdays",
            "inbound",
            "knowledge",
            "desk",
            "interchange",
            "testing",
            "contrib.django",
            "contrib.fastapi",
            "contrib.logs",
            "contrib.mcp",
            "contrib.timestamps",
            "contrib.metrics",
            "contrib.parquet",
            "contrib.procrastinate",
            "contrib.report",
            "contrib.tools",
            "contrib.tracing",
        )
    ),
)
"""The packages whose `__all__` is public: SECURITY.md promises these names and no others."""

SETS: Mapping[str, frozenset[State]] = {
    "OPEN": OPEN,
    "WORKING": WORKING,
    "FIXED": FIXED,
    "CLOSABLE": CLOSABLE,
    "ENDS": ENDS,
}
DOCS = Path(__file__).parent
WORDS_FOR_STAFF: Mapping[type[Enum], Mapping[str, tuple[str, str]]] = {State: STATUS_FOR_STAFF, Emotion: EMOTION}
MORE = {
    "Effect": "../explanation/effects.md",
    "Grade": "../explanation/priority.md",
    "Ground": "../explanation/proof.md",
    "ReceiptStatus": "../howto/channel.md",
    "State": "moves.md",
    "Then": "../howto/clocks.md",
}
"""The page that explains the words of a list."""
MEANING = re.compile(r'= "(.*)"(?:  # (.*)|\n +"""(.*)""")')
"""A word with its meaning, in a comment beside it or a docstring below it."""
WITH_A_PAGE = ("complaintflow.commands",)
"""Packages whose classes are described on a page of their own."""


def table(head: tuple[str, ...], lines: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown."""
    rows = [head, ("---",) * len(head), *lines]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows) + "\n"


def code(names: Iterable[object]) -> str:
    """Names, each marked as code."""
    return ", ".join(f"`{name}`" for name in names)


def first(text: str | None) -> str:
    """The first paragraph, on one line."""
    return " ".join((text or "").split("\n\n")[0].split())


def _sentence(text: str | None) -> str:
    return re.split(r"(?<=\.)\s", first(text))[0]


def packages() -> str:
    """A section for each public package: its names, then their signatures and docstrings by autodoc."""
    return "\n".join(_package(import_module(name)) for name in PUBLIC)


def _package(module: ModuleType) -> str:
    lines = [
        (f"`{name}`", _sentence(_about(module, name))) for name in sorted(getattr(module, "__all__", ()), key=str.lower)
    ]
    parts = [f"## `{module.__name__}`", first(module.__doc__), table(("name", "what it is"), lines)]
    if module.__name__ not in WITH_A_PAGE:
        parts.append(_details(module))
    return "\n\n".join(parts).replace("\n\n\n", "\n\n")


def _details(module: ModuleType) -> str:
    """The directive for autodoc; what an earlier package described is left out."""
    earlier = {id(one) for name in PUBLIC[: PUBLIC.index(module.__name__)] for one in _values(import_module(name))}
    known = [name for name in _exports(module) if id(getattr(module, name)) in earlier]
    options = f"   :exclude-members: {', '.join(known)}\n" if known else ""
    return f"```{{eval-rst}}\n.. automodule:: {module.__name__}\n{options}```\n"


def _exports(module: ModuleType) -> list[str]:
    return sorted(getattr(module, "__all__", ()), key=str.lower)


def _values(module: ModuleType) -> list[object]:
    return [getattr(module, name) for name in _exports(module)]


def _about(module: ModuleType, name: str) -> str:
    value = getattr(module, name)
    if inspect.isclass(value) or inspect.isroutine(value):
        return inspect.getdoc(value) or ""
    return next((text for where, text in _constants().get(name, ()) if getattr(where, name, None) is value), "")


@cache
def _constants() -> dict[str, list[tuple[ModuleType, str]]]:
    """Every constant of the library with a docstring on the line below it: its modules, each with the docstring."""
    for module in map(import_module, PUBLIC):
        _values(module)  # some are imported only when they are asked for
    found: dict[str, list[tuple[ModuleType, str]]] = {}
    for name, module in sorted(sys.modules.items()):
        if name.startswith("complaintflow") and module.__file__:
            body = ast.parse(Path(module.__file__).read_text(encoding="utf-8")).body
            for node, after in pairwise(body):
                if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(after, ast.Expr):
                    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
                    found.setdefault(ast.unparse(target), []).append((module, _text(after)))
    return found


def _text(node: ast.Expr) -> str:
    return str(node.value.value) if isinstance(node.value, ast.Constant) else ""


def words() -> str:
    """Every closed list of words that a public package exports, and where each is used."""
    return "\n".join([*map(_list, _enums()), _sets(), _open()])


def _public_classes() -> Iterator[type]:
    """Every class that a public package exports."""
    for module in map(import_module, PUBLIC):
        yield from filter(inspect.isclass, _values(module))


def _enums() -> list[type[Enum]]:
    kinds = {kind for kind in _public_classes() if issubclass(kind, Enum) and list(kind)}
    return sorted(kinds, key=lambda kind: kind.__name__)


def _list(kind: type[Enum]) -> str:
    order = " From the least to the most serious." if issubclass(kind, Ordered) else ""
    more = f" More: [{Path(MORE[kind.__name__]).stem}]({MORE[kind.__name__]})." if kind.__name__ in MORE else ""
    used = _uses(kind)
    fields = f"Used in {code(used)}.{more}" if used else more.strip()
    return "\n\n".join(filter(None, [f"## {kind.__name__}", first(kind.__doc__) + order, fields, _members(kind)]))


def _members(kind: type[Enum]) -> str:
    columns = dict(_columns(kind))
    if not columns:
        return code(word.value for word in kind) + "\n"
    lines = zip(code(word.value for word in kind).split(", "), *columns.values(), strict=True)
    return table(("word", *columns), list(lines))


def _columns(kind: type[Enum]) -> Iterator[tuple[str, list[str]]]:
    """What more is known of each word: its meaning, its points in the grade, and the words that people read."""
    meanings = {word: beside or below for word, beside, below in MEANING.findall(inspect.getsource(kind))}
    if meanings:
        yield "meaning", [meanings.get(word.value, "") for word in kind]
    points = getattr(Policy().weights, kind.__name__.lower(), None)
    if points is not None:
        yield "points by default", [str(one) for one in points]
    for place, language in enumerate(LANGUAGES):
        texts = WORDS_FOR_STAFF.get(kind)
        if texts:
            yield f"staff read ({language})", [texts.get(str(word.value), ("", ""))[place] for word in kind]


def _uses(kind: type[Enum]) -> list[str]:
    """The fields of public records that hold such a word."""
    records: set[Any] = {record for record in _public_classes() if attrs.has(record)}
    return sorted(
        f"{record.__name__}.{field.name}"
        for record in records
        for field in attrs.fields(record)
        if re.search(rf"\b{kind.__name__}\b", str(field.type))
    )


def _sets() -> str:
    lines = [(f"`{name}`", code(sorted(members)), first(_about(vocabulary, name))) for name, members in SETS.items()]
    return "\n\n".join(["## Sets of states", table(("set", "states", "meaning"), lines)])


def _open() -> str:
    """The words that a policy extends, as they are by default."""
    policy = Policy()
    lines = [
        ("types", code(policy.types)),
        ("areas", code(policy.areas)),
        ("channels", code(policy.channels)),
        ("tiers", code(policy.weights.tiers)),
    ]
    about = "These lists are open: a [policy](policy.md) adds to them. By default they hold:"
    return "\n\n".join(["## Words that a policy extends", about, table(("list", "words"), lines)])
