"""After how long the words of what is over are erased."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import attrs

from complaintflow._validation.structure import Checked, Within
from complaintflow.vocabulary import State

_Days = Annotated[int, Within(0, 36_525)]


@attrs.frozen(eq=False, repr=False)
class Retention(Checked):
    """After how many days in a state `Desk.retention` erases the words of a complaint; 0 keeps them.

    The days count from when it came to its end, as it is on record here: an archived one from its closing, and an
    imported one from the import. A merged one goes with the one that took it in.
    """

    closed: _Days = 0
    archived: _Days = 0
    withdrawn: _Days = 0
    declined: _Days = 0

    def limits(self) -> Iterator[tuple[State, int]]:
        """The states of which something is erased, each with its days."""
        for state in (State.CLOSED, State.ARCHIVED, State.WITHDRAWN, State.DECLINED):
            if days := int(getattr(self, state)):
                yield state, days
