"""Where a problem stands in a document of TOML: the file and the line of its key."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from complaintflow.errors import Problem

_PART = r"""(?:"[^"]*"|'[^']*'|[\w-]+)"""
_NAME = rf"{_PART}(?:\s*\.\s*{_PART})*"
_HEAD = re.compile(rf"\s*(\[\[?)\s*({_NAME})\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(rf"\s*({_NAME})\s*=")
_QUOTES = ('"""', "'''")


class Places:
    """Finds the line of a problem in the text of a document."""

    def __init__(self, text: str, name: str) -> None:
        self._name = name
        self._lines: dict[str, int] = {}
        for path, line in _paths(text):
            self._lines.setdefault(path, line)

    def placed(self, problem: Problem) -> Problem:
        """The problem with the file and the line of its path, where they are found."""
        line = self._line(problem.path)
        where = ":".join(part for part in (self._name, f"line {line}" if line else "") if part)
        return Problem(f"{problem.path} ({where})" if where else problem.path, problem.found, problem.expected)

    def _line(self, path: str) -> int:
        """The line of the path, or that of the nearest thing around it."""
        while path and path not in self._lines:
            path = path[: max(path.rfind("."), path.rfind("["), 0)]
        return self._lines.get(path, 0)


def _paths(text: str) -> Iterator[tuple[str, int]]:
    """The path of each table and each key, as problems have it, with its line. What stands in a long text is none."""
    table, counts, quote = "", Counter[str](), ""
    for number, line in enumerate(text.splitlines(), 1):
        if quote:
            quote = quote if line.count(quote) % 2 == 0 else ""
        elif head := _HEAD.match(line):
            table = _table(head[2], counts, listed=head[1] == "[[")
            yield from _above(table, number)
        elif key := _KEY.match(line):
            yield from _above(".".join(part for part in (table, *_parts(key[1])) if part), number, below=table)
            quote = next((mark for mark in _QUOTES if line.count(mark) % 2), "")


def _above(path: str, line: int, below: str = "") -> Iterator[tuple[str, int]]:
    """The path, and the tables that come into being with it."""
    while len(path) > len(below):
        yield path, line
        path = path[: max(path.rfind("."), path.rfind("["), 0)]


def _table(name: str, counts: Counter[str], *, listed: bool) -> str:
    """The path of a table: one of a list has its place in it, and so have those within it."""
    path = ""
    *above, last = _parts(name)
    for part in above:
        path = f"{path}.{part}" if path else part
        path = f"{path}[{counts[path] - 1}]" if path in counts else path
    path = f"{path}.{last}" if path else last
    if not listed:
        return path
    counts[path] += 1
    return f"{path}[{counts[path] - 1}]"


def _parts(name: str) -> list[str]:
    return [part.strip("\"'") for part in re.findall(_PART, name)]
