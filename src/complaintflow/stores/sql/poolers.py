"""Whether a pooler stands between a connection and its server: then the next transaction may have another one there."""

from __future__ import annotations

from typing import Any

PROCESS = "pg_backend_pid()"
"""The process of the server that answers."""


def is_straight(driver: Any, process: int) -> bool:
    """Whether this connection of psycopg names the process that answers on it: a pooler names one of its own."""
    return bool(driver.info.backend_pid == process)
