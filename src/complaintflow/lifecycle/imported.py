"""What an import must not say: dates that cannot be, and a root cause that nobody here knows (R33, R37)."""

from __future__ import annotations

from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal
from complaintflow.errors.reasons import Fault


def old_dates_in_order(ask: Ask) -> Refusal | None:
    """R33: it came in before anything else happened to it, was closed after that, and all of it lies in the past."""
    old = ask.field("old")
    named = {"assigned_at": old.assigned_at, "first_answered_at": old.first_answered_at, "closed_at": old.closed_at}
    end = min(filter(None, (old.closed_at, ask.at)))
    faults = [Fault("old-future", {"name": "received_at", "time": old.received_at})] if old.received_at > ask.at else []
    for name, time in named.items():
        if time and time < old.received_at:
            faults.append(Fault("old-too-early", {"name": name, "time": time, "since": old.received_at}))
        elif time and time > (ask.at if name == "closed_at" else end):
            faults.append(Fault("old-future" if time > ask.at else "old-after-end", {"name": name, "time": time}))
    return Refusal.of("old-dates-in-order", faults=faults) if faults else None


def old_cause_known(ask: Ask) -> Refusal | None:
    """R37: the root cause that the other system names is written as ours are, or left blank."""
    label = ask.field("old").root_cause
    if not label or ask.policy.cause_of(label):
        return None
    causes = ask.policy.root_causes
    return Refusal.of("old-cause-known", label=label, causes=tuple(causes), chinese=tuple(causes.values()))
