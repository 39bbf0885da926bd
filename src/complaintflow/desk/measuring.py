"""The cases behind the figures, as the store has them. One that cannot be read is named, and holds up no other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, TypeVar, cast

import attrs
import msgspec

from complaintflow._validation.structure import at_utc, structure
from complaintflow.desk.finding import load_events
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.errors import InvalidInput, Problem, UnreadableRecord
from complaintflow.insight.cases import Case, Met
from complaintflow.insight.figures import FigureQuery, Figures, figures_of_each, sheets_of
from complaintflow.insight.following import case_of, decode_case
from complaintflow.insight.measures import MEASURES
from complaintflow.insight.regulators import REGULATORS
from complaintflow.insight.returns import Due, RegulatorReturn, ReturnQuery, return_of
from complaintflow.plugins import Counted, KeepsCounts, Session
from complaintflow.policy.clock_rules import Budget
from complaintflow.policy.policy import Policy
from complaintflow.sla.calendar import Calendar
from complaintflow.sla.deadlines import met_in_time
from complaintflow.sla.runs import MetRun
from complaintflow.sla.timeline import Kept, Timeline
from complaintflow.sla.timing import after_budget, calendars
from complaintflow.vocabulary import CUSTOMER

_LOG = logging.getLogger("complaintflow.desk")
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
    found = return_of(cases, (query, regulator), due, policy.own_parties - {CUSTOMER}, at)
    return attrs.evolve(found, unreadable=tuple(reader.unreadable))


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
    asked = [(query, elapsed_on(versions.present.policy, query.calendar)) for query in queries]
    measures = {name for query in queries for name in query.measures}
    reader = CaseReader(session, versions, clocks=any(MEASURES[name].clocks for name in measures))
    since, until = min(query.since for query in queries), max(query.until for query in queries)
    found = figures_of_each(sheets_of(reader.read(since, until, anew=anew), queries), asked, at)
    return tuple(attrs.evolve(one, unreadable=tuple(reader.unreadable)) for one in found)


@attrs.define
class CaseReader:
    """Reads cases one after the other. `clocks` says whether anybody looks at the deadlines that were met."""

    session: Session = attrs.field(repr=False)
    versions: PolicyVersions = attrs.field(repr=False)
    clocks: bool = True
    unreadable: list[str] = attrs.field(factory=list[str], repr=False)

    def read(self, since: datetime, until: datetime, *, anew: bool = False) -> Iterator[Case]:
        """Every case of which something may count in this time, as it is kept, or from its history where it is not.

        `anew` reads every case from its history, and so does a store that keeps no counts.
        """
        if anew or not callable(getattr(self.session, "counted", None)):
            return self._each(self.session.ids(), self.recount)
        kept = cast("KeepsCounts", self.session).counted(since, until)
        return self._each(kept, self._read_kept)

    def _each(self, some: Iterable[Any], read: Callable[[Any], Case]) -> Iterator[Case]:
        for one in some:
            try:
                yield read(one)
            except UnreadableRecord as error:
                _LOG.error("a complaint is left out: %s", error)
                self.unreadable.append(one.id if isinstance(one, Counted) else one)

    def _read_kept(self, kept: Counted) -> Case:
        case = decode_case(kept.counted)
        if case is None:
            return self.recount(kept.id)
        return self._with_met(case, self._kept_runs(kept)) if self.clocks else case

    def _kept_runs(self, kept: Counted) -> Iterable[MetRun]:
        """The deadlines that were met, as its clocks have them, or from its history where nothing is kept."""
        clocks = Kept.decode(kept.clocks, kept.link)
        met = clocks.met() if clocks else None
        return self._runs(kept.id) if met is None else met

    def _runs(self, id: str) -> Iterable[MetRun]:
        events = load_events(self.session, id)
        return met_in_time(Timeline.of(events, *self.versions.policies_of(self.session, events)))

    def recount(self, id: str) -> Case:
        """The case of a complaint, from its whole history. Raises `UnreadableRecord`."""
        case = case_of(id, load_events(self.session, id))
        return self._with_met(case, self._runs(id)) if self.clocks else case

    def _with_met(self, case: Case, runs: Iterable[MetRun]) -> Case:
        return msgspec.structs.replace(case, met=tuple(Met(at, key.clock, str(key)) for key, at in runs))


def elapsed_on(policy: Policy, calendar: str) -> Callable[[datetime, datetime], timedelta]:
    """Counts the time in which the house is open. Raises `InvalidInput` for a calendar that the policy has not."""
    return find_calendar(policy, calendar).between


def find_calendar(policy: Policy, name: str) -> Calendar:
    """The calendar of this name. Raises `InvalidInput` for one that the policy has not."""
    known = calendars(policy)
    if name not in known:
        raise InvalidInput((Problem("calendar", repr(name)[:60], f"one of {', '.join(sorted(known))}"),))
    return known[name]
