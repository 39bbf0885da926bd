"""Databases for the Django project of the tests: a file of SQLite, or a database of a real PostgreSQL server."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.test import override_settings
from psycopg.conninfo import conninfo_to_dict

from complaintflow.plugins import Session
from complaintflow.stores import HostedStore

from complaintflow.contrib.django.connections import DjangoConnections  # isort: skip
from tests.docs import django_project

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
def using(alias: str, database: dict[str, Any], *, tables: bool = True) -> Iterator[str]:
    """A database of the project under this alias, that of the desk, with our tables and no others."""
    django_project.start()
    connections.settings[alias] = connections.configure_settings({"default": {}, alias: database})[alias]
    try:
        with override_settings(COMPLAINTFLOW={"DATABASE": alias}):
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


def store_on(alias: str) -> HostedStore:
    """A store on the connections of this alias."""
    return HostedStore(DjangoConnections(alias), remedy="run manage.py migrate")


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

    @contextmanager
    def _ending(self, begin: Callable[[], AbstractContextManager[Session]]) -> Generator[Session, None, None]:
        try:
            with begin() as session:
                yield session
        finally:
            if threading.current_thread() is not threading.main_thread():
                connections[self._alias].close()
