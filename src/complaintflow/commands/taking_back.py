"""What a person takes back: a message that still waits, or a note, a call or a piece of evidence that was wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import ClassVar

import attrs
import msgspec

from complaintflow._validation.structure import NonBlank
from complaintflow.commands._context import Ask, Changes, Command
from complaintflow.commands._parts import end_pause
from complaintflow.commands.arrival import proved_lost
from complaintflow.commands.findings import fall, without_fallen
from complaintflow.commands.signs import reopen_signs
from complaintflow.record.facts import Facts
from complaintflow.record.keys import Counter, message_name, message_number, part_name
from complaintflow.vocabulary import State


@attrs.frozen(eq=False, repr=False)
class Recall(Command):
    """Take back a message to the customer that still waits (`M3`), and why: the customer was never told.

    What it told, asked, or answered is untold, unasked and unanswered again. With the letter that ends a complaint, the
    end is taken back: what was closed awaits the confirmation again, or its plan, and what was declined is received. A
    message that a channel was given is never recalled: the desk looks at the outbox in the same transaction.
    """

    message: NonBlank
    reason: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        facts, message = ask.facts, self.message
        lost = proved_lost(facts, message, "")
        cycle = lost["cycle"]
        if message == cycle.notice:
            cycle = msgspec.structs.replace(cycle, notice="", requested=False)
        undone = takes_back_an_end(facts, message)
        waits = tuple(wait for wait in facts.waits if wait.message != message)
        return {
            "open_messages": facts.open_messages - {message},
            "unproved": facts.unproved - {message},
            "told_solved": facts.told_solved - {message},
            "plan_news": facts.plan_news - {message},
            "cycle": without_fallen(facts, cycle) if undone else cycle,
            "waits": waits,
            **(end_pause(facts, waits) if waits != facts.waits else {}),
            **({"last_told": 0} if self._is_the_last(facts) else {}),
            **reopen_signs(facts, message),
            **(_not_ended(facts) if undone else {}),
        }

    def _is_the_last(self, facts: Facts) -> bool:
        """R16: whether the customer was told nothing since, so that the same may be said again."""
        later = (message_name(number) for number in range(message_number(self.message) + 1, facts.messages + 1))
        return all(name in facts.to_us for name in later)

    def customer_text(self) -> str:
        return ""  # its `message` is the name of one

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        ours = ask.facts.open_messages - ask.facts.to_us
        waiting = waiting_messages(ask.facts) - ask.handed
        for name in sorted(waiting or ours) or [message_name(max(ask.facts.messages, 1))]:
            yield cls(name, "it names the wrong amount")


def waiting_messages(facts: Facts) -> frozenset[str]:
    """The messages to the customer that wait as far as the record tells; the outbox may know that one was sent."""
    unsent = (facts.open_messages & facts.unproved) - facts.to_us
    return frozenset(name for name in unsent if facts.sending(name) == 1)


def takes_back_an_end(facts: Facts, message: str) -> bool:
    """Whether the message is the letter by which the complaint was closed or declined."""
    return facts.stage in _ENDED_BY_LETTER and message == facts.end_letter


_ENDED_BY_LETTER = frozenset({State.CLOSED, State.DECLINED})


def _not_ended(facts: Facts) -> Changes:
    """It was never ended: a plan that was told before a decline is open again."""
    promised = facts.stage == State.DECLINED and facts.plan_due is not None and not facts.plan_kept_by
    return {"ground": "", "closed_at": None, "end_letter": "", **({"plan_open": True} if promised else {})}


@attrs.frozen(eq=False, repr=False)
class Retract(Command):
    """A note (`N2`), a call (`P1`) or a piece of our evidence (`E3`) was wrong: who says so, and why.

    It stays on record, marked. What rested on the evidence lapses, as when a check finds it false (R22, R23, R32). What
    the customer sent stays the customer's: a check says that it is not genuine.
    """

    genuine: ClassVar[bool] = False

    entry: NonBlank
    reason: NonBlank = attrs.field(repr=False)

    @property
    def evidence(self) -> str:
        """The evidence that is taken back, or a blank text."""
        return self.entry if self.entry.startswith("E") else ""

    def changes(self, ask: Ask) -> Changes:
        facts, retracted = ask.facts, {"retracted": ask.facts.retracted | {self.entry}}
        if not self.evidence:
            return {**retracted, **reopen_signs(facts, self.entry)}
        proofs = tuple(proof for proof in facts.proofs if proof.evidence != self.entry)
        fallen = fall(facts, self.entry)
        return {**retracted, **fallen, "identity": facts.identity - {self.entry}, "proofs": proofs}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        facts, gone = ask.facts, ask.facts.retracted | ask.facts.sent_in
        counted: dict[Counter, int] = {"notes": facts.notes, "calls": facts.calls, "evidence": facts.evidence}
        there = (part_name(kind, number) for kind, count in counted.items() for number in range(1, count + 1))
        standing = (part for part in there if part not in gone)
        for part in chain((next(standing, "N1"),), standing):  # mostly the first is enough, and there may be hundreds
            yield cls(part, "it belongs to another case")
