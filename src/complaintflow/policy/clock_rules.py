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
from typing import Annotated, Any

import attrs

from complaintflow._validation.accepts import as_dates, as_numbers, as_texts, as_windows, as_word
from complaintflow._validation.structure import Checked, FrozenMap, NonBlank, Within, parse_duration
from complaintflow.vocabulary import Then

_DAYS = re.compile(r"(\d{1,4}) (working day|day|week|month)s?")
_DAILY = re.compile(r"daily ([01]\d|2[0-3]):([0-5]\d)")

Percent = Annotated[int, Within(1, 99)]

SILENT_AFTER = "closing.silent_after"
"""R33: the key of the number by which silence closes a complaint, for its clock and its rule alike."""
UNANSWERED_AFTER = "closing.unanswered_after"
"""R3: the key of the number after which an unanswered question ends a complaint."""
ENDING_BUDGETS: Mapping[Then, str] = {Then.CLOSE: SILENT_AFTER, Then.DECLINE: UNANSWERED_AFTER}
"""The budget of a clock that ends the complaint: the number that the rules count by."""


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
        if (time := parse_duration(text, digits=6)) is not None:
            return cls(time)
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


def as_levels(value: list[Level] | tuple[Level, ...]) -> Any:
    """Levels of escalation, the first one first."""
    return value
