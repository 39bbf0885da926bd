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
    """So many days after the end of a complaint that is in this state now, `Desk.retention` erases its words; 0 keeps
    them. A state of the house's own goes by its meaning.

    The end is that which is on record here: the closing of an archived one, the import of an imported one. A merged
    one goes with the one that took it in.
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
