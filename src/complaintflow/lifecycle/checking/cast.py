"""Who acts in the stories of the checker: one actor for each kind of role that a rule may tell apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from complaintflow.lifecycle.rows import STAFF_ROLE
from complaintflow.policy.policy import Policy
from complaintflow.values import Actor
from complaintflow.vocabulary import CUSTOMER, SYSTEM

MORNING = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""When every story begins: a Monday."""
OWNER = Actor.customer("u-17")
CLOCKWORK = Actor.system()
_NAMES = {"agent": "li", "mate": "wang", "lead": "wu", "manager": "zhao", "engineer": "qian"}
_TEAMS = {"engineer": "engineering"}
_TEAM = "payments"


def cast_of(policy: Policy) -> Mapping[str, Actor]:
    """The actors by the parts that they play; roles that a policy does not have are played by those that it has."""
    roles = sorted(policy.staff_roles)
    played = {part: _role(part, roles, policy) for part in _NAMES}
    staff = {
        part: Actor(_NAMES[part], frozenset({role} if role else ()), _TEAMS.get(part, _TEAM))
        for part, role in played.items()
    }
    others = {CUSTOMER: OWNER, "stranger": Actor.customer("u-99"), SYSTEM: CLOCKWORK}
    return {**staff, **others, "machine": Actor.machine("bot", {played["manager"]} - {""})}


def cast_by_role(policy: Policy, roles: Iterable[str]) -> Mapping[str, Actor]:
    """The actors, and one for each of these roles of the policy that nobody plays by its name."""
    cast = cast_of(policy)
    others = sorted({*roles} & policy.staff_roles - cast.keys() - {STAFF_ROLE})
    return {**cast, **{_part_of(role): Actor(f"one {role}", frozenset({role}), _TEAM) for role in others}}


def _part_of(role: str) -> str:
    """A role as the name of a part: one word."""
    return role.replace(" ", "_")


def _role(part: str, roles: list[str], policy: Policy) -> str:
    wanted = "agent" if part == "mate" else part
    if wanted in roles or not roles:
        return wanted if roles else ""
    facing = [role for role in roles if role in policy.customer_facing]
    return (facing or roles)[0] if wanted == "agent" else roles[-1]


def parts_for(who: Iterable[str]) -> Iterator[str]:
    """The parts that try a command of a row that is for these."""
    for role in sorted(who):
        if role == STAFF_ROLE:
            yield from ("agent", "lead")
        else:
            yield _part_of(role)
