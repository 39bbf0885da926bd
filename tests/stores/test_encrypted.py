"""Words that lie encrypted: a backup from before an erasure holds nothing to be read, and all that was proved stays."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

from complaintflow import Complaint, DefinitionError, Desk, StoreError, commands as c
from complaintflow.desk import Asked
from complaintflow.plugins import Remembered
from complaintflow.policy import Retention
from complaintflow.record.encrypted import LEFT_PLAIN
from complaintflow.stores import EncryptedStore, HouseKeys, MemoryStore
from complaintflow.stores.encrypted.keyring import Keyring
from complaintflow.testing import FrozenClock, RecordingChannel, every_point
from complaintflow.testing.racing import RacingGuard
from tests import stories as s
from tests.stores.desks import HOUSE, at_desk, opened
from tests.stores.servers import Server, empty
from tests.stores.test_duplicates_in_batches import trips_of
from tests.stores.test_erasing import (
    WHO,
    WHY,
    Way,
    as_text,
    dump,
    held_by,
    of_another,
    rows_of,
    secrets_in,
    settled,
)

pytest.importorskip("cryptography")

OTHER = attrs.evolve(WHO, id="u-18")
NEXT = HouseKeys({"2027-05": b"the next root key has 32 bytes.."})
PRESENT = b"the present root key of 32 bytes"
SAME = {"2027-05": b"the next root key has 32 bytes..", "2026-11": PRESENT}
BOTH = HouseKeys(SAME)


def bytes_of(path: Path) -> str:
    """Every byte of a file of SQLite and of what stands beside it, as a text."""
    files = [one for one in path.parent.iterdir() if one.name.startswith(path.name)]
    return "".join(one.read_bytes().decode("latin-1") for one in files)


def at(url: str, keys: HouseKeys | None = HOUSE, **more: Any) -> Desk:
    return Desk.open(url, keys=keys, policy=s.CHINA, clock=FrozenClock(), **more)


EXPLORED = [pytest.param(one, marks=pytest.mark.explore) for one in ("sqlite+sql", "memory")]
AT_LENGTH = pytest.mark.parametrize(
    "kept", ["sqlite", pytest.param("postgresql", marks=pytest.mark.explore), *EXPLORED], indirect=True
)
"""PostgreSQL is looked at by one test in any case."""


@pytest.fixture(params=["sqlite", "postgresql", *EXPLORED])
def kept(request: pytest.FixtureRequest, path: Path) -> Iterator[tuple[str, Callable[[], str]]]:
    """The URL of a store, and all that lies in it as a text."""

    if request.param == "postgresql":
        database = str(request.getfixturevalue("database"))
        yield database, lambda: dump(database)
        empty(database)
    elif request.param == "memory":
        yield "memory://", lambda: ""
    else:
        yield f"{request.param}:///{path}", lambda: bytes_of(path) + as_text(rows_of(path))


def to_text(desk: Desk, customer: str) -> Iterator[str]:
    """What a desk tells of a customer's complaints."""
    for one in desk.find(customer=customer).complaints:
        who = one.customer
        yield f"{one!r} {who.name} {dict(who.contact)} {[dict(event.data) for event in desk.history(one.id)]}"


# ── a backup


def test_no_word_lies_in_any_row_or_byte_and_all_is_found_and_proved(kept: tuple[str, Callable[[], str]]) -> None:
    """A thief of the database, of a dump or of a replica reads the customers."""
    url, lies = kept
    with at(url) as desk:
        id, other = settled(desk).id, of_another(desk).id
        assert secrets_in(lies()) == []
        assert len(secrets_in("\n".join(to_text(desk, "u-17")))) == 5
        assert {one.id for one in desk.find(text="meiyou beizhu", product="meiyou tuikuan").complaints} == {id, other}
        head, receipt = desk.head(), desk.receipt(id)
        backup = lies()
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        assert secrets_in(backup + lies()) == []
        assert secrets_in("\n".join(to_text(desk, "u-17"))) == []
        found = desk.check_integrity(anchor=head)
        assert (found.breaches, len(found.erased)) == ((), 2)
        assert desk.check_receipt(receipt, anchor=head).sound
        assert "neibu beizhu" in "\n".join(to_text(desk, "u-18"))


def copy_of(path: Path, to: Path) -> Path:
    """A backup, as SQLite makes one."""
    with closing(sqlite3.connect(path)) as live, closing(sqlite3.connect(to)) as backup:
        live.backup(backup)
    return to


def take_keys(live: Path, backup: Path) -> None:
    """The keys of today instead of those of the backup, as the docs say."""
    with closing(sqlite3.connect(backup)) as file, file:
        file.execute("ATTACH ? AS today", (str(live),))
        file.execute("DELETE FROM data_keys")
        file.execute("INSERT INTO data_keys SELECT * FROM today.data_keys")


def test_a_backup_with_the_keys_of_today_has_no_word_of_whom_we_erased_and_all_of_the_others(path: Path) -> None:
    """Who restores a backup brings back what a customer was told is gone."""
    with opened(path, keys=HOUSE, policy=s.CHINA) as desk:
        id, other = settled(desk).id, of_another(desk).id
        head, receipt = desk.head(), desk.receipt(id)
        backup = copy_of(path, path.with_name("backup.db"))
        desk.erase("u-17", by=s.LEAD, reason=WHY)
    take_keys(path, backup)
    with opened(backup, keys=HOUSE, policy=s.CHINA) as desk:
        assert secrets_in("\n".join(to_text(desk, "u-17"))) == []
        assert dict(desk.history(other)[-2].data)["text"] == "neibu beizhu"
        found = desk.check_integrity(anchor=head)
        told = {(one.complaint, one.what) for one in found.breaches if one.table == "data_keys"}
        assert told == {
            (one.complaint, "the key of its words is gone, and they were not erased") for one in found.erased
        }
        assert {one.complaint for one in found.erased} == {one.id for one in desk.find(customer="u-17").complaints}
        assert desk.check_receipt(receipt, anchor=head).sound
        assert len(desk.erase("u-17", by=s.LEAD, reason=WHY).records) == 2
        assert desk.check_integrity(anchor=head).sound, "the erasure is on record again"


def test_a_backup_from_before_a_rotation_opens_by_no_root_key_of_today(path: Path) -> None:
    """Its own keys lie in it, so whoever has the old root key reads it: who destroys that closes all old backups."""
    with opened(path, keys=HOUSE, policy=s.CHINA) as desk:
        settled(desk)
        backup = copy_of(path, path.with_name("backup.db"))
        desk.erase("u-17", by=s.LEAD, reason=WHY)
    with opened(path, keys=BOTH) as desk:
        desk.rotate_keys()
    with pytest.raises(StoreError, match="the root key '2026-11' wraps it"), opened(backup, keys=NEXT):
        pass
    shutil.copy(backup, path.with_name("other.db"))
    take_keys(path, backup)
    with opened(backup, keys=NEXT, policy=s.CHINA) as desk:
        assert secrets_in("\n".join(to_text(desk, "u-17"))) == []
    with opened(path.with_name("other.db"), keys=HOUSE, policy=s.CHINA) as desk:
        assert secrets_in("\n".join(to_text(desk, "u-17"))), "with the old key it is all there"


def test_after_the_vacuum_the_key_itself_is_in_no_byte(path: Path) -> None:
    with opened(path, keys=HouseKeys(), policy=s.CHINA) as desk:
        settled(desk)
        of_another(desk)
        keys = {row[0]: row[3] for row in rows_of(path)["data_keys"]}
        gone = {one.id for one in desk.find(customer="u-17").complaints}
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        desk.vacuum()
    left = bytes_of(path)
    assert {id: secret.decode("latin-1") in left for id, secret in keys.items()} == {id: id not in gone for id in keys}


def test_a_process_keeps_no_word_and_no_key_of_whom_it_erased() -> None:
    inner = MemoryStore()
    store = EncryptedStore(inner, HOUSE)
    with Desk(store, clock=FrozenClock()) as desk:
        settled(desk)
        assert held_by(inner) == [], "it lies encrypted in the memory, too"
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        assert held_by(store) == []
        assert "0 in memory" in repr(store)


def test_retention_takes_the_key_of_what_is_over_and_leaves_the_others(path: Path) -> None:
    """A key for each complaint: one for the customer would have to stay as long as any complaint of theirs."""
    clock = FrozenClock()
    policy = attrs.evolve(s.CHINA, retention=Retention(withdrawn=30))
    with opened(path, keys=HOUSE, policy=policy, clock=clock) as desk:
        old = desk.receive(s.receive(customer=WHO, description="long ago"), s.WITHDRAW, by=s.LI).id
        clock.later(days=40)
        new = desk.receive(s.receive(customer=WHO, description="just now"), by=s.LI).id
        (expired,) = desk.retention(by=s.LEAD)
        assert (expired.complaint, {row[0] for row in rows_of(path)["data_keys"]}) == (old, {"", new})
        assert (desk.get(old).description, desk.get(new).description) == ("", "just now")
        assert desk.check_integrity().sound


# ── who tampers


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as file, file:
        for statement in statements:
            file.execute(statement)


TAMPERED = {
    "a bit of a text": (
        "UPDATE events SET data = CAST(substr(data, 1, 40) || "
        "CASE substr(data, 41, 1) WHEN x'00' THEN x'01' ELSE x'00' END || substr(data, 42) AS BLOB) "
        "WHERE complaint = 1 AND seq = 2",
        "events",
    ),
    "the version of the format": (
        "UPDATE events SET data = CAST(x'02' || substr(data, 2) AS BLOB) WHERE complaint = 1 AND seq = 2",
        "events",
    ),
    "the id of its key": (
        "UPDATE events SET data = CAST(x'010000000000000000' || substr(data, 10) AS BLOB) "
        "WHERE complaint = 1 AND seq = 2",
        "events",
    ),
    "a text of the same complaint in its place": (
        "UPDATE events SET data = (SELECT data FROM events WHERE complaint = 1 AND seq = 1) "
        "WHERE complaint = 1 AND seq = 2",
        "events",
    ),
    "a text of another one in its place": (
        "UPDATE events SET data = (SELECT data FROM events WHERE complaint = 2 AND seq = 2) "
        "WHERE complaint = 1 AND seq = 2",
        "events",
    ),
    "the commitment beside it": ("UPDATE events SET commitment = x'00' WHERE complaint = 1 AND seq = 2", "events"),
    "the card of another one": (
        "UPDATE complaints SET card = (SELECT card FROM complaints WHERE number = 2) WHERE number = 1",
        "",
    ),
    "the key of another one": (
        "UPDATE data_keys SET (id, root, wrapped) = (SELECT id, root, wrapped FROM data_keys WHERE complaint = "
        "(SELECT id FROM complaints WHERE number = 2)) WHERE complaint = (SELECT id FROM complaints WHERE number = 1)",
        "",
    ),
    "a key that is gone": (
        "DELETE FROM data_keys WHERE complaint = (SELECT id FROM complaints WHERE number = 1)",
        "data_keys",
    ),
    "a hidden word": ("UPDATE fresh_words SET text = 'abcdefghijklmnopabcd' WHERE number >> 24 = 1", ""),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_changed_or_moved_is_found_and_named(path: Path, what: str) -> None:
    """A text in another's place would be read out to the wrong customer."""
    with opened(path, keys=HOUSE, policy=s.CHINA) as desk:
        first = desk.receive(s.receive(customer=WHO), by=s.LI).id
        second = desk.receive(s.receive(customer=WHO, description="another"), by=s.LI).id
        for id in (first, second):
            at_desk(desk, id, c.Note("neibu beizhu"))
        assert desk.check_integrity().sound
    change(path, TAMPERED[what][0])
    with opened(path, keys=HOUSE, policy=s.CHINA) as desk:
        found = desk.check_integrity()
        assert {one.complaint.partition("#")[0] for one in found.breaches} == {first}
        assert desk.check_integrity(second).sound, "it holds up no other"
        assert secrets_in(f"{found!r}") == []


def test_figures_count_the_others_where_the_key_of_one_cannot_be_opened(path: Path) -> None:
    """Else one damaged key takes the report of the whole house."""
    clock = FrozenClock()
    with opened(path, keys=HOUSE, policy=s.CHINA, clock=clock) as desk:
        first, second = (desk.receive(s.receive(customer=WHO), by=s.LI).id for _ in range(2))
    change(path, f"UPDATE data_keys SET root = 'another' WHERE complaint = '{first}'")
    with opened(path, keys=HOUSE, policy=s.CHINA, clock=clock) as desk:
        day = timedelta(days=1)
        found = desk.figures(since=clock.now - day, until=clock.now + day, measures="complaints", least=1)
        assert (list(found.complaints), found.unreadable) == ([second], (first,))


def test_a_letter_in_the_place_of_another_is_not_sent_and_named(path: Path) -> None:
    """Else somebody who may write the database sends a customer what was meant for another one."""
    channel = RecordingChannel()
    with opened(path, keys=HOUSE, policy=s.CHINA, plugins=[Way(channel)]) as desk:
        for words in ("first", "second"):
            id = desk.receive(s.receive(customer=WHO), by=s.LI).id
            at_desk(desk, id, s.update(words))
        desk.receive(s.receive(customer=WHO), s.update("third"), by=s.LI)
        swap = (
            "(SELECT json_extract(message, '$.text') FROM outbox WHERE number = (SELECT min(number) + 1 FROM outbox))"
        )
        change(
            path,
            f"UPDATE outbox SET message = CAST(json_set(CAST(message AS TEXT), '$.text', {swap}) AS BLOB) "
            "WHERE number = (SELECT min(number) FROM outbox)",
        )
        (unread,) = desk.unreadable_letters()
        assert (unread.table, "put in the place of another one" in unread.cause) == ("outbox", True)
        assert [one.what for one in desk.check_integrity().breaches] == [f"cannot be read: {unread.cause}"]
        done = desk.deliver()
        assert len(done.unreadable) == 1
        assert len(channel.to_customers) >= 2, "it holds up the others"
        assert "first" not in "".join(one.text for one in channel.to_customers)


# ── without the keys


@AT_LENGTH
def test_a_desk_without_keys_does_not_open_what_lies_encrypted(kept: tuple[str, Callable[[], str]]) -> None:
    """It would write plain words beside it."""
    url, _ = kept
    with at(url) as desk:
        desk.receive(s.receive(customer=WHO), by=s.LI)
    if url == "memory://":
        return
    with pytest.raises(StoreError, match="the words in this store lie encrypted; open the desk with its keys"):
        at(url, None)


@AT_LENGTH
def test_a_process_that_runs_on_without_keys_writes_no_plain_word_beside_them(
    kept: tuple[str, Callable[[], str]],
) -> None:
    """The worker was not started anew with the web servers: what it wrote stood plain in each backup, for ever."""
    url, lies = kept
    if url == "memory://":
        return
    with at(url, None) as old, at(url) as desk:
        before = old.receive(s.receive(customer=WHO, description="zhiqian de hua"), by=s.LI).id
        id = desk.receive(s.receive(customer=WHO), by=s.LI).id
        changes: Acts = (
            lambda: old.do(id, c.Note("neibu beizhu"), by=s.LI),
            lambda: old.do(before, c.Note("neibu beizhu"), by=s.LI),
            lambda: old.receive(s.receive(customer=WHO, description="neibu beizhu"), by=s.LI),
            old.deliver,
            old.check_integrity,
            lambda: old.check_integrity(id),
        )
        for act in changes:
            with pytest.raises(StoreError, match="the words in this store lie encrypted; open the desk with its keys"):
                act()
        with pytest.raises(StoreError, match="no key that this desk has opens it"):
            old.get(id).customer  # noqa: B018
        assert "neibu beizhu" not in lies()
        assert desk.encrypt().complaints == 1
        desk.vacuum()
        assert "zhiqian" not in lies()
        assert (desk.deliver().unreadable, desk.tick().failed) == ((), ())
        assert desk.check_integrity().sound


def test_a_store_in_which_nothing_lies_yet_takes_no_plain_word_after_it_was_encrypted(path: Path) -> None:
    """`encrypt` has said that it is done."""
    with opened(path) as old, opened(path, keys=HOUSE) as desk:
        assert desk.encrypt().complaints == 0
        with pytest.raises(StoreError, match="lie encrypted"):
            old.receive(s.receive(customer=WHO), by=s.LI)


def test_a_letter_alone_begins_with_keys_as_well(path: Path) -> None:
    """The first thing that is encrypted may be a letter, which no search looks for."""
    with opened(path, policy=s.CHINA) as old, opened(path, keys=HOUSE, policy=s.CHINA) as desk:
        id = settled(old).id
        store: Any = desk._units.store
        with store.writing() as session:
            session.reschedule(session.entries(1)[0])
        with pytest.raises(StoreError, match="lie encrypted"):
            old.do(id, c.Note("neibu beizhu"), by=s.LI)


def test_with_keys_no_page_and_no_log_of_a_server_ever_has_a_word(postgresql: Server) -> None:
    """Promise 5: no vacuum reaches the log (WAL), its archive and replicas: only what cannot be read may go there."""
    who = attrs.evolve(WHO, id="u-78", name="Zyxx Weiming", contact={"email": "zyxx@example.com"})
    words = {name: f"zyxx-{name}" for name in ("respondent", "region", "product", "description", "device")}

    def left(url: str) -> tuple[set[str], set[str]]:
        return postgresql.pages_with(url, b"zyxx"), postgresql.log_with(b"zyxx")

    for keys, count in ((HOUSE, 0), (None, 1)):
        url = postgresql.database("logged")
        with at(url, keys) as desk:
            id = desk.receive(s.receive(customer=who, **words), by=s.LI, key="form of zyxx").id
            at_desk(desk, id, s.update("zyxx"), c.Note("zyxx called"))
            desk.deliver()
            desk.tick()
            pages, log = left(url)
            assert (bool(pages), bool(log)) == (bool(count), bool(count))


def test_of_two_writers_on_a_server_the_one_without_keys_is_refused(postgresql: Server) -> None:
    """It had looked before the other one began, and would have written after it."""
    database = postgresql.database("two_writers")  # whoever came to one with keys after it would be refused as well
    with at(database, None) as old, at(database, None) as older, at(database) as desk:
        before = older.receive(s.receive(customer=WHO, description="zhiqian de hua"), by=s.LI).id

        def write(*steps: Callable[[Any], object]) -> None:
            with old._units.store.writing() as session:
                for step in steps:
                    step(session)

        def ask(session: Any) -> None:
            session.check_no_keys()

        def begin(_session: object) -> None:
            desk.receive(s.receive(customer=WHO), by=s.LI)

        with pytest.raises(StoreError, match="lie encrypted"):
            write(ask, begin, lambda session: session.remember("late", Remembered("C-1", 1, "")))
        with pytest.raises(StoreError, match="lie encrypted"):
            write(lambda session: session.take_turn(), ask)
        with pytest.raises(StoreError, match="lie encrypted"):
            older.do(before, c.Note("neibu beizhu"), by=s.LI)
        assert len(desk.find().complaints) == 2
        assert desk.get(before).version == 1


def test_what_was_written_beside_encrypted_words_is_encrypted_found_and_erased(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A version before this one wrote so; `encrypt` said that it was done, and each backup kept the note."""
    with opened(path, policy=s.CHINA) as old, opened(path, keys=HOUSE, policy=s.CHINA) as desk:
        id = desk.receive(s.receive(customer=WHO, product="meiyou tuikuan"), s.WITHDRAW, by=s.LI).id
        with monkeypatch.context() as patched:
            patched.setattr("complaintflow.desk.unit_of_work.check_no_keys", lambda session: None)
            patched.setattr("complaintflow.desk.chain_key.ChainKey.check", lambda key, session, once_committed: None)
            at_desk(old, id, c.Note("neibu beizhu"))
        assert "beizhu" in as_text(rows_of(path))
        assert (desk.encrypt().complaints, desk.encrypt().complaints) == (1, 0)
        desk.vacuum()
        assert "beizhu" not in bytes_of(path) + as_text(rows_of(path))
        assert [one.id for one in desk.find(text="beizhu", product="meiyou tuikuan").complaints] == [id]
        assert dict(desk.history(id)[-1].data) == {"text": "neibu beizhu"}
        assert desk.check_integrity().sound
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        assert desk.check_integrity().sound


Acts = tuple[Callable[[], object], ...]


def tells_words(desk: Desk) -> Acts:
    """What would say that nothing is held of a customer, where nothing can be read."""
    return (
        lambda: desk.export("u-17"),
        lambda: desk.erase("u-17", by=s.LEAD, reason="asked by letter", dry_run=True),
        lambda: desk.retention(by=s.LEAD, dry_run=True),
    )


def test_chain_ledger_and_receipts_are_checked_without_the_keys(path: Path) -> None:
    """An auditor need not read what customers wrote."""
    with opened(path, keys=HOUSE, policy=s.CHINA) as desk:
        id = settled(desk).id
        of_another(desk)
        head, receipt = desk.head(), desk.receipt(id)
    with opened(path, keys=HouseKeys.without(), policy=s.CHINA) as desk:
        found = desk.check_integrity(anchor=head)
        assert (found.breaches, found.erased, len(found.notes)) == ((), (), 1)
        assert "no word was read" in found.notes[0]
        assert desk.check_receipt(receipt, anchor=head).sound
        assert secrets_in("\n".join(to_text(desk, "u-17"))) == []
        changes: Acts = (lambda: desk.do(id, c.Note("x"), by=s.LI), desk.deliver, desk.tick)
        for act in (*changes, lambda: desk.find(text="a"), *tells_words(desk)):
            with pytest.raises(StoreError, match="opened without them, to check alone"):
                act()
    change(path, "UPDATE events SET commitment = x'00' WHERE complaint = 1 AND seq = 1")
    with opened(path, keys=HouseKeys.without()) as desk:
        assert not desk.check_integrity().sound


# ── root keys


def test_another_root_key_is_named_and_shows_nothing(path: Path) -> None:
    with opened(path, keys=HOUSE) as desk:
        desk.receive(s.receive(customer=WHO), by=s.LI)
    other = HouseKeys({"2026-11": b"another root key of this name..."})
    for keys, why in ((other, "does not open it"), (NEXT, "which is not given"), (HouseKeys(), "which is not given")):
        with pytest.raises(StoreError) as error:
            Desk.open(f"sqlite:///{path}", keys=keys)
        assert (error.value.store, why in error.value.cause, "root key" in error.value.remedy) == ("keys", True, True)
        assert "another root" not in f"{error.value} {error.value!r} {keys!r}"


def test_a_rotation_wraps_every_key_and_then_the_new_root_key_alone_opens_all(path: Path) -> None:
    with opened(path, keys=HOUSE, policy=s.CHINA) as desk:
        settled(desk)
        before = list(to_text(desk, "u-17"))
    with opened(path, keys=BOTH, policy=s.CHINA) as desk:
        assert list(to_text(desk, "u-17")) == before, "the old root key opens all before the rotation"
        assert (desk.rotate_keys().keys, desk.rotate_keys().keys) == (3, 0)
    with opened(path, keys=NEXT, policy=s.CHINA) as desk:
        assert list(to_text(desk, "u-17")) == before
        assert desk.check_integrity().sound
    with pytest.raises(StoreError):
        Desk.open(f"sqlite:///{path}", keys=HOUSE)


def test_keys_that_lay_as_they_are_get_a_root_key(path: Path) -> None:
    with opened(path, keys=HouseKeys(), policy=s.CHINA) as desk:
        settled(desk)
        before = list(to_text(desk, "u-17"))
    with opened(path, keys=HOUSE, policy=s.CHINA) as desk:
        assert desk.rotate_keys().keys == 3
        assert list(to_text(desk, "u-17")) == before
    assert {row[2] for row in rows_of(path)["data_keys"]} == {"2026-11"}


def test_a_key_that_does_not_open_is_named_and_holds_up_no_rotation(path: Path) -> None:
    with opened(path, keys=HOUSE) as desk:
        first = desk.receive(s.receive(customer=WHO), by=s.LI).id
        desk.receive(s.receive(customer=WHO), by=s.LI)
    change(path, f"UPDATE data_keys SET wrapped = x'01' WHERE complaint = '{first}'")
    with opened(path, keys=BOTH) as desk:
        done = desk.rotate_keys()
        assert (done.keys, [(one.table, one.key) for one in done.unreadable]) == (2, [("data_keys", first)])
        page = desk.find()
        assert (len(page.complaints), [one.key for one in page.unreadable]) == (1, [first])
        assert [one.key for one in desk.quarantine() if one.table == "complaints"] == [first]


def test_a_root_key_that_a_vault_gives_later_is_asked_for() -> None:
    """Another process has rotated, and this one runs on."""
    given = {"2026-11": b"the present root key of 32 bytes"}
    keys = HouseKeys(lambda: dict(given))
    wrapped = Keyring(NEXT).make("C-1")
    given["2027-05"] = b"the next root key has 32 bytes.."
    assert Keyring(keys).cipher(wrapped).id == wrapped.id


def test_a_vault_that_fails_says_nothing_of_itself_and_holds_up_no_other_complaint(path: Path) -> None:
    """Its message held the token of the vault, and one complaint of a new root key took every list with it."""
    for given, why in (
        (RuntimeError("token=s.GEHEIM expired"), "what gives the root keys failed: RuntimeError at test_encrypted.py"),
        ("s.GEHEIM", "what is given is no root key: keys: found no mapping of names to keys"),
    ):
        answers: list[object] = [{"2026-11": PRESENT}]

        def vault(given: object = given, answers: list[object] = answers) -> Any:
            answer = answers.pop() if answers else given
            if isinstance(answer, Exception):
                raise answer
            return answer

        with opened(path, keys=HouseKeys(vault)) as desk, opened(path, keys=BOTH) as other:
            id = desk.receive(s.receive(customer=WHO), by=s.LI).id
            new = other.receive(s.receive(customer=WHO), by=s.LI).id
            page = desk.find(open=True)
            assert id in [one.id for one in page.complaints]
            assert {one.cause.split(": ")[0].split(", and")[0] for one in page.unreadable} == {
                "the root key '2027-05' wraps it"
            }
            with pytest.raises(StoreError) as error:
                desk.get(new)
            assert why in error.value.cause
            breaches = desk.check_integrity().breaches
            assert "GEHEIM" not in f"{page} {error.value} {error.value!r} {breaches} {desk.export('u-17')}"
            assert {"data_keys" in one.what for one in breaches} == {True}


def test_a_vault_that_fails_at_the_start_is_named_by_its_place_alone() -> None:
    def vault() -> dict[str, bytes]:
        raise RuntimeError("token=s.GEHEIM expired")

    with pytest.raises(StoreError, match=r"RuntimeError at test_encrypted.py:\d+; look at the vault") as error:
        HouseKeys(vault)
    assert "GEHEIM" not in f"{error.value!r}"
    with pytest.raises(DefinitionError, match="no mapping of names to keys"):
        HouseKeys(lambda: None)  # type: ignore[arg-type, return-value]


def test_of_a_root_key_that_is_not_given_no_tampering_is_said(path: Path) -> None:
    """An audit was told that somebody had changed the chain, where one key was missing in the environment."""
    with opened(path, keys=BOTH) as desk:
        desk.receive(s.receive(customer=WHO), by=s.LI)
    with opened(path, keys=HouseKeys({"r-7": b"a third root key of thirty-two b", **SAME})) as desk:
        id = desk.receive(s.receive(customer=WHO), by=s.LI).id
    with opened(path, keys=BOTH) as desk:
        found = desk.check_integrity()
        assert [(one.complaint, one.what) for one in found.breaches] == [
            (id, f"cannot be read: data_keys {id}, the root key 'r-7' wraps it, which is not given")
        ]
        assert found.erased == ()
    change(path, "UPDATE events SET commitment = zeroblob(32) WHERE complaint = 2 AND seq = 1")
    with opened(path, keys=BOTH) as desk:
        assert len(desk.check_integrity().breaches) == 2, "what was changed is told as well"


ROOT = b64encode(b"the present root key of 32 bytes").decode()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "nothing"),
        (ROOT, "without a name"),
        (f"a:{ROOT} a:{ROOT}", "without a name of its own"),
        (f"a b:{ROOT}", "a, no key of 32 bytes"),
        ("a:c2hvcnQ=", "no key of 32 bytes"),
        ("a:!secret!", "no base64"),
        (f"../a:{ROOT}", "without a name"),
    ],
)
def test_what_is_no_root_key_is_named_and_not_shown(monkeypatch: pytest.MonkeyPatch, text: str, told: str) -> None:
    monkeypatch.setenv("COMPLAINTFLOW_ROOT_KEYS", text)
    with pytest.raises(DefinitionError) as error:
        HouseKeys.from_environment()
    (problem,) = error.value.problems
    assert (problem.path, told in problem.found) == ("COMPLAINTFLOW_ROOT_KEYS", True)
    assert "secret" not in str(error.value)
    assert ROOT not in str(error.value)


def test_root_keys_come_from_the_environment_a_file_or_a_mapping(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COMPLAINTFLOW_ROOT_KEYS", f"2026-11:{ROOT}")
    (file := tmp_path / "roots").write_text(f"2026-11:{ROOT}\n")
    for keys in (HouseKeys.from_environment(), HouseKeys.from_file(file), HOUSE):
        assert (keys.present, keys.root("2026-11"), keys.root("x")) == ("2026-11", HOUSE.root("2026-11"), None)
        assert ROOT not in repr(keys)
    for wrong in ({"a": b"short"}, {"": bytes(32)}, {1: bytes(32)}, {"a": "x" * 32}):
        with pytest.raises(DefinitionError):
            HouseKeys(wrong)  # type: ignore[arg-type]
    with pytest.raises(DefinitionError, match="no file of ASCII"):
        HouseKeys.from_file(tmp_path / "nothing")


def test_the_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.ciphers.aead", None)
    with pytest.raises(DefinitionError, match=r"complaintflow\[crypto\]"):
        Desk.open("memory://", keys=HOUSE)


def test_few_keys_are_in_memory_at_once() -> None:
    ring = Keyring(HOUSE, most=3)
    keys = [ring.make(f"C-{number}") for number in range(9)]
    assert [ring.cipher(key).id for key in keys] == [key.id for key in keys]
    assert (len(ring), ring.known(keys[-1].id) is None, ring.known(keys[0].id)) == (3, False, None)
    assert "the present root" not in f"{ring!r} {keys!r} {ring.cipher(keys[0])!r}"


# ── what was there before


@AT_LENGTH
def test_what_lies_in_plain_words_is_read_and_then_encrypted(kept: tuple[str, Callable[[], str]]) -> None:
    url, lies = kept
    if url == "memory://":
        return
    with at(url, None) as desk:
        id, other = settled(desk).id, of_another(desk).id
        before, head = list(to_text(desk, "u-17")), desk.head()
    with at(url) as desk:
        assert list(to_text(desk, "u-17")) == before, "what is not encrypted yet cannot be read"
        done = desk.encrypt()
        assert (done.complaints, done.letters, done.unreadable) == (3, 1, ())
        assert (desk.encrypt().complaints, desk.encrypt().letters) == (0, 0)
        desk.vacuum()
        assert secrets_in(lies()) == []
        assert list(to_text(desk, "u-17")) == before
        assert {one.id for one in desk.find(text="meiyou beizhu").complaints} == {id, other}
        assert {one.id for one in desk.find(product="meiyou tuikuan").complaints} == {id, other}
        assert desk.check_integrity(anchor=head).sound
        desk.deliver()
        desk.erase("u-17", by=s.LEAD, reason=WHY)
        assert desk.check_integrity(anchor=head).sound


def test_the_first_text_that_comes_encrypts_the_whole_complaint(path: Path) -> None:
    """A complaint that is half encrypted would be half readable after its key is gone."""
    with opened(path, policy=s.CHINA) as desk:
        id = desk.receive(s.receive(customer=WHO, product="meiyou tuikuan"), by=s.LI).id
    with opened(path, keys=HOUSE, policy=s.CHINA) as desk:
        at_desk(desk, id, c.Note("neibu beizhu"))
        rows = {name: rows for name, rows in rows_of(path).items() if name != "outbox"}
        assert secrets_in(as_text(rows)) == []
        assert [one.id for one in desk.find(product="meiyou tuikuan").complaints] == [id]
        assert desk.check_integrity().sound


# ── at any moment


@pytest.mark.parametrize("loss", ["nothing kept", "all kept"])
def test_an_erasure_that_is_cut_off_leaves_nothing_half(loss: Any) -> None:
    """A key without its words, or words without their key."""
    for point, store in every_point(MemoryStore):
        with Desk(EncryptedStore(store, HOUSE), clock=FrozenClock()) as desk:
            id = desk.receive(s.receive(customer=WHO), s.WITHDRAW, by=s.LI).id
            store.fail_at(point, loss)
            with suppress(StoreError):
                desk.erase("u-17", by=s.LEAD, reason=WHY)
            broke = store.broke
            store.mend()
            told = "\n".join(to_text(desk, "u-17"))
            with store.inner.reading() as session:
                keys: Any = session
                there = len(keys.data_keys((id,)))
            assert (bool(secrets_in(told)), there) in {(True, 1), (False, 0)}
            assert desk.check_integrity().sound
            desk.erase("u-17", by=s.LEAD, reason=WHY)
            assert secrets_in("\n".join(to_text(desk, "u-17"))) == []
            store.broke = broke


@pytest.mark.parametrize("act", [Desk.rotate_keys, Desk.encrypt])
@pytest.mark.parametrize("loss", ["nothing kept", "all kept"])
def test_a_rotation_or_encryption_that_is_cut_off_goes_on_and_loses_nothing(
    act: Callable[[Desk], Any], loss: Any
) -> None:
    for point, store in every_point(MemoryStore):
        before = Desk(EncryptedStore(store, HOUSE) if act is Desk.rotate_keys else store, clock=FrozenClock())
        for words in ("one", "two"):
            id = before.receive(s.receive(customer=WHO, description=words), by=s.LI).id
            at_desk(before, id, s.update("meiyou tuikuan"))
        told = list(to_text(before, "u-17"))
        with Desk(EncryptedStore(store, BOTH), clock=FrozenClock()) as desk:
            store.fail_at(point, loss)
            with suppress(StoreError):
                act(desk)
            broke = store.broke
            store.mend()
            assert list(to_text(desk, "u-17")) == told
            assert desk.check_integrity().sound
            act(desk)
            assert list(to_text(desk, "u-17")) == told
            assert desk.check_integrity().sound
            assert len(desk.outbox()) == 2
            with store.inner.reading() as session:
                keys: Any = session
                assert {one.root for one in keys.data_keys_behind("", 9)} == {"2027-05"}
                assert {one.message.text[0] for one in session.entries(9)} == {"\x01"}
            store.broke = broke


def test_a_process_that_knew_a_key_writes_nothing_under_it_after_another_has_destroyed_it(path: Path) -> None:
    """What it writes then would be lost."""
    with opened(path, keys=HOUSE, policy=s.CHINA) as one, opened(path, keys=HOUSE, policy=s.CHINA) as another:
        id = one.receive(s.receive(customer=WHO), s.WITHDRAW, by=s.LI).id
        at_desk(one, id, c.Note("neibu beizhu"))
        another.erase("u-17", by=s.LEAD, reason=WHY)
        at_desk(one, id, c.Note("what came later"))
        assert dict(another.history(id)[-1].data) == {"text": "what came later"}
        assert another.check_integrity().sound


def test_what_a_host_rolls_back_leaves_no_key(path: Path) -> None:
    """A key that this process remembers, and no other one has, would lose what lies under it."""
    pytest.importorskip("sqlalchemy")
    url = f"sqlite+sql:///{path}"
    with at(url) as desk, closing(sqlite3.connect(path, isolation_level=None)) as host:
        for end in ("ROLLBACK", "COMMIT"):
            host.execute("BEGIN")
            id = desk.on(host).receive(s.receive(customer=WHO, description="meiyou tuikuan"), by=s.LI).id
            assert desk.on(host).get(id).description == "meiyou tuikuan"
            host.execute(end)
        with at(url) as other:
            assert [one.id for one in other.find(text="tuikuan").complaints] == [id]
            assert other.get(id).description == "meiyou tuikuan"
            assert other.check_integrity().sound


def test_an_erasure_by_its_name_stays_in_plain_words() -> None:
    assert c.Erase.__name__ == LEFT_PLAIN


# ── many at once


def batch(run: int, many: int) -> list[Asked]:
    """New complaints, two of each customer."""
    customers = [attrs.evolve(WHO, id=f"u-{run}-{number // 2}") for number in range(many)]
    return [Asked(s.receive(customer=one, order=f"A-{number}"), s.LI) for number, one in enumerate(customers)]


def test_a_batch_reads_the_keys_of_all_its_complaints_at_once(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a key at a time, a process that began took 604 round trips for a hundred triages, and 208 for a hundred that
    came in."""
    trips, ids = trips_of(monkeypatch), list[list[str]]()
    taken: dict[str, list[int]] = {"receive": [], "triage": [], "deliver": []}
    try:
        for run, many in enumerate((4, 4, 16)):  # the first one makes the key of the search
            with at(database) as desk:
                trips.clear()
                ids.append([one.id for one in desk.receive_many(batch(run, many)) if isinstance(one, Complaint)])
                taken["receive"].append(len(trips))
            with at(database) as desk:
                desk.get(ids[0][0])  # a desk asks once whether its keys fit
                trips.clear()
                triaged = desk.do_many([Asked((s.acknowledge(), s.triage()), s.LI, id) for id in ids[run]])
                assert [one.version for one in triaged if isinstance(one, Complaint)] == [3] * many
                taken["triage"].append(len(trips))
            with at(database) as desk:
                trips.clear()
                assert len(desk.outbox()) == sum(map(len, ids))
                taken["deliver"].append(len(trips))
                assert desk.check_integrity().sound
        assert {name: some[1] == some[2] < 11 for name, some in taken.items()} == dict.fromkeys(taken, True), taken
    finally:
        empty(database)


def erase(desk: Desk) -> None:
    desk.erase("u-17", by=s.LEAD, reason=WHY)


def test_what_another_process_erases_after_its_keys_were_read_ahead_does_not_come_back(database: str) -> None:
    """A key that this process knows would open a copy of words that a customer was told are gone."""
    race = RacingGuard()
    try:
        with at(database) as other, at(database, plugins=[race]) as desk:
            ids = [desk.receive(s.receive(customer=who), s.WITHDRAW, by=s.LI).id for who in (WHO, OTHER)]
            assert len(secrets_in("\n".join(to_text(desk, "u-17")))) > 1, "this process knows its key"
            race.race = lambda: erase(other)
            answers = desk.do_many([Asked(c.Note("seen"), s.LI, id) for id in reversed(ids)])
            assert secrets_in("\n".join([*to_text(desk, "u-17"), repr(answers)])) == []
            assert [one.customer.name for one in answers if isinstance(one, Complaint)] == [OTHER.name, ""]
            assert other.check_integrity().sound
    finally:
        empty(database)
