"""The tables of the embedded store, version by version, and how a file is brought forward."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import cache

from complaintflow.errors import StoreError
from complaintflow.record.keys import hidden_key

APPLICATION_ID = 0x0C0F107F
"""Marks a file as ours, so that another program's database is not taken for one."""

MIGRATIONS: tuple[str, ...] = (
    """
    CREATE TABLE complaints (
      number INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      version INTEGER NOT NULL,
      state TEXT NOT NULL,
      grade TEXT,
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
      facts BLOB NOT NULL
    ) STRICT;
    CREATE INDEX complaints_of_customer ON complaints (customer);
    CREATE INDEX complaints_by_receipt ON complaints (received_at);
    CREATE TABLE events (
      complaint INTEGER NOT NULL REFERENCES complaints (number),
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
      commitment BLOB,
      PRIMARY KEY (complaint, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE ledger (place INTEGER PRIMARY KEY, link BLOB NOT NULL) STRICT;
    CREATE TABLE outbox (
      number INTEGER PRIMARY KEY AUTOINCREMENT,
      audience TEXT NOT NULL,
      message BLOB NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      until INTEGER NOT NULL DEFAULT 0,
      why TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE TABLE dead_letters (
      number INTEGER PRIMARY KEY,
      audience TEXT NOT NULL,
      message BLOB NOT NULL,
      attempts INTEGER NOT NULL,
      why TEXT NOT NULL
    ) STRICT;
    CREATE TABLE sendings (
      recipient TEXT NOT NULL, at INTEGER NOT NULL, nth INTEGER NOT NULL, PRIMARY KEY (recipient, at, nth)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE changed (complaint INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE claimed (complaint INTEGER PRIMARY KEY, until INTEGER NOT NULL) STRICT;
    CREATE TABLE checks (
      at INTEGER NOT NULL, complaint INTEGER NOT NULL, PRIMARY KEY (at, complaint)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE keys (
      key TEXT PRIMARY KEY, complaint TEXT NOT NULL, version INTEGER NOT NULL, asked TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE policies (digest TEXT PRIMARY KEY, document BLOB NOT NULL) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE TABLE paid (
      customer TEXT NOT NULL, order_no TEXT NOT NULL, complaint INTEGER NOT NULL,
      PRIMARY KEY (customer, order_no, complaint)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    ALTER TABLE complaints ADD COLUMN incident TEXT NOT NULL DEFAULT '';
    ALTER TABLE complaints ADD COLUMN proposed TEXT NOT NULL DEFAULT '';
    ALTER TABLE complaints ADD COLUMN apart INTEGER NOT NULL DEFAULT 0;
    UPDATE complaints SET incident = coalesce(json_extract(CAST(facts AS TEXT), '$.incident'), '')
      WHERE json_valid(CAST(facts AS TEXT));
    CREATE INDEX complaints_alike ON complaints (type, area, received_at);
    CREATE INDEX complaints_linked ON complaints (type, area, received_at) WHERE incident != '';
    CREATE INDEX complaints_proposed ON complaints (type, area, received_at) WHERE proposed != '';
    """,
    """
    ALTER TABLE complaints ADD COLUMN awaiting INTEGER NOT NULL DEFAULT 0;
    UPDATE complaints SET awaiting = json_type(CAST(facts AS TEXT), '$.signs') IS NOT NULL
      WHERE json_valid(CAST(facts AS TEXT));
    CREATE INDEX complaints_awaiting ON complaints (number) WHERE awaiting;
    """,
    """
    ALTER TABLE outbox ADD COLUMN leased INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE outbox ADD COLUMN key TEXT NOT NULL DEFAULT '';
    ALTER TABLE dead_letters ADD COLUMN key TEXT NOT NULL DEFAULT '';
    UPDATE outbox SET key = coalesce(json_extract(CAST(message AS TEXT), '$.key'), '')
      WHERE json_valid(CAST(message AS TEXT));
    UPDATE dead_letters SET key = coalesce(json_extract(CAST(message AS TEXT), '$.key'), '')
      WHERE json_valid(CAST(message AS TEXT));
    CREATE INDEX outbox_by_key ON outbox (key);
    CREATE INDEX dead_letters_by_key ON dead_letters (key);
    CREATE TABLE told_time (
      one INTEGER PRIMARY KEY CHECK (one = 1), known INTEGER NOT NULL, leapt INTEGER
    ) STRICT;
    """,
    "ALTER TABLE complaints ADD COLUMN clocks BLOB NOT NULL DEFAULT x''",
    """
    ALTER TABLE outbox ADD COLUMN mending INTEGER NOT NULL DEFAULT 0;
    UPDATE outbox SET mending = 1 WHERE why LIKE '% cannot be read';
    """,
    """
    ALTER TABLE complaints ADD COLUMN card BLOB NOT NULL DEFAULT x'';
    """,
    """
    DELETE FROM checks WHERE complaint IN (SELECT complaint FROM changed);
    DELETE FROM claimed WHERE complaint IN (SELECT complaint FROM changed);
    UPDATE complaints SET check_at = 0 WHERE number IN (SELECT complaint FROM changed);
    INSERT INTO checks SELECT 0, complaint FROM changed;
    DROP TABLE changed;
    """,
    """
    CREATE INDEX complaints_in_state ON complaints (state);
    CREATE INDEX complaints_of_team ON complaints (team) WHERE team != '';
    CREATE INDEX complaints_of_owner ON complaints (owner) WHERE owner != '';
    ALTER TABLE outbox ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
    UPDATE outbox SET held = until > 0;
    CREATE INDEX outbox_free ON outbox (number) WHERE NOT held;
    CREATE INDEX outbox_held ON outbox (until) WHERE held;
    CREATE INDEX outbox_leased ON outbox (until) WHERE leased;
    """,
    """
    ALTER TABLE events RENAME TO former_events;
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
    INSERT INTO events
      SELECT coalesce(place, (SELECT coalesce(max(place), 0) + 1 FROM ledger)
          + row_number() OVER (PARTITION BY place IS NULL ORDER BY complaint, seq)),
        complaint, seq, at, by, kind, state, changes, versions, salt, data, link, commitment
      FROM (
        SELECT former_events.*, CASE row_number() OVER (PARTITION BY link ORDER BY complaint, seq) WHEN 1 THEN place END
          AS place
        FROM former_events LEFT JOIN (SELECT link, min(place) AS place FROM ledger GROUP BY link) USING (link)
      );
    CREATE UNIQUE INDEX events_of_complaint ON events (complaint, seq);
    DROP TABLE former_events;
    DROP TABLE ledger;
    CREATE TABLE received (one INTEGER PRIMARY KEY CHECK (one = 1), complaints INTEGER NOT NULL) STRICT;
    INSERT INTO received SELECT 1, coalesce(max(number), 0) FROM complaints;
    """,
    """
    ALTER TABLE complaints DROP COLUMN grade;
    DROP INDEX complaints_awaiting;
    ALTER TABLE complaints DROP COLUMN awaiting;
    ALTER TABLE complaints ADD COLUMN rank INTEGER NOT NULL DEFAULT 4;
    ALTER TABLE complaints ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE complaints ADD COLUMN waits_since INTEGER NOT NULL DEFAULT 4611686018427387904;
    ALTER TABLE complaints ADD COLUMN closed_at INTEGER;
    ALTER TABLE complaints ADD COLUMN due INTEGER NOT NULL DEFAULT 4611686018427387904;
    ALTER TABLE complaints ADD COLUMN due_for TEXT NOT NULL DEFAULT '';
    DROP INDEX complaints_of_customer;
    DROP INDEX complaints_in_state;
    DROP INDEX complaints_of_team;
    DROP INDEX complaints_of_owner;
    CREATE INDEX complaints_of_customer ON complaints (customer, received_at);
    CREATE INDEX complaints_of_order ON complaints (order_no, received_at) WHERE order_no != '';
    CREATE INDEX complaints_of_owner ON complaints (owner, ended, received_at) WHERE owner != '';
    CREATE INDEX complaints_of_team ON complaints (team, ended, received_at);
    CREATE INDEX complaints_in_state ON complaints (state, received_at);
    CREATE INDEX complaints_in_queue ON complaints (team, ended, rank, due);
    CREATE INDEX complaints_waiting ON complaints (waits_since) WHERE waits_since != 4611686018427387904;
    CREATE INDEX complaints_closed ON complaints (closed_at) WHERE closed_at IS NOT NULL;
    UPDATE complaints SET check_at = 0 WHERE number IN (SELECT complaint FROM checks);
    UPDATE checks SET at = 0;
    CREATE TABLE labels (
      complaint INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (complaint, name)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX labels_by_value ON labels (name, value);
    CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'ascii', columnsize = 0);
    CREATE TRIGGER erased AFTER UPDATE OF data ON events WHEN new.data IS NULL BEGIN
      DELETE FROM words WHERE rowid = (new.complaint << 24) + new.seq;
      DELETE FROM words WHERE rowid = new.complaint << 24 AND new.kind IN ('Receive', 'Import', 'Correct', 'Answer');
      DELETE FROM labels WHERE complaint = new.complaint AND new.kind IN ('Receive', 'Import', 'Correct', 'Answer');
    END;
    """,
    """
    DELETE FROM keys WHERE EXISTS (
      SELECT 1 FROM complaints JOIN events ON events.complaint = number
      WHERE id = keys.complaint AND data IS NULL AND seq BETWEEN CAST(asked AS INTEGER) AND keys.version
    );
    UPDATE keys SET key = hidden_key(CAST(key AS BLOB));
    CREATE INDEX keys_of_complaint ON keys (complaint);
    DROP TRIGGER erased;
    CREATE TRIGGER erased AFTER UPDATE OF data ON events WHEN new.data IS NULL BEGIN
      DELETE FROM words WHERE rowid = (new.complaint << 24) + new.seq;
      DELETE FROM words WHERE rowid = new.complaint << 24 AND new.kind IN ('Receive', 'Import', 'Correct', 'Answer');
      DELETE FROM labels WHERE complaint = new.complaint AND new.kind IN ('Receive', 'Import', 'Correct', 'Answer');
      DELETE FROM keys WHERE complaint = (SELECT id FROM complaints WHERE number = new.complaint)
        AND new.seq BETWEEN CAST(asked AS INTEGER) AND version AND key NOT LIKE '%/keyed-%';
    END;
    """,
    """
    CREATE TABLE fresh_words (number INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    DROP TRIGGER erased;
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
    """
    CREATE TABLE tiles (
      level INTEGER NOT NULL, place INTEGER NOT NULL, hash BLOB NOT NULL, PRIMARY KEY (level, place)
    ) STRICT, WITHOUT ROWID;
    """,
)
"""One script for each version of the schema; a file of an older version runs those that it lacks."""

_LISTS = 12
"""The first version with lists: what they are found by is made of the facts and texts of an older file."""

_IDENTITY = (  # one statement, so that nobody migrates the file between two looks
    "SELECT user_version, application_id, (SELECT count(*) FROM sqlite_master) "
    "FROM pragma_user_version, pragma_application_id"
)


def version_of(connection: sqlite3.Connection, name: str) -> int:
    """The version of the schema in the file; 0 for an empty one.

    Raises `StoreError` for a file of another program, and for one of a newer version.
    """
    version, owner, tables = connection.execute(_IDENTITY).fetchone()
    if tables and owner != APPLICATION_ID:
        raise StoreError(name, "this database belongs to another program", "name another file")
    if version > len(MIGRATIONS):
        cause = f"its schema has version {version}, this library knows {len(MIGRATIONS)}"
        raise StoreError(name, cause, "use the version of complaintflow that wrote it, or a newer one")
    return int(version)


def migrate(connection: sqlite3.Connection, name: str, fill: Callable[[sqlite3.Connection], None]) -> None:
    """Bring the schema forward, one version after the other, in one transaction.

    `fill` writes what lists are found by, of a file from before there were any.
    """
    if version_of(connection, name) == len(MIGRATIONS):
        return
    connection.create_function("hidden_key", 1, _hide_key, deterministic=True)
    connection.execute("BEGIN IMMEDIATE")
    try:
        before = version_of(connection, name)
        for script in MIGRATIONS[before:]:
            _run(connection, script)
        if 0 < before < _LISTS:
            fill(connection)
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
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        fresh.create_function("hidden_key", 1, _hide_key, deterministic=True)
        for script in scripts:
            _run(fresh, script)
        return read_schema(fresh)


def _hide_key(key: bytes) -> str:
    """A key of an older file, which no desk knows that has its bytes damaged."""
    return hidden_key(key.decode(errors="replace"))


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
