"""An outage: everybody writes at once. What it costs is counted, not timed; and nobody who writes has to wait."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import attrs
import pytest

from complaintflow import Customer, Desk, Lifecycle, Policy, commands as c
from complaintflow.desk import worker
from complaintflow.desk.unit_of_work import UnitOfWork
from complaintflow.insight.batches import Sighting
from complaintflow.plugins import Session, Store, Stored
from complaintflow.policy.batches import Batches
from complaintflow.record.history import Sealed
from complaintflow.sla.agenda import agenda
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.testing import FrozenClock
from tests import stories as s

HOUSES = {"makes": Policy(), "asks": Policy(batches=Batches(makes=False))}


@attrs.define
class Counted:
    """A store that counts what is read for the search of batches, and what each writing transaction saves."""

    store: Store
    read: int = 0
    saved: list[int] = attrs.field(factory=list[int])

    def reading(self) -> AbstractContextManager[Session]:
        return self.store.reading()

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        self.saved.append(0)
        with self.store.writing() as session:
            yield cast(Session, _Counting(session, self))

    def close(self) -> None:
        self.store.close()


class _Counting:
    def __init__(self, session: Session, counted: Counted) -> None:
        self._session, self._counted = session, counted

    def __getattr__(self, name: str) -> Any:
        return getattr(self._session, name)

    def alike(self, *given: Any) -> Iterator[Sighting]:
        for one in self._session.alike(*given):
            self._counted.read += 1
            yield one

    def save(self, stored: Stored, events: Sequence[Sealed]) -> None:
        self._counted.saved[-1] += 1
        self._session.save(stored, events)


def outage(desk: Desk, clock: FrozenClock, count: int, customers: int = 10_000) -> list[str]:
    """So many complaints of one type and area, one a second."""
    ids: list[str] = []
    for number in range(count):
        clock.later(seconds=1)
        customer = Customer(f"u-{number % customers}")
        ids.append(desk.receive(s.receive(customer=customer, order=f"A-{number}"), s.triage(), by=s.LI).id)
    return ids


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store = MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.db", synchronous="OFF")
    with closing(made):
        yield made


@pytest.mark.uncounted
@pytest.mark.parametrize("house", HOUSES)
def test_what_a_tick_reads_for_batches_grows_with_what_is_new_and_with_nothing_else(store: Store, house: str) -> None:
    """Else the desk stands still just when everybody writes."""
    counted, clock = Counted(store), FrozenClock()
    with Desk(counted, Lifecycle.default(HOUSES[house]), clock=clock) as desk:
        each: list[float] = []
        for count in (10, 20, 60):
            counted.read = 0
            outage(desk, clock, count)
            desk.tick()
            each.append(counted.read / count)
        assert each[2] <= each[1] * 1.2
        assert each[2] < 20


@pytest.mark.uncounted
@pytest.mark.parametrize(("turn", "most"), [(0.0, 1), (60.0, 30)])
def test_a_batch_is_linked_in_turns_that_are_short(
    store: Store, monkeypatch: pytest.MonkeyPatch, turn: float, most: int
) -> None:
    """Else another process cannot write until the whole batch is linked."""
    monkeypatch.setattr(worker, "_TURN", turn)
    counted, clock = Counted(store), FrozenClock()
    with Desk(counted, clock=clock) as desk:
        ids = outage(desk, clock, 30)
        counted.saved.clear()
        desk.tick()
        ((incident, count),) = Counter(desk.get(id).facts.incident for id in ids).items()
        assert (incident.removeprefix("I-") in ids, count) == (True, 30)
        assert max(counted.saved) == most


def test_one_that_cannot_be_saved_takes_nothing_of_its_turn_with_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others are linked, and those whom it would have woken as well."""
    monkeypatch.setattr(worker, "_TURN", 60.0)
    clock, save = FrozenClock(), UnitOfWork.save
    with Desk(store, clock=clock) as desk:
        ids = outage(desk, clock, 12, customers=4)
        desk.tick()
        ids += outage(desk, clock, 1)
        broken = ids[-1]

        def fails(work: UnitOfWork) -> None:
            save(work)
            if broken in {complaint.id for complaint, _ in work.changes}:
                raise ZeroDivisionError

        ids.append(desk.receive(s.receive(customer=Customer("u-new"), order="A-9"), s.triage(), by=s.LI).id)
        monkeypatch.setattr(UnitOfWork, "save", fails)
        ticked = desk.tick()
        assert {id for id, _ in ticked.failed} == {broken}
        assert not desk.get(broken).facts.incident
        assert {bool(desk.get(id).facts.incident) for id in ids if id != broken} == {True}


def test_those_who_were_too_few_before_are_linked_when_the_last_one_comes(store: Store) -> None:
    """In the same tick, though nothing of theirs was due: also the second complaint of a customer."""
    clock = FrozenClock()
    with Desk(store, clock=clock) as desk:
        ids = outage(desk, clock, 8, customers=4)
        desk.tick()
        assert {desk.get(id).facts.incident for id in ids} == {""}
        desk.receive(s.receive(customer=Customer("u-new"), order="A-9"), s.triage(), by=s.LI)
        desk.tick()
        (incident,) = {desk.get(id).facts.incident for id in ids}
        assert incident


def test_those_who_were_asked_about_alone_are_named_to_the_lead_when_an_incident_comes_near(store: Store) -> None:
    clock = FrozenClock(s.T0 + timedelta(hours=3))
    with Desk(store, Lifecycle.default(HOUSES["asks"]), clock=clock) as desk:
        ids = outage(desk, clock, 5)
        desk.tick()
        desk.link("I-7", ids[:4], by=s.LI)
        late = outage(desk, clock, 1)
        desk.tick()
        told = {id: [one.data["about"] for one in desk.get(id).body.of("Remind")] for id in (*ids, *late)}
        assert told[late[0]] == ["batch/I-7"]
        assert told[ids[4]] == ["batch/I-7"]


def tries_to_write(path: Path, tried: list[bool]) -> None:
    """Whether another connection could begin to write at once."""
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("ROLLBACK")
    tried.append(True)


@pytest.mark.uncounted
@pytest.mark.parametrize("ahead", [timedelta(0), timedelta(days=7)])
def test_nobody_who_writes_waits_for_a_dry_run_or_a_look_ahead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ahead: timedelta
) -> None:
    """Not even while a complaint is being checked."""
    path, clock, tried = tmp_path / "desk.db", FrozenClock(), list[bool]()

    def slow(*given: Any) -> Any:
        tries_to_write(path, tried)
        return agenda(*given)

    with Desk(SqliteStore(path, synchronous="OFF"), clock=clock) as desk:
        ids = outage(desk, clock, 6)
        clock.later(hours=5)
        before = (desk.head(), desk.agenda(100), desk.outbox(100))
        monkeypatch.setattr(worker, "agenda", slow)
        would = desk.tick(dry_run=True, at=clock.now + ahead)
        assert {one.complaint for one in would.done} == set(ids)
        assert len(tried) >= len(ids)
        assert (desk.head(), desk.agenda(100), desk.outbox(100)) == before


def test_between_two_turns_of_a_tick_others_may_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, clock, tried = tmp_path / "desk.db", FrozenClock(), list[bool]()
    monkeypatch.setattr(worker, "_TURN", 0.0)
    monkeypatch.setattr(worker, "sleep", lambda seconds: tries_to_write(path, tried))
    with Desk(SqliteStore(path, synchronous="OFF"), clock=clock) as desk:
        ids = outage(desk, clock, 6)
        desk.tick()
    assert len(tried) == len(ids) - 1  # after the last, nothing waits


def test_what_others_do_while_a_dry_run_reads_is_seen_or_not_but_breaks_nothing(tmp_path: Path) -> None:
    """A complaint that changes meanwhile is looked at as it is then."""
    path, clock = tmp_path / "desk.db", FrozenClock()
    with Desk(SqliteStore(path), clock=clock) as desk, Desk(SqliteStore(path), clock=clock) as other:
        ids = outage(desk, clock, 3)
        clock.later(hours=5)
        rehearsal = desk._units.rehearse(clock.now)
        other.do(ids[0], c.Withdraw(s.HEARD), by=s.LI)
        assert rehearsal.due(9, clock.now, clock.now + timedelta(minutes=5)) == tuple(ids)
        with rehearsal.reading() as session:
            stored = session.load(ids[0])
            assert stored is not None
            assert stored.complaint.state == "withdrawn"
            session.schedule(ids[0], clock.now)
            session.schedule(ids[1], None)
        assert rehearsal.due(9, clock.now, clock.now) == (ids[0],)


def test_the_history_in_a_dry_run_goes_on_with_what_happened_there_whatever_others_add(tmp_path: Path) -> None:
    path, clock = tmp_path / "desk.db", FrozenClock()
    with Desk(SqliteStore(path), clock=clock) as desk, Desk(SqliteStore(path), clock=clock) as other:
        (id,) = outage(desk, clock, 1)
        before = len(desk.history(id))
        rehearsal = desk._units.rehearse(clock.now)
        with rehearsal.reading() as session:
            for text in ("one", "two"):
                work = desk._units.within(session, clock.now)
                work.do(id, (c.Note(text),), s.LI)
                work.save()
        other.do(id, c.Withdraw(s.HEARD), by=s.LI)
        with rehearsal.reading() as session:
            history = session.history(id)
            assert [one.seq for one in history] == list(range(1, before + 3))
            assert [one.kind for one in history[before:]] == ["Note", "Note"]
            assert session.history(id, before + 1) == history[before + 1 :]
            assert session.history(id, before - 1, 2) == history[before - 1 : before + 1]
        assert desk.history(id)[-1].kind == "Withdraw"


def test_a_dry_run_knows_all_that_is_due_however_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("complaintflow.desk.rehearsal._PAGE", 2)
    clock = FrozenClock()
    with Desk.open("memory://", clock=clock) as desk:
        outage(desk, clock, 9)
        assert desk.tick(dry_run=True).checked == 9
