"""What one actor may see of complaints, and run of the desk, by the roles that the policy declares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

import attrs

from complaintflow._validation.spelling import nearest, one_of
from complaintflow._validation.structure import structure
from complaintflow.desk.masking import Mask
from complaintflow.errors import InvalidInput, NotFound, Problem, Refusal, Refused
from complaintflow.errors.reasons.of_money import REASONS as OF_MONEY
from complaintflow.lifecycle.permissions import covers
from complaintflow.plugins import Page, Query, Reach, Sort
from complaintflow.policy.access import Grant, Rights
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.record.facts import Facts
from complaintflow.values import Actor
from complaintflow.vocabulary import Operation, Part, Scope

EVERY_PART = frozenset(Part)
_ABOUT_MONEY = frozenset(OF_MONEY)
_FLOOR = "allowed"
"""The rule that says whose a command is: that of a customer, of staff or of the system."""
_PUBLIC = frozenset(
    {"id", "customer", "channel", "order", "open", "received_from", "received_to", "limit", "after", "before", "reach"}
)
"""What a customer may ask for in a list."""
_PUBLIC_ORDERS = frozenset({Sort.OLDEST, Sort.NEWEST})


@attrs.frozen(slots=False)
class Permission:
    """What the actor may see and run under this policy.

    The system sees and runs everything. A customer sees the own complaints as the public view has them, and no part
    that is for staff. A member of staff sees what the roles say.
    """

    by: Actor
    policy: Policy

    @cached_property
    def _rights(self) -> Rights:
        return self.policy.rights(self.by.roles)

    @property
    def sees_everything(self) -> bool:
        """Whether every complaint is seen with all its parts."""
        return self.by.is_system or self._rights.sees_everything

    def sees(self, facts: Facts) -> bool:
        """Whether the complaint is seen at all."""
        if self.by.is_customer:
            return facts.customer == self.by.id
        return self.by.is_system or covers(self._rights.sees, self.by, facts)

    def shown(self, facts: Facts) -> frozenset[Part]:
        """The parts of this complaint that are seen."""
        if self.by.is_system:
            return EVERY_PART
        mine = (grant.see for grant in self._rights.sees if covers((grant,), self.by, facts))
        return frozenset[Part]().union(*mine)

    def mask(self, facts: Facts) -> Mask:
        """What is not shown of this complaint."""
        private = frozenset(name for name, rule in self.policy.fields.items() if rule.private)
        return Mask(EVERY_PART - self.shown(facts), self.policy.language_for_staff, private)

    def check_spelling(self) -> None:
        """Raises `InvalidInput` for a member of staff of whose roles the policy knows none, and who means one that it
        knows: they see nothing, and would be told that there is nothing.
        """
        if self._is_nobody and any(nearest(role, self.policy.staff_roles) for role in self.by.roles):
            raise self._no_role()

    def check_role(self) -> None:
        """Raises `InvalidInput` for a member of staff of whose roles the policy knows none."""
        if self._is_nobody:
            raise self._no_role()

    @property
    def _is_nobody(self) -> bool:
        return self.by.is_staff and self.by.roles.isdisjoint(self.policy.staff_roles)

    def _no_role(self) -> InvalidInput:
        """Which roles are unknown, and which there are: the roles of a policy are no secret."""
        known, roles = self.policy.staff_roles, sorted(self.by.roles)
        return InvalidInput(tuple(Problem("by.roles", role, one_of("one of", role, known)) for role in roles))

    def check_seen(self, complaint: Complaint) -> Complaint:
        """The complaint itself. Raises `NotFound` where it is not seen: whether it exists is not told."""
        if not self.sees(complaint.facts):
            raise NotFound(complaint.id)
        return complaint

    def check_runs(self, call: str, *operations: Operation) -> None:
        """Raises `Refused` unless one of the actor's roles lets them run one of these."""
        if self.by.is_system or not self._rights.operate.isdisjoint(operations):
            return
        able = (name for name, role in self.policy.roles.items() if not role.operate.isdisjoint(operations))
        raise self._not_permitted("", call, able)

    def check_sees_everything(self, call: str) -> None:
        """Raises `Refused` unless the actor sees every complaint with all its parts: the call tells of any."""
        if not (self.by.is_system or self.sees_everything):
            able = (name for name, role in self.policy.roles.items() if Rights([role]).sees_everything)
            raise self._not_permitted("", call, able)

    def check_staff(self, call: str, id: str = "") -> None:
        """Raises `Refused` for a customer: the call tells what is for staff."""
        if self.by.is_customer:
            raise self._not_permitted(id, call, self.policy.staff_roles)

    def check_part(self, call: str, facts: Facts, id: str, *parts: Part) -> None:
        """Raises `Refused` unless the actor sees these parts of the complaint: the call tells nothing else."""
        if self.shown(facts) >= set(parts):
            return
        able = (name for name, role in self.policy.roles.items() if role.see >= set(parts))
        raise self._not_permitted(id, call, able)

    def _not_permitted(self, id: str, call: str, able: Iterable[str]) -> Refused:
        """The error that refuses a call which these roles may make."""
        given = self.by.roles
        return self.refuse(id, call, Refusal.of("permitted", command=call, given=given, roles=frozenset(able)))

    def refuse(self, id: str, call: str, refusal: Refusal) -> Refused:
        """The error that refuses a call, in the language of the house's staff."""
        return Refused(id, call, (refusal.in_language(self.policy.language_for_staff),))

    def discreet(self, refusals: Iterable[Refusal], facts: Facts) -> tuple[Refusal, ...]:
        """The refusals without amounts, where the actor sees no money.

        A customer who asks for what is for staff is told that, and not what else speaks against it.
        """
        told = tuple(refusals)
        if self.by.is_customer:
            told = tuple(one for one in told if one.rule == _FLOOR) or told
        if all(one.rule not in _ABOUT_MONEY for one in told) or Part.MONEY in self.shown(facts):
            return told
        return tuple(self._without_amounts(one) if one.rule in _ABOUT_MONEY else one for one in told)

    def _without_amounts(self, refusal: Refusal) -> Refusal:
        why = ("涉及金额，不予显示", "it is about money, which is not shown")
        remedy = ("请由可以看到金额的人处理", "ask somebody who sees the money")
        return Refusal(refusal.rule, why, remedy, refusal.commands).in_language(refusal.language)

    # ── lists

    def reach(self) -> tuple[Reach, ...] | None:
        """The kinds of complaints that are seen, for a store; None for all."""
        if self.by.is_customer:
            return (Reach(customer=frozenset({self.by.id})),)
        if self.by.is_system or any(grant.everywhere for grant in self._rights.sees):
            return None
        return tuple(kind for grant in self._rights.sees for kind in self._kinds(grant))

    def _kinds(self, grant: Grant) -> Iterator[Reach]:
        types = grant.types or None
        if Scope.ALL in grant.scope:
            yield Reach(type=types)
        if Scope.OWN_TEAM in grant.scope and self.by.team:
            yield Reach(team=frozenset({self.by.team}), type=types)
        if Scope.OWN_CASES in grant.scope:
            yield Reach(owner=frozenset({self.by.id}), type=types)
        if Scope.OWN_SHOPS in grant.scope and self.by.shops:
            yield Reach(shop=self.by.shops, type=types)

    def within(self, wanted: Mapping[str, Any]) -> dict[str, Any]:
        """What is wanted, of what is seen alone. One kind is asked for by the query's own fields, which have indexes.

        Texts are searched only by those who see all of them, and a customer asks by what is public: a hit would tell
        what is not shown. Raises `Refused`.
        """
        kinds = self.reach()
        if self.by.is_customer and any(not _is_public(name, value) for name, value in wanted.items()):
            self.check_staff("find")
        if wanted.get("text") and not self._sees_texts:
            raise self._not_permitted("", "find", ())
        if kinds is None:
            return dict(wanted)
        query = structure(Query, wanted)
        given = kinds[0].given() if len(kinds) == 1 and kinds[0].shop is None else {}
        narrowed = {name: _both(getattr(query, name), values) for name, values in given.items()}
        return {**wanted, **narrowed, "reach": _closer(query.reach, kinds)}

    @property
    def _sees_texts(self) -> bool:
        texts = {Part.NOTES, Part.CONTACTS}
        return self.by.is_system or all(grant.see >= texts for grant in self._rights.sees)

    def page(self, page: Page) -> Page:
        """The page, of what is seen alone, whatever the store found. What cannot be read is named to who sees all."""
        seen = tuple(one for one in page.complaints if self.sees(one.facts))
        return attrs.evolve(page, complaints=seen, unreadable=page.unreadable if self.reach() is None else ())


def _is_public(name: str, value: Any) -> bool:
    """Whether a customer may find the own complaints by this: by no owner, grade or word of staff, and in no order."""
    return value is None or (value in _PUBLIC_ORDERS if name == "sort" else name in _PUBLIC)


def _closer(asked: tuple[Reach, ...] | None, kinds: tuple[Reach, ...]) -> tuple[Reach, ...]:
    """The kinds that are seen, of those that are asked for: a caller only narrows them."""
    if asked is None:
        return kinds
    return tuple(_overlap(one, other) for one in asked for other in kinds)


def _overlap(one: Reach, other: Reach) -> Reach:
    mine = other.given()
    return attrs.evolve(one, **{name: _both(getattr(one, name), values) for name, values in mine.items()})


def _both(wanted: frozenset[str] | None, values: frozenset[str]) -> frozenset[str]:
    return values if wanted is None else wanted & values
