"""Documents out and in: records as plain data or as a text of JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from complaintflow._validation.bounds import check_depth, read_bounded
from complaintflow._validation.structure import FrozenMap, Problems, is_list, is_table, report
from complaintflow.commands import Command
from complaintflow.errors import InvalidInput, Problem
from complaintflow.interchange.kinds import kinds_with
from complaintflow.interchange.read_forms import READ_FORMS
from complaintflow.interchange.reading import Reader
from complaintflow.interchange.scalars import Unwritable
from complaintflow.interchange.shapes import KIND
from complaintflow.interchange.writing import Options, Writer
from complaintflow.interchange.written_forms import WRITTEN_FORMS
from complaintflow.policy.policy import STANDARD, Policy

_WRITER = Writer(WRITTEN_FORMS)

LARGEST = 16 * 2**20
"""So many bytes may a text have that `from_json` reads, unless it is told otherwise. A page of complaints has less."""


def to_data(x: object, *, policy: Policy | None = None, bodies: bool = True, language: str = "en") -> Any:
    """What `x` says, as plain data for JSON: a record, an error, or lists and tables of them.

    A record becomes a table with `$kind`, the name of its class, and `$format`, the version of the shape, then each of
    its fields, also those with their defaults. A decimal number is a text, a time ISO 8601 in UTC with a Z, a duration
    ISO 8601, a set a sorted list, bytes are base64. Nothing is left out in silence.

    `policy` gives a complaint its labels, and `language` (`zh` or `en`) the sentences that are made for people. Without
    `bodies`, complaints and messages come without their texts and addresses: no `body`, `customer`, `intake`,
    `description` and `evidence`; so a long list is short, and cannot be read back. A document of a complaint holds
    private data. Raises `InvalidInput` that names what cannot be written.
    """
    options = Options(policy or STANDARD, bodies, language)
    try:
        return _WRITER.top(x, options)
    except Unwritable as fault:
        raise fault.error() from None


def to_json(
    x: object,
    *,
    policy: Policy | None = None,
    bodies: bool = True,
    language: str = "en",
    indent: int | None = None,
) -> str:
    """The same as a text. Characters stand as they are, not as escapes."""
    data = to_data(x, policy=policy, bodies=bodies, language=language)
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=indent)


def from_data(data: object, *, kind: str = "", commands: Iterable[type[Command]] = ()) -> Any:
    """The records of plain data, as `to_data` writes them; a list becomes a tuple.

    With a `kind`, such as `Resolve`, the data may be its fields alone, as a form has them. Fields with defaults may be
    left out, and what is derived as well. `commands` are those that a lifecycle adds (`lifecycle.commands.values()`).
    What is read is checked like any other input, and believed no more. Raises `InvalidInput` with the path of all
    that is wrong; nothing is left out.
    """
    check_depth(data, "")
    reader, problems = _reader_for(frozenset(commands)), Problems()
    found = _read_fields(reader, data, kind, problems) if kind else _read(reader, data, "", problems)
    if problems:
        raise InvalidInput(tuple(problems))
    return found


@lru_cache(maxsize=8)
def _reader_for(commands: frozenset[Any]) -> Reader:
    """The reader of the documents of a lifecycle with these commands."""
    return Reader(kinds_with(commands), _WRITER, READ_FORMS)


def _read_fields(reader: Reader, data: object, kind: str, problems: Problems) -> Any:
    """A record of this kind: its document, or its fields alone."""
    if not is_table(data):
        return report(data, "", f"the fields of a {kind}", problems)
    if data.get(KIND, kind) != kind:
        return report(data[KIND], KIND, kind, problems)
    return reader.document({KIND: kind, **data}, "", problems)


def _read(reader: Reader, value: object, path: str, problems: Problems) -> Any:
    """A document, or a list or table of them."""
    if is_list(value):
        return tuple(_read(reader, one, f"{path}[{place}]", problems) for place, one in enumerate(value))
    if is_table(value) and KIND not in value:
        return FrozenMap(
            (str(name), _read(reader, one, f"{path}.{name}".lstrip("."), problems)) for name, one in value.items()
        )
    return reader.untyped(value, path, problems)


def from_json(
    text: str | bytes, *, kind: str = "", commands: Iterable[type[Command]] = (), largest: int = LARGEST
) -> Any:
    """The same of a text of JSON, of at most `largest` bytes. A name that stands twice in a table is a problem."""
    size = len(text.encode(errors="surrogatepass")) if isinstance(text, str) else len(text)
    if size > largest:
        raise _no_json(f"a text of {size} bytes", f"at most {largest} bytes")
    return from_data(read_bounded(lambda: _decode(text), ""), kind=kind, commands=commands)


def _decode(text: str | bytes) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_table, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise _no_json(f"a fault in line {error.lineno}, column {error.colno}", "JSON") from None
    except ValueError:  # no UTF-8, or a number of thousands of digits
        raise _no_json("a text with a fault", "JSON in UTF-8") from None


def _table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise _no_json(f"the name {twice[:60]!a} twice in one table", "each name once")
    return found


def _refuse_constant(name: str) -> Any:
    raise _no_json(name, "a number that JSON has")


def _no_json(found: str, expected: str) -> InvalidInput:
    return InvalidInput((Problem("", found, expected),))
