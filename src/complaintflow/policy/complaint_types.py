"""The types and areas by which complaints are told apart (R6, R7), and what each type needs."""

from __future__ import annotations

from functools import lru_cache

import attrs

from complaintflow._validation.structure import Checked, FrozenMap, Name, NonBlank, as_texts


@attrs.frozen(eq=False, repr=False)
class TypeRule(Checked):
    """One type of complaint (R6, R7): its name in Chinese, if it has one, its team, and what it needs.

    `technical` requires plain words (R17), `identity` a checked identity before any action on what belongs to the
    customer (R22). `required` names the intake fields (R3).
    """

    zh: str = ""
    team: Name = "service"
    technical: bool = False
    identity: bool = False
    required: tuple[NonBlank, ...] = attrs.field(default=(), converter=as_texts)


_ORDER = ("order", "description")

TYPES = FrozenMap(
    {
        "fault": TypeRule("故障", "engineering", technical=True, required=("description", "occurred_at", "device")),
        "account_security": TypeRule("账户安全", "risk", identity=True, required=("description", "account")),
        "inquiry": TypeRule("咨询", "service", required=("description",)),
        "service": TypeRule("服务投诉", "service", required=("description",)),
        "suggestion": TypeRule("建议", "product", required=("description",)),
        "product_quality": TypeRule("商品质量", "quality", required=(*_ORDER, "product")),
        "false_advertising": TypeRule("虚假宣传", "compliance", required=("description", "product")),
        "delivery_delay": TypeRule("配送延迟", "logistics", required=_ORDER),
        "after_sales": TypeRule("售后", "service", required=_ORDER),
        "billing": TypeRule("计费", "payments", required=("description",)),
    }
)
"""The types of a house that defines none of its own."""

AREAS = FrozenMap(
    {
        "payment": "支付",
        "login": "登录",
        "refund": "退款",
        "membership": "会员",
        "delivery": "配送",
        "product": "商品",
        "account": "账户",
        "service": "服务",
        "loan": "贷款",
        "collection": "催收",
        "credit_report": "征信",
    }
)


@lru_cache(maxsize=256)
def undefined_type(type: str) -> TypeRule:
    """The rule of a type that no policy defines; making one takes as long as a whole decision."""
    return TypeRule(zh=type if type.strip() else "未分类")
