"""Changes and sample values that several commands share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from datetime import datetime, timedelta
from typing import Any

import msgspec

from complaintflow._validation.names import fold_name
from complaintflow._validation.structure import FrozenMap
from complaintflow.commands._context import Ask, Changes
from complaintflow.policy.policy import Policy
from complaintflow.priority import reassess
from complaintflow.record.facts import Cycle, Facts, Wait, hazards_of
from complaintflow.values import Said, Signals
from complaintflow.vocabulary import OPEN


def join_lines(parts: Iterable[str | None]) -> str:
    """The parts that are not blank, one a line."""
    return "\n".join([text for part in parts if part and (text := part.strip())])


def change_cycle(cycle: Cycle, **changes: Any) -> Cycle:
    """The cycle with these changes."""
    return msgspec.structs.replace(cycle, **changes)


UNTOLD = {"notice": "", "delivered": None, "requested": False, "confirmed": False}
"""The notice and confirmation that a new fix, or a proof that falls, cancels."""


def team_progress(ask: Ask) -> Changes:
    """R29: record progress of the actor's team, or of the team that holds the complaint."""
    return {"progress": ask.by.team or ask.facts.team} if ask.by.is_staff else {}


def new_cycle(ask: Ask) -> Changes:
    """R34: begin a new cycle: agreement, proof and confirmation lapse, evidence and payments stay, the counts rise."""
    facts = ask.facts
    held = frozenset({facts.team} - {""})
    repeats, disputes = facts.repeats + 1, facts.disputes + 1
    return {
        **reassess(facts, ask.policy, repeats, disputes),
        "cycle": Cycle(number=facts.cycle.number + 1, held=held),
        "repeats": repeats,
        "disputes": disputes,
        "plan_due": None,
        "plan_open": False,
        "plan_news": frozenset(),
        "plan_kept_by": "",
        "paused": "",
        "ground": "",
        "closed_at": None,
        "end_letter": "",
        "surveyed": False,
        "root_cause": "",
        "attempts": frozenset(),
    }


def clear_attempts(ask: Ask) -> Changes:
    """R33: the customer was heard or reached, so earlier failed attempts no longer count."""
    return {"attempts": frozenset()}


def end_tasks(facts: Facts, tasks: Set[str]) -> Changes:
    """The changes when tasks are no longer open; nothing where none of them is."""
    if all(map(tasks.isdisjoint, (facts.open_tasks, facts.task_owners, facts.improvements))):
        return {}
    owners = {task: owner for task, owner in facts.task_owners.items() if task not in tasks}
    return {
        "open_tasks": facts.open_tasks - tasks,
        "task_owners": FrozenMap(owners),
        "improvements": facts.improvements - tasks,
    }


def end_pause(facts: Facts, waits: tuple[Wait, ...]) -> Changes:
    """R3: end the pause when nothing more is awaited from the one it waits for."""
    still = any(wait.on == facts.paused for wait in waits)
    return {} if still or not facts.paused else {"paused": ""}


def missing_fields(type: str, known: frozenset[str], policy: Policy) -> tuple[str, ...]:
    """R3: the fields that the type requires and that are not known yet."""
    return tuple([field for field in policy.required_fields(type) if field not in known])


def latest_part(parts: Iterable[str]) -> str:
    """The part with the highest number, or a blank text."""
    return max(parts, key=lambda part: int(part[1:]), default="")


def soon(ask: Ask, hours: int = 24) -> datetime:
    """A time in the future, for samples."""
    return ask.at + timedelta(hours=hours)


def words(ask: Ask, text: str = "I have looked at it") -> Said:
    """For samples: words of the customer, with how and where they were heard."""
    return Said(text, via="phone", ref=f"call-{ask.facts.messages + 1}", heard_by=ask.by.id)


def fresh_text(ask: Ask, text: str) -> str:
    """For samples: a text that differs from every sent one."""
    return f"{text} ({ask.facts.messages + 1})"


def account_at_stake(facts: Facts, policy: Policy) -> bool:
    """R22: whether the customer's identity is asked for, or was at any time."""
    return facts.identity_asked or asks_identity(facts.type, facts.signals, policy)


def asks_identity(type: str, signals: Signals | None, policy: Policy) -> bool:
    """R22: whether the type's rule asks who the customer is, or a hazard does."""
    return policy.type_rule(type).identity or not policy.identity_hazards.isdisjoint(hazards_of(signals))


def is_repeated(other: Facts, customer: str, order: str, type: str) -> bool:
    """R5: whether an open complaint is about the same: of this customer, with this order, of this type.

    A complaint that nobody typed yet may be of any type; without an order both types are needed.
    """
    same = customer == other.customer and fold_name(order) == fold_name(other.order) and other.stage in OPEN
    untyped = bool(order) and not (type and other.type)
    return same and (untyped or (type == other.type and bool(order or type)))


def found_again(ask: Ask, order: str, type: str) -> Changes:
    """R5: the changes when a complaint turns out to repeat others, which were not known as such."""
    if not ask.related:
        return {}
    facts, known = ask.facts, {*ask.facts.duplicates, *ask.facts.absorbed, ask.id}
    again = [other for other in ask.related if is_repeated(other.facts, facts.customer, order, type)]
    new = tuple(dict.fromkeys(other.id for other in again if other.id not in known))
    if not new:
        return {}
    repeats, duplicates = facts.repeats + len(new), (*facts.duplicates, *new)
    return {**reassess(facts, ask.policy, repeats, facts.disputes), "duplicates": duplicates, "repeats": repeats}


def known_fields(facts: Facts, fields: Mapping[str, Any]) -> frozenset[str]:
    """The known intake fields after these are given; a blank one is removed."""
    blank = {name for name, value in fields.items() if isinstance(value, str) and not value.strip()}
    return (facts.known | set(fields)) - blank
