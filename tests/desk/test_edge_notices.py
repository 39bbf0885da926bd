"""Notices of an edge at a desk: they stand on record, go out once, and one that a rule refuses is seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest

from complaintflow import Ask, AsyncDesk, Customer, Desk, Policy, Refusal, Refused, commands as c
from complaintflow.channels import MailServer, SmtpChannel
from complaintflow.errors import NotPossible
from complaintflow.lifecycle import LifecycleBuilder, read_lifecycle
from complaintflow.messages import Templates
from complaintflow.messages.catalogue import page_of
from complaintflow.plugins import Outcome, hookimpl
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import Effect, ReceiptStatus
from tests import stories as s
from tests.channels.servers import mail_host
from tests.lifecycle.test_notices import DOCUMENT, LIFE
from tests.stores.desks import Opener

OrderPart: Any = LIFE.commands["OrderPart"]
ENGLISH, CHINESE = "we have ordered the part", "我们已订购配件"
MAIL = {"email": "u@example.com"}


@attrs.define
class Ways:
    """Mail, text messages and an app to customers, and a way to staff; each is kept."""

    mail: RecordingChannel = attrs.field(factory=RecordingChannel)
    sms: RecordingChannel = attrs.field(factory=RecordingChannel)
    app: RecordingChannel = attrs.field(factory=RecordingChannel)
    staff: RecordingChannel = attrs.field(factory=RecordingChannel)
    name: str = "ways"

    @hookimpl
    def channels(self) -> dict[str, object]:
        return {"email": self.mail, "sms": self.sms, "app": self.app}

    @hookimpl
    def staff_channels(self) -> dict[str, object]:
        return {"team": self.staff}


@pytest.fixture
def ways() -> Ways:
    return Ways()


def triaged(desk: Desk, **customer: Any) -> str:
    """A complaint that li owns."""
    fields: dict[str, Any] = {"language": "en", "contact": MAIL, **customer}
    given = Customer("u-17", **fields)
    id = desk.receive(c.Receive("app", given, "I paid twice", order="A-1"), by=s.SYSTEM).id
    desk.do(id, c.Triage("fault"), c.Assign("li"), by=s.LI)
    desk.deliver()
    return id


def kinds(desk: Desk, id: str) -> list[str]:
    return [event.kind for event in desk.history(id)]


def reminders(desk: Desk, id: str) -> list[Any]:
    """What the system said, on record."""
    return [event.data for event in desk.history(id) if event.kind == "Remind"]


@pytest.mark.parametrize(("language", "words"), [("en", ENGLISH), ("zh", CHINESE)])
def test_a_notice_stands_behind_its_event_and_goes_out_once(
    opener: Opener, clock: FrozenClock, ways: Ways, language: str, words: str
) -> None:
    desk = opener(clock, lifecycle=LIFE, plugins=[ways])
    id = triaged(desk, language=language)
    first = desk.do(id, OrderPart("screen"), by=s.LI, key="order-1")
    again = desk.do(id, OrderPart("screen"), by=s.LI, key="order-1")
    assert again.version == first.version
    assert kinds(desk, id)[-3:] == ["OrderPart", "Remind", "Remind"]
    for _ in range(3):
        desk.deliver()
        clock.later(hours=1)
    assert [words in text for text in ways.mail.texts] == [True]
    assert id in ways.mail.texts[0]
    [told] = [one for one in ways.staff.to_staff if "ordered" in one.text]
    assert told.recipients == ("li",)
    assert desk.check_integrity().sound
    assert words in " ".join(desk.customer_view(id).told)


def test_who_is_refused_tells_nobody(clock: FrozenClock, ways: Ways) -> None:
    with Desk.open("memory://", clock=clock, lifecycle=LIFE, plugins=[ways]) as desk:
        id = triaged(desk)
        with pytest.raises(Refused):
            desk.do(id, OrderPart("screen"), by=s.STRANGER)
        assert not reminders(desk, id)


def test_a_command_that_is_undone_tells_nobody(clock: FrozenClock, ways: Ways) -> None:
    """All commands of one call are done or none: so are their notices."""
    with Desk.open("memory://", clock=clock, lifecycle=LIFE, plugins=[ways]) as desk:
        id = triaged(desk)
        with pytest.raises(NotPossible):
            desk.do(id, OrderPart("screen"), c.Archive(), by=s.LI)
        desk.deliver()
        assert not ways.mail.sent


# ── what a rule refuses


def no_words(ask: Ask) -> Refusal | None:
    if isinstance(ask.command, c.Remind) and ask.command.audience == "customer":
        return Refusal("no-words", "the house does not write", "call")
    return None


def no_reminders(ask: Ask) -> Refusal | None:
    return Refusal("no-reminders", "nobody is reminded", "wait") if isinstance(ask.command, c.Remind) else None


@pytest.mark.parametrize(
    ("policy", "told"),
    [(Policy(), "was not sent: the house does not write"), (s.CHINA, "未发出：the house does not write")],
)
def test_the_owner_hears_of_a_notice_that_a_rule_refuses(
    opener: Opener, clock: FrozenClock, ways: Ways, policy: Policy, told: str
) -> None:
    """The move is made all the same: the customer's word or a clock must not wait for a text of ours."""
    life = read_lifecycle(DOCUMENT, policy).with_guards({Effect.SPEAKS: [no_words]})
    desk = opener(clock, lifecycle=life, plugins=[ways])
    id = triaged(desk)
    assert desk.do(id, OrderPart("screen"), by=s.LI).state == "parts"
    desk.deliver()
    assert not ways.mail.sent
    unsaid, look = reminders(desk, id)
    assert told in unsaid["message"]
    assert (unsaid["tells"], look["tells"]) == (["li"], ["li"])
    assert [told in one.text for one in ways.staff.to_staff if "ordered" in one.text].count(True) == 1


def test_where_nobody_can_be_told_at_all_the_move_is_refused(clock: FrozenClock) -> None:
    """Nothing is dropped in silence."""
    life = LIFE.with_guards({Effect.ANY: [no_reminders]})
    with Desk.open("memory://", clock=clock, lifecycle=life) as desk:
        id = triaged(desk)
        before = desk.history(id)
        with pytest.raises(Refused, match="nobody is reminded"):
            desk.do(id, OrderPart("screen"), by=s.LI)
        assert desk.history(id) == before


# ── where it goes


def test_the_channel_that_the_customer_prefers_comes_first(clock: FrozenClock, ways: Ways) -> None:
    """R1."""
    with Desk.open("memory://", clock=clock, lifecycle=LIFE, plugins=[ways]) as desk:
        id = triaged(desk, preferred_channel="sms", contact={**MAIL, "phone": "+8613800138000"})
        desk.do(id, OrderPart("screen"), by=s.LI)
        desk.deliver()
    assert [len(one.sent) for one in (ways.mail, ways.sms, ways.app)] == [0, 1, 0]


def test_a_customer_without_that_contact_is_told_where_they_complained(clock: FrozenClock, ways: Ways) -> None:
    with Desk.open("memory://", clock=clock, lifecycle=LIFE, plugins=[ways]) as desk:
        id = triaged(desk, contact={})
        desk.do(id, OrderPart("screen"), by=s.LI)
        desk.deliver()
    assert [len(one.sent) for one in (ways.mail, ways.sms, ways.app)] == [0, 0, 1]


def test_a_notice_that_reaches_nobody_is_a_dead_letter(clock: FrozenClock, ways: Ways) -> None:
    ways.mail.outcome = Outcome(ReceiptStatus.FAILED, detail="no such mailbox")
    with Desk.open("memory://", clock=clock, lifecycle=LIFE, plugins=[ways]) as desk:
        id = triaged(desk)
        desk.do(id, OrderPart("screen"), by=s.LI)
        desk.deliver()
        [dead] = desk.dead_letters()
        assert ENGLISH in dead.message.text
        assert desk.get(id).facts.returned


def test_a_notice_that_comes_back_after_the_end_goes_another_way(clock: FrozenClock, ways: Ways) -> None:
    """That the complaint is over is no reason not to say why, unlike a reminder of a question."""
    rules = LifecycleBuilder.default().template("over", zh="我们无法受理您的投诉", en="we cannot take it up")
    notices = [{"audience": "customer", "template": "over", "channel": "email"}]
    life = rules.add("Decline", "triaged investigating", "declined", notices=notices).build()
    policy = Policy.from_toml('[sending]\nfallback = ["sms"]\nrings = []')
    with Desk.open("memory://", clock=clock, lifecycle=life.under(policy), plugins=[ways]) as desk:
        id = triaged(desk, contact={**MAIL, "phone": "+8613800138000"})
        desk.do(id, s.decline(), by=s.LI)
        desk.deliver()
        [notice] = [one for one in ways.mail.to_customers if one.kind == "Remind"]
        desk.do(id, c.Receipt(notice.id, ReceiptStatus.FAILED, channel="email"), by=s.SYSTEM)
        desk.deliver()
    assert [one.text for one in ways.sms.sent] == ["we cannot take it up"]


def test_a_merged_complaint_says_its_notice_once(opener: Opener, clock: FrozenClock, ways: Ways) -> None:
    rules = LifecycleBuilder.default().template(
        "joined", zh="两件投诉今后一起办理", en="both complaints go on as one from now on"
    )
    notices = [{"audience": "customer", "template": "joined"}, {"audience": "stakeholders", "template": "joined"}]
    life = rules.add("Merge", "received triaged investigating", "merged", notices=notices).build()
    desk = opener(clock, lifecycle=life, plugins=[ways])
    target, other = triaged(desk), triaged(desk)
    desk.do(other, c.Watch("zhang", "business"), by=s.LI)
    desk.do(other, c.Merge(target), by=s.LI)
    desk.deliver()
    assert [one.complaint for one in ways.app.to_customers if one.kind == "Remind"] == [other]
    assert [one.recipients for one in ways.staff.to_staff if "as one" in one.text] == [("zhang",)]
    assert desk.get(other).state == "merged"
    assert desk.check_integrity().sound


# ── who takes the edge


def test_a_new_complaint_is_answered_at_once_by_an_edge_of_receive(clock: FrozenClock, ways: Ways) -> None:
    rules = LifecycleBuilder.default().template("got", zh="我们已收到您的来信", en="we have got your words")
    notices = [{"audience": "customer", "template": "got"}, {"audience": "lead", "template": "got"}]
    life = rules.add("Receive", "new", "received", who="customer staff system", notices=notices).build()
    with Desk.open("memory://", clock=clock, lifecycle=life, plugins=[ways]) as desk:
        complaint = desk.receive(c.Receive("app", Customer("u-17", language="zh"), "我付了两次款"), by=s.CUSTOMER)
        desk.deliver()
    assert ways.app.texts == ("我们已收到您的来信",)
    assert [one.recipients for one in ways.staff.to_staff] == [("lead",)]
    assert complaint.version == 3


def test_a_missed_clock_tells_whom_its_edge_names_and_no_other_clock_does(clock: FrozenClock, ways: Ways) -> None:
    rules = LifecycleBuilder.default().state("waiting", stage="investigating").command("Wait")
    rules.add("Wait", "triaged investigating", "waiting").template("late", zh="无人回电", en="nobody called back")
    notices = [{"audience": "lead", "template": "late"}]
    rules.add("MissDeadline", "waiting", "investigating", who="system", clock="callback", notices=notices)
    policy = Policy.from_toml(
        '[clocks.callback]\nrule = "house"\nstarts = ["Wait"]\nsatisfied = ["answered"]\nbudget = "2d"\n'
    )
    life = rules.build(policy)
    wait: Any = life.commands["Wait"]
    with Desk.open("memory://", clock=clock, lifecycle=life, plugins=[ways]) as desk:
        id = triaged(desk)
        desk.do(id, wait(), by=s.LI)
        for _ in range(5):
            clock.later(hours=20)
            desk.tick()
            desk.deliver()
        missed = [event.data["clock"] for event in desk.history(id) if event.kind == "MissDeadline"]
        assert len(missed) > 1
        assert desk.get(id).state == "investigating"
    assert [one.recipients for one in ways.staff.to_staff if "called back" in one.text] == [("lead",)]


def test_an_erased_complaint_tells_only_staff(clock: FrozenClock, ways: Ways) -> None:
    rules = LifecycleBuilder.default().template("seen", zh="有同事看了您的投诉", en="somebody looks at your complaint")
    notices = [{"audience": "customer", "template": "seen"}, {"audience": "lead", "template": "seen"}]
    life = rules.add("Note", "withdrawn", notices=notices).build()
    with Desk.open("memory://", clock=clock, lifecycle=life, plugins=[ways]) as desk:
        id = triaged(desk)
        desk.do(id, c.Withdraw("never mind"), by=s.CUSTOMER)
        desk.deliver()
        desk.do(id, c.Note("seen"), by=s.LI)
        assert len(reminders(desk, id)) == 2
        desk.deliver()
        desk.erase("u-17", by=s.MANAGER, reason="asked by mail")
        desk.do(id, c.Note("seen again"), by=s.LI)
        assert kinds(desk, id)[-3:] == ["Erase", "Note", "Remind"]
        assert desk.history(id)[-1].data["tells"] == ["lead"]


def test_an_old_complaint_says_what_its_own_lifecycle_says(clock: FrozenClock, ways: Ways, path: Path) -> None:
    """Promise 9."""
    newer = read_lifecycle(DOCUMENT.replace(ENGLISH, "somebody ordered it"))
    with Desk.open(f"sqlite:///{path}", clock=clock, lifecycle=LIFE, plugins=[ways]) as desk:
        old = triaged(desk)
    with Desk.open(f"sqlite:///{path}", clock=clock, lifecycle=newer, former=[LIFE], plugins=[ways]) as desk:
        for id in (old, triaged(desk)):
            desk.do(id, OrderPart("screen"), by=s.LI)
        desk.deliver()
    assert [ENGLISH in text for text in ways.mail.texts] == [True, False]
    assert "somebody ordered it" in ways.mail.texts[1]


def test_an_approved_command_tells_when_it_is_done_and_not_when_it_is_asked(clock: FrozenClock, ways: Ways) -> None:
    with Desk.open("memory://", clock=clock, lifecycle=LIFE, plugins=[ways]) as desk:
        id = triaged(desk)
        desk.do(id, c.AskApproval.to(OrderPart("screen"), "it is dear"), by=s.LI)
        assert not reminders(desk, id)
        desk.do(id, c.Approve("A1"), by=s.LEAD)
        assert kinds(desk, id)[-4:] == ["Approve", "OrderPart", "Remind", "Remind"]


@pytest.mark.anyio
async def test_an_asynchronous_desk_says_them_as_well(clock: FrozenClock, ways: Ways) -> None:
    async with AsyncDesk.open("memory://", clock=clock, lifecycle=LIFE, plugins=[ways]) as desk:
        customer = Customer("u-17", language="zh", contact=MAIL)
        id = (await desk.receive(c.Receive("app", customer, "我付了两次款"), by=s.SYSTEM)).id
        await desk.do(id, c.Triage("fault"), OrderPart("screen"), by=s.LI)
        await desk.deliver()
    assert [CHINESE in text for text in ways.mail.texts] == [True]


def test_an_observer_sees_the_notices_with_the_event_of_their_edge(clock: FrozenClock) -> None:
    seen: list[list[str]] = []

    class Watching:
        name = "watching"

        @hookimpl
        def observers(self) -> list[object]:
            return [self]

        def saw(self, complaint: Any, events: Any) -> None:
            seen.append([event.kind for event in events])

    with Desk.open("memory://", clock=clock, lifecycle=LIFE, plugins=[Watching()]) as desk:
        desk.do(triaged(desk), OrderPart("screen"), by=s.LI)
    assert seen[-1] == ["OrderPart", "Remind", "Remind"]


@pytest.mark.parametrize(("language", "subject"), [("en", "where it stands"), ("zh", "处理进展")])
def test_a_mail_server_gets_it_once_with_a_page_of_its_own(
    path: Path, clock: FrozenClock, language: str, subject: str
) -> None:
    """The page of a notice does not say that we wait for an answer, as that of a reminder does."""
    with mail_host() as host:
        channel = SmtpChannel(MailServer("127.0.0.1", host.port, "none"), "help@example.com")

        class Mail:
            name = "mail"

            @hookimpl
            def channels(self) -> dict[str, object]:
                return {"email": channel}

        parts: dict[str, Any] = {"lifecycle": LIFE, "plugins": [Mail()], "renderer": Templates()}
        with Desk.open(f"sqlite:///{path}", clock=clock, **parts) as desk:
            id = triaged(desk, language=language, name="Lee")
            desk.do(id, OrderPart("screen"), by=s.LI, key="order-1")
        for _ in range(2):  # the process that asked has ended; who comes next asks the same
            with Desk.open(f"sqlite:///{path}", clock=clock, **parts) as desk:
                desk.do(id, OrderPart("screen"), by=s.LI, key="order-1")
                desk.deliver()
        [mail] = host.mails
    assert subject in mail["subject"]
    body = mail.get_body(("plain",))
    assert body is not None
    assert (ENGLISH if language == "en" else CHINESE) in body.get_content()


def test_a_reminder_keeps_its_own_page() -> None:
    assert page_of("Remind", {"message": "a"}).name == "reminder"
    assert page_of("Remind", {"message": "a", "notice": "ordered"}).name == "notice"


def test_what_is_on_record_is_decided_so_again(clock: FrozenClock, ways: Ways) -> None:
    with Desk.open("memory://", clock=clock, lifecycle=LIFE, plugins=[ways]) as desk:
        desk.do(triaged(desk), OrderPart("screen"), by=s.LI)
        check = desk.replay_check()
        assert (check.same, check.left_out) == (True, ())
