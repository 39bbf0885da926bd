"""The rule `permitted`: what the roles that the policy declares let an actor do, on which complaints."""

from __future__ import annotations

from collections.abc import Iterable

from complaintflow.commands import AskApproval, Command
from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.lifecycle.concerns import concerns
from complaintflow.policy.access import Grant
from complaintflow.policy.policy import Policy
from complaintflow.record.facts import Facts
from complaintflow.values import Actor
from complaintflow.vocabulary import Scope, State


def _is_asked_for_leave(command: type[Command], by: Actor, policy: Policy) -> bool:
    """Whether what the roles permit hangs on the complaint, or is nothing."""
    return by.is_staff and not policy.rights(by.roles).is_free(command.__name__)


@concerns(_is_asked_for_leave)
def permitted(ask: Ask) -> Refusal | None:
    """R18a: a role that the policy declares lets this member of staff do this, on this complaint.

    Customers and the system have no roles: what is theirs stands in the table.
    """
    by, name = ask.by, type(ask.command).__name__
    grants = ask.policy.rights(by.roles).grants(name)
    if grants and (ask.facts.state == State.NEW or covers(grants, by, ask.facts)):
        return None
    return _refuse(ask, name, grants)


def may_ask(by: Actor, command: str, policy: Policy) -> bool:
    """Whether a role of the actor lets them do a command anywhere. Customers and the system need no role."""
    return not by.is_staff or bool(policy.rights(by.roles).grants(command))


def _refuse(ask: Ask, command: str, grants: tuple[Grant, ...]) -> Refusal:
    given, policy = ask.by.roles, ask.policy
    if given.isdisjoint(policy.staff_roles):
        return Refusal.of("permitted", case="no-role", given=given, roles=policy.staff_roles)
    roles = policy.roles_for(command)
    if grants:
        return _refuse_here(command, grants, given, roles)
    if approvers := policy.rights(given).approvers(command):
        return Refusal.of("permitted", AskApproval, case="approval", command=command, given=given, roles=approvers)
    return Refusal.of("permitted", command=command, given=given, roles=roles)


def _refuse_here(command: str, grants: tuple[Grant, ...], given: frozenset[str], roles: frozenset[str]) -> Refusal:
    """The actor may do it, but not on this complaint."""
    scopes = frozenset[Scope]().union(*(grant.scope for grant in grants))
    types = frozenset[str]().union(*(grant.types for grant in grants))
    if not types:
        return Refusal.of("permitted", case="scope", command=command, given=given, scopes=scopes, roles=roles)
    return Refusal.of("permitted", case="types", command=command, given=given, scopes=scopes, types=types, roles=roles)


def covers(grants: Iterable[Grant], by: Actor, facts: Facts) -> bool:
    """Whether one of the grants is for this complaint."""
    return any(grant.everywhere or _is_for(grant, by, facts) for grant in grants)


def _is_for(grant: Grant, by: Actor, facts: Facts) -> bool:
    if grant.types and facts.type not in grant.types:
        return False
    return any(_is_within(scope, by, facts) for scope in grant.scope)


def _is_within(scope: Scope, by: Actor, facts: Facts) -> bool:
    """Whether the complaint is in a scope. What has no team, owner or shop is in nobody's."""
    if scope == Scope.OWN_TEAM:
        return bool(by.team) and facts.team == by.team
    if scope == Scope.OWN_CASES:
        return facts.owner == by.id
    return scope == Scope.ALL or (bool(facts.shop) and facts.shop in by.shops)
