"""The key of a message."""

import pytest
from hypothesis import given, strategies as st

from complaintflow.record.keys import MessageKey, message_name, message_number


@pytest.mark.parametrize("complaint", ["C-1", "a/b/3", "团队\n1"])
def test_r34_a_key_is_read_from_its_text_whatever_the_complaint_is_called(complaint: str) -> None:
    key = MessageKey(complaint, 2, 1, "M7")
    assert MessageKey.parse(str(key)) == key


COMPLAINTS = st.text(st.sampled_from("C-1/M2投\n"), min_size=1)
NUMBERS = st.integers(0, 999)


@given(COMPLAINTS, NUMBERS, NUMBERS, st.integers(1, 10**9), st.integers(1, 10**9 - 1))
def test_r34_whatever_a_key_is_of_it_is_read_from_its_text(
    complaint: str, cycle: int, fix: int, number: int, sending: int
) -> None:
    """A bounce that is taken for another sending, or another complaint's, would be lost."""
    key = MessageKey(complaint, cycle, fix, message_name(number), sending)
    assert MessageKey.parse(str(key)) == MessageKey.guess(str(key)) == key
    assert MessageKey.parse(str(key.letter)) == key.letter


@given(COMPLAINTS, NUMBERS, NUMBERS, st.integers(1, 99), st.sets(st.integers(1, 99), min_size=2))
def test_no_two_sendings_of_a_message_have_one_key(
    complaint: str, cycle: int, fix: int, number: int, sendings: set[int]
) -> None:
    """A channel that drops repeats would swallow the second."""
    keys = [MessageKey(complaint, cycle, fix, message_name(number), sending) for sending in sendings]
    assert len(set(map(str, keys))) == len(sendings)
    assert len({key.letter for key in keys}) == 1


def test_the_first_sending_has_the_key_that_it_always_had() -> None:
    assert str(MessageKey("C-1", 2, 1, "M7", 1)) == "C-1/2/1/M7"
    assert str(MessageKey("C-1", 2, 1, "M7", 3).letter) == "C-1/2/1/M7"


TOO_LONG = "C-1/2/1/M7/1234567890"


@pytest.mark.parametrize(
    "text",
    ["", "C-1/2/1", "C-1/2/1/7", "C-1/two/1/M7", "/2/1/M7", "C-1/2/1/M7/0", "C-1/2/1/M7/1", "C-1/2/1/M7/02", TOO_LONG],
)
def test_what_is_no_key_is_not_read(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # the text itself is all it says
        MessageKey.parse(text)


@pytest.mark.parametrize(
    ("text", "complaint", "message"),
    [
        ("C-1", "C-1", "C-1"),
        ("C-1/M1", "C-1", "M1"),
        ("C-1/1/M1", "C-1", "M1"),
        ("a/b/2/1/m7", "a/b", "m7"),
        ("", "", ""),
        ("C-1/M7/2", "C-1", "M7"),
        ("C-1/1/M7/2", "C-1", "M7"),
        ("C-1/2/1/M7/1", "C-1", "M7"),
    ],
)
def test_a_key_that_was_shortened_on_its_way_still_names_the_complaint(text: str, complaint: str, message: str) -> None:
    """Otherwise what the customer answered would be nobody's."""
    guessed = MessageKey.guess(text)
    assert (guessed.complaint, guessed.message) == (complaint, message)


@pytest.mark.parametrize(("text", "sending"), [("C-1/M7", 0), ("C-1", 0), ("C-1/M7/2", 2), ("C-1/1/1/M7", 1), ("", 0)])
def test_a_shortened_key_says_which_sending_it_is_of_or_that_it_does_not_know(text: str, sending: int) -> None:
    """What is not known to be of an earlier sending counts for the present one."""
    assert MessageKey.guess(text).sending == sending


def test_a_whole_key_is_not_guessed() -> None:
    assert MessageKey.guess("a/b/3/2/1/M7") == MessageKey("a/b/3", 2, 1, "M7")


def test_the_name_of_a_message_is_its_number() -> None:
    assert [message_number(message_name(number)) for number in (1, 12)] == [1, 12]
