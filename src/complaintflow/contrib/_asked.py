"""Which commands people ask for at a desk, whichever of its lifecycles a complaint is under."""

from __future__ import annotations

from complaintflow import AsyncDesk, Desk


def commands_of_people(desk: Desk | AsyncDesk) -> frozenset[str]:
    """The names of all that a person may ask for, where its roles allow it. What only the system does is none."""
    return frozenset(
        row.kind for rules in (desk.lifecycle, *desk.former) for row in rules.table if row.who - {"system"}
    )
