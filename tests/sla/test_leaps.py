"""A clock that leaps: it is not believed before it stays, it leaves no trace, and a house that was shut comes back."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from complaintflow import Customer, DefinitionError, Desk, Policy, commands as c
from complaintflow.channels import Channels
from complaintflow.plugins import Incoming, Message, Outcome
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.values import OldCase
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s
from tests.sla.clock_fixtures import MONDAY
from tests.stores.desks import Opener, at_desk, opened, openers, received

MONTH, YEAR = timedelta(days=30), timedelta(days=365)
FAR = [timedelta(days=36), YEAR, 900 * YEAR]
DELIVERED = Outcome(ReceiptStatus.DELIVERED)


@pytest.fixture(params=["memory", "sqlite"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    return openers(request.param, tmp_path)


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


def told(desk: Desk) -> list[str]:
    """Complaints with clocks that run."""
    return [at_desk(desk, received(desk, order=f"A-{number}").id, s.triage()).id for number in range(3)]


def kinds(desk: Desk, ids: list[str]) -> list[list[str]]:
    return [[event.kind for event in desk.history(id)] for id in ids]


@pytest.mark.parametrize("far", FAR)
@pytest.mark.parametrize("ticked", [False, True])
@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_clock_that_leaps_for_one_tick_leaves_no_trace(
    opener: Opener, clock: FrozenClock, far: timedelta, ticked: bool
) -> None:
    """Else breaches that never were stay on record for ever, and nobody looks again before that year."""
    with opener(clock) as desk:
        ids = told(desk)
        if ticked:
            desk.tick()
        before, looks = kinds(desk, ids), desk.agenda()
        clock.now += far
        found = desk.tick()
        assert (found.done, found.checked, found.leap is not None) == ((), 0, True)
        clock.now -= far - timedelta(minutes=1)
        assert (kinds(desk, ids), desk.agenda()) == (before, looks)
        clock.later(hours=2)
        desk.tick()
        assert max(when for when, _ in desk.agenda()) < clock.now + timedelta(days=36)


def test_a_leap_is_told_with_its_times_and_what_helps(
    opener: Opener, clock: FrozenClock, caplog: pytest.LogCaptureFixture
) -> None:
    with opener(clock) as desk:
        told(desk)
        desk.tick()
        clock.now += YEAR
        with caplog.at_level(logging.WARNING, "complaintflow.desk"):
            leap = desk.tick().leap
        assert leap is not None
        assert (leap.known, leap.now, leap.believed_from) == (MONDAY, clock.now, clock.now + timedelta(minutes=5))
        sentence = (
            "the clock went from 2026-03-02 09:00:00 to 2027-03-02 09:00:00 UTC, which is not believed yet, so nothing "
            "was done; set it right, or tick again from 2027-03-02 09:05:00 on, or believe it"
        )
        assert str(leap) == caplog.messages[0] == sentence


@pytest.mark.uncounted
@pytest.mark.parametrize("shut", [timedelta(days=14), timedelta(days=35), timedelta(days=36), YEAR])
def test_a_house_that_was_shut_comes_back_by_itself(opener: Opener, clock: FrozenClock, shut: timedelta) -> None:
    """Nobody has to be told that time went on: a few minutes later it is believed."""
    with opener(clock) as desk:
        ids = told(desk)
        desk.tick()
        clock.now += shut
        done = [len(desk.tick().done)]
        for _ in range(6):
            clock.later(minutes=1)
            done.append(len(desk.tick().done))
        assert sum(done) > 0
        assert (done[0] > 0) == (shut <= timedelta(days=35))
        assert all("MissDeadline" in one for one in kinds(desk, ids))
        assert desk.tick().leap is None


def test_a_leap_that_leaps_again_is_a_new_one(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock) as desk:
        ids = told(desk)
        before = kinds(desk, ids)
        for _ in range(4):
            clock.now += YEAR
            assert desk.tick().leap is not None
        assert kinds(desk, ids) == before


def test_a_process_whose_clock_is_right_takes_back_what_a_wrong_one_saw(opener: Opener, clock: FrozenClock) -> None:
    """One of two machines is a year ahead: however long it ticks, it is not believed while the other one ticks too."""
    with opener(clock) as desk:
        ids = told(desk)
        desk.tick()
        before = kinds(desk, ids)
        for _ in range(10):
            clock.now += YEAR
            assert desk.tick().leap is not None
            clock.now -= YEAR - timedelta(seconds=1)
            assert desk.tick().leap is None
        assert kinds(desk, ids) == before


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_person_may_say_that_the_clock_is_right(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock) as desk:
        ids = told(desk)
        desk.tick()
        clock.now += YEAR
        assert desk.tick(believe=True).leap is None
        assert all("MissDeadline" in one for one in kinds(desk, ids))
        clock.later(minutes=1)
        assert desk.tick().leap is None


def test_who_complains_meanwhile_has_seen_the_time(opener: Opener, clock: FrozenClock) -> None:
    """A house whose tick was broken for two months goes on at once: its customers went on."""
    with opener(clock) as desk:
        ids = told(desk)
        desk.tick()
        for _ in range(6):
            clock.later(days=10)
            received(desk, customer=Customer("u-18"))
        clock.later(minutes=6)
        assert desk.tick().leap is None
        assert all("MissDeadline" in one for one in kinds(desk, ids))


def test_what_came_in_while_the_clock_was_wrong_proves_nothing(opener: Opener, clock: FrozenClock) -> None:
    """The desk that takes it in has the same clock as the tick."""
    with opener(clock) as desk:
        ids = told(desk)
        desk.tick()
        clock.now += YEAR
        received(desk, customer=Customer("u-18"))
        clock.later(minutes=4)
        assert desk.tick().leap is not None
        assert not any("MissDeadline" in one for one in kinds(desk, ids))


def imported(desk: Desk, came: datetime) -> str:
    """A case of another system that came in there at this time."""
    case = c.Import("app", Customer("u-9"), "it hangs", old=OldCase("old", came.isoformat(), came))
    complaint, new = desk.receive_row(Incoming(1, came.isoformat(), case))
    assert new
    return complaint.id


def test_cases_of_long_ago_that_were_just_imported_are_no_leap(opener: Opener, clock: FrozenClock) -> None:
    """On its first evening a house read that its clock was wrong, and no deadline was looked at."""
    with opener(clock, policy=Policy()) as desk:
        for days in (4000, 300):
            imported(desk, clock.now - timedelta(days=days))
        assert desk.tick().leap is None
        clock.later(days=90)  # the import itself is what the store saw last
        assert desk.tick().leap is not None


def test_a_newest_complaint_that_nobody_can_read_tells_no_time_and_stops_no_tick(clock: FrozenClock) -> None:
    store = MemoryStore()
    with Desk(store, clock=clock) as desk:
        id = received(desk).id
        clock.later(days=200)
        store.damage("complaints", id)
        assert desk.tick().leap is None


def test_a_new_house_has_no_leap(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock) as desk:
        assert desk.tick().leap is None
        received(desk)
        clock.later(minutes=1)
        assert desk.tick().leap is None


@pytest.mark.uncounted
@pytest.mark.parametrize("far", [timedelta(days=2), YEAR, pytest.param(10 * YEAR, marks=pytest.mark.explore)])
def test_a_clock_that_came_back_says_so_and_looks_at_everything_again(
    opener: Opener, clock: FrozenClock, far: timedelta
) -> None:
    """It was believed for a while; after that nothing waits for the day that it had named."""
    with opener(clock) as desk:
        ids = told(desk)
        desk.tick()
        clock.now += far
        desk.tick(believe=True)
        clock.now -= far - timedelta(hours=1)
        leap = desk.tick().leap
        assert leap is not None
        assert (leap.now < leap.known, "back in time" in str(leap)) == (True, True)
        assert desk.tick().leap is None
        assert all(when <= clock.now + timedelta(days=36) for when, _ in desk.agenda())
        at_desk(desk, ids[0], s.update(next_at=clock.now + timedelta(hours=3)))
        clock.later(hours=4)
        assert desk.tick().checked > 0


def test_nothing_waits_longer_for_its_next_look_than_a_leap_is_long(opener: Opener, clock: FrozenClock) -> None:
    """A promise for next year is looked at before, and put off again: so a later look is a leap's."""
    with opener(clock) as desk:
        task = c.AddTask("look at the account again", "li", clock.now + timedelta(days=100))
        id = at_desk(desk, received(desk).id, s.triage(), task).id
        at_desk(desk, id, s.WITHDRAW, by=s.CUSTOMER)
        for _ in range(5):
            desk.tick()
            assert all(when <= clock.now + timedelta(days=35) for when, _ in desk.agenda())
            clock.now += MONTH
        assert [event.kind for event in desk.history(id)].count("MissDeadline") == 1


@pytest.mark.parametrize("far", [timedelta(hours=2), timedelta(days=3), YEAR, 10 * YEAR])
def test_a_lease_of_a_clock_that_leapt_is_none(opener: Opener, clock: FrozenClock, far: timedelta) -> None:
    """A send was killed while the clock was wrong; else the letter is leased until that year."""

    def answer(_: Message) -> Outcome:
        if clock.now > MONDAY + far / 2:
            raise KeyboardInterrupt
        return DELIVERED

    with opener(clock, [Channels({"app": RecordingChannel(answer)})]) as desk:
        at_desk(desk, received(desk).id, s.acknowledge())
        clock.now += far
        with pytest.raises(KeyboardInterrupt):
            desk.deliver()
        clock.now = MONDAY + timedelta(minutes=1)
        assert desk.deliver().count("delivered") == 1


def test_a_lease_of_another_machine_whose_clock_is_a_little_ahead_holds(opener: Opener, clock: FrozenClock) -> None:
    """Else a letter is sent twice while the first one is still at it."""

    def answer(_: Message) -> Outcome:
        raise KeyboardInterrupt

    with opener(clock, [Channels({"app": RecordingChannel(answer)})]) as desk:
        at_desk(desk, received(desk).id, s.acknowledge())
        clock.later(minutes=5)
        with pytest.raises(KeyboardInterrupt):
            desk.deliver()
        clock.later(minutes=-5)
        assert desk.deliver().waiting == 1


def test_what_was_sent_by_a_clock_that_leapt_counts_for_no_hour(opener: Opener, clock: FrozenClock) -> None:
    """Else the customer gets nothing until that year, since too many went in the hour."""
    one = Policy.from_toml("[sending]\nper_hour = 1\nnever_held = []")
    with opener(clock, [Channels({"app": RecordingChannel(DELIVERED)})], one) as desk:
        at_desk(desk, received(desk).id, s.acknowledge())
        clock.now += 10 * YEAR
        assert desk.deliver().count("delivered") == 1
        clock.now = MONDAY
        at_desk(desk, received(desk).id, s.acknowledge())
        assert desk.deliver().count("delivered") == 1


def test_a_wait_of_a_clock_that_leapt_is_none(opener: Opener, clock: FrozenClock) -> None:
    busy = [True]

    def answer(_: Message) -> Outcome:
        return Outcome(ReceiptStatus.FAILED, final=False, detail="busy") if busy[0] else DELIVERED

    with opener(clock, [Channels({"app": RecordingChannel(answer)})]) as desk:
        at_desk(desk, received(desk).id, s.acknowledge())
        clock.now += YEAR
        desk.deliver()
        busy[0], clock.now = False, MONDAY
        assert desk.deliver().count("delivered") == 1


@pytest.mark.parametrize("at", [2**62, 253402300800 * 10**6, -(2**62), 10**17])
@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_look_at_a_time_that_cannot_be_is_due_at_once(tmp_path: Path, at: int) -> None:
    """A damaged row of the schedule: neither does it end the tick, nor is its complaint never looked at again."""
    path, clock = tmp_path / "desk.db", FrozenClock()
    with opened(path, clock=clock) as desk:
        ids = told(desk)
        desk.tick()
        with closing(sqlite3.connect(path, isolation_level=None)) as plain:
            plain.execute("UPDATE checks SET at = ? WHERE complaint = 1", (at,))
            plain.execute("UPDATE outbox SET until = ?", (at,))
            plain.execute("INSERT OR REPLACE INTO claimed VALUES (2, ?)", (at,))
        assert len(desk.agenda()) >= 3
        clock.later(days=3)
        assert desk.tick().failed == ()
        assert all("MissDeadline" in one for one in kinds(desk, ids))
        assert desk.deliver().waiting == 0


def test_a_clock_at_the_end_of_all_times_is_a_leap(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock) as desk:
        told(desk)
        clock.now = datetime(9990, 1, 1, tzinfo=UTC)
        assert desk.tick().leap is not None
        clock.now = MONDAY
        assert desk.tick().leap is None


def test_a_house_chooses_what_a_leap_is(clock: FrozenClock, opener: Opener) -> None:
    with opener(clock, policy=Policy.from_toml('[leaps]\nlongest = "3d"\nconfirm_after = "1h"')) as desk:
        told(desk)
        clock.later(days=4)
        assert desk.tick().leap is not None
        clock.later(minutes=59)
        assert desk.tick().leap is not None
        clock.later(minutes=1)
        assert desk.tick().leap is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('[leaps]\nlongest = "0s"', "leaps.longest"),
        ('[leaps]\nskew = "-1s"', "leaps.skew"),
        ('[leaps]\nlongest = "12h"', r"sending.longest_asked: found 1 day, 0:00:00, expected at most 12:00:00"),
        ('[leaps]\nlongest = "2d"\n[sending]\nlongest_wait = "3d"', "sending.longest_wait"),
    ],
)
def test_a_wait_is_not_longer_than_a_leap(text: str, problem: str) -> None:
    """Else what waits on purpose would be taken for what a leap wrote."""
    with pytest.raises(DefinitionError, match=problem):
        Policy.from_toml(text)


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_dry_run_shows_what_believing_would_do_and_believes_nothing(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock) as desk:
        told(desk)
        desk.tick()
        clock.now += YEAR
        assert len(desk.tick(dry_run=True).done) > 0
        assert desk.tick().leap is not None


def test_a_complaint_that_cannot_be_read_is_named_by_the_tick_and_holds_up_no_other(tmp_path: Path) -> None:
    path, clock = tmp_path / "desk.db", FrozenClock()
    with opened(path, clock=clock) as desk:
        first, second, third = told(desk)
        with closing(sqlite3.connect(path, isolation_level=None)) as plain:
            plain.execute("UPDATE complaints SET facts = x'7b' WHERE id = ?", (first,))
            plain.execute("UPDATE complaints SET clocks = x'' WHERE number = 2")  # else nobody reads its history
            plain.execute("UPDATE events SET changes = x'7b' WHERE complaint = 2 AND seq = 1")
        clock.later(days=3)
        ticked = desk.tick()
        assert [(one.table, one.key) for one in ticked.unreadable] == [
            ("complaints", first),
            ("events", f"{second}#1"),
        ]
        assert [id for id, _ in ticked.failed] == [first, second]
        assert {one.complaint for one in ticked.done} == {third}
