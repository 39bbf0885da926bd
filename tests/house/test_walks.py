"""What is due goes one short way through the house: few files are entered between the clock and the record."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import complaintflow
from complaintflow import Actor, Customer, Desk, Signals, commands as c
from complaintflow.testing import FrozenClock

MOST = 29
ROOT = Path(complaintflow.__file__).parent
LI = Actor("li", roles={"agent"}, team="payments")


def files_entered(act: Callable[[], object]) -> set[str]:
    """The files of ours in which a function runs."""
    found: set[str] = set()

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call" and frame.f_code.co_filename.startswith(str(ROOT)):
            found.add(str(Path(frame.f_code.co_filename).relative_to(ROOT)))

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(before)
    return found


def test_a_tick_with_things_due_enters_few_files() -> None:
    clock = FrozenClock()
    with Desk.open("memory://", clock=clock) as desk:
        for number in range(2):  # what is built at first use is built for the first one
            command = c.Receive(
                "app", Customer(f"u-{number}", contact={"email": "a@example.com"}), "I paid twice", order=f"A-{number}"
            )
            id = desk.receive(command, by=Actor.system()).id
            desk.do(id, c.Triage("fault", "payment", Signals(urgency="blocked"), "payments"), by=LI)
            clock.later(hours=30)
            entered = files_entered(desk.tick)
        assert len([event for event in desk.history(id) if event.by == "system"]) > 5
        assert len(entered) <= MOST, sorted(entered)
