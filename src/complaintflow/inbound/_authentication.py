"""The grammar of `Authentication-Results` (RFC 8601): what one server found out about a mail.

Comments and quoted texts hold what a stranger wrote, as the name of the envelope's sender. They are never results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

_QUOTED = r'"(?:[^"\\]|\\.)*"'
_OUTSIDE = re.compile(rf'{_QUOTED}|[^"(]+|[("]', re.DOTALL)
_INSIDE = re.compile(r"[^()\\]+|\\.|[()\\]", re.DOTALL)
_SERVER = re.compile(rf"\s*({_QUOTED}|[^\s;=\"]+)(?:\s+([0-9]+))?\s*(?=;|\Z)")
_FIRST = re.compile(r'\A[\s"]*([^\s;=("]+)')
_PAIR = re.compile(rf"\s*([\w-]+(?:\s*[./]\s*[\w-]+)?)\s*=\s*((?:{_QUOTED}|[^\s;\"])*)(?=[\s;]|\Z)", re.DOTALL)
_NEXT = re.compile(r"\s*(?:;\s*)+")
_NONE = re.compile(r"none\s*\Z", re.IGNORECASE)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


@attrs.frozen
class Result:
    """What a method found (`dmarc`, `pass`), and about what (`header.from`, `example.com`)."""

    method: str
    value: str = attrs.field(repr=False)
    properties: tuple[tuple[str, str], ...] = attrs.field(default=(), repr=False)

    def property(self, name: str) -> tuple[str, ...]:
        """Every value of a property."""
        return tuple(value for one, value in self.properties if one == name)


@attrs.frozen
class AuthenticationResults:
    """One header: the server that wrote it, and its results. Without results where it is malformed."""

    server: str
    results: tuple[Result, ...] | None


def read_results(value: str) -> AuthenticationResults:
    """The server and the results of a header. Of a malformed one the first word counts as the server."""
    bare = _without_comments(value)
    server = _SERVER.match(bare) if bare is not None else None
    if bare is None or server is None or server[2] not in {None, "1"}:
        return AuthenticationResults("".join(_FIRST.findall(value)).lower(), None)
    name = _unquote(server[1]).lower()
    try:
        return AuthenticationResults(name, tuple(_results(bare, server.end())))
    except ValueError:
        return AuthenticationResults(name, None)


def _without_comments(value: str) -> str | None:
    """The value with a blank for each comment; nothing where a comment or a quotation has no end."""
    kept: list[str] = []
    place, depth = 0, 0
    while place < len(value):
        piece = (_INSIDE if depth else _OUTSIDE).match(value, place)
        if piece is None or piece[0] == '"':
            return None
        place = piece.end()
        if piece[0] in {"(", ")"}:
            depth += 1 if piece[0] == "(" else -1
            kept.append(" ")
        elif not depth:
            kept.append(piece[0])
    return "".join(kept) if not depth else None


def _results(bare: str, place: int) -> Iterator[Result]:
    """The results behind the server's name. Raises `ValueError` for what the grammar does not allow."""
    while place < len(bare):
        semicolon = _NEXT.match(bare, place)
        if semicolon is None:
            raise ValueError("no semicolon")
        place = semicolon.end()
        if place == len(bare) or _NONE.match(bare, place):
            return
        pairs, place = _pairs(bare, place)
        yield _result(pairs)


def _pairs(bare: str, place: int) -> tuple[list[tuple[str, str]], int]:
    """The `name=value` up to the next semicolon, and where that stands."""
    pairs: list[tuple[str, str]] = []
    while found := _PAIR.match(bare, place):
        pairs.append(("".join(found[1].lower().split()), _unquote(found[2])))
        place = found.end()
    return pairs, place + len(bare[place:]) - len(bare[place:].lstrip())


def _result(pairs: list[tuple[str, str]]) -> Result:
    """The first pair is the method with its result; a version behind the method is 1. No other is a result."""
    if not pairs or "." in pairs[0][0]:
        raise ValueError("no result")
    method, _, version = pairs[0][0].partition("/")
    if any(name.partition("/")[0] == method for name, _ in pairs[1:]):
        raise ValueError("two results of a method")
    return Result(method if version in {"", "1"} else pairs[0][0], pairs[0][1].lower(), tuple(pairs[1:]))


def _unquote(text: str) -> str:
    return re.sub(_QUOTED, lambda quoted: _ESCAPED.sub(r"\1", quoted[0][1:-1]), text, flags=re.DOTALL)
