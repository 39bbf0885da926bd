"""What is due: the clocks' commands, through the same gate as everybody's."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial

import attrs

from complaintflow.commands import Close, Command, Decline, Remind
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork
from complaintflow.errors import NotPossible, Refusal, Refused, StoreError
from complaintflow.insight.batches import LEAD, Sighting, batch_around, linking
from complaintflow.plugins import Session
from complaintflow.record.complaint import Complaint
from complaintflow.record.events import Event
from complaintflow.record.history import Sealed
from complaintflow.sla.agenda import Agenda, Item, agenda
from complaintflow.sla.course import Course
from complaintflow.sla.courses import Courses
from complaintflow.sla.recipients import hours_of, there_at, untold
from complaintflow.sla.reminders import why_refused
from complaintflow.vocabulary import OPEN, Audience

LEASE = timedelta(minutes=5)
"""How long a complaint that is being looked at is nobody else's."""

_OURS = ("owner", "lead")

_ROUNDS = 8
"""What one thing leads to is done in the same look, but not without end."""


@attrs.frozen
class Done:
    """One thing that was due: for which complaint, since when, by which clock's run and level, what was asked for, by
    which rule, and why it was refused, if it was."""

    complaint: str
    due: datetime
    key: str
    command: Command
    rule: str = ""
    refusals: tuple[Refusal, ...] = ()


@attrs.frozen
class Ticked:
    """What one tick did, or with `dry_run` would do, and how many complaints it looked at.

    `failed` are those that could not be looked at, each with why; they are tried again after the lease.
    """

    done: tuple[Done, ...] = ()
    looked_at: int = 0
    failed: tuple[tuple[str, str], ...] = ()


class _TakenBack(Exception):
    """Ends a transaction of which nothing is to stay."""


class Worker:
    """Looks at what is due, complaint by complaint, each in a transaction of its own."""

    def __init__(self, units: UnitsOfWork, courses: Courses) -> None:
        self._units = units
        self._courses = courses

    def tick(self, at: datetime, batch: int) -> Ticked:
        """Do everything that is due by now, in batches. What another tick holds is left to it."""
        return _ticked(partial(self._due, at, batch), partial(self._look, at))

    def dry(self, at: datetime, batch: int) -> Ticked:
        """What a tick would do: it is done in one transaction that is taken back, and nobody is told. Others who
        write wait for so long."""
        found = Ticked()
        if self._idle(at):
            return found
        with suppress(_TakenBack), self._units.store.writing() as session:
            courses = Courses()
            found = _ticked(
                lambda: session.due(batch, at, at + LEASE), lambda id: self._dry_look(session, courses, at, id)
            )
            raise _TakenBack
        return found

    def _idle(self, at: datetime) -> bool:
        with self._units.reading() as session:
            return not any(when <= at for when, _ in session.next_checks(1))

    def _due(self, at: datetime, batch: int) -> tuple[str, ...]:
        """The next ones that are due, leased. An idle tick only reads: it waits for nobody, and nobody for it."""
        if self._idle(at):
            return ()
        with self._units.store.writing() as session:
            return session.due(batch, at, at + LEASE)

    def _look(self, at: datetime, id: str) -> list[Done]:
        """Look at one complaint, and when that is saved, tell of it."""
        with self._units.begin(at) as work:
            look = self._looked(work, self._courses, at, id)
        self._courses.keep(id, work.last_link(id), look.course)
        return look.done

    def _dry_look(self, session: Session, courses: Courses, at: datetime, id: str) -> list[Done]:
        work = self._units.within(session, at)
        look = self._looked(work, courses, at, id)
        work.save()
        courses.keep(id, work.last_link(id), look.course)
        return look.done

    def _looked(self, work: UnitOfWork, courses: Courses, at: datetime, id: str) -> _Look:
        look = _Look(work.session, self._units.versions, work, id, at)
        look.course = courses.take(id, work.last_link(id), look.history, look.follow)
        look.through()
        return look


def _ticked(due: Callable[[], tuple[str, ...]], look: Callable[[str], Iterable[Done]]) -> Ticked:
    """Look at all that is due. One that cannot be looked at does not hold up the others."""
    done: list[Done] = []
    failed: list[tuple[str, str]] = []
    looked_at = 0
    while ids := due():
        looked_at += len(ids)
        for id in ids:
            try:
                done += look(id)
            except StoreError:
                raise
            except Exception as error:
                failed.append((id, repr(error)))
    return Ticked(tuple(done), looked_at, tuple(failed))


@attrs.define
class _Look:
    """A complaint that is looked at: its clocks follow what the look itself does.

    `later` is when something of it wants to be looked at again.
    """

    session: Session
    versions: PolicyVersions
    work: UnitOfWork
    id: str
    at: datetime
    course: Course = attrs.field(factory=Course)
    done: list[Done] = attrs.field(factory=list[Done])
    later: list[datetime] = attrs.field(factory=list[datetime])

    def history(self) -> tuple[Sealed, ...]:
        """What is stored of it."""
        return self.session.history(self.id)

    def follow(self, events: Iterable[Event]) -> Course:
        """The course through these events, under the policies that they name."""
        events = tuple(events)
        return Course.through(events, *self.versions.over(self.session, events))

    def through(self) -> None:
        """Do what its clocks ask for, and write down when to look again."""
        self._gather()
        plan, refused = self._agenda(), set[str]()
        for _ in range(_ROUNDS):
            asked = [self._ask(self.id, item) for item in _until_ended(plan.items, refused)]
            if not asked:
                break
            refused |= {one.key for one in asked if one.refusals}
            plan = self._agenda()
        if _until_ended(plan.items, refused):
            self.later.append(self.at + LEASE)
        self.work.schedule(self.id, min(filter(None, (plan.next_look, *self.later)), default=None))

    def _gather(self) -> None:
        """R12: what is asked for because the same problem came from many."""
        facts = self.work.load(self.id).facts
        sighting = Sighting(self.id, self.work.received_at(self.id), facts)
        batch = batched(self.session, sighting, self.versions, self.at)
        for id, item in batch.asked:
            self._ask(id, item)
        self.later += filter(None, [batch.later])

    def _agenda(self) -> Agenda:
        """What its clocks ask for, after all that was done until now."""
        complaint, events = self.work.load(self.id), self.work.events(self.id)
        unseen = complaint.version - self.course.seen
        news = events[len(events) - unseen :]
        self.course = self.course.led_on(news, lambda: self.follow((*(one.event for one in self.history()), *events)))
        return planned(complaint, self.course, self.at)

    def _ask(self, id: str, item: Item) -> Done:
        """Ask for it. When it is refused, our people are told why."""
        refusals = self._refusals(id, item.command)
        if refusals:
            self._say_why(id, item, refusals)
        self.done.append(Done(id, item.at, item.key, item.command, item.rule, refusals))
        return self.done[-1]

    def _refusals(self, id: str, command: Command) -> tuple[Refusal, ...]:
        """Why not; nothing, when it was done."""
        try:
            self.work.attempt(id, command)
        except Refused as refused:
            return refused.refusals
        except NotPossible as impossible:
            return (Refusal("not-possible", str(impossible), "a row for it in the lifecycle's table"),)
        return ()

    def _say_why(self, id: str, item: Item, refusals: tuple[Refusal, ...]) -> None:
        """Once for each set of rules that refuse, to each of ours in their hours. Older histories have it under the
        name of the thing itself."""
        facts = self.work.load(id).facts
        if item.key in facts.reminded:
            return
        policy, level = self.versions.of(self.session, facts).policy, _refused(item.key, refusals)
        text = why_refused(item.key, "; ".join(map(str, refusals)), policy.staff_language)
        for group in untold(level, _OURS, facts, policy):
            there = there_at(group.hours, facts, policy, self.at)
            if there > self.at:
                self.later.append(there)
            else:
                self._refusals(id, Remind(text, Audience.TEAM, group.about, group.tells, group.level))


def _refused(key: str, refusals: Iterable[Refusal]) -> str:
    """Names why something is refused: by which rules."""
    return f"{key}-refused:{'+'.join(sorted({refusal.rule for refusal in refusals}))}"


def _until_ended(items: Iterable[Item], refused: Container[str]) -> list[Item]:
    """What is done before anybody looks again: an end changes what else is asked for, also when it was refused."""
    first: list[Item] = []
    for item in items:
        if item.key not in refused:
            first.append(item)
            if isinstance(item.command, Close | Decline):
                break
    return first


@attrs.frozen
class Batched:
    """What a batch asks for now, of which complaint, and when the rest of it."""

    asked: tuple[tuple[str, Item], ...] = ()
    later: datetime | None = None


def batched(session: Session, one: Sighting, versions: PolicyVersions, at: datetime) -> Batched:
    """R12: what is asked for because the same problem came from many customers; the lead is told in waking hours."""
    facts, policy = one.facts, versions.of(session, one.facts).policy
    rule = policy.batches
    if facts.incident or not (facts.type and facts.area) or facts.state not in OPEN:
        return Batched()
    seen = session.received_between(
        one.received_at - rule.within, one.received_at + rule.within, facts.type, facts.area
    )
    batch = batch_around(seen, one.id, rule)
    if batch is None:
        return Batched()
    wanted = linking(batch, rule, policy.staff_language)
    asked = tuple((id, Item(at, batch.about, command, "R12")) for id, command in wanted)
    awake = there_at(hours_of(LEAD, policy), facts, policy, at)
    return Batched(asked) if rule.makes or awake <= at else Batched(later=awake if asked else None)


def planned(complaint: Complaint, course: Course, at: datetime) -> Agenda:
    """What this complaint's clocks ask for, in the customer's language where the customer reads it."""
    return agenda(course, at, complaint.customer.language)
