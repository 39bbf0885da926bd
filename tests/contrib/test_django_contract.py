"""The store on Django's connections keeps the contract of `Store`, on a file of SQLite and on PostgreSQL."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from django.db import connections, transaction
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from complaintflow.plugins import Store
from complaintflow.testing import DeskMachine, StoreContract
from complaintflow.testing.store_contract.damage import Damage
from complaintflow.testing.store_contract.data import Data, Reopen
from complaintflow.testing.store_contract.hosts import Hosting, StaysWithItsHost
from complaintflow.testing.store_contract.leases import Pass
from tests.contrib.django_site import WAL, InThreads, postgresql_database, sqlite_file, store_on, using
from tests.stores.damage import damage_postgresql, damage_sqlite
from tests.stores.servers import BEGIN_ANEW, KEPT, Server, empty, pass_time

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

    url = ""

    def open_store(self) -> Store:
        with connections["machine"].cursor() as cursor:
            for table in connections["machine"].introspection.table_names(cursor):
                if table.startswith("complaintflow_") and table not in KEPT:
                    cursor.execute(f"DELETE FROM {table}")
            cursor.execute(BEGIN_ANEW)
        return InThreads("machine")

    def pass_time(self, span: timedelta) -> None:
        """A file goes by the clock of the desk."""
        if self.url:
            pass_time(self.url, span)


@pytest.mark.explore
def test_a_day_of_the_machine_finds_nothing_wrong(kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    short = settings(max_examples=15, stateful_step_count=20, derandomize=True, database=None, deadline=None)
    url = Machine.url = "" if kind == "sqlite" else str(request.getfixturevalue("url"))
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
        return damage_postgresql(url)

    @pytest.fixture
    def pass_time(self, url: str) -> Pass:
        return partial(pass_time, url)


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
        return damage_sqlite(path)


class _Block:
    """An atomic block of Django, which ends as it is told."""

    def __init__(self, alias: str) -> None:
        self._alias, self._block = alias, transaction.atomic(using=alias)
        self._block.__enter__()

    @property
    def connection(self) -> object:
        return connections[self._alias]

    def commit(self) -> None:
        self._block.__exit__(None, None, None)

    def roll_back(self) -> None:
        transaction.set_rollback(True, using=self._alias)
        self._block.__exit__(None, None, None)


class TestBesideDjango(StaysWithItsHost):
    """What the contract asks of a store that works within the transactions of its host."""

    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[Store]:
        with using("contract", sqlite_file(tmp_path / "django.db", **WAL)) as alias, closing(store_on(alias)) as store:
            yield store

    @pytest.fixture
    def hosting(self) -> Hosting:
        @contextmanager
        def block() -> Generator[_Block, None, None]:
            yield _Block("contract")

        return block

    @pytest.fixture
    def data(self, store: Store) -> Data:
        return Data(store, contract=type(self))
