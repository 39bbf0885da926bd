"""The Merkle tree over the ledger as a store has it: its head, what proves an event, and the tiles that shorten both.

Tiles are folded behind the commits, by ticks, in short transactions of their own. What is not folded yet is read link
by link; so nothing waits for a tile, and none is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import cast

import attrs

from complaintflow._validation.structure import Record
from complaintflow.plugins import KeepsTree, Session
from complaintflow.record.history import Head
from complaintflow.record.merkle import Subtrees, hash_leaf, siblings

HEIGHT = 6
"""How high a tile is: it is the hash over 64 children."""

WIDE = 1 << HEIGHT


def keeps_tree(session: Session) -> KeepsTree | None:
    """What the session offers for this beside all else, if it does."""
    return cast("KeepsTree", session) if callable(getattr(session, "count_tiles", None)) else None


@attrs.frozen(eq=False, repr=False)
class LedgerTree(Record):
    """The tree in one transaction. `counts` says how many tiles are kept of each level, and first how many links."""

    session: Session
    counts: tuple[int, ...]

    @classmethod
    def of(cls, session: Session) -> LedgerTree:
        """The tree over all links. A store that keeps no tiles reads every link here."""
        kept = keeps_tree(session)
        return cls(session, tuple(_counts(kept)) if kept else (sum(1 for _ in session.links()),))

    @property
    def count(self) -> int:
        """How many links there are."""
        return self.counts[0]

    def head(self, count: int | None = None) -> Head:
        """The head over the first `count` links, or over all that are there."""
        size = self.count if count is None else min(count, self.count)
        return Head(size, self._root(0, size).hex())

    def proof(self, place: int, size: int) -> tuple[bytes, ...]:
        """What proves the link at this place among the first `size`."""
        return tuple(self._root(start, stop) for start, stop in siblings(place, size))

    def place(self, id: str, seq: int) -> int | None:
        """How many events were saved before this one; None when it is not there."""
        if kept := keeps_tree(self.session):
            return kept.place(id, seq)
        found = [one.link for one in self.session.history(id) if one.seq == seq]
        return next((place for place, one in enumerate(self.session.links()) if [one] == found), None)

    def _root(self, start: int, stop: int) -> bytes:
        trees, place = Subtrees(), start
        while place < stop:
            level, end = self._run(place, stop)
            for one in self._hashes(level, place, end):
                trees.add(one, level * HEIGHT)
            place = end
        return trees.root

    def _run(self, place: int, stop: int) -> tuple[int, int]:
        """The highest tiles that may stand for what begins here, and until where they may."""
        level = 0
        while level + 1 < len(self.counts) and self._fits(level + 1, place, stop):
            level += 1
        wide, above = WIDE**level, WIDE ** (level + 1)
        end = min(stop, self.counts[level] * wide) // wide * wide
        return level, min(end, place - place % above + above) if place % above else end

    def _fits(self, level: int, place: int, stop: int) -> bool:
        wide: int = WIDE**level
        return place % wide == 0 and place + wide <= min(stop, self.counts[level] * wide)

    def _hashes(self, level: int, start: int, stop: int) -> Iterator[bytes]:
        wide = WIDE**level
        return islice(hashes(self.session, level, start // wide), (stop - start) // wide)


def hashes(session: Session, level: int, after: int = 0) -> Iterator[bytes]:
    """The hashes of a level behind so many: of the links, or the tiles as they are kept."""
    if not level:
        return map(hash_leaf, session.links(after))
    return cast("KeepsTree", session).tiles(level, after)


def make_tiles(children: Iterable[bytes]) -> Iterator[bytes]:
    """A tile over each 64 children; what is left over makes none."""
    left = iter(children)
    while len(group := tuple(islice(left, WIDE))) == WIDE:
        yield _fold(group)


def fold(session: Session, most: int) -> int:
    """Keep tiles that can be made and are not kept, the lowest first: at most so many. Answers how many."""
    kept, made = keeps_tree(session), 0
    for level, have, new in missing_tiles(kept) if kept else ():
        room = max(0, min(new, most - made))
        fresh = list(make_tiles(islice(hashes(session, level - 1, have * WIDE), room * WIDE)))
        if kept and fresh:
            kept.keep_tiles(level, have, fresh)
            made += len(fresh)
    return made


def missing_tiles(kept: KeepsTree) -> Iterator[tuple[int, int, int]]:
    """Of each level: how many tiles are kept, and how many more can be made of what is below."""
    level, below = 1, kept.count_tiles(0) // WIDE
    while below:
        have = kept.count_tiles(level)
        yield level, have, below - have
        level, below = level + 1, kept.count_tiles(level) // WIDE


def _counts(kept: KeepsTree) -> Iterator[int]:
    level, count = 0, kept.count_tiles(0)
    yield count
    while count >= WIDE and (count := kept.count_tiles(level := level + 1)):
        yield count


def _fold(children: Sequence[bytes]) -> bytes:
    trees = Subtrees()
    for one in children:
        trees.add(one)
    return trees.root
