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
        parser.add_argument("--since", help="only what was saved since this head, or the last one in such a file")

    def ask(self, asked: Desk, options: Mapping[str, Any]) -> Report:
        """Check one complaint, what is new, or everything."""
        id, anchor, since = options["id"], options["anchor"], options["since"]
        if id and anchor:
            problem = Problem("anchor", "an anchor for one complaint", "no id: a head is of the whole store")
            raise InvalidInput((problem,))
        heads, last = _heads(anchor, "anchor"), _heads(since, "since")
        found = asked.check_integrity(id, heads, since=last[-1] if last else None)
        return Report(found, _lines(found), "" if found.sound else f"{len(found.breaches)} breach(es)", BREACHED)


def _lines(found: Any) -> Iterator[str]:
    verdict = "sound" if found.sound else f"{len(found.breaches)} breach(es)"
    yield f"{found.complaints} complaint(s), {found.events} event(s): {verdict}"
    yield from map(str, found.breaches)
    yield from (f"{one.complaint}: the words of {one.events} event(s) were erased" for one in found.erased)
    yield from (f"note: {note}" for note in found.notes)


def _heads(anchor: str | None, option: str) -> list[str] | None:
    """The head, or those in a file; None where nothing is given. Raises `InvalidInput`."""
    if anchor is None or (":" in anchor and not Path(anchor).exists()):
        return None if anchor is None else [anchor]
    try:
        lines = Path(anchor).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        problem = Problem(option, f"{anchor}: {error.strerror}", "a head, or a file that can be read")
        raise InvalidInput((problem,)) from None
    heads = [line.split()[-1] for line in lines if line.strip()]
    if not heads:
        raise InvalidInput((Problem(option, f"{anchor}: nothing is in it", "a file of complaintflow anchor"),))
    return heads
