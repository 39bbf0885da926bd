"""R6, R10, R11: the classifier says what it found, and why; the table is right about known cases."""

from __future__ import annotations

import time
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, strategies as st

from complaintflow.commands import Receive
from complaintflow.errors import DefinitionError
from complaintflow.intakes import CfpbIntake, RuleClassifier, open_csv, sample_csv
from complaintflow.intakes.rule import Rule
from complaintflow.intakes.rules import RULES
from complaintflow.plugins import Classifier, Incoming, Suggestion
from complaintflow.policy.policy import Policy
from complaintflow.priority import grade
from complaintflow.values import Customer, Signals
from complaintflow.vocabulary import Ordered

CLASSIFIER: Classifier = RuleClassifier()
POLICY = Policy()
LABELS: tuple[str, ...] = ("issue", "sub_issue", "tags")


ISSUES = ("Fees", "Fraud or scam", "fraud or SCAM", "Seized", "", "Purchase", f"{'x' * 300} rewards", "Billing rewards")
WORDS = st.sampled_from(("", "I was charged twice", "Nobody was hurt", "My card was stolen!! HELP ME NOW"))


def received(words: str = "", channel: str = "web", product: str = "", **more: Any) -> Receive:
    """A complaint; without words, one whose narrative was not published."""
    snapshot: dict[str, str] = {name: more.pop(name) for name in LABELS if name in more}
    if not words:
        snapshot["narrative"] = "not published"
    return Receive(channel, Customer("u-1"), words or "made of fraud", product=product, snapshot=snapshot, **more)


def suggested(words: str = "", **more: Any) -> Suggestion:
    found = CLASSIFIER.classify(received(words, **more))
    assert found is not None
    return found


@pytest.fixture(scope="module")
def sampled() -> dict[str, Suggestion]:
    with open_csv(sample_csv()) as source:
        rows = [row for row in CfpbIntake().read(source) if isinstance(row, Incoming)]
    return {row.key: found for row in rows if (found := CLASSIFIER.classify(row.command))}


def test_every_complaint_of_the_sample_gets_a_suggestion_with_reasons(sampled: dict[str, Suggestion]) -> None:
    assert len(sampled) == 500
    assert all(found.why and all(why.strip() for why in found.why) for found in sampled.values())


def test_every_type_and_area_of_the_sample_is_one_of_the_policy(sampled: dict[str, Suggestion]) -> None:
    assert {found.type for found in sampled.values()} <= set(POLICY.types)
    assert {found.area for found in sampled.values()} <= set(POLICY.areas)


def test_all_grades_occur_in_the_sample_and_emergencies_are_few(sampled: dict[str, Suggestion]) -> None:
    grades = Counter(str(grade(found.signals, POLICY).grade) for found in sampled.values())
    assert set(grades) == {"E", "A", "B", "C"}
    assert grades["E"] <= 85
    assert min(grades.values()) >= 10


@pytest.mark.parametrize(
    ("id", "type", "area", "hazards", "grade_"),
    [
        ("531856", "account_security", "payment", {"funds_lost"}, "E"),  # fraud or scam
        ("7286060", "account_security", "payment", {"funds_lost"}, "E"),  # words: transactions are fraudulent
        ("6718697", "account_security", "loan", {"account_takeover"}, "E"),  # a loan never applied for
        ("3379427", "account_security", "credit_report", {"account_takeover"}, "E"),  # words: identity theft
        ("1853003", "billing", "loan", set[str](), "B"),  # no payoff quote
        ("2140702", "fault", "login", set[str](), "A"),  # the website does not respond
        ("5912773", "service", "payment", set[str](), "A"),  # funds are locked
        ("3086802", "service", "product", set[str](), "C"),  # identity theft *protection* service
        ("530203", "service", "membership", set[str](), "C"),  # rewards
        ("541403", "service", "loan", set[str](), "A"),  # foreclosure
        ("512561", "billing", "payment", set[str](), "B"),  # late fee
    ],
)
def test_a_known_complaint_is_judged_as_a_person_would(
    sampled: dict[str, Suggestion], id: str, type: str, area: str, hazards: set[str], grade_: str
) -> None:
    found = sampled[f"cfpb:{id}"]
    assert (found.type, found.area, set(found.signals.hazards)) == (type, area, hazards)
    assert grade(found.signals, POLICY).grade == grade_


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("我的卡被盗刷了", {"type": "account_security", "area": "payment", "hazards": {"funds_lost"}}),
        ("账号被盗", {"type": "account_security", "area": "account", "hazards": {"account_takeover"}}),
        ("出现资损", {"hazards": {"funds_lost"}}),
        ("吃了以后食物中毒, 食品安全有问题", {"type": "product_quality", "hazards": {"food_safety"}}),
        ("充电宝起火, 危及人身安全", {"hazards": {"personal_safety"}}),
        ("我要起诉你们", {"exposure": "regulator"}),
        ("已经打了12315", {"exposure": "regulator"}),
        ("我会在微博曝光", {"exposure": "public"}),
        ("我非常愤怒", {"emotion": "angry"}),
        ("忍无可忍", {"emotion": "furious"}),
        ("无法提现", {"area": "payment", "urgency": "blocked"}),
        ("系统瘫痪了", {"impact": "all", "urgency": "critical"}),
        ("很多用户都这样", {"impact": "many"}),
        ("建议增加夜间模式", {"type": "suggestion", "urgency": "none"}),
        ("请问怎么办理", {"type": "inquiry"}),
        ("收到假货", {"type": "product_quality", "area": "product"}),
        ("虚假宣传", {"type": "false_advertising"}),
        ("物流太慢", {"type": "delivery_delay", "area": "delivery"}),
        ("要求退货", {"type": "after_sales", "area": "refund"}),
        ("重复扣款", {"type": "billing", "area": "payment"}),
        ("会员权益没有到账", {"area": "membership"}),
        ("家里的老人在用", {"severity": "important"}),
        ("They STOLE my money", {"hazards": {"funds_lost"}}),
        ("I ca n't access my account", {"urgency": "blocked"}),
        ("I can\u2019t\n  log in", {"area": "login", "urgency": "blocked"}),
        ("My lawyer will write", {"exposure": "regulator"}),
        ("I am livid and upset", {"emotion": "furious"}),
        ("Stop it!! Now", {"emotion": "angry"}),
        ("Thanks! Bye!", {"emotion": "upset"}),
        ("WHY DO YOU NOT EVER ANSWER me", {"emotion": "angry"}),
        ("A refund for XXXX XXXX XXXX XXXX XXXX XXXX XXXX", {"emotion": "calm"}),
        ("I want to kill myself", {"hazards": {"personal_safety"}}),
        ("I was charged twice", {"type": "billing", "area": "payment"}),
    ],
)
def test_words_have_their_meaning(words: str, expected: dict[str, object]) -> None:
    found = suggested(words)
    for name, value in expected.items():
        assert getattr(found if name in ("type", "area") else found.signals, name) == value, name


def test_a_reason_names_place_finding_and_meaning() -> None:
    assert "issue 'Fraud or scam' → hazard funds_lost" in suggested(issue="Fraud or scam").why


def test_a_reason_shows_of_the_words_only_what_fitted() -> None:
    assert "words 'garnish' → urgency blocked" in suggested("They will garnish Mary's wages").why


def test_marks_are_named_and_not_quoted() -> None:
    assert "words 'exclamation marks' → emotion upset" in suggested("Dear! private! Sir").why


def test_a_sub_issue_is_looked_at_first() -> None:
    found = suggested(issue="Attempts to collect debt not owed", sub_issue="Debt was result of identity theft")
    assert found.type == "account_security"


def test_of_several_values_on_a_scale_the_worst_counts() -> None:
    assert suggested("I suggest that you give me my money", issue="Rewards").signals.urgency == "blocked"


def test_a_hazard_is_named_once_and_several_add_up() -> None:
    found = suggested("I was hacked and they stole my money", issue="Fraud or scam")
    assert found.signals.hazards == {"funds_lost", "account_takeover"}
    assert sum("hazard" in why for why in found.why) == 2


def test_a_referral_came_through_another_authority() -> None:
    assert suggested(channel="referral").signals.exposure == "regulator"


@pytest.mark.parametrize("tags", ["Older American", "Servicemember", "Older American, Servicemember"])
def test_people_who_need_care_make_it_important(tags: str) -> None:
    assert suggested(tags=tags).signals.severity == "important"


def test_a_description_made_by_the_intake_is_not_taken_for_the_customers_words() -> None:
    found = suggested(product="Mortgage")
    assert found.signals == Signals()
    assert found.why[0] == "no narrative was published: judged without the customer's own words"


def test_what_the_source_says_stands() -> None:
    found = suggested("盗刷", type="billing", area="refund")
    assert (found.type, found.area) == ("billing", "refund")
    assert "received as such → type billing" in found.why


def test_a_complaint_of_which_only_the_mood_is_known_is_sorted_by_a_person() -> None:
    found = suggested("I am upset")
    assert (found.type, found.area, found.signals.emotion) == ("", "", "upset")


def test_two_types_that_have_as_much_for_them_are_left_to_a_person() -> None:
    found = suggested("假货,快递")
    assert found.type == ""
    assert any("as much for" in why for why in found.why)


def test_a_denial_is_no_hazard() -> None:
    for words in (
        "杯子裂了,没有受伤",
        "nobody was hurt, the glass just cracked",
        "I wasn't hacked, I forgot my password",
    ):
        assert not suggested(words).signals.hazards, words


def test_a_question_how_to_prevent_it_is_no_hazard() -> None:
    for words in ("请问怎么防止盗刷", "How can I protect my account from being hacked?"):
        assert not suggested(words).signals.hazards, words


def test_asking_whether_it_was_not_so_is_a_hazard() -> None:
    assert suggested("我的账号是不是被盗了").signals.hazards == {"account_takeover"}
    assert suggested("有没有人管,我的卡被盗刷了").signals.hazards == {"funds_lost"}


@given(st.lists(st.tuples(st.sampled_from(ISSUES), st.sampled_from(ISSUES), WORDS), min_size=1, max_size=6))
def test_what_was_judged_before_changes_nothing_in_what_is_judged_now(rows: list[tuple[str, str, str]]) -> None:
    """What a label says is kept: a row would get the type of another one."""
    warm = RuleClassifier()
    for issue, sub_issue, words in rows * 2:
        row = received(words, issue=issue, sub_issue=sub_issue)
        assert warm.classify(row) == RuleClassifier().classify(row)


def test_without_anything_to_go_by_there_is_no_suggestion() -> None:
    assert CLASSIFIER.classify(received("hm")) is None


def test_tier_and_repeats_are_left_to_the_record() -> None:
    signals = suggested("upset").signals
    assert (signals.tier, signals.repeats) == ("ordinary", 0)


def test_every_type_and_area_of_the_table_is_one_of_the_policy() -> None:
    assert {rule.type for rule in RULES if rule.type} <= set(POLICY.types)
    assert {rule.area for rule in RULES if rule.area} <= set(POLICY.areas)


def test_every_row_of_the_table_means_something() -> None:
    meanings = ("type", "area", "impact", "urgency", "emotion", "severity", "exposure", "hazard", "vulnerable")
    assert all(any(getattr(rule, name) for name in meanings) for rule in RULES)


def test_every_row_about_a_label_of_the_source_fits_some_complaint_of_the_sample() -> None:
    with open_csv(sample_csv()) as source:
        commands = [row.command for row in CfpbIntake().read(source) if isinstance(row, Incoming)]
    for rule in RULES:
        alone = RuleClassifier([rule])
        assert rule.where in ("words", "phrases", "together") or any(alone.classify(command) for command in commands), (
            rule.pattern
        )


def test_one_may_bring_a_table_of_ones_own() -> None:
    found = RuleClassifier([Rule("product", "^kettle$", type="product_quality", area="product")]).classify(
        received("hm", product="Kettle")
    )
    assert found == Suggestion(
        "product_quality",
        "product",
        Signals(),
        ("product 'Kettle' → type product_quality", "product 'Kettle' → area product"),
    )


def test_a_table_that_cannot_work_is_refused_with_every_problem() -> None:
    with pytest.raises(DefinitionError) as caught:
        RuleClassifier([Rule("moon", "(", urgency="soon"), Rule("words", "x", emotion="glad")])
    paths = [problem.path for problem in caught.value.problems]
    assert paths == ["rules[0].where", "rules[0].pattern", "rules[0].urgency", "rules[1].emotion"]


def test_a_combination_of_concepts_that_do_not_exist_is_refused() -> None:
    with pytest.raises(DefinitionError) as caught:
        RuleClassifier([Rule("together", "device + heart", hazard="personal_safety")])
    assert "not heart" in str(caught.value)


def test_a_thing_and_a_harm_are_a_hazard_in_any_order_within_two_sentences() -> None:
    house = RuleClassifier([Rule("together", "device + heat", hazard="personal_safety")])
    for words in ("The kettle? It sparked.", "Sparks everywhere. From a new kettle!"):
        found = house.classify(received(words))
        assert found is not None
        assert found.signals.hazards == {"personal_safety"}
    assert house.classify(received("A kettle. It is blue. My neighbour saw sparks.")) is None


def test_what_is_only_supposed_or_a_figure_of_speech_is_no_hazard() -> None:
    for words in (
        "What happens if my charger catches fire?",
        "如果手机丢了,别人能不能转走我的余额?",
        "价格吓死人",
        "密码没有被改",
    ):
        found = CLASSIFIER.classify(received(words))
        assert found is None or not found.signals.hazards


def test_who_cannot_log_in_withdraw_or_order_is_held_up() -> None:
    words = (
        "i cant order anything",
        "can not sign in",
        "checkout won't let me order",
        "下不了单",
        "提款一直失败",
        "登入不了帳號",
    )
    assert {suggested(text).signals.urgency for text in words} == {"blocked"}


def test_a_danger_is_heard_although_a_question_follows() -> None:
    assert suggested("充电宝冒烟了,如果烧起来怎么办").signals.hazards == {"personal_safety"}
    assert suggested("请问我的卡被盗刷了怎么办").signals.hazards == {"funds_lost"}


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])).filter(str.strip))
def test_the_same_complaint_gets_the_same_suggestion(words: str) -> None:
    assert CLASSIFIER.classify(received(words)) == RuleClassifier().classify(received(words))


WORDS = st.sampled_from(["盗刷", "I am upset", "furious", "garnish", "my lawyer", "I suggest", "other customers", "!"])


@given(st.lists(WORDS, min_size=1), WORDS)
def test_more_words_never_make_it_less_serious(words: list[str], more: str) -> None:
    before, after = (CLASSIFIER.classify(received(" ".join(some))) for some in (words, [*words, more]))
    for name in ("impact", "emotion", "severity", "exposure"):
        worse, standing = (getattr(found.signals if found else Signals(), name) for found in (after, before))
        assert isinstance(worse, Ordered)
        assert worse >= standing


@pytest.mark.parametrize(
    "piece", ["A", "A ", "!", " ", "(", "opened ", "can't ", "funds of ", "X ", "AB1 ", "stole all "]
)
def test_no_text_within_the_limit_takes_long(piece: str) -> None:
    complaint = received("x " + piece * (100_000 // len(piece)))
    begin = time.process_time()
    CLASSIFIER.classify(complaint)
    assert time.process_time() - begin < 2


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("我爸七十多岁了,不会用手机", "age"),
        ("I am 82 years old and live alone", "age"),
        ("我在做化疗,没力气一直打电话", "illness"),
        ("I'm deaf, please do not call", "illness"),
        ("我都快抑郁了", "distress"),
        ("my late husband's account", "distress"),
        ("我不识字", "language"),
        ("sorry for my english", "language"),
    ],
)
def test_words_of_who_needs_care_are_suggested_with_their_reason(words: str, reason: str) -> None:
    found = suggested(words)
    assert found.vulnerable == (reason,)
    assert any(f"→ vulnerable {reason}" in why for why in found.why)
    assert not found.signals.vulnerable


def test_of_a_very_long_text_the_beginning_and_the_end_are_read() -> None:
    for words in ("我的卡被盗刷了" + "。" * 90_000, "。" * 90_000 + "我的卡被盗刷了"):
        assert suggested(words).signals.hazards == {"funds_lost"}


def test_a_threat_to_oneself_on_a_condition_is_a_hazard() -> None:
    assert suggested("If you take my house I will kill myself").signals.hazards == {"personal_safety"}
