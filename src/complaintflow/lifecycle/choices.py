"""What is on record for a field of a command: open tasks, options on offer, names that the policy knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import attrs

from complaintflow import commands as c
from complaintflow._validation.structure import OneOf, Record
from complaintflow.commands._context import Ask
from complaintflow.commands.findings import EVIDENCE, evidence_asked, evidence_to_check
from complaintflow.commands.solution import named_tasks
from complaintflow.commands.taking_back import waiting_messages
from complaintflow.record.complaint import Complaint
from complaintflow.record.keys import part_name
from complaintflow.vocabulary import OPEN


@attrs.frozen(eq=False, repr=False)
class Choice(Record):
    """A value that a field may take here, as JSON has it, and what it is, in the words of the record; may be blank."""

    value: str
    label: str = attrs.field(default="", repr=False)


@attrs.frozen(eq=False, repr=False)
class Found(Record):
    """What there is for a field, and whether nothing else may be named."""

    choices: tuple[Choice, ...] = ()
    closed: bool = False


Look = Callable[[Complaint, Ask], Iterable[Choice]]


def find_choices(kind: type[c.Command], name: str, complaint: Complaint, ask: Ask) -> Found:
    """What is on record for this field, or the words that its type closes."""
    if look := _ON_RECORD.get((kind, name)):
        return Found(tuple(look(complaint, ask)), closed=True)
    if look := _KNOWN.get((kind, name)) or _NAMES.get(name):
        return Found(tuple(look(complaint, ask)))
    words = tuple(_words_of(get_type_hints(kind, include_extras=True)[name]))
    return Found(tuple(map(Choice, words)), closed=bool(words))


def _words_of(hint: Any) -> Iterator[str]:
    """The words that a type closes, one of a choice that may be left out among them."""
    if isinstance(hint, type) and issubclass(hint, Enum):
        yield from (str(word.value) for word in hint)
    elif get_origin(hint) is Annotated:
        yield from (word for mark in get_args(hint)[1:] if isinstance(mark, OneOf) for word in mark.words if word)


def find_names(kind: type[c.Command], name: str, complaint: Complaint, ask: Ask) -> tuple[Choice, ...]:
    """The names that a table of this field may have: what was asked, what is missing."""
    look = _TABLES.get((kind, name))
    return tuple(look(complaint, ask)) if look else ()


def _options(complaint: Complaint, ask: Ask) -> Iterator[Choice]:
    offered = [option for entry in complaint.body.of(c.Propose) for option in entry.data.get("options", ())]
    said = {part_name("options", number): option for number, option in enumerate(offered, 1)}
    for name in sorted(ask.facts.cycle.offered):
        option = said.get(name, {})
        yield Choice(name, _join(option.get("remedy"), option.get("basis")))


def _tasks(complaint: Complaint, ask: Ask) -> Iterator[Choice]:
    said = named_tasks(complaint.body)
    for name in sorted(ask.facts.open_tasks):
        told: Mapping[str, Any] = said[name].data if name in said else {}
        yield Choice(name, _join(told.get("what"), ask.facts.task_owners.get(name)))


def _evidence(complaint: Complaint, ask: Ask) -> Iterator[Choice]:
    """What the rules wait for and what nobody has checked yet comes first."""
    labels = {
        part_name("evidence", number): _join(entry.data.get("kind"), entry.data.get("source"))
        for number, entry in enumerate(complaint.body.of(c.AddEvidence), 1)
    }
    for name in evidence_to_check(ask.facts):
        yield Choice(name, labels.get(name, ""))


def _kinds_of_evidence(_: Complaint, ask: Ask) -> Iterator[Choice]:
    """What the rules wait for comes first."""
    yield from map(Choice, dict.fromkeys((*evidence_asked(ask.facts), *EVIDENCE)))


def _claims(_: Complaint, ask: Ask) -> Iterator[Choice]:
    for claim in ask.facts.claims:
        yield Choice(claim.id, f"{claim.kind}, {claim.amount:f} {claim.currency}")


def _referrals(_: Complaint, ask: Ask) -> Iterator[Choice]:
    yield from (Choice(wait.id, wait.what) for wait in ask.facts.waits if wait.on == "party")


def _hazards(_: Complaint, ask: Ask) -> Iterator[Choice]:
    yield from map(Choice, sorted(ask.facts.hazards))


def _messages(complaint: Complaint, ask: Ask) -> Iterator[Choice]:
    yield from map(Choice, sorted(ask.facts.open_messages))


def _waiting(complaint: Complaint, ask: Ask) -> Iterator[Choice]:
    yield from map(Choice, sorted(waiting_messages(ask.facts) - ask.handed))


def _overridable(_: Complaint, ask: Ask) -> Iterator[Choice]:
    yield from map(Choice, sorted(ask.policy.overridable))


def _others(_: Complaint, ask: Ask) -> Iterator[Choice]:
    for other in ask.related:
        facts = other.facts
        if facts.stage in OPEN and facts.customer == ask.facts.customer and other.id != ask.id:
            yield Choice(other.id, _join(facts.type, facts.area, facts.state))


def _incidents(_: Complaint, ask: Ask) -> Iterator[Choice]:
    yield from map(Choice, sorted({other.facts.incident for other in ask.related} - {""}))


def _teams(_: Complaint, ask: Ask) -> Iterator[Choice]:
    yield from map(Choice, sorted(ask.policy.known_names["team"]))


def _types(_: Complaint, ask: Ask) -> Iterator[Choice]:
    chinese = ask.policy.language_for_staff == "zh"  # in English a type is called by its name
    yield from (Choice(name, rule.zh if chinese else "") for name, rule in ask.policy.types.items())


def _parties(_: Complaint, ask: Ask) -> Iterator[Choice]:
    yield from map(Choice, sorted(ask.policy.parties))


def _responsible(_: Complaint, ask: Ask) -> Iterator[Choice]:
    yield from map(Choice, sorted(ask.policy.parties | ask.policy.own_parties | ask.facts.heard))


def _questions(_: Complaint, ask: Ask) -> Iterator[Choice]:
    yield from (Choice(wait.what, wait.id) for wait in ask.facts.waits if wait.on == "customer")


def _missing(_: Complaint, ask: Ask) -> Iterator[Choice]:
    yield from map(Choice, ask.facts.missing)


def _requests(_: Complaint, ask: Ask) -> Iterator[Choice]:
    for one in sorted(ask.facts.requested, key=lambda one: one.id):
        yield Choice(one.id, _join(one.command, one.by))


def _join(*parts: object) -> str:
    return ", ".join(str(part) for part in parts if part)


_ON_RECORD: Mapping[tuple[type[c.Command], str], Look] = {
    (c.Approve, "request"): _requests,
    (c.Disapprove, "request"): _requests,
    (c.Agree, "option"): _options,
    (c.FinishTask, "task"): _tasks,
    (c.CancelTask, "task"): _tasks,
    (c.CheckEvidence, "evidence"): _evidence,
    (c.RecordAbuse, "evidence"): _evidence,
    (c.ApproveCompensation, "compensation"): _claims,
    (c.RefuseCompensation, "compensation"): _claims,
    (c.PartyReply, "referral"): _referrals,
    (c.ClearHazard, "hazard"): _hazards,
    (c.Receipt, "message"): _messages,
    (c.Recall, "message"): _waiting,
    (c.Override, "rule"): _overridable,
    (c.Merge, "into"): _others,
}
"""Fields that name a part of the record: nothing else is accepted."""
_KNOWN: Mapping[tuple[type[c.Command], str], Look] = {
    (c.AddEvidence, "kind"): _kinds_of_evidence,
    (c.LinkIncident, "incident"): _incidents,
    (c.Triage, "type"): _types,
    (c.Refer, "party"): _parties,
    (c.DecideResponsibility, "party"): _responsible,
}
_NAMES: Mapping[str, Look] = {"team": _teams}
"""Fields for which names are known, and others may come."""
_TABLES: Mapping[tuple[type[c.Command], str], Look] = {
    (c.Answer, "answers"): _questions,
    (c.AskCustomer, "questions"): _missing,
}
