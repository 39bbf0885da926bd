"""Investigation: evidence, cause, responsibility, third parties, notes and calls (R20 … R23, R28)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import attrs

from complaintflow._validation.names import fold_name
from complaintflow._validation.structure import Name, NonBlank, as_word, replace_unchecked
from complaintflow.commands._context import Ask, Changes, Command
from complaintflow.commands._parts import UNTOLD, change_cycle, clear_attempts, end_pause, end_tasks, soon
from complaintflow.priority import reassess
from complaintflow.record.facts import Attempt, Cycle, Facts, PaymentProof, ShownAbuse, Wait
from complaintflow.record.keys import CALL_TASK, part_name
from complaintflow.values import Actor, Attachment, as_attachments
from complaintflow.vocabulary import FIXED, OPEN, Abuse, Effect, State, Vulnerability

UNDETERMINED = "undetermined"
"""R6: who is responsible until it is investigated."""
IDENTITY = "identity"
PAYMENT = "payment"
EVIDENCE = (IDENTITY, "order", "product", "contact", "chat", "logistics", "recording", "log", PAYMENT)
"""R22: the kinds of evidence that have a name; a house may have others."""
_ON_OFFER = frozenset({State.PROPOSED, State.EXECUTING})


@attrs.frozen(eq=False, repr=False)
class AddEvidence(Command):
    """R22: a piece of evidence with its source; files by reference.

    `kind` is identity, order, product, contact, chat, logistics, recording, log, payment …. A payment that is ours
    names the `compensation` that it proves (R26a), unless only one is owed. It counts once it is checked. What the
    customer sends proves no payment of ours. `came_with` is the reference of the customer's words that it came with:
    who records it has taken these words up (R33).
    """

    kind: Name
    source: NonBlank
    content: NonBlank = attrs.field(repr=False)
    attachments: tuple[Attachment, ...] = attrs.field(default=(), converter=as_attachments)
    compensation: str = ""
    came_with: str = ""

    def changes(self, ask: Ask) -> Changes:
        facts, number = ask.facts, ask.facts.evidence + 1
        id, kind = part_name("evidence", number), fold_name(self.kind)
        changes: Changes = {"evidence": number}
        if ask.by.is_customer:
            changes |= {"sent_in": facts.sent_in | {id}, **clear_attempts(ask)}
        if kind == IDENTITY:
            changes["identity"] = facts.identity | {id}
        if kind == PAYMENT and self.is_ours(ask.by):
            proved = sorted({self.compensation} if self.compensation else facts.owed)
            changes["proofs"] = (*facts.proofs, *(PaymentProof(id, compensation) for compensation in proved))
        return changes

    def is_ours(self, by: Actor) -> bool:
        """Whether it is ours, not the customer's: sent by the customer, or come with the customer's words."""
        return not by.is_customer and not self.came_with.strip()

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for kind in evidence_asked(ask.facts):
            owed = sorted(ask.facts.owed)[0] if kind == PAYMENT else ""
            yield cls(kind, *_SAMPLES[kind], compensation=owed)
        yield cls("log", "gateway", "two captures at 10:02")


_SAMPLES = {IDENTITY: ("id card", "name and number agree"), PAYMENT: ("bank", "it arrived")}


def evidence_asked(facts: Facts) -> tuple[str, ...]:
    """R22, R26a: the kinds that the rules wait for: who the customer is, and that what we owe has arrived."""
    whose = (IDENTITY,) if not facts.identity_checked and (facts.identity_asked or facts.claims) else ()
    return (*whose, *((PAYMENT,) if facts.owed else ()))


@attrs.frozen(eq=False, repr=False)
class RecordAbuse(Command):
    """R47: a demand beyond the rules, an insult or a threat of the customer, by the evidence that shows it.

    It changes the playbook and who decides, never the grade. `stands=False` takes it back; an authority says why.
    """

    kind: Abuse = attrs.field(converter=as_word)
    evidence: NonBlank
    finding: NonBlank = attrs.field(repr=False)
    stands: bool = True

    def changes(self, ask: Ask) -> Changes:
        shown = frozenset(one for one in ask.facts.abuse_shown if one.kind != self.kind)
        if self.stands:
            shown = ask.facts.abuse_shown | {ShownAbuse(str(self.kind), self.evidence)}
        return {"abuse_shown": shown}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        evidence = part_name("evidence", max(ask.facts.evidence, 1))
        for kind in Abuse:
            yield cls(kind, evidence, "it is in the chat")
        yield cls(Abuse.INSULT, evidence, "it was meant for the carrier", stands=False)


@attrs.frozen(eq=False, repr=False)
class RecordVulnerability(Command):
    """R48: the customer needs particular care, and why: age, illness, distress or language.

    It raises the score like a step of urgency, and may choose the channel (`care_channels`). It is private: no message
    and no label tells it, and the reason can be erased. `stands=False` takes it back; the grade stays (R13).
    """

    reason: Vulnerability = attrs.field(converter=as_word, repr=False)
    note: str = attrs.field(default="", repr=False)
    stands: bool = True

    def changes(self, ask: Ask) -> Changes:
        facts = ask.facts
        if self.stands:
            raised = reassess(facts, ask.policy, facts.repeats, facts.disputes, vulnerable=True)
            return {"vulnerable": True, **raised}
        signals = facts.signals and replace_unchecked(facts.signals, vulnerable=False)
        return {"vulnerable": False, "signals": signals}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for reason in Vulnerability:
            yield cls(reason, "the daughter calls for her")
        yield cls(Vulnerability.AGE, "it was the father who is old", stands=False)


@attrs.frozen(eq=False, repr=False)
class CheckEvidence(Command):
    """R22: the check of a piece of evidence; `genuine=False` says that it failed the check.

    What rested on evidence that turns out false lapses: options, agreement and plan, the verification that names it,
    the decision on responsibility, and the proof of a payment. A checked payment is no longer owed (R26a).
    """

    evidence: NonBlank
    finding: NonBlank = attrs.field(repr=False)
    genuine: bool = True

    def changes(self, ask: Ask) -> Changes:
        facts, proved = ask.facts, _proved_by(ask.facts, self.evidence)
        if self.genuine:
            return {"checked": facts.checked | {self.evidence}, "owed": facts.owed - proved}
        return fall(facts, self.evidence)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for evidence in evidence_to_check(ask.facts) or ["E1"]:
            yield cls(evidence, "agrees with the ledger")
        for evidence in sorted(ask.facts.checked):
            yield cls(evidence, "a forgery", genuine=False)


def fall(facts: Facts, evidence: str) -> Changes:
    """The evidence counts no more, and what rests on it lapses; a payment that it proved is owed again."""
    checked = facts.checked - {evidence}
    proved = _proved_by(facts, evidence) if evidence in facts.checked else frozenset[str]()
    still = frozenset(proof.compensation for proof in facts.proofs if proof.evidence in checked)
    return {"checked": checked, "owed": facts.owed | (proved - still), **_lapse(facts, evidence)}


def evidence_to_check(facts: Facts) -> list[str]:
    """All evidence by name: first what the rules wait for, then what nobody has checked yet."""
    wanted = {proof.evidence for proof in facts.proofs if proof.compensation in facts.owed}
    wanted |= frozenset[str]() if facts.identity_checked else facts.identity
    names = [part_name("evidence", number) for number in range(1, facts.evidence + 1)]
    return sorted(names, key=lambda name: (name in facts.checked | facts.retracted, name not in wanted))


def _proved_by(facts: Facts, evidence: str) -> frozenset[str]:
    """R26a: the compensations that this evidence proves."""
    return frozenset(proof.compensation for proof in facts.proofs if proof.evidence == evidence)


def _lapse(facts: Facts, evidence: str) -> Changes:
    """What rests on this evidence lapses; after the end, only who is responsible and what abuse it shows.

    What is merged may come back: then it comes back to the investigation.
    """
    changes: Changes = {}
    if evidence in facts.judged_on:
        changes.update(responsible=UNDETERMINED, judged_on=frozenset())
    shown = frozenset(one for one in facts.abuse_shown if one.evidence != evidence)
    if shown != facts.abuse_shown:
        changes["abuse_shown"] = shown
    if facts.stage == State.MERGED and evidence in _base(facts.cycle, facts.merged_from):
        changes["merged_from"] = str(State.INVESTIGATING)
    standing = facts.stage in OPEN or facts.stage == State.MERGED
    return {**changes, "cycle": _weaken(facts.cycle, evidence)} if standing else changes


def _base(cycle: Cycle, state: str) -> frozenset[str]:
    """The evidence that a state stands on: that of the proof of the fix, or of the offer, agreement or plan."""
    if state in FIXED:
        return cycle.proved_by
    return cycle.rests_on if state in _ON_OFFER else frozenset()


_NO_OFFER: Changes = {
    **{"offered": frozenset(), "paying": (), "rests_on": frozenset(), "agreed": ""},
    **{"planned": False, "plan_notice": "", "plan_delivered": None, "plan_confirmed": False},
}
"""No offer, agreement or plan stands: who agreed to a plan, or confirmed it, did so on evidence that is none."""


def _weaken(cycle: Cycle, evidence: str) -> Cycle:
    """The cycle without what it offered, agreed or proved on this evidence."""
    if evidence in cycle.rests_on:
        cycle = change_cycle(cycle, **_NO_OFFER)
    if evidence in cycle.proved_by:
        cycle = change_cycle(cycle, proof=0, provers=frozenset(), proved_by=frozenset(), **UNTOLD)
    return cycle


def without_fallen(facts: Facts, cycle: Cycle) -> Cycle:
    """The cycle without what rests on evidence that fell after the end: whoever takes the end back goes on without."""
    for evidence in sorted((cycle.rests_on - facts.checked) | (cycle.proved_by & facts.retracted)):
        cycle = _weaken(cycle, evidence)
    return cycle


def undermines(ask: Ask) -> bool:
    """The evidence that fails takes away what the state stands on: the offer or agreement, or the proof of the fix."""
    evidence, facts = ask.field("evidence"), ask.facts
    if ask.field("genuine", default=True) or evidence not in facts.checked:
        return False
    return evidence in _base(facts.cycle, facts.stage)


@attrs.frozen(eq=False, repr=False)
class FindCause(Command):
    """R9: the cause and the evidence for it."""

    EFFECTS = frozenset({Effect.REPORTS})

    cause: NonBlank = attrs.field(repr=False)
    evidence: NonBlank = attrs.field(repr=False)

    def report_text(self) -> str:
        return self.cause

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("a retry without a key", part_name("evidence", max(ask.facts.evidence, 1)))


@attrs.frozen(eq=False, repr=False)
class DecideResponsibility(Command):
    """R23: the responsible party, by which rule, and why."""

    EFFECTS = frozenset({Effect.JUDGES})

    party: NonBlank
    rule: str = attrs.field(default="", repr=False)
    reasoning: str = attrs.field(default="", repr=False)

    def changes(self, ask: Ask) -> Changes:
        return {"responsible": self.party, "judged_on": ask.facts.checked}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        named = {wait.what for wait in ask.facts.waits if wait.on == "party"}
        for party in sorted(ask.policy.parties | ask.policy.own_parties | ask.facts.heard | named):
            yield cls(party, "payment terms 4.2", "the second capture came from us")


@attrs.frozen(eq=False, repr=False)
class Refer(Command):
    """R28: a request to a third party, with the times of the expected answer and of feedback to the customer."""

    party: NonBlank
    request: NonBlank = attrs.field(repr=False)
    expected_by: datetime
    feedback_at: datetime

    def changes(self, ask: Ask) -> Changes:
        number = ask.facts.referrals + 1
        wait = Wait(part_name("referrals", number), "party", self.party, self.expected_by, ask.at)
        return {"referrals": number, "waits": (*ask.facts.waits, wait)}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("merchant", "please explain the second capture", soon(ask), soon(ask, 6))


@attrs.frozen(eq=False, repr=False)
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


@attrs.frozen(eq=False, repr=False)
class Note(Command):
    """An internal note, which no customer ever reads.

    `sender` says from where the words of a note came that may be the customer's, though nobody proved it. They await
    our reply (R33).
    """

    text: NonBlank = attrs.field(repr=False)
    sender: str = attrs.field(default="", repr=False)

    def changes(self, ask: Ask) -> Changes:
        return {"notes": ask.facts.notes + 1}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("ask the bank again")
        yield cls("the second payment is still there", "another address")


@attrs.frozen(eq=False, repr=False)
class Call(Command):
    """R21: a call with its prepared script, its listener and its outcome. The customer hears the script.

    One that was answered finishes the tasks to call; a missed one is an attempt.
    """

    EFFECTS = frozenset({Effect.SPEAKS, Effect.REPORTS})

    script: NonBlank = attrs.field(repr=False)
    outcome: NonBlank = attrs.field(repr=False)
    listener: str = ""
    answered: bool = True

    def changes(self, ask: Ask) -> Changes:
        number = ask.facts.calls + 1
        if self.answered:
            return {"calls": number, **clear_attempts(ask), **end_tasks(ask.facts, {CALL_TASK})}
        return {"calls": number, "attempts": ask.facts.attempts | {Attempt("phone", ask.at.date())}}

    def report_text(self) -> str:
        return self.outcome

    def customer_text(self) -> str:
        return self.script

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("apologise, explain, offer", "will send a screenshot", "lead wu")
        yield cls("apologise, explain, offer", "nobody picked up", answered=False)
