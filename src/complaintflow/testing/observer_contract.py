"""The contract of observers: subclass `ObserverContract` and provide the observer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import Observer
from complaintflow.record.complaint import Complaint
from complaintflow.testing.histories import walks_everywhere
from complaintflow.testing.paths import Walk, default_lifecycle
from complaintflow.testing.promises import keeps
from complaintflow.testing.racing import Rival, ask_at_once

MANY = 2_000
"""How many changes an observer is told of at once: more than a queue of the usual size holds."""

QUICK = 3.0
"""Seconds in which it has to take them: a thousand times what handing them on costs."""


class ObserverContract:
    """The tests tell the observer what happened to complaints in every state."""

    @pytest.fixture
    def observer(self) -> Iterator[Observer]:
        """The observer; override it."""
        raise NotImplementedError("override the fixture `observer`")

    @pytest.fixture
    def lifecycle(self) -> Lifecycle:
        """The lifecycle of the complaints; override it for an observer of a custom lifecycle."""
        return default_lifecycle()

    @pytest.fixture
    def noted(self) -> Callable[[], int] | None:
        """How many changes the observer has handed on so far; override it, and none may be missing."""
        return None

    @keeps(Observer, "It takes every complaint in every state, and every kind of event, and answers nothing.")
    def test_it_takes_every_complaint_and_every_event(self, observer: Observer, lifecycle: Lifecycle) -> None:
        for walk in _walks(lifecycle):
            for event in walk.events:
                saw: Any = observer.saw
                answer = saw(walk.complaint, (event,))
                assert answer is None, f"it answers {answer!r}: is `saw` a coroutine?"

    @keeps(Observer, "It takes every complaint in every state, and every kind of event, and answers nothing.")
    def test_it_takes_several_events_and_none(self, observer: Observer, lifecycle: Lifecycle) -> None:
        """A call of the desk makes as many events as it has commands; an erasure makes none."""
        *_, walk = _walks(lifecycle)
        observer.saw(walk.complaint, walk.events)
        observer.saw(walk.complaint, ())

    @keeps(
        Observer,
        "- Threads: many at once; two versions of one complaint may come in either order: `complaint.version` tells.",
    )
    def test_versions_come_in_either_order_and_twice(self, observer: Observer, lifecycle: Lifecycle) -> None:
        walks = _walks(lifecycle)
        for walk in (*walks, *reversed(walks)):
            tell(observer, walk)
        ask_at_once(partial(tell, observer), walks)

    @keeps(Observer, "The caller of the desk waits: hand on what takes long.")
    def test_it_holds_up_nobody(self, observer: Observer, lifecycle: Lifecycle) -> None:
        """Nobody reads its queue, and the server that it writes to is slow: the desk goes on."""
        *_, walk = _walks(lifecycle)

        def tell_many() -> None:
            for _ in range(MANY):
                tell(observer, walk)

        rival = Rival(tell_many, QUICK)
        rival.start()
        assert rival.done, f"it did not take {MANY} changes in {QUICK:g} seconds: it blocks, or it waits"

    @keeps(
        Observer,
        "- Calls: once for each complaint that a call of the desk changed, in the process that saved, before it "
        "returns.",
    )
    def test_what_it_was_told_is_noted(
        self, observer: Observer, lifecycle: Lifecycle, noted: Callable[[], int] | None
    ) -> None:
        if noted is None:
            pytest.skip("nobody looked: the fixture `noted` counts what the observer handed on")
        walks = _walks(lifecycle)
        for walk in walks:
            tell(observer, walk)
        assert noted() == len(walks), f"told of {len(walks)} changes, it noted {noted()}"


def _walks(lifecycle: Lifecycle) -> list[Walk]:
    """A received complaint in each state."""
    return [walk for walk in walks_everywhere(lifecycle) if walk.events]


def tell(observer: Observer, walk: Walk) -> object:
    """Tell of the last event of a walk. The answer should be none."""
    complaint: Complaint = walk.complaint
    saw: Callable[..., object] = observer.saw
    return saw(complaint, walk.events[-1:])
