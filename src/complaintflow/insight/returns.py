"""A regulator's return: the table that a regulator asks for, out of the cases as they are kept, with their complaints.

What the record does not tell stands apart, complaint by complaint: it is never counted as zero.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import attrs

from complaintflow._validation.structure import FrozenMap
from complaintflow.errors import InvalidInput, Problem
from complaintflow.insight.amounts import sum_amounts
from complaintflow.insight.cases import Case, End
from complaintflow.insight.dimensions import FIELDS, keep
from complaintflow.insight.figures import Ordered, Several, as_choices, as_names, check_period
from complaintflow.vocabulary import in_language

Texts = tuple[str, str]
Due = Callable[[datetime, str], datetime]
"""When a budget such as `8 weeks` that begins at a time is used up."""
NO_TEXTS: Texts = ("", "")
_BUDGETS = 4
"""More than the budgets of any return: so many answers are kept, those of the case that is looked at."""


@attrs.frozen
class ReturnQuery:
    """Which return is asked for: of what happened from `since` on and before `until` (aware).

    `by` are the fields by which each line is cut. `only` and `without` say which complaints it is about: a regulator
    asks for those of some products, or of its own channel. Working days are those of `calendar`.
    """

    regulator: str
    since: datetime
    until: datetime
    by: Ordered = attrs.field(default=(), converter=as_names)
    zone: str = ""
    calendar: str = "office"
    only: Mapping[str, Several] = attrs.field(factory=FrozenMap, converter=as_choices)
    without: Mapping[str, Several] = attrs.field(factory=FrozenMap, converter=as_choices)

    def check(self, regulators: Iterable[str]) -> None:
        """Raises `InvalidInput` with all that is wrong."""
        problems = [*self._problems(tuple(regulators))]
        if problems:
            raise InvalidInput(tuple(problems))

    def _problems(self, regulators: tuple[str, ...]) -> Iterator[Problem]:
        if self.regulator not in regulators:
            yield Problem("regulator", repr(self.regulator)[:60], f"one of {', '.join(regulators)}")
        yield from check_period(self.since, self.until, self.zone)
        for path, given in (("by", self.by), ("only", self.only), ("without", self.without)):
            for name in given:
                if name not in FIELDS:
                    yield Problem(path, repr(name)[:60], f"one of {', '.join(FIELDS)}")


class House(NamedTuple):
    """What a house says of itself: the parties that it answers for; and whether a label of a root cause says that a
    customer's need of care was not considered (R48), of which None tells nothing.
    """

    parties: frozenset[str]
    is_lack_of_care: Callable[[str], bool | None]


@attrs.frozen
class Sight:
    """From where the lines look at a case: the period, when budgets are used up, and what the house says of itself."""

    since: datetime
    until: datetime
    due: Due
    house: House

    def opened(self, case: Case) -> bool:
        """Whether it came in within the period."""
        return self.since <= case.received_at < self.until

    def open_before(self, case: Case, at: datetime) -> bool:
        """Whether it was open just before a time."""
        over = any(end.at < at and (end.back is None or end.back >= at) for end in case.ends)
        return case.received_at < at and not over

    def end(self, case: Case) -> End | None:
        """How it had ended when the period was over, if it had."""
        standing = [end for end in case.ends if end.at < self.until and (end.back is None or end.back >= self.until)]
        return standing[-1] if standing else None

    def closed(self, case: Case) -> End | None:
        """How it ended within the period, if it did, and stayed so until the period was over."""
        end = self.end(case)
        return end if end and end.at >= self.since else None


Tell = Callable[[Case, Sight], bool | None]
"""Whether a case counts in a line; None: the record does not tell."""
Pay = Callable[[Case, Sight], Iterator[tuple[str, Decimal]]]
"""The amounts of a case in a line, each with its currency."""


@attrs.frozen
class Line:
    """One line of a return: complaints that count (`tell`), or amounts (`pay`). `note` says how it is told."""

    name: str
    titles: Texts
    tell: Tell | None = attrs.field(default=None, repr=False, eq=False)
    pay: Pay | None = attrs.field(default=None, repr=False, eq=False)
    note: Texts = NO_TEXTS

    def title(self, language: str = "en") -> str:
        """What the line is called, in `zh` or `en`."""
        return in_language(language, self.titles)

    def explain(self, language: str = "en") -> str:
        """How it is told from the record."""
        return in_language(language, self.note)


@attrs.frozen
class Regulator:
    """A return as it is defined: the profile that it belongs to, and its lines.

    `clocks` says whether they look at the deadlines that were met.
    """

    name: str
    profile: str
    titles: Texts
    lines: tuple[Line, ...]
    clocks: bool = False

    def title(self, language: str = "en") -> str:
        """What the return is called, in `zh` or `en`."""
        return in_language(language, self.titles)


@attrs.frozen
class ReturnCell:
    """One figure of a return. `key` are the values of the fields by which it is cut.

    `number` are the `complaints` that count, `amount` their sum in a `currency`. The record does not say of those in
    `untold` whether they count; where it says so of none, there is no number.
    """

    key: tuple[str, ...]
    number: int | None
    complaints: tuple[str, ...]
    untold: tuple[str, ...] = ()
    amount: Decimal | None = None
    currency: str = ""


@attrs.frozen
class ReturnRow:
    """A line of a return with its cells, in the order of their keys."""

    line: str
    cells: tuple[ReturnCell, ...]

    def cell(self, *key: str) -> ReturnCell | None:
        """The cell with this key."""
        return next((cell for cell in self.cells if cell.key == key), None)


@attrs.frozen
class RegulatorReturn:
    """A return over a period, as of `at`. `unreadable` names the complaints that could not be read."""

    query: ReturnQuery
    at: datetime
    profile: str
    rows: tuple[ReturnRow, ...]
    unreadable: tuple[str, ...] = ()

    @property
    def complaints(self) -> Iterator[str]:
        """Every complaint that stands in a cell, each once."""
        cells = (cell for row in self.rows for cell in row.cells)
        return iter(dict.fromkeys(id for cell in cells for id in (*cell.complaints, *cell.untold)))

    def __getitem__(self, line: str) -> ReturnRow:
        return next(row for row in self.rows if row.line == line)


def return_of(
    cases: Iterable[Case], asked: tuple[ReturnQuery, Regulator], due: Due, house: House, at: datetime
) -> RegulatorReturn:
    """The return over these cases, each of which is looked at once. What is later than `at` is not there yet."""
    query, regulator = asked
    due = lru_cache(_BUDGETS)(due)  # several lines ask for the same time of a case
    sight = Sight(query.since, min(query.until, at), due, house)
    tallies = [_Tally(line) for line in regulator.lines]
    for case in cases:
        if case.counts and keep(case, query.only, query.without):
            key = tuple(FIELDS[name](case) for name in query.by)
            for tally in tallies:
                tally.add(key, case, sight)
    return RegulatorReturn(query, at, regulator.profile, tuple(tally.row(bool(query.by)) for tally in tallies))


@attrs.define
class _Found:
    """What one cell has found so far."""

    complaints: list[str] = attrs.field(factory=list[str])
    untold: list[str] = attrs.field(factory=list[str])
    amounts: list[Decimal] = attrs.field(factory=list[Decimal])

    def cell(self, key: tuple[str, ...], currency: str) -> ReturnCell:
        """The cell. Where nobody is known to count and of somebody it is not told, it has no number."""
        complaints, untold = tuple(sorted(set(self.complaints))), tuple(sorted(self.untold))
        number = len(complaints) if complaints or not untold else None
        return ReturnCell(key, number, complaints, untold, sum_amounts(self.amounts) if currency else None, currency)


_Cells = dict[tuple[tuple[str, ...], str], _Found]


@attrs.define
class _Tally:
    """A line while cases are looked at; its cells by key and currency."""

    line: Line
    cells: _Cells = attrs.field(factory=_Cells)

    def add(self, key: tuple[str, ...], case: Case, sight: Sight) -> None:
        """What the line sees of a case."""
        for currency, amount in self.line.pay(case, sight) if self.line.pay else ():
            found = self.cells.setdefault((key, currency), _Found())
            found.complaints.append(case.id)
            found.amounts.append(amount)
        counts = self.line.tell(case, sight) if self.line.tell else False
        if counts is not False:
            found = self.cells.setdefault((key, ""), _Found())
            (found.untold if counts is None else found.complaints).append(case.id)

    def row(self, cut: bool) -> ReturnRow:
        """Its cells. A line that is not cut has one in any case: that nobody counts is also a number."""
        if not self.cells and not cut:
            self.cells[((), "")] = _Found()
        return ReturnRow(self.line.name, tuple(self.cells[key].cell(*key) for key in sorted(self.cells)))
