"""Turns values from outside into typed values, or into problems with a path.

The types of a class's fields say what they accept. `structure` reads a web form, JSON or keyword arguments by these
types and collects *every* problem before it raises. It guesses nothing: a number is not a string, and a naive time is
not a time.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, ValuesView
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache, wraps
from operator import attrgetter
from typing import Annotated, Any, TypeGuard, TypeVar, Union, get_args, get_origin, get_type_hints
from unicodedata import category, normalize

import attrs

from complaintflow._validation.file_names import file_name
from complaintflow._validation.names import is_unseen
from complaintflow.errors import InvalidInput, Problem
from complaintflow.errors.fields_shown import show_fields

T = TypeVar("T")
Problems = list[Problem]
Check = Callable[[Any, str, Problems], Any]

_REPR_LENGTH = 120
_DIGITS = 100
"""No number that people write has more."""
_NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]+)?")
"""A decimal number: without blanks and without what only Python reads, such as 1_000."""


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

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a name, as fast as that of a dict, like what follows."""
        return self._items.get(key, default)

    def items(self) -> ItemsView[str, Any]:
        """Names and values."""
        return self._items.items()

    def values(self) -> ValuesView[Any]:
        """The values."""
        return self._items.values()

    def __eq__(self, other: object) -> bool:
        return self._items == other._items if isinstance(other, FrozenMap) else super().__eq__(other)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        """Cut where it is long: the default tables of a policy fill pages."""
        text = f"FrozenMap({self._items!r})"
        return text if len(text) <= _REPR_LENGTH else f"{text[: _REPR_LENGTH - 3]}..."


def encode_map(value: Any) -> Any:
    """A `FrozenMap` as a table, for an encoder of JSON, which knows no other such type."""
    if isinstance(value, FrozenMap):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no plain form")


class Listing(tuple[T, ...]):
    """A long tuple of constants: it prints as its length, so that it can be a default in a signature."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<Listing of {len(self)}>"


class WordSet(frozenset[str]):
    """A long set of words: it prints as its size, so that it can be a default in a signature."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<WordSet of {len(self)}>"


class Record:
    """Compares, hashes and prints by the fields of its class, as attrs would do.

    attrs compiles these methods anew for each class at each start of a program, and 0.24 of 0.48 ms are theirs: a class
    of ours is `@attrs.frozen(eq=False, repr=False)` and inherits them.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        kind: Any = type(self)
        read = _values_of(kind)
        return bool(read(self) == read(other))

    def __hash__(self) -> int:
        kind: Any = type(self)
        return hash((kind.__qualname__, _values_of(kind)(self)))

    def __repr__(self) -> str:
        return show_fields(self)


@cache
def _values_of(kind: Any) -> Callable[[Any], Any]:
    """Reads the fields of a record of this kind that count when two are compared."""
    names = [field.name for field in attrs.fields(kind) if field.eq]
    return attrgetter(*names) if names else lambda record: ()


@attrs.frozen(eq=False, repr=False)
class Within(Record):
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
        if self.low is None:
            return f"of at most {self.high}"
        return f"from {self.low} to {self.high}"


@attrs.frozen(eq=False, repr=False)
class OneOf(Record):
    """A text that is one of these words; a blank one among them stands for none."""

    words: tuple[str, ...]

    def __call__(self, value: Any) -> str | None:
        return None if value in self.words else f"one of {', '.join(filter(None, self.words))}"


@attrs.frozen(eq=False, repr=False)
class Above(Record):
    """A number above a bound, which is not allowed itself."""

    low: int

    def __call__(self, value: Any) -> str | None:
        return None if value > self.low else f"an amount above {self.low}"


@attrs.frozen(eq=False, repr=False)
class Without(Record):
    """The closed words of a type without some of them, which are not offered either."""

    words: frozenset[Any]


def not_blank(value: str) -> str | None:
    """What is wrong with a text of which something must be seen, or None."""
    return None if value.strip() else "a text that is not blank"


NonBlank = Annotated[str, not_blank]


ID_CHARS = 200
"""So long may an id be. A signed link holds it, and no link is too long then."""


def id_fault(id: str) -> str | None:
    """What is wrong with the id of a person or an incident, or None: two ids that look the same are the same."""
    if len(id) > ID_CHARS:
        return f"an id of at most {ID_CHARS} characters"
    if id != id.strip() or (not (id.isascii() and id.isprintable()) and any(map(is_unseen, id))):
        return "an id without blanks around it and without characters that nobody sees"
    return not_blank(id)


Id = Annotated[str, id_fault]
"""The id of a person or an incident."""


ONE_OR_MORE = object()
"""Marks a collection that may be given as one value, without a list around it."""


@attrs.frozen(eq=False, repr=False)
class Form(Record):
    """A normal form: a value takes it before its limits are asked."""

    of: Callable[[Any], Any]


def plain_name(name: str) -> str:
    """A name as it is kept: without case, width, signs that nobody sees and blanks around it; blanks within are one."""
    if not name.isascii():
        name = "".join(char for char in normalize("NFKC", name) if category(char) != "Cf")
    return " ".join(name.casefold().split())


NameOrBlank = Annotated[str, Form(plain_name)]
"""The name of a team, a type, an area, a channel or a role; or nothing."""
Name = Annotated[str, Form(plain_name), not_blank]
"""The name of a team, a type, an area, a channel or a role."""


@attrs.frozen(eq=False, repr=False)
class Written(Record):
    """How a value is written as a text, before its type is asked."""

    of: Callable[[Any], Any]


def write_value(value: Any) -> Any:
    """A number, a date, a yes or no, or an amount with its currency as a text; whatever else as it is."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | Decimal) and not _is_long(value):
        return f"{value}"
    if isinstance(value, date):
        return value.isoformat()
    if is_table(value) and set(value) == {"amount", "currency"}:
        amount, currency = value["amount"], value["currency"]
        is_number = isinstance(amount, str | int | Decimal) and not isinstance(amount, bool) and not _is_long(amount)
        return f"{amount} {currency}" if is_number and isinstance(currency, str) else value
    return value


FieldValue = Annotated[str, Written(write_value)]
"""The value of an intake field, which is kept as a text: a number, a date, a yes or no and an amount are written."""
OwnFields = Annotated[Mapping[str, FieldValue], Form(FrozenMap)]
"""Values of the fields that a policy declares, by their names."""
FieldAnswer = Annotated[str, Written(write_value), not_blank]
"""The same, and not blank."""
FileName = Annotated[str, Form(file_name)]
"""The name of a file, for people to read: never a path, and bounded; or nothing."""
Hazard = Annotated[str, Form(lambda text: plain_name(text).replace(" ", "_").replace("-", "_")), not_blank]
"""The name of a hazard, as code has it: `account_takeover`."""


_SURROGATE = re.compile("[\ud800-\udfff]")


def plain_text(value: object) -> str | None:
    """What is wrong with a text, or None. NUL and lone surrogates cannot be stored or sent."""
    if not isinstance(value, str):
        return "a text"
    if "\x00" in value:
        return "a text without NUL characters"
    if not value.isascii() and _SURROGATE.search(value):
        return "a text without lone surrogates"
    return None


def is_table(value: object) -> TypeGuard[Mapping[Any, Any]]:
    """Whether the value is a table of names and values."""
    return isinstance(value, Mapping)


def is_list(value: object) -> TypeGuard[Iterable[Any]]:
    """Whether the value is a list, tuple or set."""
    return isinstance(value, (list, tuple, set, frozenset))


def attributes(value: object) -> tuple[attrs.Attribute[Any], ...]:
    """The attributes of an attrs instance; empty for anything else."""
    found: tuple[attrs.Attribute[Any], ...] = getattr(type(value), "__attrs_attrs__", ())
    return found


def fields_with(kind: Any, holds: Callable[[Any], bool]) -> tuple[str, ...]:
    """The fields of an attrs class whose type, or one within it, `holds` says something of; an open type may be any."""
    if not attrs.has(kind):
        return ()
    hints = _hints(kind)
    return tuple(field.name for field in attrs.fields(kind) if _may_be(hints[field.name], holds, frozenset()))


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    """The types of its fields: two questions about a command want them, and of each record within it again."""
    return get_type_hints(kind)


def _may_be(hint: Any, holds: Callable[[Any], bool], seen: frozenset[Any]) -> bool:
    """Whether a value of this type may be, or hold, one of a type of which `holds` says so."""
    if hint is Any or holds(hint):
        return True
    inner = get_args(hint)
    if isinstance(hint, type) and attrs.has(hint) and hint not in seen:
        inner = (*inner, *_hints(hint).values())
    return any(_may_be(one, holds, seen | {hint}) for one in inner if one is not hint)


def _name(name: object) -> str:
    """A name from outside, made fit for a path."""
    return name if isinstance(name, str) and not plain_text(name) else _show(name)


def _show(value: object) -> str:
    try:
        text = ascii(value) if isinstance(value, str) and plain_text(value) else repr(value)
    except ValueError:  # a number too long to be written out
        text = f"a long {type(value).__name__}"
    except RecursionError:
        text = f"a deep {type(value).__name__}"
    return text if len(text) <= 60 else text[:57] + "..."


def report(value: object, path: str, expected: str, problems: Problems) -> Any:
    """Add a problem with this value. Nothing is built of it."""
    problems.append(Problem(path, _show(value), expected))
    return None


def _text(value: Any, path: str, problems: Problems) -> Any:
    if type(value) is str and value.isascii() and "\x00" not in value:  # as most are
        return value
    expected = plain_text(value)
    if expected:
        return report(value, path, expected, problems)
    return value.value if isinstance(value, Enum) else value


def _integer(value: Any, path: str, problems: Problems) -> Any:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= 2**63:
        return report(value, path, "a whole number", problems)
    return value


def _boolean(value: Any, path: str, problems: Problems) -> Any:
    if not isinstance(value, bool):
        return report(value, path, "true or false", problems)
    return value


def _decimal(value: Any, path: str, problems: Problems) -> Any:
    """No floats, which are not exact. Bounded, because 1e999999 would fill the memory when written out."""
    fits = not isinstance(value, str) or _NUMBER.fullmatch(value)
    if isinstance(value, int | str | Decimal) and not isinstance(value, bool) and fits and not _is_long(value):
        try:
            number = Decimal(value)
            if number.is_finite() and len(number.as_tuple().digits) <= 28 and abs(number.adjusted()) <= 28:
                return number
        except InvalidOperation:
            pass
    return report(value, path, "a decimal number, as text or Decimal", problems)


def _is_long(value: int | str | Decimal) -> bool:
    """Whether reading the number would take long: it has more digits than any amount, whatever they are."""
    return (
        len(value) > _DIGITS if isinstance(value, str) else isinstance(value, int) and value.bit_length() > 4 * _DIGITS
    )


def _moment(value: Any, path: str, problems: Problems) -> Any:
    expected = "an aware time, for example 2026-01-31T09:00:00+00:00"
    if type(value) is datetime and value.tzinfo is UTC:
        return value  # as those of a record are: what follows makes another one
    try:
        moment = datetime.fromisoformat(value) if isinstance(value, str) else value
        if isinstance(moment, datetime) and moment.utcoffset() is not None:
            return moment.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    return report(value, path, expected, problems)


def _day(value: Any, path: str, problems: Problems) -> Any:
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
        if isinstance(day, date) and not isinstance(day, datetime):
            return day
    except ValueError:
        pass
    return report(value, path, "a date, for example 2026-01-31", problems)


_SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400}
_DURATION = re.compile(r"(\d+) ?(s|min|h|d)")
_LONGEST = timedelta(days=36_525)


def parse_duration(text: str, digits: int) -> timedelta | None:
    """The duration of a text like `30min`, `72h` or `3 d`, with at most so many digits of any script, or None."""
    found = _DURATION.fullmatch(text)
    return timedelta(seconds=int(found[1]) * _SECONDS[found[2]]) if found and len(found[1]) <= digits else None


def _duration(value: Any, path: str, problems: Problems) -> Any:
    """From nothing to a century, so that adding it to a time never overflows."""
    span = value
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**10:
        span = timedelta(seconds=value)
    elif isinstance(value, str) and value.isascii():
        span = parse_duration(value, digits=9)
    if isinstance(span, timedelta) and timedelta(0) <= span <= _LONGEST:
        return span
    return report(value, path, "a duration: seconds, or a text like 30min, 72h, 3d", problems)


def _anything(value: Any, path: str, problems: Problems) -> Any:
    return value


_SIMPLE: dict[Any, Check] = {
    str: _text,
    int: _integer,
    bool: _boolean,
    Decimal: _decimal,
    datetime: _moment,
    date: _day,
    timedelta: _duration,
    Any: _anything,
}


def _enum(kind: type[Enum], without: frozenset[Any] = frozenset()) -> Check:
    words = {member.value: member for member in kind if member not in without}
    allowed = "one of " + ", ".join(map(str, words))

    def check(value: Any, path: str, problems: Problems) -> Any:
        found = words.get(value) if isinstance(value, str) else None
        return report(value, path, allowed, problems) if found is None else found

    if not without:
        _MEMBERS[check] = kind
    return check


_MEMBERS: dict[Check, type[Enum]] = {}
"""The enums whose members a check leaves as they are."""


def _collection(kind: Any) -> Check:
    build = get_origin(kind)
    item = checker(get_args(kind)[0])

    def check(value: Any, path: str, problems: Problems) -> Any:
        if not is_list(value):
            return report(value, path, "a list", problems)
        return build([item(one, f"{path}[{place}]", problems) for place, one in enumerate(value)])

    return check


def _one_or_more(kind: Any) -> Check:
    several, item = _collection(kind), checker(get_args(kind)[0])

    def check(value: Any, path: str, problems: Problems) -> Any:
        if is_list(value):
            return several(value, path, problems)
        return get_origin(kind)([item(value, path, problems)])

    return check


def _mapping(kind: Any) -> Check:
    key, item = map(checker, get_args(kind))

    def check(value: Any, path: str, problems: Problems) -> Any:
        if not is_table(value):
            return report(value, path, "a table of names and values", problems)
        return FrozenMap(
            (key(name, f"{path} key", problems), item(one, f"{path}.{_name(name)}", problems))
            for name, one in value.items()
        )

    return check


def _optional(kind: Any) -> Check:
    choices = [choice for choice in get_args(kind) if choice is not types.NoneType]
    inner = checker(choices[0])

    def check(value: Any, path: str, problems: Problems) -> Any:
        return None if value is None else inner(value, path, problems)

    return check


def _bounded(kind: Any) -> Check:
    base, *marks = get_args(kind)
    left_out = [mark.words for mark in marks if isinstance(mark, Without)]
    inner = _one_or_more(base) if ONE_OR_MORE in marks else _enum(base, *left_out) if left_out else checker(base)
    forms = [mark.of for mark in marks if isinstance(mark, Form)]
    written = [mark.of for mark in marks if isinstance(mark, Written)]
    limits = [mark for mark in marks if not isinstance(mark, Form | Without | Written) and mark is not ONE_OR_MORE]

    def check(value: Any, path: str, problems: Problems) -> Any:
        before = len(problems)
        for write in written:
            value = write(value)
        value = inner(value, path, problems)
        if len(problems) == before:
            for form in forms:
                value = form(value)
            for limit in limits:
                if expected := limit(value):
                    report(value, path, expected, problems)
        return value

    return check


def _record(kind: Any) -> Check:
    def check(value: Any, path: str, problems: Problems) -> Any:
        if isinstance(value, kind):
            return value
        if isinstance(value, str) and hasattr(kind, "of_text"):
            value = {next(iter(fields_of(kind))): value}
        if not is_table(value):
            return report(value, path, f"a {kind.__name__}", problems)
        return _structure_record(kind, value, path, problems)

    return check


@cache
def checker(kind: Any) -> Check:
    """The check of a type, compiled once."""
    origin: Any = get_origin(kind)
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if origin is Annotated:
        return _bounded(kind)
    if origin in (Union, types.UnionType):
        return _optional(kind)
    if origin in (tuple, frozenset):
        return _collection(kind)
    if origin is not None and issubclass(origin, Mapping):
        return _mapping(kind)
    return _enum(kind) if issubclass(kind, Enum) else _record(kind)


@cache
def fields_of(kind: Any) -> dict[str, tuple[Check, bool]]:
    """Each field that can be given, with its check and whether it is required."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        field.name: (
            checker(hints[field.name]) if field.repr else hide_found(checker(hints[field.name])),
            field.default is attrs.NOTHING,
        )
        for field in attrs.fields(kind)
        if field.init
    }


def hide_found(check: Check) -> Check:
    """The check of a field that `repr` hides: its errors hide the value too."""

    @wraps(check)
    def discreet(value: Any, path: str, problems: Problems) -> Any:
        before = len(problems)
        value = check(value, path, problems)
        if len(problems) > before:
            problems[before:] = [attrs.evolve(problem, found="a private value") for problem in problems[before:]]
        return value

    return discreet


def read_fields(
    fields: Mapping[str, tuple[Check, bool]], data: Mapping[str, Any], path: str, problems: Problems
) -> dict[str, Any] | None:
    """The values of a table by the checks of its fields, or None after adding the problems."""
    prefix = f"{path}." if path else ""
    before = len(problems)
    for name in data:
        if name not in fields:
            allowed = ", ".join(fields) or "no field"
            problems.append(Problem(f"{prefix}{_name(name)}", "an unknown field", f"one of {allowed}"))
    problems.extend(
        Problem(f"{prefix}{name}", "nothing", "a value")
        for name, (_, needed) in fields.items()
        if needed and name not in data
    )
    values = {name: fields[name][0](one, prefix + name, problems) for name, one in data.items() if name in fields}
    return None if len(problems) > before else values


def build(kind: Callable[..., Any], values: Mapping[str, Any] | None, path: str, problems: Problems) -> Any:
    """An instance, or None after adding the problems that it finds itself."""
    if values is None:
        return None
    prefix = f"{path}." if path else ""
    try:
        return kind(**values)
    except InvalidInput as invalid:
        problems.extend(attrs.evolve(problem, path=prefix + problem.path) for problem in invalid.problems)
        return None


def _structure_record(kind: Any, data: Mapping[str, Any], path: str, problems: Problems) -> Any:
    return build(kind, read_fields(fields_of(kind), data, path, problems), path, problems)


def structure(kind: type[T], data: Mapping[str, Any]) -> T:
    """Build an instance of an attrs class from plain data.

    Raises `InvalidInput` with all unknown, missing and wrong fields together.
    """
    problems: Problems = []
    instance: T = _record(kind)(data, "", problems)
    if problems:
        raise InvalidInput(tuple(problems))
    return instance


def pick_valid(kind: Any, data: Mapping[str, Any]) -> dict[str, Any]:
    """The values of loose data, such as a customer's answers, that fit fields of the class."""
    fitting: dict[str, Any] = {}
    for name, (check, _) in fields_of(kind).items():
        problems: Problems = []
        value = check(data[name], name, problems) if name in data else None
        if name in data and not problems:
            fitting[name] = value
    return fitting


def validate(instance: object) -> None:
    """Check and normalise the fields of a new frozen instance; called by `__attrs_post_init__`."""
    problems: Problems = []
    kind: Any = type(instance)
    for name, check, default, as_text, filled, members in _to_check(kind):
        given = getattr(instance, name)
        if given is default or type(given) is members:
            continue
        if as_text and type(given) is str and given.isascii() and "\x00" not in given and (not filled or given.strip()):
            continue  # as most are: `check` takes four calls to say so
        value = check(given, name, problems)
        if value is not given:
            object.__setattr__(instance, name, value)
    if problems:
        raise InvalidInput(tuple(problems))


_UNSOUND = object()


@cache
def _to_check(kind: Any) -> tuple[tuple[str, Check, Any, bool, bool, type[Enum] | None], ...]:
    """Each field that can be given: its check, the default that is right as it stands, whether it is a mere text,
    whether that is not blank, and the enum whose members are right as they are."""
    defaults = {field.name: field.default for field in attrs.fields(kind)}
    checks = [(name, check, getattr(check, "__wrapped__", check)) for name, (check, _) in fields_of(kind).items()]
    filled = checker(NonBlank)
    return tuple(
        (name, check, _sound(check, defaults[name]), mere in (_text, filled), mere is filled, _MEMBERS.get(mere))
        for name, check, mere in checks
    )


def _sound(check: Check, default: Any) -> Any:
    """The default, if its check leaves it as it is. Most fields of most records have theirs: half of the time."""
    problems: Problems = []
    return default if check(default, "", problems) is default and not problems else _UNSOUND


def replace_unchecked(instance: T, **changes: Any) -> T:
    """A copy with other values in some fields, without checking them: the caller knows that they fit."""
    kind: Any = type(instance)
    copy: T = object.__new__(kind)
    for name in fields_of(kind):
        object.__setattr__(copy, name, changes[name] if name in changes else getattr(instance, name))
    return copy


class Checked(Record):
    """A record that checks and normalises its fields when it is created."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        validate(self)


def at_utc(moment: object, path: str = "at") -> datetime:
    """The same instant in UTC. Raises `InvalidInput` for a naive time."""
    if isinstance(moment, datetime) and moment.tzinfo is UTC:
        return moment
    problems: Problems = []
    found: datetime = _moment(moment, path, problems)
    if problems:
        raise InvalidInput(tuple(problems))
    return found


# ── what a field accepts where that is more than it holds, as in `roles={"agent"}`
#
# Type checkers read the parameters of an attrs class from its converters, so each function states what may be given.
# It returns its argument, since `validate` converts all fields afterwards and reports every problem together. The
# functions are neither generic nor wrapped in `optional(...)`, because mypy or pyright then loses the type.

Amount = Decimal | int | str
Texts = list[str] | tuple[str, ...]
Words = list[str] | tuple[str, ...] | set[str] | frozenset[str]


def as_word(value: str) -> Any:
    """A member of an enum, or its text."""
    return value


def as_word_or_none(value: str | None) -> Any:
    """A member of an enum, its text, or None."""
    return value


def as_words(value: Words) -> Any:
    """Words without an order; a single text is not accepted."""
    return value


def as_texts(value: Texts) -> Any:
    """Texts in order."""
    return value


def as_numbers(value: list[int] | tuple[int, ...]) -> Any:
    """Numbers in order."""
    return value


FieldGiven = str | int | Decimal | date | Mapping[str, Amount]
"""What a field takes: a text, a number, a date, a yes or no, or `{"amount": …, "currency": …}`."""


def as_fields(value: Mapping[str, FieldGiven]) -> Any:
    """Values of intake fields by name."""
    return value


def as_dates(value: list[date] | tuple[date, ...]) -> Any:
    """Dates in order."""
    return value


def as_windows(value: Mapping[str, Texts]) -> Any:
    """The windows of each day."""
    return value


def as_amount(value: Amount) -> Any:
    """An exact amount; a float is not accepted."""
    return value


def as_limits(value: Mapping[str, Mapping[str, Amount]]) -> Any:
    """An amount for each role and currency."""
    return value
