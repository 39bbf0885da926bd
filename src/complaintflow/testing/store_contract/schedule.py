"""The schedule: each complaint that is due is given out once, and again when its lease ends unused."""

from __future__ import annotations

from datetime import timedelta

from complaintflow.plugins import Schedule, Store
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.leases import Pass, later
from complaintflow.testing.store_contract.samples import HOUR, LEASED, T0, event, put


class KeepsTheSchedule:
    """What is due is given out, the longest waiting first."""

    @keeps(Schedule, "The ids that are to be checked by now, the longest waiting first, leased until then.")
    def test_what_is_due_is_given_out_once_the_longest_waiting_first(
        self, store: Store, pass_time: Pass | None
    ) -> None:
        with store.writing() as session:
            for hours, id in enumerate(("C-3", "C-1", "C-2")):
                put(session, id)
                session.schedule(id, T0 + timedelta(hours=hours))
        with store.writing() as session:
            assert session.due(2, T0 + HOUR, T0 + 2 * HOUR) == ("C-3", "C-1")
            assert session.due(2, T0 + HOUR, T0 + 2 * HOUR) == ()
        now = later(pass_time, timedelta(days=1))
        with store.writing() as session:
            assert session.due(1, now, now + timedelta(days=1)) != ("C-2",)
            assert len(session.due(9, now, now + timedelta(days=1))) == 2
            assert session.due(9, now, now + timedelta(days=1)) == ()

    @keeps(
        Schedule,
        "Idempotency: `schedule` replaces; the last time that was given counts.",
    )
    def test_the_last_time_counts_whoever_has_it_meanwhile(self, store: Store) -> None:
        later = T0 + timedelta(hours=1)
        with store.writing() as session:
            put(session, "C-1")
            session.schedule("C-1", T0)
            assert session.due(9, T0, LEASED) == ("C-1",)
            session.schedule("C-1", later)
        with store.writing() as session:
            assert session.due(9, T0, LEASED) == ()
            put(session, "C-1", event(2))
            session.schedule("C-1", T0)
            assert session.due(9, T0, LEASED) == ("C-1",)
            session.schedule("C-1", later)
            assert session.next_checks(9) == ((later, "C-1"),)
            session.schedule("C-1", None)
            assert (session.next_checks(9), session.due(9, later, later)) == ((), ())

    @keeps(Schedule, "`load` gives the `clocks` back, as bytes. A store may keep none, and gives blank ones")
    def test_what_the_clocks_know_comes_back_as_bytes_or_not_at_all(self, store: Store) -> None:
        given = bytes(range(256)) * 40
        with store.writing() as session:
            for id in ("C-1", "C-2"):
                put(session, id)
            session.schedule("C-1", T0, given)
        with store.reading() as session:
            found = [one.clocks for one in map(session.load, ("C-1", "C-2")) if one]
            assert found in ([given, b""], [b"", b""]), "what came back is not what was given"
        with store.writing() as session:
            session.schedule("C-1", T0)
            found = [one.clocks for one in [session.load("C-1")] if one]
            assert found == [b""], "what was taken back is still there"

    @keeps(Schedule, "What is to be checked next, the earliest first, with its id.")
    def test_looks_come_in_order_and_no_more_than_the_limit(self, store: Store) -> None:
        with store.writing() as session:
            for hours, id in ((3, "C-1"), (1, "C-2"), (2, "C-3")):
                put(session, id)
                session.schedule(id, T0 + timedelta(hours=hours))
            assert [id for _, id in session.next_checks(2)] == ["C-2", "C-3"]
