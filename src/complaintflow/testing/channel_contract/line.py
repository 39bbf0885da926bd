"""A channel with its far end, the messages that a contract hands to it, and what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Generic, cast

import attrs
import pytest

from complaintflow.commands import Update
from complaintflow.plugins import AnyMessage, Channel, CustomerMessage, Outcome, StaffChannel, StaffMessage
from complaintflow.record.keys import MessageKey, message_name
from complaintflow.testing.answers import Breaks
from complaintflow.testing.channel_contract.waiting import Waits, watch_waits
from complaintflow.testing.story import Story, Told
from complaintflow.vocabulary import Audience, ReceiptStatus

Away = Callable[[], AbstractContextManager[object]]
"""Something that the far end does within a `with` block."""

SENT = (ReceiptStatus.ACCEPTED, ReceiptStatus.RECORDED, ReceiptStatus.DELIVERED)
TO: Mapping[str, str] = {
    "app": "u-17",
    "chat": "u-17",
    "email": "li@example.com",
    "phone": "+8613800000000",
    "portal": "u-17",
    "url": "https://example.com/u-17",
    "webhook": "https://example.com/u-17",
}
"""The addresses of the one who is written to; a line may have others."""


@attrs.frozen
class Line:
    """A channel and its far end, as a test sees it.

    `arrived` gives what reached the far end so far, in order, each as the text that a reader would see, with its
    lines. `to` is where messages are addressed to, in place of the usual. `honours_keys` says that a repeat under one
    key is dropped, on this side or on the other. `beside` is the channel to staff that works through the same parts,
    when there is one. `far_logs` are the loggers of the far end, when it runs in this process. `records` says that the
    far end is a log or a file, which reaches nobody. `secrets` are the tokens and passwords that the channel was given.

    The far end fails in three ways, each within a `with` block; None, when that can never be. `down`: it cannot be
    reached, or is broken (503). `refuses`: it answers that it takes nothing, perhaps with a status of success and the
    refusal in the body. `silent`: it takes the call, and says nothing.
    """

    channel: Any
    arrived: Callable[[], Sequence[str]]
    down: Away | None = None
    to: Mapping[str, str] = TO
    honours_keys: bool = False
    beside: StaffChannel | None = None
    far_logs: tuple[str, ...] = ()
    records: bool = False
    secrets: tuple[str, ...] = attrs.field(default=(), repr=False)
    refuses: Away | None = None
    silent: Away | None = None

    def told_in(self, story: Story) -> Line:
        """The line whose channels tell each message in this story."""
        beside = Told(self.beside, story, "beside it: ") if self.beside else None
        return attrs.evolve(self, channel=Told(self.channel, story), beside=beside)


@attrs.frozen
class Attempt:
    """An attempt to send: what the channel answered or raised, and what it waited for."""

    answer: Any
    waits: Waits

    @property
    def sent(self) -> bool:
        """Whether the channel says that it was sent."""
        return isinstance(self.answer, Outcome) and self.answer.status in SENT

    @property
    def given_up(self) -> bool:
        """Whether the channel says that it failed for good."""
        return isinstance(self.answer, Outcome) and self.answer.final and not self.sent

    @property
    def words(self) -> str:
        """What of it goes on record."""
        return repr(self.answer) if isinstance(self.answer, Exception) else str(getattr(self.answer, "detail", ""))


def _id_and_key(number: int) -> tuple[str, str]:
    id = message_name(number)
    return id, str(MessageKey("C-1", 1, 0, id))


def to_customer(line: Line, number: int, text: str = "您好 hello", **fields: Any) -> CustomerMessage:
    """Message M1, M2 … to the customer of complaint C-1."""
    id, key = _id_and_key(number)
    whole = CustomerMessage(id, "C-1", key, Update.__name__, "app", "zh", "主题", text, line.to)
    return attrs.evolve(whole, **fields)


def to_staff(line: Line, number: int, text: str = "您好 hello", **fields: Any) -> StaffMessage:
    """Message M1, M2 … to the team of complaint C-1."""
    id, key = _id_and_key(number)
    team = str(Audience.TEAM)
    whole = StaffMessage(id, "C-1", key, Update.__name__, team, ("payments", "li"), "主题", text)
    return attrs.evolve(whole, **fields)


def checked_outcome(answer: Any) -> Outcome:
    """What a channel answered, when it says what became of a message."""
    fault = f"{answer!r} is no Outcome" if not isinstance(answer, Outcome) else _why_no_status(answer.status)
    if fault:
        raise Breaks(Channel, "it returns what became of it.", fault)
    return cast(Outcome, answer)


def _why_no_status(status: Any) -> str:
    if not isinstance(status, ReceiptStatus):
        return f"{status!r} is no ReceiptStatus"
    return "only the outbox drops a message" if status is ReceiptStatus.DROPPED else ""


class Sending(Generic[AnyMessage]):
    """How the contract sends to both kinds of channel."""

    @pytest.fixture
    def line(self) -> Iterator[Line]:
        """A channel with its far end, where nothing has arrived yet; overridden."""
        raise NotImplementedError("override the fixture `line`")

    def message(self, line: Line, number: int, text: str = "您好 hello", **fields: Any) -> AnyMessage:
        """A message of the kind that the channel takes."""
        raise NotImplementedError

    def attempt(self, line: Line, message: AnyMessage) -> Attempt:
        """Hand the message over; an exception is an answer, too. Fails when the answer is none, and when it waits."""
        with watch_waits() as waits:
            try:
                answer: Any = line.channel.send(message)
            except Exception as error:
                return Attempt(error, waits.checked())
        return Attempt(checked_outcome(answer), waits.checked())

    def send(self, line: Line, message: AnyMessage) -> Outcome:
        """Hand over a message that nothing hinders. Fails when the channel does not say that it was sent."""
        attempt = self.attempt(line, message)
        if isinstance(attempt.answer, Exception):
            raise attempt.answer
        outcome: Outcome = attempt.answer
        assert attempt.sent, f"a message that nothing hinders ended as {outcome}"
        return outcome
