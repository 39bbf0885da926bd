"""Statements of one transaction that go to PostgreSQL as one."""

from __future__ import annotations

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
