"""Roles are declared: what a role may do, where, and what it may only propose; nobody goes round it."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from complaintflow import Actor, DefinitionError, Lifecycle, Policy, Refusal, commands as c
from complaintflow.commands._context import Ask
from complaintflow.lifecycle.permissions import permitted
from complaintflow.lifecycle.table import TABLE
from complaintflow.plugins import Host, hookimpl
from complaintflow.policy import Role
from complaintflow.policy.access import ROLES
from complaintflow.record.facts import Facts
from complaintflow.vocabulary import Effect, Scope
from tests import stories as s

EVERYWHERE = frozenset({Scope.ALL})
SHOPKEEPER = Actor("yu", {"shopkeeper"}, shops={"North Gate"})


def test_what_customers_and_the_system_may_do_stands_in_the_table_alone() -> None:
    facts, default = s.triaged(Lifecycle.default()).facts, Policy()
    for by in (s.CUSTOMER, s.SYSTEM):
        assert permitted(Ask("C-1", facts, c.Hear(s.HEARD), by, s.T0, default)) is None


def house(**roles: Role) -> Lifecycle:
    return Lifecycle(policy=Policy(roles={**ROLES, **roles}))


def under(lifecycle: Lifecycle, **received: Any) -> s.Story:
    return s.Story(lifecycle).do(s.receive(**received), by=s.CUSTOMER).do(s.triage())


@pytest.mark.uncounted
@pytest.mark.parametrize("name", sorted(c.BUILTIN))
def test_no_command_at_all_is_done_by_a_role_that_nobody_gave_it(name: str) -> None:
    """Notes and assignments, evidence, tasks and proofs included: each row asks."""
    kind: Any = dict[str, Any](c.BUILTIN)[name]
    lifecycle = house(idler=Role(scope={"all"}))
    idler, told = Actor("kim", {"idler"}), set[str]()
    for row in (row for row in TABLE if row.command is kind):
        for state in row.sources:
            facts = attrs.evolve(s.BLANK, facts=Facts(state=state, customer="u-17", merged_from="triaged"))
            ask = Ask("C-1", facts.facts, c.Command(), idler, s.T0, lifecycle.policy)
            for sample in kind.samples(ask):
                decision = lifecycle.decide(facts, sample, by=idler, at=s.T0)
                assert not decision.events, f"{sample} in {state}"
                told |= {one.rule for one in decision.refusals}
    assert "permitted" in told


def test_a_refusal_says_which_roles_may_and_whoever_reads_chinese_is_told_so_in_chinese() -> None:
    lifecycle = house(clerk=Role(do={"Note"}, scope={"all"}), painter=Role(do={"Note", "Park"}, scope={"all"}))
    (refusal,) = under(lifecycle).asks(c.Park("later"), Actor("kim", {"clerk"})).decision.refusals
    assert (refusal.rule, refusal.why) == ("permitted", "clerk may not Park")
    assert "painter" in refusal.remedy
    assert "clerk" not in refusal.remedy
    assert refusal.in_language("zh").why == "clerk不能执行 Park"
    assert refusal.in_language("zh").remedy.startswith("请由以下角色之一执行：")


def test_what_a_role_may_not_do_hides_no_other_reason() -> None:
    story = under(house(clerk=Role(scope={"all"})))
    assert story.refused(c.FindCause("E9", "?"), Actor("kim", {"clerk"})) >= {"permitted", "part-exists"}


def test_several_roles_add_up() -> None:
    story = under(house(noter=Role(do={"Note"}, scope={"all"}), parker=Role(do={"Park"}, scope={"all"})))
    both = Actor("kim", {"noter", "parker", "chess player"})
    assert story.refused(c.Note("seen"), both) == story.refused(c.Park("later"), both) == set()
    assert story.refused(c.Escalate("now"), both) == {"permitted"}


def test_what_is_done_in_the_own_team_only_is_refused_in_another_and_where_nobody_has_it() -> None:
    lifecycle = house(local=Role(do={"all"}, scope={"own_team"}))
    story = under(lifecycle)
    mine, other, nobody = (Actor("kim", {"local"}, team) for team in (story.facts.team, "elsewhere", ""))
    assert story.refused(c.Note("seen"), mine) == set()
    for by in (other, nobody):
        assert story.refused(c.Note("seen"), by) == {"permitted"}
    (refusal,) = story.asks(c.Note("seen"), other).decision.refusals
    assert refusal.why == "local may Note only where it is own_team"
    unsorted = s.Story(lifecycle).do(s.receive(), by=s.CUSTOMER)
    assert unsorted.refused(c.Note("seen"), nobody) == {"permitted"}


def test_what_is_done_on_the_own_cases_only_is_refused_on_those_of_others() -> None:
    story = under(house(own=Role(do={"Note"}, scope={"all"}, do_scope={"own_cases"}))).do(c.Assign("kim"))
    assert story.refused(c.Note("seen"), Actor("kim", {"own"})) == set()
    assert story.refused(c.Note("seen"), Actor("lee", {"own"})) == {"permitted"}


def test_a_shop_acts_on_what_is_about_it_however_the_customer_spells_it() -> None:
    lifecycle = house(shopkeeper=Role(do={"Note"}, scope={"own_shops"}))
    assert under(lifecycle, shop=" north  GATE").refused(c.Note("sorry"), SHOPKEEPER) == set()
    for shop in ("", "South Gate"):
        assert under(lifecycle, shop=shop).refused(c.Note("sorry"), SHOPKEEPER) == {"permitted"}
    corrected = under(lifecycle).do(c.Correct({"shop": "North Gate"}, "she said so"))
    assert corrected.refused(c.Note("sorry"), SHOPKEEPER) == set()


def test_a_role_for_some_types_is_refused_on_the_others_with_the_types_named() -> None:
    both = (Role(do={"Note"}, scope={"all"}, types={type}) for type in ("fault", "billing"))
    story = under(house(**dict(zip(("payer", "biller"), both, strict=True))))
    (refusal,) = story.asks(c.Note("seen"), Actor("kim", {"payer"})).decision.refusals
    assert refusal.why == "payer may Note only where it is all, of type fault"
    assert story.refused(c.Note("seen"), Actor("kim", {"payer", "biller"})) == set()


def test_what_a_machine_may_only_propose_it_does_not_do_and_who_may_is_named() -> None:
    lifecycle = house(assistant=Role(do={"all"}, scope={"all"}, approval={"Escalate": ["lead"]}))
    robot = Actor("assistant-1", {"assistant"})
    (refusal,) = under(lifecycle).asks(c.Escalate("now"), robot).decision.refusals
    assert (refusal.why, refusal.remedy) == (
        "assistant may only propose to Escalate",
        "ask one of these roles with AskApproval(...): lead",
    )
    assert under(lifecycle).refused(c.Note("seen"), robot) == set()
    assert under(lifecycle).refused(c.Escalate("now"), Actor("kim", {"assistant", "lead"})) == set()


def test_customers_and_the_system_need_no_role() -> None:
    nobody = Lifecycle(policy=Policy(roles={name: Role() for name in ROLES}))
    story = s.Story(nobody).do(s.receive(), by=s.CUSTOMER).do(s.triage(), by=s.SYSTEM)
    assert story.refused(c.AddEvidence("chat", "app", "see"), s.CUSTOMER) == set()
    assert story.refused(c.Note("seen"), s.LI) == {"permitted"}


def test_whoever_may_receive_may_receive_before_any_team_or_owner_is_known() -> None:
    lifecycle = house(desk=Role(do={"Receive"}, scope={"own_team"}, types={"billing"}))
    assert s.Story(lifecycle).refused(s.receive(), Actor("kim", {"desk"}, "payments")) == set()


def test_a_form_is_told_that_it_is_not_for_this_role() -> None:
    story = under(house(clerk=Role(do={"Note"}, scope={"all"})))
    steps = story.lifecycle.steps(story.complaint, by=Actor("kim", {"clerk"}), at=s.T0)
    assert {step.command for step in steps if step.status == "open"} == {"Note"}


def test_no_override_lifts_it() -> None:
    with pytest.raises(DefinitionError, match="overridable"):
        Policy(overridable={"permitted"})


# ── a policy that does not fit


def test_a_policy_says_of_all_roles_at_once_what_it_does_not_know() -> None:
    with pytest.raises(DefinitionError) as error:
        Policy.from_toml("""
            customer_facing = ["agent", "ghost"]
            [compensation_limits.cashier]
            CNY = 5
            [roles.clerk]
            do = ["Note"]
            types = ["no such type"]
            [roles.robot]
            scope = ["all"]
            approval = {Escalate = ["chief"], Park = []}
            [roles.owner]
        """)
    assert {problem.path for problem in error.value.problems} == {
        "customer_facing", "compensation_limits", "roles.clerk.scope", "roles.clerk.types",
        "roles.robot.approval.Escalate", "roles.robot.approval.Park", "roles.owner",
    }  # fmt: skip


def test_a_word_that_is_no_scope_part_or_operation_is_named_with_those_that_there_are() -> None:
    with pytest.raises(DefinitionError) as error:
        Policy.from_toml('[roles.clerk]\nscope = ["mine"]\nsee = ["money", "salary"]\noperate = ["sudo"]')
    assert [(one.path, one.found) for one in error.value.problems] == [
        ("roles.clerk.scope[0]", "'mine'"), ("roles.clerk.see[1]", "'salary'"), ("roles.clerk.operate[0]", "'sudo'"),
    ]  # fmt: skip


def test_a_command_that_no_row_has_is_no_permission() -> None:
    clerk = Role(do={"Note", "Nod"}, scope={"all"}, approval={"Escalte": {"lead"}})
    with pytest.raises(DefinitionError) as error:
        house(clerk=clerk)
    assert [(one.path, one.found) for one in error.value.problems] == [
        ("roles.clerk.do", "'Nod'"),
        ("roles.clerk.approval", "'Escalte'"),
    ]


def test_a_policy_of_before_roles_were_declared_is_read_as_it_was_meant() -> None:
    import msgspec

    document = {**msgspec.json.decode(Policy().document), "roles": ["robot"], "customer_facing": ["agent", "care"]}
    old = Policy.from_document(msgspec.json.encode(document))
    assert {"robot", "care", "agent"} <= old.staff_roles
    assert s.Story(Lifecycle(policy=old)).refused(s.receive(), Actor("r", {"robot"})) == set()
    assert Policy.from_document(old.document) == old


# ── guards of plugins on every command


@attrs.frozen
class Closed:
    """A guard of a house that watches everything."""

    rule = "closed-today"
    effects = frozenset({"*"})

    def check(self, ask: Ask) -> Refusal | None:
        return Refusal(self.rule, "it is closed", "come back tomorrow") if ask.by.is_staff else None


class House:
    name = "house"

    @hookimpl
    def guards(self) -> list[Any]:
        return [Closed()]


@pytest.mark.parametrize("command", [c.Note("seen"), c.Assign("li"), c.AddEvidence("log", "a", "b"), s.TASK], ids=str)
def test_a_guard_of_a_house_on_every_command_sees_also_what_has_no_effect(command: c.Command) -> None:
    lifecycle = Lifecycle.default().with_guards(Host([House()]).guards)
    assert "closed-today" in attrs.evolve(under(Lifecycle.default()), lifecycle=lifecycle).refused(command)


def test_it_sees_a_verification_too() -> None:
    lifecycle = Lifecycle.default().with_guards({Effect.ANY: [Closed().check]})
    story = s.resolved(Lifecycle.default())
    assert story.refused(s.PASSED, s.WANG) == set()
    assert attrs.evolve(story, lifecycle=lifecycle).asks(s.PASSED, s.WANG).decision.refusals
