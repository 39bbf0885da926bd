"""A log between the desk of a machine and its channels, which checks every message."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from typing import Any

import attrs

from complaintflow.commands import Erase, Recall, Receipt
from complaintflow.plugins import Channel, CustomerMessage, Host, Message, Outcome, StaffChannel, hookimpl
from complaintflow.record.complaint import Event
from complaintflow.record.keys import MessageKey, message_name
from complaintflow.testing.channels import FlakyChannel, RecordingChannel
from complaintflow.testing.machine_promises import ANOTHER_KEY, ANOTHER_WAY, DONE, KEYED, PUBLIC, SAME_KEY, broken
from complaintflow.vocabulary import ReceiptStatus

INTERNAL = "内部"
"""A word in every internal note of the machine, which no customer may read."""

Named = tuple[str, str]
"""A message, by its complaint and its number."""


@attrs.define
class MachineChannel:
    """A plugin with the flaky channel of the machine. It replaces `log`, to which every unknown name goes."""

    channel: FlakyChannel = attrs.field(factory=lambda: FlakyChannel(RecordingChannel()))
    name: str = "the machine's post"

    @hookimpl
    def channels(self) -> Mapping[str, Channel]:
        """The channel, for customers."""
        return {"log": self.channel}

    @hookimpl
    def staff_channels(self) -> Mapping[str, StaffChannel]:
        """The channel, for staff."""
        return {"log": self.channel}


@attrs.define
class MessageLog:
    """Records every message that the desk hands to a channel, and the outcome; and what others say became of it."""

    keys: dict[str, Named] = attrs.field(factory=dict[str, Named])
    names: dict[Named, MessageKey] = attrs.field(factory=dict[Named, MessageKey])
    came_back: Counter[Named] = attrs.field(factory=Counter[Named])
    ways: dict[Named, list[str]] = attrs.field(factory=dict[Named, list[str]])
    """By which channels each message went, one after the other."""
    told_of: set[Named] = attrs.field(factory=set[Named])
    """What a channel took, or somebody else sent."""
    just_told: set[str] = attrs.field(factory=set[str])
    settled: set[str] = attrs.field(factory=set[str])
    objections: list[str] = attrs.field(factory=list[str])

    def watch(self, host: Host) -> None:
        """Wrap every channel of this host."""
        host.channels = {name: _LoggedChannel(channel, self) for name, channel in host.channels.items()}
        host.staff_channels = {name: _LoggedChannel(channel, self) for name, channel in host.staff_channels.items()}

    def record_sending(self, message: Message) -> None:
        """Object to a message that must not be sent. (An exception of the channel is not the fault of the desk.)"""
        self.objections += self._wrong(message, (message.complaint, message.id))

    def _wrong(self, message: Message, name: Named) -> Iterator[str]:
        if self.keys.setdefault(message.key, name) != name:
            yield broken(f"sent: two messages have the key {message.key}", KEYED)
        yield from self._wrong_key(MessageKey.parse(message.key), name, self._is_another_way(message, name))
        if message.key in self.settled:
            yield broken(f"sent twice: {message.key} was told of, and comes again", DONE)
        if isinstance(message, CustomerMessage) and INTERNAL in _read(message):
            yield broken(f"leaked: a customer reads what is internal: {_read(message)}", PUBLIC)

    def _is_another_way(self, message: Message, name: Named) -> bool:
        """Whether it goes by another channel than the last time."""
        ways = self.ways.setdefault(name, [])
        channel = message.channel if isinstance(message, CustomerMessage) else ""
        if channel in ways[-1:]:
            return False
        ways.append(channel)
        return len(ways) > 1

    def _wrong_key(self, key: MessageKey, name: Named, another_way: bool) -> Iterator[str]:
        """A key stays, but that it counts another sending when the message came back or goes another way; and it never
        counts back."""
        before = self.names.get(name, key)
        self.names[name] = key
        if key.letter != before.letter or key.sending > len(self.ways[name]) + self.came_back[name]:
            yield broken(
                f"sent twice: {name} has two keys, {before} and {key}, and did not come back so often", SAME_KEY
            )
        if another_way and key == before:
            yield broken(f"lost: {name} goes another way under the key that it had, {key}", ANOTHER_WAY)
        if key.sending < before.sending:
            yield broken(
                f"lost: {name} came back, and goes again under its old key, {key}, which a channel may drop",
                ANOTHER_KEY,
            )

    def hear(self, complaint: str, receipt: Mapping[str, Any]) -> None:
        """Somebody else than the desk says what became of a message."""
        name, status = (complaint, str(receipt["message"])), ReceiptStatus(receipt["status"])
        self.came_back[name] += status is ReceiptStatus.FAILED
        if status.sent:
            self.told_of.add(name)

    def record_outcome(self, message: Message, outcome: Outcome) -> None:
        """Record the outcome of a message."""
        if outcome.status is not ReceiptStatus.FAILED:
            self.told_of.add((message.complaint, message.id))
            self.just_told.add(message.key)

    def settle(self) -> None:
        """The latest outcomes are on record now, so their messages must not be sent again."""
        self.settled |= self.just_told
        self.just_told.clear()

    def forget(self) -> None:
        """The store failed, so the messages of the latest outcomes may be sent again."""
        self.just_told.clear()

    def find_lost(self, histories: Mapping[str, tuple[Event, ...]], visible: Container[Named]) -> list[Named]:
        """The announced messages that no channel took and nobody else sent, that do not wait, are no dead letters, and
        were not dropped."""
        accounted = self.told_of | dropped_messages(histories)
        return [name for name in announced_messages(histories) if name not in accounted and name not in visible]


def _read(message: CustomerMessage) -> str:
    return f"{message.subject} {message.text} {message.html} {message.fields}"


class _LoggedChannel:
    """A channel that logs its messages."""

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
    """The messages that these histories announce."""
    return [
        (id, message_name(event.changes["messages"]))
        for id, history in histories.items()
        for event in _since_erasure(history)
        if "messages" in event.changes
    ]


def dropped_messages(histories: Mapping[str, tuple[Event, ...]]) -> set[Named]:
    """The messages that these histories say were dropped, outdated before their turn came, or recalled by a person."""
    return {
        (id, str(event.data["message"]))
        for id, history in histories.items()
        for event in _since_erasure(history)
        if event.is_a(Recall) or (event.is_a(Receipt) and event.data["status"] == ReceiptStatus.DROPPED)
    }


def _since_erasure(history: tuple[Event, ...]) -> tuple[Event, ...]:
    """What came behind an erasure, which took all letters of before, and what was said of them."""
    last = max((place for place, event in enumerate(history, 1) if event.is_a(Erase)), default=0)
    return history[last:]
