"""`Desk.retention`: what was over for long enough is erased, and what is held is named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import attrs
import pytest

from complaintflow import Actor, Customer, Desk, InvalidInput, Lifecycle, Refused, commands as c
from complaintflow.interchange import from_json, to_json
from complaintflow.lifecycle import LifecycleBuilder
from complaintflow.policy import Policy, Retention, Role
from complaintflow.policy.access import ROLES
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Part
from tests import stories as s
from tests.stores.desks import Opener, at_desk, opened, received, solved

WHO = Customer("u-17", name="Zhang Weiming", contact={"app": "zhang-app"})
KEPT = Retention(closed=400, withdrawn=30, archived=800)


@pytest.fixture
def house(opener: Opener, clock: FrozenClock) -> Iterator[Desk]:
    with opener(clock, policy=attrs.evolve(s.CHINA, retention=KEPT)) as desk:
        yield desk


def gone(desk: Desk, id: str) -> bool:
    return desk.get(id).customer.name == ""


def test_what_was_over_for_long_enough_is_erased_and_nothing_else(house: Desk, clock: FrozenClock) -> None:
    """Promise 5: what nobody needs any more goes by itself, after the days of its own state."""
    withdrawn = at_desk(house, received(house, customer=WHO).id, s.WITHDRAW).id
    closed, running = solved(house, customer=WHO).id, received(house, customer=WHO).id
    since = clock()
    clock.later(days=30, seconds=-1)
    assert house.retention(by=s.LEAD) == ()
    clock.later(seconds=1)
    (expired,) = house.retention(by=s.LEAD)
    assert (expired.complaint, expired.state, expired.since, expired.days) == (withdrawn, "withdrawn", since, 30)
    assert [gone(house, id) for id in (withdrawn, closed, running)] == [True, False, False]
    last = house.history(withdrawn)[-1]
    assert (last.kind, last.data["reason"]) == ("Erase", "retention: withdrawn, 30 days after its end")
    clock.later(days=370)
    assert [one.complaint for one in house.retention(by=s.LEAD)] == [closed]
    assert house.retention(by=s.LEAD) == ()
    assert house.check_integrity().sound


def test_the_days_count_from_the_last_end(house: Desk, clock: FrozenClock) -> None:
    """One that was opened again was not over meanwhile."""
    id = at_desk(house, received(house, customer=WHO).id, s.WITHDRAW).id
    clock.later(days=20)
    at_desk(house, id, c.Reopen("it happens again"), s.WITHDRAW)
    clock.later(days=29)
    assert house.retention(by=s.LEAD) == ()
    clock.later(days=1)
    assert [one.complaint for one in house.retention(by=s.LEAD)] == [id]


def test_an_archived_one_counts_from_its_closing(house: Desk, clock: FrozenClock) -> None:
    id = solved(house, customer=WHO).id
    clock.later(days=10)
    at_desk(house, id, s.LABEL, c.Archive())
    clock.later(days=789)
    assert house.retention(by=s.LEAD) == ()
    clock.later(days=1)
    assert [(one.complaint, one.state) for one in house.retention(by=s.LEAD)] == [(id, "archived")]
    assert house.history(id)[-1].data["reason"] == "retention: archived, 800 days after its end"


RATED = LifecycleBuilder.default().state("rated", stage="closed").command("Rate")
RATING = RATED.add("Rate", "closed", "rated", who="staff").build(attrs.evolve(s.CHINA, retention=KEPT))
"""A house that asks how it was before it lets a complaint be."""


def rated(desk: Desk) -> str:
    return at_desk(desk, solved(desk, customer=WHO).id, RATING.commands["Rate"]()).id


def test_a_state_of_the_house_goes_by_its_meaning(opener: Opener, clock: FrozenClock) -> None:
    """Else the words of its customers stay for ever, and nobody is told."""
    with opener(clock, lifecycle=RATING) as house:
        id = rated(house)
        clock.later(days=399)
        assert house.retention(by=s.LEAD) == ()
        clock.later(days=1)
        assert [(one.complaint, one.state) for one in house.retention(by=s.LEAD)] == [(id, "closed")]
        assert gone(house, id)


def test_a_state_that_only_a_former_lifecycle_has_goes_by_its_meaning(tmp_path: Path, clock: FrozenClock) -> None:
    with opened(tmp_path / "desk.db", lifecycle=RATING, clock=clock) as before:
        id = rated(before)
    clock.later(days=400)
    rules = Lifecycle.default(RATING.policy)
    with opened(tmp_path / "desk.db", lifecycle=rules, former=[RATING], clock=clock) as house:
        assert [one.complaint for one in house.retention(by=s.LEAD)] == [id]


def test_what_is_held_is_named_and_holds_up_no_other(house: Desk, clock: FrozenClock) -> None:
    held, other = (at_desk(house, received(house, customer=WHO).id, s.WITHDRAW).id for _ in range(2))
    at_desk(house, held, c.PlaceHold("a lawsuit"), by=s.LEAD)
    clock.later(days=31)
    planned = house.retention(by=s.LEAD, dry_run=True, limit=1)
    assert from_json(to_json(planned[0])) == planned[0]
    found = {one.complaint: [refusal.rule for refusal in one.refusals] for one in house.retention(by=s.LEAD, limit=1)}
    assert found == {held: ["not-on-hold"], other: []}
    assert (gone(house, held), gone(house, other)) == (False, True)
    at_desk(house, held, c.LiftHold("it was settled"), by=s.LEAD)
    assert [one.complaint for one in house.retention(by=s.LEAD)] == [held]


def test_a_dry_run_names_the_same_and_erases_nothing(house: Desk, clock: FrozenClock) -> None:
    ids = [at_desk(house, received(house, customer=WHO).id, s.WITHDRAW).id for _ in range(3)]
    clock.later(days=31)
    head, planned = house.head(), house.retention(by=s.LEAD, dry_run=True, limit=2)
    assert (len(planned), house.head()) == (2, head)
    assert house.retention(by=s.LEAD, limit=2) == planned
    assert len(house.retention(by=s.LEAD)) == 1
    assert all(gone(house, id) for id in ids)


def test_what_was_merged_goes_with_the_one_that_took_it_in(house: Desk, clock: FrozenClock) -> None:
    """And one on hold keeps the other: they are one matter."""
    target, merged = received(house, customer=WHO, order="A-1").id, received(house, customer=WHO, order="A-1").id
    at_desk(house, merged, c.Merge(target))
    at_desk(house, target, s.WITHDRAW)
    at_desk(house, merged, c.PlaceHold("a lawsuit"), by=s.LEAD)
    clock.later(days=31)
    (kept,) = house.retention(by=s.LEAD)
    assert ([one.rule for one in kept.refusals], gone(house, target)) == (["not-on-hold"], False)
    at_desk(house, merged, c.LiftHold("it was settled"), by=s.LEAD)
    (expired,) = house.retention(by=s.LEAD)
    assert [one.complaint for one in expired.records] == [target, merged]
    assert gone(house, target)
    assert gone(house, merged)


def test_a_house_that_says_nothing_keeps_everything(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock) as desk:
        at_desk(desk, received(desk, customer=WHO).id, s.WITHDRAW)
        clock.later(days=9999)
        assert desk.retention(by=s.LEAD) == ()


def test_only_staff_order_it(house: Desk) -> None:
    with pytest.raises(InvalidInput):
        house.retention(by=s.CUSTOMER)


def test_for_one_actor_it_needs_a_role_that_erases_and_sees_everything() -> None:
    officer = Role({"all"}, scope={"all"}, see=set(Part), operate={"erase"})
    blind = attrs.evolve(officer, see=frozenset[Part]())
    policy = Policy(roles={**ROLES, "officer": officer, "blind": blind}, retention=KEPT)
    with Desk.open("memory://", clock=FrozenClock(), policy=policy) as desk:
        for role in ("manager", "blind"):
            with pytest.raises(Refused):
                desk.acting(Actor("wu", {role})).retention()
        assert desk.acting(Actor("wu", {"officer"})).retention(dry_run=True) == ()


def test_one_that_cannot_be_read_is_named_and_holds_up_no_other(clock: FrozenClock) -> None:
    store = MemoryStore()
    rules = Lifecycle.default(attrs.evolve(s.CHINA, retention=KEPT))
    with Desk(store, rules, clock=clock) as desk:
        lost, other = (at_desk(desk, received(desk, customer=WHO).id, s.WITHDRAW).id for _ in range(2))
        store.damage("complaints", lost)
        clock.later(days=31)
        found = {one.complaint: [refusal.rule for refusal in one.refusals] for one in desk.retention(by=s.LEAD)}
        assert found == {lost: ["readable"], other: []}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


OF_IT = "WHERE complaint = (SELECT number FROM complaints WHERE id = ?)"
DAMAGES = {
    "facts": "UPDATE complaints SET facts = x'00' WHERE id = ?",
    "events gone": f"DELETE FROM events {OF_IT}",
    "a text": f"UPDATE events SET data = x'7b' {OF_IT} AND seq = 1",
    "a time": f"UPDATE events SET at = 9e18 {OF_IT}",
    "all gone": "DELETE FROM complaints WHERE id = ?",
}


def damaged(path: Path, statement: str, id: str) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        assert file.execute(statement, (id,)).rowcount


@pytest.mark.parametrize("damage", [*DAMAGES.values()], ids=[*DAMAGES])
def test_a_merged_one_that_cannot_be_read_keeps_its_target_and_nobody_else(
    path: Path, clock: FrozenClock, damage: str
) -> None:
    """One damaged row would have ended every run, and nothing of the house was ever erased."""
    with opened(path, clock=clock, policy=attrs.evolve(s.CHINA, retention=KEPT)) as desk:
        target, lost = received(desk, customer=WHO, order="A-1").id, received(desk, customer=WHO, order="A-1").id
        at_desk(desk, lost, c.Merge(target))
        other = received(desk, customer=WHO).id
        for id in (target, other):
            at_desk(desk, id, s.WITHDRAW)
    damaged(path, damage, lost)
    clock.later(days=31)
    with opened(path, clock=clock, policy=attrs.evolve(s.CHINA, retention=KEPT)) as desk:
        for dry_run in (True, False):
            found = {one.complaint: one for one in desk.retention(by=s.LEAD, dry_run=dry_run)}
            kept = [(one.rule, str(one.facts["key"]).partition("#")[0]) for one in found[target].refusals]
            assert (kept, found[other].refusals, len(found)) == ([("readable", lost)], (), 2)
        assert (gone(desk, target), gone(desk, other)) == (False, True)


@pytest.mark.parametrize("damage", [*DAMAGES.values()][:-1], ids=[*DAMAGES][:-1])
def test_one_that_is_due_and_cannot_be_read_keeps_nobody_else(path: Path, clock: FrozenClock, damage: str) -> None:
    """And it is named: nobody takes for erased what still has its words."""
    with opened(path, clock=clock, policy=attrs.evolve(s.CHINA, retention=KEPT)) as desk:
        lost, other = (at_desk(desk, received(desk, customer=WHO).id, s.WITHDRAW).id for _ in range(2))
    damaged(path, damage, lost)
    clock.later(days=31)
    with opened(path, clock=clock, policy=attrs.evolve(s.CHINA, retention=KEPT)) as desk:
        for dry_run in (True, False):
            expired = desk.retention(by=s.LEAD, dry_run=dry_run)
            found = {one.complaint: [refusal.rule for refusal in one.refusals] for one in expired}
            assert found == {lost: ["readable"], other: []}
        with pytest.raises(Refused) as refused:
            desk.erase("u-17", by=s.LEAD, reason="the customer asked for it")
        assert [one.rule for one in refused.value.refusals] == ["readable"]


def test_the_days_are_a_number_of_days() -> None:
    with pytest.raises(InvalidInput):
        Retention(closed=-1)
