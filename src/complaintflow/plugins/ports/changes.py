"""What changed in a house since somebody looked last, for those who keep something that is made of its complaints."""

from __future__ import annotations

import attrs

from complaintflow._validation.structure import Record


@attrs.frozen(eq=False, repr=False)
class Changed(Record):
    """The complaints of which an event was saved since a cursor, each once, and the cursor for the next time.

    `whole` says that everything may have changed, and `ids` is empty then: no cursor was given, or the store is another
    one than that of the cursor or an older copy of it, or it keeps no order that a cursor could name. Then the new
    cursor is blank.
    """

    cursor: str
    ids: tuple[str, ...] = ()
    whole: bool = False
