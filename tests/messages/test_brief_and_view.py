"""R18 and R19, part by part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from complaintflow import Customer, Desk, Policy, Said, commands as c
from complaintflow.intakes.rules import RULES
from complaintflow.messages import brief, compose, customer_view
from complaintflow.messages.brief import _PROGRESS
from complaintflow.messages.words import HAZARD, STATUS_FOR_STAFF, STEP, remedy, when, word
from complaintflow.plugins import CustomerMessage
from complaintflow.record.complaint import Complaint
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Audience, Remedy, language_of
from tests import stories as s
from tests.stores.desks import at_desk, received, told


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def desk(clock: FrozenClock) -> Iterator[Desk]:
    with Desk.open("memory://", policy=s.CHINA, clock=clock) as desk:
        yield desk


def lines(text: str) -> dict[str, str]:
    """The named lines of a page."""
    parts = (re.split(r"：|: ", line, maxsplit=1) for line in text.splitlines())
    return {part[0]: part[1] for part in parts if len(part) == 2}


# ── the brief


def test_its_name_begins_with_what_it_is(desk: Desk) -> None:
    """R18: 【投诉】, or 【紧急】 from grade A up; in English [Complaint] and [Urgent]."""
    id = received(desk, shop="北店").id
    assert desk.brief(id).splitlines()[0] == f"【投诉】未分类-未知-未定级 北店 {id}"
    for grade, name, chinese in (
        ("C", "[Complaint] ", "【投诉】"),
        ("B", "[Complaint] ", "【投诉】"),
        ("A", "[Urgent] ", "【紧急】"),
        ("E", "[Urgent] ", "【紧急】"),
    ):
        id = at_desk(desk, received(desk).id, s.triage(), s.regrade(grade, "as it is"), by=s.LEAD).id
        assert desk.brief(id, "en").startswith(name)
        assert desk.brief(id).startswith(chinese)


def test_it_names_the_shop_and_the_customers_others(desk: Desk) -> None:
    """R18: each once, not this one, nobody else's."""
    id = received(desk, shop="北店").id
    for shop in ("南店", "南店", "北店", "", "东店"):
        received(desk, shop=shop)
    received(desk, shop="别人的店", customer=Customer("u-99"))
    page = lines(desk.brief(id))
    assert (page["店铺"], page["该客户还有其他店铺"]) == ("北店", "东店；南店")
    alone = received(desk, customer=Customer("u-50")).id
    assert lines(desk.brief(alone, "en"))["The customer has other shops"] == "none"


def test_it_says_what_blocks_and_which_help_is_needed_until_it_is_gone(desk: Desk) -> None:
    id = at_desk(desk, received(desk).id, c.Block("the bank", "a contact"), c.Block("the till", "a technician")).id
    page = lines(desk.brief(id, "en"))
    assert (page["What blocks"], page["Help needed"]) == ("the bank; the till", "a contact; a technician")
    at_desk(desk, id, c.Unblock("it answered", "B1"))
    page = lines(desk.brief(id, "en"))
    assert (page["What blocks"], page["Help needed"]) == ("the till", "a technician")


def test_it_brings_the_customers_own_words_the_latest_five(desk: Desk) -> None:
    """R14, S0: 客户原声, not our reading of it."""
    id = received(desk).id
    for number in range(7):
        at_desk(desk, id, c.Hear(Said(f"第{number}次问")), by=s.CUSTOMER)
    assert lines(desk.brief(id))["客户原声"] == "；".join(f"「第{number}次问」" for number in range(2, 7))


def test_demand_is_what_was_desired_and_the_last_core_demand(desk: Desk) -> None:
    id = received(desk, desired="退款").id
    at_desk(desk, id, s.triage(), c.AddEvidence("log", "a", "b"), c.CheckEvidence("E1", "ok"), s.propose())
    at_desk(desk, id, c.Object("今天要到钱", s.HEARD), by=s.CUSTOMER)
    assert lines(desk.brief(id))["诉求"] == "退款；今天要到钱"


def test_owner_grade_and_promise_stand_there(desk: Desk) -> None:
    id = at_desk(desk, received(desk).id, s.triage(), c.Assign("li")).id
    page = lines(desk.brief(id, "en"))
    assert (page["Owner"], page["Grade"], page["Status"]) == ("li; payments", "B (1440 min)", "being looked into")


def test_a_time_that_is_none_stands_as_it_was_said(desk: Desk) -> None:
    """R3: "Friday" is an answer, too."""
    id = received(desk, needed_by=s.T0 + timedelta(days=1)).id
    assert lines(desk.brief(id, "en"))["Needed by"] == "2026-03-03 09:00 UTC"
    for said in ("Friday", "2026-03-06", "2026-03-06T09:00:00"):
        at_desk(desk, id, c.Answer({"needed_by": said}), by=s.CUSTOMER)
        assert lines(desk.brief(id, "en"))["Needed by"] == said


def test_a_brief_of_a_blank_complaint_is_a_page_all_the_same() -> None:
    text = brief(Complaint.blank("C-1"), "en", Policy())
    assert text.startswith("[Complaint] unknown-unknown-ungraded C-1")
    assert lines(text)["Status"] == "new"


# ── the customer's view


def test_it_says_where_it_stands_and_when_news_comes(desk: Desk, clock: FrozenClock) -> None:
    """R19, R2: at any time."""
    id = received(desk).id
    view = desk.customer_view(id)
    assert (view.status, view.received, view.next_at, view.told) == ("已记录", "2026-03-02 09:00 UTC", "", ())
    at_desk(desk, id, c.Acknowledge("您的投诉我们记下了", s.T0 + timedelta(hours=2)))
    clock.later(hours=1)
    at_desk(desk, id, s.triage(), c.Update(Audience.TEAM, done="internal words", next_at=s.LATER))
    view = desk.customer_view(id)
    assert (view.status, view.next_at, len(view.told)) == ("已分派处理", "2026-03-02 11:00 UTC", 1)
    assert "internal" not in str(view)


def test_it_asks_only_for_what_is_still_waited_for(desk: Desk) -> None:
    """R3."""
    id = received(desk).id
    at_desk(desk, id, c.AskCustomer({"order": "订单号?", "device": "什么设备?"}), c.AskCustomer({"os": "系统版本?"}))
    at_desk(desk, id, s.triage(), s.refer())
    assert desk.customer_view(id).waiting_for_you == ("什么设备?", "订单号?", "系统版本?")
    at_desk(desk, id, c.Answer({"device": "手机"}), by=s.CUSTOMER)
    view = desk.customer_view(id)
    assert view.waiting_for_you == ("订单号?", "系统版本?")
    assert str(view).count("等待您的回复：") == 2


def test_it_is_in_the_customers_language_unless_another_is_named(desk: Desk) -> None:
    id = received(desk, customer=Customer("u-17", language="en")).id
    assert desk.customer_view(id).status == "recorded"
    assert desk.customer_view(id, "zh").status == "已记录"


def test_once_it_is_over_no_news_is_promised(desk: Desk) -> None:
    """What was promised while it was open is not said of what is closed."""
    id = told(desk).id
    desk.do(id, s.receipt(desk.get(id).cycle.notice), by=s.SYSTEM)
    assert desk.customer_view(id).next_at == "2027-03-02 09:00 UTC"
    at_desk(desk, id, s.CONFIRM, by=s.CUSTOMER)
    at_desk(desk, id, c.Close())
    assert (desk.customer_view(id).status, desk.customer_view(id).next_at) == ("已结案", "")


def test_it_shows_no_letter_that_was_never_sent_and_no_time_that_it_named(desk: Desk) -> None:
    """R16, R19: what the outbox dropped told nobody anything, as for the clocks."""
    id = at_desk(desk, received(desk).id, s.triage(), s.update(done="the refund is on its way", next_at=s.LATER)).id
    assert "the refund is on its way" in desk.customer_view(id).told[-1]
    desk.do(id, c.Receipt("M1", "dropped", detail="overtaken by M2"), by=s.SYSTEM)
    assert (desk.customer_view(id).told, desk.customer_view(id).next_at) == ((), "")


def test_a_view_of_nothing_is_blank() -> None:
    view = customer_view(Complaint.blank("C-1"), (), "en")
    assert (view.status, view.received, view.description) == ("new", "", "")


# ── messages


def test_what_sends_nothing_makes_no_message(desk: Desk) -> None:
    id = at_desk(desk, received(desk).id, s.triage(), c.Note("internal"), c.Assign("li")).id
    assert [compose(desk.get(id), event) for event in desk.history(id)] == [None] * 4


def test_a_command_of_another_house_is_said_by_its_own_message() -> None:
    """A custom command that speaks is not lost: its `message` is the text."""
    from complaintflow.record.complaint import Event, encode_json

    complaint = Complaint.blank("C-1")
    event = Event(1, s.T0, "li", "Congratulate", encode_json({"message": "生日快乐"}), "received", {"messages": 1})
    message = compose(complaint, event)
    assert isinstance(message, CustomerMessage)
    assert (message.kind, message.text, message.key) == ("Congratulate", "生日快乐", "C-1/1/0/M1")


@pytest.mark.parametrize(
    ("wanted", "found"), [("zh", "zh"), ("zh-CN", "zh"), ("ZH_hans", "zh"), ("en-GB", "en"), ("fr", "en"), ("", "en")]
)
def test_a_language_without_words_is_english(wanted: str, found: str) -> None:
    assert language_of(wanted) == found


def test_every_remedy_has_a_name_in_both_languages() -> None:
    for one in Remedy:
        assert remedy(one, "zh") != one
        assert remedy(one, "en") == one.replace("_", " ")
    assert remedy("a bouquet", "zh") == "a bouquet"


def test_every_step_of_a_brief_and_every_hazard_of_the_classifier_has_a_name() -> None:
    """Nobody reads the name of a command."""
    assert set(STEP) == set(_PROGRESS)
    assert set(HAZARD) == {rule.hazard for rule in RULES if rule.hazard}


def test_our_own_people_are_not_addressed_as_the_customer() -> None:
    assert [zh for zh, en in STATUS_FOR_STAFF.values() if "您" in zh or "you" in en] == []


def test_a_name_without_words_stands_for_itself() -> None:
    assert word("on the moon", "zh") == word("on the moon", "en") == "on the moon"


def test_a_time_is_told_in_utc() -> None:
    assert when("2026-03-02T10:30:00+08:00") == when(s.T0 - timedelta(hours=6, minutes=30)) == "2026-03-02 02:30 UTC"


# ── R32: the page shows no notice that was not sent, that came back, or whose proof fell


def notified(desk: Desk) -> tuple[str, str]:
    """With a notice that reached the customer, and its name."""
    id = told(desk).id
    notice = desk.get(id).cycle.notice
    desk.do(id, s.receipt(notice), by=s.SYSTEM)
    return id, notice


def shows_notice(desk: Desk, id: str) -> bool:
    view = desk.customer_view(id)
    return any("我们的判断" in text and "请确认" in text for text in view.told) or view.fields["status"] == WAITING


WAITING = "awaiting_confirmation"


def test_a_notice_that_arrived_stands_on_the_page(desk: Desk) -> None:
    id, _ = notified(desk)
    assert shows_notice(desk, id)


def test_a_notice_that_was_never_sent_is_not_on_the_page(desk: Desk) -> None:
    """Trial 6: the customer would read that it is solved from a message that nobody sent."""
    id = told(desk).id
    assert not shows_notice(desk, id)
    desk.deliver()  # to the log, which reaches nobody
    assert not shows_notice(desk, id)


@pytest.mark.parametrize(
    "falls", [s.FAILED, c.Mitigate("a second gateway"), c.Resolve("mended once more", s.OWN)], ids=repr
)
def test_a_notice_whose_proof_fell_is_not_on_the_page(desk: Desk, falls: c.Command) -> None:
    """Trial 6: nor is the customer asked to confirm it."""
    id, _ = notified(desk)
    desk.do(id, falls, by=s.WANG)
    assert not shows_notice(desk, id)
    assert desk.customer_view(id).next_at != "2027-03-02 09:00 UTC"


def test_a_notice_that_came_back_is_not_on_the_page(desk: Desk) -> None:
    id, notice = notified(desk)
    desk.do(id, s.receipt(notice, "failed"), by=s.SYSTEM)
    assert not shows_notice(desk, id)


def test_a_closing_that_was_undone_is_not_on_the_page(desk: Desk, clock: FrozenClock) -> None:
    id, notice = notified(desk)
    clock.later(days=3)
    desk.do(id, c.Close(), by=s.SYSTEM)
    assert "已结案" in desk.customer_view(id).told[-1]
    desk.do(id, s.receipt(notice, "failed"), by=s.SYSTEM)
    assert not any("已结案" in text for text in desk.customer_view(id).told)


def test_the_page_of_a_merged_complaint_shows_what_its_target_shows(desk: Desk) -> None:
    """Trial 17: it showed a status and nothing more."""
    id, target = received(desk).id, received(desk, order="B-2").id
    at_desk(desk, target, s.triage(), c.AskCustomer({"card": "请问您用哪张卡付的款?"}))
    at_desk(desk, id, s.acknowledge(), c.Merge(target))
    view, theirs = desk.customer_view(id), desk.customer_view(target)
    assert (view.id, view.waiting_for_you, view.next_at) == (id, theirs.waiting_for_you, theirs.next_at)
    assert view.told == (*view.told[:1], *theirs.told)
    assert theirs.status in view.status
    assert view.fields["status"] == theirs.fields["status"]
