"""What the server, its limits and the URL say, a desk on PostgreSQL obeys or names; nobody waits without end."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from urllib.parse import quote

import psycopg
import pytest
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from complaintflow import DefinitionError, Desk, Overtaken, StoreError, commands as c
from complaintflow.stores import SqlStore
from complaintflow.stores.sql.faults import fault_of
from tests import stories as s
from tests.stores.desks import opener_of, received
from tests.stores.servers import Server
from tests.stores.vanishing import forwarded

DATABASE = "limited"
LONG_ENOUGH = 0.5


@pytest.fixture(scope="module")
def limited(postgresql: Server) -> str:
    """The URL of a database whose settings these tests change."""
    return postgresql.database(DATABASE)


@pytest.fixture
def setting(limited: str, postgresql: Server) -> Iterator[Callable[[str], None]]:
    """Sets something for every connection that is opened from then on, until the test ends."""
    with psycopg.connect(postgresql.url, autocommit=True) as plain, ExitStack() as later:

        def change(line: str) -> None:
            plain.execute(f"ALTER DATABASE {DATABASE} SET {line}".encode())

        later.callback(plain.execute, f"ALTER DATABASE {DATABASE} RESET ALL".encode())
        yield change


# ── what the server says


def test_a_server_that_is_closed_to_writers_takes_no_command_also_after_a_look(
    limited: str, setting: Callable[[str], None]
) -> None:
    """Whoever moves a house closes the old server so: what it took after the copy would be lost."""
    with opener_of(limited)() as desk:
        id = received(desk).id
    setting("default_transaction_read_only = on")
    with opener_of(limited)() as desk:
        for _ in range(2):
            assert desk.get(id).version == 1
            with pytest.raises(StoreError, match="the transaction only reads"):
                desk.do(id, c.Note("called back"), by=s.LI)


def test_a_connection_that_the_server_ends_while_it_rests_is_opened_anew(
    limited: str, setting: Callable[[str], None]
) -> None:
    setting(f"idle_session_timeout = {int(LONG_ENOUGH * 500)}")
    with opener_of(limited)() as desk:
        id = received(desk).id
        for version in (2, 3):
            sleep(LONG_ENOUGH)
            assert desk.do(id, c.Note("called back"), by=s.LI).version == version


@pytest.mark.parametrize("limit", ["idle_in_transaction_session_timeout", "transaction_timeout"])
def test_a_house_that_took_too_long_for_its_server_does_all_of_it_again(limited: str, limit: str) -> None:
    with opener_of(limited)() as desk, psycopg.connect(limited) as house:
        house.execute(f"SET {limit} = {int(LONG_ENOUGH * 500)}".encode())
        house.commit()
        house.execute("SELECT 1")
        sleep(LONG_ENOUGH)
        for _ in range(2):
            with pytest.raises(Overtaken, match="the connection was lost, and nothing was saved") as raised:
                received(desk.on(house))
            assert raised.value.whole


def test_a_database_that_names_no_schema_is_said_so(postgresql: Server) -> None:
    url = postgresql.database("no_schema")
    with pytest.raises(StoreError, match="the search_path names no schema in which tables can be"):
        Desk.open(f"{url}&options=-csearch_path%3D%27%27")


# ── what the URL says


def named(url: str) -> tuple[str, str, str]:
    """The user, the socket's folder and the database of a URL."""
    told = conninfo_to_dict(url)
    return str(told["user"]), str(told["host"]), str(told["dbname"])


@pytest.mark.parametrize(
    "form",
    [
        "postgresql://{user}@{socket}/{database}",
        "postgresql://{user}@%2Fnowhere,{socket}/{database}?connect_timeout=2",
        "postgresql://{user}@[::1]:1,{socket}:5432/{database}?target_session_attrs=read-write",
        "postgresql+psycopg:///{database}?host={socket}&user={user}",
        "postgresql:///{database}?host=/nowhere&host={socket}&user={user}&connect_timeout=2",
    ],
)
def test_a_url_that_psycopg_reads_opens_the_desk(limited: str, form: str) -> None:
    """A socket is a path with escapes; of several servers the first one that answers is taken."""
    user, folder, database = named(limited)
    with Desk.open(form.format(user=user, socket=quote(folder, safe=""), database=database)) as desk:
        assert desk.check_integrity().sound


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgresql://u@h/d?prepare_threshold=3", "with a setting that is none"),
        ("postgresql://u@h/d?sesame=open", "with a setting that is none"),
        ("postgresql://u@h:one,k:2/d", "expected postgresql://user@host/database"),
        ("postgresql://u@h:one/d", "expected postgresql://user@host/database"),
    ],
)
def test_what_is_no_url_of_a_server_is_refused_and_shows_nothing_of_itself(url: str, told: str) -> None:
    with pytest.raises(DefinitionError, match=told) as raised:
        Desk.open(url)
    assert not any(part in str(raised.value) for part in ("sesame", "prepare", ":one", "@h/", "@h:"))


def limits(store: SqlStore) -> tuple[int, int]:
    """How long a connection of this store waits for a word, and after which silence it asks for one."""
    with closing(store._engine.raw_connection()) as one:
        driver: Any = one.driver_connection
        plug = socket.socket(fileno=driver.fileno())
        try:
            waits = plug.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)
            return waits, plug.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE)
        finally:
            plug.detach()


@pytest.mark.skipif(not hasattr(socket, "TCP_USER_TIMEOUT"), reason="this system has no such limit")
def test_a_server_that_vanishes_without_a_word_is_given_up_after_the_patience(limited: str) -> None:
    """One that lost its power says nothing: without a limit a command waits for a quarter of an hour, or for ever."""
    user, folder, database = named(limited)
    with forwarded(folder) as port:
        url = f"postgresql://{user}@127.0.0.1:{port}/{database}"
        for told, expected in {"": (10_000, 10), "?tcp_user_timeout=3000&keepalives_idle=4": (3000, 4)}.items():
            with closing(SqlStore(url + told)) as store:
                assert limits(store) == expected


@pytest.mark.parametrize("kind", [psycopg.errors.ConnectionTimeout, psycopg.OperationalError])
def test_a_server_that_does_not_answer_is_one_that_is_away(kind: type[Exception]) -> None:
    """And no riddle with a line of the driver: then the desk looks for it again, as long as its patience lasts."""
    assert isinstance(fault_of("postgresql", kind("no answer")), Overtaken)


@pytest.mark.explore
def test_a_command_at_a_server_that_vanished_ends_within_half_a_minute(limited: str) -> None:
    """In a network of its own, whose only wire is cut."""
    user, folder, database = named(limited)
    line = ["unshare", "-n", sys.executable, "-m", "tests.stores.vanishing", user, folder, database]
    try:
        probe = subprocess.run(["unshare", "-n", "true"], check=False, capture_output=True)
    except FileNotFoundError:
        pytest.skip("nobody can cut a wire here")
    if probe.returncode:
        pytest.skip("nobody may cut a wire here")
    begun = monotonic()
    done = subprocess.run(line, cwd=Path(__file__).parents[2], check=True, capture_output=True, text=True, timeout=120)
    assert "the database cannot be reached" in done.stdout
    assert monotonic() - begun < 40


def test_what_fails_in_the_middle_leaves_no_line_of_the_driver(limited: str, caplog: pytest.LogCaptureFixture) -> None:
    """It said "error ignored terminating <psycopg.Pipeline" between the lines of JSON of a worker."""
    with opener_of(limited)() as desk, psycopg.connect(limited) as house:
        house.execute("SET TRANSACTION READ ONLY")
        with pytest.raises(StoreError, match="the transaction only reads"):
            received(desk.on(house))
        house.rollback()
        house.execute("SET LOCAL idle_in_transaction_session_timeout = 50")
        sleep(LONG_ENOUGH)
        with pytest.raises(Overtaken):
            received(desk.on(house))
    assert [one.message for one in caplog.records if one.name.startswith("psycopg")] == []


# ── what a host gives


def test_a_connection_in_the_middle_of_a_stream_is_refused(limited: str) -> None:
    """The desk would wait for ever: for the thread in which it waits."""
    with opener_of(limited)() as desk, psycopg.connect(limited) as house:
        ours, seen = desk.on(house), list[str]()
        for _ in house.cursor().stream("SELECT 1"):
            with pytest.raises(StoreError) as raised:
                ours.find()
            seen.append(str(raised.value))
        assert seen == [
            "postgresql: the connection is in the middle of a stream or a copy; "
            "end that before, or use another connection for it"
        ]
        assert received(ours).version == 1


def test_why_a_session_gives_no_connection_is_said(limited: str) -> None:
    """Who was told that the transaction has failed looked for a fault of their own in vain."""
    url, one = limited.replace("postgresql:", "postgresql+psycopg:"), {"pool_size": 1, "max_overflow": 0}
    with ExitStack() as later, opener_of(limited)() as desk:
        engine = create_engine(url, **one, pool_timeout=0.05)
        later.callback(engine.dispose)
        away = create_engine("postgresql+psycopg:///nowhere?host=/nowhere")
        later.enter_context(engine.connect())
        for session, told in {
            Session(binds={Desk: engine}): "the session has an engine for each table",
            Session(engine): "no connection of the pool of the host is free",
            Session(away): "the connection was lost, and nothing was saved",
        }.items():
            with session, pytest.raises(StoreError, match=told):
                desk.on(session)
