"""The lifecycle itself: how it decides, what it refuses to be, and that table, machine and diagrams agree.

What takes a lifecycle and nothing else is also told to changed ones, by `test_mutants`.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import msgspec
import pytest

from complaintflow import (
    Actor,
    Ask,
    Complaint,
    DefinitionError,
    Event,
    InvalidInput,
    Lifecycle,
    Policy,
    Refusal,
    Step,
    commands as c,
)
from complaintflow._validation.structure import FrozenMap, NonBlank
from complaintflow.lifecycle._machine import edges_of, quiet
from complaintflow.lifecycle.guards import GUARDS, rule_of
from complaintflow.lifecycle.rows import STAY, Row, rows
from complaintflow.lifecycle.table import TABLE
from complaintflow.record.complaint import evolve
from complaintflow.record.facts import Facts, Payment
from complaintflow.vocabulary import OPEN, Effect, Grade, State
from tests import stories as s
from tests.lifecycle import golden, points as p

# ── how it decides


def test_all_reasons_come_at_once(lifecycle: Lifecycle) -> None:
    """R16, R18a, R32: who, what and when, in one answer."""
    rules = s.resolved(lifecycle).refused(s.notice(done=" ", next="已经解决"), by=s.ENGINEER)
    assert rules == {
        "customer-facing-role",
        "verify-before-notify",
        "complete-expression",
    }


def test_who_may_not_ask_hears_the_other_reasons_as_well(lifecycle: Lifecycle) -> None:
    rules = s.triaged(lifecycle).refused(c.Agree("O1", s.HEARD), by=s.SYSTEM)
    assert rules == set()
    assert s.proposed(lifecycle).refused(c.Agree("O9", s.HEARD), by=s.SYSTEM) == {
        "allowed",
        "customers-own-word",
        "on-offer",
    }


def test_a_refusal_changes_nothing(lifecycle: Lifecycle) -> None:
    """The answer holds no event, and the complaint is what it was."""
    story = s.resolved(lifecycle)
    before = (story.complaint.version, story.facts, tuple(story.complaint.body))
    decision = story.asks(s.notice()).decision
    assert (decision.accepted, decision.events, decision.not_possible) == (False, (), None)
    assert (story.complaint.version, story.facts, tuple(story.complaint.body)) == before


def test_no_merge_is_undone_once_its_words_are_gone(lifecycle: Lifecycle) -> None:
    """From whatever state it was merged: nobody could go on with it."""
    merged = s.merged(lifecycle)
    for state in sorted(OPEN):
        facts = msgspec.structs.replace(merged.facts, merged_from=state, erased=s.T0)
        gone = attrs.evolve(merged, complaint=attrs.evolve(merged.complaint, facts=facts))
        assert "words-stand" in gone.asks(c.Unmerge()).rules, state


def test_a_move_that_there_is_not_names_those_that_there_are(lifecycle: Lifecycle) -> None:
    story = s.Story(lifecycle)
    answer = story.asks(c.Close()).decision.not_possible
    assert answer is not None
    assert (answer.complaint_id, answer.command, answer.state) == ("C-1", "Close", "new")
    assert answer.possible == ("Receive",)
    archived = s.archived(lifecycle).asks(c.Park("late")).decision.not_possible
    assert archived is not None
    assert archived.possible == ("LiftHold", "PlaceHold", "Survey")


def test_decide_is_pure(lifecycle: Lifecycle) -> None:
    """The same question gets the same answer, in whatever zone the time is told."""
    story = s.verified(lifecycle)
    ask = story.asks(s.notice())
    elsewhere = attrs.evolve(story, at=story.at.astimezone(timezone(timedelta(hours=8)))).asks(s.notice())
    assert ask.decision == ask.decision == elsewhere.decision
    assert elsewhere.decision.events[0].at.tzinfo is UTC


def test_an_event_says_who_said_what_when_and_under_which_rules(lifecycle: Lifecycle) -> None:
    story = s.triaged(lifecycle)
    event = story.asks(c.Assign("wang"), by=s.WANG).decision.events[0]
    assert (event.seq, event.at, event.by, event.kind, event.state) == (3, s.T0, "wang", "Assign", "investigating")
    assert (event.data, event.changes) == ({"owner": "wang"}, {"owner": "wang"})
    assert event.versions == (lifecycle.digest, lifecycle.policy.digest)


def test_an_event_sets_only_what_changes(lifecycle: Lifecycle) -> None:
    """The same owner again is an event that sets nothing."""
    story = s.triaged(lifecycle).do(c.Assign("li"))
    assert story.asks(c.Assign("li")).decision.events[0].changes == {}


def test_a_named_time_is_aware(lifecycle: Lifecycle) -> None:
    story = s.received(lifecycle)
    with pytest.raises(InvalidInput, match=r"at: found .* expected an aware time"):
        lifecycle.decide(story.complaint, s.triage(), by=s.LI, at=datetime(2026, 3, 2, 9))  # noqa: DTZ001  # on purpose


def test_a_text_over_the_limit_is_invalid(lifecycle: Lifecycle) -> None:
    """The limit is policy; all long texts are named."""
    small = attrs.evolve(s.triaged(lifecycle), lifecycle=Lifecycle(policy=Policy(text_limit=10)))
    with pytest.raises(InvalidInput) as raised:
        small.refused(c.Block("x" * 11, "y" * 12))
    assert [problem.path for problem in raised.value.problems] == ["what", "help_needed"]
    assert small.refused(c.Block("x" * 10, "y" * 10)) == set()


def every_answer() -> Iterator[tuple[s.Story, Event]]:
    """All that the samples lead to, from every point."""
    for story in p.points():
        for kind in dict.fromkeys(row.command for row in TABLE if story.state in row.sources):
            for by in (s.MANAGER, s.CUSTOMER, s.SYSTEM):
                for command in p.samples(story, kind, by):
                    yield from ((story, event) for event in story.asks(command, by).decision.events)


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_every_event_is_minimal_names_facts_only_and_makes_its_command_again() -> None:
    """No event sets what was so already; the state stands beside; `data` is plain data of the command."""
    seen = 0
    for story, event in every_answer():
        assert set(event.changes) <= set(Facts.__struct_fields__) - {"state"}
        same = [name for name, value in event.changes.items() if getattr(story.facts, name) == value]
        assert not same, f"{event.kind} sets {same} again"
        assert c.make(event.kind, event.data).data() == event.data
        seen += 1
    assert seen > 3000


# ── folding


def test_replay_equals_the_complaint_whether_folded_at_once_or_one_by_one(lifecycle: Lifecycle) -> None:
    story = s.Story(lifecycle)
    events: list[Event] = []
    for command, by in ((s.receive(), s.SYSTEM), (s.triage(), s.LI), (c.Assign("li"), s.LI), (s.TASK, s.LI)):
        events += story.asks(command, by).decision.events
        story = story.do(command, by=by)
    assert evolve(Complaint.blank("C-1"), events) == story.complaint
    assert [entry.kind for entry in story.complaint.body] == ["Receive", "Triage", "Assign", "AddTask"]


def test_old_history_folds_without_the_code_that_wrote_it() -> None:
    """An event of a command that is gone, to a state that is gone."""
    event = Event(1, s.T0, "li", "Gone", b'{"what":"ever"}', "in_a_lab", {"owner": "li"})
    complaint = evolve(Complaint.blank("C-1"), [event])
    assert (complaint.state, complaint.facts.owner, complaint.version) == ("in_a_lab", "li", 1)
    assert complaint.body[0].data == {"what": "ever"}


def test_no_event_is_no_change() -> None:
    complaint = Complaint.blank("C-1")
    assert evolve(complaint, []) is complaint


# ── steps


def test_steps_name_every_command_once_and_say_what_it_needs(lifecycle: Lifecycle) -> None:
    story = s.resolved(lifecycle)
    steps = {step.command: step for step in lifecycle.steps(story.complaint, by=s.LI, at=story.at)}
    assert sorted(steps) == sorted(lifecycle.commands)
    assert steps["Verify"] == attrs.evolve(steps["Verify"], status="open", fields=("passed", "method", "evidence"))
    assert (steps["Close"].status, steps["Close"].refusals) == ("impossible", ())
    assert steps["Notify"].status == "refused"
    assert [refusal.rule for refusal in steps["Notify"].refusals] == ["verify-before-notify"]


def test_nobody_is_shown_a_button_for_what_only_the_system_does(lifecycle: Lifecycle) -> None:
    story = s.resolved(lifecycle)
    for by, status in ((s.LI, "impossible"), (s.CUSTOMER, "impossible"), (s.SYSTEM, "open")):
        steps = {step.command: step.status for step in lifecycle.steps(story.complaint, by=by, at=story.at)}
        assert steps["MissDeadline"] == status


def test_roles_that_nobody_declared_are_offered_nothing_new_and_fill_no_memory() -> None:
    """Else whoever makes up a role at each login fills the memory of the house."""
    lifecycle = Lifecycle.default()
    complaint = s.triaged(lifecycle).complaint
    ours = lifecycle.steps(complaint, by=s.LI, at=s.T0)
    kept = dict(lifecycle._offers)
    made_up = lifecycle.steps(complaint, by=Actor("li", {"agent", "made up"}, "payments"), at=s.T0)
    assert lifecycle._offers == kept
    assert {step.command for step in made_up if step.status == "open"} < {step.command for step in ours}


def test_a_refused_step_gives_the_least_that_is_missing(lifecycle: Lifecycle) -> None:
    """Of several samples, the one that comes nearest."""
    story = s.investigating(lifecycle)
    steps = {step.command: step for step in lifecycle.steps(story.complaint, by=s.ENGINEER, at=story.at)}
    assert [refusal.rule for refusal in steps["Regrade"].refusals] == []
    assert [refusal.rule for refusal in steps["FinishTask"].refusals] == ["open-task"]


@cache
def well_formed() -> Mapping[str, set[c.Command]]:
    """Every command that a test of paths and cases, or a sample at any point, comes up with."""
    from tests.lifecycle.cases import CASES

    found: dict[str, set[c.Command]] = {kind: set() for kind in p.standard().commands}
    for case in CASES:
        for attempt in case.tell(p.standard()):
            found[type(attempt.command).__name__].add(attempt.command)
    for story in p.points():
        for kind in p.standard().commands.values():
            found[kind.__name__].update(p.samples(story, kind, s.LI))
    return found


@pytest.mark.parametrize(
    "by",
    [
        pytest.param(by, id=by.id, marks=[pytest.mark.explore] if by in {s.LEAD, s.ENGINEER} else [])
        for by in s.EVERYBODY
    ],
)
@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_steps_are_right_about_every_well_formed_command(by: Actor) -> None:
    """An open one has a sample that passes, a refused one none, and an impossible one has no move at all for them."""
    lifecycle = p.standard()
    for story in p.points():
        for step in lifecycle.steps(story.complaint, by=by, at=story.at, related=story.related):
            if step.status == "open":
                samples = p.samples(story, lifecycle.commands[step.command], by)
                assert any(story.asks(one, by).decision.accepted for one in samples), step
            else:
                is_right_to_deny(step, story, by)


@cache
def rows_from(state: str) -> Mapping[str, list[Row]]:
    """The rows that leave a state, by their commands."""
    found: dict[str, list[Row]] = {}
    for row in TABLE:
        if state in row.sources:
            found.setdefault(row.kind, []).append(row)
    return found


def is_right_to_deny(step: Step, story: s.Story, by: Actor) -> None:
    """No command passes. Where no row leaves the state, one command stands for all: nothing else of it is looked at."""
    commands = list(well_formed()[step.command])
    rows = rows_from(story.state).get(step.command, [])
    ours_alone = not by.is_system and {who for row in rows for who in row.who} == {"system"}
    for command in commands if rows else commands[:1]:
        decision = story.asks(command, by).decision
        assert not decision.accepted, f"{step.status}, but {story.asks(command, by)}"
        assert (decision.not_possible is None and not ours_alone) == (step.status == "refused")


def test_a_command_without_samples_says_so() -> None:
    story = s.triaged(p.standard())
    with pytest.raises(TypeError, match="Command brings no samples"):
        list(p.samples(story, c.Command, s.LI))


def test_a_command_whose_samples_fit_no_row_is_impossible_here(lifecycle: Lifecycle) -> None:
    """Rows with a `when` of which none applies are no move."""
    never = Row(Inspect, frozenset({State.TRIAGED}), STAY, frozenset({Effect.SPEAKS}), when=lambda ask: False)
    strange = Lifecycle((*lifecycle.table, never))
    story = s.triaged(strange)
    assert story.impossible(Inspect("lab"))
    steps = {step.command: step.status for step in strange.steps(story.complaint, by=s.LI, at=story.at)}
    assert steps["Inspect"] == "impossible"


# ── what a lifecycle refuses to be


@attrs.frozen
class Inspect(c.Command):
    """A command of one's own: the thing goes to a laboratory, and the customer reads of it."""

    EFFECTS = frozenset({Effect.SPEAKS})

    lab: NonBlank
    message: str = "您的商品送检了"

    def changes(self, ask: Ask) -> dict[str, Any]:
        return {"extra": FrozenMap({**ask.facts.extra, "lab.sent_to": self.lab})}

    def customer_text(self) -> str:
        return self.message

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[c.Command]:
        yield cls("central")


@attrs.frozen
class Leap(c.Command):
    """A command of one's own that does not say what it does."""

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[c.Command]:
        yield cls()


@attrs.frozen
class Purse(Leap):
    """A command of one's own that pays, and that has another name for it."""

    compensation: str = "C1"

    def changes(self, ask: Ask) -> dict[str, Any]:
        return {"claims": (), "paid": (*ask.facts.paid, Payment("C1", "coupon", Decimal(50), "CNY", 1))}


def test_a_row_that_says_less_than_its_command_is_a_definition_error() -> None:
    with pytest.raises(DefinitionError, match="Notify → awaiting_confirmation: found no speaks, tells_solved"):
        rows((c.Notify, {State.RESOLVED}, State.AWAITING_CONFIRMATION))


GATES = {
    State.AWAITING_CONFIRMATION: Effect.TELLS_SOLVED,
    State.CLOSED: Effect.CLOSES,
    State.WITHDRAWN: Effect.ENDS,
    State.DECLINED: Effect.ENDS,
    State.MERGED: Effect.ENDS,
    State.ARCHIVED: Effect.ARCHIVES,
}


@pytest.mark.parametrize(("state", "effect"), GATES.items())
def test_a_row_that_says_less_than_its_target_is_a_definition_error(state: State, effect: Effect) -> None:
    """R32, R33, R35, R37: whatever the command."""
    with pytest.raises(DefinitionError, match=f"Leap → {state}: found no {effect}"):
        rows((Leap, {State.TRIAGED}, state))
    assert rows((Leap, {State.TRIAGED}, state, {effect}))[0].effects == {effect}
    assert rows((Leap, {state}, STAY))[0].effects == frozenset()


def test_all_wrong_rows_are_named_together() -> None:
    with pytest.raises(DefinitionError) as raised:
        rows((Leap, {State.TRIAGED}, State.CLOSED), (Inspect, {State.TRIAGED}, STAY), (c.Park, (), STAY))
    assert [problem.path for problem in raised.value.problems] == ["Leap → closed", "Inspect → stay", "Park"]


def test_two_rows_from_one_state_need_a_when_each() -> None:
    with pytest.raises(DefinitionError, match="Park from triaged: found two rows without a when"):
        Lifecycle((*TABLE, Row(c.Park, frozenset({State.TRIAGED}), State.INVESTIGATING)))


def test_one_name_belongs_to_one_command() -> None:
    @attrs.frozen
    class Park(c.Command):
        """Another one."""

    with pytest.raises(DefinitionError, match="Park: found two commands of one name"):
        Lifecycle((*TABLE, Row(Park, frozenset({State.NEW}), STAY)))


def test_a_command_of_another_class_with_a_known_name_is_an_error(lifecycle: Lifecycle) -> None:
    """Who writes a `Close` without its effects gets nowhere with it."""

    @attrs.frozen
    class Close(c.Command):
        """No effect, so no guard, its author hoped."""

    with pytest.raises(DefinitionError, match="found Close, which has no row"):
        s.delivered(lifecycle).asks(Close()).decision  # noqa: B018  # it is decided when it is read


# ── states, commands and guards of one's own


def lab_open(ask: Ask) -> Refusal | None:
    """A guard of one's own: nothing is told while a laboratory has it."""
    if "lab.sent_to" not in ask.facts.extra:
        return None
    return Refusal("lab-open", "the laboratory has it", "wait for the laboratory")


LAB = rows(
    (Inspect, {State.TRIAGED, State.INVESTIGATING}, "in_a_lab", {Effect.SPEAKS}),
    (c.Resolve, "in_a_lab", State.RESOLVED, {Effect.ACTS}),
)


def test_a_house_adds_a_command_a_state_and_a_guard() -> None:
    """Its facts lie in `extra`; its guard refuses beside ours; our guards watch its command."""
    house = Lifecycle((*TABLE, *LAB), guards={Effect.TELLS_SOLVED: (lab_open,)})
    assert "in_a_lab" in house.states
    story = s.triaged(house)
    assert story.refused(Inspect("central"), by=s.ENGINEER) == {"customer-facing-role"}
    story = story.do(Inspect("central"))
    assert (story.state, dict(story.facts.extra)) == ("in_a_lab", {"lab.sent_to": "central"})
    story = story.do(c.Resolve("the part is changed", s.OWN))
    assert story.refused(s.notice(judged=None)) == {"verify-before-notify", "lab-open"}
    assert house.digest != p.standard().digest


def test_guards_are_added_to_those_that_were_added() -> None:
    """The lifecycle itself stays as it is."""
    house = Lifecycle(guards={Effect.TELLS_SOLVED: (lab_open,)})
    wider = house.with_guards({Effect.TELLS_SOLVED: (lab_open_again,), Effect.HEARS: (lab_open,)})
    assert wider.guards[Effect.TELLS_SOLVED] == (*GUARDS[Effect.TELLS_SOLVED], lab_open, lab_open_again)
    assert wider.guards[Effect.HEARS] == (*GUARDS[Effect.HEARS], lab_open)
    assert house.guards[Effect.HEARS] == GUARDS[Effect.HEARS]


def test_a_lifecycle_made_of_another_is_what_it_would_be_made_anew() -> None:
    """They share what is dear to make, and nothing else: neither the policy nor a guard of one reaches the other."""
    house = Lifecycle((*TABLE, *LAB), guards={Effect.TELLS_SOLVED: (lab_open,)})
    strict, more = Policy(duplicate_days=1), {Effect.HEARS: (lab_open,)}
    for made, anew in (
        (house.under(strict), Lifecycle(house.table, strict, {Effect.TELLS_SOLVED: (lab_open,)})),
        (house.with_guards(more), Lifecycle(house.table, None, {Effect.TELLS_SOLVED: (lab_open,), **more})),
    ):
        assert (made.digest, made.policy, made.guards) == (anew.digest, anew.policy, anew.guards)
        assert made.moves() == anew.moves()
        story = s.triaged(made)
        assert story.asks(Inspect("central")).decision.events[0].versions == (anew.digest, anew.policy.digest)
        changed = story.do(Inspect("central"), c.Resolve("the part is changed", s.OWN))
        refused = changed.refused(c.Hear("where is it?"), by=s.CUSTOMER)
        assert refused == ({"lab-open"} if lab_open in anew.guards[Effect.HEARS] else set())
    unchanged = s.triaged(house).asks(Inspect("central")).decision.events[0]
    assert unchanged.versions == (house.digest, house.policy.digest)


def lab_open_again(ask: Ask) -> Refusal | None:
    """Another guard of one's own."""
    return lab_open(ask)


def test_a_policy_lifts_no_rule_that_nobody_keeps() -> None:
    """A misspelt one is named; one of a guard of one's own is known."""
    with pytest.raises(DefinitionError, match="overridable: found lab-open, expected one of"):
        Lifecycle(policy=Policy(overridable=frozenset({"lab-open"})))
    house = Lifecycle(policy=Policy(overridable=frozenset({"lab-open"})), guards={Effect.TELLS_SOLVED: (lab_open,)})
    assert house.policy.overridable == {"lab-open"}


def test_a_lifecycle_says_whether_a_move_leaves_at_all(lifecycle: Lifecycle) -> None:
    story = s.triaged(lifecycle)
    assert lifecycle.has_move(s.propose(), story.complaint)
    assert not lifecycle.has_move(c.Close(), story.complaint)


def test_a_merge_names_the_other_complaint_that_it_is_about() -> None:
    assert (c.Merge("C-2").related_ids(), c.Absorb("C-1").related_ids(), c.Park("a fault").related_ids()) == (
        ("C-2",),
        ("C-1",),
        (),
    )


def test_a_guard_may_name_its_rule_itself() -> None:
    class Named:
        """A guard from a plugin."""

        rule = "house-rule"

        def __call__(self, ask: Ask) -> Refusal | None:
            return Refusal("house-rule", "we never park", "talk to us")

    house = Lifecycle(guards={Effect.RETROSPECTS: (Named(),)})
    assert rule_of(Named()) == "house-rule"
    lesson = c.Retrospect(("paid twice", "a retry"), "told early", "no contact", ())
    assert s.verified(house).refused(lesson) == {"house-rule"}


def test_entering_a_state_asks_its_guards_whatever_the_command(lifecycle: Lifecycle) -> None:
    """R32, R33, R35, R37: no back door by a command of one's own."""
    leaps = [Row(Leap, frozenset({State.TRIAGED}), state, frozenset({effect})) for state, effect in GATES.items()]
    asked = {
        State.AWAITING_CONFIRMATION: {"verify-before-notify"},
        State.CLOSED: {"confirm-before-close"},
        State.ARCHIVED: {"root-cause-named"},
        State.WITHDRAWN: set(),
        State.DECLINED: set(),
        State.MERGED: set(),
    }
    for leap in leaps:
        told = attrs.evolve(s.triaged(lifecycle), lifecycle=changed(lifecycle, leap))
        assert told.refused(Leap()) == asked[State(str(leap.target))]


def changed(lifecycle: Lifecycle, *more: Row) -> Lifecycle:
    """The same with more rows, and with the same guards."""
    wider = Lifecycle((*lifecycle.table, *more), lifecycle.policy)
    wider.guards = lifecycle.guards
    return wider


def test_what_pays_is_guarded_whatever_its_name(lifecycle: Lifecycle) -> None:
    """R26: a command of one's own that pays is asked like ours."""
    house = changed(lifecycle, Row(Purse, OPEN, STAY))
    unknown = attrs.evolve(s.investigating(lifecycle).do(s.compensate(101)), lifecycle=house)
    assert unknown.refused(Purse()) == {"within-authority", "identity-checked"}
    assert attrs.evolve(s.paying(lifecycle), lifecycle=house).do(Purse()).facts.paid[0].kind == "coupon"


@attrs.frozen
class Whisper(Leap):
    """A command of one's own that sends a message, and that says neither so nor what the customer reads."""

    message: str = "您的问题已经解决"

    def changes(self, ask: Ask) -> dict[str, Any]:
        return {"messages": ask.facts.messages + 1, "open_messages": ask.facts.open_messages | {"M9"}}


@attrs.frozen
class Hint(Whisper):
    """One that calls its message one to staff, and names another."""

    def changes(self, ask: Ask) -> dict[str, Any]:
        return {**super().changes(ask), "to_us": ask.facts.to_us | {"M99"}}


@pytest.mark.parametrize("kind", [Whisper, Hint])
def test_what_sends_a_message_is_guarded_whatever_its_name(lifecycle: Lifecycle, kind: type[Whisper]) -> None:
    """R16, R18a: a house's own command tells nobody that it is solved before the proof."""
    house = changed(lifecycle, Row(kind, OPEN, STAY))
    story = attrs.evolve(s.triaged(lifecycle), lifecycle=house)
    assert story.refused(kind()) == {"no-solved-wording-before-proof"}
    assert story.refused(kind(), by=s.ENGINEER) == {"no-solved-wording-before-proof", "customer-facing-role"}
    assert story.do(kind("您的商品送检了")).facts.messages == story.facts.messages + 1


def test_what_lowers_or_moves_is_guarded_whatever_its_name(lifecycle: Lifecycle) -> None:
    """R7, R13, R14: by what would change, not by what it is called."""

    @attrs.frozen
    class Quiet(Leap):
        """A lower grade and another team, in passing."""

        def changes(self, ask: Ask) -> dict[str, Any]:
            return {"grade": Grade.C, "team": "logistics"}

    house = changed(lifecycle, Row(Quiet, OPEN, STAY))
    story = attrs.evolve(s.triaged(lifecycle), lifecycle=house)
    assert story.refused(Quiet()) == {"priority-never-fades", "handoff-carries-context"}


# ── Override


def test_an_override_lifts_the_listed_rule_for_this_cycle() -> None:
    """Only what the policy lists, only by whom it names; a new cycle asks again."""
    lifecycle = Lifecycle(policy=Policy(overridable=frozenset({"plain-language", "another-team"})))
    story = s.delivered(lifecycle)
    assert story.refused(s.handoff("payments")) == {"another-team", "no-ping-pong"}
    lifted = story.do(c.Override("another-team", "we try again"), by=s.MANAGER)
    assert lifted.refused(s.handoff("payments")) == {"no-ping-pong"}
    again = lifted.do(s.DISPUTE, by=s.CUSTOMER)
    assert again.refused(s.handoff("payments")) == {"another-team", "no-ping-pong"}


def test_an_override_lifts_a_guard() -> None:
    story = s.triaged(Lifecycle.default()).do(s.handoff())
    assert story.refused(s.handoff("payments")) == {"no-ping-pong"}
    lifted = story.do(c.Override("no-ping-pong", "they know it best"), by=s.MANAGER)
    assert lifted.refused(s.handoff("payments")) == set()


def test_an_override_outlives_no_stricter_policy() -> None:
    """What a policy no longer lists is asked again."""
    story = s.triaged(Lifecycle.default()).do(s.handoff())
    story = story.do(c.Override("no-ping-pong", "they know it best"), by=s.MANAGER)
    strict = attrs.evolve(story, lifecycle=Lifecycle(policy=Policy(overridable=frozenset())))
    assert strict.refused(s.handoff("payments")) == {"no-ping-pong"}


def test_nobody_is_named_where_nobody_may() -> None:
    authority = attrs.evolve(Policy().authority, override=frozenset())
    lifecycle = Lifecycle(policy=Policy(overridable=frozenset(), authority=authority))
    refusals = s.triaged(lifecycle).asks(c.Override("party-heard", "gone"), s.MANAGER).decision.refusals
    assert [refusal.remedy for refusal in refusals] == ["rules: none; authorities: nobody"]


# ── table, machine and diagrams agree


def test_table_and_machine_agree(lifecycle: Lifecycle) -> None:
    """`transitions` holds the moves of the table, each once, and no other."""
    machine = sorted(edges_of(lifecycle.machine()))
    table = sorted((row.kind, str(source), str(row.leads(source))) for row in lifecycle.table for source in row.sources)
    assert machine == table
    assert sorted((move.split()[0], source, target) for move, source, target, *_ in lifecycle.moves()) == table


def test_a_condition_of_the_machine_is_labelled_like_its_row(lifecycle: Lifecycle) -> None:
    transitions = lifecycle.machine().events["Verify"].transitions["resolved"]
    labels = [str(condition.func) for one in transitions for condition in one.conditions]
    assert labels == ["Verify [passed]", "Verify [failed]"]


@pytest.mark.parametrize(("level", "after"), [(logging.NOTSET, logging.WARNING), (logging.DEBUG, logging.DEBUG)])
def test_a_level_that_the_application_chose_stays(level: int, after: int) -> None:
    log = logging.Logger("engine", level)
    quiet(log)
    assert log.level == after


def test_the_moves_are_the_golden_ones(lifecycle: Lifecycle) -> None:
    """Every widened or narrowed move shows in the difference of one file."""
    assert golden.moves_text(lifecycle) == golden.MOVES.read_text(encoding="utf-8"), f"moves.golden {golden.DIFFERS}"


@pytest.mark.parametrize("path", golden.WRITTEN, ids=lambda path: path.name)
def test_what_is_written_out_is_current(path: Path, lifecycle: Lifecycle) -> None:
    assert path.read_text(encoding="utf-8") == golden.written(lifecycle)[path], f"{path.name} {golden.DIFFERS}"


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_every_golden_move_is_taken() -> None:
    """Somebody takes it, with a sample, from a point that a story reaches."""
    for witness in p.witnesses():
        witness(p.standard())


def test_nobody_makes_a_move_that_is_not_golden() -> None:
    """For each command and state without a golden move: not possible, for everybody."""
    known = {(witness.kind, witness.source) for witness in p.witnesses()}
    at = {story.state: story for story in p.points()}
    assert set(at) == set(State)
    for kind in p.standard().commands.values():
        for state, story in at.items():
            for command in p.samples(story, kind, s.LI):
                assert story.impossible(command) == ((kind.__name__, state) not in known)


def test_only_those_make_a_move_who_are_named_for_it() -> None:
    """Rule `allowed`, on every move, for staff, the customer and the system."""
    for witness in p.witnesses():
        witness.is_for_those_named(p.standard())


def test_guards_are_called_once_each_in_the_order_of_the_effects(lifecycle: Lifecycle) -> None:
    called = lifecycle.guards_for(frozenset({Effect.SPEAKS, Effect.TELLS_SOLVED}))
    assert [guard for _, guard in called] == [*GUARDS[Effect.TELLS_SOLVED], *GUARDS[Effect.SPEAKS]]
    assert lifecycle.guards_for(frozenset()) == ()


def test_a_lifecycle_is_named_by_its_moves_and_guards() -> None:
    same = Lifecycle(policy=Policy(text_limit=10))
    assert same.digest == p.standard().digest
    assert same.digest != Lifecycle(TABLE[1:]).digest
