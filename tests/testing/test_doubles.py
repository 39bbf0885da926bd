"""The doubles do what they say."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime

import pytest

from complaintflow import Actor, Customer, Desk, InvalidInput, StoreError
from complaintflow.commands import Note, Receive
from complaintflow.stores import MemoryStore
from complaintflow.testing import BrokenStore, FlakyChannel, FrozenClock, Mood, RecordingChannel, every_point
from complaintflow.testing.channel_contract import Line, to_customer
from complaintflow.vocabulary import ReceiptStatus

LI = Actor("li", roles=frozenset({"agent"}))
LINE = Line(None, tuple)


def test_a_frozen_clock_stands_until_it_is_moved() -> None:
    clock = FrozenClock(datetime(2026, 1, 1, tzinfo=UTC))
    assert clock() == clock()
    assert clock.later(days=1) == clock() == datetime(2026, 1, 2, tzinfo=UTC)


def test_a_frozen_clock_refuses_a_naive_time() -> None:
    with pytest.raises(InvalidInput):
        FrozenClock(datetime(2026, 1, 1))  # noqa: DTZ001


def test_a_recording_channel_takes_a_key_once() -> None:
    channel = RecordingChannel()
    for number in (1, 1, 2):
        channel.send(to_customer(LINE, number))
    assert (len(channel.sent), len(channel.calls)) == (2, 3)


SENDS = {Mood.WORKS: 1, Mood.BREAKS: 0, Mood.FAILS: 0, Mood.GIVES_UP: 0, Mood.HANGS: 1, Mood.LIES: 0, Mood.DENIES: 1}
SAYS = {
    Mood.WORKS: (ReceiptStatus.DELIVERED, True),
    Mood.FAILS: (ReceiptStatus.FAILED, False),
    Mood.GIVES_UP: (ReceiptStatus.FAILED, True),
    Mood.LIES: (ReceiptStatus.DELIVERED, True),
    Mood.DENIES: (ReceiptStatus.FAILED, False),
}


@pytest.mark.parametrize("mood", Mood)
def test_a_flaky_channel_does_and_says_as_its_mood_is(mood: Mood) -> None:
    inner = RecordingChannel()
    channel = FlakyChannel(inner, mood)
    if mood in SAYS:
        outcome = channel.send(to_customer(LINE, 1))
        assert (outcome.status, outcome.final) == SAYS[mood]
    else:
        with pytest.raises(OSError, match=r"far end|no answer"):
            channel.send(to_customer(LINE, 1))
    assert len(inner.sent) == SENDS[mood]
    assert channel.send(to_customer(LINE, 2)).status is ReceiptStatus.DELIVERED
    assert bool(channel.lied_about) == (mood is Mood.LIES)
    assert bool(channel.given_up) == (mood is Mood.GIVES_UP)


def test_every_point_at_which_a_store_can_fail_is_come_to() -> None:
    kept: list[int] = []
    for point, store in every_point(MemoryStore):
        with Desk(store, clock=FrozenClock()) as desk:
            complaint = desk.receive(Receive("app", Customer("u-17"), "我付了两次款"), by=Actor.system())
            store.fail_at(point)
            with suppress(StoreError):
                desk.do(complaint.id, Note("查账"), by=LI)
            store.mend()
            kept.append(desk.get(complaint.id).version)
    assert len(kept) > 3
    assert kept == [1] * (len(kept) - 1) + [2]


def test_an_answer_that_is_lost_leaves_what_was_saved() -> None:
    store = BrokenStore(MemoryStore())
    desk = Desk(store, clock=FrozenClock())
    complaint = desk.receive(Receive("app", Customer("u-17"), "我付了两次款"), by=Actor.system())
    versions: list[tuple[bool, int]] = []
    for point in range(1, 30):
        store.fail_at(point, "all kept")
        with pytest.raises(StoreError, match="told to fail"):
            desk.do(complaint.id, Note("查账"), by=LI, key="note")
        store.mend()
        versions.append((store.kept, desk.get(complaint.id).version))
        if store.kept:
            break
    assert versions[-1] == (True, 2)
    assert {version for kept, version in versions if not kept} == {1}
    assert desk.do(complaint.id, Note("查账"), by=LI, key="note").version == 2
