"""Imports on SQLite, many rows in a transaction: rows that rules classify, and cases of another system by a mapping."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from itertools import pairwise
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from time import thread_time

from benchmarks.measuring import Figure, cpu
from complaintflow import Desk, intakes
from complaintflow.desk import builtin, read_rows, take_in
from complaintflow.desk.importing import read_with
from complaintflow.intakes.mapped import MappedIntake, open_text, read_mapping
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


def importing_many(rows: int) -> Iterator[Figure]:
    """All the cases of a system from a file, each transaction synced: milliseconds of CPU a case, growth and memory."""
    with TemporaryDirectory() as folder, Desk(SqliteStore(Path(folder, "desk.db"))) as desk:
        mapping, file = Path(folder, "mapping.toml"), Path(folder, "old.csv")
        mapping.write_text(MAPPING, encoding="utf-8")
        with file.open("w", encoding="utf-8") as out:
            out.writelines(_lines(rows))
        intake, begin, marks = MappedIntake(read_mapping(mapping)), thread_time(), [thread_time()]
        tenth, highest = max(1, rows // 10), 0
        with open_text(file) as source:
            for number, row in enumerate(take_in(desk, read_with(intake, source, "map")), 1):
                if row.status != "new":
                    raise SystemExit(f"line {row.line}: {row.status}: {row.reason}")
                if number % tenth == 0:
                    marks.append(thread_time())
                    highest = highest or _most_memory()
        whole = thread_time() - begin
        tenths = [after - before for before, after in pairwise(marks)]
        grown = _most_memory() / highest
    name, detail = f"import of {rows:,} cases of another system", f"{whole:.0f} s of CPU, each transaction synced"
    yield Figure(name, whole / rows * 1e3, "ms", "", f"≤{CASE_GOAL}", detail)
    yield Figure("  the last tenth of them", tenths[-1] / tenths[0], "×", "the first tenth", "≤1.5")
    yield Figure("  the most memory of it", grown, "×", "that of the first tenth", "≤1.2")


def _most_memory() -> int:
    """The most kilobytes that the process ever had."""
    return getrusage(RUSAGE_SELF).ru_maxrss


def _lines(rows: int) -> Iterator[str]:
    """A file of another system: most cases are over, every tenth runs."""
    yield "id,text,who,at,end,what\n"
    for one in range(rows):
        end = "2026-01-04T10:00Z" if one % 10 else ""
        yield f"{one},I paid twice and cannot withdraw number {one},u-{one},2026-01-03T10:00Z,{end},refunded\n"


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
