"""The connection of a host, whose transaction the store joins: of psycopg, of sqlite3, or of SQLAlchemy on these."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection, event
from sqlalchemy.exc import DBAPIError, ResourceClosedError, SQLAlchemyError, TimeoutError, UnboundExecutionError

from complaintflow.errors import DefinitionError, Problem, StoreError
from complaintflow.stores.sql.connections import lent
from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import Driver, errors_of, kind_of, run, translating
from complaintflow.stores.sql.faults import FAILED, fault_of

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_BEGIN = "BEGIN IMMEDIATE"
_WITHOUT: dict[type[SQLAlchemyError], tuple[str, str]] = {
    UnboundExecutionError: (
        "the session has an engine for each table, and none for the others",
        "bind it to one, or give the connection of that engine: session.connection(bind_arguments=…)",
    ),
    ResourceClosedError: ("the connection or the session is closed", "give one that is open"),
    TimeoutError: ("no connection of the pool of the host is free", "end those that are open, or let it have more"),
}
_WAITING = object()
"""The place in `Session.info` of what waits for the commit: no name of the house is this one."""

Told = Callable[[], object]


def driver_of(host: object, dialect: Dialect) -> Driver:
    """The driver's connection, in a transaction of the host.

    Where none is open it begins one, as a statement of the host would. Raises as `check_host`.
    """
    driver = check_host(host, dialect, begins=True)
    if not dialect.many and not _is_in_transaction(driver, dialect):  # psycopg begins one with its first statement
        with translating(dialect):
            run(driver, dialect, _BEGIN)
    return driver


def check_host(host: object, dialect: Dialect, *, begins: bool = False) -> Driver:
    """The driver's connection, as it is.

    Raises `DefinitionError` for what is no connection to such a database, and `StoreError` where each statement would
    be committed by itself, where the transaction has failed, and where the driver answers otherwise than ours does.
    """
    try:
        connection = _lent_by(host, begins=begins)
    except SQLAlchemyError as error:
        raise _without_connection(error, dialect) from None
    _check_kind(connection, dialect)
    (_check_postgresql if dialect.many else _check_sqlite)(connection, dialect)
    if not _is_in_transaction(connection, dialect):
        _check_begins(connection, dialect)
    return connection


def _without_connection(error: SQLAlchemyError, dialect: Dialect) -> StoreError:
    """Why SQLAlchemy gives no connection."""
    if isinstance(error, DBAPIError):
        return fault_of(dialect.name, error)
    for kind, (cause, remedy) in _WITHOUT.items():
        if isinstance(error, kind):
            return StoreError(dialect.name, cause, remedy)
    return StoreError(dialect.name, *FAILED)


def is_open(host: object, dialect: Dialect) -> bool:
    """Whether the host has a transaction open; nothing is begun."""
    if session := session_of(host):
        return session.in_transaction()
    if isinstance(host, Connection):
        return not host.closed and host.in_transaction()
    return _is_in_transaction(host, dialect)


def after_commit_of(host: object) -> Callable[[Told], object] | None:
    """Takes what is to be called after the commit of the session that the host has by then.

    None where nobody says when that is: for a plain connection, and for a session within a transaction of others.
    """
    session = session_of(host)
    if session is None or isinstance(session.get_bind(), Connection):
        return None

    def register(told: Told) -> None:
        if one := session_of(host):
            _call_after_commit(one, told)

    return register


def _lent_by(host: object, *, begins: bool) -> Any:
    connection: Any = session.connection() if (session := session_of(host)) else host
    if not isinstance(connection, Connection):
        return connection
    if begins and not connection.in_transaction():
        connection.begin()
    return lent(connection)


def session_of(host: object) -> Session | None:
    """The session of SQLAlchemy, also where it stands for one of each thread."""
    if "sqlalchemy.orm" not in sys.modules:
        return None
    from sqlalchemy.orm import Session, scoped_session

    if isinstance(host, scoped_session):
        return cast("Session", host())
    return host if isinstance(host, Session) else None


def _call_after_commit(session: Session, told: Told) -> None:
    """Call it after the commit of the session, and forget it when the session rolls back."""
    if _WAITING not in session.info:
        session.info[_WAITING] = list[Told]()
        event.listen(session, "after_commit", _call)
        event.listen(session, "after_rollback", _forget)
    session.info[_WAITING].append(told)


def _call(session: Session) -> None:
    if session.in_nested_transaction():  # a savepoint of the host was released: nothing is committed yet
        return
    waiting, session.info[_WAITING][:] = [*session.info[_WAITING]], []
    for told in waiting:
        told()


def _forget(session: Session) -> None:
    if not session.in_nested_transaction():
        session.info[_WAITING].clear()


def _check_kind(connection: object, dialect: Dialect) -> None:
    kind = kind_of(dialect)
    if not isinstance(connection, kind):
        expected = f"a {kind.__module__}.{kind.__name__}, or a Connection or Session of SQLAlchemy on one"
        raise DefinitionError((Problem("connection", f"a {type(connection).__qualname__}", expected),))


def _check_postgresql(driver: Driver, dialect: Dialect) -> None:
    from psycopg.pq import PipelineStatus, TransactionStatus

    status = driver.info.transaction_status
    if status == TransactionStatus.INERROR:
        raise StoreError(dialect.name, *FAILED)
    if driver.closed:  # the first statement says so
        return
    if status == TransactionStatus.ACTIVE:  # whoever asks would wait for itself
        cause = "the connection is in the middle of a stream or a copy"
        raise StoreError(dialect.name, cause, "end that before, or use another connection for it")
    if driver.pgconn.pipeline_status != PipelineStatus.OFF:
        raise StoreError(dialect.name, "the connection is in a pipeline, which answers later", "end it before")
    if driver.info.encoding != "utf-8":
        raise StoreError(dialect.name, f"the connection has the encoding {driver.info.encoding}", "give it UTF8")


def _check_sqlite(driver: Driver, dialect: Dialect) -> None:
    if driver.text_factory is not str:
        raise StoreError(dialect.name, "the connection has a text_factory of its own", "leave str as it is")


def _is_in_transaction(driver: Driver, dialect: Dialect) -> bool:
    if dialect.many:
        from psycopg.pq import TransactionStatus

        return bool(driver.info.transaction_status == TransactionStatus.INTRANS)
    try:
        return bool(driver.in_transaction)
    except errors_of(dialect):  # it is closed
        return False


def _check_begins(driver: Driver, dialect: Dialect) -> None:
    alone = driver.autocommit if dialect.many else driver.isolation_level is None
    if alone or getattr(driver, "autocommit", False) is True:
        cause = "the connection has no transaction open, and commits each statement by itself"
        raise StoreError(dialect.name, cause, "begin a transaction")
