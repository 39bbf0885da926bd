"""A letter that ends the process which sends it: it holds up nobody, and ends as a dead letter."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from complaintflow import Customer, Desk, Policy
from complaintflow.channels import Channels
from complaintflow.desk.outbox import SENDING_LEASE
from complaintflow.plugins import Message, Outcome
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s
from tests.stores.desks import Opener, at_desk, opened, received

ROOT = Path(__file__).resolve().parents[2]
DIED = 7
THREE = Policy.from_toml("[sending]\nattempts = 3\nper_hour = 0")


def letters(desk: Desk, count: int) -> list[str]:
    return [at_desk(desk, received(desk, order=f"A-{number}").id, s.acknowledge()).id for number in range(count)]


def deadly(keys: set[str], end: Callable[[], object]) -> Channels:
    """A channel whose process ends at these letters."""

    def answer(message: Message) -> Outcome:
        if message.complaint in keys:
            end()
        return Outcome(ReceiptStatus.DELIVERED)

    return Channels({"app": RecordingChannel(answer)}, {"team": RecordingChannel()})


def main(path: str, seconds: str, *ids: str) -> None:
    """One run of `deliver` in a process of its own."""
    clock = FrozenClock()
    clock.later(seconds=float(seconds))
    with opened(Path(path), clock=clock, policy=THREE, plugins=[deadly(set(ids), lambda: os._exit(DIED))]) as desk:
        desk.deliver()


def run(path: Path, seconds: float, *ids: str) -> int:
    """How the process of one run ended."""
    command = [sys.executable, "-c", "import sys; from tests.desk.test_deadly_letters import main; main(*sys.argv[1:])"]
    return subprocess.run([*command, str(path), str(seconds), *ids], cwd=ROOT, check=False).returncode


def waiting(desk: Desk) -> list[str]:
    return [letter.message.complaint for letter in desk.outbox() if letter.message.kind == "Acknowledge"]


def check_that_it_ends(path: Path, deaths: int) -> None:
    """So many letters end their process; each is given up, and all others are sent."""
    with opened(path, policy=THREE) as desk:
        ids = letters(desk, deaths + 4)
    bad = ids[1 : 1 + deaths]
    ends: list[int] = []
    while not ends or (ends[-1] == DIED and len(ends) < 30):
        ends.append(run(path, len(ends) * SENDING_LEASE.total_seconds(), *bad))
    with opened(path, policy=THREE) as desk:
        assert (waiting(desk), ends) == ([], [DIED] * 3 * deaths + [0])
        dead = {letter.message.complaint: letter for letter in desk.dead_letters()}
        assert (sorted(dead), {letter.attempts for letter in dead.values()}) == (sorted(bad), {3})
        assert {letter.why for letter in dead.values()} == {
            "given up after 3 attempts: the process ended each time that it was sent"
        }
        assert all(desk.history(id)[2].kind == "Receipt" for id in ids)
        assert desk.check_integrity().sound


def test_a_letter_that_ends_its_process_is_given_up_and_the_others_are_sent(path: Path) -> None:
    check_that_it_ends(path, 1)


@pytest.mark.explore
def test_many_letters_that_end_their_process_are_given_up_and_the_others_are_sent(path: Path) -> None:
    check_that_it_ends(path, 8)


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_what_ends_the_sender_is_counted_before_it_is_tried(
    opener: Opener, clock: FrozenClock, end: type[BaseException]
) -> None:
    """The run that it ended has sent what came before it, and the next one sends what comes after it, at once."""

    def stop() -> None:
        raise end

    bad: set[str] = set()
    with opener(clock, [deadly(bad, stop)], THREE) as desk:
        _, second, third, fourth = letters(desk, 4)
        bad.add(second)
        with pytest.raises(end):
            desk.deliver()
        assert waiting(desk) == [second, third, fourth]
        desk.deliver()
        assert waiting(desk) == [second]
        for _ in range(2):
            clock.later(seconds=SENDING_LEASE.total_seconds())
            with pytest.raises(end):
                desk.deliver()
        clock.later(seconds=SENDING_LEASE.total_seconds())
        assert (desk.deliver().dead, waiting(desk)) == (1, [])
        [letter] = desk.dead_letters()
        assert (letter.message.complaint, letter.attempts) == (second, 3)


def test_a_letter_that_died_too_often_goes_the_next_way(opener: Opener, clock: FrozenClock) -> None:
    """Its channel may be what ends the process; it is not called again, and the customer is reached by another."""
    sent: list[tuple[str, str]] = []

    def by(name: str) -> Callable[[Message], Outcome]:
        def answer(message: Message) -> Outcome:
            sent.append((name, message.id))
            if name == "email":
                raise KeyboardInterrupt
            return Outcome(ReceiptStatus.DELIVERED)

        return answer

    ways = Channels({name: RecordingChannel(by(name)) for name in ("email", "sms")})
    contact: dict[str, Any] = {"contact": {"email": "li@example.com", "phone": "+86 10"}, "preferred_channel": "email"}
    with opener(clock, [ways], THREE) as desk:
        at_desk(desk, received(desk, customer=Customer("u-17", **contact)).id, s.acknowledge())
        for _ in range(3):
            with pytest.raises(KeyboardInterrupt):
                desk.deliver()
            clock.later(seconds=SENDING_LEASE.total_seconds())
        desk.deliver()
        desk.deliver()
    assert sent == [("email", "M1")] * 3 + [("sms", "M1")]


def test_a_letter_that_waits_behind_one_that_died_is_not_counted(opener: Opener, clock: FrozenClock) -> None:
    """Else its own attempts are used up without one."""

    def stop() -> None:
        raise KeyboardInterrupt

    bad: set[str] = set()
    with opener(clock, [deadly(bad, stop)], THREE) as desk:
        first, second = letters(desk, 2)
        bad.add(first)
        with pytest.raises(KeyboardInterrupt):
            desk.deliver()
        counts = {letter.message.complaint: letter.attempts for letter in desk.outbox()}
        assert counts == {first: 1, second: 0}
        assert desk.outbox()[0].until == clock.now + SENDING_LEASE


def test_what_is_lowered_later_counts_for_what_was_tried_before(opener: Opener, clock: FrozenClock) -> None:
    """A house that lets a letter be tried less often does not call its channel once more."""
    channel = RecordingChannel(Outcome(ReceiptStatus.FAILED, final=False, detail="busy"))
    desk = opener(clock, [Channels({"app": channel})], Policy.from_toml("[sending]\nattempts = 9"))
    with desk:
        letters(desk, 1)
        for _ in range(4):
            desk.deliver()
            clock.later(hours=1)
        lower = Desk(desk._units.store, None, desk.plugins, clock)
        lower._units.versions.present = lower.lifecycle.under(THREE)
        assert len(channel.calls) == 4
        assert lower.deliver().dead == 1
        assert len(channel.calls) == 4
