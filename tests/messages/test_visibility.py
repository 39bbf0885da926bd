"""Promise 6, R19: internal stays internal.

Every text that nobody says to the customer is marked, in every command of whole lives; the mark must turn
up in no message to the customer and on no customer's page.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import pytest

from complaintflow import Actor, Customer, Desk, commands as c
from complaintflow.commands import BUILTIN
from complaintflow.messages import Templates
from complaintflow.messages.catalogue import PAGES, page_of
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import LANGUAGES, Audience
from tests.golden.script import perform
from tests.messages.samples import FORMS, record

MARK = "※internal※"

PUBLIC: Mapping[str, frozenset[str]] = {
    "Receive": frozenset({"channel", "customer", "description"}),
    "Import": frozenset({"channel", "customer", "description"}),
    "Acknowledge": frozenset({"message"}),
    "AskCustomer": frozenset({"questions"}),
    "Remind": frozenset({"message"}),
    "Update": frozenset({"understood", "judged", "done", "next"}),
    "Notify": frozenset({"understood", "judged", "done", "next", "plain"}),
    "Compensate": frozenset({"kind", "terms"}),
    "ExplainPlan": frozenset({"assessment", "plan"}),
    "Decline": frozenset({"reason", "recourse"}),
    "Option": frozenset({"basis", "pros", "cons"}),
}
"""What is said to the customer (of a compensation, once it is paid); all other texts are internal."""

NAMES = {
    *(
        "evidence",
        "task",
        "option",
        "compensation",
        "referral",
        "blocker",
        "into",
        "source",
        "party",
        "clock",
        "rule",
        "hazard",
    ),
    *("currency", "type", "policy", "role"),
}
"""Fields that name a part, a party, a policy or a rule: a mark would name another."""
NAMED_BY = {"Recall": "message", "Retract": "entry", "Approve": "request", "Disapprove": "request"}
"""Such fields of these commands alone: others say a text there, such as what `Refer` requests."""


WRITTEN_BY_THE_DESK = {"AddTask", "Remind"}
"""Messages to staff that may hold nothing but words of the desk: a task to call, thanks."""

ONLY_NAMES = {"Absorb", "ComplainAgain", "Receipt", "Release", "Unclose"}
"""Commands of the system that name a part or a record and say nothing else."""


def marked(value: Any, kind: str = "", field: str = "") -> Any:
    """The same with a mark in every internal text."""
    if isinstance(value, str) and type(value) is str:
        spoken = (
            field in PUBLIC.get(kind, frozenset())
            or (field in NAMES and kind != "Verify")
            or field == NAMED_BY.get(kind)
        )
        return value if spoken or not value else f"{value} {MARK}"
    if isinstance(value, tuple):
        return tuple(marked(one, kind, field) for one in value)
    if isinstance(value, Mapping):
        if field in PUBLIC.get(kind, frozenset()):
            return value
        return {name: marked(one, kind, field) for name, one in value.items()}
    if attrs.has(type(value)) and not isinstance(value, Customer):
        name = type(value).__name__
        to_us = getattr(value, "audience", Audience.CUSTOMER) is not Audience.CUSTOMER
        fields = {one.name: getattr(value, one.name) for one in attrs.fields(type(value))}
        return attrs.evolve(
            value, **{one: marked(text, "" if to_us else name, one) for one, text in fields.items() if one != "roles"}
        )
    return value


def mark(command: c.Command, by: Actor) -> tuple[c.Command, Actor]:
    """The command with its marks, by somebody whose name and team are marked as well."""
    given: Any = command
    if isinstance(command, c.Receipt):  # it names a message and a way
        return command, by
    if isinstance(command, c.AddEvidence) and command.kind in {"identity", "payment"}:
        given = attrs.evolve(marked(command), kind=command.kind)
    elif isinstance(command, c.Compensate) and command.kind == "points":  # refused later on: the customer never hears
        given = attrs.evolve(command, kind=f"{command.kind} {MARK}", terms=f"{command.terms} {MARK}")
    elif isinstance(command, c.AskApproval):  # the command that it asks for is marked inside its document
        wanted = marked(command.wanted(BUILTIN))
        given = c.AskApproval.to(wanted, f"{command.reason} {MARK}")
    elif isinstance(command, c.Triage):
        given = attrs.evolve(command, area=f"{command.area} {MARK}", team=f"{command.team} {MARK}".strip())
    elif isinstance(command, c.Handoff):
        given = attrs.evolve(marked(command), team=f"{command.team} {MARK}")
    else:
        given = marked(command)
    if by.is_system:
        return given, Actor.system(MARK)
    return given, by if by.is_customer else attrs.evolve(by, id=f"{by.id} {MARK}", team=f"{by.team} {MARK}")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_nothing_internal_reaches_a_customer(language: str) -> None:
    """In whole lives with every command there is: no note, evidence, owner, reason, finding or name of ours."""
    (channel, channels), clock = record(), FrozenClock()
    with Desk.open("memory://", clock=clock, plugins=[channels]) as desk:
        ids = perform(desk, clock, language, mark)
        desk.do(ids["main"], c.PlaceHold(MARK), c.LiftHold(MARK), by=Actor("wu", {"lead"}))
        kinds = {event.kind for id in ids.values() for event in desk.history(id) if MARK in str((event.data, event.by))}
        assert kinds == set(BUILTIN) - ONLY_NAMES - {"Erase"}
        for id in ids.values():
            view = desk.customer_view(id)
            assert MARK not in str(attrs.asdict(view)) + str(view)
            assert MARK in desk.brief(id, language)
        desk.do(ids["main"], c.Erase(MARK, MARK, 1), by=Actor.system())
        assert MARK not in str(attrs.asdict(desk.customer_view(ids["main"])))
    assert len(channel.to_customers) > 10
    for message in channel.to_customers:
        assert MARK not in str(attrs.asdict(message)), message.kind
    assert all(MARK in message.text for message in channel.to_staff if message.kind not in WRITTEN_BY_THE_DESK)


def test_nothing_internal_reaches_a_customers_template(language: str) -> None:
    """Every message of whole marked lives through every template and form; staff messages carry the mark."""
    (channel, channels), clock, templates = record(), FrozenClock(), Templates(staff_language=language)
    with Desk.open("memory://", clock=clock, plugins=[channels]) as desk:
        ids = perform(desk, clock, language, mark)
        views = [templates.view(desk.customer_view(id), form) for id in ids.values() for form in FORMS]
    customers = list(channel.to_customers)
    customers += [attrs.evolve(one, fields={**one.fields, **other}) for one in customers for other in OTHERWISE]
    pages = [templates.render(one, form) for one in customers for form in FORMS]
    assert {page_of(one.kind, one.fields).name for one in customers} >= CUSTOMERS_PAGES - OF_THE_LIFECYCLE
    assert not [one for one in pages if MARK in one.subject + one.text + one.html]
    assert not [one for one in views if MARK in one.subject + one.text + one.html]
    ours = [one for one in channel.to_staff if one.kind not in WRITTEN_BY_THE_DESK]
    assert all(MARK in templates.render(one, "mail").html for one in ours)


OF_THE_LIFECYCLE = {"notice"}
"""The words of an edge stand in the lifecycle: nobody's command is in them, and nothing but the id of the complaint."""
OTHERWISE: tuple[Mapping[str, Any], ...] = ({"suggestion": True}, {"plain": ""})
"""Fields that make a notice one about a suggestion, or one without plain words."""
CUSTOMERS_PAGES = {name for name, page in PAGES.items() if not page.staff} - {"general", "view"}


def test_neither_grade_nor_team_nor_owner_stands_on_the_customers_page(language: str) -> None:
    """R19: what the desk decides by itself is internal as well."""
    (_, channels), clock = record(), FrozenClock()
    with Desk.open("memory://", clock=clock, plugins=[channels]) as desk:
        ids = perform(desk, clock, language)
        for id in ids.values():
            complaint, text = desk.get(id), str(attrs.asdict(desk.customer_view(id)))
            internal = {complaint.facts.team, complaint.facts.owner, complaint.label("zh"), complaint.label("en")}
            assert not [word for word in internal if word and word in text]


def test_a_message_keeps_texts_and_addresses_out_of_logs(language: str) -> None:
    (channel, channels), clock = record(), FrozenClock()
    with Desk.open("memory://", clock=clock, plugins=[channels]) as desk:
        perform(desk, clock, language)
        view = desk.customer_view(next(iter(desk.find().complaints)).id)
    for message in channel.sent:
        assert message.text not in repr(message)
        assert "li@example.com" not in repr(message)
    assert view.description not in repr(view)
