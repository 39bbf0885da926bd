"""Profiles and policies as one: of each key the stricter value, and a list of the keys of which they differ."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import attrs

from complaintflow._validation.structure import FrozenMap, is_list, is_table, structure
from complaintflow.errors import DefinitionError, Problem
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.document import make_lifecycle
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.lifecycle.profile_reading import Profile
from complaintflow.policy.document import plain
from complaintflow.policy.policy import Policy
from complaintflow.policy.strictness import KeyChoice, join_stricter

Part = Profile | Policy


@attrs.frozen
class Composed:
    """A policy made of several: of each key the stricter value. `choices` are the keys of which two parts differed.

    `own` of a choice is what stood before, by the parts named earlier, and `other` what the next part says.
    """

    policy: Policy = attrs.field(repr=False)
    choices: tuple[KeyChoice, ...]
    profiles: tuple[Profile, ...]
    moves: Mapping[str, Any] = attrs.field(repr=False)

    guards: Mapping[str, Guard] = attrs.field(factory=FrozenMap, repr=False)

    @cached_property
    def lifecycle(self) -> Lifecycle:
        """The lifecycle with the moves of all its profiles, under the policy. Raises `DefinitionError`."""
        return make_lifecycle(self.moves, self.policy, self.guards) if self.moves else Lifecycle.default(self.policy)


def compose(first: Part, *others: Part, guards: Mapping[str, Guard] | None = None) -> Composed:
    """The stricter of all these profiles and policies. The order of the parts changes nothing but who is named first.

    A profile says only its own keys; a policy says all of its own, the defaults among them. `guards` are the house's
    own rules that profiles name. Raises `DefinitionError` with each key of which they differ and that has no stricter
    value.
    """
    parts = (first, *others)
    choices: list[KeyChoice] = []
    profiles = tuple(part for part in parts if isinstance(part, Profile))
    said, whole, moves = _said(first), isinstance(first, Policy), _moves(first)
    for part in others:
        also_whole = isinstance(part, Policy)
        said, differing = join_stricter(said, _said(part), (whole, also_whole))
        choices += differing
        whole, moves = whole or also_whole, _join_moves(moves, _moves(part))
    return Composed(_make_policy(said, whole), tuple(choices), profiles, FrozenMap(moves), FrozenMap(guards or {}))


def _make_policy(said: Mapping[str, Any], whole: bool) -> Policy:
    """The policy that says this; what no part says has its default, unless one part said everything."""
    return structure(Policy, said) if whole else Policy.from_data(said)


def _said(part: Part) -> Mapping[str, Any]:
    return part.said if isinstance(part, Profile) else plain(part)


def _moves(part: Part) -> Mapping[str, Any]:
    return part.moves if isinstance(part, Profile) else {}


def _join_moves(one: Mapping[str, Any], two: Mapping[str, Any], path: str = "lifecycle") -> dict[str, Any]:
    """The moves of both. Raises `DefinitionError` for a name that means two things."""
    found = {**one, **two}
    for key in one.keys() & two.keys():
        ours, theirs, at = one[key], two[key], f"{path}.{key}"
        if is_table(ours) and is_table(theirs):
            found[key] = _join_moves(ours, theirs, at)
        elif is_list(ours) and is_list(theirs):
            found[key] = [*ours, *(one for one in theirs if one not in ours)]
        elif ours != theirs:
            raise DefinitionError((Problem(at, f"{ours!r} and {theirs!r}"[:200], "one meaning for one name"),))
    return found
