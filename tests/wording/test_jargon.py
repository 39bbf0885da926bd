"""R43: terms that a customer may not know are explained where they stand."""

from __future__ import annotations

import pytest

from complaintflow import Policy
from complaintflow.wording import find_unexplained

TERMS = ("回滚", "rollback", "API", "race condition")


@pytest.mark.parametrize(
    "text",
    [
        "我们做了回滚",
        "我們做了回滾",
        "We did a Rollback.",
        "我们做了回滚()",
        "我们做了回滚( )",
        "Two rollbacks are planned",
        "It was a race-condition",
        "raceconditions again",
        "the system was rollbacked",
        "We did a roll*back*",
        "the r o l l b a c k",
        "The API (as you know) failed, so did the rollback",
    ],
)
def test_a_term_without_an_explanation_is_found(text: str) -> None:
    assert find_unexplained(text, TERMS)


@pytest.mark.parametrize(
    "text",
    [
        "我们做了回滚(退回到上一个版本)",
        "我們做了回滾(退回到上一個版本)",
        "回滚,也就是退回到上一个版本",
        "We did a rollback (we went back to the last version). The rollback took an hour.",
        "我们在做回滚操作(退回到上一个版本)",
        "two rollbacks (we go back to the last version)",
        "a rollback, that is, we went back",
        "capital rapid",
        "",
    ],
)
def test_an_explained_term_and_a_part_of_another_word_are_none(text: str) -> None:
    assert not find_unexplained(text, TERMS)


def test_a_house_lists_its_own_terms_by_language() -> None:
    policy = Policy.from_data({"jargon": {"en": ["ledger"]}})
    assert policy.jargon["en"] == ("ledger",)
    assert "回滚" in policy.jargon["zh"]
    assert find_unexplained("The Ledger says so", policy.jargon["en"]) == ["ledger"]
