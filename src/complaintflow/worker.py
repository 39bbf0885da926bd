"""What is due: the clocks' commands, through the same gate as everybody's."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from datetime import datetime, timedelta
from functools import partial

import attrs

from complaintflow.batches import LEAD, Sighting, batch_around, linking
from complaintflow.commands import Close, Command, Decline, Remind
from complaintflow.complaint import Complaint
from complaintflow.editions import Editions
from complaintflow.errors import NotPossible, Refusal, Refused, StoreError
from complaintflow.events import Event
from complaintflow.history import Sealed, replay
from complaintflow.plugins.ports import Session, Store
from complaintflow.sla.agenda import Agenda, Item, agenda, hours_of, there_at
from complaintflow.sla.course import Course
from complaintflow.sla.courses import Courses
from complaintflow.transaction import Transaction
from complaintflow.values import Actor
from complaintflow.vocabulary import OPEN, Audience

__all__ = ["Done", "Ticked", "Worker", "dry"]

LEASE = timedelta(minutes=5)
"""How long a complaint that is being looked at is nobody else's."""

_OURS = ("owner", "lead")

_ROUNDS = 8
"""What one thing leads to is done in the same look, but not without end."""


@attrs.frozen
class Done:
    """One thing that was due: for which complaint, since when, by which clock's run, what was asked for, and
    why it was refused, if it was."""

    complaint: str
    due: datetime
    key: str
    command: Command
    refusals: tuple[Refusal, ...] = ()


@attrs.frozen
class Ticked:
    """What one tick did, or with `dry_run` would do, and how many complaints it looked at.

    `failed` are those that could not be looked at, each with why; they are tried again after the lease.
    """

    done: tuple[Done, ...] = ()
    looked_at: int = 0
    failed: tuple[tuple[str, str], ...] = ()


Tell = Callable[[Complaint, tuple[Event, ...]], None]


class Worker:
    """Looks at what is due, complaint by complaint, each in a transaction of its own."""

    def __init__(self, store: Store, editions: Editions, key: bytes, tell: Tell, courses: Courses) -> None:
        self._store = store
        self._editions = editions
        self._key = key
        self._tell = tell
        self._courses = courses

    def tick(self, at: datetime, batch: int) -> Ticked:
        """Do everything that is due by now, in batches. What another tick holds is left to it."""
        done: list[Done] = []
        failed: list[tuple[str, str]] = []
        looked_at = 0
        while ids := self._due(at, batch):
            looked_at += len(ids)
            for id in ids:
                try:
                    done += self._look(id, at)
                except StoreError:
                    raise
                except Exception as error:  # one that cannot be looked at does not hold up the others
                    failed.append((id, repr(error)))
        return Ticked(tuple(done), looked_at, tuple(failed))

    def _due(self, at: datetime, batch: int) -> tuple[str, ...]:
        """The next ones that are due, leased. An idle tick only reads: it waits for nobody, and nobody for it."""
        with self._store.reading() as session:
            if not any(when <= at for when, _ in session.looks(1)):
                return ()
        with self._store.writing() as session:
            return session.due(batch, at, at + LEASE)

    def _look(self, id: str, at: datetime) -> list[Done]:
        """Do what this complaint's clocks ask for, and write down when to look again."""
        done: list[Done] = []
        with self._store.writing() as session:
            work = Transaction(session, self._editions, at, self._key)
            batch = batched(session, Sighting(id, work.received_at(id), work.at_hand(id).facts), self._editions, at)
            for one in batch.done:
                work.follow(one.complaint, one.command)
            done += batch.done
            look = _Look(work, id, partial(session.history, id), partial(followed, self._editions, session))
            look.course = self._courses.take(id, work.link(id), look.history, look.follow)
            plan, refused = look.agenda(at), set[str]()
            for _ in range(_ROUNDS):
                asked = [self._do(work, id, item) for item in _until_ended(plan.items, refused)]
                if not asked:
                    break
                done += asked
                refused |= {one.key for one in asked if one.refusals}
                plan = look.agenda(at)
            work.save()
            session.look_at(id, min(filter(None, (plan.next_look, batch.later)), default=None))
        self._courses.keep(id, work.link(id), look.course)
        for complaint, events in work.changes:
            self._tell(complaint, events)
        return done

    def _do(self, work: Transaction, id: str, item: Item) -> Done:
        """Ask for it. When the rules refuse, our people are told why, once."""
        try:
            work.do(id, (item.command,), Actor.system())
        except Refused as refused:
            self._say_why(work, id, item, refused)
            return Done(id, item.at, item.key, item.command, refused.refusals)
        except NotPossible as impossible:
            refusal = Refusal("not-possible", str(impossible), "a row for it in the lifecycle's table")
            return Done(id, item.at, item.key, item.command, (refusal,))
        return Done(id, item.at, item.key, item.command)

    def _say_why(self, work: Transaction, id: str, item: Item, refused: Refused) -> None:
        if item.key not in work.at_hand(id).facts.reminded:
            reasons = "; ".join(str(refusal) for refusal in refused.refusals)
            work.do(id, (Remind(f"{item.key}: {reasons}", Audience.TEAM, item.key, _OURS),), Actor.system())


@attrs.define
class _Look:
    """A complaint that is looked at: its clocks follow what the look itself does."""

    work: Transaction
    id: str
    history: Callable[[], tuple[Sealed, ...]]
    follow: Callable[[Iterable[Event]], Course]
    course: Course = attrs.field(factory=Course)

    def agenda(self, at: datetime) -> Agenda:
        """What its clocks ask for, after all that was done until now."""
        complaint, events = self.work.at_hand(self.id), self.work.events(self.id)
        unseen = complaint.version - self.course.seen
        news = events[len(events) - unseen :]
        self.course = self.course.led_on(news, lambda: self.follow((*events_of(self.history()), *events)))
        return planned(complaint, self.course, at)


def _until_ended(items: Iterable[Item], refused: Container[str]) -> list[Item]:
    """What is done before anybody looks again: an end changes what else is asked for, also when it was refused."""
    first: list[Item] = []
    for item in items:
        if item.key not in refused:
            first.append(item)
            if isinstance(item.command, Close | Decline):
                break
    return first


def events_of(history: Iterable[Sealed]) -> tuple[Event, ...]:
    """The events of a sealed history."""
    return tuple(sealed.event for sealed in history)


@attrs.frozen
class Batched:
    """What a batch asks for now, and when the rest of it."""

    done: tuple[Done, ...] = ()
    later: datetime | None = None


def batched(session: Session, one: Sighting, editions: Editions, at: datetime) -> Batched:
    """R12: what is asked for because the same problem came from many customers; the lead is told in waking hours."""
    facts, policy = one.facts, editions.of(session, one.facts).policy
    rule = policy.batches
    if facts.incident or not (facts.type and facts.area) or facts.state not in OPEN:
        return Batched()
    seen = session.sighted(one.received_at - rule.within, one.received_at + rule.within, facts.type, facts.area)
    batch = batch_around(seen, one.id, rule)
    if batch is None:
        return Batched()
    asked = tuple(Done(id, at, batch.about, command) for id, command in linking(batch, rule))
    awake = there_at(hours_of(LEAD, policy), facts, policy, at)
    return Batched(asked) if rule.makes or awake <= at else Batched(later=awake if asked else None)


def planned(complaint: Complaint, course: Course, at: datetime) -> Agenda:
    """What this complaint's clocks ask for, in the customer's language where the customer reads it."""
    return agenda(course, at, complaint.customer.language)


def followed(editions: Editions, session: Session, events: Iterable[Event]) -> Course:
    """The course through these events, under the policies that they name."""
    events = tuple(events)
    return Course.through(events, *editions.over(session, events))


def dry(store: Store, editions: Editions, at: datetime, limit: int) -> Ticked:
    """What a tick would do first for each complaint that is due; nothing changes."""
    with store.reading() as session:
        ids = [id for when, id in session.looks(limit) if when <= at]
        found: list[Done] = []
        for id in ids:
            complaint = replay(id, history := session.history(id))
            found += batched(session, Sighting(id, history[0].event.at, complaint.facts), editions, at).done
            plan = planned(complaint, followed(editions, session, events_of(history)), at)
            found += [Done(id, item.at, item.key, item.command) for item in plan.items]
    return Ticked(tuple(found), len(ids))
