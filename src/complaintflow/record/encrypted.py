"""How bytes are known that a store has encrypted."""

from __future__ import annotations

FORMAT = 1
"""The version of the format, and its first byte. No JSON begins so."""
LEFT_PLAIN = "Erase"
"""The command whose words stay as they are: who ordered an erasure, and why. A name, because the record must not import
commands; `tests/stores/test_encrypted.py` checks it."""
OF_THE_SEARCH = ""
"""The name of the key that hides the words of the search. It is made before any other one and never destroyed, so that
where it is, words are to lie encrypted."""
MARK = bytes((FORMAT,))
"""How encrypted bytes begin."""


def is_encrypted(data: bytes | None) -> bool:
    """Whether these bytes are encrypted, and no JSON."""
    return data is not None and data[:1] == MARK
