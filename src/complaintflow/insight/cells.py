"""Cells: what is made of the observations of a measure, with the complaints behind each figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import groupby, islice
from math import ceil
from operator import eq
from typing import Any, NamedTuple, TypeVar, overload

import attrs

from complaintflow._validation.structure import FrozenMap
from complaintflow.insight.amounts import sum_amounts
from complaintflow.insight.measures import Unit
from complaintflow.insight.observing import DETRACTOR, PROMOTER, SATISFIED

T = TypeVar("T", int, timedelta, Decimal)

MEDIAN = "p50"
PERCENTILES = (50, 90, 95)
"""What is told of times and amounts: the least value that so many of a hundred do not exceed (nearest rank)."""

Figure = int | float | Decimal | timedelta
"""A count, a share or a mean score, an amount, or a time."""


def figure_text(value: Figure, unit: Unit) -> str:
    """A share in percent, a mean score, anything else as it is; of a time, whoever shows it says more."""
    if unit in {Unit.SHARE, Unit.NET}:
        return f"{value:.1%}"
    return f"{value:.2f}" if unit is Unit.SCORE else str(value)


@attrs.frozen
class Cell:
    """One figure. `key` are the values of the dimensions, in their order; blank: it has none.

    `number` are the observations, and `complaints` those that they are of, in the order of their ids; a complaint that
    counts twice stands there once. Of a share, `hits` are the complaints of which it is so. Both are read when somebody
    looks at them. `value` is the figure: a count, a share, a median, a mean score, a sum; None: too few to say.
    `percentiles` are those of times and amounts. `parts` counts by score, or promoters, passives and detractors.
    """

    key: tuple[str, ...]
    number: int
    value: Figure | None
    complaints: Sequence[str]
    hits: Sequence[str] = ()
    percentiles: Mapping[str, Figure] = FrozenMap()
    parts: Mapping[str, int] = FrozenMap()

    @property
    def too_few(self) -> bool:
        """Whether there are too few observations to say more than how many."""
        return self.value is None


class Ids(Sequence[str]):
    """Ids of complaints, in order, each once. They are read when somebody looks at them."""

    __slots__ = ("_ids", "_read")

    def __init__(self, read: Callable[[], Sequence[str]]) -> None:
        self._read = read
        self._ids: tuple[str, ...] | None = None

    def read(self) -> tuple[str, ...]:
        """All of them."""
        if self._ids is None:
            self._ids = _each_once(self._read())
        return self._ids

    def __len__(self) -> int:
        return len(self.read())

    def __iter__(self) -> Iterator[str]:
        return iter(self.read())

    @overload
    def __getitem__(self, place: int) -> str: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[str, ...]: ...

    def __getitem__(self, place: int | slice) -> str | tuple[str, ...]:
        return self.read()[place]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Ids | tuple):
            return self.read() == (other.read() if isinstance(other, Ids) else other)
        return NotImplemented

    def __hash__(self) -> int:
        return hash(self.read())

    def __repr__(self) -> str:
        return repr(self.read())

    def __reduce__(self) -> tuple[type, tuple[tuple[str, ...]]]:
        return tuple, (self.read(),)


class Listed(NamedTuple):
    """Who stands behind a cell: all of them, and those of which it is so."""

    complaints: Ids
    hits: Ids


@attrs.define
class Collected:
    """The observations of one cell, as they come: how many, and their values, of times in microseconds."""

    number: int = 0
    values: list[Any] = attrs.field(factory=list[Any])

    def cell(self, key: tuple[str, ...], unit: Unit, least: int, listed: Listed) -> Cell:
        """What is made of them; of fewer than `least`, counts and sums alone."""
        made = _MAKERS[unit](self, self.number >= least)
        hits = listed.hits if unit is Unit.SHARE else ()
        return Cell(key, self.number, made.value, listed.complaints, hits, made.percentiles, made.parts)

    @classmethod
    def joined(cls, some: Iterable[Collected]) -> Collected:
        """All that several collected."""
        joined = cls()
        for one in some:
            joined.number += one.number
            joined.values += one.values
        return joined


def _each_once(ids: Iterable[str]) -> tuple[str, ...]:
    """In order; of a million a set would take as much again."""
    ordered = sorted(ids)
    if any(map(eq, ordered, islice(ordered, 1, None))):
        return tuple(id for id, _ in groupby(ordered))
    return tuple(ordered)


def percentile(ordered: Sequence[T], percent: int) -> T:
    """The nearest-rank percentile of values in order: the least one that so many of a hundred do not exceed."""
    return ordered[max(ceil(len(ordered) * percent / 100), 1) - 1]


class Made(NamedTuple):
    """What is made of the observations of a cell."""

    value: Figure | None
    percentiles: Mapping[str, Figure] = FrozenMap()
    parts: Mapping[str, int] = FrozenMap()


def _count(some: Collected, enough: bool) -> Made:
    return Made(some.number)


def _share(some: Collected, enough: bool) -> Made:
    return Made(sum(some.values) / some.number if enough else None)


def _time(some: Collected, enough: bool) -> Made:
    spread = _spread(some.values) if enough else {}
    times = {name: timedelta(microseconds=value) for name, value in spread.items()}
    return Made(times.get(MEDIAN), times)


def _spread(values: list[T]) -> dict[str, T]:
    """They are put in order where they stand: what several cells have is then quickly put in order, too."""
    values.sort()
    return {f"p{percent}": percentile(values, percent) for percent in PERCENTILES}


def _score(some: Collected, enough: bool) -> Made:
    """The scale ends on both sides, so that no few can pull the mean away."""
    parts = {str(score): number for score, number in sorted(Counter(some.values).items())}
    satisfied = sum(value >= SATISFIED for value in some.values)
    return Made(sum(some.values) / some.number if enough else None, parts={**parts, "satisfied": satisfied})


def _net(some: Collected, enough: bool) -> Made:
    promoters, detractors = sum(one >= PROMOTER for one in some.values), sum(one <= DETRACTOR for one in some.values)
    parts = {"promoters": promoters, "passives": some.number - promoters - detractors, "detractors": detractors}
    return Made((promoters - detractors) / some.number if enough else None, parts=parts)


def _money(some: Collected, enough: bool) -> Made:
    return Made(sum_amounts(some.values), _spread(some.values) if enough else {})


_MAKERS: Mapping[Unit, Callable[..., Made]] = {
    Unit.COUNT: _count,
    Unit.SHARE: _share,
    Unit.TIME: _time,
    Unit.SCORE: _score,
    Unit.NET: _net,
    Unit.MONEY: _money,
}


@attrs.frozen
class Ranked:
    """A cell in its place among all: its share of the whole, and that of all up to it."""

    cell: Cell
    share: float
    cumulative: float


def pareto(cells: Iterable[Cell]) -> tuple[Ranked, ...]:
    """The cells by how many observations they have, the most first."""
    ordered = sorted(cells, key=lambda cell: (-cell.number, cell.key))
    whole, so_far, ranked = sum(cell.number for cell in ordered), 0, list[Ranked]()
    for cell in ordered:
        so_far += cell.number
        ranked.append(Ranked(cell, cell.number / whole, so_far / whole))
    return tuple(ranked)
