"""From words on a command line to the fields of a command."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from complaintflow.commands import Command, make
from complaintflow.errors import InvalidInput, Problem
from complaintflow.values import Actor, Said

_TEXTS = (str, Decimal, date, datetime, Said)
_DEFAULT_ROLE = "agent"


def command(name: str, words: Iterable[str], data: str, known: Mapping[str, type[Command]]) -> Command:
    """The command of this name from `field=value` words and a JSON object; a word wins over the object.

    Raises `InvalidInput` with everything that is wrong.
    """
    given = _object(data)
    hints = get_type_hints(known[name], include_extras=True) if name in known else {}
    for word in words:
        field, equals, value = word.partition("=")
        if not equals:
            raise InvalidInput((Problem("field", repr(word), "field=value, for example reason='paid twice'"),))
        given[field] = _value(value, hints.get(field, str))
    return make(name, given, known)


def _object(data: str) -> dict[str, Any]:
    if not data:
        return {}
    try:
        found: object = json.loads(data)
    except ValueError as error:
        raise InvalidInput((Problem("data", str(error), "a JSON object"),)) from None
    if not isinstance(found, dict):
        raise InvalidInput((Problem("data", f"a JSON {type(found).__name__}", "a JSON object"),))
    return {str(key): value for key, value in found.items()}  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def _value(text: str, kind: Any) -> Any:
    """A text where the field takes one, and JSON elsewhere; what is neither is left for the rules to name."""
    if _takes_text(kind) and not (_bare(kind) is Said and text.startswith("{")):
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text


def _takes_text(kind: Any) -> bool:
    bare = _bare(kind)
    return isinstance(bare, type) and issubclass(bare, (*_TEXTS, Enum))


def _bare(kind: Any) -> Any:
    """The type without what is said about it, and without None."""
    if get_origin(kind) is Annotated:
        return _bare(get_args(kind)[0])
    if get_origin(kind) in (Union, UnionType):
        return _bare(next(one for one in get_args(kind) if one is not NoneType))
    return kind


def actor(by: str, roles: Iterable[str], team: str, customer: str, system: bool) -> Actor:
    """Who acts: one of a name with roles, a customer, or the system. Raises `InvalidInput`."""
    named = [bool(by), bool(customer), system]
    if sum(named) != 1:
        found = "nobody" if not any(named) else "more than one"
        raise InvalidInput((Problem("by", found, "one of --by NAME, --as-customer ID and --as-system"),))
    if customer:
        return Actor.customer(customer)
    return Actor.system() if system else Actor(by, frozenset(roles) or frozenset({_DEFAULT_ROLE}), team)
