"""Somebody with the data, the code and the key rewrites history: who holds a receipt finds it alone."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import ModuleType

import attrs
import pytest

from complaintflow import commands as c
from complaintflow.record import LedgerReceipt
from complaintflow.record.history import head_of
from tests import stories as s
from tests.desk.insider import (
    IN_PLACE,
    REWRITES,
    Insider,
    InsiderOfFile,
    InsiderOfServer,
    Ledger,
    Rewrite,
    forge,
    said,
)
from tests.stores.desks import at_desk, received
from tests.stores.servers import Server

KEY = b"a key that the insider has"
PAGE = Path(__file__).parents[2] / "docs" / "howto" / "verify_receipt.py"
Campaign = Callable[[str], None]


@attrs.frozen
class House:
    """What is stored, with more events than a tile has, and the receipts of some, given out at different times."""

    insider: Insider
    rows: Ledger
    receipts: tuple[LedgerReceipt, ...]


@attrs.define
class Count:
    """How often a receipt of a touched event was compared, and how often by the published file alone."""

    found: int = 0
    offline: int = 0


def fill(insider: Insider) -> House:
    receipts: list[LedgerReceipt] = []
    with insider.desk(KEY) as desk:
        for number in range(6):
            id = received(desk, customer=s.receive().customer).id
            at_desk(desk, id, s.triage(), *[c.Note(f"note {one} of {number}") for one in range(9)])
            receipts += (desk.receipt(id, seq) for seq in (1, 2, 5 + number))
        desk.tick()
        assert all(desk.check_receipt(one).sound for one in receipts)
    return House(insider, insider.read(), tuple(receipts))


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> House:
    return fill(InsiderOfFile(tmp_path_factory.mktemp("house") / "desk.db"))


@pytest.fixture
def house(filled: House, tmp_path: Path) -> House:
    """A copy of it."""
    assert isinstance(filled.insider, InsiderOfFile)
    return attrs.evolve(filled, insider=InsiderOfFile(Path(shutil.copy(filled.insider.path, tmp_path / "desk.db"))))


@pytest.fixture
def on_server(postgresql: Server) -> House:
    return fill(InsiderOfServer(postgresql.database("insider")))


@pytest.fixture(scope="module")
def page() -> ModuleType:
    """The file that we publish for customers; nothing of ours is in it."""
    spec = importlib.util.spec_from_file_location("verify_receipt", PAGE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_receipt_finds_what_was_rewritten_with_all_that_follows(house: House, page: ModuleType) -> None:
    count = rewrite_at_random(house, page, 50)
    assert count.found > 50
    assert count.offline > 25


@pytest.mark.explore
def test_a_thousand_rewrites_are_found_by_the_holders_of_receipts(
    house: House, page: ModuleType, campaign: Campaign
) -> None:
    count = rewrite_at_random(house, page, 1000)
    assert count.found > 1000
    campaign(f"1,000 rewrites of a file: found by {count.found} receipts of touched events, {count.offline} offline")


@pytest.mark.explore
def test_a_thousand_rewrites_of_a_database_are_found_too(
    on_server: House, page: ModuleType, campaign: Campaign
) -> None:
    count = rewrite_at_random(on_server, page, 1000)
    assert count.found > 1000
    campaign(
        f"1,000 rewrites on PostgreSQL: {count.found} receipts of touched events found it, {count.offline} offline"
    )


def test_the_first_whole_receipt_of_a_letter_is_found(house: House, page: ModuleType) -> None:
    """A letter may speak of the mark, and a thread may hold a receipt that was cut."""
    receipt = str(next(iter(house.receipts)))
    for letter in (f"It begins with CFR1. and is here: {receipt}", f"> {receipt[:50]}\n\n{receipt}\nyours"):
        assert page.find(letter) == page.find(receipt)
        assert str(LedgerReceipt.parse(letter)) == receipt


@pytest.mark.parametrize("head", ["80:ab", "{count}:{ROOT}", "one"])
def test_what_is_no_head_accuses_nobody(
    house: House, page: ModuleType, head: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    receipt = next(iter(house.receipts))
    count, root = str(receipt.head).split(":")
    (tmp_path / "letter.txt").write_text(str(receipt), encoding="utf-8")
    assert page.check(str(tmp_path / "letter.txt"), head.format(count=count, ROOT=f"{root[:-1]}X")) == 2
    assert "that is no head" in capsys.readouterr().err
    assert page.check(str(tmp_path / "letter.txt"), f"0{receipt.head}") == 0


def rewrite_at_random(house: House, page: ModuleType, times: int) -> Count:
    """How many receipts found that their event was touched; fails for one that did not."""
    count, before = Count(), said(house.rows)
    for seed in range(times):
        draw = Random(seed)
        rows, key, names = rewrite(house, draw, REWRITES[seed % len(REWRITES)])
        after = said(rows)
        touched = {name for name, one in before.items() if after.get(name) != one}
        with house.insider.desk(key) as desk:
            for one in house.receipts:
                if (one.public.complaint, one.public.seq) in touched:
                    assert not desk.check_receipt(one).sound, (seed, names, one)
                    count.found += 1
                    count.offline += found_offline(page, one, rows, (seed, names))
    return count


def found_offline(page: ModuleType, receipt: LedgerReceipt, rows: Ledger, case: object) -> bool:
    """Whether the published file finds it by the head that the house would tell now: it must, unless all links stand.

    Then the event on record is another one than its own link, which any check of the history finds.
    """
    head = str(head_of((one.link for _, one in rows), receipt.size))
    read = page.find(f"Dear customer,\n> {receipt}\nyours")
    assert page.head_of(*read) == str(receipt.head)
    if head == str(receipt.head):
        assert forge(rows, KEY) != rows, case
        return False
    return True


def rewrite(house: House, draw: Random, first: Rewrite) -> tuple[Ledger, bytes, list[str]]:
    """Do this, mostly to an event with a receipt, and perhaps more; with which key it was sealed anew."""
    rows, kinds = [*house.rows], [first, *draw.sample(REWRITES, draw.choice((0, 0, 1, 2)))]
    aim = draw.choice(house.receipts).place
    for kind in kinds:
        if rows:
            place = aim if draw.random() < 0.7 else draw.randrange(len(rows))
            kind(rows, min(place, len(rows) - 1), draw)
    key = draw.choice((KEY, KEY, b"another key", b""))
    if set(kinds) <= set(IN_PLACE) and draw.random() < 0.3:
        key = KEY
    else:
        rows = forge(rows, key)
    house.insider.write(rows, tiles=draw.random() < 0.8)
    return rows, key, [kind.__name__ for kind in kinds]


def test_what_nobody_touched_is_sound_after_all_links_and_tiles_were_made_anew(house: House) -> None:
    """Or the attack would be found by its clumsiness, and not by the receipt."""
    house.insider.write(forge(house.rows, KEY), tiles=True)
    with house.insider.desk(KEY) as desk:
        assert desk.check_integrity().sound
        assert all(desk.check_receipt(one).sound for one in house.receipts)


@pytest.mark.explore
def test_what_nobody_touched_in_a_database_is_sound_after_it_was_written_anew(on_server: House) -> None:
    test_what_nobody_touched_is_sound_after_all_links_and_tiles_were_made_anew(on_server)


def test_a_forged_history_is_sound_for_everybody_but_the_holder_of_a_receipt(house: House) -> None:
    """The insider has the key, nothing was anchored: the customer's line of text alone speaks against it."""
    rows, place = [*house.rows], house.receipts[1].place
    id, one = rows[place]
    rows[place] = (id, type(one)(*[{"by": "wu"}.get(name, getattr(one, name)) for name in one.__struct_fields__]))
    house.insider.write(forge(rows, KEY), tiles=True)
    with house.insider.desk(KEY) as desk:
        assert desk.check_integrity(id).sound
        assert desk.check_integrity().sound
        assert "are not those of which the receipt was made" in str(desk.check_receipt(house.receipts[1]).problems)
