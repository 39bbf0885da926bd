"""An import of rows by rules: each row is classified, received and triaged in a transaction of its own, on SQLite."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.measuring import Figure, cpu
from complaintflow import Desk, intakes
from complaintflow.desk import builtin, read_rows, take_in
from complaintflow.plugins import Host, Incoming
from complaintflow.stores import SqliteStore

GOAL = 1.2


def importing_rows(rounds: int, rows: int) -> Iterator[Figure]:
    """Milliseconds of CPU for a row of the sample, the least of the rounds, and how much the classifier takes."""
    whole, judging = (min(column) for column in zip(*(_import(rows) for _ in range(rounds)), strict=True))
    yield Figure("import of a row by rules", whole, "ms", "", f"≤{GOAL}", f"{judging:.2f} ms are the classifier")


def _import(rows: int) -> tuple[float, float]:
    with TemporaryDirectory() as folder:
        store = SqliteStore(Path(folder, "desk.db"), synchronous="OFF")
        with Desk(store, host=Host([builtin, intakes])) as desk, intakes.open_csv(intakes.sample_csv()) as source:
            found = [row for row in read_rows(desk, "cfpb", source) if isinstance(row, Incoming)][:rows]
            desk.plugins.suggestions(found[0].command)  # its patterns are compiled once in a process
            whole = cpu(lambda: list(take_in(desk, found, "rules")))
            judging = cpu(lambda: [desk.plugins.suggestions(row.command) for row in found])
    return whole / len(found) * 1e3, judging / len(found) * 1e3
