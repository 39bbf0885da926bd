"""The types that the face promises; mypy and pyright in strict mode are the test, and nothing here needs to run.

An error that must be reported stands under an ignore: were it not reported, the ignore itself would be an error.
`test_face.py` makes the commands, so that what the checkers take is what the classes take.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import assert_type

from complaintflow import (
    Action,
    Actor,
    Ask,
    Complaint,
    ComplaintflowError,
    Customer,
    Decision,
    Desk,
    Event,
    Grade,
    InvalidInput,
    Lifecycle,
    NotPossible,
    Option,
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
from complaintflow.commands import (
    BUILTIN,
    AddEvidence,
    Agree,
    Answer,
    AskCustomer,
    Close,
    Command,
    Compensate,
    Confirm,
    Correct,
    Dispute,
    FinishTask,
    Handoff,
    Hear,
    LabelCause,
    Notify,
    Object,
    Pause,
    Propose,
    Receipt,
    Receive,
    RecordReview,
    Regrade,
    Remind,
    Resolve,
    Retrospect,
    Survey,
    Triage,
    Update,
    Verify,
    Withdraw,
    make,
)
from complaintflow.desk.delivery import Delivery
from complaintflow.policy.authority import Authority
from complaintflow.policy.clock_rules import CalendarRule, ClockRule, Level
from complaintflow.policy.closing import Closing
from complaintflow.policy.complaint_types import TypeRule
from complaintflow.policy.weights import Weights
from complaintflow.record.complaint import Entry
from complaintflow.record.facts import Cycle, Facts, Wait
from complaintflow.values import Attachment, Factor
from complaintflow.vocabulary import Audience, Effect, Ground, Impact, PausedBy, ReceiptStatus, Remedy, Touches, Urgency


def commands(now: datetime) -> list[Command]:
    """The words of the design, as a program writes them: plain texts, lists and sets."""
    customer = Customer("u-17", tier="vip", name="…", contact={"email": "…"}, language="en")
    signals = Signals(urgency="blocked", emotion="angry", hazards={"funds_lost"})
    action = Action("a key for each capture", "wang", date(2026, 3, 1), "product")
    receipts = [Receipt("M1", "delivered"), Receipt("M1", ReceiptStatus.FAILED)]
    return [
        Receive(channel="app", customer=customer, description="I paid twice", order="A-1001", snapshot={"os": "iOS"}),
        AskCustomer({"order": "…"}),
        Answer({"order": "A-1001"}, "it is on the bill"),
        Hear("…"),
        Hear(Said("…", via="phone", ref="call-88"), request=False),
        Correct({"product": "…"}, "…"),
        Triage(type="fault", area="payment", team="payments", signals=signals),
        Regrade("A", "…"),
        Regrade(Grade.A, "…"),
        Handoff("payments", "…", "…", material=[Attachment("s3://log", size=1)]),
        RecordReview("…", ["a", "b"]),
        AddEvidence("log", "gateway", "…", attachments=[Attachment("s3://log")]),
        Propose([Option("refund", "…", "…", "…", "…"), Option(Remedy.COUPON, "…", "…", "…", "…")]),
        Agree("O1", "ok"),
        Object("…", "…"),
        FinishTask("T1", "own_system"),
        Compensate("coupon", "50", "CNY", now, "…"),
        Compensate("coupon", 50, "CNY"),
        Compensate("coupon", Decimal(50), "CNY"),
        Resolve("…", touches="nothing"),
        Verify(passed=True, method="ledger", evidence="one capture left"),
        Notify(understood="…", judged="…", done="…", next="…", next_at=now, plain="…"),
        Update("team", done="…"),
        Update(audience="customer", understood="…", judged=None, done="…", next="…", next_at=now),
        *receipts,
        Confirm("解决了"),
        Dispute("…"),
        Pause("customer", "…", since=now),
        Remind("…", "team", tells=["lead"]),
        Close(),
        Close("silent"),
        Survey(5, said="…"),
        LabelCause("…", ["why"]),
        Withdraw("…"),
        Retrospect(whys=["…"], well="…", badly="…", actions=[action]),
    ]


def policies() -> Policy:
    """The numbers of a house, with plain words in them."""
    office = CalendarRule(hours={"mon": ["09:00-12:00"]}, holidays=[date(2026, 1, 1)])
    return Policy(
        types={"fault": TypeRule(zh="故障", required=["order"])},
        customer_facing={"agent"},
        authority=Authority(override=["manager"]),
        compensation_limits={"agent": {"CNY": 100}, "lead": {"CNY": "500.50"}},
        closing=Closing(silent_after=timedelta(hours=48), grounds={"confirmed"}, strict_grades=(Grade.E,)),
        weights=Weights(impact=[0, 10, 25, 40]),
        calendars={"office": office},
        clocks={"task": ClockRule("R27", ["AddTask"], ["FinishTask"], named="due", each="task", warn=[50])},
        escalation=[Level("lead", 0, ["lead"])],
    )


def converted() -> None:
    """What was given as a plain word is read back as what it is."""
    assert_type(Actor("li", roles={"agent"}).roles, frozenset[str])
    assert_type(Signals(impact="all").impact, Impact)
    assert_type(Signals(urgency=Urgency.BLOCKED, hazards=("funds_lost",)).hazards, frozenset[str])
    assert_type(Confirm("解决了").said, Said)
    assert_type(Survey(5).said, Said | None)
    assert_type(Close("silent").ground, Ground | None)
    assert_type(Pause("party", "…").party, PausedBy)
    assert_type(Regrade("A", "…").grade, Grade)
    assert_type(FinishTask("T1", "own_system").touches, Touches)
    assert_type(Update("team").audience, Audience)
    assert_type(Receipt("M1", "delivered").status, ReceiptStatus)
    assert_type(Compensate("coupon", 50, "CNY").amount, Decimal)
    assert_type(LabelCause("…", ["why"]).whys, tuple[str, ...])
    assert_type(Closing(grounds=["confirmed"]).grounds, frozenset[Ground])
    assert_type(TypeRule(zh="…", required=["order"]).required, tuple[str, ...])


def wrong() -> None:
    """What no checker lets through."""
    Actor("li", 3)  # type: ignore[arg-type]  # roles are words
    Actor("li", roles="agent")  # type: ignore[arg-type]  # several words, not the letters of one
    Signals(urgency=3)  # type: ignore[arg-type]  # a word
    Confirm(None)  # type: ignore[arg-type]  # somebody said something
    Agree("O1", b"ok")  # type: ignore[arg-type]  # a text
    Compensate("coupon", 0.5, "CNY")  # type: ignore[arg-type]  # an exact amount
    LabelCause("…", {"why"})  # type: ignore[arg-type]  # a set has no order
    Propose(["refund"])  # type: ignore[list-item]  # an option says more
    Closing(grounds=3)  # type: ignore[arg-type]  # several words


def helping(desk: Desk, notice: Notify, wang: Actor) -> None:
    li = Actor("li", roles=("agent",), team="payments")
    complaint = desk.receive(Receive("app", Customer("u-17"), "…"), by=Actor.system(), key="form-4711")
    fixed = desk.do(complaint.id, Resolve(summary="second payment reversed"), by=li)
    assert_type(fixed, Complaint)
    assert_type(desk.do(complaint.id, Verify(True, "ledger", "…"), notice, by=wang, expect=fixed.version), Complaint)
    assert_type(desk.deliver(), Delivery)
    assert_type(desk.deliver().count("delivered"), int)


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
    assert_type(notice.customer_text(), str)
    assert_type(Notify.samples(ask), Iterator[Command])
    assert_type(Receive("app", Customer("u-17"), "I paid twice").needed_by, datetime | None)
    assert_type(Triage("fault").signals, Signals)
    Triage()  # type: ignore[call-arg]  # the type is missing
    Notify(next_at="tomorrow")  # type: ignore[arg-type]  # a time


def grading(policy: Policy) -> None:
    priority = grade(Signals(urgency="blocked"), policy)
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
    assert_type(Actor("li", roles=("agent",), team="payments").is_staff, bool)
    assert_type(Said.of_text("谢谢"), Said)
    assert_type(State("new"), State)


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
