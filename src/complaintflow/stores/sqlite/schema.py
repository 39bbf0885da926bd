"""The tables of the embedded store, version by version, and how a file is brought forward."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from functools import cache

from complaintflow.errors import StoreError
from complaintflow.stores.copying import HALF, NOT_DONE
from complaintflow.stores.schema_parts import IN_SQLITE, SchemaPart, missing_parts

APPLICATION_ID = 0x0C0F1080
"""Marks a file as ours, so that another program's database is not taken for one."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE complaints (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      version INTEGER NOT NULL,
      state TEXT NOT NULL,
      type TEXT NOT NULL,
      area TEXT NOT NULL,
      team TEXT NOT NULL,
      owner TEXT NOT NULL,
      customer TEXT NOT NULL,
      order_no TEXT NOT NULL,
      channel TEXT NOT NULL,
      received_at INTEGER NOT NULL,
      check_at INTEGER,
      link BLOB NOT NULL,
      facts BLOB NOT NULL,
      incident TEXT NOT NULL DEFAULT '',
      proposed TEXT NOT NULL DEFAULT '',
      apart INTEGER NOT NULL DEFAULT 0,
      clocks BLOB NOT NULL DEFAULT x'',
      card BLOB NOT NULL DEFAULT x'',
      rank INTEGER NOT NULL DEFAULT 4,
      ended INTEGER NOT NULL DEFAULT 0,
      waits_since INTEGER NOT NULL DEFAULT 4611686018427387904,
      closed_at INTEGER,
      due INTEGER NOT NULL DEFAULT 4611686018427387904,
      due_for TEXT NOT NULL DEFAULT '',
      counted BLOB NOT NULL DEFAULT x'',
      counted_to INTEGER NOT NULL DEFAULT 4611686018427387904
    ) STRICT;
    CREATE INDEX complaints_by_receipt ON complaints (received_at);
    CREATE INDEX complaints_alike ON complaints (type, area, received_at);
    CREATE INDEX complaints_linked ON complaints (type, area, received_at) WHERE incident != '';
    CREATE INDEX complaints_proposed ON complaints (type, area, received_at) WHERE proposed != '';
    CREATE INDEX complaints_of_customer ON complaints (customer, received_at);
    CREATE INDEX complaints_of_order ON complaints (order_no, received_at) WHERE order_no != '';
    CREATE INDEX complaints_of_owner ON complaints (owner, ended, received_at) WHERE owner != '';
    CREATE INDEX complaints_of_team ON complaints (team, ended, received_at);
    CREATE INDEX complaints_in_state ON complaints (state, received_at);
    CREATE INDEX complaints_in_queue ON complaints (team, ended, rank, due);
    CREATE INDEX complaints_waiting ON complaints (waits_since) WHERE waits_since != 4611686018427387904;
    CREATE INDEX complaints_closed ON complaints (closed_at) WHERE closed_at IS NOT NULL;
    CREATE INDEX complaints_counted ON complaints (counted_to);
    CREATE TABLE counted_days (day INTEGER PRIMARY KEY, format INTEGER NOT NULL, touched INTEGER NOT NULL) STRICT;
    CREATE INDEX counted_days_by_format ON counted_days (format);
    CREATE TABLE sheets (day INTEGER NOT NULL, name TEXT NOT NULL, data BLOB NOT NULL, PRIMARY KEY (day, name)) STRICT;
    CREATE TABLE received (one INTEGER PRIMARY KEY CHECK (one = 1), complaints INTEGER NOT NULL) STRICT;
    INSERT INTO received VALUES (1, 0);
    CREATE TABLE events (
      place INTEGER PRIMARY KEY,
      complaint INTEGER NOT NULL,
      seq INTEGER NOT NULL,
      at INTEGER NOT NULL,
      by TEXT NOT NULL,
      kind TEXT NOT NULL,
      state TEXT NOT NULL,
      changes BLOB NOT NULL,
      versions TEXT NOT NULL,
      salt BLOB NOT NULL,
      data BLOB,
      link BLOB NOT NULL,
      commitment BLOB
    ) STRICT;
    CREATE UNIQUE INDEX events_of_complaint ON events (complaint, seq);
    CREATE TABLE tiles (
      level INTEGER NOT NULL, place INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, place)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE outbox (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      audience TEXT NOT NULL,
      message BLOB NOT NULL,
      key TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      why TEXT NOT NULL DEFAULT '',
      until INTEGER NOT NULL DEFAULT 0,
      held INTEGER NOT NULL DEFAULT 0,
      leased INTEGER NOT NULL DEFAULT 0,
      mending INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX outbox_by_key ON outbox (key);
    CREATE INDEX outbox_free ON outbox (number) WHERE NOT held;
    CREATE INDEX outbox_held ON outbox (until) WHERE held;
    CREATE INDEX outbox_leased ON outbox (until) WHERE leased;
    CREATE TABLE dead_letters (
      number INTEGER PRIMARY KEY,
      audience TEXT NOT NULL,
      message BLOB NOT NULL,
      key TEXT NOT NULL,
      attempts INTEGER NOT NULL,
      why TEXT NOT NULL
    ) STRICT;
    CREATE INDEX dead_letters_by_key ON dead_letters (key);
    CREATE TABLE sendings (
      recipient TEXT NOT NULL, at INTEGER NOT NULL, nth INTEGER NOT NULL, PRIMARY KEY (recipient, at, nth)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE claimed (complaint INTEGER PRIMARY KEY, until INTEGER NOT NULL) STRICT;
    CREATE TABLE checks (
      at INTEGER NOT NULL, complaint INTEGER NOT NULL, PRIMARY KEY (at, complaint)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE told_time (
      one INTEGER PRIMARY KEY CHECK (one = 1), known INTEGER NOT NULL, leapt INTEGER
    ) STRICT;
    CREATE TABLE paid (
      customer TEXT NOT NULL, order_no TEXT NOT NULL, complaint INTEGER NOT NULL,
      PRIMARY KEY (customer, order_no, complaint)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE series (
      complaint INTEGER NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (complaint, name)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX series_by_time ON series (name, at);
    CREATE TABLE series_hours (
      name TEXT NOT NULL, hour INTEGER NOT NULL, complaints INTEGER NOT NULL, PRIMARY KEY (name, hour)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE policies (digest TEXT PRIMARY KEY, document BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE keys (
      key TEXT PRIMARY KEY, complaint TEXT NOT NULL, version INTEGER NOT NULL, asked TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX keys_of_complaint ON keys (complaint);
    CREATE TABLE data_keys (
      complaint TEXT PRIMARY KEY, id BLOB NOT NULL, root TEXT NOT NULL, wrapped BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE labels (
      complaint INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (complaint, name)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX labels_by_value ON labels (name, value);
    CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'ascii', columnsize = 0);
    CREATE TABLE fresh_words (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE TRIGGER erased AFTER UPDATE OF data ON events WHEN new.data IS NULL BEGIN
      DELETE FROM words WHERE rowid = (new.complaint << 24) + new.seq;
      DELETE FROM words WHERE rowid = new.complaint << 24 AND new.kind IN ('Receive', 'Import', 'Correct', 'Answer');
      DELETE FROM fresh_words WHERE number = (new.complaint << 24) + new.seq;
      DELETE FROM fresh_words
        WHERE number = new.complaint << 24 AND new.kind IN ('Receive', 'Import', 'Correct', 'Answer');
      DELETE FROM labels WHERE complaint = new.complaint AND new.kind IN ('Receive', 'Import', 'Correct', 'Answer');
      DELETE FROM keys WHERE complaint = (SELECT id FROM complaints WHERE number = new.complaint)
        AND new.seq BETWEEN CAST(asked AS INTEGER) AND version AND key NOT LIKE '%/keyed-%';
    END;
    """,
)
"""One script for each version of the schema; a file of an older version runs those that it lacks."""

_IDENTITY = (  # one statement, so that nobody migrates the file between two looks
    "SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master) "
    "FROM pragma_user_version, pragma_application_id"
)


def version_of(connection: sqlite3.Connection, name: str, *, copying: bool = False) -> int:
    """The version of the schema in the file; 0 for an empty one.

    Raises `StoreError` for a file of another program, for one of a newer version, and for whoever is not `copying` for
    one into which a copy is not done.
    """
    version, owner, tables = connection.execute(_IDENTITY).fetchone()
    if tables and owner != APPLICATION_ID:
        raise StoreError(name, "this database belongs to another program", "name another file")
    if version > len(MIGRATIONS):
        cause = f"its schema has version {version}, this library knows {len(MIGRATIONS)}"
        raise StoreError(name, cause, "use the version of complaintflow that wrote it, or a newer one")
    if version == HALF and not copying:
        raise StoreError(name, *NOT_DONE)
    return int(version)


def migrate(connection: sqlite3.Connection, name: str, *, copying: bool = False) -> None:
    """Bring the schema forward, one version after the other, in one transaction."""
    if version_of(connection, name, copying=copying) in {HALF, len(MIGRATIONS)}:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in MIGRATIONS[version_of(connection, name) :]:
            _run(connection, script)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        roll_back(connection)
        raise


Schema = dict[tuple[str, str], tuple[str, str | None]]
"""Each table, index, trigger and view, by its type and name: the table that it is of, and what made it."""


def read_schema(connection: sqlite3.Connection) -> Schema:
    """What the file has. What SQLite keeps by itself when somebody asks it to count is left out."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master")
    return {(kind, name): (of, sql) for kind, name, of, sql in rows if not name.startswith("sqlite_stat")}


def shipped_schema() -> Schema:
    """What a new file has."""
    return _make_schema(MIGRATIONS)


@cache
def _make_schema(scripts: tuple[str, ...]) -> Schema:
    with closing(_fresh(scripts)) as fresh:
        return read_schema(fresh)


def missing_parts_in(connection: sqlite3.Connection, version: int) -> tuple[SchemaPart, ...]:
    """What the schema of this version has, and the file has not. An empty file lacks nothing."""
    found = parts_of(connection.execute(IN_SQLITE))
    return missing_parts(parts_of_scripts(MIGRATIONS[: version or None]), found) if found else ()


@cache
def parts_of_scripts(scripts: tuple[str, ...]) -> frozenset[SchemaPart]:
    """What these scripts make."""
    with closing(_fresh(scripts)) as fresh:
        return parts_of(fresh.execute(IN_SQLITE))


def parts_of(rows: Iterable[Sequence[str]]) -> frozenset[SchemaPart]:
    """The parts that a database has answered with."""
    return frozenset(SchemaPart(*row) for row in rows)


def _fresh(scripts: tuple[str, ...]) -> sqlite3.Connection:
    fresh = sqlite3.connect(":memory:", isolation_level=None)
    for script in scripts:
        _run(fresh, script)
    return fresh


def _run(connection: sqlite3.Connection, script: str) -> None:
    """Statement by statement; that of a trigger has others within."""
    statement = ""
    for part in script.split(";"):
        statement += f"{part};"
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def roll_back(connection: sqlite3.Connection) -> None:
    """After some errors (a full disk) SQLite has done so by itself."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")
