"""The commands that read something out of complaints: advice on a compensation, batches of alike."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import Table, View
from complaintflow.cli.settings import Language, Shared
from complaintflow.cli.who import Who
from complaintflow.insight import Batch, LadderStep, Respondent
from complaintflow.interchange import to_data


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
