"""The store on Django's connections keeps the contract of `Store`, on a file of SQLite and on PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connections
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from complaintflow.plugins import Store
from complaintflow.testing import DeskMachine, StoreContract
from complaintflow.testing.store_contract.damage import Damage
from complaintflow.testing.store_contract.data import Reopen
from tests.contrib.django_site import WAL, InThreads, postgresql_database, sqlite_file, using
from tests.stores.servers import Server, empty

_BREAK = {
    "complaints": "UPDATE complaintflow_complaints SET facts = {} WHERE id = {}",
    "outbox": "UPDATE complaintflow_outbox SET message = {} WHERE number = {}",
}
_AGAIN = "again"
"""The alias of the second instance, which has a connection of its own."""


class OnDjango(StoreContract):
    @pytest.fixture
    def store(self, database: dict[str, Any]) -> Iterator[Store]:
        with (
            using(_AGAIN, database, tables=False),
            using("contract", database) as alias,
            closing(InThreads(alias)) as store,
        ):
            yield store

    @pytest.fixture
    def reopen(self) -> Reopen:
        return lambda: InThreads(_AGAIN)


class Machine(DeskMachine):
    """The kit's machine on the connections of an alias, whose tables are emptied before each run."""

    def open_store(self) -> Store:
        with connections["machine"].cursor() as cursor:
            for table in connections["machine"].introspection.table_names(cursor):
                if table.startswith("complaintflow_") and table not in {"complaintflow_ledger", "complaintflow_schema"}:
                    cursor.execute(f"DELETE FROM {table}")
            cursor.execute("UPDATE complaintflow_ledger SET events = 0, complaints = 0, letters = 0, waiting = 0")
        return InThreads("machine")


@pytest.mark.explore
def test_a_day_of_the_machine_finds_nothing_wrong(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    short = settings(max_examples=15, stateful_step_count=20, derandomize=True, database=None, deadline=None)
    url = "" if kind == "sqlite" else str(request.getfixturevalue("url"))
    with using("machine", postgresql_database(url) if url else sqlite_file(tmp_path / "machine.db", **WAL)):
        run_state_machine_as_test(Machine, settings=short)
    if url:
        empty(url)


@pytest.fixture(scope="module")
def url(postgresql: Server) -> str:
    return postgresql.database("django_contract")


@pytest.mark.explore
class TestPostgresql(OnDjango):
    @pytest.fixture
    def database(self, url: str) -> Iterator[dict[str, Any]]:
        yield postgresql_database(url)
        empty(url)

    @pytest.fixture
    def damage(self, url: str) -> Damage:
        def break_one(table: str, key: str) -> None:
            with psycopg.connect(url) as plain:
                plain.execute(_BREAK[table].format("%s", "%s").encode(), (b"{", key))

        return break_one


@pytest.mark.explore
class TestSqlite(OnDjango):
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "django.db"

    @pytest.fixture
    def database(self, path: Path) -> dict[str, Any]:
        return sqlite_file(path, **WAL)

    @pytest.fixture
    def damage(self, path: Path) -> Damage:
        def break_one(table: str, key: str) -> None:
            with closing(sqlite3.connect(path)) as plain, plain:
                plain.execute(_BREAK[table].format("?", "?"), (b"{", key))

        return break_one
