"""Who has the database, and guesses, learns nothing that was erased: no digest of a question stands without a key."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import get_args

import attrs
import msgspec
import pytest

from complaintflow import Attachment, Customer, Desk, InvalidInput, Refused, commands as c
from complaintflow.inbound import Reply
from complaintflow.inbound.request_key import RequestKey, Space
from complaintflow.plugins import Incoming
from complaintflow.record.history import bind
from complaintflow.record.keys import hidden_key
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.stores.desks import erase, erase_for_good, received

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


def all_that_stands(path: Path) -> str:
    """Everything in every table, as text; digests as hexadecimal as well."""
    found: list[str] = []
    with closing(sqlite3.connect(path)) as file:
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for table in tables:
            for row in file.execute(f"SELECT * FROM {table}"):
                found += [f"{bytes(one)!r} {one.hex()}" if isinstance(one, bytes) else str(one) for one in row]
                found += [one.decode(errors="replace") for one in row if isinstance(one, bytes)]
    return "\n".join(found)


def digests_of(text: str) -> set[str]:
    """The digests without a key that somebody would try: of the text, and of the text as rules compare it."""
    forms = [text.encode(), " ".join(text.casefold().split()).encode(), text.casefold().encode()]
    whole = [made(one).hexdigest() for made in (hashlib.sha256, hashlib.blake2b, hashlib.md5) for one in forms]
    short = [hashlib.blake2b(one, digest_size=size).hexdigest() for one in forms for size in (4, 8, 16, 32)]
    return {*short, *(one[:length] for one in whole for length in (16, 32, 64))}


TOLD = "We ask the bank about card 6217000012345678"
"""What we told the customer, who asked us later to erase it."""

FILE = b"my number is 13800138000"


def test_no_digest_confirms_what_the_customer_was_told_once_it_is_erased(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with desk_at(path) as desk:
        id = desk.receive(ASKED, by=s.LI).id
        desk.do(id, c.Acknowledge(TOLD, s.T0 + timedelta(days=1)), by=s.LI)
        desk.deliver()
    assert TOLD in all_that_stands(path)
    erase(path, id)
    assert not [one for one in digests_of(TOLD) if one in all_that_stands(path)]


def test_no_digest_confirms_a_short_file_of_the_customers_once_it_is_erased(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    plain = f"sha256:{hashlib.sha256(FILE).hexdigest()}"
    file = Attachment("mid:1@u-17.example/part-2", "text/plain", len(FILE), plain)
    with desk_at(path) as desk:
        id = desk.receive(ASKED, by=s.LI).id
        desk.do(id, c.AddEvidence("attachment", "email", "sent by the customer", (file,)), by=s.LI)
    assert plain in all_that_stands(path)
    erase(path, id)
    assert plain.removeprefix("sha256:") not in all_that_stands(path)
    assert plain not in repr(file)


def test_no_key_confirms_what_a_customer_wrote_once_it_is_erased(tmp_path: Path) -> None:
    """Who knows the mail's id from the log of a mail server tries what it may have said."""
    path, reply = tmp_path / "desk.db", Reply("<7@u-17.example>", "u17@example.com", "my wife must not know", s.T0)
    with desk_at(path) as desk:
        id = desk.receive(ASKED, by=s.LI).id
        heard = [desk.hear(attrs.evolve(reply, complaint=id)).complaint for _ in range(2)]
        assert heard == [id, id]
        assert desk.get(id).version == 2  # it counts once
    erase(path, id)
    words = reply.ref, reply.text
    guessed = [RequestKey.of("heard", id, "email", *words), RequestKey.of("noted", id, "email", *words)]
    assert not [one for one in guessed if one.name in all_that_stands(path)]


def test_the_same_words_twice_are_refused_as_long_as_they_stand(tmp_path: Path) -> None:
    """Also in another spelling, after other commands, and when the desk was opened anew."""
    path, later = tmp_path / "desk.db", s.T0 + timedelta(days=1)
    with desk_at(path) as desk:
        id = desk.receive(ASKED, by=s.LI).id
        desk.do(id, c.Acknowledge(TOLD, later), c.Note("he called"), by=s.LI)
    with desk_at(path) as desk:
        with pytest.raises(Refused, match="it repeats the last message"):
            desk.do(id, c.Acknowledge(f" {TOLD.upper()}\n", later), by=s.LI)
        assert desk.do(id, c.Acknowledge(f"{TOLD} today", later), by=s.LI).facts.messages == 2
        assert desk.do(id, c.Acknowledge(TOLD, later), by=s.LI).facts.messages == 3
    erase(path, id)
    with desk_at(path) as desk:
        assert desk.do(id, c.Acknowledge(TOLD, later), by=s.LI).facts.messages == 4
        assert desk.check_integrity().sound


def test_the_same_question_leaves_another_digest_at_each_desk(tmp_path: Path) -> None:
    for name in ("a.db", "b.db"):
        with desk_at(tmp_path / name) as desk:
            desk.receive(ASKED, by=s.LI, key="k")
    assert asked_of(tmp_path / "a.db") != asked_of(tmp_path / "b.db")


# ── keys that callers made of words

WORDS = "refund-zhang-san@x.com"
"""A key as a caller makes it, who thinks of nothing bad. It tells who complained of what."""
HOUSE = b"root key of the house" * 2


def used_everywhere(desk: Desk, key: str = WORDS) -> str:
    """The id of a complaint whose form, row and command had this key."""
    form = desk.receive(ASKED, by=s.LI, key=key).id
    desk.do(form, c.Note("asked again"), c.Note("and again"), by=s.LI, key=f"note {key}")
    (row,) = desk.receive_rows([Incoming(1, key, ASKED)])
    assert isinstance(row, tuple)
    desk.do(row[0].id, c.Note("n"), by=s.LI, key=f"row {key}")
    return form


def confirmed(path: Path, guess: str) -> bool:
    """Whether who has the file and the code sees that this key was used: plain, digested, or keyed by what is there."""
    stands = all_that_stands(path)
    with closing(sqlite3.connect(path)) as file:
        salts = [salt for (salt,) in file.execute("SELECT salt FROM events")]
    names = [f"{space}/{guess}" for space in get_args(Space)]
    plain = {guess, *names, *(one for name in (guess, *names) for one in digests_of(name))}
    ours = {hidden_key(name, secret) for name in names for secret in (b"", *salts)}
    return any(one in stands for one in plain | ours)


def erase_all(path: Path) -> None:
    with desk_at(path) as desk:
        ids = [one.id for one in desk.find().complaints]
    for id in ids:
        erase_for_good(path, id)


@pytest.mark.parametrize("secret", [b"", HOUSE])
def test_after_an_erasure_nobody_finds_out_by_guessing_keys_who_complained(tmp_path: Path, secret: bytes) -> None:
    path = tmp_path / "desk.db"
    with desk_at(path, secret) as desk:
        used_everywhere(desk)
    assert confirmed(path, WORDS) == (not secret)  # else this attacker is none
    erase_all(path)
    guesses = (WORDS, f"note {WORDS}", f"row {WORDS}")
    assert not [guess for guess in guesses if confirmed(path, guess)]
    left = b"".join(file.read_bytes() for file in tmp_path.glob("desk.db*"))
    assert hidden_key(f"form/{WORDS}").partition("/")[2].encode() not in left


def test_with_a_chain_key_who_has_the_file_finds_out_by_no_key_what_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with desk_at(path, HOUSE) as desk:
        used_everywhere(desk)
    assert not [one for one in (WORDS, f"note {WORDS}", f"row {WORDS}") if confirmed(path, one)]


def test_no_key_stands_in_the_file_as_its_caller_wrote_it(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with desk_at(path) as desk:
        used_everywhere(desk)
        assert desk.known(WORDS)
        assert desk.known(WORDS, space="import")
    assert WORDS not in all_that_stands(path)


def test_the_keys_of_others_outlive_an_erasure(tmp_path: Path) -> None:
    """Else a retry by another customer becomes a second complaint."""
    path = tmp_path / "desk.db"
    with desk_at(path) as desk:
        gone, kept = (used_everywhere(desk, key) for key in (WORDS, "refund-li-si@x.com"))
    erase(path, gone)
    with desk_at(path) as desk:
        assert desk.known("refund-li-si@x.com") == kept
        assert desk.known(WORDS) is None
        assert desk.known(WORDS, space="import")
        assert desk.check_integrity().sound


def test_what_one_command_said_can_be_erased_with_its_key_alone(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with desk_at(path) as desk:
        id = desk.receive(ASKED, by=s.LI, key="form").id
        for key in ("first", "second"):
            desk.do(id, c.Note(key), c.Note("too"), by=s.LI, key=key)
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("UPDATE events SET data = NULL WHERE seq = 2")
    with desk_at(path) as desk:
        assert [desk.known(key) for key in ("form", "first", "second")] == [id, None, id]


def test_a_repeat_after_an_erasure_is_something_new_as_the_trust_page_says(tmp_path: Path) -> None:
    """Who could still know that it is a repeat could also tell who complained."""
    path = tmp_path / "desk.db"
    with desk_at(path) as desk:
        id = desk.receive(ASKED, by=s.LI, key=WORDS).id
    erase(path, id)
    with desk_at(path) as desk:
        again = desk.receive(ASKED, by=s.LI, key=WORDS).id
        assert again != id
        assert desk.receive(ASKED, by=s.LI, key=WORDS).id == again


def test_with_a_chain_key_a_retry_after_an_erasure_is_told_so_and_does_nothing_twice(tmp_path: Path) -> None:
    path = tmp_path / "desk.db"
    with desk_at(path, HOUSE) as desk:
        id = desk.receive(ASKED, by=s.LI, key="k").id
        (row,) = desk.receive_rows([Incoming(1, "row", ASKED)])
    erase_all(path)
    with desk_at(path, HOUSE) as desk:
        with pytest.raises(InvalidInput, match="'k', whose question was erased, expected a new key"):
            desk.receive(ASKED, by=s.LI, key="k")
        (again,) = desk.receive_rows([Incoming(1, "row", ASKED)])
        assert isinstance(row, tuple)
        assert isinstance(again, tuple)
        assert (again[0].id, again[1]) == (row[0].id, False)
        assert len(desk.find().complaints) == 2
        assert desk.known("k") == id


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
