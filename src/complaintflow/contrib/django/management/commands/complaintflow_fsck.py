"""`manage.py complaintflow_fsck`: check what is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from complaintflow import Desk, InvalidInput
from complaintflow.contrib.django.management.reporting import BREACHED, DeskCommand, Report
from complaintflow.errors import Problem
from complaintflow.interchange.anchors import read_heads


class Command(DeskCommand):
    """Run it every night."""

    help = "Check the histories of complaints, the ledger and the tables. The exit code is 8 where there are breaches."

    def add_arguments(self, parser: Any) -> None:
        """As those of `complaintflow fsck`."""
        super().add_arguments(parser)
        parser.add_argument("id", nargs="?", help="one complaint only")
        parser.add_argument("--anchor", help="a head that was anchored outside, or a file with one on each line")
        parser.add_argument("--since", help="only what was saved since this head, or the last one in such a file")

    def ask(self, asked: Desk, options: Mapping[str, Any]) -> Report:
        """Check one complaint, what is new, or everything."""
        id, anchor, since = options["id"], options["anchor"], options["since"]
        if id and anchor:
            problem = Problem("anchor", "an anchor for one complaint", "no id: a head is of the whole store")
            raise InvalidInput((problem,))
        heads = None if anchor is None else read_heads(anchor, "anchor")
        last = None if since is None else read_heads(since, "since")[-1]
        found = asked.check_integrity(id, heads, since=last)
        return Report(found, _lines(found), "" if found.sound else f"{len(found.breaches)} breach(es)", BREACHED)


def _lines(found: Any) -> Iterator[str]:
    verdict = "sound" if found.sound else f"{len(found.breaches)} breach(es)"
    yield f"{found.complaints} complaint(s), {found.events} event(s): {verdict}"
    yield from map(str, found.breaches)
    yield from (f"{one.complaint}: the words of {one.events} event(s) were erased" for one in found.erased)
    yield from (f"note: {note}" for note in found.notes)
