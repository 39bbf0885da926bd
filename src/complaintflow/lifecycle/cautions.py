"""What is accepted and said to be doubtful: an unknown name, a hazard that stays, a team that stays.

A caution never refuses. Only names are refused, where the policy closes their list.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

from complaintflow._validation.structure import plain_name
from complaintflow.commands import Correct, Triage
from complaintflow.commands._context import Ask, names
from complaintflow.errors import Refusal
from complaintflow.errors.reasons import Fault
from complaintflow.record.card import PROFILE
from complaintflow.values import Caution

_ALIKE = 0.8
"""So alike are two names of which one is a slip, from 0 to 1, as `difflib` measures it."""
_NAMED = ("area", "channel", "team", "type")
"""The fields that hold names, as the policy has them."""


_CORRECTED = {"area": "area", "type": "type", "channel": f"{PROFILE}preferred_channel"}
"""The field of a correction for each kind of name."""


@cache
def name_fields(kind: Any) -> tuple[str, ...]:
    """The fields of this kind of command that hold names."""
    return tuple(field for field in _NAMED if hasattr(kind, field))


def known_names(ask: Ask) -> Refusal | None:
    """R7: where the policy closes a list, a name is one of it."""
    closed = ask.policy.closed_names
    unknown = [one for one in _unknown_names(ask) if one[0] in closed] if closed else []
    if not unknown:
        return None
    kinds = sorted({one[0] for one in unknown})
    return Refusal.of(
        "known-names",
        unknown=[Fault("unknown-name", {"kind": kind, "name": name}) for kind, name in unknown],
        known=[Fault("known-names", {"kind": kind, "names": ask.policy.known_names[kind]}) for kind in kinds],
    )


def cautions(ask: Ask) -> tuple[Caution, ...]:
    """What is doubtful in a command that was accepted."""
    unknown = _unknown_names(ask)
    found = [Caution("known-names", _say(unknown), "correct it, or add it to the policy")] if unknown else []
    if isinstance(ask.command, Triage):
        found.extend(_left_standing(ask, ask.command))
        found.extend(_misspelt(ask, ask.command))
    return tuple(found)


def _unknown_names(ask: Ask) -> list[tuple[str, str]]:
    """Each kind of name with a name that the policy does not have."""
    known = ask.policy.known_names
    unknown = [(kind, name) for kind, name in _given_names(ask) if name not in known[kind] and name.strip()]
    if not ask.by.roles <= known["role"]:
        unknown.extend([("role", role) for role in sorted(ask.by.roles - known["role"])])
    return unknown


def _given_names(ask: Ask) -> list[tuple[str, str]]:
    """Each kind of name with the name that the command gives, also by a correction."""
    given: list[tuple[str, str]] = []
    if isinstance(ask.command, Correct):
        fields = ask.command.fields
        plain = {kind: plain_name(fields.get(field, "")) for kind, field in _CORRECTED.items()}
        given = [(kind, ask.policy.spell(kind, name)) for kind, name in plain.items()]
    command_kind: Any = type(ask.command)
    for kind in name_fields(command_kind):
        name = getattr(ask.command, kind)
        if isinstance(name, str):
            given.append((kind, name))
    return given


def _say(unknown: Any) -> str:
    return "; ".join(f"the policy knows no {kind} {name!r}" for kind, name in unknown)


def _misspelt(ask: Ask, command: Triage) -> Iterator[Caution]:
    """R22: a hazard has any name, and one that is nearly that of an account in wrong hands asks for no identity."""
    known = ask.policy.identity_hazards
    for hazard in sorted(command.signals.hazards - known):
        for near in get_close_matches(hazard, known, 1, _ALIKE):
            why = f"{hazard!r} asks for no identity, and is nearly {near!r}, which does"
            yield Caution("hazard-name", why, f"if it is that: Triage(...) with {near!r}, then ClearHazard({hazard!r})")


def _left_standing(ask: Ask, command: Triage) -> Iterator[Caution]:
    """R11, R7: what a triage does not take away."""
    left = ask.facts.hazards - command.signals.hazards
    if left:
        yield Caution("hazards-stand", f"still on record: {names(left)}", "ClearHazard(...) by an authority")
    team = ask.policy.type_rule(command.type).team
    if ask.facts.team == ask.changes["team"] != team:
        yield Caution("another-team", f"{ask.facts.team} keeps it; {command.type} belongs to {team}", "Handoff(...)")
