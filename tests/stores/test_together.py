"""Statements of one transaction that go to PostgreSQL as one."""

from __future__ import annotations

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import pytest
from psycopg import errors

from complaintflow.stores.sql import drivers, together
from complaintflow.stores.sql.dialects import POSTGRESQL
from complaintflow.stores.sql.together import Asked, grouped

EVENT = Asked("INSERT INTO complaintflow_events VALUES (:place)", {"place": 1})
FACTS = Asked("UPDATE complaintflow_complaints SET facts = :facts", {"facts": b"{}"})
WORDS = Asked("DELETE FROM complaintflow_words WHERE place = :place", {"place": 1})
COUNTS = Asked("DELETE FROM complaintflow_keys WHERE complaint IN (SELECT id FROM complaintflow_complaints)", {})
READS = Asked("SELECT number FROM complaintflow_complaints FOR UPDATE", {})


def test_writes_to_different_tables_go_as_one() -> None:
    """Each statement costs the client as much as a command decides."""
    assert list(grouped([FACTS, EVENT, WORDS])) == [[FACTS, EVENT, WORDS]]


def test_two_writes_to_one_table_stay_apart_and_in_order() -> None:
    """Within one statement, neither sees what the other did: the second change of a row would be lost."""
    assert list(grouped([FACTS, EVENT, FACTS, WORDS])) == [[FACTS, EVENT], [FACTS, WORDS]]


def test_what_reads_goes_by_itself() -> None:
    """It must see what was written before it, and no less."""
    assert list(grouped([FACTS, READS, EVENT, COUNTS, WORDS])) == [[FACTS], [READS], [EVENT], [COUNTS], [WORDS]]


def test_nothing_is_no_statement() -> None:
    """A transaction that only read would send an empty one."""
    assert list(grouped([])) == []


def test_lists_go_in_the_format_of_the_server() -> None:
    """As texts they took a fifth of what a hundred commands cost the client."""
    sql = "UPDATE complaintflow_events SET link = :one FROM unnest(CAST(:links AS BYTEA[])) l WHERE seq IN :numbers"
    written = POSTGRESQL.write(sql)
    assert written.endswith("= %(one)s FROM unnest(CAST(%(links)b AS BYTEA[])) l WHERE seq = ANY(%(numbers)b)")


def test_what_must_meet_a_row_divides_by_the_rows_that_it_met(monkeypatch: pytest.MonkeyPatch) -> None:
    """So the server refuses, and skips the commit behind it, where a place is taken that was free before."""
    sent = list[Any]()
    monkeypatch.setattr(together, "send", lambda *given, **_: sent.extend(given[2]))
    together.commit_together(None, POSTGRESQL, [EVENT, FACTS._replace(met=print), WORDS])
    assert [sql for sql, _ in sent] == [
        "WITH w0 AS (INSERT INTO complaintflow_events VALUES (:w0_place)), "
        "w1 AS (UPDATE complaintflow_complaints SET facts = :w1_facts RETURNING 1), "
        "w2 AS (DELETE FROM complaintflow_words WHERE place = :w2_place) SELECT 1 / (SELECT count(*) FROM w1)",
        "COMMIT",
    ]


@pytest.mark.parametrize(("error", "closed"), [("AdminShutdown", True), ("UniqueViolation", False)])
def test_a_connection_that_is_cut_in_the_middle_of_a_message_is_used_no_more(
    error: str, closed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Psycopg did not always get out of the message, and the pool filled the log of the house with its complaints."""

    def cut(*_: Any, **__: Any) -> None:
        raise getattr(errors, error)

    was_closed = list[bool]()
    driver = SimpleNamespace(pipeline=nullcontext, close=lambda: was_closed.append(True))
    monkeypatch.setattr(drivers, "_run_at_server", cut)
    with pytest.raises(getattr(errors, error)):
        drivers.send(driver, POSTGRESQL, [("SELECT 1", {}), ("COMMIT", {})])
    assert bool(was_closed) is closed
