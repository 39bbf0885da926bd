"""Legal histories to any state: a path is found once, and each history follows it in its own way.

A strategy follows the path and varies what the customer said, the detours, the actors and the times. It keeps only what
the rules accept.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from itertools import islice
from typing import Any

import attrs
from hypothesis import given, strategies as st

from complaintflow.commands import Command, LinkIncident, Receive
from complaintflow.commands._context import Ask, Decision
from complaintflow.errors import Refusal
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.record.complaint import Body, Complaint, Entry, Event
from complaintflow.testing.circumstances import vary
from complaintflow.testing.paths import (
    CAST,
    FIRST,
    OWNER,
    Moves,
    Path,
    Walk,
    default_lifecycle,
    find_path,
    follow,
    kinds_from,
)
from complaintflow.testing.strategies import commands, register, same_each_time, words
from complaintflow.values import Actor
from complaintflow.vocabulary import Effect, State

_PAUSES = (timedelta(0), timedelta(minutes=7), timedelta(hours=1))


_FIRST_WORDS = st.one_of(st.none(), *[commands(Receive)] * 3)
"""What the customer says first; a plain complaint (None) in one case of four, so that others shrink to it."""


@st.composite
def _walks(draw: st.DrawFn, state: str, lifecycle: Lifecycle | None) -> Walk:
    lifecycle = lifecycle or default_lifecycle()
    if state == State.NEW:
        return Walk.start(lifecycle)
    path = _path(draw, state, lifecycle)
    walk = _receive(draw, lifecycle, path)
    for place, move in enumerate(path.moves):
        pause = draw(st.sampled_from(_PAUSES))
        walk = attrs.evolve(walk, at=walk.at + pause) if pause else walk
        walk = _detour(draw, walk, path.moves[place:])
        walk = move.take(walk) or walk
    return walk


def _path(draw: st.DrawFn, state: str, lifecycle: Lifecycle) -> Path:
    """A path through some other states, or the straight one where there is none."""
    via = tuple(draw(st.lists(st.sampled_from(lifecycle.states).filter(_is_received), max_size=2)))
    path = find_path(state, lifecycle, via)
    if path is None:
        path = find_path(state, lifecycle)
    if path is None:
        raise LookupError(f"no way to {state!r} was found: do its commands bring samples that pass?")
    return path


def _is_received(state: str) -> bool:
    return state != State.NEW


def _receive(draw: st.DrawFn, lifecycle: Lifecycle, path: Path) -> Walk:
    """The first event: a plain one, or any words of a customer if the path can still be followed."""
    said: Any = draw(_FIRST_WORDS)
    if said is None:
        return Walk.receive(lifecycle, path.first)
    mine = attrs.evolve(said, customer=attrs.evolve(said.customer, id=OWNER.id))
    if path.first is not FIRST:
        mine = attrs.evolve(mine, channel=path.first.channel)
    after = Walk.start(lifecycle).after(mine, draw(st.sampled_from([OWNER, Actor.system()])))
    return after if after and follow(after, path.moves) else Walk.receive(lifecycle, path.first)


def _detour(draw: st.DrawFn, walk: Walk, rest: Moves) -> Walk:
    """Any other command on the way, if the path can still be followed afterwards."""
    if not draw(st.booleans()):
        return walk
    kind, by = draw(st.sampled_from(kinds_from(walk))), draw(st.sampled_from(CAST))
    samples = list(kind.samples(walk.ask(by)))
    command = _reword(draw, draw(st.sampled_from(samples))) if samples else None
    after = walk.after(command, by) if command else None
    return after if after and after.state == walk.state and follow(after, rest) else walk


def _reword(draw: st.DrawFn, sample: Command) -> Command:
    """The same command with other words in its sentences."""
    said = {
        name: draw(words()) for name, value in sample.given_fields().items() if isinstance(value, str) and " " in value
    }
    changed: Any = attrs.evolve(sample, **said)  # type: ignore[misc]  # every command is an attrs class
    assert isinstance(changed, Command)
    return changed


@st.composite
def histories_in(draw: st.DrawFn, state: str, lifecycle: Lifecycle | None = None) -> tuple[Event, ...]:
    """The events of a complaint in this state, each accepted by the lifecycle (by default the built-in one).

    Raises `LookupError` when no path to that state is found."""
    return draw(_walks(state, lifecycle)).events


@st.composite
def complaints_in(draw: st.DrawFn, state: str, lifecycle: Lifecycle | None = None) -> Complaint:
    """A complaint with a legal history that ends in this state; for `new`, one that was not received yet."""
    return draw(_walks(state, lifecycle)).complaint


@st.composite
def complaints(draw: st.DrawFn, lifecycle: Lifecycle | None = None) -> Complaint:
    """A complaint in any state, after it was received."""
    return draw(_anywhere(lifecycle)).complaint


@st.composite
def events(draw: st.DrawFn, lifecycle: Lifecycle | None = None) -> Event:
    """An event of a legal history."""
    return draw(st.sampled_from(draw(_anywhere(lifecycle)).events))


@st.composite
def asks(draw: st.DrawFn, lifecycle: Lifecycle | None = None) -> Ask:
    """A question to the rules: any actor and command, about a complaint in any state."""
    walk, command, by = draw(_questions(lifecycle))
    return walk.ask(by, command)


@st.composite
def decisions(draw: st.DrawFn, lifecycle: Lifecycle | None = None) -> Decision:
    """The answer of the rules to such a question."""
    walk, command, by = draw(_questions(lifecycle))
    return walk.decide(command, by)


@st.composite
def _anywhere(draw: st.DrawFn, lifecycle: Lifecycle | None) -> Walk:
    states = (lifecycle or default_lifecycle()).states
    return draw(_walks(draw(st.sampled_from(states).filter(_is_received)), lifecycle))


@st.composite
def _questions(draw: st.DrawFn, lifecycle: Lifecycle | None) -> tuple[Walk, Command, Actor]:
    walk, by = draw(_anywhere(lifecycle)), draw(st.sampled_from(CAST))
    kind = draw(st.sampled_from([row.command for row in walk.lifecycle.table]))
    samples = st.sampled_from(list(kind.samples(walk.ask(by))))
    return walk, draw(samples | commands(kind)), by


@cache
def questions(lifecycle: Lifecycle) -> tuple[tuple[Effect, Ask], ...]:
    """The questions that the lifecycle asks its guards, with the effect: every sample by everybody in every state, and
    commands of any kind. They are the same in each run."""
    asked: list[tuple[Effect, Ask]] = []
    watched = lifecycle.with_guards({effect: [_Listening(effect, asked)] for effect in Effect})
    for walk in walks_everywhere(lifecycle):
        for kind in kinds_from(walk):
            for by in CAST:
                for sample in kind.samples(walk.ask(by)):
                    attrs.evolve(walk, lifecycle=watched).decide(sample, by)

    @same_each_time(100)
    @given(_questions(lifecycle))
    def anything_besides(question: tuple[Walk, Command, Actor]) -> None:
        walk, command, by = question
        attrs.evolve(walk, lifecycle=watched).decide(command, by)

    anything_besides()
    return tuple(asked)


@cache
def questions_about(effect: Effect, lifecycle: Lifecycle) -> tuple[Ask, ...]:
    """The questions about one effect, and each kind of command that has it in many circumstances."""
    mine = [ask for other, ask in questions(lifecycle) if other is effect]
    kinds: dict[type[Command], list[Ask]] = {}
    for ask in mine:
        kinds.setdefault(type(ask.command), []).append(ask)
    return (*mine, *(varied for asks in kinds.values() for varied in vary(asks)))


def walks_everywhere(lifecycle: Lifecycle) -> Iterator[Walk]:
    """A complaint in each state that a path reaches, and one that is linked to an incident."""
    yield Walk.start(lifecycle)
    for state in filter(_is_received, lifecycle.states):
        path = find_path(state, lifecycle)
        walk = None if path is None else path.walk(lifecycle)
        if walk:
            yield walk
        if walk and state == State.RECEIVED:
            yield from islice(filter(None, (walk.after(LinkIncident("I-1"), by) for by in CAST)), 1)


@attrs.frozen(eq=False)
class _Listening:
    """A guard that records the questions about its effect."""

    effect: Effect
    asked: list[tuple[Effect, Ask]]
    rule: str = "listening"

    def __call__(self, ask: Ask) -> Refusal | None:
        self.asked.append((self.effect, ask))
        return None


def _body_of(complaint: Complaint) -> Body:
    return complaint.body


def _entries_of(complaint: Complaint) -> st.SearchStrategy[Entry]:
    return st.sampled_from(list(complaint.body))


register(Ask, asks)
register(Body, lambda: st.builds(_body_of, complaints()))
register(Complaint, complaints)
register(Decision, decisions)
register(Entry, lambda: complaints().flatmap(_entries_of))
register(Event, events)
