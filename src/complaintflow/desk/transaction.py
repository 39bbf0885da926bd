"""One transaction of the desk: load, decide, and save all that came of it together."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

import attrs
import msgspec

from complaintflow._validation.structure import plain_text
from complaintflow.commands import Answer, Command, Hear, Migrate, Receive
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.reactions import reactions
from complaintflow.errors import ComplaintflowError, Conflict, NotFound, Refused
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.messages import compose
from complaintflow.plugins.ports import Message, Query, Session, Stored
from complaintflow.record.complaint import Complaint
from complaintflow.record.events import Event
from complaintflow.record.history import GENESIS, Sealed, seal
from complaintflow.values import Actor
from complaintflow.vocabulary import State

FORWARDED = (Hear, Answer)
"""What the customer sends to a merged complaint, and what its target gets instead."""

_SALT_BYTES = 16


@attrs.define
class _Open:
    """A complaint in the middle of a transaction."""

    stored: Stored | None
    now: Complaint
    events: list[Event] = attrs.field(factory=list[Event])
    messages: list[Message] = attrs.field(factory=list[Message])


class Transaction:
    """Everything that one call of the desk changes, kept until `save`."""

    def __init__(self, session: Session, versions: PolicyVersions, at: datetime, key: bytes) -> None:
        self._session = session
        self._versions = versions
        self._at = at
        self._key = key
        self._opened: dict[str, _Open] = {}

    @property
    def changes(self) -> Iterator[tuple[Complaint, tuple[Event, ...]]]:
        """Each complaint that changed, with its new events."""
        return ((one.now, tuple(one.events)) for one in self._opened.values() if one.events)

    def at_hand(self, id: str) -> Complaint:
        """The complaint as it stands in this transaction. Raises `NotFound`."""
        return self._open(id).now

    def received_at(self, id: str) -> datetime:
        """When it came in."""
        stored = self._open(id).stored
        return stored.received_at if stored else self._at

    def link(self, id: str) -> bytes:
        """The link of its last event that is saved: a digest of all that happened to it."""
        stored = self._open(id).stored
        return stored.link if stored else GENESIS

    def events(self, id: str) -> tuple[Event, ...]:
        """What happened to it in this transaction."""
        return tuple(self._open(id).events)

    def receive(self, id: str, command: Receive, by: Actor) -> Complaint:
        """Take in a new complaint under this id."""
        self._versions.keep(self._session)
        self._opened[id] = _Open(None, Complaint.blank(id))
        self._ask(id, command, by, self._similar(command))
        return self._opened[id].now

    def migrate(self, id: str, command: Migrate) -> None:
        """Move it to the present policy."""
        self._versions.keep(self._session)
        self.do(id, (command,), Actor.system())

    def do(self, id: str, commands: Iterable[Command], by: Actor, expect: int | None = None) -> Complaint:
        """Ask for the commands in turn; the first that is refused ends it all.

        Raises `NotFound`, `Conflict`, `Refused` or `NotPossible`.
        """
        opened = self._open(id)
        if expect is not None and opened.now.version != expect:
            raise Conflict(id, expect, opened.now.version)
        receiver = id
        for command in commands:
            receiver = self._receiver(id, command)
            self._ask(receiver, command, by, self._others(command))
        return self._open(receiver).now

    def attempt(self, id: str, command: Command) -> None:
        """Ask as the system. What is refused, also in what follows from it, leaves nothing behind; raises as `do`."""
        before = {
            key: attrs.evolve(one, events=[*one.events], messages=[*one.messages]) for key, one in self._opened.items()
        }
        try:
            self.do(id, (command,), Actor.system())
        except ComplaintflowError:
            self._opened = before
            raise

    def _receiver(self, id: str, command: Command) -> str:
        """What the customer sends to a merged complaint goes to its target."""
        facts = self._open(id).now.facts
        while facts.state == State.MERGED and isinstance(command, FORWARDED):
            id = facts.merged_into
            facts = self._open(id).now.facts
        return id

    def _open(self, id: str) -> _Open:
        if id not in self._opened:
            stored = stored_under(self._session, id)
            if stored is None:
                raise NotFound(id)
            self._opened[id] = _Open(stored, stored.complaint)
        return self._opened[id]

    def _others(self, command: Command) -> tuple[Complaint, ...]:
        """The complaints that the command names; the rules say what it means when one is missing."""
        there = (id for id in command.others() if id in self._opened or self._session.load(id) is not None)
        return tuple(self._open(id).now for id in there)

    def _similar(self, command: Receive) -> tuple[Complaint, ...]:
        """R5: what the customer has open for the same order and type, within the policy's days."""
        since = self._at - timedelta(days=self._versions.present.policy.duplicate_days)
        query = Query(
            customer=command.customer.id, order=command.order, type=command.type, open=True, received_since=since
        )
        return self._session.find(query).complaints

    def _ask(self, id: str, command: Command, by: Actor, related: tuple[Complaint, ...]) -> None:
        before = self._opened[id].now
        lifecycle = self.lifecycle(before, command)
        decision = lifecycle.decide(before, command, by=by, at=self._at, related=related)
        if decision.refusals:
            raise Refused(id, type(command).__name__, decision.refusals)
        if decision.not_possible:
            raise decision.not_possible
        for event in decision.events:
            self._take(id, before, event, lifecycle)

    def lifecycle(self, complaint: Complaint, command: Command | None = None) -> Lifecycle:
        """What decides about it: its own edition, and about its migration the present one."""
        moves = isinstance(command, Migrate)
        return self._versions.present if moves else self._versions.of(self._session, complaint.facts)

    def _take(self, id: str, before: Complaint, event: Event, lifecycle: Lifecycle) -> None:
        opened = self._opened[id]
        opened.now = lifecycle.evolve(opened.now, (event,))
        opened.events.append(event)
        message = compose(opened.now, event, lifecycle.policy)
        if message:
            opened.messages.append(message)
        for other, follows in reactions(before, opened.now, event, lifecycle.policy):
            self.follow(other, follows)

    def follow(self, id: str, command: Command) -> None:
        """What follows by itself, asked by the system: where the state has no move for it (an archived record),
        there is nothing left to do."""
        target = self._open(id).now
        if self._versions.present.leaves(command, target):
            self._ask(id, command, Actor.system(), self._others(command))

    def save(self) -> None:
        """Seal and save what happened, and put the messages into the outbox."""
        for opened in self._opened.values():
            if opened.events:
                sealed = tuple(self._sealed(opened))
                opened.stored = Stored(opened.now, sealed[-1].link, self.received_at(opened.now.id))
                self._session.save(opened.stored, sealed)
            for message in opened.messages:
                self._session.enqueue(message)

    def _sealed(self, opened: _Open) -> Iterator[Sealed]:
        previous = opened.stored.link if opened.stored else GENESIS
        for event in opened.events:
            sealed = seal(opened.now.id, previous, event, os.urandom(_SALT_BYTES), self._key)
            previous = sealed.link
            yield sealed


def stored_under(session: Session, id: str) -> Stored | None:
    """What is stored under an id from outside; a text that cannot be stored names nothing."""
    return None if plain_text(id) else session.load(id)


def asked(id: str, commands: Iterable[Command], by: Actor) -> str:
    """The digest of what was asked: the same key must ask the same."""
    said = [id, by.id, *((type(command).__name__, command.data()) for command in commands)]
    return hashlib.sha256(msgspec.json.encode(said, order="deterministic")).hexdigest()
