"""Ways round a permission: what a list, a form, a refusal, a file or another complaint tells of what is not shown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from complaintflow import Actor, Customer, Desk, InvalidInput, NotFound, Refused, commands as c
from complaintflow.desk import builtin
from complaintflow.interchange import to_json
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.plugins import CustomerMessage, Host, Incoming
from complaintflow.policy import Policy, Role
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock
from complaintflow.values import Attachment, OldCase, OldNote
from complaintflow.vocabulary import Remedy
from tests import stories as s
from tests.desk import acting_calls as a

ANN = Customer("u-1", contact={"email": "ann@example.com"})
CUSTOMER = Actor.customer("u-1")
CLERK = Actor("yu", {"clerk"})
LOCAL = a.ACTORS["local"]
READER = Actor("vera", {"reader"})
"""Sees notes, and neither contacts nor money."""


@pytest.fixture
def desk() -> Iterator[Desk]:
    roles = {**a.HOUSE.roles, "reader": Role({"all"}, scope={"all"}, see={"notes"})}
    with Desk.open("memory://", policy=Policy(roles=roles), clock=FrozenClock(s.T0)) as desk:
        yield desk


def received(desk: Desk, *then: c.Command, order: str = "A-1", team: str = "payments") -> str:
    first = c.Receive("email", ANN, "I paid twice", type="billing", order=order)
    return desk.receive(first, c.Triage("billing", "payment", team=team), *then, by=s.MANAGER).id


def why(act: Any) -> set[str]:
    with pytest.raises(Refused) as error:
        act()
    return {one.rule for one in error.value.refusals}


# ── lists


@pytest.mark.parametrize(
    "wanted",
    [
        {"text": "fraudster"}, {"owner": "li"}, {"team": "payments"}, {"grade": "C"}, {"state": "triaged"},
        {"incident": ""}, {"overdue": True}, {"sort": "grade"}, {"sort": "due"}, {"due_from": s.T0},
        {"type": "billing"},
    ],
    ids=str,
)  # fmt: skip
def test_a_customer_finds_nothing_out_of_staff_by_what_fits_a_list(desk: Desk, wanted: dict[str, Any]) -> None:
    """A list that is empty or not would answer: is it in a note, who has it, how is it graded?"""
    received(desk, c.Note("a fraudster"), c.Assign("li"))
    mine = desk.acting(CUSTOMER)
    assert why(lambda: mine.find(**wanted)) == {"permitted"}
    if "sort" not in wanted:
        assert why(lambda: mine.count(**wanted)) == {"permitted"}


def test_a_customer_lists_and_counts_their_own_by_what_is_public(desk: Desk) -> None:
    id = received(desk)
    mine = desk.acting(CUSTOMER)
    for wanted in ({}, {"open": True}, {"order": "A-1"}, {"channel": "email"}, {"id": id}, {"received_from": s.T0}):
        assert [one.id for one in mine.find(**wanted, sort="newest").complaints] == [id]
        assert mine.count(**wanted) == 1


# ── what may be done


def test_the_forms_of_a_person_have_what_each_command_needs_here(desk: Desk) -> None:
    """Or nobody who acts can fill one in."""
    id = received(desk, c.AddTask("ask the bank", "qian", s.LATER))
    mine = {step.command: step for step in desk.acting(s.MANAGER).steps(id)}
    plain = {step.command: step for step in desk.steps(id, by=s.MANAGER)}
    for name, step in plain.items():
        assert (mine[name].needs, mine[name].kind) == (step.needs, step.kind), name
    assert mine["FinishTask"].needs[0].choices[0].label == "ask the bank, qian"


def test_the_choices_of_a_form_tell_no_note_and_no_amount(desk: Desk) -> None:
    claim = c.Compensate(Remedy.POINTS, "471107", "CNY", terms="as a gift")
    id = received(desk, c.AddTask("secret work", "qian", s.LATER), c.AddEvidence("log", "secret source", "x"), claim)
    for by in (CLERK, READER):
        steps = desk.acting(by).steps(id)
        text = to_json(steps)
        assert {step.command for step in steps if step.needs} >= {"FinishTask", "CheckEvidence"}
        assert "471107" not in text
        assert ("secret" in text) == (by is READER)


def test_a_form_offers_no_complaint_of_another_team_to_merge_into(desk: Desk) -> None:
    mine, other = received(desk), received(desk, order="B-2", team="logistics")
    assert other in to_json(desk.acting(s.MANAGER).steps(mine))
    assert other not in to_json(desk.acting(LOCAL).steps(mine))


def test_a_customer_who_asks_for_what_is_for_staff_is_told_that_alone(desk: Desk) -> None:
    """Else the reasons tell what staff have in mind: a claim, its amount, who may approve it."""
    id = received(desk, c.Compensate(Remedy.POINTS, "471107", "CNY", terms="as a gift"))
    with pytest.raises(Refused) as error:
        desk.acting(CUSTOMER).do(id, c.ApproveCompensation("C1"))
    assert [one.rule for one in error.value.refusals] == ["allowed"]


# ── requests for approval


def test_a_request_for_approval_shows_of_its_command_what_the_reader_may_see(desk: Desk) -> None:
    """Or whoever reads notes reads amounts and contacts, as soon as somebody asks for them."""
    claim = c.Compensate(Remedy.POINTS, "471107", "CNY", terms="secret terms")
    moved = c.Correct({"contact.email": "secret@example.com"}, "she told us")
    asked = (c.AskApproval.to(one, "please") for one in (claim, moved, c.Note("a note")))
    id = received(desk, *asked)
    shown = to_json(desk.acting(READER).history(id))
    assert not [secret for secret in ("471107", "secret terms", "secret@") if secret in shown]
    assert "a note" in shown
    assert "she told us" in shown
    assert "a note" not in to_json(desk.acting(CLERK).history(id))
    assert desk.acting(s.MANAGER).history(id) == desk.history(id)


def test_a_request_for_approval_tells_nothing_of_a_complaint_of_another_team(desk: Desk) -> None:
    """Or whoever asks for a merge is told by its refusals whose the other complaint is."""
    mine, other = received(desk), received(desk, order="B-2", team="logistics")
    asking = desk.acting(LOCAL)
    for unseen in (other, "C-none"):
        with pytest.raises(NotFound):
            asking.do(mine, c.AskApproval.to(c.Merge(unseen), "the same payment"))
    with pytest.raises(InvalidInput) as error:
        asking.do(mine, c.AskApproval("Dance", "{}", "please"))
    assert [one.path for one in error.value.problems] == ["command"]
    assert asking.do(mine, c.AskApproval.to(c.Note("a note"), "please")).version == 3


def test_a_customer_sees_nothing_of_requests_notes_and_what_was_taken_back(desk: Desk) -> None:
    asked = c.AskApproval.to(c.Acknowledge("secret letter", s.LATER), "secret reason")
    id = received(desk, c.Note("secret note"), asked, c.Retract("N1", "secret mistake"))
    mine = desk.acting(CUSTOMER)
    told = (mine.get(id), mine.find(), mine.customer_view(id), mine.steps(id), mine.do(id, c.Hear("and now?")))
    assert not [one for one in map(to_json, told) if "secret" in one]


def test_the_page_of_a_customer_shows_no_message_that_was_taken_back(desk: Desk) -> None:
    id = received(desk)
    desk.do(id, c.Acknowledge("secret letter", s.LATER), by=s.LI)
    [letter] = [one.message for one in desk.outbox() if isinstance(one.message, CustomerMessage)]
    assert "secret letter" in to_json(desk.customer_view(id))
    desk.recall(letter, by=s.LI, reason="of another case")
    for seen in (desk.customer_view(id), desk.acting(CUSTOMER).customer_view(id)):
        assert "secret letter" not in to_json(seen)
        assert (seen.told, seen.next_at) == ((), "")


# ── other complaints


def test_a_history_names_no_probable_duplicate_of_another_team(desk: Desk) -> None:
    other = received(desk, team="logistics")
    mine = received(desk)
    assert desk.get(mine).duplicates == (other,)
    assert other in to_json(desk.history(mine))
    assert other not in to_json(desk.acting(LOCAL).history(mine))
    assert desk.acting(s.MANAGER).history(mine) == desk.history(mine)


def test_a_merged_complaint_opens_no_door_to_its_target_in_another_team(desk: Desk) -> None:
    mine, other = received(desk), received(desk, order="B-2", team="logistics")
    desk.do(other, c.Acknowledge("secret letter", s.LATER), by=s.MANAGER)
    desk.do(mine, c.Merge(other), by=s.MANAGER)
    assert "secret letter" in to_json(desk.acting(s.MANAGER).customer_view(mine))
    assert "secret letter" in to_json(desk.acting(CUSTOMER).customer_view(mine))
    assert "secret letter" not in to_json(desk.acting(LOCAL).customer_view(mine))
    assert desk.acting(LOCAL).steps(mine)


def test_an_answer_from_a_case_that_cannot_be_read_is_for_those_who_see_all() -> None:
    refs, store = list[tuple[str, str]](), MemoryStore()
    host, rules = Host([builtin, a.Knowing(refs)]), Lifecycle.default(a.HOUSE)
    with Desk(store, rules, host, FrozenClock(s.T0)) as desk:
        mine, other = received(desk), received(desk, order="B-2", team="logistics")
        refs.append((other, "secret answer"))
        store.damage("complaints", other)
        assert desk.acting(LOCAL).answers(mine)["learnt"] == ()
        assert len(desk.acting(s.MANAGER).answers(mine)["learnt"]) == 1


# ── records of other kinds


def test_an_imported_case_is_masked_as_a_received_one(desk: Desk) -> None:
    note = OldNote("secret note", s.T0 - timedelta(days=1), "secret writer")
    old = OldCase("helpdesk", "4711", s.T0 - timedelta(days=2), resolution="secret end", notes=[note])
    who = Customer("u-1", name="secret name", contact={"email": "secret@example.com"})
    command = c.Import("email", who, "I paid twice", type="billing", account="secret account", old=old)
    id = desk.receive_row(Incoming(1, "4711", command))[0].id
    clerk = desk.acting(CLERK)
    answers = (clerk.get(id), clerk.history(id), clerk.brief(id), clerk.find(), clerk.steps(id), clerk.outbox())
    assert not [one for one in map(to_json, answers) if "secret" in one]
    assert clerk.get(id).description == "I paid twice"
    assert clerk.get(id).received_at == s.T0 - timedelta(days=2)


def test_a_brief_of_a_case_with_files_is_there_for_those_who_see_no_contacts(desk: Desk) -> None:
    first = c.Receive(
        "email",
        ANN,
        "see the files",
        attachments=[Attachment("https://example.com/1", "image/png", 7, name="secret.png")],
    )
    id = desk.receive(first, by=s.LI).id
    brief = desk.acting(READER).brief(id)
    assert "secret.png" not in brief
    assert "7 bytes" in brief


def test_who_sends_the_letters_reads_none(desk: Desk) -> None:
    id = received(desk, c.Acknowledge("secret letter", s.LATER))
    done = desk.acting(CLERK).deliver()
    assert {message.complaint for message, _ in done.outcomes} == {id}
    assert "secret letter" not in to_json(done)
    assert "ann@example.com" not in to_json(done)
