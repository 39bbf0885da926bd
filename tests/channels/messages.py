"""Messages to send."""

from __future__ import annotations

from typing import Any

import attrs

from complaintflow._validation.structure import FrozenMap
from complaintflow.plugins import CustomerMessage, StaffMessage

__all__ = ["to_customer", "to_staff"]

_TO = FrozenMap({"email": "li@example.com", "phone": "+86 10 1"})


def to_customer(**fields: Any) -> CustomerMessage:
    """Progress for a customer."""
    message = CustomerMessage(
        "M1", "C-1", "C-1/1/0/M1", "Update", "email", "zh", "您的投诉 C-1", "您好 😀\n我们还在查。", _TO
    )
    return attrs.evolve(message, **fields)


def to_staff(*recipients: str, **fields: Any) -> StaffMessage:
    """Progress for our own people."""
    message = StaffMessage(
        "M2", "C-1", "C-1/1/0/M2", "Update", "team", recipients, "故障-支付-E级 C-1", "银行还没有回复"
    )
    return attrs.evolve(message, **fields)
