"""The timeline of a complaint: how far its clocks are after its events, under each of its policies.

A pure fold: advancing in pieces gives the same timeline as advancing at once. So one may be kept between two checks,
and lost at any time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from threading import Lock

import attrs

from complaintflow._validation.structure import FrozenMap
from complaintflow.commands import Migrate
from complaintflow.policy.clock_rules import ClockRule
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Event
from complaintflow.record.facts import Facts
from complaintflow.record.history import Sealed
from complaintflow.record.keys import RunKey
from complaintflow.sla.milestones import STILL, Change, Replay
from complaintflow.sla.runs import Clock, Run, RunState, milestones_of
from complaintflow.sla.timing import ClockContext, Pauses, for_each_policy, pauses_after

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@attrs.frozen
class PolicyTrack:
    """The clocks of one policy; `since` is when the complaint was moved to it, None for the first."""

    policy: Policy
    since: datetime | None
    clocks: Mapping[str, Clock]

    @classmethod
    def of(cls, policy: Policy, since: datetime | None) -> PolicyTrack:
        """A track on which nothing happened yet."""
        return cls(policy, since, {name: Clock(name, rule) for name, rule in policy.clocks.items()})

    def advance(self, changes: Iterable[Change], pauses: Pauses) -> PolicyTrack:
        """The track after these changes."""
        context, clocks = ClockContext(self.policy, pauses), dict(self.clocks)
        by_mark = _clocks_by_milestone(self.policy)
        for change in changes:
            moved = {name for mark in change.marks for name in by_mark.get(mark, ())}
            if change.affects_running:
                moved.update(name for name, clock in clocks.items() if clock.waiting)
            for name in moved:
                clocks[name] = clocks[name].advance(change, context)
        return PolicyTrack(self.policy, self.since, clocks)


@for_each_policy
def _clocks_by_milestone(policy: Policy) -> Mapping[str, tuple[str, ...]]:
    """The clocks that each milestone moves."""
    named = {name: milestones_of(rule) for name, rule in policy.clocks.items()}
    marks = frozenset[str]().union(*named.values())
    return {mark: tuple(name for name in named if mark in named[name]) for mark in marks}


@attrs.frozen
class Timeline:
    """How far the clocks of a complaint are.

    `tracks` are those of its policies, the present one last. `seen` counts its events, `latest` is the latest time of
    one, `still` since when no clock runs. `quiet` names runs that are over and ask for nothing, now or later.
    """

    tracks: tuple[PolicyTrack, ...]
    pauses: Pauses = ()
    seen: int = 0
    latest: datetime = _LONG_AGO
    still: datetime | None = None
    quiet: frozenset[RunKey] = frozenset()
    replay: Replay = attrs.field(factory=Replay)

    @classmethod
    def of(cls, events: Iterable[Event], policy: Policy, former: Mapping[str, Policy] = FrozenMap()) -> Timeline:
        """The timeline of a whole history.

        `policy` is the one that the events leave the complaint under; `former` holds those before it, by their digests.
        """
        replay, changes = _replay_events(Replay(), events)
        tracks = tuple(PolicyTrack.of(*one) for one in _policies(changes, policy, former))
        pauses, _ = _apply_pauses((), changes)
        return cls(tracks)._after(replay, changes, pauses)

    @property
    def facts(self) -> Facts:
        """The facts that the events lead to."""
        return self.replay.facts

    @property
    def policy(self) -> Policy:
        """The policy that the complaint is under."""
        return self.tracks[-1].policy

    def advance(self, events: Iterable[Event]) -> Timeline | None:
        """The timeline after these events as well.

        None if they change what it went through already: they move the complaint to another policy, or begin or end a
        pause in the past. It is to be made anew then, from all events.
        """
        replay, changes = _replay_events(self.replay, events)
        pauses, news = _apply_pauses(self.pauses, changes)
        if min(news, default=self.latest) < self.latest or any(change.is_a(Migrate) for change in changes):
            return None
        return self._after(replay, changes, pauses)

    def hush(self, runs: Iterable[RunKey]) -> Timeline:
        """The timeline with these runs quiet, too."""
        quiet = self.quiet.union(runs)
        return self if quiet == self.quiet else attrs.evolve(self, quiet=quiet)

    def _after(self, replay: Replay, changes: Sequence[Change], pauses: Pauses) -> Timeline:
        if not changes:
            return self
        last = changes[-1]
        return Timeline(
            tracks=tuple(track.advance(changes, pauses) for track in self.tracks),
            pauses=pauses,
            seen=self.seen + len(changes),
            latest=max(self.latest, *(change.event.at for change in changes)),
            still=last.event.at if last.after.state in STILL else None,
            quiet=self.quiet,
            replay=replay,
        )


def _replay_events(replay: Replay, events: Iterable[Event]) -> tuple[Replay, list[Change]]:
    """The replay after these events, and the change that each of them made."""
    changes: list[Change] = []
    for event in events:
        change, replay = replay.step(event)
        changes.append(change)
    return replay, changes


def _apply_pauses(pauses: Pauses, changes: Iterable[Change]) -> tuple[Pauses, list[datetime]]:
    """The pauses after these changes, and from when on each change says something new about them."""
    news: list[datetime] = []
    for change in changes:
        before, pauses = pauses, pauses_after(pauses, change)
        if pauses is not before:
            news.append(pauses[-1].until or pauses[-1].since)
    return pauses, news


def _policies(
    changes: Sequence[Change], policy: Policy, former: Mapping[str, Policy]
) -> Iterator[tuple[Policy, datetime | None]]:
    """Each policy that the complaint was under, with when it was moved there."""
    moves = [change for change in changes if change.is_a(Migrate)]
    earlier = [former.get(change.before.policy, policy) for change in moves]
    return zip([*earlier, policy], [None, *(change.event.at for change in moves)], strict=True)


# ── which runs count, and by which policy


@attrs.frozen
class RunInPolicy:
    """A run with all that it is judged by."""

    name: str
    rule: ClockRule
    run: Run
    context: ClockContext


def runs_of(timeline: Timeline) -> Iterable[RunInPolicy]:
    """Every run that applies, or that was breached while it did; quiet ones apart."""
    first, *moved = timeline.tracks
    found = _runs_on(first, timeline)
    if not moved:
        return found
    by_key = {one.run.key: one for one in found}
    for track in moved:
        after = {one.run.key: one for one in _runs_on(track, timeline)}
        by_key = dict(_choose_runs(by_key, after, track.since or timeline.latest))
    return by_key.values()


def _runs_on(track: PolicyTrack, timeline: Timeline) -> Iterator[RunInPolicy]:
    context, facts = ClockContext(track.policy, timeline.pauses), timeline.facts
    for name, clock in track.clocks.items():
        for run in clock.runs:
            if run.key not in timeline.quiet and (run.applies or run.breach or facts.has_breached(run.key)):
                still = None if clock.rule.merged else timeline.still
                yield RunInPolicy(name, clock.rule, _cancel_if_still(run, still), context)


def _cancel_if_still(run: Run, since: datetime | None) -> Run:
    """A run that waits counts as cancelled while no clock runs; it comes back when the complaint does."""
    return attrs.evolve(run, state=RunState.CANCELLED, ended=since) if since and run.waits else run


def _choose_runs(
    old: Mapping[RunKey, RunInPolicy], new: Mapping[RunKey, RunInPolicy], when: datetime
) -> Iterator[tuple[RunKey, RunInPolicy]]:
    for key in {**old, **new}:
        chosen = _choose_run(old.get(key), new.get(key), when)
        if chosen:
            yield key, chosen


def _choose_run(before: RunInPolicy | None, after: RunInPolicy | None, when: datetime) -> RunInPolicy | None:
    """The run by the policy that judges it after a migration: the new one, unless it was past by either of them."""
    if before is None or before.run.start >= when:
        return after if after and (after.run.start >= when or _is_ahead(after, when)) else None
    if not _is_ahead(before, when):
        return before
    if after is None:
        return attrs.evolve(before, run=attrs.evolve(before.run, state=RunState.CANCELLED, ended=when))
    return after if _is_ahead(after, when) else before


def _is_ahead(one: RunInPolicy, when: datetime) -> bool:
    """Whether the run waited still at that time, and was not due."""
    run = one.run
    due = run.breach or run.named or one.context.due(one.rule, run.start, run.grade)
    return (run.ended is None or run.ended > when) and (due is None or due > when)


# ── timelines that are kept


@attrs.frozen
class Kept:
    """A timeline with the link of the last event that it went through.

    A link is a digest of the whole history up to its event, so a timeline whose link still stands there is right.
    """

    link: bytes
    timeline: Timeline

    def fits(self, history: Sequence[Sealed]) -> bool:
        """Whether the timeline is that of the beginning of this history."""
        return [one.link for one in history[self.timeline.seen - 1 : self.timeline.seen]] == [self.link]


class Timelines:
    """A bounded number of timelines by complaint; the one that was kept longest ago is forgotten first.

    Losing one costs only time.
    """

    def __init__(self, limit: int = 1024) -> None:
        self._limit = limit
        self._lock = Lock()
        self._kept: dict[str, Kept] = {}

    def find(self, id: str) -> Kept | None:
        """What was kept of this complaint, if it is still there."""
        return self._kept.get(id)

    def keep(self, id: str, link: bytes, timeline: Timeline) -> None:
        """Keep a timeline that went through everything up to the event with this link, unless another is being kept.

        It waits for nobody: after a fork the thread that keeps another may be missing for ever.
        """
        if not self._lock.acquire(blocking=False):
            return
        try:
            self._kept.pop(id, None)
            self._kept[id] = Kept(link, timeline)
            if len(self._kept) > self._limit:
                del self._kept[next(iter(self._kept))]
        finally:
            self._lock.release()
