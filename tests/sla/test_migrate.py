"""Promise 9: a complaint keeps its policy until it is migrated, and a deadline that is past keeps it for ever."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from complaintflow import Actor, Customer, Desk, Policy, StoreError, commands as c
from complaintflow.desk.migration import Migration, Moved
from complaintflow.errors import DefinitionError, NotFound
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import Store
from complaintflow.record.keys import RunKey
from complaintflow.sla import Deadline, DeadlineStatus
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.sla.clock_fixtures import GRADES, MONDAY

OLD = s.CHINA
NEW = Policy.from_data(
    {
        "language": "zh",
        "zone": "Asia/Shanghai",
        "promises": {"high_cause_found": "6h", "medium_closed": "48h"},
        "clocks": {"cause": {"calendar": "office"}, "house_word": {"rule": "7", "starts": ["triaged"],
                   "satisfied": ["Call"], "budget": "30h"}},
        "types": {"fault": {"required": ["order", "device"]}},
    }
)  # fmt: skip
BY = Actor("wu", {"manager"})
HOUR = timedelta(hours=1)


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(MONDAY)


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    return MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "desk.db")


Opening = Callable[[Policy], Desk]


@pytest.fixture
def under(store: Store, clock: FrozenClock) -> Opening:
    return lambda policy: Desk(store, Lifecycle.default(policy), clock=clock)


def graded(desk: Desk, grade: str = "A", **fields: str) -> str:
    received = desk.receive(s.receive(customer=Customer("u-17"), **fields), by=s.SYSTEM)
    return desk.do(received.id, s.triage(signals=GRADES[grade]), by=s.LI).id


def clocks(desk: Desk, id: str) -> dict[str, Deadline]:
    return {one.deadline.clock: one.deadline for one in desk.explain(id)}


def due(desk: Desk, id: str, clock: str) -> datetime | None:
    found = clocks(desk, id).get(clock)
    return found.due if found else None


def moved(desk: Desk, *ids: str, dry_run: bool = False) -> Migration:
    (found,) = desk.migrate(*ids, by=BY, reason="the rules of spring", dry_run=dry_run)
    return found


def test_an_old_complaint_keeps_its_clocks_and_its_rules_under_a_new_policy(under: Opening) -> None:
    id = graded(under(OLD))
    desk = under(NEW)
    fresh = graded(desk)
    assert due(desk, id, "cause") == MONDAY + 4 * HOUR
    assert due(desk, id, "house_word") is None
    assert due(desk, fresh, "house_word") == MONDAY + 30 * HOUR
    desk.do(id, s.triage(type="fault", team="payments"), by=s.LI)
    assert desk.get(id).missing != desk.do(fresh, s.triage(type="fault", team="payments"), by=s.LI).missing
    assert desk.history(id)[-1].versions[1] == OLD.digest
    assert desk.history(fresh)[-1].versions[1] == NEW.digest


def test_a_tick_fires_by_the_policy_that_a_complaint_has(under: Opening, clock: FrozenClock) -> None:
    id = graded(under(OLD))
    desk = under(NEW)
    clock.later(hours=4)
    desk.tick()
    missed = [event.data for event in desk.history(id) if event.kind == "MissDeadline"]
    assert [(said["clock"], said["due"]) for said in missed if "cause" in said["clock"]] == [
        ("cause/1/1", "2026-03-02T13:00:00Z")
    ]


def test_a_migration_moves_what_is_not_past_and_starts_the_clocks_that_are_new(
    under: Opening, clock: FrozenClock
) -> None:
    id = graded(under(OLD))
    clock.later(hours=1)
    desk = under(NEW)
    found = moved(desk, id)
    cause = datetime.fromisoformat("2026-03-03T07:00:00Z")  # an hour on Monday, five on Tuesday, lunch between
    assert Moved(RunKey.parse("cause/1/1"), MONDAY + 4 * HOUR, cause) in found.moved
    assert Moved(RunKey.parse("house_word/1/1"), None, MONDAY + 30 * HOUR) in found.moved
    assert (due(desk, id, "cause"), due(desk, id, "house_word")) == (cause, MONDAY + 30 * HOUR)
    assert clocks(desk, id)["cause"].calendar == "office"
    assert (found.before, found.after, desk.get(id).facts.policy) == (OLD.digest, NEW.digest, NEW.digest)
    event = desk.history(id)[-1]
    assert (event.data["ordered_by"], event.versions[1]) == ("wu", NEW.digest)


def test_a_deadline_that_is_past_stays_where_it_was(under: Opening, clock: FrozenClock) -> None:
    """Late or met: what happened is judged by the rules of its time."""
    late = graded(under(OLD))
    met = graded(under(OLD))
    clock.later(hours=1)
    under(OLD).do(met, c.AddEvidence("log", "gateway", "two"), c.FindCause("a retry", "E1"), by=s.LI)
    clock.later(hours=4)
    desk = under(NEW)
    for id in (late, met):
        assert RunKey.parse("cause/1/1") not in {one.key for one in moved(desk, id).moved}
        assert due(desk, id, "cause") == MONDAY + 4 * HOUR
    assert clocks(desk, late)["cause"].status is DeadlineStatus.BREACHED
    assert clocks(desk, met)["cause"].status is DeadlineStatus.MET


def test_a_stricter_rule_is_never_broken_in_the_past(under: Opening, clock: FrozenClock) -> None:
    """By the new policy it would be late already: then the old one counts to its end."""
    id = graded(under(NEW), "B")
    clock.later(hours=30)
    desk = under(OLD)
    moved(desk, id)
    assert due(desk, id, "closure") == MONDAY + 48 * HOUR
    clock.later(hours=17)
    assert clocks(desk, id)["closure"].status is DeadlineStatus.RUNNING
    clock.later(hours=2)
    assert clocks(desk, id)["closure"].late


def test_a_new_clock_that_would_be_past_already_does_not_begin(under: Opening, clock: FrozenClock) -> None:
    id = graded(under(OLD))
    clock.later(hours=31)
    desk = under(NEW)
    moved(desk, id)
    assert due(desk, id, "house_word") is None


def test_a_clock_that_the_new_policy_does_not_have_is_cancelled(under: Opening, clock: FrozenClock) -> None:
    id = graded(under(NEW))
    clock.later(hours=1)
    desk = under(OLD)
    assert Moved(RunKey.parse("house_word/1/1"), MONDAY + 30 * HOUR, None) in moved(desk, id).moved
    assert clocks(desk, id)["house_word"].status is DeadlineStatus.CANCELLED
    clock.later(days=9)
    desk.tick()
    assert not [event for event in desk.history(id) if "house_word" in str(event.data.get("clock"))]


def test_a_new_clock_that_would_be_past_already_never_begins(under: Opening, clock: FrozenClock) -> None:
    id = graded(under(OLD))
    clock.later(hours=31)
    desk = under(NEW)
    assert RunKey.parse("house_word/1/1") not in {one.key for one in moved(desk, id).moved}
    assert due(desk, id, "house_word") is None


def test_a_dry_run_says_the_same_and_changes_nothing(under: Opening) -> None:
    id = graded(under(OLD))
    desk = under(NEW)
    before = desk.history(id)
    would = moved(desk, id, dry_run=True)
    assert desk.history(id) == before
    assert moved(desk, id) == would


def test_all_are_moved_once_and_the_archived_stay(under: Opening) -> None:
    desk = under(OLD)
    ids = [graded(desk) for _ in range(3)]
    desk.do(ids[0], s.WITHDRAW, by=s.LI)
    desk.do(ids[0], c.LabelCause("product defect-payment flow"), by=s.LI)
    desk.deliver()
    desk.do(ids[0], c.Archive(), by=s.LI)
    desk = under(NEW)
    found = desk.migrate(by=BY, reason="the rules of spring")
    assert [one.complaint for one in found] == ids[1:]
    assert desk.migrate(by=BY, reason="the rules of spring") == ()
    assert desk.get(ids[0]).facts.policy == OLD.digest
    assert desk.check_integrity().sound


def test_one_whose_type_the_new_policy_does_not_know_is_refused_and_holds_up_no_other(under: Opening) -> None:
    old = Policy.from_data({"types": {"parcel": {"zh": "包裹"}}})
    strange, plain = graded(under(old), type="parcel"), graded(under(old))
    under(old).do(strange, s.triage(type="parcel", team="payments"), by=s.LI)
    found = {one.complaint: one for one in under(NEW).migrate(by=BY, reason="spring")}
    (refusal,) = found[strange].refusals
    assert (refusal.rule, "parcel" in refusal.why) == ("fits-the-policy", True)
    assert found[plain].refusals == ()
    assert under(NEW).get(strange).facts.policy == old.digest


def test_it_is_explained_as_it_stood_before_the_migration(under: Opening, clock: FrozenClock) -> None:
    id = graded(under(OLD))
    clock.later(hours=2)
    desk = under(NEW)
    moved(desk, id)
    then = {one.deadline.clock: one.deadline for one in desk.explain(id, MONDAY + HOUR)}
    assert (then["cause"].due, "house_word" in then) == (MONDAY + 4 * HOUR, False)


def test_there_and_back_is_as_it_was_for_what_was_always_ahead(under: Opening, clock: FrozenClock) -> None:
    id = graded(under(OLD), "B")
    before = due(under(OLD), id, "closure")
    clock.later(hours=1)
    moved(under(NEW), id)
    clock.later(hours=1)
    moved(under(OLD), id)
    assert due(under(OLD), id, "closure") == before


def test_an_unknown_one_is_not_found(under: Opening) -> None:
    with pytest.raises(NotFound):
        under(NEW).migrate("C-nobody", by=BY, reason="spring")


def test_a_policy_that_is_missing_or_changed_in_the_store_fails_loudly(under: Opening, store: Store) -> None:
    id = graded(under(OLD))
    with store.writing() as session:
        session.keep_policy("other", b"{}")
        session.keep_policy(OLD.digest, b"{}")  # one that is there stays
        assert session.policy(OLD.digest) == OLD.document
    assert under(NEW).get(id).facts.policy == OLD.digest
    if isinstance(store, MemoryStore):
        store._tables.policies[OLD.digest] = b"{}"
        with pytest.raises(StoreError, match="was changed"):
            under(NEW).explain(id)
        del store._tables.policies[OLD.digest]
        with pytest.raises(StoreError, match="not in the store"):
            under(NEW).explain(id)


def test_a_document_gives_the_same_policy() -> None:
    assert Policy.from_document(NEW.document) == NEW
    assert Policy.from_document(NEW.document).digest == NEW.digest
    with pytest.raises(DefinitionError):
        Policy.from_document(b'{"zone": 7}')
    with pytest.raises(DefinitionError):
        Policy.from_document(b"no JSON")
