"""The clocks as data: what starts, meets, pauses and cancels each one, how long it runs, and whom it tells.

A rule names *milestones* (see `complaintflow.sla.milestones`) or commands. A budget is one of these:

- elapsed or business time, counted on the rule's calendar (`30min`, `4h`)
- days, due when the last day closes (`2 working days`, `10 days`, `8 weeks`, `2 months`)
- a time of every day (`daily 10:00`)
- the key of another number of the policy (`promises.review_after`)

Where the complaint itself names the due time, `named` is the field that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Any

import attrs

from complaintflow._validation.structure import (
    Checked,
    FrozenMap,
    NonBlank,
    Record,
    Within,
    as_dates,
    as_numbers,
    as_texts,
    as_windows,
    as_word,
    parse_duration,
)
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


@attrs.frozen(eq=False, repr=False)
class Budget(Record):
    """How long a clock runs: a time, a number of days of a kind, or until a minute of the day."""

    time: timedelta | None = None
    days: int = 0
    unit: str = ""
    daily: int | None = None

    @property
    def longest(self) -> timedelta:
        """No shorter than the budget on a calendar that is always open; of days that are worked on, as days."""
        return self.time or timedelta(days=self.days * _LENGTHS.get(self.unit, 1))

    @classmethod
    def parse(cls, text: str) -> Budget | None:
        """The budget of a text like `30min`, `2 working days`, `daily 10:00`; None for any other text."""
        if (time := parse_duration(text, digits=6)) is not None:
            return cls(time)
        if found := _DAYS.fullmatch(text):
            return cls(days=int(found[1]), unit=found[2])
        if found := _DAILY.fullmatch(text):
            return cls(daily=int(found[1]) * 60 + int(found[2]))
        return None


_LENGTHS = {"week": 7, "month": 31}
"""How many days a unit has at most."""

_REFERENCE = re.compile(r"(promises|closing)\.[a-z_]+")


def _budget(text: str) -> str | None:
    known = not text or Budget.parse(text) or _REFERENCE.fullmatch(text)
    return (
        None if known else "a budget like 30min, 4h, 2 working days, daily 10:00, or a key like promises.review_after"
    )


BudgetText = Annotated[str, _budget]


@attrs.frozen(eq=False, repr=False)
class CalendarRule(Checked):
    """One calendar: weekly windows as `09:00-12:00`, holidays, shifts and breaks by date.

    A blank `zone` is that of the policy.

    `unconfirmed` are years whose holidays are not announced yet; due times in them are marked as such.
    """

    zone: str = ""
    hours: Mapping[str, tuple[NonBlank, ...]] = attrs.field(default=FrozenMap(), converter=as_windows)
    holidays: tuple[date, ...] = attrs.field(default=(), converter=as_dates)
    shifts: Mapping[str, tuple[NonBlank, ...]] = attrs.field(default=FrozenMap(), converter=as_windows)
    breaks: Mapping[str, tuple[NonBlank, ...]] = attrs.field(default=FrozenMap(), converter=as_windows)
    unconfirmed: tuple[int, ...] = attrs.field(default=(), converter=as_numbers)


@attrs.frozen(eq=False, repr=False)
class ClockRule(Checked):
    """One clock. It runs only while the conditions in `only` hold; `each` makes one run for every part.

    `renews` makes it recurring: it begins again when it is met or missed, its start does not restart it, and a
    milestone in `settled` ends it for good. With `merged` it runs on while the complaint is merged. At the percentages
    in `warn`, the first of `tells` is warned; all of them are told when it is due. Nobody breaches a clock of the
    customer's: `then` is what the system asks for when it is due, and the rules decide about it.

    A *timer* names a command in `asks`, with its fields as a JSON object in `says`: the system asks for it when it is
    due, as long as the run waits, and nobody breaches it. A lifecycle has one for each edge with `after`: it starts by
    the milestone `enters STATE`.
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
    merged: bool = False
    warn: tuple[Percent, ...] = attrs.field(default=(80,), converter=as_numbers)
    tells: tuple[NonBlank, ...] = attrs.field(default=("owner", "lead"), converter=as_texts)
    then: Then = attrs.field(default=Then.TELL, converter=as_word)
    asks: str = ""
    says: str = ""


def budget_texts(rule: ClockRule) -> dict[str, str]:
    """The texts of its budgets by their fields, such as `by_grade.E`; a blank one as well."""
    return {"budget": rule.budget, **{f"by_grade.{grade}": text for grade, text in rule.by_grade.items()}}


@attrs.frozen(eq=False, repr=False)
class Level(Checked):
    """One level of escalation: how long after the deadline, in percent of its time, and whom it tells."""

    name: NonBlank
    after: Annotated[int, Within(0, 1000)]
    tells: tuple[NonBlank, ...] = attrs.field(converter=as_texts)


def as_levels(value: list[Level] | tuple[Level, ...]) -> Any:
    """Levels of escalation in order."""
    return value
