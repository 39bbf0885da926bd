"""How long an SMS is: the alphabet of GSM and its extension, UTF-16, and what each of several parts has room for."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from complaintflow.messages import Templates, sms
from complaintflow.messages.forms import SMS_PARTS
from tests.messages.samples import written

EXTENSION = "^{}[]~\\|€"
ALPHABETS = st.sampled_from(["a {€", "汉a字😀", "é\n]"])
TEXTS = ALPHABETS.flatmap(lambda letters: st.text(st.sampled_from(letters), max_size=500))


@pytest.mark.parametrize(
    ("letter", "count", "parts"),
    [
        *(("a", 0, 1), ("a", 160, 1), ("a", 161, 2), ("a", 306, 2), ("a", 307, 3), ("a", 459, 3), ("a", 460, 4)),
        *(("汉", 70, 1), ("汉", 71, 2), ("汉", 134, 2), ("汉", 135, 3), ("汉", 201, 3), ("汉", 202, 4)),
        *(("{", 80, 1), ("{", 81, 2), ("{", 152, 2), ("{", 153, 3)),  # 76 in a part of 153, since none is torn
        *(("😀", 35, 1), ("😀", 36, 2), ("😀", 66, 2), ("😀", 67, 3)),  # 33 in a part of 67
    ],
)
def test_a_text_of_one_letter_takes_so_many_parts(letter: str, count: int, parts: int) -> None:
    """160 and 153 septets, 70 and 67 units of UTF-16."""
    assert sms.parts(letter * count) == parts


@pytest.mark.parametrize("letter", EXTENSION)
def test_a_letter_of_the_extension_has_two_septets(letter: str) -> None:
    assert sms.in_gsm(letter)
    assert sms.units(letter) == 2
    assert (sms.parts("a" * 158 + letter), sms.parts("a" * 159 + letter)) == (1, 2)


def test_letters_of_the_basic_alphabet_have_one() -> None:
    for letter in "@£¥éÅ_ΔΩ ÄÖÑÜß§à\n":
        assert (sms.in_gsm(letter), sms.units(letter)) == (True, 1)


@pytest.mark.parametrize("letter", ["`", "汉", "…", "“", "á", "😀", "\t"])
def test_one_letter_beyond_makes_all_of_it_wide(letter: str) -> None:
    """A backtick is ASCII and no letter of GSM."""
    assert not sms.in_gsm(f"abc{letter}")
    assert sms.parts("a" * 70 + letter) == 2


@given(TEXTS)
def test_no_letter_lies_in_two_parts(text: str) -> None:
    """The parts are as many as when they are filled one letter after the other."""
    single, several = (160, 153) if sms.in_gsm(text) else (70, 67)
    sizes = [sms.units(letter) if sms.in_gsm(text) else len(letter.encode("utf-16-le")) // 2 for letter in text]
    filled = [0]
    for size in sizes:
        if filled[-1] + size > several:
            filled.append(0)
        filled[-1] += size
    assert sms.parts(text) == (1 if sum(sizes) <= single else len(filled))


@pytest.fixture(scope="module")
def templates() -> Templates:
    return Templates()


@pytest.mark.parametrize("letter", ["a", "é", "{", "€", "`", "汉", "😀"])
def test_a_message_of_any_letters_takes_three_parts_and_uses_their_room(templates: Templates, letter: str) -> None:
    """Nor is more cut away than must be."""
    fields = {"name": "", "complaint": "C-1", "message": letter * 10_000, "subject": "A"}
    text = written(templates, "general", "en", "sms", fields).text
    assert sms.parts(text) == SMS_PARTS
    assert sms.units(text) >= sms.room(text, SMS_PARTS) - 8
    assert sms.in_gsm(text) == sms.in_gsm(letter)
