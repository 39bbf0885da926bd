"""What measures are cut by: a field of the case, a period, or something of the observation itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import NamedTuple

from complaintflow._validation.structure import plain_name
from complaintflow.errors import Problem
from complaintflow.insight.cases import Case
from complaintflow.insight.measures import Measure
from complaintflow.insight.periods import PERIODS, PeriodLabels
from complaintflow.insight.sheets import Labels, Sheet, pick

_FIELDS = (
    *("type", "area", "region", "product", "category", "channel", "tier", "team", "responsible", "respondent", "shop"),
    *("grade", "intake_grade", "incident", "state", "ground", "root_cause", "imported"),
)


def _reader(name: str) -> Callable[[Case], str]:
    """Reads a field of a case as a text; blank: it has none."""

    def read(case: Case) -> str:
        value = getattr(case, name)
        return "" if value is None else str(value)

    return read


FIELDS: Mapping[str, Callable[[Case], str]] = {name: _reader(name) for name in _FIELDS}
"""What every case has. It is cut by what it is now: the team that holds it, the present grade."""
COHORT = "cohort"
"""The week of the intake, whenever the thing itself was."""


class Taken(NamedTuple):
    """Observations of a sheet that count: of which rows and when, and what they are cut by beside the case."""

    rows: Sequence[int]
    at: Sequence[int]
    of: Mapping[str, Labels]


Cut = Callable[[Sheet, Taken], Labels]
"""The values of observations in one dimension. A blank text: it has none."""


def cuts_of(measure: Measure) -> tuple[str, ...]:
    """Everything that a measure can be cut by."""
    return (*_FIELDS, *PERIODS, COHORT, *measure.cuts)


def make_cut(name: str, zone: tzinfo) -> Cut:
    """The values of observations in the dimension of this name."""
    if name in PERIODS:
        periods = PeriodLabels(name, zone)
        return lambda sheet, taken: periods.label(taken.at)
    if name == COHORT:
        weeks = PeriodLabels("week", zone)
        return lambda sheet, taken: weeks.label(pick(sheet.received_at, taken.rows))
    if name in FIELDS:
        return lambda sheet, taken: sheet.label(name).pick(taken.rows)
    return lambda sheet, taken: taken.of[name]


def check_cuts(by: Iterable[str], measures: Iterable[Measure]) -> Iterator[Problem]:
    """The dimensions that one of these measures does not have."""
    for measure in measures:
        there = cuts_of(measure)
        for name in by:
            if name not in there:
                yield Problem("by", repr(name)[:60], f"what {measure.name} is cut by: {', '.join(there)}")


Choices = Mapping[str, frozenset[str]]


def keep(case: Case, only: Choices, without: Choices) -> bool:
    """Whether a case has one of these values in each field that is given, and none of the others.

    The values are plain names: those of types, teams and channels compare without case and blanks.
    """
    here = all(plain_name(FIELDS[name](case)) in values for name, values in only.items())
    return here and not any(plain_name(FIELDS[name](case)) in values for name, values in without.items())


def choose(sheet: Sheet, only: Choices, without: Choices) -> Sequence[bool] | None:
    """Of each row what `keep` says of its case; None where nothing is asked of them."""
    asked = [(name, values, True) for name, values in only.items()]
    asked += [(name, values, False) for name, values in without.items()]
    columns = [_fits(sheet.label(name), values, wanted) for name, values, wanted in asked]
    return [*map(all, zip(*columns, strict=True))] if columns else None


def _fits(labels: Labels, values: frozenset[str], wanted: bool) -> Iterator[bool]:
    fitting = [(plain_name(text) in values) == wanted for text in labels.texts]
    return map(fitting.__getitem__, labels.codes)
