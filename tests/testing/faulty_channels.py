"""Channels with one fault each, that a contract must find."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import attrs

from complaintflow.plugins import CustomerMessage, Message, Outcome, StaffMessage
from complaintflow.testing import Line
from complaintflow.vocabulary import ReceiptStatus

__all__ = ["FAULTS", "FarEnd", "Good", "line_of"]


@attrs.define
class FarEnd:
    """Takes texts, when it is there."""

    texts: list[str] = attrs.field(factory=list[str])
    there: bool = True

    def post(self, text: str) -> None:
        if not self.there:
            raise ConnectionError("nobody there")
        self.texts.append(text)

    @contextmanager
    def down(self) -> Iterator[None]:
        self.there = False
        yield
        self.there = True


@attrs.define
class Good:
    """Without a fault: to customers and to our own people, through the same parts."""

    far: FarEnd = attrs.field(factory=FarEnd)
    board: list[str] = attrs.field(factory=list[str])
    last: str = ""

    def send(self, message: Message) -> Outcome:
        if isinstance(message, StaffMessage):
            self.board.append(message.text)
            self.last = message.text
        else:
            self.to_customer(message)
        return Outcome(ReceiptStatus.ACCEPTED)

    def to_customer(self, message: CustomerMessage) -> None:
        self.far.post(message.text)


class SendsTwice(Good):
    def to_customer(self, message: CustomerMessage) -> None:
        super().to_customer(message)
        super().to_customer(message)


class SwallowsErrors(Good):
    def to_customer(self, message: CustomerMessage) -> None:
        with suppress(ConnectionError):
            super().to_customer(message)


class LeaksAnInternalNote(Good):
    """A buffer that is not emptied."""

    def to_customer(self, message: CustomerMessage) -> None:
        self.far.post(f"{self.last}\n{message.text}".strip())
        self.last = ""


class NamesTheAddress(Good):
    def to_customer(self, message: CustomerMessage) -> None:
        if not self.far.there:
            raise ConnectionError(f"{message.to['email']} cannot be reached")
        super().to_customer(message)


def line_of(kind: type[Good]) -> Line:
    """A channel of this kind with its far end."""
    channel = kind()
    return Line(channel, lambda: channel.far.texts, down=channel.far.down, beside=channel)


FAULTS: dict[str, type[Good]] = {
    one.__name__: one for one in (SendsTwice, SwallowsErrors, LeaksAnInternalNote, NamesTheAddress)
}
