"""The keys of requests that come from outside without one."""

from __future__ import annotations

import hashlib
from typing import Literal

import attrs


@attrs.frozen
class RequestKey:
    """Names a request for good, so that it counts once: what it asks for, and a digest of what came in.

    >>> str(RequestKey("link", "5f0c"))
    'link/5f0c'
    """

    asks: Literal["heard", "noted", "bounced", "link"]
    digest: str

    @classmethod
    def of(cls, asks: Literal["heard", "noted", "bounced"], *parts: str) -> RequestKey:
        """The key of what has these parts: the id of the complaint, and what came in."""
        return cls(asks, hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32])

    def __str__(self) -> str:
        return f"{self.asks}/{self.digest}"
