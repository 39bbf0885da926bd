"""The contract of classifiers: subclass `ClassifierContract` and provide the classifier."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

import pytest

from complaintflow.commands import Receive
from complaintflow.plugins import Classifier, Suggestion
from complaintflow.testing.another_process import NotPortable, ask_elsewhere
from complaintflow.testing.odd_texts import MEANINGLESS, ODD_TEXTS, ORDINARY, SHORT_TEXTS
from complaintflow.testing.promises import keeps
from complaintflow.testing.purity import copied, watch_purity, whole
from complaintflow.testing.racing import ask_at_once
from complaintflow.values import Customer, Signals
from complaintflow.vocabulary import Vulnerability

ALL = (*ORDINARY, *MEANINGLESS, *(text for text in ODD_TEXTS.values() if text.strip()))
SAME = (
    "- Idempotency: deterministic: the same words get the same suggestion, whatever was asked before, and in another "
    "process, too."
)


def received(text: str) -> Receive:
    """A complaint with these words."""
    return Receive("app", Customer("u-17"), text)


class ClassifierContract:
    """The tests ask about ordinary texts, about odd ones, and about such that say nothing."""

    @pytest.fixture
    def classifier(self) -> Iterator[Classifier]:
        """The classifier; override it."""
        raise NotImplementedError("override the fixture `classifier`")

    @pytest.fixture
    def known(self) -> Sequence[str]:
        """Texts of which the classifier has something to say; override it."""
        return ()

    @keeps(Classifier, "No text of a customer is an error.")
    def test_every_text_gets_a_suggestion_or_none(self, classifier: Classifier, known: Sequence[str]) -> None:
        for text in (*known, *ALL):
            found: Any = classifier.classify(received(text))
            assert found is None or isinstance(found, Suggestion), f"{found!r} is no Suggestion"

    @keeps(Classifier, "It answers with a `Suggestion` that says why, or with None.")
    def test_a_suggestion_is_whole_and_says_why(self, classifier: Classifier, known: Sequence[str]) -> None:
        for text in (*known, *SHORT_TEXTS):
            found = classifier.classify(received(text))
            if found is None:
                continue
            assert isinstance(found, Suggestion), f"{found!r} is no Suggestion"
            names: tuple[Any, ...] = (found.type, found.area)
            assert all(isinstance(name, str) and name == name.strip() for name in names), f"type and area are {names!r}"
            assert isinstance(found.signals, Signals), f"{found.signals!r} are no Signals"
            why: Any = found.why
            assert isinstance(why, tuple), f"why is {why!r}, and no tuple of texts"
            reasons = cast("tuple[object, ...]", why)
            assert all(isinstance(one, str) and one.strip() for one in reasons), f"a reason is blank: {found.why!r}"
            assert found.why or not any(names), f"{found!r} says no reason"
            assert all(isinstance(one, Vulnerability) for one in found.vulnerable), f"{found.vulnerable!r}"

    @keeps(
        Classifier,
        "It does not guess: about words that say nothing it has nothing to say, or leaves type and area blank.",
    )
    def test_it_does_not_guess(self, classifier: Classifier) -> None:
        for text in MEANINGLESS:
            found = classifier.classify(received(text))
            if isinstance(found, Suggestion):
                assert not found.type, f"of {text!r} it says the type {found.type!r}"
                assert not found.area, f"of {text!r} it says the area {found.area!r}"

    @keeps(Classifier, "It answers with a `Suggestion` that says why, or with None.")
    def test_it_says_something_of_what_it_knows(self, classifier: Classifier, known: Sequence[str]) -> None:
        said = [text for text in (*known, *ORDINARY) if classifier.classify(received(text)) is not None]
        missing = [text for text in known if text not in said]
        assert not missing, f"of {missing[0]!r} it has nothing to say"
        if not said:
            pytest.skip("it never had anything to say: give texts that it knows by the fixture `known`")

    @keeps(Classifier, SAME)
    def test_the_same_words_get_the_same_suggestion(self, classifier: Classifier, known: Sequence[str]) -> None:
        texts = (*known, *SHORT_TEXTS)
        unasked = copied(classifier)
        first = [classifier.classify(received(text)) for text in texts]
        back = [unasked.classify(received(text)) for text in reversed(texts)]
        for text, one, other in zip(texts, first, reversed(back), strict=True):
            assert one == other, f"asked in another order it says {other!r}, and not {one!r}, of {text[:80]!r}"
            assert one == classifier.classify(received(text)), f"asked again it says something else of {text[:80]!r}"

    @keeps(Classifier, SAME)
    def test_another_process_gets_the_same_suggestion(self, classifier: Classifier, known: Sequence[str]) -> None:
        """Where a set has another order: the first of several is another one."""
        texts = (*known, *ORDINARY)
        try:
            answers = ask_elsewhere(Asked(whole(classifier), texts), "suggestions")
        except NotPortable as error:
            pytest.skip(f"nobody looked: the classifier cannot be handed to another process ({str(error)[-80:]})")
        for text, *found in zip(texts, *answers, strict=True):
            here = classifier.classify(received(text))
            assert all(one == here for one in found), (
                f"in other processes it says {found!r}, and not {here!r}, of {text!r}"
            )

    @keeps(Classifier, "- Threads: several complaints at once.")
    def test_several_may_be_asked_at_once(self, classifier: Classifier, known: Sequence[str]) -> None:
        texts = (*known, *ORDINARY) * 3
        alone = [classifier.classify(received(text)) for text in texts]
        assert ask_at_once(classifier.classify, map(received, texts)) == alone

    @keeps(Classifier, "- Time: it reads no clock; nothing waits for it but who asked.")
    def test_it_reads_no_clock(self, classifier: Classifier, known: Sequence[str]) -> None:
        for text in (*known, *ORDINARY, *MEANINGLESS):
            with watch_purity(classifier, text, "open"):
                classifier.classify(received(text))


class Asked:
    """A classifier with the texts that it is asked about, to be handed to another process."""

    def __init__(self, classifier: Classifier, texts: Sequence[str]) -> None:
        self.classifier, self.texts = classifier, texts

    def suggestions(self) -> list[Suggestion | None]:
        """What it says of each."""
        return [self.classifier.classify(received(text)) for text in self.texts]
