"""The figures of a period: every measure that is asked for over the cases, cut by what is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta, tzinfo
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import attrs

from complaintflow._validation.structure import ONE_OR_MORE, FrozenMap, Listing, Within, Words, is_list, is_table
from complaintflow.errors import InvalidInput, Problem
from complaintflow.insight.cases import Case
from complaintflow.insight.cells import Cell, Collected, Ranked, pareto
from complaintflow.insight.dimensions import FIELDS, Cut, check_cuts, keep, make_cut
from complaintflow.insight.measures import MEASURES, Measure
from complaintflow.insight.observing import Elapsed, Lens
from complaintflow.insight.periods import PERIODS, period_ends

_SHOWN = 60
"""So many characters of a wrong word are shown."""
TOO_FEW = 5
"""Of fewer observations no share, percentile or mean is told."""


Ordered = Annotated[tuple[str, ...], ONE_OR_MORE]
Several = Annotated[frozenset[str], ONE_OR_MORE]


def as_names(value: str | Iterable[str]) -> Any:
    """One name, or several in order."""
    return (value,) if isinstance(value, str) else tuple(value) if is_list(value) else value


def as_choices(value: Mapping[str, str | Words]) -> Any:
    """The values of each field."""
    return FrozenMap({name: _as_several(one) for name, one in value.items()}) if is_table(value) else value


def _as_several(value: str | Words) -> Any:
    return frozenset(as_names(value)) if isinstance(value, str) or is_list(value) else value


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
    (found,) = figures_of_each(cases, [(query, elapsed)], at)
    return found


def figures_of_each(
    cases: Iterable[Case], asked: Iterable[tuple[FigureQuery, Elapsed]], at: datetime
) -> tuple[Figures, ...]:
    """The figures of several questions over the same cases, of which each is looked at once. As `figures_of`."""
    questions = [_Question.of(query, elapsed, at) for query, elapsed in asked]
    for case in cases:
        if case.counts:
            for question in questions:
                question.add(case)
    return tuple(one.figures(at) for one in questions)


@attrs.frozen
class _Question:
    """One question while cases are looked at."""

    query: FigureQuery
    tallies: tuple[_Tally, ...]

    @classmethod
    def of(cls, query: FigureQuery, elapsed: Elapsed, at: datetime) -> _Question:
        query.check()
        return cls(query, tuple([_Tally.of(MEASURES[name], query, elapsed, at) for name in query.measures]))

    def add(self, case: Case) -> None:
        if keep(case, self.query.only, self.query.without):
            for tally in self.tallies:
                tally.add(case)

    def figures(self, at: datetime) -> Figures:
        return Figures(self.query, at, {one.measure.name: one.table(self.query.least) for one in self.tallies})


@attrs.define
class _Tally:
    """One measure while cases are looked at."""

    measure: Measure
    by: tuple[str, ...]
    cuts: tuple[Cut, ...]
    lens: Lens
    since: datetime
    until: datetime
    cells: dict[tuple[str, ...], Collected] = attrs.field(factory=dict[tuple[str, ...], Collected])
    last: Collected = attrs.field(factory=Collected)

    @classmethod
    def of(cls, measure: Measure, query: FigureQuery, elapsed: Elapsed, at: datetime) -> _Tally:
        zone = ZoneInfo(query.zone)
        by = tuple(dict.fromkeys((*measure.always, *query.by)))
        until = min(query.until, at) if measure.at_moments else query.until
        moments = tuple(_moments(query, until, zone)) if measure.at_moments else ()
        count = elapsed if measure.time == "business" else _on_the_wall
        cuts = tuple(make_cut(name, zone) for name in by)
        return cls(measure, by, cuts, Lens(count, moments), query.since, query.until)

    def add(self, case: Case) -> None:
        """What the measure sees of a case in the period."""
        if case.imported and not self.measure.imported:
            return
        for seen in self.measure.observe(case, self.lens):
            if self.since <= seen.at < self.until:
                key = tuple([cut(case, seen) for cut in self.cuts])
                self.cells.setdefault(key, Collected()).add(case.id, seen.value)
                if self.measure.at_moments and self.lens.is_last(seen.at):
                    self.last.add(case.id, seen.value)

    def table(self, least: int) -> MeasureTable:
        """All cells, in the order of their keys."""
        unit = self.measure.unit
        cells = tuple(some.cell(key, unit, least) for key, some in sorted(self.cells.items()))
        return MeasureTable(self.measure.name, self.by, cells, self._whole(least))

    def _whole(self, least: int) -> Cell | None:
        """All of it together, or what stands at the last moment."""
        if self.measure.always or not self.cells:
            return None
        whole = self.last if self.measure.at_moments else Collected.joined(self.cells.values())
        return whole.cell((), self.measure.unit, least) if whole.values else None


def _on_the_wall(since: datetime, until: datetime) -> timedelta:
    return until - since


def _moments(query: FigureQuery, until: datetime, zone: tzinfo) -> Iterator[datetime]:
    """The ends of the shortest periods that are asked for, or that of the whole; none later than it is now."""
    if until <= query.since:
        return
    period = next((name for name in PERIODS if name in query.by), None)
    yield from period_ends(period, query.since, until, zone) if period else (until,)
