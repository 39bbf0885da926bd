"""That the index of phrases finds what trying every phrase at every place finds, and nothing else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from hypothesis import given, strategies as st

from complaintflow import DefinitionError
from complaintflow.intakes import Rule, RuleClassifier
from complaintflow.intakes.classify import PHRASES
from complaintflow.intakes.phrases import PhraseIndex, read_phrases

LISTS = (
    "email / email address / (my|your) mails? / charged~twice / app* crashed",
    r"\d(元|块) / (?<!送)餐~虫 / (被)?盗刷 / 嘴 / 嘴唇 / 退款~~慢",
    "(it )?was charged / [$¥] ?\\d / free (trial|month)",
    "",
)
PIECES = (
    " email address", " my", " mail", " mails", " charged", " me", " twice", " apps", " crashed", " it", " was", "$ 5",
    "3元", "送", "餐", "虫", "被", "盗刷", "嘴", "唇", "退款", "慢", ",", "。", " free trial", "x", " ",
)  # fmt: skip
INDEX = PhraseIndex(LISTS)


def plain(text: str) -> Iterator[tuple[int, int, str]]:
    """Every phrase, tried at every place."""
    patterns = [(place, re.compile(one)) for place, text_ in enumerate(LISTS) for one in read_phrases(text_)]
    ends: dict[int, int] = defaultdict(int)
    for at in range(len(text)):
        for place, pattern in patterns:
            match = pattern.match(text, at) if at >= ends[place] else None
            if match and match.end() > at:
                ends[place] = match.end()
                yield place, at, match[0].strip()


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_phrase_is_missed_where_it_may_begin_and_none_is_found_elsewhere(text: str) -> None:
    assert list(INDEX.find(text, lambda _place, _at: False)) == list(plain(text))


def test_of_one_list_the_phrase_that_stands_first_counts() -> None:
    first = PhraseIndex(["嘴唇 / 嘴"])
    assert [words for _, _, words in first.find("嘴唇肿了", lambda _place, _at: False)] == ["嘴唇"]
    other = PhraseIndex(["嘴 / 嘴唇"])
    assert [words for _, _, words in other.find("嘴唇肿了", lambda _place, _at: False)] == ["嘴"]


def test_a_phrase_that_cannot_stand_beside_others_is_named_when_the_rules_are_made() -> None:
    rule = Rule(PHRASES, "(?P<one>退款)", type="refund")
    with pytest.raises(DefinitionError, match="regular expression"):
        RuleClassifier((rule,))
