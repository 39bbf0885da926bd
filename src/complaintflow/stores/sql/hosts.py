"""The connection of a host, whose transaction the store joins: of psycopg, of sqlite3, or of SQLAlchemy on these."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Connection, event
from sqlalchemy.exc import SQLAlchemyError

from complaintflow.errors import DefinitionError, Problem, StoreError
from complaintflow.stores.sql.connections import lent
from complaintflow.stores.sql.dialects import Dialect
from complaintflow.stores.sql.drivers import Driver, kind_of, run, translating

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_BEGIN = "BEGIN IMMEDIATE"
_FAILED = "the transaction of the host has failed", "roll it back, and do all of it again"
_WAITING = "complaintflow"
"""The place in `Session.info` of what waits for the commit."""

Told = Callable[[], object]


def driver_of(host: object, dialect: Dialect) -> Driver:
    """The driver's connection, in a transaction of the host.

    Where none is open it begins one, as a statement of the host would. Raises `DefinitionError` for what is no
    connection to such a database, and `StoreError` where each statement would be committed by itself.
    """
    try:
        connection = _lent_by(host)
    except SQLAlchemyError:
        raise StoreError(dialect.name, *_FAILED) from None
    _check_kind(connection, dialect)
    if not _is_in_transaction(connection, dialect):
        _begin(connection, dialect)
    return connection


def _lent_by(host: object) -> Any:
    connection: Any = session.connection() if (session := session_of(host)) else host
    if not isinstance(connection, Connection):
        return connection
    if not connection.in_transaction():
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


def call_after_commit(session: Session) -> Callable[[Told], object]:
    """Takes what is to be called after the commit of the session, and forgets it when the session rolls back."""
    if _WAITING not in session.info:
        session.info[_WAITING] = []
        event.listen(session, "after_commit", _call)
        event.listen(session, "after_rollback", _forget)
    register: Callable[[Told], object] = session.info[_WAITING].append
    return register


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


def _is_in_transaction(driver: Driver, dialect: Dialect) -> bool:
    if not dialect.many:
        return bool(driver.in_transaction)
    from psycopg.pq import TransactionStatus

    status = driver.info.transaction_status
    if status == TransactionStatus.INERROR:
        raise StoreError(dialect.name, *_FAILED)
    return bool(status == TransactionStatus.INTRANS or not driver.autocommit)


def _begin(driver: Driver, dialect: Dialect) -> None:
    alone = driver.autocommit if dialect.many else driver.isolation_level is None
    if alone or getattr(driver, "autocommit", False) is True:
        cause = "the connection has no transaction open, and commits each statement by itself"
        raise StoreError(dialect.name, cause, "begin a transaction")
    with translating(dialect):
        run(driver, dialect, _BEGIN)
