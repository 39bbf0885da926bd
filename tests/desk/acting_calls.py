"""Every call of an acting desk, with arguments that somebody might try, and everything that an answer tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from complaintflow import Actor, Complaint, Customer, Desk, commands as c
from complaintflow.desk.acting import ActingDesk
from complaintflow.desk.bulk import Asked
from complaintflow.errors import ComplaintflowError, Refused
from complaintflow.inbound import Reply
from complaintflow.interchange import to_json
from complaintflow.plugins import CustomerMessage, FoundAnswer, Incoming, Page, Question, hookimpl
from complaintflow.policy import Policy, Role
from complaintflow.policy.access import ROLES
from complaintflow.policy.custom_fields import FieldRule
from complaintflow.values import Attachment, Contact
from complaintflow.vocabulary import LANGUAGES, Audience, Operation, Part, Remedy, Touches
from tests import stories as s

Call = Callable[[ActingDesk, str], object]

HOUSE = Policy(
    roles={
        **ROLES,
        "shopkeeper": Role({"Note", "PartyReply", "AddEvidence", "Merge"}, scope={"own_shops"}),
        "local": Role({"all"}, scope={"own_team"}, see=set(Part)),
        "caseworker": Role({"all"}, scope={"own_cases"}, see={"notes"}),
        "cashier": Role({"ApproveCompensation"}, scope={"all"}, types={"delivery_delay"}, see={"money"}),
        "counter": Role(scope={"all"}),
        "clerk": Role({"all"}, scope={"all"}, operate=set(Operation)),
        "idler": Role(),
    },
    types={**Policy().types},
    fields={"contract": FieldRule(private=True)},
)
"""A house with narrow roles beside those of the requirements."""

ACTORS: Mapping[str, Actor] = {
    "customer": Actor.customer("u-1"),
    "shopkeeper": Actor("yu", {"shopkeeper"}, shops={"North Gate"}),
    "local": Actor("kim", {"local"}, "payments"),
    "caseworker": Actor("li", {"caseworker"}),
    "cashier": Actor("chen", {"cashier"}),
    "idler": Actor("ida", {"idler"}),
    "unknown role": Actor("bot", {"reporting-bot"}),
}
"""Those who see what is theirs, and nothing of the other complaint."""


def plant(desk: Desk, mark: str, customer: str, shop: str, team: str, owner: str) -> str:
    """A complaint in which every text that a person wrote has the mark, by its part: `…-notes`, `…-contacts`."""
    notes, contacts, said = f"{mark}-notes", f"{mark}-contacts", f"{mark}-said"
    also = Contact("email", f"second-{contacts}@example.com", verified=True)
    who = Customer(customer, name=contacts, contact={"email": f"{contacts}@example.com"}, contacts=[also])
    received = c.Receive(
        "email", who, said, type="billing", order=f"{said} order", shop=shop, account=contacts, device=contacts,
        snapshot={"ip": contacts}, desired=said, reported_by="zhao", fields={"contract": contacts},
        attachments=[Attachment(f"https://example.com/{contacts}", name=contacts)],
    )  # fmt: skip
    li = Actor("wu", {"lead", "manager"}, "service")
    id = desk.receive(received, by=s.SYSTEM).id
    steps = (
        c.Triage("billing", "payment", team=team, summary=notes, harm=notes, no_material_because=notes),
        c.Assign(owner),
        c.Note(notes),
        c.AddEvidence("log", notes, notes),
        c.CheckEvidence("E1", notes),
        c.FindCause(notes, "E1"),
        c.AddTask(notes, "qian", s.LATER),
        c.Block(notes, notes),
        c.Escalate(notes),
        c.Park(notes),
        c.Compensate(Remedy.POINTS, "471107.31", "CNY", terms=f"{mark}-money"),
        c.Correct({"contact.phone": "+1 555 471 108", "customer.name": contacts}, notes),
        c.Mitigate(notes, Touches.OWN_SYSTEM),
        c.Acknowledge(f"we have it, {said}", s.LATER),
        c.Correct({}, notes, contacts=[Contact("phone", f"+1 555 {contacts}")]),
        c.Note(notes, sender=contacts),
        c.Retract("N2", notes),
        c.AskApproval.to(c.Note(notes), notes),
        c.AskApproval.to(c.Correct({"contact.phone": f"+1 555 {contacts}"}, notes), notes),
        c.AskApproval.to(c.Compensate(Remedy.POINTS, "471107.31", "CNY", terms=f"{mark}-money"), notes),
        c.Disapprove("A1", notes),
        c.Update("customer", f"{mark}-recalled", "a bank is slow", "we asked the bank", "we ask again", s.LATER),
    )
    for step in steps:
        desk.do(id, step, by=li)
    letters = (entry.message for entry in desk.outbox(500) if entry.message.complaint == id)
    *_, last = (letter for letter in letters if isinstance(letter, CustomerMessage))
    desk.recall(last, by=li, reason=notes)
    return id


SECRETS: Mapping[Part, tuple[str, ...]] = {
    Part.NOTES: ("-notes",),
    Part.CONTACTS: ("-contacts", "471 108"),
    Part.MONEY: ("471107.31", "-money"),
}
"""What is planted of each part in every complaint."""


@attrs.frozen
class Knowing:
    """A source of knowledge that answers with what it learnt from a complaint."""

    refs: list[tuple[str, str]]

    name = "knowing"

    @hookimpl
    def knowledge(self) -> dict[str, Any]:
        return {"learnt": self}

    def suggest(self, question: Question, limit: int) -> list[FoundAnswer]:
        return [FoundAnswer(text, text, id, 1.0, (text,)) for id, text in self.refs][:limit]


def _asked(desk: ActingDesk, id: str) -> Asked:
    return Asked((c.Note("seen"),), desk.actor, id)


CALLS: Mapping[str, tuple[Call, ...]] = {
    "accept_survey": (
        lambda desk, id: desk.accept_survey("no token", 5),
        lambda desk, id: desk.accept_survey(id, 5, customer="u-2"),
    ),
    "accept_link": (
        lambda desk, id: desk.accept_link("no token"),
        lambda desk, id: desk.accept_link(id, customer="u-2"),
    ),
    "advise": (lambda desk, id: desk.advise(id),),
    "agenda": (lambda desk, id: desk.agenda(),),
    "answers": (lambda desk, id: desk.answers(id),),
    "backtest": (lambda desk, id: desk.backtest(Policy()),),
    "replay_check": (lambda desk, id: desk.replay_check(),),
    "changed": (lambda desk, id: desk.changed(), lambda desk, id: desk.changed("0-")),
    "backlog": (lambda desk, id: desk.backlog(), lambda desk, id: desk.backlog(1)),
    "batches": (lambda desk, id: desk.batches(),),
    "brief": (lambda desk, id: desk.brief(id), lambda desk, id: desk.brief(id, "zh")),
    "check_integrity": (
        lambda desk, id: desk.check_integrity(id),
        lambda desk, id: desk.check_integrity(),
        lambda desk, id: desk.check_integrity(since=f"0:{'0' * 64}"),
    ),
    "count": (lambda desk, id: desk.count(), lambda desk, id: desk.count(id=id)),
    "customer_view": (lambda desk, id: desk.customer_view(id),),
    "dead_letters": (lambda desk, id: desk.dead_letters(),),
    "deliver": (lambda desk, id: desk.deliver(),),
    "discard": (lambda desk, id: desk.discard(1, reason="gone"),),
    "recall": (lambda desk, id: desk.recall(f"{id}/1/0/M1", reason="it is wrong"),),
    "do": (
        lambda desk, id: desk.do(id, c.Note("seen"), key="k-1"),
        lambda desk, id: desk.do(id, c.AddEvidence("chat", "app", "see"), c.ApproveCompensation("C1")),
        lambda desk, id: desk.do(id, c.Merge(id)),
        lambda desk, id: desk.do(id, c.Resolve("done"), by=desk.actor, expect=3),
    ),
    "do_many": (lambda desk, id: desk.do_many([_asked(desk, id), _asked(desk, "C-none")]),),
    "erase": (
        lambda desk, id: desk.erase("u-2", reason="asked by mail", dry_run=True),
        lambda desk, id: desk.erase("nobody", reason="asked by mail"),
    ),
    "explain": (lambda desk, id: desk.explain(id),),
    "export": (lambda desk, id: desk.export("u-2"), lambda desk, id: desk.export("u-1")),
    "figures_many": (lambda desk, id: desk.figures_many([{"since": s.T0, "until": s.LATER, "by": "type"}]),),
    "figures": (
        lambda desk, id: desk.figures(since=s.T0, until=s.LATER, by="type"),
        lambda desk, id: desk.figures(since=s.T0, until=s.LATER, anew=True, measures="complaints", only={"state": ()}),
    ),
    "find": (
        lambda desk, id: desk.find(),
        lambda desk, id: desk.find(id=id, limit=1),
        lambda desk, id: desk.find(customer={"u-1", "u-2"}, limit=1),
        lambda desk, id: desk.find(team="logistics", reach=()),
        lambda desk, id: desk.find(owner="zhou"),
    ),
    "each": (
        lambda desk, id: [*desk.each()],
        lambda desk, id: [*desk.each(id=id)],
        lambda desk, id: [*desk.each(customer={"u-1", "u-2"}, reach=())],
    ),
    "each_event": (lambda desk, id: [*desk.each_event(id)], lambda desk, id: [*desk.each_event(id, 1)]),
    "get": (lambda desk, id: desk.get(id),),
    "head": (lambda desk, id: desk.head(),),
    "hear": (lambda desk, id: desk.hear(Reply("<1@x>", "u2@example.com", "hello", s.T0, complaint=id)),),
    "history": (lambda desk, id: desk.history(id), lambda desk, id: desk.history(id, 1, 1)),
    "known": (lambda desk, id: desk.known("theirs"), lambda desk, id: desk.known("mine")),
    "link": (lambda desk, id: desk.link("I-1", [id]),),
    "migrate": (lambda desk, id: desk.migrate(id, reason="new"), lambda desk, id: desk.migrate(reason="new")),
    "outbox": (lambda desk, id: desk.outbox(), lambda desk, id: desk.outbox(1, 1)),
    "playbook": (lambda desk, id: desk.playbook(id),),
    "quarantine": (lambda desk, id: desk.quarantine(),),
    "read_link": (lambda desk, id: desk.read_link("no token"), lambda desk, id: desk.read_link(id, customer="u-2")),
    "receipt": (lambda desk, id: desk.receipt(id), lambda desk, id: desk.receipt(id, 1)),
    "check_receipt": (lambda desk, id: desk.check_receipt("no receipt"),),
    "receive": (
        lambda desk, id: desk.receive(c.Receive("app", Customer("u-1"), "again", order="A-9"), key="theirs"),
        lambda desk, id: desk.receive(c.Receive("app", Customer("u-2"), "again", follows=id)),
    ),
    "receive_many": (
        lambda desk, id: desk.receive_many([Asked((c.Receive("app", Customer("u-2"), "again"),), desk.actor)]),
    ),
    "receive_row": (lambda desk, id: desk.receive_row(Incoming(1, "row-1", c.Receive("app", Customer("u-2"), "row"))),),
    "receive_rows": (
        lambda desk, id: desk.receive_rows([Incoming(1, "row-2", c.Receive("app", Customer("u-2"), "row"))]),
    ),
    "regulator_return": (
        lambda desk, id: desk.regulator_return("fca", since=s.T0, until=s.LATER),
        lambda desk, id: desk.regulator_return("12315", since=s.T0, until=s.LATER, anew=True, by="area"),
    ),
    "release": (lambda desk, id: desk.release("complaints", id),),
    "respondents": (lambda desk, id: desk.respondents(),),
    "effects": (lambda desk, id: desk.effects(),),
    "sample": (lambda desk, id: desk.sample(s.T0, s.LATER, seed="1"),),
    "spikes": (lambda desk, id: desk.spikes(),),
    "incident": (lambda desk, id: desk.incident("I-1"),),
    "tell_incident": (lambda desk, id: desk.tell_incident("I-1", c.Update(Audience.CUSTOMER, "what"), news="found"),),
    "retention": (lambda desk, id: desk.retention(dry_run=True),),
    "retry": (lambda desk, id: desk.retry(1),),
    "steps": (lambda desk, id: desk.steps(id),),
    "suggest": (lambda desk, id: desk.suggest(id),),
    "suggestions": (lambda desk, id: desk.suggestions(id),),
    "tick": (lambda desk, id: desk.tick(dry_run=True),),
    "unreadable_letters": (lambda desk, id: desk.unreadable_letters(),),
    "vacuum": (lambda desk, id: desk.vacuum(),),
}
"""The calls, each with what somebody might try about a complaint."""

NO_CALLS = frozenset({"actor", "policy", "lifecycle", "former", "commands", "states"})
"""Attributes of an acting desk that tell nothing of any complaint."""

NOT_FOR_ONE = frozenset({"acting", "close", "encrypt", "on", "open", "plugins", "rotate_keys", "wait_for_letters"})
"""What belongs to the program that opened the desk, and is on no acting desk."""


def each_call() -> Iterator[tuple[str, Call]]:
    """Every call with its name."""
    return ((name, call) for name, several in CALLS.items() for call in several)


def answer_of(call: Call, desk: ActingDesk, id: str) -> object:
    """What the call gives, or the error."""
    try:
        return call(desk, id)
    except ComplaintflowError as error:
        return error


def told(answer: object) -> str:
    """Everything that an answer tells to whoever looks at all of it."""
    return "\n".join(_told(answer))


def _told(answer: object) -> Iterator[str]:
    yield f"{answer!r} {answer}"
    if isinstance(answer, Page):
        yield from _told(answer.complaints)
    if isinstance(answer, (tuple, list)):
        for one in answer:
            yield from _told(one)
        return
    if isinstance(answer, dict):
        yield from _told([*answer.items()])
        return
    if isinstance(answer, Complaint):
        yield repr([dict(entry.data) for entry in answer.body])
        yield f"{answer.customer.name} {answer.customer.contact} {answer.intake}"
    if isinstance(answer, Refused):
        yield from (f"{one.in_language(language)} {one.facts}" for one in answer.refusals for language in LANGUAGES)
    yield to_json(answer)
