"""What an index keeps of a text, and what a question looks for in it."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from complaintflow.wording.folding import fold_characters
from complaintflow.wording.search import ASKED, Phrase, asked_phrases, index_words, is_paired, word_runs

TEXTS = st.text(st.sampled_from("退款错錢ab Az09-.()+_ 한ガ😀"), max_size=30)


def finds(asked: str, text: str) -> bool:
    """Whether this question finds this text."""
    phrases = asked_phrases(asked)
    return bool(phrases) and all(one.is_in(index_words(text)) for one in phrases)


@given(TEXTS)
def test_a_character_becomes_the_same_beside_few_others_and_beside_many(text: str) -> None:
    many = "款" * (4 * len(text) + 4)
    assert fold_characters(f"{text}款") == fold_characters(text + many).removesuffix(many[1:])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Paid TWICE, twice", "paid twice twice"),
        ("要退款", "要退 退款 款"),
        ("款", "款"),
        ("我paid两次", "我 paid 两次 次"),
        ("退 款", "退 款"),
        ("a_b", "a b"),
        ("138-0013-8000", "138 0013 8000 13800138000"),
        ("+86 138 0013 8000", "86 138 0013 8000 8613800138000 13800138000"),
        ("12-34", "12 34"),
        ("v1-234-567", "v1 234 567"),
        ("", ""),
        ("!?😀", ""),
    ],
)
def test_a_text_is_kept_as_words_pairs_and_whole_numbers(text: str, words: str) -> None:
    assert index_words(text) == words


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("refund", "The refunds are late"),
        ("REFUND", "refund"),
        ("退款", "我要退款了"),
        ("款", "退款"),
        ("退", "退款"),
        ("錢", "退钱"),
        ("13800138000", "+86 138-0013-8000"),
        ("(138) 0013 8000", "13800138000"),
        ("late refund", "refunds are late"),
        ("to", "to be"),
        ("b" * 70, f"a {'b' * 90} c"),
    ],
)
def test_a_question_finds_what_a_person_would_look_for(asked: str, text: str) -> None:
    assert finds(asked, text)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("退款", "退 款"),
        ("退款", "退货,付款"),
        ("付两", "付了两次"),
        ("fund", "refund"),
        ("to", "tomorrow"),
        ("refund late", "the refund"),
        ("!?", "!?"),
        ("", "anything"),
    ],
)
def test_a_question_finds_nothing_else(asked: str, text: str) -> None:
    assert not finds(asked, text)


def test_a_very_long_question_counts_by_its_first_words() -> None:
    """A page of text is no attack on the index."""
    assert len(asked_phrases(" ".join(f"word{number}" for number in range(500)))) == ASKED


def test_a_word_that_is_asked_twice_is_looked_for_once() -> None:
    assert asked_phrases("late late LATE") == (Phrase(("late",), begins=True),)


@pytest.mark.parametrize(
    ("word", "paired"), [("退款", True), ("カ", True), ("한", True), ("refund", False), ("7", False)]
)
def test_only_scripts_without_blanks_are_kept_in_pairs(word: str, paired: bool) -> None:
    assert is_paired(word) is paired


@given(TEXTS)
def test_every_text_is_found_by_itself(text: str) -> None:
    assert not asked_phrases(text) or finds(text, text)


@given(TEXTS, TEXTS, TEXTS)
def test_what_stands_around_a_text_does_not_hide_it(before: str, text: str, after: str) -> None:
    assert not asked_phrases(text) or finds(text, f"{before} ! {text} ! {after}")


@given(TEXTS)
def test_a_run_is_of_one_script(text: str) -> None:
    assert all(len({is_paired(word) for word in run}) == 1 for run in word_runs(text))
