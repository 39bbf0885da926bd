"""The figures of a period: every measure that is asked for over the cases, cut by what is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta, tzinfo
from itertools import islice
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import attrs

from complaintflow._validation.structure import (
    ONE_OR_MORE,
    FrozenMap,
    Listing,
    Within,
    Words,
    is_list,
    is_table,
    plain_name,
)
from complaintflow.errors import InvalidInput, Problem
from complaintflow.insight.cases import Case
from complaintflow.insight.cells import Cell, Ranked, pareto
from complaintflow.insight.dimensions import COHORT, FIELDS, check_cuts, choose, make_cut
from complaintflow.insight.measures import MEASURES, Measure
from complaintflow.insight.periods import PERIODS, period_ends
from complaintflow.insight.sheets import ID, RECEIVED_AT, Sheet, make_sheet
from complaintflow.insight.tallies import Between, Lists, Tally
from complaintflow.record.complaint import microseconds, moment

_SHOWN = 60
"""So many characters of a wrong word are shown."""
TOO_FEW = 5
"""Of fewer observations no share, percentile or mean is told."""
_PAGE = 1_000
"""So many cases make a sheet that is not kept."""
_MICROSECOND = timedelta(microseconds=1)

Elapsed = Callable[[datetime, datetime], timedelta]
"""The time between two instants in which the house is open."""

Ordered = Annotated[tuple[str, ...], ONE_OR_MORE]
Several = Annotated[frozenset[str], ONE_OR_MORE]


def as_names(value: str | Iterable[str]) -> Any:
    """One name, or several in order."""
    return (value,) if isinstance(value, str) else tuple(value) if is_list(value) else value


def as_choices(value: Mapping[str, str | Words]) -> Any:
    """The values of each field, as plain names: a channel that is called Test is kept as test."""
    return FrozenMap({name: _as_several(one) for name, one in value.items()}) if is_table(value) else value


def _as_several(value: str | Words) -> Any:
    if not (isinstance(value, str) or is_list(value)):
        return value
    return frozenset(plain_name(one) if isinstance(one, str) else one for one in as_names(value))


@attrs.frozen
class FigureQuery:
    """Which figures are asked for: of what happened from `since` on and before `until` (aware).

    `by` are the dimensions, in order; periods and cohorts are those of `zone` (blank: that of the policy). `only` and
    `without` say which complaints are counted, by the values of their fields: test data may be left out by its channel.
    Business time counts on `calendar`. Of fewer observations than `least` nothing is told but how many they are.
    """

    since: datetime
    until: datetime
    measures: Ordered = attrs.field(default=Listing(MEASURES), converter=as_names)
    by: Ordered = attrs.field(default=(), converter=as_names)
    zone: str = ""
    calendar: str = "office"
    only: Mapping[str, Several] = attrs.field(factory=FrozenMap, converter=as_choices)
    without: Mapping[str, Several] = attrs.field(factory=FrozenMap, converter=as_choices)
    least: Annotated[int, Within(1)] = TOO_FEW

    def check(self) -> None:
        """Raises `InvalidInput` with all that is wrong."""
        problems = [*self._problems()]
        if problems:
            raise InvalidInput(tuple(problems))

    def _problems(self) -> Iterator[Problem]:
        yield from check_period(self.since, self.until, self.zone)
        for name in self.measures:
            if name not in MEASURES:
                yield Problem("measures", repr(name)[:_SHOWN], f"one of {', '.join(MEASURES)}")
        yield from check_cuts(self.by, (MEASURES[name] for name in self.measures if name in MEASURES))
        for path, given in (("only", self.only), ("without", self.without)):
            for name in given:
                if name not in FIELDS:
                    yield Problem(f"{path}.{name}"[:_SHOWN], "an unknown field", f"one of {', '.join(FIELDS)}")


def check_period(since: datetime, until: datetime, zone: str) -> Iterator[Problem]:
    """What is wrong with a period and its zone."""
    if until <= since:
        yield Problem("until", until.isoformat(), "later than since")
    if not _is_zone(zone):
        yield Problem("zone", repr(zone)[:_SHOWN], "the name of a time zone")


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # an unknown name is a KeyError
        return False
    return True


@attrs.frozen
class MeasureTable:
    """One measure: all cells in the order of their keys, and the whole.

    `by` names the dimensions of the keys. The whole of what stands at the end of each period is what stands at the last
    one. A measure of money is always cut by its currency, and has no whole.
    """

    measure: str
    by: tuple[str, ...]
    cells: tuple[Cell, ...]
    whole: Cell | None

    @property
    def defined(self) -> Measure:
        """What it measures: the unit, what counts, and what does not."""
        return MEASURES[self.measure]

    def ranked(self) -> tuple[Ranked, ...]:
        """The cells by how many observations they have, each with its share and the cumulative one (Pareto)."""
        return pareto(self.cells)

    @property
    def shown(self) -> tuple[Cell, ...]:
        """The whole where there is one; of money, each currency."""
        return (self.whole,) if self.whole else self.cells

    def cell(self, *key: str) -> Cell | None:
        """The cell with this key, or None where nothing was observed."""
        return next((cell for cell in self.cells if cell.key == key), None)


@attrs.frozen
class Figures:
    """The figures that were asked for, by the names of the measures, as of `at` (UTC).

    `unreadable` names the complaints that could not be read, and are not counted.
    """

    query: FigureQuery
    at: datetime
    tables: Mapping[str, MeasureTable]
    unreadable: tuple[str, ...] = ()

    @property
    def end(self) -> datetime:
        """Up to when they tell: the end of the period, or `at` where that is yet to come."""
        return min(self.query.until, self.at)

    @property
    def complaints(self) -> Iterator[str]:
        """Every complaint that stands behind a figure, each once."""
        return iter(
            dict.fromkeys(id for table in self.tables.values() for cell in table.cells for id in cell.complaints)
        )

    def __getitem__(self, measure: str) -> MeasureTable:
        return self.tables[measure]


def figures_of(cases: Iterable[Case], query: FigureQuery, elapsed: Elapsed, at: datetime) -> Figures:
    """The figures over these cases. `elapsed` counts business time. Raises `InvalidInput`.

    Each case is looked at once, and may be forgotten then. What is later than `at` is not there yet.
    """
    query.check()
    (found,) = figures_of_each(sheets_of(cases, Asked.by([query])), [(query, elapsed)], at)
    return found


def figures_of_each(
    sheets: Iterable[Sheet], asked: Iterable[tuple[FigureQuery, Elapsed]], at: datetime
) -> tuple[Figures, ...]:
    """The figures of several questions over the same sheets, of which each is looked at once. As `figures_of`."""
    questions = [_Question.of(query, elapsed, at) for query, elapsed in asked]
    for sheet in sheets:
        for question in questions:
            question.add(sheet)
    return tuple(one.figures(at) for one in questions)


def sheets_of(cases: Iterable[Case], asked: Asked) -> Iterator[Sheet]:
    """Sheets of these cases, some at a time, with the columns that are asked for."""
    fields, left = {name: FIELDS[name] for name in asked.fields}, iter(cases)
    while some := tuple(islice(left, _PAGE)):
        yield make_sheet(some, fields, asked.measures)


@attrs.frozen
class Asked:
    """What questions need of a sheet: fields, measures, and perhaps when each complaint came in."""

    fields: frozenset[str]
    measures: frozenset[str]
    ages: bool

    @classmethod
    def by(cls, queries: Iterable[FigureQuery]) -> Asked:
        """What these questions need."""
        fields, measures, by = set[str](), set[str](), set[str]()
        for query in queries:
            by.update(query.by)
            fields.update(query.only, query.without)
            measures.update(query.measures)
        ages = COHORT in by or any(MEASURES[name].at_moments for name in measures)
        return cls(frozenset(fields | by & FIELDS.keys()), frozenset(measures), ages)

    @property
    def columns(self) -> frozenset[str]:
        """The names of the columns, as sheets have them."""
        return self.fields | self.measures | {ID, *([RECEIVED_AT] if self.ages else [])}


@attrs.frozen
class _Question:
    """One question while sheets are looked at."""

    query: FigureQuery
    tallies: tuple[Tally, ...]

    @classmethod
    def of(cls, query: FigureQuery, elapsed: Elapsed, at: datetime) -> _Question:
        query.check()
        return cls(query, tuple([_tally(MEASURES[name], query, elapsed, at) for name in query.measures]))

    def add(self, sheet: Sheet) -> None:
        chosen = choose(sheet, self.query.only, self.query.without)
        for tally in self.tallies:
            tally.add(sheet, chosen)

    def figures(self, at: datetime) -> Figures:
        tables = (_table(tally, self.query.least) for tally in self.tallies)
        return Figures(self.query, at, {one.measure: one for one in tables})


def _tally(measure: Measure, query: FigureQuery, elapsed: Elapsed, at: datetime) -> Tally:
    zone = ZoneInfo(query.zone)
    by = tuple(dict.fromkeys((*measure.always, *query.by)))
    until = min(query.until, at) if measure.at_moments else query.until
    moments = tuple(map(microseconds, _moments(query, until, zone))) if measure.at_moments else ()
    cuts = tuple(make_cut(name, zone) for name in by)
    return Tally(measure, by, cuts, _business(elapsed), moments, microseconds(query.since), microseconds(query.until))


def _business(elapsed: Elapsed) -> Between:
    return lambda since, until: elapsed(moment(since), moment(until)) // _MICROSECOND


def _table(tally: Tally, least: int) -> MeasureTable:
    """All cells, in the order of their keys, and what they are together, or what stands at the last moment."""
    measure, lists = tally.measure, Lists(tally)
    unit = measure.unit
    cells = tuple(some.cell(key, unit, least, lists.of(key)) for key, some in sorted(tally.cells.items()))
    whole = tally.whole()
    tally.cells.clear()  # lists need no values, and of a million these are 30 MB
    together = whole.cell((), unit, least, lists.whole) if whole.number else None
    return MeasureTable(measure.name, tally.by, cells, together)


def _moments(query: FigureQuery, until: datetime, zone: tzinfo) -> Iterator[datetime]:
    """The ends of the shortest periods that are asked for, or that of the whole; none later than it is now."""
    if until <= query.since:
        return
    period = next((name for name in PERIODS if name in query.by), None)
    yield from period_ends(period, query.since, until, zone) if period else (until,)
