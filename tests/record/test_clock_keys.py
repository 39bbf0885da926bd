"""The keys of runs, batches and levels, as they stand on record."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from complaintflow.record.facts import Facts
from complaintflow.record.keys import BatchKey, LevelKey, RunKey

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


@pytest.mark.parametrize("part", ["2", "payments/2", "12"])
def test_a_part_that_is_a_number_is_read_back_only_with_a_number_behind_it(part: str) -> None:
    alone, numbered = RunKey("daily_progress", 1, part), RunKey("daily_progress", 1, part, 3)
    assert RunKey.parse(str(numbered)) == numbered
    assert RunKey.parse(str(alone)) != alone
    assert str(RunKey.parse(str(alone))) == str(alone)


CAUSE, CLOSE = RunKey("cause", 1, number=1), RunKey("silence", 1, number=1)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("cause/1/1", LevelKey(CAUSE)),
        ("cause/1/1@lead", LevelKey(CAUSE, "lead")),
        ("cause/1/1@lead/owner", LevelKey(CAUSE, "lead", reader="owner")),
        ("cause/1/1@lead/north/east", LevelKey(CAUSE, "lead", reader="north/east")),
        ("daily_progress/1/a@b/2@due", LevelKey(RunKey("daily_progress", 1, "a@b", 2), "due")),
        ("silence/1/1@close-refused:a+b", LevelKey(CLOSE, "close", ("a", "b"))),
        ("silence/1/1@close-refused:a/owner", LevelKey(CLOSE, "close", ("a",), "owner")),
        ("batch/I-C-1", LevelKey(BatchKey("I-C-1"))),
        ("batch/I-C-1/lead", LevelKey(BatchKey("I-C-1/lead"))),
        ("batch/I@7/2", LevelKey(BatchKey("I@7/2"))),
        ("batch/I-C-1-refused:a", LevelKey(BatchKey("I-C-1"), refused_by=("a",))),
        ("batch/I-C-1-refused:a+b/owner", LevelKey(BatchKey("I-C-1"), refused_by=("a", "b"), reader="owner")),
        ("", LevelKey(RunKey(""))),
    ],
)
def test_a_level_is_read_from_its_text_and_written_as_it_was(text: str, key: LevelKey) -> None:
    assert LevelKey.parse(text) == key
    assert str(key) == text


LEVELS = st.text("abcxyz 级1", min_size=1)
READERS = st.text("abc/ 长", min_size=1)


@given(
    st.builds(LevelKey, st.builds(RunKey, NAMES, NUMBERS), LEVELS, st.lists(LEVELS).map(tuple), st.just("") | READERS)
)
def test_whatever_the_level_and_its_reader_are_called(key: LevelKey) -> None:
    assert LevelKey.parse(str(key)) == key


@given(st.sampled_from([LevelKey(CAUSE, "lead"), LevelKey(BatchKey("I/7@2"))]), READERS)
def test_the_record_names_a_reader_behind_the_level(key: LevelKey, reader: str) -> None:
    assert str(LevelKey.parse(str(key)).to(reader)) == f"{key}/{reader}"


def test_the_facts_know_who_was_told_and_what_was_breached() -> None:
    level = LevelKey(CAUSE, "lead")
    facts = Facts(reminded=frozenset({"cause/1/1@lead/owner"}), breached=frozenset({"cause/1/1"}))
    assert facts.has_told(level.to("owner"))
    assert not facts.has_told(level)
    assert facts.has_breached(CAUSE)
    assert not facts.has_breached(CLOSE)
