"""The house that figures are measured on says what a house says in which people did the same."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import Any, cast

import attrs

from benchmarks import life
from benchmarks.counting import YEAR, fill, shifted
from complaintflow import Desk, Lifecycle
from complaintflow.insight import MEASURES, Figures
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.testing import FrozenClock

MANY = 5
LEFT_OUT = {"next_response", "deadlines_met"}
"""They need clocks and facts that are moved as the events are."""
ASKED: dict[str, Any] = {
    "since": life.BEGIN,
    "until": life.BEGIN + 2 * YEAR,
    "measures": tuple(name for name in MEASURES if name not in LEFT_OUT),
    "by": ("type", "area", "week"),
    "least": 1,
}


def told(figures: Figures) -> dict[str, list[object]]:
    """What figures say, apart from the ids."""
    return {
        name: [(cell.key, cell.number, cell.value) for cell in table.cells] for name, table in figures.tables.items()
    }


def lived() -> Figures:
    """The same lives at a desk: what is asked for, when and about what the filled house has it."""
    clock = FrozenClock(life.BEGIN)
    desk = Desk(MemoryStore(), clock=clock)
    events = [step.event for step in life.live(Lifecycle.default())]
    for number in range(MANY):
        moved, id = [*shifted(events, life.BEGIN + YEAR * number / MANY, number)], ""
        about = {name: moved[0].changes[name] for name in ("type", "area")}
        for event, (command, by) in zip(moved, life.commands(), strict=True):
            clock.now = event.at
            there = {name: value for name, value in about.items() if getattr(command, name, None)}
            later = {"next_at": event.at + YEAR} if getattr(command, "next_at", None) else {}
            asked: Any = attrs.evolve(cast(Any, command), **there, **later)
            id = (desk.do(id, asked, by=by) if id else desk.receive(asked, by=by)).id
            desk.deliver()
    clock.now = life.BEGIN + 2 * YEAR
    return desk.figures(**ASKED)


def test_the_house_that_is_filled_says_what_a_house_says_in_which_people_did_it(tmp_path: Path) -> None:
    """Else a million of them measure what no house has."""
    store = SqliteStore(tmp_path / "house.db", synchronous="OFF")
    fill(store, MANY, StringIO())
    with Desk(store, clock=FrozenClock(life.BEGIN + 2 * YEAR)) as desk:
        assert told(desk.figures(**ASKED)) == told(lived())
        desk.tick()
        assert told(desk.figures(**ASKED)) == told(lived())
