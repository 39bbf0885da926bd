"""A complaint holds so much and no more: each event carries what it changes, and the snapshot everything."""

from __future__ import annotations

from typing import Any

from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal

_COUNTED = ("evidence", "questions", "referrals", "tasks", "options", "compensations", "blocks")
"""The facts that number parts. Messages are not among them: nobody is kept from answering a customer."""
_HELD = (
    *("attempts", "blockers", "checked", "claims", "extra", "heard", "identity", "known", "open_tasks", "proofs"),
    *("task_owners", "unlinked", "waits", "watchers"),
)
"""The facts that grow with what people say. The others grow with what happens."""


def room_for_parts(ask: Ask) -> Refusal | None:
    """R3, R22, R27: no kind of part has more than the policy's number. What is there already stays."""
    most = ask.policy.limits.parts
    sizes = {name: (_size(value), _size(getattr(ask.facts, name))) for name, value in _told(ask.changes)}
    over = [f"{name} would have {new}" for name, (new, before) in sizes.items() if most < new > before]
    if not over:
        return None
    remedy = "say more in a complaint of its own that names this one in follows="
    return Refusal("room-for-parts", f"{', '.join(over)}; at most {most} (limits.parts)", remedy)


def _told(changes: dict[str, Any]) -> list[tuple[str, Any]]:
    return [(name, changes[name]) for name in (*_COUNTED, *_HELD) if name in changes]


def _size(value: Any) -> int:
    return value if isinstance(value, int) else len(value)
