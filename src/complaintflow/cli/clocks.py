"""The commands about clocks: what is due is done, and why it is due is said."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Literal

import attrs
from cyclopts import Parameter

from complaintflow._validation.structure import at_utc
from complaintflow.cli import documents
from complaintflow.cli.failures import Code
from complaintflow.cli.output import Output
from complaintflow.cli.setting import Given
from complaintflow.desk.desk import Desk
from complaintflow.desk.migration import Migration
from complaintflow.desk.worker import Ticked
from complaintflow.errors import InvalidInput, Problem
from complaintflow.record.complaint import AT_ONCE
from complaintflow.sla import Deadline, DeadlineStatus
from complaintflow.sla.agenda import DueAction
from complaintflow.values import Actor

At = Annotated[str | None, Parameter(help="Another time than now, like 2026-01-31T09:00+00:00.")]

_SECOND = "%Y-%m-%d %H:%M:%S"
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_OPEN = {DeadlineStatus.RUNNING, DeadlineStatus.BREACHED}


def tick(
    *,
    at: At = None,
    dry_run: Annotated[bool, Parameter(help="Only say what would be done.", negative="")] = False,
    given: Given,
) -> int:
    """Do what the clocks ask for by now. Run it every minute, by cron or a timer."""
    with given.desk() as desk:
        found = desk.tick(at=_time(at), dry_run=dry_run)
    if given.machine:
        given.out.document({**documents.ticked(found), "dry_run": dry_run})
    else:
        _show_ticked(given.out, found, dry_run)
    return Code.FAILED if found.failed else Code.OK


def _time(text: str | None) -> datetime | None:
    """A time with an offset. Raises `InvalidInput` for anything else."""
    if text is None:
        return None
    try:
        return at_utc(datetime.fromisoformat(text), "at")
    except ValueError:
        problem = Problem("at", repr(text), "a time with an offset, like 2026-01-31T09:00+00:00")
        raise InvalidInput((problem,)) from None


def _show_ticked(out: Output, found: Ticked, dry_run: bool) -> None:
    if found.done:
        columns = ("due (UTC)", "complaint", "run", "rule", "would do" if dry_run else "did", "refused because")
        out.table(columns, map(_done, found.done))
    many = f"{len(found.done)} thing{'' if len(found.done) == 1 else 's'}"
    looked = f"{found.looked_at} complaint{'' if found.looked_at == 1 else 's'} looked at"
    out.line(f"{many} {'would be done' if dry_run else 'done'}, {looked}")
    for id, error in found.failed:
        out.line(f"{id} could not be looked at: {error}")


def _done(one: DueAction) -> tuple[str, ...]:
    because = "; ".join(str(refusal) for refusal in one.refusals)
    return (f"{one.due:{_SECOND}}", one.complaint, str(one.key), one.rule, type(one.command).__name__, because)


def explain(id: str, /, *, at: At = None, language: Literal["en", "zh"] = "en", given: Given) -> int:
    """Why is this the due date? Every clock of a complaint, with what it was computed from."""
    with given.desk() as desk:
        clocks = desk.explain(id, _time(at))
    if given.machine:
        given.out.document({"clocks": [documents.clock(one, language) for one in clocks]})
        return Code.OK
    for one in clocks:
        given.out.line(one.text(language), _colour(one.deadline, datetime.now(UTC)))
    if not clocks:
        given.out.line("No clock runs or ran.")
    return Code.OK


@attrs.frozen
class _Next:
    """What is due for one complaint: the clock's run that is next, or what wants to be looked at.

    `look` is when; None of one that changed since the last look.
    """

    complaint: str
    look: datetime | None
    deadline: Deadline | None


def agenda(
    *,
    limit: Annotated[int, Parameter(help="Of how many complaints, those that are looked at next.")] = 50,
    given: Given,
) -> int:
    """What is due next: late in red, within the hour in yellow, within the day in cyan."""
    if limit < 1:
        raise InvalidInput((Problem("limit", str(limit), "at least 1"),))
    with given.desk() as desk:
        due = sorted(_due(desk, limit), key=_when)
    if given.machine:
        given.out.document({"agenda": [_plain(one) for one in due]})
    else:
        _show_agenda(given.out, due)
    return Code.OK


def _due(desk: Desk, limit: int) -> list[_Next]:
    """The clocks that run, of the complaints that are looked at next."""
    found: list[_Next] = []
    for when, id in desk.agenda(limit):
        look = None if when == AT_ONCE else when
        running = [one.deadline for one in desk.explain(id) if _runs(one.deadline)]
        found += [_Next(id, look, deadline) for deadline in running] or [_Next(id, look, None)]
    return found


def _runs(deadline: Deadline) -> bool:
    return deadline.status in _OPEN and deadline.ended is None and deadline.due is not None


def _when(one: _Next) -> tuple[datetime, str]:
    due = one.deadline.due if one.deadline else None
    return due or one.look or datetime.now(UTC), one.complaint


def _plain(one: _Next) -> dict[str, object]:
    deadline = one.deadline
    about = ("clock", "rule", "start", "due", "late", "status", "tells")
    key = str(deadline.key) if deadline else None
    found = {name: getattr(deadline, name, None) for name in about}
    return {"complaint": one.complaint, "look": one.look, "key": key, **found}


def _show_agenda(out: Output, due: list[_Next]) -> None:
    now = datetime.now(UTC)
    rows = [(f"{_when(one)[0]:{_SECOND}}", one.complaint, *_named(one, now)) for one in due]
    out.table(("due (UTC)", "complaint", "clock", "rule", "left"), rows, [_colour(one.deadline, now) for one in due])
    if not due:
        out.line("Nothing is due.")


def _named(one: _Next, now: datetime) -> tuple[str, str, str]:
    if one.deadline is None:
        return ("(to be looked at)", "", "")
    return (one.deadline.clock, one.deadline.rule, _left(_when(one)[0] - now))


def _left(span: timedelta) -> str:
    """How long still, or how late: 2 d 3 h, 45 min late."""
    minutes, late = int(abs(span).total_seconds()) // 60, " late" if span < timedelta(0) else ""
    days, hours = divmod(minutes // 60, 24)
    text = f"{days} d {hours} h" if days else f"{hours} h {minutes % 60} min" if hours else f"{minutes} min"
    return text + late


def _colour(deadline: Deadline | None, now: datetime) -> str:
    """By how late: red, then yellow within the hour, cyan within the day; dim when it is over."""
    if deadline is None or deadline.due is None:
        return ""
    if not _runs(deadline):
        return "dim"
    left = deadline.due - now
    return next(
        (colour for span, colour in ((timedelta(0), "red"), (_HOUR, "yellow"), (_DAY, "cyan")) if left <= span), ""
    )


def batches(*, given: Given) -> int:
    """The same problem from many customers, among what came in lately."""
    with given.desk() as desk:
        found = desk.batches()
    if given.machine:
        given.out.document({"batches": [documents.batch(one) for one in found]})
        return Code.OK
    rows = [(one.incident, one.type, one.area, str(one.customers), str(len(one.unlinked))) for one in found]
    given.out.table(("incident", "type", "area", "customers", "not linked"), rows)
    if not found:
        given.out.line("No batch.")
    return Code.OK


def migrate(
    *ids: Annotated[str, Parameter(help="Complaints; none: all that are not archived.")],
    reason: Annotated[str, Parameter(help="Why, for the history.")],
    by: Annotated[str, Parameter(help="Who orders it.")] = "operator",
    dry_run: Annotated[bool, Parameter(help="Only say what it would do.", negative="")] = False,
    given: Given,
) -> int:
    """Move complaints to the policy of this call, with the deadlines that are not past."""
    with given.desk() as desk:
        found = desk.migrate(*ids, by=Actor(by, {"operator"}), reason=reason, dry_run=dry_run)
    refused = any(one.refusals for one in found)
    if given.machine:
        given.out.document({"migrations": [attrs.asdict(one) for one in found], "dry_run": dry_run})
    else:
        _show_migrations(given.out, found, dry_run)
    return Code.REFUSED if refused else Code.OK


def _show_migrations(out: Output, found: tuple[Migration, ...], dry_run: bool) -> None:
    rows = [(one.complaint, move.key, _at(move.before), _at(move.after), "") for one in found for move in one.moved]
    rows += [(one.complaint, "", "", "", str(refusal)) for one in found for refusal in one.refusals]
    out.table(("complaint", "run", "due before (UTC)", "due after", "refused because"), rows)
    moved = sum(not one.refusals for one in found)
    out.line(f"{moved} of {len(found)} {'would be' if dry_run else 'were'} moved")


def _at(due: datetime | None) -> str:
    return f"{due:{_SECOND}}" if due else "—"
