"""`manage.py complaintflow_fsck`: check what is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from complaintflow import Desk, InvalidInput
from complaintflow.contrib.django.management.reporting import BREACHED, DeskCommand, Report
from complaintflow.errors import Problem


class Command(DeskCommand):
    """Run it every night."""

    help = "Check the histories of complaints, the ledger and the tables. The exit code is 8 where there are breaches."

    def add_arguments(self, parser: Any) -> None:
        """As those of `complaintflow fsck`."""
        super().add_arguments(parser)
        parser.add_argument("id", nargs="?", help="one complaint only")
        parser.add_argument("--anchor", help="a head that was anchored outside, or a file with one on each line")

    def ask(self, asked: Desk, options: Mapping[str, Any]) -> Report:
        """Check one complaint, or everything."""
        id, anchor = options["id"], options["anchor"]
        if id and anchor:
            problem = Problem("anchor", "an anchor for one complaint", "no id: a head is of the whole store")
            raise InvalidInput((problem,))
        found = asked.check_integrity(id, None if anchor is None else _heads(anchor))
        return Report(found, _lines(found), "" if found.sound else f"{len(found.breaches)} breach(es)", BREACHED)


def _lines(found: Any) -> Iterator[str]:
    verdict = "sound" if found.sound else f"{len(found.breaches)} breach(es)"
    yield f"{found.complaints} complaint(s), {found.events} event(s): {verdict}"
    yield from map(str, found.breaches)
    yield from (f"{one.complaint}: the words of {one.events} event(s) were erased" for one in found.erased)
    yield from (f"note: {note}" for note in found.notes)


def _heads(anchor: str) -> list[str]:
    """The head, or those in a file. Raises `InvalidInput`."""
    file = Path(anchor)
    if ":" in anchor and not file.exists():
        return [anchor]
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        problem = Problem("anchor", f"{anchor}: {error.strerror}", "a head, or a file that can be read")
        raise InvalidInput((problem,)) from None
    heads = [line.split()[-1] for line in lines if line.strip()]
    if not heads:
        raise InvalidInput((Problem("anchor", f"{anchor}: nothing is in it", "a file of complaintflow anchor"),))
    return heads
