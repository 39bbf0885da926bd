"""Each line of a return equals what another engine counts in another language over the same events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from complaintflow.insight import REGULATORS, RegulatorReturn
from tests.desk.measured_house import BEGIN, House
from tests.desk.test_measures_oracle import Oracle, house

SQL = Path(__file__).with_name("returns_oracle.sql").read_text(encoding="utf-8")
BERLIN = ZoneInfo("Europe/Berlin")
Told = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


def _on_the_wall(day: datetime, hour: int) -> datetime:
    wall = datetime.combine(day.date(), time(), BERLIN) + timedelta(hours=hour)
    return wall.astimezone(UTC).replace(tzinfo=None)


def _working_days(start: datetime, number: int) -> datetime:
    """18:00 of the last of so many days from Monday to Friday after the start, day by day."""
    day = start
    while number:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return _on_the_wall(day, 18)


def _dues(house: House) -> Iterator[tuple[object, ...]]:
    for id in house.ids.values():
        start = house.desk.history(id)[0].at.astimezone(BERLIN)
        working = (_working_days(start, number) for number in (3, 7, 10))
        yield (id, *working, *(_on_the_wall(start + timedelta(days=number), 24) for number in (15, 56, 60)))


def _expected(oracle: Oracle, since: datetime, until: datetime) -> tuple[Told, dict[str, list[tuple[object, ...]]]]:
    db = oracle.db
    db.execute("CREATE OR REPLACE TABLE w (since TIMESTAMP, until TIMESTAMP)")
    db.execute("INSERT INTO w VALUES (?, ?)", [since.replace(tzinfo=None), until.replace(tzinfo=None)])
    db.execute(SQL)
    rows = db.execute(
        "SELECT line, list(complaint ORDER BY complaint) FILTER (NOT untold), list(complaint ORDER BY complaint) "
        "FILTER (untold) FROM told GROUP BY line"
    ).fetchall()
    sums: dict[str, list[tuple[object, ...]]] = {}
    for line, currency, amount, ids in db.execute("SELECT * FROM amounts ORDER BY line, currency").fetchall():
        sums.setdefault(line, []).append((currency, Decimal(str(amount)), tuple(ids)))
    return {line: (tuple(known or ()), tuple(untold or ())) for line, known, untold in rows}, sums


def _same(found: RegulatorReturn, told: Told, sums: dict[str, list[tuple[object, ...]]]) -> int:
    for row in found.rows:
        line = f"{found.query.regulator} {row.line}"
        if line in sums:
            assert [(cell.currency, cell.amount, cell.complaints) for cell in row.cells] == sums[line], line
        else:
            (cell,) = row.cells
            assert (cell.complaints, cell.untold) == told.get(line, ((), ())), line
    return sum(bool(cell.complaints or cell.untold) for row in found.rows for cell in row.cells)


def _compare(house: House, folder: Path) -> int:
    """Every line over the whole time and a part of it, from what is kept and from the histories."""
    now, compared = house.clock.now, 0
    oracle = Oracle(house, folder, [now])
    oracle.db.execute(
        "CREATE TABLE dues (id VARCHAR, three TIMESTAMP, seven TIMESTAMP, ten TIMESTAMP, fifteen TIMESTAMP, "
        "weeks TIMESTAMP, sixty TIMESTAMP)"
    )
    oracle.db.executemany("INSERT INTO dues VALUES (?, ?, ?, ?, ?, ?, ?)", [*_dues(house)])
    for since, until in ((BEGIN, now), (BEGIN + timedelta(days=40), BEGIN + timedelta(days=130))):
        told, sums = _expected(oracle, since, until)
        for regulator in REGULATORS:
            found = house.desk.regulator_return(regulator, since=since, until=until)
            assert found.rows == house.desk.regulator_return(regulator, since=since, until=until, anew=True).rows
            compared += _same(found, told, sums)
    return compared


def test_every_line_is_what_another_engine_counts(tmp_path: Path) -> None:
    """Or a return goes out that nobody could explain, complaint by complaint."""
    assert _compare(house(40), tmp_path) > 30


@pytest.mark.explore
def test_every_line_over_all_incidents_and_complaints(tmp_path: Path) -> None:
    """The same over the 500 incidents and the 500 complaints of the public database."""
    assert _compare(house(1), tmp_path) > 40
