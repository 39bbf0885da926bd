"""The search for answers among many: a long story against an index of archived complaints, and what learning costs."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from benchmarks import life
from benchmarks.measuring import Figure, cpu
from complaintflow import Complaint, Desk, Lifecycle
from complaintflow.knowledge import AnswerIndex, Article
from complaintflow.plugins import Question, Store, Stored
from complaintflow.record.history import GENESIS, seal
from complaintflow.stores import SqliteStore

GOAL = 150
NEW = 10
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


def learning(rounds: int, archived: tuple[int, int]) -> Iterator[Figure]:
    """Milliseconds of CPU to learn ten more archived complaints, the least of the rounds, beside few and many."""
    few, many = (_learning(rounds, one) * 1e3 for one in archived)
    detail = f"{many:.1f} ÷ {few:.1f} ms, {archived[1]:,} archived"
    yield Figure(f"{NEW} new answers learnt", many / few, "×", "beside few", "≤1.5", detail)


def _learning(rounds: int, archived: int) -> float:
    with TemporaryDirectory() as folder, closing(AnswerIndex(Path(folder, "answers.db"))) as index:
        store = SqliteStore(Path(folder, "desk.db"), synchronous="OFF")
        with Desk(store, clock=lambda: life.BEGIN) as desk:
            _put_away(store, 0, archived)
            index.index_archive(desk)
            return min(_learn_more(desk, store, index, archived + number * NEW) for number in range(rounds))


def _learn_more(desk: Desk, store: Store, index: AnswerIndex, after: int) -> float:
    _put_away(store, after, NEW)
    return cpu(partial(index.index_archive, desk))


def _put_away(store: Store, after: int, many: int) -> None:
    """So many archived complaints, whose customers were told a solution."""
    step = next(one for one in life.live(Lifecycle.default()) if one.event.kind == "Notify")
    event = msgspec.structs.replace(step.event, seq=1)
    facts = msgspec.structs.replace(step.after.facts, state="archived", policy="")
    with store.writing() as session:
        for number in range(after, after + many):
            id = f"C-{number}"
            sealed = seal(id, GENESIS, event, number.to_bytes(16))
            session.save(Stored(Complaint(id, 1, facts, step.after.body), sealed.link, life.BEGIN), [sealed])


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
