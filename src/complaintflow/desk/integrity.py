"""Whether what is stored can be trusted: chains, ledger, anchor, and replay against snapshot."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs

from complaintflow._validation.reading import reading_complaint
from complaintflow.errors import InvalidInput, Problem, UnreadableRecord
from complaintflow.plugins import Complaints, Query, Session
from complaintflow.record.complaint import Complaint
from complaintflow.record.history import Breach, Head, Sealed, head_of, replay, verify

LEDGER = "ledger"
_NOT_BOTH = "has a snapshot or a history, but not both"


@attrs.frozen
class Integrity:
    """How much was checked, and everything that was wrong."""

    complaints: int
    events: int
    breaches: tuple[Breach, ...]

    @property
    def sound(self) -> bool:
        """Whether nothing was wrong."""
        return not self.breaches


def check_one(session: Complaints, id: str, key: bytes = b"") -> Integrity:
    """The chain of one complaint, and its replay against its snapshot."""
    history = session.history(id)
    return Integrity(1, len(history), tuple(_faults(session, id, history, key)))


def check_all(session: Session, anchor: str | None = None, key: bytes = b"") -> Integrity:
    """Every complaint, the ledger against the histories, and the anchored head if one is given.

    Raises `InvalidInput` for an anchor that is none.
    """
    breaches: list[Breach] = []
    links: Counter[bytes] = Counter()
    ids = tuple(session.ids())
    for id in ids:
        history = session.history(id)
        links.update(event.link for event in history)
        breaches += _faults(session, id, history, key)
    ledger = tuple(session.links())
    breaches += _ledger_faults(Counter(ledger), links)
    breaches += _anchor_faults(ledger, anchor) if anchor is not None else ()
    breaches += (
        Breach(one.table, int(one.key), f"cannot be read: {one.cause}") for one in session.unreadable_letters()
    )
    return Integrity(len(ids), links.total(), tuple(breaches))


def _faults(session: Complaints, id: str, history: tuple[Sealed, ...], key: bytes) -> Iterator[Breach]:
    yield from verify(id, history, key)
    yield from (Breach(id, one.seq, "what was said is gone") for one in history if one.data is None)
    try:
        with reading_complaint(id):
            stored = session.load(id)
            same = stored is not None and replay(id, history) == stored.complaint
    except UnreadableRecord as error:
        why = f"cannot be read: {error.table} {error.key}, {error.cause}" if history else _NOT_BOTH
        yield Breach(id, len(history), why)
        return
    if stored is None or not history:
        yield Breach(id, len(history), _NOT_BOTH)
    elif not same:
        yield Breach(id, stored.complaint.version, "its snapshot is not what its events make")
    elif not _findable(session, stored.complaint):
        yield Breach(id, stored.complaint.version, "is not found by what its facts say")
    elif history[-1].link != stored.link:
        yield Breach(id, stored.complaint.version, "its snapshot does not carry the last link of its chain")


def _findable(session: Complaints, complaint: Complaint) -> bool:
    """Whether a search for its own facts finds it: what a store searches by agrees with the snapshot."""
    facts = complaint.facts
    own = {name: getattr(facts, name) for name in Query.EXACT if name != "id"}
    return bool(session.find(Query(id=complaint.id, **own)).complaints)


def _ledger_faults(ledger: Counter[bytes], links: Counter[bytes]) -> Iterator[Breach]:
    missing, extra = (ledger - links).total(), (links - ledger).total()
    if missing:
        yield Breach(LEDGER, ledger.total(), f"{missing} saved event(s) are in no history any more")
    if extra:
        yield Breach(LEDGER, ledger.total(), f"{extra} event(s) were never saved by a desk")


def _anchor_faults(ledger: tuple[bytes, ...], anchor: str) -> Iterator[Breach]:
    try:
        head = Head.parse(anchor)
    except ValueError as error:
        raise InvalidInput((Problem("anchor", repr(anchor), "a head, like 12:ab34…"),)) from error
    found = head_of(ledger, head.count)
    if found.count < head.count:
        yield Breach(LEDGER, found.count, f"truncated: the anchored head counts {head.count} events")
    elif found != head:
        yield Breach(LEDGER, head.count, "not the history whose head was anchored")
