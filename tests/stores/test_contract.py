"""The built-in stores keep the contract of `Store`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from complaintflow import StoreError
from complaintflow.plugins import Store
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.testing import StoreContract
from complaintflow.testing.store_contract.damage import Damage
from complaintflow.testing.store_contract.data import Reopen


class TestMemory(StoreContract):
    @pytest.fixture
    def store(self) -> Iterator[Store]:
        with closing(MemoryStore()) as store:
            yield store

    @pytest.fixture
    def damage(self, store: MemoryStore) -> Damage:
        return store.damage


class TestSqlite(StoreContract):
    @pytest.fixture
    def store(self, path: Path) -> Iterator[Store]:
        with closing(SqliteStore(path, synchronous="OFF")) as store:
            yield store

    @pytest.fixture
    def reopen(self, path: Path) -> Reopen:
        return lambda: SqliteStore(path, synchronous="OFF")

    @pytest.fixture
    def damage(self, path: Path) -> Damage:
        def break_one(table: str, key: str) -> None:
            places = {
                "complaints": ["complaints SET facts"],
                "outbox": ["outbox SET message", "dead_letters SET message"],
            }
            name = {"complaints": "id", "outbox": "number"}[table]
            with closing(sqlite3.connect(path, isolation_level=None)) as plain:
                for place in places[table]:
                    plain.execute(f"UPDATE {place} = x'7b' WHERE {name} = ?", (key,))

        return break_one


@pytest.mark.parametrize("kind", [TestMemory, TestSqlite])
def test_a_closed_store_says_so(kind: type[StoreContract], path: Path) -> None:
    store: Store = MemoryStore() if kind is TestMemory else SqliteStore(path)
    store.close()
    for transaction in (store.reading, store.writing):
        with pytest.raises(StoreError, match="the store is closed; open the desk again"), transaction():
            pass
