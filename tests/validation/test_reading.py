"""A record that cannot be read is named, by nothing that it says."""

from __future__ import annotations

import pytest

from complaintflow._validation.reading import reading, reading_complaint, unreadable
from complaintflow.errors import NotFound, SetAside, UnreadableRecord


@pytest.mark.parametrize("fault", [ValueError("李"), KeyError("李"), OverflowError("李"), AttributeError("李")])
def test_a_fault_is_told_by_its_kind(fault: Exception) -> None:
    with pytest.raises(UnreadableRecord) as raised, reading("outbox", 7, "C-1/1/0/M1"):
        raise fault
    assert raised.value.record == SetAside(
        "outbox",
        "7",
        f"a {type(fault).__name__}",
        "mend it or restore it from a backup, then release it",
        "C-1/1/0/M1",
    )
    assert "李" not in f"{raised.value}{raised.value!r}"


def test_what_is_no_fault_of_a_record_stays_what_it_is() -> None:
    with pytest.raises(NotFound), reading("outbox", 7):
        raise NotFound("C-1")


def test_a_fault_of_an_event_is_told_with_its_complaint() -> None:
    with pytest.raises(UnreadableRecord) as raised, reading_complaint("C-1"):
        raise unreadable("events", 3, ValueError())
    assert (raised.value.table, raised.value.key) == ("events", "C-1#3")
    with pytest.raises(UnreadableRecord) as again, reading_complaint("C-2"):
        raise raised.value
    assert again.value.key == "C-1#3"


@pytest.mark.parametrize("table", ["complaints", "policies"])
def test_what_is_named_already_keeps_its_name(table: str) -> None:
    with pytest.raises(UnreadableRecord) as raised, reading_complaint("C-1"):
        raise unreadable(table, "other", ValueError())
    assert (raised.value.table, raised.value.key) == (table, "other")
