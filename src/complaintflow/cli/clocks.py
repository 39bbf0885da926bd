"""The commands about clocks: do what is due, and explain a due date."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Annotated

from cyclopts import Parameter

from complaintflow._validation.structure import at_utc
from complaintflow.cli.agenda import colour
from complaintflow.cli.failures import Code
from complaintflow.cli.output import SECOND, Line, Table, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Language, Shared
from complaintflow.cli.who import Who
from complaintflow.desk.worker import Ticked
from complaintflow.errors import InvalidInput, Problem
from complaintflow.interchange import to_data
from complaintflow.sla import Explanation
from complaintflow.sla.agenda import DueAction

At = Annotated[str | None, Parameter(help="Another time than now, like 2026-01-31T09:00+00:00.")]


@subcommand
def tick(
    *,
    at: Annotated[str | None, Parameter(help="Say what would be done at a later time, and do nothing.")] = None,
    dry_run: Annotated[bool, Parameter(help="Only say what would be done.", negative="")] = False,
    believe: Annotated[bool, Parameter(help="The clock is right, though it leapt.", negative="")] = False,
    settings: Shared,
) -> int:
    """Do what the clocks ask for by now. Run it every minute, by cron or a timer."""
    with settings.desk() as desk:
        ticked = desk.tick(at=_parse_maybe(at), dry_run=dry_run, believe=believe)
    settings.output.emit(to_data(ticked), view_tick(ticked))
    return Code.FAILED if ticked.failed or ticked.leap else Code.OK


def _parse_maybe(text: str | None) -> datetime | None:
    return None if text is None else parse_time(text)


def parse_time(text: str, name: str = "at") -> datetime:
    """A time with an offset. Raises `InvalidInput` for anything else."""
    try:
        return at_utc(datetime.fromisoformat(text), name)
    except ValueError:
        problem = Problem(name, repr(text), "a time with an offset, like 2026-01-31T09:00+00:00")
        raise InvalidInput((problem,)) from None


def view_tick(ticked: Ticked) -> View:
    """What was done, or would be, and what could not be looked at."""
    if ticked.done:
        columns = ("due (UTC)", "complaint", "run", "rule", "would do" if ticked.dry else "did", "refused because")
        yield Table(columns, map(_row, ticked.done))
    many = f"{len(ticked.done)} thing{'' if len(ticked.done) == 1 else 's'}"
    looked = f"{ticked.checked} complaint{'' if ticked.checked == 1 else 's'} looked at"
    yield f"{many} {'would be done' if ticked.dry else 'done'}, {looked}"
    if ticked.leap:
        yield str(ticked.leap)
    for one in ticked.failed:
        yield f"{one.complaint} could not be looked at: {one.why}"


def _row(one: DueAction) -> tuple[str, ...]:
    because = "; ".join(str(refusal) for refusal in one.refusals)
    return (f"{one.due:{SECOND}}", one.complaint, str(one.key), one.rule, type(one.command).__name__, because)


@subcommand
def explain(
    id: str, /, *, at: At = None, language: Language = "en", who: Annotated[Who, Parameter()] = Who(), settings: Shared
) -> int:
    """Why is this the due date? Every clock of a complaint, with what it was computed from."""
    with settings.desk() as desk:
        clocks = who.at(desk).explain(id, _parse_maybe(at))
    document = to_data({"clocks": clocks}, language=language)
    settings.output.emit(document, _view_clocks(clocks, language))
    return Code.OK


def _view_clocks(clocks: Sequence[Explanation], language: str) -> View:
    now = datetime.now(UTC)
    for one in clocks:
        yield Line(one.text(language), colour(one.deadline, now))
    if not clocks:
        yield "No clock runs or ran."
