"""What a receipt proves of our messages: that one arrived, was lost, or was never sent (R3, R33)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import msgspec

from complaintflow._validation.structure import FrozenMap
from complaintflow.commands._context import Changes
from complaintflow.commands._parts import change_cycle
from complaintflow.record.facts import Cycle, Facts, Return, Wait
from complaintflow.record.keys import message_number
from complaintflow.vocabulary import CUSTOMER, State


def proved_to_arrive(facts: Facts, message: str, channel: str, at: datetime) -> Changes:
    """It reached the customer: the clocks of what it asks run from now, and what went before it is made good."""
    cycle = facts.cycle
    if message == cycle.notice and not cycle.delivered:
        cycle = change_cycle(cycle, delivered=at)
    if message == cycle.plan_notice and not cycle.plan_delivered:
        cycle = change_cycle(cycle, plan_delivered=at)
    return {
        "cycle": cycle,
        **_plan_kept(facts, message),
        "waits": _mark_questions(facts.waits, message, at),
        "unproved": facts.unproved - _made_good(facts, message),
        "returned": facts.returned - {Return(message, channel)},
    }


def proved_lost(facts: Facts, message: str, channel: str) -> Changes:
    """It did not arrive by this way, and no longer counts as told or asked."""
    return {
        "cycle": _without_proof(facts.cycle, message),
        **({"plan_open": True, "plan_kept_by": ""} if message == facts.plan_kept_by else {}),
        "waits": _mark_questions(facts.waits, message, None),
        "unproved": facts.unproved | {message},
        "returned": facts.returned | {Return(message, channel)},
    }


def sent_anew(facts: Facts, message: str) -> Changes:
    """A channel had taken it, or it goes another way, and who drops the repeat of a key takes it: another sending."""
    return {"sendings": FrozenMap({**facts.sendings, message: facts.sending(message) + 1})}


def never_sent(facts: Facts, message: str) -> Changes:
    """It was not sent, because it was not true any more, or a person took it away: nobody waits for its arrival."""
    cycle = facts.cycle
    if message == cycle.notice:
        cycle = change_cycle(cycle, notice="", delivered=None, requested=False)
    return {"cycle": cycle, "unproved": facts.unproved - {message}}


def _plan_kept(facts: Facts, message: str) -> Changes:
    """R26a: the customer was reached by the word that the plan was kept."""
    told = facts.plan_open and message in facts.plan_news
    return {"plan_open": False, "plan_kept_by": message} if told else {}


def _without_proof(cycle: Cycle, message: str) -> Cycle:
    lost: dict[str, Any] = {}
    if message == cycle.notice:
        lost["delivered"] = None
    if message == cycle.plan_notice:
        lost["plan_delivered"] = None
    return change_cycle(cycle, **lost) if lost else cycle


def _mark_questions(waits: tuple[Wait, ...], message: str, at: datetime | None) -> tuple[Wait, ...]:
    """The questions of this message with the time of their arrival; the first proof counts."""
    if all(wait.message != message for wait in waits):
        return waits
    return tuple(
        msgspec.structs.replace(wait, arrived=at and (wait.arrived or at)) if wait.message == message else wait
        for wait in waits
    )


def _made_good(facts: Facts, message: str) -> frozenset[str]:
    """The message, and those before it that ask for nothing any more: the customer has later words of ours."""
    number, still = message_number(message), _asking(facts, message)
    return frozenset(
        one for one in facts.unproved if one == message or (message_number(one) < number and one not in still)
    )


def _asking(facts: Facts, message: str) -> frozenset[str]:
    """Messages that still ask the customer for something, and that this one does not ask again.

    Once the customer knows that it is solved, nothing is asked any more.
    """
    if message == facts.cycle.notice:
        return frozenset()
    again = {wait.what for wait in facts.waits if wait.message == message}
    asking = {wait.message for wait in facts.waits if wait.on == CUSTOMER and wait.what not in again}
    offer = {facts.cycle.offer} if facts.stage == State.PROPOSED else set[str]()
    return frozenset(asking | offer | {facts.cycle.notice, facts.cycle.plan_notice})
