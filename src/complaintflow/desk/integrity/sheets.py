"""The sheets that figures read, against the complaints of their days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from complaintflow.desk.case_reader import CaseReader
from complaintflow.desk.integrity.subject import Checkup
from complaintflow.desk.sheets import keeps_sheets, make_day
from complaintflow.insight.cases import SHEET_FORMAT
from complaintflow.insight.dimensions import FIELDS
from complaintflow.insight.measures import MEASURES
from complaintflow.insight.sheets import ID, RECEIVED_AT
from complaintflow.record.complaint import AT_ONCE, day_of
from complaintflow.record.history import Breach

SHEETS = "sheets"
_EVERY = frozenset({ID, RECEIVED_AT, *FIELDS, *MEASURES})
_FIRST = day_of(datetime.min.replace(tzinfo=UTC))


def sheet_faults(checkup: Checkup) -> Iterator[Breach]:
    """Sheets that say otherwise than the complaints of their day. Nobody reads one of another format."""
    kept = keeps_sheets(checkup.session)
    if kept is None:
        return
    formats = {day: one.format for day, one in kept.counted_days(_FIRST).items()}
    for day, columns in kept.sheets(_FIRST, _EVERY):
        if formats.get(day) == SHEET_FORMAT:
            reader = CaseReader(checkup.session, checkup.versions)
            if make_day(reader, day).columns != columns and not reader.unreadable:
                name = (AT_ONCE + timedelta(days=day)).date().isoformat()
                yield Breach(name, day, "is not what is counted of the complaints of its day", SHEETS)
