"""The keys of runs, as they stand on record."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from complaintflow.commands.clocks import RunKey

NAMES = st.text(st.characters(exclude_characters="/", exclude_categories=["Cs"]), min_size=1).filter(
    lambda name: not name.isdecimal()
)
NUMBERS = st.integers(1, 999_999_999)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("cause/1/2", RunKey("cause", 1, number=2)),
        ("task/1/T2", RunKey("task", 1, "T2")),
        ("daily_progress/3/payments/2", RunKey("daily_progress", 3, "payments", 2)),
        ("daily_progress/1/north/east/2", RunKey("daily_progress", 1, "north/east", 2)),
        ("plan", RunKey("plan")),
        ("plan/x/2", RunKey("plan", 0, "x/2")),
        ("plan/01", RunKey("plan", 0, "01")),
    ],
)
def test_a_key_is_read_from_its_text_and_written_as_it_was(text: str, key: RunKey) -> None:
    assert RunKey.parse(text) == key
    assert str(key) == text


@given(st.builds(RunKey, NAMES, NUMBERS, st.just("") | NAMES, st.just(0) | NUMBERS))
def test_whatever_the_clock_and_its_part_are_called(key: RunKey) -> None:
    assert RunKey.parse(str(key)) == key


@pytest.mark.parametrize(
    ("text", "referral"),
    [("referral/1/R1", "R1"), ("R1", "R1"), ("task/1/T1", ""), ("plan/1/1", ""), ("plan/x/R1", "")],
)
def test_it_names_the_referral_whose_answer_is_waited_for(text: str, referral: str) -> None:
    assert RunKey.parse(text).referral == referral
