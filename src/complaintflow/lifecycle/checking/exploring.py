"""Explores a slice breadth first, by asking the lifecycle itself: the first way to a situation is the shortest."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from datetime import timedelta
from functools import cached_property

import msgspec

from complaintflow import commands as c
from complaintflow.commands._context import Decision
from complaintflow.errors import InvalidInput
from complaintflow.lifecycle.checking.cast import CLOCKWORK, MORNING, OWNER, cast_by_role
from complaintflow.lifecycle.checking.examples import Offers
from complaintflow.lifecycle.checking.folding import BY_LIBRARY, Told, fold
from complaintflow.lifecycle.checking.observing import Observer
from complaintflow.lifecycle.checking.rules import Rules, Situation, Step
from complaintflow.lifecycle.checking.slices import Slice, crowded
from complaintflow.lifecycle.checking.ways import beginnings, leading_on
from complaintflow.lifecycle.checking.witness import watch
from complaintflow.lifecycle.checking.worsening import worsen
from complaintflow.lifecycle.concerns import has_field
from complaintflow.lifecycle.notices import say_notices
from complaintflow.lifecycle.repetition import tells_again
from complaintflow.record.complaint import Complaint
from complaintflow.record.facts import Facts
from complaintflow.values import Actor, Customer

_NO_DECISION = Decision()


class Exploration:
    """What can happen in a slice. `steps` goes through it; the counts say how far it came.

    `found` are the situations in the order of finding, `leads` the situations to which one leads on from each, but by
    what every state keeps, and `against` the rules that refuse to. `twins` are situations that were taken for one that
    was found before. `cut` counts those that have too much open to be looked into. With an `observer` of the guards of
    a house the fold keeps what they tell apart: as soon as more is found of that, the exploration ends as `outdated`,
    and another one begins with it.
    """

    def __init__(
        self,
        rules: Rules,
        slice: Slice,
        observer: Observer | None = None,
        *,
        beside: tuple[Rules, ...] = (),
        told: Told = BY_LIBRARY,
        on: bool = False,
    ) -> None:
        """With `on` it goes by what leads on alone, and by no way that every state keeps.

        What other rules `beside` these tell apart is tried as well.
        """
        self.rules, self.slice, self._observer, self._only_on = rules, slice, observer, on
        self.told = observer.told if observer else told
        self.found: list[Situation] = []
        self.leads: list[list[int]] = []
        self.against: list[set[str]] = []
        self.twins: dict[int, Situation] = {}
        self.most = slice.most * (1 + len(beginnings(rules)))
        self.decisions = self.cut = 0
        self.capped = self.outdated = False
        self._known: dict[Hashable, int] = {}
        self._asked: set[str] = set()
        self._accepted: set[str] = set()
        self._worse: dict[tuple[type[c.Command], bytes], tuple[c.Command, ...]] = {}
        cast = cast_by_role(rules.policy, {role for row in rules.table for role in row.who})
        self.moves = {(row.kind, str(source)) for row in rules.table for source in row.sources}
        self.tries = [
            (kind, tuple(cast[part] for part in who if part in cast), offers)
            for kind, who, offers in slice.tries(rules, *beside)
        ]
        self._speaking = [(kind, actors[0]) for kind, actors, _ in self.tries if actors and _may_say_again(kind)]

    @cached_property
    def _on(self) -> frozenset[tuple[str, str, str]]:
        """Command, source and target of each edge that leads on."""
        table = self.rules.table
        states = {str(source) for row in table for source in row.sources}
        edges = ((row, state) for state in states for row in leading_on(self.rules, state))
        return frozenset((row.kind, state, str(row.leads(state))) for row, state in edges)

    @cached_property
    def _leading(self) -> frozenset[tuple[str, str]]:
        return frozenset((kind, source) for kind, source, _ in self._on)

    def steps(self, start: Situation | None = None) -> Iterator[tuple[Step, Situation | None]]:
        """Every step that was tried, and the situation after it if it was accepted; then the notices of its edge."""
        self.reach(start or beginning(self.rules, self.slice))
        for number, situation in enumerate(self.found):  # grows meanwhile
            if crowded(situation.complaint.facts, self.slice.room):
                self.cut += 1
                continue
            for step in self.tried(situation):
                after, notices = self._lead_on(step)
                if self._only_on and not self.leads_on(step):
                    continue
                yield step, after
                yield from ((notice, None) for notice in notices)
                if after is not None:
                    reached = self.reach(after)
                    self.leads[number] += [reached] * self.leads_on(step)
                elif step.event is None and self.would_lead_on(step):
                    self.against[number].update(step.refused_by)
            self.leads[number] += map(self.reach, self.waits(situation))
            self.outdated = self._observer is not None and self._observer.told is not self.told
            self.capped = len(self.found) > self.most
            if self.outdated or self.capped:
                return

    def tried(self, situation: Situation) -> Iterator[Step]:
        """Every command that somebody tries here, with the decision."""
        for kind, actors, offers in self.tries:
            if (kind.__name__, situation.state) in self.moves:
                self._asked.add(kind.__name__)
                for by in actors:
                    for command in self.offered(situation, by, offers):
                        step = self.ask(situation, by, command)
                        if step.event is not None:
                            self._accepted.add(step.kind)
                        yield step

    @property
    def unasked(self) -> tuple[str, ...]:
        """The commands of the slice that have an edge, and that nobody could ask for in any situation."""
        return tuple(sorted({kind.__name__ for kind, _, _ in self.tries} - self._asked))

    @property
    def unaccepted(self) -> tuple[str, ...]:
        """The commands of the slice that somebody could ask for, and that no story has: offered nowhere, or refused."""
        return tuple(sorted(self._asked - self._accepted - {*self.barred}))

    @property
    def barred(self) -> tuple[str, ...]:
        """Those that were never accepted, as the slice means it."""
        return tuple(sorted({kind.__name__ for kind in self.slice.barred} & self._asked - self._accepted))

    @property
    def absent(self) -> tuple[str, ...]:
        """The commands of the slice that have no edge."""
        return tuple(sorted({kind.__name__ for kind in self.slice.kinds} - self.rules.commands.keys()))

    def offered(self, situation: Situation, by: Actor, offers: Offers) -> Iterator[c.Command]:
        """What this actor tries: the examples, and worse ones of the commands that are hostile."""
        for command in offers(situation.ask(by, self.rules.policy)):
            yield command
            if isinstance(command, self.slice.hostile):
                yield from self._worsened(command)

    def _worsened(self, command: c.Command) -> tuple[c.Command, ...]:
        """The worse ones of a command: most of its examples are the same in many situations."""
        key = type(command), command.encoded()
        if key not in self._worse:
            self._worse[key] = tuple(worsen(command))
        return self._worse[key]

    def ask(self, situation: Situation, by: Actor, command: c.Command) -> Step:
        """The answer to this command here. What is over a limit of the policy gets none."""
        self.decisions += 1
        if self._observer is not None and type(command) in self._observer.coded:
            self._observer.look_at(msgspec.structs.replace(situation.ask(by, self.rules.policy), command=command))
        try:
            asked = self.rules.decide(situation.complaint, command, by=by, at=situation.at, related=situation.related)
        except InvalidInput as wrong:  # over a limit of the policy
            return Step(situation, by, command, _NO_DECISION, faults=wrong.problems)
        return Step(situation, by, command, asked)

    def leads_on(self, step: Step) -> bool:
        """Whether an accepted step leads on, and not by a way that every state keeps."""
        before, after = step.before.state, str(step.event.state) if step.event else ""
        return before == after or (step.kind, before, after) in self._on

    def would_lead_on(self, step: Step) -> bool:
        """Whether the table has an edge for it that leads on."""
        return (step.kind, step.before.state) in self._leading

    def _lead_on(self, step: Step) -> tuple[Situation | None, list[Step]]:
        """The situation after an accepted step and all that it sent, and the notices of its edge."""
        if step.command is None or step.event is None or is_only_asked(step, self.slice):
            return None, []
        after, notices = self.tell(follow(self.rules, step), follow)
        return self._delivered(after), notices

    def tell(self, after: Situation, follow: Callable[[Rules, Step], Situation]) -> tuple[Situation, list[Step]]:
        """The situation after the notices of the edge that led here, and each of them; one may be refused.

        They are said by the system, one behind the other, as the desk says them.
        """
        taken, notices = after.came, list[Step]()
        if taken is None or taken.event is None or not taken.decision.notices:
            return after, notices
        for _, command in say_notices(after.complaint, taken.event, taken.decision.notices, self.rules.policy):
            notices.append(self.ask(after, CLOCKWORK, command))
            after = follow(self.rules, notices[-1]) if notices[-1].event else after
        return after, notices

    def _delivered(self, situation: Situation) -> Situation:
        """The situation after a receipt for all that is under way, to the customer or only to staff."""
        facts = situation.complaint.facts
        for name in under_way(facts, self.slice):
            step = self.ask(situation, CLOCKWORK, c.Receipt(name, "delivered"))
            situation = follow(self.rules, step) if step.event else situation
        return situation

    def waits(self, situation: Situation) -> Iterator[Situation]:
        """The situation after each of the times that one waits in between."""
        for span in self.slice.waits:
            step = Step(situation, CLOCKWORK, None, _NO_DECISION, span)
            yield msgspec.structs.replace(situation, at=situation.at + span, came=step)

    def _said_again(self, situation: Situation) -> frozenset[str]:
        """R16: what commands of the house would tell the customer just as it was told last.

        Their words may be the same each time, such as a choice of a list; those of the library are others.
        """
        facts = situation.complaint.facts
        if not self._speaking or not facts.last_told:
            return frozenset()
        asked = ((kind, situation.ask(by, self.rules.policy)) for kind, by in self._speaking)
        texts = {one.customer_text() for kind, ask in asked for one in kind.samples(ask)}
        return frozenset(one for one in texts if tells_again(one, situation.complaint, self.rules.commands))

    def reach(self, situation: Situation) -> int:
        """The number of this situation, or of the one that it is taken for."""
        key = fold(situation, self.rules.policy, self.told), self._said_again(situation)
        number = self._known.setdefault(key, len(self.found))
        if number == len(self.found):
            self.found.append(situation)
            self.leads.append([])
            self.against.append(set())
        else:
            self.twins.setdefault(number, situation)
        return number


def _may_say_again(kind: type[c.Command]) -> bool:
    """Whether it is a command of a house that may have words for the customer."""
    speaks = kind.customer_text is not c.Command.customer_text or has_field(kind, "message")
    return speaks and c.BUILTIN.get(kind.__name__) is not kind


def follow(rules: Rules, step: Step) -> Situation:
    """The situation after an accepted step."""
    before, command = step.before, step.command
    complaint = rules.evolve(before.complaint, step.decision.events)
    seen = watch(before.seen, command, step.by, step.decision.events[0]) if command is not None else before.seen
    return Situation(complaint, before.at, seen, before.related, step)


def is_only_asked(step: Step, slice: Slice) -> bool:
    """Whether nobody goes on after this step, since only its answer counts."""
    return step.event is not None and isinstance(step.command, slice.asked) and step.event.state == step.before.state


def under_way(facts: Facts, slice: Slice) -> list[str]:
    """The messages that arrive at once: all, or only those to staff where a receipt says what became of the others."""
    return sorted(facts.open_messages & facts.to_us if slice.receipts else facts.open_messages)


def beginning(rules: Rules, slice: Slice) -> Situation:
    """Before the complaint is received, perhaps beside others."""
    beside = tuple(_others(rules)) if slice.beside else ()
    return Situation(Complaint.blank("C-1"), MORNING, related=beside)


def _others(rules: Rules) -> Iterator[Complaint]:
    """Another open one of the customer, one of somebody else, and one of the customer that is over."""
    for id, customer in (("C-2", OWNER.id), ("C-3", "u-99"), ("C-4", OWNER.id)):
        owner = Actor.customer(customer)
        one = Complaint.blank(id)
        commands = [c.Receive("app", Customer(customer), "It is late", order="A-9")]
        for command in (*commands, *([c.Withdraw("never mind")] if id == "C-4" else ())):
            one = rules.evolve(one, rules.decide(one, command, by=owner, at=MORNING - timedelta(days=1)).events)
        yield one
