"""Promise 9: an old complaint goes on under its lifecycle, and moves to a new one whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from complaintflow import Actor, Complaint, Customer, Desk, Policy, commands as c
from complaintflow.desk.migration import Migration
from complaintflow.errors import DefinitionError, NotFound, NotPossible
from complaintflow.lifecycle import Lifecycle, LifecycleBuilder, LifecycleMapping
from complaintflow.plugins import Store
from complaintflow.sla import DeadlineStatus
from complaintflow.stores import SqliteStore
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.desk.moved_house import NAMES, NEW, OLD, new_rules
from tests.sla.clock_fixtures import MONDAY

BY = Actor("wu", {"manager"})
OWNER = Actor.customer("u-17")
LONGER = Policy.from_data({"promises": {"high_cause_found": "6h", "medium_closed": "48h"}})


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(MONDAY)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return SqliteStore(tmp_path / "desk.db", synchronous="OFF")


Opening = Callable[..., Desk]


@pytest.fixture
def under(store: Store, clock: FrozenClock) -> Opening:
    return lambda rules, *former: Desk(store, rules, clock=clock, former=former)


def pending(desk: Desk) -> Complaint:
    received = desk.receive(s.receive(), by=s.SYSTEM)
    return desk.do(received.id, s.triage(), c.AskCustomer({"device": "Which phone?"}), by=s.LI)


def moved(desk: Desk, *ids: str, mapping: LifecycleMapping = NAMES, dry_run: bool = False) -> Migration:
    (found,) = desk.migrate(*ids, by=BY, reason="the flow of spring", mapping=mapping, dry_run=dry_run)
    return found


def test_a_complaint_knows_the_lifecycle_that_it_has(under: Opening) -> None:
    assert pending(under(OLD)).facts.lifecycle == OLD.own_digest
    assert under(Lifecycle.default()).receive(s.receive(), by=s.SYSTEM).facts.lifecycle == ""


def test_it_goes_on_under_its_own_lifecycle_while_new_ones_have_the_new(under: Opening) -> None:
    id = pending(under(OLD)).id
    desk = under(NEW, OLD)
    assert pending(desk).state == "needs info"
    assert desk.customer_view(id, "en").status == "waiting for you"
    assert "Hold" in {step.command for step in desk.steps(id, by=s.LI) if step.status == "open"}
    assert desk.do(id, c.Answer({"device": "P60"}), by=OWNER).state == "investigating"
    assert desk.history(id)[-1].versions[0] == OLD.digest


def test_without_its_lifecycle_nothing_is_possible_and_a_migration_says_what_it_needs(under: Opening) -> None:
    id = pending(under(OLD)).id
    desk = under(NEW)
    with pytest.raises(NotPossible):
        desk.do(id, c.Note("a word"), by=s.LI)
    (refusal,) = moved(desk, id, mapping=LifecycleMapping()).refusals
    assert (refusal.rule, refusal.why) == ("fits-the-lifecycle", "the lifecycle has no state pending")


def test_a_tick_without_its_lifecycle_names_it_and_puts_off_nothing(under: Opening, clock: FrozenClock) -> None:
    """One worker that was started without it would make the customer wait a day longer, and nobody would see why."""
    id, other = pending(under(OLD)).id, under(OLD).receive(s.receive(), by=s.SYSTEM).id
    clock.later(days=30)
    ticked = under(NEW).tick()
    assert ticked.failed == (
        (id, "LookupError: no lifecycle of this desk has the state pending: name the one that has it as former"),
    )
    assert {one.complaint for one in ticked.done if not one.refusals} == {other}
    clock.later(minutes=5)
    desk = under(NEW, OLD)
    assert {one.complaint for one in desk.tick().done} == {id}
    assert desk.check_integrity().sound


def _checks(*names: str) -> Lifecycle:
    """A house whose complaints go through these checks, one after the other."""
    rules = LifecycleBuilder.default()
    for name in names:
        rules.state(name, stage="investigating").command(name.title().replace(" ", ""))
    return rules.add("FirstCheck", "triaged", names[0]).build()


def test_who_is_there_stays_there_when_a_new_name_is_the_old_one_of_another_state(under: Opening) -> None:
    """A check was put before the others. Whoever was stopped calls again: nobody moves twice, nor one that is new."""
    old, new = _checks("first check", "second check"), _checks("first check", "second check", "third check")
    names = LifecycleMapping({"first check": "second check", "second check": "third check"})

    def checked(desk: Desk, number: int) -> str:
        command = s.receive(customer=Customer(f"u-{number}"), order=f"A-{number}")
        id = desk.receive(command, s.triage(), by=s.SYSTEM).id
        return desk.do(id, desk.lifecycle.commands["FirstCheck"](), by=s.LI).id

    ids = [checked(under(old), number) for number in range(3)]
    desk = under(new, old)

    def move(**more: Any) -> list[tuple[str, str]]:
        return [(one.was, one.state) for one in desk.migrate(by=BY, reason="spring", mapping=names, **more)]

    assert move(limit=1) == [("first check", "second check")]
    fresh = checked(desk, 7)
    assert move(dry_run=True) == move() == [("first check", "second check")] * 2
    assert move() == []
    assert [desk.get(id).state for id in (*ids, fresh)] == ["second check"] * 3 + ["first check"]


def test_it_moves_to_the_state_of_the_mapping_and_keeps_all_else(under: Opening) -> None:
    before = pending(under(OLD))
    desk = under(NEW, OLD)
    found = moved(desk, before.id)
    after = desk.get(before.id)
    assert (found.was, found.state, after.state, after.stage) == (
        "pending",
        "needs info",
        "needs info",
        "investigating",
    )
    assert (found.left, found.lifecycle) == (OLD.own_digest, NEW.own_digest)
    named = {"state", "lifecycle"}
    facts = [{n: v for n, v in msgspec.structs.asdict(one.facts).items() if n not in named} for one in (before, after)]
    assert facts[0] == facts[1]
    event = desk.history(before.id)[-1]
    assert (event.kind, event.data["ordered_by"], event.data["reason"]) == ("Migrate", "wu", "the flow of spring")
    assert (event.data["left_lifecycle"], event.data["lifecycle"]) == (OLD.own_digest, NEW.own_digest)
    assert (event.data["left_policy"], event.data["policy"]) == (before.facts.policy, desk.policy.digest)
    assert desk.do(before.id, c.Answer({"device": "P60"}), by=OWNER).state == "investigating"
    assert desk.check_integrity().sound


def test_the_way_back_and_the_facts_get_their_new_names(under: Opening) -> None:
    old = under(OLD)
    id = pending(old).id
    old.do(id, old.lifecycle.commands["Hold"](), by=s.LI)
    desk = under(NEW, OLD)
    assert moved(desk, id).state == "parked"
    assert desk.get(id).facts.extra["lifecycle.previous"] == "needs info"
    assert desk.do(id, desk.lifecycle.commands["Unhold"](), by=s.LI).state == "needs info"


def test_a_command_of_both_lifecycles_is_decided_by_its_own(under: Opening) -> None:
    """A client has the class of the present one, and need not know which complaint has which."""
    id = pending(under(OLD)).id
    desk = under(NEW, OLD)
    assert desk.do(id, desk.lifecycle.commands["Hold"](), by=s.LI).state == "on hold"
    assert desk.do(pending(desk).id, desk.commands["Hold"](), by=s.LI).state == "parked"


def test_a_command_that_its_lifecycle_does_not_have_is_not_possible(under: Opening) -> None:
    id = pending(under(OLD)).id
    desk = under(NEW, OLD)
    with pytest.raises(NotPossible):
        desk.do(id, make(desk, "Score"), by=s.LI)
    with pytest.raises(NotPossible):
        desk.do(pending(desk).id, make(desk, "Rate"), by=s.LI)


def make(desk: Desk, rating: str) -> c.Command:
    """Two stars, or points."""
    kind: Any = desk.commands[rating]
    made: c.Command = kind("2")
    return made


def test_customers_and_staff_see_the_steps_of_the_lifecycle_that_a_complaint_has(under: Opening) -> None:
    id = pending(under(OLD)).id
    desk = under(NEW, OLD)
    mine = {step.command for step in desk.acting(OWNER).steps(id) if step.status == "open"}
    assert "Answer" in mine
    assert "Hold" in {step.command for step in desk.acting(s.LI).steps(id) if step.status == "open"}


def test_reactions_reach_a_complaint_in_a_state_that_the_present_lifecycle_does_not_have(under: Opening) -> None:
    """R5: the customer comes back to an order that waits under the old one."""
    id = pending(under(OLD)).id
    desk = under(NEW, OLD)
    desk.receive(s.receive(), by=s.SYSTEM)
    assert desk.history(id)[-1].kind == "ComplainAgain"


def test_what_came_in_before_lifecycles_were_noted_goes_on_where_its_state_is_known(
    under: Opening, store: Store
) -> None:
    id = pending(under(OLD)).id
    with store.writing() as session:
        stored = session.load(id)
        assert stored is not None
    desk = under(NEW, Lifecycle.default(), OLD)
    blank = msgspec.structs.replace(stored.complaint.facts, lifecycle="")
    assert desk._units.versions.lifecycle_of(blank).own_digest == OLD.own_digest
    lost = msgspec.structs.replace(blank, state="gone")
    assert desk._units.versions.lifecycle_of(lost) is desk._units.versions.former[0]


def test_the_archived_stay_and_those_without_an_edge_are_told_why(under: Opening) -> None:
    id = pending(under(OLD)).id
    closed = LifecycleBuilder.default().without("Migrate").build()
    desk = under(closed, OLD)
    (refusal,) = moved(desk, id, mapping=LifecycleMapping()).refusals
    assert refusal.why == "the lifecycle has no edge of a migration from pending"


def test_a_mapping_that_fits_nobody_moves_nobody(under: Opening) -> None:
    id = pending(under(OLD)).id
    desk = under(NEW, OLD)
    with pytest.raises(DefinitionError):
        desk.migrate(by=BY, reason="spring", mapping=LifecycleMapping({"pending": "at the bank"}))
    assert desk.get(id).state == "pending"


def test_it_goes_on_behind_a_complaint_and_with_the_rest(under: Opening) -> None:
    ids = [pending(under(OLD)).id for _ in range(4)]
    desk = under(NEW, OLD)
    first = desk.migrate(by=BY, reason="spring", mapping=NAMES, limit=1)
    later = desk.migrate(by=BY, reason="spring", mapping=NAMES, after=ids[1], limit=1)
    rest = desk.migrate(by=BY, reason="spring", mapping=NAMES)
    assert [[one.complaint for one in found] for found in (first, later, rest)] == [
        [ids[0]],
        [ids[2]],
        [ids[1], ids[3]],
    ]
    assert desk.migrate(by=BY, reason="spring", mapping=NAMES) == ()
    with pytest.raises(NotFound):
        desk.migrate(by=BY, reason="spring", after="C-nobody")


def test_its_deadlines_are_planned_anew_in_the_same_transaction(under: Opening, clock: FrozenClock) -> None:
    """What is due next is right before any tick looks."""
    id = pending(under(OLD)).id
    desk = under(new_rules(LONGER), OLD)
    before = desk.get(id).next_due
    clock.later(minutes=5)
    moved(desk, id)
    after = desk.get(id).next_due
    assert (before, after) != (None, None)
    running = [one.deadline for one in desk.explain(id) if one.deadline.status is DeadlineStatus.RUNNING]
    assert after == min(one.due for one in running if one.due)
    assert desk.check_integrity().sound
