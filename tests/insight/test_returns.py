"""The returns of regulators: what counts in each line, and what the record does not tell."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import attrs
import pytest

from complaintflow import InvalidInput
from complaintflow.insight.cases import Case, End, Met, Missed, Paid
from complaintflow.insight.regulators import MEDIATION_CLOCK, REGULATORS
from complaintflow.insight.returns import House, Regulator, RegulatorReturn, ReturnCell, ReturnQuery, return_of
from complaintflow.vocabulary import Grade

DAY = timedelta(days=1)
SINCE, UNTIL = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 7, 1, tzinfo=UTC)
NOW = datetime(2026, 9, 1, tzinfo=UTC)
LENGTHS = {"working day": 1, "working": 1, "day": 1, "week": 7}


def due(start: datetime, text: str) -> datetime:
    """As if every day were worked on."""
    number, unit = text.split(maxsplit=1)
    return start + int(number) * DAY * LENGTHS[unit.removesuffix("s")]


def case(id: str = "C-1", day: int = 0, **more: Any) -> Case:
    """A complaint that came in so many days after the period began."""
    return Case(id, SINCE + day * DAY, "triaged", grade=Grade.B, **more)


def ended(day: int, state: str = "closed", ground: str = "confirmed", back: int | None = None) -> tuple[End, ...]:
    return (End(SINCE + day * DAY, state, ground, None if back is None else SINCE + back * DAY),)


def paid(day: int, amount: str = "9.50", currency: str = "GBP") -> tuple[Paid, ...]:
    return (Paid(SINCE + day * DAY, "C1", "refund", Decimal(amount), currency),)


def is_lack_of_care(label: str) -> bool | None:
    """What a house says that knows two causes."""
    return {"careless-hotline": True, "product defect-app": False}.get(label)


HOUSE = House(frozenset({"platform"}), is_lack_of_care)


def filled(regulator: str, *cases: Case, now: datetime = NOW, **asked: Any) -> RegulatorReturn:
    query = ReturnQuery(regulator, SINCE, UNTIL, **asked)
    return return_of(cases, (query, REGULATORS[regulator]), due, HOUSE, now)


def lines_with(found: RegulatorReturn) -> set[str]:
    """The lines in which somebody counts."""
    return {row.line for row in found.rows for cell in row.cells if cell.number}


def untold(found: RegulatorReturn) -> set[str]:
    return {row.line for row in found.rows for cell in row.cells if cell.untold}


def the_cell(found: RegulatorReturn, line: str) -> ReturnCell:
    (cell,) = found[line].cells
    return cell


# ── the FCA


@pytest.mark.parametrize(
    ("one", "lines"),
    [
        (case(), {"opened", "outstanding_at_end"}),
        (case(day=-9), {"outstanding_at_start", "outstanding_at_end"}),
        (case(day=200), set[str]()),
        (case(ends=ended(3)), {"opened", "closed", "closed_in_3_business_days"}),
        (case(ends=ended(4)), {"opened", "closed", "closed_in_8_weeks"}),
        (case(ends=ended(56)), {"opened", "closed", "closed_in_8_weeks"}),
        (case(ends=ended(57)), {"opened", "closed", "closed_later"}),
        (case(day=-9, ends=ended(-1)), set[str]()),
        (case(day=-9, ends=ended(-1, back=2)), {"outstanding_at_end"}),
        (case(ends=ended(5, back=9)), {"opened", "outstanding_at_end"}),
        (case(ends=ended(5, back=200)), {"opened", "closed", "closed_in_8_weeks"}),
        (case(ends=ended(200)), {"opened", "outstanding_at_end"}),
        (case(vulnerable=True), {"opened", "outstanding_at_end", "vulnerable"}),
    ],
)
def test_a_complaint_counts_in_the_lines_of_the_fca_that_are_its_own(one: Case, lines: set[str]) -> None:
    assert lines_with(filled("fca", one)) == lines


@pytest.mark.parametrize(
    ("more", "upheld"),
    [
        ({"responsible": "platform"}, True),
        ({"responsible": "merchant"}, False),
        ({"responsible": "merchant", "paid": paid(2)}, False),
        ({"paid": paid(2)}, True),
        ({}, None),
    ],
)
def test_it_is_upheld_by_who_was_responsible_or_by_a_payment_without_a_decision(
    more: dict[str, Any], upheld: bool | None
) -> None:
    cell = the_cell(filled("fca", case("C-1", 0, ends=ended(5), **more)), "upheld")
    assert (cell.number, cell.untold) == {True: (1, ()), False: (0, ()), None: (None, ("C-1",))}[upheld]


@pytest.mark.parametrize("state", ["declined", "withdrawn"])
def test_what_is_rejected_is_not_upheld_though_something_was_paid(state: str) -> None:
    """The guidance on the return: a goodwill payment beside a rejection makes no upheld complaint."""
    assert the_cell(filled("fca", case(ends=ended(5, state), paid=paid(3))), "upheld").number == 0


def test_a_number_is_at_least_so_many_where_some_are_not_told() -> None:
    found = filled("fca", case("C-1", ends=ended(5), responsible="platform"), case("C-2", ends=ended(5)))
    cell = the_cell(found, "upheld")
    assert (cell.number, cell.complaints, cell.untold) == (1, ("C-1",), ("C-2",))


@pytest.mark.parametrize(
    ("cause", "number", "untold"),
    [("careless-hotline", 1, ()), ("product defect-app", 0, ()), ("", None, ("C-1",)), ("other-x", None, ("C-1",))],
)
def test_a_failure_to_consider_vulnerability_is_a_root_cause_of_the_house(
    cause: str, number: int | None, untold: tuple[str, ...]
) -> None:
    """Zero would say that it did not happen: without a cause, or where the house names none, it is not told."""
    cell = the_cell(filled("fca", case(root_cause=cause)), "vulnerability_failure")
    assert (cell.number, cell.untold) == (number, untold)
    assert the_cell(filled("fca", case(day=-9, root_cause=cause)), "vulnerability_failure").number == 0


def test_redress_is_summed_by_currency_with_its_complaints() -> None:
    both = (*paid(3), *paid(4, "0.50"), *paid(5, "7", "EUR"), *paid(-1, "100"))
    found = filled("fca", case(paid=both, ends=ended(9), responsible="platform"), case("C-2", paid=paid(3)))
    assert [(cell.currency, cell.amount, cell.complaints) for cell in found["redress"].cells] == [
        ("EUR", Decimal("7.00"), ("C-1",)),
        ("GBP", Decimal("19.50"), ("C-1", "C-2")),
    ]
    assert [cell.amount for cell in found["redress_upheld"].cells] == [Decimal("7.00"), Decimal("10.00")]


def test_each_line_is_cut_by_a_field_of_the_complaint() -> None:
    found = filled("fca", case("C-1", product="loans"), case("C-2", product="cards"), case("C-3"), by="product")
    assert [(cell.key, cell.complaints) for cell in found["opened"].cells] == [
        (("",), ("C-3",)), (("cards",), ("C-2",)), (("loans",), ("C-1",)),
    ]  # fmt: skip
    loans = found["opened"].cell("loans")
    assert loans
    assert loans.number == 1
    assert found["opened"].cell("none") is None
    assert found["closed"].cells == ()


def test_merged_ones_and_those_that_are_not_asked_for_are_left_out() -> None:
    some = (Case("C-1", SINCE, "merged"), case("C-2", area="loan"), case("C-3", area="card"))
    assert list(filled("fca", *some, only={"area": "loan"}).complaints) == ["C-2"]
    assert list(filled("fca", *some, without={"area": "loan"}).complaints) == ["C-3"]


def test_a_period_that_is_not_over_is_told_up_to_now() -> None:
    now = SINCE + 10 * DAY
    found = filled("fca", case(ends=ended(20)), now=now)
    assert lines_with(found) == {"opened", "outstanding_at_end"}
    assert lines_with(filled("fca", case(day=20), now=now)) == set()


# ── the CFPB


@pytest.mark.parametrize(
    ("more", "category"),
    [
        ({"paid": paid(2)}, "closed_with_monetary_relief"),
        ({"touched": "money"}, "closed_with_monetary_relief"),
        ({"touched": "customer"}, "closed_with_non_monetary_relief"),
        ({"touched": "own_system"}, "closed_with_explanation"),
        ({"touched": "nothing"}, "closed_with_explanation"),
        ({"ends": ended(5, ground="planned")}, "closed_with_explanation"),
        ({"ends": ended(5, "declined", "")}, "closed_with_explanation"),
        ({"ends": ended(5, "withdrawn", "")}, "withdrawn"),
    ],
)
def test_the_category_of_a_response_is_told_by_what_was_done(more: dict[str, Any], category: str) -> None:
    found = filled("cfpb", case(**{"ends": ended(5), **more}))
    closed = {name for name in lines_with(found) if name.startswith("closed") or name == "withdrawn"}
    assert closed == {category}
    assert untold(found) == set()


def test_a_closing_without_a_fix_is_in_no_category_and_not_zero() -> None:
    found = filled("cfpb", case(ends=ended(5, ground="unreachable")))
    assert untold(found) == {
        "closed_with_monetary_relief", "closed_with_non_monetary_relief", "closed_with_explanation", "withdrawn",
    }  # fmt: skip
    assert the_cell(found, "closed_with_explanation").number is None


@pytest.mark.parametrize(
    ("more", "now", "line"),
    [
        ({"answered": SINCE + 15 * DAY}, 100, "timely"),
        ({"answered": SINCE + 16 * DAY}, 100, "untimely"),
        ({"ends": ended(3)}, 100, "timely"),
        ({}, 100, "untimely"),
        ({}, 9, "awaiting_response"),
        ({"answered": SINCE + 12 * DAY}, 9, "awaiting_response"),
    ],
)
def test_a_response_is_timely_within_fifteen_days(more: dict[str, Any], now: int, line: str) -> None:
    found = filled("cfpb", case(**more), now=SINCE + now * DAY)
    assert lines_with(found) & {"timely", "untimely", "awaiting_response"} == {line}


def test_the_response_of_another_system_is_not_told() -> None:
    found = filled("cfpb", case(imported="old desk"))
    assert {"timely", "untimely"} <= untold(found)
    assert "awaiting_response" not in lines_with(filled("cfpb", case(imported="old desk"), now=SINCE + 9 * DAY))


@pytest.mark.parametrize(("now", "line"), [(60, "in_progress"), (61, "open_past_60_days")])
def test_what_is_open_is_in_progress_for_sixty_days(now: int, line: str) -> None:
    found = filled("cfpb", case(disputes=(SINCE + DAY, NOW)), now=SINCE + now * DAY)
    assert lines_with(found) & {"in_progress", "open_past_60_days"} == {line}
    assert "disputed" in lines_with(found)


def test_only_what_came_in_within_the_period_has_a_category() -> None:
    assert lines_with(filled("cfpb", case(day=-3, ends=ended(5)))) == set()


# ── 12315


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        ({}, {"not_answered_in_time", "open"}),
        ({"answered": SINCE + 7 * DAY}, {"answered_in_7_working_days", "open"}),
        ({"ends": ended(10)}, {"not_answered_in_time", "settled_in_10_working_days"}),
        ({"ends": ended(11)}, {"not_answered_in_time", "settled_later"}),
        ({"ends": ended(5, "declined", "")}, {"answered_in_7_working_days", "ended_without_settlement"}),
        ({"ends": ended(5, ground="silent")}, {"answered_in_7_working_days", "ended_without_settlement"}),
        ({"missed": (Missed(NOW, MEDIATION_CLOCK, "r"),)}, {"not_answered_in_time", "open", "accepted"}),
        (
            {"met": (Met(NOW, MEDIATION_CLOCK, "r"),)},
            {"not_answered_in_time", "open", "accepted", "mediation_in_45_working_days"},
        ),
    ],
)
def test_a_complaint_counts_in_the_lines_of_the_trader(more: dict[str, Any], lines: set[str]) -> None:
    assert lines_with(filled("12315", case(**more))) == {"received", *lines}


def test_what_the_authority_decided_is_not_told_unless_it_was_recorded() -> None:
    found = filled("12315", case())
    assert untold(found) == {"accepted", "mediation_in_45_working_days"}
    assert untold(filled("12315", case(missed=(Missed(NOW, MEDIATION_CLOCK, "r"),)))) == set()


def test_how_another_system_came_to_its_end_is_not_told() -> None:
    found = filled("12315", case(imported="old desk", ends=ended(50, ground="imported")))
    assert {"ended_without_settlement", "not_answered_in_time"} <= untold(found)


def test_nobody_is_late_before_the_time_is_over() -> None:
    assert lines_with(filled("12315", case(), now=SINCE + 5 * DAY)) == {"received", "open"}


# ── the question


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"regulator": "bafin"}, "regulator"),
        ({"until": SINCE}, "until"),
        ({"zone": "Mars"}, "zone"),
        ({"by": "week"}, "by"),
        ({"only": {"colour": "red"}}, "only"),
        ({"without": {"colour": "red"}}, "without"),
    ],
)
def test_a_wrong_question_names_what_is_wrong(wrong: dict[str, Any], path: str) -> None:
    query = ReturnQuery(**{"regulator": "fca", "since": SINCE, "until": UNTIL, "zone": "UTC", **wrong})
    with pytest.raises(InvalidInput) as raised:
        query.check(REGULATORS)
    assert [problem.path for problem in raised.value.problems] == [path]


def test_a_sound_question_is_taken() -> None:
    asked = ReturnQuery("12315", SINCE, UNTIL, by=("product", "area"), only={"area": "loan"})
    attrs.evolve(asked, zone="UTC").check(REGULATORS)


@pytest.mark.parametrize("regulator", REGULATORS.values(), ids=str)
def test_every_line_has_a_name_of_its_own_and_words_in_both_languages(regulator: Regulator) -> None:
    lines = regulator.lines
    names = [line.name for line in lines]
    assert len(set(names)) == len(names)
    assert all(line.title("zh") != line.title("en") for line in lines)
    assert all(bool(line.explain("zh")) == bool(line.explain("en")) for line in lines)
    assert all(line.explain("en") for line in lines if not line.tell and not line.pay)
    assert regulator.title("zh") != regulator.title("en")
