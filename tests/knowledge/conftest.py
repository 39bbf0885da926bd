"""What is learnt of an archive is learnt on each built-in store."""

from tests.stores.conftest import clock, database, desk, opener, path

__all__ = ["clock", "database", "desk", "opener", "path"]
