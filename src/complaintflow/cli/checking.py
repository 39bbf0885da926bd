"""The command that checks a lifecycle."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import View
from complaintflow.cli.settings import Settings, Shared
from complaintflow.lifecycle import Finding, Lifecycle, Report


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
    yield f"{found.situations} situation(s), {found.decisions} decision(s), {len(found.findings)} finding(s)"
    for one in found.findings:
        yield from _told(one, form)
    yield from map(str, found.covered)
    yield from found.notes


def _told(finding: Finding, form: str) -> Iterator[str]:
    yield f"{finding.kind} {finding.name}: {finding.what}"
    if finding.story is None:
        return
    text = str(finding.story)
    if form == "test":
        text = finding.story.as_test(finding.name)
    elif form == "mermaid":
        text = finding.story.as_mermaid()
    yield from text.splitlines()
