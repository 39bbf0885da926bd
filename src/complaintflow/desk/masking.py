"""What a reader who may not see everything gets: the same records, with marks where something is not shown.

A text that is not shown is replaced by a mark in its place, so that lists, pages and briefs say by themselves what is
missing; `Complaint.hidden` names the parts. Nothing here decides who sees what.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

import attrs
import msgspec

from complaintflow import commands as c
from complaintflow._validation.structure import FrozenMap, is_list, is_table
from complaintflow.plugins import CustomerMessage, Message, OutboxEntry
from complaintflow.record.card import BEGINNINGS, INTAKE_FIELDS, PROFILE
from complaintflow.record.complaint import Body, Complaint, Entry, Event, encode_json
from complaintflow.record.contacts import CONTACT
from complaintflow.record.facts import Facts
from complaintflow.sla import Explanation
from complaintflow.vocabulary import Audience, Part, in_language

Parts = frozenset[Part]

_MARKS: Mapping[Part, tuple[str, str]] = {
    Part.NOTES: ("［内部记录不予显示］", "[notes: not shown]"),
    Part.CONTACTS: ("［联系方式不予显示］", "[contacts: not shown]"),
    Part.MONEY: ("［金额不予显示］", "[money: not shown]"),
}

SAID_OR_TOLD: Mapping[type[c.Command], frozenset[str]] = {
    c.Acknowledge: frozenset({"message"}),
    c.Agree: frozenset({"said"}),
    c.Answer: frozenset({"answers", "said"}),
    c.AskCustomer: frozenset({"questions"}),
    c.Confirm: frozenset({"said", "anything_else"}),
    c.Correct: frozenset({"fields"}),
    c.Decline: frozenset({"reason", "recourse"}),
    c.Dispute: frozenset({"said"}),
    c.ExplainPlan: frozenset({"assessment", "plan"}),
    c.Hear: frozenset({"said"}),
    c.Notify: frozenset({"understood", "judged", "done", "next", "plain"}),
    c.Object: frozenset({"core_demand", "said"}),
    c.Propose: frozenset({"options"}),
    c.Receive: frozenset(
        {"description", "respondent", "order", "product", "desired", "needed_for", "steps_taken", "shop", "fields"}
    ),
    c.Refer: frozenset({"request"}),
    c.PartyReply: frozenset({"reply"}),
    c.Reopen: frozenset({"reason"}),
    c.Survey: frozenset({"comment", "said"}),
    c.Withdraw: frozenset({"said"}),
}
"""The texts that go with the case: what the customer or a third party said, and what they were told."""

OF_CONTACTS: Mapping[type[c.Command], frozenset[str]] = {
    c.Correct: frozenset({"contacts", "remove_contacts"}),
    c.Receive: frozenset({"customer", "account", "device", "os", "snapshot", "attachments"}),
    c.Receipt: frozenset({"detail"}),
    c.Note: frozenset({"sender"}),
}
"""The fields that say who the customer is, or how to reach them."""

OF_MONEY: Mapping[type[c.Command], frozenset[str]] = {
    c.Compensate: frozenset({"kind", "amount", "currency", "terms"}),
    c.RefuseCompensation: frozenset({"reason"}),
}
"""The fields that say what is claimed and paid."""

OF_NOTES: Mapping[type[c.Command], frozenset[str]] = {
    c.AddEvidence: frozenset({"source", "content", "attachments"}),
    c.AddTask: frozenset({"what", "call", "improvement", "spike"}),
    c.Handoff: frozenset({"material"}),
    c.Import: frozenset({"old"}),
    c.Retrospect: frozenset({"actions"}),
    c.Triage: frozenset({"material"}),
}
"""What staff wrote or gathered. Texts that `repr` leaves out are notes as well, unless another table has them."""

_BY_AUDIENCE = frozenset({c.Update, c.Remind})
"""The commands whose words the customer reads when they are the audience, and staff alone otherwise."""

_PERSONAL = frozenset({"account", "device", "os"})
"""Intake fields that a correction or an answer may fill, beside contacts and profile."""

_PLAIN = frozenset({"id", "kind", "language", "media_type", "preferred_channel", "size", "tier", "verified", "zone"})
"""What stays where contacts are not shown: whom we write to, in which language; of files, how large they are."""

_MONEY_FACTS = ("claims", "paid")

_KNOWN_FIELDS = 1024
"""Of so many fields it is kept to which part they belong: one history names the same ones again and again."""


@lru_cache(maxsize=_KNOWN_FIELDS)
def part_of(kind: str, field: str) -> Part | None:
    """The part that a field of a command belongs to; None goes with the case.

    All fields of a command that the library does not know are notes.
    """
    command: Any = c.BUILTIN.get(kind)
    if command is None:
        return Part.NOTES
    for part, table in ((Part.CONTACTS, OF_CONTACTS), (Part.MONEY, OF_MONEY), (Part.NOTES, OF_NOTES)):
        if _has(table, command, field):
            return part
    return Part.NOTES if field in _private_fields(command) and not _has(SAID_OR_TOLD, command, field) else None


def _has(table: Mapping[type[c.Command], frozenset[str]], command: Any, field: str) -> bool:
    """Whether the table has the field, for the command or for the one of which it is a kind."""
    return any(field in table.get(kind, ()) for kind in command.__mro__)


@cache
def _private_fields(command: Any) -> frozenset[str]:
    """The fields of a command that its `repr` leaves out: what people wrote."""
    return frozenset(field.name for field in attrs.fields(command) if not field.repr)


def without_words(message: Message) -> Message:
    """A message as those know it who see that it went out: which one it was, and of which complaint."""
    blank = attrs.evolve(message, subject="", text="", html="", fields=FrozenMap())
    if isinstance(blank, CustomerMessage):
        return attrs.evolve(blank, to=FrozenMap(), links=FrozenMap(), customer="")
    return blank


@attrs.frozen
class Mask:
    """Hides parts of what a reader gets. `private` are the house's own fields that are private."""

    hidden: Parts
    language: str = "en"
    private: frozenset[str] = attrs.field(default=frozenset(), repr=False)

    def complaint(self, complaint: Complaint) -> Complaint:
        """The complaint without these parts; `hidden` says which."""
        if not self.hidden:
            return complaint
        body = complaint.body
        shown = Body.later(len(body), lambda: tuple(map(self.entry, body)))
        facts = self._facts(complaint.facts)
        return attrs.evolve(complaint, facts=facts, body=shown, card=b"", hidden=self.hidden)

    def entry(self, entry: Entry) -> Entry:
        """What an event says, without these parts."""
        return Entry(entry.seq, entry.at, entry.by, entry.kind, self.data(entry.kind, entry.data))

    def event(self, event: Event) -> Event:
        """An event without these parts."""
        if not self.hidden:
            return event
        changes = {name: self._fact(name, value) for name, value in event.changes.items()}
        data = encode_json(self.data(event.kind, event.data))
        return msgspec.structs.replace(event, encoded=data, changes=changes)

    def letter(self, entry: OutboxEntry) -> OutboxEntry:
        """A letter without these parts: whom it goes to, the links that speak for the customer, internal words."""
        message, written = entry.message, frozenset({Part.NOTES, Part.MONEY})
        if isinstance(message, CustomerMessage):
            if Part.CONTACTS not in self.hidden:
                return entry
            to = FrozenMap(self._marked(Part.CONTACTS, message.to))
            fields = FrozenMap({name: one for name, one in message.fields.items() if name != "name"})
            shown = attrs.evolve(message, to=to, links=FrozenMap(), fields=fields, html="")
            return attrs.evolve(entry, message=shown, why="")
        if not self.hidden & written:
            return entry
        mark = in_language(self.language, _MARKS[min(self.hidden & written)])
        return attrs.evolve(
            entry, message=attrs.evolve(message, subject=mark, text=mark, html="", fields=FrozenMap()), why=""
        )

    def explanation(self, explained: Explanation) -> Explanation:
        """A deadline without what staff wrote about its pauses."""
        if Part.NOTES not in self.hidden:
            return explained
        mark, deadline = in_language(self.language, _MARKS[Part.NOTES]), explained.deadline
        pauses = tuple(attrs.evolve(pause, reason=mark) for pause in deadline.pauses)
        return attrs.evolve(explained, deadline=attrs.evolve(deadline, pauses=pauses))

    def data(self, kind: str, data: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a command without these parts."""
        return {name: self._field(kind, name, value, data) for name, value in data.items()}

    def _field(self, kind: str, name: str, value: Any, data: Mapping[str, Any]) -> Any:
        part = part_of(kind, name)
        if (
            c.BUILTIN.get(kind) in _BY_AUDIENCE
            and part == Part.NOTES
            and data.get("audience", Audience.CUSTOMER) == Audience.CUSTOMER
        ):
            part = None
        if part is not None and part in self.hidden:
            return self._marked(part, value)
        if kind == c.AskApproval.__name__ and name == "document":
            return self._document(data.get("command", ""), value)
        if kind in INTAKE_FIELDS and (name == INTAKE_FIELDS[kind] or (kind in BEGINNINGS and name == "fields")):
            return {field: self._intake(field, one) for field, one in value.items()} if is_table(value) else value
        return value

    def _document(self, command: str, document: str) -> str:
        """The fields of a command that somebody asks for, without these parts: they are those of that command."""
        asked = self.data(command, msgspec.json.decode(document))
        return msgspec.json.encode(asked).decode()

    def _intake(self, field: str, value: Any) -> Any:
        own = field.startswith(CONTACT) or field == f"{PROFILE}name" or field in _PERSONAL or field in self.private
        return self._marked(Part.CONTACTS, value) if own and Part.CONTACTS in self.hidden else value

    def _marked(self, part: Part, value: Any) -> Any:
        """The value with a mark in the place of each text and number; what it consists of stays."""
        if is_table(value):
            return {name: one if name in _PLAIN else self._marked(part, one) for name, one in value.items()}
        if is_list(value):
            return [self._marked(part, one) for one in value]
        return in_language(self.language, _MARKS[part])

    def _facts(self, facts: Facts) -> Facts:
        changed = {name: self._fact(name, getattr(facts, name)) for name in (*_MONEY_FACTS, "cycle", "extra")}
        return msgspec.structs.replace(facts, **changed)

    def _fact(self, name: str, value: Any) -> Any:
        """A fact without amounts, and without the custom facts of a house, which may be anything."""
        if name in _MONEY_FACTS and Part.MONEY in self.hidden:
            return ()
        if name == "cycle" and Part.MONEY in self.hidden:
            return msgspec.structs.replace(value, paying=())
        return FrozenMap() if name == "extra" and Part.NOTES in self.hidden else value
