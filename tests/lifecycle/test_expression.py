"""How much a text says: the short way to see that it says enough answers as the whole count."""

from __future__ import annotations

import pytest
from hypothesis import example, given, strategies as st

from complaintflow.lifecycle.expression import weighs, weight

LETTERS = "aZ9 .\n好\u3164ﬁ①Ａé\u0301\u1100\u1161…👍"


@given(st.text(LETTERS, max_size=30) | st.text(max_size=10), st.integers(1, 25))
@example("ﬁ" * 3, 6)
@example("\u1100\u1161" * 4, 5)
def test_a_text_weighs_enough_where_its_letters_are_enough(text: str, least: int) -> None:
    """Else a message of one word would go out, or a complete one would be refused as too short."""
    assert weighs(text, least) == (weight(text) >= least)


@pytest.mark.parametrize("text", ["", " ", "...", "好的", "a" * 28, "好" * 14])
def test_a_short_text_weighs_less_than_a_long_one(text: str) -> None:
    """Asked about a number that no draw asks about: how letters are looked for is kept for each."""
    assert not weighs(text, 29)
