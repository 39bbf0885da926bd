"""Each chain by itself: whether it was changed, and what was honestly erased from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from complaintflow.record.history import Breach, Sealed, verify

_SHA256 = 32


def chain_faults(id: str, history: Sequence[Sealed], key: bytes) -> Iterator[Breach]:
    """Every break in the chain, and every text that is gone in another way than an erasure leaves it."""
    yield from verify(id, history, key)
    for one in history:
        if why := _half_erased(one):
            yield Breach(id, one.seq, why)


def count_erased(history: Sequence[Sealed]) -> int:
    """How many of the events had their words erased, while the commitment to them stands."""
    return sum(one.data is None and not _half_erased(one) for one in history)


def _half_erased(event: Sealed) -> str:
    """What an erasure would not have left so, or nothing."""
    if event.data is not None:
        return "" if event.commitment is None else "has its words, and a commitment as if they were erased"
    if event.commitment is None or len(event.commitment) != _SHA256:
        return "its words are gone, and so is the commitment to them"
    return "its words are gone, and their salt is still there: they can be guessed" if event.salt else ""
