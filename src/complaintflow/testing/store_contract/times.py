"""Times: compared as times, to the microsecond, also where one of them has no part of a second."""

from __future__ import annotations

from datetime import datetime, timedelta

import attrs

from complaintflow.plugins import Complaints, Outbox, Query, Schedule, Store
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.samples import HOUR, T0, customer_message, event, put
from complaintflow.testing.store_contract.values import MICROSECOND

AROUND: dict[str, datetime] = {
    "just before": T0 - MICROSECOND,
    "at": T0,
    "just after": T0 + MICROSECOND,
    "a second after": T0 + timedelta(seconds=1),
}
"""Around a whole second, whose text is often shorter: `09:00:00Z` stands after `09:00:00.000001Z` as a text."""


class ComparesTimes:
    """What begins, ends or is due at a time is so at that time, and not a text earlier."""

    @keeps(Complaints, "They are compared as times, not as texts.")
    def test_what_came_in_is_found_from_a_time_on_to_the_microsecond(self, store: Store) -> None:
        with store.writing() as session:
            for name, at in AROUND.items():
                put(session, name, event(type="fault", area="pay"), received_at=at - T0)
        with store.reading() as session:
            for name, at in AROUND.items():
                later = [other for other, when in AROUND.items() if when >= at]
                found = [one.id for one in session.find(Query(received_from=at)).complaints]
                assert found == later, f"received since {at}"
                between = [one.id for one in session.received_between(at, at)]
                assert between == [name], f"received between {at} and the same"
                ahead = [one.id for one in session.alike("fault", "pay", at, T0 + HOUR)]
                assert ahead == later, f"alike from {at} on"
                back = [one.id for one in session.alike("fault", "pay", at, T0 - HOUR)]
                assert back == [other for other, when in reversed(AROUND.items()) if when <= at], (
                    f"alike back from {at}"
                )
            seen = session.received_between(T0, T0 + MICROSECOND, "fault", "pay")
            assert {one.id for one in seen} == {"at", "just after"}
            assert session.received_between(T0, T0 + HOUR, "fault", "login") == ()

    @keeps(Outbox, "Time: a wait ends at the time that is given; an entry is free when its `until` has come.")
    def test_an_entry_is_free_when_its_time_has_come_and_no_earlier(self, store: Store) -> None:
        with store.writing() as session:
            for number in range(1, len(AROUND) + 1):
                session.enqueue(customer_message(number))
            for entry, at in zip(session.claim(9, T0 - HOUR, T0), AROUND.values(), strict=True):
                session.reschedule(attrs.evolve(entry, until=at))
        for free, (name, at) in enumerate(AROUND.items(), 1):
            with store.writing() as session:
                claimed = [one.message.id for one in session.claim(9, at, T0 + HOUR)]
                assert claimed == [f"M{free}"], f"{name} {T0} others were free"

    @keeps(Outbox, "The oldest entries that are free by now, as they lay there, beginning after this number.")
    def test_the_oldest_is_claimed_first_whenever_it_was_put_back(self, store: Store) -> None:
        """The order is that of the numbers: not of leases, of waits or of texts."""
        with store.writing() as session:
            for number in range(1, 13):
                session.enqueue(customer_message(number))
            for entry in reversed(session.claim(99, T0, T0)):
                session.reschedule(attrs.evolve(entry, until=T0 - timedelta(minutes=entry.number)))
        with store.writing() as session:
            assert [one.message.id for one in session.entries(99)] == [f"M{number}" for number in range(1, 13)]
            claimed = [one.message.id for one in session.claim(11, T0, T0 + HOUR)]
            assert claimed == [f"M{number}" for number in range(1, 12)], "the oldest are not the first"

    @keeps(Schedule, "Time: the earliest comes first, by time and not by text.")
    def test_what_is_due_is_so_at_its_time_and_no_earlier(self, store: Store) -> None:
        with store.writing() as session:
            for name, at in reversed(AROUND.items()):
                put(session, name)
                session.schedule(name, at)
            assert [name for _, name in session.next_checks(9)] == list(AROUND), "the earliest is not the first"
        for name, at in AROUND.items():
            with store.writing() as session:
                assert session.due(9, at, T0 + HOUR) == (name,), f"due at {at}"

    @keeps(Outbox, "When messages went to this recipient after that time, the first one first.")
    def test_sendings_are_those_after_a_time(self, store: Store) -> None:
        with store.writing() as session:
            for at in AROUND.values():
                session.note_sending("u-17", at)
        with store.reading() as session:
            for at in AROUND.values():
                expected = tuple(when for when in AROUND.values() if when > at)
                assert session.sendings("u-17", at) == expected, f"after {at}"
