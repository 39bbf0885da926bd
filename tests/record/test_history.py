"""The sealed history: a chain of digests that shows what was changed, taken away or moved."""

import hashlib
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings, strategies as st

from complaintflow import Complaint, Event, Lifecycle, UnreadableRecord, commands as c
from complaintflow.lifecycle import LifecycleBuilder
from complaintflow.record.complaint import evolve, microseconds
from complaintflow.record.history import (
    GENESIS,
    Breach,
    Head,
    Sealed,
    commitment,
    ended_at,
    head_of,
    inner,
    keeps_commitment,
    link_of,
    public_of,
    replay,
    seal,
    stages_of,
    verify,
    without_words,
)
from complaintflow.testing import histories_in
from complaintflow.vocabulary import State
from tests import stories as s

KEY = b"a key of the house"
KEYS = pytest.mark.parametrize("key", [b"", KEY])


NOTED_TWICE = (s.receive(), c.Note("paid twice"), c.Note("the bank agrees"), s.triage())


def sealed(lifecycle: Lifecycle, key: bytes = b"", commands: tuple[c.Command, ...] = NOTED_TWICE) -> tuple[Sealed, ...]:
    """A complaint that was received, noted twice and triaged, or one with these commands."""
    complaint, previous, history = Complaint.blank("C-1"), GENESIS, list[Sealed]()
    for command in commands:
        [event] = lifecycle.decide(complaint, command, by=s.LI, at=s.T0).events
        history.append(seal("C-1", previous, event, b"sixteen bytes ok", key))
        complaint, previous = evolve(complaint, (event,)), history[-1].link
    return tuple(history)


def breaches(history: tuple[Sealed, ...], complaint: str = "C-1", key: bytes = b"") -> list[str]:
    return [str(breach) for breach in verify(complaint, history, key)]


CHANGED = "changed, or not in its place: its link does not fit"


@KEYS
def test_a_whole_chain_holds_and_with_another_key_none_of_it(lifecycle: Lifecycle, key: bytes) -> None:
    history = sealed(lifecycle, key)
    assert breaches(history, key=key) == []
    assert len(breaches(history, key=b"another")) == len(history)


@KEYS
@pytest.mark.parametrize("field", ["at", "by", "kind", "state", "changes", "versions", "salt", "data"])
def test_a_changed_field_breaks_the_chain_there(lifecycle: Lifecycle, key: bytes, field: str) -> None:
    one, two, *rest = sealed(lifecycle, key)
    value = getattr(two, field)
    other = value + (value[-1:] if isinstance(value, bytes | str) else 1)
    history = (one, msgspec.structs.replace(two, **{field: other}), *rest)
    assert breaches(history, key=key) == [f"C-1 event 2: {CHANGED}"]


def test_an_event_that_is_gone_or_of_another_complaint_is_missed(lifecycle: Lifecycle) -> None:
    one, two, *rest = history = sealed(lifecycle)
    assert breaches((one, *rest))[0] == "C-1 event 2: missing: the next on record is event 3"
    assert breaches(history, complaint="C-2")[0] == f"C-2 event 1: {CHANGED}"
    assert breaches((two, one, *rest))[0] == "C-1 event 1: missing: the next on record is event 2"


def test_an_event_without_words_keeps_its_commitment_however_often_they_are_taken(lifecycle: Lifecycle) -> None:
    """A commitment to nothing would make a breach of an erasure that was done twice."""
    one, two, *rest = sealed(lifecycle)
    erased = without_words(two)
    assert (erased.data, erased.salt, erased.commitment) == (None, b"", commitment(two))
    assert without_words(erased) == erased
    assert breaches((one, erased, *rest)) == []


def test_text_that_was_erased_leaves_its_commitment_and_the_chain_holds(lifecycle: Lifecycle) -> None:
    one, two, *rest = sealed(lifecycle)
    erased = msgspec.structs.replace(two, data=None, commitment=commitment(two))
    assert breaches((one, erased, *rest)) == []
    assert dict(erased.event.data) == dict(erased.entry.data) == {}
    assert breaches((one, msgspec.structs.replace(erased, commitment=None), *rest)) == [f"C-1 event 2: {CHANGED}"]


def test_a_replay_makes_the_complaint_that_the_events_make(lifecycle: Lifecycle) -> None:
    history = sealed(lifecycle)
    assert replay("C-1", history) == evolve(Complaint.blank("C-1"), [one.event for one in history])
    assert [entry.kind for entry in replay("C-1", history).body] == ["Receive", "Note", "Note", "Triage"]


def test_the_head_covers_all_links_or_the_first_of_them(lifecycle: Lifecycle) -> None:
    links = [one.link for one in sealed(lifecycle)]
    assert head_of(links, 2) == head_of(links[:2]) != head_of(links)
    assert head_of(links).count == head_of(links, 99).count == 4
    assert head_of(links) != head_of([links[1], links[0], *links[2:]])


def test_a_head_is_read_from_its_text(lifecycle: Lifecycle) -> None:
    head = head_of(one.link for one in sealed(lifecycle))
    assert Head.parse(str(head)) == head


@pytest.mark.parametrize("text", ["", "4", "four:abc", f"-1:{64 * '0'}", f"4:{63 * '0'}", f" 4:{64 * '0'}"])
def test_what_is_no_head_is_not_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"^$|4|four|1"):
        Head.parse(text)


@pytest.mark.parametrize(
    "damaged", [{"changes": b"{"}, {"changes": b'{"grade":"Z"}'}, {"at": 2**62}, {"data": b"{"}, {"data": b"[1]"}]
)
def test_an_event_that_cannot_be_read_is_told_by_its_place(lifecycle: Lifecycle, damaged: dict[str, Any]) -> None:
    """And by nothing that it says: what is private stays so."""
    one = msgspec.structs.replace(sealed(lifecycle)[1], **damaged)
    for read in (lambda: one.event.data, lambda: (one.entry.at, one.entry.data, one.event)):
        with pytest.raises(UnreadableRecord) as raised:
            read()
        assert (raised.value.table, raised.value.key) == ("events", "2")


def test_a_breach_of_a_table_says_where_it_is_and_whose_when_that_is_known() -> None:
    assert str(Breach("C-1", 2, "was changed")) == "C-1 event 2: was changed"
    assert str(Breach("C-1", 7, "is there twice", "outbox")) == "outbox 7 (C-1): is there twice"
    assert str(Breach("", 0, "is broken", "store")) == "store: is broken"


@settings(max_examples=20, deadline=None)
@given(st.sampled_from(State).flatmap(histories_in))
def test_a_replay_of_stored_changes_is_the_one_of_its_events(events: tuple[Event, ...]) -> None:
    """The changes are folded as they are stored; a fact that is another one then would be lost without a word."""
    history = [seal("C-1", GENESIS, event, bytes(16)) for event in events]
    plain = evolve(Complaint.blank("C-1"), (one.event for one in history))
    folded = replay("C-1", history)
    assert folded == plain == evolve(Complaint.blank("C-1"), events)
    assert (folded.card, folded.customer) == (plain.card, plain.customer)
    for name in folded.facts.__struct_fields__:
        assert type(getattr(folded.facts, name)) is type(getattr(plain.facts, name)), name


def test_a_replay_of_nothing_was_not_received_yet() -> None:
    assert replay("C-1", []) == Complaint.blank("C-1")


@pytest.mark.parametrize("changes", [b'{"team":7}', b'{"team":"a"', b"[]", b'{"signals":{"impact":"odd"}}'])
def test_a_replay_names_the_event_that_cannot_be_read(lifecycle: Lifecycle, changes: bytes) -> None:
    one, two, *rest = sealed(lifecycle)
    with pytest.raises(UnreadableRecord, match=r"events 3 cannot be read"):
        replay("C-1", [one, two, msgspec.structs.replace(rest[0], changes=changes)])


def test_facts_that_a_later_version_no_longer_has_are_left_out_of_a_replay(lifecycle: Lifecycle) -> None:
    one, *_ = sealed(lifecycle)
    older = msgspec.structs.replace(one, changes=one.changes[:-1] + b',"gone":{"a":[1]}}')
    assert replay("C-1", [older]) == replay("C-1", [one])


def test_a_sealed_event_shows_in_no_log_its_words_or_its_salt(lifecycle: Lifecycle) -> None:
    one, two, *_ = sealed(lifecycle)
    assert "paid twice" not in repr(two)
    assert "sixteen bytes ok" not in repr(two)
    assert repr(one).startswith("Sealed(1, Receive, by='li', received, link=")


def test_words_that_were_opened_are_those_that_their_commitment_stands_for(lifecycle: Lifecycle) -> None:
    """Else whoever has the key of a complaint puts other words into the record, and no link tells."""
    one = msgspec.structs.replace(sealed(lifecycle)[1], commitment=commitment(sealed(lifecycle)[1]))
    assert keeps_commitment(one)
    assert keeps_commitment(msgspec.structs.replace(one, commitment=None))
    assert not keeps_commitment(msgspec.structs.replace(one, data=b'{"text":"other words"}'))


def test_a_state_of_a_house_counts_as_the_one_that_it_stands_for_until_it_is_left() -> None:
    """Else a complaint that waits in a laboratory looks as if it had ended, and its words go too early."""
    rules = LifecycleBuilder.default().state("in_a_lab", "investigating", takes="staying")
    rules.command("Lend").add("Lend", "triaged", "in_a_lab").command("Return").add("Return", "in_a_lab", "triaged")
    house = rules.build()
    lend, back = house.commands["Lend"](), house.commands["Return"]()
    history = sealed(house, commands=(s.receive(), s.triage(), lend, c.Note("it is there"), back))
    assert [one.state for one in history] == ["received", "triaged", "in_a_lab", "in_a_lab", "triaged"]
    assert list(stages_of(history)) == ["received", "triaged", "investigating", "investigating", "triaged"]


def test_a_record_came_to_its_end_where_it_was_open_last(lifecycle: Lifecycle) -> None:
    """What happens after the end, as a note, keeps no words of a customer for longer."""
    hours = [s.T0 + timedelta(hours=hour) for hour in range(4)]
    states = ("withdrawn", "received", "withdrawn", "withdrawn")
    history = [
        msgspec.structs.replace(one, state=state, at=microseconds(at))
        for one, state, at in zip(sealed(lifecycle), states, hours, strict=True)
    ]
    assert ended_at(history) == hours[2]
    assert ended_at(history[:1]) == hours[0], "one that never was open ended as it began"


@KEYS
def test_an_outsider_makes_the_link_anew_without_key_salt_or_private_words(key: bytes) -> None:
    """By hashlib alone, from the inner digest and what everybody may know."""
    event = Event(1, datetime(2026, 3, 2, 9, tzinfo=UTC), "li", "Note", b'{"text":"secret"}', "received", {})
    one = seal("C-1", GENESIS, event, bytes(16), key)
    public = json.dumps(["C-1", 1, 1772442000000000, "Note", "received", ""], separators=(",", ":")).encode()
    assert public == public_of("C-1", one).encoded
    within = inner("C-1", GENESIS, one, key)
    assert hashlib.sha256(within + public).digest() == one.link
    erased = msgspec.structs.replace(one, data=None, salt=b"", commitment=commitment(one))
    assert inner("C-1", GENESIS, erased, key) == within


def test_a_key_guards_all_that_a_link_says_although_anybody_can_make_its_last_step() -> None:
    """Whoever has what a receipt shows still makes no event that the chain takes."""
    event = Event(1, datetime(2026, 3, 2, 9, tzinfo=UTC), "li", "Note", b'{"text":"secret"}', "received", {})
    one = seal("C-1", GENESIS, event, bytes(16), KEY)
    within = inner("C-1", GENESIS, one, KEY)
    forged = msgspec.structs.replace(one, kind="Close")
    forged = msgspec.structs.replace(forged, link=link_of(within, public_of("C-1", forged).encoded))
    assert [str(found) for found in verify("C-1", [forged], KEY)] == [f"C-1 event 1: {CHANGED}"]
