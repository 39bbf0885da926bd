"""The timeline of a complaint: how far its clocks are after its events, under each of its policies.

A pure fold: advancing in pieces gives the same timeline as advancing at once. So one may be kept between two checks,
and lost at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime

import attrs
import msgspec

from complaintflow._validation.structure import FrozenMap
from complaintflow.commands import Migrate
from complaintflow.policy.clock_rules import ClockRule
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Event
from complaintflow.record.facts import Facts
from complaintflow.record.keys import RunKey
from complaintflow.sla.milestones import STILL, Change, Replay
from complaintflow.sla.runs import Clock, Run, RunState, milestones_of
from complaintflow.sla.timing import ClockContext, PauseInterval, Pauses, for_each_policy, pauses_after

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@attrs.frozen
class PolicyTrack:
    """The clocks of one policy, or some; `since` is when the complaint was moved to it, None for the first."""

    policy: Policy
    since: datetime | None
    clocks: Mapping[str, Clock]

    @classmethod
    def of(cls, policy: Policy, since: datetime | None) -> PolicyTrack:
        """A track on which nothing happened yet."""
        return cls(policy, since, _clocks_of(policy))

    def forget(self, live: Container[RunKey]) -> PolicyTrack:
        """The track without the runs that are over, but those that are live."""
        left = {name: clock.forget(live) for name, clock in self.clocks.items() if clock.over}
        return PolicyTrack(self.policy, self.since, {**self.clocks, **left}) if left else self

    def advance(self, changes: Iterable[Change], pauses: Pauses) -> PolicyTrack:
        """The track after these changes."""
        context, clocks = ClockContext(self.policy, pauses), dict(self.clocks)
        by_mark = _clocks_by_milestone(self.policy)
        for change in changes:
            moved = {name for mark in change.marks for name in by_mark.get(mark, ())}
            if change.affects_running:
                moved.update(name for name, clock in clocks.items() if clock.waiting)
            for name in moved & clocks.keys():
                clocks[name] = clocks[name].advance(change, context)
        return PolicyTrack(self.policy, self.since, clocks)


@for_each_policy
def _clocks_of(policy: Policy) -> Mapping[str, Clock]:
    """Its clocks, of which none began to run."""
    return {name: Clock(name, rule) for name, rule in policy.clocks.items()}


@for_each_policy
def _clocks_by_start(policy: Policy) -> Mapping[str, tuple[str, ...]]:
    """The clocks that each milestone starts: the others, it moves only while they wait."""
    marks = {mark for rule in policy.clocks.values() for mark in rule.starts}
    return {mark: tuple(name for name, rule in policy.clocks.items() if mark in rule.starts) for mark in marks}


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
    one, `still` since when no clock runs. `quiet` names runs that are over and ask for nothing, now or later, while
    the run of another policy with the same name waits. The pauses until `unpaused` may be forgotten.
    """

    tracks: tuple[PolicyTrack, ...]
    pauses: Pauses = ()
    seen: int = 0
    latest: datetime = _LONG_AGO
    still: datetime | None = None
    quiet: frozenset[RunKey] = frozenset()
    replay: Replay = attrs.field(factory=Replay)
    unpaused: datetime = _LONG_AGO

    @classmethod
    def of(cls, events: Iterable[Event], policy: Policy, former: Mapping[str, Policy] = FrozenMap()) -> Timeline:
        """The timeline of a whole history.

        `policy` is the one that the events leave the complaint under; `former` holds those before it, by their digests.
        """
        replay, changes = replay_events(Replay(), events)
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
        pause in the past, or lie among what it has forgotten. It is to be made anew then, from all events.
        """
        return self.follow(*replay_events(self.replay, events))

    def follow(self, replay: Replay, changes: Sequence[Change]) -> Timeline | None:
        """The timeline after the changes of these events, which the replay went through (see `advance`)."""
        pauses, news = _apply_pauses(self.pauses, changes)
        if min(news, default=self.latest) < self.latest or any(change.is_a(Migrate) for change in changes):
            return None
        if any(change.event.at < self.unpaused for change in changes):
            return None
        return self._after(replay, changes, pauses)

    def hush(self, runs: Iterable[RunKey]) -> Timeline:
        """The timeline with these runs quiet, too. It forgets what is over and asks for nothing."""
        quiet = self.quiet.union(runs)
        waiting = {run.key for track in self.tracks for clock in track.clocks.values() for run in clock.waiting}
        live = waiting.union(one.run.key for one in runs_of(self)) - (quiet - waiting)
        return attrs.evolve(self, tracks=tuple(track.forget(live) for track in self.tracks), quiet=quiet & waiting)

    def forget_pauses(self) -> Timeline:
        """The timeline without the pauses that were over before all its runs, and without their words."""
        starts = [run.start for track in self.tracks for clock in track.clocks.values() for run in clock.runs]
        ended, pauses = _part_pauses(self.pauses, min(starts, default=self.latest))
        return attrs.evolve(self, pauses=pauses, unpaused=max((self.unpaused, *ended)))

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
            unpaused=self.unpaused,
        )


def replay_events(replay: Replay, events: Iterable[Event]) -> tuple[Replay, list[Change]]:
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


def _part_pauses(pauses: Pauses, start: datetime) -> tuple[list[datetime], Pauses]:
    """The ends of the pauses that were over by the start of every run, and the others without words.

    The last one stays: a pause that is told later begins after it.
    """
    gone = {place for place, one in enumerate(pauses[:-1]) if one.until and one.until <= start}
    left = tuple(attrs.evolve(one, party="", reason="") for place, one in enumerate(pauses) if place not in gone)
    return [one.until for place, one in enumerate(pauses) if place in gone and one.until], left


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
        for run in clock.runs if clock.over or clock.waiting else ():
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

FORMAT = 2
"""The version of what is kept. Raise it whenever a history gives another timeline than before: what another version
kept is not read, and is made anew from the history."""


class _RunRow(msgspec.Struct, frozen=True, array_like=True):
    """A run without the name of its clock."""

    cycle: int
    part: str
    number: int
    start: datetime
    known: datetime
    grade: str | None
    applies: bool
    named: datetime | None
    state: RunState
    ended: datetime | None
    breach: datetime | None

    @classmethod
    def of(cls, run: Run) -> _RunRow:
        key = run.key
        what = (run.start, run.known, run.grade, run.applies, run.named, run.state, run.ended, run.breach)
        return cls(key.cycle, key.part, key.number, *what)

    def run(self, clock: str) -> Run:
        cycle, part, number, *what = msgspec.structs.astuple(self)
        return Run(RunKey(clock, cycle, part, number), *what)


class _ClockRow(msgspec.Struct, frozen=True, array_like=True):
    """A clock without its name."""

    runs: tuple[_RunRow, ...]
    forgotten: int
    again: tuple[tuple[int, str], ...]

    @classmethod
    def of(cls, clock: Clock) -> _ClockRow:
        again = tuple(sorted((key.cycle, key.part) for key in clock.again))
        return cls(tuple(map(_RunRow.of, clock.runs)), clock.forgotten, again)

    def clock(self, name: str, rule: ClockRule) -> Clock:
        runs = [row.run(name) for row in self.runs]
        over, waiting = (tuple(run for run in runs if run.waits is waits) for waits in (False, True))
        again = frozenset(RunKey(name, *key) for key in self.again)
        return Clock(name, rule, over, waiting, self.forgotten, again)


class _TrackRow(msgspec.Struct, frozen=True, array_like=True):
    """A track; each clock stays packed until somebody asks for it."""

    since: datetime | None
    clocks: dict[str, msgspec.Raw]

    @classmethod
    def of(cls, track: PolicyTrack) -> _TrackRow:
        return cls(track.since, dict(_pack_clocks(track.clocks.values())))

    def track(self, policy: Policy, only: Container[str] | None) -> PolicyTrack:
        clocks = {name: clock for name, clock in _clocks_of(policy).items() if only is None or name in only}
        for name, row in self.clocks.items():
            if only is None or name in only:
                clocks[name] = _decode_clock(row).clock(name, policy.clocks[name])
        return PolicyTrack(policy, self.since, clocks)


def _pack_clocks(clocks: Iterable[Clock]) -> Iterator[tuple[str, msgspec.Raw]]:
    """Those that ever ran."""
    used = (clock for clock in clocks if clock.runs or clock.forgotten)
    return ((clock.name, msgspec.Raw(_encode(_ClockRow.of(clock)))) for clock in used)


def _waiting(timeline: Timeline) -> Iterator[str]:
    """The clocks of which a run waits."""
    names = (name for track in timeline.tracks for name, clock in track.clocks.items() if clock.waiting)
    return iter(dict.fromkeys(names))


class _Form(msgspec.Struct, frozen=True, array_like=True):
    """A timeline in plain values; its facts are those of the complaint."""

    tracks: tuple[_TrackRow, ...]
    pauses: tuple[tuple[datetime, datetime | None, datetime], ...]
    unpaused: datetime
    still: datetime | None
    quiet: tuple[str, ...]

    @classmethod
    def of(cls, timeline: Timeline) -> _Form:
        return cls(
            tuple(map(_TrackRow.of, timeline.tracks)),
            tuple((pause.since, pause.until, pause.told) for pause in timeline.pauses),
            timeline.unpaused,
            timeline.still,
            tuple(sorted(map(str, timeline.quiet))),
        )


class _ReplayRow(msgspec.Struct, frozen=True, array_like=True):
    teams: tuple[str, ...]
    stuck: bool
    sent: dict[str, str]
    helpers: dict[str, str]

    @classmethod
    def of(cls, replay: Replay) -> _ReplayRow:
        return cls(tuple(sorted(replay.teams)), replay.stuck, dict(replay.sent), dict(replay.helpers))

    def replay(self, facts: Facts) -> Replay:
        return Replay(facts, frozenset(self.teams), self.stuck, self.sent, self.helpers)


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A timeline as it is kept beside its complaint, so that nobody reads the history to know what is due.

    `link` is that of the last event that it went through, a digest of the whole history up to it: while it is the
    last one of the complaint, the timeline is right. `asks` says when each clock asks for something next, `dues` when
    each that runs is due, `refused`
    that something is due which the rules refused, and `mark` is what whoever looks wants to remember. No private data:
    neither words nor reasons.
    """

    format: int
    link: bytes
    seen: int
    latest: datetime
    policies: tuple[str, ...]
    asks: dict[str, datetime]
    dues: dict[str, datetime]
    waiting: tuple[str, ...]
    refused: bool
    mark: str
    read: _ReplayRow
    form: msgspec.Raw

    @classmethod
    def of(
        cls,
        timeline: Timeline,
        asks: Mapping[str, datetime] = FrozenMap(),
        mark: str = "",
        *,
        refused: bool = False,
        dues: Mapping[str, datetime] = FrozenMap(),
    ) -> Kept:
        """What is kept of a timeline, which has hushed what asks for nothing; its link is added by `encode`."""
        timeline = timeline.forget_pauses()
        form = msgspec.Raw(_encode(_Form.of(timeline)))
        policies = tuple(track.policy.digest for track in timeline.tracks)
        read, waiting = _ReplayRow.of(timeline.replay), tuple(_waiting(timeline))
        seen, latest = timeline.seen, timeline.latest
        return cls(FORMAT, b"", seen, latest, policies, dict(asks), dict(dues), waiting, refused, mark, read, form)

    @classmethod
    def decode(cls, data: bytes, link: bytes) -> Kept | None:
        """What was kept up to this link; None for anything else: nothing, an older state, another format, damage."""
        try:
            kept = _decode_kept(data)
        except msgspec.MsgspecError:
            return None
        return kept if (kept.format, kept.link) == (FORMAT, link) else None

    @property
    def next_due(self) -> tuple[datetime, str] | None:
        """What is due first of all that runs, or was and still is: when, and which clock."""
        return min(((when, clock) for clock, when in self.dues.items()), default=None)

    def encode(self, link: bytes) -> bytes:
        """As it is stored, up to the event with this link."""
        return _encode(msgspec.structs.replace(self, link=link))

    def moved(self, changes: Iterable[Change], policies: Callable[[str], Policy]) -> frozenset[str] | None:
        """The clocks that these changes may move; None for all, or when another is due than was: also a refused one."""
        if self.refused or any(change.may_change_what_is_due for change in changes):
            return None
        marks = frozenset[str]().union(*(change.marks for change in changes))
        known = [policies(digest) for digest in self.policies]
        moved = {name for one in known for mark in marks for name in _clocks_by_milestone(one).get(mark, ())}
        started = {name for one in known for mark in marks for name in _clocks_by_start(one).get(mark, ())}
        found = frozenset(started | (moved.intersection(self.waiting)))
        return None if found and len(known) > 1 else found

    def pass_by(self, replay: Replay, changes: Sequence[Change]) -> Kept:
        """What is kept after changes that move no clock."""
        latest = max(self.latest, *(change.event.at for change in changes))
        seen = self.seen + len(changes)
        return msgspec.structs.replace(self, seen=seen, latest=latest, read=_ReplayRow.of(replay))

    def put(
        self,
        timeline: Timeline,
        only: frozenset[str],
        asks: Mapping[str, datetime],
        dues: Mapping[str, datetime] = FrozenMap(),
    ) -> Kept:
        """What is kept after changes that moved only these clocks: `timeline` knows no others; `asks` and `dues` are
        theirs."""
        form, (track,) = _decode_form(self.form), timeline.tracks
        packed = {**form.tracks[0].clocks, **dict(_pack_clocks(track.clocks[name] for name in only))}
        row = msgspec.structs.replace(
            form.tracks[0], clocks={name: packed[name] for name in track.policy.clocks if name in packed}
        )
        others, due = (
            {name: when for name, when in known.items() if name not in only} for known in (self.asks, self.dues)
        )
        waiting = (*(name for name in self.waiting if name not in only), *_waiting(timeline))
        return msgspec.structs.replace(
            self,
            seen=timeline.seen,
            latest=timeline.latest,
            asks={**others, **asks},
            dues={**due, **dues},
            waiting=waiting,
            read=_ReplayRow.of(timeline.replay),
            form=msgspec.Raw(_encode(msgspec.structs.replace(form, tracks=(row,)))),
        )

    def timeline(
        self, facts: Facts, policies: Callable[[str], Policy], only: Container[str] | None = None
    ) -> Timeline | None:
        """The timeline, with the facts of its complaint and each policy by its digest; None if it cannot be read.

        With `only`, it knows no other clocks than these.
        """
        try:
            form = _decode_form(self.form)
            tracks = tuple(
                row.track(policies(digest), only) for row, digest in zip(form.tracks, self.policies, strict=True)
            )
        except (msgspec.MsgspecError, KeyError, ValueError):
            return None
        return Timeline(
            tracks=tracks,
            pauses=tuple(PauseInterval(since, until, "", "", told) for since, until, told in form.pauses),
            seen=self.seen,
            latest=self.latest,
            still=form.still,
            quiet=frozenset(map(RunKey.parse, form.quiet)),
            replay=self.read.replay(facts),
            unpaused=form.unpaused,
        )


_encode = msgspec.msgpack.Encoder().encode
_decode_kept = msgspec.msgpack.Decoder(Kept).decode
_decode_form = msgspec.msgpack.Decoder(_Form).decode
_decode_clock = msgspec.msgpack.Decoder(_ClockRow).decode
