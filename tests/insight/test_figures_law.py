"""R40: what holds of all figures, whatever happened."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import msgspec
from hypothesis import given, settings, strategies as st

from complaintflow.insight import MEASURES, Case, FigureQuery, Figures, figures_of
from complaintflow.insight.cases import End, Missed, Move, Paid, Score, Span
from complaintflow.insight.measures import Unit
from complaintflow.vocabulary import Grade

T0 = datetime(2026, 3, 2, tzinfo=UTC)
TIMES = st.integers(0, 24 * 60).map(lambda minutes: T0 + timedelta(minutes=30 * minutes))
NAMES = st.sampled_from(["", "north", "south"])
GRADES = st.sampled_from(Grade)
BACK = st.none() | TIMES
CASES = st.builds(
    Case,
    id=st.just("C-0"),
    received_at=TIMES,
    state=st.sampled_from(["received", "closed", "withdrawn", "merged"]),
    type=NAMES,
    region=NAMES,
    imported=st.sampled_from(["", "", "zendesk"]),
    answered=st.none() | TIMES,
    confirmed=st.none() | TIMES,
    replies=st.lists(st.builds(Span, TIMES, TIMES), max_size=2).map(tuple),
    moves=st.lists(st.builds(Move, TIMES, NAMES, NAMES, GRADES, GRADES), max_size=2).map(tuple),
    ends=st.lists(st.builds(End, TIMES, st.just("closed"), st.just("silent"), BACK), max_size=2).map(tuple),
    scores=st.lists(st.builds(Score, TIMES, st.integers(1, 5), st.integers(0, 10)), max_size=2).map(tuple),
    missed=st.lists(st.builds(Missed, TIMES, NAMES, NAMES), max_size=2).map(tuple),
    paid=st.lists(st.builds(Paid, TIMES, NAMES, NAMES, st.integers(0, 9).map(Decimal), NAMES), max_size=2).map(tuple),
)  # fmt: skip
MANY = st.lists(CASES, max_size=6).map(
    lambda some: [msgspec.structs.replace(case, id=f"C-{place}") for place, case in enumerate(some)]
)


def ask(cases: list[Case], *by: str) -> Figures:
    query = FigureQuery(T0, T0 + timedelta(days=20), by=by, zone="Europe/Berlin", least=1)
    return figures_of(cases, query, lambda since, until: until - since, T0 + timedelta(days=25))


@settings(max_examples=25)
@given(MANY)
def test_the_cells_are_together_the_whole(cases: list[Case]) -> None:
    for by in (("type",), ("region", "week"), ("cohort", "state")):
        for name, table in ask(cases, *by).tables.items():
            cells, measure = table.cells, MEASURES[name]
            if measure.unit is Unit.MONEY or (measure.at_moments and "week" in by):
                continue
            whole = table.whole
            assert sum(cell.number for cell in cells) == (whole.number if whole else 0)
            assert {id for cell in cells for id in cell.complaints} == ({*whole.complaints} if whole else set())
            if whole and measure.unit is Unit.SHARE:
                assert {id for cell in cells for id in cell.hits} == {*whole.hits} <= {*whole.complaints}


@settings(max_examples=15)
@given(MANY, st.randoms())
def test_the_order_of_the_complaints_says_nothing(cases: list[Case], chance: random.Random) -> None:
    mixed = [*cases]
    chance.shuffle(mixed)
    assert ask(mixed, "type") == ask(cases, "type")


@settings(max_examples=15)
@given(MANY)
def test_a_merged_complaint_adds_nothing(cases: list[Case]) -> None:
    assert ask(cases, "type") == ask([case for case in cases if case.state != "merged"], "type")
