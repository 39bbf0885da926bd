"""Who did what is on record: the record keeps ids alone, without roles."""

from __future__ import annotations

from collections.abc import Callable

from complaintflow.policy.policy import Policy
from complaintflow.values import Actor
from complaintflow.vocabulary import names_system

People = Callable[[str], Actor | None]
"""Who has this id, with roles and team; None: nobody knows. The record keeps ids alone."""


NAMES_THE_TEAM = frozenset({"progress"})
"""The facts that name the team of who did it: of whom nobody knows, nobody can say what they would be."""


def nobody(_: str) -> None:
    """Knows nobody."""
    return


def actor_of(id: str, customer: str, team: str, people: People, policy: Policy) -> Actor:
    """Who did it. Of whom nobody knows, the record has the id alone: one of staff has every role, and this team."""
    if names_system(id):
        return Actor.system(id)
    known = people(id)
    if known is not None:
        return known
    return Actor.customer(id) if id == customer else Actor(id, policy.staff_roles, team)
