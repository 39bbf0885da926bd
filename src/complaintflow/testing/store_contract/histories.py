"""Complaints, their histories and their facts: what was saved comes back, in order, and nobody overwrites it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import attrs
import msgspec
import pytest

from complaintflow._validation.structure import FrozenMap
from complaintflow.commands import Archive, Assign, Close, Correct, Note, Receive, Triage
from complaintflow.errors import Conflict
from complaintflow.plugins import Complaints, Query, ReadsAhead, Remembered, Session, Store, Stored
from complaintflow.record.complaint import Body, Complaint, Entry, Event, encode_json
from complaintflow.record.facts import Attempt, Claim, Cycle, Money, Payment, PaymentProof, Wait
from complaintflow.record.history import GENESIS, replay, seal
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import assert_waiting
from complaintflow.testing.store_contract.samples import LEASED, T0, customer_message, event, put
from complaintflow.values import Signals
from complaintflow.vocabulary import Grade, State, Urgency

_OPEN = Query(open=True)
_USED, _AHEAD = Remembered("C-1", 2, "digest"), ("C-1", "C-2", "C-9", "C-1")


class KeepsHistories:
    """What was saved is there as it was saved."""

    @keeps(
        Complaints,
        "The body may be read only when somebody looks at it (`Body.later`), which may be after the transaction.",
    )
    def test_the_texts_of_a_complaint_can_be_read_after_its_transaction(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1", event(1, "one"), event(2, "two"))
        with store.reading() as session:
            loaded, (found,) = session.load("C-1"), session.find(Query()).complaints
        assert loaded is not None
        for complaint in (loaded.complaint, found):
            assert len(complaint.body) == 2
            assert [complaint.body.at(version).data["text"] for version in (2, 1)] == ["two", "one"]
            assert [entry.data["text"] for entry in complaint.body] == ["one", "two"]

    @keeps(Complaints, "It is always that of the version that was loaded.")
    def test_the_texts_of_a_complaint_are_those_of_its_version(self, store: Store) -> None:
        """Also in the transaction that goes on to save, and when others save before somebody looks."""
        with store.writing() as session:
            put(session, "C-1", event(1, "one"))
            first = session.load("C-1")
            put(session, "C-1", event(2, "two"))
            second = session.load("C-1")
        with store.writing() as session:
            put(session, "C-1", event(3, "three"))
            assert first is not None
            assert second is not None
            assert [entry.data["text"] for entry in first.complaint.body] == ["one"]
        assert [entry.data["text"] for entry in second.complaint.body] == ["one", "two"]

    @keeps(
        ReadsAhead,
        "All comes as it is by then: with all that this transaction has written meanwhile, and of others as if it were "
        "read now.",
    )
    def test_what_was_read_ahead_comes_as_it_is_by_then(self, store: Store) -> None:
        """Else the second question about a complaint is decided as if the first had never been asked."""
        with store.writing() as session:
            for id in ("C-1", "C-2"):
                put(session, id)
        with store.writing() as session:
            read = getattr(session, "read_ahead", None)
            if read is None:
                return
            read({"C-1", "C-2", "C-9"}, {"form-1", "form-2"}, (), {"C-2", "C-9"})
            put(session, "C-1", event(2))
            session.remember("form-1", _USED)
            versions = [found and found.complaint.version for id in _AHEAD for found in (session.load(id),)]
            keys = [session.result_for_key(key) for key in ("form-1", "form-2")]
        assert (versions, keys) == ([2, 1, None, 2], [_USED, None])

    @keeps(
        ReadsAhead,
        "of these customers what they have open; so of the customers of those complaints that are `repeating`",
    )
    def test_what_a_customer_has_open_comes_as_it_is_by_then(self, store: Store) -> None:
        """Else the second complaint of a batch is taken for no duplicate of the first (R5)."""
        with store.writing() as session:
            for number, customer in enumerate(("u-1", "u-1", "u-1", "u-2"), 1):
                put(session, f"C-{number}", event(1, customer=customer), received_at=timedelta(minutes=-number))
            put(session, "C-3", event(2, state=State.CLOSED, customer="u-1"))
        with store.writing() as session:
            read = getattr(session, "read_ahead", None)
            if read is None:
                return
            read({"C-1"}, (), {"u-2", "u-3"}, {"C-1"})
            put(session, "C-2", event(2, state=State.CLOSED, customer="u-1"))
            put(session, "C-3", event(3, customer="u-1"))
            put(session, "C-9", event(1, customer="u-3"))
            theirs = [session.find(attrs.evolve(_OPEN, customer=one)).complaints for one in ("u-1", "u-2", "u-3")]
            since = session.find(attrs.evolve(_OPEN, customer="u-1", received_from=T0 - timedelta(minutes=2)))
            loaded = session.load("C-3")
        assert [[one.id for one in some] for some in theirs] == [["C-3", "C-1"], ["C-4"], ["C-9"]]
        assert [one.id for one in since.complaints] == ["C-1"]
        assert loaded
        assert loaded.complaint == theirs[0][0]
        assert loaded.complaint.version == 3

    @keeps(Complaints, "`Complaint.card` comes back as it was saved last, or blank: a store may leave it out.")
    def test_a_card_is_the_one_that_was_saved_last_or_none(self, store: Store) -> None:
        """An old card would send the next message to a contact that the customer took back."""
        mail: dict[str, Any] = {"customer": {"id": "u-1", "contact": {"email": "li@example.com"}}}
        for seq, (kind, data) in enumerate(((Receive, mail), (Correct, {"fields": {"contact.email": ""}})), 1):
            with store.writing() as session:
                told = Event(seq, T0, "li", kind.__name__, encode_json(data), State.RECEIVED, {"customer": "u-1"})
                saved = put(session, "C-1", told)
            with store.reading() as session:
                loaded = session.load("C-1")
            assert loaded is not None
            assert loaded.complaint.card in {b"", saved.complaint.card}, "an old card, or another one"
            assert dict(loaded.complaint.customer.contact) == dict(saved.complaint.customer.contact)

    @keeps(
        Complaints,
        "What was saved comes back as it was given: every part of an event, its bytes as bytes, None as None.",
    )
    def test_what_was_saved_is_loaded_again_with_its_texts(self, store: Store) -> None:
        with store.writing() as session:
            stored = put(session, "C-1", event(1, "订单 😀", customer="u-1", grade=Grade.A), event(2, "a\nb"))
        with store.reading() as session:
            assert session.load("C-1") == stored
            assert [entry.data for entry in stored.complaint.body] == [{"text": "订单 😀"}, {"text": "a\nb"}]

    @keeps(Complaints, "Append the events and replace the snapshot.")
    def test_a_second_save_appends_to_the_history_and_replaces_the_snapshot(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1", received_at=timedelta(hours=-1))
        with store.writing() as session:
            second = put(session, "C-1", event(2, state=State.CLOSED), received_at=timedelta(hours=-1))
        with store.reading() as session:
            assert session.load("C-1") == second
            assert [one.seq for one in session.history("C-1")] == [1, 2]
            assert replay("C-1", session.history("C-1")) == second.complaint

    @keeps(Complaints, "Its sealed events, in order of their sequence (10 after 9); none for an id that is not there.")
    def test_a_history_comes_in_order_of_its_sequence(self, store: Store) -> None:
        """Neither by time nor by kind: several saves, several events each, all at one time."""
        kinds = (Receive, Triage, Assign, Note, Close, Archive)
        events = [msgspec.structs.replace(event(seq), at=T0, kind=kind.__name__) for seq, kind in enumerate(kinds, 1)]
        for place in range(0, len(kinds), 2):
            with store.writing() as session:
                put(session, "C-1", *events[place : place + 2])
        with store.reading() as session:
            assert [one.event for one in session.history("C-1")] == events

    @keeps(Complaints, "Its sealed events, in order of their sequence (10 after 9); none for an id that is not there.")
    def test_a_history_of_many_events_is_in_the_order_of_numbers(self, store: Store) -> None:
        for seq in range(1, 13):
            with store.writing() as session:
                put(session, "C-1", event(seq))
        with store.reading() as session:
            loaded = session.load("C-1")
            assert [one.seq for one in session.history("C-1")] == [*range(1, 13)]
            assert loaded is not None
            assert [one.seq for one in loaded.complaint.body] == [*range(1, 13)]
            assert len(list(session.ids())) == 1, "an id comes more than once"

    @keeps(Complaints, "Only those behind the number `after`, and no more than `limit`: then no others are read.")
    def test_a_part_of_a_history_is_what_the_whole_one_has_there(self, store: Store) -> None:
        """Else who reads a long history part by part leaves out an event, or reads one twice."""
        with store.writing() as session:
            put(session, "C-1", *map(event, range(1, 13)))
            put(session, "C-2", *map(event, range(1, 4)))
        with store.reading() as session:
            whole = session.history("C-1")
            for after, limit in ((0, 5), (5, 5), (10, 5), (12, 5), (99, 1), (9, 1)):
                assert session.history("C-1", after, limit) == whole[after : after + limit], (after, limit)
            assert session.history("C-1", 9) == whole[9:]
            assert session.history("C-3", 0, 5) == ()

    @keeps(
        Complaints,
        "What was saved comes back as it was given: every part of an event, its bytes as bytes, None as None.",
    )
    def test_every_part_of_a_sealed_event_comes_back(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1")
            (kept,) = session.history("C-1")
        with store.reading() as session:
            assert session.history("C-1") == (kept,)
            assert kept == seal("C-1", GENESIS, event(), bytes(16))

    @keeps(Complaints, "Its sealed events, in order of their sequence (10 after 9); none for an id that is not there.")
    def test_an_unknown_id_loads_nothing_and_has_no_history(self, store: Store) -> None:
        with store.reading() as session:
            assert (session.load("C-9"), session.history("C-9"), list(session.ids())) == (None, (), [])

    @keeps(Session, "It sees what it wrote itself.")
    def test_a_session_sees_what_it_wrote_itself(self, store: Store) -> None:
        with store.writing() as session:
            stored = put(session, "C-1")
            session.remember("k", Remembered("C-1", 1, "asked"))
            session.enqueue(customer_message(1))
            assert session.load("C-1") == stored
            assert len(session.history("C-1")) == 1
            assert session.result_for_key("k") == Remembered("C-1", 1, "asked")
            assert_waiting(session, 1)
            assert (list(session.ids()), len(list(session.links()))) == (["C-1"], 1)
            assert session.find(Query()).complaints == (stored.complaint,)

    @keeps(
        Complaints,
        "Raises `Conflict` when its place is taken and when there would be a gap: `expected` is the version that "
        "the events follow, `found` the one that is there, 0 for none.",
    )
    def test_an_event_whose_place_is_taken_is_a_conflict(self, store: Store) -> None:
        """Promise 3: nobody overwrites anybody, not even past the desk."""
        stale = seal("C-1", GENESIS, event(1, "late"), bytes(16))
        with store.writing() as session:
            stored = put(session, "C-1", event(1), event(2))
        with pytest.raises(Conflict) as second, store.writing() as session:
            session.save(attrs.evolve(stored, link=stale.link), (stale,))
        assert (second.value.complaint_id, second.value.expected, second.value.found) == ("C-1", 0, 2)
        with store.reading() as session:
            assert session.load("C-1") == stored

    @keeps(
        Complaints,
        "Raises `Conflict` when its place is taken and when there would be a gap: `expected` is the version that "
        "the events follow, `found` the one that is there, 0 for none.",
    )
    def test_an_event_that_leaves_a_gap_is_a_conflict(self, store: Store) -> None:
        gap = seal("C-1", GENESIS, event(3), bytes(16))
        with store.writing() as session:
            stored = put(session, "C-1")
        with pytest.raises(Conflict), store.writing() as session:
            session.save(attrs.evolve(stored, link=gap.link), (gap,))
        with pytest.raises(Conflict), store.writing() as session:
            session.save(Stored(Complaint("C-2", 3), gap.link, T0), (gap,))
        with store.reading() as session:
            assert (session.load("C-1"), list(session.ids())) == (stored, ["C-1"])

    @keeps(Complaints, "The links of all events in the order in which they were saved, beginning behind so many.")
    def test_the_ledger_keeps_the_order_of_saving_over_all_complaints(self, store: Store) -> None:
        """Promise 4: what is anchored is one order over everything."""
        order = [("C-2", 1), ("C-1", 1), ("C-2", 2), ("C-3", 1), ("C-1", 2)]
        links: list[bytes] = []
        for id, seq in order:
            with store.writing() as session:
                links.append(put(session, id, event(seq)).link)
        with store.reading() as session:
            assert list(session.links()) == links
            assert [list(session.links(after)) for after in (1, 3, 5, 9)] == [links[1:], links[3:], [], []]
            assert sorted(session.ids()) == ["C-1", "C-2", "C-3"]

    @keeps(
        Complaints,
        "What was saved comes back as it was given: every part of an event, its bytes as bytes, None as None.",
    )
    def test_every_kind_of_fact_survives(self, store: Store) -> None:
        """Promise 4: what is read again equals what was decided, to the last type."""
        with store.writing() as session:
            stored = put(session, "C-1", Event(1, T0, "li", Note.__name__, b"{}", State.TRIAGED, KINDS))
        with store.reading() as session:
            loaded = session.load("C-1")
            (sealed,) = session.history("C-1")
        assert loaded is not None
        assert loaded == stored
        assert loaded.complaint.body == Body((Entry(1, T0, "li", Note.__name__, {}),))
        for name, value in KINDS.items():
            assert getattr(loaded.complaint.facts, name) == value == sealed.event.changes[name]
            assert type(getattr(loaded.complaint.facts, name)) is type(value)


KINDS: Mapping[str, Any] = {
    "team": "payments",
    "grade": Grade.E,
    "score": 103,
    "factors": (("impact", "many", 25), ("hazards", "funds_lost", 100)),
    "signals": Signals(urgency=Urgency.CRITICAL, hazards=frozenset({"funds_lost"})),
    "known": frozenset({"order", "类型"}),
    "missing": ("order", "product"),
    "waits": (Wait("Q1", "customer", "order"), Wait("R1", "party", "merchant", LEASED)),
    "claims": (Claim("C1", "coupon", Decimal("12.50"), "CNY", True, LEASED),),
    "paid": (Payment("C2", "refund", Decimal("7.25"), "CNY", 1, "a-1", "C-9"),),
    "proofs": (PaymentProof("E1", "C2"),),
    "attempts": frozenset({Attempt("phone", T0.date())}),
    "plan_due": LEASED,
    "surveyed": True,
    "cycle": Cycle(2, 3, 3, delivered=T0, worst=Grade.A, fixers=frozenset({"li"})),
    "extra": FrozenMap(
        {
            "acme.codes": ("a", "b"),
            "acme.on": date(2026, 11, 29),
            "acme.at": datetime(2026, 11, 29, 12, 30, 0, 7, UTC),
            "acme.loss": Money(Decimal("12.50"), "CNY"),
        }
    ),
}
"""One value of each type that a fact may have."""
