"""`complaintflow log`: the events as a file for another tool."""

from __future__ import annotations

import json
import sys
from csv import DictReader
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path

import duckdb
import pytest

from complaintflow.cli.failures import Code
from complaintflow.contrib import parquet
from complaintflow.interchange import LoggedEvent
from complaintflow.interchange.event_log import COLUMNS, CUT
from complaintflow.interchange.scalars import write_time
from tests.cli.command_line import CommandLine


@pytest.mark.parametrize(
    ("format", "begins"), [("csv", "complaint,seq"), ("xes", "<?xml"), ("flow", "stateDiagram-v2")]
)
def test_each_format_goes_to_standard_output(cli: CommandLine, format: str, begins: str) -> None:
    cli.received()
    assert cli("log", "--format", format).out.startswith(begins)


def test_a_new_file_is_written_and_none_that_is_there(cli: CommandLine) -> None:
    id = cli.received()
    file = cli.folder / "log.json"
    assert cli("log", "--format", "ocel", "-o", str(file)).code == Code.OK
    assert [one["id"] for one in json.loads(file.read_text(encoding="utf-8"))["objects"]] == [id]
    again = cli("log", "-o", str(file))
    assert again.code == Code.STORE
    assert "name a new file" in again.err


def test_who_acted_is_named_when_it_is_asked(cli: CommandLine) -> None:
    cli.received()
    assert "u-17" not in cli("log").out
    assert "u-17" in cli("log", "--with-ids").out


def test_parquet_has_the_table_of_the_csv_and_nobody_in_it(cli: CommandLine) -> None:
    cli.triaged()
    file = cli.folder / "log.parquet"
    assert cli("log", "--format", "parquet", "-o", str(file)).code == Code.OK
    found = duckdb.execute(f"SELECT * FROM '{file}' ORDER BY seq")
    assert [name for name, *_ in found.description or ()] == [*COLUMNS]
    rows = [dict(zip(COLUMNS, one, strict=True)) for one in found.fetchall()]
    csv = [*DictReader(StringIO(cli("log").out))]
    assert [{**one, "seq": str(one["seq"]), "at": write_time(one["at"])} for one in rows] == csv
    assert [one["activity"] for one in rows] == ["Receive", "Triage"]
    assert b"u-17" not in file.read_bytes()
    named = cli.folder / "named.parquet"
    cli("log", "--format", "parquet", "-o", str(named), "--with-ids")
    assert duckdb.execute(f"SELECT \"by\" FROM '{named}' ORDER BY seq").fetchall() == [("u-17",), ("li",)]


def test_parquet_is_written_in_groups_of_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS", 2_048)
    at = datetime(2026, 3, 2, 9, 0, 0, 5, tzinfo=UTC)
    about = {**dict.fromkeys(CUT, ""), "area": "=1+1"}
    events = [(LoggedEvent(f"C-{number}", 1, at, "Receive", "staff", "received", about),) for number in range(5_000)]
    file = tmp_path / "it's.parquet"
    file.write_bytes(b"".join(parquet.write_parquet(events)))
    told = str(file).replace("'", "''")
    assert duckdb.execute(f"SELECT count(DISTINCT row_group_id) FROM parquet_metadata('{told}')").fetchall() == [(3,)]
    assert duckdb.execute(f"SELECT count(DISTINCT complaint), any_value(area) FROM '{told}'").fetchall() == [
        (5_000, "=1+1")
    ]


def test_an_empty_log_is_a_table_without_rows(cli: CommandLine) -> None:
    file = cli.folder / "log.parquet"
    file.write_bytes(b"".join(parquet.write_parquet([])))
    assert duckdb.execute(f"SELECT count(*) FROM '{file}'").fetchall() == [(0,)]


def test_parquet_needs_a_file_and_its_extra(cli: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.received()
    ran = cli("log", "--format", "parquet")
    assert (ran.code, "a new file: Parquet is no text" in ran.err) == (Code.INVALID, True)
    monkeypatch.delitem(sys.modules, "complaintflow.contrib.parquet")
    monkeypatch.setitem(sys.modules, "duckdb", None)
    ran = cli("log", "--format", "parquet", "-o", "log.parquet")
    assert (ran.code, "pip install 'complaintflow[parquet]'" in ran.err) == (Code.INVALID, True)
