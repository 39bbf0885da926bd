"""The commands about the outbox: send what waits, and decide about what could not be sent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.output import SECOND, Table, View
from complaintflow.cli.quarantine import view_left_out
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Settings, Shared
from complaintflow.cli.who import Who
from complaintflow.desk.delivery import Delivery
from complaintflow.errors import InvalidInput, Problem, SetAside
from complaintflow.interchange import to_data
from complaintflow.messages import Templates
from complaintflow.plugins import CustomerMessage, OutboxEntry
from complaintflow.record.complaint import AT_ONCE

_COLUMNS = ("number", "complaint", "message", "way", "attempts", "not before (UTC)", "why")

Number = Annotated[int, Parameter(help="The number of a dead letter, as outbox shows it.")]


@subcommand
def deliver(
    *,
    limit: Annotated[int, Parameter(help="How many messages at most.")] = 100,
    templates: Annotated[Path | None, Parameter(help="A folder of your own templates; it may be empty.")] = None,
    settings: Shared,
) -> int:
    """Send what waits in the outbox, and record what became of it."""
    with settings.desk(renderer=renderer(templates, settings)) as desk:
        done = desk.deliver(limit)
    settings.output.emit(to_data(done, bodies=False), view_delivery(done))
    return Code.STORE if done.failures or done.unreadable else Code.OK


def renderer(folder: Path | None, settings: Settings) -> Templates | None:
    """The templates of the folder, if one is named."""
    if folder is None:
        return None
    if not folder.is_dir():
        raise InvalidInput((Problem("templates", str(folder), "a folder that is there"),))
    policy = settings.policy()
    return Templates(folder, zone=policy.zone, staff_language=policy.language_for_staff)


def view_delivery(done: Delivery) -> View:
    """How many messages went out, and which channels failed."""
    counts = Counter(str(outcome.status) for _, outcome in done.outcomes)
    sent = ", ".join(f"{count} {status}" for status, count in sorted(counts.items())) or "nothing sent"
    yield f"{sent}; {done.waiting} waiting"
    if done.unreached:
        told = f"{len(done.unreached)} to customers only recorded, which reaches nobody"
        yield f"{told}: install a channel, or name the one that reaches them in sending.reaching"
    if done.dead:
        yield f"{done.dead} could not be sent: see complaintflow outbox --dead"
    yield from map(str, done.failures)
    yield from view_left_out(done.unreadable)


@subcommand
def outbox(
    *,
    dead: Annotated[bool, Parameter(help="Only the dead letters.", negative="")] = False,
    limit: Annotated[int, Parameter(help="How many of each at most.")] = 50,
    after: Annotated[int, Parameter(help="Begin after the letter with this number.")] = 0,
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """Show what waits to be sent, and the dead letters: what could not be."""
    with settings.desk() as opened:
        desk = who.at(opened)
        waiting = () if dead else desk.outbox(limit, after)
        letters = desk.dead_letters(limit, after)
        unread = desk.unreadable_letters()
    document = to_data({"waiting": waiting, "dead": letters, "unreadable": unread}, bodies=False)
    settings.output.emit(document, _view_outbox(waiting, letters, unread))
    return Code.OK


def _view_outbox(waiting: Sequence[OutboxEntry], dead: Sequence[OutboxEntry], unread: Sequence[SetAside]) -> View:
    for title, entries in (("Waiting", waiting), ("Dead letters", dead)):
        if entries:
            yield f"{title}:"
            yield Table(_COLUMNS, map(_row, entries))
    yield from view_left_out(unread)
    if not waiting and not dead and not unread:
        yield "Nothing waits, and there is no dead letter."


def _row(entry: OutboxEntry) -> Sequence[str]:
    message, until = entry.message, entry.until
    named = (str(entry.number), message.complaint, f"{message.id} {message.kind}", _way(entry))
    return (*named, str(entry.attempts), until.strftime(SECOND) if until not in (None, AT_ONCE) else "", entry.why)


def _way(entry: OutboxEntry) -> str:
    message = entry.message
    return message.channel if isinstance(message, CustomerMessage) else message.audience


@subcommand
def retry(
    number: Number,
    /,
    *,
    channel: Annotated[str, Parameter(help="Begin with this channel.")] = "",
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """Let a dead letter wait again, to the customer's contacts as they stand now."""
    with settings.desk() as desk:
        who.at(desk).retry(number, channel=channel)
    return _emit_done(settings, number, "waits again")


@subcommand
def discard(
    number: Number,
    /,
    *,
    reason: Annotated[str, Parameter(help="Why, for the record.")] = "",
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """Take a dead letter away, or one that cannot be read. That it failed stays in the history."""
    with settings.desk() as desk:
        who.at(desk).discard(number, reason=reason)
    return _emit_done(settings, number, "discarded")


@subcommand
def recall(
    number: Number,
    /,
    *,
    reason: Annotated[str, Parameter(help="Why, for the record.")],
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """Take back a message to a customer that still waits: the customer is never told it."""
    actor = who.actor()
    with settings.desk() as opened:
        desk = who.at(opened)
        found = [one for one in desk.outbox(1, number - 1) if one.number == number]
        if not found:
            raise InvalidInput((Problem("number", str(number), "the number of a letter that waits"),))
        desk.recall(found[0], by=actor, reason=reason)
    return _emit_done(settings, number, "recalled")


def _emit_done(settings: Settings, number: int, what: str) -> int:
    settings.output.emit({"number": number, "done": what}, [f"{number} {what}."])
    return Code.OK
