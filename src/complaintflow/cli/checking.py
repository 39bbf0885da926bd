"""The command that checks a lifecycle."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Settings, Shared
from complaintflow.cli.story_tests import StoryTests
from complaintflow.lifecycle import Lifecycle, Report, Story


@subcommand
def check(
    file: Annotated[Path | None, Parameter(help="A lifecycle in TOML; without it the built-in one.")] = None,
    /,
    *,
    first: Annotated[bool, Parameter(help="End at the first broken promise.", negative="")] = False,
    most: Annotated[int | None, Parameter(help="Explore so many situations of each slice, in place of 8000.")] = None,
    story: Annotated[
        Literal["lines", "test", "mermaid"], Parameter(help="How the story of a finding is told.")
    ] = "lines",
    settings: Shared,
) -> int:
    """Explore what can happen under a lifecycle, and show the shortest story that breaks a promise.

    The exit code is 0 when nothing was found, and 8 when something was: a slice that was not explored to the end is
    something. JSON: `findings` (`kind`, `name`, `what`, `slice`, `story`), `covered` (`slice`, `situations`,
    `decisions`, `cut`, `complete`), `unused`, `unseen`, `sound`.
    """
    found = _lifecycle(file, settings).check(first=first, most=most)
    settings.output.emit(found.as_document(), _view(found, story))
    return Code.OK if found.sound else Code.BREACHED


def _lifecycle(file: Path | None, settings: Settings) -> Lifecycle:
    if file is None:
        return settings.lifecycle()
    return settings.read_lifecycle(file, "file", settings.policy())


def _view(found: Report, form: str) -> View:
    """The report in lines. Among tests, what is none is a comment: what is printed is a file that runs."""
    tests = StoryTests() if form == "test" else None
    mark = tests.mark if tests else iter
    head = f"{found.situations} situation(s), {found.decisions} decision(s), {len(found.findings)} finding(s)"
    yield from mark([head])
    for one in found.findings:
        yield from mark([f"{one.kind} {one.name}: {one.what}"])
        if one.story is not None:
            yield from _told(one.story, form, tests.name(one.name) if tests else "").splitlines()
    yield from mark([*map(str, found.covered), *found.notes])


def _told(story: Story, form: str, name: str) -> str:
    if form == "test":
        return story.as_test(name)
    return story.as_mermaid() if form == "mermaid" else str(story)
