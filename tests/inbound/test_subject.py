"""R33: what a customer says in the subject of a mail is said. Lost, a complaint would be, or would end by silence."""

from __future__ import annotations

from datetime import timedelta

import attrs
import pytest

from complaintflow import commands as c
from complaintflow.inbound import read_mail
from complaintflow.inbound.reply import Reply
from complaintflow.inbound.subject import own_words, repeated, with_subject
from complaintflow.messages import Templates
from tests import stories as s
from tests.inbound.fixtures import CUSTOMER, ID, DeskInUse, closed, open_desk, reply, told
from tests.stores.desks import at_desk, received

OURS = f"您的投诉 {ID}"


def mail(subject: str, body: str = "", sender: str = "u17@example.com", more: str = "") -> Reply:
    """A mail as it comes."""
    head = f"From: {sender}\nSubject: {subject}\nMessage-ID: <7@example.com>\n{more}"
    found = read_mail(f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}".encode(), s.T0)
    assert isinstance(found, Reply)
    return found


def last_words(one: DeskInUse) -> tuple[str, bool]:
    """What the latest words on record say, and whether they await a reply."""
    said = one.desk.get(ID).body.of(c.Hear)[-1].data
    return said["said"]["text"], said.get("request", True)


@pytest.mark.parametrize("body", ["", "见标题", "谢谢"])
def test_a_new_complaint_that_is_said_in_the_subject_alone_is_suggested_with_its_words(body: str) -> None:
    with open_desk() as one:
        heard = one.desk.hear(mail("退款没到账，订单 A-1", body, "new@example.com"))
    [suggested] = heard.suggestions
    assert isinstance(suggested.command, c.Receive)
    assert suggested.command.description == f"退款没到账，订单 A-1\n{body}".strip()


def test_a_complaint_does_not_end_by_silence_over_a_subject_beside_mere_thanks() -> None:
    """The customer wrote that the money has not come, and nobody had read it."""
    with told() as one:
        one.clock.later(hours=1)
        heard = one.desk.hear(mail(f"Re: {ID} 钱还没到，我要去12315投诉", "谢谢"))
        assert last_words(one) == ("钱还没到，我要去12315投诉\n谢谢", True)
        assert [type(each.command) for each in heard.suggestions] == [c.Dispute]
        for _ in range(20):
            one.clock.later(hours=12)
            one.desk.tick()
        assert one.complaint.state != "closed"


def test_an_answer_that_repeats_our_subject_says_nothing_by_it() -> None:
    with told() as one:
        one.desk.hear(mail(f"Re: {OURS}", "谢谢"))
        assert last_words(one) == ("谢谢", False)


def test_nor_does_one_that_repeats_the_subject_of_a_template() -> None:
    """What the house wrote there is none of the customer's words, and suggests nothing."""
    with told(renderer=Templates()) as one:
        written = one.channel.to_customers[-1].subject
        assert written != OURS
        one.desk.hear(mail(f"回复：{written}", "谢谢"))
        assert last_words(one) == ("谢谢", False)


def test_a_template_that_fails_leaves_the_subject_with_the_customer(caplog: pytest.LogCaptureFixture) -> None:
    class Failing(Templates):
        fails = False

        def render(self, message, form):  # type: ignore[no-untyped-def]
            if self.fails:
                raise ConnectionError("s3cret")
            return super().render(message, form)

    with told(renderer=Failing()) as one:
        Failing.fails = True
        one.desk.hear(mail(f"Re: {ID} where is it?", "谢谢"))
        assert last_words(one) == ("where is it?\n谢谢", True)
        assert "ConnectionError" in caplog.text
        assert "s3cret" not in caplog.text


def test_without_words_and_with_our_subject_alone_it_says_that_there_are_no_words() -> None:
    with told() as one:
        one.desk.hear(mail(f"Re: {OURS}"))
        assert last_words(one) == ("[without words]", True)


def test_a_subject_after_the_archive_opens_a_follow_up() -> None:
    """R34."""
    with told() as one:
        closed(one)
        one.desk.deliver()
        at_desk(one.desk, ID, s.LABEL, c.Archive())
        heard = one.desk.hear(mail(f"Re: {ID}: it is broken again"))
        assert heard.disposition == "followed_up"
        assert one.desk.get(heard.complaint).description == "it is broken again"


def test_what_a_machine_writes_as_its_subject_is_nobodys_word() -> None:
    with told() as one:
        one.desk.hear(mail(f"Automatic reply: {OURS}", "I am away", more="Auto-Submitted: auto-replied\n"))
        notes = one.desk.get(ID).body.of(c.Note)
        assert "Automatic reply" not in notes[-1].data["text"]


@pytest.mark.parametrize(
    ("subject", "own"),
    [
        ("Re: Your complaint C-1", ""),
        ("RE: re: AW: Your  complaint C-1", ""),
        ("[EXTERNAL] Re: Your complaint C-1", ""),
        ("回复：回覆: Your complaint C-1", ""),
        ("Re[2]: Your complaint C-1", ""),
        ("Re: YOUR COMPLAINT C-1", ""),
        ("Re: Your compla", ""),
        ("Your complaint C-1 - still broken", "still broken"),
        ("still broken (Re: Your complaint C-1)", "still broken"),
        ("Re: 還沒收到退款", "還沒收到退款"),
        ("Fwd: my order", "my order"),
        ("C-1", ""),
        ("???", ""),
        ("Re:", ""),
        ("Regarding my order", "Regarding my order"),
        ("re your letter", "re your letter"),
    ],
)
def test_the_words_of_a_subject_are_those_that_neither_a_program_nor_we_wrote(subject: str, own: str) -> None:
    assert own_words(subject, ["Your complaint C-1", "C-1"]) == own


def test_a_subject_that_the_text_says_as_well_is_on_record_once() -> None:
    came = reply("My order is late, and nobody answers", subject="my order is  late")
    assert with_subject(came) is came


def test_an_old_letter_counts_as_ours_after_many_others() -> None:
    """The customer may answer the first one."""
    with open_desk() as one:
        received(one.desk, customer=CUSTOMER)
        one.desk.do(ID, s.acknowledge(), by=s.LI)
        one.desk.deliver()
        one.clock.later(hours=1)
        one.desk.do(ID, s.update(next_at=one.clock() + timedelta(days=1)), by=s.LI)
        one.desk.hear(mail(f"答复: {OURS}", "好的，谢谢"))
        assert last_words(one)[1] is False


GATEWAYS = "[T-99] 我们已解决您的问题"
"""The subject that a gateway writes: no template of the house has it, and it says that all is well."""


@pytest.mark.parametrize(
    "quoted",
    [
        f"-----原始邮件-----\n发件人: help@example.com\n发送时间: 2026年3月2日\n主题: {GATEWAYS}\n\n请看账户",
        f"-----Original Message-----\nFrom: help@example.com\nSent: Monday\nTo: u17\nSubject: {GATEWAYS}\n\nlook",
    ],
)
def test_a_subject_that_the_mail_quotes_is_none_of_the_customers_words(quoted: str) -> None:
    """Mere thanks confirmed in words that a gateway had written, and a closed complaint was a request again."""
    with told() as one:
        answer = f"In-Reply-To: <{ID}/1/1/M1@example.com>\n"
        heard = one.desk.hear(mail(f"Re: {GATEWAYS}", f"谢谢\n\n{quoted}", more=answer))
        assert last_words(one) == ("谢谢", False)
        assert heard.suggestions == ()


def test_a_subject_whose_words_a_mail_brought_before_is_not_said_again() -> None:
    """Each answer in one thread repeats it: the customer would have said it five times."""
    with told() as one:
        one.desk.hear(mail(f"关于 {ID} 的进度", "请问到哪一步了"))
        assert last_words(one)[0].endswith("请问到哪一步了")
        again = attrs.evolve(mail(f"Re: 关于 {ID} 的进度", "谢谢"), ref="8@example.com")
        one.desk.hear(again)
        assert last_words(one) == ("谢谢", False)


def test_who_writes_the_same_words_anew_says_them_again() -> None:
    """A second mail that only says "the money is not here" in its subject was no repeat by a program."""
    with told() as one:
        one.desk.hear(mail(f"{ID} 钱还没到账", "请看"))
        one.desk.hear(attrs.evolve(mail(f"{ID} 钱还没到账", "谢谢"), ref="8@example.com"))
        assert last_words(one) == ("钱还没到账\n谢谢", True)


def test_an_answer_whose_subject_was_changed_says_the_new_words() -> None:
    with told() as one:
        quoted = "-----原始邮件-----\n发件人: help@example.com\n发送时间: 2026年3月2日\n主题: 您的退款\n\n请看账户"
        one.desk.hear(mail(f"Re: {ID} 钱还没到", f"谢谢\n\n{quoted}"))
        assert last_words(one) == ("钱还没到\n谢谢", True)


def test_what_a_mail_quotes_is_looked_at_as_far_as_a_mail_goes() -> None:
    """Quadratic patterns would be seen to hang."""
    assert not [*repeated("Re: x y z", "> " * 500_000, ())]
    assert not [*repeated("Re: x y z", "subject:" * 100_000, ())]
