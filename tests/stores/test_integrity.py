"""Promise 4: what was changed behind the desk's back is found; what it takes to find it is said."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest

from complaintflow import Desk, InvalidInput, Lifecycle, NotFound, commands as c
from complaintflow.desk.integrity import Integrity
from complaintflow.record.complaint import Entry, microseconds
from complaintflow.record.facts import encode_facts
from complaintflow.record.history import GENESIS, Head, Sealed, head_of, link, replay, seal, verify
from complaintflow.record.merkle import EMPTY
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.stores.sqlite.complaints import Complaints
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import OPEN
from tests import stories as s
from tests.stores.desks import at_desk, erase, opened, received, solved

KEY = b"a key that only the desk has"


@pytest.fixture
def id(path: Path) -> str:
    """A complaint with a whole life, beside another one."""
    return lived(path)


def lived(path: Path, **more: Any) -> str:
    with opened(path, **more) as desk:
        received(desk)
        return solved(desk).id


EVENT = "seq, at, by, kind, state, changes, versions, salt, data, link, commitment"


@contextmanager
def behind_the_back(path: Path) -> Iterator[sqlite3.Connection]:
    """Somebody with the file and an SQLite shell."""
    with closing(sqlite3.connect(path)) as connection:
        yield connection
        connection.commit()


def number_of(connection: sqlite3.Connection, id: str) -> int:
    (number,) = connection.execute("SELECT number FROM complaints WHERE id = ?", (id,)).fetchone()
    return int(number)


def checked(path: Path, anchor: str | None = None, **more: Any) -> Integrity:
    with opened(path, **more) as desk:
        return desk.check_integrity(anchor=anchor)


def found(path: Path, anchor: str | None = None, **more: Any) -> str:
    return "\n".join(map(str, checked(path, anchor, **more).breaches))


def head(path: Path, **more: Any) -> str:
    with opened(path, **more) as desk:
        return desk.head()


# ── what is whole


def test_what_nobody_touched_is_sound(path: Path, id: str) -> None:
    whole = checked(path, head(path))
    assert (whole.sound, whole.complaints, whole.breaches) == (True, 2, ())
    with opened(path) as desk:
        one = desk.check_integrity(id)
        assert (one.sound, one.complaints, one.events) == (True, 1, len(desk.history(id)))
        assert whole.events == one.events + 1


def test_an_anchored_head_stays_good_while_the_history_grows(desk: Desk) -> None:
    """What was anchored once is a beginning of what is there later."""
    assert desk.head() == f"0:{EMPTY.hex()}"
    anchors = [desk.head()]
    id = received(desk).id
    for number in range(3):
        anchors.append(desk.head())
        at_desk(desk, id, c.Note(f"note {number}"))
    anchors.append(desk.head())
    assert [Head.parse(anchor).count for anchor in anchors] == [0, 1, 2, 3, 4]
    assert all(desk.check_integrity(anchor=anchor).sound for anchor in anchors)


# ── only what is new


def test_what_was_saved_since_an_anchor_is_checked_without_the_rest(desk: Desk) -> None:
    """A house with a million complaints looks each night, and reads what the day has brought."""
    old, grown = received(desk).id, received(desk).id
    anchor = desk.head()
    at_desk(desk, grown, c.Note("called back"))
    new = received(desk).id
    found = desk.check_integrity(since=anchor)
    assert (found.sound, found.complaints, found.events) == (True, 2, 3)
    assert desk.check_integrity(since=desk.head()).complaints == 0
    assert {one.id for one in desk.find().complaints} == {old, grown, new}


def test_what_is_wrong_with_what_is_new_is_found_without_the_rest(path: Path, id: str) -> None:
    anchor = head(path)
    with opened(path) as desk:
        new = received(desk).id
        at_desk(desk, new, c.Note("called back"), c.Note("called again"))
    since = partial(told_since, path, anchor)
    assert since() == ""
    with behind_the_back(path) as connection:
        connection.execute("UPDATE complaints SET team = 'nobody', link = x'00' WHERE id = ?", (new,))
    assert new in since()
    with behind_the_back(path) as connection:
        connection.execute("DELETE FROM events WHERE place = (SELECT max(place) - 1 FROM events)")
    assert "missing: the next on record is event 3" in since()
    with behind_the_back(path) as connection:
        connection.execute("DELETE FROM complaints WHERE id = ?", (new,))
    assert "2 saved event(s) are in no history any more" in since()


@pytest.mark.parametrize(
    "gone", ["events WHERE place = {0}", "events WHERE complaint = 3"], ids=["an event", "all events of a complaint"]
)
def test_what_was_removed_of_what_is_new_is_found_by_its_gap(path: Path, id: str, gone: str) -> None:
    """Nothing else is left of it that could be looked at."""
    anchor = head(path)
    with opened(path) as desk:
        at_desk(desk, received(desk).id, c.Note("the proof"))
        at_desk(desk, id, s.LABEL)
    with behind_the_back(path) as connection:
        connection.execute(f"DELETE FROM {gone.format(Head.parse(anchor).count + 2)}")
        connection.execute("DELETE FROM complaints WHERE number = 3")
    assert "has gaps" in told_since(path, anchor)


OTHER_WORDS = "UPDATE outbox SET message = CAST(replace(CAST(message AS TEXT), '付款', '付费') AS BLOB)"
COLUMNS = "audience, message, key, attempts, until, why, mending, leased, held"
TWICE = f"INSERT INTO outbox (number, {COLUMNS}) SELECT number + 50, {COLUMNS} FROM outbox"


@pytest.mark.parametrize(("change", "told"), [(OTHER_WORDS, "says something else"), (TWICE, "is there twice")])
def test_a_forged_letter_of_what_is_new_is_found_also_at_its_complaint_alone(
    path: Path, id: str, change: str, told: str
) -> None:
    """Else the customer is told what nobody said, and the check of the night calls it sound."""
    with opened(path) as desk:
        desk.deliver()
    anchor = head(path)
    with opened(path) as desk:
        new = received(desk).id
        at_desk(desk, new, s.triage(), s.update())
    with behind_the_back(path) as connection:
        connection.execute(change)
    assert told in told_since(path, anchor)
    with opened(path) as desk:
        assert told in str(desk.check_integrity(new).breaches)
        assert desk.check_integrity(id).sound


def test_events_of_a_complaint_that_changed_places_are_found_without_an_anchor(path: Path, id: str) -> None:
    """Else honest receipts fail, and nobody knows whose fault it is."""
    with behind_the_back(path) as connection:
        for old, new in ((3, -1), (4, 3), (-1, 4)):
            connection.execute("UPDATE events SET place = ? WHERE place = ?", (new, old))
    assert "stand in another order than they happened" in found(path)


def test_a_ledger_that_no_longer_begins_as_it_was_anchored_is_found_without_the_rest(path: Path, id: str) -> None:
    anchor = head(path)
    rewritten(path, id, truncated)
    assert "truncated: the anchored head counts" in told_since(path, anchor)
    with opened(path) as desk:
        received(desk)
        received(desk)
    assert "not the history whose head was anchored" in told_since(path, anchor)


def told_since(path: Path, anchor: str) -> str:
    """What is told of what is new since then."""
    with opened(path) as desk:
        return "; ".join(map(str, desk.check_integrity(since=anchor).breaches))


@pytest.mark.parametrize("more", [{"id": "C-1"}, {"anchor": f"0:{'0' * 64}"}])
def test_what_is_new_stands_alone(desk: Desk, more: dict[str, str]) -> None:
    with pytest.raises(InvalidInput, match="since"):
        desk.check_integrity(since=desk.head(), **more)


@pytest.mark.parametrize("anchor", ["yesterday", ":", "x:ab", "12", ""])
def test_an_anchor_that_is_none_is_invalid_input(desk: Desk, anchor: str) -> None:
    with pytest.raises(InvalidInput, match=r"anchor: found .*, expected a head, like 12:ab34"):
        desk.check_integrity(anchor=anchor)


def test_an_unknown_complaint_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.check_integrity("C-9")


# ── changed events


@pytest.mark.parametrize(
    "change",
    [
        "at = at + 1",
        "by = 'somebody'",
        "kind = 'Park'",
        "state = 'closed'",
        "changes = CAST('{}' AS BLOB)",
        "versions = 'other other'",
        "salt = x'00'",
        """data = CAST('{"text":"I never said so"}' AS BLOB)""",
        "data = NULL",
        "link = x'00'",
    ],
)
def test_a_changed_event_is_found(path: Path, id: str, change: str) -> None:
    """Each part of it, the erased text without its commitment too."""
    with behind_the_back(path) as connection:
        connection.execute(f"UPDATE events SET {change} WHERE complaint = ? AND seq = 3", (number_of(connection, id),))
    assert f"{id} event 3: changed, or not in its place: its link does not fit" in found(path)


@pytest.mark.parametrize(
    "change",
    [
        "changes = CAST('[]' AS BLOB)",
        "changes = CAST('{' AS BLOB)",
        """changes = CAST('{"grade":"Z"}' AS BLOB)""",
        """changes = CAST('{"cycle":7}' AS BLOB)""",
        "data = CAST('no json' AS BLOB)",
        "data = CAST('[1]' AS BLOB)",
        "data = x'ff'",
        "at = 9000000000000000000",
        "at = -9000000000000000000",
    ],
)
def test_an_event_that_cannot_be_read_any_more_is_found_too(path: Path, id: str, change: str) -> None:
    """Whatever it does to its reader, fsck goes on and names it."""
    with behind_the_back(path) as connection:
        connection.execute(f"UPDATE events SET {change} WHERE complaint = ? AND seq = 3", (number_of(connection, id),))
    assert f"{id} event 3: changed" in found(path)


def test_a_missing_event_is_found(path: Path, id: str) -> None:
    with behind_the_back(path) as connection:
        connection.execute("DELETE FROM events WHERE complaint = ? AND seq = 4", (number_of(connection, id),))
    breaches = found(path)
    assert f"{id} event 4: missing: the next on record is event 5" in breaches
    assert "has gaps: some were removed" in breaches


def test_two_events_that_changed_places_are_found(path: Path, id: str) -> None:
    """Their contents swapped, their numbers in order."""
    with behind_the_back(path) as connection:
        number = number_of(connection, id)
        columns = "at, by, kind, state, changes, versions, salt, data, link, commitment"
        rows = connection.execute(
            f"SELECT {columns}, seq FROM events WHERE complaint = ? AND seq IN (3, 4) ORDER BY seq DESC", (number,)
        ).fetchall()
        for place, row in enumerate(rows, 3):
            marks = ", ".join(f"{name.strip()} = ?" for name in columns.split(","))
            connection.execute(f"UPDATE events SET {marks} WHERE complaint = ? AND seq = ?", (*row[:-1], number, place))
    breaches = found(path)
    assert f"{id} event 3: changed, or not in its place" in breaches
    assert f"{id} event 4: changed, or not in its place" in breaches


def test_an_event_of_another_complaint_does_not_fit(path: Path, id: str) -> None:
    """The chain begins with the complaint's own id."""
    with opened(path) as desk:
        other = received(desk).id
    with behind_the_back(path) as connection:
        connection.execute("DELETE FROM events WHERE complaint = ?", (number_of(connection, other),))
        connection.execute(
            f"INSERT INTO events (complaint, {EVENT}) SELECT ?, {EVENT} FROM events WHERE complaint = ? AND seq = 1",
            (number_of(connection, other), number_of(connection, id)),
        )
    assert f"{other} event 1: changed, or not in its place" in found(path)


# ── snapshot and ledger


def test_texts_that_stand_in_the_history_are_not_read_twice(
    path: Path, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = list[str]()
    monkeypatch.setattr(Complaints, "texts", partial(_other_texts, read))
    assert checked(path).sound
    assert not read


def test_texts_that_a_store_keeps_elsewhere_are_compared_with_the_history(
    path: Path, id: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Complaints, "texts_of_history", False)
    assert checked(path).sound
    monkeypatch.setattr(Complaints, "texts", partial(_other_texts, []))
    assert f"{id} event" in found(path)
    assert "is not what its events make" in found(path)


def _other_texts(read: list[str], id: str, version: int) -> tuple[Entry, ...]:
    read.append(id)
    return tuple(Entry(seq, 0, "", "Note", b"{}") for seq in range(1, version + 1))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("facts = CAST(replace(CAST(facts AS TEXT), 'closed', 'archived') AS BLOB)", "is not what its events make"),
        ("version = version - 1", "is not what its events make"),
        ("link = x'00'", "does not carry the last link"),
        ('facts = CAST(\'{"grade":"Z"}\' AS BLOB)', "cannot be read: "),
        ("facts = x'00'", "cannot be read: "),
    ],
)
def test_a_changed_snapshot_is_found(path: Path, id: str, change: str, told: str) -> None:
    with behind_the_back(path) as connection:
        connection.execute(f"UPDATE complaints SET {change} WHERE id = ?", (id,))
    breaches = found(path)
    assert f"{id} event " in breaches
    assert told in breaches


def test_a_snapshot_without_a_history_is_found(path: Path, id: str) -> None:
    with behind_the_back(path) as connection:
        connection.execute("DELETE FROM events WHERE complaint = ?", (number_of(connection, id),))
    assert f"{id} event 0: has a snapshot or a history, but not both" in found(path)


def test_a_removed_complaint_leaves_its_mark_in_the_ledger(path: Path, id: str) -> None:
    with opened(path) as desk:
        received(desk)
    with behind_the_back(path) as connection:
        connection.execute("DELETE FROM events WHERE complaint = ?", (number_of(connection, id),))
        connection.execute("DELETE FROM complaints WHERE id = ?", (id,))
    assert "has gaps: some were removed" in found(path)


def test_the_last_complaint_of_all_leaves_its_mark_when_it_is_removed(path: Path, id: str) -> None:
    with behind_the_back(path) as connection:
        for table in ("events", "checks", "labels", "words"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("DELETE FROM complaints")
    with opened(path) as desk:
        received(desk)  # which takes its number
    assert ": are fewer than came in: some were removed" in found(path)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE events SET link = x'00' WHERE place = 2", "event 2: changed, or not in its place"),
        ("DELETE FROM events WHERE place = 3", "has gaps"),
        ("UPDATE events SET place = 99 WHERE place = 3", "has gaps"),
        (
            f"INSERT INTO events (complaint, {EVENT}) SELECT 99, {EVENT} FROM events LIMIT 1",
            "1 saved event(s) are in no",
        ),
        ("UPDATE events SET complaint = 99 WHERE place = 3", "1 saved event(s) are in no history any more"),
    ],
)
def test_an_edited_ledger_is_found(path: Path, id: str, change: str, told: str) -> None:
    with behind_the_back(path) as connection:
        connection.execute(change)
    assert told in found(path)


def test_a_reordered_ledger_is_found_by_the_anchor(path: Path, id: str) -> None:
    """Which of two complaints came first is part of what was anchored."""
    anchor = head(path)
    with behind_the_back(path) as connection:
        for old, new in ((1, -1), (2, 1), (-1, 2)):
            connection.execute("UPDATE events SET place = ? WHERE place = ?", (new, old))
    assert "not the history whose head was anchored" in found(path, anchor)


# ── what only an anchor or a key shows


def rewritten(path: Path, id: str, forge: Callable[[list[Sealed]], list[Sealed]], key: bytes = b"") -> None:
    """An attacker who knows the format: history, snapshot, version, last link and ledger, all consistent."""
    with behind_the_back(path) as connection:
        number = number_of(connection, id)
        names = ", ".join(field.name for field in msgspec.structs.fields(Sealed))
        rows = connection.execute(f"SELECT {names} FROM events WHERE complaint = ? ORDER BY seq", (number,)).fetchall()
        old = [Sealed(*row) for row in rows]
        new: list[Sealed] = []
        for one in forge(old):
            previous = new[-1].link if new else GENESIS
            new.append(msgspec.structs.replace(one, link=link(id, previous, one, key)))
        connection.execute("DELETE FROM events WHERE complaint = ? AND seq > ?", (number, len(new)))
        for one in new:
            connection.execute(
                "UPDATE events SET data = ?, link = ? WHERE complaint = ? AND seq = ?",
                (one.data, one.link, number, one.seq),
            )
        complaint = replay(id, new)
        facts = encode_facts(complaint.facts)
        closed = complaint.closed_at and microseconds(complaint.closed_at)
        connection.execute("DELETE FROM checks WHERE complaint = ?", (number,))
        connection.execute("INSERT INTO checks VALUES (0, ?)", (number,))
        connection.execute(
            "UPDATE complaints SET counted = x'', check_at = 0, closed_at = ?, version = ?, state = ?, ended = ?, "
            "facts = ?, link = ? WHERE id = ?",
            (
                closed,
                complaint.version,
                complaint.state,
                complaint.state not in OPEN,
                facts,
                new[-1].link,
                id,
            ),
        )


def truncated(history: list[Sealed]) -> list[Sealed]:
    return history[:-2]


def forged(history: list[Sealed]) -> list[Sealed]:
    """The customer never disputed: another text in the third event."""
    return [msgspec.structs.replace(one, data=b'{"text":"forged"}') if one.seq == 3 else one for one in history]


def test_a_consistently_truncated_history_is_found_given_an_anchor(path: Path, id: str) -> None:
    """And by nothing else: the docs say so."""
    anchor = head(path)
    rewritten(path, id, truncated)
    assert checked(path).sound
    assert found(path, anchor) == (
        f"ledger event {Head.parse(anchor).count - 2}: "
        f"truncated: the anchored head counts {Head.parse(anchor).count} events"
    )


def test_a_truncated_history_that_grew_again_is_found_given_an_anchor(path: Path, id: str) -> None:
    anchor = head(path)
    rewritten(path, id, truncated)
    with opened(path) as desk:
        for number in range(4):
            received(desk, description=f"another {number}")
    assert "not the history whose head was anchored" in found(path, anchor)


def test_a_history_whose_links_were_all_made_anew_is_found_given_an_anchor(path: Path, id: str) -> None:
    anchor = head(path)
    rewritten(path, id, forged)
    assert checked(path).sound
    assert "not the history whose head was anchored" in found(path, anchor)


def test_without_the_chains_key_no_link_can_be_made(path: Path) -> None:
    """With a `chain_key`, who makes all links anew without it is found without any anchor."""
    id = lived(path, chain_key=KEY)
    assert checked(path, chain_key=KEY).sound
    for key in (b"", b"a guess"):
        rewritten(path, id, forged, key)
        assert f"{id} event 3: changed" in found(path, chain_key=KEY)


def test_another_chain_key_fits_no_event(path: Path) -> None:
    lived(path, chain_key=KEY)
    assert not checked(path).sound
    assert not checked(path, chain_key=b"another").sound


# ── private texts can go (promise 5)


def test_an_erased_text_leaves_a_chain_that_verifies(path: Path, id: str) -> None:
    """Every link and the anchor hold; that the words are gone is counted, and is no breach."""
    anchor = head(path)
    erase(path, id)
    with opened(path) as desk:
        assert desk.head() == anchor
        assert {str(event.data) for event in desk.history(id)} == {"{}"}
    with closing(SqliteStore(path)) as store, store.reading() as session:
        assert list(verify(id, session.history(id))) == []
    found = checked(path, anchor)
    assert found.sound
    assert [one.complaint for one in found.erased] == [id]


def test_an_erased_complaint_can_still_be_looked_at(path: Path, id: str) -> None:
    """Its state and facts stay; no page breaks on words that are not there any more."""
    erase(path, id)
    with opened(path) as desk:
        complaint = desk.get(id)
        assert (complaint.state, complaint.description, complaint.customer.id) == ("closed", "", "u-17")
        assert not complaint.customer.contact
        assert desk.brief(id, "en").startswith("[Complaint] billing-payment-B")
        view = desk.customer_view(id, "en")
        assert (view.status, view.description, view.next_at) == ("closed", "", "")
        assert desk.suggest(id) == {}
        assert desk.do(id, c.Survey(5), by=s.CUSTOMER).version == complaint.version + 1
        assert desk.check_integrity().sound


def test_a_text_put_back_under_a_commitment_must_be_the_one(path: Path, id: str) -> None:
    erase(path, id)
    with behind_the_back(path) as connection:
        connection.execute(
            "UPDATE events SET data = CAST('{}' AS BLOB) WHERE complaint = ? AND seq = 2", (number_of(connection, id),)
        )
    assert f"{id} event 2: changed" in found(path)


# ── the parts


def test_the_same_text_twice_has_two_commitments(path: Path) -> None:
    """The salt: who guesses a text cannot test the guess."""
    with opened(path) as desk:
        id = received(desk).id
        at_desk(desk, id, c.Note("yes"), c.Note("yes"))
    with behind_the_back(path) as connection:
        salts = connection.execute("SELECT salt, data FROM events WHERE seq > 1").fetchall()
    assert salts[0][1] == salts[1][1]
    assert salts[0][0] != salts[1][0]
    assert {len(salt) for salt, _ in salts} == {16}


def test_a_sealed_text_keeps_its_words_out_of_a_repr() -> None:
    story = s.received(Lifecycle.default())
    decision = story.asks(c.Note("secret")).decision
    sealed = seal("C-1", GENESIS, decision.events[0], bytes(16))
    assert "secret" not in repr(sealed)
    assert msgspec.json.decode(sealed.data or b"") == {"text": "secret"}


def test_nothing_at_all_is_sound_and_has_an_empty_head() -> None:
    assert list(verify("C-1", ())) == []
    assert str(head_of(())) == f"0:{EMPTY.hex()}"
    with closing(MemoryStore()) as store, Desk(store, clock=FrozenClock()) as desk:
        assert desk.check_integrity().sound
