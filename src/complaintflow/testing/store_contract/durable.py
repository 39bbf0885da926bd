"""Durability: what was acknowledged is there for whoever opens the data again, and nobody reads what was before."""

from __future__ import annotations

import attrs

from complaintflow.plugins import Remembered, Session, Store
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import KEY, POLICY, Data, assert_same, everything, everything_in
from complaintflow.testing.store_contract.samples import HOUR, LEASED, T0, customer_message, event, put, staff_message
from complaintflow.vocabulary import State


def write_everything(session: Session) -> None:
    """Something in every table."""
    put(session, "C-1", event(1, "第一 first", customer="u-1", order="A-1"), event(2, "second"))
    session.remember(KEY, Remembered("C-1", 2, "asked"))
    session.keep_policy(POLICY, b"\x00 a policy \xff")
    session.note_sending("u-17", T0)
    for number in (1, 2, 3):
        session.enqueue(customer_message(number))
    first, second = session.claim(2, T0, LEASED)
    session.reschedule(attrs.evolve(second, until=None, why="no such address"))
    session.remove(first.number)
    session.schedule("C-1", T0 + HOUR)


class IsDurable:
    """A second instance on the same data sees what the first one acknowledged."""

    @keeps(Store, "What `writing()` left without an exception is durable: it survives a killed process.")
    def test_what_was_acknowledged_is_there_for_a_second_instance(self, data: Data) -> None:
        with data.store.writing() as session:
            write_everything(session)
            expected = everything_in(session)
        assert_same(everything(data.another()), expected)

    @keeps(
        Store, "Another instance on the same data, in this process or in another one, reads at once what was written."
    )
    def test_what_one_instance_writes_the_other_reads_at_once(self, data: Data) -> None:
        """Or a process decides by what it remembers, while another one has gone on."""
        if not data.shared:
            data.another()
            return
        other = data.another()
        with data.store.writing() as session:
            write_everything(session)
        before = [everything(one) for one in (data.store, other)]
        assert_same(before[1], before[0])
        with other.writing() as session:
            written = put(session, "C-1", event(3, state=State.CLOSED, order="B-2"))
            session.remember("form-2", Remembered("C-1", 3, "asked"))
            session.enqueue(staff_message(4))
            session.schedule("C-1", None)
        now = [everything(one) for one in (other, data.store)]
        assert now[0]["load"] == (written, None)
        assert_same(now[1], now[0])
        with data.store.writing() as session:
            assert session.result_for_key("form-2") == Remembered("C-1", 3, "asked"), "the other's key is not known"
            put(session, "C-1", event(4))

    @keeps(Store, "What `writing()` left without an exception is durable: it survives a killed process.")
    def test_each_small_transaction_is_there_for_a_second_instance(self, data: Data) -> None:
        """Not only those that save: a lease or a settlement that is lost sends a message twice."""
        with data.store.writing() as session:
            session.enqueue(customer_message(1))
            session.enqueue(customer_message(2))
        with data.store.writing() as session:
            first = session.claim(1, T0, LEASED)[0]
        with data.another().writing() as session:
            assert [one.message.id for one in session.claim(9, T0, LEASED)] == ["M2"], "a lease is not kept"
            session.remove(first.number)
        with data.another().writing() as session:
            assert [one.message.id for one in session.entries(9)] == ["M2"], "a settlement is not kept"
            session.enqueue(customer_message(3))
            assert first.number not in [one.number for one in session.entries(9)], "its number was given again"
