"""The timeline of a complaint: how far its clocks are after its events, under each of its policies.

A pure fold: advancing in pieces gives the same timeline as advancing at once. So one may be kept between two checks,
and lost at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

import attrs
import msgspec

from complaintflow._validation.structure import FrozenMap, Record
from complaintflow.commands import Migrate
from complaintflow.policy.clock_rules import ClockRule
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Event
from complaintflow.record.facts import Facts, Latest
from complaintflow.record.keys import RunKey
from complaintflow.sla.milestones import STILL, Change, Replay, judging_facts, takes_words_back
from complaintflow.sla.runs import Clock, MetRun, Run, RunState, milestones_of
from complaintflow.sla.timing import ClockContext, PauseInterval, Pauses, for_each_policy, pauses_after

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_MIGRATE = Migrate.__name__


@attrs.frozen(eq=False, repr=False)
class PolicyTrack(Record):
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
        """The track after these changes. What neither waits nor begins is not asked: that halves a replay."""
        context, clocks = ClockContext(self.policy, pauses), dict(self.clocks)
        movers, waiting = movers_of(self.policy), {*_waiting(clocks.values())}
        for change in changes:
            moved = movers.find(change)
            running = waiting if change.dated_back else moved.all & waiting
            for name in (moved.started & clocks.keys()) | running:
                clock = clocks[name] = clocks[name].advance(change, context)
                (waiting.add if clock.waiting else waiting.discard)(name)
        return PolicyTrack(self.policy, self.since, clocks)


@for_each_policy
def _clocks_of(policy: Policy) -> Mapping[str, Clock]:
    """Its clocks, of which none began to run."""
    return {name: Clock(name, rule) for name, rule in policy.clocks.items()}


class Moved(NamedTuple):
    """The clocks that a change may start, and all that it may start, end or judge anew: these only while they wait."""

    started: frozenset[str]
    all: frozenset[str]


_Kind = tuple[frozenset[str], tuple[str, ...]]
"""What a change is: its milestones, and the facts that it changes."""


@attrs.frozen(eq=False, repr=False)
class Movers(Record):
    """The clocks of a policy by the milestones that start each, that move it, and by the facts that judge it anew.

    `known` has what was found: most changes are like one before, and the sets for it took 10 µs.
    """

    by_start: Mapping[str, frozenset[str]]
    by_milestone: Mapping[str, frozenset[str]]
    by_fact: Mapping[str, frozenset[str]]
    known: dict[_Kind, Moved] = attrs.field(factory=dict[_Kind, Moved])

    def find(self, change: Change) -> Moved:
        """The clocks that this change moves."""
        key = change.marks, tuple(change.event.changes)
        found = self.known.get(key)
        if found is None:
            if len(self.known) >= _KNOWN:
                self.known.clear()
            found = self.known[key] = self._find(*key)
        return found

    def _find(self, marks: frozenset[str], facts: tuple[str, ...]) -> Moved:
        started = _NONE.union(*[self.by_start.get(mark, _NONE) for mark in marks])
        reached = [self.by_milestone.get(mark, _NONE) for mark in marks]
        return Moved(started, _NONE.union(*reached, *[self.by_fact.get(fact, _NONE) for fact in facts]))


_KNOWN = 4096
_NONE = frozenset[str]()


@for_each_policy
def movers_of(policy: Policy) -> Movers:
    """What moves its clocks."""
    rules = policy.clocks.items()
    return Movers(
        _invert({name: rule.starts for name, rule in rules}),
        _invert({name: milestones_of(rule) for name, rule in rules}),
        _invert({name: judging_facts(rule) for name, rule in rules}),
    )


def _invert(named: Mapping[str, Iterable[str]]) -> Mapping[str, frozenset[str]]:
    """Which have each of the others."""
    others = frozenset(one for many in named.values() for one in many)
    return {other: frozenset(name for name, many in named.items() if other in many) for other in others}


@attrs.frozen(eq=False, repr=False)
class Timeline(Record):
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
        every = tuple(events)
        return cls.of_changes(*replay_events(Replay(), every, recalled_in(every)), policy, former)

    @classmethod
    def of_changes(
        cls, replay: Replay, changes: Sequence[Change], policy: Policy, former: Mapping[str, Policy] = FrozenMap()
    ) -> Timeline:
        """The same for who went through the whole history already (see `replay_events` and `recalled_in`)."""
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

        None if they change what it went through already: they move the complaint to another policy, take back what was
        said, begin or end a pause in the past, or lie among what it has forgotten. It is to be made anew then, from all
        events.
        """
        return self.follow(*replay_events(self.replay, events))

    def follow(self, replay: Replay, changes: Sequence[Change]) -> Timeline | None:
        """The timeline after the changes of these events, which the replay went through (see `advance`)."""
        pauses, news = _apply_pauses(self.pauses, changes)
        if min(news, default=self.latest) < self.latest or any(_counts_back(change.event) for change in changes):
            return None
        if any(change.event.at < self.unpaused for change in changes):
            return None
        return self._after(replay, changes, pauses)

    def hush(self, runs: Iterable[RunKey]) -> Timeline:
        """The timeline with these runs quiet, too. It forgets what is over and asks for nothing."""
        quiet = self.quiet.union(runs)
        clocks = [clock for track in self.tracks for clock in track.clocks.values() if clock.over or clock.waiting]
        waiting = {run.key for clock in clocks for run in clock.waiting}
        if not any(clock.over for clock in clocks):
            return attrs.evolve(self, quiet=quiet & waiting)
        live = waiting.union(_counting(self)) - (quiet - waiting)
        return attrs.evolve(self, tracks=tuple(track.forget(live) for track in self.tracks), quiet=quiet & waiting)

    def forget_pauses(self) -> Timeline:
        """The timeline without the pauses that were over before all its runs, and without their words."""
        starts = [run.start for track in self.tracks for clock in track.clocks.values() for run in clock.runs]
        ended, pauses = _part_pauses(self.pauses, min(starts, default=self.latest))
        return attrs.evolve(self, pauses=pauses, unpaused=max((self.unpaused, *ended)))

    def _after(self, replay: Replay, changes: Sequence[Change], pauses: Pauses) -> Timeline:
        if not changes:
            return self
        return Timeline(
            tracks=tuple(track.advance(changes, pauses) for track in self.tracks),
            pauses=pauses,
            seen=self.seen + len(changes),
            latest=max(self.latest, *(change.event.at for change in changes)),
            still=_still_since(self.still, changes),
            quiet=self.quiet,
            replay=replay,
            unpaused=self.unpaused,
        )


def _still_since(still: datetime | None, changes: Iterable[Change]) -> datetime | None:
    """Since when no clock runs: what happens later to a merged one, such as a missed payment, begins nothing anew."""
    for change in changes:
        still = (still or change.event.at) if change.after.stage in STILL else None
    return still


def _counts_back(event: Event) -> bool:
    """Whether the events before it count otherwise after it."""
    return event.kind == _MIGRATE or takes_words_back(event)


def recalled_in(events: Iterable[Event]) -> frozenset[str]:
    """The messages that were taken back, or dropped by the outbox, before they were sent: the customer was told nothing
    by them (R2, R15). Facts name them, since no erasure takes those.
    """
    found: set[str] = set()
    waiting: frozenset[str] = frozenset()
    for event in events:
        left: frozenset[str] = event.changes.get("open_messages", waiting)
        if takes_words_back(event):
            found |= waiting - left
        waiting = left
    return frozenset(found)


def replay_events(
    replay: Replay, events: Iterable[Event], recalled: frozenset[str] = frozenset()
) -> tuple[Replay, list[Change]]:
    """The replay after these events, and the change that each of them made. These messages were taken back."""
    changes: list[Change] = []
    for event in events:
        change, replay = replay.step(event, recalled)
        changes.append(change)
    return replay, changes


def _apply_pauses(pauses: Pauses, changes: Iterable[Change]) -> tuple[Pauses, list[datetime]]:
    """The pauses after these changes, and from when on each change says something new about them."""
    news: list[datetime] = []
    for change in changes:
        if not (pauses or "paused" in change.event.changes):  # as most: nothing begins or ends
            continue
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
    moves = [change for change in changes if change.event.kind == _MIGRATE]
    earlier = [former.get(change.before.policy, policy) for change in moves]
    return zip([*earlier, policy], [None, *(change.event.at for change in moves)], strict=True)


# ── which runs count, and by which policy


class RunInPolicy(NamedTuple):
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
            if run.key not in timeline.quiet and counts(run, facts):
                still = None if clock.rule.merged else timeline.still
                yield RunInPolicy(name, clock.rule, _cancel_if_still(run, still), context)


def _counting(timeline: Timeline) -> Iterable[RunKey]:
    """The keys of the same runs. Under one policy nobody chooses between two: a quarter of the time."""
    first, *moved = timeline.tracks
    if moved:
        return [one.run.key for one in runs_of(timeline)]
    clocks, quiet, facts = first.clocks.values(), timeline.quiet, timeline.facts
    runs = [run for clock in clocks if clock.over or clock.waiting for run in clock.runs]
    return [run.key for run in runs if run.key not in quiet and counts(run, facts)]


def counts(run: Run, facts: Facts) -> bool:
    """Whether the run applies, or was breached while it did."""
    return run.applies or run.breach is not None or facts.has_breached(run.key)


def _cancel_if_still(run: Run, since: datetime | None) -> Run:
    """A run that waits counts as cancelled while no clock runs; it comes back when the complaint does."""
    if since and run.waits:
        return msgspec.structs.replace(run, state=RunState.CANCELLED, ended=since)
    return run


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
        return before._replace(run=msgspec.structs.replace(before.run, state=RunState.CANCELLED, ended=when))
    return after if _is_ahead(after, when) else before


def _is_ahead(one: RunInPolicy, when: datetime) -> bool:
    """Whether the run waited still at that time, and was not due."""
    run = one.run
    due = run.breach or run.named or one.context.due(one.rule, run.start, run.grade)
    return (run.ended is None or run.ended > when) and (due is None or due > when)


# ── timelines that are kept

FORMAT = 5
"""The version of what is kept. Raise it whenever a history gives another timeline than before: what another version
kept is not read, and is made anew from the history. `SHEET_FORMAT` rises too: sheets say which deadlines were met."""


class _ClockRow(msgspec.Struct, frozen=True, array_like=True):
    """A clock without its name and rule."""

    over: tuple[Run, ...]
    waiting: tuple[Run, ...]
    forgotten: int
    again: tuple[RunKey, ...]
    done: tuple[MetRun, ...]


class _TrackRow(msgspec.Struct, frozen=True, array_like=True):
    """A track without its policy; each clock stays packed until somebody asks for it."""

    since: datetime | None
    clocks: dict[str, msgspec.Raw]

    @classmethod
    def of(cls, track: PolicyTrack) -> _TrackRow:
        return cls(track.since, {clock.name: pack for clock in track.clocks.values() if (pack := _pack_clock(clock))})

    def track(self, policy: Policy) -> PolicyTrack:
        clocks = {name: unpack_clock(name, policy, packed) for name, packed in self.clocks.items()}
        return PolicyTrack(policy, self.since, {**_clocks_of(policy), **clocks})


def _pack_clock(clock: Clock) -> msgspec.Raw | None:
    """What is kept of a clock; nothing of one that never ran."""
    if not (clock.over or clock.waiting or clock.forgotten):
        return None
    row = _ClockRow(clock.over, clock.waiting, clock.forgotten, tuple(sorted(clock.again)), clock.done)
    return msgspec.Raw(_encode(row))


def unpack_clock(name: str, policy: Policy, packed: msgspec.Raw | None) -> Clock:
    """The clock of a policy, of which this was kept. Raises `KeyError`, and `MsgspecError` for damaged bytes."""
    rule = policy.clocks[name]
    if packed is None:
        return Clock(name, rule)
    row = _decode_clock(packed)
    return Clock(name, rule, row.over, row.waiting, row.forgotten, frozenset(row.again), row.done)


def _waiting(clocks: Iterable[Clock]) -> Iterator[str]:
    """Those of which a run waits."""
    return (clock.name for clock in clocks if clock.waiting)


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
    each that runs is due, `refused` that something is due which the rules refused, and `mark` is what whoever looks
    wants to remember. `waiting` names the clocks of which a run waits. Its facts are those of the complaint. No private
    data: neither words nor reasons.
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
    tracks: tuple[_TrackRow, ...]
    spans: tuple[tuple[datetime, datetime | None, datetime], ...]
    unpaused: datetime
    still: datetime | None
    quiet: tuple[str, ...]

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
        waiting = dict.fromkeys(name for track in timeline.tracks for name in _waiting(track.clocks.values()))
        return cls(
            format=FORMAT,
            link=b"",
            seen=timeline.seen,
            latest=timeline.latest,
            policies=tuple(track.policy.digest for track in timeline.tracks),
            asks=dict(asks),
            dues=dict(dues),
            waiting=tuple(sorted(waiting)),
            refused=refused,
            mark=mark,
            read=_ReplayRow.of(timeline.replay),
            tracks=tuple(map(_TrackRow.of, timeline.tracks)),
            spans=tuple((pause.since, pause.until, pause.told) for pause in timeline.pauses),
            unpaused=timeline.unpaused,
            still=timeline.still,
            quiet=tuple(sorted(map(str, timeline.quiet))),
        )

    @classmethod
    def decode(cls, data: bytes, link: bytes, id: str = "") -> Kept | None:
        """What was kept up to this link; None for anything else: nothing, an older state, another format, damage.

        With the `id` of its complaint, what was kept last of it need not be decoded.
        """
        try:
            kept = _LATEST.read(id, data) if id else _decode_kept(data)
        except msgspec.MsgspecError:
            return None
        return kept if (kept.format, kept.link) == (FORMAT, link) else None

    @property
    def next_due(self) -> tuple[datetime, str] | None:
        """What is due first of all that runs, or was and still is: when, and which clock."""
        return min(zip(self.dues.values(), self.dues, strict=True), default=None)

    def met(self) -> tuple[MetRun, ...] | None:
        """The runs that were met in time, in order.

        None where that needs the history: the complaint had several policies, a run that is over still asks for
        something (perhaps it was met too late), or the bytes are damaged.
        """
        if len(self.tracks) != 1:
            return None
        try:
            rows = [_decode_clock(packed) for packed in self.tracks[0].clocks.values()]
        except msgspec.MsgspecError:
            return None
        if any(run.state is RunState.MET for row in rows for run in row.over):
            return None
        return tuple(sorted(one for row in rows for one in row.done))

    def encode(self, link: bytes, id: str = "") -> bytes:
        """As it is stored, up to the event with this link; with the `id` of its complaint, as what was kept last."""
        kept = msgspec.structs.replace(self, link=link)
        return _LATEST.write(id, kept) if id else _encode(kept)

    @property
    def pauses(self) -> Pauses:
        """The pauses, without their words."""
        return tuple([PauseInterval(since, until, "", "", told) for since, until, told in self.spans])

    def moved(self, changes: Iterable[Change], policies: Callable[[str], Policy]) -> frozenset[str] | None:
        """The clocks that these changes may move; None for all, or when another is due than was: also a refused one."""
        if self.refused or any(change.may_change_what_is_due for change in changes):
            return None
        found: set[str] = set()
        waiting = set(self.waiting)
        for movers in [movers_of(policies(digest)) for digest in self.policies]:
            for change in changes:
                moved = movers.find(change)
                waiting |= moved.started  # also within these changes
                found |= moved.started | (moved.all & waiting) | (change.told_of & self.asks.keys())
        return None if found and len(self.policies) > 1 else frozenset(found)

    def pass_by(self, replay: Replay, changes: Sequence[Change]) -> Kept:
        """What is kept after changes that move no clock."""
        return msgspec.structs.replace(self, **self._after(replay, changes))

    def is_of(self, timeline: Timeline) -> bool:
        """Whether this is kept of that timeline, which has hushed what asks for nothing."""
        return msgspec.structs.replace(self, link=b"", asks={}, dues={}, mark="", refused=False) == Kept.of(timeline)

    def put(
        self,
        clocks: Mapping[str, Clock],
        asks: Mapping[str, datetime],
        dues: Mapping[str, datetime],
        replay: Replay,
        changes: Sequence[Change],
    ) -> Kept:
        """What is kept after changes that moved these clocks of its only policy; `asks` and `dues` are theirs. The
        others stay packed."""
        (row,) = self.tracks
        packed = {name: pack for name, clock in clocks.items() if (pack := _pack_clock(clock))}
        return msgspec.structs.replace(
            self,
            asks={**{name: when for name, when in self.asks.items() if name not in clocks}, **asks},
            dues={**{name: when for name, when in self.dues.items() if name not in clocks}, **dues},
            waiting=tuple(sorted({*self.waiting} - clocks.keys() | {*_waiting(clocks.values())})),
            tracks=(_TrackRow(row.since, {**row.clocks, **packed}),),
            **self._after(replay, changes),
        )

    def _after(self, replay: Replay, changes: Sequence[Change]) -> dict[str, Any]:
        return {
            "seen": self.seen + len(changes),
            "latest": max([self.latest, *[change.event.at for change in changes]]),
            "read": _ReplayRow.of(replay),
        }

    def timeline(self, facts: Facts, policies: Callable[[str], Policy]) -> Timeline | None:
        """The timeline, with the facts of its complaint and each policy by its digest; None if it cannot be read."""
        try:
            tracks = [row.track(policies(digest)) for row, digest in zip(self.tracks, self.policies, strict=True)]
        except (msgspec.MsgspecError, KeyError, ValueError):
            return None
        return Timeline(
            tracks=tuple(tracks),
            pauses=self.pauses,
            seen=self.seen,
            latest=self.latest,
            still=self.still,
            quiet=frozenset(map(RunKey.parse, self.quiet)),
            replay=self.read.replay(facts),
            unpaused=self.unpaused,
        )


_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decode_kept = msgspec.msgpack.Decoder(Kept).decode
_LATEST = Latest(_decode_kept, _encode)
_decode_clock = msgspec.msgpack.Decoder(_ClockRow).decode
