"""What is stricter, key by key, and the stricter of two policies."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, strategies as st

from complaintflow import DefinitionError, Policy
from complaintflow.policy.document import plain
from complaintflow.policy.strictness import (
    GRANTS,
    NO_ORDER,
    ORDERS,
    KeyChoice,
    is_declared,
    join_stricter,
    leaves,
    order_of,
)

DEFAULT = plain(Policy())


def nested(path: str, value: object) -> dict[str, Any]:
    """A policy that says one thing."""
    found: Any = value
    for key in reversed(path.split(".")):
        found = {key: found}
    return found  # type: ignore[no-any-return]  # a path has a key


def stands(path: str, own: object, other: object) -> object:
    """What stands of one key, and that it does not matter whose value comes first."""
    found, (choice,) = join_stricter(nested(path, own), nested(path, other))
    turned, _ = join_stricter(nested(path, other), nested(path, own))
    assert found == turned == nested(path, choice.stands)
    return choice.stands


def test_every_key_of_the_policy_says_what_is_stricter_or_that_nothing_is() -> None:
    assert [path for path, _ in leaves(DEFAULT) if not is_declared(path)] == []


def test_no_key_is_declared_twice() -> None:
    assert set(ORDERS).isdisjoint(NO_ORDER)
    assert not is_declared(("no such key",))


@pytest.mark.parametrize(
    ("key", "own", "other", "expected"),
    [
        ("promises.high_cause_found", 14400, 7200, 7200),
        ("closing.silent_after", 3600, 7200, 7200),
        ("closing.grounds", ["confirmed", "silent"], ["confirmed", "planned"], ["confirmed"]),
        ("types.fault.required", ["order"], ["device", "order"], ["device", "order"]),
        ("types.fault.identity", False, True, True),
        ("fields.tin.searchable", True, False, False),
        ("compensation_limits.agent.CNY", "1000", "200", "200"),
        ("weights.impact", [0, 10, 20, 30], [0, 5, 25, 30], [0, 10, 25, 30]),
        ("weights.grades.A", 30, 25, 25),
        ("retention.closed", 0, 365, 0),
        ("retention.closed", 1096, 365, 1096),
        ("unanswered.en.recourse", "Go to A.", "Go to B.", "Go to A.\nGo to B."),
        ("clocks.own.calendar", "office", "always", "always"),
        ("clocks.own.budget", "24h", "4h", "4h"),
        ("clocks.own.budget", "60min", "1h", "1h"),
        ("clocks.own.budget", "8 weeks", "2 months", "8 weeks"),
        ("clocks.own.budget", "15 days", "10 working days", None),
        ("clocks.own.budget", "10 days", "10 working days", "10 days"),
        ("clocks.own.budget", "3 working days", "5 working days", "3 working days"),
        ("clocks.own.budget", "1 week", "7 days", "1 week"),
        ("clocks.own.by_grade.E", "2h", "1h", "1h"),
    ],
)
def test_the_stricter_value_stands(key: str, own: object, other: object, expected: object) -> None:
    if expected is None:
        with pytest.raises(DefinitionError, match=key):
            stands(key, own, other)
    else:
        assert stands(key, own, other) == expected


@pytest.mark.parametrize(
    ("key", "own", "other"),
    [
        ("zone", "UTC", "Asia/Shanghai"),
        ("clocks.own.budget", "daily 10:00", "24h"),
        ("clocks.own.budget", "promises.review_after", "24h"),
        ("clocks.own.budget", "24h", "2 days"),
        ("clocks.own.calendar", "office", "awake"),
        ("weights.impact", [0, 1], [0, 1, 2]),
        ("closing.grounds", ["silent"], ["planned"]),
        ("no.such.key", 1, 2),
    ],
)
def test_what_has_no_order_is_an_error_that_names_it(key: str, own: object, other: object) -> None:
    for first, second in ((own, other), (other, own)):
        with pytest.raises(DefinitionError) as raised:
            join_stricter(nested(key, first), nested(key, second))
        assert [problem.path for problem in raised.value.problems] == [key]


def test_what_both_say_stands_without_a_choice() -> None:
    assert join_stricter({"zone": "UTC"}, {"zone": "UTC", "language": "zh"}) == ({"zone": "UTC", "language": "zh"}, ())


def test_all_keys_without_an_order_are_named_at_once() -> None:
    with pytest.raises(DefinitionError) as raised:
        join_stricter({"zone": "UTC", "language": "en", "awake": ""}, {"zone": "Europe/Berlin", "language": "zh"})
    assert {problem.path for problem in raised.value.problems} == {"zone", "language"}


def test_a_choice_says_who_won_and_why() -> None:
    _, choices = join_stricter(
        {"closing": {"reopen_days": 30, "silent_after": 60, "grounds": ["confirmed", "silent"]}},
        {"closing": {"reopen_days": 90, "silent_after": 30, "grounds": ["confirmed", "planned"]}},
    )
    assert [(one.key, one.won) for one in choices] == [
        ("closing.grounds", "both"), ("closing.reopen_days", "other"), ("closing.silent_after", "own"),
    ]  # fmt: skip
    assert choices[0] == KeyChoice(
        ("closing", "grounds"), ["confirmed", "silent"], ["confirmed", "planned"], ["confirmed"], choices[0].why
    )
    assert choices[0].reason("en") == "only what both allow"
    assert choices[0].reason("zh") == "双方都允许的才允许"


def test_a_whole_policy_grants_nothing_by_what_it_does_not_name() -> None:
    """R26: a role without a limit may pay nothing; a profile that names one must not give it authority."""
    ours, theirs = {"compensation_limits": {"agent": {"CNY": "100"}}}, {"compensation_limits": {"agent": {"USD": "9"}}}
    found, (choice,) = join_stricter(ours, theirs, (True, False))
    assert found == ours
    assert (choice.key, choice.stands, choice.won) == ("compensation_limits.agent.USD", None, "own")
    assert join_stricter(theirs, ours, (False, True))[0] == ours
    assert join_stricter(ours, theirs)[0] == {"compensation_limits": {"agent": {"CNY": "100", "USD": "9"}}}
    assert join_stricter({"roles": {"x": {}}}, {"roles": {}}, (True, True))[0] == {"roles": {}}
    assert set(GRANTS) == {"compensation_limits", "compensation_limits.*", "roles"}


# ── the laws

_ROLES = st.lists(st.sampled_from(["agent", "lead", "manager"]), min_size=1, unique=True).map(sorted)
_GROUNDS = st.lists(st.sampled_from(["silent", "planned", "unreachable"]), unique=True).map(
    lambda some: sorted([*some, "confirmed"])
)
_POINTS = st.lists(st.integers(0, 50), min_size=4, max_size=4).map(sorted)


def _table(**keys: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=keys)


POLICIES = st.fixed_dictionaries(
    {},
    optional={
        "promises": _table(high_cause_found=st.integers(1, 9000), medium_closed=st.integers(1, 9000)),
        "closing": _table(
            grounds=_GROUNDS, reopen_days=st.integers(0, 99), strict_grades=_ROLES.map(lambda _: ["A", "E"])
        ),
        "authority": st.fixed_dictionaries({"lower_grade": _ROLES.map(lambda some: sorted({*some, "manager"}))}),
        "compensation_limits": st.fixed_dictionaries({"agent": _table(CNY=st.integers(1, 99).map(str))}),
        "weights": _table(impact=_POINTS, hazard=st.integers(0, 200)),
        "types": st.fixed_dictionaries({"fault": _table(required=_ROLES, technical=st.booleans())}),
        "retention": _table(closed=st.integers(0, 999)),
        "overridable": st.just(["no-ping-pong"]) | st.just(["no-ping-pong", "party-heard"]),
        "unanswered": st.fixed_dictionaries({"en": _table(recourse=st.sampled_from(["A.", "B.", "A.\nB."]))}),
        "clocks": st.fixed_dictionaries(
            {"own": _table(budget=st.integers(1, 60).map(lambda days: f"{days} days"), pauses=st.booleans())}
        ),
    },
)
"""Policies that say some keys, each with a value that the rules allow."""


def joined(own: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    return join_stricter(own, other)[0]


@given(POLICIES)
def test_with_itself_a_policy_is_what_it_was(one: dict[str, Any]) -> None:
    found, choices = join_stricter(one, one)
    assert (found, choices) == (one, ())


@given(POLICIES, POLICIES)
def test_it_does_not_matter_who_is_asked_first(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert joined(one, other) == joined(other, one)


@given(POLICIES, POLICIES, POLICIES)
def test_it_does_not_matter_which_two_come_together_first(
    one: dict[str, Any], two: dict[str, Any], three: dict[str, Any]
) -> None:
    assert joined(joined(one, two), three) == joined(one, joined(two, three))


AT_LEAST = {
    "smaller": lambda found, side: Decimal(found) <= Decimal(side),
    "greater": lambda found, side: Decimal(found) >= Decimal(side),
    "within": lambda found, side: set(found) <= set(side),
    "beyond": lambda found, side: set(found) >= set(side),
}
"""Judged here by other means than those of the library."""
STRICTER = {
    "promises.high_cause_found": "smaller", "promises.medium_closed": "smaller", "closing.grounds": "within",
    "closing.reopen_days": "greater", "closing.strict_grades": "beyond", "authority.lower_grade": "within",
    "compensation_limits.agent.CNY": "smaller", "weights.hazard": "greater", "types.fault.required": "beyond",
    "overridable": "within", "types.fault.technical": "greater", "clocks.own.pauses": "smaller",
}  # fmt: skip


@given(POLICIES, POLICIES)
def test_the_result_is_never_looser_than_either(one: dict[str, Any], other: dict[str, Any]) -> None:
    found = dict(leaves(joined(one, other)))
    for path, side in (*leaves(one), *leaves(other)):
        key = ".".join(path)
        if key in STRICTER:
            assert AT_LEAST[STRICTER[key]](found[path], side), key
        elif key == "clocks.own.budget":
            assert int(found[path].split()[0]) <= int(side.split()[0])
        elif key == "retention.closed":
            assert found[path] == 0 or found[path] >= side > 0
        elif key == "weights.impact":
            assert all(more >= less for more, less in zip(found[path], side, strict=True))
        else:
            assert key == "unanswered.en.recourse"
            assert set(side.splitlines()) <= set(found[path].splitlines())


def test_an_order_is_found_for_a_name_of_the_house() -> None:
    assert order_of(("types", "a type of ours", "identity")) is ORDERS["types.*.identity"]
    assert order_of(("types", "a type of ours", "zh")) is None
