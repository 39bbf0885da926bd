"""The store on Django's connections keeps the contract of `Store`, on a file of SQLite and on PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import psycopg
import pytest

from complaintflow.plugins import Store
from complaintflow.testing import StoreContract
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
