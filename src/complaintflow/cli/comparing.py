"""The command that compares two lifecycles, policies or profiles, before one takes the place of the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Language, Settings, Shared, check_readable
from complaintflow.cli.story_tests import StoryTests
from complaintflow.errors import InvalidInput, Problem
from complaintflow.lifecycle import (
    Comparison,
    Difference,
    Lifecycle,
    LifecycleMapping,
    is_lifecycle,
    profile_names,
    read_mapping,
)
from complaintflow.lifecycle.profile_reading import find_profile
from complaintflow.policy.policy import Policy

_BUILT_IN = "default"


@subcommand
def diff(  # noqa: PLR0913  # each argument is one option
    old: Annotated[str, Parameter(help="A lifecycle or a policy in TOML, the name of a profile, or the word default.")],
    new: Annotated[str, Parameter(help="Another one of the same kind, a profile, or the word default.")],
    /,
    *,
    story: Annotated[
        Literal["lines", "test", "mermaid"], Parameter(help="How the story of a difference is told.")
    ] = "lines",
    only: Annotated[tuple[str, ...], Parameter(help="A slice of the checker, such as money; repeatable.")] = (),
    most: Annotated[int | None, Parameter(help="Explore so many situations of each slice, in place of 8000.")] = None,
    mapping: Annotated[
        Path | None, Parameter(help="A TOML file of `migrate`: OLD's own states have the new names of its [states].")
    ] = None,
    each: Annotated[bool, Parameter(help="Tell a story for each state, not one for all.", negative="")] = False,
    language: Language = "en",
    settings: Shared,
) -> int:
    """Explore what can happen under two lifecycles, policies or profiles, and tell what they answer differently.

    A profile is compared as `--policy` takes it, together with what `--policy` names. The exit code is 0 when all
    answers are the same, nothing else is written, and all was explored to the end, and 8 otherwise. JSON: `verdict`,
    `same`, `complete`, `differences` (`how`, `command`, `by`, `state`, `old`, `new`, `facts`, `later`, `slice`,
    `times`, `story`), `changes` (`place`, `old`, `new`, `noticed`, `inherited`), `covered`, `unseen`.
    """
    names = read_mapping(check_readable(mapping, "mapping")) if mapping else None
    one, other = _read(old, new, names, settings)
    found = one.compare(other, only=only, most=most)
    settings.output.emit(found.as_document(), _view(found, story, each, language))
    return Code.OK if found.same and found.complete else Code.BREACHED


def _read(old: str, new: str, names: LifecycleMapping | None, settings: Settings) -> tuple[Lifecycle, Lifecycle]:
    """Both, read as what they are: OLD with the new names of its states."""
    kinds = _kinds({"old": old, "new": new})
    if {"policy", "lifecycle"} <= {*kinds.values()}:
        raise InvalidInput((Problem("new", f"a {kinds['new']}", f"a {kinds['old']}, as OLD is"),))
    policies = "policy" in kinds.values()
    if names and kinds["old"] != "lifecycle":
        raise InvalidInput((Problem("mapping", f"OLD, which is {old}", "a lifecycle in a file: it has states"),))
    return _lifecycle(old, policies, settings, names), _lifecycle(new, policies, settings)


def _kinds(named: Mapping[str, str]) -> Mapping[str, str]:
    """What each side is: a lifecycle, a policy, or blank for what goes with both. Raises `InvalidInput` for each."""
    kinds, problems = dict[str, str](), list[Problem]()
    for side, name in named.items():
        try:
            kinds[side] = _kind(name, side)
        except InvalidInput as wrong:
            problems.extend(wrong.problems)
    if problems:
        raise InvalidInput(tuple(problems))
    return kinds


def _kind(named: str, side: str) -> str:
    """Whether a file is a lifecycle or a policy; blank for one that says nothing, for a profile and for the default."""
    if named in (_BUILT_IN, *profile_names()):
        return ""
    known = f"a file that can be read, the word {_BUILT_IN}, or one of the profiles {', '.join(profile_names())}"
    lifecycle = is_lifecycle(check_readable(Path(named), side, known))
    if lifecycle is None or find_profile(named):
        return ""
    return "lifecycle" if lifecycle else "policy"


def _lifecycle(named: str, policies: bool, settings: Settings, names: LifecycleMapping | None = None) -> Lifecycle:
    """What is named, as a lifecycle under a policy: files of policies stand alone, all else with those of --policy."""
    if named != _BUILT_IN and (found := find_profile(named)):
        return settings.under_profile(found)
    file = None if named == _BUILT_IN else Path(named)
    if policies:
        return settings.read_lifecycle(None, "", Policy() if file is None else Policy.from_toml(file))
    return settings.read_lifecycle(file, "", settings.policy(), names)


def _view(found: Comparison, form: str, each: bool, language: str) -> View:
    """What differs, in lines. Among tests, what is none is a comment: what is printed is a file that runs."""
    tests = StoryTests() if form == "test" else None
    mark = tests.mark if tests else iter
    yield from mark(found.head(language))
    groups = tuple((one,) for one in found.differences) if each else found.kinds
    for group in groups:
        yield from mark([found.told(group, language)])
        if not each and group[0].how == "reasons":
            continue
        if tests:
            yield from group[0].as_test(tests.name(group[0].name)).splitlines()
        else:
            yield from _story(group[0], form, language)
    yield from mark(found.tail(language))


def _story(difference: Difference, form: str, language: str) -> Iterator[str]:
    if form == "mermaid":
        yield from difference.story.as_mermaid(language).splitlines()
    else:
        yield from (f"    {line.text(language)}" for line in difference.story.lines)
