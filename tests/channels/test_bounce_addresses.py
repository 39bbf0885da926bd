"""A mail that comes back names its message by the address it comes back to, where a server keeps nothing else of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from complaintflow import Customer, DefinitionError, Desk, commands as c
from complaintflow.channels import Channels, MailServer, SmtpChannel
from complaintflow.inbound import Bounce, Disposition, Inbound, Reply, SignedIds, read_mail
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s
from tests.channels.messages import to_customer
from tests.channels.servers import MailHost, mail_host

IDS = SignedIds(b"a secret of thirty-two bytes, or more")
OTHERS = SignedIds(b"another secret of thirty-two bytes, or more")
SENDER, BOUNCES = "help@shop.example.com", "bounce@shop.example.com"
KEY = "C-260302-0123456789/1/0/M1"


@pytest.fixture
def host() -> Iterator[MailHost]:
    with mail_host() as host:
        yield host


def channel_to(host: MailHost, bounces: str = BOUNCES) -> SmtpChannel:
    return SmtpChannel(MailServer("127.0.0.1", host.port, "none"), SENDER, ids=IDS, bounces=bounces)


def returned_to(address: str, header: str = "To") -> bytes:
    """What some servers send: words, and not one line of the mail."""
    return (
        f"Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.net\n{header}: <{address}>\nMessage-ID: <b1@mx.example.net>\n"
        "Subject: Undelivered Mail Returned to Sender\nAuto-Submitted: auto-replied\n"
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n"
        "--b\n\nYour message could not be delivered: user unknown.\n"
        "--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.net\n\n"
        "Final-Recipient: rfc822; u17@example.com\nAction: failed\nStatus: 5.1.1\n\n--b--\n"
    ).encode()


def read(raw: bytes, ids: SignedIds = IDS) -> Inbound:
    return read_mail(raw, s.T0, signed=ids)


def test_a_customer_whose_mail_came_back_without_its_id_is_chased(host: MailHost) -> None:
    with Desk.open("memory://", clock=FrozenClock(), plugins=[Channels({"email": channel_to(host)})]) as desk:
        customer = Customer("u-17", contact={"email": "u17@example.com"}, preferred_channel="email")
        id = desk.receive(c.Receive("email", customer, "I paid twice"), by=s.SYSTEM).id
        desk.do(id, s.acknowledge(), by=s.LI)
        desk.deliver()
        [envelope] = host.envelopes
        sent_by = str(envelope.mail_from)
        assert sent_by.startswith("bounce+C-")
        heard = desk.hear(read(returned_to(sent_by)))
        assert (heard.disposition, heard.complaint) == (Disposition.FAILED, id)
        assert [entry.data["status"] for entry in desk.get(id).body.of(c.Receipt)][-1] == ReceiptStatus.FAILED


def test_what_the_customer_sees_stays_the_senders_address(host: MailHost) -> None:
    channel_to(host).send(to_customer(key=KEY))
    [mail] = host.mails
    assert SENDER in mail["From"]
    assert "bounce" not in mail["From"]


def test_without_the_address_the_envelope_is_as_it_was(host: MailHost) -> None:
    channel_to(host, bounces="").send(to_customer(key=KEY))
    assert host.envelopes[0].mail_from == SENDER


@pytest.mark.parametrize("header", ["To", "Delivered-To", "X-Original-To", "Envelope-To"])
@pytest.mark.parametrize("key", [KEY, f"{KEY}/2", "投诉-7/1/0/M1", "case.7=a/1/2/M12"])
def test_the_message_is_known_by_each_header_that_names_the_recipient(header: str, key: str) -> None:
    found = read(returned_to(IDS.bounce_address(key, BOUNCES), header))
    assert isinstance(found, Bounce)
    assert found.key == key


def test_a_server_that_writes_addresses_in_small_letters_loses_no_bounce() -> None:
    found = read(returned_to(IDS.bounce_address(KEY, BOUNCES).lower()))
    assert isinstance(found, Bounce)
    assert found.key == KEY


def test_nobody_makes_up_a_bounce_by_an_address(host: MailHost) -> None:
    ours = IDS.bounce_address(KEY, BOUNCES)
    other = ours.replace("=M1.", "=M2.")
    for address in (OTHERS.bounce_address(KEY, BOUNCES), other, ours.replace(".", ".a", 1), BOUNCES):
        assert isinstance(read(returned_to(address)), Reply), address
    assert isinstance(read_mail(returned_to(ours), s.T0), Reply)  # a house that does not sign makes no such address


def test_an_absence_that_comes_to_the_address_is_no_bounce() -> None:
    raw = (
        f"From: u17@example.com\nTo: {IDS.bounce_address(KEY, BOUNCES)}\nSubject: Out of office\n"
        "Auto-Submitted: auto-replied\nMessage-ID: <1@example.com>\n\nI am away until Monday.\n"
    )
    found = read(raw.encode())
    assert isinstance(found, Reply)
    assert (found.automatic, found.refers_to) == (True, (KEY,))


def test_a_key_that_fits_no_mailbox_leaves_the_address_as_it_is() -> None:
    assert IDS.bounce_address(f"{'x' * 60}/1/0/M1", BOUNCES) == BOUNCES
    assert len(IDS.bounce_address(f"{KEY}/2", BOUNCES).partition("@")[0]) <= 64


@pytest.mark.parametrize("given", [{"bounces": BOUNCES}, {"bounces": "no address", "ids": IDS}])
def test_an_address_for_bounces_needs_what_signs_it(given: dict[str, Any]) -> None:
    with pytest.raises(DefinitionError, match="bounces"):
        SmtpChannel(MailServer("127.0.0.1", 25, "none"), SENDER, **given)
