"""Which state and which fact of an old lifecycle is which of the new one: what nobody names keeps its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from complaintflow._validation.structure import FrozenMap, Record, is_table
from complaintflow.commands import Migrate
from complaintflow.errors import DefinitionError, Problem
from complaintflow.lifecycle.own_commands import is_of_house, type_of_fact
from complaintflow.lifecycle.states import stage_of
from complaintflow.policy.document import read_toml
from complaintflow.record.facts import NEXT, PREVIOUS, Facts

if TYPE_CHECKING:
    from complaintflow.lifecycle.lifecycle import Lifecycle

_PARTS = ("states", "facts")


def _frozen(names: Mapping[str, str]) -> FrozenMap:
    return FrozenMap(names)


@attrs.frozen(eq=False, repr=False)
class LifecycleMapping(Record):
    """The new names of states and of facts (`house.Rate.stars`) that complaints have under an old lifecycle."""

    states: Mapping[str, str] = attrs.field(factory=FrozenMap, converter=_frozen)
    facts: Mapping[str, str] = attrs.field(factory=FrozenMap, converter=_frozen)

    def command(self, facts: Facts, to: Lifecycle, by: str, reason: str) -> Migrate:
        """What moves a complaint with these facts to this lifecycle, with the names that matter to it.

        One that has this lifecycle has its names as well: a new one may be an old one of another state.
        """
        there = facts.lifecycle == to.own_digest and to.moving.knows(facts)
        states, named_anew = (FrozenMap(), FrozenMap()) if there else (self.states, self.facts)
        named = {facts.state, facts.extra.get(NEXT), facts.extra.get(PREVIOUS), facts.merged_from}
        return Migrate(
            to.policy.digest,
            by,
            reason,
            lifecycle=to.own_digest,
            states=FrozenMap({old: new for old, new in states.items() if old in named}),
            facts=FrozenMap({old: new for old, new in named_anew.items() if old in facts.extra}),
            left_policy=facts.policy,
            left_lifecycle=facts.lifecycle,
        )

    def check(self, to: Lifecycle, former: tuple[Lifecycle, ...]) -> None:
        """Raise `DefinitionError` with all that cannot be right for anybody who moves to this lifecycle."""
        problems = (*self._of_states(to, former), *self._of_facts(to))
        if problems:
            raise DefinitionError(problems)

    def _of_states(self, to: Lifecycle, former: tuple[Lifecycle, ...]) -> Iterator[Problem]:
        known = {name: state for one in (*reversed(former), to) for name, state in one.moving.states.items()}
        for old, new in self.states.items():
            path, target = f"states.{old}", to.moving.states.get(new)
            if former and old not in known:
                yield Problem(path, "no state of the lifecycles before", f"one of {', '.join(sorted(known))}")
            if target is None:
                yield Problem(path, repr(new), f"a state of the lifecycle: {', '.join(sorted(to.moving.states))}")
            elif old in known and stage_of(known[old]) != stage_of(target):
                found = f"{new}, which means {stage_of(target)}"
                yield Problem(path, found, f"a state that means {stage_of(known[old])}")

    def _of_facts(self, to: Lifecycle) -> Iterator[Problem]:
        for old, new in self.facts.items():
            if is_of_house(new) and type_of_fact(new, to.commands) is None:
                yield Problem(f"facts.{old}", repr(new), "a fact that a command of the lifecycle leaves")
        if len(set(self.facts.values())) < len(self.facts):
            yield Problem("facts", "two of one new name", "a name for each")


def read_mapping(source: Path | str) -> LifecycleMapping:
    """The mapping of a TOML file or text: its tables `states` and `facts` have a new name for each old one.

    Raises `DefinitionError` with all problems at once.
    """
    data = read_toml(source, "mapping")
    problems = (*_unknown(data), *(found for part in _PARTS for found in _no_names(part, data.get(part, {}))))
    if problems:
        raise DefinitionError(problems)
    return LifecycleMapping(data.get("states", {}), data.get("facts", {}))


def _unknown(data: Mapping[str, Any]) -> Iterator[Problem]:
    yield from (Problem(key, "an unknown key", f"one of {', '.join(_PARTS)}") for key in data if key not in _PARTS)


def _no_names(part: str, told: Any) -> Iterator[Problem]:
    if not is_table(told):
        yield Problem(part, "no table", f"a table with [{part}]")
        return
    for old, new in told.items():
        if not isinstance(new, str) or not new.strip():
            yield Problem(f"{part}.{old}", repr(new)[:60], "a name")
