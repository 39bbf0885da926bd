"""An oracle for escalations: it reads the raw events only and shares no code with `complaintflow.sla`.

It knows the promises by their numbers in the requirements, and counts them with its own arithmetic. A breach is
when something was due first, how many times in a row it was missed, and the last of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import pairwise

import attrs

from complaintflow import Event
from tests.sla.event_log import EventLog, Meets, time_of

__all__ = ["THEIRS", "Breach", "Spans", "breaches", "recorded", "said_twice"]

THEIRS = {"answer", "unanswered", "agreement", "silence"}
"""What the customer owes us is no breach."""

Spans = tuple[tuple[datetime, datetime], ...]


@attrs.frozen
class Breach:
    """A promise that was broken: when it was due first, how often in a row, and last.

    `owed` are the times in which it was still owed afterwards, `length` is how long it was from start to due; a
    cadence has neither.
    """

    clock: str
    due: datetime
    periods: int
    last: datetime
    owed: Spans = attrs.field(default=(), eq=False)
    length: timedelta | None = attrs.field(default=None, eq=False)


BREAKTHROUGH = ("FindCause", "Mitigate", "Agree", "Resolve")
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
NEWS = {"E": 2 * HOUR, "A": 6 * HOUR, "B": 24 * HOUR, "C": 72 * HOUR}
SHANGHAI = timedelta(hours=8)


def breaches(events: Sequence[Event], now: datetime) -> Counter[Breach]:
    """Each promise that was broken by now."""
    log = EventLog(events, now)
    every = (_first_response, _next_response, _grades, _calls, _reviews, _named, _parts, _news, _teams)
    return Counter(breach for some in every for breach in some(log))


def _first_response(log: EventLog) -> Iterator[Breach]:
    """R2."""
    changes = log.events[0].changes
    instant, vip = changes["channel"] in {"app", "chat", "phone"}, changes.get("tier") == "vip"
    if not instant:
        yield from _once(log, "first_response", 0, DAY, log.speaks, log.ended, paused=False)
    elif vip:
        yield from _once(log, "first_response_vip", 0, MINUTE / 2, log.speaks, log.ended, paused=False)
    else:
        yield from _once(log, "first_response_instant", 0, MINUTE, log.acknowledges, log.ended, paused=False)


def _next_response(log: EventLog) -> Iterator[Breach]:
    """R33: after the end, too."""
    changes = log.events[0].changes
    instant, vip = changes["channel"] in {"app", "chat", "phone"}, changes.get("tier") == "vip"
    name, length = ("next_response_vip", 5 * MINUTE) if vip else ("next_response_instant", 15 * MINUTE)
    name, length = (name, length) if instant else ("next_response", DAY)
    for number in log.numbers(log.awaits_reply):
        yield from _once(log, name, number, length, log.settles_reply, paused=False)


def _grades(log: EventLog) -> Iterator[Breach]:
    """R9, from the beginning of each cycle to its end."""
    for begin in log.numbers(log.begins):
        over = (log.ended, log.begins)
        mended = log.kind("Mitigate", "Resolve")
        yield from _once(log, "mitigation", begin, {"E": HOUR / 2}, mended, *over, paused=False)
        yield from _once(log, "cause", begin, {"A": 4 * HOUR}, log.kind("FindCause"), *over)
        yield from _once(log, "closure", begin, {"B": 24 * HOUR}, log.delivered, *over)
        yield from _once(log, "direction", begin, {"C": 72 * HOUR}, log.directs, *over)


def _calls(log: EventLog) -> Iterator[Breach]:
    """R21."""
    for begin in log.numbers(log.serious):
        over = (log.ended, log.serious)
        lengths = {"E": HOUR / 4, "A": HOUR}
        yield from _once(log, "call_first", begin, lengths, log.reaches, *over, paused=False)


def _reviews(log: EventLog) -> Iterator[Breach]:
    """R30: the review, and the decision that is waited for from when it was called."""
    decided = log.kind(*BREAKTHROUGH, "RecordReview")
    for begin in log.numbers(log.graded):
        yield from _once(log, "review", begin, DAY, decided, log.ended, log.graded)

    def called(number: int) -> bool:
        missed = log.kind("MissDeadline")(number) and log.field(number, "clock").startswith("review/")
        graded = [one for one in log.numbers(log.graded) if one < number]
        if not graded or not (missed or log.kind("Escalate")(number)):
            return False
        over = log.first(max(graded), decided, log.ended)
        return over is None or over > number

    yield from _Cadence(log, "review_decision", called, decided, (log.ended,), lambda _: DAY, settles=True).walk()


def _named(log: EventLog) -> Iterator[Breach]:
    """R26a, R28: a time named to the customer, a plan."""
    for number in log.numbers(log.names_next):
        yield from _by(log, "named_time", number, "next_at", log.speaks, log.ended)
    for number in log.numbers(log.kind("ExplainPlan")):
        kept = log.keeps_plan(number)
        again = log.kind("Resolve", "ExplainPlan")
        yield from _by(log, "plan", number, "expected_by", kept, again, log.begins, log.given_up)


def _parts(log: EventLog) -> Iterator[Breach]:
    """R26a, R27, R28: each compensation, each task, each referral."""

    def about(kind: str, part: str) -> Meets:
        field = {"PartyReply": "referral", "RefuseCompensation": "compensation"}.get(kind, "task")
        return lambda number: log.kind(kind)(number) and log.field(number, field) == part

    for number, event in enumerate(log.events):
        if event.kind == "AddTask" and not event.data.get("call"):
            task = f"T{event.changes['tasks']}"
            yield from _by(log, "task", number, "due", about("FinishTask", task), about("CancelTask", task))
        if event.kind == "Refer":
            replied = about("PartyReply", f"R{event.changes['referrals']}")
            yield from _by(log, "referral", number, "expected_by", replied, log.ended)
            yield from _by(log, "feedback", number, "feedback_at", log.speaks, log.ended)
        if event.kind == "Compensate" and event.data.get("arrives"):
            claim = f"C{event.changes['compensations']}"
            over = (_pays(log, claim), about("RefuseCompensation", claim), log.given_up)
            yield from _by(log, "compensation", number, "arrives", *over)


def _pays(log: EventLog, claim: str) -> Meets:
    return lambda number: claim in log.owed[number - 1] - log.owed[number]


def _news(log: EventLog) -> Iterator[Breach]:
    """R15, R28: how often customers and stakeholders hear."""
    over = (log.ended, log.delivered)

    def started(number: int) -> bool:
        return log.graded(number) or log.untold(number)

    def length(number: int) -> timedelta | None:
        return NEWS.get(log.grades[number])

    yield from _Cadence(log, "customer_news", started, log.speaks, over, length, by_grade=True).walk()

    def waiting(number: int) -> timedelta | None:
        return 6 * HOUR if any(wait.startswith("R") for wait in log.waits[number]) else None

    told, ended, refers, watches = log.tells("stakeholders"), (log.ended,), log.kind("Refer"), log.kind("Watch")
    yield from _Cadence(log, "third_party_news", refers, log.speaks, ended, waiting, paused=False).walk()
    yield from _Cadence(log, "stakeholder_news", watches, told, ended, lambda _: DAY, paused=False).walk()


def _joins(log: EventLog, team: str) -> Meets:
    return lambda number: team in log.teams[number] and not (number and team in log.teams[number - 1])


def _leaves(log: EventLog, team: str) -> Meets:
    return lambda number: number > 0 and team in log.teams[number - 1] and team not in log.teams[number]


def _teams(log: EventLog) -> Iterator[Breach]:
    """R29: each collaborating team, at ten in Shanghai, each day."""
    for team in sorted(frozenset[str]().union(*log.teams)):
        joined, left = _joins(log, team), _leaves(log, team)
        yield from _Cadence(
            log, "daily_progress", joined, log.progresses(team), (left,), lambda _: DAY, part=f"{team}/"
        ).walk()


# ── how a promise is broken


def _once(
    log: EventLog,
    name: str,
    start: int,
    length: timedelta | Mapping[str, timedelta],
    met: Meets,
    *over: Meets,
    paused: bool = True,
) -> Iterator[Breach]:
    """A length, or one by grade: broken when it was due while it had that grade and was open, or before it had it."""
    lengths = length if isinstance(length, Mapping) else dict.fromkeys(("", *NEWS), length)
    last = log.first(start, met, *over)
    times = [
        *(log.at(number) for number in range(start, len(log.events) if last is None else last)),
        log.until(last),
    ]
    held = [(*span, lengths.get(log.grades[start + place])) for place, span in enumerate(pairwise(times))]
    for place, (since, until, wanted) in enumerate(held):
        due = wanted and (log.after(log.at(start), wanted, start + place) if paused else log.at(start) + wanted)
        if due and max(due, since) < until:
            owed = tuple((max(due, begin), end) for begin, end, its in held if its and max(due, begin) < end)
            yield Breach(name, due, 1, due, owed, wanted)
            return


def _by(log: EventLog, name: str, start: int, field: str, *over: Meets) -> Iterator[Breach]:
    """A time that was named."""
    due, end = time_of(log.field(start, field)), log.until(log.first(start, *over, log.archived))
    if due < end:
        yield Breach(name, due, 1, due, ((due, end),), due - log.at(start))


@attrs.define
class _Period:
    """What is due next, and since when; `broken` when a new grade found it broken."""

    start: datetime
    began: int
    length: timedelta | None
    broken: datetime | None = None


@attrs.define
class _Cadence:
    """Something that must be said again and again; its breach on record begins it anew from when it was due last."""

    log: EventLog
    name: str
    starts: Meets
    met: Meets
    over: tuple[Meets, ...]
    length: Callable[[int], timedelta | None]
    settles: bool = False
    part: str = ""
    paused: bool = True
    by_grade: bool = False
    known: int | None = None
    found: list[Breach] = attrs.field(factory=list[Breach])
    period: _Period | None = None

    def walk(self) -> list[Breach]:
        for number in range(len(self.log.events)):
            self.known = number - 1
            again = self._ends(number) if self.period else None
            if self.starts(number):
                self._begins(number)
            if self.period:
                self._turns(self.period, number)
            elif again:
                self._opens(again, number)
        self.known = None
        if self.period:
            self._closes(self.period, self.log.now)
        return self.found

    def _ends(self, number: int) -> datetime | None:
        """Ends the period where the event does; from when the next one runs."""
        period, at = self.period, self.log.at(number)
        assert period is not None
        instant, over = timedelta(microseconds=1), any(over(number) for over in self.over)
        if self.met(number) and (self.settles or period.start <= max(at, self.log.at(period.began))):
            self._closes(period, at - instant)
            early = self._next(period.start, period.length) if self.part else None
            return None if self.settles or over else max(at, early or at)
        if over:
            self._closes(period, at - instant)
        elif self._is_on_record(period, number):
            return self._closes(period, at, told=True)
        return None

    def _is_on_record(self, period: _Period, number: int) -> bool:
        if not self.log.kind("MissDeadline")(number):
            return False
        clock, due = self.log.field(number, "clock"), time_of(self.log.field(number, "due"))
        first = period.broken or self._next(period.start, period.length)
        return clock.startswith(f"{self.name}/{self.log.cycles[period.began]}/{self.part}") and due == first

    def _begins(self, number: int) -> None:
        cycles, period = self.log.cycles, self.period
        if period and cycles[period.began] == cycles[number] and not self.part:
            return
        if period:
            self._closes(period, self.log.at(number) - timedelta(microseconds=1))
        self._opens(self.log.at(number), number)

    def _opens(self, start: datetime, number: int) -> None:
        length = self.length(number)
        self.period = _Period(start, number, length) if length else None

    def _turns(self, period: _Period, number: int) -> None:
        """A new grade, where it counts by that, or a pause dated back, derives anew what is not broken yet.

        What holds no more is over.
        """
        log, length = self.log, self.length(number)
        regraded = self.by_grade and log.grades[number] != log.grades[number - 1]
        turned = regraded or log.dated_back(number)
        if number > period.began and (turned or not length):
            due = self._next(period.start, period.length)
            if not period.broken and due and due <= log.at(number):
                period.broken = due
            if length:
                period.length = length
            else:
                self._closes(period, datetime.min.replace(tzinfo=log.now.tzinfo))

    def _next(self, start: datetime, length: timedelta | None) -> datetime | None:
        if not self.part:
            if not self.paused:
                return start + length if length else None
            return self.log.after(start, length, self.known) if length else None
        day = (start + SHANGHAI).replace(hour=10, minute=0, second=0, microsecond=0)
        if day - SHANGHAI <= start:
            day += DAY
        return day - SHANGHAI

    def _closes(self, period: _Period, until: datetime, *, told: bool = False) -> datetime | None:
        """Writes down what was missed by then; the last of it. What is on record is told whatever happens then."""
        self.period = None
        dues = [period.broken] if period.broken else []
        due = None if period.broken else self._next(period.start, period.length)
        while due and due <= until:
            dues.append(due)
            due = self._next(due, period.length)
        if not dues:
            return None
        owed = ((until, self.log.until(None)),) if told else ()
        self.found.append(Breach(self.name, dues[0], len(dues), dues[-1], owed))
        return dues[-1]


# ── what is on record


def recorded(events: Sequence[Event]) -> Counter[Breach]:
    """The breaches on record."""
    missed = [event.data for event in events if event.kind == "MissDeadline"]
    return Counter(
        Breach(
            str(said["clock"]).split("/")[0],
            time_of(said["due"]),
            said.get("periods", 1),
            time_of(said.get("last") or said["due"]),
        )
        for said in missed
    )


def said_twice(events: Sequence[Event]) -> list[str]:
    """What was fired more than once."""
    keys = [
        f"{event.kind} {event.data.get('about') or event.data.get('clock')}"
        for event in events
        if event.kind in {"Remind", "MissDeadline"}
    ]
    return [key for key, count in Counter(keys).items() if count > 1]
