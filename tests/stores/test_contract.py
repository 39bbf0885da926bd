"""The built-in stores keep the contract of `Store`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from complaintflow import StoreError
from complaintflow.plugins import Store
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.testing import StoreContract
from complaintflow.testing.store_contract.data import Reopen


class TestMemory(StoreContract):
    @pytest.fixture
    def store(self) -> Iterator[Store]:
        with closing(MemoryStore()) as store:
            yield store


class TestSqlite(StoreContract):
    @pytest.fixture
    def store(self, path: Path) -> Iterator[Store]:
        with closing(SqliteStore(path, synchronous="OFF")) as store:
            yield store

    @pytest.fixture
    def reopen(self, path: Path) -> Reopen:
        return lambda: SqliteStore(path, synchronous="OFF")


@pytest.mark.parametrize("kind", [TestMemory, TestSqlite])
def test_a_closed_store_says_so(kind: type[StoreContract], path: Path) -> None:
    store: Store = MemoryStore() if kind is TestMemory else SqliteStore(path)
    store.close()
    for transaction in (store.reading, store.writing):
        with pytest.raises(StoreError, match="the store is closed; open the desk again"), transaction():
            pass
