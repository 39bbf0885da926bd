"""Who may do more than an ordinary handler, and how much each role may pay (R26)."""

from __future__ import annotations

from decimal import Decimal

import attrs

from complaintflow._validation.structure import Checked, FrozenMap, Name, as_words
from complaintflow.vocabulary import Remedy


@attrs.frozen(eq=False, repr=False)
class Authority(Checked):
    """The roles that may do more than an ordinary handler."""

    lower_grade: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)
    close_unreachable: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)
    return_to_team: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)
    clear_hazard: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)
    unlink_incident: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)
    approve_decline: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)
    override: frozenset[Name] = attrs.field(default=frozenset({"manager"}), converter=as_words)
    pay_without_limit: frozenset[Name] = attrs.field(default=frozenset({"manager"}), converter=as_words)
    decide_abuse: frozenset[Name] = attrs.field(default=frozenset({"lead", "manager"}), converter=as_words)


PAY_LIMITS = FrozenMap({"agent": FrozenMap({"CNY": Decimal(100)}), "lead": FrozenMap({"CNY": Decimal(500)})})

PAYING = frozenset({Remedy.REFUND, Remedy.PARTIAL_REFUND, Remedy.COUPON, Remedy.POINTS})

COMPENSATION_KINDS = FrozenMap(
    {
        "退款": "refund",
        "全额退款": "refund",
        "全額退款": "refund",
        "部分退款": "partial_refund",
        "优惠券": "coupon",
        "優惠券": "coupon",
        "代金券": "coupon",
        "voucher": "coupon",
        "积分": "points",
        "積分": "points",
    }
)
