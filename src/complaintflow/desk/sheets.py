"""Sheets of what is counted: made by ticks for days that are over, and read by whoever asks for figures.

A save takes the sheet of its day in its own transaction. What is on no sheet is read complaint by complaint, so figures
are right whether or not a tick has run, and only faster behind one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain
from typing import NamedTuple, cast

from complaintflow.desk.case_reader import CaseReader
from complaintflow.insight.cases import NEVER_ENDS, SHEET_FORMAT, Case
from complaintflow.insight.dimensions import FIELDS
from complaintflow.insight.figures import Asked, sheets_of
from complaintflow.insight.measures import MEASURES
from complaintflow.insight.sheets import Sheet, decode_sheet, encode_sheet, make_sheet
from complaintflow.plugins import Counted, KeepsSheets, Session
from complaintflow.record.complaint import day_of


def keeps_sheets(session: Session) -> KeepsSheets | None:
    """What the session offers for this beside all else, if it does."""
    return cast("KeepsSheets", session) if callable(getattr(session, "counted_days", None)) else None


def read_sheets(
    reader: CaseReader, asked: Asked, since: datetime, until: datetime, *, anew: bool = False
) -> Iterator[Sheet]:
    """Everything of which something may count in this time: sheets as they are kept, and sheets of what is on none.

    `anew` reads every history, and so does a store that keeps no counts.
    """
    kept = None if anew else keeps_sheets(reader.session)
    if kept is None:
        yield from sheets_of(reader.read(since, until, anew=anew), asked)
        return
    days = kept.counted_days(day_of(since))
    loose = {*days}
    for day, columns in kept.sheets(day_of(since), asked.columns):
        known = day in loose and days[day].format == SHEET_FORMAT
        if sheet := decode_sheet(columns, asked.measures) if known else None:
            loose.remove(day)
            yield sheet
    cases = (reader.read_kept(kept.counted_on(day)) for day in sorted(loose))
    yield from sheets_of(chain(reader.read(NEVER_ENDS, until), *cases), asked)


class NewSheet(NamedTuple):
    """The sheet of a day, and the last link of each complaint that it was made of."""

    day: int
    columns: dict[str, bytes]
    links: frozenset[bytes]


def make_day(reader: CaseReader, day: int) -> NewSheet:
    """The sheet of a day. It is blank where a complaint cannot be read: whoever asks for figures reads each, and names
    that one.
    """
    counted = tuple(cast("KeepsSheets", reader.session).counted_on(day))
    cases = tuple[Case, ...](reader.read_kept(counted))
    columns = {} if reader.unreadable else encode_sheet(make_sheet(cases, FIELDS, MEASURES))
    return NewSheet(day, columns, _links(counted))


def keep_day(session: Session, new: NewSheet) -> None:
    """Keep the sheet of a day, unless something of it has changed since it was made."""
    kept = cast("KeepsSheets", session)
    if _links(kept.counted_on(new.day)) == new.links:
        kept.keep_sheet(new.day, SHEET_FORMAT, new.columns)


def _links(counted: Iterable[Counted]) -> frozenset[bytes]:
    return frozenset(one.link for one in counted)
