"""What a guard is asked, and what the lifecycle answers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, Generic, TypeVar

import attrs
import msgspec

from complaintflow._validation.structure import FrozenMap, encode_map, validate
from complaintflow.errors import NotPossible, Refusal
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.record.events import Event
from complaintflow.record.facts import Facts
from complaintflow.values import Actor
from complaintflow.vocabulary import Effect


def digest(text: str) -> str:
    """A short digest of a text, blind to white space and letter case."""
    folded = " ".join(text.casefold().split())
    return hashlib.blake2b(folded.encode(), digest_size=8).hexdigest()


def names(items: Iterable[str]) -> str:
    """Who or what it is, for a refusal; where there are none, nobody."""
    return ", ".join(sorted(items)) or "nobody"


T = TypeVar("T")


class _Once(Generic[T]):
    """A property that is worked out once. The standard library's takes a lock for that before Python 3.12."""

    __slots__ = ("name", "work")

    def __init__(self, work: Callable[[Any], T]) -> None:
        self.work = work
        self.name = work.__name__

    def __get__(self, ask: Any, _: object) -> T:
        found = ask.__dict__[self.name] = self.work(ask)
        return found


Changes = dict[str, Any]


class Command:
    """Base of all commands. A command of your own brings fields, `changes`, `samples` and a row.

    `EFFECTS` are all effects that this kind may have: a floor for every row that uses it.
    """

    __slots__ = ()

    EFFECTS: ClassVar[frozenset[Effect]] = frozenset()

    def __attrs_post_init__(self) -> None:
        validate(self)

    def effects(self, ask: Ask) -> frozenset[Effect]:
        """The effects that it has with these fields, on these facts."""
        return self.EFFECTS

    def changes(self, ask: Ask) -> Changes:
        """The facts that it changes. Never raises: whether a named part exists is a rule's business."""
        return {}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        """Well-filled examples; at least one of them passes wherever any command of this kind would."""
        raise TypeError(f"{cls.__name__} brings no samples")

    def customer_text(self) -> str:
        """What the customer would read, or a blank text."""
        return ""

    def related_ids(self) -> tuple[str, ...]:
        """The ids of other complaints that it is about: the rules are asked with them at hand."""
        return ()

    def data(self) -> dict[str, Any]:
        """The fields that differ from their defaults, as JSON has them: a list is a list, a time a text."""
        plain: dict[str, Any] = msgspec.json.decode(self.encoded())
        return plain

    def encoded(self) -> bytes:
        """The same as canonical JSON: what is sealed and stored."""
        return _encode(self.given_fields())

    def given_fields(self) -> dict[str, Any]:
        """The fields that differ from their defaults, as they are."""
        kind: Any = type(self)
        return {
            name: value
            for name, default in _defaults(kind)
            if (value := getattr(self, name)) is not default and value != default
        }


_encode = msgspec.json.Encoder(enc_hook=encode_map, order="deterministic").encode


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    """Each field with its default; for a field that begins as an empty map, that map."""
    return tuple(
        (field.name, _EMPTY if field.default == _NO_ENTRIES else field.default) for field in attrs.fields(kind)
    )


_EMPTY = FrozenMap()
_NO_ENTRIES = attrs.Factory(FrozenMap)


class Ask(msgspec.Struct, frozen=True, dict=True):
    """One question to the rules: may `by` do `command` at `at`, given these facts?

    `related` are the other complaints that the command is about: the target of a merge, the
    probable duplicates of what is received. Rules read their facts only.
    """

    id: str
    facts: Facts
    command: Command
    by: Actor
    at: datetime
    policy: Policy
    related: tuple[Complaint, ...] = ()

    def field(self, name: str, default: Any = "") -> Any:
        """A field of the command, or the default when this kind of command has no such field."""
        return getattr(self.command, name, default)

    @_Once
    def changes(self) -> dict[str, Any]:
        """The facts that the command would change."""
        return self.command.changes(self)

    @_Once
    def customer_text(self) -> str:
        """What the customer would read, or a blank text."""
        return self.command.customer_text()

    @_Once
    def digest(self) -> str:
        """A short digest of what the customer would read, or a blank text."""
        return digest(self.customer_text) if self.customer_text else ""


class Decision(msgspec.Struct, frozen=True):
    """The answer: events, or refusals, or the statement that there is no such move."""

    events: tuple[Event, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    not_possible: NotPossible | None = None

    @property
    def accepted(self) -> bool:
        """Whether the command goes through."""
        return bool(self.events)
