"""What stands between a desk and its channels while a machine tests it, and what must hold of all that passes."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import Any

import attrs

from complaintflow.plugins import Channel, CustomerMessage, Host, Message, Outcome, StaffChannel, hookimpl
from complaintflow.record.events import Event
from complaintflow.record.message_key import message_name
from complaintflow.testing.channels import FlakyChannel, RecordingChannel
from complaintflow.vocabulary import ReceiptStatus

INTERNAL = "内部"
"""Stands in every internal note of the machine; a customer who reads it reads what is not for them."""

Named = tuple[str, str]
"""A message by its complaint and its number there."""


@attrs.define
class MachineChannel:
    """The plugin that brings the machine's own channel: flaky, honouring keys, and used for every name that no other
    plugin has, since an unknown name goes to `log`."""

    channel: FlakyChannel = attrs.field(factory=lambda: FlakyChannel(RecordingChannel()))
    name: str = "the machine's post"

    @hookimpl
    def channels(self) -> Mapping[str, Channel]:
        """For customers."""
        return {"log": self.channel}

    @hookimpl
    def staff_channels(self) -> Mapping[str, StaffChannel]:
        """For our own people."""
        return {"log": self.channel}


@attrs.define
class MessageLog:
    """Sees every message that the desk hands to a channel, and what the channel says."""

    keys: dict[str, Named] = attrs.field(factory=dict[str, Named])
    names: dict[Named, str] = attrs.field(factory=dict[Named, str])
    told_of: set[Named] = attrs.field(factory=set[Named])
    just_told: set[str] = attrs.field(factory=set[str])
    settled: set[str] = attrs.field(factory=set[str])
    objections: list[str] = attrs.field(factory=list[str])

    def watch(self, host: Host) -> None:
        """Stand before every channel of this host."""
        host.channels = {name: _LoggedChannel(channel, self) for name, channel in host.channels.items()}
        host.staff_channels = {name: _LoggedChannel(channel, self) for name, channel in host.staff_channels.items()}

    def record_sending(self, message: Message) -> None:
        """Objects to what must not be sent. (A channel that raises is none of the desk's trouble.)"""
        self.objections += self._wrong(message, (message.complaint, message.id))

    def _wrong(self, message: Message, name: Named) -> Iterator[str]:
        if self.keys.setdefault(message.key, name) != name:
            yield f"sent: two messages have the key {message.key}"
        if self.names.setdefault(name, message.key) != message.key:
            yield f"sent twice: {name} has two keys"
        if message.key in self.settled:
            yield f"sent twice: {message.key} was told of, and comes again"
        if isinstance(message, CustomerMessage) and INTERNAL in _read(message):
            yield f"leaked: a customer reads what is internal: {_read(message)}"

    def record_outcome(self, message: Message, outcome: Outcome) -> None:
        """A channel says what became of it."""
        if outcome.status is not ReceiptStatus.FAILED:
            self.told_of.add((message.complaint, message.id))
            self.just_told.add(message.key)

    def settle(self) -> None:
        """What was told of lately is on record now: it is not to be sent again."""
        self.settled |= self.just_told
        self.just_told.clear()

    def forget(self) -> None:
        """The store failed meanwhile: what was told of may come again."""
        self.just_told.clear()

    def find_lost(self, histories: Mapping[str, tuple[Event, ...]], visible: Container[Named]) -> list[Named]:
        """The messages that were said, that no channel took, and that cannot be seen to wait or to be dead either."""
        return [name for name in announced_messages(histories) if name not in self.told_of and name not in visible]


def _read(message: CustomerMessage) -> str:
    return f"{message.subject} {message.text} {message.html} {message.fields}"


class _LoggedChannel:
    """A channel whose messages are logged."""

    def __init__(self, channel: Any, log: MessageLog) -> None:
        self._channel = channel
        self._log = log

    def __getattr__(self, name: str) -> Any:
        return getattr(self._channel, name)

    def send(self, message: Message) -> Outcome:
        self._log.record_sending(message)
        outcome: Outcome = self._channel.send(message)
        self._log.record_outcome(message, outcome)
        return outcome


def announced_messages(histories: Mapping[str, tuple[Event, ...]]) -> list[Named]:
    """The messages that these histories say."""
    return [
        (id, message_name(event.changes["messages"]))
        for id, history in histories.items()
        for event in history
        if "messages" in event.changes
    ]
