"""Wrapping the keys of words anew, and encrypting what lies in plain words: by one short transaction after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from complaintflow.desk.unit_of_work import UnitsOfWork
from complaintflow.errors import SetAside, StoreError, UnreadableRecord
from complaintflow.plugins import Session

_PAGE = 200
"""So many keys, or letters, are written in one transaction."""


@attrs.frozen
class KeyRotation:
    """How many keys the present root key wraps now that another one wrapped, and which do not open."""

    keys: int
    unreadable: tuple[SetAside, ...] = ()


@attrs.frozen
class Encryption:
    """How many complaints and letters lie encrypted now that lay in plain words, and which cannot be read."""

    complaints: int
    letters: int
    unreadable: tuple[SetAside, ...] = ()


def rotate_keys(units: UnitsOfWork) -> KeyRotation:
    """Page after page of keys. What was done before is passed over."""
    keys, unreadable, after, more = 0, list[SetAside](), "", True
    while more:
        page = units.write(_asking("rewrap", after, _PAGE))
        keys += page.keys
        unreadable += page.unreadable
        after, more = page.after, bool(page.after)
    return KeyRotation(keys, tuple(unreadable))


def encrypt(units: UnitsOfWork) -> Encryption:
    """Complaint after complaint, then the letters, page after page. What was done before is passed over, but for what
    came beside it in plain words since."""
    units.write(_asking("begin"))  # from now on nobody writes plain words behind this
    with units.reading() as session:
        ids = tuple(session.ids())
    complaints, unreadable = 0, list[SetAside]()
    for id in ids:
        try:
            complaints += units.write(_asking("encrypt", id))
        except UnreadableRecord as error:
            unreadable.append(error.record)
    letters = sum(count for dead in (False, True) for count in _letters(units, dead))
    return Encryption(complaints, letters, tuple(unreadable))


def _letters(units: UnitsOfWork, dead: bool) -> Iterator[int]:
    after, more = 0, True
    while more:
        after, count = units.write(_asking("encrypt_letters", after, _PAGE, dead=dead))
        more = bool(after)
        yield count


def _asking(name: str, *asked: object, **named: object) -> Callable[[Session], Any]:
    """Asks a session with keys. Raises `StoreError` for one without."""

    def act(session: Session) -> Any:
        call = getattr(session, name, None)
        if call is None:
            raise StoreError("keys", "this desk has none", "open it with keys")
        return call(*asked, **named)

    return act
