"""R26: advice on how much a compensation may be worth, with its calculation. It binds nobody.

Handling a complaint further costs labour, and perhaps a penalty. Minimum = labour cost - payments to the customer.
Maximum = minimum + penalty. Up to the minimum, paying is cheaper in any case; up to the maximum, it is cheaper if the
penalty comes. Both are bounded by what the actor may pay.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import reduce

import attrs

from complaintflow._validation.structure import FrozenMap
from complaintflow.errors import InvalidInput, Problem
from complaintflow.insight.amounts import EXACT, sum_amounts
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
from complaintflow.values import Actor
from complaintflow.vocabulary import Exposure, Grade, in_language

_CENT = Decimal("0.01")
_ZERO = Decimal("0.00")
_MOST = 1_000_000
"""The largest number of people or minutes in an estimate."""
_UNGRADED = Grade.B

_EN: Mapping[str, str] = {
    "handling": "{people} people × {minutes} min × {wage} {currency} an hour, at grade {grade}",
    "ungraded": "{people} people × {minutes} min × {wage} {currency} an hour; not graded yet, counted as {grade}",
    "given": "{people} people × {minutes} min × {wage} {currency} an hour, by your estimate",
    "penalty": "what may have to be paid, outside attention: {exposure}",
    "pending": "{id}, asked for and not decided yet",
    "paid": "{id}, paid already",
    "foreign": "{id}, {amount} {currency}: another currency, not counted",
    "head": "{id}: {range} {currency}, as advice; the decision is yours",
    "item": "  {amount:>10}  {why}",
    "total": "  {amount:>10}  in all",
    "free": "  {by} may pay without a limit",
    "limit": "  {by} may pay up to {limit} {currency}",
    "no limit": "  {by} has no limit in {currency}",
    "beyond": "; more is approved by {approvers}",
    "or": ", ",
}
_ZH: Mapping[str, str] = {
    "handling": "{people} 人 × {minutes} 分钟 × 每小时 {wage} {currency}({grade} 级)",
    "ungraded": "{people} 人 × {minutes} 分钟 × 每小时 {wage} {currency}(尚未定级,按 {grade} 级计)",
    "given": "{people} 人 × {minutes} 分钟 × 每小时 {wage} {currency}(按您的估计)",
    "penalty": "可能的处罚,外部关注:{exposure}",
    "pending": "{id} 已申请,尚未批准",
    "paid": "{id} 已支付",
    "foreign": "{id} {amount} {currency},币种不同,不计入",
    "head": "{id}:建议 {range} {currency},仅供参考,由您决定",
    "item": "  {amount:>10}  {why}",
    "total": "  {amount:>10}  合计",
    "free": "  {by} 的支付权限不设上限",
    "limit": "  {by} 最多可支付 {limit} {currency}",
    "no limit": "  {by} 没有 {currency} 的支付权限",
    "beyond": ",超出部分由{approvers}批准",
    "or": "或",
    "role lead": "组长",
    "role manager": "经理",
    "role finance": "财务",
    "exposure none": "无",
    "exposure public": "公众",
    "exposure regulator": "监管部门",
}


def _words(language: str) -> Mapping[str, str]:
    return in_language(language, (_ZH, _EN))


@attrs.frozen
class Item:
    """One item of the calculation: its amount (negative: a deduction), and the numbers behind it."""

    kind: str
    amount: Decimal
    of: Mapping[str, str] = FrozenMap()

    def why(self, language: str = "en") -> str:
        """The reason in words, in `zh` or `en`."""
        words = _words(language)
        exposure = self.of.get("exposure", "")
        return words[self.kind].format_map({**self.of, "exposure": words.get(f"exposure {exposure}", exposure)})


@attrs.frozen
class Advice:
    """How much a compensation may be worth: from `least` to `most`, in `currency`, calculated from `items`.

    `by` is the actor whose authority bounds it, and `limit` what they may pay: infinite without a limit, None without
    authority in this currency. `approvers` are the roles that may pay more, if the sum exceeds the limit.
    """

    complaint: str
    by: str
    currency: str
    items: tuple[Item, ...]
    least: Decimal
    most: Decimal
    limit: Decimal | None
    approvers: tuple[str, ...] = ()

    @property
    def total(self) -> Decimal:
        """The sum of all items; negative if the payments exceed the costs."""
        return _sum(self.items)

    def text(self, language: str = "en") -> str:
        """The range, every item with its reason, the sum and the authority, in `zh` or `en`."""
        return "\n".join(self._lines(_words(language), language))

    def __str__(self) -> str:
        return self.text()

    def _lines(self, words: Mapping[str, str], language: str) -> Iterator[str]:
        between = f"{self.least}" if self.least == self.most else f"{self.least}–{self.most}"
        yield words["head"].format(id=self.complaint, range=between, currency=self.currency)
        for item in self.items:
            yield words["item"].format(amount=f"{item.amount:+}", why=item.why(language))
        yield words["total"].format(amount=f"{self.total:+}")
        limit = "no limit" if self.limit is None else "limit" if self.limit.is_finite() else "free"
        beyond = words["beyond"].format(approvers=_role_names(self.approvers, words)) if self.approvers else ""
        yield words[limit].format(by=self.by, limit=self.limit, currency=self.currency) + beyond


def _role_names(roles: Iterable[str], words: Mapping[str, str]) -> str:
    """The names of roles; custom roles have no other words."""
    return words["or"].join(words.get(f"role {role}", role) for role in roles)


def advise(
    complaint: Complaint, policy: Policy, by: Actor, people: int | None = None, minutes: int | None = None
) -> Advice:
    """R26: advise a member of staff.

    `people` and `minutes` (of each person) estimate the remaining work, instead of the numbers of the policy. Raises
    `InvalidInput` for an actor who is not staff, and for an estimate out of range.
    """
    _check(by, policy, people, minutes)
    currency = policy.costs.currency
    handling, penalty = _handling(complaint, policy, people, minutes), _penalty(complaint, policy)
    given = tuple(_payments(complaint, currency))
    limit = policy.may_pay(by.roles, currency)
    rest = _rest_of(limit, complaint, currency)
    certain, total = _sum((handling, *given)), _sum((handling, penalty, *given))
    return Advice(
        complaint.id,
        by.id,
        currency,
        (handling, penalty, *given),
        least=_bound(certain, rest),
        most=_bound(total, rest),
        limit=limit,
        approvers=_approvers(policy, currency, total, limit),
    )


def _check(by: Actor, policy: Policy, people: int | None, minutes: int | None) -> None:
    estimates = {"people": people, "minutes": minutes}
    problems = [
        Problem(name, str(value), f"a number from 0 to {_MOST}")
        for name, value in estimates.items()
        if value is not None and not 0 <= value <= _MOST
    ]
    if by.roles.isdisjoint(policy.staff_roles):
        problems.append(Problem("by", by.id, "a member of staff"))
    if problems:
        raise InvalidInput(tuple(problems))


def _handling(complaint: Complaint, policy: Policy, people: int | None, minutes: int | None) -> Item:
    """People × minutes × wage."""
    costs, grade = policy.costs, complaint.grade or _UNGRADED
    kind = "handling" if complaint.grade else "ungraded"
    if minutes is not None:
        kind = "given"
    people = costs.people if people is None else people
    minutes = costs.minutes[grade] if minutes is None else minutes
    amount = _money(EXACT.divide(EXACT.multiply(costs.wage, people * minutes), 60))
    numbers = {"people": people, "minutes": minutes, "wage": costs.wage, "currency": costs.currency, "grade": grade}
    return Item(kind, amount, FrozenMap({name: str(value) for name, value in numbers.items()}))


def _penalty(complaint: Complaint, policy: Policy) -> Item:
    signals = complaint.facts.signals
    exposure = signals.exposure if signals else Exposure.NONE
    return Item("penalty", _money(policy.costs.penalty[exposure]), FrozenMap({"exposure": str(exposure)}))


def _payments(complaint: Complaint, currency: str) -> Iterator[Item]:
    """Compensations that were paid, and those that are requested and not decided."""
    pending = {claim.id: (claim.amount, claim.currency) for claim in complaint.facts.claims}
    for kind, sums in (("paid", _paid_sums(complaint)), ("pending", pending)):
        for id, (amount, own) in sums.items():
            if own == currency:
                yield Item(kind, -_money(amount), FrozenMap({"id": id}))
            else:
                yield Item("foreign", _ZERO, FrozenMap({"id": id, "amount": str(amount), "currency": own}))


def _paid_sums(complaint: Complaint) -> dict[str, tuple[Decimal, str]]:
    """Every paid compensation, of this and earlier cycles, also of what was merged into it."""
    return {
        f"{one.id} of {one.complaint}" if one.complaint else one.id: (one.amount, one.currency)
        for one in complaint.facts.paid
    }


def _rest_of(limit: Decimal | None, complaint: Complaint, currency: str) -> Decimal | None:
    """What is left of the actor's authority after what was paid in this cycle."""
    spent = (one for one in complaint.facts.paid if (one.cycle, one.currency) == (complaint.cycle.number, currency))
    return None if limit is None else reduce(EXACT.subtract, (one.amount for one in spent), limit)


def _bound(amount: Decimal, limit: Decimal | None) -> Decimal:
    """At least zero, and at most what the actor may still pay."""
    bounded = max(_ZERO, min(amount, _ZERO if limit is None else limit))
    return _money(bounded)


def _approvers(policy: Policy, currency: str, total: Decimal, limit: Decimal | None) -> tuple[str, ...]:
    """The roles that may pay more than the actor, if the sum exceeds the limit of the actor."""
    mine = _ZERO if limit is None else limit
    if total <= mine:
        return ()
    roles: Iterable[str] = {*policy.compensation_limits, *policy.authority.pay_without_limit}
    return tuple(sorted(role for role in roles if (policy.may_pay({role}, currency) or _ZERO) > mine))


def _money(amount: Decimal) -> Decimal:
    return EXACT.quantize(amount, _CENT)


def _sum(items: Iterable[Item]) -> Decimal:
    return sum_amounts(item.amount for item in items)
