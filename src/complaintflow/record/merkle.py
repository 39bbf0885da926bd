"""The ledger as a Merkle tree, hashed as RFC 6962 says (2.1): its root tells of every leaf and of their order.

Places count from 0. Leaves in a row that begin where a subtree of their size would begin can stand for it: so whoever
keeps the roots of complete subtrees never reads what lies below them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

import attrs

EMPTY = sha256(b"").digest()
"""The root over no leaf."""


def hash_leaf(leaf: bytes) -> bytes:
    """The hash of a leaf, which no node can have."""
    return sha256(b"\x00" + leaf).digest()


def hash_node(left: bytes, right: bytes) -> bytes:
    """The hash over two subtrees."""
    return sha256(b"\x01" + left + right).digest()


@attrs.define
class Subtrees:
    """Leaves in a row as the complete subtrees that they make, the highest first: some twenty hashes for millions."""

    count: int = 0
    _nodes: list[tuple[int, bytes]] = attrs.field(factory=list[tuple[int, bytes]])

    def add(self, hash: bytes, height: int = 0) -> None:
        """A complete subtree of this height more; those before it are as high at least, or it has no place here."""
        self.count += 1 << height
        while self._nodes and self._nodes[-1][0] == height:
            hash = hash_node(self._nodes.pop()[1], hash)
            height += 1
        self._nodes.append((height, hash))

    @property
    def root(self) -> bytes:
        """The root over all of them."""
        if not self._nodes:
            return EMPTY
        *others, (_, root) = self._nodes
        for _, left in reversed(others):
            root = hash_node(left, root)
        return root


def root(leaves: Iterable[bytes]) -> bytes:
    """The root over these leaves, of which none is kept."""
    trees = Subtrees()
    for leaf in leaves:
        trees.add(hash_leaf(leaf))
    return trees.root


def siblings(place: int, size: int) -> Iterator[tuple[int, int]]:
    """Whose roots prove the leaf at this place in a tree of this size: from where until where, the lowest first."""
    start, stop = 0, size
    found: list[tuple[int, int]] = []
    while stop - start > 1:
        middle = start + (1 << (stop - start - 1).bit_length() - 1)
        found.append((middle, stop) if place < middle else (start, middle))
        start, stop = (start, middle) if place < middle else (middle, stop)
    return reversed(found)


def inclusion_proof(leaves: Sequence[bytes], place: int) -> tuple[bytes, ...]:
    """What proves that the leaf at this place is one of these."""
    return tuple(root(leaves[start:stop]) for start, stop in siblings(place, len(leaves)))


def proved_root(leaf: bytes, place: int, size: int, proof: Sequence[bytes]) -> bytes | None:
    """The root of the tree of this size that has the leaf at this place, by its proof; None where that cannot be one.

    Who trusts the root, by whatever way, trusts the leaf, its place and the size.
    """
    ways = list(siblings(place, size)) if 0 <= place < size else []
    if not 0 <= place < size or len(proof) != len(ways):
        return None
    found = hash_leaf(leaf)
    for (start, _), one in zip(ways, proof, strict=True):
        found = hash_node(found, one) if place < start else hash_node(one, found)
    return found


def includes(root: bytes, leaf: bytes, place: int, size: int, proof: Sequence[bytes]) -> bool:
    """Whether the leaf stands at this place of the tree with this size and root."""
    return proved_root(leaf, place, size, proof) == root
