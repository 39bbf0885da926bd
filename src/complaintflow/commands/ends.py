"""Closing, archiving, reopening, and learning (R33 … R39)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, cast

import attrs
import msgspec

from complaintflow._validation.structure import NonBlank, Within, as_texts, as_word_or_none
from complaintflow.commands._context import Ask, Changes, Command
from complaintflow.commands._parts import (
    change_cycle,
    clear_attempts,
    end_tasks,
    fresh_text,
    join_lines,
    new_cycle,
    soon,
    words,
)
from complaintflow.commands.grounds import ground_for
from complaintflow.commands.proof import confirmation
from complaintflow.record.keys import CALL_TASK, message_name
from complaintflow.values import Action, Said, as_actions, as_said, as_said_or_none
from complaintflow.vocabulary import FIXED, Effect, Ground, State
from complaintflow.wording import wants_more

SATISFIED = 4
"""R36: from this satisfaction on, of 5, a comment is no complaint, unless its words want something."""


def close(ask: Ask, ground: Ground | None, note: Changes) -> Changes:
    """R33: what a closing changes: the ground, the time, the letter to the customer, and that no call is due."""
    return {
        "ground": ground or "",
        "closed_at": ask.at,
        "end_letter": message_name(note["messages"]),
        **note,
        **end_tasks(ask.facts, {CALL_TASK}),
    }


def also_close(ask: Ask, changes: Changes) -> Changes:
    """R33: the changes of a command that closes though it is no `Close`: its own, and those of a closing.

    The customer's words in it are their confirmation, where one can confirm. Its message, where it has one, is the
    letter.
    """
    word: Changes = {}
    if heard_in(ask.command) and ask.facts.stage in FIXED | {State.PLANNED}:
        word = confirmation(ask)
        ask = msgspec.structs.replace(ask, facts=msgspec.structs.replace(ask.facts, **word))
    note = changes if _writes(changes) else ask.message()
    return {**close(ask, ground_for(ask), note), **changes, **word}


def heard_in(command: Command) -> list[Said]:
    """The words of the customer that a command has heard."""
    values = (getattr(command, field.name) for field in attrs.fields(cast(Any, type(command))))
    return [value for value in values if isinstance(value, Said)]


def _writes(changes: Changes) -> bool:
    """Whether a message goes to the customer."""
    return "messages" in changes and message_name(changes["messages"]) not in changes.get("to_us", ())


@attrs.frozen(eq=False, repr=False)
class Close(Command):
    """R33: close on this ground, or on the strongest permitted one. `evidence` says what the ground rests on."""

    EFFECTS = frozenset({Effect.CLOSES})

    ground: Ground | None = attrs.field(default=None, converter=as_word_or_none)
    evidence: str = attrs.field(default="", repr=False)

    def changes(self, ask: Ask) -> Changes:
        return close(ask, ground_for(ask, self.ground), ask.message())

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls()


@attrs.frozen(eq=False, repr=False)
class Survey(Command):
    """R36: the customer's satisfaction (1 to 5), recommendation (0 to 10) and comment, once a cycle.

    The customer is thanked for it, unless the policy says otherwise (`sending.thank_for_rating`).
    """

    EFFECTS = frozenset({Effect.HEARS})

    csat: Annotated[int, Within(1, 5)]
    nps: Annotated[int, Within(0, 10)] | None = None
    comment: str = attrs.field(default="", repr=False)
    said: Said | None = attrs.field(default=None, converter=as_said_or_none)

    @property
    def wants_answer(self) -> bool:
        """R33: whether its comment wants something: of who is content only if the words do."""
        content = self.csat >= SATISFIED and not wants_more(self.comment)
        return bool(self.comment.strip()) and not content

    def changes(self, ask: Ask) -> Changes:
        thanks = ask.message() if ask.policy.sending.thank_for_rating and not ask.facts.erased else {}
        # A courtesy: the archive does not wait for it, and an archived record takes no receipt of it.
        return {"surveyed": True, **{name: value for name, value in thanks.items() if name != "open_messages"}}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls(5, 9, "很好", words(ask, "5 and 9"))


@attrs.frozen(eq=False, repr=False)
class LabelCause(Command):
    """R37: the root cause: a word of the policy's vocabulary, a dash, and a place: `product defect-payment flow`."""

    label: NonBlank
    whys: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts, repr=False)

    def changes(self, ask: Ask) -> Changes:
        return {"root_cause": self.label}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for cause in ask.policy.root_causes:
            yield cls(f"{cause}-payment flow", ("a retry", "no key"))


@attrs.frozen(eq=False, repr=False)
class Archive(Command):
    """R37: archive the complete record, which never changes again."""

    EFFECTS = frozenset({Effect.ARCHIVES})

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls()


@attrs.frozen(eq=False, repr=False)
class Reopen(Command):
    """R34: reopen the complaint: a new cycle begins."""

    reason: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        return new_cycle(ask)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("the second payment is back")


@attrs.frozen(eq=False, repr=False)
class Withdraw(Command):
    """R35: the customer withdraws the complaint and gets a receipt."""

    EFFECTS = frozenset({Effect.ENDS})

    said: Said = attrs.field(converter=as_said)

    def changes(self, ask: Ask) -> Changes:
        return {"plan_open": False, **ask.message(), **clear_attempts(ask), **end_tasks(ask.facts, {CALL_TASK})}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls(words(ask, "never mind, it was my mistake"))


@attrs.frozen(eq=False, repr=False)
class ApproveDecline(Command):
    """R35: approve that it is declined, as the second person that grades E and A need, with a reason."""

    reason: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        cycle = ask.facts.cycle
        return {"cycle": change_cycle(cycle, approvers=cycle.approvers | {ask.by.id})}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("the order was never placed with us")


@attrs.frozen(eq=False, repr=False)
class Decline(Command):
    """R35: decline the complaint: the reason and the customer's recourse.

    At grade E or A somebody else approved it by `ApproveDecline` before. `approved_by` may name which of them.
    """

    EFFECTS = frozenset({Effect.ENDS, Effect.SPEAKS})

    reason: str = attrs.field(repr=False)
    recourse: str = attrs.field(default="", repr=False)
    approved_by: str = ""

    def changes(self, ask: Ask) -> Changes:
        note = ask.message()
        letter = message_name(note["messages"])
        return {"plan_open": False, "end_letter": letter, **note, **end_tasks(ask.facts, {CALL_TASK})}

    def customer_text(self) -> str:
        return join_lines((self.reason, self.recourse))

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for approver in ("", *sorted(ask.facts.cycle.approvers)):
            yield cls(fresh_text(ask, "The order was never placed with us"), "You may ask the hotline 12315", approver)


@attrs.frozen(eq=False, repr=False)
class Merge(Command):
    """R5, R35: merge it into another open complaint of the same customer."""

    EFFECTS = frozenset({Effect.ENDS})

    into: NonBlank

    def changes(self, ask: Ask) -> Changes:
        return {"merged_into": self.into, "merged_from": str(ask.facts.state)}

    def related_ids(self) -> tuple[str, ...]:
        return (self.into,)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for into in [other.id for other in ask.related] or ["another"]:
            yield cls(into)


@attrs.frozen(eq=False, repr=False)
class Unmerge(Command):
    """Undo the merge: state and clocks are as before."""

    def changes(self, ask: Ask) -> Changes:
        return {"merged_into": "", "merged_from": ""}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls()


@attrs.frozen(eq=False, repr=False)
class Park(Command):
    """R38: note a fault of the process for later, without debating it now."""

    observation: NonBlank = attrs.field(repr=False)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        yield cls("nobody knew the bank's contact")


@attrs.frozen(eq=False, repr=False)
class Retrospect(Command):
    """R39: the retrospective: the whys from surface to root, what went well and badly, and actions."""

    EFFECTS = frozenset({Effect.RETROSPECTS})

    whys: tuple[NonBlank, ...] = attrs.field(converter=as_texts, repr=False)
    well: str = attrs.field(repr=False)
    badly: str = attrs.field(repr=False)
    actions: tuple[Action, ...] = attrs.field(converter=as_actions)

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        action = Action("a key for each capture", "wang", soon(ask, 240).date(), "product")
        yield cls(("paid twice", "a retry", "no key"), "told early", "no contact", (action,))


@attrs.frozen(eq=False, repr=False)
class Override(Command):
    """Lift an overridable rule for this cycle, by an authority, with a reason."""

    rule: NonBlank
    reason: NonBlank = attrs.field(repr=False)

    def changes(self, ask: Ask) -> Changes:
        cycle = ask.facts.cycle
        return {"cycle": change_cycle(cycle, overridden=cycle.overridden | {self.rule})}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        for rule in sorted(ask.policy.overridable) or ["no-ping-pong"]:
            yield cls(rule, "the party went out of business")
