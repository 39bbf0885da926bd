"""Channels for tests: one that keeps what it was handed, and one that fails, hangs and lies as it is told."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any

import attrs

from complaintflow.plugins import CustomerMessage, Message, Outcome, StaffMessage
from complaintflow.vocabulary import ReceiptStatus

_DELIVERED = Outcome(ReceiptStatus.DELIVERED)
_FAILED = Outcome(ReceiptStatus.FAILED)
_NOT_NOW = Outcome(ReceiptStatus.FAILED, final=False)


@attrs.define
class RecordingChannel:
    """A way out, to customers and to staff, that keeps in `sent` what it took, and answers with `outcome`.

    `outcome` may be a function of the message; when that raises, the message is not taken. It honours keys: a message
    whose key it has already is not taken again. `calls` has all that it was handed, repeats too. `form` is the form of
    the messages, for a renderer.
    """

    outcome: Outcome | Callable[[Message], Outcome] = _DELIVERED
    sent: list[Message] = attrs.field(factory=list[Message])
    calls: list[Message] = attrs.field(factory=list[Message])
    form: str = "plain"

    def send(self, message: Message) -> Outcome:
        """Take it, unless its key was taken before."""
        self.calls.append(message)
        outcome = self.outcome(message) if callable(self.outcome) else self.outcome
        if message.key not in self.keys:
            self.sent.append(message)
        return outcome

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of what was taken, in order."""
        return tuple(message.key for message in self.sent)

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts of what was taken, in order."""
        return tuple(message.text for message in self.sent)

    @property
    def to_customers(self) -> tuple[CustomerMessage, ...]:
        """What a customer would have read."""
        return tuple(message for message in self.sent if isinstance(message, CustomerMessage))

    @property
    def to_staff(self) -> tuple[StaffMessage, ...]:
        """What staff would have read."""
        return tuple(message for message in self.sent if isinstance(message, StaffMessage))


class Mood(StrEnum):
    """What a channel does with a message."""

    WORKS = "works"
    BREAKS = "breaks"
    """Raises, and has sent nothing."""
    FAILS = "fails"
    """Says that it failed for now, and has sent nothing."""
    GIVES_UP = "gives up"
    """Says that it failed for good, and has sent nothing."""
    HANGS = "hangs"
    """Runs into a timeout: it has sent the message, and nobody was told so."""
    LIES = "lies"
    """Says that it was delivered, and has sent nothing."""
    DENIES = "denies"
    """Says that it failed for now, and has sent it."""


_SENDS = frozenset({Mood.WORKS, Mood.HANGS, Mood.DENIES})
_SAYS = {Mood.FAILS: _NOT_NOW, Mood.GIVES_UP: _FAILED, Mood.LIES: _DELIVERED, Mood.DENIES: _NOT_NOW}


class FlakyChannel:
    """A channel in front of another one, with a mood for each message to come; after the last it works.

    >>> channel = FlakyChannel(RecordingChannel(), "breaks", "lies")

    `then` is the mood when no other is left. `past` says in which mood it met each message, `lied_about` and
    `given_up` what it promised falsely and what it failed for good, both by their keys.
    """

    def __init__(self, inner: Any, *moods: str, then: str = Mood.WORKS) -> None:
        self.inner = inner
        self.then = Mood(then)
        self.past: list[tuple[Mood, Message]] = []
        self._moods: Iterator[Mood] = iter(())
        self.feels(*moods)

    def feels(self, *moods: str) -> None:
        """From now on it has these moods, one for each message."""
        self._moods = iter([Mood(mood) for mood in moods])

    def send(self, message: Message) -> Outcome:
        """Do as the mood is."""
        mood = next(self._moods, self.then)
        self.past.append((mood, message))
        outcome: Outcome = self.inner.send(message) if mood in _SENDS else _DELIVERED
        if mood is Mood.BREAKS:
            raise ConnectionError("the far end is not there")
        if mood is Mood.HANGS:
            raise TimeoutError("no answer in time")
        return _SAYS.get(mood, outcome)

    @property
    def lied_about(self) -> set[str]:
        """The keys of what it said was delivered, and never sent."""
        return {message.key for mood, message in self.past if mood is Mood.LIES}

    @property
    def given_up(self) -> set[str]:
        """The keys of what it failed for good."""
        return {message.key for mood, message in self.past if mood is Mood.GIVES_UP}
