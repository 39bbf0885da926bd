"""What comes in becomes the customer's word, a note or a receipt; all else is only suggested."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import event, given, settings, strategies as st

from complaintflow import Attachment, Customer, Policy, commands as c
from complaintflow.inbound import Bounce, Disposition, Heard, Reply
from complaintflow.values import Contact
from complaintflow.vocabulary import Ground
from tests import stories as s
from tests.inbound.fixtures import CUSTOMER, ID, DeskInUse, closed, mail, open_desk, opened, own_words, reply, told
from tests.stores.desks import at_desk, received

KEY = f"{ID}/1/1/M2"


def suggested(heard: Heard) -> list[str]:
    return [type(one.command).__name__ for one in heard.suggestions]


def asked(one: DeskInUse, **questions: str) -> None:
    at_desk(one.desk, ID, c.AskCustomer(questions))


def test_a_customers_reply_is_their_word_on_record() -> None:
    came = mail("iphone_zh")
    assert isinstance(came, Reply)
    with told() as one:
        heard = one.desk.hear(came)
        last = one.desk.history(ID)[-1]
    assert (heard.disposition, heard.complaint, heard.recorded) == (Disposition.HEARD, ID, True)
    assert (last.kind, last.by, last.state) == ("Hear", "u-17", "awaiting_confirmation")
    said = {"text": "第二笔还没到账，麻烦再查一下。", "via": "email", "ref": "<A1B2C3@example.com>", "heard_by": ""}
    assert last.data == {"said": said, "left_out": len(came.quoted)}


@pytest.mark.parametrize("url", ["memory://", "sqlite:///desk.db"])
def test_the_same_mail_twice_is_heard_once(url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_desk(url) as one:
        received(one.desk, customer=CUSTOMER)
        first = one.desk.hear(mail("iphone_zh"))
        one.clock.later(hours=1)
        assert one.desk.hear(mail("iphone_zh")) == first
        assert one.kinds() == ["Receive", "Hear"]


def test_another_text_under_the_same_id_is_heard_too() -> None:
    with opened() as one:
        one.desk.hear(reply("还没到账"))
        one.desk.hear(reply("还没到账!"))
        assert one.kinds() == ["Receive", "Hear", "Hear"]


def test_what_was_suggested_a_person_accepts_as_it_stands() -> None:
    with told() as one:
        heard = one.desk.hear(mail("iphone_zh"))
        assert suggested(heard) == ["Dispute"]
        complaint = one.desk.do(ID, heard.suggestions[0].command, by=s.LI)
    assert (complaint.state, complaint.cycle.number) == ("investigating", 2)


def test_a_confirmation_is_suggested_and_does_not_confirm() -> None:
    with told() as one:
        heard = one.desk.hear(mail("qq_gbk"))
        assert not one.complaint.cycle.confirmed
        assert suggested(heard) == ["Confirm"]
        assert heard.suggestions[0].why == "'收到了': solved"
        assert one.desk.do(ID, heard.suggestions[0].command, by=s.LI).cycle.confirmed


def test_staff_see_that_something_was_left_out_and_of_which_mail() -> None:
    with told() as one:
        one.desk.hear(reply("还没到账", quoted="您好，已经解决。"))
        one.desk.hear(reply("没到", ref="<2@example.com>", address="stranger@example.net", quoted="> 已解决"))
        heard, noted = one.desk.history(ID)[-2:]
    assert (heard.data["left_out"], heard.data["said"]["ref"]) == (8, "<1@example.com>")
    assert "已经解决" not in str(heard.data)
    assert "<2@example.com>" in noted.data["text"]
    assert "5 characters that quote or sign are left out" in noted.data["text"]
    assert "已解决" not in noted.data["text"]


def test_staff_see_that_a_new_complaint_leaves_something_out() -> None:
    with told() as one:
        archived(one)
        followed = one.desk.hear(reply("又扣了一次款", quoted="> 已解决"))
        data = one.desk.history(followed.complaint)[0].data
        assert data["snapshot"] == {"mail": "<1@example.com>", "left_out": "5 characters"}
        assert data["description"] == "又扣了一次款"
        [new] = one.desk.hear(reply("付了两次", complaint="", address="new@example.com", quoted="> x")).suggestions
        assert new.command.data()["snapshot"] == {"mail": "<1@example.com>", "left_out": "3 characters"}


def test_a_letter_that_was_passed_on_is_evidence_and_nobodys_word() -> None:
    letter = Attachment("mid:1@example.com/letter-1", "text/plain", 30, "sha256:1")
    with told() as one:
        heard = one.desk.hear(reply("", attachments=[letter]))
        assert one.desk.history(ID)[-1].data["said"]["text"] == "[without words]\nmid:1@example.com/letter-1"
        assert suggested(heard) == ["AddEvidence"]


@pytest.mark.parametrize("text", ["谢谢", "Thanks!", "好的,收到"])
def test_thanks_neither_confirm_nor_bar_silent_closure(text: str) -> None:
    with told() as one:
        heard = one.desk.hear(reply(text))
        assert (heard.disposition, heard.suggestions) == (Disposition.HEARD, ())
        assert one.desk.history(ID)[-1].data["request"] is False
        assert not one.complaint.cycle.requested
        one.clock.later(hours=73)
        assert one.desk.do(ID, c.Close(), by=s.LI).facts.ground == Ground.SILENT


@pytest.mark.parametrize(
    "text",
    ["> 已解决", "> It works now\n> Yes", "------------------ 原始邮件 ------------------\n发件人: 客服\n已经收到退款"],
)
def test_our_own_words_quoted_below_an_empty_answer_suggest_nothing(text: str) -> None:
    """They are on record, and a person looks."""
    with told() as one:
        heard = one.desk.hear(reply(own_words(text)))
        assert (heard.disposition, heard.suggestions) == (Disposition.HEARD, ())
        assert one.complaint.state == "awaiting_confirmation"


def test_thanks_that_name_no_complaint_are_no_new_one() -> None:
    with open_desk() as one:
        assert one.desk.hear(reply("谢谢", address="new@example.com")).suggestions == ()


def test_a_request_bars_silent_closure() -> None:
    with told() as one:
        one.desk.hear(reply("发票呢?"))
        assert one.complaint.cycle.requested


def test_a_reply_to_a_closed_complaint_suggests_to_reopen_and_does_not() -> None:
    with told() as one:
        closed(one)
        heard = one.desk.hear(reply("又扣了一次"))
        assert one.complaint.state == "closed"
        assert suggested(heard) == ["Reopen"]
        assert one.desk.do(ID, heard.suggestions[0].command, by=s.LI).state == "investigating"


@pytest.mark.parametrize("text", ["谢谢", "已经解决了,谢谢", "Thanks, it works now"])
def test_a_content_reply_to_a_closed_complaint_suggests_nothing(text: str) -> None:
    with told() as one:
        closed(one)
        assert one.desk.hear(reply(text)).suggestions == ()


def test_a_declined_customer_who_does_not_accept_disputes() -> None:
    with opened() as one:
        at_desk(one.desk, ID, c.Decline("不是我们的订单", "12315", "lead wu"))
        assert suggested(one.desk.hear(reply("我不接受"))) == ["Dispute"]


def test_the_answer_to_one_question_is_the_whole_text() -> None:
    with opened() as one:
        asked(one, device="什么手机?")
        heard = one.desk.hear(reply("华为 P60"))
        assert suggested(heard) == ["Answer"]
        assert one.desk.do(ID, heard.suggestions[0].command, by=s.LI).intake["device"] == "华为 P60"


@pytest.mark.parametrize("text", ["1. 3 月 2 日\n2. 华为", "1、3 月 2 日\n 2、华为", "(1) 3 月 2 日\n\n(2) 华为\n谢谢"])
def test_numbered_answers_go_to_their_questions(text: str) -> None:
    with opened() as one:
        asked(one, bought="什么时候买的?", device="什么手机?")
        [found] = one.desk.hear(reply(text)).suggestions
        assert isinstance(found.command, c.Answer)
        assert dict(found.command.answers) == {"bought": "3 月 2 日", "device": "华为"}


def test_of_several_questions_a_person_says_what_answers_which() -> None:
    with opened() as one:
        asked(one, bought="什么时候买的?", device="什么手机?")
        [found] = one.desk.hear(reply("3 月买的华为")).suggestions
        assert found.why == "2 questions are open: say what answers which"


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("u17@example.com", True),
        ("U17@EXAMPLE.COM", True),
        (" u17@example.com", True),
        ("thief@example.com", False),
        ("", False),
        ("u17@example.com.evil.net", False),
        ("13800000000", False),
        ("\N{KELVIN SIGN}17@example.com", False),
    ],
)
def test_only_one_of_the_customers_contacts_speaks_for_the_customer(address: str, known: bool) -> None:
    with opened() as one:
        heard = one.desk.hear(reply(address=address))
        assert heard.disposition == (Disposition.HEARD if known else Disposition.NOTED)
        assert one.desk.history(ID)[-1].kind == ("Hear" if known else "Note")


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("+8613800000000", True),
        ("+86 (138) 0000-0000", True),
        ("8613800000000", True),
        ("008613800000000", True),
        ("13800000000", True),
        ("+4913800000000", False),
        ("u17@example.com", False),
    ],
)
@pytest.mark.parametrize("channel", ["sms", "phone", "whatsapp"])
def test_an_answer_by_telephone_is_the_customers_however_the_gateway_writes_the_number(
    address: str, known: bool, channel: str
) -> None:
    with opened() as one:
        heard = one.desk.hear(reply(address=address, channel=channel))
        assert heard.disposition == (Disposition.HEARD if known else Disposition.NOTED)


@pytest.mark.parametrize("channel", ["chat", "app", "social", "web", "message", "sms", "telegram"])
def test_who_takes_a_customers_email_for_a_nickname_is_not_heard_as_that_customer(channel: str) -> None:
    with opened() as one:
        assert one.desk.hear(reply(channel=channel)).disposition is Disposition.NOTED


@pytest.mark.parametrize("channel", ["chat", "app", "email", "telegram"])
def test_who_takes_a_customers_number_for_a_nickname_is_not_heard_as_that_customer(channel: str) -> None:
    with opened() as one:
        assert one.desk.hear(reply(channel=channel, address="+8613800000000")).disposition is Disposition.NOTED


@pytest.mark.parametrize(
    ("nickname", "known"), [("Li_88", True), ("li_88", False), ("86Li_88", False), ("Li_88@example.com", False)]
)
def test_a_name_in_a_chat_is_the_customers_letter_by_letter(nickname: str, known: bool) -> None:
    with open_desk() as one:
        received(one.desk, customer=Customer("u-17", contact={"wechat": "Li_88", "email": "li@example.com"}))
        heard = one.desk.hear(reply(channel="wechat", address=nickname))
        assert heard.disposition == (Disposition.HEARD if known else Disposition.NOTED)


def test_a_number_that_names_somebody_in_a_chat_is_no_telephone() -> None:
    with open_desk() as one:
        received(one.desk, customer=Customer("u-17", contact={"telegram": "13800000000"}))
        assert one.desk.hear(reply(channel="sms", address="13800000000")).disposition is Disposition.NOTED
        assert one.desk.hear(reply(channel="telegram", address="8613800000000")).disposition is Disposition.NOTED
        assert one.desk.hear(reply(channel="telegram", address="13800000000")).disposition is Disposition.HEARD


def test_a_house_says_of_its_own_channel_whose_addresses_it_has() -> None:
    policy = Policy.from_data({"channels": {"line": {"contact": "phone"}, "portal": {"contact": "email"}}})
    with open_desk(policy=policy) as one:
        received(one.desk, customer=CUSTOMER)
        assert one.desk.hear(reply(channel="line", address="13800000000")).disposition is Disposition.HEARD
        assert one.desk.hear(reply(channel="LINE", address="+8613800000000")).disposition is Disposition.HEARD
        assert one.desk.hear(reply(channel="portal")).disposition is Disposition.HEARD
        assert one.desk.hear(reply(channel="line")).disposition is Disposition.NOTED


def test_a_letter_that_only_folds_to_anothers_is_not_theirs() -> None:
    with open_desk() as one:
        received(one.desk, customer=Customer("k", contact={"email": "k@example.com"}))
        assert one.desk.hear(reply(address="\N{KELVIN SIGN}@example.com")).disposition is Disposition.NOTED


def test_a_stranger_is_noted_and_a_person_may_say_that_it_is_the_customer() -> None:
    with told() as one:
        heard = one.desk.hear(reply("已经解决了", address="wife@example.com"))
        note = one.desk.history(ID)[-1]
        assert note.by == "system"
        assert note.data["text"] == (
            "email <1@example.com> from wife@example.com (not one of the customer's contacts):\n已经解决了"
        )
        assert "已经解决了" not in str(one.desk.customer_view(ID))
        assert suggested(heard) == ["Hear"]
        one.desk.do(ID, heard.suggestions[0].command, by=s.LI)
        assert [type(found.command).__name__ for found in one.desk.suggestions(ID)] == ["Confirm"]


def test_a_contact_that_is_added_later_makes_the_same_mail_the_customers_word() -> None:
    with opened() as one:
        assert one.desk.hear(reply(address="new@example.com")).disposition is Disposition.NOTED
        at_desk(one.desk, ID, c.Correct({"contact.second": "new@example.com"}, "told by phone"))
        known = Contact("second", "new@example.com", verified=True)
        at_desk(one.desk, ID, c.Correct({}, "the code came back", contacts=[known]))
        one.clock.later(days=1)
        assert one.desk.hear(reply(address="new@example.com")).disposition is Disposition.HEARD


def test_an_automatic_answer_is_noted_sends_nothing_and_confirms_nothing() -> None:
    with told() as one:
        waiting = one.desk.deliver().waiting
        heard = one.desk.hear(mail("out_of_office"))
        assert (heard.disposition, one.desk.history(ID)[-1].kind) == (Disposition.NOTED, "Note")
        assert (one.desk.deliver().waiting, one.complaint.facts.open_messages) == (waiting, frozenset())


def test_an_out_of_office_answer_holds_up_nobody_and_is_kept() -> None:
    """No person has said anything: silence is silence, and staff may still take it for the customer's word."""
    with told() as one:
        heard = one.desk.hear(mail("out_of_office"))
        assert (one.complaint.facts.signs, one.desk.history(ID)[-1].kind) == ((), "Note")
        assert isinstance(heard.suggestions[0].command, c.Hear)
        one.clock.later(hours=73)
        one.desk.tick()
        assert one.complaint.state == "closed"


@pytest.mark.parametrize(
    "more", [{"text": "我在休假。还没到账"}, {"attachments": (Attachment("mid:1/2", "image/png"),)}]
)
def test_a_person_reads_an_automatic_answer_that_denies_or_shows_something(more: dict[str, Any]) -> None:
    with told() as one:
        one.desk.hear(reply(**{"text": "我在休假", "automatic": True, **more}))
        assert one.complaint.facts.signs


def test_an_out_of_office_answer_opens_no_complaint_after_the_archive() -> None:
    with told() as one:
        archived(one)
        heard = one.desk.hear(reply("我在休假", automatic=True))
        assert (heard.disposition, heard.recorded) == (Disposition.ENDED, False)


def test_a_bounce_is_a_failed_receipt_and_never_anybodys_word() -> None:
    with told() as one:
        bounce = Bounce("<b@mx>", KEY, "5.1.1")
        heard = one.desk.hear(bounce)
        last, *to_owner = one.desk.history(ID)[-3:]
        assert (heard, last.kind, last.by) == (Heard(Disposition.FAILED, ID), "Receipt", "system")
        assert [event.kind for event in to_owner] == ["AddTask", "Remind"]
        said = {"message": "M2", "status": "failed", "channel": "email", "detail": "5.1.1", "sending": 1}
        assert last.data == said
        assert one.desk.hear(bounce) == heard
        assert one.kinds()[-4:-2] == ["Receipt", "Receipt"]  # accepted, then failed


def test_a_notice_that_bounces_was_never_delivered() -> None:
    """R33: silence counts only where the customer was reached."""
    with told() as one:
        before = one.complaint.cycle
        one.desk.hear(Bounce("<b@mx>", KEY))
        assert (before.delivered, one.complaint.cycle.delivered) == (s.T0, None)
        one.clock.later(hours=73)
        assert [step.status for step in one.desk.steps(ID, by=s.LI) if step.command == "Close"] == ["refused"]


def test_a_plan_that_bounces_was_never_explained() -> None:
    """R33: it is no ground for closing then."""
    with opened() as one:
        log = c.AddEvidence("log", "gateway", "two captures")
        at_desk(one.desk, ID, s.triage(), log, c.CheckEvidence("E1", "agrees"), s.plan())
        one.desk.deliver()
        before = one.complaint.cycle
        one.desk.hear(Bounce("<b@mx>", f"{ID}/1/0/M1"))
        assert (before.plan_delivered, one.complaint.cycle.plan_delivered) == (s.T0, None)


@pytest.mark.parametrize("key", [f"{ID}/1/1/M99", "C-1/1/1/M1"])
def test_a_bounce_of_what_we_never_sent_is_not_recorded(key: str) -> None:
    with told() as one:
        before = one.kinds()
        assert one.desk.hear(Bounce("<b@mx>", key)).recorded is False
        assert one.kinds() == before


def test_a_mail_about_nothing_of_ours_may_be_a_new_complaint() -> None:
    with open_desk() as one:
        heard = one.desk.hear(reply("我付了两次款", complaint="C-1", name="张三"))
        assert (heard.disposition, heard.complaint, heard.recorded) == (Disposition.UNKNOWN, "", False)
        [found] = heard.suggestions
        assert isinstance(found.command, c.Receive)
        complaint = one.desk.receive(found.command, by=s.SYSTEM)
    assert (complaint.description, complaint.customer.contact["email"]) == ("我付了两次款", "u17@example.com")


def archived(one: DeskInUse) -> None:
    closed(one)
    one.desk.deliver()
    at_desk(one.desk, ID, s.LABEL, c.Archive())


@pytest.mark.parametrize("url", ["memory://", "sqlite:///desk.db"])
def test_what_is_written_after_the_archive_opens_one_follow_up_before_a_person(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """R33, R34: nobody would have read it otherwise. The same mail twice opens one, the next goes on with it."""
    monkeypatch.chdir(tmp_path)
    with told(url=url) as one:
        archived(one)
        heard = one.desk.hear(reply("又扣了一次"))
        assert (heard.disposition, heard.recorded) == (Disposition.FOLLOWED_UP, True)
        new = one.desk.get(heard.complaint)
        assert (new.state, new.description, new.customer) == ("received", "又扣了一次", CUSTOMER)
        assert new.intake["follows"] == ID
        assert one.desk.hear(reply("又扣了一次")) == heard
        second = one.desk.hear(reply("第三次了", ref="<2@example.com>"))
        assert (second.disposition, second.complaint) == (Disposition.HEARD, new.id)
        assert len(one.desk.find().complaints) == 2


def test_a_word_that_came_before_the_archive_and_again_after_it_opens_nothing() -> None:
    with told() as one:
        first = one.desk.hear(reply("谢谢,什么时候到账?"))
        at_desk(one.desk, ID, c.NoReplyNeeded("told by phone"))
        archived(one)
        assert one.desk.hear(reply("谢谢,什么时候到账?")).complaint == first.complaint
        assert len(one.desk.find().complaints) == 1


def test_thanks_after_the_archive_open_nothing() -> None:
    with told() as one:
        archived(one)
        assert one.desk.hear(reply("谢谢")) == Heard(Disposition.ENDED, ID)
        assert len(one.desk.find().complaints) == 1


def test_a_picture_from_a_stranger_after_the_archive_reaches_a_person() -> None:
    """Nobody knows whose it is: the text says from where it came, and nothing is the customer's word."""
    file = Attachment("mid:1@example.com/part-2", "image/png", 70, "sha256:00")
    with told() as one:
        archived(one)
        heard = one.desk.hear(reply("", address="husband@example.com", attachments=(file,)))
        [received] = one.desk.history(heard.complaint)
        assert (heard.disposition, heard.suggestions) == (Disposition.FOLLOWED_UP, ())
        assert received.by == "system"
        assert "husband@example.com (not one of the customer's contacts)" in received.data["description"]


def test_a_word_to_a_merged_complaint_whose_target_is_archived_reaches_a_person() -> None:
    with told() as one:
        source = received(one.desk, customer=CUSTOMER).id
        at_desk(one.desk, source, c.Merge(ID))
        archived(one)
        heard = one.desk.hear(reply("又扣了一次", complaint=source))
        assert one.desk.get(heard.complaint).intake["follows"] == ID


def test_what_follows_an_archived_follow_up_is_found_again() -> None:
    with told() as one:
        archived(one)
        first = one.desk.hear(reply("又扣了一次")).complaint
        at_desk(one.desk, first, c.Withdraw(s.HEARD))
        one.desk.deliver()  # by mail, for which this house has no channel
        at_desk(one.desk, first, c.CancelTask("T1", "told by phone"))
        one.desk.deliver()
        at_desk(one.desk, first, s.LABEL, c.Archive())
        second = one.desk.hear(reply("第三次了", ref="<2@example.com>"))
        assert second.disposition is Disposition.FOLLOWED_UP
        assert one.desk.get(second.complaint).intake["follows"] == first


@pytest.mark.parametrize(
    ("text", "address", "sign"),
    [
        ("还没到账", "husband@example.com", "unproved"),
        ("谢谢", "husband@example.com", ""),
        ("还没到账", "", "unproved"),
    ],
)
def test_a_note_of_an_unproved_sender_awaits_a_reply(text: str, address: str, sign: str) -> None:
    """R33: it may be the customer's word, which silence must not overrule."""
    with told() as one:
        one.desk.hear(reply(text, address=address))
        assert [str(one.kind) for one in one.complaint.facts.signs] == [sign][: bool(sign)]


def test_a_picture_with_thanks_awaits_a_reply() -> None:
    file = Attachment("mid:1@example.com/part-2", "image/png", 70, "sha256:00")
    with told() as one:
        heard = one.desk.hear(reply("谢谢", attachments=(file,)))
        assert one.complaint.facts.signs
        one.desk.do(ID, heard.suggestions[0].command, by=s.LI)
        assert one.complaint.facts.signs == ()


def test_what_is_sent_to_a_merged_complaint_is_heard_at_its_target() -> None:
    with opened() as one:
        target = received(one.desk, customer=CUSTOMER).id
        at_desk(one.desk, ID, c.Merge(target))
        assert one.desk.hear(reply("还没到账")).complaint == target
        assert one.desk.hear(reply("x", address="thief@example.com")).complaint == target
        assert [event.kind for event in one.desk.history(target)][-2:] == ["Hear", "Note"]


def test_the_message_that_is_answered_comes_before_the_id_in_the_subject() -> None:
    with opened() as one:
        other = received(one.desk, customer=CUSTOMER).id
        assert one.desk.hear(reply(refers_to=("C-gone/1/0/M1", f"{other}/1/0/M1"))).complaint == other


def test_files_are_suggested_as_evidence() -> None:
    file = Attachment("mid:1@example.com/part-2", "image/png", 70, "sha256:00")
    with opened() as one:
        heard = one.desk.hear(reply("", attachments=(file,)))
        assert one.desk.history(ID)[-1].data["said"]["text"] == "[without words]\nmid:1@example.com/part-2"
        assert suggested(heard) == ["AddEvidence"]
        assert one.desk.do(ID, heard.suggestions[0].command, by=s.LI).facts.evidence == 1


def test_a_text_over_the_limit_is_cut_and_says_so() -> None:
    with open_desk(policy=Policy(text_limit=300)) as one:
        received(one.desk, customer=CUSTOMER)
        one.desk.hear(reply("长" * 1_000))
        one.desk.hear(reply("长" * 1_000, address="thief@example.com"))
        for event in one.desk.history(ID)[1:]:
            text = event.data["text"] if event.kind == "Note" else event.data["said"]["text"]
            assert len(text) <= 300
            assert "characters is in <1@example.com>]" in text


def test_the_last_word_suggests_until_somebody_acts_on_it() -> None:
    with told() as one:
        assert one.desk.suggestions(ID) == ()
        heard = one.desk.hear(reply("已经解决了"))
        assert one.desk.suggestions(ID) == heard.suggestions
        one.desk.do(ID, heard.suggestions[0].command, by=s.LI)
        assert one.desk.suggestions(ID) == ()


def test_words_and_addresses_stay_out_of_repr() -> None:
    with told() as one:
        shown = repr((reply("秘密,没解决"), one.desk.hear(reply("秘密,没解决"))))
    assert "秘密" not in shown
    assert "u17" not in shown


TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00")),
    st.sampled_from(["谢谢", "还没到账", "可以了", " "]),
)


@settings(max_examples=40)
@given(TEXTS, st.sampled_from(["told", "opened", "closed"]), st.booleans(), st.sampled_from(["", "automatic"]))
def test_any_reply_is_put_on_record_and_moves_nothing(text: str, where: str, known: bool, doubt: str) -> None:
    with opened() if where == "opened" else told() as one:
        if where == "closed":
            closed(one)
        before = one.complaint
        heard = one.desk.hear(reply(text, address="u17@example.com" if known else "x", doubt=doubt))
        event(f"{where}, {heard.disposition}, {', '.join(suggested(heard)) or 'nothing'}")
        after = one.complaint
        assert (after.state, after.cycle.number, after.cycle.confirmed) == (
            before.state,
            before.cycle.number,
            before.cycle.confirmed,
        )
        assert after.version == before.version + 1
        for found in heard.suggestions:
            one.desk.do(ID, found.command, by=s.LI)
            break


@pytest.mark.parametrize("wrong", [{"ref": " "}, {"at": s.T0.replace(tzinfo=None)}, {"text": "\x00"}, {"channel": ""}])
def test_a_reply_that_cannot_be_is_refused_when_it_is_made(wrong: dict[str, Any]) -> None:
    from complaintflow import InvalidInput

    with pytest.raises(InvalidInput):
        reply(**wrong)


def test_what_is_heard_counts_from_when_it_is_heard() -> None:
    with opened() as one:
        one.clock.later(hours=2)
        one.desk.hear(reply(at=s.T0 - timedelta(days=400)))
        assert one.desk.history(ID)[-1].at == s.T0 + timedelta(hours=2)


def test_a_reply_is_one_whatever_way_it_came() -> None:
    with opened() as one:
        sms: Reply = reply(channel="sms", address="+8613800000000", ref="sms-1")
        one.desk.hear(sms)
        assert one.desk.history(ID)[-1].data["said"]["via"] == "sms"
