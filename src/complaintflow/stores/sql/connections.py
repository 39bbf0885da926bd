"""The connections to a database: a pool, one connection for each transaction at a time, and no state in any of them.

Behind a pooler that gives each transaction another connection (pgbouncer) all works as without: no statement is
prepared beyond a transaction, nothing is set but for a transaction, and no cursor stays open.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import unquote

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError

from complaintflow.errors import DefinitionError, Problem
from complaintflow.plugins._store_url import show_url
from complaintflow.plugins.private_file import make_private
from complaintflow.stores.sql.dialects import POSTGRESQL, SQLITE, Dialect
from complaintflow.stores.sql.drivers import Driver, run
from complaintflow.stores.sql.poolers import PROCESS, is_straight

KEPT = 8
"""So many connections of a process are kept for the next transactions."""
MOST = 64
"""So many transactions of a process are inside at once; more of them wait."""
_BEATS = {"keepalives_idle": 10, "keepalives_interval": 5}
"""How often, in seconds, a silent server is asked whether it still lives: else one that was unplugged keeps a writer
for hours."""
_FRESH = 1.0
"""A connection that nobody used for so long, in seconds, is asked whether it still lives."""
_BEGIN = "complaintflow_begin"
_EXPECTED = "postgresql://user@host/database or sqlite+sql:///file.db"
_SETTINGS = "settings that PostgreSQL's own library knows, as sslmode"
_SEVERAL = re.compile(r"(?P<who>[^@/?]*@)?(?P<hosts>[^@/?]*,[^@/?]*)(?P<rest>/.*)?")
_ADDRESS = re.compile(r"\[?(?P<host>(?<=\[)[^\]]*(?=\])|[^:\[\]]*)\]?(?::(?P<port>\d*))?")


def read_url(url: str) -> tuple[URL, Dialect]:
    """Where the database is, and which one it is. Raises `DefinitionError`, which shows nothing of a password."""
    scheme, _, rest = url.partition("://")
    try:
        if scheme == "sqlite+sql":
            file = rest.removeprefix("/")
            if not rest.startswith("/") or file in {"", ":memory:"}:  # what is to be forgotten has memory://
                raise ValueError(scheme)
            return URL.create("sqlite+pysqlite", database=file), SQLITE
        target = _read_server(rest)
    except (ArgumentError, ValueError):
        raise DefinitionError((Problem("store", show_url(url), _EXPECTED),)) from None
    if not _settings_of_server() >= {*target.query}:  # nor is any named: it may be a part of a password
        raise DefinitionError((Problem("store", f"{show_url(url)} with a setting that is none", _SETTINGS),))
    return target, POSTGRESQL


def _read_server(rest: str) -> URL:
    """As PostgreSQL's own library reads it, too: a socket is a path with escapes, and of several servers one is tried
    after the other."""
    if not (several := _SEVERAL.fullmatch(rest)):
        target = make_url(f"postgresql+psycopg://{rest}")
        return target.set(host=unquote(target.host)) if target.host else target
    target = make_url(f"postgresql+psycopg://{several['who'] or ''}{several['rest'] or ''}")
    found = [_ADDRESS.fullmatch(one) for one in several["hosts"].split(",")]
    hosts, ports = zip(*((unquote(one["host"]), one["port"] or "") for one in found if one), strict=True)
    if len(hosts) < len(found):
        raise ValueError(rest)
    return target.update_query_dict({"host": ",".join(hosts), "port": ",".join(ports)})


@cache
def _settings_of_server() -> frozenset[str]:
    from psycopg.pq import Conninfo  # with its extra

    return frozenset(one.keyword.decode() for one in Conninfo.get_defaults())


def make_engine(url: URL, dialect: Dialect, patience: float) -> Engine:
    """An engine for this database. `patience` (seconds) is how long one waits for a free connection."""
    engine = create_engine(
        url,
        connect_args=_arguments(url, dialect, patience),
        hide_parameters=True,
        pool_size=KEPT,
        max_overflow=MOST - KEPT,
        pool_timeout=patience,
        **({"use_native_hstore": False, "isolation_level": "AUTOCOMMIT"} if dialect.many else {}),
    )
    event.listen(engine, "connect", _prepare_postgresql if dialect.many else _prepare_sqlite)
    if dialect.many:
        event.listen(engine, "checkin", _note_use)
        event.listen(engine, "checkout", _check_life)
    else:
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def lend(engine: Engine, dialect: Dialect, *, writes: bool) -> Connection:
    """A connection for a transaction. A file begins at once; a server with the first statement, see `Recorder`."""
    connection = engine.connect()
    try:
        if not dialect.many:
            connection = connection.execution_options(**{_BEGIN: "BEGIN IMMEDIATE" if writes else "BEGIN"})
        connection.begin()
    except BaseException:
        connection.close()
        raise
    return connection


def begin(connection: Connection, dialect: Dialect, *, writes: bool) -> Driver:
    """Begin the transaction for which it was lent; and the driver's connection."""
    driver = lent(connection)
    if statement := dialect.begin(writes=writes):
        run(driver, dialect, statement)
    return driver


def lent(connection: Connection) -> Driver:
    """The driver's connection: whoever has a connection of the pool runs the statements there."""
    return connection.connection.driver_connection


def _arguments(url: URL, dialect: Dialect, patience: float) -> dict[str, Any]:
    if dialect.many:
        given = {**_BEATS, "connect_timeout": max(2, int(patience)), "tcp_user_timeout": int(patience * 1000)}
        own = {name: value for name, value in given.items() if name not in url.query}
        return {**own, "client_encoding": "utf8"}
    make_private(Path(str(url.database)).absolute())
    return {"timeout": patience, "check_same_thread": False, "isolation_level": None}


def _prepare_postgresql(connection: Any, record: Any) -> None:
    """Prepare at once what is asked again, and nothing behind a pooler, which gives each transaction another one."""
    record.info["used"] = monotonic()
    [[process]] = connection.execute(f"SELECT {PROCESS}").fetchall()
    connection.prepare_threshold = 0 if is_straight(connection, process) else None


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql(str(connection.get_execution_options().get(_BEGIN, "BEGIN IMMEDIATE")))


def _note_use(_connection: Any, record: Any) -> None:
    record.info["used"] = monotonic()


def _check_life(connection: Any, record: Any, _proxy: Any) -> None:
    """The server may have been started anew since."""
    if monotonic() - record.info["used"] < _FRESH:
        return
    from psycopg import Error

    try:
        connection.execute("SELECT 1", prepare=False)
    except Error:
        raise DisconnectionError from None
