"""Statements to PostgreSQL by its protocol, several in one round trip.

psycopg keeps the connection and reads rows. Its cursors and pipelines are left out: they took 35 µs of the client for a
statement and 85 for three, where these take 9 and 11.

On a connection of ours that leads straight to a server, what is asked again and again is planned once: planning was a
third of what a command cost there. Behind a pooler that gives each transaction another connection nothing is prepared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import lru_cache, partial
from itertools import count
from struct import Struct
from typing import Any, NamedTuple, cast
from weakref import WeakKeyDictionary

from psycopg import DataError, Error, IsolationLevel
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import InvalidSqlStatementName, error_from_result
from psycopg.generators import fetch_many, send
from psycopg.pq import ExecStatus, TransactionStatus
from psycopg.waiting import Ready, Wait

from complaintflow.stores.sql.dialects import POSTGRESQL
from complaintflow.stores.sql.poolers import PROCESS, is_straight

Rows = list[tuple[Any, ...]]
_Send = Callable[[], None]

_TEXT, _BINARY = 0, 1
_ANY_TYPE, _BYTES, _INTEGER, _CHARACTERS = 0, 17, 20, 25
_SEVERAL_BYTES, _INTEGERS, _SEVERAL_TEXTS = 1001, 1016, 1009
"""The numbers of types, and of their arrays."""
_HEAD, _LENGTH, _NULL = Struct("!iiiii"), Struct("!i"), b"\xff\xff\xff\xff"
"""An array has one dimension, whether it has a NULL, the type, how many, and from which number on; then each with its
length."""
_NOT_DONE = {ExecStatus.FATAL_ERROR, ExecStatus.BAD_RESPONSE}
_NAMED = re.compile(r"%\((\w+)\)s")
_MOST = 100
"""So many statements of a connection are prepared at most."""

_prepared: WeakKeyDictionary[Any, dict[bytes, bytes]] = WeakKeyDictionary()
"""Of each connection on which something may be prepared: its statements, with their names."""
_numbers = count(1)


class _Sent(NamedTuple):
    """A statement as the server takes it, with its values. Each value has always the same type in a statement."""

    sql: bytes
    values: list[bytes | None]
    types: list[int]
    formats: list[int]


def prepare_on(driver: Any) -> None:
    """Prepare on this connection of ours, if no pooler stands between."""
    [(_, [(process,)])] = exchange(driver, [(f"SELECT {PROCESS}", {})])
    driver.rollback()
    if is_straight(driver, process):
        _prepared[driver] = {}


def exchange(
    driver: Any, asked: Sequence[tuple[str, dict[str, Any]]], *, again: bool = False
) -> list[tuple[int, Rows]]:
    """How many rows each met, and those that it gives: in one round trip, which begins a transaction if need be.

    `again` says that they are asked again and again. Raises the error of the first that fails; none after it is done.
    """
    tx: Any = Transformer(driver)
    sent = [_fill(tx, sql, values) for sql, values in asked]
    names = _prepared.get(driver) if again else None
    with driver.lock:
        begins = _begins(driver)
        new: dict[bytes, bytes] = {}
        sends = [*begins, *(step for one in sent for step in _sends(driver.pgconn, one, names, new))]
        results: list[Any] = driver.wait(_talk(driver.pgconn, sends))
    for one in results:
        if one.status in _NOT_DONE:
            error = error_from_result(one, encoding=tx.encoding)
            if isinstance(error, InvalidSqlStatementName):  # a pooler that cannot be told, see `faults`
                _prepared.pop(driver, None)
            raise error
    if names is not None:
        names.update(new)
    return [
        _read(tx, one) for one in results[len(begins) :] if one.status != ExecStatus.COMMAND_OK or one.command_status
    ]


def _begins(driver: Any) -> list[_Send]:
    """A transaction begins with its first statement, as psycopg would begin it."""
    if driver.autocommit or driver.pgconn.transaction_status != TransactionStatus.IDLE:
        return []
    text = _begin_of(driver.isolation_level, driver.read_only, driver.deferrable)
    return [partial(driver.pgconn.send_query_params, text, None)]


@lru_cache
def _begin_of(level: IsolationLevel | None, read_only: bool | None, deferrable: bool | None) -> bytes:
    parts = ["BEGIN"]
    parts += [f"ISOLATION LEVEL {level.name.replace('_', ' ')}"] if level is not None else []
    parts += ["READ ONLY" if read_only else "READ WRITE"] if read_only is not None else []
    parts += ["DEFERRABLE" if deferrable else "NOT DEFERRABLE"] if deferrable is not None else []
    return " ".join(parts).encode()


# ── a statement with its values


@lru_cache(maxsize=512)
def _number(sql: str) -> tuple[bytes, tuple[str, ...]]:
    """The statement with the numbers of its parameters, and their names in that order."""
    places: dict[str, int] = {}
    text = _NAMED.sub(lambda found: f"${places.setdefault(found[1], len(places) + 1)}", POSTGRESQL.write(sql))
    return text.encode(), tuple(places)


def _fill(tx: Any, sql: str, values: dict[str, Any]) -> _Sent:
    text, names = _number(sql)
    sent = _Sent(text, [], [], [])
    for name in names:
        value, type_, format_ = _dump(tx, values[name])
        sent.values.append(value)
        sent.types.append(type_)
        sent.formats.append(format_)
    return sent


def _dump(tx: Any, value: Any) -> tuple[bytes | None, int, int]:
    """A value with its type and format. The server tells the types of texts and lists from where they stand."""
    if type(value) is int:
        return b"%d" % value, _INTEGER, _TEXT
    if type(value) is bytes:
        return value, _BYTES, _BINARY
    if isinstance(value, str):  # also a word of a closed list, which psycopg takes for an enumeration of the database
        return _dump_text(str(value), tx.encoding), _ANY_TYPE, _TEXT
    if value is None:
        return None, _ANY_TYPE, _TEXT
    is_list = type(value) is list
    if is_list and (array := _dump_list(cast("list[Any]", value), tx.encoding)):
        return array
    dumper = tx.get_dumper(value, PyFormat.TEXT)
    dumped = dumper.dump(value)
    return dumped and bytes(dumped), _ANY_TYPE if is_list else dumper.oid, _TEXT


def _dump_list(values: list[Any], encoding: str) -> tuple[bytes, int, int] | None:
    """An array as the server keeps it; None where its values do not tell the type. As text, by psycopg, it took a sixth
    of what a hundred commands in one transaction take."""
    kinds = set[type[Any]](map(type, values)) - {type(None)}
    parts: Iterable[bytes | None]
    if kinds == {int}:
        type_, array = _INTEGER, _INTEGERS
        parts = (one if one is None else one.to_bytes(8, "big", signed=True) for one in values)
    elif kinds == {bytes}:
        type_, array, parts = _BYTES, _SEVERAL_BYTES, values
    elif kinds and all(issubclass(kind, str) for kind in kinds):
        type_, array = _CHARACTERS, _SEVERAL_TEXTS
        parts = (one if one is None else str(one).encode(encoding) for one in values)
    else:
        return None
    head = _HEAD.pack(1, None in values, type_, len(values), 1)
    return b"".join([head, *(_NULL if one is None else _LENGTH.pack(len(one)) + one for one in parts)]), array, _BINARY


def _dump_text(value: str, encoding: str) -> bytes:
    encoded = value.encode(encoding)
    if b"\x00" in encoded:  # it would end there
        raise DataError("a text with the character 0")
    return encoded


def _sends(pgconn: Any, one: _Sent, names: dict[bytes, bytes] | None, new: dict[bytes, bytes]) -> Iterator[_Send]:
    """How it is sent: prepared before, now, or not at all."""
    if names is None or (one.sql not in names and len(names) + len(new) >= _MOST):
        yield partial(pgconn.send_query_params, one.sql, one.values, one.types, one.formats, _BINARY)
        return
    name = names.get(one.sql) or new.get(one.sql)
    if name is None:
        name = new[one.sql] = b"complaintflow_%d" % next(_numbers)
        yield partial(pgconn.send_prepare, name, one.sql, one.types)
    yield partial(pgconn.send_query_prepared, name, one.values, one.formats, _BINARY)


def _read(tx: Any, result: Any) -> tuple[int, Rows]:
    if result.status != ExecStatus.TUPLES_OK:
        return result.command_tuples or 0, []
    tx.set_pgresult(result)
    return result.ntuples, tx.load_rows(0, result.ntuples, tuple)


# ── the conversation


def _talk(pgconn: Any, sends: Sequence[_Send]) -> Generator[Wait, Ready, list[Any]]:
    """Send them, and give the result of each. What fails is followed to its end: the connection stays usable."""
    if len(sends) == 1:
        sends[0]()
        yield from send(pgconn)
        return list((yield from fetch_many(pgconn)))
    pgconn.enter_pipeline_mode()
    try:
        for one in sends:
            one()
        pgconn.pipeline_sync()
        yield from send(pgconn)
        results = list[Any]()
        for _ in sends:
            results += yield from fetch_many(pgconn)
        yield from fetch_many(pgconn)  # the end of the pipeline
    finally:
        with suppress(Error):  # of one that is lost
            pgconn.exit_pipeline_mode()
    return results
