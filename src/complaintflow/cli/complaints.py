"""The commands on complaints: receive one, change one, list several, show one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain
from typing import Annotated, Any, cast

import attrs
from cyclopts import Parameter

from complaintflow._validation.reading import reading_complaint
from complaintflow.cli.complaint_views import (
    view_change,
    view_complaint,
    view_history,
    view_page,
    view_playbook,
    view_steps,
)
from complaintflow.cli.failures import Code
from complaintflow.cli.fields import parse_command
from complaintflow.cli.output import View
from complaintflow.cli.quarantine import view_left_out
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Language, Settings, Shared
from complaintflow.cli.who import Looking, Who
from complaintflow.commands import Receive
from complaintflow.desk.desk import Desk
from complaintflow.errors import UnreadableRecord
from complaintflow.interchange import to_data
from complaintflow.plugins import Sort
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint

_Some = tuple[str, ...] | None
_Time = Annotated[str | None, Parameter(help="A time like 2026-01-31T09:00+00:00.")]


@Parameter(name="*")
@attrs.frozen
class Filters:
    """Which complaints. An option that is given several times finds what has any of the values; '' what has none."""

    state: _Some = None
    grade: _Some = None
    type: _Some = None
    area: _Some = None
    team: _Some = None
    owner: _Some = None
    customer: _Some = None
    order: _Some = None
    channel: _Some = None
    incident: _Some = None
    product: _Some = None
    category: _Some = None
    region: _Some = None
    shop: _Some = None
    respondent: _Some = None
    field: Annotated[_Some, Parameter(help="A field of the house's own: contract=X-1.")] = None
    text: Annotated[str | None, Parameter(help="Words of the customer or of staff, an order, a contact.")] = None
    open: Annotated[bool | None, Parameter(negative="--ended", help="Only what is open; or only what is not.")] = None
    awaiting_reply: Annotated[
        bool | None, Parameter(negative="--answered", help="Only what awaits our reply; or only what does not.")
    ] = None
    overdue: Annotated[
        bool | None, Parameter(negative="--in-time", help="Only what is overdue now; or only what is not.")
    ] = None
    received_from: _Time = None
    received_to: Annotated[str | None, Parameter(help="Before this time.")] = None
    closed_from: _Time = None
    closed_to: Annotated[str | None, Parameter(help="Before this time.")] = None
    due_from: _Time = None
    due_to: Annotated[str | None, Parameter(help="Before this time.")] = None

    def arguments(self) -> dict[str, Any]:
        """As `Desk.find` takes them."""
        given = {name: value for name, value in attrs.asdict(self).items() if value is not None}
        own: dict[str, list[str]] = {}
        for one in given.pop("field", ()):
            name, _, value = one.partition("=")
            own.setdefault(name, []).append(value)
        return {**given, "fields": own} if own else given


@subcommand
def receive(
    *words: Annotated[str, Parameter(help="Fields of Receive: channel=phone description='paid twice' …")],
    data: Annotated[str, Parameter(help="Fields as a JSON object.")] = "",
    key: Annotated[str | None, Parameter(help="The same key again returns the first result.")] = None,
    language: Language = "en",
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """Take in one complaint. The customer is JSON: customer='{"id": "u-17"}'."""
    command = cast("Receive", parse_command(Receive.__name__, words, data, {Receive.__name__: Receive}))
    with settings.desk(new=True) as desk:
        complaint = who.at(desk).receive(command, by=who.actor(), key=key)
        return _emit_change(settings, complaint, language, desk.policy)


@subcommand
def do(
    id: str,
    command: Annotated[str, Parameter(help="The command's name, for example Triage.")],
    /,
    *words: Annotated[str, Parameter(help="Its fields: field=value; lists and tables as JSON.")],
    data: Annotated[str, Parameter(help="Fields as a JSON object.")] = "",
    expect: Annotated[int | None, Parameter(help="The version you saw: a newer one is a conflict.")] = None,
    key: Annotated[str | None, Parameter(help="The same key again returns the first result.")] = None,
    language: Language = "en",
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """Ask for a command: complaintflow do C-1 Resolve summary='paid back' --by li --role agent."""
    by = who.actor()
    with settings.desk() as desk:
        asked = parse_command(command, words, data, desk.commands)
        changed = who.at(desk).do(id, asked, by=by, expect=expect, key=key)
        return _emit_change(settings, changed, language, desk.policy)


def _emit_change(settings: Settings, complaint: Complaint, language: str, policy: Policy) -> int:
    settings.output.emit(to_data({"complaint": complaint}, policy=policy), view_change(complaint, language, policy))
    return Code.OK


@subcommand
def list_(  # noqa: PLR0913  # each is an option
    *,
    filters: Annotated[Filters, Parameter()] = Filters(),
    sort: Annotated[Sort, Parameter(help="The order.")] = Sort.OLDEST,
    limit: Annotated[int, Parameter(help="How many on a page.")] = 20,
    after: Annotated[str | None, Parameter(help="The next page, as this one says.")] = None,
    before: Annotated[str | None, Parameter(help="The page before, as this one says.")] = None,
    count: Annotated[bool, Parameter(help="Only how many there are.", negative="")] = False,
    language: Language = "en",
    who: Annotated[Looking, Parameter()] = Looking(),
    settings: Shared,
) -> int:
    """List complaints: a page of those that fit, the oldest first unless --sort says another order."""
    with settings.desk() as opened:
        desk, wanted, policy = who.at(opened), filters.arguments(), opened.policy
        if count:
            found = desk.count(**wanted)
            settings.output.emit({"count": found}, [str(found)])
            return Code.OK
        page = desk.find(**wanted, sort=sort, limit=limit, after=after, before=before)
        whole, left_out = list[Complaint](), list(page.unreadable)
        for one in page.complaints:
            try:
                with reading_complaint(one.id):
                    to_data(one, policy=policy, bodies=False)
                whole.append(one)
            except UnreadableRecord as error:
                left_out.append(error.record)
        view = chain(view_page(whole, page, language, policy), view_left_out(left_out))
        shown = attrs.evolve(page, complaints=tuple(whole), unreadable=tuple(left_out))
        settings.output.emit(to_data(shown, policy=policy, bodies=False), view)
    return Code.OK


@subcommand
def show(  # noqa: PLR0913  # each is a part that can be shown
    id: str,
    /,
    *,
    history: Annotated[bool, Parameter(help="Its events.", negative="")] = False,
    steps: Annotated[
        bool, Parameter(help="What every command would get now (by --by, or an agent).", negative="")
    ] = False,
    brief: Annotated[bool, Parameter(help="The war room's page.", negative="")] = False,
    customer: Annotated[bool, Parameter(help="What the customer may see.", negative="")] = False,
    playbook: Annotated[bool, Parameter(help="What to do and to say in this case.", negative="")] = False,
    language: Annotated[
        Language | None, Parameter(help="Default: the customer's for --customer, else that of staff.")
    ] = None,
    who: Annotated[Who, Parameter()] = Who(),
    settings: Shared,
) -> int:
    """Show one complaint; several parts may be asked for at once."""
    chosen = {"history": history, "steps": steps, "brief": brief, "customer": customer, "playbook": playbook}
    plain = "customer" if who.as_customer else "complaint"
    names = [name for name, wanted in chosen.items() if wanted] or [plain]
    with settings.desk() as opened:
        desk = who.at(opened)
        parts = {name: _PARTS[name](desk, id, language or "", who) for name in names}
        documents = {name: document for name, (document, _) in parts.items()}
        settings.output.emit(documents, chain.from_iterable(view for _, view in parts.values()))
    return Code.OK


_Part = Callable[[Desk, str, str, Who], tuple[object, View]]
"""A part of a complaint that can be shown: its document and its view. A blank language is that of its readers."""


def _complaint(desk: Desk, id: str, language: str, _: Who) -> tuple[object, View]:
    complaint, read_in = desk.get(id), language or desk.policy.language_for_staff
    return to_data(complaint, policy=desk.policy), view_complaint(complaint, read_in, desk.policy)


def _history(desk: Desk, id: str, *_: object) -> tuple[object, View]:
    events = desk.history(id)
    return to_data(events), view_history(events)


def _steps(desk: Desk, id: str, language: str, who: Who) -> tuple[object, View]:
    steps = desk.steps(id, by=who.actor_or_agent())
    read_in = language or desk.policy.language_for_staff
    return to_data(steps, policy=desk.policy, language=read_in), view_steps(steps)


def _brief(desk: Desk, id: str, language: str, _: Who) -> tuple[object, View]:
    brief = desk.brief(id, language)
    return brief, [brief]


def _customer_view(desk: Desk, id: str, language: str, _: Who) -> tuple[object, View]:
    seen = desk.customer_view(id, language)
    return to_data(seen), [str(seen)]


def _playbook(desk: Desk, id: str, language: str, _: Who) -> tuple[object, View]:
    book = desk.playbook(id, language or desk.policy.language_for_staff)
    return to_data(book), view_playbook(book)


_PARTS: Mapping[str, _Part] = {
    "complaint": _complaint,
    "history": _history,
    "steps": _steps,
    "brief": _brief,
    "customer": _customer_view,
    "playbook": _playbook,
}
