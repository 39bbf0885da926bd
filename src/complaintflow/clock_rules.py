"""The clocks as data: for each promise what starts, meets, pauses and cancels it, how long it is, and whom it tells.

A rule names *milestones* (see `complaintflow.sla.milestones`) or kinds of commands. A budget is elapsed
or business time (`30min`, `4h`, counted on the rule's calendar), days (`2 working days`, `10 days`,
`8 weeks`, `2 months`, due when the day closes), a wall-clock time that comes every day (`daily 10:00`), or the
key of a number that stands elsewhere in the policy (`promises.review_after`).
Where the complaint itself names the due time, `named` says which field.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated

import attrs

from complaintflow._conform import Checked, FrozenMap, NonBlank, Within
from complaintflow._loose import as_dates, as_numbers, as_texts, as_windows, as_word
from complaintflow.vocabulary import Then

__all__ = ["Budget", "CalendarRule", "ClockRule", "Level", "default_clocks", "default_levels", "office_calendars"]

_LENGTH = re.compile(r"(\d{1,6}) ?(s|min|h|d)")
_DAYS = re.compile(r"(\d{1,4}) (working day|day|week|month)s?")
_DAILY = re.compile(r"daily ([01]\d|2[0-3]):([0-5]\d)")
_SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400}

Percent = Annotated[int, Within(1, 99)]


@attrs.frozen
class Budget:
    """How long a clock runs: so much time, or so many days of a kind, or until a time of the day (minutes)."""

    time: timedelta | None = None
    days: int = 0
    unit: str = ""
    daily: int | None = None

    @classmethod
    def parse(cls, text: str) -> Budget | None:
        """The budget of a text like `30min`, `2 working days`, `daily 10:00`; None when it is none."""
        if found := _LENGTH.fullmatch(text):
            return cls(timedelta(seconds=int(found[1]) * _SECONDS[found[2]]))
        if found := _DAYS.fullmatch(text):
            return cls(days=int(found[1]), unit=found[2])
        if found := _DAILY.fullmatch(text):
            return cls(daily=int(found[1]) * 60 + int(found[2]))
        return None


_REFERENCE = re.compile(r"(promises|closing)\.[a-z_]+")


def _budget(text: str) -> str | None:
    known = not text or Budget.parse(text) or _REFERENCE.fullmatch(text)
    return (
        None if known else "a budget like 30min, 4h, 2 working days, daily 10:00, or a key like promises.review_after"
    )


BudgetText = Annotated[str, _budget]


@attrs.frozen
class CalendarRule(Checked):
    """One calendar: zone, weekly windows as `09:00-12:00`, holidays, shifts and breaks by date.

    `unconfirmed` are years whose holidays are not announced yet: what falls into them is said to be so.
    """

    zone: NonBlank = "Asia/Shanghai"
    hours: Mapping[str, tuple[NonBlank, ...]] = attrs.field(default=FrozenMap(), converter=as_windows)
    holidays: tuple[date, ...] = attrs.field(default=(), converter=as_dates)
    shifts: Mapping[str, tuple[NonBlank, ...]] = attrs.field(default=FrozenMap(), converter=as_windows)
    breaks: Mapping[str, tuple[NonBlank, ...]] = attrs.field(default=FrozenMap(), converter=as_windows)
    unconfirmed: tuple[int, ...] = attrs.field(default=(), converter=as_numbers)


@attrs.frozen
class ClockRule(Checked):
    """One clock. `only` are conditions that must hold for it to run; `each` makes one for every part.

    `renews` makes it a cadence: when it is met or missed it begins anew, and what starts it does not restart it; what
    is `settled` meets it for good.
    `warn` are percents of the time gone at which the first of `tells` is warned; all of them are told when it is due.
    What the customer owes us is no breach: `then` says what the system asks for when it is due, through the rules.
    """

    rule: NonBlank
    starts: tuple[NonBlank, ...] = attrs.field(converter=as_texts)
    satisfied: tuple[NonBlank, ...] = attrs.field(converter=as_texts)
    cancelled: tuple[NonBlank, ...] = attrs.field(default=("ended",), converter=as_texts)
    settled: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts)
    budget: BudgetText = ""
    by_grade: Mapping[str, BudgetText] = FrozenMap()
    named: str = ""
    each: str = ""
    only: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts)
    calendar: NonBlank = "always"
    pauses: bool = True
    renews: bool = False
    warn: tuple[Percent, ...] = attrs.field(default=(80,), converter=as_numbers)
    tells: tuple[NonBlank, ...] = attrs.field(default=("owner", "lead"), converter=as_texts)
    then: Then = attrs.field(default=Then.TELL, converter=as_word)


@attrs.frozen
class Level(Checked):
    """One level of escalation: so many percent of the deadline's time after it was due, and whom it tells."""

    name: NonBlank
    after: Annotated[int, Within(0)]
    tells: tuple[NonBlank, ...] = attrs.field(converter=as_texts)


def default_levels() -> tuple[Level, ...]:
    """The lead at the breach, the manager when as much time has passed again (ours)."""
    return (Level("lead", 0, ("lead",)), Level("manager", 100, ("manager",)))


def office_calendars() -> FrozenMap:
    """`office` is Monday to Friday, `awake` every day from eight to ten at night (Shanghai); `always` needs no rule."""
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    awake = CalendarRule(hours=FrozenMap(dict.fromkeys(days, ("08:00-22:00",))))
    office = CalendarRule(hours=FrozenMap(dict.fromkeys(days[:5], ("09:00-12:00", "13:00-18:00"))))
    return FrozenMap({"awake": awake, "office": office})


def default_clocks() -> FrozenMap:
    """The clocks of the requirements; what they leave open is marked "ours"."""
    answered = ("acknowledged", "answered")
    return FrozenMap(
        {
            # R2: the automatic reply of an instant channel counts
            "first_response_vip": ClockRule(
                "R2",
                ("received",),
                answered,
                budget="promises.first_response_instant_vip",
                only=("instant", "vip"),
                pauses=False,
                warn=(50,),
            ),
            "first_response_instant": ClockRule(
                "R2",
                ("received",),
                answered,
                budget="promises.first_response_instant",
                only=("instant", "not vip"),
                pauses=False,
                warn=(50,),
            ),
            "first_response": ClockRule(
                "R2",
                ("received",),
                ("answered",),
                budget="promises.first_response_asynchronous",
                only=("asynchronous",),
                pauses=False,
            ),
            # R9: counted from the beginning of the cycle; a new grade derives them anew, and restarts nothing
            "mitigation": ClockRule(
                "R9",
                ("begun",),
                ("mitigated",),
                budget="promises.emergency_mitigated",
                only=("grade E",),
                pauses=False,
                warn=(50, 80),
            ),
            "cause": ClockRule(
                "R9", ("begun",), ("FindCause",), budget="promises.high_cause_found", only=("grade A",), warn=(50, 80)
            ),
            "closure": ClockRule(
                "R9", ("begun",), ("notice_delivered",), budget="promises.medium_closed", only=("grade B",)
            ),
            "direction": ClockRule(
                "R9", ("begun",), ("direction_told",), budget="promises.low_answered", only=("grade C",)
            ),
            # R15: how often the customer hears (hours by grade are ours), R28: every 6 h while a party works on it
            "customer_news": ClockRule(
                "R15",
                ("triaged", "untold"),
                ("answered",),
                cancelled=("ended", "notice_delivered"),
                by_grade=FrozenMap({"E": "2h", "A": "6h", "B": "24h", "C": "72h"}),
                renews=True,
            ),
            "third_party_news": ClockRule(
                "R28", ("Refer",), ("answered",), budget="promises.third_party_news", only=("party waits",), renews=True
            ),
            # R26a: a time named to the customer is a deadline
            "named_time": ClockRule("R26a", ("named_next",), ("answered",), named="next_at", pauses=False),
            "compensation": ClockRule(
                "R26a",
                ("Compensate",),
                ("payment_proved",),
                cancelled=("RefuseCompensation", "given_up"),
                named="arrives",
                each="compensation",
            ),
            "plan": ClockRule(
                "R26a",
                ("ExplainPlan",),
                ("plan_kept", "Resolve"),
                cancelled=("ExplainPlan", "disputed", "given_up"),
                named="expected_by",
            ),
            "task": ClockRule(
                "R27", ("AddTask",), ("FinishTask", "CancelTask"), cancelled=(), named="due", each="task"
            ),
            "referral": ClockRule("R28", ("Refer",), ("PartyReply",), named="expected_by", each="referral"),
            "feedback": ClockRule("R28", ("Refer",), ("answered",), named="feedback_at", each="referral"),
            "stakeholder_news": ClockRule(
                "R15", ("Watch",), ("stakeholders_told",), budget="24h", renews=True, tells=("owner",)
            ),
            "daily_progress": ClockRule(
                "R29",
                ("team_joined",),
                ("team_progress",),
                cancelled=("team_left",),
                budget="daily 10:00",
                each="team",
                calendar="office",
                pauses=False,
                renews=True,
            ),
            # R21: as early as possible (the times are ours), counted from when it became serious
            "call_first": ClockRule(
                "R21", ("serious",), ("Call",), by_grade=FrozenMap({"E": "15min", "A": "1h"}), only=("serious",)
            ),
            "review": ClockRule(
                "R30",
                ("triaged",),
                ("breakthrough", "RecordReview"),
                budget="promises.review_after",
                tells=("service lead", "technical lead", "product manager"),
            ),
            # the review is called when `review` is missed; it waits for the decision, and asks daily (ours)
            "review_decision": ClockRule(
                "R30",
                ("review_called",),
                (),
                settled=("breakthrough", "RecordReview"),
                budget="24h",
                renews=True,
                tells=("service lead", "technical lead", "product manager"),
            ),
            # what the customer owes us (days are ours)
            "answer": ClockRule(
                "R3", ("AskCustomer",), ("Answer",), budget="3d", each="question", pauses=False, tells=("customer",)
            ),
            # R3: a question that nobody answers ends it, with the recourse told; once it is solved, no more
            "unanswered": ClockRule(
                "R3",
                ("AskCustomer",),
                ("Answer",),
                cancelled=("ended", "Resolve"),
                budget="closing.unanswered_after",
                each="question",
                pauses=False,
                warn=(),
                tells=("customer",),
                then=Then.DECLINE,
            ),
            "agreement": ClockRule(
                "R25",
                ("Propose",),
                ("Agree", "Object"),
                cancelled=("ended", "offer_lapsed"),
                budget="3d",
                pauses=False,
                tells=("customer",),
            ),
            # R33: the silent window runs from delivery; what the customer says does not move it
            "silence": ClockRule(
                "R33",
                ("notice_delivered",),
                ("closed",),
                cancelled=("ended", "disputed", "untold"),
                budget="closing.silent_after",
                pauses=False,
                warn=(66,),
                tells=("customer",),
                then=Then.CLOSE,
            ),
        }
    )
