"""What the checker asks of a lifecycle, and what one step of a story is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Protocol

import msgspec

from complaintflow.commands import Command
from complaintflow.commands._context import Ask, Decision
from complaintflow.errors import Problem
from complaintflow.lifecycle.checking.witness import Seen
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.rows import Row
from complaintflow.lifecycle.states import CustomState
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event
from complaintflow.values import Actor
from complaintflow.vocabulary import Effect


class Rules(Protocol):
    """A lifecycle, as far as the checker asks it: it decides, and says what its table holds."""

    @property
    def table(self) -> tuple[Row, ...]: ...
    @property
    def commands(self) -> Mapping[str, type[Command]]: ...
    @property
    def policy(self) -> Policy: ...
    @property
    def guards(self) -> Mapping[Effect, tuple[Guard, ...]]: ...
    @property
    def own_states(self) -> Mapping[str, CustomState]: ...

    def decide(
        self, complaint: Complaint, command: Command, *, by: Actor, at: datetime, related: Iterable[Complaint] = ()
    ) -> Decision:
        """The decision about a command."""
        ...

    def under(self, policy: Policy) -> Rules:
        """The same rules under another policy."""
        ...

    def map_guards(self, change: Callable[[Guard], Guard]) -> Rules:
        """The same rules with each guard as `change` makes it."""
        ...

    def stage_of(self, state: str) -> str:
        """The built-in state whose meaning a state has."""
        ...

    def evolve(self, complaint: Complaint, events: Iterable[Event]) -> Complaint:
        """The complaint after these events."""
        ...


class Situation(msgspec.Struct, frozen=True, eq=False):
    """A complaint at a time, what the witness saw of its story, and the step that led here."""

    complaint: Complaint
    at: datetime
    seen: Seen = Seen()
    related: tuple[Complaint, ...] = ()
    came: Step | None = None

    @property
    def state(self) -> str:
        """The state of the complaint."""
        return str(self.complaint.state)

    @property
    def steps(self) -> list[Step]:
        """The steps from the beginning to here."""
        found: list[Step] = []
        step = self.came
        while step is not None:
            found.append(step)
            step = step.before.came
        return found[::-1]

    def ask(self, by: Actor, policy: Policy) -> Ask:
        """The question of this actor, without a command: samples are made for it."""
        return Ask(self.complaint.id, self.complaint.facts, Command(), by, self.at, policy, self.related)


class Step(msgspec.Struct, frozen=True, eq=False):
    """Somebody asked for something in a situation, or time passed: there is no command then.

    `faults` say what of the command fits no field or no limit, so that nobody decides about it.
    """

    before: Situation
    by: Actor
    command: Command | None
    decision: Decision
    waited: timedelta = timedelta()
    faults: tuple[Problem, ...] = ()

    @property
    def kind(self) -> str:
        """The name of the command; blank when time passed."""
        return "" if self.command is None else type(self.command).__name__

    @property
    def event(self) -> Event | None:
        """The event, if it was accepted."""
        return self.decision.events[0] if self.decision.events else None

    @property
    def refused_by(self) -> tuple[str, ...]:
        """The rules that refused it."""
        return tuple(refusal.rule for refusal in self.decision.refusals)
