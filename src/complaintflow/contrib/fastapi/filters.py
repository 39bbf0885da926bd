"""The filters of a list as parameters of a query: those of `Query`, whatever they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs
from starlette.datastructures import QueryParams

from complaintflow.plugins import Query

_OWN = "fields."
"""Before the name of a field that the house declares."""
_OF_PAGES = frozenset({"sort", "after", "before", "limit"})
_TEXT = {"type": "string"}
_BOUNDS = (("minimum", "low"), ("maximum", "high"))
_PLAIN: Mapping[Any, Mapping[str, Any]] = {
    str: _TEXT,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    datetime: {"type": "string", "format": "date-time"},
}


def read_filters(given: QueryParams) -> dict[str, Any]:
    """What is asked for. A name or a value that there is not, the desk refuses."""
    own = {name.removeprefix(_OWN): given.getlist(name) for name in given if name.startswith(_OWN)}
    asked = {name: _read(name, given.getlist(name)) for name in given if not name.startswith(_OWN)}
    return {**asked, "fields": own} if own else asked


def _read(name: str, values: list[str]) -> Any:
    kind = _kinds().get(name, {}).get("type")
    if kind == "array" or len(values) > 1:
        return values
    [text] = values
    if kind == "boolean":
        return {"true": True, "false": False}.get(text, text)
    return int(text) if kind == "integer" and text.isdecimal() and len(text) < 19 else text


def parameters(*, paged: bool) -> list[dict[str, Any]]:
    """The filters as the description of the API lists them. One that takes several values may stand several times.

    A count has no pages.
    """
    every = _kinds().items()
    return [{"name": name, "in": "query", "schema": schema} for name, schema in every if paged or name not in _OF_PAGES]


@cache
def _kinds() -> Mapping[str, Mapping[str, Any]]:
    hints = get_type_hints(Query, include_extras=True)
    schemas = {one.name: _schema_of(hints[one.name]) for one in attrs.fields(Query)}
    return {name: schema for name, schema in schemas.items() if schema}


def _schema_of(hint: Any) -> dict[str, Any]:
    """The schema of a parameter, or nothing for what no parameter can say."""
    origin = get_origin(hint)
    if origin is Annotated:
        base, *marks = get_args(hint)
        bounds = {name: getattr(mark, side, None) for mark in marks for name, side in _BOUNDS}
        return {**_schema_of(base), **{name: bound for name, bound in bounds.items() if bound is not None}}
    if origin in {Union, UnionType}:
        return _schema_of(next(one for one in get_args(hint) if one is not type(None)))
    if origin is frozenset:
        return {"type": "array", "items": _TEXT}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"type": "string", "enum": [str(one.value) for one in hint]}
    return dict(_PLAIN.get(hint, {}))
