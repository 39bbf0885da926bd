"""Strategies from types: any value that a field of this type may have."""

import types
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import attrs
import msgspec
from hypothesis import strategies as st

from complaintflow._validation.structure import FrozenMap, NonBlank, Within
from complaintflow.values import Actor, ZoneName

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12) | st.sampled_from(
    ["", "支付失败", "您好,我付了两次款。", "I paid twice", "line one\nline two", "😀", "a'b\"c", " padded "]
)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
WORDS = TEXTS.filter(str.strip)
MOMENTS = st.integers(10**15, 4 * 10**15).map(lambda one: EPOCH + timedelta(microseconds=one))
MONEY = st.decimals(0, 10**9, places=2)
ROLES = st.frozensets(st.sampled_from(["agent", "lead", "manager"]), min_size=1)

SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    NonBlank: WORDS,
    ZoneName: st.sampled_from(["", "Asia/Shanghai", "America/New_York"]),
    int: st.integers(0, 10**6),
    bool: st.booleans(),
    Decimal: MONEY,
    datetime: MOMENTS,
    date: st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    timedelta: st.timedeltas(timedelta(0), timedelta(days=1000)),
    FrozenMap: st.dictionaries(WORDS, WORDS | st.integers(0, 9), max_size=3).map(FrozenMap),
    Actor: st.builds(Actor, WORDS, ROLES, TEXTS),
}


def of(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of this type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if kind in SIMPLE:
        return SIMPLE[kind]
    if origin is Annotated:
        return within(arguments[1])
    if origin in (Union, types.UnionType):
        return st.none() | of(next(one for one in arguments if one is not types.NoneType))
    if origin is frozenset:
        return st.frozensets(of(arguments[0]), max_size=3)
    if origin is tuple and arguments[-1] is not Ellipsis:
        return st.tuples(*map(of, arguments))
    if origin is tuple:
        return st.lists(of(arguments[0]), max_size=3).map(tuple)
    if origin is not None and issubclass(origin, Mapping):
        return st.dictionaries(WORDS, of(arguments[1]), max_size=3).map(FrozenMap)
    return st.sampled_from(kind) if issubclass(kind, Enum) else instances(kind)


def within(limit: Within) -> st.SearchStrategy[Any]:
    """Any number between the bounds; money is a decimal, so only whole amounts come out."""
    return st.integers(limit.low, limit.high if limit.high is not None else 10**6)


def instances(kind: Any) -> st.SearchStrategy[Any]:
    """Any instance of an attrs class or a struct."""
    hints = get_type_hints(kind, include_extras=True)
    names = [one.name for one in (attrs.fields(kind) if attrs.has(kind) else msgspec.structs.fields(kind))]
    return st.builds(kind, **{name: of(hints[name]) for name in names})
