"""The outbox: a message waits until it is removed, is claimed once while it is leased, and never vanishes."""

from __future__ import annotations

from datetime import timedelta

import attrs
import pytest

from complaintflow.plugins import Outbox, OutboxEntry, Query, Session, Store
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import assert_waiting
from complaintflow.testing.store_contract.samples import HOUR, LEASED, T0, customer_message, staff_message


def claim_two(session: Session) -> tuple[OutboxEntry, OutboxEntry]:
    """Two messages to customers, which are leased."""
    for number in (1, 2):
        session.enqueue(customer_message(number))
    first, second = session.claim(9, T0, LEASED)
    return first, second


class KeepsTheOutbox:
    """Messages wait, are claimed, put back, dead or settled."""

    @keeps(Outbox, "A message is done with, a dead letter too.")
    def test_a_message_waits_until_it_is_settled(self, store: Store) -> None:
        with store.writing() as session:
            session.enqueue(customer_message(1))
            session.enqueue(staff_message(2))
        with store.writing() as session:
            first, second = session.claim(9, T0, LEASED)
            assert (first.message, second.message) == (customer_message(1), staff_message(2))
            session.remove(first.number)
            assert_waiting(session, 1)
        with store.writing() as session:
            session.remove(second.number)
            assert_waiting(session, 0)
            assert session.claim(9, LEASED, LEASED) == ()

    @keeps(Outbox, "The oldest entries that are free by now, as they lay there, beginning after this number.")
    def test_the_oldest_are_claimed_first_and_no_more_than_the_limit(self, store: Store) -> None:
        with store.writing() as session:
            for number in range(1, 6):
                session.enqueue(customer_message(number))
        with store.writing() as session:
            assert [one.message.id for one in session.claim(2, T0, LEASED)] == ["M1", "M2"]
            assert [one.message.id for one in session.claim(2, T0, LEASED)] == ["M3", "M4"]
            assert [one.message.id for one in session.claim(2, T0, LEASED)] == ["M5"]

    @keeps(Outbox, "None overtakes another one: a letter waits while somebody has an earlier letter of its complaint.")
    def test_no_letter_overtakes_another_one_of_its_complaint(self, store: Store) -> None:
        """Else the customer reads that it is closed, and then that it is solved."""
        with store.writing() as session:
            for number, complaint in enumerate(("C-1", "C-1", "C-10", "C-1"), 1):
                session.enqueue(customer_message(number, complaint))
        with store.writing() as session:
            (first,) = session.claim(1, T0, LEASED)
        with store.writing() as session:
            assert [one.message.id for one in session.claim(9, T0, LEASED)] == ["M3"]
            session.remove(first.number)
            assert [one.message.id for one in session.claim(1, T0, LEASED)] == ["M2"]
            session.reschedule(attrs.evolve(first, number=2, message=customer_message(2, "C-1"), until=LEASED + HOUR))
            assert [one.message.id for one in session.claim(9, T0, LEASED)] == ["M4"]

    @keeps(Outbox, "Idempotency: a removed entry stays removed, and its number is never given to another one.")
    def test_a_settled_number_is_not_given_to_another_message(self, store: Store) -> None:
        """A late settlement must not take away somebody else's message."""
        with store.writing() as session:
            session.enqueue(customer_message(1))
            (first,) = session.claim(9, T0, LEASED)
            session.remove(first.number)
        with store.writing() as session:
            session.enqueue(customer_message(2))
            session.remove(first.number)
            assert_waiting(session, 1)

    @keeps(Outbox, "It waits again, or is a dead letter from now on, just as it is given here.")
    def test_what_is_put_back_waits_as_it_was_given(self, store: Store) -> None:
        """It may come back changed: with another channel, and with another count of attempts."""
        with store.writing() as session:
            session.enqueue(customer_message(1))
            (claimed,) = session.claim(9, T0, LEASED)
            elsewhere = attrs.evolve(customer_message(1), tried=("app",))
            changed = attrs.evolve(claimed, message=elsewhere, attempts=4, until=LEASED + HOUR, why="安静时间")
            session.reschedule(changed)
        with store.writing() as session:
            assert session.entries(9) == (changed,)
            assert session.claim(9, LEASED + HOUR - timedelta(microseconds=1), LEASED + HOUR) == ()
            assert session.claim(9, LEASED + HOUR, LEASED + HOUR * 2) == (changed,)

    @keeps(Outbox, "It waits again, or is a dead letter from now on, just as it is given here.")
    def test_what_waits_until_a_record_is_mended_is_known_by_that_alone(self, store: Store) -> None:
        """Not by its words, which a channel may have said: a person may take such a letter away."""
        with store.writing() as session:
            first, second = claim_two(session)
            session.reschedule(attrs.evolve(first, until=T0, why="complaints C-1 cannot be read"))
            session.reschedule(attrs.evolve(second, until=T0, why="", mending=True))
        with store.writing() as session:
            assert [one.mending for one in session.entries(9)] == [False, True]
            assert [one.mending for one in session.claim(9, T0, LEASED)] == [False, True]
            assert (found := session.find_message(second.message.key)) is not None
            assert found.mending
            session.reschedule(attrs.evolve(second, until=T0))
            assert [one.mending for one in session.entries(9)] == [False, False]

    @keeps(Outbox, "It waits again, or is a dead letter from now on, just as it is given here.")
    def test_a_dead_letter_is_listed_and_not_claimed(self, store: Store) -> None:
        with store.writing() as session:
            session.enqueue(customer_message(1))
            session.enqueue(staff_message(2))
            first, second = session.claim(9, T0, LEASED)
            session.reschedule(attrs.evolve(second, until=None, why="no such address"))
            session.reschedule(attrs.evolve(first, until=T0, why="again"))
        with store.writing() as session:
            assert session.entries(9, dead=True) == (attrs.evolve(second, until=None, why="no such address"),)
            assert_waiting(session, 1)
            assert [one.number for one in session.claim(9, LEASED + HOUR, LEASED + HOUR)] == [first.number]

    @keeps(Outbox, "It waits again, or is a dead letter from now on, just as it is given here.")
    def test_a_dead_letter_may_wait_again_or_be_settled(self, store: Store) -> None:
        with store.writing() as session:
            first, second = claim_two(session)
            session.reschedule(attrs.evolve(first, until=None, why="dead"))
            session.reschedule(attrs.evolve(second, until=None, why="dead"))
        with store.writing() as session:
            session.remove(first.number)
            session.reschedule(attrs.evolve(second, until=T0, why="again"))
        with store.writing() as session:
            assert session.entries(9, dead=True) == ()
            assert session.claim(9, T0, LEASED) == (attrs.evolve(second, until=T0, why="again"),)

    @keeps(Outbox, "What was removed meanwhile stays so.")
    def test_what_was_settled_is_not_put_back(self, store: Store) -> None:
        """Somebody who comes late with a failure does not send again what another has sent."""
        with store.writing() as session:
            session.enqueue(customer_message(1))
            (claimed,) = session.claim(9, T0, LEASED)
            session.remove(claimed.number)
            session.reschedule(attrs.evolve(claimed, until=T0, why="late"))
            session.reschedule(attrs.evolve(claimed, until=None, why="late"))
        with store.reading() as session:
            assert_waiting(session, 0)
            assert session.entries(9, dead=True) == ()

    @keeps(Outbox, "What waits, or the dead letters, in the order of their numbers, beginning after this one.")
    @pytest.mark.parametrize("dead", [False, True])
    def test_entries_come_in_pages_in_order_of_their_numbers(self, store: Store, dead: bool) -> None:
        with store.writing() as session:
            for number in range(1, 6):
                session.enqueue(customer_message(number))
            for entry in reversed(session.claim(9, T0, LEASED)):
                session.reschedule(attrs.evolve(entry, until=None if dead else LEASED))
        with store.reading() as session:
            first = session.entries(2, dead=dead)
            rest = session.entries(9, first[-1].number, dead=dead)
            assert [one.message.id for one in (*first, *rest)] == ["M1", "M2", "M3", "M4", "M5"]
            assert session.entries(9, dead=not dead) == ()

    @keeps(
        Outbox, "The entry of the message with this key, a dead letter too; None when there is none that can be read."
    )
    def test_a_message_is_found_by_its_key_while_it_is_there(self, store: Store) -> None:
        """What comes back is sent on once: not while it still waits, and not beside its dead letter."""
        one, other = customer_message(1), staff_message(2)
        with store.writing() as session:
            session.enqueue(one)
            session.enqueue(other)
            first, second = session.claim(9, T0, LEASED)
            session.reschedule(attrs.evolve(first, until=None, why="it came back"))
        with store.writing() as session:
            assert session.find_message(one.key) == attrs.evolve(first, until=None, why="it came back")
            assert (found := session.find_message(other.key)) is not None
            assert (found.number, found.dead, session.find_message("nobody's")) == (second.number, False, None)
            session.remove(first.number)
            assert session.find_message(one.key) is None

    @keeps(
        Outbox,
        "The oldest entries that are free by now, as they lay there, beginning after this number.",
    )
    def test_a_claim_begins_after_the_number_that_is_given(self, store: Store) -> None:
        """Who has met one that cannot be read goes on after it."""
        with store.writing() as session:
            for number in range(1, 13):
                session.enqueue(customer_message(number))
            numbers = [one.number for one in session.entries(99)]
            claimed = session.claim(2, T0, LEASED, numbers[8])
            assert [one.message.id for one in claimed] == ["M10", "M11"]
            assert session.claim(2, T0, LEASED)[0].message.id == "M1"

    @keeps(
        Outbox,
        "What cannot be read of all that waits and of the dead letters, in the order of the numbers, which are the "
        "keys; with the key of the message where it is known.",
    )
    def test_of_what_can_be_read_nothing_is_set_aside(self, store: Store) -> None:
        with store.writing() as session:
            session.enqueue(customer_message(1))
            session.enqueue(staff_message(2))
            (first,) = session.claim(1, T0, LEASED)
            session.reschedule(attrs.evolve(first, until=None, why="dead"))
        with store.reading() as session:
            assert session.unreadable_letters() == ()
            assert session.find(Query()).unreadable == ()

    @keeps(Outbox, "When messages went to this recipient after that time, the first one first.")
    def test_sendings_are_counted_for_each_recipient(self, store: Store) -> None:
        with store.writing() as session:
            for minutes in (0, 5, 5, 9):
                session.note_sending("u-17 李", T0 + timedelta(minutes=minutes))
            session.note_sending("u-18", T0)
        with store.reading() as session:
            sent = session.sendings("u-17 李", T0)
            assert sent == tuple(T0 + timedelta(minutes=minutes) for minutes in (5, 5, 9))
            assert len(session.sendings("u-17 李", T0 - HOUR)) == 4
            assert session.sendings("u-19", T0 - HOUR) == ()
