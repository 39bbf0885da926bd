"""R40: sheets of what is counted never disagree with the histories, whatever becomes of a complaint."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from complaintflow import Actor, Customer, Desk, commands as c
from complaintflow.desk.case_reader import CaseReader
from complaintflow.desk.sheets import keep_day, make_day
from complaintflow.insight import Figures
from complaintflow.insight.cases import SHEET_FORMAT
from complaintflow.insight.sheets import ID
from complaintflow.plugins import KeepsSheets
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.desk.town import Town
from tests.stores.desks import openers, solved

DAY = timedelta(days=1)
KINDS = ("memory", "sqlite", "sqlite+sql")


def year(desk: Desk, clock: FrozenClock, *, anew: bool = False) -> Figures:
    return desk.figures(since=clock.now - 400 * DAY, until=clock.now + DAY, by="state", least=1, anew=anew)


def sheets(desk: Desk) -> list[int]:
    """The days that have one with any complaint on it."""
    with desk._units.reading() as session:
        found = cast(KeepsSheets, session).sheets(0, {ID})
        return [day for day, columns in found if b"C-" in columns[ID]]


@pytest.fixture(params=KINDS)
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Desk, FrozenClock, list[str]]]:
    """Three complaints that are over since one day, of which there is a sheet, and one that is open."""
    clock = FrozenClock()
    with openers(request.param, tmp_path)(clock=clock) as desk:
        yield desk, clock, fill(desk, clock)


def fill(desk: Desk, clock: FrozenClock) -> list[str]:
    people = [Customer(f"u-{number}") for number in range(4)]
    ids = [desk.receive(s.receive(customer=one, order=one.id), by=s.SYSTEM).id for one in people]
    clock.later(minutes=5)
    for id, one in zip(ids[:3], people, strict=False):
        desk.do(id, s.WITHDRAW, by=Actor.customer(one.id))
    for _ in range(2):  # the first one finds that nobody answered, and puts it on record
        clock.later(days=1)
        desk.tick()
    return ids


def test_what_happens_after_the_end_takes_the_sheet_and_is_counted(house: Any) -> None:
    """It comes back, is labelled, moved or erased: as the histories say it, at once, and behind the next sheet."""
    desk, clock, (first, second, *_) = house
    (day,) = sheets(desk)
    acts: tuple[Callable[[], object], ...] = (
        lambda: desk.do(first, c.Reopen("it broke again"), by=Actor.customer("u-0")),
        lambda: desk.do(second, c.Note("somebody looks at it"), by=s.LI),
        lambda: desk.erase("u-2", by=s.LEAD, reason="she asks for it"),
    )
    for act in acts:
        act()
        assert day not in sheets(desk)
        assert year(desk, clock) == year(desk, clock, anew=True)
        clock.later(days=1)
        desk.tick()
        assert day in sheets(desk)
        assert year(desk, clock) == year(desk, clock, anew=True)
    assert desk.check_integrity().sound


def test_in_a_town_for_weeks_sheets_say_what_the_histories_say() -> None:
    """Complaints merge and part, come back and end by silence; mails come late; the policy changes."""
    town = Town(random.Random(11))
    town.live(30)
    town.clock.later(days=1)
    town.desk.tick()
    assert sheets(town.desk)
    assert year(town.desk, town.clock) == year(town.desk, town.clock, anew=True)
    assert town.desk.check_integrity().sound


def test_an_erased_complaint_leaves_no_name_on_a_sheet(tmp_path: Path) -> None:
    clock = FrozenClock()
    with openers("sqlite", tmp_path)(clock=clock) as desk:
        id = desk.receive(s.receive(product="a kettle of hers"), by=s.SYSTEM).id
        desk.do(id, s.WITHDRAW, by=s.CUSTOMER)
        clock.later(days=1)
        desk.tick()
        assert b"a kettle of hers" in _on_sheets(tmp_path)
        desk.erase("u-17", by=s.LEAD, reason="she asks for it")
        assert _on_sheets(tmp_path) == b""
        clock.later(days=1)
        desk.tick()
        assert b"kettle" not in _on_sheets(tmp_path) != b""


def _on_sheets(folder: Path) -> bytes:
    with closing(sqlite3.connect(folder / "desk.db")) as file:
        return b"".join(data for (data,) in file.execute("SELECT data FROM sheets"))


def test_where_words_lie_encrypted_there_is_no_sheet(tmp_path: Path) -> None:
    """A sheet names products of many complaints, and each has a key of its own."""
    clock = FrozenClock()
    with openers("encrypted", tmp_path)(clock=clock) as desk:
        fill(desk, clock)
        assert _on_sheets(tmp_path) == b""
        assert year(desk, clock) == year(desk, clock, anew=True)


DAMAGES = (
    ("UPDATE sheets SET data = x'ff' WHERE name = 'complaints'", False),
    ("UPDATE sheets SET data = x'ff' WHERE name = 'id'", False),
    ("DELETE FROM sheets", True),
    (f"UPDATE counted_days SET format = {SHEET_FORMAT - 1}", True),
    (f"UPDATE counted_days SET format = {SHEET_FORMAT + 2}", True),
)


@pytest.mark.parametrize(("damage", "sound"), DAMAGES)
def test_a_sheet_that_cannot_be_read_or_is_of_another_format_is_left_alone(
    tmp_path: Path, damage: str, sound: bool
) -> None:
    """Its complaints are read: none is missing from the figures."""
    clock = FrozenClock()
    with openers("sqlite", tmp_path)(clock=clock) as desk:
        fill(desk, clock)
        with closing(sqlite3.connect(tmp_path / "desk.db")) as file, file:
            file.execute(damage)
        assert year(desk, clock) == year(desk, clock, anew=True)
        assert desk.check_integrity().sound == sound


def test_an_older_sheet_is_made_anew_and_a_newer_one_is_kept(tmp_path: Path) -> None:
    """Two versions of the library may share a store while one follows the other."""
    clock = FrozenClock()
    with openers("sqlite", tmp_path)(clock=clock) as desk:
        fill(desk, clock)
        for format, then in ((SHEET_FORMAT - 1, SHEET_FORMAT), (SHEET_FORMAT + 2, SHEET_FORMAT + 2)):
            with closing(sqlite3.connect(tmp_path / "desk.db")) as file, file:
                file.execute("UPDATE counted_days SET format = ?", (format,))
            desk.tick()
            with closing(sqlite3.connect(tmp_path / "desk.db")) as file:
                assert {*file.execute("SELECT format FROM counted_days")} == {(then,)}


def test_a_sheet_that_says_otherwise_is_a_breach(tmp_path: Path) -> None:
    clock = FrozenClock()
    with openers("sqlite", tmp_path)(clock=clock) as desk:
        fill(desk, clock)
        with closing(sqlite3.connect(tmp_path / "desk.db")) as file, file:
            file.execute("DELETE FROM sheets WHERE name = 'channel'")
        (breach,) = desk.check_integrity().breaches
    assert str(breach) == "sheets 20515 (2026-03-03): is not what is counted of the complaints of its day"


def test_a_complaint_of_the_day_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    """No sheet hides it; and that day is not tried again at each tick."""
    clock = FrozenClock()
    with openers("sqlite", tmp_path)(clock=clock) as desk:
        ids = fill(desk, clock)
        with closing(sqlite3.connect(tmp_path / "desk.db")) as file, file:
            file.execute("UPDATE complaints SET counted = x'' WHERE id = ?", (ids[0],))
            file.execute("UPDATE events SET changes = x'ff' WHERE complaint = 1")
            file.execute("UPDATE counted_days SET format = 0")
            file.execute("DELETE FROM sheets")
        for _ in range(2):
            desk.tick()
            assert sheets(desk) == []
            found = year(desk, clock)
            assert found.unreadable == (ids[0],)
            assert found["complaints"].whole.number == 3  # type: ignore[union-attr]
        with desk._units.reading() as session:
            assert not cast(KeepsSheets, session).days_without_sheet(SHEET_FORMAT, 10**6, 9)


def test_a_sheet_is_not_kept_if_its_day_changed_while_it_was_made(house: Any) -> None:
    """It is made while others write."""
    desk, clock, (first, *_) = house
    (day,) = sheets(desk)
    with desk._units.reading() as session:
        new = make_day(CaseReader(session, desk._units.versions), day)
    desk.do(first, c.Note("somebody looks at it"), by=s.LI)
    desk._units.write(lambda session: keep_day(session, new))
    assert sheets(desk) == []
    assert year(desk, clock) == year(desk, clock, anew=True)


def test_what_was_solved_is_on_a_sheet_with_its_times(tmp_path: Path) -> None:
    clock = FrozenClock()
    with openers("sqlite", tmp_path)(clock=clock) as desk:
        id = solved(desk).id
        clock.later(days=1)
        desk.tick()
        assert len(sheets(desk)) == 1
        found = year(desk, clock)
        assert found == year(desk, clock, anew=True)
        assert found["closing_time"].shown[0].complaints == (id,)
