"""Whether a row of the table is for an actor: the rule `allowed`, which is asked about every command."""

from __future__ import annotations

from typing import Any

from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.lifecycle.rows import STAFF_ROLE, Row
from complaintflow.values import Actor
from complaintflow.vocabulary import CUSTOMER


def allowed(row: Row, ask: Ask) -> Refusal | None:
    """R18a, R33: the row is for this kind of actor, and customers act only on their own complaints."""
    by = ask.by
    if CUSTOMER in by.roles and by.id != _owner(ask):
        return Refusal.of("allowed", case="stranger")
    if is_for(row, by):
        return None
    return Refusal.of("allowed", command=row.kind, given=by.roles, who=row.who)


def is_surely_allowed(row: Row, by: Actor) -> bool:
    """Whether `allowed` has nothing to say about the row, whoever of these roles acts. Of customers it asks who."""
    return not by.is_customer and is_for(row, by)


def is_for(row: Row, by: Actor) -> bool:
    """Whether the row is for this kind of actor; what a role of staff may, `permitted` says."""
    return (STAFF_ROLE in row.who and by.is_staff) or not by.roles.isdisjoint(row.who)


def _owner(ask: Ask) -> str:
    """The customer of the complaint, or of the one that is being received."""
    customer: Any = ask.field("customer", None)
    return ask.facts.customer or (customer.id if customer else "")
