"""Which parts have a fault, and which test of the contract must find it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["Faults"]

_Kind = TypeVar("_Kind", bound=type)


class Faults(dict[_Kind, str]):
    """Each part with a fault, and the test that must find it."""

    def found_by(self, test: str) -> Callable[[_Kind], _Kind]:
        """Marks a class with a fault."""

        def register(kind: _Kind) -> _Kind:
            self[kind] = f"test_{test}"
            return kind

        return register
