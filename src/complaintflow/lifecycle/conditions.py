"""The conditions of edges of a house's own: which clock was missed, and which state a complaint has noted."""

from __future__ import annotations

import attrs

from complaintflow.commands._context import Ask
from complaintflow.lifecycle.rows import When
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
    """A fact names this state, and the other condition of the edge holds, where it has one."""

    fact: str
    state: str
    also: When | None = None

    def __call__(self, ask: Ask) -> bool:
        return ask.facts.extra.get(self.fact) == self.state and (self.also is None or self.also(ask))

    @property
    def __name__(self) -> str:
        return f"{self.fact.rpartition('.')[2]} {self.state}"


@attrs.frozen
class ByPeople:
    """Anybody but the system asks, and the other condition holds, where there is one."""

    also: When | None

    def __call__(self, ask: Ask) -> bool:
        return not ask.by.is_system and (self.also is None or self.also(ask))

    @property
    def __name__(self) -> str:
        return " ".join(filter(None, (self.also and self.also.__name__, "by people")))


@attrs.frozen
class ByItself:
    """The system asks, and the other condition holds, where there is one."""

    also: When | None

    def __call__(self, ask: Ask) -> bool:
        return ask.by.is_system and (self.also is None or self.also(ask))

    @property
    def __name__(self) -> str:
        return " ".join(filter(None, (self.also and self.also.__name__, "by itself")))


def within(when: When | None) -> When | None:
    """The condition without those that a builder puts around it."""
    while isinstance(when, Noted | ByPeople | ByItself):
        when = when.also
    return when


def clock_of(when: When | None) -> str:
    """The clock that has to be missed for an edge with this condition; blank where it waits for none."""
    when = within(when)
    return when.clock if isinstance(when, MissedClock) else ""
