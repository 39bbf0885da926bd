"""Somebody with the file, the code and the key rewrites history: who holds a receipt finds it alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from random import Random

import pytest

from complaintflow import Desk, commands as c
from complaintflow.record import LedgerReceipt
from complaintflow.stores import SqliteStore
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.desk.insider import IN_PLACE, REWRITES, Rewrite, forge, read, said, write
from tests.stores.desks import at_desk, received

KEY = b"a key that the insider has"


@contextmanager
def opened(path: Path, key: bytes = KEY) -> Iterator[Desk]:
    with closing(SqliteStore(path, synchronous="OFF")) as store:
        yield Desk(store, clock=FrozenClock(), chain_key=key)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[LedgerReceipt, ...]]:
    """A file with more events than a tile has, and the receipts of some of them, given out at different times."""
    path = tmp_path_factory.mktemp("house") / "desk.db"
    receipts: list[LedgerReceipt] = []
    with opened(path) as desk:
        for number in range(6):
            id = received(desk, customer=s.receive().customer).id
            at_desk(desk, id, s.triage(), *[c.Note(f"note {one} of {number}") for one in range(9)])
            receipts += (desk.receipt(id, seq) for seq in (1, 2, 5 + number))
        desk.tick()
        assert all(desk.check_receipt(one).sound for one in receipts)
    return path, tuple(receipts)


def test_a_receipt_finds_what_was_rewritten_with_all_that_follows(
    house: tuple[Path, tuple[LedgerReceipt, ...]], tmp_path: Path
) -> None:
    assert rewrite_at_random(house, tmp_path, 50) > 50


@pytest.mark.explore
def test_a_thousand_rewrites_are_found_by_the_holders_of_receipts(
    house: tuple[Path, tuple[LedgerReceipt, ...]], tmp_path: Path
) -> None:
    assert rewrite_at_random(house, tmp_path, 1000) > 1000


def rewrite_at_random(house: tuple[Path, tuple[LedgerReceipt, ...]], folder: Path, times: int) -> int:
    """How many receipts found that their event was touched; fails for one that did not."""
    (original, receipts), found = house, 0
    before = read(original)
    for seed in range(times):
        path, draw = Path(shutil.copy(original, folder / "desk.db")), Random(seed)
        key, names = rewrite(path, receipts, draw, REWRITES[seed % len(REWRITES)])
        after = said(read(path))
        touched = {name for name, one in said(before).items() if after.get(name) != one}
        with opened(path, key) as desk:
            for one in receipts:
                if (one.public.complaint, one.public.seq) in touched:
                    assert not desk.check_receipt(one).sound, (seed, names, one)
                    found += 1
    return found


def rewrite(path: Path, receipts: Sequence[LedgerReceipt], draw: Random, first: Rewrite) -> tuple[bytes, list[str]]:
    """Do this to the file, mostly to an event with a receipt, and perhaps more; with which key it was sealed anew."""
    rows, kinds = read(path), [first, *draw.sample(REWRITES, draw.choice((0, 0, 1, 2)))]
    aim = draw.choice(receipts).place
    for kind in kinds:
        if rows:
            place = aim if draw.random() < 0.7 else draw.randrange(len(rows))
            kind(rows, min(place, len(rows) - 1), draw)
    key = draw.choice((KEY, KEY, b"another key", b""))
    if set(kinds) <= set(IN_PLACE) and draw.random() < 0.3:
        key = KEY
    else:
        rows = forge(rows, key)
    write(path, rows, tiles=draw.random() < 0.8)
    return key, [kind.__name__ for kind in kinds]


def test_what_nobody_touched_is_sound_after_all_links_and_tiles_were_made_anew(
    house: tuple[Path, tuple[LedgerReceipt, ...]], tmp_path: Path
) -> None:
    """Or the attack would be found by its clumsiness, and not by the receipt."""
    original, receipts = house
    path = Path(shutil.copy(original, tmp_path / "desk.db"))
    write(path, forge(read(original), KEY), tiles=True)
    with opened(path) as desk:
        assert desk.check_integrity().sound
        assert all(desk.check_receipt(one).sound for one in receipts)


def test_a_forged_history_is_sound_for_everybody_but_the_holder_of_a_receipt(
    house: tuple[Path, tuple[LedgerReceipt, ...]], tmp_path: Path
) -> None:
    """The insider has the key, nothing was anchored: the customer's line of text alone speaks against it."""
    original, receipts = house
    path, rows = Path(shutil.copy(original, tmp_path / "desk.db")), read(original)
    place = receipts[1].place
    id, one = rows[place]
    rows[place] = (id, type(one)(*[{"by": "wu"}.get(name, getattr(one, name)) for name in one.__struct_fields__]))
    write(path, forge(rows, KEY), tiles=True)
    with opened(path) as desk:
        assert desk.check_integrity(id).sound
        assert desk.check_integrity().sound
        assert "are not those of which the receipt was made" in str(desk.check_receipt(receipts[1]).problems)
