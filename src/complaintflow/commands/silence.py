"""R33, R3, R23: what silence still lacks, before anything may end by it. The one place where this is decided."""

from __future__ import annotations

from datetime import datetime

from complaintflow.commands._context import Ask
from complaintflow.errors.reasons import Fault
from complaintflow.record.facts import Facts
from complaintflow.record.keys import message_number
from complaintflow.vocabulary import CUSTOMER, Ground


def silence_lacks(ask: Ask) -> tuple[Fault, ...]:
    """Why silence says nothing yet; empty where it is silence: nothing awaits our reply, and all of ours arrived."""
    return (*unhandled(ask.facts), *not_arrived(ask.facts))


def not_arrived(facts: Facts) -> tuple[Fault, ...]:
    """What we sent to the customer and is not proved to have arrived, for a refusal.

    It waits in the outbox, came back, or went to a log.
    """
    return (Fault("arrived", {"messages": facts.unproved}),) if facts.unproved else ()


def rested_on(facts: Facts, message: str) -> bool:
    """R33: whether a closing as silent, or on a plan, rests on this message: on the notice and what followed it, or on
    the plan. What the customer confirmed rests on their word."""
    cycle = facts.cycle
    if facts.ground == Ground.SILENT:
        return bool(cycle.notice) and message_number(message) >= message_number(cycle.notice)
    return facts.ground == Ground.PLANNED and message == cycle.plan_notice and not cycle.plan_confirmed


def asked_in_vain(facts: Facts, until: datetime) -> bool:
    """R3: whether no open question reached the customer by this time, though there is one.

    Older histories do not say what arrived: there the time of asking counts.
    """
    asked = [wait.arrived if wait.message else wait.since for wait in facts.waits if wait.on == CUSTOMER]
    return bool(asked) and not any(at and at <= until for at in asked)


_REQUESTED = (Fault("answer-to-request"),)


def unhandled(facts: Facts) -> tuple[Fault, ...]:
    """What came from the customer and was not handled by a person yet, for a refusal."""
    if facts.signs:
        return (Fault("answer", {"kinds": [sign.kind for sign in facts.signs]}),)
    return _REQUESTED if facts.cycle.requested else ()


def quiet_since(facts: Facts, told: datetime) -> datetime:
    """From when silence counts: since we told or asked, or since a person last answered what came after that."""
    return max(told, facts.answered_at or told)
