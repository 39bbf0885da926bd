"""Databases for the Django project of the tests: a file of SQLite, or a database of a real PostgreSQL server."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import attrs
import psycopg
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.test import override_settings
from psycopg.conninfo import conninfo_to_dict

from complaintflow import Desk, Lifecycle, Policy
from complaintflow.contrib.django.connections import DjangoConnections
from complaintflow.desk import builtin
from complaintflow.plugins import Host, Session
from complaintflow.stores import HostedStore
from complaintflow.testing import FrozenClock
from tests.docs import django_project
from tests.stores.desks import Opener
from tests.stores.servers import empty
from tests.stories import CHINA

T = TypeVar("T")

WAL = {"init_command": "PRAGMA journal_mode=WAL", "transaction_mode": "IMMEDIATE"}
"""What a project on SQLite says to have readers beside a writer."""


def sqlite_file(path: Path, **options: Any) -> dict[str, Any]:
    """The settings of a database in a file."""
    return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(path), "OPTIONS": options}


def postgresql_database(url: str) -> dict[str, Any]:
    """The settings of the database of this URL."""
    named = conninfo_to_dict(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": named["dbname"],
        "USER": named.get("user", ""),
        "PASSWORD": named.get("password", ""),
        "HOST": named.get("host", ""),
        "PORT": named.get("port", ""),
    }


@contextmanager
def using(alias: str, database: dict[str, Any], *, tables: bool = True, **more: Any) -> Iterator[str]:
    """A database of the project under this alias, that of the desk, with our tables and no others.

    `more` is what else stands in `COMPLAINTFLOW`.
    """
    django_project.start()
    connections.settings[alias] = connections.configure_settings({"default": {}, alias: database})[alias]
    try:
        with override_settings(COMPLAINTFLOW={"DATABASE": alias, **more}):
            if tables:
                migrate(alias)
            yield alias
    finally:
        connections[alias].close()
        del connections[alias]
        del connections.settings[alias]


def migrate(alias: str) -> None:
    """Our migrations alone: those of all apps take half a second."""
    executor = MigrationExecutor(connections[alias])
    executor.migrate([node for node in executor.loader.graph.leaf_nodes() if node[0] == "complaintflow"])


@attrs.frozen
class Site:
    """A project whose desk is in this database, beside a table of the house's own."""

    alias: str
    outside: Callable[[], Any]
    """Opens a connection that sees what is committed."""

    @property
    def connection(self) -> Any:
        """Django's, of this thread."""
        return connections[self.alias]

    def atomic(self) -> AbstractContextManager[object]:
        """A block whose database this is."""
        block: AbstractContextManager[object] = transaction.atomic(using=self.alias)
        return block

    def execute(self, sql: str) -> Any:
        """A statement of the house."""
        with self.connection.cursor() as cursor:
            cursor.execute(sql)
            return cursor.fetchall() if cursor.description else None

    def file_ticket(self, title: str) -> None:
        """A row of the house."""
        self.execute(f"INSERT INTO tickets (title) VALUES ('{title}')")

    def tickets(self) -> list[str]:
        """The rows of the house that are committed."""
        return [str(title) for (title,) in self.look("SELECT title FROM tickets ORDER BY title")]

    def events(self) -> list[str]:
        """What is committed of all histories."""
        return [str(kind) for (kind,) in self.look("SELECT kind FROM complaintflow_events ORDER BY place")]

    def look(self, sql: str) -> list[Any]:
        """What somebody else sees."""
        with closing(self.outside()) as other:
            return list(other.execute(sql).fetchall())

    def in_thread(self, act: Callable[[], T]) -> T:
        """What it gives in a thread of its own, which has another connection and closes it."""

        def call() -> T:
            try:
                return act()
            finally:
                connections[self.alias].close()

        with ThreadPoolExecutor(1) as pool:
            return pool.submit(call).result()


@contextmanager
def site_on(kind: str, path: Path, url: str, **more: Any) -> Iterator[Site]:
    """A site on a file, or on the database of this URL, which is empty afterwards. `more` stands in the settings."""
    database = sqlite_file(path, **WAL) if kind == "sqlite" else postgresql_database(url)

    def outside() -> Any:
        return sqlite3.connect(path) if kind == "sqlite" else psycopg.connect(url)

    with using("helpdesk", database, **{"CLOCK": FrozenClock(), "POLICY": CHINA, **more}) as alias:
        site = Site(alias, outside)
        site.execute("DROP TABLE IF EXISTS tickets")
        site.execute("CREATE TABLE tickets (title TEXT NOT NULL)")
        yield site
    if kind != "sqlite":
        empty(url)


def store_on(alias: str) -> HostedStore:
    """A store on the connections of this alias."""
    return HostedStore(DjangoConnections(alias), remedy="run manage.py migrate")


@contextmanager
def opener_on(database: dict[str, Any]) -> Iterator[Opener]:
    """Opens desks in this database, which has no tables yet or those of a test before."""

    def open_one(
        clock: Callable[[], datetime] | None = None,
        plugins: Iterable[object] = (),
        policy: Policy | None = None,
        lifecycle: Lifecycle | None = None,
        chain_key: bytes = b"",
    ) -> Desk:
        rules = lifecycle or Lifecycle.default(policy or CHINA)
        return Desk(InThreads("stories"), rules, Host([builtin, *plugins]), clock or FrozenClock(), chain_key)

    with using("stories", database):
        yield open_one


class InThreads:
    """The store as the threads of a host use it: each closes its own connection in the end."""

    def __init__(self, alias: str) -> None:
        self._alias, self._store = alias, store_on(alias)

    def reading(self) -> AbstractContextManager[Session]:
        return self._ending(self._store.reading)

    def writing(self) -> AbstractContextManager[Session]:
        return self._ending(self._store.writing)

    def close(self) -> None:
        self._store.close()

    def in_transaction(self) -> bool:
        return self._store.in_transaction()

    def call_after_commit(self, told: Callable[[], object]) -> None:
        self._store.call_after_commit(told)

    @contextmanager
    def _ending(self, begin: Callable[[], AbstractContextManager[Session]]) -> Generator[Session, None, None]:
        try:
            with begin() as session:
                yield session
        finally:
            if threading.current_thread() is not threading.main_thread():
                connections[self._alias].close()
