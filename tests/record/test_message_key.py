"""The key of a message."""

import pytest

from complaintflow.record.keys import MessageKey, message_name, message_number


@pytest.mark.parametrize("complaint", ["C-1", "a/b/3", "团队\n1"])
def test_r34_a_key_is_read_from_its_text_whatever_the_complaint_is_called(complaint: str) -> None:
    key = MessageKey(complaint, 2, 1, "M7")
    assert MessageKey.parse(str(key)) == key


@pytest.mark.parametrize("text", ["", "C-1/2/1", "C-1/2/1/7", "C-1/two/1/M7", "/2/1/M7"])
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
    ],
)
def test_a_key_that_was_shortened_on_its_way_still_names_the_complaint(text: str, complaint: str, message: str) -> None:
    """Otherwise what the customer answered would be nobody's."""
    guessed = MessageKey.guess(text)
    assert (guessed.complaint, guessed.message) == (complaint, message)


def test_a_whole_key_is_not_guessed() -> None:
    assert MessageKey.guess("a/b/3/2/1/M7") == MessageKey("a/b/3", 2, 1, "M7")


def test_the_name_of_a_message_is_its_number() -> None:
    assert [message_number(message_name(number)) for number in (1, 12)] == [1, 12]
