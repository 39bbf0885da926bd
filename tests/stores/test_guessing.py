"""Who has the database, and guesses, learns nothing that was erased: no digest of a question stands without a key."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import msgspec
import pytest

from complaintflow import Customer, Desk, InvalidInput, commands as c
from complaintflow.record.history import bind
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.stores.desks import erase, received

PHONE = "13800138000"
ASKED = c.Receive("app", Customer("u-17", contact={"phone": PHONE}), "paid twice")


def desk_at(path: Path, key: bytes = b"") -> Desk:
    return Desk.open(f"sqlite:///{path}", clock=FrozenClock(), chain_key=key)


def asked_of(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        [(asked,)] = connection.execute("SELECT asked FROM keys").fetchall()
    return str(asked)


def guesses(text: str) -> list[str]:
    """What somebody tries who knows the code, and not the salts."""
    plain = hashlib.sha256(text.encode()).hexdigest()
    return [plain, bind(plain, (), b""), bind(text, (), b"")]


def question(*commands: c.Command, by: str, id: str = "") -> str:
    asked = [id, by, *((type(command).__name__, command.data()) for command in commands)]
    return msgspec.json.encode(asked, order="deterministic").decode()


def test_a_phone_cannot_be_guessed_from_what_a_key_stands_for_after_an_erasure(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with desk_at(path) as desk:
        id = desk.receive(ASKED, by=s.LI, key="k").id
        twice = desk.receive(ASKED, by=s.LI, key="k")
        assert twice.id == id
    asked = asked_of(path)
    erase(path, id)
    told = question(ASKED, by=s.LI.id)
    assert not {asked, asked.partition("-")[2]} & {*guesses(told)}
    with closing(sqlite3.connect(path)) as connection:
        salts = connection.execute("SELECT DISTINCT salt FROM events").fetchall()
    assert salts == [(b"",)]


def test_the_same_question_leaves_another_digest_at_each_desk(tmp_path: Path) -> None:
    for name in ("a.db", "b.db"):
        with desk_at(tmp_path / name) as desk:
            desk.receive(ASKED, by=s.LI, key="k")
    assert asked_of(tmp_path / "a.db") != asked_of(tmp_path / "b.db")


def test_a_retry_after_an_erasure_is_told_so_and_does_nothing_twice(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with desk_at(path) as desk:
        id = desk.receive(ASKED, by=s.LI, key="k").id
    erase(path, id)
    with desk_at(path) as desk:
        with pytest.raises(InvalidInput, match="'k', whose question was erased, expected a new key"):
            desk.receive(ASKED, by=s.LI, key="k")
        assert len(desk.find().complaints) == 1


@pytest.mark.parametrize("key", [b"", b"root key of the house" * 2])
def test_another_question_under_a_key_is_refused_also_after_many_events(tmp_path: Path, key: bytes) -> None:
    with desk_at(tmp_path / "desk.db", key) as desk:
        id = received(desk).id
        for number in range(3):
            desk.do(id, c.Note(f"n{number}"), c.Note("again"), by=s.LI, key=f"k{number}")
        for number in range(3):
            assert (
                desk.do(id, c.Note(f"n{number}"), c.Note("again"), by=s.LI, key=f"k{number}").version == 3 + 2 * number
            )
        with pytest.raises(InvalidInput, match="which asked for something else"):
            desk.do(id, c.Note("n1"), c.Note("again"), by=s.LI, key="k2")
