"""R33, R3, R23: what silence still lacks, before anything may end by it. The one place where this is decided."""

from __future__ import annotations

from datetime import datetime

from complaintflow.commands._context import Ask
from complaintflow.record.facts import Facts


def silence_lacks(ask: Ask) -> tuple[str, ...]:
    """Why silence says nothing yet; empty where it is silence: nothing awaits our reply."""
    return unhandled(ask.facts)


def unhandled(facts: Facts) -> tuple[str, ...]:
    """What came from the customer and was not handled by a person yet, in words for a refusal."""
    if facts.signs:
        kinds = ", ".join(sign.kind for sign in facts.signs)
        return (f"a person's answer to what came from the customer ({kinds})",)
    return ("a person's answer to the customer's new request",) if facts.cycle.requested else ()


def quiet_since(facts: Facts, told: datetime) -> datetime:
    """From when silence counts: since we told or asked, or since a person last answered what came after that."""
    return max(told, facts.answered_at or told)
