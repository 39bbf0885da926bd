"""Every measure equals what another engine counts in another language over the same events, cell by cell."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Any

import duckdb
import pytest

from complaintflow.insight import MEASURES, Cell, Figures, Measure, Unit
from complaintflow.insight.periods import PERIODS
from complaintflow.sla import DeadlineStatus
from tests.desk.measured_house import BEGIN, House, build

SQL = Path(__file__).with_name("measures_oracle.sql").read_text(encoding="utf-8")
MICROSECOND = timedelta(microseconds=1)
CUTS: dict[str, str] = {
    **{name: f"coalesce(cases.{name}, '')" for name in (
        "type", "area", "region", "product", "category", "respondent", "channel", "team", "grade", "state",
    )},
    "tier": "coalesce(cases.tier, 'ordinary')",
    "responsible": "coalesce(cases.responsible, 'undetermined')",
    "root_cause": "coalesce(cases.root_cause, '')",
    "week": "strftime(o.ts, '%G-W%V')",
    "month": "strftime(o.ts, '%Y-%m')",
    "day": "strftime(o.ts, '%Y-%m-%d')",
    "cohort": "strftime(cases.received_at, '%G-W%V')",
}  # fmt: skip
OWN = {
    "collaborator_response": "collaborator",
    "deadlines_met": "clock",
    "deadlines_missed": "clock",
    "satisfaction": "score",
    "compensation": "currency",
    "improvements": "kind",
}


_READ = """
CREATE TABLE e AS SELECT complaint, seq, make_timestamp(ts) AS ts, actor, kind, state, d, c
FROM read_json(?, columns = {
  complaint: 'VARCHAR', seq: 'INT', ts: 'BIGINT', actor: 'VARCHAR', kind: 'VARCHAR', state: 'VARCHAR',
  d: 'JSON', c: 'JSON'
})
"""
_CELLS = """
WITH seen AS (
  SELECT {key} AS key, o.complaint, o.value, count(*) OVER (PARTITION BY {key}) AS n,
    row_number() OVER (PARTITION BY {key} ORDER BY o.value) AS place
  FROM observed o JOIN cases USING (complaint) WHERE o.measure = ? AND o.ts >= ? AND o.ts < ?
)
SELECT key, count(*), sum(value), min(value) FILTER (place >= ceil(n * 0.5)),
  min(value) FILTER (place >= ceil(n * 0.9)), min(value) FILTER (place >= ceil(n * 0.95)),
  list(DISTINCT complaint ORDER BY complaint),
  coalesce(list(DISTINCT complaint ORDER BY complaint) FILTER (value > 0), []),
  count(*) FILTER (value >= 9), count(*) FILTER (value <= 6)
FROM seen GROUP BY key
"""


@cache
def house(every: int) -> House:
    return build(every)


def _events(house: House) -> Iterator[dict[str, Any]]:
    for id in house.ids.values():
        for one in house.desk.history(id):
            yield {
                "complaint": id, "seq": one.seq, "ts": (one.at - datetime(1970, 1, 1, tzinfo=UTC)) // MICROSECOND,
                "actor": one.by, "kind": one.kind, "state": str(one.state),
                "d": json.loads(one.encoded), "c": json.loads(one.encoded_changes),
            }  # fmt: skip


def _met(house: House) -> Iterator[tuple[str, datetime, str, str]]:
    """The deadlines that were met in time, as each complaint explains them."""
    for id in house.ids.values():
        for one in house.desk.explain(id):
            deadline = one.deadline
            ours = "customer" not in deadline.tells
            if ours and deadline.status is DeadlineStatus.MET and not deadline.late and deadline.ended:
                yield id, deadline.ended.replace(tzinfo=None), deadline.clock, str(deadline.key)


class Oracle:
    """The events in DuckDB, with the observations of every measure."""

    def __init__(self, house: House, folder: Path, moments: Sequence[datetime]) -> None:
        lines = folder / "events.jsonl"
        lines.write_text("\n".join(map(json.dumps, _events(house))), encoding="utf-8")
        self.db = duckdb.connect()
        self.db.execute(_READ, [str(lines)])
        self.db.execute("CREATE TABLE met (complaint VARCHAR, ts TIMESTAMP, clock VARCHAR, run VARCHAR)")
        self.db.executemany("INSERT INTO met VALUES (?, ?, ?, ?)", [*_met(house)])
        self.db.execute("CREATE TABLE moments (moment TIMESTAMP)")
        self.db.executemany("INSERT INTO moments VALUES (?)", [(one.replace(tzinfo=None),) for one in moments])
        self.db.execute(SQL)

    def cells(self, measure: str, cut: str, since: datetime, until: datetime) -> dict[tuple[str, ...], tuple[Any, ...]]:
        """The number, the sum, the nearest-rank percentiles and the complaints of each cell."""
        key = CUTS.get(cut, "o.cut")
        window = [measure, since.replace(tzinfo=None), until.replace(tzinfo=None)]
        rows = self.db.execute(_CELLS.format(key=key), window).fetchall()
        return {(row[0],): row[1:] for row in rows}


def _told(cell: Cell, unit: Unit) -> tuple[Any, ...]:
    """What a cell says, as far as its unit has it."""
    match unit:
        case Unit.TIME:
            spread = tuple(int(one / MICROSECOND) for one in cell.percentiles.values())  # type: ignore[operator]
            return cell.number, *spread, cell.complaints
        case Unit.MONEY:
            return cell.number, float(Decimal(str(cell.value))), cell.complaints
        case Unit.SHARE:
            return cell.number, pytest.approx(cell.value), cell.complaints, cell.hits
        case Unit.SCORE:
            return cell.number, pytest.approx(cell.value), cell.complaints
        case Unit.NET:
            return (
                cell.number,
                pytest.approx(cell.value),
                cell.complaints,
                cell.parts["promoters"],
                cell.parts["detractors"],
            )
        case _:
            return cell.number, cell.value, cell.complaints


def _expected(row: tuple[Any, ...], unit: Unit) -> tuple[Any, ...]:
    number, total, p50, p90, p95, ids, hits, high, low = row
    complaints = tuple(ids)
    match unit:
        case Unit.TIME:
            return number, int(p50), int(p90), int(p95), complaints
        case Unit.MONEY:
            return number, total, complaints
        case Unit.SHARE:
            return number, total / number, complaints, tuple(hits)
        case Unit.SCORE:
            return number, total / number, complaints
        case Unit.NET:
            return number, (high - low) / number, complaints, high, low
        case _:
            return number, total, complaints


def _compare(house: House, folder: Path, all: Sequence[str]) -> int:
    """Every measure by every cut in the whole time, and by some in a part of it; and how many cells there were."""
    now, compared = house.clock.now, 0
    part = (BEGIN + timedelta(days=40), BEGIN + timedelta(days=130))
    oracle = Oracle(house, folder, [now, part[1]])
    for (since, until), cuts in (((BEGIN, now), all), (part, ["type", "region", "week"])):
        asking = partial(house.desk.figures, since=since, until=until, zone="UTC", calendar="always", least=1)
        for cut in cuts:
            found = asking(by=cut, measures=[name for name, one in MEASURES.items() if _is_cut(one, cut)])
            compared += _same(found, oracle, cut, since, until)
        for name, cut in OWN.items():
            by = () if name == "compensation" else cut
            compared += _same(asking(by=by, measures=name), oracle, cut, since, until)
    return compared


def _is_cut(measure: Measure, cut: str) -> bool:
    """Money is cut by its currency in any case, and what stands at a moment by no period."""
    return measure.unit is not Unit.MONEY and not (measure.at_moments and cut in PERIODS)


def _same(found: Figures, oracle: Oracle, cut: str, since: datetime, until: datetime) -> int:
    compared = 0
    for name, table in found.tables.items():
        begin = until - MICROSECOND if table.defined.at_moments else since
        unit, expected = table.defined.unit, oracle.cells(name, cut, begin, until)
        told = {cell.key: _told(cell, unit) for cell in table.cells}
        assert told == {key: _expected(row, unit) for key, row in expected.items()}, (name, cut)
        compared += len(told)
    return compared


def test_every_measure_is_what_another_engine_counts(tmp_path: Path) -> None:
    """Or a team lead decides on figures that nobody could explain, cell by cell and complaint by complaint."""
    assert _compare(house(40), tmp_path, ["type", "state", "day", "cohort"]) > 500


@pytest.mark.explore
def test_every_measure_over_all_incidents_and_complaints(tmp_path: Path) -> None:
    """The same over the 500 incidents and the 500 complaints of the public database."""
    assert _compare(house(1), tmp_path, [*CUTS]) > 5000
