"""What is counted of each complaint: it comes back as it was saved, for the time in which it may count."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import cast

import attrs
import pytest

from complaintflow.plugins import Counted, KeepsCounts, Session, Store
from complaintflow.record.history import Sealed, seal
from complaintflow.testing.promises import keeps
from complaintflow.testing.store_contract.data import Data, found_again
from complaintflow.testing.store_contract.samples import T0, event, put

_DAY = timedelta(days=1)
_KEPT = bytes(range(256))


def _count(session: Session, id: str, counted: bytes, until: datetime | None, seq: int = 2) -> None:
    """One more event, after which so much is counted."""
    (*_, last) = session.history(id)
    sealed: Sealed = seal(id, last.link, event(seq), bytes(16))
    stored = found_again(session, id)
    complaint = attrs.evolve(stored.complaint, version=seq)
    more = attrs.evolve(stored, complaint=complaint, link=sealed.link, counted=counted, counted_to=until)
    session.save(more, [sealed])


def _counted(session: Session, since: timedelta, until: timedelta) -> dict[str, Counted]:
    found = cast("KeepsCounts", session).counted(T0 + since, T0 + until)
    return {one.id: one for one in found}


class KeepsWhatIsCounted:
    """A store may leave this out; one that has it leaves out no complaint that may count."""

    @pytest.fixture
    def counting(self, store: Store) -> Store:
        """A store that keeps what is counted: one goes on, and two are over, the second one later."""
        with store.writing() as session:
            if not callable(getattr(session, "counted", None)):
                pytest.skip("it keeps nothing of what is counted")
            for days, id in enumerate(("C-1", "C-2", "C-3")):
                put(session, id, received_at=days * _DAY)
        with store.writing() as session:
            _count(session, "C-1", _KEPT, None)
            _count(session, "C-2", b"two", T0 + 3 * _DAY)
            _count(session, "C-3", b"three", T0 + 5 * _DAY)
            session.schedule("C-3", T0, b"clocks")
        return store

    @keeps(
        KeepsCounts, "What was saved last of each complaint that came in before `until` and counts at `since` or later"
    )
    def test_what_came_in_before_and_counts_later_is_given_as_it_was_saved(self, data: Data, counting: Store) -> None:
        with data.look_again().reading() as session:
            links = {id: session.history(id)[-1].link for id in ("C-1", "C-2", "C-3")}
            found = _counted(session, timedelta(), 9 * _DAY)
            assert {id: (one.counted, one.link) for id, one in found.items()} == {
                "C-1": (_KEPT, links["C-1"]),
                "C-2": (b"two", links["C-2"]),
                "C-3": (b"three", links["C-3"]),
            }
            assert found["C-3"].clocks in {b"clocks", b""}
            assert sorted(_counted(session, 3 * _DAY, 9 * _DAY)) == ["C-1", "C-2", "C-3"], "what ends then counts"
            assert sorted(_counted(session, 4 * _DAY, 9 * _DAY)) == ["C-1", "C-3"]
            assert sorted(_counted(session, 6 * _DAY, 9 * _DAY)) == ["C-1"], "what goes on counts at any time"
            assert sorted(_counted(session, timedelta(), 2 * _DAY)) == ["C-1", "C-2"], "what came in later counts later"

    @keeps(
        KeepsCounts, "What was saved last of each complaint that came in before `until` and counts at `since` or later"
    )
    def test_what_comes_back_goes_on_again(self, counting: Store) -> None:
        with counting.writing() as session:
            _count(session, "C-2", b"again", None, 3)
            assert _counted(session, 8 * _DAY, 9 * _DAY)["C-2"].counted == b"again"
        with counting.reading() as session:
            stored = found_again(session, "C-2")
            assert (stored.counted, stored.counted_to) == (b"again", None)
