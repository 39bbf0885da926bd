"""The names of parts (`T2`, `M3`) in a retold complaint: one task or letter more moves all later numbers."""

from __future__ import annotations

from collections import Counter as Counts
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, get_args

import attrs

from complaintflow._validation.structure import is_list, is_table
from complaintflow.record.complaint import Event
from complaintflow.record.keys import Counter, parse_part, part_name

_COUNTERS: tuple[Counter, ...] = get_args(Counter)
_WORDS = frozenset({"said", "description", "text", "content", "summary"})
"""Fields in which people write: a word that looks like a name is a word there."""

_SAYS_WHICH = ("about", "audience", "level", "way", "who", "as_", "source", "incident", "call")
"""Fields that tell one thing that the desk asked for from another of its kind: one reminder more moves no other."""


class Origin(NamedTuple):
    """What made a part: the event of the record that told it, or what followed, the how-manieth of these; and which
    part of it."""

    told: int
    followed: tuple[str, ...]
    number: int
    place: int


@attrs.define
class _Made:
    """The parts that the events of one history made so far."""

    counted: Counts[Counter] = attrs.field(factory=Counts[Counter])
    kinds: Counts[tuple[str, ...]] = attrs.field(factory=Counts[tuple[str, ...]])
    names: dict[tuple[Counter, Origin], str] = attrs.field(factory=dict[tuple[Counter, Origin], str])
    origins: dict[str, tuple[Counter, Origin]] = attrs.field(factory=dict[str, tuple[Counter, Origin]])

    def note(self, event: Event, told: int) -> None:
        """Note the parts that this event made. `told` is the event on record that it is; 0: it followed."""
        followed = () if told else (event.kind, *(str(event.data.get(name, "")) for name in _SAYS_WHICH))
        self.kinds[followed] += 1
        number = 0 if told else self.kinds[followed]
        for counter in _COUNTERS:
            before, after = self.counted[counter], event.changes.get(counter, self.counted[counter])
            for place, part in enumerate(range(before + 1, after + 1)):
                name, origin = part_name(counter, part), Origin(told, followed, number, place)
                self.names[counter, origin] = name
                self.origins[name] = (counter, origin)
            self.counted[counter] = after


class PartNames:
    """Which part of the retold complaint stands for which recorded one. `ids` are other names of records."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self._recorded, self._retold = _Made(), _Made()
        self._ids = ids
        self.seen = 0
        """So many events of the retold complaint are noted."""

    def recorded(self, event: Event, *, told: bool) -> None:
        """This event of the record has been told again, or followed anew."""
        self._recorded.note(event, event.seq if told else 0)

    def retold(self, news: Iterable[Event], told: Event | None = None) -> None:
        """Note the events of the retold complaint behind those that are noted. One of them is what was `told`."""
        for event in news:
            here = told is not None and (event.kind, event.by) == (told.kind, told.by)
            self._retold.note(event, told.seq if told and here else 0)
            told = None if here else told
            self.seen = event.seq

    def find(self, name: str) -> str | None:
        """What the retold complaint calls this part of the recorded one; None: it has none."""
        made = self._recorded.origins.get(name)
        return self._retold.names.get(made) if made else None

    def is_recorded(self, name: str) -> bool:
        """Whether the recorded complaint has this part of the retold one by now."""
        return self._retold.origins.get(name) in self._recorded.names

    def rename(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a command with the names that the retold complaint gives to parts and to other records."""
        return {name: value if name in _WORDS else self._renamed(value) for name, value in data.items()}

    def _renamed(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._name(value)
        if is_table(value):
            return {self._name(str(key)): self._renamed(one) for key, one in value.items()}
        return [self._renamed(one) for one in value] if is_list(value) else value

    def _name(self, text: str) -> str:
        """The name there; the same text where it is no name, or what it names was not made anew."""
        made = self._recorded.origins.get(text) if parse_part(text) else None
        return self._retold.names.get(made, text) if made else self._ids.get(text, text)
