"""The commands that read something out of complaints: advice, batches, spikes, incidents, effects, samples."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from cyclopts import Parameter

from complaintflow.cli.clocks import parse_time
from complaintflow.cli.failures import Code
from complaintflow.cli.output import SECOND, Table, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Language, Shared
from complaintflow.cli.who import Who
from complaintflow.insight import ActionEffect, Batch, Incident, LadderStep, Respondent, Sampled, SpikeAlert
from complaintflow.interchange import to_data


@subcommand
def advise(
    id: str,
    /,
    *,
    people: Annotated[int | None, Parameter(help="How many are still busy with it; default: the policy's.")] = None,
    minutes: Annotated[int | None, Parameter(help="For how long each of them; default: the policy's.")] = None,
    language: Language = "en",
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """What a compensation may be worth (by --by, or an agent), with its sum. It decides nothing."""
    with settings.desk() as desk:
        advice = who.at(desk).advise(id, by=who.actor_or_agent(), people=people, minutes=minutes)
    settings.output.emit(to_data(advice, language=language), [advice.text(language)])
    return Code.OK


@subcommand
def respondents(*, who: Annotated[Who, Parameter()] = Who(), settings: Shared) -> int:
    """Merchants, products and shops by their complaints, with the steps taken (R46) and their effect."""
    with settings.desk() as desk:
        found = who.at(desk).respondents()
    settings.output.emit(to_data({"respondents": found}), _view_respondents(found))
    return Code.OK


def _view_respondents(found: Sequence[Respondent]) -> View:
    rows = [
        (one.name, one.kind, str(len(one.complaints)), "; ".join(map(_show_step, one.steps)), one.next_step)
        for one in found
    ]
    yield Table(("name", "kind", "complaints", "steps", "next step"), rows)
    if not found:
        yield "No complaint names anybody."


def _show_step(step: LadderStep) -> str:
    if step.finished is None:
        return f"{step.step} (not finished)"
    effect = {True: "fell", False: "did not fall", None: "too early to say"}[step.fell]
    return f"{step.step} ({step.before} before, {step.after} after: {effect})"


@subcommand
def effects(*, who: Annotated[Who, Parameter()] = Who(), settings: Shared) -> int:
    """Improvements of retrospectives, and whether complaints with their cause fell since."""
    with settings.desk() as desk:
        found = who.at(desk).effects()
    settings.output.emit(to_data({"effects": found}), _view_effects(found))
    return Code.OK


def _view_effects(found: Sequence[ActionEffect]) -> View:
    rows = [
        (one.what, one.kind, one.owner, f"{one.due}", one.cause, _counts(one), one.effect.value.replace("_", " "))
        for one in found
    ]
    yield Table(("improvement", "kind", "owner", "due", "cause", "before and after", "effect"), rows)
    if not found:
        yield "No improvement."


def _counts(one: ActionEffect) -> str:
    if one.ratio is None:
        return ""
    ratio = "" if one.ratio.ratio is None else f", ratio {one.ratio.ratio:.2f}"
    high = "…" if one.ratio.high is None else f"{one.ratio.high:.2f}"
    interval = f"{ratio} ({one.ratio.low:.2f} to {high})"
    return f"{len(one.before)}, {len(one.after)}{interval}, {len(one.waiting)} without a cause"


@subcommand
def sample(
    *,
    from_: Annotated[str, Parameter(name="--from", help="Closed from this time on, like 2026-01-26T00:00+00:00.")],
    to: Annotated[str, Parameter(help="Closed before this time.")],
    seed: Annotated[str, Parameter(help="The same seed draws the same ones.")],
    each: Annotated[int, Parameter(help="So many for each reason.")] = 3,
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """What a retrospective looks at: the major, the repeated and the badly handled, each with the reasons."""
    since, until = parse_time(from_, "from"), parse_time(to, "to")
    with settings.desk() as desk:
        found = who.at(desk).sample(since, until, seed=seed, each=each)
    settings.output.emit(to_data({"sample": found}), _view_sample(found))
    return Code.OK


def _view_sample(found: Sequence[Sampled]) -> View:
    yield Table(("complaint", "why"), [(one.id, ", ".join(one.reasons)) for one in found])
    if not found:
        yield "Nothing to look at."


@subcommand
def incident(
    name: Annotated[str, Parameter(help="Its name, for example I-1.")],
    /,
    *,
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """The complaints of an incident, and which of its news each customer was told."""
    with settings.desk() as desk:
        found = who.at(desk).incident(name)
    settings.output.emit(to_data(found), _view_incident(found))
    return Code.OK


def _view_incident(found: Incident) -> View:
    rows = [
        (one.id, one.state, one.grade or "", ", ".join(one.told), ", ".join(one.sent), ", ".join(one.missing))
        for one in found.members
    ]
    yield Table(("complaint", "state", "grade", "told", "sent, not proved", "not told"), rows)
    if not found.members:
        yield "No complaint is linked to it."


@subcommand
def spikes(*, who: Annotated[Who, Parameter()] = Who(), settings: Shared) -> int:
    """What grew too fast, the latest first, with its figures, and who investigates it."""
    with settings.desk() as desk:
        found = who.at(desk).spikes()
    settings.output.emit(to_data({"spikes": found}), _view_spikes(found))
    return Code.OK


def _view_spikes(found: Sequence[SpikeAlert]) -> View:
    rows = [
        (
            f"{one.raised:{SECOND}}",
            one.figures.kind,
            one.figures.name,
            f"{one.figures.now} ({one.figures.before} the day before, {one.figures.expected} as a rule)",
            f"{one.complaint} {one.task} ({one.owner})",
            "over" if one.over else "goes on",
        )
        for one in found
    ]
    yield Table(("raised (UTC)", "kind", "name", "in 24 hours", "investigated in", "now"), rows)
    if not found:
        yield "No spike."


@subcommand
def batches(*, who: Annotated[Who, Parameter()] = Who(), settings: Shared) -> int:
    """The same problem from many customers, among what came in lately."""
    with settings.desk() as desk:
        found = who.at(desk).batches()
    settings.output.emit(to_data({"batches": found}), _view_batches(found))
    return Code.OK


def _view_batches(batches: Sequence[Batch]) -> View:
    rows = [(one.incident, one.type, one.area, str(one.customers), str(len(one.unlinked))) for one in batches]
    yield Table(("incident", "type", "area", "customers", "not linked"), rows)
    if not batches:
        yield "No batch."
