"""Sheets of what is counted on a day: each is there as it was kept, until something of its day changes."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any, cast

import attrs
import pytest

from complaintflow.plugins import Counted, CountedDay, KeepsSheets, Session, Store
from complaintflow.record.complaint import AT_ONCE
from complaintflow.record.history import seal
from complaintflow.record.searched import NOTHING_NEW
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import Data, found_again
from complaintflow.testing.store_contract.samples import T0, event, put

_DAY = timedelta(days=1)
_FIRST = (T0 - AT_ONCE) // _DAY
"""The day of the samples, counted from 1970."""
_FORMAT = 4
_COLUMNS = {"id": b"\x00ids", "area": bytes(range(256)), "closing_time": b""}
_TAKEN = (
    "A save of a complaint that has such a day, or had one before, takes the sheet of that day in the same "
    "transaction; so does `reseal`."
)


def _sheets(session: Session) -> KeepsSheets:
    return cast("KeepsSheets", session)


def _end(session: Session, id: str, days: int | None, seq: int = 2) -> None:
    """One more event, after which it counts until so many days after the first; None: it goes on."""
    stored = found_again(session, id)
    sealed = seal(id, stored.link, event(seq), bytes(16))
    complaint = attrs.evolve(stored.complaint, version=seq)
    until = None if days is None else T0 + days * _DAY
    session.save(
        attrs.evolve(stored, complaint=complaint, link=sealed.link, counted=b"case", counted_to=until), [sealed]
    )


def _read(session: Session, since: int = 0, *names: str) -> list[tuple[int, Mapping[str, bytes]]]:
    return [*_sheets(session).sheets(_FIRST + since, names or tuple(_COLUMNS))]


class KeepsSheetsOfDays:
    """A store may leave this out; one that has it gives no sheet that says what is no longer so."""

    @pytest.fixture
    def sheeted(self, store: Store) -> Store:
        """A store that keeps sheets: one complaint goes on, two are over on the first day, and one two days later."""
        with store.writing() as session:
            if not callable(getattr(session, "counted_days", None)):
                pytest.skip("it keeps no sheets")
            for id in ("C-1", "C-2", "C-3", "C-4"):
                put(session, id)
        with store.writing() as session:
            for id, days in (("C-2", 0), ("C-3", 0), ("C-4", 2)):
                _end(session, id, days)
            for day in (0, 2):
                _sheets(session).keep_sheet(_FIRST + day, _FORMAT, _COLUMNS)
        return store

    @keeps(
        KeepsSheets,
        "The sheets from this day on, each with those of these columns that it has, in the order of the days.",
    )
    def test_a_sheet_is_read_as_it_was_kept_with_the_columns_that_are_asked_for(
        self, data: Data, sheeted: Store
    ) -> None:
        with data.look_again().reading() as session:
            assert _read(session) == [(_FIRST, _COLUMNS), (_FIRST + 2, _COLUMNS)]
            assert _read(session, 1) == [(_FIRST + 2, _COLUMNS)], "it lies before the day"
            (_, some), _ = _read(session, 0, "area", "shop")
            assert some == {"area": _COLUMNS["area"]}

    @keeps(KeepsSheets, "Keep the sheet of a day, in place of the one that was there.")
    def test_the_last_sheet_of_a_day_counts(self, sheeted: Store) -> None:
        with sheeted.writing() as session:
            _sheets(session).keep_sheet(_FIRST, _FORMAT + 2, {"id": b"anew"})
        with sheeted.reading() as session:
            assert _read(session, 0)[0] == (_FIRST, {"id": b"anew"})
            assert _sheets(session).counted_days(_FIRST)[_FIRST].format == _FORMAT + 2

    @keeps(KeepsSheets, "Every day from this one on that ever had such a complaint.")
    def test_each_day_until_which_something_counts_is_told(self, sheeted: Store) -> None:
        """Else what counts until a day that is not told stands in no figure."""
        with sheeted.reading() as session:
            kept = CountedDay(_FORMAT, _FIRST)
            assert _sheets(session).counted_days(0) == {_FIRST: kept, _FIRST + 2: kept}
            assert [*_sheets(session).counted_days(_FIRST + 1)] == [_FIRST + 2]

    @keeps(KeepsSheets, _TAKEN)
    @pytest.mark.parametrize("days", [0, 1, None])
    def test_what_changes_of_a_day_takes_its_sheet(self, sheeted: Store, days: int | None) -> None:
        """Whether it stays on its day, goes to another one or goes on: else figures tell what was."""
        with sheeted.writing() as session:
            _end(session, "C-2", days, 3)
            assert _read(session) == [(_FIRST + 2, _COLUMNS)]
        with sheeted.reading() as session:
            assert _read(session) == [(_FIRST + 2, _COLUMNS)]
            there = _sheets(session).counted_days(_FIRST)
            assert {day: one.format for day, one in there.items()} == {
                _FIRST: 0,
                _FIRST + 2: _FORMAT,
                **({} if days is None else {_FIRST + days: 0}),
            }

    @keeps(KeepsSheets, _TAKEN)
    def test_a_change_that_is_rolled_back_takes_no_sheet(self, sheeted: Store) -> None:
        with suppress(LookupError), sheeted.writing() as session:
            _end(session, "C-2", 1, 3)
            raise LookupError
        with sheeted.reading() as session:
            assert [day for day, _ in _read(session)] == [_FIRST, _FIRST + 2]

    @keeps(KeepsSheets, _TAKEN)
    def test_what_goes_on_takes_no_sheet(self, sheeted: Store) -> None:
        with sheeted.writing() as session:
            _end(session, "C-1", None)
        with sheeted.reading() as session:
            assert [day for day, _ in _read(session)] == [_FIRST, _FIRST + 2]

    @keeps(KeepsSheets, _TAKEN)
    def test_words_that_lie_encrypted_anew_take_the_sheet(self, sheeted: Store) -> None:
        """Else it names in plain words what is encrypted beside it."""
        with sheeted.writing() as session:
            theirs: Any = session
            if not callable(getattr(theirs, "reseal", None)):
                pytest.skip("it keeps no keys")
            theirs.reseal("C-2", session.history("C-2"), b"card", NOTHING_NEW)
        with sheeted.reading() as session:
            assert [day for day, _ in _read(session)] == [_FIRST + 2]

    @keeps(
        KeepsSheets,
        "As `counted`, of those whose `counted_to` lies on this day. In a transaction that writes, what it gives stays "
        "as it is until that ends.",
    )
    def test_what_counts_until_a_day_is_given_as_it_was_saved(self, sheeted: Store) -> None:
        with sheeted.writing() as session:
            found: list[Counted] = [*_sheets(session).counted_on(_FIRST)]
            assert sorted(one.id for one in found) == ["C-2", "C-3"]
            assert {(one.counted, one.link) for one in found} == {
                (b"case", session.history(id)[-1].link) for id in ("C-2", "C-3")
            }
            assert [*_sheets(session).counted_on(_FIRST + 1)] == []

    @keeps(
        KeepsSheets,
        "The earliest days that have no sheet of this format or a newer one; each lies before that day, and was not "
        "touched since.",
    )
    def test_days_that_are_over_and_have_no_sheet_are_told_once_nobody_touches_them(self, sheeted: Store) -> None:
        with sheeted.writing() as session:
            _end(session, "C-2", 0, 3)
        with sheeted.reading() as session:
            ask = _sheets(session).days_without_sheet
            assert [*ask(_FORMAT, _FIRST, 9)] == [], "it is touched on that day"
            assert [*ask(_FORMAT, _FIRST + 1, 9)] == [_FIRST]
            assert [*ask(_FORMAT + 1, _FIRST + 3, 9)] == [_FIRST, _FIRST + 2], "a sheet of an older format is none"
            assert [*ask(_FORMAT + 1, _FIRST + 2, 9)] == [_FIRST]
            assert [*ask(_FORMAT + 1, _FIRST + 3, 1)] == [_FIRST]
