"""The name that was meant by one that there is not."""

from __future__ import annotations

from collections.abc import Iterable

_ALIKE = 0.75
"""So alike, of 1, are a slip and the name that was meant."""


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name that is most like it, or a blank text.

    >>> nearest("agnet", ["lead", "agent"])
    'agent'
    """
    from difflib import get_close_matches  # noqa: PLC0415 - 3 ms, and nearly nobody misspells a name

    return "".join(get_close_matches(name, sorted(known), 1, _ALIKE))


def one_of(what: str, name: str, known: Iterable[str]) -> str:
    """What is expected in the place of a name that there is not, the nearest one at the end.

    >>> one_of("one of the roles", "agnet", ["lead", "agent"])
    'one of the roles agent, lead; the nearest is agent'
    """
    names = sorted(known)
    near = nearest(name, names)
    return f"{what} {', '.join(names)}" + (f"; the nearest is {near}" if near else "")
