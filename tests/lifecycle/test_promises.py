"""The promises of the checker, each asked about one step; and the words in which a story is told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import attrs
import msgspec
import pytest

from complaintflow import Actor, Ask, Complaint, DefinitionError, Event, Lifecycle, Policy, Refusal, commands as c
from complaintflow.lifecycle import TABLE, LifecycleBuilder, Row, Story
from complaintflow.lifecycle.checking.built_in_slices import SLICES
from complaintflow.lifecycle.checking.cast import cast_of
from complaintflow.lifecycle.checking.check import check
from complaintflow.lifecycle.checking.promises import Act, broken_by
from complaintflow.lifecycle.checking.rules import Situation, Step
from complaintflow.lifecycle.checking.slices import house_slice
from complaintflow.lifecycle.checking.stories import Line, tell
from complaintflow.lifecycle.checking.witness import Seen, watch
from complaintflow.lifecycle.guards import rule_of
from complaintflow.lifecycle.table import KNOWN_RULES
from complaintflow.values import CallPlan
from complaintflow.vocabulary import Effect, Touches
from tests import stories as s
from tests.lifecycle.systems import chosen_by_timer
from tests.lifecycle.test_check import without

BY_NAME = {slice.name: slice for slice in SLICES}
POLICY = Policy()


def broken(command: c.Command, before: Seen, by: Actor = s.LI, **step: Any) -> dict[str, str]:
    """The promises that such a step breaks, and how."""
    after = step.pop("after", before)
    stages, policy = step.pop("stages", ("triaged", "triaged")), step.pop("policy", POLICY)
    event = Event(2, s.T0, by.id, type(command).__name__, b"{}", stages[1], step)
    return dict(broken_by(Act(command, by, event, before, after, stages, policy, {"": ("u-17", "")})))


def test_a_ground_that_the_policy_does_not_permit_is_found() -> None:
    strict = attrs.evolve(POLICY, closing=attrs.evolve(POLICY.closing, grounds=frozenset({"confirmed"})))
    closed = broken(c.Close(), Seen(), stages=("planned", "closed"), ground="silent", policy=strict)
    assert closed["closed-on-a-ground"] == "it is closed as silent, which the policy does not permit"


def test_a_serious_case_is_closed_on_a_strict_ground() -> None:
    closed = broken(c.Close(), Seen(serious=True), stages=("planned", "closed"), ground="silent")
    assert closed["closed-on-a-ground"] == "a serious case is closed as silent"


def test_silence_needs_a_notice_that_arrived() -> None:
    closed = broken(c.Close(), Seen(), stages=("awaiting_confirmation", "closed"), ground="silent")
    assert closed["closed-on-a-ground"] == "it is closed as silent, which is not so"


def test_an_account_at_stake_asks_for_the_identity() -> None:
    assert "account-is-theirs" in broken(c.Resolve("mended", s.OWN), Seen(account=True))


def test_a_grade_does_not_fall_without_a_word() -> None:
    fell = broken(s.triage(), Seen(grade="A"), after=Seen(grade="B"))
    assert fell["grade-never-fades"] == "the grade falls from A to B without a word"


def test_an_incident_is_taken_off_by_an_authority() -> None:
    assert "hazards-stand" in broken(c.UnlinkIncident("another cause"), Seen(incident=True))


def test_nobody_speaks_for_the_customer() -> None:
    assert broken(s.CONFIRM, Seen(), s.SYSTEM)["in-their-own-words"] == "system speaks for the customer"


def test_a_decline_after_abuse_is_decided_above() -> None:
    assert "ends-are-told" in broken(
        s.decline(), Seen(abused=(("insult", "E1"),), grade="B"), stages=("triaged", "declined")
    )


def test_a_technical_team_gets_material() -> None:
    team = POLICY.types["fault"].team
    moved = broken(s.handoff(team), Seen(team="payments"), after=Seen(team=team))
    assert "without material" in moved["handed-over-whole"]


def test_the_archive_does_not_change() -> None:
    changed = broken(c.Note("one more"), Seen(), stages=("archived", "archived"))
    assert changed["archived-whole"] == "an archived record changes"


def seen_after(story: s.Story, seen: Seen, command: c.Command, by: Actor = s.LI) -> Seen:
    """What the witness knows after a command that is accepted."""
    decision = story.asks(command, by).decision
    assert decision.accepted, decision
    return watch(seen, command, by, decision.events[0])


def test_the_witness_sees_a_call_and_its_task() -> None:
    story = s.triaged(Lifecycle.default())
    task = c.AddTask("call", "li", s.LATER, call=CallPlan(("apologise",)))
    seen = seen_after(story, Seen(), task)
    assert [name for name, *_ in seen.open_tasks] == ["call"]
    answered = seen_after(story.do(task), seen, c.Call("apologise, explain", "a screenshot comes"))
    assert (answered.open_tasks, answered.calls_missed) == ((), 0)


def test_the_witness_takes_no_letter_to_staff_for_the_customer() -> None:
    """R33: the owner got it, and the customer is as far out of reach as before."""
    story = s.triaged(Lifecycle.default())
    missed = c.Call("apologise, explain", "nobody picked up", answered=False)
    seen = seen_after(story, Seen(calls_missed=1), missed)
    assert seen.calls_missed == 2
    story = story.do(missed)
    told = seen_after(story, seen, c.Assign("wang"))
    (letter,) = told.for_staff - seen.for_staff
    for status in ("delivered", "failed"):
        after = seen_after(story.do(c.Assign("wang")), told, s.receipt(letter, status), s.SYSTEM)
        assert (after.calls_missed, after.under_way) == (2, told.under_way)


def test_the_witness_sees_that_a_plan_was_kept() -> None:
    story = s.planned(Lifecycle.default())
    kept = s.update(plan_kept=True)
    seen = seen_after(story, Seen(plan_open=True), kept)
    (message,) = seen.plan_news
    after = seen_after(story.do(kept), seen, s.receipt(message), s.SYSTEM)
    assert not after.plan_open
    taken = seen_after(story.do(kept), seen, s.receipt(message, "accepted", final=False), s.SYSTEM)
    assert taken.plan_open


def test_a_policy_with_other_roles_has_a_cast() -> None:
    """A house without agents and leads is checked as well."""
    house = attrs.make_class("House", ["staff_roles", "customer_facing"])
    cast = cast_of(house(frozenset({"clerk", "chief"}), frozenset({"clerk"})))
    assert cast["agent"].roles == cast["lead"].roles == frozenset({"clerk"})
    assert cast_of(house(frozenset({"clerk"}), frozenset()))["agent"].roles == {"clerk"}
    assert cast_of(POLICY)["agent"].roles == {"agent"}


def test_what_is_over_a_limit_is_no_step() -> None:
    """A policy that takes only short texts is checked to the end."""
    short = Lifecycle.default(attrs.evolve(POLICY, text_limit=12))
    found = check(short, [attrs.evolve(BY_NAME["plan"], most=40)])
    assert found.broken == ()
    beginning = Situation(Complaint.blank("C-1"), s.T0)
    decision = Lifecycle.default().decide(beginning.complaint, s.receive(), by=s.SYSTEM, at=s.T0)
    first = Step(beginning, s.SYSTEM, s.receive(), decision)
    told = tell(short, [first, Step(beginning, s.LI, c.Note("a text that is too long for it"), decision)])
    assert told.lines[0].refused == ()


def test_time_that_passes_is_told() -> None:
    waits = Line("2026-03-03T09:00:00+00:00", "system", (), "", "", {}, "triaged")
    acts = Line("2026-03-03T09:00:00+00:00", "li", ("agent",), "", "Close", {}, "closed", ("confirm-before-close",))
    story = Story((waits, acts))
    assert str(story).splitlines()[0].endswith("time passes")
    assert "Note over complaint: 2026-03-03\n" in story.as_mermaid()
    assert "refused by confirm-before-close" in story.as_mermaid()
    assert "def test_a_b(lifecycle, outcome=outcome)" in story.as_test("a-b")
    beginning = Situation(Complaint.blank("C-1"), s.T0)
    passed = Step(
        beginning,
        s.SYSTEM,
        None,
        Lifecycle.default().decide(beginning.complaint, s.triage(), by=s.LI, at=s.T0),
        timedelta(days=1),
    )
    assert tell(Lifecycle.default(), [passed, Step(beginning, s.SYSTEM, None, passed.decision)]).lines[0].refused == ()


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_guard_that_never_refuses_is_found_and_clocks_of_the_house_are_missed() -> None:
    def idle(ask: Ask) -> Refusal | None:
        return None

    found = check(Lifecycle.default().with_guards({Effect.PAYS: [idle]}), [BY_NAME["money"]])
    assert ("guard-never-refuses", "idle on pays") in {(one.kind, one.name) for one in found.findings}
    assert found.unseen


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_guard_that_has_the_name_of_a_rule_of_the_library_is_judged_like_any_other() -> None:
    """A house that writes a rule of its own in the place of ours hears when it says nothing."""

    def within_authority(ask: Ask) -> Refusal | None:
        return None

    assert rule_of(within_authority) in KNOWN_RULES
    found = check(Lifecycle.default().with_guards({Effect.PAYS: [within_authority]}), [BY_NAME["money"]])
    assert ("guard-never-refuses", "within-authority on pays") in {(one.kind, one.name) for one in found.findings}


def test_the_witness_counts_from_when_the_customer_was_told_first_and_from_no_closing_that_was_taken_back() -> None:
    """That a letter arrived may be told twice; and who withdraws after a closing was taken back has no window."""
    told = Seen(notice="M1", told_at=s.T0, closed_at=s.T0)
    again = Event(9, s.T0 + timedelta(days=1), "system", "Receipt", b"{}", "awaiting_confirmation", {})
    assert watch(told, s.receipt("M1"), s.SYSTEM, again).told_at == s.T0
    ended = Event(9, s.T0 + timedelta(days=1), "u-17", "Withdraw", b"{}", "withdrawn", {})
    assert watch(told, c.Withdraw("never mind"), s.CUSTOMER, ended).closed_at is None


def test_a_slice_that_is_nearly_empty_says_which_commands_nobody_could_ask_for_and_why() -> None:
    """Explored to the end is little where a house took the edges away."""
    rules = LifecycleBuilder.default().without("Compensate").without("Assign").without("Resolve", "planned")
    rules.without("Propose").without("Resolve")
    (money,) = check(rules.build(), [BY_NAME["money"]]).covered
    assert money.complete
    assert money.absent == ("Compensate", "Propose", "Resolve")
    assert (money.unasked, money.unaccepted) == (("Agree",), ("ApproveCompensation", "RefuseCompensation"))
    assert str(money).endswith(
        "to the end; no edge of Compensate, Propose, Resolve; no story comes to where it may ask for Agree; "
        "never accepted: ApproveCompensation, RefuseCompensation; there to be refused, or left out: Mitigate"
    )
    assert money.text("zh").endswith(
        "没有情形走到可以提出的状态:Agree;从未获准:ApproveCompensation, RefuseCompensation;"
        "仅用于检验拒绝或有意略过:Mitigate"
    )


def test_only_clocks_of_the_house_are_missed_on_trial() -> None:
    lifecycle = chosen_by_timer()
    ask = Ask("C-1", s.triaged(lifecycle).facts, c.Command(), s.SYSTEM, s.T0, lifecycle.policy)
    house = house_slice(lifecycle)
    assert house is not None
    assert [one.data()["clock"] for one in house.offers[c.MissDeadline](ask)] == ["callback/1/1"]


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_promise_that_is_broken_twice_is_told_once() -> None:
    found = check(without("compensation-explained"), [BY_NAME["explained money"]])
    assert [one.what for one in found.broken] == ["a compensation is paid that says neither when nor how"]


def test_a_question_has_its_time() -> None:
    asked = broken(s.decline(), Seen(asked_at=s.T0 - timedelta(days=1)), s.SYSTEM, stages=("triaged", "declined"))
    assert asked["asked-long-enough"] == "a question was not given its time"


def test_the_witness_sees_what_falls_with_evidence() -> None:
    story = s.investigating(Lifecycle.default())
    pieces = frozenset({"E1"})
    stood = Seen(rests_on=pieces, proved_by=pieces, checked=pieces, agreed="O1", provers=frozenset({"li"}), plan="M1")
    fell = seen_after(story, stood, c.CheckEvidence("E1", "a forgery", genuine=False))
    assert (fell.checked, fell.agreed, fell.provers, fell.plan) == (frozenset(), "", frozenset(), "")


def test_a_party_need_not_be_heard_where_an_authority_lifted_the_rule() -> None:
    """R23: it went out of business, and the policy lets the rule be lifted. A sound lifecycle was called broken."""
    blamed, seen = c.DecideResponsibility("logistics", "terms 4.2", "they lost it"), Seen(checked=frozenset({"E1"}))
    assert "facts-come-first" in broken(blamed, seen)
    lifted = msgspec.structs.replace(seen, lifted=frozenset({"party-heard"}))
    assert "facts-come-first" not in broken(blamed, lifted)


def test_the_witness_sees_an_objection() -> None:
    objected = seen_after(s.proposed(Lifecycle.default()), Seen(agreed="O1"), c.Object("money now", s.HEARD))
    assert (objected.agreed, objected.unanswered) == ("", False)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (Row(c.Park, frozenset(), None), "no source"),
        (Row(type("Park", (c.Note,), {}), frozenset({"triaged"}), None), "two commands of one name"),
    ],
)
def test_a_row_that_says_nothing_is_refused(row: Row, said: str) -> None:
    with pytest.raises(DefinitionError, match=said):
        Lifecycle((*TABLE, row))


def test_money_moves_only_by_an_approved_claim() -> None:
    assert "money-is-approved" in broken(c.Mitigate("sent back", Touches.MONEY), Seen(agreed="O1"))


def test_abuse_that_was_shown_by_evidence_which_fell_is_none() -> None:
    """Else who declines in peace is told that an authority lacks."""
    seen = Seen(abused=(("insult", "E1"), ("fraud", "E2")))
    event = Event(2, s.T0, s.LI.id, "Retract", b"{}", "triaged", {})
    assert watch(seen, c.Retract("E1", "another case"), s.LI, event).abused == (("fraud", "E2"),)
    back = c.RecordAbuse("insult", "E2", "it was meant for the carrier", stands=False)
    assert watch(seen, back, s.LI, event).abused == (("fraud", "E2"),)
