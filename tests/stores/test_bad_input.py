"""Bad input at the desk and at the file: a clear error, and nothing has changed."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

import pytest

from complaintflow import (
    ComplaintflowError,
    Customer,
    DefinitionError,
    Desk,
    InvalidInput,
    NotFound,
    NotPossible,
    Policy,
    Refused,
    StoreError,
    commands as c,
)
from complaintflow.desk import Asked
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.record.merkle import EMPTY
from complaintflow.stores import SqliteStore, open_sqlite
from complaintflow.stores.sqlite import schema
from complaintflow.stores.sqlite.schema import APPLICATION_ID, MIGRATIONS
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.stores import child
from tests.stores.desks import Opener, at_desk, opened, received

NAIVE = datetime(2026, 3, 2, 9)  # noqa: DTZ001  # what must be refused


def unchanged(desk: Desk, ask: Callable[[], object], error: type[ComplaintflowError], told: str) -> None:
    """It is told so, here in English, and the history over everything is what it was."""
    before = desk.head()
    with pytest.raises(error) as failed:
        ask()
    assert re.search(told, str(failed.value.in_language("en")))
    assert desk.head() == before
    assert desk.check_integrity().sound


# ── at the desk


def test_a_clock_without_a_time_zone_is_refused(opener: Opener) -> None:
    """Nothing guesses in which zone a time was meant."""
    with opener(lambda: NAIVE) as desk:
        told = r"clock: found datetime.datetime\(2026, 3, 2, 9, 0\), expected an aware time"
        for ask in (lambda: received(desk), lambda: desk.do("C-1", c.Note("a"), by=s.LI), desk.deliver):
            with pytest.raises(InvalidInput, match=told):
                ask()
        assert desk.head() == f"0:{EMPTY.hex()}"


def test_without_a_clock_of_its_own_a_desk_tells_the_time_in_utc() -> None:
    with Desk.open("memory://") as desk:
        id = received(desk).id
        (event,) = desk.history(id)
    assert event.at.tzinfo is UTC
    assert abs(datetime.now(UTC) - event.at) < timedelta(minutes=1)


@pytest.mark.parametrize("id", ["C-9", "", "C-\x00", "\ud800", "'; DROP TABLE complaints --"])
def test_an_unknown_id_is_not_found(desk: Desk, id: str) -> None:
    for ask in (
        lambda: desk.get(id),
        lambda: desk.do(id, c.Note("a"), by=s.LI),
        lambda: desk.history(id),
        lambda: desk.steps(id, by=s.LI),
        lambda: desk.brief(id),
        lambda: desk.customer_view(id),
        lambda: desk.suggest(id),
        lambda: desk.check_integrity(id),
    ):
        unchanged(desk, ask, NotFound, "no complaint has the id")


def test_no_command_at_all_is_invalid_input(desk: Desk) -> None:
    id = received(desk).id
    unchanged(desk, lambda: desk.do(id, by=s.LI), InvalidInput, "commands: found nothing, expected at least one")


def test_a_text_over_the_limit_is_named_with_its_length(opener: Opener) -> None:
    """The limit is policy; every text that is too long is named."""
    with opener(policy=Policy(text_limit=10)) as desk:
        told = r"customer.name: found a text of 11 characters, expected at most 10 characters"
        customer = Customer("u-17", name="a" * 11)
        long = c.Receive("app", customer, "短")
        unchanged(desk, lambda: desk.receive(long, by=s.SYSTEM), InvalidInput, told)
        id = desk.receive(c.Receive("app", Customer("u-17"), "短"), by=s.SYSTEM).id
        unchanged(desk, lambda: desk.do(id, c.Note("a" * 11), by=s.LI), InvalidInput, "text: found a text of 11")


def test_the_standard_limit_is_a_hundred_thousand_characters(desk: Desk) -> None:
    id = received(desk, description="长" * 100_000).id
    unchanged(desk, lambda: desk.do(id, c.Note("长" * 100_001), by=s.LI), InvalidInput, "at most 100000 characters")


@pytest.mark.parametrize("channel", ["email", "web", "sms", "post"])
def test_a_customer_without_contact_is_refused_where_one_is_needed(desk: Desk, channel: str) -> None:
    """R1: an answer by mail needs an address; the app needs none."""
    unchanged(desk, lambda: received(desk, channel=channel), Refused, "contact-known: .* give customer.contact")
    known = Customer("u-17", contact={"email": "li@example.com"})
    assert received(desk, channel=channel, customer=known).state == "received"
    assert received(desk, channel="app").state == "received"


def test_an_unknown_filter_and_wrong_values_are_told_together(desk: Desk) -> None:
    told = r"invalid input\n.*collor: found an unknown field, expected one of id, state, grade, .*\n.*limit: found 0"
    unchanged(desk, lambda: desk.find(collor="red", limit=0), InvalidInput, told)
    for wanted in ({"limit": -1}, {"after": -1}, {"limit": "5"}, {"state": 5}, {"open": "yes"}, {"order": "\ud800"}):
        unchanged(desk, lambda wanted=wanted: desk.find(**wanted), InvalidInput, next(iter(wanted)))  # type: ignore[misc]
    unchanged(desk, lambda: desk.find(received_from=NAIVE), InvalidInput, "received_from: .* an aware time")


@pytest.mark.parametrize("key", ["\ud800", "a\x00b"])
def test_a_key_that_cannot_be_stored_is_invalid_input(desk: Desk, key: str) -> None:
    unchanged(
        desk, lambda: desk.receive(s.receive(), by=s.SYSTEM, key=key), InvalidInput, "key: found '.*a text without"
    )


def test_a_refusal_and_an_impossible_move_change_nothing(desk: Desk) -> None:
    """Also of the commands before it in the same call."""
    id = at_desk(desk, received(desk).id, s.triage()).id
    both = lambda: desk.do(id, c.Note("before"), c.Resolve("done"), by=s.LI)  # noqa: E731
    unchanged(desk, both, Refused, "agreement-before-action")
    unchanged(desk, lambda: desk.do(id, c.Note("before"), c.Confirm(s.HEARD), by=s.LI), NotPossible, "while triaged")


def test_somebody_elses_complaint_is_refused(desk: Desk) -> None:
    id = received(desk).id
    unchanged(desk, lambda: desk.do(id, s.WITHDRAW, by=s.STRANGER), Refused, "another customer's complaint")


def test_a_policy_with_a_typo_opens_no_desk(path: Path, tmp_path: Path) -> None:
    """The key, what was found and what is allowed; and no file was made."""
    wrong = tmp_path / "policy.toml"
    wrong.write_text('text_limt = 5\nduplicate_days = "soon"\n[closing]\nsilent_after = "72 hours"\n', encoding="utf-8")
    with pytest.raises(DefinitionError) as refused:
        Desk.open(f"sqlite:///{path}", policy=Policy.from_toml(wrong))
    told = str(refused.value)
    for part in (
        "text_limt: found an unknown field",
        "duplicate_days: found 'soon'",
        "closing.silent_after: found '72 h",
    ):
        assert part in told
    assert not path.exists()


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("postgres://x", "expected a URL that begins with one of memory://, .*sqlite://"),
        ("helpdesk.db", "expected a URL that begins with one of memory://, .*sqlite://"),
        ("", "expected a URL that begins with one of"),
        ("sqlite://helpdesk.db", "expected sqlite:///relative.db or sqlite:////absolute.db"),
        ("sqlite:///", "expected sqlite:///relative.db"),
        ("sqlite:///:memory:", "expected sqlite:///relative.db"),
    ],
)
def test_a_url_that_names_no_store_is_a_definition_error(url: str, told: str) -> None:
    with pytest.raises(DefinitionError, match=told):
        Desk.open(url)


def test_a_lifecycle_brings_its_own_policy() -> None:
    lifecycle = Lifecycle.default(Policy(duplicate_days=1))
    with Desk.open("memory://", lifecycle=lifecycle) as desk:
        assert desk.policy.duplicate_days == 1
    with pytest.raises(DefinitionError, match="a policy beside a lifecycle"):
        Desk.open("memory://", lifecycle=lifecycle, policy=Policy())


# ── at the file


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def test_another_programs_database_is_left_as_it_is(path: Path) -> None:
    """Not a byte of it, and no file beside it."""
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE complaints (id)")
        other.commit()
    before = bytes_of(path.parent)
    with pytest.raises(StoreError, match="this database belongs to another program; name another file"):
        SqliteStore(path)
    assert bytes_of(path.parent) == before


def test_a_file_that_is_no_database_is_left_as_it_is(path: Path) -> None:
    path.write_text("this is a letter, not a database\n" * 100, encoding="utf-8")
    before = bytes_of(path.parent)
    with pytest.raises(StoreError, match="file is not a database; name another file"):
        SqliteStore(path)
    assert bytes_of(path.parent) == before


def test_a_database_from_a_newer_version_is_left_as_it_is(path: Path) -> None:
    with opened(path) as desk:
        received(desk)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = path.read_bytes()
    told = f"has version {len(MIGRATIONS) + 1}, this library knows {len(MIGRATIONS)}; use the version of complaintflow"
    with pytest.raises(StoreError, match=told):
        SqliteStore(path)
    assert path.read_bytes() == before


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="unable to open database file; make the folder, and make it writable"):
        SqliteStore(tmp_path / "nowhere" / "desk.db")
    with pytest.raises(StoreError, match="unable to open database file"):
        SqliteStore(tmp_path)


def test_a_synchronous_setting_that_is_none_is_a_definition_error(path: Path) -> None:
    with pytest.raises(DefinitionError, match="synchronous: found MAYBE, expected FULL, NORMAL or OFF"):
        SqliteStore(path, synchronous="MAYBE")
    assert not path.exists()


def test_a_locked_database_says_so_and_nothing_is_half_done(path: Path) -> None:
    """Another process writes for longer than our patience; afterwards everything goes on."""
    with closing(SqliteStore(path, patience=0.1)) as store, Desk(store, clock=FrozenClock()) as desk:
        id = received(desk).id
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            told = "sqlite desk.db: database is locked; try again: another process is writing"
            unchanged(desk, lambda: desk.do(id, c.Note("a"), by=s.LI), StoreError, told)
            assert desk.get(id).version == 1
        assert desk.do(id, c.Note("a"), by=s.LI).version == 2


def test_a_file_locked_while_it_is_opened_says_so(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="locked; try again"):
            SqliteStore(path, patience=0.1)


@contextmanager
def held_by_another(path: Path, how: str) -> Iterator[sqlite3.Connection]:
    """Another process is in the middle of reading, or of writing, a file that has no write-ahead log yet."""
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN" if how == "reading" else "BEGIN IMMEDIATE")
        other.execute("SELECT * FROM sqlite_master").fetchall()
        yield other


@pytest.mark.parametrize("how", ["reading", "writing"])
def test_a_file_that_is_held_while_it_is_opened_is_waited_for(path: Path, how: str) -> None:
    """SQLite itself does not always wait when it changes to the write-ahead log."""
    with held_by_another(path, how) as other:
        after = Timer(0.05, other.execute, ["ROLLBACK"])
        after.start()
        with opened(path) as desk:
            assert received(desk).version == 1
        after.join()


@pytest.mark.parametrize("how", ["reading", "writing"])
def test_a_file_that_is_held_for_longer_than_our_patience_is_locked(path: Path, how: str) -> None:
    with held_by_another(path, how), pytest.raises(StoreError, match="database is locked; try again"):
        SqliteStore(path, patience=0.05)


def test_a_transaction_that_sqlite_took_back_by_itself_keeps_its_error(path: Path) -> None:
    """After a full disk there may be nothing left to roll back: the cause is told, not that."""

    def took_back() -> None:
        with store.writing() as session:
            session._execute("ROLLBACK")
            session._execute("SELECT FROM nowhere")

    with (
        closing(SqliteStore(path)) as store,
        pytest.raises(StoreError, match=r"OperationalError SQLITE_ERROR at .*; look at the"),
    ):
        took_back()


def test_a_schema_that_cannot_be_made_leaves_an_empty_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A migration is one transaction."""
    monkeypatch.setattr(schema, "MIGRATIONS", (*MIGRATIONS, "CREATE TABLE more (a); CREATE TABLE more (a);"))
    with pytest.raises(StoreError, match="OperationalError SQLITE_ERROR at"):
        SqliteStore(path)
    with closing(sqlite3.connect(path)) as left:
        assert left.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
        assert left.execute("PRAGMA user_version").fetchone() == (0,)


@pytest.mark.parametrize("name", ["a b.db", "50%41.db", "why?.db", "a#b.db", "投诉.db", "a&mode=ro.db", "x\udcff.db"])
def test_a_file_is_found_again_whatever_its_name_is(tmp_path: Path, name: str) -> None:
    """No letter of it means something to SQLite."""
    with opened(tmp_path / name) as desk:
        id = received(desk).id
    with opened(tmp_path / name) as desk:
        assert desk.get(id).id == id
    assert [os.fsencode(file.name) for file in tmp_path.iterdir()] == [os.fsencode(name)]


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    """Version 0: what `mktemp` or a crash before the first migration leaves."""
    path.touch()
    with opened(path) as desk:
        assert received(desk).version == 1


def test_an_older_schema_is_brought_forward_with_all_that_is_in_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(path) as desk:
        complaint = received(desk)
    monkeypatch.setattr(
        schema, "MIGRATIONS", (*MIGRATIONS, "CREATE TABLE next (a INTEGER) STRICT;", "CREATE TABLE last (a);")
    )
    with opened(path) as desk:
        assert desk.get(complaint.id) == complaint
        assert desk.check_integrity().sound
    with closing(sqlite3.connect(path)) as plain:
        assert plain.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 2,)
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        names = {name for (name,) in plain.execute("SELECT name FROM sqlite_master")}
        assert {"next", "last", "complaints"} <= names


def test_a_relative_path_means_the_same_file_after_a_change_of_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A daemon changes its folder; its next thread must not begin an empty database there."""
    from concurrent.futures import ThreadPoolExecutor

    monkeypatch.chdir(tmp_path)
    with closing(open_sqlite("sqlite:///desk.db")) as store, Desk(store, clock=FrozenClock()) as desk:
        id = received(desk).id
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / "elsewhere")
        with ThreadPoolExecutor(1) as other:
            assert other.submit(desk.get, id).result().id == id
        assert bytes_of(tmp_path / "elsewhere") == {}


# ── at the limits of the machine, in a process of its own


def in_a_child(program: str, path: Path) -> str:
    """What a program prints that ends well."""
    line = [sys.executable, "-c", program, str(path)]
    done = subprocess.run(line, cwd=child.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


HEAD = """
import os, resource, signal, sys
from complaintflow import Actor, Customer, Desk, StoreError, commands as c
from complaintflow.stores import SqliteStore  # nobody else may be able to read Python's own files

by, url = Actor.system(), "sqlite:///" + sys.argv[1]
"""

NO_ROOM = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))
"""

NOBODY = """
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
"""

WRITE_UNTIL_IT_FAILS = """
with Desk.open(url) as desk:
    id = desk.receive(c.Receive("app", Customer("u-17"), "付了两次款"), by=by).id
    version = 1
    try:
        while version < 1000:
            version = desk.do(id, c.Note("x" * 5000), by=by, key=f"k{version}").version
    except StoreError as error:
        print(id, version, error, sep="|")
    assert desk.get(id).version == version
    assert desk.check_integrity().sound
"""

LOOK_AND_WRITE = """
try:
    with Desk.open(url) as desk:
        for complaint in desk.find().complaints:
            desk.do(complaint.id, c.Note("a"), by=by)
            print("written")
except StoreError as error:
    print(error)
"""


def test_on_a_full_disk_nothing_is_half_done(path: Path) -> None:
    """By a limit on the size of files; what was acknowledged before is whole, and writing goes on with room."""
    told = in_a_child(HEAD + NO_ROOM.format(room=400_000) + WRITE_UNTIL_IT_FAILS, path)
    id, version, error = told.strip().split("|")
    assert "sqlite desk.db: " in error
    assert "then try again" in error or "make room" in error
    with opened(path) as desk:
        assert desk.get(id).version == int(version)
        assert desk.check_integrity().sound
        assert desk.do(id, c.Note("now there is room"), by=s.LI).version == int(version) + 1


@pytest.mark.parametrize("room", [0, 1_000, 4_000, 30_000])
def test_no_room_for_even_the_schema_is_told(path: Path, room: int) -> None:
    told = in_a_child(HEAD + NO_ROOM.format(room=room) + LOOK_AND_WRITE, path)
    assert told.startswith("sqlite desk.db: ")
    with opened(path) as desk:
        assert received(desk).version == 1


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that anybody may enter; pytest keeps its own to itself."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize("there", [False, True], ids=["a new file", "a file with complaints"])
def test_a_read_only_folder_is_told_and_nothing_is_half_done(folder: Path, there: bool) -> None:
    """As an unprivileged user: root may write everywhere."""
    path = folder / "desk.db"
    if there:
        with opened(path) as desk:
            received(desk)
        path.chmod(0o444)
    folder.chmod(0o555)
    before = bytes_of(folder)
    told = in_a_child(HEAD + NOBODY + LOOK_AND_WRITE, path)
    assert "written" not in told
    assert told.startswith("sqlite desk.db: ")
    assert "writable" in told
    assert bytes_of(folder) == before


# ── fields and damage


FIELDS = Policy.from_toml(
    """
    [fields.contract]
    searchable = true
    [fields.passport]
    private = true
    """
)


def test_a_field_that_a_newer_policy_lists_is_found_after_the_migration(path: Path) -> None:
    plain = Policy.from_toml("[fields.contract]\nen = 'contract'")
    with opened(path, policy=plain) as desk:
        id = desk.receive(s.receive(fields={"contract": "C-9"}), by=s.LI).id
    with opened(path, policy=FIELDS) as desk:
        desk.migrate(id, by=s.LI, reason="fields")
        assert desk.count(fields={"contract": "C-9"}) == 1
        assert desk.check_integrity().sound


def _spoil_card(file: sqlite3.Connection, id: str) -> None:
    file.execute("UPDATE complaints SET card = x'7b' WHERE id = ?", (id,))


def _take_cards_and_spoil_texts(file: sqlite3.Connection, id: str) -> None:
    """As in a file whose words were erased."""
    file.execute("UPDATE complaints SET card = x''")
    file.execute("UPDATE events SET data = x'7b' WHERE complaint = (SELECT number FROM complaints WHERE id = ?)", (id,))


@pytest.mark.parametrize("spoil", [_spoil_card, _take_cards_and_spoil_texts])
def test_a_customer_one_of_whose_complaints_is_damaged_may_still_complain_and_staff_see_the_others(
    path: Path, spoil: Callable[[sqlite3.Connection, str], None]
) -> None:
    with opened(path) as desk:
        first, damaged, last = (received(desk, order="A-1001", type="billing").id for _ in range(3))
        with closing(sqlite3.connect(path)) as file, file:
            spoil(file, damaged)
        found = desk.find(customer="u-17")
        assert [one.id for one in found.complaints] == [first, last]
        assert all(one.received_at for one in found.complaints)
        assert len(found.unreadable) == 1
        assert damaged in desk.quarantine()[0].key
        assert first in desk.brief(first)
        again = received(desk, order="A-1001", type="billing")
        assert set(again.duplicates) == {first, last}
        asked = [Asked((c.Note("we look at it"),), s.LI, id) for id in (first, damaged, last)]
        answers = desk.do_many(asked)
        assert [type(one).__name__ for one in answers] == ["Complaint", "UnreadableRecord", "Complaint"]
