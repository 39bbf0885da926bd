"""The compiled table answers as one that is read anew at each step: every guard is asked, and none is asked less."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import attrs
import msgspec
from hypothesis import given, settings, strategies as st

from complaintflow import Actor, Ask, Complaint, InvalidInput, Lifecycle, Policy, Refusal, commands as c
from complaintflow._validation.bounds import check_bounds
from complaintflow.commands._context import Changes
from complaintflow.commands._parts import change_cycle
from complaintflow.lifecycle import preconditions as need
from complaintflow.lifecycle.cautions import known_names, name_fields
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.guards import rule_of
from complaintflow.lifecycle.horizon import within_horizon
from complaintflow.lifecycle.idle import say_what_is_idle
from complaintflow.lifecycle.lifecycle import _fits_every_limit
from complaintflow.lifecycle.repetition import fold, last_words, repeats
from complaintflow.lifecycle.room import room_for_parts
from complaintflow.lifecycle.row_access import allowed
from complaintflow.lifecycle.rows import ANYONE, STAY, Row, implied_effects
from complaintflow.lifecycle.staff_only import said_by_staff
from complaintflow.lifecycle.table import TABLE
from complaintflow.policy import Limits
from complaintflow.record.facts import Facts
from complaintflow.testing import commands
from complaintflow.vocabulary import Effect, State
from tests import stories as s
from tests.lifecycle import points as p


def plain(lifecycle: Lifecycle, ask: Ask) -> tuple[str | None, list[Refusal]]:
    """The state that it would reach and all reasons against it, read from the rows of the table; None: no such move."""
    leaving = [row for row in lifecycle.table if row.command is type(ask.command) and ask.facts.state in row.sources]
    rows = [row for row in leaving if row.when is None or row.when(ask)]
    if not rows:
        return None, []
    (row,) = rows
    lifted = ask.facts.cycle.overridden & lifecycle.policy.overridable
    rules = [rule for rule in (*row.rules, *guards(lifecycle, row, ask)) if rule_of(rule) not in lifted]
    moving = [lifecycle.moving.fits_the_lifecycle(ask)] if isinstance(ask.command, c.Migrate) else []
    answers = [allowed(row, ask), *moving, *(about(ask) for about in beside(ask)), *(rule(ask) for rule in rules)]
    if not ask.by.is_system or isinstance(ask.command, c.Receive):
        answers.append(room_for_parts(ask))
    if any(one.who != {"system"} for one in lifecycle.table if one.command is type(ask.command)):
        answers.append(within_horizon(ask))
    refusals = [found for found in answers if found is not None]
    return str(row.leads(ask.facts.state)), [*say_what_is_idle(refusals)]


def beside(ask: Ask) -> Iterator[Guard]:
    kind: Any = type(ask.command)
    if name_fields(kind) or kind is c.Correct or not ask.by.roles <= ask.policy.known_names["role"]:
        yield known_names
    if ask.by.is_customer:
        yield said_by_staff


def guards(lifecycle: Lifecycle, row: Row, ask: Ask) -> list[Guard]:
    """The guards of every effect that it has, each once, in the order of the effects."""
    source = ask.facts.state
    declared = row.effects - row.command.EFFECTS | implied_effects(source, row.leads(source))
    found = declared | ask.command.effects(ask) | {*by_changes(ask.facts, ask.changes)}
    found |= {Effect.WRITES} if ask.spoken_text else set()
    found |= {Effect.ANY}
    return [*dict.fromkeys(guard for effect in Effect if effect in found for guard in lifecycle.guards[effect])]


def by_changes(before: Facts, changes: Changes) -> Iterator[Effect]:
    after = Facts(**{**{name: getattr(before, name) for name in before.__struct_fields__}, **changes})
    if "messages" in changes and f"M{after.messages}" not in changes.get("to_us", ()):
        yield Effect.SPEAKS
    if before.team and after.team != before.team:
        yield Effect.HANDS_OFF
    if before.grade and after.grade and after.grade < before.grade:
        yield Effect.REGRADES
    if before.hazards - after.hazards or (before.incident and not after.incident):
        yield Effect.CLEARS
    if any(not payment.complaint for payment in {*after.paid} - {*before.paid}):
        yield Effect.PAYS
    if after.cycle.fix > before.cycle.fix:
        yield Effect.MENDS


def asked(lifecycle: Lifecycle, complaint: Complaint, command: c.Command, by: Actor, story: s.Story) -> Ask:
    """The question as `decide` puts it: with the names as the policy spells them."""
    again = repeats(command.customer_text(), fold(last_words(complaint, lifecycle.commands)))
    house = command.in_house(lifecycle.policy)
    kind: Any = type(house)
    names = {name: getattr(house, name) for name in name_fields(kind)}
    spelled = {name: lifecycle.policy.spell(name, said) for name, said in names.items() if isinstance(said, str)}
    seq = complaint.version + 1
    house = attrs.evolve(house, **spelled)  # type: ignore[misc]  # every command is an attrs class
    return Ask(complaint.id, complaint.facts, house, by, story.at, lifecycle.policy, story.related, seq, again)


def agree(lifecycle: Lifecycle, story: s.Story, command: c.Command, by: Actor) -> None:
    ask = asked(lifecycle, story.complaint, command, by, story)
    try:
        found = lifecycle.decide(story.complaint, command, by=by, at=story.at, related=story.related)
    except InvalidInput:  # over a limit of the policy: no rule is asked
        return
    reached, refusals = plain(lifecycle, ask)
    assert (found.not_possible is None) == (reached is not None)
    assert list(found.refusals) == refusals
    if found.accepted:
        (event,) = found.events
        assert (event.seq, event.state, event.encoded) == (ask.seq, reached, ask.command.encoded())
        differing = {name: value for name, value in ask.changes.items() if getattr(ask.facts, name) != value}
        assert {name for name in differing if name not in event.changes} <= {"cycle"}
        assert all(getattr(ask.facts, name) != value for name, value in event.changes.items())
        assert event.encoded_changes == type(event)(1, event.at, "", "", b"", "", event.changes).encoded_changes


@settings(max_examples=80, deadline=None)
@given(commands(), st.integers(1, 12), st.integers(1, 40))
def test_a_command_that_is_not_looked_at_is_within_every_limit(command: c.Command, entries: int, chars: int) -> None:
    """Its bytes and commas say so. Else a list without end would be put on record, and nobody would be told."""
    several: Any = dict.fromkeys(("attachments", "material", "answers", "questions", "contact", "snapshot"), entries)
    policy = Policy(text_limit=chars * 20, limits=Limits(entries=entries, key_chars=chars, **several))
    kind, data = p.standard()._kinds[type(command)], command.encoded()
    if kind.of_people and _fits_every_limit(kind, data, policy):
        check_bounds(command, policy.text_limit, policy.limits, len(data))


PEOPLE = (*s.EVERYBODY, s.STRANGER, Actor("guest", frozenset({"visitor"})))


@st.composite
def questions(draw: st.DrawFn) -> tuple[s.Story, c.Command, Actor]:
    """Somebody asks for something, mostly fitting, at a point of some story.

    A question for approval is decided twice: `tests/commands/test_approvals.py` tries both answers.
    """
    story, by = draw(st.sampled_from(p.points())), draw(st.sampled_from(PEOPLE))
    kind = draw(st.sampled_from([kind for kind in c.BUILTIN.values() if kind is not c.AskApproval]))
    return story, draw(st.sampled_from([*p.samples(story, kind, by)]) | commands(kind)), by


@settings(max_examples=50, deadline=None)
@given(questions())
def test_a_compiled_decision_is_the_one_that_the_table_gives(question: tuple[s.Story, c.Command, Actor]) -> None:
    agree(p.standard(), *question)


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(p.points()), st.sampled_from(PEOPLE))
def test_the_steps_are_those_that_each_sample_decided_by_the_table_gives(story: s.Story, by: Actor) -> None:
    """Else a form would show a button that is refused, or grey out one that works, or give other reasons."""
    lifecycle = p.standard()
    for step in lifecycle.steps(story.complaint, by=by, at=story.at, related=story.related):
        asks = plain_samples(lifecycle, story, lifecycle.commands[step.command], by)
        answers = [refusals for reached, refusals in (plain(lifecycle, ask) for ask in asks) if reached is not None]
        rows = [row for row in lifecycle.table if row.kind == step.command and story.state in row.sources]
        ours_alone = not by.is_system and {who for row in rows for who in row.who} == {"system"}
        least = min(answers, key=len, default=None)
        status = "impossible" if least is None or ours_alone else "refused" if least else "open"
        assert (step.status, list(step.refusals)) == (status, (least or []) if status == "refused" else [])


def plain_samples(lifecycle: Lifecycle, story: s.Story, kind: type[c.Command], by: Actor) -> Iterator[Ask]:
    complaint, told = story.complaint, fold(last_words(story.complaint, lifecycle.commands))
    seq = complaint.version + 1
    nothing = Ask(complaint.id, complaint.facts, c.Command(), by, story.at, lifecycle.policy, story.related, seq)
    for one in kind.samples(nothing):
        yield msgspec.structs.replace(nothing, command=one, repeats=repeats(one.customer_text(), told))


@attrs.frozen
class Lend(c.Command):
    """A command of a house: it may have effects, says something, and changes whatever facts it is told to."""

    EFFECTS = frozenset({Effect.SPEAKS, Effect.PAYS})

    message: str = ""
    speaks: bool = True
    sets: tuple[str, ...] = ()

    def effects(self, ask: Ask) -> frozenset[Effect]:
        return self.EFFECTS if self.speaks else frozenset()

    def changes(self, ask: Ask) -> Changes:
        every: Changes = {"team": "loans", "signals": None, "owner": "wu", **ask.message(to_us=not self.speaks)}
        every["cycle"] = change_cycle(ask.facts.cycle, fix=ask.facts.cycle.fix + 1)
        return {name: value for name, value in every.items() if name in self.sets}


RULES: tuple[Guard, ...] = (need.clock_stands, need.surveyed_once, need.may_answer, need.in_an_incident)
SETS = ("team", "signals", "owner", "messages", "open_messages", "unproved", "to_us", "cycle")


@cache
def house(target: State | None, effects: frozenset[Effect], who: frozenset[str], rules: tuple[Guard, ...]) -> Lifecycle:
    """The lifecycle with two rows for `Lend`, of which one applies from each state."""
    more = effects | Lend.EFFECTS | {Effect.TELLS_SOLVED, Effect.CLOSES, Effect.ENDS, Effect.ARCHIVES}

    def quiet(ask: Ask) -> bool:
        return not ask.field("speaks")

    def loud(ask: Ask) -> bool:
        return bool(ask.field("speaks"))

    everywhere = frozenset(State)
    mine = (Row(Lend, everywhere, STAY, more, who, rules, quiet), Row(Lend, everywhere, target, more, ANYONE, (), loud))
    return Lifecycle((*TABLE, *mine), p.HOUSE)


@settings(max_examples=50, deadline=None)
@given(
    st.sampled_from([STAY, State.CLOSED, State.INVESTIGATING]),
    st.frozensets(st.sampled_from([Effect.JUDGES, Effect.REPORTS]), max_size=1),
    st.sampled_from([ANYONE, frozenset({"staff"}), frozenset({"system", "customer"})]),
    st.sampled_from([(), RULES]),
    st.builds(
        Lend, st.sampled_from(["", "it is solved", "We look into it"]), st.booleans(), st.lists(st.sampled_from(SETS))
    ),
    st.sampled_from(PEOPLE),
    st.data(),
)
def test_so_is_one_of_a_table_with_rows_of_a_house(
    target: State | None,
    effects: frozenset[Effect],
    who: frozenset[str],
    rules: tuple[Guard, ...],
    command: Lend,
    by: Actor,
    data: st.DataObject,
) -> None:
    agree(house(target, effects, who, rules), data.draw(st.sampled_from(p.points())), command, by)
