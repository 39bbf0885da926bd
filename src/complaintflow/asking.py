"""What a guard is asked, and what the lifecycle answers."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from complaintflow.complaint import Complaint
from complaintflow.errors import NotPossible, Refusal
from complaintflow.events import Event
from complaintflow.facts import Facts
from complaintflow.policy import Policy
from complaintflow.values import Actor

if TYPE_CHECKING:
    from complaintflow.commands._base import Command

__all__ = ["Ask", "Decision", "digest", "names"]


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

    def said(self, name: str, default: Any = "") -> Any:
        """A field of the command, or the default when this kind of command has no such field."""
        return getattr(self.command, name, default)

    @_Once
    def sets(self) -> dict[str, Any]:
        """The facts that the command would change."""
        return self.command.sets(self)

    @_Once
    def spoken(self) -> str:
        """What the customer would read, or a blank text."""
        return self.command.spoken()

    @_Once
    def digest(self) -> str:
        """A short digest of what the customer would read, or a blank text."""
        return digest(self.spoken) if self.spoken else ""


class Decision(msgspec.Struct, frozen=True):
    """The answer: events, or refusals, or the statement that there is no such move."""

    events: tuple[Event, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    not_possible: NotPossible | None = None

    @property
    def accepted(self) -> bool:
        """Whether the command goes through."""
        return bool(self.events)
