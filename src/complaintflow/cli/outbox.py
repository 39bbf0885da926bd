"""The commands about the outbox: what waits, what could not be sent, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import Output
from complaintflow.cli.setting import Given
from complaintflow.plugins import CustomerMessage, OutboxEntry
from complaintflow.record.complaint import AT_ONCE

_SECOND = "%Y-%m-%d %H:%M:%S"
_COLUMNS = ("number", "complaint", "message", "way", "attempts", "not before (UTC)", "why")

Number = Annotated[int, Parameter(help="The number of a dead letter, as outbox shows it.")]


def outbox(
    *,
    dead: Annotated[bool, Parameter(help="Only the dead letters.", negative="")] = False,
    limit: Annotated[int, Parameter(help="How many of each at most.")] = 50,
    after: Annotated[int, Parameter(help="Begin after the letter with this number.")] = 0,
    given: Given,
) -> int:
    """Show what waits to be sent, and the dead letters: what could not be."""
    with given.desk() as desk:
        waiting = () if dead else desk.outbox(limit, after)
        letters = desk.dead_letters(limit, after)
    if given.machine:
        given.out.document({"waiting": [*map(_document, waiting)], "dead": [*map(_document, letters)]})
    else:
        _show(given.out, waiting, letters)
    return Code.OK


def retry(
    number: Number,
    /,
    *,
    channel: Annotated[str, Parameter(help="Begin with this channel.")] = "",
    given: Given,
) -> int:
    """Let a dead letter wait again, to the customer's contacts as they stand now."""
    with given.desk() as desk:
        desk.retry(number, channel=channel)
    _done(given.out, number, "waits again")
    return Code.OK


def discard(number: Number, /, *, given: Given) -> int:
    """Take a dead letter away. That it failed stays in the history."""
    with given.desk() as desk:
        desk.discard(number)
    _done(given.out, number, "discarded")
    return Code.OK


def _done(out: Output, number: int, what: str) -> None:
    if out.machine:
        out.document({"number": number, "done": what})
    else:
        out.line(f"{number} {what}.")


def _way(entry: OutboxEntry) -> str:
    message = entry.message
    return message.channel if isinstance(message, CustomerMessage) else message.audience


def _document(entry: OutboxEntry) -> dict[str, Any]:
    """An entry: no text and no address."""
    message = entry.message
    return {
        "number": entry.number, "complaint": message.complaint, "message": message.id,
        "kind": message.kind, "key": message.key, "way": _way(entry), "attempts": entry.attempts,
        "until": entry.until, "why": entry.why,
    }  # fmt: skip


def _row(entry: OutboxEntry) -> Sequence[str]:
    message, until = entry.message, entry.until
    named = (str(entry.number), message.complaint, f"{message.id} {message.kind}", _way(entry))
    return (*named, str(entry.attempts), until.strftime(_SECOND) if until not in (None, AT_ONCE) else "", entry.why)


def _show(out: Output, waiting: Sequence[OutboxEntry], dead: Sequence[OutboxEntry]) -> None:
    for title, letters in (("Waiting", waiting), ("Dead letters", dead)):
        if letters:
            out.line(f"{title}:")
            out.table(_COLUMNS, map(_row, letters))
    if not waiting and not dead:
        out.line("Nothing waits, and there is no dead letter.")
