"""What is on record: the facts that rules read, the complaint, its events, and the chain that protects them."""

from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.facts import decode_changes, encode_facts
from complaintflow.record.history import GENESIS, Breach, Head, Sealed, replay, seal, verify
from complaintflow.record.receipt import LedgerReceipt

__all__ = [
    "GENESIS",
    "Breach",
    "Complaint",
    "Event",
    "Head",
    "LedgerReceipt",
    "Sealed",
    "decode_changes",
    "encode_facts",
    "replay",
    "seal",
    "verify",
]
