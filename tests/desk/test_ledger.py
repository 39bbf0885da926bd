"""The tree of the ledger: by tiles or without them it is the tree of all links, and few of them are read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings, strategies as st

from complaintflow import Actor, Customer, Desk
from complaintflow.commands import Note, Receive
from complaintflow.desk import ledger
from complaintflow.desk.ledger import LedgerTree, fold
from complaintflow.plugins import Store
from complaintflow.record.history import head_of
from complaintflow.record.merkle import includes, inclusion_proof
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.testing import FrozenClock
from tests.desk.links_alone import LinksAlone, TiledLinks

LI = Actor("li", roles={"agent"})


def link(place: int) -> bytes:
    return sha256(str(place).encode()).digest()


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    kept: Store = MemoryStore()
    if request.param == "sqlite":
        kept = SqliteStore(tmp_path / "desk.db", synchronous="OFF")
    with closing(kept) as store:
        yield store


@settings(max_examples=60)
@given(st.integers(0, 150), st.integers(0, 150), st.integers(0, 80), st.integers(1, 3), st.data())
def test_head_and_proof_by_tiles_are_those_of_all_links(
    folded: int, more: int, most: int, height: int, data: st.DataObject
) -> None:
    """However far it is folded; with low tiles, so that a small tree has many levels of them."""
    with patch.object(ledger, "HEIGHT", height), patch.object(ledger, "WIDE", 1 << height):
        tiled = TiledLinks(folded, link)
        fold(tiled.session, most)
        tiled.count += more
        links = [link(place) for place in range(tiled.count)]
        tree = LedgerTree.of(tiled.session)
        size = data.draw(st.integers(0, tiled.count))
        assert tree.head(size) == head_of(links, size)
        if size:
            place = data.draw(st.integers(0, size - 1))
            assert tree.proof(place, size) == inclusion_proof(links[:size], place)


def test_without_tiles_the_same_is_read_of_the_links() -> None:
    links = [link(place) for place in range(200)]
    tree = LedgerTree.of(LinksAlone(200, link).session)
    assert (tree.count, tree.head()) == (200, head_of(links))
    assert tree.proof(77, 150) == inclusion_proof(links[:150], 77)
    assert tree.head(999) == tree.head()


def test_a_head_and_a_proof_read_few_of_many_links() -> None:
    """A helpdesk of years anchors its head each day, and gives a receipt with each letter."""
    tiled = TiledLinks(20_000, link)
    while fold(tiled.session, 100):
        pass
    tree = LedgerTree.of(tiled.session)
    tiled.read = 0
    head = tree.head()
    assert tiled.read < 3 * 64
    proof = tree.proof(7_777, 20_000)
    assert tiled.read < 9 * 64
    assert includes(bytes.fromhex(head.digest), link(7_777), 7_777, 20_000, proof)


def filled(store: Store, notes: int) -> tuple[Desk, str]:
    desk = Desk(store, clock=FrozenClock())
    id = desk.receive(Receive("app", Customer("u-1"), "扫码没反应"), by=LI).id
    desk.do(id, *[Note(f"note {number}") for number in range(notes)], by=LI)
    return desk, id


def test_ticks_fold_what_was_saved_and_the_head_stays(store: Store) -> None:
    desk, _ = filled(store, 139)
    with store.reading() as session:
        head = str(head_of(session.links()))
        assert LedgerTree.of(session).counts == (140,)
    assert desk.head() == head
    desk.tick()
    with store.reading() as session:
        assert LedgerTree.of(session).counts == (140, 2)
    assert desk.head() == head
    assert desk.check_integrity(anchor=head).sound


def test_an_idle_tick_folds_nothing_and_writes_nothing(store: Store) -> None:
    desk, _ = filled(store, 10)
    desk.tick()
    with patch.object(store, "writing", side_effect=AssertionError):
        desk.tick()


def test_the_place_of_an_event_is_that_of_its_link(store: Store) -> None:
    desk, first = filled(store, 3)
    second = desk.receive(Receive("app", Customer("u-2"), "押金没退"), by=LI).id
    desk.do(first, Note("later"), by=LI)
    with store.reading() as session:
        tree, links = LedgerTree.of(session), list(session.links())
        for id in (first, second):
            for one in session.history(id):
                assert links[tree.place(id, one.seq) or 0] == one.link
        assert (tree.place(first, 99), tree.place("C-none", 1)) == (None, None)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE tiles SET hash = zeroblob(32) WHERE place = 1", "tiles 1 (ledger): of level 1: is not the hash"),
        ("DELETE FROM tiles WHERE place = 1", "tiles 2 (ledger): of level 1: has gaps"),
        ("INSERT INTO tiles VALUES (1, 3, zeroblob(32))", "tiles 3 (ledger): of level 1: is not the hash"),
    ],
)
def test_a_tile_that_is_not_of_the_links_is_told(tmp_path: Path, change: str, told: str) -> None:
    """Else a changed tile would give a wrong head, and hide what was changed below it."""
    with closing(SqliteStore(tmp_path / "desk.db", synchronous="OFF")) as store:
        desk, _ = filled(store, 139)
        desk.tick()
        with closing(sqlite3.connect(tmp_path / "desk.db")) as outside, outside:
            outside.execute(change)
        assert any(told in str(one) for one in desk.check_integrity().breaches)
