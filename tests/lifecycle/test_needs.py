"""What a step needs here: enough to be accepted, nothing that can be left out, and the choices that are on record."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import attrs
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from complaintflow import Actor, Complaint, Lifecycle, Option, Policy, Signals, Step
from complaintflow.commands import (
    AddEvidence,
    AddTask,
    AskCustomer,
    Assign,
    Command,
    Compensate,
    Handoff,
    LinkIncident,
    Notify,
    Propose,
    Recall,
    Receive,
    Refer,
    Triage,
    make,
)
from complaintflow.errors import InvalidInput, Problem
from complaintflow.lifecycle.needs import Search
from complaintflow.testing import complaints
from complaintflow.testing.histories import walks_everywhere
from complaintflow.testing.paths import CAST, OWNER, Walk, default_lifecycle
from complaintflow.vocabulary import State

LI, WU = CAST[0], CAST[2]
SYSTEM = Actor.system()


@cache
def everywhere() -> tuple[Walk, ...]:
    return tuple(walks_everywhere(default_lifecycle()))


def steps(walk: Walk, by: Actor, *related: Complaint) -> dict[str, Step]:
    found = walk.lifecycle.steps(walk.complaint, by=by, at=walk.at, related=related)
    return {step.command: step for step in found}


def filled(step: Step, lifecycle: Lifecycle) -> Command:
    return make(step.command, {need.name: need.value for need in step.needs}, lifecycle.commands)


def is_accepted(walk: Walk, step: Step, by: Actor) -> bool:
    command = filled(step, walk.lifecycle)
    return walk.lifecycle.decide(walk.complaint, command, by=by, at=walk.at).accepted


@pytest.mark.parametrize("by", CAST[:1] + CAST[3:], ids=lambda by: by.id)
def test_the_first_choices_and_examples_of_all_needs_are_accepted_in_every_state(by: Actor) -> None:
    wrong = [
        (walk.state, step.command)
        for walk in everywhere()
        for step in steps(walk, by).values()
        if step.status == "open" and not is_accepted(walk, step, by)
    ]
    assert wrong == []


@settings(max_examples=5, deadline=None, suppress_health_check=[*HealthCheck])
@given(complaints(), st.sampled_from([*CAST, SYSTEM]))
def test_they_are_accepted_whatever_happened_before(complaint: Complaint, by: Actor) -> None:
    lifecycle, at = default_lifecycle(), complaint.body[-1].at + timedelta(minutes=5)
    for step in lifecycle.steps(complaint, by=by, at=at):
        if step.status == "open":
            assert lifecycle.decide(complaint, filled(step, lifecycle), by=by, at=at).accepted, step.command
        else:
            assert step.needs == ()


def test_no_optional_field_among_the_needs_can_be_left_out() -> None:
    walk = next(one for one in everywhere() if one.state == State.INVESTIGATING)
    for step in steps(walk, LI).values():
        for need in step.needs:
            if need.name not in step.fields:
                less = attrs.evolve(filled(step, walk.lifecycle), **{need.name: default_of(step.command, need.name)})  # type: ignore[misc]  # every command is an attrs class
                assert not walk.lifecycle.decide(walk.complaint, less, by=LI, at=walk.at).accepted


def default_of(command: str, name: str) -> Any:
    kind: Any = default_lifecycle().commands[command]
    default: Any = attrs.fields_dict(kind)[name].default
    return default.factory() if hasattr(default, "factory") else default


def test_a_notice_needs_what_the_customer_must_read_though_no_field_of_it_is_required() -> None:
    walk = next(one for one in everywhere() if steps(one, LI)[Notify.__name__].status == "open")
    step = steps(walk, LI)[Notify.__name__]
    assert step.fields == ()
    assert {"understood", "done", "next", "next_at"} <= {need.name for need in step.needs}


def after(*commands: Command, by: Actor = LI, lifecycle: Lifecycle | None = None) -> Walk:
    """A complaint after these commands, each accepted."""
    walk = Walk.receive(lifecycle or default_lifecycle())
    for command in commands:
        found = walk.after(command, by)
        assert found, command
        walk = found
    return walk


SORTED = Triage("fault", "payment", Signals(), "payments")
LATER = Walk.receive(default_lifecycle()).at + timedelta(days=1)


def choices(step: Step, name: str) -> list[tuple[str, str]]:
    need = next(one for one in step.needs if one.name == name)
    return [(choice.value, choice.label) for choice in need.choices]


def test_the_choices_are_the_parts_on_record_with_their_own_words() -> None:
    walk = after(
        SORTED,
        Assign("li"),
        AddTask("compare the ledgers", "wang", LATER),
        AddEvidence("log", "gateway", "two captures"),
        Refer("merchant", "please explain", LATER, LATER),
        Compensate("coupon", Decimal("50.00"), "CNY", LATER, "any order"),
    )
    found = steps(walk, LI)
    assert choices(found["FinishTask"], "task") == [("T1", "compare the ledgers, wang")]
    assert choices(found["CheckEvidence"], "evidence") == [("E1", "log, gateway")]
    assert choices(found["PartyReply"], "referral") == [("R1", "merchant")]
    assert choices(found["RefuseCompensation"], "compensation") == [("C1", "coupon, 50.00 CNY")]
    assert all(need.closed for need in found["CancelTask"].needs if need.name == "task")


def test_a_task_that_the_body_does_not_tell_is_offered_by_its_name() -> None:
    walk = after(SORTED, AddTask("compare the ledgers", "wang", LATER))
    bare = attrs.evolve(walk.complaint, body=Walk.receive(default_lifecycle()).complaint.body)
    found = {step.command: step for step in walk.lifecycle.steps(bare, by=LI, at=walk.at)}
    assert choices(found["FinishTask"], "task") == [("T1", "wang")]


def test_the_options_on_offer_are_told_with_their_basis() -> None:
    option = Option("repair", "platform rule 7: double payments go back", "one payment", "none", "accepts")
    walk = after(SORTED, Assign("li"), AddEvidence("log", "gateway", "two captures"))
    walk = walk.after(make("CheckEvidence", {"evidence": "E1", "finding": "agrees with the ledger"}), LI) or walk
    walk = walk.after(make("FindCause", {"cause": "a retry without a key", "evidence": "E1"}), LI) or walk
    proposed = walk.after(Propose((option,)), LI)
    assert proposed
    assert choices(steps(proposed, OWNER)["Agree"], "option") == [("O1", f"repair, {option.basis}")]


def test_the_questions_that_wait_are_the_names_of_the_answers() -> None:
    walk = after(SORTED, AskCustomer({"order": "Which order is it about, please?"}))
    answer = steps(walk, OWNER)["Answer"]
    assert [(name.value, name.label) for need in answer.needs for name in need.names] == [("order", "Q1")]


def test_what_the_type_misses_is_asked_for_by_name() -> None:
    policy = Policy()
    walk = Walk.start(Lifecycle.default(policy))
    received = walk.after(Receive("app", {"id": OWNER.id}, "I paid twice", type="fault"), OWNER)  # type: ignore[arg-type]  # as a form says it
    assert received
    asked = next(need for need in steps(received, LI)["AskCustomer"].needs if need.name == "questions")
    assert tuple(name.value for name in asked.names) == received.complaint.missing


def test_the_customers_other_open_complaints_and_their_incidents_are_choices() -> None:
    walk = after(SORTED)
    linked = after(LinkIncident("I-7"))
    other = attrs.evolve(linked.complaint, id="C-9")
    stranger = attrs.evolve(other, id="C-8", facts=msgspec.structs.replace(other.facts, customer="u-other"))
    found = steps(walk, LI, stranger, other)
    assert choices(found["Merge"], "into")[0][0] == "C-9"
    example = next(need for need in found["LinkIncident"].needs)
    assert [choice.value for choice in example.choices] == ["I-7"]


def test_words_that_a_type_closes_are_choices_and_teams_are_known_names() -> None:
    found = steps(after(SORTED), LI)
    grades = next(need for need in found["Regrade"].needs if need.name == "grade")
    teams = next(need for need in found["Handoff"].needs if need.name == "team")
    assert grades.closed
    assert {choice.value for choice in grades.choices} <= {"C", "B", "A", "E"}
    assert not teams.closed
    assert Handoff.__name__ in found
    assert "payments" not in {choice.value for choice in teams.choices}


def test_a_hazard_a_rule_and_a_message_are_named_from_the_record() -> None:
    walk = after(Triage("fault", "payment", Signals(hazards={"funds_lost"}), "payments"))
    assert choices(steps(walk, WU)["ClearHazard"], "hazard") == [("funds_lost", "")]
    policy = walk.lifecycle.policy
    manager = Actor("zhou", policy.authority.override)
    rules = {value for value, _ in choices(steps(walk, manager)["Override"], "rule")}
    assert rules == policy.overridable
    told = after(SORTED, make("Acknowledge", {"message": "We have it and look into it", "next_at": LATER}))
    sent = msgspec.structs.replace(told.complaint.facts, open_messages=frozenset({"M1"}))
    waiting = attrs.evolve(told, complaint=attrs.evolve(told.complaint, facts=sent))
    assert choices(steps(waiting, SYSTEM)["Receipt"], "message") == [("M1", "")]


def test_needs_are_worked_out_when_they_are_read_and_kept() -> None:
    step = steps(after(SORTED), LI)["Regrade"]
    assert step.needs is step.needs
    assert step.kind is not None
    assert Step("Regrade", "open").kind is None
    assert Step("Regrade", "open").needing(step.needs).needs == step.needs


@attrs.frozen
class Paired(Command):
    """Two fields that must agree."""

    one: str
    other: str = ""

    def __attrs_post_init__(self) -> None:
        if self.one != self.other:
            raise InvalidInput((Problem("other", self.other, self.one),))


def test_a_field_that_the_command_itself_does_not_let_go_is_a_need() -> None:
    walk = after(SORTED)
    search = Search(walk.complaint, walk.ask(LI), Paired("a", "a"), lambda command: ())
    assert [need.name for need in search.needs()] == ["one", "other"]


def test_no_need_tells_in_a_log_what_a_person_wrote() -> None:
    walk = after(SORTED, AddTask("call Mr Lee", "wang", LATER))
    assert "Lee" not in repr(steps(walk, LI)["FinishTask"].needs)


def test_a_house_that_allows_few_words_is_shown_its_steps_all_the_same() -> None:
    """An example that is too long for the house is no fault of the form."""
    walk = after(SORTED)
    short = attrs.evolve(walk, lifecycle=Lifecycle(policy=Policy(text_limit=3)))
    assert steps(short, LI)["Block"].status == "open"


def test_a_reader_is_offered_only_what_the_complaint_shows_them() -> None:
    """Else a choice tells the words that were hidden everywhere else."""
    walk = after(SORTED, AddTask("compare the ledgers", "wang", LATER))
    nothing = Walk.receive(default_lifecycle()).complaint.body
    step = steps(walk, LI)["FinishTask"]
    shown = step.shown((), lambda complaint: attrs.evolve(complaint, body=nothing))
    assert choices(shown, "task") == [("T1", "wang")]
    assert choices(step, "task") == [("T1", "compare the ledgers, wang")]


def test_an_example_that_is_over_a_limit_raises_nothing_when_its_needs_are_read() -> None:
    standard = default_lifecycle()
    walk = after(SORTED, lifecycle=standard.under(attrs.evolve(standard.policy, text_limit=30)))
    assert all(step.needs is not None for step in steps(walk, LI).values())


def test_a_letter_that_the_desk_says_was_handed_over_is_neither_offered_nor_taken_back() -> None:
    walk, lifecycle = Walk.receive(default_lifecycle()), default_lifecycle()
    complaint = walk.complaint
    for question in ({"order": "Which order is it?"}, {"device": "Which phone is it?"}):
        asked = lifecycle.decide(complaint, AskCustomer(question), by=LI, at=walk.at)
        complaint = lifecycle.evolve(complaint, asked.events)
    waiting = sorted(complaint.facts.open_messages)
    for handed in ([], waiting[:1], waiting):
        found = lifecycle.steps(complaint, by=LI, at=walk.at, handed=frozenset(handed))
        step = next(one for one in found if one.command == Recall.__name__)
        offered = [choice.value for need in step.needs for choice in need.choices]
        assert offered == [name for name in waiting if name not in handed]
        for name in waiting:
            taken = lifecycle.decide(complaint, Recall(name, "a slip"), by=LI, at=walk.at, handed=frozenset(handed))
            assert taken.accepted == (name in offered)
            assert (step.status == "open") == bool(offered)
