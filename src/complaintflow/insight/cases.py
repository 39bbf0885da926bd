"""What is counted of one complaint: when it came in, was answered, solved and closed, and what it is counted by.

A case is small and has no words of anybody. It is a pure fold of the events (`follow`): in pieces or at once, it is
the same. So it is kept beside its complaint, and a report over many reads no history.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal

import msgspec

from complaintflow.record.complaint import AT_ONCE
from complaintflow.vocabulary import Grade, State

OVER = frozenset({State.WITHDRAWN, State.DECLINED, State.CLOSED, State.ARCHIVED})
"""The states in which nobody waits for us any more. A merged complaint goes on in another one."""
NEVER_ENDS = datetime.max.replace(tzinfo=UTC)
"""The end of what goes on."""
SHEET_FORMAT = 4 if sys.byteorder == "little" else 5
"""The version of what sheets hold of cases: it rises by two whenever a measure observes something else, or a field says
something else. Numbers lie there as this machine has them, and odd ones are of those with the other order of bytes."""


class Span(msgspec.Struct, frozen=True, array_like=True):
    """From when until when (UTC)."""

    since: datetime
    until: datetime


class Move(msgspec.Struct, frozen=True, array_like=True):
    """R13, R14: it went from one team to another; the grade that left and the one that arrived."""

    at: datetime
    from_team: str
    to_team: str
    grade_left: Grade | None = None
    grade_arrived: Grade | None = None

    @property
    def fell(self) -> bool:
        """Whether urgency was lost on the way."""
        arrived = -1 if self.grade_arrived is None else self.grade_arrived.rank
        return self.grade_left is not None and arrived < self.grade_left.rank


class Said(msgspec.Struct, frozen=True, array_like=True):
    """When a person told the customer something, and by which message or call; no `part` can be taken back."""

    at: datetime
    part: str = ""


class Help(msgspec.Struct, frozen=True, array_like=True):
    """R29: a task of a collaborating team, from when it was set until when it was answered."""

    task: str
    team: str
    since: datetime
    until: datetime | None = None


class Improvement(msgspec.Struct, frozen=True, array_like=True):
    """R39: what a retrospective decided to do better: when, by which task, and of what kind."""

    at: datetime
    task: str
    kind: str


class End(msgspec.Struct, frozen=True, array_like=True):
    """How it ended, and when; `back` is when it came back, by a dispute or a reopening."""

    at: datetime
    state: str
    ground: str = ""
    back: datetime | None = None


class Score(msgspec.Struct, frozen=True, array_like=True):
    """R36: what the customer said of us."""

    at: datetime
    csat: int
    nps: int | None = None


class Missed(msgspec.Struct, frozen=True, array_like=True):
    """A deadline that was missed: the clock, its run, and when that went on record."""

    at: datetime
    clock: str
    run: str


class Met(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A run of a clock that was met, and when."""

    at: datetime
    clock: str
    run: str


class Paid(msgspec.Struct, frozen=True, array_like=True):
    """R26: a compensation that was approved. `of` is the merged complaint that it came from, blank for its own."""

    at: datetime
    id: str
    kind: str
    amount: Decimal
    currency: str
    of: str = ""


class Case(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is counted of one complaint. Times are aware and in UTC.

    `intake_grade` is the first grade that it had, `grade` the present one. `answered` is when a person first told the
    customer something that stands, `answers` are those that may still be taken back, and the first that may not;
    `claimed` when we first believed that it was solved, and `confirmed` when the customer said so,
    as long as that stands. `touched` is what the latest fix touched. `handled` are the times in which the next step
    was ours, `handled_since` since when it is. `replies` are the customer's words from when they came until a person
    had handled them, `asked_since` since when some wait. `returning` says that the customer complained of it more than
    once. `imported` is the system from which it came, blank for one that came in here. `met` are the deadlines that
    were met; whoever reads a case says which. `latest` is when something last happened that may count.
    """

    id: str
    received_at: datetime = AT_ONCE
    state: str = State.NEW
    type: str = ""
    area: str = ""
    team: str = ""
    channel: str = ""
    tier: str = ""
    responsible: str = "undetermined"
    incident: str = ""
    ground: str = ""
    root_cause: str = ""
    product: str = ""
    category: str = ""
    region: str = ""
    shop: str = ""
    respondent: str = ""
    grade: Grade | None = None
    intake_grade: Grade | None = None
    imported: str = ""
    vulnerable: bool = False
    returning: bool = False
    answered: datetime | None = None
    answers: tuple[Said, ...] = ()
    asked_since: datetime | None = None
    replies: tuple[Span, ...] = ()
    claimed: datetime | None = None
    confirmed: datetime | None = None
    touched: str = ""
    handled: tuple[Span, ...] = ()
    handled_since: datetime | None = None
    moves: tuple[Move, ...] = ()
    helps: tuple[Help, ...] = ()
    improvements: tuple[Improvement, ...] = ()
    ends: tuple[End, ...] = ()
    disputes: tuple[datetime, ...] = ()
    scores: tuple[Score, ...] = ()
    paid: tuple[Paid, ...] = ()
    missed: tuple[Missed, ...] = ()
    met: tuple[Met, ...] = ()
    latest: datetime = AT_ONCE

    @property
    def counts(self) -> bool:
        """Whether it is counted at all: one that was merged is counted with the complaint that goes on."""
        return self.state not in {State.NEW, State.MERGED}

    @property
    def ended(self) -> End | None:
        """How it ended, if it is over."""
        return self.ends[-1] if self.ends and self.ends[-1].back is None else None

    def open_spans(self) -> Iterator[Span]:
        """From when until when somebody waits for us, in order; what goes on has no end in sight."""
        since = self.received_at
        for end in sorted(self.ends, key=lambda end: end.at):
            if since < end.at:
                yield Span(since, end.at)
            since = max(since, end.back or NEVER_ENDS)
        if since < NEVER_ENDS:
            yield Span(since, NEVER_ENDS)
