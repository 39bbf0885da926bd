"""The guards of customer messages: who sends them, how complete they are, no claim before the facts (R16 … R20, R32).

They have the form of those in `guards`, which attaches them to effects.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import Any, cast

from complaintflow.commands import (
    Acknowledge,
    ApproveCompensation,
    AskCustomer,
    CheckEvidence,
    Notify,
    Remind,
    Resolve,
    Survey,
    Update,
    Verify,
)
from complaintflow.commands._context import Ask, Command
from complaintflow.commands.solution import named_claim
from complaintflow.errors import Refusal
from complaintflow.errors.reasons import Fault
from complaintflow.lifecycle.concerns import commands_with, concerns, kinds_of
from complaintflow.lifecycle.expression import find_short, is_worded, weighs
from complaintflow.policy.policy import Policy
from complaintflow.values import Actor
from complaintflow.wording import fold
from complaintflow.wording.claims import claims_in
from complaintflow.wording.jargon import find_unexplained_in

# TELLS_SOLVED: the customer is told that it is solved


def verify_before_notify(ask: Ask) -> Refusal | None:
    """R32: the latest fix passed a verification; at grade E by somebody who did not make it."""
    cycle = ask.facts.cycle
    if not cycle.fix:
        return Refusal.of("verify-before-notify", Resolve, case="no-fix")
    if not cycle.proved:
        if cycle.proof:
            return Refusal.of("verify-before-notify", Verify, case="stale", fix=cycle.fix, proof=cycle.proof)
        return Refusal.of("verify-before-notify", Verify, fix=cycle.fix)
    if not ask.facts.proved:
        return Refusal.of("verify-before-notify", Verify, case="makers", makers=ask.facts.makers)
    return None


@concerns(kinds_of(Notify))
def plain_language(ask: Ask) -> Refusal | None:
    """R17: a technical result is explained in plain words."""
    if not ask.policy.type_rule(ask.facts.type).technical or is_worded(ask.field("plain")):
        return None
    return Refusal.of("plain-language")


# SPEAKS: any message to the customer

_TOLD = (Notify, Update)
"""Messages that a person writes, part by part."""


_OUR_WORDS = (ApproveCompensation, Survey)
"""What staff in any role may record though the customer gets a message: they write none of its words."""


def _must_face_customers(command: type[Command], by: Actor, policy: Policy) -> bool:
    """Whether one of the roles that write to customers is needed, and not there."""
    if not by.roles.isdisjoint(policy.customer_facing) or issubclass(command, _OUR_WORDS):
        return False
    return issubclass(command, _TOLD) or not (by.is_system or by.is_customer)


@concerns(_must_face_customers)
def customer_facing_role(ask: Ask) -> Refusal | None:
    """R18a: only customer-facing roles write to customers; the system only what nobody writes, never a notice.

    A customer's own command, like a withdrawal, sends words that are ours, and so does a rating, whoever records it.
    Who approves a compensation hands over the words of another.
    """
    return Refusal.of("customer-facing-role", by=ask.by.id, roles=ask.policy.customer_facing)


def complete_expression(ask: Ask) -> Refusal | None:
    """R16: no part is blank, the text is neither repeated nor too short, and the next time lies in the future."""
    command, kind = ask.command, cast(Any, type(ask.command))
    parts, times = _parts_and_times(kind)
    if kind.OPTIONAL:
        parts, times = _given(command, parts), _given(command, times)
    faults = [Fault("blank", {"part": name}) for name in parts if not is_worded(str(getattr(command, name)))]
    faults += _blank_beside(ask)
    faults += [Fault("not-in-future", {"part": name}) for name in times if not _is_to_come(getattr(command, name), ask)]
    faults += _thin(ask)
    if ask.repeats and not isinstance(command, Remind):
        faults.append(Fault("repeated"))
    if not faults:
        return None
    return Refusal.of("complete-expression", faults=faults)


_PARTS = ("message", "understood", "done", "next", "assessment", "plan", "reason")
_TIMES = ("next_at", "expected_by")


@cache
def _parts_and_times(kind: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parts and times that this command has."""
    parts, times = (tuple(name for name in names if hasattr(kind, name)) for names in (_PARTS, _TIMES))
    return parts, times


def _given(command: Command, names: tuple[str, ...]) -> tuple[str, ...]:
    """Those that are there or must be."""
    return tuple(name for name in names if name not in command.OPTIONAL or getattr(command, name))


def _blank_beside(ask: Ask) -> list[Fault]:
    """What is blank of the parts that may be left out, and of several questions."""
    command, judged = ask.command, ask.field("judged", None)
    blank: list[Fault] = []
    if judged is not None and not is_worded(str(judged)):
        blank.append(Fault("judged-blank"))
    if isinstance(command, AskCustomer) and not all(map(is_worded, command.questions.values() or [""])):
        blank.append(Fault("question-blank"))
    return blank


def _is_to_come(time: datetime | None, ask: Ask) -> bool:
    return time is not None and time > ask.at


def _thin(ask: Ask) -> list[Fault]:
    least = ask.policy.update_min_chars
    if isinstance(ask.command, Acknowledge):
        return [fault for fault in [find_short(ask, ask.customer_text)] if fault]
    if isinstance(ask.command, _TOLD) and not weighs(ask.customer_text, least):
        return [Fault("too-short", {"least": least})]
    return []


def refuse_claim(ask: Ask, read: Callable[[str], str]) -> Refusal | None:
    """R16, R32: refuse a text in which `read` finds words that claim a solution before its proof."""
    if isinstance(ask.command, Notify) or ask.facts.proved:  # a notice has verify-before-notify
        return None
    pending = named_claim(ask)
    claim = read(ask.spoken_text) or (pending.id if pending and pending.tells_solved else "")
    if not claim:
        return None
    return Refusal.of("no-solved-wording-before-proof", Verify, claim=claim)


def no_solved_wording_before_proof(ask: Ask) -> Refusal | None:
    """R16, R32: no text, nor the words of a compensation, claims a solution before the latest fix is verified."""
    return refuse_claim(ask, lambda _: ask.read(claims_in, ask.folded_text))


def plain_words(ask: Ask) -> Refusal | None:
    """R43: a term that the policy lists as jargon has an explanation beside it, or the notice one in plain words."""
    plain = str(ask.field("plain"))
    said = ask.read(fold, plain) if is_worded(plain) else ask.folded_text
    unexplained = ask.read(find_unexplained_in, said, ask.policy.terms)
    if not unexplained:
        return None
    return Refusal.of("plain-words", terms=unexplained)


def facts_before_promise(ask: Ask) -> Refusal | None:
    """R20: judgements and promises need checked evidence, or proof of the latest fix."""
    if ask.facts.checked or ask.facts.cycle.proved:
        return None
    return Refusal.of("facts-before-promise", CheckEvidence)


@concerns(commands_with("judged"))
def judged_on_facts(ask: Ask) -> Refusal | None:
    """R20: a message that judges needs checked evidence."""
    return facts_before_promise(ask) if ask.field("judged", None) is not None else None
