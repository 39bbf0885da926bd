"""The command that compares two lifecycles, or two policies, before one takes the place of the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import View
from complaintflow.cli.settings import Language, Settings, Shared, check_readable
from complaintflow.errors import InvalidInput, Problem
from complaintflow.lifecycle import Comparison, Difference, Lifecycle, is_lifecycle, read_lifecycle
from complaintflow.policy.policy import Policy

_BUILT_IN = Path("default")


def diff(
    old: Annotated[Path, Parameter(help="A lifecycle or a policy in TOML, or the word default.")],
    new: Annotated[Path, Parameter(help="Another one of the same kind, or the word default.")],
    /,
    *,
    story: Annotated[
        Literal["lines", "test", "mermaid"], Parameter(help="How the story of a difference is told.")
    ] = "lines",
    only: Annotated[tuple[str, ...], Parameter(help="A slice of the checker, such as money; repeatable.")] = (),
    each: Annotated[bool, Parameter(help="Tell a story for each state, not one for all.", negative="")] = False,
    language: Language = "en",
    settings: Shared,
) -> int:
    """Explore what can happen under two lifecycles or two policies, and tell what they answer differently.

    The exit code is 0 when all answers are the same and nothing else is written, and 8 otherwise. JSON: `verdict`,
    `same`, `complete`, `differences` (`how`, `command`, `by`, `state`, `old`, `new`, `facts`, `later`, `slice`,
    `times`, `story`), `changes` (`place`, `old`, `new`, `noticed`), `covered`, `unseen`.
    """
    found = _read(old, new, only, settings)
    settings.output.emit(found.as_document(), _view(found, story, each, language))
    return Code.OK if found.same else Code.BREACHED


def _read(old: Path, new: Path, only: tuple[str, ...], settings: Settings) -> Comparison:
    """Both, read as what they are, and compared."""
    kinds = {name: _kind(file, name) for name, file in (("old", old), ("new", new)) if file != _BUILT_IN}
    if len({*kinds.values()} - {""}) > 1:
        raise InvalidInput((Problem("new", f"a {kinds['new']}", f"a {kinds['old']}, as OLD is"),))
    policies = "policy" in kinds.values()
    one, other = (_policy(file) if policies else _lifecycle(file, settings) for file in (old, new))
    return one.compare(other, only=only)


def _kind(file: Path, name: str) -> str:
    """Whether a file is a lifecycle or a policy; blank for one that says nothing."""
    lifecycle = is_lifecycle(check_readable(file, name))
    return "" if lifecycle is None else "lifecycle" if lifecycle else "policy"


def _policy(file: Path) -> Lifecycle:
    return Lifecycle.default(Policy() if file == _BUILT_IN else Policy.from_toml(file))


def _lifecycle(file: Path, settings: Settings) -> Lifecycle:
    policy = settings.policy()
    return Lifecycle.default(policy) if file == _BUILT_IN else read_lifecycle(file, policy)


def _view(found: Comparison, form: str, each: bool, language: str) -> View:
    yield from found.head(language)
    groups = tuple((one,) for one in found.differences) if each else found.kinds
    for group in groups:
        yield found.told(group, language)
        if each or group[0].how != "reasons":
            yield from _story(group[0], form, language)
    yield from found.tail(language)


def _story(difference: Difference, form: str, language: str) -> Iterator[str]:
    if form == "test":
        yield from difference.as_test().splitlines()
    elif form == "mermaid":
        yield from difference.story.as_mermaid(language).splitlines()
    else:
        yield from (f"    {line.text(language)}" for line in difference.story.lines)
