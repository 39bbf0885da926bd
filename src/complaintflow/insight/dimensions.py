"""What measures are cut by: a field of the case, a period, or something of the observation itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import tzinfo
from operator import attrgetter

from complaintflow.errors import Problem
from complaintflow.insight.cases import Case
from complaintflow.insight.measures import Measure
from complaintflow.insight.observing import Observation
from complaintflow.insight.periods import PERIODS, period_of

_FIELDS = (
    *("type", "area", "region", "product", "category", "channel", "tier", "team", "responsible", "respondent", "shop"),
    *("grade", "intake_grade", "incident", "state", "ground", "root_cause", "imported"),
)
FIELDS: Mapping[str, Callable[[Case], object]] = {name: attrgetter(name) for name in _FIELDS}
"""What every case has. It is cut by what it is now: the team that holds it, the present grade."""
COHORT = "cohort"
"""The week of the intake, whenever the thing itself was."""

Cut = Callable[[Case, Observation], str]


def cuts_of(measure: Measure) -> tuple[str, ...]:
    """Everything that a measure can be cut by."""
    return (*_FIELDS, *PERIODS, COHORT, *measure.cuts)


def make_cut(name: str, zone: tzinfo) -> Cut:
    """The value of a case and an observation in one dimension. A blank text: it has none."""
    if name in PERIODS:
        return lambda case, seen: period_of(name, seen.at, zone)
    if name == COHORT:
        return lambda case, seen: period_of("week", case.received_at, zone)
    if name in FIELDS:
        read = FIELDS[name]
        return lambda case, seen: text_of(read(case))
    return lambda case, seen: seen.of.get(name, "")


def text_of(value: object) -> str:
    """A field of a case as a text; blank: it has none."""
    return "" if value is None else str(value)


def check_cuts(by: Iterable[str], measures: Iterable[Measure]) -> Iterator[Problem]:
    """The dimensions that one of these measures does not have."""
    for measure in measures:
        there = cuts_of(measure)
        for name in by:
            if name not in there:
                yield Problem("by", repr(name)[:60], f"what {measure.name} is cut by: {', '.join(there)}")


def keep(case: Case, only: Mapping[str, frozenset[str]], without: Mapping[str, frozenset[str]]) -> bool:
    """Whether a case has one of these values in each field that is given, and none of the others."""
    here = all(text_of(FIELDS[name](case)) in values for name, values in only.items())
    return here and not any(text_of(FIELDS[name](case)) in values for name, values in without.items())
