"""Proof: the fix, its verification, the notice and the customer's confirmation (R16, R32 … R34)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Annotated

import attrs

from complaintflow._validation.structure import NonBlank, Within, as_word
from complaintflow.commands._context import Ask, Changes, Command
from complaintflow.commands._parts import (
    UNTOLD,
    change_cycle,
    clear_attempts,
    fresh_text,
    join_lines,
    new_cycle,
    soon,
    team_progress,
    words,
)
from complaintflow.commands.arrival import never_sent, proved_lost, proved_to_arrive, sent_anew
from complaintflow.commands.solution import acting_effects
from complaintflow.record.facts import Attempt, Return
from complaintflow.record.keys import message_name
from complaintflow.values import Said, as_said
from complaintflow.vocabulary import Audience, Effect, ReceiptStatus, State, Touches


@attrs.frozen(eq=False, repr=False)
class Resolve(Command):
    """Record a fix. Each one is new: earlier proof and notices lapse (R32)."""

    EFFECTS = frozenset({Effect.ACTS})

    summary: NonBlank = attrs.field(repr=False)
    touches: Touches = attrs.field(default=Touches.CUSTOMER, converter=as_word)

    def effects(self, ask: Ask) -> frozenset[Effect]:
        return acting_effects(self.touches, ask)

    def changes(self, ask: Ask) -> Changes:
        cycle, number = ask.facts.cycle, ask.facts.fixes + 1
        return {
            "fixes": number,
            "plan_open": False,
            "cycle": change_cycle(
                cycle,
                fix=number,
                fixers=cycle.working | {ask.by.id},
                working=frozenset(),
                provers=frozenset(),
                proved_by=frozenset(),
                planned=False,
                **UNTOLD,
            ),
        }

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for touches in Touches:
            yield cls("the second payment is reversed", touches)


@attrs.frozen(eq=False, repr=False)
class Verify(Command):
    """R32: the verification of the latest fix: its result, method and evidence.

    When it names evidence on record (`E2`), it falls with that evidence.
    """

    passed: bool
    method: NonBlank = attrs.field(repr=False)
    evidence: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        cycle = ask.facts.cycle
        if not self.passed:
            return {"cycle": change_cycle(cycle, proof=0, provers=frozenset(), proved_by=frozenset(), **UNTOLD)}
        named = frozenset(
            part
            for part in _EVIDENCE.findall(self.evidence)
            if ask.facts.has_part(part) and part not in ask.facts.retracted
        )
        provers, proved_by = cycle.provers | {ask.by.id}, cycle.proved_by | named
        return {"cycle": change_cycle(cycle, proof=cycle.fix, provers=provers, proved_by=proved_by)}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls(True, "ledger", "one capture left")
        yield cls(False, "ledger", "still two captures")


_EVIDENCE = re.compile(r"(?<![A-Za-z0-9])E[1-9][0-9]*(?![A-Za-z0-9])")


@attrs.frozen(eq=False, repr=False)
class Notify(Command):
    """R16, R32: tell the customer that it is solved, completely: understood, judged, done, next, and when.

    `plain` explains a technical result in plain words (R17).
    """

    EFFECTS = frozenset({Effect.SPEAKS, Effect.TELLS_SOLVED})

    understood: str = attrs.field(default="", repr=False)
    judged: str | None = attrs.field(default=None, repr=False)
    done: str = attrs.field(default="", repr=False)
    next: str = attrs.field(default="", repr=False)
    next_at: datetime | None = None
    plain: str = attrs.field(default="", repr=False)

    def changes(self, ask: Ask) -> Changes:
        note = ask.message()
        told = {"notice": message_name(note["messages"]), "delivered": None, "requested": False}
        return {"cycle": change_cycle(ask.facts.cycle, **told), **note}

    def customer_text(self) -> str:
        return join_lines((self.understood, self.judged, self.done, self.next, self.plain))

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        understood = fresh_text(ask, "You paid twice for one order")
        for judged in ("Our gateway repeated the capture", None):
            yield cls(
                understood, judged, "We sent the second one back", "Please look", soon(ask), "The till rang twice"
            )


@attrs.frozen(eq=False, repr=False)
class Update(Command):
    """R15, R16: progress for an audience; for the customer it must be complete. `judged=None`: "still being checked".

    `plan_kept` tells the customer that the long-term plan was carried out; it counts once it reached them (R26a).
    `news` names what it tells of an incident (R12), which others are told as well.
    """

    EFFECTS = frozenset({Effect.SPEAKS, Effect.REPORTS})

    audience: Audience = attrs.field(converter=as_word)
    understood: str = attrs.field(default="", repr=False)
    judged: str | None = attrs.field(default=None, repr=False)
    done: str = attrs.field(default="", repr=False)
    next: str = attrs.field(default="", repr=False)
    next_at: datetime | None = None
    plan_kept: bool = False
    news: str = attrs.field(default="", repr=False)

    def effects(self, ask: Ask) -> frozenset[Effect]:
        return frozenset({Effect.SPEAKS if self.audience is Audience.CUSTOMER else Effect.REPORTS})

    def changes(self, ask: Ask) -> Changes:
        told = team_progress(ask) if self.audience is Audience.TEAM else {}
        note = ask.message(to_us=self.audience is not Audience.CUSTOMER)
        kept = {"plan_news": ask.facts.plan_news | {message_name(note["messages"])}} if self.plan_kept else {}
        return {**kept, **told, **note}

    def customer_text(self) -> str:
        if self.audience is not Audience.CUSTOMER:
            return ""
        return self.report_text()

    def report_text(self) -> str:
        return join_lines((self.understood, self.judged, self.done, self.next))

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        understood = fresh_text(ask, "You paid twice for one order")
        for audience in Audience:
            yield cls(audience, understood, None, "We asked the bank for its log", "We compare it", soon(ask))


@attrs.frozen(eq=False, repr=False)
class Receipt(Command):
    """What became of a message. `ReceiptStatus.tells` says whether the customer counts as told.

    A receipt of a message to staff says nothing about the customer (R33). `final=False` says that another receipt will
    follow (a temporary failure, an acceptance before delivery). `channel` is the way of which it tells (blank: the
    complaint's own), `onward` the way on which the outbox tries it next.

    What failed came back, and is sent anew under a key of its own; only the outbox says `taken=False`: no channel has
    taken it, as far as is known, so that its key stays on this way. `onward` it has one of its own in any case: two
    ways may be one provider's account, which drops what it had once. `sending` is the one of which it tells, as the
    key says it; 0: the present one. That an earlier one failed says nothing of the present one.
    """

    message: NonBlank
    status: ReceiptStatus = attrs.field(converter=as_word)
    final: bool = True
    channel: str = ""
    detail: str = attrs.field(default="", repr=False)
    onward: str = ""
    taken: bool = True
    sending: Annotated[int, Within(0)] = 0

    def changes(self, ask: Ask) -> Changes:
        facts = ask.facts
        failed = self.status is ReceiptStatus.FAILED
        if failed and self.sending not in {0, facts.sending(self.message)}:
            return {}
        changes: Changes = {"open_messages": facts.open_messages - {self.message}} if self.final else {}
        if self.message in facts.to_us:
            return {**changes, **sent_anew(facts, self.message)} if failed and self.final and self.taken else changes
        channel = self.channel or facts.channel
        if failed:
            return {**changes, **self._failed(ask, channel)}
        if self.status is ReceiptStatus.DROPPED:
            return {**changes, **never_sent(facts, self.message)}
        if self.status.tells(self.final):
            return {**changes, **proved_to_arrive(facts, self.message, channel, ask.at), **clear_attempts(ask)}
        return {**changes, "returned": facts.returned - {Return(self.message, channel)}}

    def customer_text(self) -> str:
        return ""  # its `message` is the name of one

    def _failed(self, ask: Ask, channel: str) -> Changes:
        """R33: an attempt; and what came back is not told. The same word of one way twice is one attempt."""
        facts = ask.facts
        again = sent_anew(facts, self.message) if self.taken or self.onward else {}
        if Return(self.message, channel) in facts.returned:
            given_up = self.message in facts.unproved - facts.open_messages
            return again if self.sending and given_up else {}
        attempts = {"attempts": facts.attempts | {Attempt(channel, ask.at.date())}}
        if not (self.final or self.onward):
            return attempts
        return {**attempts, **proved_lost(facts, self.message, channel), **again}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for name in sorted(ask.facts.open_messages) or [message_name(max(ask.facts.messages, 1))]:
            for status in ReceiptStatus:
                yield cls(name, status)


def confirmation(ask: Ask) -> Changes:
    """R33: what changes by the customer's yes: it counts for the present fix, or for the present plan."""
    planned = ask.facts.stage == State.PLANNED
    cycle = change_cycle(ask.facts.cycle, confirmed=not planned, plan_confirmed=planned)
    return {"cycle": cycle, **clear_attempts(ask)}


@attrs.frozen(eq=False, repr=False)
class Confirm(Command):
    """R33: the customer confirms that it is solved; while a plan stands, that the plan is the end of the complaint.

    It counts for the present fix, or for the present plan. `anything_else` is what else there is in the customer's
    words: it opens a follow-up (R44).
    """

    EFFECTS = frozenset({Effect.HEARS})

    said: Said = attrs.field(converter=as_said)
    anything_else: str = attrs.field(default="", repr=False)

    def changes(self, ask: Ask) -> Changes:
        return confirmation(ask)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls(words(ask, "it is solved, thank you"))
        yield cls(words(ask, "it is solved, thank you"), "my other parcel is late")


@attrs.frozen(eq=False, repr=False)
class Dispute(Command):
    """R34: the customer says that it is not solved, or rejects a decline: a new cycle begins."""

    EFFECTS = frozenset({Effect.HEARS})

    said: Said = attrs.field(converter=as_said)

    def changes(self, ask: Ask) -> Changes:
        return new_cycle(ask)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls(words(ask, "I still see two payments"))
