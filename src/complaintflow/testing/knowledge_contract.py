"""The contract of knowledge: subclass `KnowledgeContract` and provide the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from math import isfinite
from typing import Any

import pytest

from complaintflow.plugins import FoundAnswer, Knowledge, Question
from complaintflow.testing.odd_texts import MEANINGLESS, ODD_TEXTS, ORDINARY
from complaintflow.testing.promises import keeps
from complaintflow.testing.purity import watch_purity
from complaintflow.testing.racing import ask_at_once

LIMITS = (1, 2, 3, 5, 50)
AT_MOST = "At most so many answers (1 or more), the best first; none when nothing fits."
SAME = (
    "- Idempotency: asking changes nothing; the same question to the same knowledge gets the same answers in one order."
)


class KnowledgeContract:
    """The tests ask ordinary questions and odd ones, for few answers and for many."""

    @pytest.fixture
    def knowledge(self) -> Iterator[Knowledge]:
        """The source, in which there is something; override it."""
        raise NotImplementedError("override the fixture `knowledge`")

    @pytest.fixture
    def known(self) -> Sequence[Question]:
        """Questions to which the source has several answers; override it."""
        return ()

    def questions(self, known: Sequence[Question]) -> tuple[Question, ...]:
        """What is known, and ordinary words in each language."""
        return (*known, *(Question(text, language) for text in ORDINARY for language in ("", "zh", "en")))

    def asked(self, knowledge: Knowledge, question: Question, limit: int = 5) -> tuple[FoundAnswer, ...]:
        """The answers, each of which is one."""
        found: Any = knowledge.suggest(question, limit)
        is_sequence = isinstance(found, Sequence)
        assert is_sequence, f"{found!r} is no sequence of answers"
        answers: tuple[Any, ...] = (*found,)  # pyright: ignore[reportUnknownVariableType]
        strange = [one for one in answers if not isinstance(one, FoundAnswer)]
        assert not strange, f"{strange[0]!r} is no FoundAnswer"
        return answers

    @keeps(Knowledge, AT_MOST)
    def test_there_are_at_most_so_many_answers(self, knowledge: Knowledge, known: Sequence[Question]) -> None:
        for question in self.questions(known):
            for limit in LIMITS:
                found = len(self.asked(knowledge, question, limit))
                assert found <= limit, f"asked for {limit}, it gave {found} answers to {question.text!r}"

    @keeps(Knowledge, AT_MOST)
    def test_the_best_comes_first(self, knowledge: Knowledge, known: Sequence[Question]) -> None:
        """A person reads the first one or two."""
        for question in self.questions(known):
            scores = [one.score for one in self.asked(knowledge, question, 50)]
            assert all(map(isfinite, scores)), f"a score is no number: {scores}"
            assert scores == sorted(scores, reverse=True), f"the scores are {scores} for {question.text!r}"

    @keeps(Knowledge, AT_MOST)
    def test_to_words_that_say_nothing_there_is_no_answer(self, knowledge: Knowledge) -> None:
        for text in MEANINGLESS:
            found = self.asked(knowledge, Question(text))
            assert not found, f"to {text!r} it answers {found[0].title!r}"

    @keeps(Knowledge, AT_MOST)
    def test_it_finds_what_is_there(self, knowledge: Knowledge, known: Sequence[Question]) -> None:
        for question in known:
            found = len(self.asked(knowledge, question))
            assert found >= 2, f"give questions that have several answers: {question.text!r} has {found}"
        if not any(self.asked(knowledge, question) for question in self.questions(known)):
            pytest.skip("it never had an answer: give questions that it knows by the fixture `known`")

    @keeps(
        Knowledge,
        "No text of a customer is an error: one that is blank, very long, or in the syntax of a search gets fewer "
        "answers.",
    )
    def test_no_text_is_an_error(self, knowledge: Knowledge) -> None:
        for text in ("", *ODD_TEXTS.values()):
            for language in ("", "zh", "x-house"):
                self.asked(knowledge, Question(text, language, "x-type", "x-area"))

    @keeps(FoundAnswer, "R31: what helped before: its title and text, where to find it, and why it was found.")
    def test_an_answer_is_whole(self, knowledge: Knowledge, known: Sequence[Question]) -> None:
        for question in self.questions(known):
            for one in self.asked(knowledge, question, 50):
                blank = [name for name in ("title", "text", "ref") if not str(getattr(one, name)).strip()]
                assert not blank, f"{one!r} has no {blank[0]}"
                assert isinstance(one.why, tuple), f"why is {one.why!r}, and no tuple of words"
                assert all(isinstance(word, str) for word in one.why), f"why is {one.why!r}"

    @keeps(Knowledge, SAME)
    def test_the_same_question_gets_the_same_answers(self, knowledge: Knowledge, known: Sequence[Question]) -> None:
        questions = self.questions(known)
        first = [self.asked(knowledge, question) for question in questions]
        for question, answers in zip(reversed(questions), reversed(first), strict=True):
            assert self.asked(knowledge, question) == answers, f"asked again, {question.text!r} has other answers"
            assert self.asked(knowledge, question, 1) == answers[:1], f"the first of one is another: {question.text!r}"

    @keeps(Knowledge, "- Threads: several questions at once.")
    def test_several_may_ask_at_once(self, knowledge: Knowledge, known: Sequence[Question]) -> None:
        questions = self.questions(known)
        alone = [self.asked(knowledge, question) for question in questions]
        assert ask_at_once(partial(self.asked, knowledge), questions) == alone

    @keeps(Knowledge, "- Time: it reads no clock; nothing waits for it but the person who asked.")
    def test_it_reads_no_clock(self, knowledge: Knowledge, known: Sequence[Question]) -> None:
        for question in self.questions(known):
            with watch_purity(knowledge, question.text, "open"):
                knowledge.suggest(question, 3)
