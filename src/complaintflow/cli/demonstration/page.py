"""The report over the complaints of the demo, as one file beside them."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from complaintflow.contrib.report import gather, write_report
from complaintflow.desk.desk import Desk

_LENGTH = timedelta(days=14)
"""The scenes take a few days of the demo's clock."""


def write_page(desk: Desk, now: datetime, file: Path) -> Path:
    """The report of the time up to now."""
    gathered = gather(desk, since=now - _LENGTH, until=now + timedelta(seconds=1))
    file.write_text(write_report(gathered), encoding="utf-8")
    return file
