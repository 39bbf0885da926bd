"""What is derived from a history: the snapshot, and everything that a store finds a complaint by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

import attrs

from complaintflow.desk.integrity.subject import Checkup, Subject
from complaintflow.errors import UnreadableRecord
from complaintflow.insight.batches import Sighting
from complaintflow.insight.cases import Case
from complaintflow.insight.following import counted_to, decode_case, follow_turns
from complaintflow.plugins import Query, Session
from complaintflow.record.card import Told
from complaintflow.record.complaint import Complaint
from complaintflow.record.history import Breach
from complaintflow.record.matter import filed_under
from complaintflow.record.searched import INTAKE, RELABELS, may_be_news, search_news
from complaintflow.vocabulary import OPEN

PAGE = 500
"""So many complaints are looked for at once among what came in at their time."""


def snapshot_faults(checkup: Checkup, subject: Subject) -> Iterator[Breach]:
    """What the store keeps of it and its history does not say."""
    stored, made = subject.stored, subject.made
    if not _is_made(checkup, stored.complaint, made):
        yield subject.breach("its snapshot is not what its events make")
    elif stored.complaint.card not in {b"", made.card}:
        yield subject.breach("its card says of the customer what its events do not")
    elif subject.history[-1].link != stored.link:
        yield subject.breach("its snapshot does not carry the last link of its chain")
    if stored.received_at != subject.came_at:
        yield subject.breach("it came in at another time than its first event says")
    if not _is_found(checkup.session, subject):
        yield subject.breach("is not found by what its facts say")
    yield from _search_faults(checkup, subject)
    yield from _count_faults(subject)
    facts = made.facts
    for order in sorted(filed_under(facts)) if facts.paid else ():
        if subject.id not in checkup.session.find_paid(facts.customer, (order,)):
            yield subject.breach("what it paid is not found by its customer and order")


def _is_made(checkup: Checkup, stands: Complaint, made: Complaint) -> bool:
    """Whether it stands as its events make it.

    Where a store reads its texts from the history that was read already, they are not read again to be compared with
    themselves: 3 µs an event.
    """
    if getattr(checkup.session, "texts_of_history", False) and len(stands.body) == len(made.body):
        stands = attrs.evolve(stands, body=made.body)
    return stands == made


def _count_faults(subject: Subject) -> Iterator[Breach]:
    """What figures would say otherwise than the history. Where nothing is kept, they read the history."""
    stored = subject.stored
    if not stored.counted:
        return
    made = follow_turns(Case(subject.id), subject.changes)
    if decode_case(stored.counted) != made:
        yield subject.breach("what is counted of it is not what its events say")
    elif stored.counted_to != counted_to(made):
        yield subject.breach("is not counted in the time that its events say")


def _search_faults(checkup: Checkup, subject: Subject) -> Iterator[Breach]:
    """Words and labels that a search has and its history does not, or the other way round.

    What an erasure left of an intake was made of what stood there then: of that only words that are gone are known.
    """
    searched = getattr(checkup.session, "searched", None)
    if searched is None:
        return
    try:
        fields = checkup.versions.of(checkup.session, subject.made.facts).policy.fields
    except UnreadableRecord:  # of a policy that cannot be read there is a breach of its own
        return
    kept, said = searched(subject.id), [one for one in subject.events if may_be_news(one.kind, one.encoded)]
    told = ((one.seq, cast(Told, one)) for one in said)  # their data are decoded already
    news = search_news(subject.made, told, fields)
    if hidden := getattr(checkup.session, "hidden", None):  # where words lie encrypted
        news = hidden(subject.id, news)
    erased = any(one.data is None and one.kind in RELABELS for one in subject.history)
    words, own = (
        {number: text for number, text in found.items() if text and (number != INTAKE or not erased)}
        for found in (kept.words, news.indexed)  # a blank row finds nothing
    )
    if words != own:
        yield subject.breach("is found by other words than its history has")
    if not erased and kept.labels != (news.labels or {}):
        yield subject.breach("is found by other labels than its history has")


def _is_found(session: Session, subject: Subject) -> bool:
    """Whether a search for its own facts finds it, by each field that a search may ask for."""
    facts = subject.made.facts
    own: dict[str, Any] = {name: getattr(facts, name) or "" for name in Query.EXACT if name != "id"}
    query = Query(
        id=subject.id,
        **own,
        open=facts.stage in OPEN,
        awaiting_reply=bool(facts.signs),
        received_from=subject.came_at,
    )
    return session.count(query) > 0  # that it can be read is known


@attrs.define(repr=False)
class SightingCheck:
    """R12: whether the search for batches sees each complaint as it is. It asks for some of them at a time."""

    session: Session
    _seen: list[tuple[Sighting, int]] = attrs.field(factory=list[tuple[Sighting, int]])

    def faults(self, subject: Subject | None = None) -> Iterator[Breach]:
        """Look at one more; without one, at those that are left."""
        if subject:
            self._seen.append((Sighting.of(subject.id, subject.came_at, subject.made.facts), subject.made.version))
        if self._seen and (subject is None or len(self._seen) >= PAGE):
            yield from self._look()
            self._seen.clear()

    def _look(self) -> Iterator[Breach]:
        times = [one.received_at for one, _ in self._seen]
        found = {one.id: one for one in self.session.received_between(min(times), max(times))}
        for one, version in self._seen:
            if found.get(one.id) != one:
                yield Breach(one.id, version, "is not seen as it is where batches are looked for")
