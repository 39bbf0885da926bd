"""Roles fail closed: who has no role that the house knows is nobody, however the role is spelt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import pytest

from complaintflow import Actor, Customer, DefinitionError, Desk, InvalidInput, Lifecycle, Policy, commands as c
from complaintflow.commands import BUILTIN
from complaintflow.commands._context import Ask
from complaintflow.lifecycle.permissions import may_ask as may_at_all
from complaintflow.lifecycle.row_access import allowed
from complaintflow.lifecycle.rows import ANYONE, STAY, SYSTEM_ONLY, Row
from complaintflow.lifecycle.staff_only import staff_fields
from complaintflow.lifecycle.table import TABLE
from complaintflow.policy import Role
from complaintflow.policy.access import MEMBER, ROLES
from complaintflow.record.facts import Facts
from complaintflow.values import STAFF_ONLY
from complaintflow.vocabulary import State
from tests import stories as s

STANDARD = Lifecycle()
NOBODIES = [
    *("user", "guest", "anonymous", "client", "shopper", "buyer", "客户", "顾客", "root", "admin", "none", "*"),
    *("customer\u3164", "сustomer", "сustоmer", "customer2", "the customer", "systеm", "ѕystem", "agеnt", "аgent"),
    *("manager\u2800", "lead,manager", "agent;lead", "owner", "ɑgent", "age nt", "customer/agent"),
]
CUSTOMERS = [
    "Customer",
    " customer",
    "CUSTOMER\t",
    "ｃｕｓｔｏｍｅｒ",
    "cus\u200btomer",
    "customer\u00a0",
    "cUSTOMER\u2060",
]


def triaged() -> s.Story:
    return s.Story(STANDARD).do(s.receive(), by=s.CUSTOMER).do(s.triage())


def may_ask(by: Actor) -> set[str]:
    """The commands that any row of the table has for this actor."""
    ask = Ask("C-1", Facts(customer=by.id), c.Command(), by, s.T0, Policy())
    return {row.kind for row in TABLE if allowed(row, ask) is None and may_at_all(by, row.kind, ask.policy)}


@pytest.mark.parametrize("role", NOBODIES)
@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_role_that_nobody_named_resolves_verifies_and_reads_nothing(role: str) -> None:
    by = Actor("u-9", {role})
    for command in (c.Note("seen"), s.RESOLVE, s.TASK, s.update(), c.Escalate("now"), c.AddEvidence("log", "a", "b")):
        assert "permitted" in triaged().refused(command, by), command


def test_no_command_of_the_table_is_for_an_unknown_role() -> None:
    assert may_ask(Actor("u-9", {"guest"})) == set()
    assert may_ask(s.LI) > may_ask(s.CUSTOMER) > set()


@pytest.mark.parametrize("role", CUSTOMERS)
def test_a_customer_stays_a_customer_however_the_role_is_spelt(role: str) -> None:
    assert Actor("u-9", {role}).is_customer
    assert triaged().refused(c.Note("seen"), Actor("u-9", {role})) >= {"allowed"}
    with pytest.raises(InvalidInput, match="customer or system alone"):
        Actor("u-9", {role, "agent"})


@pytest.mark.parametrize("role", ["SYSTEM", " system", "ｓｙｓｔｅｍ", "sys\u200btem"])
@pytest.mark.parametrize("id", ["u-9", "li", "System", " system", "ｓｙｓｔｅｍ"])
def test_nobody_but_the_system_is_the_system(role: str, id: str) -> None:
    with pytest.raises(InvalidInput):
        Actor(id, {role})


@pytest.mark.parametrize("id", ["System", "SYSTEM:clock", "ｓｙｓｔｅｍ", "sys\u200btem", "system:li"])
def test_no_person_is_recorded_under_the_name_of_the_system(id: str) -> None:
    with pytest.raises(InvalidInput):
        Actor(id, {"agent"})


@pytest.mark.parametrize("by", [s.LI, s.LEAD, s.MANAGER, s.ENGINEER, s.CUSTOMER, Actor("u-9", {"guest"})])
def test_what_is_the_systems_is_asked_for_by_nobody_else(by: Actor) -> None:
    theirs = may_ask(s.SYSTEM) - {row.kind for row in TABLE if row.who != SYSTEM_ONLY}
    assert theirs >= {"Remind", "MissDeadline", "Migrate", "Receipt"}
    assert not may_ask(by) & theirs


@pytest.mark.parametrize("by", [Actor("u-9", {"guest"}), s.CUSTOMER, Actor("u-9", {"owner"})])
def test_nobody_without_a_role_moves_complaints_to_another_policy(by: Actor) -> None:
    with (
        Desk.open("memory://") as desk,
        pytest.raises(InvalidInput, match=r"by: found u-|by.roles: found (guest|owner)"),
    ):
        desk.migrate(by=by, reason="mine")


def test_the_refusal_says_which_roles_there_are_and_where_one_is_added() -> None:
    (refusal,) = triaged().asks(c.Note("seen"), Actor("robot", {"bot"})).decision.refusals
    assert (refusal.rule, refusal.why) == ("permitted", "the policy knows no role bot")
    assert "agent, assistant, engineer" in refusal.remedy
    assert "policy's roles" in refusal.remedy


def test_a_house_adds_a_role_and_takes_the_others_away() -> None:
    bots = Policy(roles={**ROLES, "Triage Bot": Role(do={"Note"}, scope={"all"}), "engineer": Role()})
    closed = Policy(roles={**ROLES, "engineer": Role()})
    for policy, by, passes in (
        (bots, Actor("robot", {"triage bot"}), True),
        (bots, s.ENGINEER, False),
        (closed, s.ENGINEER, False),
        (closed, s.LI, True),
    ):
        story = attrs.evolve(triaged(), lifecycle=Lifecycle(policy=policy))
        assert (story.refused(c.Note("seen"), by) == set()) is passes
    with pytest.raises(DefinitionError, match=r"roles.customer.*\n.*roles.system"):
        Policy(roles={**ROLES, "customer": MEMBER, "system": MEMBER})


@pytest.mark.parametrize("known", ["agent", "lead", "manager", "engineer", "AGENT ", "ｌｅａｄ"])
def test_the_usual_roles_of_staff_work_without_any_policy(known: str) -> None:
    assert triaged().refused(c.Note("seen"), Actor("li", {known, "chess player"})) == set()


def test_a_row_of_a_house_may_name_a_role_of_its_own() -> None:
    table = (*(row for row in TABLE if row.command is not c.Park), Row(
        c.Park, frozenset({State.TRIAGED}), STAY, who=frozenset({"intern"})
    ))  # fmt: skip
    with pytest.raises(DefinitionError, match=r"Park.who: found 'intern'"):
        Lifecycle(table)
    interns = Policy(roles={**ROLES, "intern": Role(do={"Park"}, scope={"all"})})
    lifecycle = Lifecycle(table, interns)
    story = attrs.evolve(triaged(), lifecycle=lifecycle)
    assert story.refused(c.Park("look at it later"), Actor("kim", {"intern"})) == set()
    assert story.refused(c.Park("look at it later"), s.LI) == {"allowed"}
    assert story.refused(c.Note("seen"), Actor("kim", {"intern"})) == {"permitted"}


# ── one person is one id


@pytest.mark.parametrize(
    "id",
    ["li ", " li", "li\u00a0", "l\u200bi", "li\u3164", "li\n", "l\u0000i", "li\u2800", "li\ufe0f", "", " ", "a" * 201],
)
def test_no_second_id_that_looks_like_the_first_makes_four_eyes(id: str) -> None:
    with pytest.raises(InvalidInput):
        Actor(id, {"agent"})
    with pytest.raises(InvalidInput):
        Customer(id)


@pytest.mark.parametrize("id", ["LI", "Li", "ｌｉ", "l i"])
def test_whoever_worked_on_an_emergency_does_not_prove_it_under_another_spelling(id: str) -> None:
    story = triaged().do(s.triage(signals=s.EMERGENCY)).do(c.Resolve("the second payment is reversed", touches=s.OWN))
    proved = story.do(s.PASSED, by=Actor(id, {"agent"}))
    assert not proved.facts.proved
    assert story.do(s.PASSED, by=s.WANG).facts.proved


def serious() -> s.Story:
    return triaged().do(s.triage(signals=s.EMERGENCY))


@pytest.mark.parametrize("named", ["nobody", "wu", "li", "zhao", ""])
def test_a_name_alone_approves_no_decline(named: str) -> None:
    assert "second-person" in serious().refused(s.decline(approved_by=named))


@pytest.mark.parametrize("id", ["LI", "ｌｉ"])
def test_nobody_approves_the_own_decline_under_another_spelling(id: str) -> None:
    story = serious().do(s.APPROVED, by=Actor(id, {"lead"}))
    assert "second-person" in story.refused(s.decline(approved_by=id))
    assert "second-person" in story.refused(s.decline(approved_by=""))
    assert "second-person" not in story.do(s.APPROVED, by=s.LEAD).refused(s.decline())


def test_only_an_authority_approves_a_decline() -> None:
    for by in (s.LI, s.ENGINEER, Actor("u-9", {"guest"}), s.CUSTOMER):
        assert serious().refused(s.APPROVED, by)


# ── what no customer says


def test_a_customer_says_neither_their_tier_nor_who_of_ours_reported_it() -> None:
    story = s.Story(STANDARD)
    for wrong in (s.receive(customer=Customer("u-17", "vip")), s.receive(reported_by="zhou")):
        assert story.refused(wrong, s.CUSTOMER) == {"said-by-staff"}
        assert story.refused(wrong, s.LI) == set()
        assert story.refused(wrong, s.SYSTEM) == set()


def test_a_customer_whose_tier_is_on_record_goes_on_under_it() -> None:
    first = s.Story(STANDARD).do(s.receive(customer=Customer("u-17", "vip")), by=s.SYSTEM)
    again = s.receive(customer=Customer("u-17", "vip"), description="and again")
    assert s.Story(STANDARD).beside(first.complaint).refused(again, s.CUSTOMER) == set()
    others = attrs.evolve(first.complaint, facts=s.Story(STANDARD).do(
        s.receive(customer=Customer("u-18", "vip")), by=s.SYSTEM
    ).facts)  # fmt: skip
    assert s.Story(STANDARD).beside(others).refused(again, s.CUSTOMER) == {"said-by-staff"}


def test_every_field_that_is_marked_is_found_in_every_command() -> None:
    found = {name: staff_fields(kind) for name, kind in dict[str, Any](BUILTIN).items() if staff_fields(kind)}
    verified = ("contacts", "verified")
    marked = (("customer", "tier"), ("customer", *verified), ("reported_by",))
    assert found == {"Import": marked, "Receive": marked, "Correct": (verified,)}


@attrs.frozen
class Membership(c.Command):
    """A command of a house, part of which only staff say."""

    wish: str = ""
    discount: int = attrs.field(default=0, metadata=STAFF_ONLY)
    holder: Customer | None = None
    marks: Mapping[str, str] = attrs.field(factory=c.FrozenMap, metadata=STAFF_ONLY)


def test_the_command_of_a_house_has_such_fields_as_well() -> None:
    row = Row(Membership, frozenset({State.TRIAGED}), STAY, who=ANYONE)
    story = attrs.evolve(triaged(), lifecycle=Lifecycle((*TABLE, row)))
    assert story.refused(Membership("please", 50), s.CUSTOMER) == {"said-by-staff"}
    assert story.refused(Membership("please", holder=Customer("u-17", "vip")), s.CUSTOMER) == {"said-by-staff"}
    assert story.refused(Membership("please"), s.CUSTOMER) == set()
    assert story.refused(Membership("please", marks={"gold": "yes"}), s.CUSTOMER) == {"said-by-staff"}
    assert story.refused(Membership("please", 50), s.LI) == set()


@pytest.mark.parametrize("kind", ["payment", "Payment", " PAYMENT ", "pay\u200bment", "ｐａｙｍｅｎｔ"])
def test_what_a_customer_sends_proves_no_payment_of_ours(kind: str) -> None:
    story = triaged().do(
        s.compensate(), c.AddEvidence("identity", "passport", "seen"), c.CheckEvidence("E1", "genuine")
    )
    story = story.do(c.ApproveCompensation("C1"), by=s.LEAD)
    assert story.facts.owed == {"C1"}
    for sent, by in (
        (c.AddEvidence(kind, "bank", "paid", compensation="C1"), s.CUSTOMER),
        (c.AddEvidence(kind, "bank", "paid", came_with="<1>"), s.LI),
    ):
        after = story.do(sent, by=by).do(c.CheckEvidence("E2", "agrees"))
        assert after.facts.owed == {"C1"}
        assert not after.facts.proofs
    ours = story.do(c.AddEvidence(kind, "ledger", "paid on Monday"))
    assert ours.facts.owed == {"C1"}
    assert ours.do(c.CheckEvidence("E2", "agrees")).facts.owed == frozenset()
