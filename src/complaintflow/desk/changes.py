"""Which complaints changed since a cursor. The cursor is the last event of the ledger: its number and its link.

A link hangs on a salt that is drawn for its event. So a store that was restored from a backup and went on otherwise, or
that of another house, has another link at this place, or none.
"""

from __future__ import annotations

import re

import attrs

from complaintflow._validation.structure import Record
from complaintflow.desk.ledger import keeps_tree
from complaintflow.errors import InvalidInput, Problem
from complaintflow.plugins import Changed, Session

_FORM = re.compile("0-|([1-9][0-9]{0,17})-((?:[0-9a-f]{2})+)")


@attrs.frozen(eq=False, repr=False)
class _Cursor(Record):
    """The event at this place, counted from 1; 0 and a blank link stand before the first one."""

    place: int
    link: bytes

    @classmethod
    def at(cls, session: Session, place: int) -> _Cursor:
        """The cursor of what is there now. Where it has no such place the link is blank."""
        return cls(place, next(session.links(place - 1), b"") if place else b"")

    @classmethod
    def parse(cls, text: str) -> _Cursor:
        """The cursor from its text. Raises `InvalidInput` for any other text."""
        found = _FORM.fullmatch(text)
        if not found:
            raise InvalidInput((Problem("since", repr(text), "a cursor as `changed` gives it, or nothing"),))
        return cls(int(found[1] or 0), bytes.fromhex(found[2] or ""))

    def __str__(self) -> str:
        return f"{self.place}-{self.link.hex()}"


def changed_since(session: Session, cursor: str) -> Changed:
    """What changed since this cursor. Raises `InvalidInput` for a text that is none."""
    known, tree = _Cursor.parse(cursor) if cursor else None, keeps_tree(session)
    if tree is None:
        return Changed("", whole=True)
    now = str(_Cursor.at(session, tree.count_tiles(0)))
    if known is None or known.link != _Cursor.at(session, known.place).link:
        return Changed(now, whole=True)
    return Changed(now, tuple(tree.ids_behind(known.place)))
