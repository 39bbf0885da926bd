"""The search for answers among many: a long story against an index of archived complaints, and what learning costs."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from functools import partial

from benchmarks import life
from benchmarks.measuring import Figure, cpu
from complaintflow.knowledge import AnswerIndex, Article
from complaintflow.plugins import Question

GOAL = 150
_PARTS = ("pay", "card", "bank", "log", "ship", "ref", "cap", "sub", "tax", "app")
_ENDS = ("er", "ing", "ment", "al", "ist", "ure", "age", "ion", "ant", "ish")


def answering(rounds: int, articles: Sequence[int]) -> Iterator[Figure]:
    """Milliseconds of CPU for a question of forty words, the least of the rounds, by how many articles there are."""
    index = AnswerIndex()
    for many in articles:
        learnt = cpu(partial(index.replace, "archive", write_articles(many))) / many * 1e3
        asked = min(cpu(partial(index.suggest, Question(life.STORY, "en"), 5)) for _ in range(rounds)) * 1e3
        goal = f"≤{GOAL}" if many == max(articles) else ""
        yield Figure(f"a search in {many:,} answers", asked, "ms", "", goal, f"{learnt:.2f} ms to learn one")
    index.close()


def write_articles(many: int) -> Iterator[Article]:
    """Articles in English and Chinese whose words are as unequally frequent as those of any language."""
    chance = random.Random(5)
    words = [f"{part}{end}{letter}" for part in _PARTS for end in _ENDS for letter in "abcdefghij"]
    signs = [chr(0x4E00 + place) for place in range(800)]
    told = [*life.STORY.lower().replace(",", " ").replace(".", " ").split()]
    chance.shuffle(words)
    often, signed = ([1 / (place + 1) ** 0.8 for place in range(len(some))] for some in (words, signs))
    for number in range(many):
        if number % 2:
            text = " ".join(chance.choices(words, often, k=30) + chance.choices(told, k=8))
        else:
            text = (
                "".join(chance.choices(signs, signed, k=60))
                + " 请退款 "
                + "".join(chance.choices("把多扣的钱退给我", k=5))
            )
        yield Article(f"C-{number}", text[:60], text, "en" if number % 2 else "zh")
