"""A policy file computes what New York's police promised for real requests, to the second; who was late follows."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import attrs
import msgspec
import pytest

from complaintflow import Lifecycle, Policy, commands as c
from complaintflow.record.complaint import Event
from complaintflow.sla import Deadline, DeadlineStatus, deadlines
from tests import stories as s

pytestmark = pytest.mark.uncounted  # counted, it is twice as slow; the laws of the calendar reach as much

HERE = Path(__file__).parent
POLICY = Policy.from_toml(HERE / "nypd.toml")
NEW_YORK = ZoneInfo("America/New_York")
OPEN_UNTIL = datetime(2030, 1, 1, tzinfo=UTC)


def instant(text: str) -> datetime | None:
    """An instant from the city's wall; None for none."""
    return datetime.fromisoformat(text).replace(tzinfo=NEW_YORK).astimezone(UTC) if text else None


@attrs.frozen
class Request:
    """One row of the city."""

    key: str
    created: datetime
    due: str
    closed: datetime | None

    @classmethod
    def of(cls, row: dict[str, str]) -> Request:
        created = instant(row["created_date"])
        assert created is not None
        return cls(row["unique_key"], created, row["due_date"], instant(row["closed_date"]))

    def clock(self) -> Deadline:
        """Our deadline of a complaint that came and was closed at these times."""
        events = [*HISTORY]
        times = [self.created] * (len(events) - 1) + [self.closed or OPEN_UNTIL]
        happened = [msgspec.structs.replace(event, at=at) for event, at in zip(events, times, strict=True)]
        at = self.closed or OPEN_UNTIL
        (found,) = [
            one for one in deadlines(happened if self.closed else happened[:-1], POLICY, at) if one.clock == "nypd"
        ]
        return found


def _history() -> tuple[Event, ...]:
    """The shortest history that closes."""
    lifecycle = Lifecycle.default(POLICY)
    complaint, events = s.BLANK, list[Event]()
    for command, by in (
        (s.receive(), s.SYSTEM),
        (s.triage(), s.LI),
        (c.Resolve("a car was sent", s.OWN), s.LI),
        (s.PASSED, s.WANG),
        (s.notice(), s.LI),
        (s.CONFIRM, s.LI),
        (c.Close(), s.LI),
    ):
        decision = lifecycle.decide(complaint, command, by=by, at=s.T0)
        complaint = lifecycle.evolve(complaint, decision.events)
        events += decision.events
    assert complaint.state == "closed"
    return tuple(events)


HISTORY = _history()
ROWS = [
    Request.of(row) for row in csv.DictReader((HERE / "data" / "nypd.csv").read_text(encoding="utf-8").splitlines())
]


def test_the_rows_are_those_that_were_meant() -> None:
    assert len(ROWS) == len({row.key for row in ROWS}) == 263


def test_the_due_dates_are_the_citys_to_the_second() -> None:
    ours = {row.key: row.clock().due for row in ROWS}
    shown = {key: due and due.astimezone(NEW_YORK).replace(tzinfo=None).isoformat() for key, due in ours.items()}
    assert shown == {row.key: row.due for row in ROWS}


def test_who_was_late_follows() -> None:
    """By the city's own columns, compared as they stand."""
    late = {row.key for row in ROWS if row.clock().late}
    theirs = {
        row.key
        for row in ROWS
        if row.closed is None or row.closed.astimezone(NEW_YORK).replace(tzinfo=None) > datetime.fromisoformat(row.due)
    }
    assert late == theirs
    assert len(late) == 17
    assert {row.clock().status for row in ROWS if row.closed} == {DeadlineStatus.MET}
    assert max(row.clock().length for row in ROWS) == timedelta(hours=8)
