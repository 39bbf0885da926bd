"""The one place where values from outside become typed values, or problems with a path.

A class names its fields by their types; `conform` turns what came in (a web form, JSON,
keyword arguments) into those types and collects *every* problem before it raises. Nothing
is guessed: a number is not a string, a naive time is not a time.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin, get_type_hints

import attrs

from complaintflow.errors import InvalidInput, Problem

__all__ = ["FrozenMap", "NonBlank", "Within", "at_utc", "conformed", "fields_of", "made", "plain_text"]

T = TypeVar("T")
Problems = list[Problem]
Check = Callable[[Any, str, Problems], Any]


class FrozenMap(Mapping[str, Any]):
    """A small mapping that cannot change and can be hashed."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[str, Any] | Iterable[tuple[str, Any]] = ()) -> None:
        self._items = dict(items)

    def __getitem__(self, key: str) -> Any:
        return self._items[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"


@attrs.frozen
class Within:
    """A number between two bounds, both allowed."""

    low: int | None = None
    high: int | None = None

    def __call__(self, value: Any) -> str | None:
        low_ok = self.low is None or value >= self.low
        high_ok = self.high is None or value <= self.high
        return None if low_ok and high_ok else f"a number {self}"

    def __str__(self) -> str:
        if self.high is None:
            return f"of at least {self.low}"
        return f"from {self.low} to {self.high}"


def _not_blank(value: str) -> str | None:
    return None if value.strip() else "a text that is not blank"


NonBlank = Annotated[str, _not_blank]


def plain_text(value: object) -> str | None:
    """What is wrong with a text, or None. NUL and lone surrogates cannot be stored or sent."""
    if not isinstance(value, str):
        return "a text"
    if "\x00" in value:
        return "a text without NUL characters"
    if not value.isascii() and any("\ud800" <= char <= "\udfff" for char in value):
        return "a text without lone surrogates"
    return None


def _shown(value: object) -> str:
    text = ascii(value) if isinstance(value, str) and plain_text(value) else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _wrong(value: object, path: str, expected: str, problems: Problems) -> Any:
    problems.append(Problem(path, _shown(value), expected))
    return None


def _text(value: Any, path: str, problems: Problems) -> Any:
    expected = plain_text(value)
    if expected:
        _wrong(value, path, expected, problems)
    elif isinstance(value, Enum):
        return value.value
    return value


def _whole(value: Any, path: str, problems: Problems) -> Any:
    if not isinstance(value, int) or isinstance(value, bool):
        _wrong(value, path, "a whole number", problems)
    return value


def _flag(value: Any, path: str, problems: Problems) -> Any:
    if not isinstance(value, bool):
        _wrong(value, path, "true or false", problems)
    return value


def _decimal(value: Any, path: str, problems: Problems) -> Any:
    if isinstance(value, bool | float) or not isinstance(value, int | str | Decimal):
        return _wrong(value, path, "a decimal number, as text or Decimal", problems)
    try:
        number = Decimal(value)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        return _wrong(value, path, "a decimal number, as text or Decimal", problems)
    return number


def _moment(value: Any, path: str, problems: Problems) -> Any:
    expected = "an aware time, for example 2026-01-31T09:00:00+00:00"
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        if isinstance(moment, datetime) and moment.tzinfo is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    return _wrong(value, path, expected, problems)


def _day(value: Any, path: str, problems: Problems) -> Any:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
        if isinstance(day, date) and not isinstance(day, datetime):
            return day
    except ValueError:
        pass
    return _wrong(value, path, "a date, for example 2026-01-31", problems)


_UNITS = {"s": 1, "min": 60, "h": 3600, "d": 86400}
_SPAN = re.compile(r"(\d{1,9}) ?(s|min|h|d)")


def _span(value: Any, path: str, problems: Problems) -> Any:
    if isinstance(value, timedelta) and value >= timedelta(0):
        return value
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9:
        return timedelta(seconds=value)
    found = _SPAN.fullmatch(value) if isinstance(value, str) else None
    if found:
        return timedelta(seconds=int(found[1]) * _UNITS[found[2]])
    return _wrong(value, path, "a duration: seconds, or a text like 30min, 72h, 3d", problems)


def _anything(value: Any, path: str, problems: Problems) -> Any:
    return value


_SIMPLE: dict[Any, Check] = {
    str: _text,
    int: _whole,
    bool: _flag,
    Decimal: _decimal,
    datetime: _moment,
    date: _day,
    timedelta: _span,
    Any: _anything,
}


def _word(kind: type[Enum]) -> Check:
    allowed = "one of " + ", ".join(str(member.value) for member in kind)
    words = {member.value: member for member in kind}

    def check(value: Any, path: str, problems: Problems) -> Any:
        found = words.get(value) if isinstance(value, str) else None
        return _wrong(value, path, allowed, problems) if found is None else found

    return check


def _several(kind: Any) -> Check:
    build = get_origin(kind)
    item = checker(get_args(kind)[0])

    def check(value: Any, path: str, problems: Problems) -> Any:
        if not isinstance(value, list | tuple | set | frozenset):
            return _wrong(value, path, "a list", problems)
        return build([item(one, f"{path}[{place}]", problems) for place, one in enumerate(value)])

    return check


def _mapping(kind: Any) -> Check:
    item = checker(get_args(kind)[1])

    def check(value: Any, path: str, problems: Problems) -> Any:
        if not isinstance(value, Mapping):
            return _wrong(value, path, "a table of names and values", problems)
        for name in value:
            _text(name, f"{path} key", problems)
        return FrozenMap({name: item(one, f"{path}.{name}", problems) for name, one in value.items()})

    return check


def _either(kind: Any) -> Check:
    choices = [choice for choice in get_args(kind) if choice is not types.NoneType]
    inner = checker(choices[0])

    def check(value: Any, path: str, problems: Problems) -> Any:
        return None if value is None else inner(value, path, problems)

    return check


def _limited(kind: Any) -> Check:
    base, *limits = get_args(kind)
    inner = checker(base)

    def check(value: Any, path: str, problems: Problems) -> Any:
        before = len(problems)
        value = inner(value, path, problems)
        if len(problems) == before:
            for expected in filter(None, (limit(value) for limit in limits)):
                _wrong(value, path, expected, problems)
        return value

    return check


def _record(kind: type[Any]) -> Check:
    def check(value: Any, path: str, problems: Problems) -> Any:
        if isinstance(value, kind):
            return value
        if isinstance(value, str) and hasattr(kind, "of_text"):
            value = {"text": value}
        if not isinstance(value, Mapping):
            return _wrong(value, path, f"a {kind.__name__}", problems)
        return _made(kind, value, path, problems)

    return check


@cache
def checker(kind: Any) -> Check:
    """The check of one type; compiled once for each type."""
    origin = get_origin(kind)
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if origin is Annotated:
        return _limited(kind)
    if origin in (Union, types.UnionType):
        return _either(kind)
    if origin in (tuple, frozenset):
        return _several(kind)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _word(kind)
    return _record(kind)


@cache
def fields_of(kind: Any) -> dict[str, tuple[Check, bool]]:
    """For each field that can be given: its check, and whether it must be given."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        field.name: (checker(hints[field.name]), field.default is attrs.NOTHING)
        for field in attrs.fields(kind)
        if field.init
    }


def _made(kind: type[Any], data: Mapping[str, Any], path: str, problems: Problems) -> Any:
    """An instance, or None with the problems added."""
    prefix = f"{path}." if path else ""
    fields = fields_of(kind)
    before = len(problems)
    for name in data:
        if name not in fields:
            allowed = ", ".join(fields) or "no field"
            problems.append(Problem(f"{prefix}{name}", "an unknown field", f"one of {allowed}"))
    problems.extend(
        Problem(f"{prefix}{name}", "nothing", "a value")
        for name, (_, needed) in fields.items()
        if needed and name not in data
    )
    values = {name: fields[name][0](one, prefix + name, problems) for name, one in data.items() if name in fields}
    if len(problems) > before:
        return None
    try:
        return kind(**values)
    except InvalidInput as invalid:
        problems.extend(attrs.evolve(problem, path=prefix + problem.path) for problem in invalid.problems)
        return None


def made(kind: type[T], data: Mapping[str, Any]) -> T:
    """An instance of an attrs class from plain data.

    Raises `InvalidInput` with all unknown, missing and wrong fields together.
    """
    problems: Problems = []
    instance: T = _made(kind, data, "", problems)
    if problems:
        raise InvalidInput(tuple(problems))
    return instance


def conformed(instance: Any) -> None:
    """Check and normalise the fields of a frozen instance that is being made (`__attrs_post_init__`)."""
    problems: Problems = []
    for name, (check, _) in fields_of(type(instance)).items():
        given = getattr(instance, name)
        value = check(given, name, problems)
        if value is not given:
            object.__setattr__(instance, name, value)
    if problems:
        raise InvalidInput(tuple(problems))


def at_utc(moment: datetime, path: str = "at") -> datetime:
    """The same instant in UTC; a naive time is refused with `InvalidInput`."""
    problems: Problems = []
    found: datetime = _moment(moment, path, problems)
    if problems:
        raise InvalidInput(tuple(problems))
    return found
