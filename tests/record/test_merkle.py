"""The tree of the ledger against the definitions of RFC 6962 (2.1), written down as they stand there."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

import pytest
from hypothesis import given, settings, strategies as st

from complaintflow.record.merkle import (
    EMPTY,
    Subtrees,
    hash_leaf,
    hash_node,
    includes,
    inclusion_proof,
    proved_root,
    root,
)


def tree_hash(leaves: Sequence[bytes]) -> bytes:
    """MTH of RFC 6962."""
    if not leaves:
        return sha256(b"").digest()
    if len(leaves) == 1:
        return sha256(b"\x00" + leaves[0]).digest()
    k = split(len(leaves))
    return sha256(b"\x01" + tree_hash(leaves[:k]) + tree_hash(leaves[k:])).digest()


def path(place: int, leaves: Sequence[bytes]) -> list[bytes]:
    """PATH of RFC 6962."""
    if len(leaves) == 1:
        return []
    k = split(len(leaves))
    if place < k:
        return [*path(place, leaves[:k]), tree_hash(leaves[k:])]
    return [*path(place - k, leaves[k:]), tree_hash(leaves[:k])]


def split(count: int) -> int:
    k = 1
    while k * 2 < count:
        k *= 2
    return k


def some(count: int) -> list[bytes]:
    return [sha256(str(number).encode()).digest() for number in range(count)]


SIZES = (*range(70), 127, 128, 129, 300)


def test_the_root_is_the_tree_hash_of_the_rfc_for_each_size() -> None:
    for size in SIZES:
        assert root(iter(some(size))) == tree_hash(some(size))


def test_no_leaf_has_the_root_that_the_rfc_gives_to_the_empty_list() -> None:
    assert root(()) == EMPTY == bytes.fromhex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")


def test_a_leaf_and_a_node_of_the_same_bytes_have_different_hashes() -> None:
    """Else a node could be shown as a leaf."""
    left, right = some(2)
    assert hash_leaf(left + right) != hash_node(left, right)


def test_each_place_of_each_size_is_proved_by_the_path_of_the_rfc() -> None:
    for size in (*range(1, 20), 33, 64):
        leaves = some(size)
        for place in range(size):
            proof = inclusion_proof(leaves, place)
            assert list(proof) == path(place, leaves)
            assert includes(root(leaves), leaves[place], place, size, proof)


trees = st.integers(1, 70).flatmap(lambda size: st.tuples(st.just(size), st.integers(0, size - 1)))


@settings(max_examples=40)
@given(trees, st.data())
def test_nothing_else_is_proved_by_a_proof(tree: tuple[int, int], data: st.DataObject) -> None:
    size, place = tree
    leaves = some(size)
    proof, top = inclusion_proof(leaves, place), root(leaves)
    assert includes(top, leaves[place], place, size, proof)
    assert not includes(top, b"another", place, size, proof)
    assert not includes(top, leaves[place], place, size, (*proof, bytes(32)))
    other = data.draw(st.integers(-2, size + 2).filter(lambda one: one != place))
    assert not includes(top, leaves[place], other, size, proof)
    if proof:
        assert not includes(top, leaves[place], place, size, proof[:-1])
        which = data.draw(st.integers(0, len(proof) - 1))
        assert not includes(top, leaves[place], place, size, (*proof[:which], bytes(32), *proof[which + 1 :]))


@pytest.mark.parametrize(("place", "size"), [(0, 0), (1, 1), (-1, 3), (3, 2)])
def test_a_place_that_no_tree_of_the_size_has_has_no_root(place: int, size: int) -> None:
    assert proved_root(b"leaf", place, size, ()) is None


@settings(max_examples=40)
@given(st.integers(0, 100), st.lists(st.integers(0, 4), max_size=60))
def test_complete_subtrees_stand_for_their_leaves(size: int, heights: list[int]) -> None:
    """Where a kept subtree fits, it is taken; the root is the same as by the leaves alone."""
    leaves, trees, wanted = some(size), Subtrees(), iter(heights)
    while trees.count < size:
        height = next(wanted, 0)
        start, wide = trees.count, 1 << height
        if start % wide or start + wide > size:
            height, wide = 0, 1
        trees.add(root(leaves[start : start + wide]), height)
    assert trees.count == size
    assert trees.root == root(leaves)
