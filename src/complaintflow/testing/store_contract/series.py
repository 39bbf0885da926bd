"""Series: how many complaints of one kind came in each hour is counted once for each, so that spikes are seen (R41)."""

from __future__ import annotations

from typing import cast

from complaintflow.plugins import CountsSeries, Session, Store
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.samples import HOUR, T0, put


def counting(session: Session) -> CountsSeries | None:
    """The session, if its store counts series."""
    return cast("CountsSeries", session) if callable(getattr(session, "file_in_series", None)) else None


class CountsItsSeries:
    """A store may leave this out; then nobody looks for spikes."""

    @keeps(CountsSeries, "File this complaint, which is saved, in each of these series, at its time.")
    def test_a_complaint_counts_once_in_each_of_its_series(self, store: Store) -> None:
        """Else a tick that dies and begins anew makes a spike of one complaint."""
        with store.writing() as session:
            for id in ("C-1", "C-2"):
                put(session, id)
            if (series := counting(session)) is None:
                return
            assert series.file_in_series("C-1", {"type/a": T0, "shop/b": T0 + HOUR}) == {"type/a": 1, "shop/b": 1}
            assert series.file_in_series("C-1", {"type/a": T0}) == {}
        with store.writing() as session:
            again = cast("CountsSeries", session)
            assert again.file_in_series("C-1", {"type/a": T0 + 9 * HOUR, "area/c": T0}) == {"area/c": 1}
            assert again.file_in_series("C-2", {"type/a": T0}) == {"type/a": 2}
            assert list(again.count_by_hour("type/a", 0, 10**6)) == [(hour_of_t0(), 2)], "what it wrote itself"

    @keeps(CountsSeries, "The hours from `since` on and before `until` in which any came into the series")
    def test_the_hours_come_in_order_with_their_numbers(self, store: Store) -> None:
        with store.writing() as session:
            for number in range(1, 5):
                put(session, f"C-{number}")
            if (series := counting(session)) is None:
                return
            for number, hours in enumerate((2, 0, 2, 12), 1):
                series.file_in_series(f"C-{number}", {"type/a": T0 + hours * HOUR})
        with store.reading() as session:
            there, first = cast("CountsSeries", session), hour_of_t0()
            assert list(there.count_by_hour("type/a", first, first + 12)) == [(first, 1), (first + 2, 2)]
            assert list(there.count_by_hour("type/b", first, first + 12)) == []

    @keeps(CountsSeries, "The latest ids in this series between these times (both inside), the last one first.")
    def test_the_latest_of_a_series_come_first(self, store: Store) -> None:
        with store.writing() as session:
            for number in range(1, 4):
                put(session, f"C-{number}")
            if (series := counting(session)) is None:
                return
            for number in (2, 1, 3):
                series.file_in_series(f"C-{number}", {"type/a": T0 + number * HOUR})
            assert series.in_series("type/a", T0 + HOUR, T0 + 2 * HOUR, 9) == ("C-2", "C-1")
        with store.reading() as session:
            there = cast("CountsSeries", session)
            assert there.in_series("type/a", T0, T0 + 9 * HOUR, 2) == ("C-3", "C-2")
            assert there.in_series("type/b", T0, T0 + 9 * HOUR, 2) == ()


def hour_of_t0() -> int:
    """Whole hours since 1970."""
    return int(T0.timestamp()) // 3600
