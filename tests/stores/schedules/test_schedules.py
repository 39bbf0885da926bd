"""A desk, workers and a store in every order, with a crash at every statement: nothing is lost, doubled or skipped."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import process_time

import pytest

from tests.stores.schedules import stops
from tests.stores.schedules.houses import House, PostgresHouse, SqliteHouse
from tests.stores.schedules.races import RACES, Race
from tests.stores.schedules.scheduler import Found
from tests.stores.schedules.stories import STORIES
from tests.stores.schedules.telling import Story, Telling
from tests.stores.servers import empty

MOST = os.environ.get("COMPLAINTFLOW_PREEMPTIONS", "")
"""Up to so many preemptions all stories are told, where somebody has the time."""

Campaign = Callable[[str], None]
Opens = Callable[[str], House]


@pytest.fixture(autouse=True)
def _stopping(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    stops.install(monkeypatch)
    logging.disable(logging.CRITICAL)  # those who are killed say so
    yield
    logging.disable(logging.NOTSET)


@pytest.fixture
def opens(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opens]:
    """Opens a house of this kind."""
    houses = list[House]()

    def open_one(kind: str) -> House:
        if kind == "postgresql":
            houses.append(PostgresHouse(request.getfixturevalue("database")))
        else:
            houses.append(SqliteHouse(tmp_path, kind))
        return houses[-1]

    yield open_one
    for one in houses:
        one.close()
        if one.kind == "postgresql":
            empty(request.getfixturevalue("database"))


@contextmanager
def telling(story: Story, house: House) -> Iterator[Telling]:
    one = Telling(story, house)
    try:
        yield one
    finally:
        one.close()


def explored(story: Story, house: House, most: int) -> Found:
    """What all schedules of a story end in."""
    with telling(story, house) as one:
        found = one.explore(most)
    assert not found.wrong, f"{found.wrong}\n{found.schedule}"
    return found


def seeded(race: Race, house: House, patch: pytest.MonkeyPatch, most: int = 2) -> Found:
    """What is found of a seeded race; it must be silent as long as one acts after the other."""
    race.seed(patch)
    with telling(race.story, house) as one:
        quiet = one.explore(0)
        assert not quiet.wrong, f"{race.name} is no race: {quiet.wrong}"
        return one.explore(most)


# ── every day


@pytest.mark.parametrize("name", ["two pay one order", "two workers deliver a letter"])
def test_a_file_loses_doubles_and_skips_nothing_in_any_order(name: str, opens: Opens) -> None:
    """Money paid twice, a letter that never goes or goes twice. All stories are told at length below."""
    assert explored(STORIES[name], opens("sqlite"), 1).schedules > 20


def test_postgresql_pays_no_order_twice_in_any_order(opens: Opens) -> None:
    """R26: money is gone."""
    assert explored(STORIES["two pay one order"], opens("postgresql"), 1).schedules > 20


def test_two_who_wait_in_a_circle_at_the_server_hear_nothing_of_it(opens: Opens) -> None:
    """A person gets an error for a deadlock, or the customer has a letter that was taken back on record."""
    found = explored(STORIES["a letter is taken back while it is sent"], opens("postgresql"), 1)
    assert found.waits > 0


@pytest.mark.parametrize("name", ["nobody_waits_for_a_turn", "a_claim_locks_nothing", "letters_are_saved_later"])
def test_a_seeded_race_is_found(name: str, opens: Opens, monkeypatch: pytest.MonkeyPatch) -> None:
    """A search that finds no race proves nothing. Each race is searched for below."""
    race = RACES[name]
    assert seeded(race, opens(race.kind), monkeypatch, most=1).wrong


def test_the_same_choices_lead_to_the_same_steps(opens: Opens) -> None:
    """Else a schedule that failed could not be told again."""
    with telling(STORIES["two workers deliver a letter"], opens("sqlite")) as one:
        run, _, end = one.perform([])
        again, _, same = one.perform(run.choices)
    assert (again.choices, again.done, same) == (run.choices, run.done, end)


def test_no_house_has_fewer_than_thirty_races_to_find() -> None:
    """Each with what a person would lose by it."""
    assert len(RACES) >= 30
    assert all(race.seed.__doc__ for race in RACES.values())


# ── at length


@pytest.mark.explore
@pytest.mark.parametrize("kind", ["sqlite", "sqlite+sql", "postgresql"])
@pytest.mark.parametrize("story", STORIES.values(), ids=lambda story: story.name)
def test_in_all_schedules_nothing_is_lost_doubled_or_skipped(
    story: Story, kind: str, opens: Opens, campaign: Campaign
) -> None:
    """Up to three preemptions or crashes: of them the rarest fault of a store consists."""
    begun, most = process_time(), int(MOST or {"sqlite": 3, "sqlite+sql": 1}.get(kind, story.most))
    found = explored(story, opens(kind), most)
    counts = (
        f"{found.schedules} schedules, {found.steps} statements, {found.crashes} crashes, {found.waits} waits at the "
        f"database, {len(found.ends)} ends, 0 lost, 0 doubled, 0 skipped"
    )
    campaign(f"{kind}, {story.name}, up to {most} preemptions: {counts}; {process_time() - begun:.0f} s")


@pytest.mark.explore
@pytest.mark.parametrize("race", RACES.values(), ids=lambda race: race.name)
def test_each_seeded_race_is_found(
    race: Race, opens: Opens, monkeypatch: pytest.MonkeyPatch, campaign: Campaign
) -> None:
    """What this search does not find, it would not find in the real code either."""
    found = seeded(race, opens(race.kind), monkeypatch)
    assert found.wrong, f"{race.name} was not found in {found.schedules} schedules"
    campaign(f"{race.kind}, {race.name}: found after {found.schedules} schedules, {found.gist}: {found.wrong[:120]}")


@pytest.mark.explore
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("two write on what they saw", 2),
        ("two write into one complaint", 2),
        ("two pay one order", 1),
        ("a letter is taken back while it is sent", 1),
        ("two workers deliver a letter", 1),
    ],
)
def test_what_is_left_out_ends_as_something_that_is_not(
    name: str, most: int, kind: str, opens: Opens, campaign: Campaign
) -> None:
    """Every statement is a place for a preemption here, and nothing else comes of it."""
    with telling(STORIES[name], opens(kind)) as one:
        few, whole = one.explore(most), one.explore(most, all_orders=True)
    assert whole.schedules > few.schedules
    assert whole.ends == few.ends
    assert not whole.wrong
    campaign(f"{kind}, {name}, {most} preemptions: {few.schedules} schedules end as all {whole.schedules}")
