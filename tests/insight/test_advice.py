"""R26: the advisor weighs a compensation against going on, shows its sum, and decides nothing."""

from __future__ import annotations

from decimal import Decimal, localcontext

import attrs
import pytest
from hypothesis import given, strategies as st

from complaintflow import (
    Actor,
    Complaint,
    DefinitionError,
    Desk,
    InvalidInput,
    Lifecycle,
    Policy,
    Signals,
    commands as c,
)
from complaintflow.insight.advice import Advice, advise
from complaintflow.policy.costs import Costs
from complaintflow.vocabulary import Exposure, Grade
from tests import stories as s
from tests.lifecycle.points import standard

POLICY = Policy()
BLOCKED = Signals(urgency="blocked", exposure="regulator")


def story(signals: Signals | None = None, lifecycle: Lifecycle | None = None) -> s.Story:
    return s.received(lifecycle or standard()).do(s.triage(signals=signals or Signals()))


def advice(
    complaint: Complaint,
    by: Actor = s.MANAGER,
    policy: Policy = POLICY,
    people: int | None = None,
    minutes: int | None = None,
) -> Advice:
    return advise(complaint, policy, by, people, minutes)


def numbers(*them: int | str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, them))


def amounts(found: Advice) -> list[tuple[str, Decimal]]:
    return [(item.kind, item.amount) for item in found.items]


# ── the sum


def test_handling_costs_people_times_minutes_times_wage() -> None:
    """Two people, 45 minutes at grade B, 60 an hour."""
    found = advice(story().complaint)
    assert amounts(found) == [("handling", Decimal("90.00")), ("penalty", Decimal("0.00"))]
    assert (found.least, found.most, found.currency) == (Decimal(90), Decimal(90), "CNY")


@pytest.mark.parametrize(("grade", "cost"), [("C", 30), ("B", 90), ("A", 180), ("E", 360)])
def test_the_worse_the_grade_the_longer_it_keeps_people_busy(grade: str, cost: int) -> None:
    complaint = story().do(s.regrade(grade, "looked at"), by=s.LEAD).complaint
    assert complaint.grade == grade
    assert advice(complaint).least == cost


def test_a_penalty_that_may_come_opens_the_range() -> None:
    """To the least, paying is cheaper whatever comes; to the most, if the penalty comes."""
    found = advice(story(BLOCKED).complaint)
    assert (found.least, found.most) == (Decimal(180), Decimal(1180))


def test_a_complaint_that_nobody_graded_is_counted_as_b_and_says_so() -> None:
    found = advice(s.received(standard()).complaint)
    assert found.least == Decimal(90)
    assert "not graded yet, counted as B" in found.text("en")
    assert "尚未定级,按 B 级计" in found.text("zh")


def test_the_handler_s_own_estimate_takes_the_place_of_the_policy_s() -> None:
    complaint = story().complaint
    assert advice(complaint, people=3, minutes=20).least == Decimal(60)
    assert advice(complaint, people=4).least == Decimal(180)
    assert advice(complaint, minutes=0).least == 0
    assert "by your estimate" in advice(complaint, minutes=20).text()


def test_cents_are_rounded_half_up() -> None:
    policy = Policy(costs=Costs(wage=Decimal("0.07"), people=1))
    assert advice(story().complaint, policy=policy, minutes=30).least == Decimal("0.04")


def test_what_is_asked_for_and_what_was_paid_is_taken_off() -> None:
    told = s.paying(standard(), amount=30)
    assert amounts(advice(told.complaint))[2:] == [("pending", Decimal("-30.00"))]
    paid = told.do(c.ApproveCompensation("C1"))
    assert amounts(advice(paid.complaint))[2:] == [("paid", Decimal("-30.00"))]
    assert advice(paid.complaint).least == Decimal(60)
    refused = told.do(c.RefuseCompensation("C1", "no"))
    assert len(amounts(advice(refused.complaint))) == 2


def test_what_was_paid_in_an_earlier_cycle_still_counts() -> None:
    paid = s.paying(standard(), amount=30).do(c.ApproveCompensation("C1"), s.propose())
    again = paid.do(c.Agree("O1", s.HEARD), by=s.CUSTOMER).do(s.RESOLVE).do(s.PASSED, by=s.WANG).do(s.notice())
    again = again.do(s.DISPUTE, by=s.CUSTOMER)
    assert again.cycle.number == 2
    assert ("paid", Decimal("-30.00")) in amounts(advice(again.complaint))


def test_another_currency_is_shown_and_not_counted() -> None:
    found = advice(s.paying(standard(), amount=30, currency="USD").complaint)
    assert amounts(found)[2:] == [("foreign", Decimal("0.00"))]
    assert "C1, 30 USD: another currency, not counted" in found.text("en")


def test_who_was_given_more_than_going_on_costs_is_advised_nothing_more() -> None:
    found = advice(s.paying(standard(), amount=500).complaint)
    assert (found.least, found.most, found.total) == numbers(0, 0, -410)


# ── authority


def test_the_range_ends_where_the_authority_ends_and_names_who_may_go_on() -> None:
    complaint = story(BLOCKED).complaint
    agent, lead, manager = (advice(complaint, by) for by in (s.LI, s.LEAD, s.MANAGER))
    assert (agent.least, agent.most, agent.limit) == numbers(100, 100, 100)
    assert (lead.least, lead.most, lead.limit) == numbers(180, 500, 500)
    assert (manager.least, manager.most, manager.limit) == numbers(180, 1180, "Infinity")
    assert [one.approvers for one in (agent, lead, manager)] == [("lead", "manager"), ("manager",), ()]
    assert "li may pay up to 100 CNY; more is approved by lead, manager" in agent.text()


def test_without_authority_in_the_currency_the_range_is_nothing_and_the_sum_is_still_shown() -> None:
    found = advice(story().complaint, s.ENGINEER)
    assert (found.most, found.total) == numbers(0, 90)
    assert found.limit is None
    assert found.approvers == ("agent", "lead", "manager")
    assert "qian has no limit in CNY; more is approved by agent, lead, manager" in found.text()


def test_the_authority_of_the_advice_is_that_of_the_rule() -> None:
    """What is advised at most, the same actor may pay; a cent over the limit, not."""
    most = advice(story(BLOCKED).complaint, s.LI).most
    for amount, rules in ((most, set()), (most + Decimal("0.01"), {"within-authority"})):
        asked = s.paying(standard(), amount=1).do(c.Compensate("points", amount, "CNY", s.LATER, "any order"))
        assert asked.refused(c.ApproveCompensation("C2"), s.LI) == rules


@pytest.mark.parametrize("by", [s.CUSTOMER, s.SYSTEM], ids=["customer", "system"])
def test_only_our_own_people_are_advised(by: Actor) -> None:
    with pytest.raises(InvalidInput, match="expected a member of staff"):
        advice(story().complaint, by)


@pytest.mark.parametrize("number", [-1, 10**9])
def test_an_estimate_that_is_no_sane_number_is_named(number: int) -> None:
    with pytest.raises(InvalidInput) as caught:
        advice(story().complaint, people=number, minutes=number)
    expected = "a number from 0 to 1000000"
    assert [(one.path, one.found, one.expected) for one in caught.value.problems] == [
        ("people", str(number), expected),
        ("minutes", str(number), expected),
    ]


# ── laws

MONEY = st.decimals(0, 10**6, places=2)
COSTS = st.builds(
    Costs,
    wage=MONEY,
    people=st.integers(1, 9),
    minutes=st.fixed_dictionaries({str(grade): st.integers(0, 600) for grade in Grade}),
    penalty=st.fixed_dictionaries({str(one): MONEY for one in Exposure}),
)
STORIES = st.sampled_from([story(), story(BLOCKED), s.paying(standard(), amount=80), s.received(standard())])
ACTORS = st.sampled_from([s.LI, s.LEAD, s.MANAGER, s.ENGINEER])


@given(STORIES, ACTORS, COSTS)
def test_the_range_is_the_sum_of_what_is_shown_within_the_authority(told: s.Story, by: Actor, costs: Costs) -> None:
    found = advice(told.complaint, by, Policy(costs=costs))
    shown = sum((item.amount for item in found.items), Decimal(0))
    limit = found.limit if found.limit is not None else Decimal(0)
    assert found.total == shown
    assert found.most == max(Decimal(0), min(shown, limit))
    assert Decimal(0) <= found.least <= found.most <= limit
    assert bool(found.approvers) == (shown > limit)


@given(STORIES, COSTS, st.sampled_from(["zh", "en"]))
def test_every_item_stands_in_the_text_with_its_amount_and_why(told: s.Story, costs: Costs, language: str) -> None:
    found = advice(told.complaint, policy=Policy(costs=costs))
    lines = found.text(language).splitlines()
    for item in found.items:
        assert any(f"{item.amount:+}" in line and item.why(language) in line for line in lines)
    assert any(f"{found.total:+}" in line for line in lines)


@given(STORIES, COSTS)
def test_more_authority_never_advises_less(told: s.Story, costs: Costs) -> None:
    policy = Policy(costs=costs)
    ranges = [
        (found.least, found.most)
        for by in (s.ENGINEER, s.LI, s.LEAD, s.MANAGER)
        for found in [advice(told.complaint, by, policy)]
    ]
    assert ranges == sorted(ranges)
    assert sorted(most for _, most in ranges) == [most for _, most in ranges]


def test_the_sum_does_not_depend_on_the_thread_s_settings() -> None:
    costs = Costs(wage=Decimal("9999999999999999999999999999"), minutes={"C": 1, "B": 61, "A": 1, "E": 1})
    complaint, policy = story(BLOCKED).complaint, Policy(costs=costs)
    with localcontext() as context:
        context.prec = 3
        found = advice(complaint, policy=attrs.evolve(policy, costs=costs))
    assert found == advice(complaint, policy=policy)
    assert found.total == found.items[0].amount + 1000


def test_it_decides_nothing() -> None:
    desk = Desk.open("memory://")
    id = desk.receive(s.receive(), by=s.SYSTEM).id
    found = desk.advise(id, by=s.LI, minutes=30)
    assert found.most == Decimal(60)
    assert desk.get(id).version == 1


# ── the policy


def test_the_numbers_are_the_policy_s() -> None:
    policy = Policy.from_toml("""
        [costs]
        wage = "50"
        people = 3
        [costs.minutes]
        B = 10
        [costs.penalty]
        none = "7.5"
    """)
    found = advice(story(lifecycle=Lifecycle.default(policy)).complaint, policy=policy)
    assert amounts(found) == [("handling", Decimal("25.00")), ("penalty", Decimal("7.50"))]
    assert policy.digest != POLICY.digest


@pytest.mark.parametrize(
    ("toml", "path"),
    [
        ("[costs.minutes]\nD = 3", "costs.minutes"),
        ("[costs.penalty]\ntv = 3", "costs.penalty"),
        ("[costs]\nwage = -1", "costs.wage"),
        ("[costs]\nwage = 1.5", "costs.wage"),
        ("[costs]\npeople = 0", "costs.people"),
        ("[costs.minutes]\nB = -1", "costs.minutes.B"),
    ],
)
def test_a_wrong_number_is_named(toml: str, path: str) -> None:
    with pytest.raises(DefinitionError) as caught:
        Policy.from_toml(toml)
    assert [problem.path for problem in caught.value.problems] == [path]


def test_every_grade_and_every_exposure_has_its_number() -> None:
    with pytest.raises(InvalidInput, match="minutes: found B, expected one entry for each of C, B, A, E"):
        Costs(minutes={"B": 3})


# ── words


def test_the_advice_reads_as_a_sum_in_both_languages() -> None:
    found = advice(attrs.evolve(s.paying(standard(), amount=30).complaint, id="C-1"), s.LI)
    assert (
        found.text("en")
        == str(found)
        == (
            "C-1: 60.00 CNY, as advice; the decision is yours\n"
            "      +90.00  2 people × 45 min × 60 CNY an hour, at grade B\n"
            "       +0.00  what may have to be paid, outside attention: none\n"
            "      -30.00  C1, asked for and not decided yet\n"
            "      +60.00  in all\n"
            "  li may pay up to 100 CNY"
        )
    )
    assert found.text("zh-CN") == (
        "C-1:建议 60.00 CNY,仅供参考,由您决定\n"
        "      +90.00  2 人 × 45 分钟 × 每小时 60 CNY(B 级)\n"
        "       +0.00  可能的处罚,外部关注:无\n"
        "      -30.00  C1 已申请,尚未批准\n"
        "      +60.00  合计\n"
        "  li 最多可支付 100 CNY"
    )
    ranged = advice(story(BLOCKED).complaint)
    assert "180.00–1180.00 CNY" in ranged.text()
    assert "zhao may pay without a limit" in ranged.text()
    assert "zhao 的支付权限不设上限" in ranged.text("zh")
