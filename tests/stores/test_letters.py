"""A letter that is stored short is read as it was written."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, strategies as st

from complaintflow.plugins import CustomerMessage, Message, StaffMessage
from complaintflow.stores.messages import audience_of, decode_message, encode_message

LONG = "We have sent the second payment back to your card. 已退款，请查收；如有问题请联系我们的客服人员。"
WORDS = st.sampled_from(("", "short", LONG, LONG[::-1], LONG[:30], '"in_text":{"x":[0,30]}'))
VALUES: Any = st.one_of(
    WORDS, st.booleans(), st.none(), st.lists(WORDS, max_size=2), st.dictionaries(WORDS, WORDS, max_size=1)
)
FIELDS: Any = st.dictionaries(st.sampled_from(("message", "done", "in_text", "next")), VALUES)
TEXTS: Any = st.lists(WORDS, min_size=1).map("\n".join)
OWN: Any = {"id": st.just("M1"), "complaint": st.just("C-1"), "key": st.just("C-1/1/0/M1"), "kind": st.just("Notify")}
LETTERS: Any = st.one_of(
    st.builds(
        CustomerMessage,
        **OWN,
        channel=st.just("email"),
        language=st.sampled_from(("zh", "")),
        subject=WORDS,
        text=TEXTS,
        html=WORDS,
        fields=FIELDS,
        to=st.dictionaries(WORDS, WORDS, max_size=1),
        tried=st.sampled_from(((), ("sms",))),
        proved=st.booleans(),
    ),
    st.builds(
        StaffMessage,
        **OWN,
        audience=st.just("team"),
        recipients=st.sampled_from(((), ("li", "wang"))),
        subject=WORDS,
        text=TEXTS,
        fields=FIELDS,
    ),
)


@given(LETTERS)
def test_a_letter_comes_out_of_the_store_word_by_word_as_it_went_in(letter: Message) -> None:
    read = decode_message(audience_of(letter), encode_message(letter))
    assert read == letter
    assert list(read.fields) == list(letter.fields)


@given(LETTERS)
def test_a_letter_that_an_older_version_stored_is_read(letter: Message) -> None:
    assert decode_message(audience_of(letter), msgspec.json.encode(letter, enc_hook=dict)) == letter


def test_a_disk_holds_words_once_that_stand_in_the_text_and_in_a_field() -> None:
    letter = StaffMessage(
        "M1", "C-1", "C-1/1/0/M1", "Note", "team", ("li",), "about it", LONG, fields={"message": LONG}
    )
    assert encode_message(letter).count(LONG.encode()) == 1


@pytest.mark.parametrize("places", [[0, 999], [5, 5], [-3, 4], [4, 1], "x", [1]])
def test_a_place_that_is_not_in_the_text_is_told_as_damage(places: Any) -> None:
    """Else a letter would go out with a part of its words."""
    letter = StaffMessage(
        "M1", "C-1", "C-1/1/0/M1", "Note", "team", ("li",), "about it", LONG, fields={"message": LONG}
    )
    damaged = {**msgspec.json.decode(encode_message(letter)), "in_text": {"message": places}}
    with pytest.raises((ValueError, msgspec.MsgspecError)):
        decode_message("staff", msgspec.json.encode(damaged))


def test_what_is_private_in_a_letter_stays_out_of_its_repr_when_it_was_read() -> None:
    letter = StaffMessage(
        "M1", "C-1", "C-1/1/0/M1", "Note", "team", ("li",), "about it", LONG, fields={"message": LONG}
    )
    assert LONG not in repr(decode_message("staff", encode_message(letter)))
