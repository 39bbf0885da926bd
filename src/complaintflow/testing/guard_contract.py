"""The contract of guards: subclass `GuardContract` and provide the guard."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
import pytest

from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import Guard
from complaintflow.testing.histories import questions_about
from complaintflow.testing.paths import default_lifecycle
from complaintflow.testing.promises import keeps
from complaintflow.testing.purity import copied, kept_by, watch_purity
from complaintflow.testing.racing import ask_at_once
from complaintflow.testing.story import brief
from complaintflow.vocabulary import LANGUAGES, Effect

RULE_NAME = re.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""The spelling of a rule."""

ALONE = 400
"""How many questions are also asked of a guard that was asked nothing before."""
EVERY = (
    "It answers every question with a `Refusal` or None: on each day and at each hour, in each state, about each "
    "grade, amount and cycle, whoever asks."
)
WATCHES = "The effects that it watches, each of them an `Effect`; none: it is asked where a lifecycle names its rule."
PURE = "pure: the same question gets the same answer, in whatever order it is asked, and nothing else happens."


def _check_sentence(refusal: Refusal, name: str, asked: str) -> None:
    """A plain text, or a Chinese and an English one: there are words, whoever reads them."""
    for language in LANGUAGES:
        text: Any = getattr(refusal.in_language(language), name)
        assert isinstance(text, str), f"{name} is {text!r} in {language}: {asked}"
        assert text.strip(), f"a refusal without a {name} in {language}: {asked}"


class GuardContract:
    """The tests ask the guard the questions of the lifecycle, about complaints in every state, on many days.

    They are the same questions in each run, so that a failure comes again. Override the fixture `guard`; override
    `refused` with questions that it must refuse: a guard that never refuses is no rule.
    """

    @pytest.fixture
    def guard(self) -> Iterator[Guard]:
        """The guard; override it."""
        raise NotImplementedError("override the fixture `guard`")

    @pytest.fixture
    def lifecycle(self) -> Lifecycle:
        """The lifecycle that asks the guard; override it for a guard of a custom lifecycle."""
        return default_lifecycle()

    @pytest.fixture
    def refused(self) -> Sequence[Ask]:
        """Questions that the guard must refuse; override it when no question of the lifecycle is refused."""
        return ()

    @keeps(Guard, "The name of the rule, in lower case with dashes.")
    def test_its_rule_is_spelled_in_lower_case_with_dashes(self, guard: Guard) -> None:
        assert isinstance(guard.rule, str), f"{guard.rule!r} is no name"
        assert RULE_NAME.fullmatch(guard.rule), f"{guard.rule!r}"

    @keeps(Guard, WATCHES)
    def test_it_watches_effects_that_there_are(self, guard: Guard, lifecycle: Lifecycle) -> None:
        assert guard.effects or guard.rule in lifecycle.rule_names, (
            "a guard that watches nothing is never asked: override the fixture `lifecycle` with one that names its rule"
        )
        unknown = [effect for effect in guard.effects if effect not in set(Effect)]
        assert not unknown, f"there is no effect {unknown}"

    @keeps(Guard, EVERY)
    def test_it_answers_every_question_with_nothing_or_a_refusal(self, guard: Guard, lifecycle: Lifecycle) -> None:
        """A guard that raises refuses everything that it is asked about."""
        for ask, answer in self.asked(guard, lifecycle):
            assert answer is None or isinstance(answer, Refusal), f"{answer!r} to {brief(ask)}"

    @keeps(Guard, "It refuses in the name of its own rule, and says why and what would help.")
    def test_a_refusal_helps_and_is_made_in_its_own_name(self, guard: Guard, lifecycle: Lifecycle) -> None:
        for ask, answer in self.asked(guard, lifecycle):
            if isinstance(answer, Refusal):
                asked = brief(ask)
                assert answer.rule == guard.rule, f"it refuses in the name of {answer.rule!r}: {asked}"
                for sentence in ("why", "remedy"):
                    _check_sentence(answer, sentence, asked)
                unknown = set(answer.commands) - set(lifecycle.commands)
                assert not unknown, f"its remedy names {unknown}, which nobody knows: {asked}"

    @keeps(Guard, "It refuses something: a rule that nothing breaks is none.")
    def test_it_refuses_something(self, guard: Guard, lifecycle: Lifecycle, refused: Sequence[Ask]) -> None:
        for ask in refused:
            assert guard.check(ask) is not None, f"it does not refuse {brief(ask)}"
        refusals = [answer for _, answer in self.asked(guard, lifecycle) if answer is not None]
        if not refusals and not refused:
            asked = len(self.questions(guard, lifecycle))
            pytest.skip(f"it refused none of {asked} questions: give one that it must refuse by the fixture `refused`")

    @keeps(Guard, PURE)
    def test_it_is_pure_the_same_question_gets_the_same_answer(self, guard: Guard, lifecycle: Lifecycle) -> None:
        for ask, first in self.asked(guard, lifecycle):
            again = guard.check(ask)
            assert first == again, f"two answers, {first!r} and {again!r}, to {brief(ask)}"

    @keeps(Guard, PURE)
    def test_the_order_of_the_questions_does_not_matter(self, guard: Guard, lifecycle: Lifecycle) -> None:
        """A guard that remembers answers by the id of a complaint gives yesterday's."""
        asks, unasked = self.questions(guard, lifecycle), copied(guard)
        answers = [guard.check(ask) for ask in asks]
        for place in range(0, len(asks), max(1, len(asks) // ALONE)):
            ask, last = asks[place], answers[place]
            first = copied(unasked).check(ask)
            assert first == last, f"asked first it answers {first!r}, and after others {last!r}, to {brief(ask)}"

    @keeps(Guard, "- Threads: many questions at once; it keeps nothing between them.")
    def test_it_keeps_nothing_between_two_questions(self, guard: Guard, lifecycle: Lifecycle) -> None:
        """The questions are about a complaint that no other test asks about, or a full table would look like none."""
        before = kept_by(guard)
        for ask in self.questions(guard, lifecycle):
            guard.check(msgspec.structs.replace(ask, id="C-3"))
        now = kept_by(guard)
        changed = {name: text for name, text in now.items() if before.get(name) != text}
        assert not changed, f"it keeps {brief(changed)}"

    @keeps(Guard, "- Threads: many questions at once; it keeps nothing between them.")
    def test_many_threads_get_the_answers_of_one(self, guard: Guard, lifecycle: Lifecycle) -> None:
        asks = self.questions(guard, lifecycle)[:200]
        alone = [guard.check(ask) for ask in asks]
        assert ask_at_once(guard.check, asks) == alone

    @keeps(Guard, "It reads no clock, and it is quick: the transaction waits for it.")
    def test_it_reads_no_clock(self, guard: Guard, lifecycle: Lifecycle) -> None:
        """Nor does it draw numbers or open files: a dry run, and a replay, would get another answer."""
        for ask in self.questions(guard, lifecycle):
            with watch_purity(guard, ask):
                guard.check(ask)

    def questions(self, guard: Guard, lifecycle: Lifecycle) -> tuple[Ask, ...]:
        """Each question about its effects; of a guard without any, each question at all."""
        watched = [effect for effect in Effect if effect in (guard.effects or {Effect.ANY})]
        mine = tuple(ask for effect in watched for ask in questions_about(effect, lifecycle))
        assert mine, f"nobody ever asks {guard.rule}"
        return mine

    def asked(self, guard: Guard, lifecycle: Lifecycle) -> Iterator[tuple[Ask, Any]]:
        """Each question about its effects, with its answer."""
        for number, ask in enumerate(mine := self.questions(guard, lifecycle), 1):
            try:
                answer = guard.check(ask)
            except Exception as error:
                place = f"question {number} of {len(mine)}, the same in each run"
                raise AssertionError(f"it raised {error!r} ({place}): {brief(ask)}") from error
            yield ask, answer
