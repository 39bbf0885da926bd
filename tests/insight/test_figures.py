"""R40: figures over many complaints: what they say, what they do not say, and who stands behind them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from complaintflow import InvalidInput
from complaintflow.insight import MEASURES, Case, FigureQuery, Figures, figures_of
from complaintflow.insight.cases import End, Help, Improvement, Met, Missed, Move, Paid, Score, Span
from complaintflow.insight.cells import figure_text, percentile
from complaintflow.insight.dimensions import cuts_of
from complaintflow.insight.figures import as_choices
from complaintflow.insight.periods import period_ends
from complaintflow.vocabulary import Grade

T0 = datetime(2026, 3, 2, 9, tzinfo=UTC)
WEEK = (T0 - timedelta(hours=9), T0 + timedelta(days=7))
HOUR = timedelta(hours=1)
HOUSE = Case(
    "C-0",
    T0,
    "closed",
    type="fault",
    answered=T0 + HOUR,
    claimed=T0 + 2 * HOUR,
    confirmed=T0 + 4 * HOUR,
    replies=(Span(T0 + 2 * HOUR, T0 + 3 * HOUR),),
    handled=(Span(T0, T0 + HOUR), Span(T0 + 2 * HOUR, T0 + 3 * HOUR)),
    moves=(Move(T0 + HOUR, "service", "payments", Grade.A, Grade.B),),
    helps=(Help("T1", "engineering", T0, T0 + 5 * HOUR), Help("T2", "risk", T0)),
    improvements=(Improvement(T0 + 7 * HOUR, "T3", "process"),),
    ends=(End(T0 + 3 * HOUR, "closed", "silent", T0 + 4 * HOUR), End(T0 + 6 * HOUR, "closed", "confirmed")),
    disputes=(T0 + 4 * HOUR,),
    scores=(Score(T0 + 7 * HOUR, 4, 9), Score(T0 + 8 * HOUR, 2)),
    paid=(Paid(T0 + HOUR, "C1", "coupon", Decimal("5.50"), "CNY"), Paid(T0 + HOUR, "C2", "refund", Decimal(7), "USD")),
    met=(Met(T0 + HOUR, "first_response", "first_response/1/1"), Met(T0 + HOUR, "task", "task/1/T1")),
    missed=(Missed(T0 + 2 * HOUR, "task", "task/1/T1"),),
)


def elapsed(since: datetime, until: datetime) -> timedelta:
    """Half of the time the house is open."""
    return (until - since) / 2


def ask(cases: Iterable[Case], at: datetime = T0 + timedelta(days=30), **fields: Any) -> Figures:
    given = {"since": WEEK[0], "until": WEEK[1], "zone": "UTC", "least": 1, **fields}
    return figures_of(cases, FigureQuery(**given), elapsed, at)


def values(found: Figures) -> dict[str, object]:
    return {name: table.whole.value for name, table in found.tables.items() if table.whole}


def test_each_measure_says_what_it_is_defined_to_say() -> None:
    assert values(ask([HOUSE])) == {
        "complaints": 1,
        "first_response": HOUR,
        "next_response": HOUR,
        "claimed_fix": 2 * HOUR,
        "confirmed_fix": 4 * HOUR,
        "closing_time": 6 * HOUR,
        "handling_time": HOUR,
        "transfer_rate": 1.0,
        "transfers": 1,
        "attenuation": 1.0,
        "collaborator_response": 2.5 * HOUR,
        "deadlines_met": 0.5,
        "deadlines_missed": 1,
        "resolution_rate": 1.0,
        "first_contact_resolution": 0.0,
        "reopen_rate": 0.5,
        "dispute_rate": 1.0,
        "disputes": 1,
        "satisfaction": 3.0,
        "recommendation": 1.0,
        "improvements": 1,
        "vulnerable": 0.0,
        "returning": 0.0,
    }


def test_a_complaint_of_which_nothing_happened_says_that_it_came_in_and_stands() -> None:
    assert values(ask([Case("C-0", T0, "received")])) == {
        "complaints": 1, "backlog": 1, "backlog_age": timedelta(days=6, hours=24), "vulnerable": 0.0, "returning": 0.0,
    }  # fmt: skip


def test_what_was_withdrawn_is_over_and_neither_solved_nor_closed() -> None:
    found = values(ask([Case("C-0", T0, "withdrawn", ends=(End(T0 + HOUR, "withdrawn"),))]))
    assert found["resolution_rate"] == 0.0
    assert found.keys().isdisjoint({"closing_time", "first_contact_resolution"})


def test_of_too_few_only_the_number_is_told() -> None:
    """Or a median of two is read as a trend."""
    found = ask([HOUSE], least=2)
    for name in ("first_response", "transfer_rate", "recommendation"):
        whole = found[name].whole
        assert whole is not None
        assert (whole.number, whole.value, whole.too_few, whole.percentiles) == (1, None, True, {})
    assert ask([HOUSE], least=3)["satisfaction"].whole.value is None  # type: ignore[union-attr]  # without one it fails
    assert [(cell.key, cell.value, cell.percentiles) for cell in found["compensation"].cells] == [
        (("CNY",), Decimal("5.50"), {}),
        (("USD",), Decimal("7.00"), {}),
    ]


def test_a_merged_complaint_and_one_that_nobody_received_are_not_counted() -> None:
    assert values(ask([Case("C-1", T0, "merged"), Case("C-2", T0)])) == {}


def test_an_imported_case_counts_as_volume_and_not_as_our_work() -> None:
    old = Case("C-1", T0, "closed", imported="zendesk", answered=T0, ends=(End(T0, "closed", "imported"),))
    assert values(ask([old])) == {"complaints": 1}


def test_every_cell_names_its_complaints_and_those_of_which_it_is_so() -> None:
    """Or a figure on a page leads nowhere."""
    still = Case("C-2", T0, "closed", type="fault", ends=(End(T0 + HOUR, "closed", "planned"),))
    (cell,) = ask([HOUSE, still], by="type")["transfer_rate"].cells
    assert (cell.key, cell.number, cell.complaints, cell.hits) == (("fault",), 2, ("C-0", "C-2"), ("C-0",))
    assert [*ask([HOUSE, still]).complaints] == ["C-0", "C-2"]


def test_scores_and_shares_are_told_in_their_parts() -> None:
    found = ask([HOUSE])
    assert found["satisfaction"].whole.parts == {"2": 1, "4": 1, "satisfied": 1}  # type: ignore[union-attr]  # without one it fails
    assert found["recommendation"].whole.parts == {"promoters": 1, "passives": 0, "detractors": 0}  # type: ignore[union-attr]  # without one it fails


@pytest.mark.parametrize("measure", MEASURES)
def test_each_measure_is_cut_by_everything_that_it_names(measure: str) -> None:
    for cut in cuts_of(MEASURES[measure]):
        table = ask([HOUSE], measures=measure, by=cut)[measure]
        assert table.by[-1] == cut
        assert table.defined.name == measure


def test_a_cut_says_the_value_or_nothing() -> None:
    found = ask([HOUSE, Case("C-1", T0, "received", grade=Grade.E)], by=("grade", "cohort"), measures="complaints")
    assert [cell.key for cell in found["complaints"].cells] == [("", "2026-W10"), ("E", "2026-W10")]
    assert found["complaints"].cell("E", "2026-W10").complaints == ("C-1",)  # type: ignore[union-attr]  # without one it fails
    assert found["complaints"].cell("A", "2026-W10") is None
    moves = ask([HOUSE], measures="attenuation", by=("from_team", "to_team", "grade_left", "grade_arrived"))
    assert [cell.key for cell in moves["attenuation"].cells] == [("service", "payments", "A", "B")]


def test_only_and_without_say_which_cases_are_counted() -> None:
    """Test data is left out by its channel."""
    some = [Case("C-1", T0, "received", channel="app"), Case("C-2", T0, "received", channel="test")]
    for choice in ({"only": {"channel": "app"}}, {"without": {"channel": ["test"]}}):
        found = ask(some, measures="complaints", **choice)["complaints"].whole
        assert found is not None
        assert found.complaints == ("C-1",)


def test_the_top_problems_come_first_with_their_share() -> None:
    some = [Case(f"C-{n}", T0, "received", type=kind) for n, kind in enumerate(("fault", "fault", "fault", "delay"))]
    ranked = ask(some, measures="complaints", by="type")["complaints"].ranked()
    assert [(one.cell.key[0], one.share, one.cumulative) for one in ranked] == [
        ("fault", 0.75, 0.75),
        ("delay", 0.25, 1),
    ]


def test_days_and_hours_are_those_of_the_zone_whatever_its_clocks_do() -> None:
    """In Berlin the hour from two to three comes twice on 25 October 2026."""
    some = [Case(f"C-{hour}", datetime(2026, 10, 24, 22, tzinfo=UTC) + hour * HOUR, "received") for hour in range(26)]
    ends = {"since": datetime(2026, 10, 24, tzinfo=UTC), "until": datetime(2026, 10, 27, tzinfo=UTC)}
    at = datetime(2027, 1, 1, tzinfo=UTC)
    ask_here: dict[str, Any] = {"zone": "Europe/Berlin", "measures": "complaints", "at": at, **ends}
    days = ask(some, by="day", **ask_here)["complaints"].cells
    assert [(cell.key, cell.number) for cell in days] == [(("2026-10-25",), 25), (("2026-10-26",), 1)]
    hours = ask(some, by="hour", **ask_here)["complaints"].cells
    assert [cell.key[0] for cell in hours[1:5]] == [
        "2026-10-25T01+02:00", "2026-10-25T02+01:00", "2026-10-25T02+02:00", "2026-10-25T03+01:00",
    ]  # fmt: skip
    assert all(cell.number == 1 for cell in hours)
    assert [cell.key[0] for cell in ask(some, by="month", **ask_here)["complaints"].cells] == ["2026-10"]


def test_what_stands_is_looked_at_at_the_end_of_each_period_and_not_later_than_now() -> None:
    some = [Case("C-1", T0, "closed", ends=(End(T0 + timedelta(days=1), "closed"),)), Case("C-2", T0, "received")]
    cells = ask(some, at=T0 + timedelta(days=2, hours=3), measures="backlog", by="day")["backlog"]
    assert [(cell.key[0], cell.number) for cell in cells.cells] == [
        ("2026-03-02", 2), ("2026-03-03", 1), ("2026-03-04", 1),
    ]  # fmt: skip
    assert cells.whole is not None
    assert cells.whole.complaints == ("C-2",)
    assert ask(some, at=WEEK[0], measures="backlog")["backlog"].whole is None


def test_each_period_ends_when_the_next_begins() -> None:
    begin = datetime(2026, 12, 31, 22, 30, tzinfo=UTC)
    for period, ends in {
        "hour": [begin + timedelta(minutes=30), begin + timedelta(minutes=60)],
        "day": [datetime(2027, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, 1, tzinfo=UTC)],
        "week": [datetime(2027, 1, 4, tzinfo=UTC), datetime(2027, 1, 5, tzinfo=UTC)],
        "month": [datetime(2027, 1, 1, tzinfo=UTC), datetime(2027, 1, 9, tzinfo=UTC)],
    }.items():
        assert [*period_ends(period, begin, ends[-1], UTC)] == ends


def test_a_percentile_is_the_least_value_that_so_many_do_not_exceed() -> None:
    some = [HOUR * number for number in range(1, 11)]
    assert [percentile(some, percent) // HOUR for percent in (1, 50, 90, 95, 100)] == [1, 5, 9, 10, 10]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"until": WEEK[0]}, "later than since"),
        ({"zone": "Mars"}, "time zone"),
        ({"zone": "../etc/passwd"}, "time zone"),
        ({"measures": "happiness"}, "one of complaints"),
        ({"by": "clock"}, "what complaints is cut by"),
        ({"only": {"mood": "bad"}}, "one of type"),
        ({"without": {"mood": "bad"}}, "one of type"),
    ],
)
def test_a_wrong_question_is_told_what_there_is(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidInput, match=told):
        ask([], **wrong)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=lambda measure: measure.name)
def test_each_measure_is_explained_in_both_languages(measure: Any) -> None:
    for language in ("zh", "en"):
        assert all((measure.title(language), *measure.definition(language)))
    assert measure.definition("zh") != measure.definition("en")


def test_what_happened_before_or_after_the_period_is_not_counted() -> None:
    found = ask([HOUSE], since=T0 + HOUR, until=T0 + 2 * HOUR, measures=("complaints", "first_response", "claimed_fix"))
    assert values(found) == {"first_response": HOUR}


@pytest.mark.parametrize(
    ("measure", "shown"),
    [("transfer_rate", "100.0%"), ("recommendation", "100.0%"), ("satisfaction", "3.00"), ("complaints", "1")],
)
def test_a_figure_is_written_by_its_unit(measure: str, shown: str) -> None:
    table = ask([HOUSE]).tables[measure]
    assert [figure_text(cell.value, table.defined.unit) for cell in table.shown if cell.value is not None] == [shown]


def test_money_is_shown_in_each_currency_and_anything_else_as_a_whole() -> None:
    tables = ask([HOUSE]).tables
    assert [cell.key for cell in tables["compensation"].shown] == [("CNY",), ("USD",)]
    assert tables["complaints"].shown == (tables["complaints"].whole,)


def test_figures_tell_up_to_the_end_of_their_period_and_not_beyond_now() -> None:
    assert ask([HOUSE]).end == WEEK[1]
    assert ask([HOUSE], at=T0 + HOUR).end == T0 + HOUR


def test_a_choice_that_is_no_name_is_left_to_the_check_that_names_it() -> None:
    """It is told where it stands, with what was found, and nothing is made of it before."""
    assert as_choices({"area": 5, "channel": " App "}) == {"area": 5, "channel": frozenset({"app"})}  # type: ignore[dict-item]  # wrong on purpose
