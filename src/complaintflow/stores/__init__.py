"""The built-in stores: in memory, and embedded SQLite."""

from complaintflow.stores.memory import MemoryStore
from complaintflow.stores.sqlite.store import SqliteStore, open_sqlite

__all__ = ["MemoryStore", "SqliteStore", "open_sqlite"]
