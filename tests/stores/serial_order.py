"""One order, that of the ledger, explains what each process of a crowd was told: as if one acted after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import attrs
import psycopg

from complaintflow import Complaint, Desk

Told = Mapping[str, Any]
_IN_ORDER = (
    "SELECT id, seq, kind FROM complaintflow_events JOIN complaintflow_complaints ON number = complaint ORDER BY place"
)


@attrs.frozen
class SerialOrder:
    """All events in the order in which they were accepted, with what each complaint is about."""

    events: Sequence[tuple[str, int, str]]
    complaints: Mapping[str, Complaint]
    places: Mapping[tuple[str, int], int]
    notes: Mapping[str, tuple[str, int]]

    @classmethod
    def of(cls, desk: Desk, url: str) -> SerialOrder:
        """That of the ledger on the server."""
        with psycopg.connect(url) as plain:
            events = [(str(id), int(seq), str(kind)) for id, seq, kind in plain.execute(_IN_ORDER)]
        complaints = {one.id: one for one in desk.each()}
        notes = {
            event.data["text"]: (id, event.seq)
            for id in complaints
            for event in desk.history(id)
            if event.kind == "Note" and event.data
        }
        return cls(events, complaints, {(id, seq): place for place, (id, seq, _) in enumerate(events)}, notes)

    def unexplained(self, said: Sequence[Told]) -> Iterator[str]:
        """What was told and does not follow from the order; nothing where all of it does."""
        yield from self._histories()
        yield from self._answers(said)
        yield from self._payments(said)
        yield from self._duplicates()
        yield from self._incidents()

    def _matter(self, id: str) -> tuple[str, str]:
        facts = self.complaints[id].facts
        return facts.customer, facts.order

    def _histories(self) -> Iterator[str]:
        """The history of each complaint stands in it from the first event to the last."""
        seen = defaultdict[str, int](int)
        for id, seq, kind in self.events:
            if seq != seen[id] + 1:
                yield f"{kind} of {id} is event {seq}, behind {seen[id]}"
            seen[id] = seq

    def _answers(self, said: Sequence[Told]) -> Iterator[str]:
        """Each answer is the complaint as it stood then; and who was answered before they asked again was first."""
        last = dict[str, int]()
        for one in said:
            if "note" in one:
                id, seq = self.notes[one["note"]]
                if one["version"] != seq:
                    yield f"{one['note']} is event {seq} of {id}, and was answered with version {one['version']}"
                process = one["note"].rpartition("-")[0]
                place = self.places[id, seq]
                if place <= last.get(process, -1):
                    yield f"{one['note']} stands before what the same process was told earlier"
                last[process] = place

    def _payments(self, said: Sequence[Told]) -> Iterator[str]:
        """R26: who was refused was so because the order had been paid by then, and nobody else was."""
        paid = dict[tuple[str, str], int]()
        for place, (id, seq, kind) in enumerate(self.events):
            if kind == "ApproveCompensation":
                if self._matter(id) in paid:
                    yield f"event {seq} of {id} pays what was paid before"
                paid.setdefault(self._matter(id), place)
        for one in said:
            if "refused" in one and not paid.get(self._matter(one["id"]), len(self.events)) < one["until"]:
                yield f"a payment of {one['id']} was refused among {one['until']} events, and nobody was paid"

    def _duplicates(self) -> Iterator[str]:
        """R5: each complaint knows of all others about the same order of the same customer: none came in unseen."""
        matters = defaultdict[tuple[str, str], set[str]](set)
        for id in self.complaints:
            matters[self._matter(id)].add(id)
        for id, complaint in self.complaints.items():
            others = matters[self._matter(id)] - {id}
            if {*complaint.duplicates} != others:
                yield f"{id} knows of {sorted(complaint.duplicates)}, and there are {sorted(others)}"

    def _incidents(self) -> Iterator[str]:
        """R12: of one problem there is one incident, however many came in at once."""
        incidents = {one.facts.incident for one in self.complaints.values() if one.facts.incident}
        for one, another in pairwise(sorted(incidents)):
            yield f"the incidents {one} and {another} are of one problem"
