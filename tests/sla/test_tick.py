"""What is due is done once, whoever looks, however often, and whatever breaks in between."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import pytest

from complaintflow import (
    Complaint,
    Customer,
    Desk,
    InvalidInput,
    Lifecycle,
    Policy,
    Refusal,
    StoreError,
    commands as c,
)
from complaintflow.channels import Channels
from complaintflow.desk import worker
from complaintflow.desk.ledger import fold
from complaintflow.desk.unit_of_work import CHECK_LEASE
from complaintflow.errors import Overtaken
from complaintflow.lifecycle import LifecycleBuilder
from complaintflow.lifecycle.table import TABLE
from complaintflow.plugins import Session, hookimpl
from complaintflow.policy.batches import Batches
from complaintflow.sla.agenda import agenda
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock, RecordingChannel
from tests import stories as s
from tests.sla.clock_fixtures import MONDAY, open_case
from tests.stores.child import ROOT
from tests.stores.desks import Opener, at_desk, opened, openers, received, told

LATE = MONDAY + timedelta(days=2)


def crowd(desk: Desk, count: int = 10) -> list[str]:
    """Complaints that nobody will touch."""
    return [at_desk(desk, received(desk).id, s.triage()).id for _ in range(count)]


def fired(desk: Desk, ids: list[str]) -> Counter[tuple[str, str]]:
    """What the clocks did, and how often."""
    return Counter(
        (id, f"{event.kind} {event.data.get('about', event.data.get('clock', ''))}")
        for id in ids
        for event in desk.history(id)
        if event.kind in {"Remind", "MissDeadline", "Close"}
    )


@pytest.fixture(params=["memory", "sqlite"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    return openers(request.param, tmp_path)


def test_a_tick_says_whose_state_no_lifecycle_of_the_desk_has() -> None:
    """R33: nothing is put off because one worker was started without the lifecycle of the others."""
    rules = LifecycleBuilder.default().state("shelf", "investigating", takes="staying").command("Shelve")
    shelving = rules.add("Shelve", "triaged", "shelf").build()
    store, clock = MemoryStore(), FrozenClock()
    with Desk(store, lifecycle=shelving, clock=clock) as desk:
        id = at_desk(desk, received(desk).id, s.triage(), shelving.commands["Shelve"]()).id
        clock.later(days=30)
        [failed] = Desk(store, clock=clock).tick().failed
        assert (failed[0], "has the state shelf" in failed[1]) == (id, True)


def test_alone_with_a_store_that_is_thrown_away_it_keeps_neither_tree_nor_sheets(
    opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A backtest ticks for each day that it tells again."""
    with opener(FrozenClock()) as desk:
        received(desk)
        monkeypatch.setattr(worker.Worker, "_keep_tree_and_sheets", lambda *given: pytest.fail("nobody reads them"))
        assert len(desk.backtest(desk.policy, at=s.T0 + timedelta(days=2)).told) == 1


def test_an_idle_tick_does_nothing(opener: Opener) -> None:
    clock = FrozenClock()
    with opener(clock) as desk:
        assert desk.tick() == worker.Ticked()
        received(desk)
        assert desk.tick().checked == 0
        clock.now = desk.agenda(1)[0][0]
        assert (desk.tick().checked, desk.tick().checked) == (1, 0)


def test_an_idle_tick_is_one_transaction_that_reads(opener: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    with opener(FrozenClock()) as desk:
        received(desk)
        desk.tick()
        store, begun = desk._units.store, list[str]()
        for name in ("reading", "writing"):
            begin = partial(_noting, begun, name, getattr(store, name))
            monkeypatch.setattr(store, name, begin)
        assert desk.tick() == worker.Ticked()
    assert begun == ["reading"]


def _noting(begun: list[str], name: str, begin: Callable[[], Any]) -> Any:
    begun.append(name)
    return begin()


def test_the_clocks_of_a_command_are_not_lost_when_the_process_dies_before_the_next_tick(opener: Opener) -> None:
    """When it is due stands in the transaction of the command."""
    clock = FrozenClock()
    with opener(clock) as desk:
        id = received(desk).id
        ((when, which),) = desk.agenda(9)
        assert (which, when > clock.now) == (id, True)
        clock.now = when - timedelta(seconds=1)
        assert desk.tick().checked == 0
        clock.now = when
        assert desk.tick().checked == 1


def test_clocks_that_fail_in_a_command_refuse_nobody_and_are_told_by_the_tick(
    opener: Opener, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    with opener() as desk:
        broken = Broken(1, RuntimeError("a bug"))
        broken.id = received(desk).id
        monkeypatch.setattr("complaintflow.sla.agenda.unpack_clock", breaks)
        monkeypatch.setattr(worker, "agenda", broken)
        assert desk.do(broken.id, s.triage(), by=s.LI).state == "triaged"
        assert f"the clocks of {broken.id} are left to the next tick: RuntimeError" in caplog.text
        assert [id for id, _ in desk.tick().failed] == [broken.id]


def test_a_store_that_fails_in_the_clocks_of_a_command_fails_the_command(
    opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    with opener() as desk:
        id = received(desk).id

        def fails(*more: object) -> Any:
            raise StoreError("sqlite", "disk full", "make room")

        monkeypatch.setattr("complaintflow.sla.agenda.unpack_clock", fails)
        with pytest.raises(StoreError):
            desk.do(id, s.triage(), by=s.LI)
        assert desk.get(id).version == 1


@pytest.mark.uncounted
@pytest.mark.parametrize("batch", [1, 3, 500])
def test_everything_due_is_done_in_bounded_batches(opener: Opener, batch: int) -> None:
    clock = FrozenClock()
    with opener(clock) as desk:
        ids = crowd(desk)
        clock.now = LATE
        ticked = desk.tick(batch=batch)
        assert {one.complaint for one in ticked.done} == set(ids)
        assert (ticked.checked, ticked.failed) == (10, ())
        assert set(fired(desk, ids).values()) == {1}
        assert desk.tick().done == ()


@pytest.mark.uncounted
def test_two_ticks_at_once_do_nothing_twice(opener: Opener) -> None:
    clock = FrozenClock()
    with opener(clock) as desk:
        ids = crowd(desk, 12)
        clock.now = LATE
        with ThreadPoolExecutor(4) as pool:
            ticks = list(pool.map(lambda _: desk.tick(batch=2), range(8)))
        assert sum(one.checked for one in ticks) == 12
        assert not any(one.failed for one in ticks)
        assert set(fired(desk, ids).values()) == {1}
        assert len(fired(desk, ids)) == sum(len(one.done) for one in ticks)


@pytest.mark.uncounted
def test_people_and_ticks_at_once_lose_nothing(opener: Opener) -> None:
    clock = FrozenClock()
    with opener(clock) as desk:
        ids = crowd(desk, 6)
        clock.now = LATE

        def works(id: str) -> None:
            for number in range(5):
                desk.do(id, c.Note(f"note {number}"), by=s.LI)

        with ThreadPoolExecutor(4) as pool:
            done = [pool.submit(works, id) for id in ids] + [pool.submit(desk.tick) for _ in range(6)]
            assert not any(one.exception() for one in done)
        desk.tick()
        assert set(fired(desk, ids).values()) == {1}
        assert desk.check_integrity().sound


def started(path: Path, at: datetime, *more: str) -> subprocess.Popen[str]:
    line = [sys.executable, "-m", "tests.sla.ticking_process", str(path), at.isoformat(), *more]
    found = subprocess.Popen(line, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert found.stdout is not None
    assert found.stdout.readline() == "ready\n"
    return found


@pytest.mark.uncounted
def test_two_processes_do_nothing_twice(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with opened(path) as desk:
        ids = crowd(desk)
    processes = [started(path, LATE) for _ in range(2)]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    lines = [process.communicate()[0].splitlines() for process in processes]
    with opened(path) as desk:
        assert set(fired(desk, ids).values()) == {1}
        assert sum(json.loads(some[-1])["done"] for some in lines) == len(fired(desk, ids))
        assert desk.check_integrity().sound


@pytest.mark.uncounted
def test_what_a_killed_tick_left_is_picked_up_after_the_lease(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with opened(path) as desk:
        ids = crowd(desk)
    with started(path, LATE, "slow") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("go\n")
        process.stdin.flush()
        first = json.loads(process.stdout.readline())["id"]
        process.send_signal(signal.SIGKILL)
    clock = FrozenClock(LATE)
    with opened(path, clock=clock) as desk:
        assert {id for id, _ in fired(desk, ids)} == {first}
        left = desk.tick().checked
        assert left == 7  # what was claimed is somebody's, for a while
        clock.now += CHECK_LEASE
        assert desk.tick().checked == 2
        assert set(fired(desk, ids).values()) == {1}
        assert {id for id, _ in fired(desk, ids)} == set(ids)


def breaks(*more: object) -> Any:
    raise RuntimeError("a bug")


class Broken:
    """Fails for one complaint, as often as it is told to."""

    def __init__(self, times: int, error: Exception) -> None:
        self.times, self.error = times, error
        self.real = agenda

    def __call__(self, complaint: Complaint, *more: Any) -> Any:
        if self.times and complaint.id == self.id:
            self.times -= 1
            raise self.error
        return self.real(complaint, *more)

    id = ""


def test_one_that_cannot_be_checked_holds_up_no_other(opener: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, leaves no trace, and is tried again after the lease."""
    clock, broken = FrozenClock(), Broken(1, RuntimeError("a bug"))
    with opener(clock) as desk:
        ids = crowd(desk, 4)
        clock.now, broken.id = LATE, ids[0]
        monkeypatch.setattr(worker, "agenda", broken)
        ticked = desk.tick()
        assert [(id, fault.partition(" at ")[0]) for id, fault in ticked.failed] == [(ids[0], "RuntimeError")]
        assert {id for id, _ in fired(desk, ids)} == set(ids[1:])
        assert desk.tick().checked == 0
        clock.now += CHECK_LEASE
        assert desk.tick().failed == ()
        assert {id for id, _ in fired(desk, ids)} == set(ids)


def test_what_could_not_be_looked_at_is_named_in_the_result_and_in_the_log_without_its_words(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """A house that reads no result of its ticks would never know that a complaint has no clocks any more."""
    clock, broken = FrozenClock(), Broken(1, RuntimeError("Mr Thornton owes 100"))
    with Desk.open("memory://", clock=clock) as desk:
        broken.id, *_ = crowd(desk, 2)
        clock.now = LATE
        monkeypatch.setattr(worker, "agenda", broken)
        ticked = desk.tick()
        (one,) = ticked.failed
        assert (one.complaint, one.why.partition(" at ")[0], ticked.checked) == (broken.id, "RuntimeError", 2)
        assert f"{broken.id} is not looked at: {one.why}" in caplog.text
        assert "Thornton" not in caplog.text


def test_a_store_that_fails_ends_the_tick(opener: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    clock, broken = FrozenClock(), Broken(1, StoreError("sqlite", "disk full", "make room"))
    with opener(clock) as desk:
        broken.id = received(desk).id
        clock.now = LATE
        monkeypatch.setattr(worker, "agenda", broken)
        with pytest.raises(StoreError):
            desk.tick()


def same(desk: Desk, batch: int = 500, at: datetime | None = None) -> worker.Ticked:
    """What a tick does, which is what the dry run before it said; that changed nothing."""
    before = (desk.head(), desk.agenda(1000), desk.outbox(1000))
    would = desk.tick(dry_run=True, batch=batch, at=at)
    assert (desk.head(), desk.agenda(1000), desk.outbox(1000)) == before
    ticked = desk.tick(batch=batch, at=at)
    assert would == ticked
    return ticked


@pytest.mark.parametrize("batch", [1, 3, 500])
def test_a_dry_run_says_what_a_tick_does_and_changes_nothing(opener: Opener, batch: int) -> None:
    """All of it, with what one thing leads to, by which rule, and whatever the size of a batch."""
    clock = FrozenClock()
    with opener(clock) as desk:
        ids = crowd(desk, 5)
        clock.later(days=10, hours=15.5)
        ticked = same(desk, batch)
        assert (ticked.checked, {one.complaint for one in ticked.done}) == (5, set(ids))
        assert {"R2", "R9", "R29", "R30"} <= {one.rule for one in ticked.done}
        assert "daily_progress/1/payments/2@warn1" in {
            str(one.key) for one in ticked.done
        }  # begun by the breach on record
        assert same(desk, batch) == worker.Ticked()


def test_a_dry_run_says_what_would_be_refused(opener: Opener) -> None:
    """R33: the customer asked for something new."""
    clock = FrozenClock()
    with opener(clock, [Channels({"app": RecordingChannel()})]) as desk:
        id = told(desk).id
        desk.deliver()
        at_desk(desk, id, c.Hear(s.HEARD), by=s.CUSTOMER)
        clock.later(hours=73)
        (closing,) = [one for one in same(desk).done if one.key.level == "close"]
        assert [refusal.rule for refusal in closing.refusals] == ["confirm-before-close"]


def test_a_dry_run_links_a_batch_once(opener: Opener) -> None:
    with opener(policy=Policy(batches=Batches(makes=True))) as desk:
        for number in range(6):
            desk.receive(s.receive(customer=Customer(f"u-{number}"), area="payment", type="fault"), by=s.SYSTEM)
        assert len([one for one in same(desk, 2).done if one.rule == "R12"]) == 6


@pytest.mark.parametrize("makes", [True, False])
@pytest.mark.parametrize("place", [0, 1])
def test_a_complaint_whose_neighbour_cannot_be_read_still_has_its_clocks_looked_at(makes: bool, place: int) -> None:
    """Else nobody hears of its deadlines, nor of the batch, as long as the record of somebody else is damaged."""
    store, clock = MemoryStore(), FrozenClock()
    with closing(Desk(store, Lifecycle.default(Policy(batches=Batches(makes=makes))), clock=clock)) as desk:
        ids = [
            desk.receive(s.receive(customer=Customer(f"u-{number}"), area="payment", type="fault"), by=s.SYSTEM).id
            for number in range(6)
        ]
        damaged = sorted(ids)[place]
        store.damage("complaints", damaged)
        for dry_run in (True, False):
            ticked = desk.tick(dry_run=dry_run)
            assert {id for id, _ in ticked.failed} == {damaged}
            assert len([one for one in ticked.done if one.rule == "R12"]) == (5 if makes else 1)
        store.mend()
        clock.now += CHECK_LEASE + timedelta(minutes=1)
        assert not desk.tick().failed
        assert not makes or all(desk.get(id).facts.incident for id in ids)


def test_a_dry_run_tells_no_observer_and_names_what_cannot_be_checked(
    opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    class Plugin:
        @hookimpl
        def observers(self) -> list[object]:
            return [self]

        def saw(self, complaint: Complaint, events: object) -> None:
            """An observer."""
            heard.append(complaint.id)

    clock, broken = FrozenClock(), Broken(2, RuntimeError("a bug"))
    with opener(clock, [Plugin()]) as desk:
        ids = crowd(desk, 3)
        clock.now, broken.id = LATE, ids[1]
        monkeypatch.setattr(worker, "agenda", broken)
        heard.clear()
        [(id, fault)] = desk.tick(dry_run=True).failed
        assert (id, fault.partition(" at ")[0]) == (ids[1], "RuntimeError")
        assert heard == []
        assert same_ids(desk.tick().failed) == [ids[1]]
        assert set(heard) == {ids[0], ids[2]}


def same_ids(failed: tuple[tuple[str, str], ...]) -> list[str]:
    return [id for id, _ in failed]


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_batch_of_nothing_is_refused(dry_run: bool) -> None:
    with Desk.open("memory://") as desk, pytest.raises(InvalidInput, match="batch: found 0, expected at least 1"):
        desk.tick(batch=0, dry_run=dry_run)


def test_a_clock_that_steps_backwards_is_survived(opener: Opener) -> None:
    """Nothing is fired again, nothing before its time, and what was heard stays heard."""
    clock = FrozenClock()
    with opener(clock) as desk:
        (id,) = crowd(desk, 1)
        clock.now = LATE
        desk.tick()
        before = fired(desk, [id])
        clock.now = MONDAY - timedelta(days=1)
        desk.do(id, s.update(), by=s.LI)
        assert not desk.tick().failed
        assert fired(desk, [id]) == before
        assert "running" in {one.deadline.status for one in desk.explain(id)}
        clock.now = LATE + timedelta(days=1)
        desk.tick()
        assert set(fired(desk, [id]).values()) == {1}


def test_observers_hear_of_what_clocks_did() -> None:
    heard: list[str] = []

    class Ear:
        def saw(self, complaint: object, events: Any) -> None:
            heard.extend(event.kind for event in events)

    class Plugin:
        @hookimpl
        def observers(self) -> list[Ear]:
            return [Ear()]

    clock = FrozenClock()
    with Desk.open("memory://", clock=clock, plugins=[Plugin()]) as desk:
        crowd(desk, 1)
        clock.now = LATE
        desk.tick()
    assert {"MissDeadline", "Remind"} <= set(heard)


def test_a_lifecycle_without_a_row_for_reminders_is_no_reason_to_stop() -> None:
    """What it has no move for is said in the result."""
    table = tuple(row for row in TABLE if row.kind != "Remind" or "closed" in row.sources)
    fewer = tuple(row if row.kind != "Remind" else _only_closed(row) for row in table)
    clock = FrozenClock()
    with Desk.open("memory://", clock=clock, lifecycle=Lifecycle(fewer, Policy())) as desk:
        (id,) = crowd(desk, 1)
        clock.now = LATE
        ticked = desk.tick()
        assert {refusal.rule for one in ticked.done for refusal in one.refusals} == {"not-possible"}
        assert {kind.partition(" ")[0] for _, kind in fired(desk, [id])} == {"MissDeadline"}


def _only_closed(row: Any) -> Any:
    return attrs.evolve(row, sources=frozenset({"closed"}))


def test_a_look_ahead_says_what_would_be_and_does_nothing() -> None:
    """R33: what is stamped in the future was decided by nobody."""
    case = open_case("A")
    before = case.desk.head()
    ahead = case.desk.tick(at=LATE)
    assert any(str(one.key) == "cause/1/1@due" for one in ahead.done)
    assert (ahead.dry, case.desk.head()) == (True, before)


def test_a_tick_never_acts_at_a_time_that_is_past() -> None:
    case = open_case("A").later(days=1)
    assert not case.desk.tick(at=case.clock.now - timedelta(hours=20)).dry
    assert {event.at for event in case.desk.history(case.id) if event.is_a(c.MissDeadline)} == {case.clock.now}


def test_what_one_thing_leads_to_is_done_in_the_same_look_but_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_ROUNDS", 1)
    case = open_case("A").later(days=10, hours=15.5)
    case.tick()
    assert case.misses("cause") == ["cause/1/1"]
    assert case.reminders("daily_progress/1/payments/2") == []
    case.clock.now += CHECK_LEASE
    case.tick()
    assert case.reminders("daily_progress/1/payments/2") == ["daily_progress/1/payments/2@warn1"]


def test_a_breach_that_the_rules_refuse_is_told_once_and_asked_for_again() -> None:
    """Fail closed: a custom rule may hold a command of the clocks back."""
    refusal = Refusal("ours", "not today", "wait")
    table = tuple(
        attrs.evolve(row, rules=(*row.rules, lambda ask: refusal)) if row.kind == "MissDeadline" else row
        for row in TABLE
    )
    clock = FrozenClock()
    with Desk.open("memory://", clock=clock, lifecycle=Lifecycle(table)) as desk:
        ids = crowd(desk, 1)
        for days in (2, 3, 4):
            clock.now = MONDAY + timedelta(days=days)
            at_desk(desk, ids[0], c.Note("somebody looks at it"))
            assert "ours" in {refused.rule for one in desk.tick().done for refused in one.refusals}
        assert set(fired(desk, ids).values()) == {1}
        assert {kind.partition(" ")[0] for _, kind in fired(desk, ids)} == {"Remind"}


def test_what_one_tick_folds_of_a_long_ledger_is_bounded_and_another_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """R33: a house that imports a year of cases must not wait for its reminders until the ledger is folded."""
    monkeypatch.setattr("complaintflow.desk.worker._FOLDS", 1)
    monkeypatch.setattr("complaintflow.desk.worker._TILES", 1)
    with Desk.open("memory://", clock=FrozenClock(MONDAY)) as desk:
        id = desk.receive(s.receive(), by=s.SYSTEM).id
        desk.do(id, *(c.Note(f"note {number}") for number in range(150)), by=s.LI)
        head = desk.head()
        for folded in (1, 2, 2):
            desk.tick()
            with desk._units.reading() as session:
                assert session.count_tiles(1) == folded  # type: ignore[attr-defined]  # the optional part of a session
        assert desk.head() == head


def test_a_tick_that_is_overtaken_while_it_folds_the_ledger_folds_it_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two workers on one database: the slower one must not end its tick with an error that nobody can mend."""
    tries: list[int] = []

    def overtaken_once(session: Session, most: int) -> int:
        tries.append(most)
        if len(tries) == 1:
            raise Overtaken("a store", "another worker was faster", "try again")
        return fold(session, most)

    monkeypatch.setattr("complaintflow.desk.worker.fold", overtaken_once)
    with Desk.open("memory://", clock=FrozenClock(MONDAY)) as desk:
        id = desk.receive(s.receive(), by=s.SYSTEM).id
        desk.do(id, *(c.Note(f"note {number}") for number in range(80)), by=s.LI)
        assert desk.tick().failed == ()
        with desk._units.reading() as session:
            assert session.count_tiles(1) == 1  # type: ignore[attr-defined]  # the optional part of a session
    assert len(tries) == 2
