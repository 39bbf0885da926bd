"""Django's connections to one database, as a store works on them."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

import attrs
from django.db import connections, transaction

from complaintflow.errors import DefinitionError, Problem, StoreError

_LEAVE = "leave the atomic block, and do all of it again"
_KINDS = "a database of PostgreSQL by psycopg 3, or of SQLite"


@attrs.frozen
class DjangoConnections:
    """The connections to the database with this alias. Raises `DefinitionError` for one that cannot keep our tables."""

    alias: str

    def __attrs_post_init__(self) -> None:
        where = f"DATABASES[{self.alias!r}]"
        if self.alias not in [*connections]:
            raise DefinitionError((Problem(where, "nothing", _KINDS),))
        if not can_keep_tables(self._connection):
            raise DefinitionError((Problem(where, f"a database by {self._connection.vendor}", _KINDS),))

    @property
    def _connection(self) -> Any:
        """That of this thread."""
        return connections[self.alias]

    @property
    def database(self) -> str:
        """The name of its kind."""
        return str(self._connection.vendor)

    @contextmanager
    def begin(self) -> Generator[Any, None, None]:
        """An atomic block, with the driver's connection. Raises `StoreError` where there can be none."""
        connection = self._connection
        self._check(connection)
        block: Any = transaction.atomic(using=self.alias)
        with block:
            yield connection.connection
            if connection.needs_rollback:  # else Django rolls back, and tells nobody
                raise StoreError(self.database, "something in it has failed, so nothing is saved", "see what that was")

    def _check(self, connection: Any) -> None:
        if connection.in_atomic_block and _has_failed(connection):
            raise StoreError(self.database, "the transaction of the host has failed", _LEAVE)
        if not connection.in_atomic_block and not connection.settings_dict["AUTOCOMMIT"]:
            self._refuse_by_hand()
        if not connection.in_atomic_block and connection.connection is not None and not connection.get_autocommit():
            self._refuse_by_hand()

    def _refuse_by_hand(self) -> None:
        cause = "autocommit is off, and nobody would say when a transaction has ended"
        raise StoreError(self.database, cause, "turn it on, and use transaction.atomic")

    def outside(self) -> Any:
        """The driver's connection, which commits each statement. Raises `StoreError` where autocommit is off."""
        self._connection.ensure_connection()
        self._check(self._connection)
        return self._connection.connection

    def is_nested(self) -> bool:
        """Whether an atomic block is open."""
        return bool(self._connection.in_atomic_block)

    def check_beside(self) -> None:
        """Raises `StoreError` where an atomic block is open on other databases alone."""
        if self.is_nested():
            return
        for other in connections.all(initialized_only=True):
            if _is_in_block(other):
                cause = f"an atomic block is open on the database {other.alias!r}, and the desk is on {self.alias!r}"
                remedy = f"open one on {self.alias!r} as well, or let COMPLAINTFLOW['DATABASE'] name {other.alias!r}"
                raise StoreError(self.database, cause, remedy)

    def in_transaction(self) -> bool:
        """Whether an atomic block is open, other than that which Django's `TestCase` has around each test."""
        return _is_in_block(self._connection)

    def call_after_commit(self, told: Callable[[], object]) -> None:
        """By `transaction.on_commit`."""
        transaction.on_commit(told, using=self.alias)

    def rest(self) -> None:
        """Close it; Django opens another one when it is needed."""
        if self.alias in [*connections] and not self._connection.in_atomic_block:  # else it was taken away meanwhile
            self._connection.close()

    def forget(self) -> object:
        """Take it out of Django's hands, which would close what belongs to the parent."""
        connection = self._connection
        inherited, connection.connection = connection.connection, None
        if connection.in_atomic_block:
            connection.closed_in_transaction = connection.needs_rollback = True
        return inherited


def _has_failed(connection: Any) -> bool:
    """Whether Django, or the database by itself, does nothing more in this block. Of an error that the project has
    caught within it Django notes nothing."""
    if connection.needs_rollback or connection.closed_in_transaction:
        return True
    return bool(connection.vendor == "postgresql" and connection.connection.info.transaction_status.name == "INERROR")


def _is_in_block(connection: Any) -> bool:
    """Whether an atomic block of the project is open. That which `TestCase` has around each test is none."""
    return any(not getattr(block, "_from_testcase", False) for block in connection.atomic_blocks)


def can_keep_tables(connection: Any) -> bool:
    """Whether our tables can be in the database of this connection."""
    if connection.vendor != "postgresql":
        return bool(connection.vendor == "sqlite")
    from django.db.backends.postgresql.psycopg_any import is_psycopg3

    return bool(is_psycopg3)
