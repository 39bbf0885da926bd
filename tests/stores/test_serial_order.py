"""What explains the answers of a crowd would not explain wrong ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import msgspec
import pytest

from complaintflow import Desk, commands as c
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.stores.desks import received
from tests.stores.serial_order import SerialOrder

Events = list[tuple[str, int, str]]


def told(change: Callable[[Events, list[dict[str, Any]]], object], *, blind: bool = False) -> list[str]:
    """What is said of two complaints about one order, of which one was noted twice and one was paid, when this is
    changed."""
    with Desk.open("memory://", clock=FrozenClock(), policy=s.CHINA) as desk:
        one, two = received(desk, order="A-1"), received(desk, order="A-9" if blind else "A-1")
        desk.do(one.id, c.Note("1-7-0"), by=s.LI)
        desk.do(one.id, c.Note("1-7-1"), by=s.LI)
        there = {each.id: each for each in desk.each()}
    if blind:
        facts = msgspec.structs.replace(there[two.id].facts, order="A-1")
        there[two.id] = attrs.evolve(there[two.id], facts=facts)
    kinds = ["Receive", "ComplainAgain", "Note", "Note"]
    events: Events = [(one.id, number + 1, kind) for number, kind in enumerate(kinds)]
    events += [(two.id, 1, "Receive"), (two.id, 2, "ApproveCompensation")]
    said: list[dict[str, Any]] = [
        {"note": "1-7-0", "version": 3},
        {"note": "1-7-1", "version": 4},
        {"refused": "Refused", "id": one.id, "until": 6},
    ]
    notes = {"1-7-0": (one.id, 3), "1-7-1": (one.id, 4)}
    change(events, said)
    places = {(id, seq): place for place, (id, seq, _) in enumerate(events)}
    return [*SerialOrder(events, there, places, notes).unexplained(said)]


def test_what_happened_one_after_the_other_is_explained() -> None:
    assert told(lambda _events, _said: None) == []


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda events, said: said[0].update(version=4), "and was answered with version 4"),
        (lambda events, said: said.reverse(), "stands before what the same process was told earlier"),
        (lambda events, said: said[2].update(until=5), "was refused"),
        (lambda events, said: events.append((events[0][0], 5, "ApproveCompensation")), "pays what was paid before"),
        (lambda events, said: events.append((events[0][0], 6, "Remind")), "is event 6, behind 4"),
    ],
)
def test_what_no_order_explains_is_said(change: Callable[[Events, list[dict[str, Any]]], object], why: str) -> None:
    (found,) = told(change)
    assert why in found


def test_a_complaint_that_came_in_unseen_is_said() -> None:
    """R5: an agent handles what a colleague is handling already."""
    assert all("knows of []" in one for one in told(lambda _events, _said: None, blind=True))
    assert len(told(lambda _events, _said: None, blind=True)) == 2
