"""What is on record: the facts that rules read, the complaint, its events, and the chain that protects them."""

from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.facts import encode_facts, typed_changes
from complaintflow.record.history import GENESIS, Breach, Head, Sealed, replay, seal, verify

__all__ = [
    "GENESIS",
    "Breach",
    "Complaint",
    "Event",
    "Head",
    "Sealed",
    "encode_facts",
    "replay",
    "seal",
    "typed_changes",
    "verify",
]
