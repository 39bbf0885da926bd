"""The profiles that come with the library: each is whole, says where it comes from, and composes with a policy."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

import complaintflow
from complaintflow import Actor, Customer, DefinitionError, Desk, InvalidInput, Policy, commands as c
from complaintflow.insight.regulators import MEDIATION_CLOCK, REGULATORS
from complaintflow.lifecycle import NO_ADVICE, Profile, compose, profile, profile_names
from complaintflow.lifecycle.checking.built_in_slices import MERGE, PLAN
from complaintflow.lifecycle.checking.check import check
from complaintflow.lifecycle.profile_reading import read_part
from complaintflow.policy import Limits
from complaintflow.policy.document import plain
from complaintflow.policy.strictness import is_declared, leaves

NAMES = ("cn_12315", "ecommerce", "eu_dsa_art20", "internet", "iso10002", "uk_disp", "us_cfpb", "youzan_strict")
OWN = """
[profile]
name = "own"
zh = "自有"
en = "Of our own"
[[profile.sources]]
text = "our handbook"
read = 2026-01-02
"""


def test_there_are_these_profiles() -> None:
    assert profile_names() == NAMES
    assert complaintflow.profile("uk_disp") is profile("uk_disp")


@pytest.mark.parametrize("name", NAMES)
def test_each_profile_names_itself_its_sources_and_what_it_leaves_out_in_both_languages(name: str) -> None:
    found = profile(name)
    assert found.name == name
    assert found.title("en") != found.title("zh")
    assert found.sources
    assert all(date(2026, 1, 1) < source.read < date(2100, 1, 1) for source in found.sources)
    assert len(found.leaves_out("en")) == len(found.leaves_out("zh")) > 0
    assert found.sources[0].describe("en").endswith(("by what others write of it)", "the text itself)"))
    assert "核对于" in found.sources[0].describe("zh")
    for place, language in enumerate(("zh", "en")):
        told = found.notice(language)
        assert told[len(found.sources)] == NO_ADVICE[place]
        assert len(told) == len(found.sources) + 1 + len(found.leaves_out(language))


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize("name", NAMES)
def test_each_profile_composes_with_the_default_and_is_never_looser(name: str) -> None:
    composed = compose(Policy(), profile(name))
    again = compose(profile(name), Policy())
    assert composed.policy == again.policy == compose(composed.policy, profile(name)).policy
    assert composed.lifecycle.policy == composed.policy
    said = dict(leaves(plain(composed.policy)))
    for choice in composed.choices:
        assert said[choice.path] == choice.stands
    assert not {choice.key for choice in composed.choices} - {".".join(path) for path in profile(name).keys}


def test_all_profiles_compose_with_each_other_in_any_order() -> None:
    every = [profile(name) for name in NAMES]
    one, other = compose(*every), compose(*reversed(every))
    assert one.policy == other.policy
    assert one.profiles == tuple(every)
    assert "RecordMediation" in one.lifecycle.commands


@pytest.mark.uncounted  # the checker is counted by its own tests
@pytest.mark.parametrize("name", NAMES)
def test_each_profile_keeps_the_promises_in_two_small_slices(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """`make explore` explores all slices to the end, and the one of the house's own commands."""
    monkeypatch.setattr("complaintflow.lifecycle.checking.check.house_slice", lambda rules: None)
    found = check(profile(name).lifecycle(), (PLAN, MERGE))
    assert [one for one in found.findings if one.kind == "broken-promise"] == []


@pytest.mark.explore
@pytest.mark.parametrize("name", NAMES)
def test_each_profile_keeps_all_promises_to_the_end(name: str) -> None:
    found = profile(name).lifecycle().check()
    assert found.sound, [str(one) for one in found.findings]
    assert all(one.complete for one in found.covered)


def test_every_key_that_a_profile_says_is_declared() -> None:
    assert [path for name in NAMES for path in profile(name).keys if not is_declared(path)] == []


def test_the_return_of_each_regulator_has_its_profile() -> None:
    assert {one.profile for one in REGULATORS.values()} <= set(NAMES)
    assert MEDIATION_CLOCK in profile("cn_12315").policy.clocks
    assert "RecordMediation" in profile("cn_12315").lifecycle().commands


def test_a_desk_keeps_a_profile() -> None:
    """The trader records what the authority decides; its clock runs from then on."""
    composed = compose(profile("cn_12315"), Policy(language="zh"))
    with Desk.open("memory://", lifecycle=composed.lifecycle) as desk:
        id = desk.receive(c.Receive("app", Customer("u-1"), "我付了两次款"), by=Actor.system()).id
        accepted: Any = composed.lifecycle.commands["RecordAcceptance"]
        desk.do(id, accepted(authority="浦东市场监管局", reference="12315-1"), by=Actor("li", {"agent"}))
        running = {one.deadline.clock for one in desk.explain(id)}
        assert {"odr_negotiation", MEDIATION_CLOCK} <= running


def test_the_companys_looser_values_give_way_and_its_stricter_ones_stand() -> None:
    ours = Policy.from_toml("[closing]\nreopen_days = 7\n[retention]\nclosed = 365")
    composed = compose(ours, profile("eu_dsa_art20"), profile("uk_disp"), profile("internet"))
    assert composed.policy.closing.reopen_days == 184
    assert composed.policy.closing.strict_grades == {"A", "E"}
    assert composed.policy.retention.closed == 1096
    won = {choice.key: choice.won for choice in composed.choices}
    chosen = ("closing.reopen_days", "closing.strict_grades", "retention.closed")
    assert [won[key] for key in chosen] == ["other", "own", "other"]


def test_what_cannot_be_ordered_is_an_error_that_names_the_key() -> None:
    text = OWN + '[policy]\nzone = "Europe/London"'
    with pytest.raises(DefinitionError) as raised:
        compose(Policy(zone="Asia/Shanghai"), Profile.read(text))
    assert [problem.path for problem in raised.value.problems] == ["zone"]


def test_what_contradicts_itself_when_it_comes_together_is_an_error() -> None:
    ours = attrs.evolve(Policy(), limits=Limits(horizon=timedelta(days=40)))
    with pytest.raises(DefinitionError, match=r"limits\.horizon"):
        compose(ours, profile("uk_disp"))


def test_the_moves_of_two_profiles_come_together_each_once() -> None:
    trader = profile("cn_12315")
    again = compose(trader, trader)
    assert (again.choices, again.moves) == ((), compose(trader).moves)
    rating = """
[lifecycle.commands.Rate.fields]
stars = "number"
[[lifecycle.edges]]
command = "Rate"
from = "awaiting_confirmation"
"""
    both = compose(trader, Profile.read(OWN + rating)).lifecycle
    assert {"Rate", "RecordMediation"} <= both.commands.keys()


def test_a_name_that_means_two_things_in_two_lifecycles_is_an_error() -> None:
    one = OWN + '[lifecycle.commands.Rate.fields]\nstars = "number"'
    other = OWN + '[lifecycle.commands.Rate.fields]\nstars = "text"'
    with pytest.raises(DefinitionError) as raised:
        compose(Profile.read(one), Profile.read(other))
    assert [problem.path for problem in raised.value.problems] == ["lifecycle.commands.Rate.fields.stars"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('[profile]\nname = "x"', "profile.zh"),
        (OWN + "[policies]", "policies"),
        ("policy = 3", "policy"),
        (OWN + "[policy]\nzones = 3", "policy.zones"),
        (OWN.replace("2026-01-02", '2026-01-02\nhow = "heard"'), "profile.sources[0].how"),
    ],
)
def test_a_wrong_file_names_its_keys(text: str, path: str) -> None:
    with pytest.raises(DefinitionError) as raised:
        Profile.read(text)
    assert path in [problem.path for problem in raised.value.problems]


def test_a_profile_that_is_not_there_lists_those_that_are() -> None:
    with pytest.raises(InvalidInput, match="uk_disp"):
        profile("fr_amf")


def test_a_file_holds_a_profile_or_a_policy(tmp_path: Path) -> None:
    own, policy = tmp_path / "own.toml", tmp_path / "policy.toml"
    own.write_text(OWN + "[policy]\nupdate_min_chars = 30", encoding="utf-8")
    policy.write_text("update_min_chars = 50", encoding="utf-8")
    parts = [read_part(str(own)), read_part(str(policy)), read_part("internet")]
    assert [type(part).__name__ for part in parts] == ["Profile", "Policy", "Profile"]
    assert compose(*parts).policy.update_min_chars == 50


def test_a_key_that_is_spelled_in_another_way_is_the_same_key() -> None:
    found = Profile.read(OWN + "[policy.types.Fault]\nidentity = true")
    assert dict(found.keys) == {("types", "fault", "identity"): True}


def test_it_says_that_it_is_no_advice() -> None:
    assert "no legal advice" in NO_ADVICE[1]
    assert "不构成法律意见" in NO_ADVICE[0]


_POLICIES = st.fixed_dictionaries(
    {},
    optional={
        "closing": st.fixed_dictionaries({"reopen_days": st.integers(0, 400)}),
        "compensation_limits": st.fixed_dictionaries({"agent": st.fixed_dictionaries({"CNY": st.integers(1, 300)})}),
        "overridable": st.sampled_from([[], ["no-ping-pong"]]),
        "types": st.fixed_dictionaries({"fault": st.fixed_dictionaries({"identity": st.booleans()})}),
    },
).map(Policy.from_data)
_PARTS = st.lists(st.sampled_from(NAMES).map(profile) | _POLICIES, min_size=1, max_size=4)


@settings(max_examples=8)
@given(_PARTS, st.randoms(use_true_random=False))
def test_no_order_of_parts_makes_another_policy_and_none_of_them_adds_to_the_result(
    parts: list[Profile | Policy], shuffler: Random
) -> None:
    mixed = [*parts]
    shuffler.shuffle(mixed)
    found = compose(*parts).policy
    assert found == compose(*mixed).policy
    assert found == compose(found, *parts).policy
