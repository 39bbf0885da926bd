"""One of several things that are wrong, before it has words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec


class Fault(msgspec.Struct, frozen=True):
    """One of several faults: its name in the catalogue, and the facts that its words tell, when somebody reads them."""

    name: str
    facts: Mapping[str, Any] = {}

    def __repr__(self) -> str:
        """The name alone: the facts may hold what a person wrote."""
        return f"Fault({self.name!r})"
