"""Investigation: evidence, cause, responsibility, third parties, notes and calls (R20 … R23, R28)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import attrs

from complaintflow._validation.structure import NonBlank, as_word
from complaintflow.commands._context import Ask, Changes, Command
from complaintflow.commands._parts import clear_attempts, end_pause, soon
from complaintflow.record.facts import Attempt, Wait
from complaintflow.record.keys import part_name
from complaintflow.values import Attachment, as_attachments
from complaintflow.vocabulary import Abuse, Effect

IDENTITY = "identity"
PAYMENT = "payment"


@attrs.frozen
class AddEvidence(Command):
    """R22: a piece of evidence with its source; files by reference.

    `kind` is identity, order, product, contact, chat, logistics, recording, log, payment …. A payment names the
    `compensation` that it proves (R26a), unless only one is owed. `came_with` is the reference of the customer's words
    that it came with: who records it has taken these words up (R33).
    """

    kind: NonBlank
    source: NonBlank
    content: NonBlank = attrs.field(repr=False)
    attachments: tuple[Attachment, ...] = attrs.field(default=(), converter=as_attachments)
    compensation: str = ""
    came_with: str = ""

    def changes(self, ask: Ask) -> Changes:
        facts, number = ask.facts, ask.facts.evidence + 1
        changes: Changes = {"evidence": number, **(clear_attempts(ask) if ask.by.is_customer else {})}
        if self.kind == IDENTITY:
            changes["identity"] = facts.identity | {part_name("evidence", number)}
        if self.kind == PAYMENT:
            changes["owed"] = facts.owed - ({self.compensation} if self.compensation else facts.owed)
        return changes

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("log", "gateway", "two captures at 10:02")


@attrs.frozen
class RecordAbuse(Command):
    """R47: a demand beyond the rules, an insult or a threat of the customer, by the evidence that shows it.

    It changes the playbook and who decides, never the grade. `stands=False` takes it back; an authority says why.
    """

    kind: Abuse = attrs.field(converter=as_word)
    evidence: NonBlank
    finding: NonBlank = attrs.field(repr=False)
    stands: bool = True

    def changes(self, ask: Ask) -> Changes:
        kinds = ask.facts.abuse
        return {"abuse": kinds | {str(self.kind)} if self.stands else kinds - {str(self.kind)}}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        evidence = part_name("evidence", max(ask.facts.evidence, 1))
        for kind in Abuse:
            yield cls(kind, evidence, "it is in the chat")
        yield cls(Abuse.INSULT, evidence, "it was meant for the carrier", stands=False)


@attrs.frozen
class CheckEvidence(Command):
    """R22: the check of a piece of evidence; `genuine=False` says that it failed the check."""

    evidence: NonBlank
    finding: NonBlank
    genuine: bool = True

    def changes(self, ask: Ask) -> Changes:
        checked = ask.facts.checked
        return {"checked": checked | {self.evidence} if self.genuine else checked - {self.evidence}}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for number in range(1, max(ask.facts.evidence, 1) + 1):
            yield cls(part_name("evidence", number), "agrees with the ledger")


@attrs.frozen
class FindCause(Command):
    """R9: the cause and the evidence for it."""

    EFFECTS = frozenset({Effect.REPORTS})

    cause: NonBlank
    evidence: NonBlank

    def report_text(self) -> str:
        return self.cause

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("a retry without a key", part_name("evidence", max(ask.facts.evidence, 1)))


@attrs.frozen
class DecideResponsibility(Command):
    """R23: the responsible party, by which rule, and why."""

    EFFECTS = frozenset({Effect.JUDGES})

    party: NonBlank
    rule: str = ""
    reasoning: str = ""

    def changes(self, ask: Ask) -> Changes:
        return {"responsible": self.party}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        named = {wait.what for wait in ask.facts.waits if wait.on == "party"}
        for party in sorted(ask.policy.parties | ask.policy.own_parties | ask.facts.heard | named):
            yield cls(party, "payment terms 4.2", "the second capture came from us")


@attrs.frozen
class Refer(Command):
    """R28: a request to a third party, with the times of the expected answer and of feedback to the customer."""

    party: NonBlank
    request: NonBlank
    expected_by: datetime
    feedback_at: datetime

    def changes(self, ask: Ask) -> Changes:
        number = ask.facts.referrals + 1
        wait = Wait(part_name("referrals", number), "party", self.party, self.expected_by, ask.at)
        return {"referrals": number, "waits": (*ask.facts.waits, wait)}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("merchant", "please explain the second capture", soon(ask), soon(ask, 6))


@attrs.frozen
class PartyReply(Command):
    """R23, R28: the answer of the third party."""

    EFFECTS = frozenset({Effect.REPORTS})

    referral: NonBlank
    reply: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        facts = ask.facts
        heard = {wait.what for wait in facts.waits if wait.id == self.referral}
        waits = tuple(wait for wait in facts.waits if wait.id != self.referral)
        return {"waits": waits, "heard": facts.heard | heard, **end_pause(facts, waits)}

    def report_text(self) -> str:
        return self.reply

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        parties = [wait.id for wait in ask.facts.waits if wait.on == "party"]
        for referral in parties or ["R1"]:
            yield cls(referral, "we see one capture only")


@attrs.frozen
class Note(Command):
    """An internal note, which no customer ever reads.

    `sender` says from where the words of a note came that may be the customer's, though nobody proved it. They await
    our reply (R33).
    """

    text: NonBlank = attrs.field(repr=False)
    sender: str = attrs.field(default="", repr=False)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("内部备注: ask the bank again")
        yield cls("the second payment is still there", "another address")


@attrs.frozen
class Call(Command):
    """R21: a call with its prepared script, its listener and its outcome. The customer hears the script."""

    EFFECTS = frozenset({Effect.SPEAKS})

    script: NonBlank
    outcome: NonBlank
    listener: str = ""
    answered: bool = True

    def changes(self, ask: Ask) -> Changes:
        if self.answered:
            return clear_attempts(ask)
        return {"attempts": ask.facts.attempts | {Attempt("phone", ask.at.date())}}

    def customer_text(self) -> str:
        return self.script

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("apologise, explain, offer", "will send a screenshot", "lead wu")
        yield cls("apologise, explain, offer", "nobody picked up", answered=False)
