"""The ledger of all events against the histories, and against a head that was anchored outside."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b

import attrs

from complaintflow.errors import InvalidInput, Problem
from complaintflow.plugins import Session
from complaintflow.record.history import Breach, Head, head_of

LEDGER = "ledger"


@attrs.define
class Tally:
    """Counts links, in any order, without keeping them. Two tallies with one secret are equal for the same links."""

    secret: bytes = attrs.field(factory=lambda: os.urandom(32), repr=False)
    count: int = 0
    _sum: int = 0

    def add(self, links: Iterable[bytes]) -> Tally:
        """The tally with these links as well."""
        for one in links:
            self.count += 1
            self._sum += int.from_bytes(blake2b(one, key=self.secret).digest())
        return self


def ledger_faults(session: Session, histories: Tally) -> Iterator[Breach]:
    """What is in the ledger or in the histories, and not in both. Only where they differ are all links kept."""
    ledger = Tally(histories.secret).add(session.links())
    if ledger == histories:
        return
    saved = Counter(session.links())
    links = Counter(event.link for id in session.ids() for event in session.history(id))
    if missing := (saved - links).total():
        yield Breach(LEDGER, ledger.count, f"{missing} saved event(s) are in no history any more")
    if extra := (links - saved).total():
        yield Breach(LEDGER, ledger.count, f"{extra} event(s) were never saved by a desk")


def parse_anchor(anchor: str) -> Head:
    """The head that was anchored. Raises `InvalidInput` for a text that is none."""
    try:
        return Head.parse(anchor)
    except ValueError as error:
        raise InvalidInput((Problem("anchor", repr(anchor), "a head, like 12:ab34…"),)) from error


def anchor_faults(links: Callable[[], Iterator[bytes]], head: Head) -> Iterator[Breach]:
    """Whether the ledger begins with what was anchored."""
    found = head_of(links(), head.count)
    if found.count < head.count:
        yield Breach(LEDGER, found.count, f"truncated: the anchored head counts {head.count} events")
    elif found != head:
        yield Breach(LEDGER, head.count, "not the history whose head was anchored")
