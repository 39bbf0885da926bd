"""A question asked at other hours, by other roles, about other tiers, types and amounts than the stories have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from decimal import Decimal
from operator import attrgetter
from typing import Any, cast

import attrs
import msgspec

from complaintflow._validation.structure import FrozenMap, is_list
from complaintflow.commands._context import Ask
from complaintflow.errors import InvalidInput
from complaintflow.lifecycle.checking.reading import EXTRA, OF_COMMAND, OF_CYCLE, facts_of_type
from complaintflow.lifecycle.declarations import AS_DATA
from complaintflow.policy.policy import Policy
from complaintflow.values import Actor

NAMED = frozenset({"type", "area", "channel", "team"})
"""The facts that hold a name of the policy."""
_SPANS = (*(timedelta(hours=hour) for hour in range(1, 24)), *(timedelta(days=day) for day in range(1, 7)))
_FACTORS = (Decimal(0), Decimal("0.01"), Decimal(10), Decimal(1000), Decimal(1_000_000))
_SETS = facts_of_type(frozenset[str])
"""The facts that are sets of names: how many there are, a guard may count."""
_MORE = frozenset(f"one more ({number})" for number in range(12))
_SUMS = frozenset({"claims", "paid"})


def vary(ask: Ask, read: frozenset[str]) -> Iterator[tuple[str, Ask]]:
    """The question with other values of what is read of it, and what is another one."""
    if "at" in read:
        yield from (("hours", msgspec.structs.replace(ask, at=ask.at + span)) for span in _SPANS)
    if "by" in read:
        actors = (Actor("somebody", {role}, ask.by.team) for role in sorted(ask.policy.staff_roles))
        yield from (("roles", msgspec.structs.replace(ask, by=one)) for one in actors)
    for name, values in _names(ask.policy).items():
        if name in read:
            yield from ((f"{name}s", with_facts(ask, {name: value})) for value in values)
    for name in sorted(read & _SETS):
        yield f"numbers of {name}", with_facts(ask, {name: attrgetter(name)(ask.facts) | _MORE})
    if any(name in _SUMS or name == "command" or name.startswith((OF_COMMAND, EXTRA)) for name in read):
        yield from (("amounts", one) for factor in _FACTORS if (one := _times(ask, factor)) is not None)


def with_facts(ask: Ask, values: Mapping[str, Any]) -> Ask:
    """The same question with other values of these facts, by the names under which they are read."""
    mine = {name: value for name, value in values.items() if not name.startswith(OF_CYCLE)}
    its = {name.removeprefix(OF_CYCLE): value for name, value in values.items() if name.startswith(OF_CYCLE)}
    cycle = msgspec.structs.replace(ask.facts.cycle, **its)
    return msgspec.structs.replace(ask, facts=msgspec.structs.replace(ask.facts, cycle=cycle, **mine))


def _names(policy: Policy) -> Mapping[str, Iterable[str]]:
    """The names that a policy has for each fact."""
    names = {name: sorted(policy.known_names[name]) for name in sorted(NAMED)}
    return {**names, "tier": sorted({"ordinary", "vip", *policy.weights.tiers})}


def _times(ask: Ask, factor: Decimal) -> Ask | None:
    """The question with the amounts and numbers of its command, claims, payments and own facts so many times."""
    fields = {field.name: _field(field, getattr(ask.command, field.name), factor) for field in _fields(ask.command)}
    facts = {name: _scaled(getattr(ask.facts, name), factor) for name in (*_SUMS, "extra")}
    try:
        command: Any = attrs.evolve(ask.command, **fields)  # type: ignore[misc]  # every command is an attrs class
    except InvalidInput:  # such an amount fits no field
        return None
    return msgspec.structs.replace(ask, command=command, facts=msgspec.structs.replace(ask.facts, **facts))


def _fields(command: Any) -> Any:
    return attrs.fields(cast(Any, type(command)))


def _field(field: Any, value: Any, factor: Decimal) -> Any:
    """A value of a field: an amount of money may be a text."""
    if field.metadata.get(AS_DATA) == "money" and value:
        amount, _, currency = str(value).partition(" ")
        return f"{Decimal(amount) * factor:f} {currency}"
    return _scaled(value, factor)


def _scaled(value: Any, factor: Decimal) -> Any:
    """A value with all amounts and numbers in it so many times."""
    if isinstance(value, bool):
        return value
    if isinstance(value, Decimal):
        return value * factor
    if isinstance(value, int):
        return int(value * factor)
    if isinstance(value, FrozenMap):
        return FrozenMap({name: _scaled(one, factor) for name, one in value.items()})
    if isinstance(value, msgspec.Struct):
        parts = {name: getattr(value, name) for name in value.__struct_fields__}
        amounts = {name: one * factor for name, one in parts.items() if isinstance(one, Decimal)}
        return msgspec.structs.replace(value, **amounts)
    if is_list(value):
        scaled = [_scaled(one, factor) for one in value]
        return tuple(scaled) if isinstance(value, tuple) else frozenset(scaled)
    return value
