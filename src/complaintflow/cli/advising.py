"""The commands that advise and look behind: answers that helped, the worth of a compensation, the plugins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated, Literal

import attrs
from cyclopts import Parameter

from complaintflow.cli import documents
from complaintflow.cli.failures import Code
from complaintflow.cli.output import Output
from complaintflow.cli.setting import Given, Setting
from complaintflow.cli.who import Who
from complaintflow.errors import Problem
from complaintflow.knowledge import AnswerIndex
from complaintflow.plugins import Answer, HookCall, Installed, Loaded, installed


def answers(
    id: str,
    /,
    *,
    limit: Annotated[int, Parameter(help="How many from each source at most.")] = 5,
    folder: Annotated[Path | None, Parameter(help="A folder of answers: .md and .txt, the title first.")] = None,
    index: Annotated[Path | None, Parameter(help="Keep the index in this file; else it is made anew.")] = None,
    given: Given,
) -> int:
    """What helped with the like before: archived complaints, your folder, and plugins; and why it was found."""
    with closing(AnswerIndex(index or ":memory:")) as own, given.desk(plugins=(own,)) as desk:
        read = (own.index_archive(desk.find), *((own.index_folder(folder),) if folder else ()))
        found = desk.answers(id, limit)
    problems = [problem for changes in read for problem in changes.problems]
    if given.machine:
        plain = {source: [attrs.asdict(one) for one in several] for source, several in found.items()}
        given.out.document({"answers": plain, "problems": [attrs.asdict(problem) for problem in problems]})
    else:
        _show_answers(given.out, found, problems)
    return Code.LEFT_OUT if problems else Code.OK


def _show_answers(out: Output, found: Mapping[str, Sequence[Answer]], problems: list[Problem]) -> None:
    rows = [(name, one.ref, one.title, ", ".join(one.why)) for name, several in found.items() for one in several]
    if rows:
        out.table(("source", "where", "title", "found by"), rows)
    else:
        out.line("Nothing like it is known.")
    for problem in problems:
        out.line(str(problem))


def advise(
    id: str,
    /,
    *,
    people: Annotated[int | None, Parameter(help="How many are still busy with it; default: the policy's.")] = None,
    minutes: Annotated[int | None, Parameter(help="For how long each of them; default: the policy's.")] = None,
    language: Literal["en", "zh"] = "en",
    who: Annotated[Who, Parameter()] = Who(),
    given: Given,
) -> int:
    """What a compensation may be worth (by --by, or an agent), with its sum. It decides nothing."""
    with given.desk() as desk:
        advice = desk.advise(id, by=who.or_an_agent(), people=people, minutes=minutes)
    if given.machine:
        given.out.document(documents.advice(advice, language))
    else:
        given.out.line(advice.text(language))
    return Code.OK


def plugins(
    *,
    trace: Annotated[bool, Parameter(help="Each call of a hook, and the names in its answer.", negative="")] = False,
    given: Given,
) -> int:
    """Which plugins are loaded, from which distribution and version, and which could be (--plugin NAME)."""
    calls: list[HookCall] = []
    host = given.host(lambda call: _traced(given, call, calls) if trace else None)
    there = {one.entry_point for one in host.loaded} | {one.source for one in host.loaded}
    others = [one for one in installed() if not {one.name, one.source} & there]
    if given.machine:
        given.out.document(documents.plugins(host.loaded, others, calls))
    else:
        _show_plugins(given.out, host.loaded, others)
    return Code.STORE if host.failures else Code.OK


def _traced(given: Setting, call: HookCall, calls: list[HookCall]) -> None:
    """At once, so that the call that stops everything is seen."""
    calls.append(call)
    if not given.machine:
        given.out.line(str(call))


def _show_plugins(out: Output, loaded: tuple[Loaded, ...], others: list[Installed]) -> None:
    rows = [(one.name, _from(one), "; ".join(_brings(one)), _failed(one)) for one in loaded]
    out.table(("plugin", "from", "brings", "failed"), rows)
    for one in others:
        out.line(f"not loaded: {one.name} ({_from(one)})")


def _from(one: Loaded | Installed) -> str:
    return f"{one.distribution} {one.version}" if one.distribution else f"{one.source}, not installed"


def _brings(one: Loaded) -> list[str]:
    return [f"{hook}: {', '.join(names) or 'none'}" for hook, names in one.brings.items()]


def _failed(one: Loaded) -> str:
    return "; ".join(f"{failure.hook}: {failure.cause}" for failure in one.failures)
