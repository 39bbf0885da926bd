"""The contract of guards: subclass `GuardContract` and provide the guard."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import Guard
from complaintflow.testing.histories import questions
from complaintflow.testing.paths import default_lifecycle
from complaintflow.vocabulary import Effect

RULE_NAME = re.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""The spelling of a rule."""


class GuardContract:
    """The tests ask the guard the questions of the lifecycle, about complaints in every state."""

    @pytest.fixture
    def guard(self) -> Iterator[Guard]:
        """The guard; override it."""
        raise NotImplementedError("override the fixture `guard`")

    @pytest.fixture
    def lifecycle(self) -> Lifecycle:
        """The lifecycle that asks the guard; override it for a guard of a custom lifecycle."""
        return default_lifecycle()

    def test_its_rule_is_spelled_in_lower_case_with_dashes(self, guard: Guard) -> None:
        assert RULE_NAME.fullmatch(guard.rule), f"{guard.rule!r}"

    def test_it_watches_effects_that_there_are(self, guard: Guard) -> None:
        assert guard.effects, "a guard that watches nothing is never asked"
        assert {Effect(effect) for effect in guard.effects} == set(guard.effects)

    def test_it_answers_every_question_with_nothing_or_a_refusal_that_helps(
        self, guard: Guard, lifecycle: Lifecycle
    ) -> None:
        """A guard that raises refuses everything that it is asked about."""
        for ask, answer in self.asked(guard, lifecycle):
            assert answer is None or isinstance(answer, Refusal), f"{answer!r} to {ask.command!r}"
            if answer:
                assert answer.rule == guard.rule, "it refuses in another rule's name"
                assert answer.why.strip(), "a refusal says why"
                assert answer.remedy.strip(), "a refusal says what would help"

    def test_it_is_pure_the_same_question_gets_the_same_answer(self, guard: Guard, lifecycle: Lifecycle) -> None:
        for ask, first in self.asked(guard, lifecycle):
            assert first == guard.check(ask), f"two answers to {ask.command!r} by {ask.by.id}"

    def asked(self, guard: Guard, lifecycle: Lifecycle) -> Iterator[tuple[Ask, Any]]:
        """Each question about its effects, with its answer."""
        watched = {Effect(effect) for effect in guard.effects}
        mine = [ask for effect, ask in questions(lifecycle) if effect in watched]
        assert mine, f"nobody ever asks {guard.rule}"
        return ((ask, guard.check(ask)) for ask in mine)
