"""What holds of a desk holds on each built-in store."""

from tests.stores.conftest import clock, desk, opener, path

__all__ = ["clock", "desk", "opener", "path"]
