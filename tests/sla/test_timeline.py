"""A timeline that is kept between checks is the one that all events at once would give."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import attrs
import msgspec
import pytest

from complaintflow import Event, Policy, StoreError, commands as c
from complaintflow.desk.unit_of_work import UnitOfWork
from complaintflow.record.history import Sealed
from complaintflow.sla.agenda import agenda
from complaintflow.sla.timeline import Timeline, Timelines
from complaintflow.sla.timing import for_each_policy
from tests import stories as s
from tests.sla.clock_fixtures import MONDAY, Case, open_case
from tests.sla.simulation import Simulation, run_simulation

POLICY = s.CHINA


def test_advanced_in_pieces_it_equals_one_advanced_at_once(tmp_path: Path) -> None:
    """At every place of some random histories; some pieces change the past, so that it is made anew."""
    sim = Simulation(tmp_path / "desk.db", random.Random(3))
    run_simulation(sim, complaints=4, days=1, commands=120)
    assert sum(_made_anew(sim.desk.history(id), sim.chance) for id in sim.ids) > 0


def _made_anew(events: Sequence[Event], chance: random.Random) -> int:
    """How often it was made anew."""
    timeline, made_anew = Timeline.of((), POLICY), 0
    while timeline.seen < len(events):
        until = timeline.seen + chance.randint(1, 6)
        advanced, at_once = timeline.advance(events[timeline.seen : until]), Timeline.of(events[:until], POLICY)
        made_anew += advanced is None
        assert advanced in (None, at_once)
        timeline = at_once
    return made_anew


def paused() -> Case:
    case = open_case("B").do(c.AskCustomer({"card": "哪张卡?"})).later(hours=30).do(c.Note("somebody looks"))
    return case.do(s.pause("customer", since=MONDAY + timedelta(hours=20)))


def test_a_pause_dated_back_asks_for_a_timeline_made_anew() -> None:
    case = paused()
    events = case.desk.history(case.id)
    assert Timeline.of(events[:-1], POLICY).advance(events[-1:]) is None


def test_a_pause_that_begins_now_does_not() -> None:
    case = open_case("B").do(c.AskCustomer({"card": "哪张卡?"}), s.pause("customer")).later(hours=1).do(c.Resume())
    events = case.desk.history(case.id)
    assert Timeline.of(events[:3], POLICY).advance(events[3:]) == Timeline.of(events, POLICY)


def test_a_migration_asks_for_a_timeline_made_anew() -> None:
    case = open_case("A")
    other = Policy.from_toml('[promises]\nhigh_cause_found = "2h"')
    events = case.desk.history(case.id)
    moved = msgspec.structs.replace(events[-1], kind="Migrate", changes={"policy": other.digest})
    assert Timeline.of(events, POLICY).advance([moved]) is None
    anew = Timeline.of((*events, moved), other, {POLICY.digest: POLICY})
    assert [track.policy for track in anew.tracks] == [POLICY, other]


def test_nothing_that_is_asked_of_a_timeline_changes_it() -> None:
    case = open_case("A").later(hours=5)
    case.do(c.AddEvidence("log", "gateway", "two captures"), c.FindCause("a retry", "E1"))
    case.tick()
    events, complaint = case.desk.history(case.id), case.desk.get(case.id)
    timeline = Timeline.of(events[:3], POLICY)
    assert timeline.advance(events[3:]) is not None
    plan = agenda(complaint, Timeline.of(events, POLICY), case.clock.now)
    assert "cause/1/1" in map(str, plan.quiet)
    assert timeline.hush(plan.quiet) != timeline
    assert timeline == Timeline.of(events[:3], POLICY)


# ── what is kept


@attrs.define
class Stored:
    """A complaint, and its sealed history as it is stored."""

    case: Case = attrs.field(factory=lambda: open_case("A"))

    @property
    def history(self) -> tuple[Sealed, ...]:
        with self.case.desk._units.reading() as session:
            return session.history(self.case.id)

    @property
    def link(self) -> bytes:
        return self.history[-1].link

    @property
    def timeline(self) -> Timeline:
        return Timeline.of((sealed.event for sealed in self.history), POLICY)


def keeps(timelines: Timelines, case: Case) -> bool:
    """Whether what a tick kept is the timeline of all that is stored, quiet runs apart."""
    stored, kept = Stored(case), timelines.find(case.id)
    assert kept is not None
    return kept.link == stored.link and attrs.evolve(kept.timeline, quiet=frozenset()) == stored.timeline


def test_a_tick_keeps_the_timeline_of_all_that_is_stored() -> None:
    case = open_case("A")
    for hours in (1, 5, 30):
        case.later(hours=hours).do(c.Note("somebody looks")).tick()
        assert keeps(case.desk._timelines, case)


def test_a_kept_timeline_fits_what_happened_since() -> None:
    stored, timelines = Stored(), Timelines()
    timelines.keep("a", stored.link, stored.timeline)
    stored.case.do(c.Note("one"), c.Note("two"))
    kept = timelines.find("a")
    assert kept is not None
    assert kept.fits(stored.history)


@pytest.mark.parametrize("other", [b"another history", b""])
def test_the_timeline_of_another_history_does_not_fit(other: bytes) -> None:
    """The same id in another store, or a record that was put back from a backup."""
    stored, longer, timelines = Stored(), Stored(), Timelines()
    longer.case.do(c.Note("one"), c.Note("two"))
    for one in (stored, longer):
        timelines.keep("a", other, one.timeline)
        kept = timelines.find("a")
        assert kept is not None
        assert not kept.fits(stored.history)


def test_a_tick_does_not_use_the_timeline_of_another_history() -> None:
    case, longer = open_case("A"), Stored()
    longer.case.do(c.Note("one"), c.Note("two"))
    case.desk._timelines.keep(case.id, longer.link, longer.timeline)
    case.later(hours=5).tick()
    assert "cause/1/1" in case.misses()
    assert keeps(case.desk._timelines, case)


def test_the_one_kept_longest_ago_is_forgotten_first() -> None:
    timeline, timelines = Stored().timeline, Timelines(limit=2)
    for id in ("a", "b", "a", "c"):
        timelines.keep(id, b"", timeline)
    assert [timelines.find(id) is not None for id in "abc"] == [True, False, True]


def test_a_thread_that_is_gone_for_ever_in_the_middle_of_keeping_holds_up_nobody() -> None:
    """As after a fork: losing a timeline costs only time."""
    timeline, timelines = Stored().timeline, Timelines()
    with timelines._lock:
        timelines.keep("a", b"", timeline)
    assert timelines.find("a") is None
    timelines.keep("a", b"", timeline)
    assert timelines.find("a") is not None


def test_a_check_that_fails_leaves_no_trace_in_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next check does what the failed one could not save."""
    case = open_case("A")
    case.tick()
    case.later(hours=5)

    def breaks(*more: object) -> None:
        raise StoreError("memory", "full", "make room")

    with monkeypatch.context() as patch:
        patch.setattr(UnitOfWork, "save", breaks)
        with pytest.raises(StoreError):
            case.tick()
    case.later(minutes=6).tick()
    assert "cause/1/1" in case.misses()


def test_a_pause_dated_back_between_two_ticks_counts_in_the_second() -> None:
    case = open_case("A").do(c.AskCustomer({"card": "哪张卡?"})).later(hours=3)
    case.tick()
    case.do(s.pause("customer", since=MONDAY + timedelta(hours=1))).tick()
    assert keeps(case.desk._timelines, case)


def test_what_a_check_by_a_clock_that_stepped_back_did_is_in_the_timeline_it_keeps() -> None:
    """Nobody answers, and the check declines earlier than the last event."""
    case = (
        open_case("B")
        .do(c.AskCustomer({"card": "哪张卡?"}), s.pause("customer"))
        .delivered()
        .later(days=30)
        .do(c.Note("much later"))
    )
    case.at(MONDAY + timedelta(days=20)).tick()
    case.tick()
    assert case.desk.get(case.id).state == "declined"
    assert keeps(case.desk._timelines, case)


def test_not_more_than_some_policies_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("complaintflow.sla.timing._POLICIES", 2)
    asked: list[str] = []

    @for_each_policy
    def length(policy: Policy) -> int:
        asked.append(policy.zone)
        return len(policy.zone)

    zones = ("UTC", "Asia/Tokyo", "Europe/Rome")
    assert [length(Policy(zone=zone)) for zone in (*zones, *zones[2:])] == [3, 10, 11, 11]
    assert asked == list(zones)
