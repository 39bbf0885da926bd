"""Weeks of simulated time, judged by an oracle that reads the raw events only."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from tests import stories as s
from tests.sla.breach_oracle import THEIRS, breaches, recorded, said_twice
from tests.sla.clock_fixtures import GRADES, MONDAY
from tests.sla.level_oracle import Looks, is_awake
from tests.sla.simulation import Simulation, prompt_staff, run_simulation

pytestmark = pytest.mark.uncounted  # long as it is; what it runs is counted by the tests beside it

SIMULATIONS = 10


def check_against_oracles(sim: Simulation) -> int:
    """Compare every complaint with the oracles, and count the breaches."""
    assert sim.moved == []
    sim.tick()
    count = 0
    for id in sim.ids:
        events = sim.desk.history(id)
        expected = breaches(events, sim.clock.now)
        assert recorded(events) == expected, id
        assert said_twice(events) == [], id
        assert list(Looks(events, sim.ticks).wrong()) == [], id
        late = {str(one.key) for one in sim.clocks(id) if one.late and one.clock not in THEIRS}
        fired = {str(event.data["clock"]) for event in events if event.kind == "MissDeadline"}
        assert late == fired, id
        count += len(expected)
    assert sim.desk.check_integrity().sound
    return count


def test_days_of_people_pauses_restarts_and_ticks_at_random(tmp_path: Path) -> None:
    """The seed was chosen so that everything of interest happens."""
    sim = Simulation(tmp_path / "desk.db", random.Random(3))
    run_simulation(sim, complaints=14, days=10, commands=24)
    assert check_against_oracles(sim) > 10
    assert what_never_happened(count_events(sim)) == []


@pytest.mark.parametrize("grade", sorted(GRADES))
def test_prompt_staff_breach_nothing(tmp_path: Path, grade: str) -> None:
    """R2 … R33: whatever the hour at which it comes in, and however often somebody looks."""
    sim = Simulation(tmp_path / "desk.db", random.Random(grade))
    for hours in (0, 16):
        sim.clock.now = begun = MONDAY + timedelta(days=len(sim.ids) * 2, hours=hours)
        id = sim.receive()
        for minutes, command, by in prompt_staff(grade):
            sim.clock.now = begun + timedelta(minutes=minutes)
            if sim.chance.random() < 0.3:
                sim.tick()
            sim.desk.do(id, command, by=by)
            sim.later(seconds=1)
            sim.deliver(id)
        assert sim.desk.get(id).state == "closed"
        assert not [event for event in sim.desk.history(id) if event.kind == "MissDeadline"]
    assert check_against_oracles(sim) == 0


@pytest.mark.parametrize("grade", sorted(GRADES))
def test_staff_that_never_act_breach_everything_at_its_due_instant(tmp_path: Path, grade: str) -> None:
    sim = Simulation(tmp_path / "desk.db", random.Random(grade))
    id = sim.receive("app", "ordinary")
    sim.desk.do(id, s.triage(signals=GRADES[grade]), by=s.LI)
    while sim.clock.now < MONDAY + timedelta(days=6):
        sim.later(minutes=sim.chance.randint(1, 600))
        sim.tick()
    promised = {"E": ("mitigation", 0.5), "A": ("cause", 4), "B": ("closure", 24), "C": ("direction", 72)}
    name, hours = promised[grade]
    dues = {"first_response_instant": timedelta(minutes=1), "review": timedelta(hours=24), name: timedelta(hours=hours)}
    events = sim.desk.history(id)
    missed = {breach.clock: breach.due for breach in recorded(events)}
    assert {clock: missed[clock] for clock in dues} == {clock: MONDAY + after for clock, after in dues.items()}
    check_against_oracles(sim)
    cadence = timedelta(hours={"E": 2, "A": 6, "B": 24, "C": 72}[grade])
    news = [event for event in events if event.kind == "MissDeadline" and "customer_news" in event.data["clock"]]
    assert sum(event.data.get("periods", 1) for event in news) == (sim.clock.now - MONDAY) // cadence
    reminded = [event for event in events if event.kind == "Remind"]
    assert {f"{clock}/1/1@lead" for clock in dues} <= {event.data["about"] for event in reminded}
    assert grade == "E" or all(is_awake(event.at) for event in reminded)


INTERESTING = ("Pause", "Handoff", "Reopen", "Dispute", "Regrade", "Withdraw", "MissDeadline", "Remind", "Decline")


def count_events(sim: Simulation) -> Counter[str]:
    """What of interest happened."""
    found = Counter({"restarts": sim.restarts, "ticks": len(sim.ticks), "complaints": len(sim.ids)})
    for id in sim.ids:
        for event in sim.desk.history(id):
            found["events"] += 1
            found[event.kind] += event.kind in INTERESTING
            by_silence = event.kind == "Close" and event.by == "system"
            found["closed by silence"] += by_silence
            found["silence refused"] += event.kind == "Remind" and "@close-refused:" in str(event.data.get("about", ""))
    return found


def what_never_happened(found: Counter[str]) -> list[str]:
    """What is of interest and did not happen."""
    return [name for name in (*INTERESTING, "closed by silence", "silence refused", "restarts") if not found[name]]


@pytest.mark.explore
@pytest.mark.parametrize("seed", range(SIMULATIONS))
def test_a_year_over_two_thousand_complaints(tmp_path: Path, seed: int) -> None:
    """In ten simulations, each of a year; nothing of interest stays out."""
    sim = Simulation(tmp_path / "desk.db", random.Random(seed))
    run_simulation(sim, complaints=2000 // SIMULATIONS, days=365, commands=20)
    count = check_against_oracles(sim)
    found = count_events(sim)
    print(f"seed {seed}: {count} breaches; {dict(found)}")
    assert what_never_happened(found) == []
    assert found["complaints"] == 2000 // SIMULATIONS
    assert count > found["complaints"]
