"""The timer of an edge: after how long in a state the system asks for its command."""

from __future__ import annotations

import attrs

from complaintflow._validation.structure import Record


@attrs.frozen(eq=False, repr=False)
class Timer(Record):
    """After how long in a state the system asks for a command: a budget on a calendar, and the fields as JSON."""

    after: str
    calendar: str = "always"
    says: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, (self.after, self.calendar if self.calendar != "always" else "", self.says)))
