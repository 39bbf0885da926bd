"""The ledger of all events against the histories, and against a head that was anchored outside."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import chain, islice, repeat
from operator import attrgetter

import attrs

from complaintflow.desk.ledger import LedgerTree, hashes, keeps_tree, make_tiles
from complaintflow.errors import InvalidInput, Problem
from complaintflow.plugins import Session
from complaintflow.record.history import Breach, Head
from complaintflow.record.merkle import Subtrees, hash_leaf

LEDGER = "ledger"
TILES = "tiles"


@attrs.define
class Tally:
    """Counts links, in any order, without keeping them. Two tallies with one secret are equal for the same links."""

    secret: bytes = attrs.field(factory=lambda: os.urandom(32), repr=False)
    count: int = 0
    _sum: int = 0

    def add(self, links: Iterable[bytes]) -> Tally:
        """The tally with these links as well."""
        secret, before = self.secret, self.count
        for self.count, one in enumerate(links, before + 1):
            # Behind the secret, which BLAKE2 allows: a key takes a block of its own, and 0.2 µs
            self._sum += int.from_bytes(blake2b(secret + one).digest())
        return self


def ledger_faults(session: Session, histories: Tally) -> Iterator[Breach]:
    """What is in the ledger or in the histories, and not in both. Only where they differ are all links kept."""
    ledger = Tally(histories.secret).add(session.links())
    if ledger == histories:
        return
    saved = Counter(session.links())
    links = Counter(event.link for id in session.ids() for event in session.history(id))
    if missing := (saved - links).total():
        yield Breach(LEDGER, ledger.count, f"{missing} saved event(s) are in no history any more")
    if extra := (links - saved).total():
        yield Breach(LEDGER, ledger.count, f"{extra} event(s) were never saved by a desk")


def new_faults(session: Session, head: Head, links: Iterable[bytes]) -> Iterator[Breach]:
    """What the ledger has behind the anchored head, and none of these links is: those of the histories that have grown.

    And whether it still begins with that head, by the tiles that are kept of it.
    """
    tree, new = LedgerTree.of(session), Counter(session.links(head.count))
    if new.total() < tree.count - head.count:
        yield Breach(LEDGER, head.count, "has gaps: some were removed, or were never saved by a desk")
    if missing := (new - Counter(one for one in links if one in new)).total():
        yield Breach(LEDGER, head.count + new.total(), f"{missing} saved event(s) are in no history any more")
    yield from _compare(head, tree.head(head.count))


def tile_faults(session: Session) -> Iterator[Breach]:
    """The tiles that are not what they are made of. A head and a receipt would be wrong with them."""
    kept, level = keeps_tree(session), 1
    while kept and (count := kept.count_tiles(level)):
        made = chain(make_tiles(hashes(session, level - 1)), repeat(None))
        for place, (one, other) in enumerate(zip(kept.tiles(level), made, strict=False), 1):
            if one != other:
                yield Breach(LEDGER, place, f"of level {level}: is not the hash over what is below it", TILES)
        if sum(1 for _ in kept.tiles(level)) != count:
            yield Breach(LEDGER, count, f"of level {level}: has gaps: some were removed", TILES)
        level += 1


def parse_anchors(anchor: str | Iterable[str] | None) -> list[Head]:
    """The heads that were anchored, by their lengths. Raises `InvalidInput` for a text that is none."""
    texts = () if anchor is None else (anchor,) if isinstance(anchor, str) else anchor
    return sorted(map(parse_anchor, texts), key=attrgetter("count"))


def parse_anchor(anchor: str) -> Head:
    """The head that was anchored. Raises `InvalidInput` for a text that is none."""
    try:
        return Head.parse(anchor)
    except ValueError as error:
        raise InvalidInput((Problem("anchor", repr(anchor), "a head, like 12:ab34…"),)) from error


def anchor_faults(links: Iterable[bytes], heads: Iterable[Head]) -> Iterator[Breach]:
    """Whether the ledger begins with each that was anchored, by their lengths. The links are read once."""
    trees, left = Subtrees(), iter(links)
    for head in heads:
        for one in islice(left, head.count - trees.count):
            trees.add(hash_leaf(one))
        yield from _compare(head, Head(trees.count, trees.root.hex()))


def _compare(anchored: Head, found: Head) -> Iterator[Breach]:
    """A head that was anchored, with the one over as many links, or over all where there are fewer."""
    if found.count < anchored.count:
        yield Breach(LEDGER, found.count, f"truncated: the anchored head counts {anchored.count} events")
    elif found != anchored:
        yield Breach(LEDGER, anchored.count, "not the history whose head was anchored")
