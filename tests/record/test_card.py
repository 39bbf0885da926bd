"""The card beside the facts says what the texts say, whoever wrote them and in whatever order."""

from __future__ import annotations

import gc
import pickle
import weakref
from datetime import UTC, datetime, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, strategies as st

from complaintflow import Complaint, Customer, Event
from complaintflow.errors import UnreadableRecord
from complaintflow.record.complaint import Body, Entry, encode_json, evolve

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
NAMES = ("contact.email", "contact.phone", "customer.language", "customer.zone", "customer.tier", "shop", "order")
VALUES = ("", " ", "en", "zh", "Europe/Berlin", "nowhere", "li@example.com", "vip")
FIELDS = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(VALUES), max_size=3)
WHO: dict[str, Any] = {"id": "u-17", "name": "王小明", "language": "zh", "contact": {"email": "li@example.com"}}


def event(seq: int, kind: str, data: Any) -> Event:
    return Event(seq, NOW + timedelta(hours=seq), "li", kind, encode_json(data), "received", {"customer": "u-17"})


RECEIVED = event(1, "Receive", {"customer": WHO, "description": "付了两次", "shop": "南京西路店"})


@st.composite
def histories(draw: st.DrawFn) -> list[Event]:
    said = {"Correct": "fields", "Answer": "answers", "Note": "text"}
    kinds = draw(st.lists(st.sampled_from(sorted(said)), max_size=5))
    later = [event(seq, kind, {said[kind]: draw(FIELDS)}) for seq, kind in enumerate(kinds, 2)]
    return [RECEIVED, *later]


@given(histories())
def test_a_card_that_grows_with_each_command_is_the_one_that_all_texts_make(history: list[Event]) -> None:
    grown = Complaint.blank("C-1")
    for one in history:
        grown = evolve(grown, [one])
    at_once = evolve(Complaint.blank("C-1"), history)
    without = attrs.evolve(at_once, card=b"")
    assert grown.card == at_once.card == without.carded
    assert (grown.customer, grown.shop, grown.received_at) == (without.customer, without.shop, without.received_at)


def test_the_card_says_who_is_written_to_without_a_look_at_the_texts() -> None:
    told = evolve(Complaint.blank("C-1"), [RECEIVED, event(2, "Correct", {"fields": {"contact.email": ""}})])
    kept = attrs.evolve(told, body=Body.later(2, unread))
    assert kept.customer == Customer("u-17", name="王小明", language="zh")
    assert (kept.shop, kept.received_at) == ("南京西路店", RECEIVED.at)
    spoke = evolve(kept, [event(3, "Answer", {"answers": {"contact.phone": "138", "device": "Phone 7"}})])
    assert dict(spoke.customer.contact) == {"phone": "138"}


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_no_cache_holds_a_customers_contact_for_longer_than_anybody_holds_the_complaint() -> None:
    """What is erased from the file would else stay in a process that runs for months."""
    told = evolve(Complaint.blank("C-1"), [RECEIVED])
    held = weakref.ref(told.customer)
    assert told.customer is held()
    moved = evolve(told, [event(2, "Correct", {"fields": {"contact.email": "wang@example.com"}})])
    assert dict(moved.customer.contact) == {"email": "wang@example.com"}
    del told
    gc.collect()
    assert held() is None


def unread() -> tuple[Entry, ...]:
    raise AssertionError("nobody needs the texts for this")


def test_a_card_that_was_taken_away_is_not_guessed_at_until_somebody_needs_it() -> None:
    cleared = attrs.evolve(evolve(Complaint.blank("C-1"), [RECEIVED]), card=b"")
    assert evolve(cleared, [event(2, "Correct", {"fields": {"shop": "x"}})]).card == b""
    assert Complaint.blank("C-1").carded == b""


def test_a_damaged_card_is_named_by_its_complaint() -> None:
    damaged = attrs.evolve(evolve(Complaint.blank("C-1"), [RECEIVED]), card=b"{")
    for look in (lambda: damaged.customer, lambda: damaged.shop, lambda: damaged.received_at):
        with pytest.raises(UnreadableRecord, match="complaints C-1 cannot be read"):
            look()


# ── the body, read when somebody looks


def later(count: int = 2, there: int = 2) -> tuple[Body, list[int]]:
    """A body of so many entries of which so many are found, and how often it was read."""
    read: list[int] = []

    def reads() -> tuple[Entry, ...]:
        read.append(1)
        return tuple(Entry(seq, NOW, "li", "Note", {"text": str(seq)}) for seq in range(1, there + 1))

    return Body.later(count, reads), read


def test_texts_are_read_once_and_only_when_somebody_looks() -> None:
    body, read = later()
    more = body.with_entries([Entry(3, NOW, "li", "Note", {"text": "3"})])
    assert (len(body), len(more), hash(body), [one.seq for one in more.since(2)]) == (
        2,
        3,
        hash(Body((*later()[0],))),
        [3],
    )
    assert body[0].data == {"text": "1"}
    assert [one.seq for one in body] == [1, 2]
    assert read == [1]
    assert [one.seq for one in more.since(1)] == [2, 3]
    assert more.since(3) == ()
    assert [one.seq for one in more.of("Note")] == [1, 2, 3]
    assert read == [1, 1]


def test_texts_that_are_not_those_of_the_version_are_told() -> None:
    body, _ = later(count=3)
    with pytest.raises(UnreadableRecord, match="events 2 cannot be read: the complaint is of version 3"):
        list(body)


def test_a_copy_for_another_process_has_its_texts_with_it() -> None:
    body, _ = later()
    assert pickle.loads(pickle.dumps(body)) == body == Body(tuple(body))
    assert body != later(1, 1)[0]
    assert body != tuple(body)


def test_what_is_not_read_yet_may_be_read_in_another_way() -> None:
    body, read = later()
    watched: list[str] = []

    def wrap(reads: Any) -> Any:
        def watching() -> Any:
            watched.append("read")
            return reads()

        return watching

    assert [one.seq for one in body.read_through(wrap)] == [1, 2]
    assert (watched, read) == (["read"], [1])
    whole = Body(tuple(body))
    assert whole.read_through(wrap) is whole


def test_one_entry_is_read_without_the_others_where_a_store_can() -> None:
    body, read = later()
    asked: list[int] = []

    def one(version: int) -> Entry:
        asked.append(version)
        return Entry(version, NOW, "li", "Note", {"text": "one"})

    can = Body.later(2, lambda: tuple(body), one).with_entries([Entry(3, NOW, "li", "Note", {"text": "3"})])
    wrapped = can.read_through(lambda reads: reads)
    assert [can.at(2).data, can.at(3).data, wrapped.at(1).data] == [{"text": "one"}, {"text": "3"}, {"text": "one"}]
    assert (asked, read) == ([2, 1], [])
    assert body.at(2).data == {"text": "2"}
    assert body.at(1).seq == 1
    assert read == [1]
    for version in (0, 4):
        with pytest.raises(IndexError):
            can.at(version)
