"""Cells: what is made of the observations of a measure, with the complaints behind each figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from decimal import Decimal
from itertools import groupby
from math import ceil
from typing import NamedTuple, TypeVar

import attrs

from complaintflow._validation.structure import FrozenMap
from complaintflow.insight.amounts import sum_amounts
from complaintflow.insight.measures import Unit
from complaintflow.insight.observing import DETRACTOR, PROMOTER, SATISFIED, Value

T = TypeVar("T", timedelta, Decimal)

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

    `number` are the observations, and `complaints` those that they are of, in the order of their ids; a
    complaint that counts twice stands there once. Of a share, `hits` are the complaints of which it is so. `value` is
    the figure: a count, a share, a median, a mean score, a sum; None: too few to say. `percentiles` are those of times
    and amounts. `parts` counts by score, or promoters, passives and detractors.
    """

    key: tuple[str, ...]
    number: int
    value: Figure | None
    complaints: tuple[str, ...]
    hits: tuple[str, ...] = ()
    percentiles: Mapping[str, Figure] = FrozenMap()
    parts: Mapping[str, int] = FrozenMap()

    @property
    def too_few(self) -> bool:
        """Whether there are too few observations to say more than how many."""
        return self.value is None


@attrs.define
class Collected:
    """The observations of one cell, as they come."""

    values: list[Value] = attrs.field(factory=list[Value])
    ids: list[str] = attrs.field(factory=list[str])

    def add(self, id: str, value: Value) -> None:
        """One more observation of a complaint."""
        self.values.append(value)
        self.ids.append(id)

    def cell(self, key: tuple[str, ...], unit: Unit, least: int) -> Cell:
        """What is made of them; of fewer than `least`, counts and sums alone."""
        made = _MAKERS[unit](self.values, len(self.values) >= least)
        hits = self._hits() if unit is Unit.SHARE else ()
        return Cell(key, len(self.values), made.value, _each_once(self.ids), hits, made.percentiles, made.parts)

    def _hits(self) -> tuple[str, ...]:
        return _each_once(id for id, value in zip(self.ids, self.values, strict=True) if value)

    @classmethod
    def joined(cls, some: Iterable[Collected]) -> Collected:
        """All that several collected."""
        parts = tuple(some)
        values, ids = [value for one in parts for value in one.values], [id for one in parts for id in one.ids]
        return cls(values, ids)


def _each_once(ids: Iterable[str]) -> tuple[str, ...]:
    """In order; of a million a set would take as much again."""
    return tuple(id for id, _ in groupby(sorted(ids)))


def percentile(ordered: Sequence[T], percent: int) -> T:
    """The nearest-rank percentile of values in order: the least one that so many of a hundred do not exceed."""
    return ordered[max(ceil(len(ordered) * percent / 100), 1) - 1]


class Made(NamedTuple):
    """What is made of the observations of a cell."""

    value: Figure | None
    percentiles: Mapping[str, Figure] = FrozenMap()
    parts: Mapping[str, int] = FrozenMap()


def _count(values: Sequence[int], enough: bool) -> Made:
    return Made(len(values))


def _share(values: Sequence[int], enough: bool) -> Made:
    return Made(sum(values) / len(values) if enough else None)


def _time(values: Sequence[timedelta], enough: bool) -> Made:
    spread = _spread(values) if enough else {}
    return Made(spread.get(MEDIAN), spread)


def _spread(values: Iterable[T]) -> dict[str, T]:
    ordered = sorted(values)
    return {f"p{percent}": percentile(ordered, percent) for percent in PERCENTILES}


def _score(values: Sequence[int], enough: bool) -> Made:
    """The scale ends on both sides, so that no few can pull the mean away."""
    parts = {str(score): number for score, number in sorted(Counter(values).items())}
    satisfied = sum(value >= SATISFIED for value in values)
    return Made(sum(values) / len(values) if enough else None, parts={**parts, "satisfied": satisfied})


def _net(values: Sequence[int], enough: bool) -> Made:
    promoters, detractors = sum(one >= PROMOTER for one in values), sum(one <= DETRACTOR for one in values)
    parts = {"promoters": promoters, "passives": len(values) - promoters - detractors, "detractors": detractors}
    return Made((promoters - detractors) / len(values) if enough else None, parts=parts)


def _money(values: Sequence[Decimal], enough: bool) -> Made:
    return Made(sum_amounts(values), _spread(values) if enough else {})


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
