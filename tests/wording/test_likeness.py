"""Claims that no phrase knows are found by their words; what was learnt can be looked at, and learnt again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings, strategies as st

from complaintflow.wording import claims, claims_by_phrase, claims_solved, likeness, read_claims
from complaintflow.wording.clauses import split_sentences
from tests.wording.learning import FOLDERS, TARGET, judge, like_without, module_of, read_authors


@pytest.mark.parametrize(
    "text",
    [
        "The soup that never arrived has been refunded in full to your wallet.",
        "Your order was cancelled just as you asked, and nothing has been charged.",
        "Good news, Marta: the £42.90 went back onto your Visa this morning.",
        "您的会员等级恢复成金卡了，原来的积分一分没少。",
    ],
)
def test_r16_a_claim_that_no_phrase_knows_does_not_reach_the_customer(text: str) -> None:
    assert not claims_by_phrase(text)
    assert claims_solved(text)


def test_r16_words_of_a_claim_in_a_sentence_unlike_any_claim_may_be_told() -> None:
    text = "I've added a note to your file"
    assert claims_by_phrase(text)
    assert {reading.excuse for reading in read_claims(text)} == {"unlike"}


@pytest.mark.parametrize("text", ["12315", "now now now now", "refunded", "退款", "¥ 88.00"])
def test_a_name_or_a_number_is_no_claim_by_its_likeness(text: str) -> None:
    assert not likeness.is_alike(1_000, text)


def test_a_reader_is_told_which_words_speak_most_for_a_claim() -> None:
    reading = next(read_claims("Your order was cancelled just as you asked."))
    assert len(reading.telling) == 3
    assert all(group.replace(" ", "") in reading.words.replace(" ", "") for group in reading.telling)


def test_r16_padding_a_claim_with_harmless_words_hides_no_phrase() -> None:
    harmless = "thank you for your letter, we registered it on Monday, please keep the parcel, and send us a photo"
    assert not claims_solved(harmless)
    assert claims_solved(f"{harmless}, your problem has been solved, {harmless}")


@pytest.mark.parametrize(
    "text", ["It is solved, thank you", "It is fixed, thanks for the letter", "已解决，感谢您的来信"]
)
def test_r16_thanks_behind_a_claim_hide_it_from_nobody(text: str) -> None:
    assert claims_solved(text)


SAID = "we have sent your money back today it is solved the not 4.2 3 's $ ok - x"
WORDS = st.lists(st.sampled_from(SAID.split()), min_size=1, max_size=8)


@settings(max_examples=100, deadline=None)
@given(WORDS, st.sampled_from([".", "!", "?", ";", ",", "。", ".."]))
def test_a_sentence_is_looked_at_for_phrases_as_if_each_of_its_parts_were_weighed(words: list[str], mark: str) -> None:
    """Else a claim would reach the customer whose words are weighed once instead of twice."""
    for sentence in split_sentences(" ".join(words) + mark):
        clauses = claims._clauses(sentence)
        parts = {sentence, *(clause.text for clause in clauses)}
        least = likeness.CLAIMS - (likeness.PHRASE if clauses else 0)
        assert claims._may_claim(sentence, clauses) == any(likeness.likeness(part) >= least for part in parts)


@pytest.mark.explore
@pytest.mark.parametrize(("language", "folder"), [(code, name) for code in ("zh", "en") for name in ("third", "sixth")])
def test_r16_of_an_author_from_whom_nothing_was_learnt_95_in_100_sentences_are_read_well(
    language: str, folder: str
) -> None:
    texts = read_authors(language)
    like = like_without(folder, texts)
    for kind in (True, False):
        theirs = [text for text in texts[folder] if text.claims is kind]
        assert sum(judge(like, text) is kind for text in theirs) > 0.95 * len(theirs)


@pytest.mark.parametrize("language", ["chinese", "english"])
def test_the_weights_of_a_language_are_no_more_than_150_kilobytes(language: str) -> None:
    assert (TARGET / f"_weights_{language}.py").stat().st_size <= 150_000


def test_a_stranger_s_sentences_teach_nothing() -> None:
    assert {"ninth", "twelfth", "thirteenth"}.isdisjoint(FOLDERS)


@pytest.mark.explore
@pytest.mark.parametrize("language", ["chinese", "english"])
def test_the_weights_are_what_is_learnt_from_the_corpus(language: str) -> None:
    assert (TARGET / f"_weights_{language}.py").read_text(encoding="utf-8") == module_of(language)
