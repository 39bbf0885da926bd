"""What a machine may not do alone, whatever its role lets it do, and how often it may act on one complaint."""

from __future__ import annotations

from complaintflow.commands import Approve, AskApproval, Close, Disapprove, Verify
from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.lifecycle.concerns import concerns, machines
from complaintflow.vocabulary import Grade, names_machine


@concerns(machines)
def person_decides(ask: Ask) -> Refusal | None:
    """R33, EU DSA art. 20 (6): no machine decides alone against a customer, hears their word, pays, or lowers a grade.

    It may close what the customer has confirmed.
    """
    if isinstance(ask.command, Close) and ask.facts.cycle.confirmed:
        return None
    name = type(ask.command).__name__
    if _may_ask_for(ask, name):
        return Refusal.of("person-decides", AskApproval, command=name)
    return Refusal.of("person-decides", case="alone", command=name)


def _may_ask_for(ask: Ask, name: str) -> bool:
    """Whether a request for it could ever be approved: what no role of the machine has anything to do with is not."""
    rights = ask.policy.rights(ask.by.roles)
    return not isinstance(ask.command, Approve | Disapprove) and bool(rights.approvers(name) or rights.grants(name))


@concerns(machines)
def proved_by_a_person(ask: Ask) -> Refusal | None:
    """R32: no machine proves what a machine has made, nor anything at grade E."""
    command, facts = ask.command, ask.facts
    if not isinstance(command, Verify) or not command.passed:
        return None
    if facts.grade != Grade.E and not any(map(names_machine, facts.makers)):
        return None
    return Refusal.of("proved-by-a-person", AskApproval)


@concerns(lambda command, by, policy: by.is_machine and not issubclass(command, AskApproval))
def machine_budget(ask: Ask) -> Refusal | None:
    """R33, EU DSA art. 20 (6): a machine acts so often on one complaint, then a person looks; it may ask for approval.

    The budget is `policy.machines.budget`.
    """
    most = ask.policy.machines.budget
    if ask.facts.by_machines < most:
        return None
    return Refusal.of("machine-budget", most=most)


def approved_by_another(ask: Ask) -> Refusal | None:
    """R26, R35: what was asked for is approved by another person, in one of the roles that the policy names for it."""
    named = ask.field("request")
    one = next((found for found in ask.facts.requested if found.id == named), None)
    if one is None:
        waiting = sorted(found.id for found in ask.facts.requested)
        if waiting:
            return Refusal.of("approved-by-another", case="unknown", request=named, waiting=waiting)
        return Refusal.of("approved-by-another", case="none", request=named)
    if not isinstance(ask.command, Approve):
        return None
    if one.by == ask.by.id:
        return Refusal.of("approved-by-another", case="own")
    if one.roles and ask.by.roles.isdisjoint(one.roles):
        return Refusal.of("approved-by-another", case="roles", roles=frozenset(one.roles))
    return None
