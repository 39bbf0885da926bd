"""The types that the face promises; mypy in strict mode is the test, and nothing here needs to run.

An error that must be reported stands under an ignore: were it not reported, the ignore itself would be an error.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import assert_type

from complaintflow import (
    Actor,
    Ask,
    Complaint,
    ComplaintflowError,
    Customer,
    Decision,
    Event,
    Grade,
    InvalidInput,
    Lifecycle,
    NotPossible,
    Policy,
    Priority,
    Problem,
    Refusal,
    Refused,
    Said,
    Signals,
    State,
    Step,
    grade,
)
from complaintflow.commands import BUILTIN, Command, Notify, Receive, Resolve, Triage, make
from complaintflow.complaint import Entry
from complaintflow.facts import Cycle, Facts, Wait
from complaintflow.values import Factor
from complaintflow.vocabulary import Effect, Urgency


def deciding(lifecycle: Lifecycle, complaint: Complaint, li: Actor, now: datetime) -> None:
    decision = lifecycle.decide(complaint, Resolve("second payment reversed"), by=li, at=now)
    assert_type(decision, Decision)
    assert_type(decision.events, tuple[Event, ...])
    assert_type(decision.refusals, tuple[Refusal, ...])
    assert_type(decision.not_possible, NotPossible | None)
    assert_type(decision.accepted, bool)
    assert_type(lifecycle.evolve(complaint, decision.events), Complaint)
    for step in lifecycle.steps(complaint, by=li, at=now):
        assert_type(step, Step)


def reading(complaint: Complaint) -> None:
    assert_type(complaint.id, str)
    assert_type(complaint.version, int)
    assert_type(complaint.state, str)
    assert_type(complaint.grade, Grade | None)
    assert_type(complaint.priority, Priority | None)
    assert_type(complaint.missing, tuple[str, ...])
    assert_type(complaint.duplicates, tuple[str, ...])
    assert_type(complaint.waiting_for, tuple[Wait, ...])
    assert_type(complaint.customer, Customer)
    assert_type(complaint.cycle, Cycle)
    assert_type(complaint.facts, Facts)
    assert_type(complaint.label("zh"), str)
    assert_type(complaint.body[0], Entry)
    assert_type(complaint.body[1:], Sequence[Entry])
    assert_type(complaint.body.of("Note"), tuple[Entry, ...])
    assert_type(Complaint.blank("C-1"), Complaint)
    complaint.version = 3  # type: ignore[misc]  # frozen


def asking_for(ask: Ask, now: datetime) -> None:
    assert_type(make("Note", {"text": "x"}), Command)
    assert_type(BUILTIN, Mapping[str, type[Command]])
    notice = Notify(understood="u", judged=None, done="d", next="n", next_at=now, plain="p")
    assert_type(notice.judged, str | None)
    assert_type(notice.next_at, datetime | None)
    assert_type(notice.effects(ask), frozenset[Effect])
    assert_type(notice.spoken(), str)
    assert_type(Notify.samples(ask), Iterator[Command])
    assert_type(Receive("app", Customer("u-17"), "I paid twice").needed_by, datetime | None)
    assert_type(Triage("fault").signals, Signals)
    Triage()  # type: ignore[call-arg]  # the type is missing
    Notify(next_at="tomorrow")  # type: ignore[arg-type]  # a time


def grading(policy: Policy) -> None:
    priority = grade(Signals(urgency=Urgency.BLOCKED), policy)
    assert_type(priority, Priority)
    assert_type(priority.grade, Grade)
    assert_type(priority.score, int)
    assert_type(priority.factors, tuple[Factor, ...])
    assert_type(priority.factors[0].why, str)
    assert_type(max(Grade.A, Grade.B), Grade)
    assert_type(Policy.from_toml(Path("policy.toml")), Policy)
    assert_type(Policy.from_data({}), Policy)
    assert_type(policy.digest, str)


def acting() -> None:
    assert_type(Actor.customer("u-17"), Actor)
    assert_type(Actor.system(), Actor)
    assert_type(Actor("li", frozenset({"agent"})).is_staff, bool)
    assert_type(Said.of_text("谢谢"), Said)
    assert_type(State("new"), State)
    Actor("li", 3)  # type: ignore[arg-type]  # roles are words


def failing(error: ComplaintflowError) -> str:
    match error:
        case Refused(complaint_id, command, refusals):
            assert_type(complaint_id, str)
            assert_type(command, str)
            assert_type(refusals, tuple[Refusal, ...])
            return refusals[0].rule
        case InvalidInput(problems):
            assert_type(problems, tuple[Problem, ...])
            return problems[0].path
        case NotPossible():
            assert_type(error.possible, tuple[str, ...])
            return error.state
        case _:
            return str(error)
