"""A record that cannot be read holds up nobody: it is named where it is met, and there is a way out of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from complaintflow import Customer, Desk, InvalidInput, Policy, StoreError, UnreadableRecord, commands as c
from complaintflow.channels import Channels
from complaintflow.inbound import Reply
from complaintflow.plugins import Outcome
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s
from tests.stores.desks import Opener, at_desk, opened, openers, received

SECRET = "Mr Thornton owes 100"
NO_JSON = [b"", b"{", b"\xff\x00", b"[]", b"7", b'{"state":7}', b'{"grade":"Z"}', b"{}", SECRET.encode()]
DELIVERED = Outcome(ReceiptStatus.DELIVERED)


def carrying(channel: RecordingChannel) -> Channels:
    return Channels({"app": channel, "email": channel}, {"team": channel})


def letters(desk: Desk, count: int = 3) -> list[str]:
    """Complaints of several customers, each with a letter that waits and clocks that run."""
    return [
        at_desk(desk, received(desk, customer=Customer(f"u-{number}")).id, s.triage(), s.acknowledge()).id
        for number in range(count)
    ]


def change(path: Path, text: str, *values: Any) -> None:
    """What a bad disk does, behind the store's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as plain:
        assert plain.execute(text, values).rowcount == 1


@pytest.fixture(params=["memory", "sqlite"])
def damage(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Opener, Callable[[Desk, str, str], None]]:
    """How to open a desk on a store, and how to damage one record of it."""
    kind = str(request.param)

    def break_one(desk: Desk, table: str, key: str) -> None:
        if kind == "memory":
            cast(MemoryStore, desk._units.store).damage(table, key)
            return
        column, name = {"complaints": ("facts", "id"), "outbox": ("message", "number")}[table]
        change(tmp_path / "desk.db", f"UPDATE {table} SET {column} = x'7b22' WHERE {name} = ?", key)

    return openers(kind, tmp_path), break_one


Damage = tuple[Opener, Callable[[Desk, str, str], None]]


# ── a letter


def test_a_letter_that_cannot_be_read_holds_up_no_other(damage: Damage, clock: FrozenClock) -> None:
    opener, break_one = damage
    channel = RecordingChannel()
    with opener(clock, [carrying(channel)]) as desk:
        letters(desk)
        break_one(desk, "outbox", "1")
        delivery = desk.deliver()
        assert (delivery.count("delivered"), delivery.waiting) == (2, 1)
        assert [(one.table, one.key) for one in delivery.unreadable] == [("outbox", "1")]
        assert [(one.table, one.key) for one in desk.quarantine()] == [("outbox", "1")]


def test_letters_that_cannot_be_read_use_up_no_limit(damage: Damage, clock: FrozenClock) -> None:
    """Else as many of them as one call may send keep all others waiting for ever."""
    opener, break_one = damage
    with opener(clock, [carrying(RecordingChannel())]) as desk:
        letters(desk, 5)
        for number in "1234":
            break_one(desk, "outbox", number)
        delivery = desk.deliver(limit=2)
        assert (delivery.count("delivered"), len(delivery.unreadable)) == (1, 4)


def test_lists_go_on_after_letters_that_cannot_be_read(damage: Damage, clock: FrozenClock) -> None:
    """A page of them alone does not look like the end."""
    opener, break_one = damage
    no_such_address = Outcome(ReceiptStatus.FAILED, detail="no such address")
    channel = RecordingChannel(lambda message: no_such_address if message.kind == "Acknowledge" else DELIVERED)
    with opener(clock, [carrying(channel)]) as desk:
        letters(desk, 4)
        for number in "12":
            break_one(desk, "outbox", number)
        assert [one.number for one in desk.outbox(limit=1)] == [3]
        desk.deliver()
        assert [one.number for one in desk.dead_letters()] == [3, 4]


def test_a_dead_letter_that_cannot_be_read_holds_up_no_other(
    damage: Damage, clock: FrozenClock, tmp_path: Path
) -> None:
    opener, _ = damage
    channel = RecordingChannel(Outcome(ReceiptStatus.FAILED, detail="no such address"))
    with opener(clock, [carrying(channel)]) as desk:
        letters(desk, 2)
        desk.deliver()
        first, second, *_ = desk.dead_letters()
        if isinstance(desk._units.store, MemoryStore):
            desk._units.store.damage("outbox", str(first.number))
        else:
            change(tmp_path / "desk.db", "UPDATE dead_letters SET message = x'00' WHERE number = ?", first.number)
        assert desk.dead_letters()[0] == second
        desk.retry(second.number)
        with pytest.raises(InvalidInput, match="the number of a dead letter"):
            desk.retry(first.number)
        desk.discard(first.number, reason="it was said by phone")
        assert desk.quarantine() == ()


@pytest.mark.parametrize(
    "damaged",
    [
        "message = x''",
        "message = x'ff00'",
        "message = CAST('[]' AS BLOB)",
        "message = CAST('{\"id\":7}' AS BLOB)",
        "message = CAST('Mr Thornton owes 100' AS BLOB)",
        "audience = 'nobody'",
        "audience = CAST(x'ff' AS TEXT)",
        "why = CAST(x'c3' AS TEXT)",
        "attempts = 9223372036854775807",
        "attempts = -5",
    ],
)
def test_whatever_is_damaged_in_a_letter_the_others_are_sent(path: Path, damaged: str) -> None:
    with opened(path, plugins=[carrying(RecordingChannel())]) as desk:
        ids = letters(desk)
        change(path, f"UPDATE outbox SET {damaged} WHERE number = 2")
        delivery = desk.deliver()
        assert delivery.count("delivered") == 2
        (letter,) = delivery.unreadable
        assert (letter.table, letter.key, letter.about) == ("outbox", "2", f"{ids[1]}/1/0/M1")
        assert "Thornton" not in str(letter)
        assert [one.number for one in desk.outbox()] == []
        assert desk.quarantine() == (letter,)
        with pytest.raises(UnreadableRecord, match="outbox 2"):
            desk.release("outbox", "2")


def test_a_letter_of_a_complaint_that_is_not_there_holds_up_no_other(path: Path) -> None:
    """Sent, it could not go on record, and would be sent again for ever."""
    channel = RecordingChannel()
    with opened(path, plugins=[carrying(channel)]) as desk:
        ids = letters(desk)
        forged = "UPDATE outbox SET message = CAST(replace(CAST(message AS TEXT), ?, 'C-9') AS BLOB) WHERE number = 1"
        change(path, forged, ids[0])
        delivery = desk.deliver()
        assert (delivery.count("delivered"), [one.key for one in delivery.unreadable]) == (2, ["C-9"])
        assert len(channel.calls) == 2


def test_a_letter_that_cannot_be_read_may_be_discarded_and_its_message_goes_another_way(
    damage: Damage, clock: FrozenClock
) -> None:
    """What it was is told by its key; that a person took it away, and why, is on record."""
    opener, break_one = damage
    channel = RecordingChannel()
    reachable = Customer("u-9", contact={"email": "li@example.com"})
    with opener(clock, [carrying(channel)]) as desk:
        id = at_desk(desk, received(desk, customer=reachable).id, s.acknowledge()).id
        break_one(desk, "outbox", "1")
        desk.deliver()
        desk.discard(1, reason="a bad disk")
        receipt = [event for event in desk.history(id) if event.kind == "Receipt"][-1]
        assert (receipt.data["message"], receipt.data["status"]) == ("M1", "dropped")
        assert receipt.data["detail"].endswith("could not be read: a bad disk")
        desk.deliver()
        assert [message.id for message in channel.to_customers] == ["M1"]
        assert desk.quarantine() == ()


def test_a_letter_of_which_nothing_is_known_may_be_discarded(path: Path) -> None:
    with opened(path, plugins=[carrying(RecordingChannel())]) as desk:
        letters(desk, 1)
        change(path, "UPDATE outbox SET message = x'', key = 'nothing' WHERE number = 1")
        desk.discard(1)
        assert (desk.quarantine(), desk.outbox()) == ((), ())


def test_a_letter_whose_channel_says_that_it_cannot_be_read_is_not_taken_away(opener: Opener) -> None:
    """Whoever mistypes a number would take away what is only tried again, and the customer would never get it."""
    answer = Outcome(ReceiptStatus.FAILED, final=False, detail="the address book cannot be read")
    with opener(plugins=[carrying(RecordingChannel(answer))]) as desk:
        letters(desk, 1)
        desk.deliver()
        (letter,) = desk.outbox()
        assert (letter.why, letter.mending) == ("the address book cannot be read", False)
        with pytest.raises(InvalidInput, match="the number of a dead letter"):
            desk.discard(letter.number)
        desk.release("outbox", str(letter.number))
        assert desk.outbox() == (letter,), "nobody sends it before its time"


def test_a_letter_that_waits_for_its_complaint_may_be_taken_away_on_record_when_it_is_mended(
    damage: Damage, clock: FrozenClock, tmp_path: Path
) -> None:
    opener, break_one = damage
    with opener(clock, [carrying(RecordingChannel())]) as desk:
        ids = letters(desk, 2)
        break_one(desk, "complaints", ids[0])
        desk.deliver()
        (letter,) = desk.outbox()
        assert letter.mending
        if isinstance(desk._units.store, MemoryStore):
            desk._units.store.mend()
            desk.discard(letter.number, reason="said by phone")
            assert desk.history(ids[0])[-1].data["status"] == "dropped"
        else:
            desk.discard(letter.number, reason="said by phone")
        assert desk.outbox() == ()


def test_what_was_to_be_mended_and_is_tried_again_waits_for_its_channel_alone(clock: FrozenClock) -> None:
    answer = Outcome(ReceiptStatus.FAILED, final=False, detail="busy")
    with Desk.open("memory://", clock=clock, plugins=[carrying(RecordingChannel(answer))]) as desk:
        ids, store = letters(desk, 1), cast(MemoryStore, desk._units.store)
        store.damage("complaints", ids[0])
        desk.deliver()
        store.mend()
        desk.release("complaints", ids[0])
        desk.deliver()
        assert [(one.why, one.mending) for one in desk.outbox()] == [("busy", False)]


def test_a_dead_letter_is_taken_away_without_a_look_at_all_that_waits(
    opener: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a house with 100,000 letters each discard would read them all."""
    with opener(plugins=[carrying(RecordingChannel(Outcome(ReceiptStatus.FAILED)))]) as desk:
        letters(desk, 2)
        desk.deliver()
        first, *others = desk.dead_letters()
        with desk._units.reading() as session:
            monkeypatch.setattr(type(session), "unreadable_letters", None, raising=False)
        desk.discard(first.number)
        assert desk.dead_letters() == tuple(others)


def test_a_letter_that_was_mended_is_sent(damage: Damage, clock: FrozenClock, tmp_path: Path) -> None:
    opener, _ = damage
    with opener(clock, [carrying(RecordingChannel())]) as desk:
        letters(desk, 1)
        if isinstance(desk._units.store, MemoryStore):
            desk._units.store.damage("outbox", "1")
            assert desk.deliver().count("delivered") == 0
            desk._units.store.mend()
        else:
            path = tmp_path / "desk.db"
            change(path, "UPDATE outbox SET message = CAST(x'00' || message AS BLOB)")
            assert desk.deliver().count("delivered") == 0
            change(path, "UPDATE outbox SET message = substr(message, 2)")
        desk.release("outbox", "1")
        assert desk.deliver().count("delivered") == 1


# ── a complaint


def test_a_complaint_that_cannot_be_read_holds_up_no_other(damage: Damage, clock: FrozenClock) -> None:
    opener, break_one = damage
    channel = RecordingChannel()
    with opener(clock, [carrying(channel)]) as desk:
        ids = letters(desk)
        break_one(desk, "complaints", ids[1])
        page = desk.find(limit=2)
        rest = desk.find(limit=2, after=page.next)
        assert [one.id for one in (*page.complaints, *rest.complaints)] == [ids[0], ids[2]]
        assert [(one.table, one.key) for one in page.unreadable] == [("complaints", ids[1])]
        delivery = desk.deliver()
        assert (delivery.count("delivered"), [one.key for one in delivery.unreadable]) == (2, [ids[1]])
        clock.later(days=3)
        ticked = desk.tick()
        assert {one.complaint for one in ticked.done} == {ids[0], ids[2]}
        assert [one.key for one in ticked.unreadable] == [id for id, _ in ticked.failed] == [ids[1]]
        assert [one.key for one in desk.quarantine()] == [ids[1]]
        with pytest.raises(UnreadableRecord, match=f"complaints {ids[1]} cannot be read"):
            desk.get(ids[1])


def test_its_letter_waits_is_no_attempt_and_goes_when_the_complaint_is_mended(
    damage: Damage, clock: FrozenClock, tmp_path: Path
) -> None:
    """What became of it could not go on record; sent all the same, it would be sent again and again."""
    opener, _ = damage
    channel = RecordingChannel()
    with opener(clock, [carrying(channel)]) as desk:
        (id,) = letters(desk, 1)
        path = tmp_path / "desk.db"
        if isinstance(desk._units.store, MemoryStore):
            desk._units.store.damage("complaints", id)
        else:
            change(path, "UPDATE complaints SET facts = CAST(x'00' || facts AS BLOB)")
        for _ in range(20):
            desk.deliver()
            clock.later(minutes=30)
        (letter,) = desk.outbox()
        assert (letter.attempts, letter.why, channel.calls) == (0, f"complaints {id} cannot be read", [])
        with pytest.raises(UnreadableRecord):
            desk.release("complaints", id)
        if isinstance(desk._units.store, MemoryStore):
            desk._units.store.mend()
        else:
            change(path, "UPDATE complaints SET facts = substr(facts, 2)")
        desk.deliver()
        desk.release("complaints", id)
        assert desk.deliver().count("delivered") + len(channel.calls) >= 1
        assert desk.tick().checked == 1


@pytest.mark.parametrize("facts", NO_JSON)
def test_whatever_its_facts_have_become_the_others_are_found(path: Path, facts: bytes) -> None:
    with opened(path) as desk:
        ids = letters(desk)
        change(path, "UPDATE complaints SET facts = ? WHERE id = ?", facts, ids[0])
        page = desk.find()
        assert [one.id for one in page.complaints] == ids[1:]
        (left,) = page.unreadable
        assert (left.table, left.key, "Thornton" in str(left)) == ("complaints", ids[0], False)
        for look in (desk.get, desk.history, desk.explain, desk.customer_view, desk.suggestions):
            with pytest.raises(StoreError, match=f"complaints {ids[0]} cannot be read"):
                look(ids[0])


@pytest.mark.parametrize(
    "damaged",
    ["received_at = 1 << 62", "received_at = -(1 << 62)", "id = CAST(x'ff' AS TEXT)", "customer = CAST(x'ff' AS TEXT)"],
)
def test_whatever_column_is_damaged_the_others_are_found(path: Path, damaged: str) -> None:
    clock = FrozenClock()
    with opened(path, clock=clock, plugins=[carrying(RecordingChannel())]) as desk:
        ids = letters(desk)
        change(path, f"UPDATE complaints SET {damaged} WHERE number = 1")
        assert {one.id for one in desk.find().complaints} >= set(ids[1:])
        assert desk.deliver().count("delivered") >= 2
        assert isinstance(desk.batches(), tuple)
        clock.later(days=3)
        assert {one.complaint for one in desk.tick().done} >= set(ids[1:])


def test_what_a_lost_complaint_leaves_behind_ends_no_tick_and_no_run(path: Path) -> None:
    """Its row is gone, its looks and its letter are there: they hid all that was due after them."""
    clock = FrozenClock()
    with opened(path, clock=clock, plugins=[carrying(RecordingChannel())]) as desk:
        ids = letters(desk)
        change(path, "DELETE FROM complaints WHERE number = 1")
        assert desk.deliver().count("delivered") == 2
        clock.later(days=3)
        assert {one.complaint for one in desk.tick(batch=1).done} == set(ids[1:])
        assert desk.agenda(limit=1)
        desk.discard(1, reason="nobody knows whose it is")
        assert 1 not in [one.number for one in desk.outbox()]


def test_what_reads_every_complaint_leaves_out_the_damaged_one(path: Path) -> None:
    with opened(path) as desk:
        ids = letters(desk)
        change(path, "UPDATE complaints SET facts = x'7b' WHERE number = 1")
        change(path, "UPDATE events SET data = x'7b' WHERE complaint = 2 AND seq = 1")
        assert isinstance(desk.respondents(), tuple)
    slower = Policy.from_toml('[promises]\nmedium_closed = "48h"')
    with opened(path, policy=slower) as desk:
        for dry_run in (True, False):
            moved = desk.migrate(by=s.LEAD, reason="the rules of spring", dry_run=dry_run)
            assert [one.complaint for one in moved if one.refusals] == ids[:2]
        assert desk.get(ids[2]).facts.policy == slower.digest


# ── an event


@pytest.mark.parametrize(
    "damaged",
    [
        "data = x'ff'",
        "data = CAST('[1]' AS BLOB)",
        "changes = x''",
        'changes = CAST(\'{"grade":"Z"}\' AS BLOB)',
        "at = 9000000000000000000",
        "kind = CAST(x'ff' AS TEXT)",
    ],
)
def test_an_event_that_cannot_be_read_holds_up_no_other_complaint(path: Path, damaged: str) -> None:
    clock = FrozenClock()
    with opened(path, clock=clock, plugins=[carrying(RecordingChannel())]) as desk:
        ids = letters(desk)
        change(path, f"UPDATE events SET {damaged} WHERE complaint = 1 AND seq = 2")
        assert desk.deliver().count("delivered") >= 2
        assert {one.id for one in desk.find().complaints} >= set(ids[1:])
        clock.later(days=3)
        assert {one.complaint for one in desk.tick().done} >= set(ids[1:])
        named = [one for one in desk.quarantine() if ids[0] in one.key]
        assert named or "kind" in damaged
        if named and "kind" not in damaged:
            with pytest.raises(UnreadableRecord, match=ids[0]):
                desk.history(ids[0])


# ── a policy


def under_a_lost_policy(path: Path, clock: FrozenClock, damaged: str) -> list[str]:
    """Complaints under a policy that cannot be read any more, and one under the present one."""
    old = Policy.from_toml('[promises]\nmedium_closed = "40h"')
    with opened(path, clock=clock, policy=old) as desk:
        ids = letters(desk, 2)
    change(path, damaged)
    return ids


@pytest.mark.parametrize("damaged", ["DELETE FROM policies", "UPDATE policies SET document = x'7b7d'"])
def test_a_policy_that_cannot_be_read_holds_up_no_complaint_of_another(path: Path, damaged: str) -> None:
    clock = FrozenClock()
    old = under_a_lost_policy(path, clock, damaged)
    with opened(path, clock=clock, plugins=[carrying(RecordingChannel())]) as desk:
        (new,) = letters(desk, 1)
        assert len(desk.find().complaints) == 3
        delivery = desk.deliver()
        assert (delivery.count("delivered"), {one.table for one in delivery.unreadable}) == (1, {"policies"})
        clock.later(days=3)
        ticked = desk.tick()
        assert {one.complaint for one in ticked.done} == {new}
        assert {id for id, _ in ticked.failed} == set(old)
        (policy,) = desk.quarantine()
        with pytest.raises(UnreadableRecord, match=f"policies {policy.key}"):
            desk.explain(old[0])
        with pytest.raises(UnreadableRecord):
            desk.release("policies", policy.key)


def test_a_customer_whose_old_complaint_cannot_be_decided_may_complain_again(path: Path) -> None:
    """What is new is not turned away because something old is damaged."""
    clock = FrozenClock()
    old = Policy.from_toml('[promises]\nmedium_closed = "40h"')
    with opened(path, clock=clock, policy=old) as desk:
        received(desk, order="A-1")
    change(path, "DELETE FROM policies")
    with opened(path, clock=clock) as desk:
        again = received(desk, order="A-1")
        assert at_desk(desk, again.id, s.triage()).state == "triaged"


# ── merges that go round


@pytest.mark.parametrize("length", [1, 2, 3])
def test_merges_that_lead_in_a_circle_end_by_name(path: Path, length: int) -> None:
    """Damaged, they would be followed for ever by whoever hears a reply."""
    clock = FrozenClock()
    with opened(path, clock=clock) as desk:
        ids = [received(desk, order=f"A-{number}").id for number in range(length)]
        other = received(desk, customer=Customer("u-18")).id
        for number, id in enumerate(ids):
            into = ids[(number + 1) % length]
            text = "UPDATE complaints SET state = 'merged', facts = CAST(json_set(CAST(facts AS TEXT), '$.state', 'merged', '$.merged_into', ?) AS BLOB) WHERE id = ?"  # noqa: E501
            change(path, text, into, id)
        words = Reply("m-1", "li@example.com", "It is still broken.", clock.now, complaint=ids[0])
        with pytest.raises(UnreadableRecord, match="merged in a circle"):
            desk.hear(words)
        with pytest.raises(UnreadableRecord):
            desk.customer_view(ids[0])
        assert {one.key for one in desk.quarantine()} == set(ids)
        clock.later(days=3)
        assert {one.complaint for one in desk.tick().done} >= {other}


# ── what else


def test_a_table_that_there_is_not_is_named(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="table: found 'letters', expected outbox, policies, complaints or events"):
        desk.release("letters", "1")


def test_nothing_is_in_quarantine_where_all_is_well(desk: Desk, clock: FrozenClock) -> None:
    ids = letters(desk)
    desk.deliver()
    assert desk.quarantine() == desk.find().unreadable == desk.tick().unreadable == ()
    desk.release("complaints", ids[0])
    desk.release("events", f"{ids[0]}#1")
    desk.release("policies", desk.policy.digest)
    desk.release("outbox", "1")


def test_a_receipt_that_a_guard_refuses_holds_up_no_other_letter(opener: Opener, clock: FrozenClock) -> None:
    """Sent, it is not sent again; that it is not on record is told."""
    channel = RecordingChannel()
    with opener(clock, [carrying(channel)]) as desk:
        ids = letters(desk)
        refusing = desk._units.versions.present.decide

        def decide(complaint: Any, command: Any, **given: Any) -> Any:
            if complaint.id == ids[0] and isinstance(command, c.Receipt):
                raise KeyError("a rule of the house")
            return refusing(complaint, command, **given)

        object.__setattr__(desk._units.versions.present, "decide", decide)
        delivery = desk.deliver()
        assert (len(delivery.outcomes), [one.key for one in delivery.unreadable]) == (3, [ids[0]])
        clock.now += timedelta(hours=1)
        desk.deliver()
        assert len(channel.calls) == 3
