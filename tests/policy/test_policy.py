"""Every number of the rules: the defaults of the requirements, and what a TOML file may change."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from complaintflow import DefinitionError, Policy
from complaintflow.commands import BUILTIN
from complaintflow.policy import Limits, Role
from complaintflow.policy.authority import Authority
from complaintflow.policy.clock_rules import Budget
from complaintflow.policy.closing import Closing
from complaintflow.policy.complaint_types import TypeRule
from complaintflow.policy.policy import NEVER_OVERRIDDEN
from complaintflow.policy.promises import Promises
from complaintflow.policy.weights import Weights
from complaintflow.vocabulary import Grade, Ground

DEFAULT = Policy()

# What the requirements say, rule by rule.
NUMBERS = [
    ("R2", "promises.first_response_instant_vip", timedelta(seconds=30)),
    ("R2", "promises.first_response_instant", timedelta(seconds=60)),
    ("R2", "promises.first_response_asynchronous", timedelta(hours=24)),
    ("R9", "promises.emergency_mitigated", timedelta(minutes=30)),
    ("R9", "promises.high_cause_found", timedelta(hours=4)),
    ("R9", "promises.medium_closed", timedelta(hours=24)),
    ("R9", "promises.low_answered", timedelta(hours=72)),
    ("R5", "duplicate_days", 30),
    ("R33", "closing.silent_after", timedelta(hours=72)),
    ("R33", "closing.grounds", frozenset(Ground) - {Ground.IMPORTED}),
    ("R33", "closing.strict_grounds", frozenset({Ground.CONFIRMED, Ground.UNREACHABLE})),
    ("R33", "closing.strict_grades", frozenset({Grade.E, Grade.A})),
    ("R34", "closing.reopen_days", 30),
    ("R26", "compensation_limits", {"agent": {"CNY": Decimal(100)}, "lead": {"CNY": Decimal(500)}}),
    ("R13", "authority.lower_grade", frozenset({"lead", "manager"})),
    ("R7", "authority.return_to_team", frozenset({"lead", "manager"})),
    ("R18a", "customer_facing", frozenset({"agent", "lead", "manager"})),
    ("R37", "root_causes", {
        "product defect": "产品缺陷", "process gap": "流程漏洞", "unclear rule": "规则不清",
        "poor execution": "执行不到位", "third party": "第三方", "customer error": "用户原因",
    }),
    ("R23", "parties", frozenset({"platform", "merchant", "logistics", "third_party", "customer"})),
    ("R3", "text_limit", 100_000),
    ("R22", "limits.attachments", 50),
    ("R28", "limits.horizon", timedelta(days=3653)),
]  # fmt: skip


def at(policy: Policy, path: str) -> Any:
    value: Any = policy
    for name in path.split("."):
        value = getattr(value, name)
    return value


def wrong(toml: str) -> dict[str, tuple[str, str]]:
    """Each path, with what was found and what was expected."""
    with pytest.raises(DefinitionError) as caught:
        Policy.from_toml(toml)
    return {problem.path: (problem.found, problem.expected) for problem in caught.value.problems}


@pytest.mark.parametrize(("rule", "path", "value"), NUMBERS, ids=[f"{rule}-{path}" for rule, path, _ in NUMBERS])
def test_the_default_is_that_of_the_requirements(rule: str, path: str, value: Any) -> None:
    assert at(DEFAULT, path) == value


@pytest.mark.parametrize(("grade", "promise"), [("E", "30min"), ("A", "4h"), ("B", "24h"), ("C", "72h")])
def test_r9_each_grade_carries_its_promise(grade: str, promise: str) -> None:
    same = Policy.from_toml(f"backdate_limit = '{promise}'")
    assert DEFAULT.promises.for_grade(Grade(grade)) == same.backdate_limit


def test_r1_an_app_is_instant_and_mail_is_not() -> None:
    assert DEFAULT.channels["app"].instant
    assert not DEFAULT.channels["email"].instant
    assert DEFAULT.channels["email"].needs_contact


def test_r7_a_type_goes_to_its_team_and_says_what_it_needs() -> None:
    assert DEFAULT.type_rule("fault").team == "engineering"
    assert DEFAULT.type_rule("fault").technical
    assert DEFAULT.type_rule("account_security").identity
    assert "order" in DEFAULT.type_rule("delivery_delay").required


def test_r6_a_type_that_nobody_defined_asks_for_nothing() -> None:
    assert DEFAULT.type_rule("visa") == TypeRule("visa")
    assert DEFAULT.type_rule("").zh == "未分类"


def test_an_empty_file_is_the_default() -> None:
    assert Policy.from_toml("") == DEFAULT == Policy.from_data({})
    assert Policy.from_toml("").digest == DEFAULT.digest


def test_a_file_says_only_what_differs() -> None:
    policy = Policy.from_toml("""
        text_limit = 500
        customer_facing = ["care"]
        [roles.care]
        do = ["all"]
        scope = ["all"]
        [closing]
        silent_after = "5d"
        strict_grounds = ["confirmed"]
        [compensation_limits.agent]
        CNY = "150.50"
    """)
    assert policy.text_limit == 500
    assert policy.customer_facing == {"care"}
    assert policy.roles["care"] == Role(do={"all"}, scope={"all"})
    assert policy.closing == Closing(silent_after=timedelta(days=5), strict_grounds=frozenset({Ground.CONFIRMED}))
    assert policy.compensation_limits == {"agent": {"CNY": Decimal("150.50")}, "lead": {"CNY": Decimal(500)}}
    assert policy.promises == DEFAULT.promises


def test_r6_tables_of_types_areas_channels_and_limits_extend_the_defaults() -> None:
    policy = Policy.from_toml("""
        [types.warranty]
        zh = "保修"
        required = ["order"]
        [types.fault]
        team = "platform"
        [areas]
        invoice = "发票"
        [channels.fax]
        instant = true
        [compensation_limits.agent]
        EUR = 20
    """)
    assert policy.types["warranty"] == TypeRule("保修", required=("order",))
    assert policy.types["fault"] == attrs.evolve(DEFAULT.types["fault"], team="platform")
    assert policy.areas == {**DEFAULT.areas, "invoice": "发票"}
    assert policy.channels["fax"].needs_contact
    assert policy.compensation_limits["agent"] == {"CNY": Decimal(100), "EUR": Decimal(20)}


@pytest.mark.parametrize(
    ("text", "span"),
    [('"72h"', timedelta(hours=72)), ('"30min"', timedelta(minutes=30)), ("90", timedelta(seconds=90))],
)
def test_a_duration_is_a_text_with_a_unit_or_seconds(text: str, span: timedelta) -> None:
    assert Policy.from_toml(f"[closing]\nsilent_after = {text}").closing.silent_after == span


def test_a_mistyped_key_is_named_with_those_that_there_are() -> None:
    found = wrong("txt_limit = 3\n[closing]\nsilent_aftr = 3\n[types.fault]\nteem = 'x'\n[promisses]\na = 1")
    assert list(found) == ["txt_limit", "promisses", "types.fault.teem", "closing.silent_aftr"]
    assert found["closing.silent_aftr"] == (
        "an unknown field",
        "one of grounds, strict_grounds, strict_grades, silent_after, unanswered_after, unreachable_attempts, "
        "unreachable_channels, unreachable_days, reopen_days",
    )


@pytest.mark.parametrize("key", ["grounds", "strict_grounds"])
@pytest.mark.parametrize("word", ["imported", "because"])
def test_a_policy_is_offered_no_ground_that_no_closing_may_have(key: str, word: str) -> None:
    """Who copied the list from the error would get a policy that closes nothing on it."""
    found = wrong(f'[closing]\n{key} = ["{word}"]')
    expected = "one of confirmed, silent, planned, unreachable"
    assert found == {f"closing.{key}[0]": (f"'{word}'", expected)}


def test_a_wrong_value_is_named_with_its_path_and_what_is_allowed() -> None:
    found = wrong("""
        text_limit = 0
        duplicate_days = 1.5
        own_parties = "platform"
        [closing]
        silent_after = "72 hours"
        strict_grades = ["F"]
        [compensation_limits.agent]
        CNY = -1
        [compensation_limits.lead]
        CNY = 99.5
        [types.new]
        team = ""
    """)
    assert found == {
        "types.new.team": ("''", "a text that is not blank"),
        "compensation_limits.agent.CNY": ("Decimal('-1')", "a number of at least 0"),
        "compensation_limits.lead.CNY": ("99.5", "a decimal number, as text or Decimal"),
        "closing.strict_grades[0]": ("'F'", "one of C, B, A, E"),
        "closing.silent_after": ("'72 hours'", "a duration: seconds, or a text like 30min, 72h, 3d"),
        "own_parties": ("'platform'", "a list"),
        "duplicate_days": ("1.5", "a whole number"),
        "text_limit": ("0", "a number of at least 1"),
    }


def test_what_is_no_toml_says_where() -> None:
    ((path, (found, expected)),) = wrong("text_limit = \na = 1").items()
    assert (path, expected) == ("policy", "a TOML document")
    assert "line 1" in found


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path: Path) -> None:
    plain, marked = tmp_path / "a.toml", tmp_path / "b.toml"
    plain.write_text('[areas]\ninvoice = "发票"', encoding="utf-8")
    marked.write_text('[areas]\ninvoice = "发票"', encoding="utf-8-sig")
    assert Policy.from_toml(plain) == Policy.from_toml(marked)
    assert Policy.from_toml(plain).areas["invoice"] == "发票"


def test_a_file_in_another_encoding_is_a_wrong_definition(tmp_path: Path) -> None:
    file = tmp_path / "policy.toml"
    file.write_bytes('[areas]\ninvoice = "发票"'.encode("gbk"))
    with pytest.raises(DefinitionError, match="a TOML document"):
        Policy.from_toml(file)


@pytest.mark.parametrize("data", [[], 3, "x"])
def test_data_that_is_no_table_is_a_wrong_definition(data: Any) -> None:
    with pytest.raises(DefinitionError):
        Policy.from_data(data)


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize("rule", sorted(NEVER_OVERRIDDEN))
def test_r32_r33_the_rules_that_hold_all_together_can_never_be_overridable(rule: str) -> None:
    found = wrong(f'overridable = ["no-ping-pong", "{rule}"]')
    assert found["overridable"][0] == rule
    assert {"verify-before-notify", "confirm-before-close"} <= NEVER_OVERRIDDEN


@pytest.mark.parametrize(
    ("name", "points"),
    [("impact", [0, 10, 9, 40]), ("urgency", [1, 0, 0, 0]), ("emotion", [0, 1, 2]), ("severity", [0, 1, 2, 3]),
     ("exposure", [])],
)  # fmt: skip
def test_r10_points_that_fall_or_are_not_one_for_each_rank_are_wrong(name: str, points: list[int]) -> None:
    assert list(wrong(f"[weights]\n{name} = {points}")) == [f"weights.{name}"]


@pytest.mark.parametrize("grades", ["B = 50", "A = 100", "D = 1", "C = 16"])
def test_r10_scores_where_grades_begin_never_fall(grades: str) -> None:
    assert list(wrong(f"[weights.grades]\n{grades}")) == ["weights.grades"]


def test_contradictions_come_together() -> None:
    assert len(wrong('overridable = ["allowed"]\n[weights]\nimpact = [3, 2, 1, 0]\ngrades = {B = 99}')) == 3


def test_points_cannot_be_negative() -> None:
    assert "weights.emotion[0]" in wrong("[weights]\nemotion = [-1, 2, 5, 8]")


@pytest.mark.parametrize(
    "change",
    [
        {"text_limit": 99},
        {"weights": {"hazard": 101}},
        {"areas": {"invoice": "发票"}},
        {"promises": {"high_cause_found": "5h"}},
        {"compensation_limits": {"agent": {"CNY": "100.01"}}},
        {"overridable": []},
        {"closing": {"grounds": ["confirmed"]}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_rule_is_another_digest(change: dict[str, Any]) -> None:
    assert Policy.from_data(change).digest != DEFAULT.digest


def test_equal_policies_have_equal_digests_however_they_were_written() -> None:
    one = Policy.from_toml("[areas]\na = 'x'\nb = 'y'\n[compensation_limits.agent]\nCNY = '100.00'")
    other = Policy.from_toml("[areas]\nb = 'y'\na = 'x'\n[compensation_limits.agent]\nCNY = 100")
    assert one == other
    assert one.digest == other.digest


@pytest.mark.parametrize("seed", ["0", "1"])
def test_the_digest_is_short_plain_and_the_same_in_every_process(seed: str) -> None:
    program = "from complaintflow import Policy; print(Policy().digest)"
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    printed = subprocess.check_output([sys.executable, "-c", program], env=environment, text=True)
    assert printed.strip() == DEFAULT.digest
    assert re.fullmatch("[0-9a-f]{16}", DEFAULT.digest)


def test_a_policy_hashes_and_is_frozen() -> None:
    assert hash(Policy()) == hash(DEFAULT)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        DEFAULT.text_limit = 3  # type: ignore[misc]  # on purpose


def test_a_policy_made_in_code_is_checked_as_well() -> None:
    with pytest.raises(DefinitionError, match="text_limit"):
        Policy(text_limit=0)
    with pytest.raises(DefinitionError, match="never fall"):
        Policy(weights=Weights(impact=(4, 3, 2, 1)))
    assert Policy(authority=Authority(override=frozenset())).authority.override == frozenset()
    assert Policy(promises=Promises(low_answered=timedelta(hours=1))).promises.for_grade(Grade.C) == timedelta(hours=1)


def test_an_unanswered_question_needs_words_that_everybody_can_read() -> None:
    words = Policy().unanswered["zh"]
    with pytest.raises(DefinitionError, match="unanswered"):
        Policy(unanswered={"zh": words})


def test_the_commands_that_the_default_policy_names_exist() -> None:
    """The policy must not import the commands, so they stand in it by name."""
    assert Policy().sending.never_held <= set(BUILTIN)
    for rule in Policy().clocks.values():
        moments = {*rule.starts, *rule.satisfied, *rule.settled, *rule.cancelled}
        assert {name for name in moments if not name.islower()} <= set(BUILTIN)


def test_a_budget_takes_digits_of_any_script() -> None:
    three_hours = Budget(timedelta(hours=3))
    assert [Budget.parse(text) for text in ("3h", "\uff13h", "\u0663 h")] == [three_hours] * 3
    assert Budget.parse("1234567h") is None


def test_a_promised_time_takes_ascii_digits_only() -> None:
    assert Policy.from_toml("[promises]\nlow_answered = '1234567s'").promises.low_answered == timedelta(seconds=1234567)
    for text in ("\uff13h", "\u0663 h"):
        with pytest.raises(DefinitionError, match="a duration"):
            Policy.from_toml(f"[promises]\nlow_answered = '{text}'")


def test_r7_a_policy_knows_names_by_any_spelling_and_by_their_chinese() -> None:
    policy = Policy.from_data({"types": {"Lost Parcel": {"zh": "丢件", "team": "Parcels"}}, "teams": ["Night Shift"]})
    assert policy.spell("type", "lost_parcel") == policy.spell("type", "丢件") == "lost parcel"
    assert policy.spell("team", "night-shift") == "night shift"
    assert policy.spell("team", "somebody") == "somebody"
    assert {"parcels", "night shift", "emergency"} <= policy.known_names["team"]
    assert {"agent", "manager", "service lead", "customer"} <= policy.known_names["role"]


def test_r7_only_lists_that_there_are_can_be_closed() -> None:
    assert wrong('closed_names = ["team", "teams"]') == {
        "closed_names": ("teams", "one of area, channel, role, team, type")
    }


@pytest.mark.parametrize("depth", [40, 2000, 100_000])
def test_a_policy_that_is_nested_without_end_is_a_wrong_definition(depth: int) -> None:
    deep = "[" * depth + "]" * depth
    tables = "{a=" * min(depth, 5000) + "1" + "}" * min(depth, 5000)
    reads: tuple[Callable[[], Policy], ...] = (
        lambda: Policy.from_toml(f"teams = {deep}"),
        lambda: Policy.from_toml(f"limits = {tables}"),
        lambda: Policy.from_document(f'{{"teams": {deep}}}'.encode()),
        lambda: Policy.from_data({"teams": nested(depth)}),
    )
    for read in reads:
        with pytest.raises(DefinitionError, match=r"policy: .* at most 32 levels"):
            read()


def nested(depth: int) -> Any:
    found: Any = "a"
    for _ in range(depth):
        found = {"a": found}
    return found


def test_a_file_that_is_too_long_for_a_policy_is_not_read(tmp_path: Path) -> None:
    file, text = tmp_path / "policy.toml", "# " + "a" * 2**20
    file.write_text(text)
    for source in (text, file):
        with pytest.raises(DefinitionError, match="expected at most 1048576"):
            Policy.from_toml(source)
    with file.open("wb") as sparse:
        sparse.truncate(2**40)
    with pytest.raises(DefinitionError, match="1099511627776 characters or bytes"):
        Policy.from_toml(file)


def test_the_limits_are_numbers_of_the_house() -> None:
    policy = Policy.from_toml('[limits]\nattachments = 3\nhorizon = "30d"\n[promises]\nreview_after = "2d"')
    assert (policy.limits.attachments, policy.limits.horizon) == (3, timedelta(days=30))
    assert policy.limits.parts == 500
    assert policy.smallest_limit == 3
    assert wrong("[limits]\nparts = 0") == {"limits.parts": ("0", "a number from 1 to 100000")}


def test_so_much_is_heard_as_a_command_can_hold() -> None:
    assert Policy().heard_chars == Policy().text_limit
    assert Policy(limits=Limits(command_bytes=8000)).heard_chars == 1000


@pytest.mark.parametrize("key", ["duplicate_days", "closing.reopen_days"])
@pytest.mark.parametrize("days", [36_526, 10**6, 10**12])
def test_no_number_of_days_reaches_beyond_all_calendars(key: str, days: int) -> None:
    table, _, name = key.rpartition(".")
    head = f"[{table}]\n" if table else ""
    assert wrong(f"{head}{name} = {days}") == {key: (str(days), "a number from 0 to 36525")}


def test_the_kinds_of_contact_are_those_that_messages_go_to() -> None:
    assert {"email", "phone"} <= Policy().contact_kinds


def test_only_a_role_that_is_everywhere_with_every_part_sees_everything() -> None:
    """Else a house that hides its notes from a reviewer gives them away in a list."""
    policy = Policy()
    assert policy.rights(frozenset({"lead"})).sees_everything
    assert not policy.rights(frozenset({"reviewer"})).sees_everything
