"""The built-in stores: in memory, and embedded SQLite, which is loaded when somebody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy
from complaintflow.stores.memory import MemoryStore

if TYPE_CHECKING:
    from complaintflow.stores.sqlite.store import SqliteStore, open_sqlite
else:
    __getattr__ = lazy(__name__, {"SqliteStore": "sqlite.store", "open_sqlite": "sqlite.store"})

__all__ = ["MemoryStore", "SqliteStore", "open_sqlite"]
