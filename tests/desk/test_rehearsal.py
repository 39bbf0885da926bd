"""What a dry run of `tick` sees of a history: what is stored, and behind it what it would have written."""

from __future__ import annotations

import pytest

from complaintflow.desk.rehearsal import Rehearsal
from complaintflow.stores.memory import MemoryStore
from complaintflow.testing.store_contract.samples import event, put
from tests import stories as s


@pytest.mark.parametrize("stored", [0, 1, 3])
def test_a_dry_run_reads_each_part_of_a_history_as_if_it_had_written_it(stored: int) -> None:
    """Else a rule that looks at the latest events would see others than in the run that follows, and say otherwise."""
    store = MemoryStore()
    if stored:
        with store.writing() as session:
            put(session, "C-1", *map(event, range(1, stored + 1)))
    with Rehearsal(store, s.T0).reading() as session:
        put(session, "C-1", event(stored + 1))
        put(session, "C-1", event(stored + 2), event(stored + 3))
        whole = session.history("C-1")
        assert [one.seq for one in whole] == [*range(1, stored + 4)]
        for after in range(stored + 5):
            assert session.history("C-1", after) == whole[after:], after
            for limit in range(1, stored + 5):
                assert session.history("C-1", after, limit) == whole[after : after + limit], (after, limit)
