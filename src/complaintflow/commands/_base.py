"""What every command is: frozen fields, the effects it has, the facts it sets, and its samples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import cache
from typing import Any, ClassVar

import attrs
import msgspec

from complaintflow._conform import FrozenMap, conformed
from complaintflow.asking import Ask
from complaintflow.facts import Cycle, Facts, Wait
from complaintflow.policy import Policy
from complaintflow.values import Said
from complaintflow.vocabulary import Effect

__all__ = ["Command", "Sets", "changed", "joined", "message", "missing_for", "new_cycle", "reached", "soon", "words"]

Sets = dict[str, Any]


class Command:
    """Base of all commands. A command of your own brings fields, `sets`, `samples` and a row.

    `EFFECTS` are all effects that this kind may have: a floor for every row that uses it.
    """

    __slots__ = ()

    EFFECTS: ClassVar[frozenset[Effect]] = frozenset()

    def __attrs_post_init__(self) -> None:
        conformed(self)

    def effects(self, ask: Ask) -> frozenset[Effect]:
        """The effects that it has with these fields, on these facts."""
        return self.EFFECTS

    def sets(self, ask: Ask) -> Sets:
        """The facts that it changes. Never raises: whether a named part exists is a rule's business."""
        return {}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        """Well-filled examples; at least one of them passes wherever any command of this kind would."""
        raise TypeError(f"{cls.__name__} brings no samples")

    def spoken(self) -> str:
        """What the customer would read, or a blank text."""
        return ""

    def others(self) -> tuple[str, ...]:
        """The ids of other complaints that it is about: the rules are asked with them at hand."""
        return ()

    def data(self) -> dict[str, Any]:
        """The fields that differ from their defaults, as JSON has them: a list is a list, a time a text."""
        plain: dict[str, Any] = msgspec.json.decode(self.encoded())
        return plain

    def encoded(self) -> bytes:
        """The same as canonical JSON: what is sealed and stored."""
        return _encode(self.given())

    def given(self) -> dict[str, Any]:
        """The fields that differ from their defaults, as they are."""
        kind: Any = type(self)
        return {
            name: value
            for name, default in _defaults(kind)
            if (value := getattr(self, name)) is not default and value != default
        }


def _plain(value: Any) -> Any:
    if isinstance(value, FrozenMap):
        return dict(value)
    raise TypeError(f"{type(value).__name__} has no plain form")


_encode = msgspec.json.Encoder(enc_hook=_plain, order="deterministic").encode


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Each field with its default; for a field that begins as an empty map, that map."""
    return tuple(
        (field.name, _EMPTY if field.default == _NO_ENTRIES else field.default) for field in attrs.fields(kind)
    )


_EMPTY = FrozenMap()
_NO_ENTRIES = attrs.Factory(FrozenMap)


def joined(parts: Iterable[str | None]) -> str:
    """The parts that are not blank, a line each."""
    return "\n".join([text for part in parts if part and (text := part.strip())])


def changed(cycle: Cycle, **changes: Any) -> Cycle:
    """The same cycle with these changes."""
    return msgspec.structs.replace(cycle, **changes)


def message(ask: Ask, *, to_us: bool = False) -> Sets:
    """The facts of an outgoing message: its number, that it is on its way, and what it repeats.

    `to_us`: it goes to our own people, and what becomes of it says nothing of the customer.
    """
    facts = ask.facts
    id = f"M{facts.messages + 1}"
    sets: Sets = {"messages": facts.messages + 1, "open_messages": facts.open_messages | {id}}
    if to_us:
        sets["to_us"] = facts.to_us | {id}
    if ask.spoken:
        sets["last_text"] = ask.digest
    return sets


def progressed(ask: Ask) -> Sets:
    """R29: whose progress it is: that of the actor's team, or of the team that holds the complaint."""
    return {"progress": ask.by.team or ask.facts.team} if ask.by.is_staff else {}


def new_cycle(ask: Ask) -> Sets:
    """R34: agreement, verification and confirmation lapse; evidence and payments stay; attention rises."""
    facts = ask.facts
    held = frozenset({facts.team} - {""})
    return {
        "cycle": Cycle(number=facts.cycle.number + 1, worst=facts.grade, held=held),
        "repeats": facts.repeats + 1,
        "plan_due": None,
        "plan_open": False,
        "paused": "",
        "ground": "",
        "closed_at": None,
        "surveyed": False,
        "root_cause": "",
        "attempts": frozenset(),
    }


def reached(ask: Ask) -> Sets:
    """The customer was heard or reached: earlier failed attempts count no more (R33)."""
    return {"attempts": frozenset()}


def resumed(facts: Facts, waits: tuple[Wait, ...]) -> Sets:
    """R3: a pause ends when nothing is waited for any more of the one it waits for."""
    still = any(wait.on == facts.paused for wait in waits)
    return {} if still or not facts.paused else {"paused": ""}


def missing_for(type: str, known: frozenset[str], policy: Policy) -> tuple[str, ...]:
    """R3: the fields that the type needs and that are not known yet."""
    return tuple(field for field in policy.type_rule(type).required if field not in known)


def latest(parts: Iterable[str]) -> str:
    """The part with the highest number, or a blank text."""
    return max(parts, key=lambda part: int(part[1:]), default="")


def soon(ask: Ask, hours: int = 24) -> datetime:
    """A time in the future, for samples."""
    return ask.at + timedelta(hours=hours)


def words(ask: Ask, text: str = "I have looked at it") -> Said:
    """For samples: what the customer said, with how and where it was heard."""
    return Said(text, via="phone", ref=f"call-{ask.facts.messages + 1}", heard_by=ask.by.id)


def fresh(ask: Ask, text: str) -> str:
    """For samples: a text that repeats none that was sent."""
    return f"{text} ({ask.facts.messages + 1})"


def known_after(facts: Facts, fields: Mapping[str, Any]) -> frozenset[str]:
    """The intake fields on record once these are given; a blank one is taken away."""
    blank = {name for name, value in fields.items() if isinstance(value, str) and not value.strip()}
    return (facts.known | set(fields)) - blank
