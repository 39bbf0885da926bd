"""The SQL store keeps the contract of `Store`, on PostgreSQL and, in `make explore`, by the same code on SQLite."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

import psycopg
import pytest

from complaintflow.plugins import Session, Store
from complaintflow.stores import SqlStore
from complaintflow.testing import StoreContract
from complaintflow.testing.store_contract.damage import Damage
from complaintflow.testing.store_contract.data import Reopen
from complaintflow.testing.store_contract.hosts import Hosting
from complaintflow.testing.store_contract.leases import Pass
from tests.stores.damage import damage_postgresql, damage_sqlite
from tests.stores.hosts import by_psycopg, by_sqlite3
from tests.stores.servers import empty, pass_time


class TestPostgresql(StoreContract):
    @pytest.fixture
    def store(self, database: str) -> Iterator[Store]:
        with closing(SqlStore(database)) as store:
            yield store
        empty(database)

    @pytest.fixture
    def reopen(self, database: str) -> Reopen:
        return lambda: SqlStore(database)

    @pytest.fixture
    def hosting(self, database: str) -> Hosting:
        return lambda: by_psycopg(database)

    @pytest.fixture
    def damage(self, database: str) -> Damage:
        return damage_postgresql(database)

    @pytest.fixture
    def pass_time(self, database: str) -> Pass:
        return partial(pass_time, database)


@pytest.mark.explore
class TestSqlite(StoreContract):
    @pytest.fixture
    def url(self, path: Path) -> str:
        return f"sqlite+sql:///{path}"

    @pytest.fixture
    def store(self, url: str) -> Iterator[Store]:
        with closing(SqlStore(url)) as store:
            yield store

    @pytest.fixture
    def reopen(self, url: str) -> Reopen:
        return lambda: SqlStore(url)

    @pytest.fixture
    def hosting(self, url: str) -> Hosting:
        return lambda: by_sqlite3(url)

    @pytest.fixture
    def damage(self, path: Path) -> Damage:
        return damage_sqlite(path)


class InTransactions:
    """The store in transactions of a house, which opens one for each and commits it."""

    def __init__(self, url: str) -> None:
        self._url, self._store = url, SqlStore(url)

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        """A house that wants to see one moment says so."""
        with psycopg.connect(self._url) as house:
            house.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            with self._store.join(house).reading() as session:
                yield session

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        with psycopg.connect(self._url) as house, self._store.join(house).writing() as session:
            yield session

    def close(self) -> None:
        self._store.close()


@pytest.mark.explore
class TestWithinTransactionsOfTheHouse(StoreContract):
    @pytest.fixture
    def store(self, database: str) -> Iterator[Store]:
        with closing(InTransactions(database)) as store:
            yield store
        empty(database)

    @pytest.fixture
    def reopen(self, database: str) -> Reopen:
        return lambda: InTransactions(database)

    @pytest.fixture
    def pass_time(self, database: str) -> Pass:
        return partial(pass_time, database)
