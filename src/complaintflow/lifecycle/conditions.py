"""The conditions of edges of a house's own: which clock was missed, which state a complaint has noted, by which channel
it comes in."""

from __future__ import annotations

import attrs

from complaintflow._validation.names import name_key
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


@attrs.frozen
class ByChannel:
    """It comes in by one of these channels, and the other condition of the edge holds, where it has one."""

    channels: tuple[str, ...]
    also: When | None = None
    _keys: frozenset[str] = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_keys", frozenset(map(name_key, self.channels)))

    def __call__(self, ask: Ask) -> bool:
        return self.names(ask.field("channel")) and (self.also is None or self.also(ask))

    def names(self, channel: str) -> bool:
        """Whether it is one of these channels: names compare without case and blanks."""
        return name_key(channel) in self._keys

    @property
    def __name__(self) -> str:
        return " ".join(filter(None, (self.also and self.also.__name__, f"by {' or '.join(self.channels)}")))


@attrs.frozen
class OtherChannel:
    """It comes in by any other channel, and the other condition holds, where there is one."""

    named: ByChannel
    also: When | None = None

    def __call__(self, ask: Ask) -> bool:
        return not self.named.names(ask.field("channel")) and (self.also is None or self.also(ask))

    @property
    def __name__(self) -> str:
        return " ".join(filter(None, (self.also and self.also.__name__, f"not {self.named.__name__}")))


def is_of_channel(when: When | None) -> bool:
    """Whether it depends on the channel alone: complaints come in by each."""
    return isinstance(when, ByChannel | OtherChannel) and when.also is None


def within(when: When | None) -> When | None:
    """The condition without those that a builder puts around it."""
    while isinstance(when, Noted | ByPeople | ByItself | ByChannel | OtherChannel):
        when = when.also
    return when


def clock_of(when: When | None) -> str:
    """The clock that has to be missed for an edge with this condition; blank where it waits for none."""
    when = within(when)
    return when.clock if isinstance(when, MissedClock) else ""
