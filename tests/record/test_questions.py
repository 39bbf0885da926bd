"""What was asked is kept as a digest that nobody can guess without the salts, and without the key of the house."""

from __future__ import annotations

import msgspec
import pytest

from complaintflow.record.history import Sealed, answered, bind, first_answer, salted_name

EVENTS = [Sealed(seq, 0, "li", "Note", "", b"{}", "", bytes([seq]) * 16, b"{}", b"") for seq in (1, 2, 3)]


def known(kept: str, question: str, events: list[Sealed], key: bytes = b"") -> bool | None:
    """Whether it is the question that is kept so, by those of these events that answered it."""
    first = first_answer(kept)
    return answered(kept, question, events[first - 1 :] if first else [], key)


def test_with_the_key_of_the_house_the_salts_alone_prove_no_guess() -> None:
    kept = bind("asked", EVENTS[1:], b"root")
    assert known(kept, "asked", EVENTS, b"root") is True
    assert known(kept, "other", EVENTS, b"root") is False
    assert known(kept, "asked", EVENTS, b"") is False


@pytest.mark.parametrize("gone", [1, 2])
def test_an_erasure_of_any_event_that_answered_takes_the_question(gone: int) -> None:
    kept = bind("asked", EVENTS[1:])
    left = [msgspec.structs.replace(event, salt=b"") if event.seq == gone + 1 else event for event in EVENTS]
    assert known(kept, "asked", left) is None
    assert bind("asked", left) == ""


def test_an_erasure_of_an_earlier_event_leaves_the_question() -> None:
    kept = bind("asked", EVENTS[1:])
    assert known(kept, "asked", [msgspec.structs.replace(EVENTS[0], salt=b""), *EVENTS[1:]]) is True


def test_what_no_event_answered_is_known_again() -> None:
    assert known(bind("asked", []), "asked", EVENTS) is True


@pytest.mark.parametrize("damaged", ["", "x", "x-1", "-", "9-ab", "f" * 64])
def test_a_damaged_digest_is_another_question(damaged: str) -> None:
    assert known(damaged, "asked", EVENTS) is False


def test_the_name_of_what_came_in_is_another_one_for_each_complaint_and_chain() -> None:
    """Who guesses what a mail said needs the salt of its complaint, and the house's key where there is one."""
    first, other, _ = EVENTS
    names = {salted_name("heard", first), salted_name("heard", other), salted_name("heard", first, b"key")}
    assert len(names) == 3
    assert salted_name("heard", first) == salted_name("heard", first)
    assert "heard" not in names
