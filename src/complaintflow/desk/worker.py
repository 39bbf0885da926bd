"""The worker of a tick: fetches what is due, runs what the clocks ask for through the same gate as people, finishes."""

from __future__ import annotations

import logging
import math
from collections import deque
from collections.abc import Callable, Container, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from functools import partial
from heapq import nlargest
from time import monotonic, sleep
from typing import NamedTuple

import attrs
import msgspec

from complaintflow._validation.faults import Harmless, name_fault
from complaintflow._validation.reading import of_complaint
from complaintflow._validation.structure import Record
from complaintflow.commands import Close, Command, Decline, Remind
from complaintflow.desk.ledger import WIDE, fold
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.spike_watch import SpikeWatch
from complaintflow.desk.unit_of_work import CHECK_LEASE, UnitOfWork, UnitsOfWork, is_of_the_store
from complaintflow.errors import InvalidInput, NotPossible, Refusal, Refused, SetAside, UnreadableRecord
from complaintflow.insight.batches import Batch, Sighting, batch_around, batch_commands, batch_mark
from complaintflow.insight.cases import SHEET_FORMAT
from complaintflow.insight.spikes import look_mark
from complaintflow.lifecycle.requests import IS_GONE
from complaintflow.plugins import Session, Shard, ToldTime
from complaintflow.plugins.ports.stored import WHOLE
from complaintflow.record.complaint import AT_ONCE, Complaint, Event, day_of
from complaintflow.record.history import Sealed
from complaintflow.record.keys import LevelKey
from complaintflow.sla.agenda import (
    Agenda,
    DueAction,
    agenda,
    hours_of,
    next_hour,
    next_look,
    pending_recipients,
    why_refused,
)
from complaintflow.sla.by_name import ByName
from complaintflow.sla.timeline import Kept, Timeline
from complaintflow.vocabulary import LEAD, Audience

_TURN = 0.005
"""After so long, in seconds, a tick gives the store away: the complaint that it is at is the last of its turn."""

_PAUSE = 0.004
"""So long, in seconds, it leaves the store to others who wait to write; they ask more often."""

_TILES = 16
"""So many tiles of the ledger are made in one transaction: of a thousand links, in some milliseconds."""

_FOLDS = 64
"""So many such transactions one tick has at most."""

_SHEETS = 8
"""The sheets of so many days one tick makes at most."""

_LOG = logging.getLogger("complaintflow.desk")
_FIRST_STEP = timedelta(hours=6)
_NEWEST = 20
"""So many of the newest complaints are looked at, since a case of another system may have come in long before."""
_SECOND = "%Y-%m-%d %H:%M:%S"
_STAFF = ("owner", LEAD)

_ROUNDS = 8
"""What one action leads to is done in the same check, but not without end."""


@attrs.frozen(eq=False, repr=False)
class Leap(Record):
    """The clock is somewhere else than time can have gone since the `known` time (all aware UTC).

    Ahead of it, the tick did nothing; one from `believed_from` on that still sees this time believes it. Behind it,
    the tick believed the clock.
    """

    known: datetime
    now: datetime
    believed_from: datetime

    def __str__(self) -> str:
        went = f"the clock went from {self.known:{_SECOND}} to {self.now:{_SECOND}} UTC"
        if self.now < self.known:
            return f"{went}, back in time; what was put off for longer is looked at again"
        return (
            f"{went}, which is not believed yet, so nothing was done; "
            f"set it right, or tick again from {self.believed_from:{_SECOND}} on, or believe it"
        )


class Unchecked(NamedTuple):
    """A complaint that a tick could not look at, and why: the record that cannot be read, or the type, the codes and
    the place of a fault. Its message stays out: it may be private."""

    complaint: str
    why: str


@attrs.frozen(eq=False, repr=False)
class Ticked(Record):
    """What one tick did, and how many complaints it looked at. With `dry`, it is what it would do.

    `failed` are those that could not be looked at, which `checked` counts as well. Nothing of them is saved; a tick
    tries them again five minutes later, and each says so in the log. Of those among them that cannot be read,
    `unreadable` names the record. `leap` says that the clock leapt.
    """

    done: tuple[DueAction, ...] = ()
    checked: int = 0
    failed: tuple[Unchecked, ...] = ()
    dry: bool = attrs.field(default=False, eq=False)
    unreadable: tuple[SetAside, ...] = ()
    leap: Leap | None = None


class Worker:
    """Checks what is due, complaint by complaint, each in a unit of work of its own; a few of them share a turn.

    Where it is `alone` with a store that is thrown away afterwards, it leaves nothing to others, and keeps neither tree
    nor sheets.
    """

    def __init__(self, units: UnitsOfWork, shard: Shard = WHOLE, *, alone: bool = False) -> None:
        self._units, self._shard, self._alone = units, shard, alone
        self._woken: set[str] = set()
        self._failed: set[str] = set()

    def tick(self, at: datetime, batch: int, *, believe: bool = False) -> Ticked:
        """Do everything that is due by now, in batches. What another tick holds is left to it.

        A clock that leapt ahead is not believed before another tick sees it, unless a person says so.
        """
        self._units.check_alone()
        leap, there = self._tell_time(at, believe)
        tally = _Tally(leap=leap)
        if leap:
            _LOG.warning("%s", leap)
            if leap.now > leap.known:
                return tally.ticked
        while there.is_due and (ids := self._fetch(at, batch)):
            left = deque(ids)
            while left:
                self._turn(left, at, tally)
                if (left or len(ids) == batch) and not self._alone:
                    sleep(_PAUSE)
            there = self._see(at)
        if not self._alone:
            self._keep_tree_and_sheets(there)
        return tally.ticked

    def _keep_tree_and_sheets(self, there: _There) -> None:
        if there.can_fold:
            self._fold()
        if there.days:
            self._keep_sheets(there.days)

    def _keep_sheets(self, days: Iterable[int]) -> None:
        """Make the sheets of what is counted on these days. What is left is made by another tick.

        A sheet is made while others write, and kept if nothing of its day has changed meanwhile.
        """
        from complaintflow.desk.case_reader import CaseReader
        from complaintflow.desk.sheets import keep_day, make_day

        for day in days:
            with self._units.reading() as session:
                new = make_day(CaseReader(session, self._units.versions), day)
            self._units.write(partial(keep_day, new=new))
            sleep(_PAUSE)

    def _fold(self) -> None:
        """Fold new events into the tree of the ledger, a few at a time; what is left is folded by another tick."""
        for _ in range(_FOLDS):
            with self._units.reading() as session:
                if not _can_fold(session):
                    return
            self._units.write(partial(fold, most=_TILES))
            sleep(_PAUSE)

    def dry(self, at: datetime, batch: int) -> Ticked:
        """What a tick would do. Nothing is written, so nobody waits for it, and nobody is told."""
        tally = _Tally(dry=True)
        if not self._see(at).is_due:
            return tally.ticked
        rehearsal = self._units.rehearse(at)
        while ids := rehearsal.due(batch, at, at + CHECK_LEASE, self._shard):
            for id in ids:
                with self._counting(id, tally), rehearsal.reading() as session:
                    check = self._check(session, id, at)
                    check.work.save()
                    tally.count(check.done)
        return tally.ticked

    def _tell_time(self, at: datetime, believe: bool) -> tuple[Leap | None, _There]:
        """Keep what time it is, when that is news, and say whether it leapt, and what is to be done.

        It gives back what no clock allows.
        """
        with self._units.reading() as session:
            before = session.told_time()
            told, leap = self._judge_time(session, before, at, believe)
            if told == before:
                return leap, _There.of(session, at)
        leap = self._units.write(partial(self._keep_time, at=at, believe=believe))
        return leap, self._see(at)

    def _keep_time(self, session: Session, at: datetime, believe: bool) -> Leap | None:
        told, leap = self._judge_time(session, session.told_time(), at, believe)
        session.tell_time(told)
        if told.leapt is None:
            self._units.recall(session, at)
        return leap

    def _judge_time(
        self, session: Session, told: ToldTime | None, at: datetime, believe: bool
    ) -> tuple[ToldTime, Leap | None]:
        """The time as it is known after this tick, which was told before, and the leap."""
        rule = self._units.versions.present.policy.leaps
        seen = [told.known] if told else []
        if not told or at - told.known > rule.longest:  # whoever complained meanwhile saw the time, too
            seen += filter(None, [_newest_receipt(session, at - rule.confirm_after)])
        known = max(seen, default=at)
        if believe or at - known <= rule.longest:
            back = Leap(known, at, at) if at < known - rule.skew else None
            is_news = told is None or told.leapt or abs(at - known) >= rule.skew
            return ToldTime(at if is_news else known), back
        since = told.leapt if told and told.leapt and timedelta(0) <= at - told.leapt <= rule.longest else at
        if at - since >= rule.confirm_after:
            return ToldTime(at), None
        return ToldTime(known, since), Leap(known, at, since + rule.confirm_after)

    def _see(self, at: datetime) -> _There:
        with self._units.reading() as session:
            return _There.of(session, at)

    def _fetch(self, at: datetime, batch: int) -> tuple[str, ...]:
        """The next ones that are due, leased."""
        return self._units.write(lambda session: session.due(batch, at, at + CHECK_LEASE, self._shard))

    def _turn(self, left: deque[str], at: datetime, tally: _Tally) -> None:
        """Check the first of them in one transaction. If one cannot be saved, all go back, and each is done alone."""
        ids: list[str] = []
        try:
            tally.add(self._run(partial(self._taking, left, ids), at))
        except Exception as error:
            if is_of_the_store(error):
                raise
            self._woken = {*self._failed}  # whom they had woken sleeps again
            for id in ids:
                with self._counting(id, tally):
                    tally.add(self._run(partial(tuple[str], (id,)), at))

    def _taking(self, left: deque[str], taken: list[str]) -> Iterator[str]:
        """Takes one after the other, until the turn is over. What was taken before, in vain, comes first."""
        left.extendleft(reversed(taken))
        taken.clear()
        end = math.inf if self._alone else monotonic() + _TURN
        while left and (not taken or monotonic() < end):
            taken.append(left.popleft())
            yield taken[-1]

    def _run(self, take: Callable[[], Iterable[str]], at: datetime) -> _Tally:
        """Check complaints, and save them."""
        woken, failed = {*self._woken}, {*self._failed}

        def act(session: Session) -> tuple[_Tally, list[_ComplaintCheck]]:
            self._woken, self._failed = {*woken}, {*failed}
            return self._save_checks(session, take(), at)

        tally, checks = self._units.write(act)
        for check in checks:
            self._units.tell(check.work)
            tally.count(check.done)
        return tally

    def _save_checks(self, session: Session, ids: Iterable[str], at: datetime) -> tuple[_Tally, list[_ComplaintCheck]]:
        tally, checks = _Tally(), list[_ComplaintCheck]()
        for id in ids:
            with self._counting(id, tally):
                checks.append(self._check(session, id, at))
            if checks and checks[-1].id == id:
                checks[-1].work.save()
        return tally, checks

    def _check(self, session: Session, id: str, at: datetime) -> _ComplaintCheck:
        """Check a complaint in a transaction that is open. Nothing is saved yet."""
        groups = self._units.plugins.groups if self._units.plugins.groupings else _in_none
        work = self._units.within(session, at)
        check = _ComplaintCheck(work, self._units.versions, id, at, self._woken, groups)
        check.run()
        return check

    @contextmanager
    def _counting(self, id: str, tally: _Tally) -> Generator[None, None, None]:
        """Counts a complaint that cannot be checked; it does not hold up the others.

        Nobody wakes it any more; whom it had woken sleeps again, and may be woken by others.
        """
        try:
            yield
        except Exception as error:
            if is_of_the_store(error):
                raise
            tally.checked += 1
            tally.count_failure(id, error)
            self._failed.add(id)
            self._woken = {*self._failed}


class _There(NamedTuple):
    """What there is to do: whether something is due, whether links of a whole tile are to be folded, and on which days
    sheets are to be made.

    An idle tick only reads, so no writer waits for it, and it asks for all at once: a transaction takes 15 µs.
    """

    is_due: bool
    can_fold: bool
    days: Sequence[int]

    @classmethod
    def of(cls, session: Session, at: datetime) -> _There:
        due = any(when <= at for when, _ in session.next_checks(1))
        return cls(due, _can_fold(session), _days_without_sheet(session, at))


@attrs.define
class _Tally:
    """What a tick did so far."""

    done: list[DueAction] = attrs.field(factory=list[DueAction])
    failed: list[Unchecked] = attrs.field(factory=list[Unchecked])
    checked: int = 0
    dry: bool = False
    unreadable: list[SetAside] = attrs.field(factory=list[SetAside])
    leap: Leap | None = None

    def count_failure(self, id: str, error: Exception) -> None:
        """One complaint could not be looked at."""
        why = name_fault(error)
        if isinstance(error, UnreadableRecord):
            error = of_complaint(error, id)
            self.unreadable.append(error.record)
            why = str(error)
        _LOG.error("%s is not looked at: %s", id, why)
        self.failed.append(Unchecked(id, why))

    def count(self, done: Iterable[DueAction]) -> None:
        """A complaint was looked at and saved."""
        self.checked += 1
        self.done += done

    def add(self, more: _Tally) -> None:
        """Counts what another one counted."""
        self.done += more.done
        self.failed += more.failed
        self.unreadable += more.unreadable
        self.checked += more.checked

    @property
    def ticked(self) -> Ticked:
        """The result."""
        unreadable = tuple(self.unreadable)
        return Ticked(tuple(self.done), self.checked, tuple(self.failed), self.dry, unreadable, self.leap)


class _UnknownState(Harmless, LookupError):
    """A complaint is in a state of a lifecycle that this desk was not given."""


@attrs.define
class _ComplaintCheck:
    """A complaint that is checked: its timeline follows what the check itself does.

    `later` is when something of it is to be checked again, `woken` are those that this tick has checks for already.
    """

    work: UnitOfWork
    versions: PolicyVersions
    id: str
    at: datetime
    woken: set[str]
    groups: Callable[[Complaint], Mapping[str, tuple[str, ...]]] = attrs.field(repr=False)
    timeline: Timeline = attrs.field(init=False)
    done: list[DueAction] = attrs.field(factory=list[DueAction])
    later: list[datetime] = attrs.field(factory=list[datetime])

    def run(self) -> None:
        """Do what the clocks ask for, and write down when to check again. What is kept saves reading the history."""
        self._know_its_state()
        kept = self.work.kept(self.id)
        self.timeline = self._kept_timeline(kept) or self._timeline_anew(self.work.session.history(self.id))
        spikes = SpikeWatch(self.work, self.versions, self.id, self.at, self._do, self.groups)
        joined = self._is_marked(kept) or self._join_others(spikes)
        self.later += filter(None, [spikes.follow()])
        plan, refused = self._plan(), set[LevelKey]()
        for _ in range(_ROUNDS):
            actions = _until_ended(plan.actions, refused)
            if not actions:
                break
            refused.update(self._do_each(actions))
            plan = self._plan()
        if _until_ended(plan.actions, refused):
            self.later.append(self.at + CHECK_LEASE)
        waits = [*filter(None, [plan.next_check]), *self.later]  # of what was refused, too
        look = next_look(waits, self.at, self.versions.present.policy.leaps.longest)
        mark = self._mark() if joined else ""
        asks = {**plan.asks, "": min(self.later)} if self.later else plan.asks
        kept = Kept.of(self.timeline, asks, mark, refused=bool(plan.actions), dues=plan.dues)
        self.work.schedule(self.id, look, kept)

    def _do_each(self, actions: Iterable[DueAction]) -> Iterator[LevelKey]:
        """Do these, and answer which were refused. In another state something else is asked for: that ends it."""
        state = self.work.load(self.id).state
        for action in actions:
            if self._do(action):
                yield action.key
            if self.work.load(self.id).state != state:
                return

    def _know_its_state(self) -> None:
        """Of a state that nobody here knows all is refused, and the next look would be put off past its deadlines."""
        facts = self.work.load(self.id).facts
        if not self.versions.knows(facts):
            raise _UnknownState(
                f"no lifecycle of this desk has the state {facts.state}: name the one that has it as former"
            )

    def _is_marked(self, kept: Kept | None) -> bool:
        """Whether a look has been for its batch already, as it is now: whoever came later has found it since."""
        mark = self._mark()
        return not mark or (kept is not None and kept.mark == mark)

    def _mark(self) -> str:
        return look_mark(self.work.load(self.id).facts, self.versions.present.policy.spikes)

    def _join_others(self, spikes: SpikeWatch) -> bool:
        """R12, R41: look for its batch, and count it in its series. Whether all of it was done."""
        spikes.count()
        return not batch_mark(self.work.load(self.id).facts) or self._join_batch()

    def _plan(self) -> Agenda:
        """What its clocks ask for, after all that was done until now."""
        complaint, events = self.work.load(self.id), self.work.events(self.id)
        unseen = complaint.version - self.timeline.seen
        news = events[len(events) - unseen :]
        timeline = self.timeline.advance(news) or self._timeline_anew(self.work.session.history(self.id), events)
        plan = agenda(complaint, timeline, self.at)
        self.timeline = timeline.hush(plan.quiet)
        return plan

    def _kept_timeline(self, kept: Kept | None) -> Timeline | None:
        """The timeline that is kept of all that is stored, unless it is of another policy than is."""
        session, facts = self.work.session, self.work.load(self.id).facts
        timeline = kept.timeline(facts, partial(self.versions.policy_of, session)) if kept else None
        here = self.versions.of(session, facts).policy
        return timeline if timeline and timeline.policy.digest == here.digest else None

    def _timeline_anew(self, history: Iterable[Sealed], news: Iterable[Event] = ()) -> Timeline:
        events = (*(sealed.event for sealed in history), *news)
        return Timeline.of(events, *self.versions.policies_of(self.work.session, events))

    def _do(self, action: DueAction) -> tuple[Refusal, ...]:
        """Ask for it, and answer why it was refused, if it was. Staff are told why."""
        action = self._made(action)
        refusals = self._attempt(action.complaint, action.command)
        if refusals:
            self._tell_why(action, refusals)
        self.done.append(attrs.evolve(action, refusals=refusals))
        return refusals

    def _made(self, action: DueAction) -> DueAction:
        """The action with the command that a timer names, as the lifecycle of the complaint has it."""
        command = action.command
        if not isinstance(command, ByName):
            return action
        rules = self.versions.of(self.work.session, self.work.load(action.complaint).facts)
        with suppress(InvalidInput):  # a lifecycle that is left has it, and this one does not: it is refused
            command = command.made(rules.commands)
        return attrs.evolve(action, command=command)

    def _attempt(self, id: str, command: Command) -> tuple[Refusal, ...]:
        if isinstance(command, ByName):
            return (IS_GONE,)
        try:
            self.work.attempt(id, command)
        except (Refused, NotPossible) as error:
            return error.refusals
        return ()

    def _tell_why(self, action: DueAction, refusals: tuple[Refusal, ...]) -> None:
        """Once for each set of rules that refuse, to each of staff in their hours.

        Older histories have it under the key of the action itself.
        """
        facts = self.work.load(action.complaint).facts
        if facts.has_told(action.key):
            return
        policy = self.versions.of(self.work.session, facts).policy
        key = action.key.with_refusal(refusal.rule for refusal in refusals)
        text = why_refused(action.key, refusals, policy.language_for_staff)
        for group in pending_recipients(key, _STAFF, facts, policy):
            ready = next_hour(group.hours, facts, policy, self.at)
            if ready > self.at:
                self.later.append(ready)
            else:
                remind = Remind(text, Audience.TEAM, str(group.about), group.tells, group.level)
                self._attempt(action.complaint, remind)

    def _join_batch(self) -> bool:
        """R12: what is asked for because many customers have the same problem; the lead is told in waking hours.

        Whether all of it was done: else it is looked for again.
        """
        facts = self.work.load(self.id).facts
        mine = Sighting.of(self.id, self.work.received_at(self.id), facts)
        policy = self.versions.of(self.work.session, facts).policy
        rule, alike = policy.batches, partial(self.work.session.alike, mine.type, mine.area, mine.received_at)
        batch = batch_around(mine, alike, rule)
        if batch is None:
            return True
        ready = self.at if rule.makes else next_hour(hours_of(LEAD, policy), facts, policy, self.at)
        refused = False
        for id, command in () if facts.incident else batch_commands(batch, mine, rule, policy.language_for_staff):
            if ready > self.at:
                self.later.append(ready)
            else:
                asked = DueAction(self._readable(id), self.at, LevelKey(batch.key), command, "R12")
                refused |= bool(self._do(asked))
        if rule.makes or batch.linked:
            self._wake(batch)
        return not refused and ready not in self.later

    def _readable(self, id: str) -> str:
        """The complaint, or this one where that cannot be read: else nobody hears of the batch until it is mended."""
        try:
            return self.work.load_whole(id).id
        except UnreadableRecord:
            return self.id

    def _wake(self, batch: Batch) -> None:
        """The others of the batch are checked now, each by itself, so that no transaction is long; once in a tick."""
        for id in batch.waiting:
            if id != self.id and id not in self.woken:
                self.woken.add(id)
                self.work.schedule(id, self.at, self._without_mark(id))

    def _without_mark(self, id: str) -> Kept | None:
        """What is kept of its clocks, to look for its batch anew; nothing of one that cannot be read, whose own look
        says so."""
        try:
            kept = self.work.kept(id)
        except UnreadableRecord:
            return None
        return kept and msgspec.structs.replace(kept, mark="")


def _in_none(_: Complaint) -> Mapping[str, tuple[str, ...]]:
    """No plugin says what complaints have in common: a tick need not enter the host of plugins to hear so."""
    return {}


def _can_fold(session: Session) -> bool:
    """Whether there are links of a tile that is not kept; the store may keep none.

    It is asked here, since a tick that has nothing to fold need not enter the ledger.
    """
    count: Callable[[int], int] | None = getattr(session, "count_tiles", None)
    return count is not None and count(0) // WIDE > count(1)


def _days_without_sheet(session: Session, at: datetime) -> Sequence[int]:
    """Days that are over and have no sheet. One that changed today waits until tomorrow: more may change of it.

    It is asked here, since a tick that has none to make need not load what makes them.
    """
    ask: Callable[[int, int, int], Sequence[int]] | None = getattr(session, "days_without_sheet", None)
    return ask(SHEET_FORMAT, day_of(at), _SHEETS) if ask else ()


def _until_ended(actions: Iterable[DueAction], refused: Container[LevelKey]) -> list[DueAction]:
    """What is done before the next plan: an end changes what else is asked for, even when it was refused."""
    first: list[DueAction] = []
    for action in actions:
        if action.key not in refused:
            first.append(action)
            if isinstance(action.command, Close | Decline):
                break
    return first


def _newest_receipt(session: Session, until: datetime) -> datetime | None:
    """When the newest complaint came in here until then. It looks back in steps, so that it reads few."""
    span = _FIRST_STEP
    while True:
        since = until - span if until - AT_ONCE > span else AT_ONCE
        if found := session.received_between(since, until):
            newest = nlargest(_NEWEST, found, key=lambda one: one.received_at)
            came = (_came_in(session, one) for one in newest)
            return max((at for at in came if at and at <= until), default=None)
        if since == AT_ONCE:
            return None
        span *= 8


def _came_in(session: Session, seen: Sighting) -> datetime | None:
    """When it came in here: a case of another system, when it was imported. None where nobody can read it."""
    try:
        stored = session.load(seen.id)
    except UnreadableRecord:
        return None
    origin = stored.complaint.facts.imported if stored else None
    return origin.at if origin else seen.received_at
