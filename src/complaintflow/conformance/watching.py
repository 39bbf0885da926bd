"""Watches another system's log by the promises: each one that it breaks is told as it happens, with the story so far.

The promises ask no guard and read no fact. They are judged by what the witness knows: the commands, who asked for them,
the state, the messages that went out, the grade, and the ground of a closing.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, deque
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import attrs

from complaintflow.commands import Command
from complaintflow.conformance.log_map import LogMap
from complaintflow.conformance.reading import CaseReader, IgnoredRow, Move
from complaintflow.conformance.rows import LeftOut, LogRow
from complaintflow.conformance.taking import OtherSystem
from complaintflow.errors import InvalidInput
from complaintflow.lifecycle.checking.promises import Act, broken_by
from complaintflow.lifecycle.checking.stories import Line
from complaintflow.lifecycle.checking.witness import Seen, watch
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.record.complaint import Complaint, Event
from complaintflow.values import Actor
from complaintflow.vocabulary import CUSTOMER, OPEN

MOST_LINES = 100
"""So many lines of a story are kept, the latest ones."""
_LATEST = 1_000
"""So many cases that ended last are kept, whatever their time."""


@attrs.frozen
class Violation:
    """A promise that the other system broke: in which case, at which line, how, and the story up to there.

    `earlier` lines of the story are not kept any more.
    """

    case: str
    line: int
    at: datetime
    promise: str
    how: str = attrs.field(repr=False)
    story: tuple[Line, ...] = attrs.field(repr=False)
    earlier: int = 0

    def as_document(self) -> dict[str, Any]:
        """The violation as plain values."""
        head = {"kind": "violation", "case": self.case, "line": self.line, "at": self.at.isoformat()}
        story = [_plain(line) for line in self.story]
        return {**head, "promise": self.promise, "how": self.how, "earlier": self.earlier, "story": story}


def _plain(line: Line) -> dict[str, Any]:
    told = {"at": line.at, "by": line.by, "roles": [*line.roles], "team": line.team}
    return {**told, "command": line.command, "data": line.data, "state": line.state}


@attrs.define(repr=False)
class _Case:
    """One case as far as it was read."""

    reader: CaseReader
    complaint: Complaint
    story: deque[Line]
    seen: Seen = attrs.field(factory=Seen)
    at: datetime | None = None
    lines: int = 0

    def tell(self, line: Line) -> None:
        self.story.append(line)
        self.lines += 1


@attrs.define(repr=False)
class LogWatch:
    """Watches a log row by row.

    Kept are the cases that run, and those that are over for as long as they may be reopened, but the latest thousand in
    any case: a log may be sorted by case, and not by time. Of more than `most` the one that was quiet for longest is
    forgotten, and counted. With `with_words` a story has the fields of each command.
    """

    rules: Lifecycle
    log_map: LogMap
    with_ids: bool = False
    with_words: bool = False
    most: int = 100_000
    counts: Counter[str] = attrs.field(factory=Counter[str])
    _running: OrderedDict[str, _Case] = attrs.field(factory=OrderedDict[str, _Case])
    _over: OrderedDict[str, _Case] = attrs.field(factory=OrderedDict[str, _Case])
    _latest: datetime | None = None
    _other: OtherSystem = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._other = OtherSystem(self.rules, arrives=self.log_map.arrives)

    @property
    def cases(self) -> int:
        """How many cases are kept."""
        return len(self._running) + len(self._over)

    def see(self, row: LogRow | LeftOut) -> Iterator[Violation | LeftOut]:
        """What is wrong with a row: the promises that it breaks, or that nothing was made of it."""
        self.counts["rows"] += 1
        if isinstance(row, LeftOut):
            yield self._leave_out(row)
            return
        case = self._case(row.case)
        found = case.reader.read(row)
        if isinstance(found, LeftOut):
            yield self._leave_out(found)
        elif isinstance(found, IgnoredRow):
            self.counts["ignored"] += 1
        else:
            for move in found:
                yield from self._move(case, move)
        self._keep(row, case)

    def _leave_out(self, row: LeftOut) -> LeftOut:
        self.counts[row.what] += 1
        return row

    def _case(self, id: str) -> _Case:
        kept = self._running.pop(id, None) or self._over.pop(id, None)
        if kept is not None:
            return kept
        self.counts["cases"] += 1
        reader = CaseReader(self.log_map, self.rules.commands, self.with_ids)
        return _Case(reader, Complaint.blank(id), deque(maxlen=MOST_LINES))

    def _keep(self, row: LogRow, case: _Case) -> None:
        """Keep the case, and let those go that are over, or quiet for longest."""
        over = self.rules.stage_of(case.seen.state) not in OPEN
        (self._over if over else self._running)[row.case] = case
        self._latest = max(row.at, self._latest or row.at)
        since = self._latest - timedelta(days=self.rules.policy.closing.reopen_days + 1)
        while len(self._over) > _LATEST and _ended_before(next(iter(self._over.values())), since):
            self._over.popitem(last=False)
        if self.cases > self.most:
            (self._over or self._running).popitem(last=False)
            self.counts["forgotten"] += 1

    def _move(self, case: _Case, move: Move) -> Iterator[Violation | LeftOut]:
        self.counts["moves"] += 1
        case.at = max(move.at, case.at or move.at)
        move = attrs.evolve(move, at=case.at)
        try:
            event = self._other.take(case.complaint, move).event
        except InvalidInput as wrong:  # over a limit of the policy
            yield self._leave_out(LeftOut(move.line, "unreadable", str(wrong)))
            return
        case.tell(self._line(move, event))
        for promise, how in self._judge(case, move.command, move.by, event):
            self.counts["violations"] += 1
            yield Violation(
                case.complaint.id, move.line, move.at, promise, how, tuple(case.story), case.lines - len(case.story)
            )
        for receipt, arrived in self._other.arrivals(case.complaint, case.at):
            self._judge(case, receipt, Actor.system(), arrived)

    def _judge(self, case: _Case, command: Command, by: Actor, event: Event) -> list[tuple[str, str]]:
        """The promises that a move breaks. The case is then the one after it."""
        before = case.seen
        after = watch(before, command, by, event)
        stages = (self.rules.stage_of(before.state), self.rules.stage_of(str(event.state)))
        case.complaint = self.rules.evolve(case.complaint, [event])
        case.seen = after
        owner = {"": (case.complaint.facts.customer, "")}
        return [*broken_by(Act(command, by, event, before, after, stages, self.rules.policy, owner))]

    def _line(self, move: Move, event: Event) -> Line:
        data = move.command.data() if self.with_words else {}
        command, by = type(move.command).__name__, move.by
        name = by.id if self.with_ids or not by.is_customer else CUSTOMER
        return Line(event.at.isoformat(), name, tuple(sorted(by.roles)), by.team, command, data, str(event.state))


def _ended_before(case: _Case, at: datetime) -> bool:
    return case.at is None or case.at < at
