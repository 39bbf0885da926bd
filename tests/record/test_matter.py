"""R26: which complaints are one matter, and what was paid in it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from complaintflow import Complaint
from complaintflow.record.facts import Cycle, Facts, Payment
from complaintflow.record.matter import filed_under, in_matter, links_of, merged_into, orders_of, paid_in_matter
from complaintflow.vocabulary import State


def one(id: str, **facts: Any) -> Complaint:
    return Complaint(id, 1, Facts(**{"customer": "u-1", **facts}))


def coupon(order: str = "", cycle: int = 1, complaint: str = "", id: str = "C1") -> Payment:
    return Payment(id, "coupon", Decimal(50), "CNY", cycle, order, complaint)


def matter(mine: Complaint, *others: Complaint) -> set[str]:
    return {other.id for other in in_matter(mine.id, mine.facts, others)}


def paid(mine: Complaint, *others: Complaint) -> list[Payment]:
    return list(paid_in_matter(mine.id, mine.facts, others))


@pytest.mark.parametrize("order", ["A-1", " a-1", "Ａ－1", "a—1"])
def test_an_order_is_one_however_it_is_written(order: str) -> None:
    assert matter(one("C-1", order="A-1"), one("C-2", order=order), one("C-3", order="A-2")) == {"C-2"}


def test_another_customer_has_another_matter() -> None:
    assert matter(one("C-1", order="A-1"), one("C-2", order="A-1", customer="u-2", follows="C-1")) == set()


def test_the_order_that_was_paid_for_stays_part_of_the_matter() -> None:
    corrected = one("C-2", order="B-2", paid=(coupon("a-1"),))
    assert orders_of(corrected.facts) == {"a-1", "b-2"}
    assert matter(one("C-1", order="A-1"), corrected) == {"C-2"}


@pytest.mark.parametrize(
    "link", [{"follows": "C-1"}, {"duplicates": ("C-1",)}, {"merged_into": "C-1"}, {"absorbed": frozenset({"C-1"})}]
)
def test_a_link_joins_two_without_an_order_in_either_direction(link: dict[str, Any]) -> None:
    mine, other = one("C-1"), one("C-2", **link)
    assert links_of(other.facts) == {"C-1"}
    assert matter(mine, other) == {"C-2"}
    assert matter(other, mine) == {"C-1"}


def test_links_go_on_over_complaints_that_paid_nothing() -> None:
    assert matter(one("C-3", follows="C-2"), one("C-1"), one("C-2", follows="C-1"), one("C-9")) == {"C-1", "C-2"}


def test_two_without_an_order_and_a_link_are_two_matters() -> None:
    assert matter(one("C-1"), one("C-2")) == set()


def test_what_was_paid_is_filed_where_it_will_be_looked_for() -> None:
    assert filed_under(Facts(order="A-1", paid=(coupon("a-0"),))) == {"a-1", "a-0"}
    assert filed_under(Facts(paid=(coupon(),))) == {""}
    assert filed_under(Facts(order="A-1", follows="C-1")) == {"a-1", ""}


def test_merged_ones_are_found_along_a_chain() -> None:
    first = one("C-1", state=State.MERGED, merged_into="C-2")
    second = one("C-2", state=State.MERGED, merged_into="C-3")
    assert {other.id for other in merged_into("C-3", (first, second, one("C-4", merged_into="C-3")))} == {"C-1", "C-2"}


def test_of_this_complaint_the_present_cycle_counts_and_of_others_every_one() -> None:
    mine = one("C-1", order="A-1", cycle=Cycle(number=2), paid=(coupon("a-1"), coupon("a-1", 2, id="C2")))
    other = one("C-2", order="A-1", cycle=Cycle(number=3), paid=(coupon("a-1"),))
    assert paid(mine, other) == [coupon("a-1", 2, id="C2"), coupon("a-1")]


def test_a_payment_that_came_with_a_merge_counts_once_and_in_the_cycle_in_which_it_came() -> None:
    source = one("C-1", state=State.MERGED, merged_into="C-2", paid=(coupon(),))
    target = one("C-2", absorbed=frozenset({"C-1"}), paid=(coupon(complaint="C-1"),))
    assert paid(target, source) == [coupon(complaint="C-1")]
    later = attrs.evolve(target, facts=Facts(customer="u-1", cycle=Cycle(2), paid=target.facts.paid))
    assert paid(later, source) == []
    assert len(paid(one("C-3", follows="C-2"), target, source)) == 1


@given(st.permutations(["C-1", "C-2", "C-3", "C-4"]), st.sampled_from(["follows", "merged_into"]))
def test_the_matter_does_not_depend_on_the_order_in_which_complaints_are_given(ids: list[str], link: str) -> None:
    """A chain of four, seen from its end."""
    chain = {f"C-{number}": one(f"C-{number}", **{link: f"C-{number - 1}"}) for number in (2, 3, 4)}
    chain["C-1"] = one("C-1")
    assert matter(chain["C-4"], *(chain[id] for id in ids)) == {"C-1", "C-2", "C-3"}
