"""R36: a link of the closing message takes the customer's rating, once, for this round, also after the archive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from complaintflow import DefinitionError, Policy, Refused, commands as c
from complaintflow.inbound import ConfirmLinks
from complaintflow.plugins import CustomerMessage
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s
from tests.inbound.fixtures import ID, LINKS, SECRET, DeskInUse, told
from tests.stores.desks import at_desk

RATING = ConfirmLinks("https://help.example.com/word", SECRET, survey_page="https://help.example.com/rate?shop=1")


@pytest.fixture
def rated() -> Iterator[DeskInUse]:
    """A complaint that was closed, and whose customer has the closing message."""
    with told(linker=RATING) as one:
        one.desk.accept_link(one.token())
        at_desk(one.desk, ID, c.Close())
        one.desk.deliver()
        yield one


def archive(one: DeskInUse) -> None:
    one.desk.deliver()
    for message in sorted(one.complaint.facts.open_messages):
        one.desk.do(ID, s.receipt(message), by=s.SYSTEM)
    one.desk.do(ID, s.LABEL, c.Archive(), by=s.LI)


def test_the_closing_message_has_a_link_to_one_question_and_a_scale(rated: DeskInUse) -> None:
    [message] = [one for one in rated.channel.to_customers if one.kind == "Close"]
    assert list(message.links) == ["survey"]
    assert message.links["survey"].startswith("https://help.example.com/rate?shop=1&token=v1.")
    complaint = rated.desk.accept_survey(rated.token("survey"), 5, 9, "thank you")
    last = rated.desk.history(ID)[-1]
    assert (complaint.facts.surveyed, last.kind, last.by) == (True, "Survey", "u-17")
    assert (last.data["csat"], last.data["nps"]) == (5, 9)


def test_a_second_click_gives_the_first_result_and_another_rating_is_refused(rated: DeskInUse) -> None:
    token = rated.token("survey")
    first = rated.desk.accept_survey(token, 5)
    assert rated.desk.accept_survey(token, 5).version == first.version
    assert rated.kinds().count("Survey") == 1


def test_a_rating_reaches_an_archived_complaint(rated: DeskInUse) -> None:
    """Some read their mail a week later."""
    token = rated.token("survey")
    archive(rated)
    complaint = rated.desk.accept_survey(token, 4, comment="thank you")
    assert (complaint.state, complaint.facts.surveyed) == ("archived", True)
    assert rated.desk.check_integrity(ID).breaches == ()


def test_what_wants_an_answer_after_the_archive_is_a_new_complaint(rated: DeskInUse) -> None:
    """Else nobody reads it."""
    token = rated.token("survey")
    archive(rated)
    rated.desk.accept_survey(token, 1, comment="the money is not back, where is it?")
    _, follow_up = rated.desk.find().complaints
    assert (follow_up.facts.follows, follow_up.description) == (ID, "the money is not back, where is it?")
    assert follow_up.awaiting_reply or follow_up.state == "received"
    assert "comment" not in rated.desk.history(ID)[-1].data


def thanks(one: DeskInUse) -> list[CustomerMessage]:
    """The letters that thank for a rating, after all has gone out."""
    one.desk.deliver()
    return [message for message in one.channel.to_customers if message.kind == "Survey"]


def test_who_rated_is_thanked_once_in_their_language_and_asked_nothing(rated: DeskInUse) -> None:
    token = rated.token("survey")
    for _ in range(2):
        rated.desk.accept_survey(token, 5)
    [letter] = thanks(rated)
    assert (letter.text, letter.language, dict(letter.links)) == ("感谢您抽时间评价本次处理。", "zh", {})
    assert rated.desk.check_integrity(ID).breaches == ()


@pytest.mark.parametrize(
    ("csat", "comment", "sorry", "looked_at"),
    [
        (5, "", False, False),
        (5, "thank you", False, False),
        (5, "could you look at order B as well?", False, True),
        (2, "", True, False),
        (2, "never again", True, True),
    ],
)
def test_only_a_low_rating_gets_an_apology_and_only_what_awaits_us_is_said_to_be_looked_at(
    rated: DeskInUse, csat: int, comment: str, sorry: bool, looked_at: bool
) -> None:
    """R20: a letter says nothing that is not so."""
    rated.desk.accept_survey(rated.token("survey"), csat, comment=comment)
    [letter] = thanks(rated)
    assert (letter.fields["sorry"], letter.fields["looked_at"]) == (sorry, looked_at)
    assert ("很抱歉" in letter.text, "我们的员工" in letter.text) == (sorry, looked_at)
    assert bool(rated.complaint.awaiting_reply) == looked_at


def test_a_rating_of_an_archived_complaint_is_thanked_and_changes_nothing_else_of_it(rated: DeskInUse) -> None:
    """R37: the receipt of the letter is on no record, and its comment is a complaint of its own, acknowledged there."""
    token = rated.token("survey")
    archive(rated)
    before = rated.complaint.version
    rated.desk.accept_survey(token, 1, comment="the money is not back, where is it?")
    [letter] = thanks(rated)
    assert letter.text == "感谢您抽时间评价本次处理。\n很抱歉这次没有让您满意。"
    assert rated.complaint.version == before + 1
    assert rated.desk.check_integrity().breaches == ()


def test_the_archive_does_not_wait_for_thanks_and_what_came_back_is_nobodys_task(rated: DeskInUse) -> None:
    rated.desk.accept_survey(rated.token("survey"), 5)
    tasks, letter = rated.complaint.facts.open_tasks, f"M{rated.complaint.facts.messages}"
    rated.desk.do(ID, s.receipt(letter, ReceiptStatus.FAILED), by=s.SYSTEM)
    assert rated.complaint.facts.open_tasks == tasks
    archive(rated)
    assert rated.complaint.state == "archived"


def test_staff_in_any_role_record_a_rating_that_they_heard(rated: DeskInUse) -> None:
    """R18a: they write none of the words that thank for it."""
    rated.desk.do(ID, c.Survey(4, said=s.HEARD), by=s.ENGINEER)
    assert len(thanks(rated)) == 1


def test_a_house_may_thank_nobody() -> None:
    policy = Policy.from_toml("[sending]\nthank_for_rating = false")
    with told(linker=RATING, policy=policy) as one:
        one.desk.accept_link(one.token())
        at_desk(one.desk, ID, c.Close())
        one.desk.deliver()
        assert one.desk.accept_survey(one.token("survey"), 5).facts.surveyed
        assert thanks(one) == []


def test_nobody_is_thanked_for_a_rating_of_what_was_erased(rated: DeskInUse) -> None:
    rated.desk.deliver()
    for message in sorted(rated.complaint.facts.open_messages):
        rated.desk.do(ID, s.receipt(message), by=s.SYSTEM)
    rated.desk.erase("u-17", by=s.LEAD, reason="asked to")
    messages = rated.complaint.facts.messages
    rated.desk.do(ID, c.Survey(5), by=s.CUSTOMER)
    assert rated.complaint.facts.messages == messages


def test_a_link_of_an_earlier_round_counts_for_nothing(rated: DeskInUse) -> None:
    token = rated.token("survey")
    rated.desk.do(ID, c.Reopen("it is back"), by=s.CUSTOMER)
    with pytest.raises(Refused) as refused:
        rated.desk.accept_survey(token, 5)
    assert [one.rule for one in refused.value.refusals] == ["link-current"]


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        ({"token": "v1.x.y"}, "link-genuine"),
        ({"customer": "u-99"}, "link-of-this-customer"),
        ({"later": 15}, "link-in-time"),
    ],
)
def test_what_counts_for_nothing(rated: DeskInUse, given: dict[str, object], rule: str) -> None:
    rated.clock.later(days=float(str(given.get("later", 0))))
    token, customer = str(given.get("token", rated.token("survey"))), str(given.get("customer", ""))
    with pytest.raises(Refused) as refused:
        rated.desk.accept_survey(token, 5, customer=customer)
    assert [one.rule for one in refused.value.refusals] == [rule]


def test_a_token_of_one_kind_is_none_of_the_other(rated: DeskInUse) -> None:
    """Who may rate has not confirmed."""
    with pytest.raises(Refused):
        rated.desk.accept_link(rated.token("survey"))
    with pytest.raises(Refused):
        rated.desk.accept_survey(rated.token("confirm", 0), 5)


def test_without_a_page_for_surveys_there_is_no_link(rated: DeskInUse) -> None:
    with told() as one:
        one.desk.accept_link(one.token())
        at_desk(one.desk, ID, c.Close())
        one.desk.deliver()
        assert [message.links for message in one.channel.to_customers if message.kind == "Close"] == [{}]
    with pytest.raises(DefinitionError):
        ConfirmLinks("https://help.example.com/word", SECRET, timedelta(days=1), "rate us")
    assert LINKS.survey_page == ""
