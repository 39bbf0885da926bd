"""What a customer would lose if identity, grade, names and the links between complaints held by the letter only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from complaintflow import Actor, Complaint, Customer, Desk, Policy, Refused, Signals, commands as c
from complaintflow.policy.access import MEMBER, ROLES
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Grade, Touches
from tests import stories as s

Opening = Callable[..., Desk]


@pytest.fixture(params=["memory://", "sqlite:///"])
def opening(request: pytest.FixtureRequest, clock: FrozenClock, tmp_path: Path) -> Opening:
    url = request.param + (str(tmp_path / "desk.db") if "sqlite" in request.param else "")
    return lambda policy=None: Desk.open(url, policy=policy, clock=clock)


@pytest.fixture
def desk(opening: Opening) -> Desk:
    return opening()


def received(desk: Desk, **fields: Any) -> str:
    return desk.receive(s.receive(**fields), by=s.SYSTEM).id


def triaged(desk: Desk, signals: Signals | None = None, **fields: Any) -> str:
    id = received(desk, **fields)
    return desk.do(id, s.triage(signals=signals or Signals()), by=s.LI).id


def rules(desk: Desk, id: str, *commands: c.Command, by: Actor = s.LI) -> set[str]:
    """The rules that refuse the last of these commands; nothing when all are accepted."""
    try:
        desk.do(id, *commands, by=by)
    except Refused as refused:
        return {refusal.rule for refusal in refused.refusals}
    return set()


def repaired(touches: str = "own_system") -> c.Resolve:
    return c.Resolve("the account is open again", Touches(touches))


# ── identity


@pytest.mark.parametrize("touches", ["own_system", "nothing"])
def test_a_stolen_account_is_handed_to_nobody_unknown_whatever_the_fix_touches(desk: Desk, touches: str) -> None:
    id = triaged(desk, s.TAKEOVER)
    assert rules(desk, id, repaired(touches)) == {"identity-checked"}


def test_renaming_the_type_does_not_make_an_account_safe_to_hand_over(desk: Desk) -> None:
    id = received(desk)
    desk.do(id, c.Triage("account_security"), c.Triage("service", team="risk"), by=s.LI)
    assert rules(desk, id, repaired()) == {"identity-checked"}


def test_not_even_a_hazard_that_was_taken_off_lets_a_stranger_have_the_account(desk: Desk) -> None:
    id = triaged(desk, s.TAKEOVER)
    desk.do(id, c.ClearHazard("account_takeover", "he says he forgot it"), by=s.LEAD)
    assert rules(desk, id, repaired()) == {"identity-checked"}


def test_a_merge_does_not_wash_the_identity_away(desk: Desk) -> None:
    stolen, other = triaged(desk, s.TAKEOVER), triaged(desk)
    desk.do(stolen, c.Merge(other), by=s.LI)
    assert rules(desk, other, repaired()) == {"identity-checked"}


def agreed(desk: Desk) -> str:
    id = triaged(desk)
    proved = c.AddEvidence("log", "gateway", "two captures"), c.CheckEvidence("E1", "genuine")
    desk.do(id, *proved, s.propose(), c.Agree("O1", s.HEARD), by=s.LI)
    return id


def comes_back(desk: Desk, id: str) -> Complaint:
    """The complaint after a merge that is undone, while its evidence turned out to be a forgery."""
    desk.do(id, c.Merge(triaged(desk)), by=s.LI)
    desk.do(id, c.CheckEvidence("E1", "a forgery", genuine=False), by=s.LI)
    return desk.do(id, c.Unmerge(), by=s.LI)


def test_an_agreement_on_a_forgery_does_not_survive_in_a_merged_complaint(desk: Desk) -> None:
    id = agreed(desk)
    assert comes_back(desk, id).state == "investigating"
    assert "agreement-before-action" in rules(desk, id, s.RESOLVE)


def test_nobody_is_closed_in_silence_on_a_proof_that_was_forged_while_it_was_merged(
    desk: Desk, clock: FrozenClock
) -> None:
    id = agreed(desk)
    desk.do(id, s.RESOLVE, c.Verify(True, "ledger", "E1"), s.notice(), by=s.LI)
    assert comes_back(desk, id).state == "investigating"
    clock.later(days=9)
    desk.tick()
    assert (desk.get(id).state, desk.get(id).cycle.proved) == ("investigating", False)


def test_evidence_that_nothing_rests_on_changes_no_merged_complaint(desk: Desk) -> None:
    id = triaged(desk)
    desk.do(id, c.AddEvidence("log", "gateway", "two captures"), c.CheckEvidence("E1", "genuine"), by=s.LI)
    assert comes_back(desk, id).state == "investigating"


def test_who_mended_it_before_the_merge_does_not_prove_it_after_the_merge_and_is_thanked(desk: Desk) -> None:
    mended, target = triaged(desk, s.EMERGENCY), triaged(desk, s.EMERGENCY)
    desk.do(mended, c.Mitigate("the other gateway is on", s.OWN), c.Merge(target), by=s.WANG)
    proof = c.AddEvidence("log", "gateway", "one capture"), c.CheckEvidence("E1", "genuine")
    desk.do(target, *proof, c.Resolve("a key for each capture", s.OWN), by=s.LI)
    assert {"li", "wang"} <= desk.get(target).cycle.fixers
    assert rules(desk, target, c.Verify(True, "ledger", "E1"), s.notice(), by=s.WANG) == {"verify-before-notify"}


def test_a_merge_is_no_way_round_the_authority_that_abuse_asks_for(desk: Desk) -> None:
    rude, other, last = triaged(desk), triaged(desk), triaged(desk)
    for id in (rude, other, last):
        desk.do(id, c.AddEvidence("identity", "id card", "agrees"), c.CheckEvidence("E1", "genuine"), by=s.LI)
    desk.do(rude, c.RecordAbuse("threat", "E1", "he will come"), c.Merge(other), by=s.LI)
    desk.do(other, c.Merge(last), by=s.LI)
    coupon = s.compensate(5), c.ApproveCompensation("C1")
    assert rules(desk, last, *coupon) == {"abuse-decided-above"}
    desk.do(last, c.RecordAbuse("threat", "E1", "it was none", stands=False), by=s.LEAD)
    assert rules(desk, last, *coupon) == set()


def test_nor_does_a_follow_up(desk: Desk) -> None:
    stolen = received(desk)
    desk.do(stolen, c.Triage("account_security"), by=s.LI)
    desk.do(stolen, s.WITHDRAW, by=s.CUSTOMER)
    again = desk.do(received(desk, follows=stolen), s.triage(), by=s.LI).id
    assert rules(desk, again, repaired()) == {"identity-checked"}


def test_nor_does_a_dispute(desk: Desk) -> None:
    id = triaged(desk, s.TAKEOVER)
    desk.do(id, s.APPROVED, by=s.LEAD)
    desk.do(id, s.decline(), by=s.LI)
    desk.do(id, s.DISPUTE, by=s.CUSTOMER)
    desk.do(id, s.triage(), by=s.LI)
    assert rules(desk, id, repaired()) == {"identity-checked"}


@pytest.mark.parametrize("hazard", ["账户被盗", "帳號被盜", "Account stolen", "identity-theft"])
def test_a_stolen_account_by_another_name_is_handed_to_nobody_unknown_either(desk: Desk, hazard: str) -> None:
    id = triaged(desk, Signals(hazards=frozenset({hazard})))
    assert rules(desk, id, repaired()) == {"identity-checked"}


def test_a_house_names_the_hazards_that_ask_for_the_identity(opening: Opening) -> None:
    desk = opening(Policy(identity_hazards=["Funds Lost"]))
    assert rules(desk, triaged(desk, s.EMERGENCY), repaired()) == {"identity-checked"}
    assert rules(desk, triaged(desk, Signals(hazards=["food_safety"])), repaired()) == set()


# ── hazards


def test_no_agent_makes_a_danger_disappear(desk: Desk) -> None:
    id = triaged(desk, s.EMERGENCY)
    assert rules(desk, id, c.ClearHazard("funds_lost", "nothing was lost")) == {"cleared-by-authority"}
    assert rules(desk, id, c.Correct({"hazards": ""}, "none")) == {"intake-fields"}
    after = desk.do(id, s.triage(), by=s.LI)
    assert after.facts.signals is not None
    assert after.facts.signals.hazards == {"funds_lost"}
    assert [caution.rule for caution in after.cautions] == ["hazards-stand"]


def test_a_danger_that_never_was_is_taken_off_with_a_name_and_a_reason(desk: Desk) -> None:
    id = triaged(desk, s.EMERGENCY)
    lower = c.Regrade(Grade.B, "a small sum")
    assert rules(desk, id, lower, by=s.LEAD) == {"priority-never-fades"}
    after = desk.do(id, c.ClearHazard("Funds Lost", "the money was there"), by=s.LEAD)
    assert (after.grade, after.facts.factors[-1]) == ("E", ("cleared", "funds_lost", 0))
    assert desk.history(id)[-1].data["reason"] == "the money was there"
    assert desk.do(id, lower, by=s.LEAD).grade == "B"


def test_a_hazard_written_in_another_way_is_the_same_danger(desk: Desk) -> None:
    id = triaged(desk, Signals(hazards=["Account-Takeover "]))
    assert desk.get(id).facts.open_tasks == {"T1", "call"}
    assert rules(desk, id, repaired()) == {"identity-checked"}


# ── disputes


def disputed(desk: Desk, id: str) -> Complaint:
    desk.do(id, s.APPROVED, by=s.LEAD)
    desk.do(id, s.decline(reason=f"not ours, {desk.get(id).cycle.number}"), by=s.LI)
    return desk.do(id, s.DISPUTE, by=s.CUSTOMER)


def test_who_says_again_and_again_that_it_is_not_solved_is_heard_louder(desk: Desk) -> None:
    id = triaged(desk)
    before = desk.get(id)
    first, second, third = (disputed(desk, id) for _ in range(3))
    assert before.facts.score < first.facts.score < second.facts.score < third.facts.score
    assert (before.grade, first.grade, second.grade) == ("B", "B", "A")
    assert not second.cycle.escalated
    assert third.cycle.escalated
    assert third.priority is not None
    assert any("not solved" in factor.why for factor in third.priority.factors)
    assert "review_decision" in {one.deadline.clock for one in desk.explain(id)}


def test_before_a_triage_the_second_dispute_counts_in_the_first_one(desk: Desk) -> None:
    id = received(desk)
    for _ in range(2):
        disputed(desk, id)
    assert desk.do(id, s.triage(), by=s.LI).grade == "A"


def test_a_grade_given_by_hand_rises_with_the_second_dispute_too(desk: Desk) -> None:
    id = received(desk)
    desk.do(id, c.Regrade(Grade.B, "as we see it"), by=s.LI)
    disputed(desk, id)
    assert disputed(desk, id).grade == "A"


def test_the_numbers_of_disputes_are_the_houses(opening: Opening) -> None:
    desk = opening(Policy.from_data({"disputes": {"points": 0, "raise_grade_at": 1, "review_at": 9}}))
    id = triaged(desk)
    once = disputed(desk, id)
    assert (once.grade, once.cycle.escalated) == ("A", False)


def test_a_customer_who_writes_again_moves_up_at_once(desk: Desk) -> None:
    id = triaged(desk)
    before = desk.get(id).facts.score
    assert desk.do(id, c.Hear("还没到账"), by=s.CUSTOMER).facts.score > before


def test_what_an_authority_lowered_is_not_raised_by_a_mere_question(desk: Desk) -> None:
    id = triaged(desk, Signals(urgency="blocked"))
    desk.do(id, c.Regrade(Grade.C, "a suggestion"), by=s.LEAD)
    after = desk.do(id, c.Hear("什么时候?"), by=s.CUSTOMER)
    assert after.grade == "C"
    assert ("regrade", "C", 0) in after.facts.factors


# ── follow-ups


@pytest.mark.parametrize("named", ["nonsense", "C-260302-0000000000"])
def test_a_follow_up_of_nothing_is_refused_with_what_helps(desk: Desk, named: str) -> None:
    with pytest.raises(Refused, match="name an earlier complaint of the same customer"):
        desk.receive(s.receive(follows=named), by=s.SYSTEM)


def test_nobody_follows_the_complaint_of_another_customer(desk: Desk) -> None:
    theirs = received(desk, customer=Customer("u-99"))
    with pytest.raises(Refused, match="earlier-one-known"):
        desk.receive(s.receive(follows=theirs), by=s.SYSTEM)


def test_a_grievance_that_comes_back_does_not_begin_at_the_end_of_the_queue(desk: Desk) -> None:
    id = triaged(desk, Signals(urgency="blocked"))
    desk.do(id, c.Escalate("no breakthrough"), by=s.LI)
    disputed(desk, id)
    desk.do(id, s.WITHDRAW, by=s.CUSTOMER)
    again = desk.get(received(desk, follows=f" {id} "))
    old = desk.get(id).facts
    assert (again.grade, again.facts.repeats, again.facts.disputes) == ("A", old.repeats + 1, 1)
    assert (again.facts.escalation, again.cycle.escalated) == (1, True)
    assert desk.do(again.id, s.triage(), by=s.LI).grade == "A"


def test_a_follow_up_of_a_merged_one_inherits_from_where_it_went(desk: Desk) -> None:
    merged, target = triaged(desk), triaged(desk, s.EMERGENCY)
    desk.do(merged, c.Merge(target), by=s.LI)
    assert desk.get(received(desk, follows=merged)).grade == "E"


def test_a_follow_up_of_an_ungraded_one_waits_for_its_triage(desk: Desk) -> None:
    again = desk.get(received(desk, follows=received(desk)))
    assert (again.grade, again.facts.repeats) == (None, 1)


# ── merges


def test_an_escalated_grievance_is_not_closed_in_silence_after_a_merge(desk: Desk) -> None:
    escalated, target = triaged(desk), triaged(desk)
    desk.do(escalated, c.Escalate("no breakthrough"), c.Merge(target), by=s.LI)
    after = desk.get(target)
    assert (after.cycle.escalated, after.facts.escalation) == (True, 1)


def test_a_grade_that_was_high_in_this_cycle_stays_strict_after_a_merge(desk: Desk) -> None:
    once, target = triaged(desk), triaged(desk)
    desk.do(once, c.Regrade(Grade.A, "it spreads"), by=s.LI)
    desk.do(once, c.Regrade(Grade.B, "it does not"), by=s.LEAD)
    desk.do(once, c.Merge(target), by=s.LI)
    assert (desk.get(target).grade, desk.get(target).cycle.worst) == ("B", "A")


def test_the_worse_signals_of_both_count_after_a_merge(desk: Desk) -> None:
    angry = triaged(desk, Signals(emotion="furious", exposure="regulator"))
    blocked = triaged(desk, Signals(urgency="blocked"))
    desk.do(angry, c.Merge(blocked), by=s.LI)
    signals = desk.get(blocked).facts.signals
    assert signals is not None
    assert (signals.emotion, signals.exposure, signals.urgency) == ("furious", "regulator", "blocked")


def test_a_merge_into_one_that_nobody_graded_grades_it(desk: Desk) -> None:
    danger, plain = triaged(desk, s.EMERGENCY), received(desk)
    desk.do(danger, c.Merge(plain), by=s.LI)
    assert desk.get(plain).grade == "E"


def test_a_merge_brings_the_incident_along_unless_a_person_took_it_out_of_that(desk: Desk) -> None:
    linked, plain, taken_out = triaged(desk), triaged(desk), triaged(desk)
    desk.link("I-1", [linked, taken_out], by=s.LI)
    desk.do(taken_out, c.UnlinkIncident("it has another cause"), by=s.LEAD)
    desk.do(linked, c.Merge(plain), by=s.LI)
    assert (desk.get(plain).facts.incident, desk.get(plain).grade) == ("I-1", "A")
    desk.do(plain, c.Merge(taken_out), by=s.LI)
    assert desk.get(taken_out).facts.incident == ""


# ── duplicates


def test_a_repeated_complaint_is_offered_on_both_sides_though_nobody_typed_it(desk: Desk) -> None:
    first, second = received(desk, order="A-1"), received(desk, order="A-1", type="billing")
    assert (desk.get(first).duplicates, desk.get(second).duplicates) == ((second,), (first,))
    assert (desk.get(first).facts.repeats, desk.get(second).facts.repeats) == (1, 1)


def test_one_that_is_typed_later_is_offered_then(desk: Desk) -> None:
    first = received(desk, type="billing")
    second = received(desk)
    assert desk.get(second).duplicates == ()
    after = desk.do(second, s.triage(), by=s.LI)
    assert (after.duplicates, after.facts.repeats) == ((first,), 1)


def test_one_whose_order_is_answered_later_is_offered_then(desk: Desk) -> None:
    first, second = triaged(desk, order="A-1"), triaged(desk)
    after = desk.do(second, c.Answer({"order": "A-1"}), by=s.CUSTOMER)
    assert after.duplicates == (first,)
    assert desk.do(triaged(desk), c.Correct({"order": "A-1"}, "as on the bill"), by=s.LI).facts.repeats == 2


@pytest.mark.parametrize("forth", [True, False])
def test_a_merge_of_duplicates_counts_the_contact_once_in_either_direction(desk: Desk, forth: bool) -> None:
    pair = [received(desk, order="A-1"), received(desk, order="A-1")]
    source, target = pair if forth else reversed(pair)
    desk.do(source, c.Merge(target), by=s.LI)
    assert desk.get(target).facts.repeats == 1


# ── names


@pytest.mark.parametrize("team", ["Payments", " payments", "ｐａｙｍｅｎｔｓ", "PAY MENTS"])
def test_a_complaint_is_not_handed_to_the_team_that_has_it_under_another_spelling(desk: Desk, team: str) -> None:
    assert rules(desk, triaged(desk), c.Handoff(team, "paid twice", "money")) == {"another-team", "no-ping-pong"}


def test_engineering_needs_its_material_however_it_is_written(desk: Desk) -> None:
    handoff = c.Handoff("Engineering ", "paid twice", "money")
    assert rules(desk, triaged(desk), handoff) == {"handoff-carries-context"}


def test_an_agent_with_a_capital_is_an_agent(desk: Desk) -> None:
    shouting = Actor("li", roles={"AGENT "}, team="Payments")
    after = desk.do(triaged(desk), s.acknowledge(), by=shouting)
    assert (sorted(shouting.roles), shouting.team, len(after.cautions)) == (["agent"], "payments", 0)


def test_a_type_an_area_and_a_channel_are_what_the_policy_calls_them(desk: Desk) -> None:
    id = received(desk, channel="E-Mail", customer=Customer("u-17", contact={"email": "u@example.com"}))
    facts = desk.do(id, c.Triage("Account Security", "支付"), by=s.LI).facts
    assert (facts.channel, facts.type, facts.area, facts.team) == ("email", "account_security", "payment", "risk")
    assert desk.find(type="ACCOUNT_SECURITY").complaints[0].id == id


def test_an_unknown_name_is_accepted_and_said(desk: Desk) -> None:
    after = desk.do(triaged(desk), c.AddTask("look", "wang", s.LATER, "Ops"), by=s.LI)
    (caution,) = after.cautions
    assert str(caution).startswith("known-names: the policy knows no team 'ops'")
    assert desk.get(after.id).cautions == ()
    robot = Actor("robot", roles={"agent", "reporting-bot"})
    assert "role 'reporting-bot'" in str(desk.do(after.id, c.Note("seen"), by=robot).cautions[0])


def test_a_closed_list_refuses_what_is_not_in_it_and_names_what_is(opening: Opening) -> None:
    desk = opening(Policy(closed_names=["team", "role"], teams=["ops"], roles={**ROLES, "engineer": MEMBER}))
    id = triaged(desk)
    with pytest.raises(Refused, match=r"known-names: .*no team 'opps' — .*team: .*ops"):
        desk.do(id, c.AddTask("look", "wang", s.LATER, "opps"), by=s.LI)
    assert rules(desk, id, c.AddTask("look", "wang", s.LATER, "OPS")) == set()
    assert rules(desk, id, c.Note("seen"), by=s.ENGINEER) == set()
    assert rules(desk, id, c.Note("seen"), by=Actor("robot", roles={"bot"})) == {"permitted", "known-names"}


# ── a new type with another team


def test_a_new_type_of_another_team_does_not_leave_the_old_team_in_silence(desk: Desk) -> None:
    with pytest.raises(Refused, match=r"handoff-carries-context.*or name team='payments' where it stays"):
        desk.do(triaged(desk), c.Triage("delivery_delay"), by=s.LI)


def test_a_triage_that_says_what_a_handoff_says_moves_it_and_tells_the_team(desk: Desk) -> None:
    id = triaged(desk)
    desk.do(id, c.Assign("li"), by=s.LI)
    after = desk.do(id, c.Triage("delivery_delay", summary="it never left", harm="no present"), by=s.LI)
    assert (after.facts.team, after.facts.owner) == ("logistics", "")
    assert [entry.message.kind for entry in desk.outbox()] == ["Triage"]
    assert "it never left" in desk.outbox()[0].message.text
    assert "no-ping-pong" in rules(desk, id, c.Triage("billing", team="payments", summary="back", harm="no present"))


def test_a_team_that_keeps_another_teams_type_is_said(desk: Desk) -> None:
    after = desk.do(triaged(desk), c.Triage("delivery_delay", team="payments"), by=s.LI)
    assert (after.facts.team, [caution.rule for caution in after.cautions]) == ("payments", ["another-team"])


# ── who speaks


def test_a_technician_whom_the_house_trained_speaks_to_customers(opening: Opening) -> None:
    call = c.Call("apologise, explain", "will send a screenshot", "wu")
    strict, open_house = opening(), Policy(customer_facing=["agent", "lead", "manager", "Engineer"])
    assert rules(strict, triaged(strict), call, by=s.ENGINEER) == {"customer-facing-role"}
    trained = Desk.open("memory://", policy=open_house, clock=lambda: s.T0)
    assert rules(trained, triaged(trained), call, by=s.ENGINEER) == set()


def test_nobody_else_tells_a_customer_that_it_ended(desk: Desk) -> None:
    id = triaged(desk)
    assert rules(desk, id, s.WITHDRAW, by=s.ENGINEER) == {"customer-facing-role"}
    assert rules(desk, id, s.decline(), by=s.ENGINEER) == {"customer-facing-role"}


def test_a_form_lets_the_customer_add_evidence_to_what_was_merged_as_the_desk_does(desk: Desk) -> None:
    """Else the button is grey, and the customer's picture never comes. What staff add stays where they add it."""
    merged, target = triaged(desk), triaged(desk)
    desk.do(merged, c.Merge(target), by=s.LI)
    for by, receiver in ((s.CUSTOMER, target), (s.LI, merged)):
        (step,) = (one for one in desk.steps(merged, by=by) if one.command == "AddEvidence")
        assert step.status == "open"
        assert desk.do(merged, c.AddEvidence("chat", "customer", f"for {receiver}"), by=by).id == receiver
