"""Django's connections to one database, as a store works on them."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

import attrs
from django.db import connections, transaction

from complaintflow.errors import DefinitionError, Problem, StoreError

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
        if connection.in_atomic_block and (connection.needs_rollback or connection.closed_in_transaction):
            cause = "the transaction of the host has failed"
            raise StoreError(self.database, cause, "leave the atomic block, and do all of it again")
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

    def in_transaction(self) -> bool:
        """Whether an atomic block is open, other than that which Django's `TestCase` has around each test."""
        blocks = self._connection.atomic_blocks
        return any(not getattr(block, "_from_testcase", False) for block in blocks)

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


def can_keep_tables(connection: Any) -> bool:
    """Whether our tables can be in the database of this connection."""
    if connection.vendor != "postgresql":
        return bool(connection.vendor == "sqlite")
    from django.db.backends.postgresql.psycopg_any import is_psycopg3

    return bool(is_psycopg3)
