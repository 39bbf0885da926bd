"""The built-in stores: in memory, embedded SQLite, and a database by SQL. The last two are loaded when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy
from complaintflow.stores.memory import MemoryStore

if TYPE_CHECKING:
    from complaintflow.stores.encrypted.house import HouseKeys
    from complaintflow.stores.encrypted.store import EncryptedStore
    from complaintflow.stores.sql.hosted import HostConnections, HostedStore
    from complaintflow.stores.sql.store import SqlStore, open_sql
    from complaintflow.stores.sql.tables import read_table_version, table_statements
    from complaintflow.stores.sqlite.store import SqliteStore, open_sqlite
else:
    _HOSTED, _SQL, _SQLITE, _TABLES = "sql.hosted", "sql.store", "sqlite.store", "sql.tables"
    __getattr__ = lazy(
        __name__,
        {
            "EncryptedStore": "encrypted.store",
            "HouseKeys": "encrypted.house",
            **dict.fromkeys(("HostConnections", "HostedStore"), _HOSTED),
            **dict.fromkeys(("SqlStore", "open_sql"), _SQL),
            **dict.fromkeys(("SqliteStore", "open_sqlite"), _SQLITE),
            **dict.fromkeys(("read_table_version", "table_statements"), _TABLES),
        },
    )

__all__ = [
    "EncryptedStore",
    "HostConnections",
    "HostedStore",
    "HouseKeys",
    "MemoryStore",
    "SqlStore",
    "SqliteStore",
    "open_sql",
    "open_sqlite",
    "read_table_version",
    "table_statements",
]
