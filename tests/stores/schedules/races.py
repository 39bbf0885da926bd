"""Seeded races: faults of the store and of the desk that only show when others come in between, or somebody dies.

Each is silent as long as one acts after the other. Its docstring says what a person would lose by it.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Any

import attrs
import pytest

from complaintflow import Conflict, Desk
from complaintflow.desk import dispatch, outbox as desk_outbox
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork
from complaintflow.desk.worker import Worker
from complaintflow.record.complaint import microseconds
from complaintflow.record.keys import MessageKey
from complaintflow.stores.sql import attempts, complaints, connections, keys, outbox, schedule, turns
from complaintflow.stores.sql.dialects import POSTGRESQL
from complaintflow.stores.sqlite import store as file_store
from complaintflow.stores.sqlite.session import Session as FileSession
from tests.stores.schedules import houses, stops, stories
from tests.stores.schedules.telling import Story

Seed = Callable[[pytest.MonkeyPatch], None]


@attrs.frozen
class Race:
    """A fault, the story in which it shows, and the store that has it."""

    seed: Seed
    story: Story
    kind: str

    @property
    def name(self) -> str:
        return str(getattr(self.seed, "__name__", ""))


RACES = dict[str, Race]()


def race(story: Story, kind: str) -> Callable[[Seed], Seed]:
    """This fault shows in this story, on this store."""

    def add(seed: Seed) -> Seed:
        RACES[seed.__name__] = Race(seed, story, kind)
        return seed

    return add


def _nothing(*_: Any, **__: Any) -> None:
    """In the place of something that is done."""


def _without(text: str, *parts: str) -> str:
    for part in parts:
        assert part in text, f"{part} is not in the statement any more"
        text = text.replace(part, "")
    return text


# ── what is looked at, and whether it still stands (PostgreSQL)


@race(stories.PAYING, "postgresql")
def marks_are_not_noted(patch: pytest.MonkeyPatch) -> None:
    """Two agents pay one order: money is gone."""
    patch.setattr(turns.Turns, "_saw_mark", _nothing)
    patch.setattr(turns.Turns, "_look_at", _nothing)


@race(stories.REPEATING, "postgresql")
def what_is_listed_is_not_noted(patch: pytest.MonkeyPatch) -> None:
    """Two complaints about one order do not know of each other, and two people work on them (R5)."""
    patch.setattr(turns.Turns, "_look_at", _nothing)


@race(stories.MERGING, "postgresql")
def what_is_loaded_is_not_noted(patch: pytest.MonkeyPatch) -> None:
    """A customer who writes while agents merge gets an error, and the word is lost."""
    patch.setattr(turns.Turns, "_saw_mark", _nothing)


@race(stories.PAYING, "postgresql")
def changes_leave_no_mark(patch: pytest.MonkeyPatch) -> None:
    """Two agents pay one order: nobody sees that something changed."""
    patch.setattr(turns.Turns, "_touch", _nothing)


@race(stories.REPEATING, "postgresql")
def a_new_customer_has_no_mark(patch: pytest.MonkeyPatch) -> None:
    """The first two complaints of a customer do not know of each other: there was no mark to note."""
    whole = turns.Turns._same_marks

    def same(self: Any, rows: Any) -> bool:
        self._seen_marks = {name: changes for name, changes in self._seen_marks.items() if changes}
        return whole(self, rows)

    patch.setattr(turns.Turns, "_same_marks", same)


@race(stories.FORMS, "postgresql")
def keys_are_not_asked_at_the_turn(patch: pytest.MonkeyPatch) -> None:
    """Who sends a form twice gets an error instead of the number of the complaint."""
    patch.setattr(turns.Turns, "_missed_key", _nothing)


@race(stories.FORMS, "postgresql")
def the_second_meaning_of_a_key_is_ignored(patch: pytest.MonkeyPatch) -> None:
    """One form becomes two complaints."""
    patch.setattr(turns.Turns, "_missed_key", _nothing)
    patch.setattr(keys.Keys, "_check_new", _nothing)


@race(stories.RETRYING, "postgresql")
def what_misleads_is_told(patch: pytest.MonkeyPatch) -> None:
    """A client that asks again is told that somebody else was faster, though it was itself: it gives up, or repeats."""
    patch.setattr(attempts, "_is_misled", lambda _: False)


@race(stories.NOTING, "postgresql")
def nobody_waits_for_a_turn(patch: pytest.MonkeyPatch) -> None:
    """Two events get one place in the ledger, and one of the two people an error."""
    patch.setattr(
        connections, "POSTGRESQL", attrs.evolve(POSTGRESQL, take_turn=_without(POSTGRESQL.take_turn, " FOR UPDATE"))
    )


@race(stories.NOTING, "postgresql")
def versions_are_not_compared(patch: pytest.MonkeyPatch) -> None:
    """Two events get one number in one history, and one of the two people an error; what has no words is lost."""
    marks_are_not_noted(patch)
    update_of = complaints._update_of
    patch.setattr(complaints, "_update_of", lambda names: _without(update_of(names), " AND version = :before"))


@race(stories.NOTING, "postgresql")
def who_is_overtaken_is_not_asked_again(patch: pytest.MonkeyPatch) -> None:
    """A person gets an error for a note that contradicts nothing."""

    def write(self: UnitsOfWork, act: Callable[[Any], Any]) -> Any:
        with self.store.writing() as session:
            return act(session)

    patch.setattr(UnitsOfWork, "write", write)


@race(stories.PAYING, "postgresql")
def what_was_decided_is_saved_again(patch: pytest.MonkeyPatch) -> None:
    """Two agents pay one order: the second is not asked anew when it was overtaken."""

    def run(self: UnitsOfWork, at: Any, act: Callable[[UnitOfWork], Any]) -> Any:
        decided = list[Any]()

        def act_and_save(session: Any) -> tuple[Any, UnitOfWork]:
            if not decided:
                work = self.within(session, at)
                decided.append((act(work), work))
            answer, work = decided[0]
            work.session = session
            work.save()
            return answer, work

        answer, work = self.write(act_and_save)
        self.tell(work)
        return answer

    patch.setattr(UnitsOfWork, "run", run)


@race(stories.FOLLOWING, "postgresql")
def places_come_from_a_sequence(patch: pytest.MonkeyPatch) -> None:
    """Who follows the ledger never hears of an event that was committed late: an anchor or an export misses it."""
    number = "nextval('kept.races') - 1"
    take = _without(POSTGRESQL.take_turn, " FOR UPDATE").replace("SELECT events", f"SELECT {number}", 1)
    patch.setattr(connections, "POSTGRESQL", attrs.evolve(POSTGRESQL, take_turn=take))
    used = "setval('kept.races', greatest((SELECT last_value FROM kept.races), :events)) > 0"
    counting = turns._COUNT.replace("events = :events", "events = greatest(events, :events)")
    patch.setattr(turns, "_COUNT", f"{counting} WHERE {used}")
    whole = houses.PostgresHouse.restore

    def restore(self: houses.PostgresHouse) -> None:
        whole(self)
        self._plain.execute("SELECT setval('kept.races', (SELECT events + 1 FROM complaintflow_ledger), false)")

    patch.setattr(houses.PostgresHouse, "restore", restore)
    patch.setattr(houses, "PREPARE", "DROP SEQUENCE IF EXISTS kept.races; CREATE SEQUENCE kept.races")


@race(stories.AUDITING, "postgresql")
def a_reader_sees_many_moments(patch: pytest.MonkeyPatch) -> None:
    """An audit beside people at work finds faults that are none, and somebody is woken up at night."""
    patch.setattr(stops, "READERS_SEE_ONE_MOMENT", False)
    begin = POSTGRESQL.begin_reading.replace("REPEATABLE READ", "READ COMMITTED")
    patch.setattr(connections, "POSTGRESQL", attrs.evolve(POSTGRESQL, begin_reading=begin))


# ── the outbox and the schedule (PostgreSQL)


@race(stories.DELIVERING, "postgresql")
def a_claim_locks_nothing(patch: pytest.MonkeyPatch) -> None:
    """The customer gets a letter twice."""
    patch.setattr(outbox, "_FREE", _without(outbox._FREE, " FOR UPDATE SKIP LOCKED"))


@race(stories.SHARING, "postgresql")
def what_another_one_takes_now_is_overtaken(patch: pytest.MonkeyPatch) -> None:
    """The customer reads that it is solved before they read that we have it."""
    patch.setattr(outbox, "_FREE", outbox._FREE.replace(", EXISTS (", ", 1 = 0 AND EXISTS ("))


@race(stories.SHARING, "postgresql")
def what_another_one_has_is_overtaken(patch: pytest.MonkeyPatch) -> None:
    """The same, as long as the first letter is sent."""
    patch.setattr(outbox, "_FREE", outbox._FREE.replace("sent.leased = 1", "sent.leased = 2"))


@race(stories.DELIVERING, "postgresql")
def a_claim_is_no_lease(patch: pytest.MonkeyPatch) -> None:
    """The customer gets a letter twice, when a second worker looks while the first one sends."""
    lease = "UPDATE complaintflow_outbox SET attempts = attempts + 1 WHERE number IN :numbers"
    patch.setattr(outbox, "_LEASE", lease)


@race(stories.DELIVERING, "postgresql")
def sendings_are_not_counted(patch: pytest.MonkeyPatch) -> None:
    """A letter that kills each worker is sent for ever."""
    patch.setattr(outbox, "_LEASE", _without(outbox._LEASE, ", attempts = attempts + 1"))


@race(stories.LIMITING, "postgresql")
def sendings_leave_no_mark(patch: pytest.MonkeyPatch) -> None:
    """The customer gets more letters in an hour than the house allows."""
    whole = outbox.Outbox.note_sending

    def note(self: Any, recipient: str, at: Any) -> None:
        before = set(self._touched)
        whole(self, recipient, at)
        self._touched = before

    patch.setattr(outbox.Outbox, "note_sending", note)


@race(stories.RECALLING, "postgresql")
def letters_are_not_looked_at_again(patch: pytest.MonkeyPatch) -> None:
    """A letter is taken back that the customer has already; the record says that they were never told."""
    sendings_leave_no_mark(patch)
    patch.setattr(turns.Turns, "_saw_letter", _nothing)


@race(stories.RECALLING, "postgresql")
def a_letter_is_known_by_its_number_alone(patch: pytest.MonkeyPatch) -> None:
    """The same: that it is there still is looked at, and not whether somebody has it in hand."""
    sendings_leave_no_mark(patch)

    def same(self: Any, rows: Any) -> bool:
        return {number for number, _, _ in rows} == {*self._seen_letters}

    patch.setattr(turns.Turns, "_same_letters", same)


@race(stories.TICKING, "postgresql")
def a_tick_takes_without_a_lock(patch: pytest.MonkeyPatch) -> None:
    """Two ticks look at one complaint at once, and each does it for nothing."""
    patch.setattr(schedule, "_DUE", _without(schedule._DUE, " FOR UPDATE SKIP LOCKED"))


@race(stories.TICKING, "postgresql")
def a_tick_takes_without_a_lease(patch: pytest.MonkeyPatch) -> None:
    """The same, for as long as the first one looks."""
    patch.setattr(schedule, "_LEASE", "UPDATE complaintflow_checks SET leased = 0 WHERE complaint IN :numbers")


# ── one transaction becomes two (the embedded store)


def _split(patch: pytest.MonkeyPatch, method: str) -> None:
    """What is written before this is saved by itself."""
    whole = getattr(FileSession, method)

    def split(self: FileSession, *args: Any, **more: Any) -> Any:
        self._connection.execute("COMMIT")
        self._connection.execute("BEGIN IMMEDIATE")
        return whole(self, *args, **more)

    patch.setattr(FileSession, method, split)


@race(stories.FORMS, "sqlite")
def keys_are_remembered_later(patch: pytest.MonkeyPatch) -> None:
    """A form whose page died and was sent again becomes two complaints."""
    _split(patch, "remember")


@race(stories.COMPLAINING, "sqlite")
def checks_are_scheduled_later(patch: pytest.MonkeyPatch) -> None:
    """No clock of the complaint ever rings: nobody is reminded, and it waits for ever."""
    _split(patch, "schedule")


@race(stories.NOTING, "sqlite")
def the_snapshot_is_saved_before_the_history(patch: pytest.MonkeyPatch) -> None:
    """A complaint says that something happened, and no event tells what."""
    _split(patch, "_append")


@race(stories.SPEAKING, "sqlite")
def letters_are_saved_later(patch: pytest.MonkeyPatch) -> None:
    """The history says that the customer was written to, and no letter ever goes."""
    _split(patch, "enqueue")


@race(stories.DELIVERING, "sqlite")
def a_letter_goes_before_its_receipt(patch: pytest.MonkeyPatch) -> None:
    """Nobody knows what became of a letter, and the customer's silence is never counted from it."""
    whole = desk_outbox._put_back

    def put_back(work: UnitOfWork, entry: Any, stays: Any) -> None:
        whole(work, entry, stays)
        session: Any = work.session
        session._connection.execute("COMMIT")
        session._connection.execute("BEGIN IMMEDIATE")

    patch.setattr(desk_outbox, "_put_back", put_back)


@race(stories.DELIVERING, "sqlite")
def a_letter_leaves_the_outbox_when_it_is_claimed(patch: pytest.MonkeyPatch) -> None:
    """A letter is lost with the worker that was to send it."""
    whole = FileSession.claim

    def claim(self: FileSession, *args: Any) -> Any:
        found = whole(self, *args)
        for one in found:
            self.remove(one.number)
        return found

    patch.setattr(FileSession, "claim", claim)


@race(stories.ALONE, "sqlite")
def it_is_sent_before_the_claim_is_saved(patch: pytest.MonkeyPatch) -> None:
    """A letter that kills each worker is sent for ever, since no attempt is on record."""
    whole, send = desk_outbox.Outbox._turn, desk_outbox.Outbox._send
    sent = dict[int, Any]()

    def turn(self: Any, work: Any, **more: Any) -> Any:
        run, taken = whole(self, work, **more)
        if taken is not None:
            work.save()
            sent[id(taken)] = send(self, taken, more["now"])
        return run, taken

    def hand_over(_self: Any, taken: Any, _now: Any) -> Any:
        return sent.pop(id(taken))

    patch.setattr(UnitsOfWork, "run", _saving_once(UnitsOfWork.run))
    patch.setattr(desk_outbox.Outbox, "_turn", turn)
    patch.setattr(desk_outbox.Outbox, "_send", hand_over)


def _saving_once(whole: Any) -> Any:
    """A unit of work that was saved within is not saved a second time."""

    def run(self: UnitsOfWork, at: Any, act: Callable[[UnitOfWork], Any]) -> Any:
        def once(work: UnitOfWork) -> Any:
            save, saved = work.save, list[int]()

            def save_once() -> None:
                if not saved:
                    saved.append(1)
                    save()

            work.save = save_once  # type: ignore[method-assign]
            return act(work)

        return whole(self, at, once)

    return run


@race(stories.TICKING, "sqlite")
def what_is_due_is_taken_off_the_list(patch: pytest.MonkeyPatch) -> None:
    """With a tick that dies the clocks of a complaint stand still for ever."""
    whole = FileSession.due

    def due(self: FileSession, *args: Any) -> Any:
        found = whole(self, *args)
        self._execute("DELETE FROM claimed")
        return found

    patch.setattr(FileSession, "due", due)


@race(stories.NOTING, "sqlite")
def a_writer_takes_the_file_late(patch: pytest.MonkeyPatch) -> None:
    """Who has read before another one wrote gets an error, however long they wait."""
    patch.setattr(file_store, "_WRITE", "BEGIN")


# ── the desk asks too early, or gives away too much (the embedded store)


@race(stories.SEEING, "sqlite")
def what_the_caller_saw_is_compared_before(patch: pytest.MonkeyPatch) -> None:
    """An agent overwrites what another one did meanwhile, without having seen it."""
    whole = Desk.do

    def do(self: Desk, id: str, *commands: Any, expect: int | None = None, **more: Any) -> Any:
        if expect is not None and (found := self.get(id).version) != expect:
            raise Conflict(id, expect, found)
        return whole(self, id, *commands, **more)

    patch.setattr(Desk, "do", do)


@race(stories.FORMS, "sqlite")
def keys_are_looked_up_before(patch: pytest.MonkeyPatch) -> None:
    """Who sends a form twice gets an error instead of the number of the complaint."""
    _ask_before(patch, UnitOfWork, "first_use", lambda desk, args, more: _first_use(desk, more))


def _first_use(desk: Desk, more: Any) -> Any:
    key = more.get("key")
    if key is None:
        return None
    with desk._units.reading() as session:
        return session.result_for_key(desk_key(key).hidden(desk._units.chain_key))


def desk_key(key: str) -> Any:
    """The key of a caller as the desk has it."""
    from complaintflow.desk.idempotency import of_caller

    return of_caller(key)


def _ask_before(patch: pytest.MonkeyPatch, owner: type, method: str, ask: Callable[[Desk, Any, Any], Any]) -> None:
    """What this method answers is asked in a transaction of its own, before that of the command."""
    whole = getattr(owner, method)
    asked = dict[Any, Any]()

    def answer(self: Any, *args: Any, **more: Any) -> Any:
        from threading import get_ident

        return asked[get_ident()] if get_ident() in asked else whole(self, *args, **more)

    def asking(call: Any) -> Any:
        def act(self: Desk, *args: Any, **more: Any) -> Any:
            from threading import get_ident

            asked[get_ident()] = ask(self, args, more)
            try:
                return call(self, *args, **more)
            finally:
                asked.pop(get_ident(), None)

        return act

    patch.setattr(owner, method, answer)
    for name in ("do", "receive"):
        patch.setattr(Desk, name, asking(getattr(Desk, name)))


@race(stories.PAYING, "sqlite")
def what_was_paid_is_asked_before(patch: pytest.MonkeyPatch) -> None:
    """Two agents pay one order: each asked before the other one paid."""
    whole = UnitOfWork._find_matter

    def ask(desk: Desk, args: Any, _more: Any) -> Any:
        if not args or not isinstance(args[0], str):
            return ()
        with desk._units.reading() as session:
            work = desk._units.within(session, desk._now())
            return whole(work, work.load(args[0]))

    _ask_before(patch, UnitOfWork, "_find_matter", ask)


@race(stories.MERGING, "sqlite")
def the_way_of_a_word_is_asked_before(patch: pytest.MonkeyPatch) -> None:
    """A customer who writes while agents merge gets an error, and the word is lost."""

    def ask(desk: Desk, args: Any, _more: Any) -> Any:
        id, command, *_ = args if isinstance(args[0], str) else ("", None)
        if not id:
            return id
        with desk._units.reading() as session:
            work = desk._units.within(session, desk._now())
            return work.merge_chain(id)[-1].id if type(command).__name__ == "Hear" else id

    _ask_before(patch, UnitOfWork, "_receiver", ask)


@race(stories.RECALLING, "sqlite")
def the_outbox_is_looked_at_before(patch: pytest.MonkeyPatch) -> None:
    """A letter is taken back that the customer has already; the record says that they were never told."""
    whole = UnitOfWork._handed

    def ask(desk: Desk, args: Any, _more: Any) -> Any:
        if not args or not isinstance(args[0], str):
            return frozenset[str]()
        with desk._units.reading() as session:
            work = desk._units.within(session, desk._now())
            return whole(work, work.load(args[0]), args[1])

    _ask_before(patch, UnitOfWork, "_handed", ask)


@race(stories.DELIVERING, "sqlite")
def leases_are_given_back_at_once(patch: pytest.MonkeyPatch) -> None:
    """The customer gets a letter twice: the second worker takes what the first one sends."""

    def recall(self: UnitsOfWork, session: Any, now: Any) -> None:
        session.recall(now, now, now + self.versions.present.policy.leaps.longest)

    patch.setattr(UnitsOfWork, "recall", recall)


@race(stories.TICKING, "sqlite")
def what_is_due_is_only_looked_at(patch: pytest.MonkeyPatch) -> None:
    """Two ticks look at one complaint at once, and each does it for nothing."""

    def fetch(self: Worker, at: Any, batch: int) -> tuple[str, ...]:
        with self._units.reading() as session:
            return tuple(id for when, id in session.next_checks(batch) if when <= at)

    patch.setattr(Worker, "_fetch", fetch)


@race(stories.WHOLE, "sqlite")
def a_tick_goes_on_with_what_it_fetched(patch: pytest.MonkeyPatch) -> None:
    """Nobody looks at the clocks of a complaint into which somebody writes just then."""
    whole, check_one = Worker._fetch, Worker._check
    kept = dict[str, Any]()

    def fetch(self: Worker, at: Any, batch: int) -> tuple[str, ...]:
        ids = whole(self, at, batch)
        with self._units.reading() as session:
            kept.clear()
            kept.update((id, session.load(id)) for id in ids)
        return ids

    def check(self: Worker, session: Any, id: str, at: Any) -> Any:
        loading = session.load
        session.load = lambda one: kept.get(one) or loading(one)
        try:
            return check_one(self, session, id, at)
        finally:
            session.load = loading

    patch.setattr(Worker, "_fetch", fetch)
    patch.setattr(Worker, "_check", check)


@race(stories.NOTING, "sqlite")
def observers_hear_before_the_commit(patch: pytest.MonkeyPatch) -> None:
    """Another program is told of what never happened."""

    def run(self: UnitsOfWork, at: Any, act: Callable[[UnitOfWork], Any]) -> Any:
        def act_and_save(session: Any) -> Any:
            work = self.within(session, at)
            answer = act(work)
            work.save()
            self.tell(work)
            return answer

        return self.write(act_and_save)

    patch.setattr(UnitsOfWork, "run", run)


@race(stories.DELIVERING, "sqlite")
def each_attempt_has_a_key_of_its_own(patch: pytest.MonkeyPatch) -> None:
    """The customer gets a letter twice, though the gateway drops repeats."""
    whole, number = dispatch.to_send, count(1)

    def to_send(*args: Any) -> Any:
        message = whole(*args)
        key = attrs.evolve(MessageKey.parse(message.key), sending=next(number))
        return attrs.evolve(message, key=str(key))

    patch.setattr(dispatch, "to_send", to_send)


@race(stories.DELIVERING, "sqlite")
def a_lease_never_ends(patch: pytest.MonkeyPatch) -> None:
    """A letter whose worker died waits until somebody misses it."""
    whole = FileSession.claim

    def claim(self: FileSession, limit: int, now: Any, until: Any, *more: Any) -> Any:
        found = whole(self, limit, now, until, *more)
        for one in found:
            far = microseconds(until) + 86_400_000_000
            self._execute("UPDATE outbox SET until = ?, leased = 0 WHERE number = ?", (far, one.number))
        return found

    patch.setattr(FileSession, "claim", claim)
