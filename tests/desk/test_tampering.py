"""Somebody with the file and an SQLite shell: each line of the table changes one thing, and fsck names it.

`{main}`, `{dead}` … are complaints of `house_in_a_file`. The first cases of each kind run every day, the others in
`make explore`.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from complaintflow import StoreError, commands as c
from complaintflow.desk.integrity import Integrity
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.desk.house_in_a_file import make_house, open_house
from tests.stores.desks import erase

House = tuple[Path, FrozenClock, dict[str, str]]

LETTERS = {"out": "outbox", "returned": "dead_letters"}
"""What the number of the only letter in each table is called in what is told."""

_OF = "(SELECT number FROM complaints WHERE id = '{%s}')"
MAIN, DEAD, FRESH, GONE = (_OF % name for name in ("main", "dead", "fresh", "gone"))


def letter(table: str, path: str, value: str) -> str:
    """Change one field of the letters in this table."""
    text = f"json_set(CAST(message AS TEXT), '$.{path}', {value})"
    return f"UPDATE {table} SET message = CAST({text} AS BLOB)"


def column(name: str, value: str, of: str = "main") -> str:
    return f"UPDATE complaints SET {name} = {value} WHERE id = '{{{of}}}'"


DAILY: tuple[tuple[str, str, str], ...] = (  # what a person loses, how, and what fsck says
    ("no clock ever rings again", "DELETE FROM checks", "{fresh} event 2: its clocks will never be looked at"),
    ("a clock rings in a hundred years", "UPDATE checks SET at = 4928000000000000", "looked at too late"),
    ("a message is never sent", "DELETE FROM outbox", "{fresh} event 2: M1 was never sent"),
    ("a stranger reads it", letter("outbox", "to.email", "'thief@example.org'"), "outbox {out} ({fresh}): goes to"),
    (
        "the customer reads a lie",
        letter("outbox", "text", "'Send us your card number'"),
        "outbox {out} ({fresh}): says",
    ),
    (
        "a dead letter lies when it is tried again",
        letter("dead_letters", "text", "'Nothing is paid'"),
        "({dead}): says",
    ),
    ("an old complaint looks new", column("received_at", "received_at + 1000000"), "{main} event"),
    ("the team does not find its work", column("team", "'nobody'"), "is not found by what its facts say"),
    ("nobody sees that a reply is awaited", column("waits_since", "4611686018427387904", "target"), "{target} event"),
    ("a note is not found by its words", "DELETE FROM fresh_words", "{fresh} event 2: is found by other words"),
    ("a shop is not found", "UPDATE labels SET value = value || 'x'", "is found by other labels"),
    (
        "the list of what is due next begins with another",
        column("due", "due - 1", "fresh"),
        "{fresh} event 2: what is due next is not what its clocks say",
    ),
    (
        "who waits longest is not the first",
        column("waits_since", "waits_since - 1", "target"),
        "complaints ({target}): its column waits_since",
    ),
    ("a month's report counts another", column("closed_at", "closed_at + 1"), "({main}): its column closed_at"),
    ("a batch is not seen", column("incident", "'I-1'", "fresh"), "{fresh} event 2: is not seen as it is"),
    ("something is paid twice", "DELETE FROM paid", "{main} event"),
    ("no old complaint can be decided", "DELETE FROM policies", "policies"),
    ("a house's promise is another", "UPDATE policies SET document = x'7b7d'", "changed in the store"),
    ("a retry answers with another's", "UPDATE keys SET complaint = 'C-9' WHERE key LIKE 'form/%'", "keys"),
    (
        "mails go through a stranger's hands",
        "CREATE TRIGGER t AFTER INSERT ON outbox BEGIN DELETE FROM outbox WHERE number = new.number; END",
        "database: the trigger t is not ours",
    ),
    ("a search misses rows", "DROP INDEX complaints_of_customer", "the index complaints_of_customer is missing"),
    (
        "a text is gone with its proof",
        f"UPDATE events SET data = NULL, salt = x'', commitment = NULL WHERE seq = 2 AND complaint = {FRESH}",
        "{fresh} event 2: its words are gone",
    ),
    (
        "an erased text can be guessed",
        f"UPDATE events SET salt = x'00112233445566778899aabbccddeeff' WHERE seq = 1 AND complaint = {GONE}",
        "{gone} event 1: its words are gone, and their salt",
    ),
    (
        "a complaint never came in",
        "DELETE FROM {{all of fresh}}",
        "are fewer than came in",
    ),
    ("a past is another", f"UPDATE events SET by = 'wang' WHERE seq = 1 AND complaint = {FRESH}", "{fresh} event 1"),
)

MORE: tuple[tuple[str, str, str], ...] = (
    ("a look is lost", f"DELETE FROM checks WHERE complaint = {FRESH}", "{fresh} event 2: its clocks"),
    (
        "a look is forgotten on both sides",
        f"DELETE FROM checks WHERE complaint = {DEAD}; " + column("check_at", "NULL", "dead"),
        "{dead} event",
    ),
    (
        "a look is leased for ever",
        f"DELETE FROM checks WHERE complaint = {DEAD}; INSERT INTO claimed VALUES ({DEAD}, 4928000000000000)",
        "{dead} event",
    ),
    ("a look is said at another time than it comes", column("check_at", "check_at + 1", "dead"), "complaints ({dead})"),
    ("a look of nobody", "INSERT INTO checks VALUES (1, 999)", "checks (999): belongs to no complaint"),
    ("a lease of nobody", "INSERT INTO claimed VALUES (999, 1)", "claimed (999): belongs to no complaint"),
    ("a label of nobody", "INSERT INTO labels VALUES (999, 'shop', 'x')", "labels (999): belongs to no complaint"),
    ("words of nobody", "INSERT INTO words (rowid, text) VALUES (999 << 24, 'x')", "belongs to no complaint"),
    ("words of nobody that wait", "INSERT INTO fresh_words VALUES (999 << 24, 'x')", "belongs to no complaint"),
    ("words that nobody said", f"INSERT INTO words (rowid, text) VALUES (({DEAD} << 24) + 99, 'x')", "{dead} event"),
    ("a report says something else", column("counted", "x'80'", "fresh"), "{fresh} event 2: what is counted of it"),
    ("a report leaves it out", column("counted_to", "1", "fresh"), "{fresh} event 2: is not counted in the time"),
    ("another clock is named", column("due_for", "'plan'", "fresh"), "{fresh} event 2: what is due next"),
    ("a label that nobody said", f"INSERT INTO labels VALUES ({DEAD}, 'region', 'x')", "{dead} event"),
    ("a payment of nobody", "INSERT INTO paid VALUES ('u-1', 'a-1', 999)", "paid (999): belongs to no complaint"),
    ("a customer is refused money as paid", f"INSERT INTO paid VALUES ('u-99', 'a-99', {DEAD})", "paid ({dead})"),
    ("what was paid is filed under another customer", "UPDATE paid SET customer = 'u-1'", "{main} event"),
    ("what was paid is filed under another order", "UPDATE paid SET order_no = 'other'", "{main} event"),
    (
        "the customer is written to elsewhere",
        column("card", "CAST(replace(CAST(card AS TEXT), '@', '.x@') AS BLOB)"),
        "{main} event",
    ),
    ("the state column", column("state", "'received'"), "{main} event"),
    ("the grade column", column("rank", "3 - rank"), "{main} event"),
    ("the column of what is over", column("ended", "NOT ended"), "{main} event"),
    ("the type column", column("type", "'other'"), "{main} event"),
    ("the area column", column("area", "'other'"), "{main} event"),
    ("the owner column", column("owner", "'wu'"), "{main} event"),
    ("the customer column", column("customer", "'u-1'"), "{main} event"),
    ("the order column", column("order_no", "'A-1'"), "{main} event"),
    ("the channel column", column("channel", "'shop'"), "{main} event"),
    ("the proposed column", column("proposed", "'I-2'"), "{main} event"),
    ("the apart column", column("apart", "NOT apart"), "{main} event"),
    ("the version column", column("version", "version + 1"), "{main} event"),
    ("the last link", column("link", "x'00'"), "{main} event"),
    ("the facts", column("facts", "CAST(json_set(CAST(facts AS TEXT), '$.owner', 'wu') AS BLOB)"), "{main} event"),
    ("the id", column("id", "'C-other'"), "C-other event"),
    ("a letter's subject", letter("outbox", "subject", "'Win!'"), "outbox {out} ({fresh}): says something else"),
    (
        "a letter's page",
        letter("outbox", "html", "'<b>Pay here</b>'"),
        "outbox {out} ({fresh}): says something else",
    ),
    ("a letter's link", letter("outbox", "links.pay", "'https://thief.example'"), "outbox {out} ({fresh}): says"),
    (
        "a letter's fields",
        letter("outbox", "fields.message", "'Pay'"),
        "outbox {out} ({fresh}): says something else",
    ),
    ("a letter's addressee", letter("outbox", "customer", "'u-17'"), "outbox {out} ({fresh}): says something else"),
    ("a letter's zone", letter("outbox", "zone", "'Asia/Tokyo'"), "outbox {out} ({fresh}): says something else"),
    (
        "a letter's kind, which ends a wait",
        letter("outbox", "kind", "'Update'"),
        "outbox {out} ({fresh}): no event says",
    ),
    (
        "a letter of another complaint",
        letter("outbox", "complaint", "'{main}'"),
        "outbox {out} ({main}): no event says",
    ),
    ("a letter under another number", letter("outbox", "id", "'M9'"), "outbox {out} ({fresh}): no event says"),
    ("a letter under a key that is none", letter("outbox", "key", "'x'"), "outbox {out} ({fresh}): has a key"),
    (
        "a letter by a way that nobody chose",
        letter("outbox", "channel", "'thief'"),
        "outbox {out} ({fresh}): goes by",
    ),
    ("a letter that was never tried there", letter("outbox", "tried", "json_array('email')"), "is said to have been"),
    ("a contact more", letter("outbox", "to.wechat", "'thief'"), "outbox {out} ({fresh}): goes to somebody"),
    (
        "a letter that cannot be read",
        "UPDATE outbox SET message = x'00'",
        "outbox {out} ({fresh}/1/0/M1): cannot be read",
    ),
    (
        "a letter filed under another key",
        "UPDATE outbox SET key = 'x'",
        "outbox ({out}): is filed under another key",
    ),
    ("a letter to staff, as it is marked", "UPDATE outbox SET audience = 'staff'", "outbox {out}"),
    (
        "a letter goes twice",
        "INSERT INTO outbox (audience, message, key) SELECT audience, message, key FROM outbox",
        "is there twice",
    ),
    ("a letter of a number to come", "UPDATE outbox SET number = 999", "outbox (999): has a number"),
    ("numbers are given again", "UPDATE sqlite_sequence SET seq = 1", "outbox ({out}): has a number"),
    (
        "a dead letter waits as well",
        "INSERT INTO outbox (number, audience, message, key) SELECT number, audience, message, key FROM dead_letters",
        "dead_letters ({returned}): waits as well",
    ),
    (
        "a dead letter goes to a stranger",
        letter("dead_letters", "to.email", "'thief@example.org'"),
        "outbox {returned} ({dead}): goes to",
    ),
    ("a key for a version to come", "UPDATE keys SET version = 999", "keys 999"),
    ("a key for no version", "UPDATE keys SET version = 0", "keys ("),
    (
        "a letter under the key of another sending",
        "UPDATE outbox SET key = key || '/2', "
        "message = CAST(json_set(CAST(message AS TEXT), '$.key', key || '/2') AS BLOB)",
        "says something else than its event",
    ),
    ("a letter that is neither to be mended nor not", "UPDATE outbox SET mending = 7", "cannot be read"),
    ("a policy under another's name", "UPDATE policies SET digest = 'x'", "policies (x): it was changed"),
    ("a view", "CREATE VIEW v AS SELECT 1", "the view v is not ours"),
    ("a table of somebody's", "CREATE TABLE loot (a)", "the table loot is not ours"),
    ("an index that is none of ours", "CREATE INDEX i ON complaints (owner)", "the index i is not ours"),
    ("a column", "ALTER TABLE complaints ADD COLUMN secret TEXT", "the table complaints was changed"),
    ("a column of another name", "ALTER TABLE sendings RENAME COLUMN nth TO nr", "the table sendings was changed"),
    (
        "an index on another column",
        "DROP INDEX complaints_by_receipt; CREATE INDEX complaints_by_receipt ON complaints (owner)",
        "the index complaints_by_receipt was changed",
    ),
    ("the ledger's first entry", "UPDATE events SET place = 999 WHERE place = 1", "has gaps"),
    ("an event, out of the order of the ledger", "UPDATE events SET place = -1 WHERE place = 7", "has gaps"),
    ("an event without its own", f"DELETE FROM events WHERE seq = 2 AND complaint = {DEAD}", "{dead} event 2"),
    ("the time of an event", f"UPDATE events SET at = at - 1 WHERE seq = 1 AND complaint = {DEAD}", "{dead} event 1"),
    (
        "what an event changed",
        f"UPDATE events SET changes = CAST('{{{{}}}}' AS BLOB) WHERE seq = 1 AND complaint = {DEAD}",
        "{dead} event 1",
    ),
    (
        "what was said",
        f"UPDATE events SET data = CAST('{{{{}}}}' AS BLOB) WHERE seq = 1 AND complaint = {DEAD}",
        "{dead} event 1",
    ),
    ("a salt", f"UPDATE events SET salt = x'' WHERE seq = 1 AND complaint = {DEAD}", "{dead} event 1"),
    (
        "a commitment beside the words",
        f"UPDATE events SET commitment = zeroblob(32) WHERE seq = 1 AND complaint = {DEAD}",
        "{dead} event 1: has its words",
    ),
    (
        "a commitment to other words",
        f"UPDATE events SET commitment = zeroblob(32) WHERE seq = 1 AND complaint = {GONE}",
        "{gone} event 1: changed",
    ),
    (
        "a history of nobody",
        "UPDATE events SET complaint = 999 WHERE complaint = " + DEAD,
        "events (999): belongs to no",
    ),
    (
        "a corrupted index",
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = "
        "(SELECT rootpage FROM sqlite_master WHERE name = 'complaints_by_receipt') "
        "WHERE name = 'complaints_of_customer'",
        "database",
    ),
)

UNSEEN: tuple[tuple[str, str, str], ...] = (  # why
    ("a key is forgotten", "DELETE FROM keys", "nothing in a history says that its call had a key"),
    ("the hour's sendings are forgotten", "DELETE FROM sendings", "an aid against too many in an hour; a day keeps it"),
    ("a letter waits longer", "UPDATE outbox SET until = 4928000000000000", "the next delivery gives it back"),
    (
        "a letter counts more attempts",
        "UPDATE outbox SET attempts = 99",
        "it ends as a dead letter, which a person sees",
    ),
    (
        "a letter waits to be mended",
        "UPDATE outbox SET mending = 1",
        "the next delivery tries it, and who takes it away is on record",
    ),
    ("the time of the last tick is another", "UPDATE told_time SET known = 0", "the next tick says that it leapt"),
    (
        "a text is blanked as an erasure does",
        "{{erase dead}}",
        "an erasure looks the same, whoever did it: it is counted",
    ),
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    path = tmp_path_factory.mktemp("house") / "house.db"
    clock, ids = make_house(path)
    with closing(sqlite3.connect(path)) as file:
        letters = {name: file.execute(f"SELECT number FROM {table}").fetchone()[0] for name, table in LETTERS.items()}
    return path, clock, {**ids, **letters}


@pytest.fixture
def copy(house: House, tmp_path: Path) -> House:
    path, clock, ids = house
    target = tmp_path / "house.db"
    target.write_bytes(path.read_bytes())
    target.chmod(0o600)
    return target, FrozenClock(clock.now), ids


def tamper(house: House, change: str) -> None:
    path, _, ids = house
    if change == "{{erase dead}}":
        erase(path, ids["dead"])
        return
    with closing(sqlite3.connect(path)) as file:
        file.executescript(remove_all(ids["fresh"]) if "{{all" in change else change.format(**ids))
        file.commit()


def remove_all(id: str) -> str:
    """A complaint with all that belongs to it, the ledger as well."""
    of = f"(SELECT number FROM complaints WHERE id = '{id}')"
    return f"""
        DELETE FROM checks WHERE complaint = {of};
        DELETE FROM outbox;
        DELETE FROM events WHERE complaint = {of};
        DELETE FROM complaints WHERE id = '{id}';
    """


def check(house: House, anchor: str | None = None) -> Integrity:
    path, clock, _ = house
    with open_house(path, clock) as desk:
        return desk.check_integrity(anchor=anchor)


def assert_found(house: House, change: str, told: str) -> None:
    tamper(house, change)
    try:
        said = "\n".join(map(str, check(house).breaches))
    except StoreError as error:
        said = f"database: {error}"
    assert told.format(**house[2]) in said


@pytest.mark.parametrize(("lost", "change", "told"), DAILY, ids=[lost for lost, _, _ in DAILY])
def test_what_a_person_would_lose_by_it_is_found(copy: House, lost: str, change: str, told: str) -> None:
    assert_found(copy, change, told)


@pytest.mark.explore
@pytest.mark.parametrize(("lost", "change", "told"), MORE, ids=[lost for lost, _, _ in MORE])
def test_everything_else_that_is_touched_is_found_as_well(copy: House, lost: str, change: str, told: str) -> None:
    assert_found(copy, change, told)


@pytest.mark.explore
@pytest.mark.parametrize(("lost", "change", "why"), UNSEEN, ids=[lost for lost, _, _ in UNSEEN])
def test_what_cannot_be_seen_is_known(copy: House, lost: str, change: str, why: str) -> None:
    """The trust page says so. Whoever makes one of these visible moves it to the table above."""
    tamper(copy, change)
    assert check(copy).sound


def test_a_house_that_nobody_touched_is_sound_and_says_what_was_erased(copy: House) -> None:
    _, _, ids = copy
    found = check(copy)
    assert (found.breaches, found.notes) == ((), ())
    assert [one.complaint for one in found.erased] == [ids["gone"]]


def test_a_house_stays_sound_while_it_goes_on(copy: House) -> None:
    """Retries, discards, a letter that is tried again, days that pass, and one more erasure."""
    path, clock, ids = copy
    with open_house(path, clock) as desk:
        (dead,) = desk.dead_letters()
        desk.retry(dead.number)
        assert desk.check_integrity().sound
        while not desk.dead_letters():
            clock.later(hours=5)
            desk.deliver()
            assert desk.check_integrity().breaches == ()
        desk.discard(dead.number, reason="they called")
        for _ in range(2):
            clock.later(hours=31)
            desk.tick()
            assert desk.check_integrity().breaches == ()
            desk.deliver()
            assert desk.check_integrity().breaches == ()
        desk.do(ids["fresh"], c.Note("called twice"), by=s.LI)
        assert desk.check_integrity().sound
    erase(path, ids["fresh"])
    assert check(copy).sound


def test_one_complaint_alone_shows_its_lost_letter_and_its_lost_look(copy: House) -> None:
    path, clock, ids = copy
    tamper(copy, "DELETE FROM outbox; DELETE FROM checks")
    with open_house(path, clock) as desk:
        assert len(desk.check_integrity(ids["fresh"]).breaches) == 2


def test_others_who_may_read_the_file_are_a_note_and_no_breach(copy: House) -> None:
    copy[0].chmod(0o644)
    found = check(copy)
    assert found.sound
    assert any("house.db is open to others (mode 0644)" in note for note in found.notes)
