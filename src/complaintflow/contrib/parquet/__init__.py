"""The event log as Parquet (extra `parquet`): the table of `write_csv`, for tools that read columns.

The rows go to a file on disk first and from there in groups, so that a log of any length fills no memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

try:
    import duckdb
except ImportError as error:
    raise ImportError("Parquet needs the extra: pip install 'complaintflow[parquet]'") from error

from complaintflow.interchange import LoggedEvent, write_json_lines
from complaintflow.interchange.event_log import COLUMNS

__all__ = ["write_parquet"]

ROWS = 100_000
"""So many rows are in one group."""
_CHUNK = 2**20
_TYPES = {"seq": "INTEGER", "at": "TIMESTAMPTZ"}
_SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "memory_limit": "256MB",
    "threads": 1,
    "autoinstall_known_extensions": False,  # it fetches nothing
    "autoload_known_extensions": False,
}
_COPY = """
COPY (SELECT * FROM read_json(?, format = 'newline_delimited', columns = {{{columns}}}))
TO '{target}' (FORMAT parquet, ROW_GROUP_SIZE {rows}, COMPRESSION zstd)
"""


def write_parquet(log: Iterable[tuple[LoggedEvent, ...]]) -> Iterator[bytes]:
    """The log as the bytes of a Parquet file, in pieces: `seq` is a number, `at` a time in UTC, all else is text."""
    with TemporaryDirectory() as folder:
        rows, target = Path(folder) / "log.jsonl", Path(folder) / "log.parquet"
        with rows.open("w", encoding="utf-8") as file:
            file.writelines(write_json_lines(log))
        _convert(rows, target)
        with target.open("rb") as found:
            yield from iter(partial(found.read, _CHUNK), b"")


def _convert(rows: Path, target: Path) -> None:
    columns = ", ".join(f"'{name}': '{_TYPES.get(name, 'VARCHAR')}'" for name in COLUMNS)
    told = str(target).replace("'", "''")
    with duckdb.connect(config=_SETTINGS) as engine:
        engine.execute(_COPY.format(columns=columns, target=told, rows=ROWS), [str(rows)])
