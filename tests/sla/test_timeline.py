"""A timeline that is kept between checks is the one that all events at once would give."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import cast

import attrs
import msgspec
import pytest

from complaintflow import Complaint, Desk, Event, Policy, StoreError, commands as c
from complaintflow.desk.unit_of_work import UnitOfWork
from complaintflow.lifecycle import LifecycleBuilder
from complaintflow.plugins import Stored
from complaintflow.record.complaint import AT_ONCE, encode_json
from complaintflow.record.facts import Facts
from complaintflow.record.keys import RunKey
from complaintflow.sla.agenda import _Context, _due_or_later, agenda, keep_on
from complaintflow.sla.deadlines import ended_in_time, glance, judge, met_in_time
from complaintflow.sla.milestones import (
    CONDITIONS,
    MILESTONES,
    Change,
    Replay,
    Stir,
    enters,
    leaves,
    possible_milestones,
)
from complaintflow.sla.runs import Clock, MetRun, Run, RunState
from complaintflow.sla.timeline import Kept, PolicyTrack, RunInPolicy, Timeline, movers_of, replay_events, runs_of
from complaintflow.sla.timing import ClockContext, for_each_policy
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Audience
from tests import stories as s
from tests.sla.clock_fixtures import MONDAY, Case, open_case
from tests.sla.simulation import Simulation, run_simulation
from tests.stores.desks import told

POLICY = s.CHINA


@pytest.fixture(scope="module")
def histories(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Event, ...]]:
    """Some random histories."""
    sim = Simulation(tmp_path_factory.mktemp("sim") / "desk.db", random.Random(3))
    run_simulation(sim, complaints=4, days=1, commands=120)
    assert sim.desk.check_integrity().sound
    return [sim.desk.history(id) for id in sim.ids]


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_advanced_in_pieces_it_equals_one_advanced_at_once(histories: list[tuple[Event, ...]]) -> None:
    """At every place; some pieces change the past, so that it is made anew."""
    chance = random.Random(3)
    assert sum(_made_anew(events, chance) for events in histories) > 0


def changes_of(events: Sequence[Event]) -> Iterator[Change]:
    replay = Replay()
    for event in events:
        change, replay = replay.step(event)
        yield change


def test_no_clock_waits_for_a_milestone_that_was_reached_by_a_kind_that_nobody_declared(
    histories: list[tuple[Event, ...]],
) -> None:
    changes = [change for events in histories for change in changes_of(events)]
    assert len(changes) > 200
    for change in changes:
        reached = {name for name, one in MILESTONES.items() if one.reached(change)}
        moves = change.event.state != change.before.state
        states = {enters(change.event.state), leaves(change.before.state)} if moves else set[str]()
        assert change.marks == {change.kind, *reached, *states}, change.event


def test_what_happens_in_an_end_of_the_house_s_own_reaches_what_it_reaches_in_the_end_that_it_means() -> None:
    """A clock that stops when all is closed would go on in a house with a word of its own for it."""
    rules = LifecycleBuilder.default()
    rules.state("done", stage="closed", en="done").replace("Close", "awaiting_confirmation", "done", who="staff system")
    with Desk.open("memory://", lifecycle=rules.build(), clock=FrozenClock()) as desk:
        id = told(desk).id
        desk.do(id, s.CONFIRM, by=s.CUSTOMER)
        desk.do(id, c.Close(), c.Note("they called to thank us"), by=s.LI)
        *_, closed, noted = changes_of(desk.history(id))
    assert [change.after.state for change in (closed, noted)] == ["done", "done"]
    assert "closed" in closed.marks & noted.marks


def test_what_is_kept_from_event_to_event_is_what_the_whole_history_gives(
    histories: list[tuple[Event, ...]],
) -> None:
    """With when each clock asks next, whichever of them were unpacked. It is compared at some places by chance."""
    ways, chance = Counter[str](), random.Random(5)
    for events in histories:
        kept, complaint = Kept.of(Timeline.of((), POLICY)), COMPLAINT
        for place, event in enumerate(events, 1):
            before = complaint.facts if place > 1 else Facts()
            complaint = attrs.evolve(COMPLAINT, facts=Replay(before).step(event)[1].facts)
            on = keep_on(kept, before, complaint, (event,), lambda _: POLICY, event.at)
            ways[_way(kept, before, event) if on else "anew"] += 1
            if on is None or chance.random() < 0.15:
                whole = Timeline.of(events[:place], POLICY)
                plan = agenda(complaint, whole, event.at)
                anew = Kept.of(whole.hush(plan.quiet), plan.asks)
                on = on or anew
                assert settled_at(on, complaint, event.at) == settled_at(anew, complaint, event.at)
                late = {name for name, when in anew.asks.items() if on.asks[name] > max(when, event.at)}
                assert late == set()
            kept = on
    assert min(ways[one] for one in ("none", "some", "all", "anew")) > 0, ways


def test_what_is_seen_at_a_glance_of_a_run_is_what_its_whole_deadline_says(histories: list[tuple[Event, ...]]) -> None:
    """A run that was met in time asks for nothing, and one that waits asks first at its first warning."""
    glances, chance = Counter[str](), random.Random(7)
    for events in histories * 3:
        timeline = Timeline.of(events[: chance.randint(1, len(events))], POLICY)
        facts = timeline.facts
        for one in runs_of(timeline):
            at = one.run.start + timedelta(minutes=chance.choice([0, 1, 60, 600, 6_000]))
            recorded = facts.has_breached(one.run.key)
            plain = ask_in_full(one, _Context(COMPLAINT, facts, POLICY, at), recorded=recorded)
            if not recorded and ended_in_time(one):
                glances["ended"] += 1
                assert plain == []
            elif not recorded and (seen := glance(one, at)):
                glances["waits"] += 1
                assert (min(plain), judge(one, recorded, at).due) == (seen.warning, seen.due)
    assert min(glances["ended"], glances["waits"]) > 20, glances


def ask_in_full(one: RunInPolicy, context: _Context, *, recorded: bool) -> list[datetime]:
    """When a run asks for something, by all of its deadline; what is due now asks at once."""
    asked = _due_or_later(judge(one, recorded, context.at), context)
    return [when if isinstance(when, datetime) else AT_ONCE for when in asked]


def test_a_condition_of_a_clock_reads_no_fact_but_the_one_that_it_names() -> None:
    """Else a clock stands still, or runs on, when that fact changes."""
    for condition in CONDITIONS.values():
        seen = Watched(COMPLAINT.facts)
        condition.holds(cast(Facts, seen), POLICY)
        assert seen.read == {condition.fact}


class Watched:
    """Facts that know which of them were read."""

    def __init__(self, facts: Facts) -> None:
        self.facts, self.read = facts, set[str]()

    def __getattr__(self, name: str) -> object:
        self.read.add(name)
        return getattr(self.facts, name)


def _way(kept: Kept, before: Facts, event: Event) -> str:
    _, changes = replay_events(kept.read.replay(before), (event,))
    moved = kept.moved(changes, lambda _: POLICY)
    return "all" if moved is None else "some" if moved else "none"


def settled_at(kept: Kept, complaint: Complaint, at: datetime) -> Kept:
    timeline = kept.timeline(complaint.facts, lambda _: POLICY)
    assert timeline
    return Kept.of(timeline.hush(agenda(complaint, timeline, at).quiet))


COMPLAINT = open_case("A").desk.find().complaints[0]


def test_a_command_of_a_house_may_make_every_milestone() -> None:
    stir = Stir("Praise", (), "triaged")
    assert set(possible_milestones(stir)) == set(MILESTONES)


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


def stored(case: Case) -> Stored:
    with case.desk._units.reading() as session:
        found = session.load(case.id)
    assert found
    return found


def keep(case: Case, clocks: bytes) -> None:
    """Put these bytes where its clocks are kept."""
    with case.desk._units.store.writing() as session:
        session.schedule(case.id, case.clock.now, clocks)


def settled(case: Case, timeline: Timeline) -> Kept:
    """What is to be kept of a timeline, when all that asks for nothing by now is forgotten."""
    return Kept.of(timeline.hush(agenda(case.desk.get(case.id), timeline, case.clock.now).quiet))


def keeps(case: Case) -> bool:
    """Whether what is kept is the timeline of all that is stored."""
    found = stored(case)
    kept = Kept.decode(found.clocks, found.link)
    timeline = kept.timeline(found.complaint.facts, lambda _: POLICY) if kept else None
    return timeline is not None and settled(case, timeline) == settled(
        case, Timeline.of(case.desk.history(case.id), POLICY)
    )


def test_a_tick_keeps_the_timeline_of_all_that_is_stored() -> None:
    case = open_case("A")
    for hours in (1, 5, 30):
        case.later(hours=hours).do(c.Note("somebody looks")).tick()
        assert keeps(case)


@pytest.mark.parametrize("dry", [False, True])
def test_who_looks_at_a_long_case_reads_no_history(monkeypatch: pytest.MonkeyPatch, dry: bool) -> None:
    case = open_case("A")
    case.tick()

    def breaks(*more: object) -> None:
        raise AssertionError("the history is read")

    monkeypatch.setattr("complaintflow.stores.memory._Session.history", breaks)
    looked = case.later(minutes=50).desk.tick(dry_run=dry)
    assert looked.checked
    assert looked.done


@pytest.mark.parametrize("link", [b"another history", b""])
def test_the_timeline_of_another_history_is_none_of_its_own(link: bytes) -> None:
    """A record that was put back from a backup."""
    case = open_case("A")
    timeline = Timeline.of(case.desk.history(case.id), POLICY)
    data = Kept.of(timeline).encode(link)
    assert Kept.decode(data, b"its own") is None
    assert Kept.decode(data, link) is not None


def test_a_timeline_of_another_format_is_made_anew() -> None:
    case = open_case("A")
    case.tick()
    older = msgspec.structs.replace(Kept.of(Timeline.of(case.desk.history(case.id), POLICY)), format=0)
    keep(case, older.encode(stored(case).link))
    case.tick()
    assert keeps(case)


DAMAGED = (
    b"",
    b"x",
    b"\x9b\x01",
    msgspec.msgpack.encode([1, b"", 1, MONDAY, [], {}, [], False, "", [[], False, {}, {}], ["no", "timeline"]]),
)


@pytest.mark.parametrize("data", DAMAGED)
def test_nobody_loses_a_deadline_by_damaged_bytes_of_what_is_kept(data: bytes) -> None:
    case = open_case("A")
    case.tick()
    link = stored(case).link
    keep(case, data.replace(b"\xc4\x00", b"\xc4" + bytes([len(link)]) + link))
    case.later(hours=5).tick()
    assert "cause/1/1" in case.misses()
    assert keeps(case)


def kept_and_next(case: Case, **changed: object) -> tuple[Kept, Event]:
    """What is kept of its clocks up to its last event but one, with these parts changed, and that event."""
    *before, last = case.desk.history(case.id)
    kept = Kept.of(Timeline.of(before, POLICY))
    return msgspec.structs.replace(kept, **changed), last


def goes_on(case: Case, kept: Kept, event: Event) -> bool:
    before = Replay()
    for earlier in case.desk.history(case.id)[:-1]:
        _, before = before.step(earlier)
    complaint = case.desk.get(case.id)
    return keep_on(kept, before.facts, complaint, (event,), lambda _: POLICY, event.at) is not None


def test_nobody_loses_a_deadline_by_one_clock_that_is_damaged_where_it_is_kept() -> None:
    case = open_case("A").do(c.AddTask("look", "payments", MONDAY + timedelta(days=1)))
    kept, event = kept_and_next(case)
    assert goes_on(case, kept, event)
    (track,) = kept.tracks
    clocks = {**track.clocks, "task": msgspec.Raw(msgspec.msgpack.encode("no clock"))}
    damaged = msgspec.structs.replace(track, clocks=clocks)
    assert not goes_on(case, msgspec.structs.replace(kept, tracks=(damaged,)), event)


def test_a_clock_that_moves_among_forgotten_pauses_is_made_anew() -> None:
    case = open_case("A").do(c.AddTask("look", "payments", MONDAY + timedelta(days=1)))
    kept, event = kept_and_next(case, unpaused=MONDAY + timedelta(hours=9))
    assert not goes_on(case, kept, event)


def test_a_warning_while_nothing_is_open_is_not_foreseen() -> None:
    """Its share of no time would be at the next opening, which is later than when it is due."""
    rule = attrs.evolve(POLICY.clocks["named_time"], calendar="office")
    policy = attrs.evolve(POLICY, clocks={**POLICY.clocks, "named_time": rule})
    night = MONDAY.replace(hour=18)
    run = Run(RunKey("named_time", 1), night, night, None, applies=True, named=night + timedelta(hours=1))
    one = RunInPolicy("named_time", rule, run, ClockContext(policy))
    assert glance(one, night) is None
    assert judge(one, False, night).due == run.named


def test_what_moves_clocks_is_remembered_for_so_many_kinds_of_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("complaintflow.sla.timeline._KNOWN", 2)
    movers = attrs.evolve(movers_of(POLICY), known={})
    case = open_case("A").later(minutes=5).do(c.Note("somebody looks"))
    for change in changes_of(case.desk.history(case.id)):
        assert movers.find(change) == movers_of(POLICY).find(change)
    assert len(movers.known) <= 2


def test_a_clock_that_no_policy_knows_is_made_anew() -> None:
    case = open_case("A")
    kept = Kept.of(Timeline.of(case.desk.history(case.id), POLICY))
    bare = Policy(clocks={})
    assert kept.timeline(case.desk.get(case.id).facts, lambda _: bare) is None


def test_what_another_policy_kept_is_made_anew() -> None:
    """As of a complaint from before policies were kept, of which the present one decides."""
    case = open_case("A")
    other = Timeline.of(case.desk.history(case.id), Policy(zone="UTC"))
    keep(case, Kept.of(other).encode(stored(case).link))
    with case.desk._units.store.writing() as session:
        session.keep_policy(other.policy.digest, other.policy.document)
    case.tick()
    assert keeps(case)


def test_somebody_who_stops_a_clock_where_it_is_kept_is_found() -> None:
    case = open_case("A")
    case.tick()
    assert case.desk.check_integrity().sound
    stopped = attrs.evolve(Timeline.of(case.desk.history(case.id), POLICY), tracks=(PolicyTrack.of(POLICY, None),))
    keep(case, Kept.of(stopped).encode(stored(case).link))
    said = " ".join(map(str, case.desk.check_integrity().breaches))
    assert "what is kept of its clocks is not what its history says" in said


def test_a_long_case_keeps_no_more_than_a_short_one() -> None:
    """Reviews and daily news, over and over; a long life keeps what still runs."""
    case = open_case("B")
    sizes = []
    for _ in range(21):
        case.do(c.Note("somebody looks")).later(days=1).tick()
        sizes.append(len(stored(case).clocks))
    assert keeps(case)
    assert max(sizes[7:]) <= max(sizes[:7]) + 50


def met_of(case: Case) -> tuple[MetRun, ...] | None:
    """The runs that were met, as what is kept of its clocks has them."""
    found = stored(case)
    kept = Kept.decode(found.clocks, found.link)
    assert kept
    return kept.met()


def test_what_was_met_in_time_is_read_from_what_is_kept_as_from_the_history() -> None:
    """Else a report has other numbers once the clocks were made anew. What was late is on record as late."""
    case = open_case("B").later(minutes=5).do(s.acknowledge()).delivered().later(hours=1).do(s.update()).delivered()
    case.later(days=9).do(s.update("late")).tick()
    late, kept = case.misses(), met_of(case)
    assert kept is not None
    met = met_in_time(Timeline.of(case.desk.history(case.id), POLICY))
    assert [str(key) for key, _ in met] == [
        "customer_news/1/1",
        "customer_news/1/2",
        "named_time/1/1",
        "named_time/1/2",
    ]
    assert tuple(one for one in kept if str(one[0]) not in late) == met


def test_what_may_have_been_met_too_late_is_not_read_from_what_is_kept() -> None:
    """Else a promise that was kept too late counts as kept until somebody looks."""
    case = open_case("A").later(days=9).do(s.acknowledge()).delivered()
    timeline = Timeline.of(case.desk.history(case.id), POLICY)
    assert any(run.run.state is RunState.MET for run in runs_of(timeline))
    assert Kept.of(timeline).met() is None


def test_what_several_policies_judged_is_not_read_from_what_is_kept() -> None:
    """Which of them judges a run is known by the history alone."""
    case = open_case("B").later(minutes=5).do(s.acknowledge()).delivered()
    events = case.desk.history(case.id)
    other = Policy.from_toml('[promises]\nhigh_cause_found = "2h"')
    moved = msgspec.structs.replace(events[-1], kind="Migrate", changes={"policy": other.digest})
    assert Kept.of(Timeline.of((*events, moved), other, {POLICY.digest: POLICY})).met() is None


def test_nobody_counts_what_was_met_from_damaged_bytes() -> None:
    case = open_case("B").later(minutes=5).do(s.acknowledge()).delivered()
    case.tick()
    kept = Kept.decode(stored(case).clocks, stored(case).link)
    assert kept
    [track] = kept.tracks
    damaged = msgspec.structs.replace(track, clocks={**track.clocks, "answer": msgspec.Raw(b"\x01")})
    assert msgspec.structs.replace(kept, tracks=(damaged,)).met() is None


def test_a_message_before_a_hundred_later_ones_is_forgotten() -> None:
    *_, (_, replay) = _updates(150)
    assert list(replay.sent) == [f"M{number}" for number in range(51, 151)]


def _updates(many: int) -> Iterator[tuple[Change, Replay]]:
    replay = Replay()
    for number in range(1, many + 1):
        data = encode_json({"audience": Audience.CUSTOMER, "text": "news"})
        change, replay = replay.step(Event(number, MONDAY, "li", "Update", data, "triaged", {"messages": number}))
        yield change, replay


def test_a_team_that_comes_back_after_its_run_was_forgotten_gets_a_run_of_a_new_name() -> None:
    over = Run(RunKey("team", 1, "payments"), MONDAY, MONDAY, "B", applies=True, state=RunState.MET, ended=MONDAY)
    rule = attrs.evolve(POLICY.clocks["task"], each="team")
    clock = Clock("team", rule, (over,)).forget(())
    assert (clock.runs, clock.forgotten, clock.again) == ((), 1, frozenset({over.key}))
    earlier = msgspec.structs.replace(clock, again=frozenset({RunKey("team", 1, "payments")}))
    second = msgspec.structs.replace(over, key=RunKey("team", 2, "bank"))
    assert msgspec.structs.replace(earlier, over=(second,)).forget(()).again == {second.key}


def test_no_time_before_what_was_forgotten_of_the_pauses_is_believed() -> None:
    case = open_case("B").do(c.AskCustomer({"card": "哪张卡?"}), s.pause("customer")).later(days=2).do(c.Resume())
    case.later(days=2).do(s.pause("customer")).later(hours=1).do(c.Resume())
    events = case.desk.history(case.id)
    timeline = attrs.evolve(Timeline.of(events, POLICY), tracks=(PolicyTrack.of(POLICY, None),)).forget_pauses()
    assert len(timeline.pauses) == 1
    assert timeline.unpaused == MONDAY + timedelta(days=2)
    early = msgspec.structs.replace(events[-1], at=MONDAY + timedelta(days=1), kind="Note", changes={})
    assert timeline.advance([early]) is None


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
    assert keeps(case)


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
    assert keeps(case)


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


def test_a_merged_complaint_that_owes_money_is_not_accused_of_a_first_response_that_was_never_due() -> None:
    """Its clocks stand since the merge; a payment that is missed there begins them for no later time."""
    desk = Desk.open("memory://", clock=(clock := FrozenClock(MONDAY)))
    ours, other = (desk.receive(s.receive(order=order), by=s.SYSTEM).id for order in ("A-1", "A-2"))
    desk.do(ours, s.compensate(arrives=MONDAY + timedelta(days=2)), c.Merge(other), by=s.MANAGER)
    clock.later(days=4)
    desk.tick()
    kinds = [event.kind for event in desk.history(ours)]
    assert kinds.count("MissDeadline") == 1
    assert desk.check_integrity().sound
    late = [one.deadline.clock for one in desk.explain(ours) if one.deadline.late]
    assert late == ["compensation"]


def test_the_clocks_of_a_merged_complaint_that_owes_money_come_back_when_it_is_taken_apart() -> None:
    """A look at what it owes must not forget them: nobody would be reminded of it any more."""
    desk = Desk.open("memory://", clock=(clock := FrozenClock(MONDAY)))
    ours, other = (desk.receive(s.receive(order=order), s.triage(), by=s.SYSTEM).id for order in ("A-1", "A-2"))
    before = {one.deadline.clock for one in desk.explain(ours)}
    desk.do(ours, s.compensate(arrives=MONDAY + timedelta(days=2)), c.Merge(other), by=s.MANAGER)
    clock.later(hours=1)
    desk.tick()
    assert desk.check_integrity().sound
    desk.do(ours, c.Unmerge(), by=s.MANAGER)
    assert {one.deadline.clock for one in desk.explain(ours)} == {*before, "compensation"}
    assert desk.check_integrity().sound
