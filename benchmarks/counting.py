"""Figures from what is kept, against the same figures from all histories, and against DuckDB.

`python -m benchmarks.counting 100000` for another number of complaints. They are written as a store keeps them, each a
life that commands made, at another time, about something else and faster or slower, spread over a year. Ticks make the
sheets.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TextIO, cast

import msgspec

from benchmarks import life
from benchmarks.measuring import Figure, cpu
from complaintflow import Action, Desk, Lifecycle
from complaintflow.commands import FinishTask, LabelCause, Receive, Retrospect
from complaintflow.contrib.report import gather
from complaintflow.desk.case_reader import CaseReader
from complaintflow.desk.sheets import keeps_sheets, make_day
from complaintflow.desk.worker import _days_without_sheet
from complaintflow.insight.dimensions import COHORT, FIELDS
from complaintflow.insight.figures import Asked, FigureQuery
from complaintflow.insight.following import case_of, counted_to, encode_case
from complaintflow.plugins import Stored
from complaintflow.record.complaint import Complaint, Event, day_of
from complaintflow.record.history import GENESIS, seal
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Touches

YEAR = timedelta(days=365)
_STEP = timedelta(hours=3)
_CHUNK = 2_000
_LIVES = 200
_TYPES = ("billing", "fault", "delay", "service")
_AREAS = ("payment", "login", "delivery", "refund", "app")
WEEK = ("first_response", "closing_time", "transfer_rate", "resolution_rate", "reopen_rate", "complaints", "backlog")


def counting(complaints: int) -> Iterator[Figure]:
    """The week's report, one measure of the whole year, and the disk that what is kept takes."""
    with TemporaryDirectory() as folder:
        store, lines = SqliteStore(Path(folder, "house.db"), synchronous="OFF"), Path(folder, "cases.csv")
        with lines.open("w", encoding="utf-8") as file:
            kept = fill(store, complaints, file)
        now = life.BEGIN + YEAR
        desk = Desk(store, clock=lambda: now)
        improve(desk)
        _make_sheets(desk)
        week: dict[str, Any] = {"since": now - timedelta(days=7), "until": now, "measures": WEEK}
        year: dict[str, Any] = {"since": life.BEGIN, "until": now, "measures": "first_response", "by": "area"}
        anew = cpu(lambda: desk.figures(anew=True, **week))
        of_week = _least(lambda: desk.figures(**week), 5)
        listed = _least(lambda: [cell.complaints[:] for cell in desk.figures(**year)["first_response"].cells], 3)
        of_year = _least(lambda: desk.figures(**year), 3)
        detail = f"{of_week * 1e3:.1f} against {anew * 1e3:,.0f} ms, {complaints:,} complaints"
        yield Figure("week's report, kept", anew / of_week, "×", "histories", "≥100", detail)
        yield from _report(store)
        yield Figure("a year's measure, kept", of_year * 1e3, "ms", "", "", f"{complaints:,} complaints")
        yield Figure("kept of one complaint", kept, "bytes")
        yield Figure("a complaint on its sheet: CPU", _making(min(complaints, _LIVES)) * 1e6, "µs")
        yield Figure("a complaint on its sheet: bytes", _bytes(store) / complaints, "bytes")
        yield from _duckdb(lines, of_year, listed)
        desk.close()


def improve(desk: Desk) -> None:
    """Of twenty that ended last, the cause and an improvement that is done."""
    for one in desk.find(state="closed", sort="newest", limit=20).complaints:
        better = Action("a key for each capture", "wang", desk._now().date() + timedelta(days=7), "product")
        lesson = Retrospect(("paid twice", "a retry", "no key"), "told early", "no contact", (better,))
        desk.do(one.id, LabelCause("product defect-payment"), lesson, by=life.LI)
        desk.do(one.id, FinishTask("T1", Touches.NOTHING, "each capture has a key since today"), by=life.WANG)


def _least(side: Callable[[], object], rounds: int) -> float:
    return min(cpu(side) for _ in range(rounds))


def _make_sheets(desk: Desk) -> None:
    """As many ticks as it takes."""
    while _waiting(desk):
        desk.tick()


def _waiting(desk: Desk) -> bool:
    with desk._units.reading() as session:
        return bool(_days_without_sheet(session, desk._now()))


def _report(store: SqliteStore) -> Iterator[Figure]:
    """The report of a week as the next day begins: what it reads of the store, and all its figures."""
    now = life.BEGIN.replace(hour=1) + YEAR + timedelta(days=1)
    desk = Desk(store, clock=lambda: now)
    _make_sheets(desk)
    since = now - timedelta(days=7)
    asked = Asked.by([FigureQuery(since, now, by=(*FIELDS, COHORT))])
    with desk._units.reading() as session:
        kept = keeps_sheets(session)
        assert kept is not None
        reading = _least(lambda: [*kept.sheets(day_of(since), asked.columns)], 5)
    whole = _least(lambda: gather(desk, since=since, until=now), 3)
    better = _least(desk.effects, 3)
    yield Figure("the report of a week: its sheets read", reading * 1e3, "ms", "", "≤5", "every column of eight days")
    yield Figure("the report of a week: all figures of the page", whole * 1e3, "ms", "", "", "with improvements")
    yield Figure("of it: the effect of every improvement", better * 1e3, "ms", "", "", "what came in, and its causes")


def _making(complaints: int) -> float:
    """The CPU that a tick takes for the sheet of a day, by complaint, where commands have kept their clocks."""
    clock = FrozenClock(life.BEGIN)
    with Desk(MemoryStore(), clock=clock) as desk:
        for number in range(complaints):
            id = ""
            for command, by in life.commands(f"u-{number}"):
                id = (desk.do(id, command, by=by) if id else desk.receive(cast(Receive, command), by=by)).id
        clock.later(days=1)
        with desk._units.reading() as session:
            return (
                _least(lambda: make_day(CaseReader(session, desk._units.versions), day_of(life.BEGIN)), 3) / complaints
            )


def _bytes(store: SqliteStore) -> int:
    with store.reading() as session:
        return int(session._rows("SELECT coalesce(sum(length(data)), 0) FROM sheets")[0][0])


def fill(store: SqliteStore, complaints: int, lines: TextIO) -> float:
    """So many lives in the store, spread over a year, and in a table; what is kept of one of them, in bytes."""
    lines.write("id,area,received_at,answered\n")
    steps, size = [*life.live(Lifecycle.default())], 0
    events, facts = [step.event for step in steps], steps[-1].after.facts
    for begin in range(0, complaints, _CHUNK):
        with store.writing() as session:
            for number in range(begin, min(begin + _CHUNK, complaints)):
                id, at = f"C-{number:07}", life.BEGIN + YEAR * number / complaints
                mine = [*shifted(events, at, number)]
                case, previous, sealed = case_of(id, mine), GENESIS, []
                for event in mine:
                    sealed.append(seal(id, previous, event, bytes(16)))
                    previous = sealed[-1].link
                kept = encode_case(case)
                card, body = steps[-1].after.card, steps[-1].after.body
                its = msgspec.structs.replace(facts, type=case.type, area=case.area, customer=f"u-{number}", policy="")
                complaint = Complaint(id, len(mine), its, body, card=card)
                stored = Stored(complaint, previous, at, counted=kept, counted_to=counted_to(case))
                session.save(stored, sealed)
                lines.write(f"{id},{case.area},{case.received_at.isoformat()},{case.answered or at}\n")
                size += len(kept)
    return size / complaints


def shifted(events: list[Event], at: datetime, number: int) -> Iterator[Event]:
    """The same life at another time, about something else, faster or slower."""
    pace = _STEP * (number * 7919 % 9973 + 1) / 9973
    about = {"type": _TYPES[number % len(_TYPES)], "area": _AREAS[number % len(_AREAS)]}
    for place, event in enumerate(events):
        moved = {**event.changes, **{name: about[name] for name in about.keys() & event.changes.keys()}}
        moved.pop("policy", None)
        yield msgspec.structs.replace(event, at=at + place * pace, changes=moved)


def _duckdb(lines: Path, ours: float, listed: float) -> Iterator[Figure]:
    """The same measure of the year by DuckDB over a Parquet file of the cases, where it is installed.

    Our figures have lists that are read when somebody looks at them; so both are compared with and without lists.
    """
    try:
        import duckdb
    except ImportError:
        return
    file = lines.with_suffix(".parquet")
    made = duckdb.connect()
    made.execute(f"COPY (FROM read_csv('{lines}')) TO '{file}' (FORMAT parquet)")
    made.execute("SET threads = 1")
    for name, list_ids, mine in (("", "", ours), (", lists read", ", list(id ORDER BY id)", listed)):
        asked = (
            "SELECT area, count(*), quantile_disc(epoch_us(answered) - epoch_us(received_at), [0.5, 0.9, 0.95])"
            f"{list_ids} FROM '{file}' GROUP BY area ORDER BY area"
        )
        theirs = _least(partial(_fetch, made, asked), 3)
        detail = f"{mine * 1e3:.0f} against {theirs * 1e3:.0f} ms"
        yield Figure(f"a year's measure{name}", mine / theirs, "×", "DuckDB over Parquet", "≤2.5", detail)


def _fetch(connection: Any, asked: str) -> object:
    return connection.execute(asked).fetchall()


if __name__ == "__main__":
    for one in counting(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000):
        print(f"{one.name:26} {one.value:10.1f} {one.unit:6} {one.goal:6} {one.detail}")
