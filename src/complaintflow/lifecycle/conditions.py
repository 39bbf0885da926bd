"""The conditions of edges of a house's own: which clock was missed, and which state a complaint has noted."""

from __future__ import annotations

import attrs

from complaintflow.commands._context import Ask
from complaintflow.record.keys import RunKey


@attrs.frozen
class MissedClock:
    """The deadline that was missed is one of this clock."""

    clock: str

    def __call__(self, ask: Ask) -> bool:
        return RunKey.parse(ask.field("clock")).clock == self.clock

    @property
    def __name__(self) -> str:
        return f"clock {self.clock}"


@attrs.frozen
class OtherClock:
    """The deadline that was missed is one of another clock."""

    missed: MissedClock

    def __call__(self, ask: Ask) -> bool:
        return not self.missed(ask)

    @property
    def __name__(self) -> str:
        return f"not {self.missed.__name__}"


@attrs.frozen
class Noted:
    """A fact names this state, and the clock was missed where the edge waits for one."""

    fact: str
    state: str
    missed: MissedClock | None = None

    def __call__(self, ask: Ask) -> bool:
        return ask.facts.extra.get(self.fact) == self.state and (self.missed is None or self.missed(ask))

    @property
    def __name__(self) -> str:
        return f"{self.fact.rpartition('.')[2]} {self.state}"


def clock_of(when: object) -> str:
    """The clock that has to be missed for an edge with this condition; blank where it waits for none."""
    if isinstance(when, Noted):
        when = when.missed
    return when.clock if isinstance(when, MissedClock) else ""
