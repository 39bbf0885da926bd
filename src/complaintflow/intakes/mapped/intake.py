"""Reads the cases of another system by a mapping: each row alone, with its line and every reason why it cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping as Table
from datetime import datetime
from typing import Any, TextIO

import attrs

from complaintflow._validation.structure import is_list, is_table, plain_text
from complaintflow.commands import Archive, Assign, Command, Import, Note, Triage
from complaintflow.errors import InvalidInput
from complaintflow.intakes._seen import SeenKeys
from complaintflow.intakes.mapped.cells import as_text, parse_time
from complaintflow.intakes.mapped.files import Line, look_up, read_csv, read_json_lines
from complaintflow.intakes.mapped.mapping import DATES, NEEDED, OF_OLD, OF_RECEIVE, Mapping, Source
from complaintflow.intakes.mapped.notes import NotesFile
from complaintflow.plugins import Incoming, Unreadable
from complaintflow.values import Customer, OldCase, OldNote, Signals
from complaintflow.vocabulary import Grade

MOST_NOTES = 100
"""So many notes come in with the case; what is more follows as notes of ours."""

_YES = frozenset({"true", "yes", "1", "public", "是", "公开", "公開"})
_SHOWN = 24
_PRIVATE = ("contact.", "customer.", "description", "fields.", "snapshot.")


@attrs.frozen
class MappedIntake:
    """R3: the rows of a file as cases of another system; keeps the contract of `Intake`.

    `lines` says that the file has JSON Lines, not CSV. `notes` are those of a second file. The key of a row is the name
    of the system with the id there, so a file may be read again.
    """

    mapping: Mapping
    lines: bool = False
    notes: NotesFile | None = None

    def read(self, source: TextIO) -> Iterator[Incoming | Unreadable]:
        """Every row, readable or not, in order."""
        with SeenKeys() as seen:
            for line in self._lines(source):
                row = Unreadable(line.number, line.broken) if line.broken else self._row(line)
                if isinstance(row, Incoming) and (first := seen.add(row.key, row.line)):
                    row = Unreadable(row.line, f"id: it stands in line {first} already")
                yield row
        if self.notes:
            yield from (Unreadable(number, f"notes: {what}") for number, what in self.notes.left())

    def _lines(self, source: TextIO) -> Iterator[Line]:
        if self.lines:
            yield from read_json_lines(source)
            return
        every = read_csv(source)
        header = next(every, Line(1, broken="there is no header"))
        missing = sorted(self.mapping.columns - set(header.cells)) if not header.broken else []
        if missing:
            there = ", ".join(header.cells)
            header = Line(header.number, broken=f"no row was read: no column {', '.join(missing)} among {there}")
        if header.broken:
            yield header
            return
        yield from every

    def _row(self, line: Line) -> Incoming | Unreadable:
        row = _Row(self.mapping, line.cells, self.notes)
        try:
            command, then = row.build()
        except InvalidInput as error:
            wrong = [*row.wrong, *(f"{one.path}: {one.expected}" for one in error.problems)]
            return Unreadable(line.number, "; ".join(dict.fromkeys(wrong)))
        return Incoming(line.number, f"{self.mapping.system}:{command.old.id}", command, then=then)


@attrs.define(repr=False)
class _Row:
    """One row on its way to a command; `wrong` says what is wrong with it, each with its field."""

    mapping: Mapping
    cells: Table[str, Any]
    notes: NotesFile | None
    wrong: list[str] = attrs.field(factory=list[str])

    def build(self) -> tuple[Import, tuple[Command, ...]]:
        """The import and the commands that follow it. Raises `InvalidInput`; `wrong` may have more."""
        given = {name: self.value(name, source) for name, source in self.mapping.fields.items()}
        self.wrong += [f"{name}: nothing" for name in NEEDED if not given.get(name)]
        state = self.state(given)
        notes = tuple(self.read_notes(str(given.get("id", ""))))
        if self.wrong:
            raise InvalidInput(())
        old = {name: value for name, value in given.items() if name in OF_OLD and value}
        old["grade"] = Grade(old["grade"]) if "grade" in old else None
        case = OldCase(self.mapping.system, **old, notes=notes[:MOST_NOTES])
        plain = {name: value for name, value in given.items() if name in OF_RECEIVE and value}
        plain |= {name: said for name in ("fields", "snapshot") if (said := _below(given, f"{name}."))}
        command = Import(customer=_customer(given), **plain, old=case)
        return command, (*_onward(command, state), *map(_later_note, notes[MOST_NOTES:]), *_end(state))

    def state(self, given: dict[str, Any]) -> str:
        """Whether it is over. Without a field for it, what has a date of closing is closed."""
        state = str(given.get("state") or ("closed" if given.get("closed_at") else "open"))
        if state == "open":
            given["closed_at"] = None  # of a case that was opened again
        elif not given.get("closed_at"):
            self.wrong.append("closed_at: nothing, though it is closed")
        return state

    def value(self, name: str, source: Source, cells: Table[str, Any] | None = None) -> Any:
        """What the row says of a field: a text, or an aware time."""
        texts = [as_text(look_up(self.cells if cells is None else cells, column)) for column in source.columns]
        there = [text for text in texts if text]
        if fault := next((found for text in there if (found := plain_text(text))), ""):
            self.wrong.append(f"{name}: not {fault}")
            return ""
        text = there[0] if there and name in {*DATES, "at"} else "\n\n".join(there)
        text = self.meaning(name, text, source) or source.default or source.constant
        if name in {*DATES, "at"}:
            return self.time(name, text, source) if text else None
        if name == "grade" and text and text not in tuple(Grade):
            self.wrong.append(f"grade: {_show(text)}, and not one of {', '.join(Grade)}")
        if name == "state" and text not in ("open", "closed", "archived", ""):
            self.wrong.append(f"state: {_show(text)} means nothing in fields.state.values")
        return text

    def meaning(self, name: str, text: str, source: Source) -> str:
        found = source.meaning(text)
        if found is None:
            shown = "a private value" if name.startswith(_PRIVATE) else _show(text)
            self.wrong.append(f"{name}: {shown} stands in no table of values ({', '.join(source.values)})")
        return found or ""

    def time(self, name: str, text: str, source: Source) -> datetime | None:
        """A time as it is written in one of the formats; one without a zone is in that of the mapping."""
        found = parse_time(text, (*source.formats, *self.mapping.formats), source.zone or self.mapping.zone)
        if found and found.tzinfo:
            return found
        fault = "has no zone, and the mapping names none" if found else "is no time of the formats"
        self.wrong.append(f"{name}: {_show(text)} {fault}")
        return None

    def read_notes(self, case: str) -> Iterator[OldNote]:
        """The notes of this case, from the row or the second file."""
        mapped = self.mapping.notes
        if mapped is None or not case:
            return
        rows: Any = look_up(self.cells, mapped.path) if mapped.path else self.notes.of(case) if self.notes else ()
        if rows is not None and not is_list(rows):
            self.wrong.append("notes: no list")
            return
        for row in rows or ():
            cells: Table[str, Any] = row if is_table(row) else {}
            said = {name: self.value(name, source, cells) for name, source in mapped.fields.items()}
            if said["text"]:
                public = str(said.get("public", "")).lower() in _YES
                yield OldNote(said["text"], said.get("at"), said.get("by", ""), public)


def _customer(given: Table[str, Any]) -> Customer:
    said = {name: value for name, value in _below(given, "customer.").items() if value}
    contact = {name: value for name, value in _below(given, "contact.").items() if value}
    return Customer(**said, contact=contact)


def _below(given: Table[str, Any], prefix: str) -> dict[str, Any]:
    return {name.removeprefix(prefix): value for name, value in given.items() if name.startswith(prefix) and value}


def _onward(command: Import, state: str) -> Iterator[Command]:
    """What brings a case that runs to where it was: by the commands of everybody, through the same gate."""
    if state == "open" and command.type:
        yield Triage(command.type, command.area, Signals(), command.old.team)
        if command.old.owner:
            yield Assign(command.old.owner)


def _later_note(note: OldNote) -> Note:
    head = " ".join(part for part in (f"{note.at:%Y-%m-%d %H:%M %z}" if note.at else "", note.by) if part)
    return Note(f"{head}: {note.text}" if head else note.text)


def _end(state: str) -> Iterator[Command]:
    if state == "archived":
        yield Archive()


def _show(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "...")
