"""The names of numbered parts: the second task of a complaint is `T2`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal

Counter = Literal["evidence", "questions", "referrals", "tasks", "options", "compensations", "messages", "blocks"]
"""What a complaint has numbered parts of: the fact that counts them."""

_PREFIXES: Mapping[Counter, str] = {
    "evidence": "E",
    "questions": "Q",
    "referrals": "R",
    "tasks": "T",
    "options": "O",
    "compensations": "C",
    "messages": "M",
    "blocks": "B",
}
_COUNTERS: Mapping[str, Counter] = {prefix: counter for counter, prefix in _PREFIXES.items()}
_NAME = re.compile(f"([{''.join(_COUNTERS)}])([1-9][0-9]{{0,8}})")


def part_name(counter: Counter, number: int) -> str:
    """The name of a part.

    >>> part_name("tasks", 2)
    'T2'
    """
    return f"{_PREFIXES[counter]}{number}"


def parse_part(name: str) -> tuple[Counter, int] | None:
    """What counts a part of this name, and its number; None for any other text.

    >>> parse_part("T2")
    ('tasks', 2)
    """
    found = _NAME.fullmatch(name)
    return (_COUNTERS[found[1]], int(found[2])) if found else None
