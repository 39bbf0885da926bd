"""The commands about the outbox: what waits, what could not be sent, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import Output
from complaintflow.cli.setting import Given
from complaintflow.plugins.ports import CustomerMessage, Letter
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


def _way(letter: Letter) -> str:
    message = letter.queued.message
    return message.channel if isinstance(message, CustomerMessage) else message.audience


def _document(letter: Letter) -> dict[str, Any]:
    """A letter: no text and no address."""
    queued = letter.queued
    return {
        "number": queued.number, "complaint": queued.message.complaint, "message": queued.message.id,
        "kind": queued.message.kind, "key": queued.message.key, "way": _way(letter), "attempts": queued.attempts,
        "until": letter.until, "why": letter.why,
    }  # fmt: skip


def _row(letter: Letter) -> Sequence[str]:
    queued, until = letter.queued, letter.until
    named = (str(queued.number), queued.message.complaint, f"{queued.message.id} {queued.message.kind}", _way(letter))
    return (*named, str(queued.attempts), until.strftime(_SECOND) if until not in (None, AT_ONCE) else "", letter.why)


def _show(out: Output, waiting: Sequence[Letter], dead: Sequence[Letter]) -> None:
    for title, letters in (("Waiting", waiting), ("Dead letters", dead)):
        if letters:
            out.line(f"{title}:")
            out.table(_COLUMNS, map(_row, letters))
    if not waiting and not dead:
        out.line("Nothing waits, and there is no dead letter.")
