"""What is left out of the reading of a text changes no answer: the quick way and the plain way say the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, strategies as st

from complaintflow.wording import (
    UNCLEAR,
    claims_solved,
    denial,
    find_denial,
    find_no_yes,
    find_reservation,
    read_claims,
    thanks,
    wants_more,
)
from complaintflow.wording.clauses import LONGEST
from complaintflow.wording.folding import fold
from complaintflow.wording.latin import latin_words
from complaintflow.wording.likeness import Scale, groups, likeness
from complaintflow.wording.phrases import Phrases, split_phrases
from tests.wording import roots
from tests.wording.corpus import FOLDER, corpus
from tests.wording.test_denial import NO_YES

FILES = sorted((FOLDER / "answers").glob("*.txt"))
ANSWERS = (*NO_YES, *(line for path in FILES for line in path.read_text(encoding="utf-8").splitlines()))
TEXTS = (*ANSWERS, *(one.text for name in ("", "second", "house") for one in corpus(name)))
PATTERNS = {
    "denies": (denial.DENIES_ROOTS, denial.DENIES),
    "no yes": (denial.NO_YES_ROOTS, denial.NO_YES),
    "postpones": (denial.POSTPONES_ROOTS, denial.POSTPONES),
    "only asks": (denial.POSTPONES_ROOTS, denial.ASKS_ONLY),
    "wants": (thanks.WANTS_ROOTS, thanks.WANTS),
}
WHOLE = {phrases: re.compile(phrases.source) for phrases in roots.PHRASES.values()}
texts = st.one_of(
    st.text(max_size=60),
    st.sampled_from(TEXTS),
    st.lists(st.sampled_from(TEXTS), min_size=2, max_size=3).map(", ".join),
    st.lists(st.sampled_from([piece for text in ANSWERS for piece in re.findall(r"\w+|.", text)])).map("".join),
)


def without_sounds(folded: str) -> str:
    return denial.SOUNDS.sub(lambda found: " " * len(found.group()), folded)


def plainly_denied(folded: str) -> re.Match[str] | None:
    return denial.DENIES.search(without_sounds(folded))


def plainly_no_yes(folded: str) -> re.Match[str] | None:
    refused = plainly_denied(folded) or denial.NO_YES.search(without_sounds(folded))
    return refused or denial.POSTPONES.search(folded) or denial.ASKS_ONLY.fullmatch(folded)


def words_of(folded: str, found: re.Match[str] | None) -> str:
    return folded[slice(*found.span())].strip() if found else ""


def test_the_roots_that_are_shipped_are_those_of_the_phrases() -> None:
    assert roots.TARGET.read_text(encoding="utf-8") == roots.module()


@pytest.mark.parametrize("name", PATTERNS)
def test_r33_every_phrase_by_which_an_answer_is_no_yes_has_a_root(name: str) -> None:
    found, pattern = PATTERNS[name]
    lost = [text for text in map(fold, ANSWERS) if pattern.search(text) and not found.are_in(text, latin_words(text))]
    assert lost == []


@pytest.mark.parametrize("name", roots.PHRASES)
def test_r33_the_phrases_find_in_every_answer_what_their_whole_pattern_finds(name: str) -> None:
    assert [text for text in map(fold, ANSWERS) if _differ(roots.PHRASES[name], text)] == []


@given(texts)
def test_r33_the_phrases_find_in_any_text_what_their_whole_pattern_finds(text: str) -> None:
    assert [phrases.source for phrases in WHOLE if _differ(phrases, fold(text))] == []


def _differ(phrases: Phrases, folded: str) -> bool:
    found, whole = phrases.search(folded, latin_words(folded)), WHOLE[phrases].search(folded)
    return (found and found.span()) != (whole and whole.span())


@pytest.mark.parametrize("word", ["agreed", "solved"])
def test_r33_a_clause_that_is_cut_within_a_word_is_read_as_it_is_cut(word: str) -> None:
    assert (find_no_yes("x" * LONGEST + word), find_no_yes("x" * (LONGEST - 1) + word)) == ("", UNCLEAR)


@pytest.mark.parametrize(
    ("source", "phrases"),
    [
        ("a|b(?:c|d)", ["a", "b(?:c|d)"]),
        (r"\b(?:yes|ok(?:ay)?)\b|[|]x", [r"\byes\b", r"\bok(?:ay)?\b", "[|]x"]),
        (r"\b(?:a)x(?:b|c)\b", [r"\b(?:a)x(?:b|c)\b"]),
        (r"\(|\b(?:a|b)", [r"\(", r"\b(?:a|b)"]),
    ],
)
def test_a_pattern_is_cut_at_the_bars_of_its_own(source: str, phrases: list[str]) -> None:
    assert [*split_phrases(source)] == phrases


@given(texts)
def test_r33_no_denial_of_a_customer_is_lost_for_want_of_a_root(text: str) -> None:
    folded = fold(text)
    assert find_denial(text) == words_of(folded, plainly_denied(folded))
    plain = plainly_no_yes(folded)
    assert find_reservation(text) == words_of(folded, plain) or not plain


@given(texts)
def test_r21_no_wish_of_a_content_customer_is_lost_for_want_of_a_root(text: str) -> None:
    folded = fold(text)
    assert wants_more(text) is bool(len(text) > 200 or thanks.WANTS.search(folded) or plainly_denied(folded))


@pytest.mark.parametrize(
    "torn", ["it didn't dropno way", "couldn't be happierno way", "不会再没no", "can't complainnot"]
)
def test_r33_a_denial_is_found_behind_a_sound_that_ends_within_its_word(torn: str) -> None:
    assert find_denial(torn) == words_of(fold(torn), plainly_denied(fold(torn)))


def test_a_pattern_that_matches_without_any_root_is_never_left_out() -> None:
    with pytest.raises(ValueError, match="without any root"):
        roots.find_roots([re.compile("x*")])


@pytest.mark.parametrize(
    ("pattern", "words", "parts"),
    [
        (r"\bnot\b", {"not"}, set()),
        (r"\bnot", set(), {"not"}),
        (r"n't\b", {"t"}, set()),
        (r"^ *(?:no|nah)\b", {"no", "nah"}, set()),
        (r"\b(?:never|\w+)\b.{0,9}\bsent\b", {"sent"}, set()),
        (r"没(?:有)?[^,]{0,3}[来去]?|\bgone\b", {"gone"}, {"没"}),
    ],
)
def test_each_alternative_has_a_root_and_a_whole_word_where_it_can(
    pattern: str, words: set[str], parts: set[str]
) -> None:
    assert tuple(map(set, roots.find_roots([re.compile(pattern)]))) == (words, parts)


@given(texts)
def test_r16_a_sentence_is_weighed_as_by_all_its_groups(text: str) -> None:
    folded = fold(text)
    weights = {group: place - 2 for place, group in enumerate(sorted(groups(folded))[:5])} | {"": 7}
    assert Scale(weights).likeness(folded) == sum(weights.values())


@given(texts)
def test_r16_a_claim_is_found_whether_or_not_the_sentence_is_weighed_first(text: str) -> None:
    assert claims_solved(text) == next((reading.words for reading in read_claims(text) if reading.claims), "")


@pytest.mark.parametrize("text", ["", "法蘭克福的儲存恢復了，您的 bucket 在都柏林，那邊還在弄。"])
def test_r16_a_likeness_is_a_whole_number_so_that_its_sum_is_the_same_in_every_process(text: str) -> None:
    assert isinstance(likeness(fold(text)), int)
