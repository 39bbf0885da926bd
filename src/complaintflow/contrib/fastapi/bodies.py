"""What a client sends: the body within its bounds, and the headers that may stand once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import aclosing
from typing import Any, cast

from fastapi import HTTPException, Request

from complaintflow import InvalidInput, Problem, from_json
from complaintflow.commands import Command

LARGEST = 2**20
"""So many bytes may a body have: the commands of a form, not files, which are named by their URI."""

_JSON = re.compile(r"application/(?:[\w.+-]+\+)?json\s*(?:;.*)?", re.ASCII | re.IGNORECASE)
_TAG = re.compile(r'"(\d{1,18})"', re.ASCII)
_OF_NOBODY = 0
"""No complaint has this version: what a tag asks for that we never gave."""


async def read_body(request: Request) -> bytes:
    """The body, of at most so many bytes; a longer one is not read to its end."""
    told = header(request, "content-length") or ""
    if told.isdecimal() and int(told[:18]) > LARGEST:
        raise _too_large()
    body = bytearray()
    async with aclosing(request.stream()) as parts:
        async for part in parts:
            body += part
            if len(body) > LARGEST:
                raise _too_large()
    return bytes(body)


def _too_large() -> HTTPException:
    return HTTPException(413, f"at most {LARGEST} bytes")


async def read_fields(request: Request, kind: str, known: Iterable[type[Command]]) -> tuple[Command, ...]:
    """The command of this kind whose fields the body has, or the list of commands that it is."""
    text = await _read_json(request)
    if text.lstrip()[:1] == b"[":
        return _as_commands(from_json(text, commands=known, largest=LARGEST))
    return _as_commands(from_json(text, kind=kind, commands=known, largest=LARGEST))


async def read_commands(request: Request, known: Iterable[type[Command]]) -> tuple[Command, ...]:
    """The commands of the body, each with its `$kind`: a list, or one."""
    return _as_commands(from_json(await _read_json(request), commands=known, largest=LARGEST))


async def read_words(request: Request, *, must: tuple[str, ...] = (), may: tuple[str, ...] = ()) -> Mapping[str, str]:
    """A table of texts: the names that must stand in it, and those that may."""
    given: Any = from_json(await _read_json(request), largest=LARGEST)
    table = cast(Mapping[str, Any], given) if isinstance(given, Mapping) else None
    if table is None:
        raise InvalidInput((Problem("", "no table", f"a table of {', '.join((*must, *may))}"),))
    problems = [Problem(name, "nothing", "a text") for name in must if name not in table]
    problems += [Problem(name, "no text", "a text") for name, value in table.items() if not isinstance(value, str)]
    unknown = table.keys() - {*must, *may}
    problems += [Problem(name[:60], "a name", f"one of {', '.join((*must, *may))}") for name in sorted(unknown)]
    if problems:
        raise InvalidInput(tuple(problems))
    return table


async def _read_json(request: Request) -> bytes:
    """Only what says that it is JSON: so no form of another site can post it."""
    if not _JSON.fullmatch(header(request, "content-type") or ""):
        raise HTTPException(415, "application/json is expected")
    return await read_body(request)


def _as_commands(found: Any) -> tuple[Command, ...]:
    every = cast(tuple[object, ...], found) if isinstance(found, tuple) else (found,)
    problems = [
        Problem(f"[{place}]", "something else", "a command with its $kind")
        for place, one in enumerate(every)
        if not isinstance(one, Command)
    ]
    if problems:
        raise InvalidInput(tuple(problems))
    return tuple(one for one in every if isinstance(one, Command))


def header(request: Request, name: str) -> str | None:
    """The value of a header that may stand once."""
    values = request.headers.getlist(name)
    if len(values) > 1:
        raise HTTPException(400, f"{name} stands more than once")
    return values[0] if values else None


def read_expected(request: Request) -> int | None:
    """`If-Match`: the version that the client saw. A tag that we never gave fits no complaint."""
    tag = header(request, "if-match")
    if tag is None or tag.strip() == "*":
        return None
    if "," in tag:
        raise HTTPException(400, "If-Match: one tag is expected")
    found = _TAG.fullmatch(tag.strip())
    return int(found[1]) if found else _OF_NOBODY


def read_language(request: Request, default: str) -> str:
    """`zh` or `en`, as `Accept-Language` prefers."""
    best = (0.0, default)
    for part in ",".join(request.headers.getlist("accept-language"))[:1000].split(","):
        name, _, quality = part.strip().partition(";")
        language = name.strip().lower()[:2]
        if language in {"zh", "en"}:
            best = max(best, (_read_quality(quality), language), key=lambda one: one[0])
    return best[1]


def _read_quality(text: str) -> float:
    found = re.fullmatch(r"\s*q=([01](?:\.\d{0,3})?)\s*", text, re.ASCII)
    return float(found[1]) if found else 1.0
