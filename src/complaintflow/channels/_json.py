"""A message as JSON, for those who send it on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from complaintflow.plugins import CustomerMessage, StaffMessage


def encode(message: CustomerMessage | StaffMessage, at: datetime) -> bytes:
    """`type` (`message.customer` or `message.staff`), `timestamp`, and all fields of the message as `data`."""
    kind = "message.customer" if isinstance(message, CustomerMessage) else "message.staff"
    return msgspec.json.encode({"type": kind, "timestamp": at, "data": message}, enc_hook=_encode_other)


def _encode_other(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else str(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
