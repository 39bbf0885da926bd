"""Figures and returns over what a store has: questions in the policy's zone, and the calendars that they count by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar, cast

import attrs

from complaintflow._validation.structure import at_utc, structure
from complaintflow.desk.case_reader import CaseReader
from complaintflow.desk.finding import load_whole
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.sheets import read_sheets
from complaintflow.errors import InvalidInput, Problem
from complaintflow.insight.effects import ASKED, ActionEffect, effects, improved
from complaintflow.insight.figures import Asked, FigureQuery, Figures, figures_of_each
from complaintflow.insight.measures import MEASURES
from complaintflow.insight.regulators import REGULATORS
from complaintflow.insight.returns import Due, House, RegulatorReturn, ReturnQuery, return_of
from complaintflow.plugins import Session
from complaintflow.policy.clock_rules import Budget
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import AT_ONCE
from complaintflow.sla.calendar import Calendar
from complaintflow.sla.timing import after_budget, calendars
from complaintflow.vocabulary import CUSTOMER

Query = TypeVar("Query", FigureQuery, ReturnQuery)


def ask_for_figures(wanted: Mapping[str, Any], policy: Policy) -> FigureQuery:
    """The question that somebody asks, in the policy's zone if they name none. Raises `InvalidInput`."""
    query = _in_zone(structure(FigureQuery, wanted), policy)
    query.check()
    return query


def ask_for_return(wanted: Mapping[str, Any], policy: Policy) -> ReturnQuery:
    """The return that somebody asks for, in the policy's zone if they name none. Raises `InvalidInput`."""
    query = _in_zone(structure(ReturnQuery, wanted), policy)
    query.check(REGULATORS)
    return query


def _in_zone(query: Query, policy: Policy) -> Query:
    """The same for aware times in UTC, and the policy's zone if it names none."""
    return attrs.evolve(query, since=at_utc(query.since), until=at_utc(query.until), zone=query.zone or policy.zone)


def fill_return(
    session: Session, versions: PolicyVersions, query: ReturnQuery, at: datetime, *, anew: bool
) -> RegulatorReturn:
    """The return that is asked for, from what is kept, or made `anew` of the histories. Raises `InvalidInput`."""
    regulator, policy = REGULATORS[query.regulator], versions.present.policy
    due = _due_on(find_calendar(policy, query.calendar), query.zone)
    reader = CaseReader(session, versions, clocks=regulator.clocks)
    cases = reader.read(query.since, query.until, anew=anew)
    house = House(policy.own_parties - {CUSTOMER}, _lack_of_care(policy))
    found = return_of(cases, (query, regulator), due, house, at)
    return attrs.evolve(found, unreadable=tuple(reader.unreadable))


def _lack_of_care(policy: Policy) -> Callable[[str], bool | None]:
    """Whether a root cause is one of `care_causes`; a policy that names none says nothing."""
    return lambda label: policy.cause_of(label) in policy.care_causes if policy.care_causes else None


def _due_on(calendar: Calendar, zone: str) -> Due:
    """When a budget is used up: working days on a calendar, other days on the wall of a zone."""
    always = Calendar.always(zone)

    def due(start: datetime, text: str) -> datetime:
        budget = cast("Budget", Budget.parse(text))  # the lines of a return name their own
        return after_budget(budget, start, calendar if budget.unit == "working day" else always)

    return due


def measure(
    session: Session, versions: PolicyVersions, queries: Sequence[FigureQuery], at: datetime, *, anew: bool
) -> tuple[Figures, ...]:
    """The figures that are asked for, from what is kept, or made `anew` of the histories. Raises `InvalidInput`.

    All questions are answered in one reading.
    """
    questions = [(query, elapsed_on(versions.present.policy, query.calendar)) for query in queries]
    asked = Asked.by(queries)
    reader = CaseReader(session, versions, clocks=any(MEASURES[name].clocks for name in asked.measures))
    since, until = min(query.since for query in queries), max(query.until for query in queries)
    sheets = read_sheets(reader, asked, since, until, anew=anew)
    found = figures_of_each(sheets, questions, at)
    return tuple(attrs.evolve(one, unreadable=tuple(reader.unreadable)) for one in found)


def judge_improvements(session: Session, versions: PolicyVersions, at: datetime) -> tuple[ActionEffect, ...]:
    """R39: the effect of every improvement, until then."""
    reader = CaseReader(session, versions, clocks=False)
    sheets = tuple(read_sheets(reader, ASKED, AT_ONCE, at + timedelta.resolution))
    return effects(load_whole(session, improved(sheets)), sheets, versions.present.policy.ladder_window, at)


def elapsed_on(policy: Policy, calendar: str) -> Callable[[datetime, datetime], timedelta]:
    """Counts the time in which the house is open. Raises `InvalidInput` for a calendar that the policy has not."""
    return find_calendar(policy, calendar).between


def find_calendar(policy: Policy, name: str) -> Calendar:
    """The calendar of this name. Raises `InvalidInput` for one that the policy has not."""
    known = calendars(policy)
    if name not in known:
        raise InvalidInput((Problem("calendar", repr(name)[:60], f"one of {', '.join(sorted(known))}"),))
    return known[name]
