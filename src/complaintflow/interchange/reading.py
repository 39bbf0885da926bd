"""Reads documents: each part by the type of its field, all problems at once."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Mapping, Set
from datetime import timedelta
from decimal import Decimal
from math import isfinite
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec

from complaintflow._validation.reading import FAULTS
from complaintflow._validation.structure import (
    Check,
    FrozenMap,
    Problems,
    build,
    checker,
    hide_found,
    is_list,
    is_table,
    read_fields,
    report,
)
from complaintflow.commands import Command
from complaintflow.errors import ComplaintflowError, DefinitionError, Problem, StoreError
from complaintflow.interchange.kinds import name_of
from complaintflow.interchange.scalars import TAGS
from complaintflow.interchange.shapes import (
    DERIVED,
    FORMAT,
    KIND,
    TOLD,
    VERSION,
    Field,
    PlainData,
    choices_of,
    fields_of,
    is_readable,
    is_record,
    is_union,
)
from complaintflow.interchange.writing import Options, Writer

_STANDARD = Options()
_BROKEN = (*FAULTS, StoreError)
"""What a record may raise that contradicts itself."""
_MESSAGE = "message"


class Reader:
    """Reads these kinds of records. `forms` are those that are not simply their fields; the `writer` checks them."""

    def __init__(
        self,
        known: Mapping[str, type[Any]],
        writer: Writer,
        forms: Mapping[type[Any], Callable[[Reader], Check]],
    ) -> None:
        self.known = known
        self._writer, self._forms = writer, forms
        self._checks: dict[Any, Check] = {}

    def document(self, value: Any, path: str, problems: Problems) -> Any:
        """A record that says its kind."""
        kind = self._kind_of(value, path, problems)
        return None if kind is None else self.record(kind)(value, path, problems)

    def _kind_of(self, value: Any, path: str, problems: Problems) -> type[Any] | None:
        """The kind that a document names, in a version that is known."""
        name, version = value.get(KIND), value.get(VERSION, FORMAT)
        kind = self.known.get(name) if isinstance(name, str) else None
        if kind is None:
            report(name, _join(path, KIND), "the name of a kind, like Complaint or Resolve", problems)
        elif not is_readable(kind):
            report(name, _join(path, KIND), "a kind that can be read: this one is only written", problems)
        elif _is_read(version, path, problems):
            return kind
        return None

    def of(self, hint: Any) -> Check:
        """The check of a type, compiled once."""
        if hint not in self._checks:
            self._checks[hint] = self._compile(hint)
        return self._checks[hint]

    def _compile(self, hint: Any) -> Check:
        origin = get_origin(hint)
        if hint in self._own():
            return self._own()[hint]
        if is_union(hint):
            several = choices_of(hint)
            return _optional(self.of(several[0]) if len(several) == 1 else self._choice(several))
        if origin is Literal:
            return _literal(get_args(hint))
        if origin is not None and origin is not Annotated:
            return self._several(origin, get_args(hint))
        return self._part(hint) if is_record(hint) or hint is Command else checker(hint)

    def _own(self) -> Mapping[Any, Check]:
        """The types that are read here in a way of their own."""
        return {
            Any: self.untyped,
            object: self.untyped,
            FrozenMap: self._untyped_table,
            PlainData: _plain_table,
            bytes: _bytes,
            Decimal: _decimal,
            float: _number,
            timedelta: _duration,
        }

    def _part(self, kind: Any) -> Check:
        """A record whose kind follows from its place, or another kind of it, which is named."""

        def check(value: Any, path: str, problems: Problems) -> Any:
            named = self._kind_of(value, path, problems) if is_table(value) and KIND in value else kind
            if named is None:
                return None
            if not issubclass(named, kind) or named is Command:
                return report(
                    value.get(KIND), _join(path, KIND), f"a {kind.__name__}, by the name of its kind", problems
                )
            return self.record(named)(value, path, problems)

        return check

    def _choice(self, kinds: tuple[Any, ...]) -> Check:
        """One of several types: a record says which it is, and anything else is what it is."""

        def check(value: Any, path: str, problems: Problems) -> Any:
            found = self.untyped(value, path, problems)
            if found is not None and not isinstance(found, kinds):
                names = " or ".join(kind.__name__ for kind in kinds)
                return report(value, path, f"a {names}, by the name of its kind", problems)
            return found

        return check

    def _several(self, origin: Any, arguments: tuple[Any, ...]) -> Check:
        if issubclass(origin, Mapping):
            return _table(self.of(arguments[1]))
        if origin is tuple and arguments[-1] is not Ellipsis:
            return _row([self.of(one) for one in arguments])
        return _list(self.of(arguments[0]), frozenset if issubclass(origin, Set) else tuple)

    def record(self, kind: Any) -> Check:
        """Reads the fields of one kind of record. Its name may stand beside them."""
        if (kind, "fields") not in self._checks:
            make = self._forms.get(kind)
            self._checks[kind, "fields"] = (
                make(self) if make else self.plain_record(kind, kind, tuple(DERIVED.get(name_of(kind), ())))
            )
        return self._checks[kind, "fields"]

    def plain_record(
        self,
        kind: Any,
        make: Callable[..., Any],
        derived: tuple[str, ...],
        fields: tuple[Field, ...] = (),
        own: Mapping[str, Check] = FrozenMap(),
    ) -> Check:
        """Reads these fields, by default all of the kind. What is derived may stand beside them, if it is right."""
        told = (*derived, _MESSAGE) if issubclass(kind, ComplaintflowError) else derived
        sentences = TOLD.get(name_of(kind), ())
        checks: dict[str, tuple[Check, bool]] | None = None

        def check(value: Any, path: str, problems: Problems) -> Any:
            nonlocal checks
            if isinstance(value, kind) and not is_table(value):
                return value
            if checks is None:
                checks = {
                    one.name: (own.get(one.name) or self._field(one), one.needed) for one in fields or fields_of(kind)
                }
            value = {next(iter(checks)): value} if isinstance(value, str) and hasattr(kind, "of_text") else value
            if not is_table(value):
                return report(value, path, f"a {kind.__name__}", problems)
            if not _is_read(value.get(VERSION, FORMAT), path, problems):
                return None
            given = {name: one for name, one in value.items() if name not in {KIND, VERSION, *told, *sentences}}
            try:
                found = build(make, read_fields(checks, given, path, problems), path, problems)
            except DefinitionError as wrong:
                return report("what contradicts itself", path, str(wrong), problems)
            return found if found is None else self._compare(found, value, told, path, problems)

        return check

    def _compare(
        self, found: Any, given: Mapping[str, Any], told: tuple[str, ...], path: str, problems: Problems
    ) -> Any:
        """The record, if what is derived stands beside it as it follows from its fields."""
        if not told:
            return found
        if _MESSAGE in told and _MESSAGE in given and given[_MESSAGE] != str(found):
            found = found.in_language("zh")
        try:
            right = self._writer.fields(found, _STANDARD)
        except _BROKEN as fault:
            return report(
                given.get(KIND, type(found).__name__),
                path,
                f"what makes sense; it is a {type(fault).__name__}",
                problems,
            )
        for name in told:
            if name in given and given[name] != right[name]:
                problems.append(Problem(_join(path, name), "something else", "what follows from the other fields"))
        return found

    def _field(self, one: Field) -> Check:
        return hide_found(self.of(one.hint)) if one.hidden else self.of(one.hint)

    def untyped(self, value: Any, path: str, problems: Problems) -> Any:
        """A value in a field that takes anything, as `write_untyped` writes it."""
        if is_table(value):
            return self._untyped_table(value, path, problems)
        if is_list(value):
            return tuple(self.untyped(one, f"{path}[{place}]", problems) for place, one in enumerate(value))
        if value is None or isinstance(value, bool):
            return value
        for kind, check in _PLAIN.items():
            if isinstance(value, kind):
                return check(value, path, problems)
        return report(value, path, "plain data, as JSON has it", problems)

    def _untyped_table(self, value: Any, path: str, problems: Problems) -> Any:
        if not is_table(value):
            return report(value, path, "a table of names and values", problems)
        if KIND in value:
            return self.document(value, path, problems)
        marks = [name for name in value if not isinstance(name, str) or name.startswith("$")]
        if not marks:
            return _table(self.untyped)(value, path, problems)
        if len(value) > 1 or marks[0] not in self._marks():
            return report(marks[0], f"{path} key", f"a name without $, or one of {', '.join(self._marks())}", problems)
        return self._marks()[marks[0]](value[marks[0]], path, problems)

    def _marks(self) -> Mapping[str, Check]:
        """What stands for a type that JSON has not, by its name."""
        return {
            **{name: self.of(kind) for kind, name in TAGS.items()},
            "$set": _list(self.untyped, frozenset),
            "$table": self._pairs,
            "$command": self._command_class,
        }

    def _pairs(self, value: Any, path: str, problems: Problems) -> Any:
        pairs = _list(_row([checker(str), self.untyped]), tuple)(value, path, problems)
        return FrozenMap(pair for pair in pairs or () if pair)

    def _command_class(self, value: Any, path: str, problems: Problems) -> Any:
        kind = self.known.get(value) if isinstance(value, str) else None
        if kind is None or not issubclass(kind, Command):
            return report(value, path, "the name of a command", problems)
        return kind


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _is_read(version: Any, path: str, problems: Problems) -> bool:
    """Whether the format is the one that this version reads."""
    if version is not True and version == FORMAT:
        return True
    report(version, _join(path, VERSION), f"{FORMAT}, the format that this version reads", problems)
    return False


# ── types


def _optional(check: Check) -> Check:
    return lambda value, path, problems: None if value is None else check(value, path, problems)


def _literal(words: tuple[Any, ...]) -> Check:
    expected = "one of " + ", ".join(map(str, words))

    def check(value: Any, path: str, problems: Problems) -> Any:
        return value if isinstance(value, str) and value in words else report(value, path, expected, problems)

    return check


def _table(item: Check) -> Check:
    key = checker(str)

    def check(value: Any, path: str, problems: Problems) -> Any:
        if not is_table(value):
            return report(value, path, "a table of names and values", problems)
        return FrozenMap(
            (key(name, f"{path} key", problems), item(one, _join(path, str(name)), problems))
            for name, one in value.items()
        )

    return check


def _row(items: list[Check]) -> Check:
    def check(value: Any, path: str, problems: Problems) -> Any:
        row = [*value] if is_list(value) else []
        if len(row) != len(items):
            return report(value, path, f"a list of {len(items)}", problems)
        return tuple(
            item(one, f"{path}[{place}]", problems) for place, (item, one) in enumerate(zip(items, row, strict=True))
        )

    return check


def _list(item: Check, make: Callable[[list[Any]], Any]) -> Check:
    def check(value: Any, path: str, problems: Problems) -> Any:
        if not is_list(value):
            return report(value, path, "a list", problems)
        return make([item(one, f"{path}[{place}]", problems) for place, one in enumerate(value)])

    return check


def _bytes(value: Any, path: str, problems: Problems) -> Any:
    try:
        return value if isinstance(value, bytes) else b64decode(value, validate=True)
    except (TypeError, ValueError):
        return report("a private value", path, "bytes in base64", problems)


def _decimal(value: Any, path: str, problems: Problems) -> Any:
    """A number, or `Infinity`: what somebody may pay without a limit."""
    return Decimal(value) if value == "Infinity" else checker(Decimal)(value, path, problems)


def _number(value: Any, path: str, problems: Problems) -> Any:
    fits = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 2**63 and isfinite(value)
    return float(value) if fits else report(value, path, "a number", problems)


def _duration(value: Any, path: str, problems: Problems) -> Any:
    try:
        return value if isinstance(value, timedelta) else msgspec.convert(value, timedelta)
    except (msgspec.ValidationError, OverflowError):
        return report(value, path, "a duration as ISO 8601, for example PT72H", problems)


def _plain_table(value: Any, path: str, problems: Problems) -> Any:
    """Data of a command, as they are."""
    return _plain(value, path, problems) if is_table(value) else report(value, path, "a table", problems)


def _plain(value: Any, path: str, problems: Problems) -> Any:
    if is_table(value):
        key = checker(str)
        return {
            key(name, f"{path} key", problems): _plain(one, _join(path, str(name)), problems)
            for name, one in value.items()
        }
    if is_list(value):
        return [_plain(one, f"{path}[{place}]", problems) for place, one in enumerate(value)]
    if value is None or isinstance(value, bool):
        return value
    for kind, check in _PLAIN.items():
        if isinstance(value, kind):
            return check(value, path, problems)
    return report(value, path, "plain data, as JSON has it", problems)


_PLAIN: Mapping[type[Any], Check] = {str: checker(str), int: checker(int), float: _number}
