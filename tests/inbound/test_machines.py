"""What machines send back is told apart, and of a message of ours none is lost and none is lost by mistake."""

from __future__ import annotations

import sys
import time
from collections import Counter
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from complaintflow import commands as c
from complaintflow.channels import Channels
from complaintflow.inbound import Bounce, Disposition, Inbound, Reply, SignedIds, read_mail
from complaintflow.inbound._machines import reduce_reasons
from complaintflow.inbound._mail_tree import read_tree
from complaintflow.inbound._reports import Told
from complaintflow.inbound._second_opinion import ask_for_a_second_opinion
from complaintflow.plugins import CustomerMessage, Outcome
from complaintflow.testing import RecordingChannel
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s
from tests.inbound.fixtures import CUSTOMER, ID, DeskInUse, open_desk, told
from tests.inbound.machine_mails import KEY, MachineMail, machine_mails
from tests.stores.desks import at_desk, ready

FILES = ("reports", "servers_en", "servers_zh", "told_apart", "answers")
MAILS = machine_mails(*FILES)
ASIDE = machine_mails("aside", "aside_later")
"""No rule was made by looking at these."""
BOUNCES = [mail for mail in MAILS if mail.kind == "failed"]
IDS = SignedIds(b"the secret of a house: 32 bytes or more")


def by_name(mail: MachineMail) -> str:
    return mail.name


def kind_of(found: Inbound) -> str:
    if isinstance(found, Bounce):
        return "failed"
    if found.report:
        return found.report.value
    return "answer" if found.automatic else "machine" if found.doubt else "person"


def is_right(mail: MachineMail) -> bool:
    found = read_mail(mail.raw, s.T0)
    named = not isinstance(found, Bounce) or (found.key == KEY and mail.detail in found.detail)
    return kind_of(found) == mail.kind and named


@pytest.mark.parametrize("mail", MAILS, ids=by_name)
def test_each_mail_of_a_machine_is_what_it_is(mail: MachineMail) -> None:
    found = read_mail(mail.raw, s.T0)
    assert kind_of(found) == mail.kind
    if isinstance(found, Bounce):
        assert (found.key, found.candidates) == (KEY, (ID,))
        assert mail.detail in found.detail
    elif mail.kind not in {"person", "answer", "machine"}:
        assert found.refers_to == (KEY,)
        assert found.attachments == ()


def test_mails_that_no_rule_was_made_for_are_read_nearly_as_well() -> None:
    """It fails when a change of the rules makes them fit the other mails alone."""
    right = Counter(mail.kind for mail in ASIDE if is_right(mail))
    every = Counter(mail.kind for mail in ASIDE)
    assert right["failed"] >= 0.95 * every["failed"]
    assert right.total() >= 0.95 * every.total()


def test_the_collection_is_as_large_as_it_should_be() -> None:
    assert len({mail.name for mail in (*MAILS, *ASIDE)}) >= 200
    assert len(BOUNCES) >= 90


# ── signed


@pytest.mark.parametrize("mail", machine_mails(*FILES, id=IDS.message_id(KEY, "x.com")), ids=by_name)
def test_a_signed_id_is_found_wherever_it_stands(mail: MachineMail) -> None:
    assert kind_of(read_mail(mail.raw, s.T0, signed=IDS)) == mail.kind


@pytest.mark.parametrize("mail", [one for one in MAILS if one.kind not in {"person", "answer", "machine"}], ids=by_name)
def test_without_our_signature_no_machine_says_anything_of_a_message(mail: MachineMail) -> None:
    """A stranger would undo what was told, or make a note in a complaint, with an id that was guessed."""
    found = read_mail(mail.raw, s.T0, signed=IDS)
    assert not isinstance(found, Bounce)
    assert found.refers_to == ()


CUTS = st.lists(
    st.tuples(st.integers(0, 99), st.sampled_from([b"", b"> ", b"\n", b"--b\n", b"\xff", b"=\n"])), max_size=6
)


@given(st.sampled_from([*MAILS, *ASIDE]), CUTS)
def test_no_damage_makes_a_stranger_credible_or_a_mail_fail(mail: MachineMail, cuts: list[tuple[int, bytes]]) -> None:
    """However a gateway breaks a mail, no id that we did not sign brings a message back."""
    lines = mail.raw.split(b"\n")
    for place, piece in cuts:
        lines[place % len(lines)] = piece + lines[place % len(lines)][:40]
    found = read_mail(b"\n".join(lines), s.T0, signed=IDS)
    assert isinstance(found, Reply)
    assert found.refers_to == ()


# ── at the desk


def one_of(kind: str) -> list[Inbound]:
    return [read_mail(mail.raw, s.T0) for mail in MAILS if mail.kind == kind]


def heard(one: DeskInUse, kind: str) -> set[Disposition]:
    """What becomes of all mails of this kind, each twice."""
    return {one.desk.hear(came).disposition for came in one_of(kind) for _ in range(2)}


def told_and_delivered(one: DeskInUse) -> bool:
    return one.complaint.cycle.delivered is not None


def test_a_notice_that_any_server_sends_back_is_not_delivered() -> None:
    for came in one_of("failed")[::12]:
        with told() as one:
            assert one.desk.hear(came).disposition == "failed"
            assert not told_and_delivered(one)


@pytest.mark.parametrize("kind", ["delayed", "delivered", "read", "discarded"])
def test_what_is_no_failure_takes_no_delivery_away_and_is_noted_once(kind: str) -> None:
    """The silence of the customer would begin anew; or staff would read of the same delay at every hour."""
    with told() as one:
        assert heard(one, kind) == {Disposition.NOTED}
        assert told_and_delivered(one)
        assert one.kinds().count("Note") == 1
        assert not one.complaint.facts.signs
        assert "M2" in one.complaint.body[-1].data["text"]


def test_a_mark_as_spam_proves_no_failure_and_comes_before_a_person() -> None:
    """Later mails may not be seen: nothing may end by silence on them until somebody knows."""
    with told() as one:
        assert heard(one, "spam") == {Disposition.NOTED}
        assert told_and_delivered(one)
        assert one.kinds().count("Note") == 1
        assert one.complaint.facts.signs


def test_an_absence_is_noted_and_holds_nothing_up() -> None:
    with told() as one:
        assert heard(one, "answer") == {Disposition.NOTED}
        assert told_and_delivered(one)
        assert not one.complaint.facts.signs


def test_what_a_list_or_a_filter_sends_comes_before_a_person() -> None:
    with told() as one:
        assert heard(one, "machine") == {Disposition.NOTED}
        assert one.complaint.facts.signs


def test_what_a_person_wrote_about_machines_is_the_persons_word() -> None:
    with told() as one:
        assert heard(one, "person") == {Disposition.HEARD}


@pytest.mark.parametrize("kind", ["failed", "delayed", "spam", "read"])
def test_a_report_of_what_we_never_sent_changes_nothing(kind: str) -> None:
    with told() as one:
        before = one.kinds()
        for mail in machine_mails(*FILES, id=f"<{ID}/1/1/M99@help.example.com>"):
            if mail.kind == kind:
                assert one.desk.hear(read_mail(mail.raw, s.T0)).recorded is False
        assert one.kinds() == before


@pytest.mark.parametrize("kind", ["delayed", "spam", "read"])
def test_a_report_about_an_archived_complaint_opens_nothing(kind: str) -> None:
    with told() as one:
        one.desk.do(ID, s.CONFIRM, c.Close(), by=s.LI)
        one.desk.deliver()
        one.desk.do(ID, s.LABEL, c.Archive(), by=s.LI)
        assert heard(one, kind) == {Disposition.ENDED}


# ── forged

RESULTS = ["", "mx.example.com; dmarc=fail header.from=mx.example.net", "mx.example.com; spf=pass", "other; dmarc=pass"]


def checked(mail: MachineMail, results: str) -> bytes:
    return (f"Authentication-Results: {results}\n" if results else "").encode() + mail.raw


@pytest.mark.parametrize("results", RESULTS)
def test_a_bounce_that_nobody_vouches_for_takes_no_delivery_away(results: str) -> None:
    """Who checks senders and does not sign distrusts it like a reply: a person looks, and nothing ends by silence."""
    with told() as one:
        for mail in BOUNCES[:9]:
            came = read_mail(checked(mail, results), s.T0, authserv="mx.example.com")
            assert isinstance(came, Bounce)
            assert came.doubt
            assert one.desk.hear(came).disposition == "noted"
        assert told_and_delivered(one)
        assert one.kinds().count("Note") == 1
        assert one.complaint.facts.signs


def test_a_doubtful_bounce_after_the_archive_opens_nothing() -> None:
    with told() as one:
        one.desk.do(ID, s.CONFIRM, c.Close(), by=s.LI)
        one.desk.deliver()
        one.desk.do(ID, s.LABEL, c.Archive(), by=s.LI)
        assert one.desk.hear(Bounce("<b@mx>", KEY, doubt="nobody checked")).disposition == "ended"


def test_a_bounce_with_our_signature_needs_no_other_proof() -> None:
    """Most servers that send mail back are not checked by DMARC."""
    [mail] = [
        one for one in machine_mails("reports", id=IDS.message_id(KEY, "x.com")) if one.name == "reports: postfix"
    ]
    found = read_mail(checked(mail, RESULTS[1]), s.T0, authserv="mx.example.com", signed=IDS)
    assert isinstance(found, Bounce)
    assert found.doubt == ""


def from_server(address: str, results: str = "pass") -> Inbound:
    """A bounce from this address, which our server checked."""
    found = next(mail for mail in BOUNCES if mail.name == "reports: postfix").raw
    raw = found.replace(b"From: MAILER-DAEMON@mx.example.net (Mail Delivery System)", f"From: {address}".encode())
    checks = f"mx.example.com; dmarc={results} header.from={address.rpartition('@')[2].strip('>')}"
    return read_mail(f"Authentication-Results: {checks}\n".encode() + raw, s.T0, authserv="mx.example.com")


@pytest.mark.parametrize("address", ["MAILER-DAEMON@example.com", "Mail <postmaster@mx.example.com>"])
def test_a_bounce_of_a_proved_server_of_the_customers_domain_counts(address: str) -> None:
    with told() as one:
        assert one.desk.hear(from_server(address)).disposition == "failed"


@pytest.mark.parametrize(
    "address",
    [
        "MAILER-DAEMON@evil.example",
        "postmaster@example.com.evil.example",
        "postmaster@badexample.com",
        "Mailer-Daemon <u18@example.com>",
        "mailer-daemon.x@example.com",
    ],
)
def test_a_stranger_with_a_domain_of_his_own_takes_no_delivery_away(address: str) -> None:
    """Anybody can prove that a mail comes from a domain that is theirs."""
    with told() as one:
        assert one.desk.hear(from_server(address)).disposition == "noted"
        assert told_and_delivered(one)


def test_the_mail_of_an_agent_that_came_back_is_not_ours() -> None:
    """It refers to our notice, which arrived."""
    raw = f"""\
From: MAILER-DAEMON@mx.example.net
Subject: Undelivered Mail Returned to Sender
References: <{KEY}@help.example.com>
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

Your message could not be delivered.
--b
Content-Type: message/rfc822

From: li@example.com
Message-ID: <an-agents-own@example.com>
In-Reply-To: <{KEY}@help.example.com>
References: <{KEY}@help.example.com>

--b--
""".encode()
    assert not isinstance(read_mail(raw, s.T0), Bounce)


def test_a_failure_of_we_know_not_which_message_comes_before_a_person() -> None:
    """The copy was cut; the complaint is named in the subject alone."""
    raw = (
        f"From: MAILER-DAEMON@mx\nAuto-Submitted: auto-replied\nSubject: Undeliverable: {ID}\n\nUser unknown.".encode()
    )
    with told() as one:
        assert one.desk.hear(read_mail(raw, s.T0)).disposition == "noted"
        assert told_and_delivered(one)
        assert one.complaint.facts.signs


def test_a_failure_that_names_the_complaint_in_the_copy_alone_comes_before_a_person() -> None:
    """Some servers send headers back without the Message-ID."""
    copy = f"Content-Type: text/rfc822-headers\n\nFrom: help@example.com\nSubject: 投诉 {ID}\n"
    head = "From: postmaster@mx\nSubject: Undeliverable\nContent-Type: multipart/mixed; boundary=b"
    raw = f"{head}\n\n--b\n{copy}\n--b--\n"
    with told() as one:
        assert one.desk.hear(read_mail(raw.encode(), s.T0)).disposition == "noted"
        assert one.complaint.facts.signs


def test_what_still_waits_in_the_outbox_cannot_come_back() -> None:
    """Whoever guesses the next message would make it fail before it is sent."""
    with told() as one:
        one.desk.do(ID, s.update(), by=s.LI)
        [waiting] = [entry.message for entry in one.desk.outbox() if isinstance(entry.message, CustomerMessage)]
        before = one.kinds()
        assert one.desk.hear(Bounce("<b@mx>", waiting.key)).recorded is False
        assert one.kinds() == before
        one.desk.deliver()
        assert one.desk.hear(Bounce("<b@mx>", waiting.key)).disposition == "failed"


@pytest.mark.parametrize(("channel", "becomes"), [("sms", "ended"), ("email", "failed"), ("app", "failed")])
def test_what_went_by_sms_alone_comes_back_by_no_mail(channel: str, becomes: str) -> None:
    """A notice that the customer has on the phone would count as undelivered; of an app nobody knows where it sends."""
    way = RecordingChannel(Outcome(ReceiptStatus.ACCEPTED))
    with open_desk(plugins=[Channels(dict.fromkeys(("sms", "email", "app"), way))]) as one:
        ready(one.desk, customer=attrs.evolve(CUSTOMER, preferred_channel=channel))
        at_desk(one.desk, ID, s.notice())
        one.desk.deliver()
        assert one.desk.hear(Bounce("<b@mx>", KEY)).disposition == becomes
        assert told_and_delivered(one) == (becomes == "ended")


@pytest.mark.parametrize("end", [b"\r\n", b"\r"])
def test_a_bounce_is_known_whatever_ends_its_lines(end: bytes) -> None:
    for mail in BOUNCES:
        assert kind_of(read_mail(mail.raw.replace(b"\n", end), s.T0)) == "failed", mail.name


# ── what goes on record


@pytest.mark.parametrize(
    ("reason", "kept"),
    [
        ("smtp; 550 5.1.1 <u17@example.com>: no such user", "smtp; 550 5.1.1 …: no such user"),
        ("550 mailbox u17 is full", "550 mailbox … is full"),
        ("550 no account 13800000000 here", "550 no account … here"),
        ("550\n see\thttps://help.example.com/?u=u17\x1bnow", "550 see … now"),
        ("550 U17: gone; 张三@例子.example", "550 …: gone; …"),
        ("x" * 5_000, "x" * 200),
    ],
)
def test_no_address_of_the_customer_goes_on_record_with_the_reason(reason: str, kept: str) -> None:
    assert reduce_reasons(Told(None, (reason,), ("rfc822; u17@example.com", "rfc822;u"))) == kept


def test_what_a_server_said_is_not_printed() -> None:
    assert "no such user" not in repr(Bounce("<1@x>", KEY, "no such user"))


# ── a second opinion


def test_the_second_opinion_is_asked_where_ours_finds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = f"""\
From: help@portal.example
Return-Path: <>
Subject: Notice

Message from portal.example.
--- Original message follows.

Message-ID: <{KEY}@help.example.com>
"""
    asked: list[Any] = []

    def answer(mail: Any) -> Told | None:
        asked.append(mail)
        return Told(None)

    monkeypatch.setattr("complaintflow.inbound._machines.ask_for_a_second_opinion", answer)
    assert isinstance(read_mail(raw.encode(), s.T0), Bounce)
    assert len(asked) == 1
    for mail in (BOUNCES[0], *(one for one in MAILS if one.kind == "person")):
        read_mail(mail.raw, s.T0)
    assert len(asked) == 1


QMAIL = b"""\
From: x@mx
Subject: x

Hi. This is the qmail-send program at mx.
I'm afraid I wasn't able to deliver your message to the following addresses.

<u17@example.com>:
no such user

--- Below this line is a copy of the message.
"""
WARNING = b"From: x@mx\nSubject: x\n\nThis message was created automatically by mail delivery software.\n"


def test_another_library_knows_a_bounce_when_it_is_installed() -> None:
    pytest.importorskip("flufl.bounce")
    assert ask_for_a_second_opinion(read_tree(QMAIL)) == Told(None)
    assert ask_for_a_second_opinion(read_tree(WARNING)) is None


@pytest.mark.parametrize("piece", [b"\n", b" ", b"<a@b>\n", b"Content-Type: multipart/report;\n"])
def test_another_library_does_not_stop_the_intake(piece: bytes) -> None:
    """It takes time by the square of what it is shown."""
    pytest.importorskip("flufl.bounce")
    begun = time.perf_counter()
    ask_for_a_second_opinion(read_tree(b"From: x@mx\nSubject: x\n\n" + piece * 50_000))
    assert time.perf_counter() - begun < 3


@pytest.mark.parametrize("answer", [ImportError, ValueError])
def test_a_library_that_is_missing_or_fails_says_nothing(
    answer: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    if answer is ImportError:
        monkeypatch.setitem(sys.modules, "flufl.bounce", None)
    else:
        library = pytest.importorskip("flufl.bounce")

        def fail(mail: Any) -> None:
            raise answer

        monkeypatch.setattr(library, "all_failures", fail)
    assert ask_for_a_second_opinion(read_tree(QMAIL)) is None


# ── cost

HEAD = "From: MAILER-DAEMON@mx\nSubject: "
HOSTILE = {
    "subject of brackets": HEAD + "[x]" * 50_000 + "\n\nx",
    "subject of stars": HEAD + "*" * 200_000 + "\n\nx",
    "marks before a field": HEAD + "x\n\n" + ("> " * 40 + "\n") * 3_000,
    "hyphens before a field": HEAD + "x\n\n" + ("-" * 80 + "\n") * 3_000,
    "half a field": HEAD + "x\n\n" + "Message-ID: " * 20_000,
    "ids": HEAD + "x\n\n" + f"Message-ID: <{KEY}x@x>\n" * 4_000,
    "tokens": HEAD + "x\n\n" + "a@b/M" * 50_000,
    "words that nearly fail": HEAD + "x\n\n" + "message could not mail was not " * 8_000,
    "words that nearly wait": HEAD + "x\n\n" + "will retr not be 将会 " * 10_000,
    "words that are nearly a receipt": "Subject: Read: x\n\n" + "your message 邮件 " * 12_000,
    "recipients": HEAD
    + 'x\nContent-Type: multipart/report; boundary="b"\n\n--b\nContent-Type: message/delivery-status\n\n'
    + "Final-Recipient: rfc822; a@b\nAction: failed\n\n" * 5_000
    + "--b--\n",
    "a folded field": HEAD
    + 'x\nContent-Type: multipart/report; boundary="b"\n\n--b\nContent-Type: message/delivery-status\n\n'
    + "Diagnostic-Code: a@\n"
    + " a@a\n" * 40_000
    + "--b--\n",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_report_stops_the_intake(name: str) -> None:
    """Whoever writes to us decides on the mail, and never on the time that it takes."""
    begun = time.perf_counter()
    read_mail(HOSTILE[name].encode(), s.T0)
    assert time.perf_counter() - begun < 3
