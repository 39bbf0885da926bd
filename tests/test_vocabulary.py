"""The closed words: ordered by seriousness, and equal to their strings."""

import itertools
import pickle

import pytest

from complaintflow import vocabulary
from complaintflow.vocabulary import (
    CLOSABLE,
    ENDS,
    FIXED,
    OPEN,
    WORKING,
    Emotion,
    Exposure,
    Grade,
    Impact,
    Ordered,
    ReceiptStatus,
    Severity,
    State,
    Urgency,
)

SCALES: list[type[Ordered]] = [Grade, Impact, Urgency, Emotion, Severity, Exposure]


def test_r9_grades_are_ordered_by_seriousness_not_by_letter() -> None:
    assert sorted(["E", "B", "A", "C"], key=Grade) == ["C", "B", "A", "E"]
    assert Grade.C < Grade.B < Grade.A < Grade.E


def test_r9_the_greatest_grade_is_the_worst() -> None:
    assert max(Grade) is Grade.E
    assert max(Grade.B, Grade.A, Grade.C) is Grade.A
    assert min(Grade) is Grade.C


@pytest.mark.parametrize("grade", Grade)
def test_r9_a_grade_equals_its_letter_and_hashes_like_it(grade: Grade) -> None:
    assert grade == grade.value
    assert {grade.value: 1}[grade] == 1
    assert f"{grade}" == grade.value


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.__name__)
def test_a_scale_is_a_total_order_against_words_and_members_alike(scale: type[Ordered]) -> None:
    for one, other in itertools.product(scale, repeat=2):
        assert (one < other, one <= other) == (one.rank < other.rank, one.rank <= other.rank)
        assert (one > other, one >= other) == (one.rank > other.rank, one.rank >= other.rank)
        assert (one < other.value, one >= other.value) == (one < other, one >= other)
        assert (one.value < other, one.value >= other) == (one < other, one >= other)


def test_a_word_of_no_scale_cannot_be_compared() -> None:
    with pytest.raises(ValueError, match="not a valid Grade"):
        _ = Grade.A < "Z"


@pytest.mark.parametrize("scale", SCALES, ids=lambda scale: scale.__name__)
def test_a_pickled_word_is_the_same_one(scale: type[Ordered]) -> None:
    assert all(pickle.loads(pickle.dumps(word)) is word for word in scale)


def test_every_state_belongs_to_the_sets_that_the_design_names() -> None:
    assert WORKING | FIXED | {"received", "planned"} == OPEN
    assert {"awaiting_confirmation", "planned"} == CLOSABLE
    assert set(State) - OPEN - ENDS == {"new", "closed", "archived"}
    assert not OPEN & ENDS


def test_r6_the_severities_are_three() -> None:
    assert list(Severity) == ["general", "important", "urgent"]


def test_all_names_are_sorted_and_there() -> None:
    names = vocabulary.__all__
    assert all(hasattr(vocabulary, name) for name in names)
    constants = [name for name in names if name.isupper()]
    assert names == sorted(constants) + sorted(set(names) - set(constants))


def test_only_what_was_handed_on_or_delivered_is_sent() -> None:
    """What was only written down still has to reach somebody."""
    assert {status for status in ReceiptStatus if status.sent} == {"accepted", "delivered"}
