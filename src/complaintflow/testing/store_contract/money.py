"""Money: what was paid for a customer and an order is found, and nobody pays beside it unseen (R26, promise 13)."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from complaintflow.plugins import Complaints, Session, Store
from complaintflow.record.facts import Payment
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.samples import event, put

COUPON = Payment("C1", "coupon", Decimal(50), "CNY", 1, "a-1")


def paying(seq: int = 1, customer: str = "u-1", order: str = "A-1", **facts: Any) -> Any:
    """An event after which a coupon is paid for the order a-1."""
    return event(seq, customer=customer, order=order, paid=(COUPON,), **facts)


class FindsPayments:
    """Who pays reads in the same transaction what was paid for the customer and the order."""

    @keeps(
        Complaints,
        "R26: the ids of the customer's complaints that paid something, and are filed under one of these orders.",
    )
    def test_what_was_paid_is_found_by_customer_and_order_as_they_compare(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1", paying(order=" Ａ-1"))
            put(session, "C-2", paying(customer="u-2"))
            put(session, "C-3", event(customer="u-1", order="A-1"))
        with store.reading() as session:
            assert session.find_paid("u-1", {"a-1"}) == ("C-1",)
            assert session.find_paid("u-1", {"A-1", "b-2", ""}) == ()
            assert session.find_paid("u-3", {"a-1"}) == session.find_paid("u-1", set()) == ()

    @keeps(
        Complaints,
        "R26: the ids of the customer's complaints that paid something, and are filed under one of these orders.",
    )
    def test_several_are_found_once_each_in_the_order_of_their_ids(self, store: Store) -> None:
        with store.writing() as session:
            put(session, "C-1", paying(), event(2, order="B-2"))
            put(session, "C-2", paying())
        with store.reading() as session:
            assert session.find_paid("u-1", {"a-1", "b-2"}) == ("C-1", "C-2")

    @keeps(Complaints, "`save` files each under all orders of `record.matter.filed_under`, and takes none away later.")
    def test_what_was_paid_is_found_under_the_orders_of_then_and_of_now(self, store: Store) -> None:
        """A correction of the order hides no payment."""
        with store.writing() as session:
            put(session, "C-1", paying())
            put(session, "C-1", event(2, order="B-2"))
        with store.reading() as session:
            assert session.find_paid("u-1", {"a-1"}) == session.find_paid("u-1", {"b-2"}) == ("C-1",)

    @keeps(Complaints, "`save` files each under all orders of `record.matter.filed_under`, and takes none away later.")
    def test_what_names_no_order_or_other_complaints_is_found_under_none(self, store: Store) -> None:
        nowhere = Payment("C1", "coupon", Decimal(50), "CNY", 1)
        with store.writing() as session:
            put(session, "C-1", event(customer="u-1", paid=(nowhere,)))
            put(session, "C-2", paying(follows="C-9"))
            put(session, "C-3", paying())
        with store.reading() as session:
            assert session.find_paid("u-1", {""}) == ("C-1", "C-2")

    @keeps(
        Session, "One transaction. What it reads belongs together; what it writes is there as a whole or not at all."
    )
    def test_a_session_finds_what_it_paid_itself_and_what_failed_paid_nothing(self, store: Store) -> None:
        try:
            with store.writing() as session:
                put(session, "C-1", paying())
                assert session.find_paid("u-1", {"a-1"}) == ("C-1",)
                raise KeyError
        except KeyError:
            pass
        with store.reading() as session:
            assert session.find_paid("u-1", {"a-1"}) == ()
