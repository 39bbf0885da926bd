"""A house has one chain key: what another one appends is a breach for ever, and makes a forger of an honest house."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from complaintflow import Desk, StoreError, commands as c
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.stores.desks import at_desk, received

KEY = b"the chain key of the house, 32 bytes"


def opened(path: Path, key: bytes) -> Desk:
    """A desk with this key, in a process of its own."""
    return Desk.open(f"sqlite:///{path}", clock=FrozenClock(), chain_key=key)


WRITES: list[Callable[[Desk, str], object]] = [
    lambda desk, id: desk.do(id, c.Note("seen"), by=s.LI),
    lambda desk, id: received(desk),
    lambda desk, id: desk.deliver(),
    lambda desk, id: desk.tick(),
]


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize(("house", "slip"), [(KEY, b""), (KEY, b"another"), (b"", KEY)])
def test_nothing_is_appended_with_another_key_than_the_house_has(
    tmp_path: Path, house: bytes, slip: bytes, write: Callable[[Desk, str], object]
) -> None:
    """A worker or a cron line without the key; of a house without one, somebody who believes that there is one."""
    path = tmp_path / "house.db"
    with opened(path, house) as desk:
        id = at_desk(desk, received(desk).id, s.triage(), s.update()).id
        head = desk.head()
    with opened(path, slip) as desk:
        with pytest.raises(StoreError, match="give the desk the key with which the house began"):
            write(desk, id)
        assert desk.get(id).version == 3
        assert not desk.check_integrity().sound
    with opened(path, house) as desk:
        assert desk.head() == head
        assert desk.check_integrity().sound
        assert desk.do(id, c.Note("seen"), by=s.LI).version == 4


def test_an_empty_house_takes_any_key_and_no_other_from_then_on(tmp_path: Path) -> None:
    """Two processes that open it at once: the second one is asked when the first one has begun."""
    path = tmp_path / "house.db"
    with opened(path, KEY) as first, opened(path, b"") as second:
        second.tick()
        received(first)
        with pytest.raises(StoreError):
            received(second)


def test_what_a_house_rolls_back_proves_no_key(tmp_path: Path) -> None:
    """Another process has begun the house with its own key since: what this one appends then is a breach for ever."""
    url, path = f"sqlite+sql:///{tmp_path / 'house.db'}", tmp_path / "house.db"
    with (
        Desk.open(url, clock=FrozenClock(), chain_key=KEY) as desk,
        closing(sqlite3.connect(path, isolation_level=None)) as house,
    ):
        house.execute("BEGIN")
        at_desk(desk.on(house), received(desk.on(house)).id, c.Note("seen"))
        house.execute("ROLLBACK")
        with Desk.open(url, clock=FrozenClock()) as another:
            received(another)
            head = another.head()
            with pytest.raises(StoreError, match="give the desk the key with which the house began"):
                received(desk)
            house.execute("BEGIN")
            with pytest.raises(StoreError, match="give the desk the key with which the house began"):
                received(desk.on(house))
            house.execute("ROLLBACK")
            assert another.head() == head


def test_what_a_house_has_committed_proves_the_key_once_for_all(tmp_path: Path) -> None:
    url, path = f"sqlite+sql:///{tmp_path / 'house.db'}", tmp_path / "house.db"
    with Desk.open(url, clock=FrozenClock()) as desk, closing(sqlite3.connect(path, isolation_level=None)) as house:
        house.execute("BEGIN")
        received(desk.on(house))
        house.execute("COMMIT")
        house.execute("BEGIN")
        assert desk.on(house)._units.sealing.fits
        house.execute("ROLLBACK")


def test_a_complaint_that_somebody_damaged_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / "house.db"
    with opened(path, KEY) as desk:
        ids = [received(desk).id for _ in range(2)]
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE events SET link = zeroblob(32) WHERE rowid = (SELECT min(rowid) FROM events)")
    with opened(path, KEY) as desk:
        assert desk.do(ids[1], c.Note("seen"), by=s.LI).version == 2


def test_a_house_whose_words_were_erased_keeps_its_key(tmp_path: Path) -> None:
    path = tmp_path / "house.db"
    with opened(path, KEY) as desk:
        id = received(desk).id
        desk.do(id, c.Withdraw(s.HEARD), by=s.LI)
        desk.deliver()
        desk.erase(desk.get(id).facts.customer, by=s.MANAGER, reason="asked for it")
    with opened(path, KEY) as desk:
        assert received(desk).version == 1
    with opened(path, b"") as desk, pytest.raises(StoreError):
        received(desk)
