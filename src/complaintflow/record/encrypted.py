"""How bytes are known that a store has encrypted."""

from __future__ import annotations

FORMAT = 1
"""The version of the format, and its first byte. No JSON begins so."""
_MARK = bytes((FORMAT,))


def is_encrypted(data: bytes | None) -> bool:
    """Whether these bytes are encrypted, and no JSON."""
    return data is not None and data[:1] == _MARK
