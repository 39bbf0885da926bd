"""What may be done with a complaint now: each command with what it needs, and whether a person must be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from complaintflow import Step
from complaintflow.contrib.tools.faults import needs_a_person
from complaintflow.contrib.tools.marking import Marker
from complaintflow.vocabulary import Part

_OF_MONEY = frozenset({"compensation"})
"""The needs whose choices tell amounts."""


def offer_of(step: Step, person: Step | None, title: str, marker: Marker, hidden: Iterable[Part]) -> dict[str, Any]:
    """A command as it stands: `open`, `impossible`, `refused`, or `ask`: a person would be allowed to do it, and may be
    asked."""
    told = {"command": step.command, "title": title}
    if step.status == "open":
        return {**told, "status": "open", "needs": needs_of(step, marker, hidden)}
    if step.status == "impossible":
        return {**told, "status": "impossible", "refusals": []}
    ask = person is not None and person.status == "open" and needs_a_person(step.refusals)
    refusals = [*step.refusals]
    if person is not None and person.status == "refused" and needs_a_person(step.refusals):
        refusals += [one for one in person.refusals if one not in refusals]
    offer = {**told, "status": "ask" if ask else "refused", "refusals": [marker.refusal(one) for one in refusals]}
    return {**offer, "needs": needs_of(person, marker, hidden)} if ask and person else offer


def needs_of(step: Step, marker: Marker, hidden: Iterable[Part]) -> list[dict[str, Any]]:
    """The fields that it needs here, with the choices on record."""
    private = Part.MONEY in hidden
    return [
        {
            "name": need.name,
            "example": marker.value(need.example, "example", need.name),
            "choices": marker.rows_of(
                [
                    {
                        "value": marker.value(choice.value, "record"),
                        **(
                            {"label": marker.value(choice.label, "record")}
                            if choice.label and not _is_money(need.name, private)
                            else {}
                        ),
                    }
                    for choice in need.choices
                ]
            ),
            "closed": need.closed,
            **({"names": [_named(one.value, one.label, marker) for one in need.names]} if need.names else {}),
        }
        for need in step.needs
    ]


def _is_money(name: str, private: bool) -> bool:
    return private and name in _OF_MONEY


def _named(value: str, label: str, marker: Marker) -> Mapping[str, Any]:
    return {"value": marker.value(value, "record"), "label": marker.value(label, "record")}
