"""Leases: one that lives is nobody else's, one that ended is everybody's, whatever time the workers believe it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import attrs
import pytest

from complaintflow.plugins import Outbox, Schedule, Shard, Store
from complaintflow.record.complaint import AT_ONCE
from complaintflow.testing.answers import Breaks
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import assert_waiting
from complaintflow.testing.store_contract.samples import HOUR, LEASED, T0, customer_message, put

Pass = Callable[[timedelta], object]
"""Lets the store's own clock go on by so much."""

SKEWS = (timedelta(), HOUR, -HOUR)
"""What a worker's clock may be ahead of that of the others, or behind."""


def later(pass_time: Pass | None, span: timedelta) -> datetime:
    """What time it is for a worker so long after T0. A store with a clock of its own has gone on as well."""
    if pass_time:
        pass_time(span)
    return T0 + span


def _with_a_clock(pass_time: Pass | None) -> Pass:
    if pass_time is None:
        pytest.skip("it goes by the times that are given; override the fixture `pass_time` for a store with a clock")
    return pass_time


class KeepsLeases:
    """A lease lasts as long as it was asked for, and no clock of a worker makes it shorter or longer."""

    @keeps(
        Outbox,
        "They are leased: nobody else claims them before `until`, and each counts one attempt more then.",
    )
    def test_a_lease_is_the_one_that_was_asked_for_and_counts_an_attempt(
        self, store: Store, pass_time: Pass | None
    ) -> None:
        with store.writing() as session:
            session.enqueue(customer_message(1))
            session.enqueue(customer_message(2))
            (first,) = session.claim(1, T0, T0 + HOUR)
            assert first.attempts == 0, "a claim gives the count from before"
        with store.reading() as session:
            attempts = {one.message.id: one.attempts for one in session.entries(9)}
            assert attempts == {"M1": 1, "M2": 0}, "the attempt is not counted, or one that was none"
        half = later(pass_time, HOUR / 2)
        with store.writing() as session:
            assert [one.message.id for one in session.claim(9, half, half + HOUR / 2)] == ["M2"]
        end = half + (later(pass_time, HOUR / 2) - T0)
        with store.writing() as session:
            again = session.claim(9, end, end + HOUR)
            assert [(one.message.id, one.attempts) for one in again] == [("M1", 1), ("M2", 1)]

    @keeps(Outbox, "They are leased: nobody else claims them before `until`, and each counts one attempt more then.")
    def test_a_leased_message_is_nobody_elses_until_the_lease_ends(self, store: Store, pass_time: Pass | None) -> None:
        with store.writing() as session:
            session.enqueue(customer_message(1))
        with store.writing() as session:
            (first,) = session.claim(9, T0, LEASED)
        with store.writing() as session:
            assert session.claim(9, LEASED - timedelta(microseconds=1), LEASED) == ()
            assert_waiting(session, 1)
        end = later(pass_time, LEASED - T0)
        with store.writing() as session:
            (again,) = session.claim(9, end, end + timedelta(minutes=1))
        assert (again.number, first.attempts, again.attempts) == (first.number, 0, 1)

    @keeps(Outbox, "One whose lease ended unused comes with `AT_ONCE`, since nobody put it back.")
    def test_a_lease_that_ended_unused_is_known_from_a_wait_that_is_over(
        self, store: Store, pass_time: Pass | None
    ) -> None:
        """Or nobody counts how often a worker dies, or is slower than its lease."""
        with store.writing() as session:
            session.enqueue(customer_message(1))
            session.enqueue(customer_message(2))
        with store.writing() as session:
            _, second = session.claim(9, T0, LEASED)
            session.reschedule(attrs.evolve(second, until=T0 + HOUR))
        end = later(pass_time, HOUR)
        with store.writing() as session:
            claimed = session.claim(9, end, end + HOUR)
        assert [(one.message.id, one.until) for one in claimed] == [("M1", AT_ONCE), ("M2", T0 + HOUR)]

    @keeps(Schedule, "What was leased by a tick that died is due again when the lease ends.")
    def test_what_a_killed_tick_held_is_due_again_when_its_lease_ends(
        self, store: Store, pass_time: Pass | None
    ) -> None:
        with store.writing() as session:
            put(session, "C-1")
            session.schedule("C-1", T0)
            assert session.due(9, T0, LEASED) == ("C-1",)
            assert [id for _, id in session.next_checks(9)] == ["C-1"], "it is not listed while it is looked at"
        with store.writing() as session:
            assert session.due(9, LEASED - timedelta(microseconds=1), LEASED) == ()
        end = later(pass_time, LEASED - T0)
        with store.writing() as session:
            assert session.due(9, end, end + timedelta(minutes=1)) == ("C-1",)
            session.schedule("C-1", T0)  # the same time as before it was claimed
            assert session.next_checks(9) == ((T0, "C-1"),)

    @keeps(
        Outbox,
        "so a worker whose clock is wrong neither takes what another one holds nor holds anything for longer.",
    )
    @pytest.mark.parametrize("skew", SKEWS)
    def test_a_letter_is_leased_by_one_clock_for_two_workers_with_two(
        self, store: Store, pass_time: Pass | None, skew: timedelta
    ) -> None:
        """Or a customer hears twice from workers whose clocks differ, or not before the fast one's hour is over."""
        pass_on = _with_a_clock(pass_time)
        lease, mine, theirs = LEASED - T0, T0 + 2 * HOUR + skew, T0 + 2 * HOUR
        with store.writing() as session:
            session.enqueue(customer_message(1))
        with store.writing() as session:
            assert len(session.claim(9, mine, mine + lease)) == 1
        with store.writing() as session:
            assert session.claim(9, theirs, theirs + lease) == (), "a lease that lives is stolen"
            assert session.claim(9, mine + lease - timedelta(seconds=1), mine + 2 * lease) == ()
        pass_on(lease)
        with store.writing() as session:
            assert len(session.claim(9, theirs, theirs + lease)) == 1, "a lease that ended is still held"

    @keeps(Schedule, "Leases are measured as those of the outbox are.")
    @pytest.mark.parametrize("skew", SKEWS)
    def test_a_complaint_is_leased_by_one_clock_for_two_ticks_with_two(
        self, store: Store, pass_time: Pass | None, skew: timedelta
    ) -> None:
        """Or two ticks look at one complaint, or none does for an hour."""
        pass_on = _with_a_clock(pass_time)
        lease, mine, theirs = LEASED - T0, T0 + 2 * HOUR + skew, T0 + 2 * HOUR
        with store.writing() as session:
            put(session, "C-1")
            session.schedule("C-1", T0)
        with store.writing() as session:
            assert session.due(9, mine, mine + lease) == ("C-1",)
        with store.writing() as session:
            assert session.due(9, theirs, theirs + lease) == (), "a lease that lives is stolen"
        pass_on(lease)
        with store.reading() as session:
            assert [id for when, id in session.next_checks(9) if when <= theirs] == ["C-1"], "nobody sees that it ended"
        with store.writing() as session:
            assert session.due(9, theirs, theirs + lease) == ("C-1",), "a lease that ended is still held"

    @keeps(Outbox, "Of a shard only the letters of its complaints are claimed.")
    @pytest.mark.parametrize("count", [1, 2, 3, 64])
    def test_each_letter_and_each_look_is_in_one_shard_of_a_count(self, store: Store, count: int) -> None:
        """Or a letter is nobody's, and one complaint has two workers at once."""
        ids = ("C", "C-1", "C-2", "C-19", "C-261129-0a1b2c3d4f", "投诉", "投诉-😀", "é")
        shards = [Shard(number, count) for number in range(1, count + 1)]
        with store.writing() as session:
            for id in ids:
                put(session, id)
                session.schedule(id, T0)
                session.enqueue(customer_message(1, id))
        with store.writing() as session:
            for shard in shards:
                claimed = [one.message.complaint for one in session.claim(99, T0, LEASED, 0, shard)]
                assert claimed == [id for id in ids if shard.holds(id)], f"letters of {shard}"
                due = session.due(99, T0, LEASED, shard)
                if {*due} != {*claimed}:
                    raise Breaks(Schedule, "Of a shard only its own complaints are given.", f"{shard} looks at {due}")
