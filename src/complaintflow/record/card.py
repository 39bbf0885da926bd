"""The card beside the facts: what messages and lists need of the texts, so that nobody reads all texts for it.

It is private, and made of texts alone: when they are erased, it is taken away as well, and made anew of what is left.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Protocol

import msgspec

from complaintflow.record.contacts import Contacts, change_contacts, first_contacts, listed, touches_contacts
from complaintflow.values import PROFILE_FIELDS, Customer, KnownContact, choose

PROFILE = "customer."
"""The prefix of intake fields that say something else of the customer: `customer.language`."""

SHOP = "shop"
"""R46: the intake field of the shop, which is compared with the customer's other complaints."""

# Commands by name, because the record must not import them; `tests/record/test_complaint.py` checks the names.
RECEIVED = "Receive"
IMPORTED = "Import"
BEGINNINGS = frozenset({RECEIVED, IMPORTED})
"""The commands that begin a history."""

INTAKE_FIELDS = {RECEIVED: "", IMPORTED: "", "Correct": "fields", "Answer": "answers"}
"""The commands that carry intake fields, each with the field that holds them; blank: all its fields."""


OWN_FIELDS = "fields"
"""The field of a `Receive` that holds the fields of the house's own."""


class Told(Protocol):
    """What one event says."""

    @property
    def kind(self) -> str: ...
    @property
    def at(self) -> datetime: ...
    @property
    def data(self) -> Mapping[str, Any]: ...


class Address(msgspec.Struct, frozen=True, omit_defaults=True):
    """A contact as the card keeps it."""

    kind: str
    to: str
    verified: bool | None = None
    since: datetime | None = None


class Card(msgspec.Struct, frozen=True, omit_defaults=True):
    """When it came in, the customer as received, and what corrections and answers said of them, or of the shop.

    `addresses` are the contacts as they stand, once a correction or an answer changed one.
    """

    received_at: datetime
    first: dict[str, Any] = {}
    later: dict[str, Any] = {}
    addresses: tuple[Address, ...] | None = None

    @property
    def contacts(self) -> Contacts:
        """The contacts of the customer, as they stand."""
        if self.addresses is None:
            return first_contacts(self.first)
        return tuple(KnownContact(one.kind, one.to, one.verified, one.since) for one in self.addresses)

    @property
    def shop(self) -> str:
        """R46: the shop that it is about, or a blank text."""
        return str(self.later.get(SHOP, ""))


_encode = msgspec.json.Encoder().encode
decode_card = msgspec.json.Decoder(Card).decode
"""Reads a card; it takes about a microsecond."""


def make_card(said: Iterable[Told]) -> bytes:
    """The card of these entries, from the first one on; nothing without one."""
    entries = iter(said)
    first = next(entries, None)
    told = (entry for entry in (first, *entries) if entry and entry.kind in INTAKE_FIELDS)
    return b"" if first is None else note(_encode(Card(first.at)), told)


def note(card: bytes, told: Iterable[Told]) -> bytes:
    """The card after these entries as well, which carry intake fields."""
    after = decode_card(card)
    for entry in told:
        after = _note_entry(after, entry)
    return _encode(after)


def _note_entry(card: Card, entry: Told) -> Card:
    fields, first = intake_part(entry), card.first
    if entry.kind in BEGINNINGS and not first:
        first = entry.data.get("customer", {})
    later = {**card.later, **{name: value for name, value in fields.items() if _is_kept(name, value)}}
    card = Card(card.received_at, first, later, card.addresses)
    if entry.kind in BEGINNINGS or not touches_contacts(entry.data, fields):
        return card
    contacts = change_contacts(card.contacts, entry.data, fields, entry.at)
    addresses = tuple(Address(one.kind, one.address, one.verified, one.since) for one in contacts)
    return msgspec.structs.replace(card, addresses=addresses)


def intake_part(entry: Told) -> Mapping[str, Any]:
    """R3: the intake fields that this entry carries."""
    part, data = INTAKE_FIELDS[entry.kind], entry.data
    if part:
        fields: Mapping[str, Any] = data.get(part, {})
        return fields
    own: Mapping[str, Any] = data.get(OWN_FIELDS, {})
    return {**{name: value for name, value in data.items() if name != OWN_FIELDS}, **own} if own else data


def _is_kept(name: str, value: Any) -> bool:
    return name.startswith(PROFILE) or (name == SHOP and value != "")


def card_contacts(card: bytes) -> Contacts:
    """The contacts on a card, as they stand; nothing on a blank one."""
    return decode_card(card).contacts if card else ()


def customer_on(card: bytes, id: str, tier: str) -> Customer:
    """R1: the customer as corrections and answers have it (`customer.language`, `contact.email`).

    A blank contact is removed.
    """
    known = decode_card(card) if card else None
    first, later = (known.first, known.later) if known else ({}, {})
    said = {name: text.strip() for name, text in _named(later, PROFILE) if _fits(name, text)}
    given: dict[str, Any] = {**(first or {"id": id or "unknown"}), **said}
    if f"{PROFILE}tier" in later:
        given["tier"] = tier  # an answer does not change it
    contacts = known.contacts if known else ()
    given["contact"], given["contacts"] = choose(contacts), listed(contacts)
    return Customer.recorded(given)


def _named(intake: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    """The intake fields whose names have this prefix, without it."""
    return ((name.removeprefix(prefix), value) for name, value in intake.items() if name.startswith(prefix))


def _fits(name: str, text: str) -> bool:
    """Whether it says something of the customer. An answer is recorded as it was given, so it may not."""
    return name in PROFILE_FIELDS and not Customer.profile_problem(name, text)
