"""Imports on SQLite, many rows in a transaction: rows that rules classify, and cases of another system by a mapping."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import Figure, cpu
from complaintflow import Desk, intakes
from complaintflow.desk import builtin, read_rows, take_in
from complaintflow.intakes.mapped import MappedIntake, read_mapping
from complaintflow.plugins import Host, Incoming
from complaintflow.stores import SqliteStore

GOAL = 1.2
CASE_GOAL = 2.4
MAPPING = """
system = "old"
[fields]
id = "id"
description = "text"
channel = { constant = "app" }
"customer.id" = "who"
received_at = "at"
closed_at = "end"
resolution = "what"
"""


def importing_rows(rounds: int, rows: int) -> Iterator[Figure]:
    """Milliseconds of CPU for a row of the sample, the least of the rounds, and how much the classifier takes."""
    whole, judging = (min(column) for column in zip(*(_import(rows) for _ in range(rounds)), strict=True))
    yield Figure("import of a row by rules", whole, "ms", "", f"≤{GOAL}", f"{judging:.2f} ms are the classifier")
    cases = min(_import_cases(rows) for _ in range(rounds))
    yield Figure("import of a case of another system", cases, "ms", "", f"≤{CASE_GOAL}", "50,000 in two minutes")


def _import_cases(rows: int) -> float:
    with TemporaryDirectory() as folder, Desk(SqliteStore(Path(folder, "desk.db"), synchronous="OFF")) as desk:
        mapping = Path(folder, "mapping.toml")
        mapping.write_text(MAPPING, encoding="utf-8")
        lines = (
            f"{one},I paid twice and cannot withdraw,u-{one},2026-01-03T10:00Z,2026-01-04T10:00Z,refunded"
            for one in range(rows)
        )
        source = StringIO("\n".join(("id,text,who,at,end,what", *lines)))
        reader = MappedIntake(read_mapping(mapping))
        return cpu(lambda: list(take_in(desk, reader.read(source)))) / rows * 1e3


def _import(rows: int) -> tuple[float, float]:
    with TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder, "desk.db"), synchronous="OFF")
        with Desk(store, host=Host([builtin, intakes])) as desk, intakes.open_csv(intakes.sample_csv()) as source:
            found = [row for row in read_rows(desk, "cfpb", source) if isinstance(row, Incoming)][:rows]
            desk.plugins.suggestions(found[0].command)  # its patterns are compiled once in a process
            whole = cpu(lambda: list(take_in(desk, found, "rules")))
            judging = cpu(lambda: [desk.plugins.suggestions(row.command) for row in found])
    return whole / len(found) * 1e3, judging / len(found) * 1e3
