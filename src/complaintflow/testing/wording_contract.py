"""The contract of readers of texts: subclass `WordingContract` and provide the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from time import monotonic
from typing import Any

import pytest

from complaintflow.plugins import Wording
from complaintflow.testing.odd_texts import MEANINGLESS, ODD_TEXTS, ORDINARY, SHORT_TEXTS
from complaintflow.testing.promises import keeps
from complaintflow.testing.purity import copied, kept_by, watch_purity
from complaintflow.testing.racing import ask_at_once

ALL = ("", *ORDINARY, *MEANINGLESS, *ODD_TEXTS.values())
PURE = "- Idempotency: pure: the same text gets the same answer, and nothing else happens."
QUICK = 5.0
"""Seconds for the longest of the texts: the transaction waits for it."""


class WordingContract:
    """The tests ask about ordinary texts, and about odd ones."""

    @pytest.fixture
    def wording(self) -> Iterator[Wording]:
        """The reader; override it."""
        raise NotImplementedError("override the fixture `wording`")

    @pytest.fixture
    def claiming(self) -> Sequence[str]:
        """Texts that tell a customer that it is solved; override it."""
        return ()

    @pytest.fixture
    def denying(self) -> Sequence[str]:
        """Texts of customers that are no yes; override it."""
        return ()

    def answers(self, wording: Wording, text: str) -> tuple[str, str]:
        """What it says that the text claims and denies."""
        calls: tuple[Callable[[str], Any], ...] = (wording.claims, wording.denies)
        claims, denies = (call(text) for call in calls)
        assert isinstance(claims, str), f"{claims!r} is no text"
        assert isinstance(denies, str), f"{denies!r} is no text"
        return claims, denies

    @keeps(Wording, "It answers every text with a text: in any language, however long, whatever characters it has.")
    def test_every_text_gets_a_text(self, wording: Wording, claiming: Sequence[str], denying: Sequence[str]) -> None:
        for text in (*claiming, *denying, *ALL):
            self.answers(wording, text)

    @keeps(Wording, "A text that is blank claims and denies nothing.")
    def test_a_blank_text_says_nothing(self, wording: Wording) -> None:
        for text in ("", " ", "\n\t\u3000"):
            found = self.answers(wording, text)
            assert not "".join(found).strip(), f"in {text!r} it found {found}"

    @keeps(Wording, "R16, R32: the words that tell a customer that it is solved, or a blank text.")
    def test_it_finds_what_claims_a_solution(self, wording: Wording, claiming: Sequence[str]) -> None:
        for text in claiming:
            assert self.answers(wording, text)[0].strip(), f"{text!r} says that it is solved, and it found nothing"

    @keeps(Wording, "R33: the words by which a customer's text is no yes, or a blank text.")
    def test_it_finds_what_is_no_yes(self, wording: Wording, denying: Sequence[str]) -> None:
        for text in denying:
            assert self.answers(wording, text)[1].strip(), f"{text!r} is no yes, and it found nothing"

    @keeps(Wording, "It can refuse, never permit.")
    def test_it_refuses_something_and_not_everything(
        self, wording: Wording, claiming: Sequence[str], denying: Sequence[str]
    ) -> None:
        found = [self.answers(wording, text) for text in (*ORDINARY, *MEANINGLESS)]
        for place, call in enumerate(("claims", "denies")):
            assert not all(one[place].strip() for one in found), f"`{call}` finds something in every text"
        if not claiming and not denying:
            pytest.skip("nobody looked what it finds: give texts by the fixtures `claiming` and `denying`")

    @keeps(Wording, PURE)
    def test_the_same_text_gets_the_same_answer(
        self, wording: Wording, claiming: Sequence[str], denying: Sequence[str]
    ) -> None:
        texts, unasked = (*claiming, *denying, *SHORT_TEXTS), copied(wording)
        first = [self.answers(wording, text) for text in texts]
        back = [self.answers(unasked, text) for text in reversed(texts)]
        for text, one, other in zip(texts, first, reversed(back), strict=True):
            assert one == other, f"asked in another order it says {other}, and not {one}, of {text[:80]!r}"
            assert one == self.answers(wording, text), f"asked again it says something else of {text[:80]!r}"

    @keeps(Wording, "- Threads: many texts at once; it keeps nothing between them.")
    def test_it_keeps_nothing_between_two_texts(self, wording: Wording, claiming: Sequence[str]) -> None:
        texts, before = (*claiming, *ORDINARY), kept_by(wording)
        alone = [self.answers(wording, text) for text in texts]
        assert ask_at_once(partial(self.answers, wording), texts) == alone
        changed = [name for name, held in kept_by(wording).items() if before.get(name) != held]
        assert not changed, f"it keeps something in {changed[0]}"

    @keeps(Wording, "- Time: it reads no clock, and it is quick: the transaction waits for it.")
    def test_it_reads_no_clock_and_is_quick(self, wording: Wording, claiming: Sequence[str]) -> None:
        for text in (*claiming, *ALL, "未" * 50_000, "un solved " * 5_000):
            begun = monotonic()
            with watch_purity(wording, text):
                self.answers(wording, text)
            took = monotonic() - begun
            assert took < QUICK, f"a text of {len(text)} characters took {took:.0f} seconds: {text[:40]!r}"
