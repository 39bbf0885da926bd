"""`manage.py complaintflow_vacuum`: take what was deleted out of the files of the database."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from complaintflow import Desk
from complaintflow.contrib.django.management.reporting import DeskCommand, Report


class Command(DeskCommand):
    """Run it after an erasure, at night."""

    help = "Take what was deleted out of the files of the database; others wait until it is done."

    def ask(self, asked: Desk, options: Mapping[str, Any]) -> Report:
        """Write our tables anew."""
        asked.vacuum()
        return Report({"vacuum": "done"}, ("the files are written anew",), "", 0)
