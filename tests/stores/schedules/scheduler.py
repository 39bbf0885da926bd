"""Runs actors one at a time in a given order, and finds all orders with few preemptions.

A *preemption* stops an actor that could go on; a switch away from one that is done or waits costs nothing. A *crash*
kills one before its next step, and costs as much as a preemption. `explore` tries all schedules up to so many of both,
those with fewer first (as CHESS does), so the first one that fails is a shortest one.

Two kinds of schedules are left out, since others end alike and need no more preemptions:

- a preemption before a step to which nothing that others do is tied: it can as well come before the next step;
- what follows when an actor that was preempted goes on, and nothing of what came between was tied to its step.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple, Protocol

import attrs

from tests.stores.schedules.actors import Actor
from tests.stores.schedules.steps import ANSWER, BEGIN, COMMIT, ROLLBACK, SEND, Footprint, Step, tied

_SOON = 0.002
_CHECKED = 0.02
"""So long, in seconds, one that waits is left alone, until the server has looked for a circle of them: after 1 ms, on a
machine with time."""
STUCK = 30.0


class Choice(NamedTuple):
    """Which actor does its next step, or is killed before it."""

    actor: int
    crash: bool = False


class Done(NamedTuple):
    """A step that an actor did, or before which it was killed. `preempted`: it could have been done at once."""

    actor: int
    step: Step
    crash: bool


@attrs.define
class Decision:
    """A point at which somebody had to go on: who could, at what cost, and who did."""

    options: dict[Choice, int]
    chosen: Choice
    last: int | None
    steps: dict[int, Step]


@attrs.define
class Run:
    """What happened in one schedule."""

    choices: list[Choice] = attrs.field(factory=list[Choice])
    decisions: list[Decision] = attrs.field(factory=list[Decision])
    done: list[Done] = attrs.field(factory=list[Done])
    waits: int = 0
    """How often the database made one wait for another."""

    def story(self, names: Sequence[str]) -> str:
        """The schedule as a person reads it: who did what, in turn."""
        lines, last = list[str](), None
        for one in self.done:
            mark = "✗" if one.crash else " "
            name = names[one.actor] if one.actor != last or one.crash else ""
            lines.append(f"{mark} {name:<10} {str(one.step)[:110]}")
            last = one.actor
        return "\n".join(lines)

    def gist(self, names: Sequence[str]) -> str:
        """The same in one line: how many steps of each, in turn; ✗ is a crash."""
        groups = [(actor, [*steps]) for actor, steps in groupby(self.done, key=lambda one: (one.actor, one.crash))]
        return ", ".join(f"{names[actor]} {'✗' if crash else len(steps)}" for (actor, crash), steps in groups)


class Waiting(Protocol):
    """Says whether a database makes an actor wait."""

    def is_waiting(self, actor: Actor) -> bool: ...


class Diverged(Exception):
    """The same choices did not lead to the same steps: then nothing is known."""


class Scheduler:
    """Runs these actors, one at a time."""

    def __init__(self, actors: Sequence[Actor], house: Waiting, crashes: int = 1) -> None:
        self._actors, self._house = actors, house
        self._crashes = crashes
        self._blocked = set[int]()
        self._locks = dict[str, int]()
        self._last: int | None = None
        self._running: int | None = None
        self._ends = False
        self._prefix: Sequence[Choice] = ()
        self.run = Run()

    def go(self, prefix: Sequence[Choice]) -> Run:
        """Make these choices, then go on without a preemption until all are done."""
        self._prefix = prefix
        for number, actor in enumerate(self._actors):
            actor.may_pass = partial(self._may_pass, number)
            actor.start()
        try:
            while any(not actor.done for actor in self._actors):
                self._go_on()
        except BaseException:
            self._abandon()
            raise
        return self.run

    def _go_on(self) -> None:
        if able := self._able():
            choice = self._choose(able)
            self._note(choice, able)
            self._do(choice)
        else:
            self._wait_for_server()

    def _abandon(self) -> None:
        """Everybody is killed, so that nothing stays open: first who can go on, then who waited for them."""
        self._running = None
        for actor in (*self._actors, *self._actors):
            if not actor.done and (not actor.waits or actor.has_arrived(1.0)) and not actor.done:
                actor.go_on(kill=True)
                actor.has_arrived(STUCK)

    def _wait_for_server(self) -> None:
        """Some wait in a circle, which the server ends."""
        self._settle(STUCK)
        if not self._able() and not all(actor.done for actor in self._actors):
            raise AssertionError(f"all wait for each other: {self._where()}")

    def _choose(self, able: list[int]) -> Choice:
        place = len(self.run.decisions)
        if place < len(self._prefix):
            return self._prefix[place]
        return Choice(self._last if self._last in able else able[0])

    def _note(self, chosen: Choice, able: list[int]) -> None:
        """Write down who goes on, and who could have gone on instead."""
        if chosen.actor not in able:
            raise Diverged(f"{self._actors[chosen.actor].name} cannot go on: {self._where()}")
        steps = {one: step for one in able if (step := self._actors[one].next)}
        step = steps[chosen.actor]
        self.run.decisions.append(Decision(self._options(able), chosen, self._last, steps))
        self.run.choices.append(chosen)
        self.run.done.append(Done(chosen.actor, step, chosen.crash))
        if step.needs and not chosen.crash:
            self._locks.setdefault(step.needs, chosen.actor)
        self._ends = step.kind in {COMMIT, ROLLBACK}

    def _may_pass(self, number: int, step: Step) -> bool:
        """In the thread of the actor that runs: whether it goes on without asking, which is the most usual choice."""
        if self._running != number or self._ends or step.kind == ANSWER:
            return False
        self._last, able = number, self._able()
        if number not in able or self._choose(able) != Choice(number):
            return False
        self._note(Choice(number), able)
        return True

    def _options(self, able: list[int]) -> dict[Choice, int]:
        """Who may go on instead, and what each costs."""
        found = dict[Choice, int]()
        may_crash = self._crashes and not any(choice.crash for choice in self.run.choices)
        for one in able:
            switch = int(self._last in able and one != self._last)
            found[Choice(one)] = switch
            if may_crash:
                found[Choice(one, crash=True)] = switch + 1
        return found

    def _do(self, choice: Choice) -> None:
        number, actor = choice.actor, self._actors[choice.actor]
        self._running = number
        actor.go_on(kill=choice.crash)
        self._wait_for(number)
        self._running = None
        self._last = number if not actor.done and number not in self._blocked else None
        if self._ends or actor.done:
            self._release(number)
            self._settle(0.0)

    def _release(self, number: int) -> None:
        self._locks = {name: holder for name, holder in self._locks.items() if holder != number}

    def _able(self) -> list[int]:
        """Who can do a step now."""
        return [
            number
            for number, actor in enumerate(self._actors)
            if not actor.done and number not in self._blocked and self._is_free(number, actor)
        ]

    def _is_free(self, number: int, actor: Actor) -> bool:
        """Whether nobody has the lock that it needs. One that has locked rows itself asks the server nevertheless, so
        that circles are closed there."""
        lock = actor.next.needs if actor.next else ""
        if self._locks.get(lock, number) == number:
            return True
        return lock != "file" and bool(actor.transaction and actor.transaction.touched)

    def _wait_for(self, number: int) -> None:
        """Until it stands before its next step, is done, or waits for another one."""
        actor, waited = self._actors[number], 0.0
        while not actor.has_arrived(_SOON):
            waited += _SOON
            if waited > STUCK:
                raise AssertionError(f"{actor.name} does not come back: {actor.next}")
            if self._house.is_waiting(actor):
                self._running = None
                if actor.has_arrived(_CHECKED):
                    break
                self._blocked.add(number)
                self.run.waits += 1
                return
        self._blocked.discard(number)

    def _settle(self, seconds: float) -> None:
        """Look who of those that waited waits no more."""
        for number in sorted(self._blocked):
            actor, waited = self._actors[number], 0.0
            while not actor.has_arrived(_SOON):
                waited += _SOON
                if waited > STUCK:
                    raise AssertionError(f"{actor.name} does not come back: {actor.next}")
                if waited >= seconds and self._house.is_waiting(actor):
                    break
            else:
                self._blocked.discard(number)
                if actor.next and actor.transaction and actor.transaction.turn:
                    self._locks["ledger"] = number
                if actor.done:
                    self._release(number)

    def _where(self) -> str:
        return "; ".join(f"{one.name} before {one.next}" for one in self._actors if not one.done)


# ── all schedules


@attrs.define
class Found:
    """What an exploration counted, and the first schedule that went wrong."""

    schedules: int = 0
    steps: int = 0
    crashes: int = 0
    waits: int = 0
    wrong: str = ""
    schedule: str = ""
    gist: str = ""
    preemptions: int = 0
    ends: set[str] = attrs.field(factory=set[str])

    def count(self, run: Run, end: str) -> None:
        """One schedule more."""
        self.schedules += 1
        self.steps += len(run.done)
        self.crashes += any(choice.crash for choice in run.choices)
        self.waits += run.waits
        self.ends.add(end)


Perform = Callable[[Sequence[Choice]], tuple[Run, str, str]]
"""Runs a schedule that begins with these choices; gives what happened, what is wrong at its end, and how it ended."""


def explore(
    perform: Perform, names: Sequence[str], most: int, footprints: Sequence[Footprint], *, everything: bool = False
) -> Found:
    """Try all schedules up to so many preemptions and crashes, until one goes wrong; and once more, when some of them
    did what was not known of their actors. `everything`: leave out none."""
    runs = dict[tuple[Choice, ...], tuple[Run, str, str]]()

    def perform_once(prefix: Sequence[Choice]) -> tuple[Run, str, str]:
        if (*prefix,) not in runs:
            runs[*prefix,] = perform(prefix)
        return runs[*prefix,]

    while True:
        before = [one.size for one in footprints]
        found = _explore(perform_once, names, most, footprints, everything=everything)
        if found.wrong or before == [one.size for one in footprints]:
            return found


def _explore(
    perform: Perform, names: Sequence[str], most: int, footprints: Sequence[Footprint], *, everything: bool
) -> Found:
    found, levels = Found(), [deque[list[Choice]]() for _ in range(most + 1)]
    levels[0].append([])
    for cost, level in enumerate(levels):
        while level:
            prefix = level.popleft()
            run, wrong, end = perform(prefix)
            for one in run.done:
                footprints[one.actor].add(one.step)
            found.count(run, end)
            if wrong:
                found.wrong, found.preemptions = wrong, cost
                found.schedule, found.gist = run.story(names), run.gist(names)
                return found
            for choices, more in others(run, len(prefix), footprints, everything=everything):
                if cost + more <= most and (everything or cost + more < 2 or not _dies_within(run, choices)):
                    levels[cost + more].append(choices)
    return found


def others(
    run: Run, after: int, footprints: Sequence[Footprint], *, everything: bool = False
) -> Iterator[tuple[list[Choice], int]]:
    """Each schedule that makes the same choices up to some point behind `after`, and then another one; its cost."""
    for place in range(after, len(run.decisions) if everything else _end_of_use(run)):
        decision = run.decisions[place]
        matters = everything or _matters(decision, footprints)
        for option, cost in decision.options.items():
            fresh = option != decision.chosen and (cost or not option.crash)
            stays = option.actor == decision.last
            if fresh and (everything or ((stays or matters) and not _waited_in_vain(run, place, option.actor))):
                yield [*run.choices[:place], option], cost


def _matters(decision: Decision, footprints: Sequence[Footprint]) -> bool:
    """Whether anything that others do may be tied to the next step of the one that could go on, if one could."""
    step = decision.steps.get(-1 if decision.last is None else decision.last)
    if step is None:
        return True
    return any(tied(step, one) for number, one in enumerate(footprints) if number != decision.last)


def _waited_in_vain(run: Run, place: int, actor: int) -> bool:
    """Whether it was preempted, and nothing that others did until this place is tied to its next step."""
    since = next((nth + 1 for nth in reversed(range(place)) if run.done[nth].actor == actor), None)
    if since is None or since == place or not _is_preempted(run.decisions[since], actor):
        return False
    step = run.decisions[place].steps[actor]
    return not any(tied(step, one.step) for one in run.done[since:place])


def _is_preempted(decision: Decision, actor: int) -> bool:
    """Whether it could have gone on here, and another one did."""
    return decision.last == actor and actor in decision.steps and decision.chosen.actor != actor


def _dies_within(run: Run, choices: Sequence[Choice]) -> bool:
    """Whether one is killed in the middle of a transaction: as nobody has seen anything of it, that is as if it were
    killed before the commit. (By itself it is tried at every statement.)"""
    for choice, decision in zip(choices, run.decisions, strict=False):
        if choice.crash:
            step = decision.steps[choice.actor]
            return step.kind not in {COMMIT, SEND, ANSWER, BEGIN} and not step.first
    return False


def _end_of_use(run: Run) -> int:
    """Up to which decision another choice leads to something new: one that was preempted in vain ends it."""
    for place, decision in enumerate(run.decisions):
        if decision.last is not None and _is_preempted(decision, decision.last) and not decision.chosen.crash:
            later = range(place, len(run.done))
            back = next((nth for nth in later if run.done[nth].actor == decision.last), None)
            if back is not None and _waited_in_vain(run, back, decision.last):
                return back
    return len(run.decisions)
