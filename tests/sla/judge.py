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
from tests.sla.tale import Meets, Tale, time_of

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
    tale = Tale(events, now)
    every = (_first_response, _grades, _calls, _reviews, _named, _parts, _news, _teams)
    return Counter(breach for some in every for breach in some(tale))


def _first_response(tale: Tale) -> Iterator[Breach]:
    """R2."""
    changes = tale.events[0].changes
    instant, vip = changes["channel"] in {"app", "chat", "phone"}, changes.get("tier") == "vip"
    if not instant:
        yield from _once(tale, "first_response", 0, DAY, tale.speaks, tale.ended, paused=False)
    elif vip:
        yield from _once(tale, "first_response_vip", 0, MINUTE / 2, tale.acknowledges, tale.ended, paused=False)
    else:
        yield from _once(tale, "first_response_instant", 0, MINUTE, tale.acknowledges, tale.ended, paused=False)


def _grades(tale: Tale) -> Iterator[Breach]:
    """R9, from the beginning of each cycle to its end."""
    for begin in tale.numbers(tale.begins):
        over = (tale.ended, tale.begins)
        mended = tale.kind("Mitigate", "Resolve")
        yield from _once(tale, "mitigation", begin, {"E": HOUR / 2}, mended, *over, paused=False)
        yield from _once(tale, "cause", begin, {"A": 4 * HOUR}, tale.kind("FindCause"), *over)
        yield from _once(tale, "closure", begin, {"B": 24 * HOUR}, tale.delivered, *over)
        yield from _once(tale, "direction", begin, {"C": 72 * HOUR}, tale.directs, *over)


def _calls(tale: Tale) -> Iterator[Breach]:
    """R21."""
    for begin in tale.numbers(tale.serious):
        over = (tale.ended, tale.serious)
        lengths = {"E": HOUR / 4, "A": HOUR}
        yield from _once(tale, "call_first", begin, lengths, tale.kind("Call"), *over, paused=False)


def _reviews(tale: Tale) -> Iterator[Breach]:
    """R30: the review, and the decision that is waited for from when it was called."""
    decided = tale.kind(*BREAKTHROUGH, "RecordReview")
    for begin in tale.numbers(tale.graded):
        yield from _once(tale, "review", begin, DAY, decided, tale.ended, tale.graded)

    def called(number: int) -> bool:
        if not tale.kind("MissDeadline")(number) or not tale.field(number, "clock").startswith("review/"):
            return False
        begin = max(one for one in tale.numbers(tale.graded) if one < number)
        over = tale.first(begin, decided, tale.ended)
        return over is None or over > number

    yield from _Cadence(tale, "review_decision", called, decided, (tale.ended,), lambda _: DAY, settles=True).walk()


def _named(tale: Tale) -> Iterator[Breach]:
    """R26a, R28: a time named to the customer, a plan."""
    for number in tale.numbers(tale.names_next):
        yield from _by(tale, "named_time", number, "next_at", tale.speaks, tale.ended)
    for number in tale.numbers(tale.kind("ExplainPlan")):
        kept: Meets = lambda one: bool(tale.field(one, "plan_kept"))  # noqa: E731
        again = tale.kind("Resolve", "ExplainPlan")
        yield from _by(tale, "plan", number, "expected_by", kept, again, tale.begins, tale.given_up)


def _parts(tale: Tale) -> Iterator[Breach]:
    """R26a, R27, R28: each compensation, each task, each referral."""

    def about(kind: str, part: str) -> Meets:
        field = {"PartyReply": "referral", "RefuseCompensation": "compensation"}.get(kind, "task")
        return lambda number: tale.kind(kind)(number) and tale.field(number, field) == part

    for number, event in enumerate(tale.events):
        if event.kind == "AddTask":
            task = f"T{event.changes['tasks']}"
            yield from _by(tale, "task", number, "due", about("FinishTask", task), about("CancelTask", task))
        if event.kind == "Refer":
            replied = about("PartyReply", f"R{event.changes['referrals']}")
            yield from _by(tale, "referral", number, "expected_by", replied, tale.ended)
            yield from _by(tale, "feedback", number, "feedback_at", tale.speaks, tale.ended)
        if event.kind == "Compensate" and event.data.get("arrives"):
            claim = f"C{event.changes['compensations']}"
            over = (_pays(tale, claim), about("RefuseCompensation", claim), tale.given_up)
            yield from _by(tale, "compensation", number, "arrives", *over)


def _pays(tale: Tale, claim: str) -> Meets:
    return lambda number: claim in tale.owed[number - 1] - tale.owed[number]


def _news(tale: Tale) -> Iterator[Breach]:
    """R15, R28: how often customers and stakeholders hear."""
    over = (tale.ended, tale.delivered)

    def started(number: int) -> bool:
        return tale.graded(number) or tale.untold(number)

    def by_grade(number: int) -> timedelta | None:
        return NEWS.get(tale.grades[number])

    yield from _Cadence(tale, "customer_news", started, tale.speaks, over, by_grade).walk()

    def waiting(number: int) -> timedelta | None:
        return 6 * HOUR if any(wait.startswith("R") for wait in tale.waits[number]) else None

    told, ended, refers, watches = tale.tells("stakeholders"), (tale.ended,), tale.kind("Refer"), tale.kind("Watch")
    yield from _Cadence(tale, "third_party_news", refers, tale.speaks, ended, waiting, paused=False).walk()
    yield from _Cadence(tale, "stakeholder_news", watches, told, ended, lambda _: DAY, paused=False).walk()


def _joins(tale: Tale, team: str) -> Meets:
    return lambda number: team in tale.teams[number] and not (number and team in tale.teams[number - 1])


def _leaves(tale: Tale, team: str) -> Meets:
    return lambda number: number > 0 and team in tale.teams[number - 1] and team not in tale.teams[number]


def _teams(tale: Tale) -> Iterator[Breach]:
    """R29: each collaborating team, at ten in Shanghai, each day."""
    for team in sorted(frozenset[str]().union(*tale.teams)):
        joined, left = _joins(tale, team), _leaves(tale, team)
        yield from _Cadence(
            tale, "daily_progress", joined, tale.progresses(team), (left,), lambda _: DAY, part=f"{team}/"
        ).walk()


# ── how a promise is broken


def _once(
    tale: Tale,
    name: str,
    start: int,
    length: timedelta | Mapping[str, timedelta],
    met: Meets,
    *over: Meets,
    paused: bool = True,
) -> Iterator[Breach]:
    """A length, or one by grade: broken when it was due while it had that grade and was open, or before it had it."""
    lengths = length if isinstance(length, Mapping) else dict.fromkeys(("", *NEWS), length)
    last = tale.first(start, met, *over)
    times = [
        *(tale.at(number) for number in range(start, len(tale.events) if last is None else last)),
        tale.until(last),
    ]
    held = [(*span, lengths.get(tale.grades[start + place])) for place, span in enumerate(pairwise(times))]
    for place, (since, until, wanted) in enumerate(held):
        due = wanted and (tale.after(tale.at(start), wanted, start + place) if paused else tale.at(start) + wanted)
        if due and max(due, since) < until:
            owed = tuple((max(due, begin), end) for begin, end, its in held if its and max(due, begin) < end)
            yield Breach(name, due, 1, due, owed, wanted)
            return


def _by(tale: Tale, name: str, start: int, field: str, *over: Meets) -> Iterator[Breach]:
    """A time that was named."""
    due, end = time_of(tale.field(start, field)), tale.until(tale.first(start, *over, tale.archived))
    if due < end:
        yield Breach(name, due, 1, due, ((due, end),), due - tale.at(start))


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

    tale: Tale
    name: str
    starts: Meets
    met: Meets
    over: tuple[Meets, ...]
    length: Callable[[int], timedelta | None]
    settles: bool = False
    part: str = ""
    paused: bool = True
    known: int | None = None
    found: list[Breach] = attrs.field(factory=list[Breach])
    period: _Period | None = None

    def walk(self) -> list[Breach]:
        for number in range(len(self.tale.events)):
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
            self._closes(self.period, self.tale.now)
        return self.found

    def _ends(self, number: int) -> datetime | None:
        """Ends the period where the event does; from when the next one runs."""
        period, at = self.period, self.tale.at(number)
        assert period is not None
        instant, over = timedelta(microseconds=1), any(over(number) for over in self.over)
        if self.met(number) and (self.settles or period.start <= max(at, self.tale.at(period.began))):
            self._closes(period, at - instant)
            early = self._next(period.start, period.length) if self.part else None
            return None if self.settles or over else max(at, early or at)
        if over:
            self._closes(period, at - instant)
        elif self._is_on_record(period, number):
            return self._closes(period, at, told=True)
        return None

    def _is_on_record(self, period: _Period, number: int) -> bool:
        if not self.tale.kind("MissDeadline")(number):
            return False
        clock, due = self.tale.field(number, "clock"), time_of(self.tale.field(number, "due"))
        first = period.broken or self._next(period.start, period.length)
        return clock.startswith(f"{self.name}/{self.tale.cycles[period.began]}/{self.part}") and due == first

    def _begins(self, number: int) -> None:
        cycles, period = self.tale.cycles, self.period
        if period and cycles[period.began] == cycles[number] and not self.part:
            return
        if period:
            self._closes(period, self.tale.at(number) - timedelta(microseconds=1))
        self._opens(self.tale.at(number), number)

    def _opens(self, start: datetime, number: int) -> None:
        length = self.length(number)
        self.period = _Period(start, number, length) if length else None

    def _turns(self, period: _Period, number: int) -> None:
        """A new grade, or a pause dated back, derives anew what is not broken yet; what holds no more is over."""
        tale, length = self.tale, self.length(number)
        turned = tale.grades[number] != tale.grades[number - 1] or tale.dated_back(number)
        if number > period.began and (turned or not length):
            due = self._next(period.start, period.length)
            if not period.broken and due and due <= tale.at(number):
                period.broken = due
            if length:
                period.length = length
            else:
                self._closes(period, datetime.min.replace(tzinfo=tale.now.tzinfo))

    def _next(self, start: datetime, length: timedelta | None) -> datetime | None:
        if not self.part:
            if not self.paused:
                return start + length if length else None
            return self.tale.after(start, length, self.known) if length else None
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
        owed = ((until, self.tale.until(None)),) if told else ()
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
