"""Who may do what, and see what: the roles of staff, declared in the policy, and what several of them add up to.

Everything is closed until a role opens it: `Role()` may do nothing and sees nothing, and so does a role that the policy
does not declare. `allowed` in the lifecycle's table stays the floor: no role may do what a row keeps from staff.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from complaintflow._validation.structure import (
    Checked,
    FrozenMap,
    Name,
    NonBlank,
    Record,
    Words,
    as_words,
    is_list,
    is_table,
    plain_name,
)
from complaintflow.errors import Problem
from complaintflow.vocabulary import CUSTOMER, SYSTEM, Operation, Part, Scope

EVERY = "all"
"""In `Role.do`: every command that the table has for staff."""

_ASKS = "AskApproval"
_ANYWHERE = frozenset({Scope.ALL})
_NOBODYS = frozenset({CUSTOMER, SYSTEM, "owner"})
"""Customers and the system are kinds of actors, and the owner is whoever a complaint is assigned to: no roles."""


def as_approval(value: Mapping[str, Words]) -> Any:
    """The roles that approve each command."""
    return value


@attrs.frozen(eq=False, repr=False)
class Role(Checked):
    """What one role of staff may do and see. Several roles of an actor add up.

    `scope` says which complaints it sees: one of the words is enough, and of these only the `types`, or all types where
    none are listed. `see` are the parts that it sees beside the case itself. `do` names commands, or says `all`; they
    are done where `do_scope` says, or wherever it sees. `approval` names commands that it may only propose, each with
    the roles of whom one must do it instead. `operate` is for those who run the desk.

    A complaint that is being received is in no scope yet: whoever may `Receive` may receive any.
    """

    do: frozenset[NonBlank] = attrs.field(default=frozenset(), converter=as_words)
    scope: frozenset[Scope] = attrs.field(default=frozenset(), converter=as_words)
    do_scope: frozenset[Scope] = attrs.field(default=frozenset(), converter=as_words)
    types: frozenset[Name] = attrs.field(default=frozenset(), converter=as_words)
    see: frozenset[Part] = attrs.field(default=frozenset(), converter=as_words)
    approval: Mapping[str, frozenset[Name]] = attrs.field(default=FrozenMap(), converter=as_approval)
    operate: frozenset[Operation] = attrs.field(default=frozenset(), converter=as_words)

    def may(self, command: str) -> bool:
        """Whether it may do the command by itself, somewhere. Who may only propose something may ask for approval."""
        if command == _ASKS and self.approval:
            return True
        return command not in self.approval and (EVERY in self.do or command in self.do)


def _role(see: Iterable[Part], operate: Iterable[Operation] = ()) -> Role:
    return Role({EVERY}, _ANYWHERE, see=frozenset(see), operate=frozenset(operate))


_UNLESS_DECLARED = frozenset(Operation) - {Operation.ERASE, Operation.EXPORT}
"""All that a role has as it comes: who erases and exports, each house says by name."""

MEMBER = _role(Part)
"""A member of staff: does what the rules let staff do, and sees all parts of all complaints."""

_BY_SERVICE = frozenset({"agent", "lead", "manager"})
"""Who talks with customers, and so approves what a machine would do with them."""
_FOR_APPROVAL = (
    *("Acknowledge", "AddTask", "Archive", "AskCustomer", "Assign", "Block", "CancelTask", "CheckEvidence", "Close"),
    *("Compensate", "Correct", "DecideResponsibility", "Decline", "Escalate", "ExplainPlan", "FindCause", "FinishTask"),
    *("Handoff", "LabelCause", "LinkIncident", "Merge", "Mitigate", "NoReplyNeeded", "Notify", "Park", "PartyReply"),
    *("Pause", "Propose", "Recall", "Refer", "Regrade", "Reopen", "Resolve", "Resume", "Retract", "Retrospect"),
    *("Triage", "Unassign", "Unblock", "UnlinkIncident", "Unmerge", "Update", "Verify", "Watch"),
)
MACHINE_ROLE = Role(
    {"AddEvidence", "AskApproval", "Note"},
    _ANYWHERE,
    see=frozenset({Part.NOTES}),
    approval=FrozenMap(dict.fromkeys(_FOR_APPROVAL, _BY_SERVICE)),
)
"""A machine: it writes notes and adds what it found, and asks a person for everything that touches the case."""

ROLES: Mapping[str, Role] = FrozenMap(
    {
        "agent": MEMBER,
        "assistant": MACHINE_ROLE,
        "lead": _role(Part, {Operation.LETTERS, Operation.REPORTS}),
        "manager": _role(Part, _UNLESS_DECLARED),
        "service lead": _role(Part, {Operation.REPORTS}),
        "specialist": MEMBER,
        "staff": MEMBER,
        "supervisor": _role(Part, {Operation.REPORTS}),
        "engineer": _role({Part.NOTES}),
        "technical lead": _role({Part.NOTES}),
        "product manager": _role({Part.NOTES}, {Operation.REPORTS}),
        "reviewer": _role({Part.NOTES, Part.MONEY}, {Operation.CHECK}),
        "operator": _role({Part.NOTES}, _UNLESS_DECLARED),
    }
)
"""The roles of the requirements. What authority each has stands in the other keys of the policy, by their names."""


@attrs.frozen(eq=False, repr=False)
class Grant(Record):
    """Something that a role gives, on the complaints of one scope; no types are all types."""

    scope: frozenset[Scope]
    types: frozenset[str]
    see: frozenset[Part] = frozenset()

    @property
    def everywhere(self) -> bool:
        """Whether it is given on every complaint."""
        return Scope.ALL in self.scope and not self.types


class Rights:
    """What the roles of an actor give together; it is worked out once for each policy and set of roles.

    `sees` are the complaints that it sees with their parts, `operate` what it runs.
    """

    def __init__(self, roles: Iterable[Role]) -> None:
        self.roles = tuple(roles)
        self.sees = tuple(Grant(role.scope, role.types, role.see) for role in self.roles if role.scope)
        self.operate = frozenset[Operation]().union(*(role.operate for role in self.roles))
        self._grants: dict[str, tuple[Grant, ...]] = {}
        self._freely: dict[str, bool] = {}

    def is_free(self, command: str) -> bool:
        """Whether the command may be done on every complaint. Known once, it is one look into a table."""
        free = self._freely.get(command)
        if free is None:
            free = self._freely[command] = any(grant.everywhere for grant in self.grants(command))
        return free

    def grants(self, command: str) -> tuple[Grant, ...]:
        """On which complaints the command may be done by themselves; nothing where it may be done on none."""
        found = self._grants.get(command)
        if found is None:
            may = (role for role in self.roles if role.may(command))
            found = self._grants[command] = tuple(Grant(role.do_scope or role.scope, role.types) for role in may)
        return found

    def approvers(self, command: str) -> frozenset[str]:
        """The roles of whom one must do what these may only propose; nobody where they may not propose it either."""
        return frozenset[str]().union(*(role.approval.get(command, ()) for role in self.roles))

    @property
    def sees_everything(self) -> bool:
        """Whether every complaint is seen with all its parts."""
        return any(grant.everywhere and grant.see == frozenset(Part) for grant in self.sees)


def access_problems(
    roles: Mapping[str, Role], types: Iterable[str], named: Mapping[str, Iterable[str]]
) -> Iterator[Problem]:
    """What contradicts itself in the roles, and every role that another key of the policy (`named`) has, undeclared."""
    declared, known = frozenset(roles), frozenset(types)
    for name, role in roles.items():
        path = f"roles.{name}"
        if name in _NOBODYS:
            yield Problem(path, "the name of no role of staff", "another name than " + ", ".join(sorted(_NOBODYS)))
        if not role.scope and (role.do or role.see or role.approval):
            yield Problem(f"{path}.scope", "nothing", "which complaints, one of " + ", ".join(Scope))
        yield from _unknown(f"{path}.types", role.types, known, "types")
        for command, who in role.approval.items():
            yield from _unknown(f"{path}.approval.{command}", who, declared, "roles")
            if not who:
                yield Problem(f"{path}.approval.{command}", "nobody", "the roles of whom one must approve it")
    for path, names in named.items():
        yield from _unknown(path, map(plain_name, names), declared | _NOBODYS, "roles")


def command_problems(roles: Mapping[str, Role], commands: Iterable[str]) -> Iterator[Problem]:
    """Every command that a role names and that the table does not have."""
    known = frozenset(commands)
    for name, role in roles.items():
        yield from _unknown(f"roles.{name}.do", role.do, known | {EVERY}, "commands")
        yield from _unknown(f"roles.{name}.approval", role.approval, known, "commands")


def _unknown(path: str, names: Iterable[str], known: frozenset[str], what: str) -> Iterator[Problem]:
    for name in sorted(set(names) - known):
        yield Problem(path, repr(name), f"one of the {what}: {', '.join(sorted(known))}")


def declare_members(document: dict[str, Any]) -> dict[str, Any]:
    """The document of a policy from before roles said what they may do: then each that it named was a member."""
    roles = document.get("roles")
    if is_table(roles):
        return document
    listed = {str(name) for name in roles} if is_list(roles) else set[str]()
    named = {name for names in named_roles(document).values() for name in map(plain_name, names)}
    return {**document, "roles": dict.fromkeys(sorted({*ROLES, *listed, *named} - _NOBODYS - {""}), MEMBER)}


NAMING = ("authority", "calls", "clocks", "compensation_limits", "customer_facing", "escalation", "working_hours")
"""The other keys of a policy that name roles."""


def named_roles(policy: Mapping[str, Any]) -> dict[str, Iterable[str]]:
    """The roles that other keys of a policy name, by their paths; of a document, as it stands."""
    calls, authority = policy.get("calls", {}), policy.get("authority", {})
    clocks, levels = policy.get("clocks", {}), policy.get("escalation", ())
    return {
        "customer_facing": policy.get("customer_facing", ()),
        "compensation_limits": policy.get("compensation_limits", {}),
        "working_hours": policy.get("working_hours", {}),
        "calls.experienced": calls.get("experienced", ()),
        "calls.listener": [name] if (name := calls.get("listener", "")).strip() else [],
        **{f"authority.{key}": names for key, names in authority.items()},
        **{f"clocks.{key}.tells": rule.get("tells", ()) for key, rule in clocks.items()},
        **{f"escalation[{place}].tells": level["tells"] for place, level in enumerate(levels)},
    }
