"""R40: what is kept for figures says what the histories say, whatever happened; and what cannot be read is named."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from complaintflow import Actor, Customer, Desk, Policy, commands as c
from complaintflow.desk import unit_of_work
from complaintflow.insight import Figures
from complaintflow.lifecycle import Lifecycle, LifecycleBuilder
from complaintflow.plugins import Host, Session
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.desk.town import Town
from tests.stores.desks import told as notified

DAY = timedelta(days=1)


def week(desk: Desk, clock: FrozenClock, days: float = 7, **more: Any) -> Figures:
    return desk.figures(since=clock.now - days * DAY, until=clock.now + DAY, by=("state", "week"), least=1, **more)


def told(figures: Figures) -> dict[str, list[object]]:
    """What figures say, apart from the ids."""
    return {
        name: [(cell.key, cell.number, cell.value) for cell in table.cells] for name, table in figures.tables.items()
    }


def house(store: Any = None, policy: Policy | None = None) -> tuple[Desk, FrozenClock]:
    """Some complaints: answered, missed, merged and closed."""
    clock = FrozenClock()
    desk = Desk(store or MemoryStore(), Lifecycle.default(policy or Policy()), Host([]), clock)
    for number in range(6):
        who = Customer(f"u-{number // 2}", contact={"email": "u@example.com"})
        id = desk.receive(s.receive(customer=who, order=f"A-{number}"), by=s.SYSTEM).id
        clock.later(hours=1)
        desk.do(id, s.triage(team="payments"), s.acknowledge(f"We have it, {number}"), by=s.LI)
        clock.later(hours=5)
        desk.tick()
    return desk, clock


def test_what_is_kept_says_what_the_histories_say_in_a_town_for_weeks() -> None:
    """Complaints merge and part, come back and end by silence; mails come back; the policy changes."""
    town = Town(random.Random(6))
    town.live(40)
    for days in (9, 400):
        kept, anew = (week(town.desk, town.clock, days, anew=anew) for anew in (False, True))
        assert kept == anew
    assert town.desk.check_integrity().sound


def test_of_a_complaint_that_was_moved_to_another_policy_the_histories_say_it() -> None:
    _, clock = house(store := MemoryStore())
    moved = Desk(store, Lifecycle.default(Policy.from_toml('zone = "Asia/Tokyo"')), Host([]), clock)
    moved.migrate(by=s.MANAGER, reason="a longer silence")
    for _ in range(2):
        assert week(moved, clock) == week(moved, clock, anew=True)
        moved.tick()


def test_a_complaint_that_cannot_be_read_is_named_and_the_others_are_counted(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "house.db"
    desk, clock = house(SqliteStore(file, synchronous="OFF"))
    damaged, *_ = [one.id for one in desk.find().complaints]
    with closing(sqlite3.connect(file)) as other, other:
        other.execute("UPDATE complaints SET counted = x'' WHERE id = ?", (damaged,))
        other.execute("UPDATE events SET changes = x'ff' WHERE complaint = 1")
    found = week(desk, clock)
    assert found.unreadable == (damaged,)
    assert found["complaints"].whole.number == 5  # type: ignore[union-attr]
    assert "is left out" in caplog.text
    desk.close()


class KeepsNoCounts(MemoryStore):
    """As one that somebody wrote before there were figures."""

    def _session(self) -> Any:
        return _Plain(super()._session())


class _Plain:
    def __init__(self, session: Session) -> None:
        self._inner = session

    def __getattr__(self, name: str) -> Any:
        if name == "counted":
            raise AttributeError(name)
        return getattr(self._inner, name)


def test_several_questions_are_answered_in_one_reading_as_each_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else a report over the histories reads each of them once for every part of its page."""
    desk, clock = house()
    asked: list[dict[str, Any]] = [
        {"since": clock.now - DAY, "until": clock.now + DAY, **more, "least": 1}
        for more in ({}, {"by": "clock", "measures": "deadlines_met"}, {"by": "type", "only": {"state": ("triaged",)}})
    ]
    asked.append({"since": clock.now - DAY / 6, "until": clock.now, "calendar": "always"})
    alone = [(desk.figures(**one), desk.figures(anew=True, **one)) for one in asked]
    reads, history = list[str](), type(desk._units.store._session()).history  # type: ignore[attr-defined]

    def counted(session: Session, id: str, *more: Any) -> Any:
        reads.append(id)
        return history(session, id, *more)

    monkeypatch.setattr(type(desk._units.store._session()), "history", counted)  # type: ignore[attr-defined]
    assert desk.figures_many(asked) == tuple(kept for kept, _ in alone)
    assert reads == []
    assert desk.figures_many(asked, anew=True) == tuple(anew for _, anew in alone)
    assert set(map(reads.count, set(reads))) <= {1, 2}  # for the case, and for the clocks that were met
    assert desk.figures_many([]) == ()


def test_a_store_that_keeps_no_counts_has_the_same_figures() -> None:
    desk, clock = house(KeepsNoCounts())
    other, _ = house()
    assert told(week(desk, clock)) == told(week(other, clock))


def test_what_cannot_be_counted_holds_up_no_command(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Or a fault in a report stops the desk."""

    def fails(*_: object) -> None:
        raise ValueError("a private word")

    desk, clock = house()
    first, *_ = [one.id for one in desk.find().complaints]
    with monkeypatch.context() as patch:
        patch.setattr(unit_of_work, "follow", fails)
        desk.do(first, c.Note("somebody looks at it"), by=s.LI)
    assert "what is counted" in caplog.text
    assert "private" not in caplog.text
    assert week(desk, clock) == week(desk, clock, anew=True)
    desk.do(first, c.Note("somebody looks at it again"), by=s.LI)
    assert week(desk, clock) == week(desk, clock, anew=True)
    assert desk.check_integrity().sound


def test_what_ends_in_a_state_of_the_house_s_own_is_closed_in_the_time_that_it_took() -> None:
    """Else a house with its own word for closed has closed nothing, and solved nothing."""
    rules = LifecycleBuilder.default()
    rules.state("done", stage="closed", en="done").replace("Close", "awaiting_confirmation", "done", who="staff system")
    clock = FrozenClock()
    with Desk.open("memory://", lifecycle=rules.build(), clock=clock) as desk:
        id = notified(desk).id
        clock.later(hours=3)
        desk.do(id, s.CONFIRM, by=s.CUSTOMER)
        assert desk.do(id, c.Close(), by=s.LI).state == "done"
        found = week(desk, clock, measures=("closing_time", "resolution_rate"))
    assert [found[name].shown[0].number for name in ("closing_time", "resolution_rate")] == [1, 1]
    assert found["resolution_rate"].shown[0].value == 1


def counted(found: Figures, measure: str) -> int:
    whole = found[measure].whole
    return whole.number if whole else 0


def test_values_are_named_as_everywhere_without_case_and_blanks() -> None:
    """Else the complaints of a test channel stand in the return to a regulator, and nobody is told."""
    with Desk.open("memory://", clock=FrozenClock()) as desk:
        for number, channel in enumerate(["Test", "App", " ＴＥＳＴ "]):
            came = c.Receive(channel, Customer(f"u-{number}", contact={"app": "x"}), "付了两次款", order=f"A-{number}")
            desk.receive(came, by=Actor.system())
        period = {"since": FrozenClock().now - timedelta(days=1), "until": FrozenClock().now + timedelta(days=1)}
        for anew in (False, True):
            left = desk.figures(without={"channel": "Test"}, measures="complaints", anew=anew, **period)
            assert counted(left, "complaints") == 1
            one = desk.figures(only={"channel": [" test"]}, measures="complaints", anew=anew, **period)
            assert counted(one, "complaints") == 2


def test_what_comes_in_at_the_end_of_a_period_is_not_in_it() -> None:
    """Imports have times to the day, so midnight is a usual one; both ways of counting say the same."""
    clock = FrozenClock()
    with Desk.open("memory://", clock=clock) as desk:
        begun = clock.now
        for number in range(2):
            command = c.Receive("app", Customer(f"u-{number}"), "付了两次款", order=f"A-{number}")
            desk.receive(command, by=Actor.system())
            clock.later(days=1)
        until = begun + timedelta(days=1)  # at which the second one came in
        found = [
            desk.figures(since=begun, until=until, measures=("complaints", "backlog"), anew=anew)
            for anew in (False, True)
        ]
        numbers = [(counted(one, "complaints"), counted(one, "backlog")) for one in found]
        assert numbers == [(1, 1), (1, 1)]
