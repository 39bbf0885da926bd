"""Replays another system's log through our rules: which of its moves they would have refused, how often, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

import attrs

from complaintflow.conformance.grouping import RowsByCase
from complaintflow.conformance.log_map import LogMap
from complaintflow.conformance.reading import CaseReader, IgnoredRow, Move
from complaintflow.conformance.rows import LeftOut, LogRow
from complaintflow.conformance.taking import OtherSystem
from complaintflow.errors import InvalidInput, Refusal
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.record.complaint import Complaint

MOST_NAMED = 100
"""So many rows that were left out are kept; all are counted."""


@attrs.frozen
class RefusedMove:
    """A move that the other system made and our rules would have refused, for this reason."""

    case: str
    line: int
    at: datetime
    command: str
    state: str
    refusal: Refusal

    @property
    def rule(self) -> str:
        """The rule that refuses it."""
        return self.refusal.rule

    def as_document(self) -> dict[str, Any]:
        """The move as plain values."""
        return {
            "case": self.case,
            "line": self.line,
            "at": self.at.isoformat(),
            "command": self.command,
            "state": self.state,
            "rule": self.rule,
            "why": self.refusal.why,
            "remedy": self.refusal.remedy,
            "commands": [*self.refusal.commands],
        }


@attrs.frozen
class Departure:
    """How often one rule would have refused one command: so many moves, in so many cases, and the first of them."""

    command: str
    rule: str
    moves: int
    cases: int
    first: RefusedMove

    def as_document(self) -> dict[str, Any]:
        """The numbers and the example as plain values."""
        numbers = {"command": self.command, "rule": self.rule, "moves": self.moves, "cases": self.cases}
        return {**numbers, "first": self.first.as_document()}


@attrs.frozen(repr=False)
class ReplayReport:
    """What a replay found.

    `asked` are the moves by their command, `refused` those of them that the rules would have refused, each once.
    `cases` are all, `departing` those with a refused move. `ignored` counts rows by the reasons of the map. `left_out`
    are the first rows of which nothing was made, `left` how many there are of each kind.
    """

    system: str
    rows: int
    cases: int
    departing: int
    asked: Mapping[str, int]
    refused: Mapping[str, int]
    departures: tuple[Departure, ...]
    ignored: Mapping[str, int]
    left: Mapping[str, int]
    left_out: tuple[LeftOut, ...]

    def as_document(self) -> dict[str, Any]:
        """The report as plain values."""
        told = {field.name: getattr(self, field.name) for field in attrs.fields(ReplayReport)}
        lists = {name: [one.as_document() for one in told[name]] for name in ("departures", "left_out")}
        counts = {name: dict(told[name]) for name in ("asked", "refused", "ignored", "left")}
        return {**told, **counts, **lists}


@attrs.define
class _Count:
    """How often one rule refused one command so far."""

    first: RefusedMove
    moves: int = 0
    cases: int = 0

    def note(self, refused: RefusedMove, *, new: bool) -> None:
        self.moves += 1
        self.cases += new
        if refused.line < self.first.line:
            self.first = refused


@attrs.define(repr=False)
class Replay:
    """Goes through a log by a map, under a lifecycle. It reads no store and changes nothing.

    Kept in memory are one case and the counts; the rows wait on disk for their case.
    """

    rules: Lifecycle
    log_map: LogMap
    with_ids: bool = False
    _counts: dict[tuple[str, str], _Count] = attrs.field(factory=dict[tuple[str, str], _Count])
    _asked: Counter[str] = attrs.field(factory=Counter[str])
    _refused: Counter[str] = attrs.field(factory=Counter[str])
    _ignored: Counter[str] = attrs.field(factory=Counter[str])
    _left: Counter[str] = attrs.field(factory=Counter[str])
    _left_out: list[LeftOut] = attrs.field(factory=list[LeftOut])
    _seen: Counter[str] = attrs.field(factory=Counter[str])

    def run(self, rows: Iterable[LogRow | LeftOut]) -> Iterator[RefusedMove]:
        """Every refusal, case by case; a move with two reasons is told twice."""
        other = OtherSystem(self.rules, arrives=self.log_map.arrives)
        with RowsByCase() as cases:
            cases.add(self._readable(rows))
            for case, theirs in cases:
                yield from self._case(other, case, theirs)

    def report(self) -> ReplayReport:
        """What it found so far."""
        departures = [
            Departure(command, rule, one.moves, one.cases, one.first) for (command, rule), one in self._counts.items()
        ]
        departures.sort(key=lambda one: (-one.cases, -one.moves, one.command, one.rule))
        return ReplayReport(
            system=self.log_map.system,
            rows=self._seen["rows"],
            cases=self._seen["cases"],
            departing=self._seen["departing"],
            asked=self._asked,
            refused=self._refused,
            departures=tuple(departures),
            ignored=self._ignored,
            left=self._left,
            left_out=tuple(self._left_out),
        )

    def _readable(self, rows: Iterable[LogRow | LeftOut]) -> Iterator[LogRow]:
        for row in rows:
            self._seen["rows"] += 1
            if isinstance(row, LogRow):
                yield row
            else:
                self._leave_out(row)

    def _leave_out(self, row: LeftOut) -> None:
        self._left[row.what] += 1
        if len(self._left_out) < MOST_NAMED:
            self._left_out.append(row)

    def _case(self, other: OtherSystem, case: str, rows: Iterable[LogRow]) -> Iterator[RefusedMove]:
        reader = CaseReader(self.log_map, self.rules.commands, self.with_ids)
        complaint, told = Complaint.blank(case), set[tuple[str, str]]()
        for move in self._moves(reader, rows):
            self._asked[type(move.command).__name__] += 1
            try:
                taken = other.take(complaint, move)
            except InvalidInput as wrong:  # over a limit of the policy
                self._leave_out(LeftOut(move.line, "unreadable", str(wrong)))
                continue
            yield from self._refusals(complaint, move, taken.refusals, told)
            complaint = self.rules.evolve(complaint, [taken.event])
            complaint = self.rules.evolve(complaint, [event for _, event in other.arrivals(complaint, move.at)])
        self._seen["cases"] += 1
        self._seen["departing"] += bool(told)

    def _moves(self, reader: CaseReader, rows: Iterable[LogRow]) -> Iterator[Move]:
        for row in rows:
            found = reader.read(row)
            if isinstance(found, LeftOut):
                self._leave_out(found)
            elif isinstance(found, IgnoredRow):
                self._ignored[found.why] += 1
            else:
                yield from found

    def _refusals(
        self, complaint: Complaint, move: Move, refusals: tuple[Refusal, ...], told: set[tuple[str, str]]
    ) -> Iterator[RefusedMove]:
        command = type(move.command).__name__
        self._refused[command] += bool(refusals)
        for refusal in refusals:
            refused = RefusedMove(complaint.id, move.line, move.at, command, str(complaint.state), refusal)
            key = (command, refused.rule)
            self._counts.setdefault(key, _Count(refused)).note(refused, new=key not in told)
            told.add(key)
            yield refused
