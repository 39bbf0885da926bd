"""R1, R22: the addresses of a customer, as intake, corrections and answers have them, in the order of events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from complaintflow.values import PROFILE_FIELDS, KnownContact, choose

CONTACT = "contact."
"""The prefix of intake fields that are contacts of the customer."""

Contacts = tuple[KnownContact, ...]


def first_contacts(customer: Mapping[str, Any]) -> Contacts:
    """Those with which the complaint came in. What the list says of an address counts."""
    listed = [KnownContact(one["kind"], one["address"], one.get("verified")) for one in customer.get("contacts", ())]
    known = {(one.kind, one.address) for one in listed}
    plain = ((kind, to) for kind, to in customer.get("contact", {}).items() if to.strip() and (kind, to) not in known)
    return (*(KnownContact(kind, to) for kind, to in plain), *listed)


def touches_contacts(data: Mapping[str, Any], fields: Iterable[str]) -> bool:
    """Whether a correction or an answer says something of contacts."""
    return bool(data.get("contacts") or data.get("remove_contacts")) or any(one.startswith(CONTACT) for one in fields)


def change_contacts(contacts: Contacts, data: Mapping[str, Any], fields: Mapping[str, Any], at: datetime) -> Contacts:
    """Those after a correction or an answer with these `fields`.

    `contact.email` is the only address of its kind from then on, or none when it is blank; an answer takes away no
    verified one. What was added is not proved until somebody verifies it.
    """
    spared = "answers" in data
    for name, given in fields.items():
        if name.startswith(CONTACT) and (kind := name.removeprefix(CONTACT)) not in PROFILE_FIELDS:
            contacts = _replace(contacts, kind, str(given).strip(), at, spared=spared)
    gone = {fold_address(one) for one in data.get("remove_contacts", ())}
    kept = tuple(one for one in contacts if fold_address(one.address) not in gone)
    return _add(kept, data.get("contacts", ()), at)


def _replace(contacts: Contacts, kind: str, to: str, at: datetime, *, spared: bool) -> Contacts:
    """With this as the only address of the kind; `spared` are the verified ones."""
    kept = [one for one in contacts if one.kind != kind or one.address == to or (spared and one.verified)]
    there = any(one.kind == kind and one.address == to for one in kept)
    new = [] if there or not to else [KnownContact(kind, to, verified=False, since=at)]
    return (*kept, *new)


def _add(contacts: Contacts, more: Iterable[Mapping[str, Any]], at: datetime) -> Contacts:
    """Each of them as a new address, or as what is said anew of one that is there."""
    known = {(one.kind, one.address): one for one in contacts}
    for one in more:
        name, verified = (one["kind"], one["address"]), one.get("verified")
        before = known.get(name)
        if before is None:
            known[name] = KnownContact(*name, verified=verified is True, since=at)
        elif verified is not None:
            known[name] = KnownContact(*name, verified=verified, since=before.since)
    return tuple(known.values())


def written_to_no_more(before: Contacts, after: Contacts) -> dict[str, str]:
    """R22: the verified addresses that a correction took away, or instead of which another one is written to, by kind.

    Of several of a kind it is the one that was written to.
    """
    was, now = choose(before), choose(after)
    there = {(one.kind, fold_address(one.address)) for one in after}
    found: dict[str, str] = {}
    for one in sorted(before, key=lambda one: one.rank):
        chosen = fold_address(was[one.kind]) == fold_address(one.address) != fold_address(now.get(one.kind, ""))
        if one.verified and (chosen or (one.kind, fold_address(one.address)) not in there):
            found.setdefault(one.kind, one.address)
    return found


def fold_address(address: str) -> str:
    """An address as it compares with others."""
    return address.strip().casefold()


def listed(contacts: Sequence[KnownContact]) -> list[dict[str, Any]]:
    """The list for a `Customer`; nothing where all came in without a word about whether they are verified."""
    if all(one.verified is None for one in contacts):
        return []
    return [{"kind": one.kind, "address": one.address, "verified": one.verified} for one in contacts]
