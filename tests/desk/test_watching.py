"""Who watches a desk is told of each call by its name, and can neither break nor change it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from typing import Any

import attrs
import pytest

from complaintflow import Actor, AsyncDesk, Desk, DeskCall, Refused, StoreError, commands as c, watch
from complaintflow.channels import Channels
from complaintflow.plugins import Outcome
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s

STRANGER = Actor.customer("u-17")
"""Who may not say what staff say."""


@attrs.define
class Seen:
    """Keeps each call, its answer and its error."""

    calls: list[tuple[str, str]] = attrs.field(factory=list[tuple[str, str]])
    whole: list[DeskCall] = attrs.field(factory=list[DeskCall])

    @contextmanager
    def watch(self, call: DeskCall) -> Generator[Callable[[object], object], None, None]:
        self.whole.append(call)
        answers = list[str]()
        try:
            yield lambda answer: answers.append(type(answer).__name__)
        except BaseException as error:
            answers.append(type(error).__name__)
            raise
        finally:
            self.calls.append((call.name, *answers))  # type: ignore[arg-type]


class Breaks:
    """Fails before, in and after each call."""

    def __init__(self, where: str) -> None:
        self.where = where

    @contextmanager
    def watch(self, call: DeskCall) -> Generator[Callable[[object], object], None, None]:
        if self.where == "before":
            raise RuntimeError("private words")
        yield self.tell
        if self.where == "after":
            raise RuntimeError("private words")

    def tell(self, answer: object) -> None:
        if self.where == "in":
            raise RuntimeError("private words")


class Swallows:
    """Tries to hold back what a call raises."""

    @contextmanager
    def watch(self, call: DeskCall) -> Generator[Callable[[object], object], None, None]:
        try:
            yield str
        except Refused:
            return


class Post:
    def send(self, message: Any) -> Outcome:
        return Outcome(ReceiptStatus.ACCEPTED)


@pytest.fixture
def plain() -> Iterator[Desk]:
    with Desk.open("memory://", clock=FrozenClock(), plugins=[Channels({"app": Post(), "email": Post()})]) as desk:
        yield desk


def test_each_call_is_told_with_its_commands_and_how_it_ended(plain: Desk) -> None:
    """Or nobody knows which command is slow, and which is refused all day."""
    seen = Seen()
    desk = watch(plain, seen)
    id = desk.receive(s.receive(), by=s.SYSTEM).id
    desk.do(id, s.triage(), by=s.LI)
    with pytest.raises(Refused):
        desk.do(id, c.Note("seen"), s.update(), by=STRANGER)
    assert seen.calls == [("receive", "Complaint"), ("do", "Complaint"), ("do", "Refused")]
    assert [one.commands for one in seen.whole] == [("Receive",), ("Triage",), ("Note", "Update")]
    assert seen.whole[-1].complaint == id


def test_each_letter_that_a_channel_is_handed_is_told_with_its_channel(plain: Desk) -> None:
    seen = Seen()
    desk = watch(plain, seen)
    id = desk.receive(s.receive(), by=s.SYSTEM).id
    desk.do(id, s.acknowledge(), by=s.LI)
    seen.calls.clear()
    desk.deliver()
    *sent, last = seen.calls
    assert last == ("deliver", "Delivery")
    assert ("send", "Outcome") in sent
    (letter,) = [one for one in seen.whole if one.name == "send" and one.commands == ("Acknowledge",)]
    assert (letter.channel, letter.complaint) == ("app", id)


def test_calls_of_an_actor_and_of_an_event_loop_are_told_as_well(plain: Desk) -> None:
    import anyio

    seen = Seen()
    desk = watch(plain, seen)
    id = desk.receive(s.receive(), by=s.SYSTEM).id
    desk.acting(s.LI).do(id, s.triage())

    async def awaited() -> None:
        await AsyncDesk(desk).get(id)

    anyio.run(awaited)
    assert [name for name, *_ in seen.calls] == ["receive", "get", "do", "get"]


def test_the_desk_that_is_watched_is_the_same_desk(plain: Desk) -> None:
    desk = watch(plain, Seen())
    id = desk.receive(s.receive(), by=s.SYSTEM).id
    assert plain.get(id) == desk.get(id)
    desk.close()
    with pytest.raises(StoreError):
        plain.get(id)


def test_two_that_watch_are_told_in_turn(plain: Desk) -> None:
    one, other = Seen(), Seen()
    watch(watch(plain, one), other).receive(s.receive(), by=s.SYSTEM)
    assert one.calls == other.calls == [("receive", "Complaint")]


@pytest.mark.parametrize("where", ["before", "in", "after"])
def test_a_watcher_that_fails_changes_nothing_and_is_logged_without_its_words(
    plain: Desk, where: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Or a server of metrics that is down stops the helpdesk."""
    seen = Seen()
    desk = watch(plain, Breaks(where), seen)
    id = desk.receive(s.receive(), by=s.SYSTEM).id
    with pytest.raises(Refused):
        desk.do(id, s.update(), by=STRANGER)
    assert desk.get(id).id == id
    assert [name for name, *_ in seen.calls] == ["receive", "do", "get"]
    assert "a watcher failed: RuntimeError" in caplog.text
    assert "private words" not in caplog.text


def test_a_watcher_cannot_hold_back_a_refusal(plain: Desk) -> None:
    desk = watch(plain, Swallows())
    id = desk.receive(s.receive(), by=Actor.system()).id
    with pytest.raises(Refused):
        desk.do(id, s.update(), by=STRANGER)
