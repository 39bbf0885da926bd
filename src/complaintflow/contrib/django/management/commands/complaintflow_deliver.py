"""`manage.py complaintflow_deliver`: send what waits in the outbox."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from complaintflow import Desk
from complaintflow.contrib.django.management.reporting import STORE, DeskCommand, Report


class Command(DeskCommand):
    """Run it every minute, by cron or a timer."""

    help = "Send what waits in the outbox of complaints. The exit code is 7 where a channel failed."

    def add_arguments(self, parser: Any) -> None:
        """As those of `complaintflow deliver`."""
        super().add_arguments(parser)
        parser.add_argument("--limit", type=int, default=100, help="how many messages at most")

    def ask(self, asked: Desk, options: Mapping[str, Any]) -> Report:
        """Deliver once."""
        done = asked.deliver(options["limit"])
        wrong = done.failures or done.unreadable
        return Report(done, _lines(done), "not everything could be sent" if wrong else "", STORE)


def _lines(done: Any) -> Iterator[str]:
    counts = Counter(str(outcome.status) for _, outcome in done.outcomes)
    sent = ", ".join(f"{count} {status}" for status, count in sorted(counts.items())) or "nothing sent"
    yield f"{sent}; {done.waiting} waiting"
    if done.unreached:
        yield f"{len(done.unreached)} to customers only recorded, which reaches nobody: give the desk a channel"
    if done.dead:
        yield f"{done.dead} could not be sent: see dead_letters of the desk"
    yield from map(str, done.failures)
    yield from (f"left out: {one}" for one in done.unreadable)
