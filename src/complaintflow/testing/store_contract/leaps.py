"""A clock that leapt: what the last tick saw is kept, and what such a clock wrote is given back."""

from __future__ import annotations

from datetime import timedelta

import attrs

from complaintflow.plugins import Schedule, Session, ToldTime
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import Data
from complaintflow.testing.store_contract.samples import HOUR, LEASED, T0, customer_message, put
from complaintflow.testing.store_contract.values import ODD

YEARS = timedelta(days=4_000)
RECALL = (
    "Give back what no clock allows: a lease of a message or a complaint that is longer than from `now` until "
    "`leases`, and whatever waits longer than until `waits`."
)


class SurvivesLeaps:
    """A clock of another year holds up nothing for good."""

    @keeps(Schedule, "What `tell_time` kept last, or None.")
    def test_the_time_that_was_told_last_is_known(self, data: Data) -> None:
        with data.store.reading() as session:
            assert session.told_time() is None, "nobody told the time yet"
        for told in (ToldTime(T0), ToldTime(T0 + ODD, T0 + YEARS), ToldTime(T0 + HOUR)):
            with data.store.writing() as session:
                session.tell_time(told)
                assert session.told_time() == told, "it does not see what it told itself"
        with data.look_again().reading() as session:
            assert session.told_time() == told, "what was told last is not kept"

    @keeps(Session, RECALL)
    def test_a_lease_of_another_year_is_given_back(self, data: Data) -> None:
        with data.store.writing() as session:
            for number in (1, 2, 3):
                session.enqueue(customer_message(number))
            session.claim(1, T0, T0 + YEARS)
            session.claim(1, T0, LEASED)
            for id in ("C-1", "C-2"):
                put(session, id)
                session.schedule(id, T0)
            session.due(1, T0, T0 + YEARS)
            session.due(1, T0, LEASED)
        with data.store.writing() as session:
            session.recall(T0, T0 + HOUR, T0 + YEARS)
        with data.look_again().writing() as session:
            assert [one.message.id for one in session.claim(9, T0, LEASED)] == ["M1", "M3"], "a lease is not given back"
            assert session.due(9, T0, LEASED) == ("C-1",), "a complaint is not given back, or another one is"

    @keeps(Session, RECALL)
    def test_what_waits_longer_than_any_clock_allows_is_given_back_and_nothing_else(self, data: Data) -> None:
        with data.store.writing() as session:
            for number in (1, 2, 3):
                session.enqueue(customer_message(number))
            first, second, third = session.claim(9, T0, LEASED)
            session.reschedule(attrs.evolve(first, until=T0 + YEARS))
            session.reschedule(attrs.evolve(second, until=T0 + 2 * HOUR))
            session.reschedule(attrs.evolve(third, until=None, why="dead"))
            for hours, id in ((YEARS, "C-1"), (2 * HOUR, "C-2")):
                put(session, id)
                session.schedule(id, T0 + hours)
        with data.store.writing() as session:
            session.recall(T0, T0 + HOUR, T0 + 3 * HOUR)
            assert [one.message.id for one in session.entries(9, dead=True)] == ["M3"], "dead letters stay"
        with data.look_again().writing() as session:
            assert [one.message.id for one in session.claim(9, T0, LEASED)] == ["M1"]
            assert session.due(9, T0, LEASED) == ("C-1",)
