"""The mapping file: which column of another system is which field here. All of it is checked before the first row."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping as Table
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from complaintflow._validation.bounds import read_bounded
from complaintflow._validation.structure import FrozenMap, is_list, is_table, plain_name
from complaintflow.commands import Receive
from complaintflow.errors import DefinitionError, Problem
from complaintflow.values import Customer, OldCase
from complaintflow.vocabulary import Grade

DATES = frozenset({"received_at", "closed_at", "assigned_at", "first_answered_at", "needed_by", "occurred_at"})
"""The fields that are times."""
STATES = ("open", "closed", "archived")
"""What a case of another system may be; its own word for it goes on record as `status`."""
NEEDED = ("id", "description", "channel", "customer.id", "received_at")
OF_RECEIVE = frozenset(one.name for one in attrs.fields(Receive)) - {
    *("customer", "snapshot", "follows", "attachments", "fields")
}
OF_OLD = frozenset(one.name for one in attrs.fields(OldCase)) - {"system", "notes"}
OF_CUSTOMER = frozenset(one.name for one in attrs.fields(Customer)) - {"contact"}
KNOWN = OF_RECEIVE | OF_OLD | {"state"} | {f"customer.{one}" for one in OF_CUSTOMER}
FREE = ("contact.", "fields.", "snapshot.")
"""The beginnings of fields whose rest the house names."""
ISO, UNIX = "iso", "unix"
ANY = "*"
"""In a table of values: any other value."""
_WORDS: Table[str, tuple[str, ...]] = {"state": STATES, "grade": tuple(Grade)}
_NOTE = ("text", "at", "by", "public")


@attrs.frozen
class Source:
    """Where a field comes from: its columns, what their values mean, and how a time is written."""

    columns: tuple[str, ...] = ()
    constant: str = ""
    default: str = ""
    values: Table[str, str] = FrozenMap()
    formats: tuple[str, ...] = ()
    zone: str = ""

    def meaning(self, text: str) -> str | None:
        """What a value means; None for one that stands in no table of values."""
        return self.values.get(text, self.values.get(ANY)) if text and self.values else text


@attrs.frozen
class NotesSource:
    """Where notes come from: a list in each row (`path`), or rows of a second file that name their case (`case`)."""

    fields: Table[str, Source]
    path: str = ""
    case: str = ""


@attrs.frozen
class Mapping:
    """A mapping file: the name of the other system, its fields and notes, and the zone of times that have none."""

    system: str
    fields: Table[str, Source]
    zone: str = ""
    formats: tuple[str, ...] = ()
    encoding: str = ""
    notes: NotesSource | None = None

    @property
    def columns(self) -> frozenset[str]:
        """Every column that it names."""
        return frozenset(column for one in self.fields.values() for column in one.columns)


def read_mapping(file: Path) -> Mapping:
    """The mapping of a TOML file. Raises `DefinitionError` with everything that is wrong, each with its place."""
    try:
        data: Any = read_bounded(lambda: tomllib.loads(file.read_text(encoding="utf-8-sig")), str(file))
    except (OSError, ValueError) as error:
        raise DefinitionError((Problem(str(file), str(error), "a TOML file"),)) from None
    return MappingReader().mapping(data)


@attrs.define
class MappingReader:
    """Reads a mapping and notes everything that is wrong."""

    problems: list[Problem] = attrs.field(factory=list[Problem])

    def mapping(self, data: Table[str, Any]) -> Mapping:
        fields = self.table(data, "fields")
        self.unknown(data, "", {"system", "zone", "dates", "encoding", "fields", "notes"})
        self.unknown(fields, "fields.", {*KNOWN, *(name for name in fields if name.startswith(FREE))})
        self.problems += [
            Problem(f"fields.{name}", "nothing", "a column, or a constant") for name in NEEDED if name not in fields
        ]
        found = Mapping(
            system=plain_name(self.text(data, "system", needed=True)),
            fields=FrozenMap({name: self.source(name, one) for name, one in fields.items()}),
            zone=self.zone(data, ""),
            formats=self.formats(data, "dates", ""),
            encoding=self.encoding(data),
            notes=self.notes(self.table(data, "notes")) if "notes" in data else None,
        )
        if self.problems:
            raise DefinitionError(tuple(self.problems))
        return found

    def source(self, name: str, one: Any, room: str = "fields") -> Source:
        """A column, several that are joined (of times the first that is there), or a table that says more."""
        path = _join(room, name)
        if isinstance(one, str) or is_list(one):
            return Source(self.columns(one, path))
        if not is_table(one):
            self.problems.append(Problem(path, repr(one), "a column, a list of columns, or a table"))
            return Source()
        self.unknown(one, f"{path}.", {"column", "constant", "default", "values", "format", "zone"})
        if ("column" in one) == ("constant" in one):
            self.problems.append(Problem(path, "both or none of column and constant", "one of them"))
        found = Source(
            self.columns(one.get("column", []), f"{path}.column"),
            self.text(one, "constant", path),
            self.text(one, "default", path),
            FrozenMap({str(key): str(value) for key, value in self.table(one, "values", path).items()}),
            self.formats(one, "format", path),
            self.zone(one, path),
        )
        said = {"constant": found.constant, "default": found.default}
        said |= {f"values.{key}": value for key, value in found.values.items()}
        self.words(name, path, said)
        return found

    def words(self, name: str, path: str, said: Table[str, str]) -> None:
        """A word that the library closes is one of its list."""
        for key, value in said.items():
            if value and name in _WORDS and value not in _WORDS[name]:
                self.problems.append(Problem(f"{path}.{key}", repr(value), "one of " + ", ".join(_WORDS[name])))

    def notes(self, data: Table[str, Any]) -> NotesSource:
        self.unknown(data, "notes.", {"path", "case", *_NOTE})
        if ("path" in data) == ("case" in data):
            self.problems.append(
                Problem("notes", "both or none of path and case", "path in the row, or case of a second file")
            )
        if "text" not in data:
            self.problems.append(Problem("notes.text", "nothing", "a column"))
        fields = {name: self.source(name, data[name], "notes") for name in _NOTE if name in data}
        return NotesSource(FrozenMap(fields), self.text(data, "path", "notes"), self.text(data, "case", "notes"))

    def columns(self, given: Any, path: str) -> tuple[str, ...]:
        every = (given,) if isinstance(given, str) else tuple(given) if is_list(given) else (given,)
        wrong = [one for one in every if not isinstance(one, str) or not one.strip()]
        self.problems += [Problem(path, repr(one), "the name of a column") for one in wrong]
        return tuple(one for one in every if one not in wrong)

    def table(self, data: Table[str, Any], name: str, path: str = "") -> Table[str, Any]:
        found = data.get(name, {})
        if is_table(found):
            return found
        self.problems.append(Problem(_join(path, name), repr(found), "a table"))
        return {}

    def text(self, data: Table[str, Any], name: str, path: str = "", *, needed: bool = False) -> str:
        found = data.get(name, "")
        if not isinstance(found, str) or (needed and not found.strip()):
            self.problems.append(Problem(_join(path, name), repr(found) if name in data else "nothing", "a text"))
            return ""
        return found

    def zone(self, data: Table[str, Any], path: str) -> str:
        name = self.text(data, "zone", path)
        try:
            return ZoneInfo(name).key if name else ""
        except (KeyError, OSError, ValueError):
            self.problems.append(Problem(_join(path, "zone"), repr(name), "an IANA time zone, like Asia/Shanghai"))
            return ""

    def formats(self, data: Table[str, Any], name: str, path: str) -> tuple[str, ...]:
        """The ways in which times are written, which can be read again."""
        given = data.get(name, ())
        every: tuple[Any, ...] = tuple(given) if is_list(given) else (given,)
        wrong = [one for one in every if not _is_format(one)]
        expected = "iso, unix, or a format like %Y-%m-%d %H:%M"
        self.problems += [Problem(_join(path, name), repr(one), expected) for one in wrong]
        return tuple(one for one in every if one not in wrong)

    def encoding(self, data: Table[str, Any]) -> str:
        name = self.text(data, "encoding")
        try:
            "".encode(name or "utf-8")
        except LookupError:
            self.problems.append(Problem("encoding", repr(name), "utf-8, gb18030, big5 or the like"))
        return name

    def unknown(self, data: Table[str, Any], path: str, known: Iterable[str]) -> None:
        self.problems += [
            Problem(f"{path}{name}", "an unknown name", expected) for name, expected in _strange(data, known)
        ]


def _is_format(form: object) -> bool:
    """Whether a time that is written so can be read again, with its day."""
    if not isinstance(form, str) or form in {ISO, UNIX}:
        return isinstance(form, str)
    day = datetime(2024, 11, 30, 13, 45, tzinfo=UTC)
    try:
        again: datetime = datetime.strptime(day.strftime(form), form)  # noqa: DTZ007 - its day alone counts
    except ValueError:
        return False
    return again.date() == day.date()


def _strange(data: Table[str, Any], known: Iterable[str]) -> Iterator[tuple[str, str]]:
    expected = "one of " + ", ".join(sorted(known))
    return ((name, expected) for name in data if name not in set(known))


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
