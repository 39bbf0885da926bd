"""Damaged records: one that cannot be read is named, and holds up no other."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from complaintflow.errors import UnreadableRecord
from complaintflow.plugins import Complaints, Outbox, Query, Store
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.samples import LEASED, T0, customer_message, event, put

Damage = Callable[[str, str], None]
"""Makes one record unreadable, as a bad disk would: `complaints` with an id, or `outbox` with a number."""


def _damaging(damage: Damage | None) -> Damage:
    if damage is None:
        pytest.skip("nobody looked whether a damaged record holds up the others: override the fixture `damage`")
    return damage


class NamesWhatCannotBeRead:
    """A damaged record is left out by its name, and the others are there."""

    @keeps(Outbox, "The oldest entries that are free by now, as they lay there, beginning after this number.")
    def test_claims_begin_after_a_number(self, store: Store) -> None:
        with store.writing() as session:
            for number in (1, 2, 3):
                session.enqueue(customer_message(number))
            first = session.entries(1)[0].number
            assert [one.message.id for one in session.claim(1, T0, LEASED, first)] == ["M2"]
            assert [one.message.id for one in session.claim(9, T0, LEASED, first)] == ["M3"]
            assert [one.message.id for one in session.claim(9, T0, LEASED)] == ["M1"], "it was not free any more"

    @keeps(
        Outbox,
        "When that is the first, it raises `UnreadableRecord` with its number as the key, and leases nothing: the "
        "caller may go on after it.",
    )
    def test_a_damaged_message_is_named_when_it_is_claimed_and_the_next_one_is_free(
        self, store: Store, damage: Damage | None
    ) -> None:
        numbers = self._enqueued(store, _damaging(damage), "M2")
        with store.writing() as session:
            assert [one.message.id for one in session.claim(9, T0, LEASED)] == ["M1"], "it stops before a damaged one"
            with pytest.raises(UnreadableRecord) as raised:
                session.claim(9, T0, LEASED, numbers[0])
            assert raised.value.key == str(numbers[1]), "it is not named"
            assert [one.message.id for one in session.claim(9, T0, LEASED, numbers[1])] == ["M3"]

    @keeps(
        Outbox, "What cannot be read is left out, and something later takes its place: `unreadable_letters` names it."
    )
    def test_a_damaged_message_is_left_out_of_what_is_listed_and_named(
        self, store: Store, damage: Damage | None
    ) -> None:
        numbers = self._enqueued(store, _damaging(damage), "M1")
        with store.reading() as session:
            assert [one.message.id for one in session.entries(1)] == ["M2"], "it looks like the end of the list"
            assert [one.message.id for one in session.entries(9)] == ["M2", "M3"]
            assert [one.key for one in session.unreadable_letters()] == [str(numbers[0])]
            assert session.waiting() == 3
        with store.writing() as session:
            session.remove(numbers[0])
            assert (session.unreadable_letters(), session.waiting()) == ((), 2)

    @keeps(
        Outbox,
        "What cannot be read of all that waits and of the dead letters, in the order of the numbers, which are the "
        "keys; with the key of the message where it is known.",
    )
    def test_a_damaged_dead_letter_is_named_as_well(self, store: Store, damage: Damage | None) -> None:
        break_one = _damaging(damage)
        with store.writing() as session:
            for number in (1, 2):
                session.enqueue(customer_message(number))
            numbers = [one.number for one in session.entries(9)]
            for entry in session.claim(9, T0, LEASED):
                session.reschedule(attrs.evolve(entry, until=None, why="dead"))
        break_one("outbox", str(numbers[1]))
        with store.reading() as session:
            assert [one.message.id for one in session.entries(9, dead=True)] == ["M1"]
            assert [one.key for one in session.unreadable_letters()] == [str(numbers[1])]
            assert session.find_message(customer_message(2).key) is None

    @keeps(Complaints, "The complaint with its body, or None. Raises `UnreadableRecord`.")
    def test_a_damaged_complaint_is_named_where_it_is_asked_for(self, store: Store, damage: Damage | None) -> None:
        break_one = _damaging(damage)
        self._put_three(store)
        break_one("complaints", "C-2")
        with store.reading() as session:
            with pytest.raises(UnreadableRecord) as raised:
                session.load("C-2")
            assert (raised.value.table, raised.value.key) == ("complaints", "C-2")
            assert session.load("C-3") is not None

    @keeps(Complaints, "What cannot be read is named in its page, and holds up no other and no later page.")
    def test_a_damaged_complaint_holds_up_no_other_and_no_later_page(self, store: Store, damage: Damage | None) -> None:
        break_one = _damaging(damage)
        self._put_three(store)
        break_one("complaints", "C-2")
        with store.reading() as session:
            found, named = list[str](), list[str]()
            after: str | None = None
            while True:
                page = session.find(Query(team="payments", after=after, limit=1))
                found += [one.id for one in page.complaints]
                named += [one.key for one in page.unreadable]
                if page.next is None:
                    break
                after = page.next
        assert (found, named) == (["C-1", "C-3"], ["C-2"])

    def _enqueued(self, store: Store, damage: Damage, name: str) -> list[int]:
        """The numbers of three messages, of which the one of this name is damaged."""
        with store.writing() as session:
            for number in (1, 2, 3):
                session.enqueue(customer_message(number))
            entries = session.entries(9)
        for one in entries:
            if one.message.id == name:
                damage("outbox", str(one.number))
        return [one.number for one in entries]

    def _put_three(self, store: Store) -> None:
        with store.writing() as session:
            for number in (1, 2, 3):
                put(session, f"C-{number}", event(team="payments"))
