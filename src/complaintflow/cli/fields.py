"""From words on a command line to the fields of a command."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from complaintflow._validation.bounds import read_bounded
from complaintflow.commands import Command, make
from complaintflow.errors import InvalidInput, Problem
from complaintflow.interchange import from_data
from complaintflow.values import Said

_TEXTS = (str, Decimal, date, datetime, Said)


def parse_command(name: str, words: Iterable[str], data: str, known: Mapping[str, type[Command]]) -> Command:
    """The command of this name from `field=value` words and a JSON object or document; a word wins over the object.

    Raises `InvalidInput` with everything that is wrong.
    """
    fields = _parse_object(data)
    hints = get_type_hints(known[name], include_extras=True) if name in known else {}
    for word in words:
        field, equals, value = word.partition("=")
        if not equals:
            raise InvalidInput((Problem("field", repr(word), "field=value, for example reason='paid twice'"),))
        fields[field] = _parse_value(value, hints.get(field, str))
    if name not in known:
        return make(name, fields, known)  # which says what there is
    command: Command = from_data(fields, kind=name, commands=known.values())
    return command


def _parse_object(data: str) -> dict[str, Any]:
    if not data:
        return {}
    try:
        found: object = read_bounded(lambda: json.loads(data), "data")
    except ValueError as error:
        raise InvalidInput((Problem("data", str(error), "a JSON object"),)) from None
    if not isinstance(found, dict):
        raise InvalidInput((Problem("data", f"a JSON {type(found).__name__}", "a JSON object"),))
    return {str(key): value for key, value in found.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def _parse_value(text: str, kind: Any) -> Any:
    """A text where the field takes one, else JSON. A word that is not JSON stays a text, and `make` reports it."""
    bare = _bare_type(kind)
    takes_text = isinstance(bare, type) and issubclass(bare, (*_TEXTS, Enum))
    if takes_text and not (bare is Said and text.startswith("{")):
        return text
    try:
        return read_bounded(lambda: json.loads(text), "value")
    except ValueError:
        return text


def _bare_type(kind: Any) -> Any:
    """The type without what is said about it, and without None."""
    if get_origin(kind) is Annotated:
        return _bare_type(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return _bare_type(next(one for one in get_args(kind) if one is not NoneType))
    return kind
