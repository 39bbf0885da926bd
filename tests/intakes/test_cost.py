"""What a stranger writes costs no more than its length, whatever it repeats: to classify, read, hide and look up."""

from __future__ import annotations

import random
from collections.abc import Callable
from time import process_time

import pytest

from complaintflow import Customer, commands as c
from complaintflow.inbound.reading import read_words
from complaintflow.intakes import classifiers
from complaintflow.knowledge import AnswerIndex, Article
from complaintflow.knowledge.anonymous import anonymous
from complaintflow.plugins import Question
from complaintflow.wording import claims_solved, find_denial

RULES = classifiers()["rules"]
MARGIN = 10
"""So many times longer than a text of a tenth may a text take: linear is 10, quadratic is 100."""


def classify(text: str) -> None:
    RULES.classify(c.Receive("app", Customer("u-17"), text))


def look_up(text: str) -> None:
    index = AnswerIndex()
    index.replace("notices", [Article("a", text[:80], anonymous(text))])
    index.suggest(Question(text), 3)
    index.close()


WAYS: dict[str, Callable[[str], object]] = {
    "classify": classify,
    "read": read_words,
    "claims": claims_solved,
    "denials": find_denial,
    "hide": anonymous,
    "look up": look_up,
}
PIECES = [
    "1",
    "a",
    "threaten",
    "12 ",
    "一",
    "块",
    "not ",
    "no ",
    "没",
    "退",
    "$1",
    "@a.",
    "A ",
    "李",
    "Mr ",
    "路1号",
    "' ",
    "! ",
    "-",
    "é",
]


def cost(way: str, text: str) -> float:
    begin = process_time()
    WAYS[way](text)
    return process_time() - begin


def grows(way: str, piece: str, length: int) -> str:
    """How the cost grows from a tenth to the whole, when that is too much."""
    text = "x" + piece * (length // len(piece))
    short = max(cost(way, text[: length // 10]), 0.01)
    whole = cost(way, text)
    return f"{way} {piece!r}: {short:.2f} s, {whole:.2f} s" if whole > 4 * MARGIN * short and whole > 1 else ""


@pytest.mark.parametrize("way", ["classify", "look up", "read"])
@pytest.mark.parametrize("piece", ["1", "threaten", "a", "一百"])
def test_a_stranger_who_repeats_himself_holds_up_nobody(way: str, piece: str) -> None:
    cost(way, piece * 100)  # what is compiled once
    assert cost(way, "x" + piece * (10_000 // len(piece))) < 4


@pytest.mark.explore
@pytest.mark.parametrize("way", WAYS)
def test_nothing_that_strangers_repeat_grows_faster_than_its_length(way: str) -> None:
    """Every piece, and pieces put together by chance."""
    chance = random.Random(17)
    mixed = ["".join(chance.choices(PIECES, k=chance.randint(2, 5))) for _ in range(60)]
    cost(way, "".join(PIECES))
    slow = [told for piece in (*PIECES, *mixed) if (told := grows(way, piece, 20_000))]
    print(f"{way}: {len(PIECES) + len(mixed)} texts, {len(slow)} too slow")
    assert slow == []
