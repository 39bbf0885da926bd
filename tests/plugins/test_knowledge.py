"""R31: a desk asks every source of knowledge; one that fails is named and hides none of the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import pytest

from complaintflow import Desk, InvalidInput, NotFound
from complaintflow.knowledge import AnswerIndex, Article
from complaintflow.plugins import FoundAnswer, Question
from tests import stories as s
from tests.plugins.parts import plugin
from tests.stores.desks import Opener, at_desk, received

FOUND = FoundAnswer("退款", "三天到账", "KB-12", 2.5, ("退款",))


@attrs.define
class Source:
    """Answers with what it was given, and keeps what it was asked."""

    answer: Any
    asked: list[tuple[Question, int]] = attrs.Factory(list)

    def suggest(self, question: Question, limit: int) -> Sequence[FoundAnswer]:
        self.asked.append((question, limit))
        if isinstance(self.answer, Exception):
            raise self.answer
        found: Sequence[FoundAnswer] = self.answer
        return found


def opened_with(opener: Opener, **sources: object) -> Desk:
    return opener(plugins=[plugin("acme", knowledge=sources)])


def test_every_source_is_asked_in_the_customer_s_words_and_answers_under_its_name(opener: Opener) -> None:
    source, other = Source([FOUND]), Source([])
    with opened_with(opener, wiki=source, empty=other) as desk:
        complaint = at_desk(desk, received(desk).id, s.triage())
        assert desk.answers(complaint.id, 3) == {"wiki": (FOUND,), "empty": ()}
    facts = complaint.facts
    assert source.asked == other.asked == [(Question(complaint.description, "zh", facts.type, facts.area), 3)]
    assert facts.type


@pytest.mark.parametrize("wrong", [RuntimeError("down"), None, 7, ["text"]], ids=repr)
def test_a_source_that_fails_is_logged_by_name_and_hides_no_other(
    opener: Opener, wrong: object, caplog: pytest.LogCaptureFixture
) -> None:
    with opened_with(opener, broken=Source(wrong), wiki=Source([FOUND])) as desk:
        id = received(desk).id
        assert desk.answers(id) == {"wiki": (FOUND,)}
        assert desk.get(id).version == 1
    assert "plugin broken failed in suggest: " in caplog.text
    assert "付" not in caplog.text


def test_a_source_that_says_too_much_is_cut_short(opener: Opener) -> None:
    with opened_with(opener, wiki=Source([FOUND] * 9)) as desk:
        assert desk.answers(received(desk).id, 2) == {"wiki": (FOUND, FOUND)}


def test_asking_about_nothing_or_for_nothing_is_an_error(opener: Opener) -> None:
    with opened_with(opener) as desk:
        with pytest.raises(NotFound):
            desk.answers("C-none")
        with pytest.raises(InvalidInput, match="limit: found 0, expected at least 1"):
            desk.answers(received(desk).id, 0)


def test_our_own_index_is_a_plugin_like_any_other(opener: Opener) -> None:
    index = AnswerIndex(name="house")
    index.replace("folder", [Article("refund.md", "付了两次款", "原路退回")])
    with opener(plugins=[index]) as desk:
        (answer,) = desk.answers(received(desk).id)["house"]
        assert (answer.ref, answer.why) == ("refund.md", ("付了两次款",))
        (loaded,) = [one for one in desk.plugins.loaded if one.name == "house"]
    assert loaded.source == "complaintflow.knowledge.index:AnswerIndex"
    assert loaded.brings == {"knowledge": ("house",), "observers": ("AnswerIndex",)}  # it learns what is archived
