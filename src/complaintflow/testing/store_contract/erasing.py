"""Erasing: nothing of the words stays, the chain holds, and of others everything stays."""

from __future__ import annotations

from typing import cast

import attrs
import pytest

from complaintflow.commands import Command, Note, Receive
from complaintflow.plugins import Erases, Query, Remembered, Session, Store, Stored, Vacuums
from complaintflow.record.complaint import Event, encode_json
from complaintflow.record.history import GENESIS, Sealed, commitment, replay, seal, verify
from complaintflow.record.keys import KEYED
from complaintflow.record.searched import INTAKE, Searched
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.damage import Damage
from complaintflow.testing.store_contract.data import Data, assert_same, found_again
from complaintflow.testing.store_contract.samples import LEASED, T0, customer_message, staff_message
from complaintflow.vocabulary import State

THEIRS, OTHERS = "C-1", "C-10"
"""One that is erased, and one whose id begins with the same characters."""

_TAKEN = "Take the words of these events: all but the commitment stays of each, and `data` is None and `salt` blank."
_FOUND_BY = "With them go the card, and all words and labels by which a search finds the complaint."
_LETTERS = (
    "Every letter of it goes, dead ones and those that cannot be read as well, so that none of them is sent any more."
)


def _tell(session: Session, id: str) -> None:
    """Take in a complaint with a contact, a shop and a note."""
    said: tuple[tuple[type[Command], dict[str, object]], ...] = (
        (Receive, {"customer": {"id": "u-17", "name": "Zhang San", "contact": {"phone": "13900001111"}}}),
        (Note, {"text": "he paid twice"}),
    )
    sealed = list[Sealed]()
    for seq, (kind, data) in enumerate(said, 1):
        facts = {"state": str(State.RECEIVED), "customer": "u-17"}
        one = Event(seq, T0, "li", kind.__name__, encode_json(data), str(State.RECEIVED), facts, ("life", "policy"))
        sealed.append(seal(id, sealed[-1].link if sealed else GENESIS, one, bytes([seq]) * 16))
    made = replay(id, sealed)
    searched = Searched({INTAKE: "Zhang San", 2: "he paid twice"}, {"shop": "North Gate"})
    whole = attrs.evolve(made, card=made.carded)
    session.save(Stored(whole, sealed[-1].link, T0, searched=searched), sealed)


def _erase(session: Session) -> None:
    cast("Erases", session).erase(THEIRS, (1, 2))


def _told_by(session: Session, id: str) -> dict[str, object]:
    """All that a store tells of a complaint."""
    stored = found_again(session, id)
    complaint = stored.complaint
    queries = (Query(id=id), Query(text="twice"), Query(shop="North Gate"))
    found = [one for query in queries for one in session.find(query).complaints if one.id == id]
    for one in found:
        list(one.body)  # read here, and not while another instance has a transaction open
    return {
        "load": (stored, complaint.customer, complaint.card, [dict(entry.data) for entry in complaint.body]),
        "history": session.history(id),
        "find": found,
    }


class ErasesWords:
    """A store may leave this out; one that has it leaves nothing of the words."""

    @pytest.fixture
    def erasing(self, store: Store) -> Store:
        """A store that can take words, with two complaints."""
        with store.writing() as session:
            if not callable(getattr(session, "erase", None)):
                pytest.skip("it erases nothing")
            for id in (THEIRS, OTHERS):
                _tell(session, id)
        return store

    @keeps(Erases, _TAKEN)
    def test_the_words_of_an_event_go_and_its_chain_holds(self, data: Data, erasing: Store) -> None:
        """Promise 5: else what a customer wanted gone is read, or its history no longer proves anything."""
        with erasing.writing() as session:
            before = session.history(THEIRS)
            _erase(session)
        with data.look_again().reading() as session:
            after = session.history(THEIRS)
            assert [(one.data, one.salt) for one in after] == [(None, b"")] * 2, "words or a salt are left"
            assert [one.commitment for one in after] == list(map(commitment, before)), "a commitment is another one"
            assert list(verify(THEIRS, after)) == [], "the chain is broken"
            assert [one.kind for one in after] == [Receive.__name__, Note.__name__]

    @keeps(Erases, "Idempotency: what is gone stays gone, and a commitment that is there stays as it is.")
    def test_what_is_erased_again_stays_as_it_is(self, data: Data, erasing: Store) -> None:
        with erasing.writing() as session:
            _erase(session)
            before = session.history(THEIRS)
        with erasing.writing() as session:
            _erase(session)
        with data.look_again().reading() as session:
            assert session.history(THEIRS) == before, "it was erased anew"

    @keeps(Erases, _FOUND_BY)
    def test_nobody_finds_or_addresses_the_customer_any_more(self, data: Data, erasing: Store) -> None:
        with erasing.writing() as session:
            _erase(session)
        with data.look_again().reading() as session:
            stored = session.load(THEIRS)
            assert stored is not None, "the complaint itself is gone"
            customer, said = stored.complaint.customer, [dict(entry.data) for entry in stored.complaint.body]
            assert (customer.name, dict(customer.contact)) == ("", {}), "the card still has a name or a contact"
            assert said == [{}, {}], "the texts are still there"
            for query in (Query(text="Zhang San"), Query(text="twice"), Query(shop="North Gate")):
                found = [one.id for one in session.find(query).complaints]
                assert found == [OTHERS], f"a search finds {found}"

    @keeps(Erases, _LETTERS)
    def test_no_letter_is_left_to_be_sent(self, data: Data, erasing: Store, damage: Damage | None) -> None:
        """One that waits, one that is being sent, one that is dead, one for staff, and one that cannot be read."""
        with erasing.writing() as session:
            for number in range(1, 4):
                session.enqueue(customer_message(number, THEIRS))
            session.enqueue(staff_message(4, THEIRS))
            session.enqueue(customer_message(1, OTHERS))
            first, second, *_ = session.claim(2, T0, LEASED)
            session.reschedule(attrs.evolve(second, until=None, why="no such address"))
            numbers = [entry.number for entry in session.entries(9)]
        if damage:
            damage("outbox", str(numbers[1]))
        with erasing.writing() as session:
            _erase(session)
            session.reschedule(attrs.evolve(first, until=LEASED, why="try again"))
        with data.look_again().reading() as session:
            left = [one.message.complaint for dead in (False, True) for one in session.entries(9, dead=dead)]
            assert left == [OTHERS], "not the letters of the one, or those of the other"
            assert session.unreadable_letters() == (), "one that cannot be read is still there"

    @keeps(Erases, "Its keys go, but for those with the mark `keyed-`.")
    def test_no_key_confirms_a_guess_any_more(self, data: Data, erasing: Store) -> None:
        meant = {
            "form/1a": Remembered(THEIRS, 1, "1-a"),
            f"form/{KEYED}2b": Remembered(THEIRS, 1, "1-b"),
            "import/3c": Remembered(OTHERS, 1, "1-c"),
        }
        with erasing.writing() as session:
            for key, what in meant.items():
                session.remember(key, what)
        with erasing.writing() as session:
            _erase(session)
            assert session.result_for_key("form/1a") is None, "the key is still there"
        with data.look_again().writing() as session:
            assert {key: session.result_for_key(key) for key in meant} == {**meant, "form/1a": None}
            session.remember("form/1a", Remembered(OTHERS, 2, "2-d"))
            assert session.result_for_key("form/1a") == Remembered(OTHERS, 2, "2-d"), "it can be used for nothing new"

    @keeps(Erases, "Of other complaints everything stays.")
    def test_of_other_complaints_everything_stays(self, data: Data, erasing: Store) -> None:
        with erasing.writing() as session:
            session.enqueue(customer_message(1, OTHERS))
            session.schedule(OTHERS, T0, b"clocks")
        with erasing.reading() as session:
            before, links = _told_by(session, OTHERS), list(session.links())
            letters, checks = session.entries(9), session.next_checks(9)
        with erasing.writing() as session:
            _erase(session)
        with data.look_again().reading() as session:
            assert_same(_told_by(session, OTHERS), before)
            assert (list(session.links()), session.entries(9), session.next_checks(9)) == (links, letters, checks)

    @keeps(Vacuums, "Idempotency: it may be called again at any time.")
    def test_what_is_kept_stays_through_a_vacuum(self, data: Data, erasing: Store) -> None:
        """A store may leave it out."""
        vacuum = getattr(erasing, "vacuum", None)
        if not callable(vacuum):
            pytest.skip("it has no call that does so")
        with erasing.writing() as session:
            session.enqueue(customer_message(1, OTHERS))
            _erase(session)
        before = _kept(erasing)
        for _ in range(2):
            vacuum()
            assert_same(_kept(data.look_again()), before)
        with erasing.writing() as session:
            session.enqueue(customer_message(2, OTHERS))
            assert len(session.entries(9)) == 2, "it takes nothing new afterwards"


def _kept(store: Store) -> dict[str, object]:
    with store.reading() as session:
        theirs = {f"{call} of {id}": told for id in (THEIRS, OTHERS) for call, told in _told_by(session, id).items()}
        return {**theirs, "links": list(session.links()), "entries": session.entries(9)}
