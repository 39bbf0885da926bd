"""`manage.py complaintflow_tick`: do what the clocks ask for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from complaintflow import Desk
from complaintflow.contrib.django.management.reporting import FAILED, DeskCommand, Report


class Command(DeskCommand):
    """Run it every minute, by cron or a timer."""

    help = "Do what the clocks of complaints ask for by now. The exit code is 1 where something failed."

    def add_arguments(self, parser: Any) -> None:
        """As those of `complaintflow tick`."""
        super().add_arguments(parser)
        parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
        parser.add_argument("--believe", action="store_true", help="the clock is right, though it leapt")

    def ask(self, asked: Desk, options: Mapping[str, Any]) -> Report:
        """Tick once."""
        ticked = asked.tick(dry_run=options["dry_run"], believe=options["believe"])
        wrong = ticked.failed or ticked.leap
        return Report(ticked, _lines(ticked), "not everything could be done" if wrong else "", FAILED)


def _lines(ticked: Any) -> Iterator[str]:
    for one in ticked.done:
        because = "; ".join(map(str, one.refusals))
        yield f"{one.complaint}: {type(one.command).__name__} by {one.rule}{f', refused: {because}' if because else ''}"
    yield f"{len(ticked.done)} {'would be done' if ticked.dry else 'done'}, {ticked.checked} complaint(s) looked at"
    if ticked.leap:
        yield str(ticked.leap)
    yield from (f"{one.complaint} could not be looked at: {one.why}" for one in ticked.failed)
