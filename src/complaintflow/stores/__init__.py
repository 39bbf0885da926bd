"""The built-in stores: in memory, embedded SQLite, and a database by SQL. The last two are loaded when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy
from complaintflow.stores.memory import MemoryStore

if TYPE_CHECKING:
    from complaintflow.stores.sql.store import SqlStore, open_sql
    from complaintflow.stores.sqlite.store import SqliteStore, open_sqlite
else:
    _SQL, _SQLITE = "sql.store", "sqlite.store"
    __getattr__ = lazy(__name__, {"SqlStore": _SQL, "SqliteStore": _SQLITE, "open_sql": _SQL, "open_sqlite": _SQLITE})

__all__ = ["MemoryStore", "SqlStore", "SqliteStore", "open_sql", "open_sqlite"]
