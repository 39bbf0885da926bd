"""Transactions and keys: all or nothing, and a key is not forgotten."""

from __future__ import annotations

import attrs
import pytest

from complaintflow.plugins import Remembered, Session, Store
from complaintflow.testing.store_contract.samples import HOUR, LEASED, T0, customer_message, event, put


class Broken(Exception):
    """Something that goes wrong in the middle of a transaction."""


def change_everything_and_break(session: Session) -> None:
    """Change each table, then fail."""
    put(session, "C-1", event(2))
    put(session, "C-2")
    session.remember("k", Remembered("C-1", 2, "asked"))
    session.enqueue(customer_message(3))
    session.note_sending("u-17", T0)
    for entry in session.claim(1, T0, LEASED):
        session.reschedule(attrs.evolve(entry, until=None, why="dead"))
    session.remove(2)
    raise Broken


class KeepsTransactions:
    """What failed left nothing, and what was asked twice is known."""

    def test_an_exception_takes_everything_back(self, store: Store) -> None:
        """Promise 1: events, snapshot, keys, messages, leases and settlements are one transaction."""
        with store.writing() as session:
            stored = put(session, "C-1")
            session.enqueue(customer_message(1))
            session.enqueue(customer_message(2))
            links = list(session.links())
        with pytest.raises(Broken), store.writing() as session:
            change_everything_and_break(session)
        with store.writing() as session:
            assert (session.load("C-1"), session.load("C-2"), list(session.ids())) == (stored, None, ["C-1"])
            assert (session.result_for_key("k"), session.waiting(), list(session.links())) == (None, 2, links)
            assert (session.entries(9, dead=True), session.sendings("u-17", T0 - HOUR)) == ((), ())
            assert [one.message.id for one in session.claim(9, T0, LEASED)] == ["M1", "M2"]

    def test_a_store_goes_on_after_an_exception(self, store: Store) -> None:
        with pytest.raises(Broken), store.writing():
            raise Broken
        with pytest.raises(Broken), store.reading():
            raise Broken
        with store.writing() as session:
            put(session, "C-1")
        with store.reading() as session:
            assert list(session.ids()) == ["C-1"]

    def test_closing_twice_is_allowed(self, store: Store) -> None:
        store.close()
        store.close()

    def test_a_key_is_recalled_as_it_was_remembered(self, store: Store) -> None:
        """Promise 2."""
        with store.writing() as session:
            put(session, "C-1")
            session.remember("form-4711 钥匙", Remembered("C-1", 1, "digest"))
        with store.reading() as session:
            assert session.result_for_key("form-4711 钥匙") == Remembered("C-1", 1, "digest")
            assert session.result_for_key("form-4712") is None
