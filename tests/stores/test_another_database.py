"""A connection of the house that reaches other tables than those of the desk is refused before anything is written.

Else the ticket and the complaint lie in two databases, or the complaint in a copy that nobody looks at.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest

from complaintflow import DefinitionError, Desk
from complaintflow.stores.sql.store import SqlStore
from tests import stories as s
from tests.stores.desks import opener_of
from tests.stores.hosts import ON_POSTGRESQL, ON_SQLITE, Helpdesk, by_core, by_psycopg, by_sqlite3
from tests.stores.servers import Server, empty

SECRET = "s3cret"


@pytest.fixture(scope="module")
def ours(postgresql: Server) -> str:
    """The database of the desk. Other tests look for tables in any schema of theirs."""
    return postgresql.database("ours")


@pytest.fixture
def clean(ours: str) -> Iterator[str]:
    yield ours
    empty(ours)


@pytest.fixture(scope="module")
def other(postgresql: Server) -> str:
    """A database beside that of the desk, with tables of ours as well."""
    url = postgresql.database("staging")
    SqlStore(url).close()
    return url


def in_schema(url: str, schema: str) -> str:
    """The same database by a connection that looks into this schema, with tables of ours there."""
    with psycopg.connect(url, autocommit=True) as plain:
        plain.execute(f"DROP SCHEMA IF EXISTS {schema} CASCADE")
        plain.execute(f"CREATE SCHEMA {schema}")
    elsewhere = f"{url}{'&' if '?' in url else '?'}options={quote(f'-c search_path={schema}')}"
    SqlStore(elsewhere).close()
    return elsewhere


def refused(desk: Desk, house: Helpdesk) -> str:
    """What the house is told; nothing of ours is in either database then, and its own work goes on."""
    house.execute("CREATE TABLE IF NOT EXISTS tickets (title TEXT NOT NULL)")
    house.file_ticket("stays")
    with pytest.raises(DefinitionError) as error:
        desk.on(house.connection).receive(s.receive(), by=s.SYSTEM)
    house.execute("SELECT title FROM tickets")
    house.roll_back()
    assert desk.find().complaints == ()
    return str(error.value)


@pytest.mark.parametrize("kind", ON_POSTGRESQL)
def test_a_connection_to_another_database_is_refused_with_the_names_of_both(clean: str, other: str, kind: str) -> None:
    with opener_of(clean)() as desk, ON_POSTGRESQL[kind](other) as house:
        told = refused(desk, house)
        assert "database staging" in told
        assert "database ours" in told
    with psycopg.connect(other) as outside:
        assert outside.execute("SELECT count(*) FROM complaintflow_events").fetchone() == (0,)


def test_a_connection_that_looks_into_another_schema_is_refused(clean: str) -> None:
    """Of one house for several clients each has a schema of its own."""
    elsewhere = in_schema(clean, "client_b")
    with opener_of(clean)() as desk, by_psycopg(elsewhere) as house:
        told = refused(desk, house)
        assert "schema client_b" in told
        assert "schema public" in told


def test_a_schema_that_is_chosen_after_the_desk_has_joined_is_seen_too(clean: str) -> None:
    in_schema(clean, "client_c")
    with opener_of(clean)() as desk, by_psycopg(clean) as house:
        ours = desk.on(house.connection)
        first = ours.receive(s.receive(), by=s.SYSTEM).id
        house.execute("SET LOCAL search_path = client_c, public")
        with pytest.raises(DefinitionError, match="schema client_c"):
            ours.receive(s.receive(order="A-2"), by=s.SYSTEM)
        with pytest.raises(DefinitionError, match="schema client_c"):
            ours.get(first)
        house.execute("SET LOCAL search_path = public")
        assert ours.get(first).version == 1


def test_a_schema_without_our_tables_is_said_so(clean: str) -> None:
    with opener_of(clean)() as desk, by_psycopg(clean) as house:
        house.execute("SET LOCAL search_path = pg_catalog")
        with pytest.raises(DefinitionError, match="without tables of complaintflow"):
            desk.on(house.connection).find()


def test_a_password_is_not_told(clean: str, other: str) -> None:
    with opener_of(clean)() as desk, psycopg.connect(other, password=SECRET) as plain:
        house = Helpdesk(plain, lambda sql: plain.execute(sql.encode()), plain.commit, plain.rollback)
        assert SECRET not in refused(desk, house)


def test_a_server_that_was_started_anew_is_the_same_one(clean: str, postgresql: Server) -> None:
    with opener_of(clean)() as desk:
        with by_psycopg(clean) as house:
            desk.on(house.connection).find()
        postgresql.stop()
        postgresql.start()
        with by_psycopg(clean) as house:
            id = desk.on(house.connection).receive(s.receive(), by=s.SYSTEM).id
            house.commit()
        assert desk.get(id).version == 1


@pytest.mark.parametrize("kind", ON_SQLITE)
def test_a_connection_to_another_file_is_refused_with_the_names_of_both(tmp_path: Path, kind: str) -> None:
    ours, copy = (f"sqlite+sql:///{tmp_path / name}" for name in ("desk.db", "copy.db"))
    SqlStore(copy).close()
    with opener_of(ours)() as desk:
        with ON_SQLITE[kind](copy) as house:
            told = refused(desk, house)
        assert "copy.db" in told
        assert "desk.db" in told
        with ON_SQLITE[kind](f"sqlite+sql:///{tmp_path / 'tickets.db'}") as house:
            assert "tickets.db" in refused(desk, house)  # none of our tables is there
        with ON_SQLITE[kind]("sqlite+sql:///:memory:") as house:
            assert "a database in memory" in refused(desk, house)
    with closing(sqlite3.connect(tmp_path / "copy.db")) as outside:
        assert outside.execute("SELECT count(*) FROM complaintflow_events").fetchone() == (0,)


def test_a_file_that_is_only_attached_is_refused(tmp_path: Path) -> None:
    """SQLite writes two files of which each has a log one after the other: a crash leaves the one without the other."""
    with (
        opener_of(f"sqlite+sql:///{tmp_path / 'desk.db'}")() as desk,
        by_sqlite3(f"sqlite+sql:///{tmp_path / 'house.db'}") as house,
    ):
        house.execute(f"ATTACH '{tmp_path / 'desk.db'}' AS complaints")
        assert "house.db" in refused(desk, house)


def test_the_same_file_by_another_path_is_the_same_one(tmp_path: Path) -> None:
    with opener_of(f"sqlite+sql:///{tmp_path / 'desk.db'}")() as desk:
        (tmp_path / "linked.db").symlink_to(tmp_path / "desk.db")
        with by_core(f"sqlite+sql:///{tmp_path / 'linked.db'}") as house:
            id = desk.on(house.connection).receive(s.receive(), by=s.SYSTEM).id
            house.commit()
        assert desk.get(id).version == 1
