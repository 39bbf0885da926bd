"""Which sentence of a port was broken when the machine finds something wrong, by the first words of what it found."""

from __future__ import annotations

from complaintflow.plugins import Channel, Complaints, Keys, Outbox, Session, Store

APPENDED = (Complaints, "They are only added to.")
KEPT = (Complaints, "What was saved comes back as it was given: every part of an event, its bytes as bytes, None as None.")
VERSIONS = (Complaints, "Versions keep an event from being saved twice.")
WHOLE = (Session, "what it writes is there as a whole or not at all.")
DURABLE = (Store, "What `writing()` left without an exception is durable: it survives a killed process.")
LOUD = (Store, "`StoreError`, at once and loudly: the caller of the desk gets it, and nothing was saved.")
GOES_ON = (Store, "The store goes on after an error.")
WRITERS = (Store, "Two writers wait for each other or get an error, never a mixture; a reader sees no half.")
KEY = (Keys, "a key is remembered once and never forgotten.")
LETTERS = (Outbox, "A message comes back as it was given, with each of its fields.")
DONE = (Outbox, "a removed entry stays removed, and its number is never given to another one.")
VISIBLE = (Channel, "It can only be handed what is meant for them.")

Promise = tuple[type, str]
"""A port, and a sentence of its docstrings."""


def broken(what: str, promise: Promise) -> str:
    """What was found, whose first word names the fault, with the sentence that was not kept."""
    port, sentence = promise
    return f'{what}\nthe contract of {port.__name__} says: "{sentence}"'
