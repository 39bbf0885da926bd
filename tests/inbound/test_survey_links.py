"""R36: a link of the closing message takes the customer's rating, once, for this round, also after the archive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from complaintflow import DefinitionError, Refused, commands as c
from complaintflow.inbound import ConfirmLinks
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
