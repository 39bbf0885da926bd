"""The clocks of one complaint, led on event by event.

A course is a function of the events and their policies, and of nothing else: led on by some events and later by the
rest, it is what it is when led on by all at once. So it may be kept between two looks, and be lost at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

import attrs

from complaintflow._validation.structure import FrozenMap
from complaintflow.policy.policy import Policy
from complaintflow.record.events import Event
from complaintflow.record.facts import Facts
from complaintflow.sla.milestones import STILL, Change, Walk
from complaintflow.sla.runs import Clock, named_by
from complaintflow.sla.timing import House, Pause, stand_still

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Lane:
    """The clocks of one policy; `since` is when the complaint was moved to it, None of the first."""

    def __init__(self, policy: Policy, since: datetime | None, pauses: Sequence[Pause]) -> None:
        house = House(policy, pauses)
        self.policy = policy
        self.since = since
        self.clocks = {name: Clock(name, rule, house) for name, rule in policy.clocks.items()}
        self._moved_by = _moves(policy)

    def take(self, change: Change) -> None:
        """What one change does to the clocks that wait for it."""
        moved = {name for mark in change.marks for name in self._moved_by.get(mark, ())}
        if change.turns:
            moved.update(name for name, clock in self.clocks.items() if clock.waiting)
        for name in moved:
            self.clocks[name].take(change)


@attrs.define
class Course:
    """How far the clocks of a complaint are.

    `lanes` are those of the policies that it was under, the present one last. `seen` counts the events that led it
    here, `latest` is the latest time that one of them had, `still` since when no clock runs. `quiet` are keys of runs
    that ended and ask for nothing any more, which nothing that happens later can change.
    """

    lanes: tuple[Lane, ...] = ()
    pauses: list[Pause] = attrs.field(factory=list[Pause])
    seen: int = 0
    latest: datetime = _LONG_AGO
    still: datetime | None = None
    quiet: set[str] = attrs.field(factory=set[str])
    _walk: Walk = attrs.field(factory=Walk)

    @classmethod
    def through(cls, events: Iterable[Event], policy: Policy, former: Mapping[str, Policy] = FrozenMap()) -> Course:
        """The course that these events lead to; `policy` is the one that they leave the complaint under, `former` holds
        those that it was under before, by their digests."""
        course = cls()
        changes = [course._walk.step(event) for event in events]
        for change in changes:
            stand_still(course.pauses, change)
        course.lanes = tuple(Lane(*one, course.pauses) for one in _versions(changes, policy, former))
        course._take(changes)
        return course

    @property
    def facts(self) -> Facts:
        """The facts that the events lead to."""
        return self._walk.facts

    @property
    def policy(self) -> Policy:
        """The policy that the complaint is under."""
        return self.lanes[-1].policy

    def led_on(self, events: Iterable[Event], anew: Callable[[], Course]) -> Course:
        """This course, led on through what happened next; or one that goes through everything anew, where that tells of
        another policy, or of a pause in a time that this one went through already."""
        changes = [self._walk.step(event) for event in events]
        news = [since for change in changes if (since := stand_still(self.pauses, change))]
        if min(news, default=self.latest) < self.latest or any(change.kind == "Migrate" for change in changes):
            return anew()
        self._take(changes)
        return self

    def _take(self, changes: Iterable[Change]) -> None:
        for change in changes:
            self.seen += 1
            self.latest = max(self.latest, change.event.at)
            self.still = change.event.at if change.after.state in STILL else None
            for lane in self.lanes:
                lane.take(change)


def _versions(
    changes: Sequence[Change], policy: Policy, former: Mapping[str, Policy]
) -> Iterator[tuple[Policy, datetime | None]]:
    """Each policy that it was under, with when it was moved there."""
    moves = [change for change in changes if change.kind == "Migrate"]
    earlier = [former.get(change.before.policy, policy) for change in moves]
    return zip([*earlier, policy], [None, *(change.event.at for change in moves)], strict=True)


_KNOWN: dict[str, Mapping[str, tuple[str, ...]]] = {}


def _moves(policy: Policy) -> Mapping[str, tuple[str, ...]]:
    """Which clocks each milestone moves; worked out once for a policy."""
    if policy.digest not in _KNOWN:
        named = {name: named_by(rule) for name, rule in policy.clocks.items()}
        marks = frozenset[str]().union(*named.values())
        _KNOWN[policy.digest] = {mark: tuple(name for name in named if mark in named[name]) for mark in marks}
    return _KNOWN[policy.digest]
