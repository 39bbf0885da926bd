"""Makes one record of a database unreadable, as a bad disk would."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import psycopg

from complaintflow.testing.store_contract.damage import Damage

_BREAK = {
    "complaints": "UPDATE complaintflow_complaints SET facts = {} WHERE id = {}",
    "outbox": "UPDATE complaintflow_outbox SET message = {} WHERE number = {}",
}


def damage_postgresql(url: str) -> Damage:
    """Of the database of this URL."""

    def break_one(table: str, key: str) -> None:
        with psycopg.connect(url) as plain:
            plain.execute(_BREAK[table].format("%s", "%s").encode(), (b"{", key))

    return break_one


def damage_sqlite(path: Path) -> Damage:
    """Of the tables of the SQL store in this file."""

    def break_one(table: str, key: str) -> None:
        with closing(sqlite3.connect(path)) as plain, plain:
            plain.execute(_BREAK[table].format("?", "?"), (b"{", key))

    return break_one
