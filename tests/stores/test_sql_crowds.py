"""PostgreSQL under a crowd, kills, crashes and cuts: nothing that was acknowledged is lost, nothing is done twice."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep

import psycopg
import pytest

from complaintflow import Customer, Desk, commands as c
from tests import stories as s
from tests.stores import crowd as cr, skewed as sk
from tests.stores.servers import Server, empty, server, small_disk

pytestmark = pytest.mark.explore
STEPS = 40 * int(os.environ.get("COMPLAINTFLOW_TURNS", "1"))
"""So many things each process does."""
MINUTE = 60
KILLS, CRASHES = STEPS // 4, STEPS // 10


@pytest.fixture
def url(database: str) -> Iterator[str]:
    yield database
    empty(database)


@pytest.fixture
def chance() -> random.Random:
    return random.Random(os.urandom(8))


def tell(campaign: Callable[[str], None], name: str, counts: dict[str, int], **more: int) -> None:
    told = ", ".join(f"{count} {what}" for what, count in {**more, **counts}.items())
    campaign(f"postgresql, {name}: {told}")


def test_eight_processes_for_a_minute_on_fifty_complaints_of_ten_customers_are_explained_by_one_order(
    url: str, tmp_path: Path, campaign: Callable[[str], None]
) -> None:
    with cr.crowd(url, cr.prepare(url), tmp_path, 8, f"{MINUTE}s"):
        pass
    counts = cr.check(url, tmp_path)
    assert counts["paid"] > 5, "too few orders were paid: the rule was hardly met"
    tell(campaign, "a crowd of 8", counts)


def test_killed_clients_lose_nothing_that_was_acknowledged(
    url: str, tmp_path: Path, campaign: Callable[[str], None], chance: random.Random
) -> None:
    ids, kills = cr.prepare(url), 0
    with cr.crowd(url, ids, tmp_path, 4, STEPS) as work:
        while kills < KILLS:
            sleep(chance.uniform(1.0, 4.0))
            number = chance.randrange(4)
            cr.kill(work[number])
            kills += 1
            work[number] = cr.start(url, ids, tmp_path, number, STEPS)
    tell(campaign, "kills of clients", cr.check(url, tmp_path), kills=kills)


def test_connections_that_are_cut_at_any_moment_lose_nothing_and_nobody_hears_of_it(
    url: str, tmp_path: Path, campaign: Callable[[str], None], chance: random.Random
) -> None:
    cuts = 0
    with cr.crowd(url, cr.prepare(url), tmp_path, 4, STEPS) as work:
        while cr.at_work(work):
            sleep(chance.uniform(0.2, 1.0))
            cuts += cr.cut_connections(url, chance)
    tell(campaign, "cut connections", cr.check(url, tmp_path), cuts=cuts)


def test_answers_to_commits_that_are_lost_are_settled(
    url: str, tmp_path: Path, campaign: Callable[[str], None]
) -> None:
    """One commit in five: half of them before the server heard of it, half of them after it had committed."""
    with cr.crowd(url, cr.prepare(url), tmp_path, 4, STEPS, "0.2"):
        pass
    tell(campaign, "lost answers to one commit in five", cr.check(url, tmp_path))


def test_a_server_that_crashes_and_starts_anew_has_all_that_it_acknowledged(
    tmp_path: Path, campaign: Callable[[str], None]
) -> None:
    with server() as own:
        url, crashes = own.database("crashing"), 0
        with cr.crowd(url, cr.prepare(url), tmp_path, 4, STEPS) as work:
            while cr.at_work(work) and crashes < CRASHES:
                sleep(3)
                crash(own)
                crashes += 1
        tell(campaign, "crashes of the server", cr.check(url, tmp_path), crashes=crashes)


def test_a_server_whose_disk_is_full_says_so_and_has_all_that_it_acknowledged(
    tmp_path: Path, campaign: Callable[[str], None]
) -> None:
    """First its tables cannot grow; then its log cannot either, and it stops."""
    with small_disk(200) as disk, server(disk) as own:
        url, turns, panics = own.database("full"), 0, 0
        with cr.crowd(url, cr.prepare(url), tmp_path, 4, 3 * STEPS) as work:
            while cr.at_work(work):
                sleep(2)
                with filled(disk):
                    sleep(1)
                    panics += stops_for_its_log(own)
                    sleep(1)
                own.start()
                turns += 1
        counts = cr.check(url, tmp_path)
    assert panics, "it always had room for its log"
    assert counts["told that the disk is full"] > 5, "the disk was hardly full"
    tell(campaign, "a full disk", counts, turns=turns, panics=panics)


@contextmanager
def filled(disk: Path) -> Iterator[None]:
    """Within it nothing more fits on the disk."""
    with (disk / "filler").open("wb", buffering=0) as filler, suppress(OSError):
        while filler.write(bytes(2**16)):
            pass
    yield
    (disk / "filler").unlink()


def stops_for_its_log(own: Server) -> bool:
    """Whether it finds no room for the next file of its write-ahead log, and gives up."""
    try:
        with psycopg.connect(own.url, autocommit=True) as plain:
            for _ in range(20):
                plain.execute("SELECT pg_logical_emit_message(true, '', 'full'), pg_switch_wal()")
    except psycopg.Error as error:
        return error.diag.severity_nonlocalized == "PANIC"
    return False


def crash(own: Server) -> None:
    own.stop("immediate")
    own.start()


def test_workers_whose_clocks_are_an_hour_wrong_say_nothing_twice_and_keep_nothing_back(
    url: str, tmp_path: Path, campaign: Callable[[str], None], chance: random.Random
) -> None:
    """Leases end by the clock of the server, so the fast one steals none, and what the killed held comes back."""
    sent, letters, kills, turns = tmp_path / "sent", STEPS, 0, Counter[str]()
    skews = [timedelta(hours=hours) for hours in (-1, 0, 1)]
    _letters(url, letters)
    work = [sk.start(url, sent, skew) for skew in skews]
    end = monotonic() + cr.PATIENCE
    try:
        while len({key for key, _ in sk.told(sent)}) < letters or _waiting(url):
            assert monotonic() < end, f"{_waiting(url)} letters are kept back"
            sleep(chance.uniform(0.5, 1.5))
            if kills < KILLS:
                number = chance.randrange(len(work))
                cr.kill(work[number])
                work[number], kills = sk.start(url, sent, skews[number]), kills + 1
    finally:
        for one in work:
            one.kill()
            one.wait()
    handed = sk.told(sent)
    turns.update(key for key, _ in handed)
    with Desk.open(url) as desk:
        assert desk.check_integrity().sound
        receipts = Counter(
            (one.id, event.data["message"])
            for one in desk.find(limit=1000).complaints
            for event in desk.history(one.id)
            if event.kind == "Receipt"
        )
    assert len(receipts) == letters
    assert set(receipts.values()) == {1}, "an outcome is on record twice"
    assert turns.total() - letters <= kills, "a lease that lived was stolen"
    tell(campaign, "clocks an hour wrong", {"letters": letters, "keys": len(turns)}, kills=kills)


def _letters(url: str, count: int) -> None:
    """So many letters wait, of complaints that are late."""
    with Desk.open(url, clock=lambda: datetime.now(UTC) - timedelta(hours=30)) as desk:
        for number in range(count):
            id = desk.receive(s.receive(customer=Customer(f"u-{number}"), order=""), by=s.SYSTEM).id
            desk.do(id, c.Acknowledge("您的投诉我们记下了", datetime.now(UTC) + timedelta(days=1)), by=s.LI)


def _waiting(url: str) -> int:
    """How many letters to customers wait."""
    with psycopg.connect(url) as plain:
        found = plain.execute("SELECT count(*) FROM complaintflow_outbox WHERE audience = 'customer'").fetchone()
    return int(found[0]) if found else 0
