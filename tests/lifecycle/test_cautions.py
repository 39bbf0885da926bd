"""What is accepted and said to be doubtful; names are refused only where the policy closes their list."""

from __future__ import annotations

import attrs

from complaintflow import Actor, Lifecycle, Policy, Signals, commands as c
from complaintflow.values import Caution
from tests import stories as s
from tests.stories import Attempt, Story


def cautions(attempt: Attempt) -> list[str]:
    return [caution.rule for caution in attempt.decision.cautions]


def test_what_the_policy_knows_is_no_caution(lifecycle: Lifecycle) -> None:
    assert cautions(s.received(lifecycle).asks(s.triage())) == []


def test_each_unknown_name_is_said_with_its_kind(lifecycle: Lifecycle) -> None:
    robot = Actor("robot", frozenset({"agent", "reporting bot"}))
    (caution,) = s.received(lifecycle).asks(c.Triage("riddle", "moon", team="night"), robot).decision.cautions
    assert caution == Caution(
        "known-names",
        "the policy knows no area 'moon'; the policy knows no team 'night'; the policy knows no type 'riddle'; "
        "the policy knows no role 'reporting bot'",
        "correct it, or add it to the policy",
    )


def test_a_closed_list_refuses_beside_all_other_reasons() -> None:
    closed = Lifecycle.default(Policy(closed_names=frozenset({"team"})))
    attempt = s.triaged(closed).asks(s.handoff("night", summary=""))
    assert attempt.rules == {"known-names", "handoff-carries-context"}
    known = next(one for one in attempt.decision.refusals if one.rule == "known-names")
    assert "payments" in known.remedy
    assert s.triaged(closed).asks(s.handoff("logistics")).decision.accepted
    assert s.received(closed).asks(c.Triage("riddle", team="payments")).decision.accepted


def test_a_correction_is_no_way_round_a_closed_list() -> None:
    closed = Lifecycle.default(Policy(closed_names=frozenset({"area", "type", "channel"})))
    story = s.received(closed)
    for field in ("area", "type", "customer.preferred_channel"):
        assert story.refused(c.Correct({field: "riddle"}, "a typo")) == {"known-names"}, field
    assert story.asks(c.Correct({"area": "支付", "type": "Fault "}, "a typo")).decision.accepted


def test_a_corrected_name_that_nobody_knows_is_said(lifecycle: Lifecycle) -> None:
    assert cautions(s.received(lifecycle).asks(c.Correct({"area": "moon"}, "a typo"))) == ["known-names"]
    assert cautions(s.received(lifecycle).asks(c.Correct({"area": "payment"}, "a typo"))) == []


def test_a_name_is_recorded_as_the_policy_spells_it(lifecycle: Lifecycle) -> None:
    story = s.received(lifecycle).do(c.Triage("Account–Security", "支付"))
    assert (story.facts.type, story.facts.area) == ("account_security", "payment")
    assert story.complaint.body[-1].data["type"] == "account_security"


@attrs.frozen
class Weigh(c.Command):
    """A command of a house, whose field of a known name is no name."""

    type: int = 7


def test_a_field_of_another_kind_with_the_name_of_a_name_is_left_alone() -> None:
    row = attrs.evolve(
        Lifecycle.default().table[0], command=Weigh, sources=frozenset({"received"}), target=None, rules=()
    )
    house = Lifecycle((*Lifecycle.default().table, row))
    story: Story = s.received(house)
    assert story.asks(Weigh(), s.SYSTEM).decision.cautions == ()


def test_a_triage_says_which_hazards_and_which_team_stay(lifecycle: Lifecycle) -> None:
    story = s.received(lifecycle).do(s.triage(signals=s.EMERGENCY))
    assert cautions(story.asks(s.triage())) == ["hazards-stand"]
    assert cautions(story.asks(s.triage(signals=s.EMERGENCY))) == []
    assert cautions(story.asks(s.triage(type="suggestion", team="payments", signals=s.EMERGENCY))) == ["another-team"]


def test_a_caution_reads_as_a_sentence() -> None:
    assert str(Caution("another-team", "it has it", "name another")) == "another-team: it has it — name another"


def test_a_hazard_that_is_nearly_that_of_a_stolen_account_is_said() -> None:
    """R22: written otherwise it asks for no identity, and the account could be handed over."""
    house = s.received(Lifecycle.default())
    for slip, meant in (("account_takover", "account_takeover"), ("账号被盗了", "账号被盗")):
        (caution,) = house.asks(s.triage(signals=Signals(hazards={slip}))).decision.cautions
        assert (caution.rule, f"nearly {meant!r}" in caution.why) == ("hazard-name", True)
    for name in ("account_takeover", "food_safety", "fire"):
        assert cautions(house.asks(s.triage(signals=Signals(hazards={name})))) == []
