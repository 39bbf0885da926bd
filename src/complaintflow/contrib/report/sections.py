"""The parts of the report between what needs attention and the lists: each a chart with its table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from complaintflow.contrib.report.attention import is_overdue
from complaintflow.contrib.report.charts import Bar
from complaintflow.contrib.report.gathering import TREND, Gathered
from complaintflow.contrib.report.numbers import tell
from complaintflow.contrib.report.texts import text
from complaintflow.insight import MEASURES, ActionEffect, Cell, Figures, Unit
from complaintflow.messages.words import STATUS_FOR_STAFF, word
from complaintflow.vocabulary import State

MOST = 20
"""So many rows has a table; the others are told together."""


@attrs.frozen
class Number:
    """A number of a table, and the complaints behind it."""

    told: str
    complaints: Sequence[str] = ()


@attrs.frozen
class Row:
    """A row of a table: what it is of, and its numbers."""

    name: str
    numbers: tuple[Number, ...]


@attrs.frozen
class Chart:
    """A chart of a section, and the one of its bars that is told in words. Columns stand for periods."""

    title: str
    bars: tuple[Bar, ...]
    summary: str
    columns: bool = False


@attrs.frozen
class Section:
    """A part of the page: its name, the heads of its table, the rows, and the charts of them."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    charts: tuple[Chart, ...]


def sections(gathered: Gathered, language: str) -> tuple[Section, ...]:
    """All parts, in their order on the page."""
    return (
        _trend(gathered, language),
        _problems(gathered.problems, language),
        _clocks(gathered.clocks, language),
        _states(gathered.states, language),
        _ranked("transfers", "teams", _between_teams(gathered.transfers, language), language),
        _ranked("causes", "cause", _by_cause(gathered.causes, language), language),
        _spikes(gathered, language),
        _actions(gathered, language),
    )


def _trend(gathered: Gathered, language: str) -> Section:
    """Every period has a row, also one in which nothing happened."""
    periods = [*gathered.periods()]
    numbers = {name: [_numbered(gathered.trend[name].cell(period)) for period in periods] for name in TREND}
    rows = tuple(Row(period, tuple(numbers[name][place] for name in TREND)) for place, period in enumerate(periods))
    titles = tuple(MEASURES[name].title(language) for name in TREND)
    charts = tuple(
        _columns(title, periods, numbers[name], language)
        for name, title in zip(TREND, titles, strict=True)
        if gathered.trend[name].cells
    )
    return Section("trend", (gathered.period, *titles), rows if charts else (), charts)


def _numbered(cell: Cell | None) -> Number:
    return Number(str(cell.number), cell.complaints) if cell else Number("0")


def _columns(title: str, periods: Iterable[str], numbers: list[Number], language: str) -> Chart:
    most = max((int(one.told) for one in numbers), default=0) or 1
    bars = tuple(Bar(name, int(one.told) / most, one.told) for name, one in zip(periods, numbers, strict=True))
    return Chart(title, bars, _say("highest", max(bars, key=lambda bar: bar.length), language), columns=True)


def _say(name: str, bar: Bar, language: str) -> str:
    return text(name, language, name=bar.name, told=bar.told)


def _problems(found: Figures, language: str) -> Section:
    """By how many complaints they have, with the share of each and of all up to it."""
    ranked = found["complaints"].ranked()
    rows = [
        Row(
            " / ".join(part or text("none", language) for part in one.cell.key),
            (
                Number(str(one.cell.number), one.cell.complaints),
                Number(f"{one.share:.1%}"),
                Number(f"{one.cumulative:.1%}"),
            ),
        )
        for one in ranked[:MOST]
    ]
    rest = [one.cell for one in ranked[MOST:]]
    if rest:
        others, share = _others(rest, language), sum(one.share for one in ranked[MOST:])
        rows.append(Row(others.name, (*others.numbers, Number(f"{share:.1%}"), Number("100.0%"))))
    heads = ("problem", "number", "share", "cumulative")
    return Section("problems", heads, tuple(rows), _bars("problems", rows, language))


def _clocks(found: Figures, language: str) -> Section:
    """The worst first; then those of which there are too few to say."""
    cells = sorted(found["deadlines_met"].cells, key=lambda cell: (cell.too_few, cell.value, cell.key))
    told = [(cell, tell(cell, Unit.SHARE, language)) for cell in cells]
    rows = tuple(
        Row(cell.key[0], (Number(str(cell.number), cell.complaints), Number(share, _kept(cell))))
        for cell, share in told
    )
    bars = tuple(Bar(cell.key[0], float(cell.value), share) for cell, share in told if isinstance(cell.value, float))
    charts = (Chart(text("clocks", language), bars, _say("lowest", bars[0], language)),) if bars else ()
    return Section("clocks", ("clock", "number", "met"), rows, charts)


def _spikes(gathered: Gathered, language: str) -> Section:
    """What grew too fast in this period, the latest first. A spike names its latest complaints."""
    rows = tuple(
        Row(
            f"{text(one.figures.kind, language)}: {one.figures.name}",
            (
                Number(str(one.figures.now), one.figures.complaints),
                Number(str(one.figures.before)),
                Number(str(one.figures.expected)),
            ),
        )
        for one in gathered.spikes[:MOST]
    )
    return Section("spikes", ("spike", "in_a_day", "day_before", "as_a_rule"), rows, ())


def _actions(gathered: Gathered, language: str) -> Section:
    """Improvements, the latest due first, and the complaints with their causes before and after."""
    latest = sorted(gathered.actions, key=lambda one: (one.due, one.complaint, one.task), reverse=True)
    rows = tuple(_action(one, gathered, language) for one in latest[:MOST])
    return Section("actions", ("action", "due", "before", "after", "effect"), rows, ())


def _action(action: ActionEffect, gathered: Gathered, language: str) -> Row:
    cause = action.cause or text("no_cause", language)
    verdict = "overdue" if is_overdue(action, gathered.end) else action.effect.value
    before, after = (Number(str(len(ids)), ids) for ids in (action.before, action.after))
    told = (Number(action.due.isoformat(), (action.complaint,)), before, after, Number(text(verdict, language)))
    return Row(f"{text(action.kind, language)}: {cause}", told)


def _kept(cell: Cell) -> Sequence[str]:
    """The complaints of a share; of too few it says nothing."""
    return () if cell.too_few else cell.hits


def _states(found: Figures, language: str) -> Section:
    table = found["complaints"]
    known = [cell for state in State if (cell := table.cell(state.value))]
    cells = [*known, *(cell for cell in table.cells if cell not in known)]  # those of the house's own come last
    rows = [Row(word(cell.key[0], language, STATUS_FOR_STAFF), (_numbered(cell),)) for cell in cells]
    return Section("states", ("state", "number"), tuple(rows), _bars("states", rows, language))


Named = tuple[str, Cell]


def _between_teams(found: Figures, language: str) -> Iterator[Named]:
    for one in found["transfers"].ranked():
        yield text("from_to", language).format(*one.cell.key), one.cell


def _by_cause(found: Figures, language: str) -> Iterator[Named]:
    for one in found["complaints"].ranked():
        yield one.cell.key[0] or text("no_cause", language), one.cell


def _ranked(name: str, head: str, found: Iterable[Named], language: str) -> Section:
    """Rows by how many observations they have, the most first."""
    named = [*found]
    rows = [Row(name, (_numbered(cell),)) for name, cell in named[:MOST]]
    if rest := [cell for _, cell in named[MOST:]]:
        rows.append(_others(rest, language))
    return Section(name, (head, "number"), tuple(rows), _bars(name, rows, language))


def _others(cells: list[Cell], language: str) -> Row:
    """What stands for the rows that a table has not."""
    ids = tuple(sorted({id for cell in cells for id in cell.complaints}))
    number = Number(str(sum(cell.number for cell in cells)), ids)
    return Row(text("others", language, number=len(cells)), (number,))


def _bars(name: str, rows: Iterable[Row], language: str) -> tuple[Chart, ...]:
    """The chart of the first numbers of the rows."""
    told = [(row.name, row.numbers[0].told) for row in rows]
    most = max((int(number) for _, number in told), default=0)
    bars = tuple(Bar(name, int(number) / most, number) for name, number in told)
    if not bars:
        return ()
    return (Chart(text(name, language), bars, _say("highest", max(bars, key=lambda bar: bar.length), language)),)
