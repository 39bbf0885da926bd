"""R45: what was found out once is not found out twice; and no page becomes an answer without a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from complaintflow import Actor, Desk, InvalidInput
from complaintflow.knowledge import AnswerIndex, AnswerProposals
from complaintflow.plugins import Question
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.knowledge.test_articles import SECRETS, archived


@pytest.fixture
def proposals(tmp_path: Path) -> AnswerProposals:
    return AnswerProposals(tmp_path / "proposed", tmp_path / "answers")


@pytest.fixture
def desk(proposals: AnswerProposals) -> Desk:
    return Desk.open("memory://", clock=FrozenClock(), plugins=[proposals])


def test_an_archived_complaint_with_a_new_cause_proposes_question_answer_and_source(
    desk: Desk, proposals: AnswerProposals
) -> None:
    complaint = archived(desk)
    (page,) = proposals.waiting()
    assert "paid twice for" in page.title
    assert "第二笔款已退回卡号" in page.text
    assert page.text.splitlines()[-2:] == [f"来源：{complaint.id}", "原因：process gap-retry"]
    assert not any(secret in f"{page.title}{page.text}" for secret in SECRETS)


def test_a_cause_that_waits_is_not_proposed_again(desk: Desk, proposals: AnswerProposals) -> None:
    archived(desk)
    archived(desk)
    assert len(proposals.waiting()) == 1


def test_what_a_person_accepts_is_found_as_an_answer_and_not_proposed_again(
    desk: Desk, proposals: AnswerProposals, tmp_path: Path
) -> None:
    archived(desk)
    index = AnswerIndex()
    (tmp_path / "answers").mkdir()
    index.index_folder(tmp_path / "answers")
    assert index.suggest(Question("重复扣款", "zh"), 5) == ()
    proposals.accept(proposals.waiting()[0].ref, by=s.LI)
    index.index_folder(tmp_path / "answers")
    assert index.suggest(Question("重复扣款", "zh"), 5)
    archived(desk)
    assert proposals.waiting() == ()


def test_what_a_person_refuses_is_no_answer_and_not_proposed_again(
    desk: Desk, proposals: AnswerProposals, tmp_path: Path
) -> None:
    archived(desk)
    kept = proposals.refuse(proposals.waiting()[0].ref, by=s.LI)
    assert kept.parent.name == "refused"
    archived(desk)
    assert proposals.waiting() == ()
    assert not (tmp_path / "answers").exists()


def test_a_page_of_the_house_that_names_the_cause_is_answer_enough(
    desk: Desk, proposals: AnswerProposals, tmp_path: Path
) -> None:
    (tmp_path / "answers").mkdir()
    (tmp_path / "answers" / "twice.en.md").write_text("# Twice\n\nWe send it back.\n\nCause: Process Gap-Retry\n")
    archived(desk)
    assert proposals.waiting() == ()


def test_only_a_person_of_the_house_decides_and_only_what_waits(desk: Desk, proposals: AnswerProposals) -> None:
    archived(desk)
    ref = proposals.waiting()[0].ref
    for who in (s.CUSTOMER, Actor.system(), Actor("u-9", {"guest"}), s.ENGINEER):
        with pytest.raises(InvalidInput, match="a member of staff"):
            proposals.accept(ref, by=who)
    for strange in ("../answers/x.md", "", "nothing.md"):
        with pytest.raises(InvalidInput, match="a proposal that waits"):
            proposals.refuse(strange, by=s.LI)


def test_a_complaint_that_told_nothing_proposes_nothing(desk: Desk, proposals: AnswerProposals) -> None:
    complaint = desk.get(archived(desk).id)
    assert not proposals.propose(complaint)
    assert not proposals.propose(type(complaint).blank("C-1"))
