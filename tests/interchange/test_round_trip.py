"""What is written is read again, and nothing is dropped on the way."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from complaintflow import from_json, to_json
from complaintflow.contrib._hypothesis import records
from complaintflow.errors import (
    ComplaintflowError,
    Conflict,
    DefinitionError,
    InvalidInput,
    NotFound,
    Overtaken,
    PluginError,
    Problem,
    Refusal,
    Refused,
    StoreError,
    UnreadableRecord,
)

FEW = settings(max_examples=2, deadline=None, suppress_health_check=[*HealthCheck])


def check(kind: type[Any]) -> None:
    @settings(max_examples=500)  # a record may hold complaints: ten times as many took a quarter of the whole search
    @given(st.from_type(kind))
    def comes_back(record: object) -> None:
        again = from_json(to_json(record))
        assert type(again) is type(record)
        assert again == record

    comes_back()


@pytest.mark.parametrize("kind", list(records()), ids=lambda kind: kind.__name__)
@FEW
@given(data=st.data())
def test_every_public_record_is_read_as_it_was_written(kind: type[Any], data: st.DataObject) -> None:
    record = data.draw(st.from_type(kind))
    again = from_json(to_json(record))
    assert type(again) is type(record)
    assert again == record


@pytest.mark.explore
@pytest.mark.parametrize("kind", list(records()), ids=lambda kind: kind.__name__)
def test_every_public_record_is_read_as_it_was_written_many_times(kind: type[Any]) -> None:
    check(kind)


@pytest.mark.parametrize(
    "error",
    [
        Refused("C-1", "Resolve", (Refusal("mine", ("为何", "why"), "help"), Refusal.of("allowed", case="stranger"))),
        InvalidInput((Problem("a", "b", "c"),)),
        NotFound("C-1"),
        Conflict("C-1", 1, 2),
        DefinitionError((Problem("a", "b", "c"),)),
        StoreError("s", "c", "r"),
        Overtaken("s", "c", "r"),
        UnreadableRecord.of("events", "C-1#2", "a fault"),
        PluginError("p", "h", "c"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_every_error_is_read_as_it_was_written(error: ComplaintflowError) -> None:
    again = from_json(to_json(error))
    assert (again, str(again)) == (error, str(error))
