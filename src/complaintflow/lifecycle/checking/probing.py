"""More that is tried, so that two policies are told apart.

An amount and a time between each two of their numbers, actors with the roles that they name differently, complaints of
the types that they have differently, and every mixture of signals where they weigh them differently.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from itertools import product
from typing import Any

import attrs

from complaintflow import commands as c
from complaintflow._validation.structure import is_list
from complaintflow.commands._context import Ask
from complaintflow.lifecycle.checking.cast import OWNER, cast_of
from complaintflow.lifecycle.checking.examples import Offers
from complaintflow.lifecycle.checking.folding import ages
from complaintflow.lifecycle.checking.slices import Slice
from complaintflow.lifecycle.checking.values_changed import unequal
from complaintflow.policy.document import plain
from complaintflow.policy.policy import Policy
from complaintflow.values import Actor, Customer, Signals
from complaintflow.vocabulary import Emotion, Exposure, Impact, Severity, Urgency


def probing(slice: Slice, old: Policy, new: Policy) -> Slice:
    """The slice with these amounts and times, where it pays or waits at all."""
    times, sums = sorted({*ages(old)} ^ {*ages(new)}), _amounts(old, new)
    if slice.waits and times:
        slice = attrs.evolve(slice, waits=tuple(dict.fromkeys((*slice.waits, *times))))
    if c.Compensate in slice.kinds and sums:
        usual = slice.offers.get(c.Compensate, c.Compensate.samples)
        slice = attrs.evolve(slice, offers={**slice.offers, c.Compensate: _also(usual, sums)})
    return slice


def _amounts(old: Policy, new: Policy) -> list[tuple[str, Decimal]]:
    """For each limit that is another one, the higher of the two: one side pays it, and the other does not."""
    limits = [_limits(policy) for policy in (old, new)]
    found: dict[tuple[str, Decimal], None] = {}
    for role, currency in sorted({*limits[0], *limits[1]}):
        both = {one[role, currency] for one in limits if (role, currency) in one}
        if len(both) == 2 or not all((role, currency) in one for one in limits):
            found[currency, max(both)] = None
    return [*found]


def _limits(policy: Policy) -> Mapping[tuple[str, str], Decimal]:
    stated = policy.compensation_limits.items()
    return {(role, currency): most for role, limits in stated for currency, most in limits.items()}


def _also(usual: Offers, sums: list[tuple[str, Decimal]]) -> Offers:
    """The usual wishes, and one for each of these sums."""

    def offer(ask: Ask) -> Iterator[c.Command]:
        usually: list[Any] = [*usual(ask)]
        yield from usually
        for currency, amount in sums if usually else ():
            yield c.Compensate("coupon", amount, currency, ask.at + timedelta(days=40), "any order, 90 days")

    return offer


def more_actors(old: Policy, new: Policy) -> tuple[Actor, ...]:
    """An actor for each role that the policies name differently, where nobody plays it yet."""
    played = {role for policy in (old, new) for actor in cast_of(policy).values() for role in actor.roles}
    named = {name for path, *values in unequal(plain(old), plain(new)) for name in (*path, *_names(*values))}
    wanted = (named & (old.staff_roles | new.staff_roles)) - played
    return tuple(Actor(f"one {role}", frozenset({role}), "payments") for role in sorted(wanted))


def _names(old: Any, new: Any) -> set[str]:
    """The names in one of two values and not in the other."""
    one, other = ({*map(str, value)} if is_list(value) else {str(value)} for value in (old, new))
    return one ^ other


def policy_slice(old: Policy, new: Policy) -> Slice | None:
    """A slice for what two policies ask about a type, and how they weigh signals; None where both agree."""
    types = sorted(name for name in {*old.types, *new.types} if old.types.get(name) != new.types.get(name))
    weighs = old.weights != new.weights
    if not types and not weighs:
        return None
    tiers = sorted({"ordinary", *old.weights.tiers, *new.weights.tiers}) if weighs else ["ordinary"]
    usual = next((name for name in sorted(old.types) if name not in types), "inquiry")
    received, weighed = _received(tiers, ["", *types]), _weighed([usual, *types], weighs)
    return Slice("policy values", {c.Receive: "customer", c.Triage: "agent"}, {c.Receive: received, c.Triage: weighed})


def _received(tiers: list[str], types: list[str]) -> Offers:
    """A complaint with as little as there may be, of each tier and type."""

    def offer(ask: Ask) -> Iterator[c.Command]:
        for tier, type in product(tiers, types):
            yield c.Receive("app", Customer(OWNER.id, tier=tier), "I paid twice", type=type)

    return offer


def _weighed(types: list[str], weighs: bool) -> Offers:
    """A triage as each type, and with every mixture of signals where these are weighed differently."""
    mixtures = product(Impact, Urgency, Emotion, Severity, Exposure) if weighs else ()
    signals = [Signals(*mixture[:4], exposure=mixture[4]) for mixture in mixtures]
    rest = [Signals(hazards=frozenset({"funds_lost"})), Signals(vulnerable=True)] if weighs else []

    def offer(ask: Ask) -> Iterator[c.Command]:
        if ask.facts.grade is None:
            yield from (c.Triage(type, "payment", Signals(), "payments") for type in types)
            yield from (c.Triage(types[0], "payment", one, "payments") for one in (*signals, *rest))

    return offer
