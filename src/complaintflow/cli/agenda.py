"""The command that lists what is due next, and how it is coloured."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Annotated

import attrs
from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import SECOND, Table, View
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared
from complaintflow.cli.who import Who
from complaintflow.desk.desk import Desk
from complaintflow.errors import InvalidInput, NotFound, Problem, UnreadableRecord
from complaintflow.interchange import to_data
from complaintflow.record.complaint import AT_ONCE
from complaintflow.sla import Deadline, DeadlineStatus

_OPEN = {DeadlineStatus.RUNNING, DeadlineStatus.BREACHED}
_COLOURS = ((timedelta(0), "red"), (timedelta(hours=1), "yellow"), (timedelta(days=1), "cyan"))
"""The colour of a deadline that is due within this span."""


@attrs.frozen
class _Next:
    """What is due for one complaint: the next run of a clock, or a check.

    `look` is when the check is due; None for a complaint that waits for nothing.
    """

    complaint: str
    look: datetime | None
    deadline: Deadline | None


@subcommand
def agenda(
    *,
    limit: Annotated[int, Parameter(help="Of how many complaints, those that are looked at next.")] = 50,
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """What is due next: late in red, within the hour in yellow, within the day in cyan."""
    if limit < 1:
        raise InvalidInput((Problem("limit", str(limit), "at least 1"),))
    with settings.desk() as desk:
        due = sorted(_find_due(who.at(desk), limit), key=_when)
    settings.output.emit(to_data({"agenda": [_document(one) for one in due]}), _view(due))
    return Code.OK


def _find_due(desk: Desk, limit: int) -> list[_Next]:
    """The clocks that run, of the complaints that are checked next."""
    found: list[_Next] = []
    for when, id in desk.agenda(limit):
        look = None if when == AT_ONCE else when
        running = [deadline for deadline in _deadlines(desk, id) if _runs(deadline)]
        found += [_Next(id, look, deadline) for deadline in running] or [_Next(id, look, None)]
    return found


def _deadlines(desk: Desk, id: str) -> list[Deadline]:
    """Those of a complaint; none where it cannot be read: it is to be looked at."""
    try:
        return [one.deadline for one in desk.explain(id)]
    except (NotFound, UnreadableRecord):
        return []


def _runs(deadline: Deadline) -> bool:
    return deadline.status in _OPEN and deadline.ended is None and deadline.due is not None


def _when(one: _Next) -> tuple[datetime, str]:
    due = one.deadline.due if one.deadline else None
    return due or one.look or datetime.now(UTC), one.complaint


def _document(one: _Next) -> dict[str, object]:
    return {"complaint": one.complaint, "look": one.look, "deadline": one.deadline}


def _view(due: Sequence[_Next]) -> View:
    now = datetime.now(UTC)
    rows = [(f"{_when(one)[0]:{SECOND}}", one.complaint, *_columns(one, now)) for one in due]
    styles = [colour(one.deadline, now) for one in due]
    yield Table(("due (UTC)", "complaint", "clock", "rule", "left"), rows, styles)
    if not due:
        yield "Nothing is due."


def _columns(one: _Next, now: datetime) -> tuple[str, str, str]:
    if one.deadline is None:
        return ("(to be looked at)", "", "")
    return (one.deadline.clock, one.deadline.rule, time_left(_when(one)[0] - now))


def time_left(span: timedelta) -> str:
    """How long still, or how late: 2 d 3 h, 45 min late."""
    minutes, late = int(abs(span).total_seconds()) // 60, " late" if span < timedelta(0) else ""
    days, hours = divmod(minutes // 60, 24)
    text = f"{days} d {hours} h" if days else f"{hours} h {minutes % 60} min" if hours else f"{minutes} min"
    return text + late


def colour(deadline: Deadline | None, now: datetime) -> str:
    """By how late: red, then yellow within the hour, cyan within the day; dim when it is over."""
    if deadline is None or deadline.due is None:
        return ""
    if not _runs(deadline):
        return "dim"
    left = deadline.due - now
    return next((name for span, name in _COLOURS if left <= span), "")
