"""A desk with confirm links and a complaint that the mails in `mails/` are about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import attrs

from complaintflow import Complaint, Customer, Desk, commands as c
from complaintflow.channels import Channels
from complaintflow.inbound import Bounce, ConfirmLinks, Reply, read_mail
from complaintflow.inbound._html import html_lines, write_lines
from complaintflow.inbound.quoting import divide, plain_lines
from complaintflow.plugins import Outcome
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s
from tests.stores.desks import at_desk, ready, received

ID = "C-260302-0123456789"
MAILS = Path(__file__).parent / "mails"
SECRET = b"an old secret of 32 bytes or more"
LINKS = ConfirmLinks("https://help.example.com/word", SECRET)
CUSTOMER = Customer("u-17", language="zh", contact={"email": "u17@example.com", "phone": "+86 138-0000-0000"})


@attrs.define
class DeskInUse:
    """The desk, its clock, and its way out, which can know no more than that a message was accepted."""

    desk: Desk
    clock: FrozenClock
    channel: RecordingChannel

    @property
    def complaint(self) -> Complaint:
        return self.desk.get(ID)

    def kinds(self) -> list[str]:
        return [event.kind for event in self.desk.history(ID)]

    def token(self, action: str = "confirm", place: int = -1) -> str:
        """The token in the latest notice that was sent, or an earlier one."""
        notices = [message for message in self.channel.to_customers if message.links]
        return notices[place].links[action].partition("token=")[2]


@contextmanager
def open_desk(url: str = "memory://", **more: Any) -> Iterator[DeskInUse]:
    """With nothing in it yet."""
    clock, channel = FrozenClock(), RecordingChannel(Outcome(ReceiptStatus.ACCEPTED))
    ids = iter((ID, *(f"C-260302-000000000{place}" for place in range(9))))
    given = {"linker": LINKS, "plugins": [Channels({"app": channel})], "new_id": lambda at: next(ids), **more}
    with Desk.open(url, clock=clock, **given) as desk:
        yield DeskInUse(desk, clock, channel)


@contextmanager
def told(**more: Any) -> Iterator[DeskInUse]:
    """The customer was told that it is solved."""
    with open_desk(**more) as one:
        ready(one.desk, customer=CUSTOMER)
        at_desk(one.desk, ID, s.notice())
        one.desk.deliver()
        yield one


@contextmanager
def opened() -> Iterator[DeskInUse]:
    """It was received, and no more."""
    with open_desk() as one:
        received(one.desk, customer=CUSTOMER)
        yield one


def reply(text: str = "还没到账", **fields: Any) -> Reply:
    """A reply of the customer."""
    return Reply(
        **{"ref": "<1@example.com>", "address": "u17@example.com", "text": text, "at": s.T0, "complaint": ID, **fields}
    )


def mail(name: str, **options: Any) -> Reply | Bounce:
    """A mail of those in `mails/`, as it comes over the wire."""
    raw = (MAILS / f"{name}.eml").read_bytes().replace(b"\n", b"\r\n")
    return read_mail(raw, s.T0, **options)


def read_html(html: str) -> str:
    """What a person would read of it."""
    return write_lines(html_lines(html))


def own_words(text: str) -> str:
    """What of a plain text is the writer's own."""
    return divide(plain_lines(text)).own


def closed(one: DeskInUse) -> None:
    """The customer confirmed it, and it is closed."""
    one.desk.do(ID, s.CONFIRM, c.Close(), by=s.LI)
