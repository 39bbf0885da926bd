"""R9 … R13: from signals to a grade; monotone, explained, and never falling by itself."""

from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from complaintflow import Policy, Signals, grade
from complaintflow.policy.weights import Weights
from complaintflow.priority import assess, floor, inherit_grade, raise_grade, reassess, worse
from complaintflow.record.facts import Facts
from complaintflow.values import Factor
from complaintflow.vocabulary import Emotion, Exposure, Grade, Impact, Ordered, Severity, Urgency

SCALES: dict[str, type[Ordered]] = {
    "impact": Impact,
    "urgency": Urgency,
    "emotion": Emotion,
    "severity": Severity,
    "exposure": Exposure,
}
HAZARDS = ["funds_lost", "food_safety", "personal_safety", "account_takeover"]
DEFAULT = Policy()
TIERS = ["ordinary", "silver", "vip", "unheard_of"]

signals = st.builds(
    Signals,
    **{name: st.sampled_from(list(kind)) for name, kind in SCALES.items()},
    hazards=st.frozensets(st.sampled_from([*HAZARDS, "自定义"]), max_size=2),
    tier=st.sampled_from(TIERS),
    repeats=st.integers(0, 9),
)
calm = signals.map(lambda one: attrs.evolve(one, hazards=frozenset()))
grades = st.sampled_from(list(Grade))


def rising(size: int) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(st.integers(0, 60), min_size=size, max_size=size).map(lambda points: tuple(sorted(points)))


weights = st.builds(
    Weights,
    **{name: rising(len(kind)) for name, kind in SCALES.items()},
    tiers=st.fixed_dictionaries({"ordinary": st.integers(0, 9), "silver": st.integers(0, 9), "vip": st.integers(0, 9)}),
    hazard=st.integers(0, 100),
    repeat=st.integers(0, 9),
    repeats_counted=st.integers(0, 9),
    grades=rising(3).map(lambda begins: dict(zip("BAE", begins, strict=True))),
)
policies = st.just(DEFAULT) | weights.map(lambda one: Policy(weights=one))


def changed(one: Signals, **changes: Any) -> Signals:
    return attrs.evolve(one, **changes)


def of(**fields: Any) -> Grade:
    return grade(Signals(**fields), DEFAULT).grade


def worse_or_equal(policy: Policy, one: Signals, worse: Signals) -> None:
    before, after = grade(one, policy), grade(worse, policy)
    assert after.grade >= before.grade
    assert after.score >= before.score


@given(signals, policies)
def test_r10_the_same_signals_give_the_same_priority(one: Signals, policy: Policy) -> None:
    assert grade(one, policy) == grade(attrs.evolve(one), policy)


@given(signals, policies, st.sampled_from(sorted(SCALES)), st.data())
def test_r10_a_worse_value_on_any_scale_never_lowers_the_grade(
    one: Signals, policy: Policy, name: str, data: st.DataObject
) -> None:
    worse = data.draw(st.sampled_from([word for word in SCALES[name] if word >= getattr(one, name)]))
    worse_or_equal(policy, one, changed(one, **{name: worse}))


@given(signals, policies, st.integers(0, 9))
def test_r10_more_repeat_contacts_never_lower_the_grade(one: Signals, policy: Policy, more: int) -> None:
    worse_or_equal(policy, one, attrs.evolve(one, repeats=one.repeats + more))


@given(signals, policies, st.integers(0, 4), st.integers(0, 4))
def test_r34_more_disputes_never_lower_the_grade(one: Signals, policy: Policy, times: int, more: int) -> None:
    before, after = grade(one, policy, times), grade(one, policy, times + more)
    assert after.grade >= before.grade
    assert after.score >= before.score


@given(signals, policies, st.frozensets(st.sampled_from(HAZARDS)))
def test_r10_more_hazards_never_lower_the_grade(one: Signals, policy: Policy, more: frozenset[str]) -> None:
    worse_or_equal(policy, one, attrs.evolve(one, hazards=one.hazards | more))


@given(signals, policies)
def test_r48_a_vulnerable_customer_is_never_graded_lower(one: Signals, policy: Policy) -> None:
    worse_or_equal(policy, attrs.evolve(one, vulnerable=False), attrs.evolve(one, vulnerable=True))


@given(signals, policies, st.sampled_from(TIERS))
def test_r10_a_tier_with_more_points_never_lowers_the_grade(one: Signals, policy: Policy, tier: str) -> None:
    points = policy.weights.tiers
    if points.get(tier, 0) >= points.get(one.tier, 0):
        worse_or_equal(policy, one, attrs.evolve(one, tier=tier))


@given(signals, policies, st.data())
def test_r10_worsening_everything_at_once_never_lowers_the_grade(
    one: Signals, policy: Policy, data: st.DataObject
) -> None:
    changes = {
        name: data.draw(st.sampled_from([word for word in kind if word >= getattr(one, name)]), name)
        for name, kind in SCALES.items()
    }
    worse_or_equal(policy, one, changed(one, repeats=one.repeats + 1, **changes))


@given(signals, policies)
def test_r10_the_score_is_the_sum_of_the_factors_points(one: Signals, policy: Policy) -> None:
    priority = grade(one, policy)
    assert priority.score == sum(factor.points for factor in priority.factors)
    names = {factor.name for factor in priority.factors} - {"disputes", "disputed", "alarm", "care"}
    assert names == {*SCALES, "tier", "repeats", "hazards", "quadrant"}


@given(signals, policies)
def test_r10_every_factor_says_why_in_a_sentence_with_its_points(one: Signals, policy: Policy) -> None:
    for factor in grade(one, policy).factors:
        assert factor.why.endswith(f"({factor.points:+d})")
        assert factor.value in factor.why


@given(signals, policies, st.sampled_from(HAZARDS))
def test_r11_a_hazard_is_never_below_e_whatever_the_weights(one: Signals, policy: Policy, hazard: str) -> None:
    assert grade(attrs.evolve(one, hazards=frozenset({hazard})), policy).grade is Grade.E


@given(calm, policies)
def test_r9_what_the_requirements_name_outright_holds_whatever_the_weights(one: Signals, policy: Policy) -> None:
    found = grade(one, policy).grade
    if one.impact is Impact.ALL and one.urgency >= Urgency.BLOCKED:
        assert found is Grade.E
    if one.severity is Severity.URGENT or one.exposure is Exposure.REGULATOR:
        assert found >= Grade.A
    if one.urgency >= Urgency.BLOCKED or (one.impact >= Impact.MANY and one.urgency >= Urgency.ROUTINE):
        assert found >= Grade.A
    if one.urgency >= Urgency.ROUTINE:
        assert found >= Grade.B


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"hazards": {"funds_lost"}, "urgency": "none"}, "E"),
        ({"impact": "all", "urgency": "critical"}, "E"),
        ({"impact": "all", "urgency": "blocked"}, "E"),
        ({"impact": "many", "urgency": "critical"}, "A"),
        ({"urgency": "routine", "exposure": "regulator"}, "A"),
        ({"urgency": "none", "severity": "urgent"}, "A"),
        ({"impact": "one", "urgency": "blocked"}, "A"),
        ({"impact": "many", "urgency": "routine"}, "A"),
        ({"impact": "one", "urgency": "routine"}, "B"),
        ({"impact": "one", "urgency": "none"}, "C"),
    ],
)
def test_r9_the_named_cases_have_their_grade(fields: dict[str, Any], expected: str) -> None:
    assert of(**fields) == expected


def test_r34_the_second_dispute_raises_the_grade_by_one_and_none_goes_beyond_e() -> None:
    routine, blocked = Signals(urgency=Urgency.ROUTINE), Signals(urgency=Urgency.BLOCKED)
    assert [grade(routine, DEFAULT, times).grade for times in range(4)] == ["B", "B", "A", "A"]
    assert [grade(blocked, DEFAULT, times).grade for times in (1, 2)] == ["A", "E"]
    assert grade(Signals(hazards={"funds_lost"}), DEFAULT, 9).grade is Grade.E
    scores = [grade(routine, DEFAULT, times).score for times in range(3)]
    assert scores == [15, 20, 25]
    assert "not solved" in grade(routine, DEFAULT, 2).factors[-1].why


def test_r10_the_other_factors_lift_a_grade_but_do_not_make_an_emergency_of_one_routine_matter() -> None:
    assert of(urgency="routine", emotion="furious", exposure="regulator") == "A"
    worst = {"emotion": "furious", "severity": "urgent", "exposure": "regulator", "tier": "vip", "repeats": 99}
    assert of(urgency="routine", **worst) == "A"
    assert of(urgency="none", emotion="calm", tier="vip") == "C"


def test_r10_repeats_count_up_to_a_number() -> None:
    scores = [grade(Signals(repeats=count), DEFAULT).score for count in (0, 1, 4, 5, 1000)]
    assert scores == [15, 18, 27, 27, 27]


def test_r10_a_tier_that_the_policy_does_not_know_gives_no_points() -> None:
    assert grade(Signals(tier="gold"), DEFAULT).score == grade(Signals(), DEFAULT).score


def test_r11_the_factors_name_the_hazards_and_the_quadrant_names_its_grade() -> None:
    whys = [factor.why for factor in grade(Signals(hazards={"funds_lost", "a"}), DEFAULT).factors]
    assert "hazards: a, funds_lost; any hazard is an emergency (R11) (+100)" in whys
    assert "at least E by the four quadrants (R9) (+0)" in whys


@given(st.none() | grades, st.sampled_from(["", "I-1"]), signals)
def test_r13_an_assessment_never_lowers_the_standing_grade(standing: Grade | None, incident: str, one: Signals) -> None:
    facts = Facts(grade=standing, incident=incident)
    changes = assess(facts, one, DEFAULT)
    found = grade(one, DEFAULT)
    assert changes["grade"] == max(found.grade, facts.grade or Grade.C, Grade.A if facts.incident else Grade.C)
    assert (changes["score"], changes["signals"]) == (found.score, one)
    assert sum(points for _, _, points in changes["factors"]) == changes["score"]


def test_r13_a_grade_that_is_held_up_says_so() -> None:
    changes = assess(Facts(grade=Grade.E), Signals(), DEFAULT)
    assert changes["factors"][-1] == ("standing", "E", 0)
    assert "never falls by itself" in Factor(*changes["factors"][-1]).why


def test_r12_an_incident_holds_it_at_a_and_says_so() -> None:
    changes = assess(Facts(incident="I-1"), Signals(urgency=Urgency.NONE), DEFAULT)
    assert changes["grade"] is Grade.A
    assert ("incident", "I-1", 0) in changes["factors"]


@given(st.none() | grades, grades)
def test_r13_a_rise_is_to_the_worse_of_both_grades(standing: Grade | None, to: Grade) -> None:
    because = Factor("incident", "I-1", 0)
    changes = raise_grade(Facts(grade=standing, factors=(("tier", "vip", 5),)), to, because)
    assert changes["grade"] == max(to, standing or to)
    assert changes["factors"] == (("tier", "vip", 5), ("incident", "I-1", 0))


def test_r11_r12_the_floor_is_e_with_a_hazard_a_in_an_incident_and_else_c() -> None:
    hazard = Signals(hazards=frozenset({"food_safety"}))
    assert floor(Facts(signals=hazard)) is Grade.E
    assert floor(Facts(signals=hazard, incident="I-1")) is Grade.E
    assert floor(Facts(signals=Signals(), incident="I-1")) is Grade.A
    assert floor(Facts(signals=Signals())) is Grade.C
    assert floor(Facts()) is Grade.C


def test_r34_a_second_dispute_raises_whatever_grade_stands() -> None:
    by_hand = Facts(grade=Grade.B, disputes=1)
    assert reassess(by_hand, DEFAULT, 1, 2)["grade"] is Grade.A
    assert reassess(Facts(grade=Grade.B), DEFAULT, 1, 1) == {}
    assert reassess(Facts(), DEFAULT, 1, 2) == {}
    above = Facts(grade=Grade.A, signals=Signals(), disputes=1)
    assert reassess(above, DEFAULT, 0, 2)["grade"] is Grade.E


def test_r5_a_repeated_contact_counts_at_once_and_keeps_what_people_said() -> None:
    facts = Facts(grade=Grade.C, signals=Signals(), factors=(("regrade", "C", 0),))
    changes = reassess(facts, DEFAULT, 2, 0)
    assert (changes["grade"], changes["score"]) == (Grade.C, 21)
    assert ("regrade", "C", 0) in changes["factors"]


@given(signals, signals)
def test_r33_of_two_complaints_the_worse_counts_on_every_scale(one: Signals, other: Signals) -> None:
    found = worse(one, other)
    assert all(getattr(found, name) == max(getattr(one, name), getattr(other, name)) for name in SCALES)
    assert found.hazards == one.hazards | other.hazards


def test_r34_a_follow_up_inherits_at_least_the_grades_of_the_earlier_ones() -> None:
    earlier = [Facts(grade=Grade.A), Facts(grade=Grade.B, signals=Signals(hazards=frozenset({"food_safety"}))), Facts()]
    assert inherit_grade(Facts(), earlier[:1], DEFAULT, 1, 0)["grade"] is Grade.A
    assert inherit_grade(Facts(), earlier, DEFAULT, 1, 0)["grade"] is Grade.E
    assert "grade" not in inherit_grade(Facts(), earlier[2:], DEFAULT, 1, 0)
