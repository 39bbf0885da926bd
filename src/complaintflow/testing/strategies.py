"""Hypothesis strategies from types: any value that a record or command may have.

Texts are Chinese or English, with padding and line breaks; times are aware and in UTC; money is `Decimal`. The types
that need a history (`Complaint`, `Event`, `Ask`) are registered by `complaintflow.testing.histories`.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs
import msgspec
from hypothesis import HealthCheck, settings, strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from complaintflow._validation.structure import (
    ONE_OR_MORE,
    Form,
    FrozenMap,
    Id,
    NonBlank,
    OwnFields,
    Within,
    Written,
    id_fault,
    plain_name,
)
from complaintflow.commands import BUILTIN, AskApproval, Command, Triage, Update
from complaintflow.plugins import Shard
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import moment
from complaintflow.values import Actor, Customer, Factor, Priority, ZoneName
from complaintflow.vocabulary import SYSTEM, names_system

_TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12) | st.sampled_from(
    ["", "支付失败", "您好,我付了两次款。", "I paid twice", "line one\nline two", "😀", "a'b\"c", " padded "]
)
_WORDS = _TEXTS.filter(str.strip)
_IDS = st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=12).filter(
    lambda id: id_fault(id) is None and not names_system(plain_name(id))
) | st.sampled_from(["u-17", "li", "王小明", "li wang", "o'neil"])
_FACTORS = ("impact", "urgency", "emotion", "severity", "exposure", "tier", "repeats", "hazards")


_Strategies = Mapping[str, st.SearchStrategy[Any]]


def texts() -> st.SearchStrategy[str]:
    """Any text that can be stored, in two languages; it may be blank."""
    return _TEXTS


def words() -> st.SearchStrategy[str]:
    """Any text that is not blank."""
    return _WORDS


def moments() -> st.SearchStrategy[datetime]:
    """Any aware time from 2001 to 2033, in UTC: as far ahead as people mean (`policy.limits`)."""
    return st.integers(10**15, 2 * 10**15).map(moment)


def money() -> st.SearchStrategy[Decimal]:
    """An amount with two places, from zero to 10⁹."""
    return st.decimals(0, 10**9, places=2)


def roles() -> st.SearchStrategy[frozenset[str]]:
    """Roles of staff."""
    return st.frozensets(st.sampled_from(["agent", "lead", "manager", "engineer"]), min_size=1)


@st.composite
def actors(draw: st.DrawFn) -> Actor:
    """Any actor: staff, customers, the system and its parts."""
    return draw(_actors())


@cache
def _actors() -> st.SearchStrategy[Actor]:
    return st.one_of(
        st.builds(Actor, _IDS, roles(), _TEXTS),
        st.builds(Actor.customer, _IDS),
        st.builds(Actor.system, st.sampled_from([SYSTEM, "clock", "邮件"])),
    )


@st.composite
def customers(draw: st.DrawFn) -> Any:
    """Any customer."""
    return draw(_values(Customer))


@st.composite
def commands(draw: st.DrawFn, *kinds: type[Command]) -> Command:
    """Any well-formed command of these kinds, by default of all built-in ones. Many are refused in most states."""
    return draw(_commands(kinds or tuple(BUILTIN.values())))


@cache
def _commands(kinds: tuple[type[Command], ...]) -> st.SearchStrategy[Command]:
    found: list[st.SearchStrategy[Any]] = [_values(kind) for kind in kinds]  # type: ignore[arg-type]  # a type is hashable
    return st.one_of(*found)


@st.composite
def values(draw: st.DrawFn, kind: Any) -> Any:
    """Any value of this type: a record, a command, or the type of a field."""
    return draw(_values(kind))


@cache
def _values(kind: Any) -> st.SearchStrategy[Any]:
    if kind in _SPECIAL:
        return _SPECIAL[kind]()
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is None:
        return st.sampled_from(kind) if issubclass(kind, Enum) else _instances(kind)
    if origin is Annotated:
        return _checked(*(one for one in arguments if one is not ONE_OR_MORE))
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, types.UnionType):
        return st.one_of(*(st.none() if one is types.NoneType else _values(one) for one in arguments))
    return _several(origin, arguments)


def _several(origin: type[Any], arguments: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if origin is tuple and arguments[-1] is not Ellipsis:
        return st.tuples(*map(_values, arguments))
    if origin is tuple:
        return st.lists(_values(arguments[0]), max_size=3).map(tuple)
    if issubclass(origin, Mapping):
        return st.dictionaries(_WORDS, _values(arguments[1]), max_size=3).map(FrozenMap)
    return st.frozensets(_values(arguments[0]), max_size=3)


def _checked(kind: Any, *checks: Callable[[Any], str | None] | Form | Written) -> st.SearchStrategy[Any]:
    """Values in a normal form that pass a check, which says what is wrong with a value."""
    found = _values(kind)
    for check in checks:
        if isinstance(check, Written):
            continue
        found = found.map(check.of) if isinstance(check, Form) else _passing(kind, found, check)
    return found


def _passing(kind: Any, found: st.SearchStrategy[Any], check: Callable[[Any], str | None]) -> st.SearchStrategy[Any]:
    if isinstance(check, Within):
        high = check.high if check.high is not None else 10**6
        return st.decimals(check.low, high, places=2) if kind is Decimal else st.integers(check.low, high)
    return found.filter(lambda value: check(value) is None)


def _instances(kind: Any) -> st.SearchStrategy[Any]:
    """Any instance of an attrs class or a struct. Without the fields that may be left out it is simplest."""
    hints, fields = get_type_hints(kind, include_extras=True), _fields(kind)
    needed = {one.name: _values(hints[one.name]) for one in fields if _is_needed(one)}
    optional = {name: _values(hints[name]) for one in fields if (name := one.name) not in needed}
    kind._repr_pretty_ = _PrintedWhole()  # hypothesis asks for it, and `repr` does not
    return _given(kind, needed, optional)


def _fields(kind: Any) -> tuple[Any, ...]:
    return attrs.fields(kind) if attrs.has(kind) else msgspec.structs.fields(kind)


def _is_needed(field: Any) -> bool:
    """Whether it has no default; msgspec says it in another way than attrs."""
    required = getattr(field, "required", None)
    return bool(field.default is attrs.NOTHING if required is None else required)


@st.composite
def _given(draw: st.DrawFn, kind: Any, needed: _Strategies, optional: _Strategies) -> Any:
    """An instance with none of its optional fields, some or all: what is left out costs no choice when it shrinks."""
    given = draw(_some_of(tuple(optional)))
    return kind(**{name: draw(one) for name, one in needed.items()}, **{name: draw(optional[name]) for name in given})


@cache
def _some_of(names: tuple[str, ...]) -> st.SearchStrategy[Sequence[str]]:
    if not names:
        return st.just(())
    return st.just(()) | st.lists(st.sampled_from(names), unique=True) | st.just(names)


class _PrintedWhole:
    """The printer of a value. A class itself, which may be drawn as well, has none."""

    def __get__(self, value: Any, kind: type[Any]) -> Callable[[RepresentationPrinter, bool], None]:
        if value is None:
            raise AttributeError("_repr_pretty_")
        return partial(_print_whole, value)


def _print_whole(value: Any, printer: RepresentationPrinter, cycle: bool) -> None:
    """Under test a value shows every field that it was given, also those that `repr` leaves out: one of them failed."""
    if cycle:
        printer.text("<...>")
        return
    shown = {one.name: getattr(value, one.name) for one in _fields(type(value)) if _is_told(value, one)}
    printer.repr_call(type(value).__name__, (), shown)


def _is_told(value: Any, field: Any) -> bool:
    return _is_needed(field) or getattr(value, field.name) not in (field.default, "", (), None)


def _requests() -> st.SearchStrategy[AskApproval]:
    """A request for a well-formed command; some cases stand for all."""
    return st.builds(AskApproval.to, _commands((Triage, Update)), _WORDS)


_SPECIAL: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
    Any: lambda: _WORDS | st.integers(0, 9),
    Actor: _actors,
    AskApproval: _requests,
    Command: lambda: _commands(tuple(BUILTIN.values())),
    Decimal: money,
    Factor: lambda: st.builds(Factor, st.sampled_from(_FACTORS), _WORDS, st.integers(0, 100)),
    Id: lambda: _IDS,
    FrozenMap: lambda: st.dictionaries(_WORDS, _WORDS | st.integers(0, 9), max_size=3).map(FrozenMap),
    NonBlank: words,
    OwnFields: lambda: st.just(FrozenMap()),  # a house without fields of its own takes none
    ZoneName: lambda: st.sampled_from(["", "Asia/Shanghai", "America/New_York"]),
    Policy: lambda: st.builds(Policy),
    Shard: lambda: st.integers(1, 64).flatmap(lambda count: st.builds(Shard, st.integers(1, count), st.just(count))),
    Priority: lambda: _instances(Priority),
    bool: st.booleans,
    bytes: lambda: st.binary(min_size=32, max_size=32),
    date: lambda: st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    datetime: moments,
    float: lambda: st.floats(0, 10**6),
    int: lambda: st.integers(0, 10**6),
    str: texts,
    timedelta: lambda: st.timedeltas(timedelta(0), timedelta(days=1000)),
}


def same_each_time(examples: int) -> settings:
    """How a contract tries so many examples: each run tries the same, however long they take."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )


def register(kind: Any, strategy: Callable[[], st.SearchStrategy[Any]]) -> None:
    """Set the strategy of a type that cannot be built from its fields, before its first use."""
    _SPECIAL[kind] = strategy
