"""What a machine asks for: only a person does it, and only what the rules would let that person do."""

from __future__ import annotations

import attrs
import msgspec
import pytest

from complaintflow import Actor, Customer, Desk, InvalidInput, Lifecycle, NotFound, Policy, Refused, Step, commands as c
from complaintflow.lifecycle.requests import subject_of
from complaintflow.lifecycle.rows import STAY, Row
from complaintflow.policy import Role
from complaintflow.record.complaint import Body
from complaintflow.record.facts import Requested
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import OPEN
from tests import stories as s

BOT = Actor.machine("bot")
CLOSE = c.AskApproval.to(c.Close(), "the customer seems content")


def triaged() -> s.Story:
    return s.triaged(Lifecycle.default())


def test_a_request_waits_with_who_asked_and_who_approves_it() -> None:
    asked = triaged().do(c.AskApproval.to(s.update(), "she waits"), by=BOT)
    assert asked.facts.requested == {Requested("A1", "Update", "machine:bot", ("agent", "lead", "manager"))}
    assert asked.state == "triaged"


def test_a_machine_learns_at_once_what_would_be_refused_to_the_person_as_well() -> None:
    """Else a person approves a solved message that no verification proves, or finds out only then."""
    story = s.resolved(Lifecycle.default())
    assert story.refused(c.AskApproval.to(s.notice(), "it is solved"), BOT) == {"verify-before-notify"}
    assert triaged().impossible(CLOSE, BOT)


def test_a_request_of_a_stranger_is_refused_to_the_stranger() -> None:
    assert triaged().refused(c.AskApproval.to(c.Note("seen"), "why not"), s.STRANGER) == {"allowed"}


def test_a_request_that_is_approved_or_not_waits_no_more() -> None:
    asked = triaged().do(c.AskApproval.to(c.Block("the bank", "a contact"), "it is silent"), by=BOT)
    assert asked.do(c.Approve("A1")).facts.requested == frozenset()
    assert asked.do(c.Disapprove("A1", "the bank answered")).facts.requested == frozenset()
    assert asked.refused(c.Disapprove("A1", "no"), Actor.machine("other", {"manager"})) == {"person-decides"}


def approving(story: s.Story, by: Actor = s.LI) -> Step:
    """What the form of this person says of an approval."""
    steps = story.lifecycle.steps(story.complaint, by=by, at=story.at)
    return next(step for step in steps if step.command == "Approve")


def test_an_approval_is_open_only_while_what_it_approves_is() -> None:
    """Else a person presses a button that the rules refuse, and is not told why the button was there."""
    asked = triaged().do(c.AskApproval.to(s.update(), "she waits"), by=BOT)
    assert approving(asked).status == "open"
    told = asked.do(s.update())
    assert told.refused(c.Approve("A1")) == told.refused(s.update()) != set()
    assert approving(told).status == "refused"
    assert {one.rule for one in approving(told).refusals} == told.refused(s.update())


def test_an_approval_of_what_the_state_has_no_move_for_any_more_is_not_offered() -> None:
    asked = s.received(Lifecycle.default()).do(c.AskApproval.to(s.triage(), "two payments"), by=BOT)
    assert approving(asked).status == "open"
    gone = asked.do(c.Withdraw("no longer"), by=s.CUSTOMER)
    assert gone.impossible(c.Approve("A1"))
    assert approving(gone).status == "impossible"


def test_the_first_request_that_can_be_approved_opens_the_approval() -> None:
    note = c.AskApproval.to(c.Note("seen"), "so that it is known")
    asked = triaged().do(c.AskApproval.to(s.update(), "she waits"), note, by=BOT).do(s.update())
    assert [need.value for need in approving(asked).needs] == ["A2"]


def test_of_requests_that_are_equally_far_from_approval_the_first_tells_why_not() -> None:
    """As with every other command: else the reasons of one request are told beside the name of another."""
    asked = triaged().do(c.AskApproval.to(c.Note("seen"), "so that it is known"))
    told = asked.do(c.AskApproval.to(s.update(), "she waits"), by=BOT).do(s.update())
    assert [told.refused(c.Approve(name)) for name in ("A1", "A2")] == [
        {"approved-by-another"},
        {"complete-expression"},
    ]
    assert [one.rule for one in approving(told).refusals] == ["approved-by-another"]


def test_a_form_shows_which_requests_wait_and_who_asked() -> None:
    note = c.AskApproval.to(c.Note("seen"), "so that it is known")
    asked = triaged().do(note, c.AskApproval.to(s.update(), "she waits"), by=BOT)
    for name in ("Approve", "Disapprove"):
        steps = asked.lifecycle.steps(asked.complaint, by=s.LI, at=asked.at)
        (need,) = (one for step in steps if step.command == name for one in step.needs if one.name == "request")
        assert [one.value for one in need.choices] == ["A1", "A2"]
        assert [one.label for one in need.choices] == ["Note, machine:bot", "Update, machine:bot"]
        assert need.closed


def test_a_request_that_was_erased_is_ended_and_not_approved() -> None:
    """Art. 17 GDPR: what was asked for is gone, and nobody approves blindly."""
    asked = triaged().do(c.AskApproval.to(c.Note("seen"), "so that it is known"), by=BOT)
    body = Body(tuple(msgspec.structs.replace(entry, _data={}) for entry in asked.complaint.body))
    erased = attrs.evolve(asked, complaint=attrs.evolve(asked.complaint, body=body))
    [refusal] = erased.asks(c.Approve("A1")).decision.refusals
    assert (refusal.rule, refusal.commands) == ("approved-by-another", ("Disapprove",))


def test_the_rules_look_at_what_a_request_and_its_approval_ask_for() -> None:
    """R18a: what it names is looked at before a person approves it. Else it is the request itself."""
    request = c.AskApproval.to(s.update(), "she waits")
    asked = triaged().do(request, by=BOT)
    known = asked.lifecycle.commands
    assert subject_of(request, asked.complaint, known) == s.update()
    assert subject_of(c.Approve("A1"), asked.complaint, known) == s.update()
    unreadable = c.AskApproval("NoCommand", "{}", "why not")
    for itself in (unreadable, c.Approve("A2")):
        assert subject_of(itself, asked.complaint, known) is itself


@attrs.frozen
class Inspect(c.Command):
    """A command of the house."""

    place: str


def test_a_request_for_what_is_no_command_any_more_is_ended_and_not_approved() -> None:
    """Else who presses the button is told of a wrong field, in a form that has none."""
    lifecycle = Lifecycle.default()
    with_more = Lifecycle((*lifecycle.table, Row(Inspect, OPEN, STAY)))
    asked = s.triaged(with_more).do(c.AskApproval.to(Inspect("the lab"), "so that we know"))
    later = attrs.evolve(asked, lifecycle=lifecycle)
    [refusal] = later.asks(c.Approve("A1"), s.WANG).decision.refusals
    assert (refusal.rule, refusal.commands) == ("approved-by-another", ("Disapprove",))
    assert later.do(c.Disapprove("A1", "we have no lab any more")).facts.requested == frozenset()


def test_who_asked_may_take_the_request_back() -> None:
    asked = triaged().do(c.AskApproval.to(c.Note("seen"), "so that it is known"))
    assert asked.do(c.Disapprove("A1", "I see it now")).facts.requested == frozenset()


@pytest.mark.parametrize(
    ("command", "document", "wrong"),
    [
        ("Bogus", "{}", "command: found 'Bogus'"),
        ("Approve", '{"request": "A1"}', "command: found 'Approve'"),
        ("Note", "[]", "document: found no JSON object"),
        ("Note", "{", "document: found no JSON object"),
        ("Note", "{}", "text"),
    ],
)
def test_what_is_no_command_is_named(command: str, document: str, wrong: str) -> None:
    with pytest.raises(InvalidInput, match=wrong):
        triaged().asks(c.AskApproval(command, document, "please"), BOT).decision  # noqa: B018 - it raises


def test_what_machines_do_is_counted_and_what_people_do_is_not() -> None:
    story = triaged().do(c.Note("one"), c.Note("two"), by=BOT).do(c.Note("three"))
    assert story.facts.by_machines == 2
    assert triaged().facts.by_machines == 0


def test_a_machine_answers_no_sign_of_life() -> None:
    """R33: else a customer who wrote is closed as silent, and no person has read it."""
    machine = Actor.machine("bot", {"manager"})
    waiting = triaged().do(c.Hear("and now?"), by=s.CUSTOMER)
    assert waiting.do(s.update(), by=machine).facts.signs == waiting.facts.signs
    assert waiting.do(s.update()).facts.signs == ()


def test_a_machine_closes_what_the_customer_confirmed() -> None:
    machine = Actor.machine("bot", {"manager"})
    assert s.confirmed(Lifecycle.default()).do(c.Close(), by=machine).state == "closed"
    silent = s.delivered(Lifecycle.default()).later(hours=80)
    assert "person-decides" in silent.refused(c.Close(), machine)


def test_a_machine_proves_what_a_person_has_made() -> None:
    """R32: what a machine has made is proved by a person, and so is all at grade E."""
    machine, lifecycle = Actor.machine("bot", {"manager"}), Lifecycle.default()
    assert s.resolved(lifecycle).do(s.PASSED, by=machine).cycle.proved
    assert s.executing(lifecycle).do(s.RESOLVE, by=machine).refused(s.PASSED, Actor.machine("other", {"manager"})) == {
        "proved-by-a-person"
    }


def test_a_role_says_who_it_is_and_an_id_that_only_looks_like_a_machine_is_refused() -> None:
    assert Actor.machine("bot").id == Actor.machine("machine:bot").id == "machine:bot"
    assert BOT.is_machine
    assert not BOT.is_person
    for wrong in ("Machine:bot", "ｍachine:bot"):
        with pytest.raises(InvalidInput, match="machine:name for a machine"):
            Actor(wrong, {"agent"})
    with pytest.raises(InvalidInput, match="machine:name for a machine"):
        Actor.customer("machine:bot")


# ── at the desk the command follows the approval, in one transaction


@pytest.fixture
def case() -> tuple[Desk, str]:
    desk = Desk.open("memory://", clock=FrozenClock())
    said = c.Receive("app", Customer("u-17", contact={"email": "a@example.com"}), "我付了两次款", order="A-1")
    return desk, desk.receive(said, by=Actor.system()).id


def test_what_is_approved_is_done_by_the_person_who_approved_it(case: tuple[Desk, str]) -> None:
    desk, id = case
    desk.do(id, c.AskApproval.to(s.triage(), "两次扣款"), by=BOT)
    done = desk.do(id, c.Approve("A1"), by=s.LI)
    assert done.state == "triaged"
    assert [(event.kind, event.by) for event in desk.history(id)][-3:] == [
        ("AskApproval", "machine:bot"),
        ("Approve", "li"),
        ("Triage", "li"),
    ]


def test_an_approval_of_what_the_rules_refuse_meanwhile_leaves_nothing_behind(case: tuple[Desk, str]) -> None:
    desk, id = case
    desk.do(id, c.AskApproval.to(s.triage(), "two payments"), by=BOT)
    desk.do(id, c.Withdraw("no longer"), by=s.CUSTOMER)
    before = desk.get(id)
    with pytest.raises(Exception, match="Triage"):
        desk.do(id, c.Approve("A1"), by=s.LI)
    assert desk.get(id) == before
    assert desk.do(id, c.Disapprove("A1", "withdrawn"), by=s.LI).facts.requested == frozenset()


def test_a_person_who_may_not_do_it_cannot_approve_it(case: tuple[Desk, str]) -> None:
    desk, id = case
    with pytest.raises(Refused) as refused:
        desk.do(id, c.AskApproval.to(c.Decline("no", "ask the regulator"), "abuse"), by=Actor.machine("bot", {"x"}))
    assert {one.rule for one in refused.value.refusals} >= {"permitted"}


def test_a_request_to_merge_is_looked_at_with_its_target(case: tuple[Desk, str]) -> None:
    desk, id = case
    again = c.Receive("app", Customer("u-17", contact={"email": "a@example.com"}), "还是同一笔", order="A-1")
    other = desk.receive(again, by=Actor.system()).id
    desk.do(other, c.AskApproval.to(c.Merge(id), "the same payment"), by=BOT)
    assert desk.do(other, c.Approve("A1"), by=s.LI).facts.merged_into == id


def test_the_document_of_a_request_is_that_of_the_command() -> None:
    asked = c.AskApproval.to(s.update(), "she waits")
    assert asked.wanted(c.BUILTIN) == s.update()
    assert msgspec.json.decode(asked.document) == s.update().data()


def test_a_machine_is_sent_to_ask_only_for_what_somebody_could_approve() -> None:
    """Else it asks for ever: nobody may approve that it hears a customer, or that it approves something."""
    asked = triaged().do(c.AskApproval.to(c.Note("seen"), "so that it is known"), by=BOT)
    for command in (c.Hear(s.HEARD), c.Approve("A1")):
        refusals = asked.asks(command, BOT).decision.refusals
        assert [one.commands for one in refusals if one.rule == "person-decides"] == [()]
    manager = Actor.machine("bot", {"manager"})
    [refusal] = asked.asks(c.Decline("no", "ask the regulator", "wu"), BOT).decision.refusals[-1:]
    assert refusal.commands == ("AskApproval",)
    assert "AskApproval" in {
        name for one in asked.asks(s.decline(), manager).decision.refusals for name in one.commands
    }


def merged_while_it_waits(desk: Desk, id: str, asked: c.Command) -> str:
    """A request waits on this complaint, which is merged then; the id of its target."""
    again = c.Receive("app", Customer("u-17", contact={"email": "a@example.com"}), "还是同一笔", order="A-1")
    target = desk.receive(again, by=Actor.system()).id
    desk.do(id, c.AskApproval.to(asked, "she called"), by=s.WANG)
    desk.do(id, c.Merge(target), by=s.LI)
    return target


def test_what_a_customer_said_is_approved_for_the_target_after_a_merge(case: tuple[Desk, str]) -> None:
    """Else their words can only be turned down, and the person is told a false reason."""
    desk, id = case
    target = merged_while_it_waits(desk, id, c.Hear(s.HEARD))
    (step,) = (one for one in desk.steps(id, by=s.LI) if one.command == "Approve")
    assert step.status == "open"
    desk.do(id, c.Approve("A1"), by=s.LI)
    assert [entry.kind for entry in desk.get(target).body][-1] == "Hear"


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_request_about_a_complaint_is_open_however_many_the_customer_has(case: tuple[Desk, str]) -> None:
    desk, id = case
    words = (c.Receive("app", Customer("u-17"), f"another {n}", order=f"B-{n}") for n in range(60))
    *_, last = [desk.receive(one, by=Actor.system()).id for one in words]
    desk.do(id, c.AskApproval.to(c.Merge(last), "the same"), by=BOT)
    (step,) = (one for one in desk.steps(id, by=s.LI) if one.command == "Approve")
    assert step.status == "open"
    assert desk.do(id, c.Approve("A1"), by=s.LI).facts.merged_into == last


def test_nobody_approves_what_names_a_complaint_that_they_do_not_see(case: tuple[Desk, str]) -> None:
    """R18a: else a request is a way round the scope of a role, and a refusal tells how the other one stands."""
    _, _ = case
    clerk = Role(do={"all"}, scope={"own_cases"})
    policy = attrs.evolve(Policy(), roles={**Policy().roles, "clerk": clerk})
    desk, kim = Desk.open("memory://", policy=policy, clock=FrozenClock()), Actor("kim", {"clerk"})
    mine, theirs = (desk.receive(s.receive(order="A-1"), by=Actor.system()).id for _ in range(2))
    desk.do(mine, c.Assign("kim"), by=s.LI)
    desk.do(mine, c.AskApproval.to(c.Merge(theirs), "the same"), by=BOT)
    acting = desk.acting(kim)
    (step,) = (one for one in acting.steps(mine) if one.command == "Approve")
    assert step.status == "refused"
    with pytest.raises(NotFound):
        acting.do(mine, c.Approve("A1"))
    assert desk.do(mine, c.Approve("A1"), by=s.LI).facts.merged_into == theirs
