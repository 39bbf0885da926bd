"""A sheet: what is counted of many complaints, column by column. Figures read the columns that are asked for.

What each measure observes is worked out once, when the sheet is made. So a question over a year decodes no case, and a
column that it does not need is not even read. A sheet says what its cases say, and nothing else.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, Final, NamedTuple, TypeVar

import msgspec

from complaintflow.insight.cases import Case
from complaintflow.insight.measures import MEASURES, Counted, Measure, Unit
from complaintflow.insight.observing import Observation, Spans
from complaintflow.record.complaint import microseconds

Number = TypeVar("Number", int, float)
ID = "id"
RECEIVED_AT = "received_at"
_ROW: Final = "I"
_TIME: Final = "q"
_SMALL: Final = "b"
_PASSED: Final = "d"
"""Times that passed are whole numbers as floats: Python sorts those twice as fast as integers of their size, and they
are exact for 285 years of microseconds."""


class Labels(NamedTuple):
    """A column of texts: each of them once, and which one each row has."""

    texts: Sequence[str]
    codes: Sequence[int]

    @classmethod
    def of(cls, texts: Iterable[str]) -> Labels:
        """The column of these texts."""
        known: dict[str, int] = {}
        codes = array(_ROW, [known.setdefault(text, len(known)) for text in texts])
        return cls(tuple(known), codes)

    def pick(self, rows: Sequence[int]) -> Labels:
        """What these rows have."""
        return Labels(self.texts, pick(self.codes, rows))


class Seen(NamedTuple):
    """What one measure observes: of which rows, when, and when first and last. Times are microseconds since 1970.

    `values` are numbers, amounts or times that passed; a count has none, since each is one. What counts on a calendar
    or at moments has spans instead, from `since` until `until`; `parts` says how many belong to each observation, or
    nothing where each has one. `of` is what the measure is cut by beside the case.
    """

    rows: Sequence[int]
    at: Sequence[int]
    first: int = 0
    last: int = 0
    values: Sequence[Any] = ()
    since: Sequence[int] = ()
    until: Sequence[int] = ()
    parts: Sequence[int] = ()
    of: Mapping[str, Labels] = {}


class Sheet(NamedTuple):
    """What is counted of so many complaints. `read_ids` gives their ids, which nobody needs before they are shown."""

    rows: int
    read_ids: Callable[[], Sequence[str]]
    received_at: Sequence[int]
    labels: Mapping[str, Labels]
    seen: Mapping[str, Seen]

    def label(self, field: str) -> Labels:
        """The column of a field; one that no complaint has is not kept."""
        return self.labels.get(field) or Labels(("",), bytes(self.rows))


def pick(column: Sequence[Any], places: Sequence[int]) -> Sequence[Any]:
    """The values in these places of a column."""
    if isinstance(places, range) and len(places) == len(column):
        return column
    return [*map(column.__getitem__, places)]


def make_sheet(cases: Iterable[Case], fields: Mapping[str, Callable[[Case], str]], measures: Iterable[str]) -> Sheet:
    """The sheet of all cases that count, in the order of their ids, with these columns."""
    counted = sorted((case for case in cases if case.counts), key=lambda case: case.id)
    ids = tuple(case.id for case in counted)
    labels = {name: Labels.of(map(read, counted)) for name, read in fields.items()}
    seen = {name: _observe(MEASURES[name], counted) for name in measures}
    return Sheet(
        len(ids),
        lambda: ids,
        array(_TIME, [microseconds(case.received_at) for case in counted]),
        {name: one for name, one in labels.items() if one.texts not in {(), ("",)}},
        {name: one for name, one in seen.items() if one.rows},
    )


def _observe(measure: Measure, cases: Sequence[Case]) -> Seen:
    found = [*_observations(measure, cases)]
    rows, seen = [row for row, _ in found], [one for _, one in found]
    at = array(_TIME, [microseconds(one.at) for one in seen])
    of = {name: Labels.of(one.of.get(name, "") for one in seen) for name in measure.cuts}
    each = range(len(cases)) if rows == [*range(len(cases))] else array(_ROW, rows)
    ends = (min(at), max(at)) if at else (0, 0)
    if measure.at_moments or measure.time is Counted.BUSINESS:
        return Seen(each, at, *ends, (), *_spans(seen), of)
    return Seen(each, at, *ends, _values(measure.unit, seen), of=of)


def _observations(measure: Measure, cases: Sequence[Case]) -> Iterator[tuple[int, Observation]]:
    """What it observes of each row. What came from another system counts where the measure says so."""
    for row, case in enumerate(cases):
        if measure.imported or not case.imported:
            for one in measure.observe(case):
                yield row, one


def _values(unit: Unit, seen: Sequence[Observation]) -> Sequence[Any]:
    if unit is Unit.COUNT:
        return ()
    values: list[Any] = [one.value for one in seen]
    return array(_PASSED, map(_passed, values)) if unit is Unit.TIME else values


def _passed(spans: Spans) -> int:
    """The time of all spans by the clock on the wall."""
    return sum(microseconds(span.until) - microseconds(span.since) for span in spans)


def _spans(seen: Sequence[Observation]) -> tuple[Sequence[int], Sequence[int], Sequence[int]]:
    times: list[Any] = [one.value for one in seen]
    spans = [span for spans in times for span in spans]
    parts = [len(spans) for spans in times]
    since = array(_TIME, [microseconds(span.since) for span in spans])
    until = array(_TIME, [microseconds(span.until) for span in spans])
    return since, until, () if set(parts) <= {1} else array(_ROW, parts)


# ── as it is kept


class _KeptIds(msgspec.Struct, array_like=True):
    rows: int
    ids: msgspec.Raw


class _KeptLabels(msgspec.Struct, array_like=True):
    texts: tuple[str, ...]
    codes: bytes


class _KeptSeen(msgspec.Struct, array_like=True):
    """A blank column of rows: one observation of each, in order. A blank one of times: each when its span ends."""

    rows: bytes
    at: bytes
    first: int
    last: int
    values: bytes
    times: bytes
    amounts: tuple[Decimal, ...]
    since: bytes
    until: bytes
    parts: bytes
    of: dict[str, _KeptLabels]


_encode = msgspec.msgpack.Encoder(order="deterministic").encode
_decode_ids = msgspec.msgpack.Decoder(_KeptIds).decode
_decode_labels = msgspec.msgpack.Decoder(_KeptLabels).decode
_decode_seen = msgspec.msgpack.Decoder(_KeptSeen).decode
_decode_texts = msgspec.msgpack.Decoder(tuple[str, ...]).decode


def encode_sheet(sheet: Sheet) -> dict[str, bytes]:
    """The columns of a sheet as they are kept, by their names."""
    columns = {
        ID: _encode(_KeptIds(sheet.rows, msgspec.Raw(_encode(sheet.read_ids())))),
        RECEIVED_AT: array(_TIME, sheet.received_at).tobytes(),
    }
    columns |= {name: _encode(_keep_labels(one)) for name, one in sheet.labels.items()}
    return columns | {name: _encode(_keep_seen(one)) for name, one in sheet.seen.items()}


def _keep_labels(labels: Labels) -> _KeptLabels:
    return _KeptLabels(tuple(labels.texts), array(_ROW, labels.codes).tobytes())


def _keep_seen(seen: Seen) -> _KeptSeen:
    amounts = tuple(one for one in seen.values if isinstance(one, Decimal))
    times = isinstance(seen.values, array)
    return _KeptSeen(
        rows=b"" if isinstance(seen.rows, range) else array(_ROW, seen.rows).tobytes(),
        at=b"" if seen.at == seen.until else array(_TIME, seen.at).tobytes(),
        first=seen.first,
        last=seen.last,
        values=b"" if amounts or times else array(_SMALL, seen.values).tobytes(),
        times=array(_PASSED, seen.values).tobytes() if times else b"",
        amounts=amounts,
        since=array(_TIME, seen.since).tobytes(),
        until=array(_TIME, seen.until).tobytes(),
        parts=array(_ROW, seen.parts).tobytes(),
        of={name: _keep_labels(one) for name, one in seen.of.items()},
    )


def decode_sheet(columns: Mapping[str, bytes], measures: Collection[str]) -> Sheet | None:
    """A sheet of the columns that were read; None where they cannot be. Those of `measures` are what these observe."""
    try:
        ids = _decode_ids(columns[ID])
        labels = {name: data for name, data in columns.items() if name not in {ID, RECEIVED_AT, *measures}}
        return Sheet(
            ids.rows,
            partial(_decode_texts, ids.ids),
            _fill(array(_TIME), columns.get(RECEIVED_AT, b"")),
            {name: _read_labels(_decode_labels(data)) for name, data in labels.items()},
            {name: _read_seen(_decode_seen(columns[name])) for name in measures if name in columns},
        )
    except (msgspec.MsgspecError, KeyError, ValueError):  # a number that is cut off is a ValueError
        return None


def _read_labels(kept: _KeptLabels) -> Labels:
    return Labels(kept.texts, _fill(array(_ROW), kept.codes))


def _read_seen(kept: _KeptSeen) -> Seen:
    until = _fill(array(_TIME), kept.until)
    at = _fill(array(_TIME), kept.at) or until
    return Seen(
        _fill(array(_ROW), kept.rows) or range(len(at)),
        at,
        kept.first,
        kept.last,
        kept.amounts or _fill(array(_PASSED), kept.times) or _fill(array(_SMALL), kept.values),
        _fill(array(_TIME), kept.since),
        until,
        _fill(array(_ROW), kept.parts),
        {name: _read_labels(one) for name, one in kept.of.items()},
    )


def _fill(numbers: array[Number], data: bytes) -> array[Number]:
    """A column of numbers as its bytes have them. Raises `ValueError` where they are cut off."""
    numbers.frombytes(data)
    return numbers
