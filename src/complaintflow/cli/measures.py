"""The command that counts: the measures of a period, cut by what is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import attrs
from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import Table, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Language, Shared
from complaintflow.cli.who import Who
from complaintflow.errors import InvalidInput, Problem
from complaintflow.insight import Cell, Figures, MeasureTable, Unit
from complaintflow.insight.cells import Figure, figure_text
from complaintflow.insight.figures import TOO_FEW
from complaintflow.interchange import to_data
from complaintflow.policy.policy import Policy

_TOLD = ("number", "figure", "beside")


@Parameter(name="*")
@attrs.frozen
class Asked:
    """Of which complaints and which period something is asked."""

    from_: Annotated[str, Parameter(name="--from", help="From when: a day or a time; in --zone if it names none.")]
    to: Annotated[str, Parameter(help="Until when; what is later is left out.")]
    zone: Annotated[str, Parameter(help="The zone of days and weeks; default: the policy's.")] = ""
    calendar: Annotated[str, Parameter(help="The calendar on which business time counts.")] = "office"
    only: Annotated[tuple[str, ...], Parameter(help="field=value: only what is so; repeatable.")] = ()
    without: Annotated[tuple[str, ...], Parameter(help="field=value: all but what is so; repeatable.")] = ()
    anew: Annotated[bool, Parameter(help="Read all histories again.", negative="")] = False

    def wanted(self, policy: Policy) -> dict[str, Any]:
        """The question. Raises `InvalidInput` with all that cannot be read."""
        name, problems = self.zone or policy.zone, list[Problem]()
        zone = _zone(name, problems)
        wanted = {
            "since": _time("from", self.from_, zone, problems),
            "until": _time("to", self.to, zone, problems),
            "zone": name,
            "calendar": self.calendar,
            "only": _choices("only", self.only, problems),
            "without": _choices("without", self.without, problems),
        }
        if problems:
            raise InvalidInput(tuple(problems))
        return wanted


@Parameter(name="*")
@attrs.frozen
class Narrowed(Asked):
    """Which complaints are counted, of which period, and how."""

    least: Annotated[int, Parameter(help="Of fewer observations, no share and no percentile is told.")] = TOO_FEW

    def wanted(self, policy: Policy) -> dict[str, Any]:
        """The question. Raises `InvalidInput`."""
        return {**Asked.wanted(self, policy), "least": self.least}


@Parameter(name="*")
@attrs.frozen
class Counted(Narrowed):
    """What is counted, and by what it is cut."""

    per: Annotated[tuple[str, ...], Parameter(help="A dimension: area, team, week …; repeatable.")] = ()

    def wanted(self, policy: Policy) -> dict[str, Any]:
        """The question. Raises `InvalidInput`."""
        return {**Narrowed.wanted(self, policy), "by": self.per}


@subcommand
def measures(
    *names: Annotated[str, Parameter(help="The measures; all where none is named.")],
    counted: Annotated[Counted, Parameter()],
    language: Language = "en",
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """The measures of a period (R40). The JSON document names the complaints behind each figure."""
    with settings.desk() as desk:
        wanted = {**counted.wanted(desk.policy), **({"measures": names} if names else {})}
        found = who.at(desk).figures(anew=counted.anew, **wanted)
    settings.output.emit(to_data(found), _view(found, language))
    return Code.OK


def _zone(name: str, problems: list[Problem]) -> tzinfo:
    """The zone of this name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        problems.append(Problem("zone", repr(name)[:60], "a zone that there is, such as Asia/Shanghai"))
        return UTC


def _time(name: str, text: str, zone: tzinfo, problems: list[Problem]) -> datetime | None:
    """A day or a time; on the wall of the zone where it names none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        problems.append(Problem(name, repr(text)[:60], "a day or a time"))
        return None
    return found if found.tzinfo else found.replace(tzinfo=zone)


def _choices(name: str, words: Iterable[str], problems: list[Problem]) -> Mapping[str, frozenset[str]]:
    """The values of each field."""
    found: dict[str, frozenset[str]] = {}
    for word in words:
        field, equals, value = word.partition("=")
        if equals:
            found[field] = found.get(field, frozenset()) | {value}
        else:
            problems.append(Problem(name, repr(word)[:60], "field=value, for example channel=test"))
    return found


def _view(found: Figures, language: str) -> View:
    """One table of all measures, or one for each where they are cut."""
    tables = [table for table in found.tables.values() if table.cells]
    if tables and not found.query.by:
        yield Table(
            ("measure", "number", "figure", "beside"), [row for table in tables for row in _rows(table, language)]
        )
    for table in tables if found.query.by else ():
        yield f"{table.defined.title(language)}: {table.defined.definition(language)[0]}"
        yield Table(
            (*table.by, "number", "figure", "beside"), [(*cell.key, *_figure(table, cell)) for cell in table.cells]
        )
    if not tables:
        yield "Nothing happened that counts."
    yield from (f"{id} cannot be read, and is not counted." for id in found.unreadable)


def _rows(table: MeasureTable, language: str) -> Iterator[tuple[str, ...]]:
    title = table.defined.title(language)
    for cell in table.shown:
        yield " ".join((title, *cell.key)), *_figure(table, cell)


def _figure(table: MeasureTable, cell: Cell) -> tuple[str, str, str]:
    """How many there are, the figure, and what is told beside it."""
    spread = [f"{name} {_say(value, table.defined.unit)}" for name, value in cell.percentiles.items()]
    parts = [f"{name} {number}" for name, number in cell.parts.items()]
    value = "too few" if cell.value is None else _say(cell.value, table.defined.unit)
    return str(cell.number), value, ", ".join((*spread, *parts))


def _say(value: Figure, unit: Unit) -> str:
    if isinstance(value, timedelta):
        minutes = int(value.total_seconds() // 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return figure_text(value, unit)
