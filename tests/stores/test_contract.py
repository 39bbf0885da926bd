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
from complaintflow.testing.store_contract.samples import put


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

    def test_it_is_all_there_after_opening_again(self, store: Store, path: Path) -> None:
        with store.writing() as session:
            stored = put(session, "C-1")
        store.close()
        with closing(SqliteStore(path)) as again, again.reading() as session:
            assert session.load("C-1") == stored


@pytest.mark.parametrize("kind", [TestMemory, TestSqlite])
def test_a_closed_store_says_so(kind: type[StoreContract], path: Path) -> None:
    store: Store = MemoryStore() if kind is TestMemory else SqliteStore(path)
    store.close()
    for transaction in (store.reading, store.writing):
        with pytest.raises(StoreError, match="the store is closed; open the desk again"), transaction():
            pass
