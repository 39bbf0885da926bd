"""What is left out of the guards is left out for those alone whom it does not concern, and nothing fills memory."""

from __future__ import annotations

from complaintflow import Actor, Lifecycle, commands as c
from complaintflow.lifecycle.concerns import as_concerned
from complaintflow.lifecycle.guards import GUARDS
from complaintflow.lifecycle.staff_only import said_by_staff
from complaintflow.lifecycle.table import TABLE
from complaintflow.policy import Policy
from tests import stories as s
from tests.lifecycle import points as p

CALLED = [*{*(one for hanging in GUARDS.values() for one in hanging), *(one for row in TABLE for one in row.rules)}]
LIKE = (
    (Actor("li", {"agent"}, "payments"), Actor("wang", {"agent"}, "fraud", {"shop"})),
    (Actor("li", {"agent", "lead"}), Actor("zhou", {"lead", "agent"}, "payments")),
    (Actor.machine("a"), Actor.machine("b", team="payments")),
    (Actor.customer("u-1"), Actor.customer("u-2")),
    (Actor.system(), Actor.system("timer")),
    (Actor("vera", {"visitor"}), Actor("otto", {"visitor"}, "payments")),
)
"""Actors for whom the guards are prepared once."""


def test_a_guard_concerns_all_actors_of_the_same_roles_or_none_of_them() -> None:
    """Else the guards of the first who asked would be asked of the second: one could slip through."""
    policy = Policy()
    silent = 0
    for guard in (*CALLED, said_by_staff):
        for kind in c.BUILTIN.values():
            for one, other in LIKE:
                found = as_concerned(guard, kind, one, policy)
                assert found is as_concerned(guard, kind, other, policy), f"{guard} {kind}"
                silent += found is None
    assert silent > 5000


def test_a_machine_is_not_taken_for_a_person_with_its_roles() -> None:
    """Else a machine would decline a complaint once a person with its roles has been asked about."""
    lifecycle = Lifecycle()
    story = next(one for one in p.points() if one.state == "received")
    machine = Actor.machine("helper", s.LI.roles)
    ask = c.Decline("we do not do this", "ask the ombudsman")
    for by, decided in ((s.LI, False), (machine, True), (s.LI, False)):
        decision = lifecycle.decide(story.complaint, ask, by=by, at=story.at, related=story.related)
        assert ("person-decides" in {one.rule for one in decision.refusals}) is decided


def test_roles_that_no_policy_declares_fill_no_table() -> None:
    """Else whoever makes up roles fills the memory of a house."""
    lifecycle = Lifecycle()
    story = p.points()[3]
    before = len(lifecycle._called)
    for number in range(20):
        by = Actor("vera", {f"visitor {number}"})
        decision = lifecycle.decide(story.complaint, c.Note("I was here"), by=by, at=story.at)
        assert "permitted" in {one.rule for one in decision.refusals}
    assert len(lifecycle._called) == before


def test_a_field_of_a_command_without_slots_is_found_as_well() -> None:
    """Else a house that writes its commands so would lose guards."""
    import attrs

    from complaintflow.lifecycle.concerns import has_field

    @attrs.frozen(slots=False)
    class Lend(c.Command):
        judged: str

    assert has_field(Lend, "judged")
    assert not has_field(Lend, "recourse")
