"""R12: the same problem from many customers: proposed or made an incident, and everything in it at least A."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import event, given, settings, strategies as st

from complaintflow import Customer, Desk, Lifecycle, NotFound, Refusal, commands as c
from complaintflow.commands._context import Ask
from complaintflow.insight.batches import Batch, Neighbours, Only, Sighting, _problem, batch_around, batches
from complaintflow.lifecycle.table import TABLE
from complaintflow.policy.batches import Batches
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Grade, State
from tests import stories as s
from tests.sla.clock_fixtures import MONDAY

MAKES = s.CHINA
ASKS = attrs.evolve(s.CHINA, batches=Batches(makes=False))
Opening = Callable[..., Desk]


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(MONDAY)


@pytest.fixture(params=["memory://", "sqlite:///"])
def opening(request: pytest.FixtureRequest, clock: FrozenClock, tmp_path: Path) -> Opening:
    url = request.param + (str(tmp_path / "desk.db") if "sqlite" in request.param else "")
    numbers = count(1)
    return lambda policy=s.CHINA: Desk.open(url, policy=policy, clock=clock, new_id=lambda at: f"C-{next(numbers):03}")


def comes_in(desk: Desk, customer: str, area: str = "payment", triaged: bool = True) -> str:
    received = desk.receive(s.receive(customer=Customer(customer), order=f"A-{customer}"), by=s.SYSTEM)
    return desk.do(received.id, s.triage(area=area), by=s.LI).id if triaged else received.id


def proposals(desk: Desk) -> list[str]:
    every = desk.find(limit=100).complaints
    reminded = [entry.data for one in every for entry in one.body.of("Remind")]
    return [said["message"] for said in reminded if said["about"].startswith("batch/")]


def test_a_look_that_links_to_an_incident_judges_the_clocks_for_nobody_else(
    opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It writes down itself what they ask for."""
    desk = opening(MAKES)
    for number in range(5):
        id = comes_in(desk, f"u-{number}")
    monkeypatch.setattr("complaintflow.desk.unit_of_work.keep_on", _must_not_be_asked)
    assert "LinkIncident" in {type(done.command).__name__ for done in desk.tick().done}
    assert desk.get(id).facts.incident
    assert desk.check_integrity().sound


def _must_not_be_asked(*_: Any) -> None:
    raise AssertionError


def test_five_customers_with_one_problem_are_proposed_to_the_lead_once(opening: Opening) -> None:
    desk = opening(ASKS)
    ids = [comes_in(desk, f"u-{number}") for number in range(4)]
    desk.tick()
    assert (proposals(desk), desk.batches()) == ([], ())
    ids.append(comes_in(desk, "u-4"))
    would = [str(done.key) for done in desk.tick(dry_run=True).done if done.rule == "R12"]
    assert would == [f"batch/I-{ids[0]}"]
    desk.tick()
    comes_in(desk, "u-5")
    desk.tick()
    (said,) = proposals(desk)
    assert f"I-{ids[0]}" in said
    assert "5 位客户" in said
    (batch,) = desk.batches()
    assert (batch.ids[:5], batch.customers) == (tuple(ids), 6)
    assert {desk.get(id).grade for id in ids} == {Grade.B}


def test_many_complaints_of_one_customer_are_no_batch(opening: Opening) -> None:
    desk = opening(MAKES)
    for _ in range(6):
        comes_in(desk, "u-1")
    desk.tick()
    assert desk.find(limit=10).complaints[0].facts.incident == ""


def test_a_policy_that_makes_incidents_links_all_and_lifts_all_to_a(opening: Opening) -> None:
    desk = opening(MAKES)
    ids = [comes_in(desk, f"u-{number}") for number in range(5)]
    other = comes_in(desk, "u-9", area="login")
    untriaged = comes_in(desk, "u-10", triaged=False)
    desk.tick()
    found = [desk.get(id) for id in ids]
    assert {one.facts.incident for one in found} == {f"I-{ids[0]}"}
    assert {one.grade for one in found} == {Grade.A}
    assert {desk.get(other).facts.incident, desk.get(untriaged).facts.incident} == {""}
    late = comes_in(desk, "u-6")
    desk.tick()
    assert desk.get(late).facts.incident == f"I-{ids[0]}"
    assert desk.check_integrity().sound


def test_one_that_comes_after_the_window_belongs_to_no_batch(opening: Opening, clock: FrozenClock) -> None:
    desk = opening(MAKES)
    for number in range(4):
        comes_in(desk, f"u-{number}")
    clock.later(hours=2, seconds=1)
    late = comes_in(desk, "u-4")
    desk.tick()
    assert desk.get(late).facts.incident == ""


def test_what_was_received_in_time_and_triaged_late_still_counts(opening: Opening, clock: FrozenClock) -> None:
    desk = opening(MAKES)
    ids = [comes_in(desk, f"u-{number}") for number in range(4)]
    slow = comes_in(desk, "u-4", triaged=False)
    clock.later(hours=9)
    desk.do(slow, s.triage(), by=s.LI)
    desk.tick()
    assert {desk.get(id).facts.incident for id in (*ids, slow)} == {f"I-{ids[0]}"}


def test_one_that_comes_to_an_incident_made_by_hand_is_proposed_for_it(opening: Opening) -> None:
    desk = opening(ASKS)
    ids = [comes_in(desk, f"u-{number}") for number in range(5)]
    desk.tick()
    linked = desk.link("I-7", desk.batches()[0].unlinked, by=s.LI)
    assert [one.facts.incident for one in linked] == ["I-7"] * 5
    assert {desk.get(id).grade for id in ids} == {Grade.A}
    comes_in(desk, "u-5")
    desk.tick()
    desk.tick()
    assert proposals(desk)[1:] == ["属于事件 I-7?"]


def test_a_house_that_speaks_english_is_asked_in_english(opening: Opening) -> None:
    desk = opening(attrs.evolve(ASKS, staff_language="en"))
    ids = [comes_in(desk, f"u-{number}") for number in range(5)]
    desk.tick()
    desk.link("I-7", ids, by=s.LI)
    comes_in(desk, "u-5")
    desk.tick()
    first, second = proposals(desk)
    assert first.startswith(
        "5 customers came with the same problem (billing-payment), 03-02 09:00 to 09:00 UTC: is it "
    )
    assert second == "Does it belong to incident I-7?"


def test_of_a_list_with_an_unknown_one_none_is_linked(opening: Opening) -> None:
    desk = opening(ASKS)
    id = comes_in(desk, "u-1")
    with pytest.raises(NotFound):
        desk.link("I-7", [id, "C-nobody"], by=s.LI)
    assert desk.get(id).facts.incident == ""


def test_the_lead_is_not_woken_for_a_proposal(opening: Opening, clock: FrozenClock) -> None:
    clock.now = MONDAY + timedelta(hours=9)  # two in the night in Shanghai
    desk = opening(ASKS)
    for number in range(5):
        comes_in(desk, f"u-{number}")
    desk.tick()
    assert proposals(desk) == []
    clock.now = datetime(2026, 3, 3, 0, tzinfo=UTC)
    desk.tick()
    assert len(proposals(desk)) == 1


def test_a_wrong_link_is_undone_for_good_and_the_grade_may_be_lowered_again(opening: Opening) -> None:
    """R12, R13: else one who came by chance stays in a foreign incident, or is put back at the next tick."""
    desk = opening()
    ids = [comes_in(desk, f"u-{number}") for number in range(5)]
    desk.tick()
    desk.do(ids[2], c.UnlinkIncident("it has another cause"), by=s.LEAD)
    desk.tick()
    assert (desk.get(ids[2]).facts.incident, desk.get(ids[2]).grade) == ("", Grade.A)
    assert desk.do(ids[2], s.regrade("B", "one customer only"), by=s.LEAD).grade is Grade.B
    assert {desk.get(id).facts.incident for id in ids if id != ids[2]} == {f"I-{ids[0]}"}


def test_what_a_person_took_out_counts_for_no_other_batch_until_a_person_links_it(opening: Opening) -> None:
    desk = opening()
    ids = [comes_in(desk, f"u-{number}") for number in range(4)]
    desk.link("I-7", ids[:1], by=s.LI)
    desk.do(ids[0], c.UnlinkIncident("it has another cause"), by=s.LEAD)
    late = comes_in(desk, "u-4")
    desk.tick()
    assert {desk.get(id).facts.incident for id in (*ids, late)} == {""}
    desk.link("I-8", ids[:1], by=s.LI)
    later = comes_in(desk, "u-5")
    desk.tick()
    assert {desk.get(id).facts.incident for id in (*ids, late, later)} == {"I-8"}


def test_what_was_withdrawn_does_not_count(opening: Opening) -> None:
    desk = opening(MAKES)
    ids = [comes_in(desk, f"u-{number}") for number in range(5)]
    desk.do(ids[0], s.WITHDRAW, by=s.LI)
    desk.tick()
    assert {one.facts.incident for one in desk.find(limit=10).complaints} == {""}


def test_one_without_a_type_gathers_none_of_several_types(opening: Opening) -> None:
    """The same area alone is not the same problem."""
    desk = opening(MAKES)
    for number, type in enumerate(["fault", "service", "inquiry", "suggestion", ""]):
        desk.receive(s.receive(customer=Customer(f"u-{number}"), area="payment", type=type), by=s.SYSTEM)
    desk.tick()
    assert {one.facts.incident for one in desk.find(limit=10).complaints} == {""}


def test_one_that_may_not_be_linked_is_said_and_holds_up_no_other(clock: FrozenClock) -> None:
    """Nor do the clocks of those in the batch fall silent."""

    def refuses(ask: Ask) -> Refusal | None:
        return Refusal("ours", "not this one", "wait") if ask.id == "C-3" else None

    table = tuple(
        attrs.evolve(row, rules=(*row.rules, refuses)) if row.kind == "LinkIncident" else row for row in TABLE
    )
    numbers = count(1)
    lifecycle = Lifecycle(table, MAKES)
    desk = Desk.open("memory://", lifecycle=lifecycle, clock=clock, new_id=lambda at: f"C-{next(numbers)}")
    ids = [comes_in(desk, f"u-{number}") for number in range(5)]
    clock.later(minutes=3)
    ticked = desk.tick()
    assert ticked.failed == ()
    assert {(one.complaint, one.rule, one.refusals[0].rule) for one in ticked.done if one.refusals} == {
        ("C-3", "R12", "ours")
    }
    assert [desk.get(id).facts.incident for id in ids] == ["I-C-1", "I-C-1", "", "I-C-1", "I-C-1"]
    assert all("MissDeadline" in {event.kind for event in desk.history(id)} for id in ids)
    (why,) = [event.data["message"] for event in desk.history("C-3") if event.data.get("about", "").startswith("batch")]
    assert "ours：not this one" in why


# ── the search alone


def neighbours(mine: Sighting, seen: Iterable[Sighting], read: list[str] | None = None) -> Neighbours:
    """What a store would read for this complaint, and which were read."""

    def alike(until: datetime, only: Only = "") -> Iterator[Sighting]:
        begin, end = sorted((mine.received_at, until))
        within = [one for one in seen if begin <= one.received_at <= end and _problem(one) == _problem(mine)]
        for one in sorted(within, key=lambda one: abs(one.received_at - mine.received_at)):
            if not only or getattr(one, only):
                if read is not None:
                    read.append(one.id)
                yield one

    return alike


def around(mine: Sighting, seen: Iterable[Sighting], rule: Batches) -> Batch | None:
    return batch_around(mine, neighbours(mine, seen), rule)


def test_what_does_not_count_is_in_no_batch() -> None:
    alike = [Sighting(f"C-{n}", MONDAY, customer=f"u-{n}", state=State.TRIAGED) for n in range(5)]
    ended = Sighting("C-9", MONDAY, customer="u-9", state=State.WITHDRAWN)
    rule = Batches()
    assert around(ended, [*alike, ended], rule) is None
    assert around(alike[1], [*alike, ended], rule) is not None


def outage(count: int, **more: Any) -> list[Sighting]:
    """A complaint of another customer each second."""
    return [
        Sighting(f"C-{n}", MONDAY + timedelta(seconds=n), customer=f"u-{n}", state=State.TRIAGED, **more)
        for n in range(count)
    ]


@pytest.mark.parametrize("count", [20, 200, 2000])
def test_a_batch_is_found_without_a_look_at_all_that_came_in(count: int) -> None:
    """Else an outage, when everybody writes, is when the desk stands still."""
    seen, read = outage(count, incident="I-1"), list[str]()
    assert batch_around(seen[count // 2], neighbours(seen[count // 2], seen, read), Batches())
    assert len(read) <= 12


def test_of_the_same_customer_any_number_is_no_batch_and_ends_no_search() -> None:
    seen = [attrs.evolve(one, customer="u-1") for one in outage(50)]
    assert around(seen[0], seen, Batches()) is None
    others = [attrs.evolve(one, id=f"D-{n}", customer=f"v-{n}") for n, one in enumerate(outage(60)[-4:])]
    assert around(seen[0], [*seen, *others], Batches()) is not None


def test_the_incident_that_is_there_is_joined_though_it_lies_beyond_those_who_were_counted() -> None:
    """Else one outage falls apart into many incidents when its complaints are checked in any order."""
    seen = outage(100)
    seen[90] = attrs.evolve(seen[90], incident="I-90")
    seen[70] = attrs.evolve(seen[70], proposed="I-70")
    seen[20] = attrs.evolve(seen[20], incident="I-20", state=State.WITHDRAWN)
    assert getattr(around(seen[10], seen, Batches()), "incident", "") == "I-90"
    assert getattr(around(seen[10], seen[:80], Batches()), "incident", "") == "I-70"


def test_who_wrote_long_before_the_others_is_in_no_batch_with_them() -> None:
    """The window slides: one that comes again keeps its customer in it, and one that does not takes it along."""
    times = [MONDAY + timedelta(hours=hours) for hours in (0, 1, 30, 31, 32)]
    alike = zip(outage(5, type="fault", area="payment"), times, strict=True)
    seen = [attrs.evolve(one, received_at=at) for one, at in alike]
    seen[3] = attrs.evolve(seen[3], customer="u-1")
    (found,) = batches(seen, Batches(customers=3, within=timedelta(hours=29)))
    assert (found.ids, found.customers) == (("C-2", "C-3", "C-4"), 3)


SIGHTED = st.builds(
    lambda number, minutes, customer, area, state: Sighting(
        f"C-{number}",
        MONDAY + timedelta(minutes=minutes),
        "fault",
        area,
        f"u-{customer}",
        state,
    ),
    st.integers(0, 10_000),
    st.integers(0, 300),
    st.integers(0, 6),
    st.sampled_from(["payment", "login"]),
    st.sampled_from([State.TRIAGED, State.CLOSED, State.WITHDRAWN]),
)


@settings(max_examples=80)
@given(st.lists(SIGHTED, max_size=25, unique_by=lambda one: one.id), st.integers(1, 5))
def test_a_batch_is_never_wider_than_its_window_and_never_of_fewer_customers(seen: list[Sighting], many: int) -> None:
    """And whatever is found at all is found around each of its own complaints."""
    rule = Batches(customers=many, within=timedelta(minutes=90))
    found = list(batches(seen, rule))
    event(f"{len(found)} batches")
    for batch in found:
        begin, end = batch.sightings[0].received_at, batch.sightings[-1].received_at
        assert end - begin <= rule.within
        assert batch.customers == len({one.customer for one in batch.sightings}) >= many
        for one in batch.sightings:
            found_again = around(one, seen, rule)
            assert found_again is not None
            assert found_again.customers >= many


@settings(max_examples=80)
@given(st.lists(SIGHTED, min_size=1, max_size=25, unique_by=lambda one: one.id), st.integers(1, 5))
def test_by_its_neighbours_a_complaint_finds_a_batch_if_and_only_if_there_is_a_window(
    seen: list[Sighting], many: int
) -> None:
    rule, mine = Batches(customers=many, within=timedelta(minutes=90)), seen[0]
    counted = [one for one in seen if one.counts and _problem(one) == _problem(mine)]
    there = any(
        begin.received_at <= mine.received_at <= begin.received_at + rule.within
        and len({one.customer for one in counted if timedelta(0) <= one.received_at - begin.received_at <= rule.within})
        >= many
        for begin in counted
    )
    found = around(mine, seen, rule)
    assert (found is not None) == (there and mine.counts)
    if found:
        assert mine in found.sightings
        assert found.customers >= many
