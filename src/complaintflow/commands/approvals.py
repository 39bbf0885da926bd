"""What somebody asks for and a person must approve: an AI agent, or a member of staff who may only propose it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Self

import attrs
import msgspec

from complaintflow._validation.bounds import check_depth
from complaintflow._validation.structure import NonBlank, is_table, structure, validate
from complaintflow.commands._context import Ask, Changes, Command
from complaintflow.commands.findings import Note
from complaintflow.errors import InvalidInput, Problem
from complaintflow.record.facts import Requested
from complaintflow.record.keys import part_name


@attrs.frozen(eq=False, repr=False)
class AskApproval(Command):
    """Ask a person to do a command that one may not do alone. `document` has its fields as JSON.

    The rules look at the command at once: what they would refuse to the person as well is refused now.
    """

    command: NonBlank
    document: NonBlank = attrs.field(repr=False)
    reason: NonBlank = attrs.field(repr=False)

    def __attrs_post_init__(self) -> None:
        validate(self)
        try:
            data = msgspec.json.decode(self.document)
        except (msgspec.DecodeError, RecursionError):
            data = None
        if not is_table(data):
            raise InvalidInput((Problem("document", "no JSON object", "the fields of the command as a JSON object"),))
        check_depth(data, "document")

    @classmethod
    def to(cls, command: Command, reason: str) -> Self:
        """The question for this command."""
        return cls(type(command).__name__, command.encoded().decode(), reason)

    def wanted(self, known: Mapping[str, type[Command]]) -> Command:
        """The command that it asks for. Raises `InvalidInput` for an unknown one, and for data that do not fit."""
        if self.command not in known or issubclass(known[self.command], _APPROVALS):
            names = ", ".join(name for name, kind in known.items() if not issubclass(kind, _APPROVALS))
            raise InvalidInput((Problem("command", repr(self.command), f"one of {names}"),))
        return structure(known[self.command], msgspec.json.decode(self.document))

    def changes(self, ask: Ask) -> Changes:
        number = ask.facts.approvals + 1
        roles = ask.policy.rights(ask.by.roles).approvers(self.command) if ask.by.is_staff else frozenset[str]()
        asked = Requested(part_name("approvals", number), self.command, ask.by.id, tuple(sorted(roles)))
        return {"approvals": number, "requested": ask.facts.requested | {asked}}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls.to(Note("unpaid"), "the payment is still there")  # no blank: no other words are put into it


@attrs.frozen(eq=False, repr=False)
class Approve(Command):
    """Do what was asked for, as the person who approves it: the command follows at once, or nothing happens."""

    request: NonBlank

    def changes(self, ask: Ask) -> Changes:
        return _settled(ask, self.request)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield from map(cls, _waiting(ask))


@attrs.frozen(eq=False, repr=False)
class Disapprove(Command):
    """Do not do what was asked for, for this reason."""

    request: NonBlank
    reason: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        return _settled(ask, self.request)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for id in _waiting(ask):
            yield cls(id, "the customer asked for something else")


_APPROVALS = (AskApproval, Approve, Disapprove)


def _settled(ask: Ask, request: str) -> Changes:
    return {"requested": frozenset(one for one in ask.facts.requested if one.id != request)}


def _waiting(ask: Ask) -> list[str]:
    """The names of the requests; one that may be none, so that its reason can be told."""
    return sorted(one.id for one in ask.facts.requested) or ["A1"]
