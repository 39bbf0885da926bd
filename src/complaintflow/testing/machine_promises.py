"""Which sentence of a port was broken when the machine finds something wrong, by the first words of what it found."""

from __future__ import annotations

from complaintflow.plugins import (
    Channel,
    Complaints,
    CustomerMessage,
    Erases,
    Keys,
    Outbox,
    Schedule,
    Session,
    Store,
)

APPENDED = (Complaints, "They are only added to.")
KEPT = (
    Complaints,
    "What was saved comes back as it was given: every part of an event, its bytes as bytes, None as None.",
)
VERSIONS = (Complaints, "Versions keep an event from being saved twice.")
WHOLE = (Session, "what it writes is there as a whole or not at all.")
DURABLE = (Store, "What `writing()` left without an exception is durable: it survives a killed process.")
LOUD = (Store, "`StoreError`, at once and loudly: the caller of the desk gets it, and nothing was saved.")
GOES_ON = (Store, "The store goes on after an error.")
WRITERS = (Store, "Two writers wait for each other or get an error, never a mixture; a reader sees no half.")
KEY = (Keys, "a key is remembered once and never forgotten.")
LETTERS = (Outbox, "A message comes back as it was given, with each of its fields.")
DONE = (Outbox, "a removed entry stays removed, and its number is never given to another one.")
PUBLIC = (CustomerMessage, "It is made from public facts only.")
SAME_KEY = (
    CustomerMessage,
    "it stays the same when the message is sent again, and a channel that can drops the repeat.",
)
ANOTHER_KEY = (CustomerMessage, "Once it came back, it is another sending, with a key of its own.")
ANOTHER_WAY = (
    CustomerMessage,
    "On the next way it is another sending as well, since both ways may be one provider's account.",
)
KEYED = (
    Channel,
    "Each message is its own: the same text under another key, and `M1` of another complaint, are other messages, and "
    "nothing of one is in the next.",
)
CHECKED = (Schedule, "The ids that are to be checked by now, the longest waiting first, leased until then.")
LINKS = (Complaints, "The links of all events in the order in which they were saved, beginning behind so many.")
WORDLESS = (
    Erases,
    "Take the words of these events: all but the commitment stays of each, and `data` is None and `salt` blank.",
)
UNSENT = (
    Erases,
    "Every letter of it goes, dead ones and those that cannot be read as well, so that none of them is sent any more.",
)
UNFOUND = (Erases, "With them go the card, and all words and labels by which a search finds the complaint.")
OTHERS = (Erases, "Of other complaints everything stays.")

Promise = tuple[type, str]
"""A port, and a sentence of its docstrings."""


def broken(what: str, promise: Promise) -> str:
    """What was found, whose first word names the fault, with the sentence that was not kept."""
    port, sentence = promise
    return f'{what}\nthe contract of {port.__name__} says: "{sentence}"'
