"""Who wrote a text of a complaint: what a customer or a stranger wrote is never told as a word of the house."""

from __future__ import annotations

from collections.abc import Mapping

from complaintflow import commands as c
from complaintflow.record.complaint import Entry

_OF_CUSTOMERS: Mapping[str, frozenset[str]] = {
    c.Answer.__name__: frozenset({"answers"}),
    c.Confirm.__name__: frozenset({"anything_else"}),
    c.Correct.__name__: frozenset({"fields", "contacts", "remove_contacts"}),
    c.Object.__name__: frozenset({"core_demand"}),
    c.Survey.__name__: frozenset({"comment"}),
}
"""The fields that tell what a customer said, whoever recorded it."""
_INTAKES = frozenset({c.Receive.__name__, c.Import.__name__})


def source_of(entry: Entry, field: str, customer: str) -> str:
    """From whom a field of an event is."""
    kind, data = entry.kind, entry.data
    if kind in _INTAKES or field == "said" or field in _OF_CUSTOMERS.get(kind, ()) or entry.by == customer:
        return "customer"
    if kind == c.Note.__name__ and data.get("sender"):
        return "unproved sender"
    if kind == c.PartyReply.__name__:
        return "third party"
    return "evidence" if kind == c.AddEvidence.__name__ else source_of_actor(entry.by, customer)


def source_of_actor(id: str, customer: str) -> str:
    """What an actor is, by the id."""
    if id == customer:
        return "customer"
    kind = id.partition(":")[0]
    return kind if kind in {"machine", "system"} else "staff"
