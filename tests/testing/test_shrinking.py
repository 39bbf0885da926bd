"""Whoever writes properties reads the failing example: it is short, whole, and there within seconds."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import find, given, strategies as st
from hypothesis.vendor.pretty import pretty

from complaintflow import Complaint, Customer, commands as c
from complaintflow.testing import actors, commands, complaints_in, customers, values
from complaintflow.testing.strategies import same_each_time

CALLS = 1_000
"""Before, it took some 500 to 1,300 calls, of up to 0.1 s each, to shrink what is here."""
SAME = same_each_time(CALLS)


@pytest.mark.parametrize(
    "strategy",
    [commands(), commands(c.Receive), customers(), actors(), values(Customer), complaints_in("closed")],
    ids=repr,
)
def test_statistics_name_a_strategy_and_do_not_print_it_whole(strategy: st.SearchStrategy[Any]) -> None:
    assert len(repr(strategy)) < 80


def test_a_text_shrinks_to_the_command_with_nothing_else_in_it() -> None:
    seen: list[c.Receive] = []

    def is_long(command: Any) -> bool:
        seen.append(command)
        return len(command.description) >= 5

    found: Any = find(commands(c.Receive), is_long, settings=SAME)
    assert found == c.Receive("0", Customer("0"), "00000")
    assert len(seen) < CALLS / 2


def test_a_history_shrinks_to_few_events_of_a_plain_complaint() -> None:
    seen: list[Complaint] = []

    def is_long(complaint: Complaint) -> bool:
        seen.append(complaint)
        return complaint.version >= 8

    found = find(complaints_in("investigating"), is_long, settings=SAME)
    assert found.version <= 10
    assert found.description == "我付了两次款, I paid twice"
    assert len(seen) < CALLS / 2


@pytest.mark.parametrize("strategy", [commands(c.Note), values(Customer)], ids=repr)
def test_the_field_that_failed_stands_in_the_failing_example(strategy: st.SearchStrategy[Any]) -> None:
    """Also one that `repr` leaves out, since it may be private in a house."""

    @SAME
    @given(strategy)
    def short(value: Any) -> None:
        assert len(getattr(value, "text", "") or getattr(value, "name", "")) < 3

    with pytest.raises(AssertionError) as failed:
        short()
    assert "'000'" in "".join(failed.value.__notes__)
    assert "000" not in repr(c.Note("000"))


def test_a_class_that_was_drawn_stands_in_the_failing_example_as_well() -> None:
    """Otherwise nobody reads what failed, but a TypeError of the kit."""
    values(Customer).validate()  # it prints its values from now on
    assert pretty(Customer) == "complaintflow.values.Customer"
