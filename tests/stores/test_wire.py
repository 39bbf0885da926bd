"""Statements that go to PostgreSQL by its protocol: what comes back, and what a connection is after a failure."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

import psycopg
import pytest
from hypothesis import given, settings, strategies as st
from psycopg import IsolationLevel

from complaintflow.stores.sql.wire import exchange, prepare_on
from complaintflow.vocabulary import State


@pytest.fixture(scope="module")
def connection(database: str) -> Iterator[psycopg.Connection[Any]]:
    with psycopg.connect(database, prepare_threshold=None) as connection:
        prepare_on(connection)
        yield connection


@pytest.fixture(autouse=True)
def begun_anew(connection: psycopg.Connection[Any]) -> Iterator[None]:
    yield
    connection.rollback()


def rows(connection: psycopg.Connection[Any], sql: str, **values: Any) -> Any:
    return exchange(connection, [(sql, values)])[0][1]


TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=8)
INTEGERS, BYTES = st.integers(-(2**63), 2**63 - 1), st.binary(max_size=8)


LISTS = [st.lists(st.none() | one, max_size=4) for one in (TEXTS, INTEGERS, BYTES)]


@given(sent=st.tuples(TEXTS, INTEGERS, BYTES, *LISTS))
@settings(max_examples=60, deadline=None)
def test_a_value_comes_back_as_it_was_sent(connection: psycopg.Connection[Any], sent: tuple[Any, ...]) -> None:
    types = ("TEXT", "BIGINT", "BYTEA", "TEXT[]", "BIGINT[]", "BYTEA[]")
    text = f"SELECT {', '.join(f'CAST(:v{place} AS {type})' for place, type in enumerate(types))}"
    values = {f"v{place}": one for place, one in enumerate(sent)}
    for again in (False, True):
        assert exchange(connection, [(text, values)], again=again) == [(1, [sent])]


def test_words_of_closed_lists_are_texts(connection: psycopg.Connection[Any]) -> None:
    """psycopg takes an enumeration for one of the database."""

    class Other(StrEnum):
        ONE = "one"

    sent = {"one": State.CLOSED, "some": [State.CLOSED, Other.ONE]}
    assert rows(connection, "SELECT CAST(:one AS TEXT), CAST(:some AS TEXT[])", **sent) == [
        ("closed", ["closed", "one"])
    ]


def test_what_psycopg_knows_beside_texts_and_numbers_is_sent_by_it(connection: psycopg.Connection[Any]) -> None:
    assert rows(connection, "SELECT :yes, :half", yes=True, half=0.5) == [(True, 0.5)]


@pytest.mark.parametrize(
    ("text", "fault"), [("a\x00b", psycopg.DataError), ("\ud800", UnicodeError), ("x" * 9, psycopg.DataError)]
)
def test_a_text_that_cannot_be_sent_is_refused_and_never_cut(
    connection: psycopg.Connection[Any], text: str, fault: type[Exception]
) -> None:
    with pytest.raises(fault):
        rows(connection, "SELECT CAST(:text AS BIGINT)", text=text)


def test_what_is_more_than_a_connection_takes_at_once_goes_both_ways(connection: psycopg.Connection[Any]) -> None:
    """Who only sent would wait for a server that waits to be heard."""
    whole = "x" * 2_000_000
    found = exchange(connection, [("SELECT CAST(:whole AS TEXT)", {"whole": whole})] * 4)
    assert found == [(1, [(whole,)])] * 4


@pytest.mark.parametrize("again", [False, True])
def test_after_one_that_fails_none_is_done_and_the_connection_goes_on(
    connection: psycopg.Connection[Any], *, again: bool
) -> None:
    asked = [("SELECT 1", {}), ("SELECT 1 / :none", {"none": 0}), ("SELECT 2", {})]
    with pytest.raises(psycopg.errors.DivisionByZero):
        exchange(connection, asked, again=again)
    connection.rollback()
    assert exchange(connection, asked[::2], again=again) == [(1, [(1,)]), (1, [(2,)])]


def test_one_that_is_interrupted_is_stopped_at_the_server(connection: psycopg.Connection[Any]) -> None:
    """Ctrl-C while somebody waits for the turn."""

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    try:
        with pytest.raises(KeyboardInterrupt):
            exchange(connection, [("SELECT 1", {}), ("SELECT pg_sleep(20)", {}), ("SELECT 2", {})])
    finally:
        signal.signal(signal.SIGALRM, before)
    connection.rollback()
    assert rows(connection, "SELECT 3") == [(3,)]


@pytest.mark.parametrize(
    ("level", "read_only", "told"),
    [
        (None, None, ("read committed", "off", "off")),
        (IsolationLevel.REPEATABLE_READ, True, ("repeatable read", "on", "off")),
        (IsolationLevel.SERIALIZABLE, False, ("serializable", "off", "off")),
    ],
)
def test_a_transaction_begins_as_the_connection_says(
    database: str, level: IsolationLevel | None, read_only: bool | None, told: tuple[str, ...]
) -> None:
    with psycopg.connect(database, prepare_threshold=None) as connection:
        connection.isolation_level, connection.read_only = level, read_only
        names = ("transaction_isolation", "transaction_read_only", "transaction_deferrable")
        text = f"SELECT {', '.join(f'''current_setting('{name}')''' for name in names)}"
        assert rows(connection, text) == [told]
        assert connection.info.transaction_status == psycopg.pq.TransactionStatus.INTRANS


def test_a_connection_that_commits_each_statement_begins_nothing(database: str) -> None:
    with psycopg.connect(database, autocommit=True) as connection:
        assert rows(connection, "SELECT 1") == [(1,)]
        assert connection.info.transaction_status == psycopg.pq.TransactionStatus.IDLE
