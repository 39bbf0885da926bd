"""The clocks of one complaint, led on event by event.

A course is a function of the events and the policy, and of nothing else: led on by some events and later by the rest,
it is what it is when led on by all at once. So it may be kept between two looks, and be lost at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime

import attrs

from complaintflow.events import Event
from complaintflow.policy import Policy
from complaintflow.sla.milestones import STILL, Change, Walk
from complaintflow.sla.runs import Clock, named_by
from complaintflow.sla.timing import House, Pause, stand_still

__all__ = ["Course"]

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@attrs.define
class Course:
    """How far the clocks of a complaint are.

    `seen` counts the events that led it here, `latest` is the latest time that one of them had. `quiet` are keys of
    runs that ended and ask for nothing any more, which nothing that happens later can change.
    """

    policy: Policy
    walk: Walk = attrs.field(factory=Walk)
    pauses: list[Pause] = attrs.field(factory=list[Pause])
    seen: int = 0
    latest: datetime = _LONG_AGO
    still_since: datetime | None = None
    quiet: set[str] = attrs.field(factory=set[str])
    clocks: Mapping[str, Clock] = attrs.field(init=False)
    _moved_by: Mapping[str, tuple[str, ...]] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        house = House(self.policy, self.pauses)
        self.clocks = {name: Clock(name, rule, house) for name, rule in self.policy.clocks.items()}
        self._moved_by = _moves(self.policy)

    @classmethod
    def through(cls, events: Iterable[Event], policy: Policy) -> Course:
        """The course that these events lead to."""
        return cls(policy).led_on(events, tuple)

    def led_on(self, events: Iterable[Event], everything: Callable[[], Iterable[Event]]) -> Course:
        """This course, led on through what happened next; or one that went through everything anew, since what happened
        next tells of a pause in a time that this one went through already."""
        changes = [self.walk.step(event) for event in events]
        news = [since for change in changes if (since := stand_still(self.pauses, change))]
        if self.seen and min(news, default=self.latest) < self.latest:
            return Course.through(everything(), self.policy)
        for change in changes:
            self._take(change)
        return self

    def _take(self, change: Change) -> None:
        self.seen += 1
        self.latest = max(self.latest, change.event.at)
        self.still_since = change.event.at if change.after.state in STILL else None
        moved = {name for mark in change.marks for name in self._moved_by.get(mark, ())}
        if change.turns:
            moved.update(name for name, clock in self.clocks.items() if clock.waiting)
        for name in moved:
            self.clocks[name].take(change)


_KNOWN: dict[str, Mapping[str, tuple[str, ...]]] = {}


def _moves(policy: Policy) -> Mapping[str, tuple[str, ...]]:
    """Which clocks each milestone moves; worked out once for a policy."""
    if policy.digest not in _KNOWN:
        named = {name: named_by(rule) for name, rule in policy.clocks.items()}
        marks = frozenset().union(*named.values())
        _KNOWN[policy.digest] = {mark: tuple(name for name in named if mark in named[name]) for mark in marks}
    return _KNOWN[policy.digest]
