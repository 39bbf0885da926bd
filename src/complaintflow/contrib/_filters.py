"""The filters of a list, as schemas of plain values: those of `Query`, whatever they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs

from complaintflow.plugins import Query

OF_PAGES = frozenset({"sort", "after", "before", "limit"})
"""The parameters of a page, which a count does not have."""

_TEXT = {"type": "string"}
_BOUNDS = (("minimum", "low"), ("maximum", "high"))
_PLAIN: Mapping[Any, Mapping[str, Any]] = {
    str: _TEXT,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    datetime: {"type": "string", "format": "date-time"},
}


@cache
def filter_schemas() -> Mapping[str, Mapping[str, Any]]:
    """The schema of each filter that plain values can say."""
    hints = get_type_hints(Query, include_extras=True)
    schemas = {one.name: _schema_of(hints[one.name]) for one in attrs.fields(Query)}
    return {name: schema for name, schema in schemas.items() if schema}


def _schema_of(hint: Any) -> dict[str, Any]:
    """The schema of a filter, or nothing for what no plain value can say."""
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
