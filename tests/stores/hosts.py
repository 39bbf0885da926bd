"""A helpdesk with a table of its own, in whose transaction a desk works: by each kind of connection that it has."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import attrs
import psycopg
from psycopg.rows import dict_row
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session, scoped_session, sessionmaker
from sqlalchemy.pool import NullPool


@attrs.frozen
class Helpdesk:
    """The connection that is given to `Desk.on`, and what the house does with it."""

    connection: Any
    execute: Callable[[str], Any]
    commit: Callable[[], Any]
    roll_back: Callable[[], Any]

    def file_ticket(self, title: str) -> None:
        """A row of the house itself."""
        self.execute(f"INSERT INTO tickets (title) VALUES ('{title}')")


Hosting = Callable[[str], Any]
"""Opens a connection of one kind to the database of this URL."""


def _engine(url: str) -> Any:
    scheme, _, rest = url.partition("://")
    return create_engine(f"{'postgresql+psycopg' if scheme == 'postgresql' else 'sqlite'}://{rest}", poolclass=NullPool)


@contextmanager
def by_core(url: str) -> Iterator[Helpdesk]:
    """SQLAlchemy's Connection."""
    with _engine(url).connect() as one:
        yield Helpdesk(one, lambda sql: one.execute(text(sql)), one.commit, one.rollback)


@contextmanager
def by_session(url: str) -> Iterator[Helpdesk]:
    """SQLAlchemy's Session."""
    with Session(_engine(url)) as one:
        yield Helpdesk(one, lambda sql: one.execute(text(sql)), one.commit, one.rollback)


@contextmanager
def by_scoped_session(url: str) -> Iterator[Helpdesk]:
    """The session of a thread, as Flask-SQLAlchemy gives it."""
    one: Any = scoped_session(sessionmaker(_engine(url)))
    yield Helpdesk(one, lambda sql: one.execute(text(sql)), one.commit, one.rollback)
    one.remove()


@contextmanager
def by_psycopg(url: str) -> Iterator[Helpdesk]:
    """A plain connection whose rows are dictionaries."""
    with psycopg.connect(url, row_factory=dict_row) as one:
        yield Helpdesk(one, lambda sql: one.execute(sql.encode()), one.commit, one.rollback)


@contextmanager
def by_sqlite3(url: str) -> Iterator[Helpdesk]:
    """A plain connection whose rows are dictionaries."""
    one = sqlite3.connect(url.removeprefix("sqlite+sql:///"))
    one.row_factory = lambda cursor, row: dict(zip((name for name, *_ in cursor.description), row, strict=True))
    yield Helpdesk(one, one.execute, one.commit, one.rollback)
    one.close()


ON_POSTGRESQL: Mapping[str, Hosting] = {
    "core": by_core, "session": by_session, "scoped session": by_scoped_session, "psycopg": by_psycopg,
}  # fmt: skip
ON_SQLITE: Mapping[str, Hosting] = {"core": by_core, "session": by_session, "sqlite3": by_sqlite3}
