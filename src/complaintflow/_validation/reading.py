"""What cannot be read is named: its table, its key and the kind of the fault. What it says stays out of the error."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager

import msgspec

from complaintflow.errors import DefinitionError, InvalidInput, UnreadableRecord

_EVENTS = "events"
FAULTS = (
    *(msgspec.MsgspecError, InvalidInput, DefinitionError),
    *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
)
"""What reading a damaged record may raise."""


def unreadable(table: str, key: object, fault: Exception | str) -> UnreadableRecord:
    """That this record cannot be read, because of this fault."""
    return UnreadableRecord.of(table, key, fault)


class reading:  # noqa: N801  # read as a function
    """The faults of a record, as `UnreadableRecord`. Each record enters one: a generator took three times as long."""

    __slots__ = ("_about", "_key", "_table")

    def __init__(self, table: str, key: object, about: str = "") -> None:
        self._table, self._key, self._about = table, key, about

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: object) -> None:
        if isinstance(fault, FAULTS):
            raise UnreadableRecord.of(self._table, self._key, fault, self._about) from None


@contextmanager
def reading_complaint(id: str) -> Generator[None, None, None]:
    """The faults of a complaint and of its events, by its id."""
    try:
        with reading("complaints", id):
            yield
    except UnreadableRecord as fault:
        raise of_complaint(fault, id) from None


def of_complaint(fault: UnreadableRecord, id: str) -> UnreadableRecord:
    """The fault of an event is told with its complaint as well, any other as it is."""
    if fault.table != _EVENTS or "#" in fault.key:
        return fault
    return UnreadableRecord.of(_EVENTS, f"{id}#{fault.key}", fault.cause)
