"""E-mail, over a real mail server on this machine."""

from __future__ import annotations

import logging
import smtplib
import socket
import ssl
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parseaddr
from threading import Thread
from typing import Any

import pytest
import trustme
from hypothesis import given, strategies as st

from complaintflow import DefinitionError, InvalidInput
from complaintflow.channels import Directory, MailServer, SmtpChannel, SmtpStaffChannel, smtp
from complaintflow.channels._lines import one_line
from complaintflow.channels._mail_form import FORM
from complaintflow.plugins import Outcome
from complaintflow.plugins.message_ids import SignedIds, key_of
from complaintflow.vocabulary import ReceiptStatus
from tests.channels.messages import to_customer, to_staff
from tests.channels.servers import MailHost, free_port, mail_host, trickling

ACCEPTED, FAILED = ReceiptStatus.ACCEPTED, ReceiptStatus.FAILED
SENDER = "help@shop.example.com"


@pytest.fixture(scope="module")
def running() -> Iterator[MailHost]:
    with mail_host() as host:
        yield host


@pytest.fixture
def host(running: MailHost) -> MailHost:
    running.envelopes.clear()
    running.refusals.clear()
    running.answer = "250 OK"
    return running


@pytest.fixture
def channel(host: MailHost) -> SmtpChannel:
    return SmtpChannel(plain(host), SENDER, "客服中心", reply_to="answers@shop.example.com")


def plain(host: MailHost, **more: Any) -> MailServer:
    return MailServer("127.0.0.1", host.port, "none", **more)


def test_a_mail_carries_plain_text_and_the_same_as_html(channel: SmtpChannel, host: MailHost) -> None:
    html = "<p>您好 😀</p>"
    assert channel.send(to_customer(html=html)) == Outcome(ACCEPTED)
    [mail] = host.mails
    assert mail.get_content_type() == "multipart/alternative"
    text, rich = mail.iter_parts()
    assert (text.get_content_type(), text.get_content()) == ("text/plain", "您好 😀\r\n我们还在查。\r\n")
    assert (rich.get_content_type(), rich.get_content().strip()) == ("text/html", html)


def test_a_mail_without_html_is_plain_text(channel: SmtpChannel, host: MailHost) -> None:
    channel.send(to_customer())
    assert host.mails[0].get_content_type() == "text/plain"


def test_it_says_from_whom_to_whom_and_that_no_machine_need_answer(channel: SmtpChannel, host: MailHost) -> None:
    channel.send(to_customer())
    [mail], [envelope] = host.mails, host.envelopes
    assert (envelope.mail_from, envelope.rcpt_tos) == (SENDER, ["li@example.com"])
    assert (str(mail["From"]), str(mail["To"])) == (f"客服中心 <{SENDER}>", "li@example.com")
    assert (str(mail["Subject"]), mail["Reply-To"]) == ("您的投诉 C-1", "answers@shop.example.com")
    assert mail["Auto-Submitted"] == "auto-generated"
    assert channel.form == "mail"


@pytest.mark.parametrize("complaint", ["C-1", "投诉-二〇二六-" * 12, "a b.c<d>@e"])
def test_all_mails_of_a_complaint_are_one_thread(channel: SmtpChannel, host: MailHost, complaint: str) -> None:
    """Each answers the same beginning, under an id that stays the same when it is sent again."""
    for number in (1, 2, 2):
        channel.send(to_customer(complaint=complaint, key=f"{complaint}/1/0/M{number}"))
    channel.send(to_customer(complaint="C-9", key="C-9/1/0/M1"))
    first, second, again, other = host.mails
    assert first["References"] == second["References"] == first["In-Reply-To"] != other["References"]
    assert key_of(str(first["References"])) == f"{complaint}/0/0/M0"
    assert first["Message-ID"] != second["Message-ID"] == again["Message-ID"]
    assert key_of(str(second["Message-ID"])) == f"{complaint}/1/0/M2"


def test_what_is_sent_anew_has_an_id_of_its_own_that_its_bounce_names(host: MailHost) -> None:
    """A mailbox that drops a known id would show the customer nothing, and a bounce would be the first one's."""
    signing = SignedIds(b"x" * 32)
    for key in ("C-1/1/0/M1", "C-1/1/0/M1/2"):
        SmtpChannel(plain(host), SENDER, ids=signing).send(to_customer(complaint="C-1", key=key))
    first, again = (str(mail["Message-ID"]) for mail in host.mails)
    assert first != again
    assert signing.key_of(again) == "C-1/1/0/M1/2"
    assert host.mails[0]["References"] == host.mails[1]["References"]


def test_an_id_is_signed_and_the_thread_outlives_the_secret(host: MailHost) -> None:
    """A mail program would show the later mails of a complaint as another thread."""
    old, new = SignedIds(b"x" * 32), SignedIds(b"y" * 32)
    for ids in (old, new):
        SmtpChannel(plain(host), SENDER, ids=ids).send(to_customer(complaint="C-1", key="C-1/1/0/M1"))
    first, second = host.mails
    assert [ids.key_of(str(mail["Message-ID"])) for ids, mail in ((old, first), (new, second))] == ["C-1/1/0/M1"] * 2
    assert old.key_of(str(second["Message-ID"])) == ""
    assert first["References"] == second["References"]


HOSTILE = "退款\r\nBcc: all@example.com\r\n\r\nhello\u2028there\u202egnp.exe\x00"


def test_no_subject_and_no_name_adds_a_header(host: MailHost) -> None:
    SmtpChannel(plain(host), SENDER, HOSTILE).send(to_customer(subject=HOSTILE))
    [mail], [envelope] = host.mails, host.envelopes
    assert envelope.rcpt_tos == ["li@example.com"]
    assert "Bcc" not in mail
    assert str(mail["Subject"]) == "退款 Bcc: all@example.com hello theregnp.exe"
    assert [one.addr_spec for one in mail["From"].addresses] == [SENDER]


def decoded(header: str) -> str:
    """As a mail program reads it. (The newer reader of Python adds spaces to a name.)"""
    return str(make_header(decode_header(header)))


LINES = st.text("退款投诉 abc.:,(é😀", max_size=120).map(one_line)


@given(LINES, LINES.filter(bool))
def test_subject_and_name_arrive_as_they_were_written(subject: str, name: str) -> None:
    """Whatever their length, and wherever letters of two scripts meet."""
    mail = EmailMessage(policy=FORM)
    mail["Subject"] = subject
    mail["From"] = Address(name, addr_spec=SENDER)
    written = mail.as_bytes()
    read = message_from_bytes(written)
    assert decoded(read["Subject"]) == subject
    shown, address = parseaddr(read["From"].replace("\r\n", ""))
    assert (decoded(shown), address) == (name, SENDER)
    assert max(map(len, written.splitlines())) <= 78


@given(st.text(max_size=300))
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert one_line(line) == line
    assert len(line) <= 200


@pytest.mark.parametrize(
    "address",
    [
        None,
        "li",
        "li@",
        "a@x.cn, b@x.cn",
        "a@x.cn\r\nBcc: b@x.cn",
        "a@x.cn>\r\nRCPT TO:<b@x.cn",
        "a b@x.cn",
        "a@x.cn\x00",
    ],
)
def test_what_is_no_single_address_fails_for_good(channel: SmtpChannel, host: MailHost, address: str | None) -> None:
    to = {"email": address} if address else {"phone": "+86 10 1"}
    assert channel.send(to_customer(to=to)) == Outcome(FAILED, True, "no e-mail address")
    assert host.mails == []


def test_a_megabyte_in_one_line_arrives_as_it_was(channel: SmtpChannel, host: MailHost) -> None:
    text = "投诉" * 170_000
    channel.send(to_customer(text=text, subject=text))
    [mail] = host.mails
    assert mail.get_content().strip() == text
    assert str(mail["Subject"]) == text[:200]


@pytest.mark.parametrize(
    ("answer", "final"), [("550 no such user\r\n here", True), ("450 greylisted", False), ("452 full", False)]
)
def test_a_refused_address_fails_as_the_server_says(
    channel: SmtpChannel, host: MailHost, answer: str, final: bool
) -> None:
    host.refusals["li@example.com"] = answer.splitlines()[0]
    outcome = channel.send(to_customer())
    assert outcome == Outcome(FAILED, final, answer[:3])


@pytest.mark.parametrize(("answer", "final"), [("554 looks like spam", True), ("451 try later", False)])
def test_a_refused_mail_fails_as_the_server_says(
    channel: SmtpChannel, host: MailHost, answer: str, final: bool
) -> None:
    host.answer = answer
    assert channel.send(to_customer()) == Outcome(FAILED, final, answer[:3])


def test_an_address_in_letters_that_the_server_does_not_take_fails_for_good(channel: SmtpChannel) -> None:
    outcome = channel.send(to_customer(to={"email": "li@例子.example"}))
    assert (outcome.status, outcome.final) == (FAILED, True)


def test_a_server_that_is_away_is_an_exception() -> None:
    away = SmtpChannel(MailServer("127.0.0.1", free_port(), "none"), SENDER)
    with pytest.raises(ConnectionRefusedError):
        away.send(to_customer())


def test_a_server_that_hangs_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        hanging = SmtpChannel(MailServer("127.0.0.1", silent.getsockname()[1], "none", timeout=1), SENDER)
        with pytest.raises(smtplib.SMTPServerDisconnected, match="timed out"):
            hanging.send(to_customer())


# ── encryption and passwords


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def secured(authority: trustme.CA) -> Iterator[MailHost]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with mail_host(context, ("desk", "open-sesame")) as host:
        yield host


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def test_it_logs_in_over_an_encrypted_connection(secured: MailHost, authority: trustme.CA) -> None:
    server = MailServer("127.0.0.1", secured.port, "starttls", "desk", "open-sesame", context=trusting(authority))
    assert SmtpChannel(server, SENDER).send(to_customer()) == Outcome(ACCEPTED)
    assert len(secured.mails) == 1


def test_a_wrong_password_is_an_exception_that_does_not_say_it(
    secured: MailHost, authority: trustme.CA, caplog: pytest.LogCaptureFixture
) -> None:
    server = MailServer("127.0.0.1", secured.port, "starttls", "desk", "open-barley", context=trusting(authority))
    channel = SmtpChannel(server, SENDER)
    with caplog.at_level(logging.DEBUG), pytest.raises(smtplib.SMTPAuthenticationError) as failed:
        channel.send(to_customer())
    for text in (str(failed.value), repr(channel), repr(server), caplog.text):
        assert "barley" not in text


def test_a_certificate_that_nobody_vouches_for_is_refused(secured: MailHost) -> None:
    server = MailServer("127.0.0.1", secured.port, "starttls", "desk", "open-sesame")
    with pytest.raises(ssl.SSLCertVerificationError):
        SmtpChannel(server, SENDER).send(to_customer())


def test_a_password_does_not_go_in_the_clear() -> None:
    with pytest.raises(InvalidInput, match="expected tls or starttls") as refused:
        MailServer("mail.example.com", security="none", user="desk", password="open-sesame")
    assert "sesame" not in str(refused.value)


@pytest.mark.parametrize("fields", [{"host": " "}, {"port": 0}, {"security": "ssl"}, {"timeout": 60}])
def test_a_server_that_cannot_be_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        MailServer(**{"host": "mail.example.com", **fields})


@pytest.mark.parametrize(("sender", "reply_to"), [("help", ""), (SENDER, "answers")])
def test_a_sender_that_is_no_address_is_refused(sender: str, reply_to: str) -> None:
    with pytest.raises(DefinitionError, match="sender"):
        SmtpChannel(MailServer("mail.example.com"), sender, reply_to=reply_to)


# ── our own people


TEAMS = Directory({"payments": "pay@shop.example.com", "zhou": "zhou@shop.example.com"})


def test_one_mail_goes_to_every_recipient_who_has_an_address(host: MailHost) -> None:
    channel = SmtpStaffChannel(plain(host), SENDER, TEAMS)
    outcome = channel.send(to_staff("payments", "zhou", "nobody"))
    assert outcome == Outcome(ACCEPTED, True, "without nobody, who have no e-mail address")
    [envelope], [mail] = host.envelopes, host.mails
    assert envelope.rcpt_tos == ["pay@shop.example.com", "zhou@shop.example.com"]
    assert (str(mail["Subject"]), mail.get_content().strip()) == ("故障-支付-E级 C-1", "银行还没有回复")


def test_who_has_no_address_is_reached_at_that_of_the_others(host: MailHost) -> None:
    channel = SmtpStaffChannel(plain(host), SENDER, Directory({}, "all@shop.example.com"))
    assert channel.send(to_staff("payments", "risk")) == Outcome(ACCEPTED)
    assert host.envelopes[0].rcpt_tos == ["all@shop.example.com"]


def test_a_message_for_nobody_fails_for_good(host: MailHost) -> None:
    channel = SmtpStaffChannel(plain(host), SENDER, TEAMS)
    assert channel.send(to_staff("risk")) == Outcome(FAILED, True, "no e-mail address of risk")
    assert channel.send(to_staff()) == Outcome(FAILED, True, "no e-mail address of anybody")


def test_whom_the_server_refuses_is_on_record(host: MailHost) -> None:
    host.refusals["zhou@shop.example.com"] = "550 left us"
    outcome = SmtpStaffChannel(plain(host), SENDER, TEAMS).send(to_staff("payments", "zhou"))
    assert outcome == Outcome(ACCEPTED, True, "not for 1 of 2: 550")
    assert "pay@" not in repr(SmtpStaffChannel(plain(host), SENDER, TEAMS))


class Doorman:
    """A mail server that takes every mail, and answers the farewell as it likes."""

    def __init__(self, farewell: bytes) -> None:
        self.farewell, self.lines = farewell, list[bytes]()
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        self.thread = Thread(target=self.serves)
        self.thread.start()

    def serves(self) -> None:
        caller, _ = self.door.accept()
        with caller, caller.makefile("rb") as said:
            caller.sendall(b"220 here\r\n")
            for line in said:
                if line.upper().startswith(b"DATA"):
                    caller.sendall(b"354 go on\r\n")
                    self.lines += iter(said.readline, b".\r\n")
                if line.upper().startswith(b"QUIT"):
                    caller.sendall(self.farewell)
                    return
                caller.sendall(b"250 well\r\n")


@pytest.mark.parametrize("farewell", [b"421 I am tired\r\n", b"250 well\r\n", b"what?\r\n", b""])
def test_a_mail_that_was_taken_is_taken_whatever_the_farewell_is(farewell: bytes) -> None:
    doorman = Doorman(farewell)
    channel = SmtpChannel(MailServer("127.0.0.1", doorman.port, "none"), SENDER)
    text = "From Monday on we are closed.\n.\n..\nYours"
    assert channel.send(to_customer(text=text)).status is ACCEPTED
    doorman.thread.join()
    doorman.door.close()
    assert b"From Monday on we are closed.\r\n" in doorman.lines


def test_no_address_and_no_word_of_a_server_goes_on_record(channel: SmtpChannel, host: MailHost) -> None:
    host.refusals["u-17@example.com"] = "550 5.1.1 <u-17@example.com>: no such user, ask u-17@example.com"
    outcome = channel.send(to_customer(to={"email": "u-17@example.com"}))
    assert outcome.detail == "550 5.1.1"


def test_a_server_that_answers_byte_by_byte_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each byte comes in time, and the whole would outlast the lease of the message."""
    monkeypatch.setattr(smtp, "PATIENCE", 0.2)
    with trickling(b"220 here\r\n" + b"250 well\r\n" * 4 + b"354 go on\r\n250 taken\r\n221 bye\r\n") as port:
        channel = SmtpChannel(MailServer("127.0.0.1", port, "none"), SENDER)
        with pytest.raises(smtplib.SMTPServerDisconnected):
            channel.send(to_customer())


@pytest.mark.parametrize("secret", ["Geheim-ö-1", "密码", "a\x7fb", "a\r\nb", "\x1b[31m"])
@pytest.mark.parametrize("field", ["user", "password"])
def test_a_password_that_no_login_can_carry_is_refused_at_once_and_not_shown(field: str, secret: str) -> None:
    """Else the mail library tells it in its error, years later."""
    with pytest.raises(InvalidInput, match=f"{field}: found a private value, expected letters") as refused:
        MailServer("mail.example.com", **{field: secret})  # type: ignore[arg-type]
    assert repr(secret)[1:-1] not in f"{refused.value} {refused.value!r}"
    assert "desk-user" not in repr(MailServer("mail.example.com", user="desk-user"))
