"""The tables of the embedded store, version by version."""

from __future__ import annotations

APPLICATION_ID = 0x0C0F107F
"""Marks a file as ours, so that another program's database is not taken for one."""

MIGRATIONS = (
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
      look_at INTEGER,
      link BLOB NOT NULL,
      facts BLOB NOT NULL
    ) STRICT;
    CREATE INDEX complaints_of_customer ON complaints (customer);
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
      leased_until INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE keys (
      key TEXT PRIMARY KEY, complaint TEXT NOT NULL, version INTEGER NOT NULL, asked TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE changed (complaint INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE claimed (complaint INTEGER PRIMARY KEY, until INTEGER NOT NULL) STRICT;
    CREATE TABLE looks (
      at INTEGER NOT NULL, complaint INTEGER NOT NULL, PRIMARY KEY (at, complaint)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    CREATE INDEX complaints_by_receipt ON complaints (received_at);
    CREATE TABLE policies (digest TEXT PRIMARY KEY, document BLOB NOT NULL) STRICT, WITHOUT ROWID;
    """,
    """
    ALTER TABLE outbox ADD COLUMN why TEXT NOT NULL DEFAULT '';
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
    """,
)
"""One script for each version of the schema; a file of an older version runs those that it lacks."""
