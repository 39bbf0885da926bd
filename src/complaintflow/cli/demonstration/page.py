"""The report over the complaints of the demo, as one file beside them."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from complaintflow.contrib.report import gather, write_report
from complaintflow.desk.desk import Desk

_NEXT = timedelta(seconds=1)


def page_of(file: Path) -> Path:
    """Where the report over a file lies."""
    return file.with_suffix(".html")


def write_page(desk: Desk, began: datetime, now: datetime, file: Path) -> None:
    """The report from when the demo's clock began up to now."""
    gathered = gather(desk, since=began, until=now + _NEXT)
    page_of(file).write_text(write_report(gathered), encoding="utf-8")
