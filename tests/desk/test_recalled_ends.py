"""A letter that ends a complaint and still waits is taken back, and the end with it: nobody was told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import attrs
import pytest

from complaintflow import Actor, Desk, Policy, Refused, commands as c
from complaintflow.plugins import OutboxEntry, hookimpl
from complaintflow.policy import Sending
from complaintflow.sla import DeadlineStatus
from complaintflow.testing import FrozenClock, RecordingChannel
from tests import stories as s

WINDOW = timedelta(minutes=5)
WHY = "it names the wrong order"


@attrs.define
class App:
    """The way into the app, on which each message is kept."""

    channel: RecordingChannel
    name: str = "in-app"

    @hookimpl
    def channels(self) -> dict[str, object]:
        return {"app": self.channel}


@pytest.fixture
def channel() -> RecordingChannel:
    return RecordingChannel()


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(s.T0)


@pytest.fixture
def desk(channel: RecordingChannel, clock: FrozenClock) -> Iterator[Desk]:
    policy = Policy(sending=Sending(undo_by_kind={"Close": WINDOW, "Decline": WINDOW, "Update": WINDOW}))
    with Desk.open("memory://", clock=clock, policy=policy, plugins=[App(channel)]) as desk:
        yield desk


def begun(desk: Desk) -> str:
    id = desk.receive(s.receive(), by=s.CUSTOMER).id
    log = c.AddEvidence("log", "gateway", "two captures at 10:02")
    desk.do(id, s.triage(), log, c.CheckEvidence("E1", "agrees with the ledger"), by=s.LI)
    return id


def told_solved(desk: Desk) -> str:
    id = begun(desk)
    desk.do(id, s.propose(), by=s.LI)
    desk.do(id, c.Agree("O1", "Yes, please"), by=s.CUSTOMER)
    desk.do(id, s.RESOLVE, by=s.LI)
    desk.do(id, s.PASSED, by=s.WANG)
    desk.do(id, s.notice(), by=s.LI)
    desk.deliver()
    desk.do(id, c.Confirm("It is solved, thank you"), by=s.CUSTOMER)
    return id


def letter(desk: Desk) -> OutboxEntry:
    """The letter that waits."""
    [found] = desk.outbox()
    return found


def taken_back(desk: Desk, by: Actor = s.LI) -> str:
    """The state after the letter that waits was recalled."""
    return desk.recall(letter(desk), by=by, reason=WHY).state


def test_a_closing_whose_letter_is_recalled_awaits_the_confirmation_again(
    desk: Desk, channel: RecordingChannel, clock: FrozenClock
) -> None:
    """Else the customer is told nothing, and nobody looks at the complaint again."""
    id = told_solved(desk)
    before = len(channel.sent)
    desk.do(id, c.Close(), by=s.LI)
    assert taken_back(desk) == "awaiting_confirmation"
    clock.later(hours=1)
    desk.deliver()
    complaint, facts = desk.get(id), desk.get(id).facts
    assert len(channel.sent) == before
    assert (complaint.closed_at, facts.ground, facts.cycle.number, facts.cycle.confirmed) == (None, "", 1, True)
    assert [event.kind for event in desk.history(id)][-2:] == ["Close", "Recall"]
    assert desk.do(id, c.Close(), by=s.LI).state == "closed"
    clock.later(hours=1)
    desk.deliver()
    assert len(channel.sent) == before + 1


def test_a_closing_on_a_plan_whose_letter_is_recalled_has_its_plan_again(desk: Desk) -> None:
    id = begun(desk)
    desk.do(id, s.plan(), by=s.LI)
    desk.deliver()
    desk.do(id, c.Confirm("Spring is fine"), by=s.CUSTOMER)
    desk.do(id, c.Close(), by=s.LI)
    assert taken_back(desk) == "planned"
    assert desk.get(id).facts.plan_open


def test_a_decline_whose_letter_is_recalled_is_before_a_person_again(desk: Desk, channel: RecordingChannel) -> None:
    id = begun(desk)
    desk.do(id, s.plan(), by=s.LI)
    desk.deliver()
    before = len(channel.sent)
    desk.do(id, s.decline(), by=s.LI)
    assert taken_back(desk) == "received"
    assert desk.get(id).facts.plan_open, "the plan that the customer was told is promised as before"
    assert len(channel.sent) == before
    assert desk.do(id, s.triage(), by=s.LI).state == "triaged"


def test_another_letter_of_an_ended_complaint_is_recalled_and_the_end_stays(desk: Desk, clock: FrozenClock) -> None:
    id = told_solved(desk)
    desk.do(id, c.Close(), by=s.LI)
    clock.later(hours=1)
    desk.deliver()
    desk.do(id, s.update("nach"), by=s.LI)
    assert taken_back(desk) == "closed"
    assert desk.outbox() == ()


def test_once_a_channel_was_given_the_letter_the_end_stands(desk: Desk, clock: FrozenClock) -> None:
    id = told_solved(desk)
    desk.do(id, c.Close(), by=s.LI)
    waiting = letter(desk)
    clock.later(hours=1)
    desk.deliver()
    with pytest.raises(Refused, match="not-yet-sent") as refused:
        desk.recall(waiting, by=s.LI, reason=WHY)
    assert refused.value.refusals[0].commands == ("Update",)
    assert desk.get(id).state == "closed"


def test_the_letter_of_a_withdrawal_may_be_taken_back_and_the_customers_word_stands(desk: Desk) -> None:
    id = begun(desk)
    desk.do(id, c.Withdraw("Never mind, it was my mistake"), by=s.CUSTOMER)
    assert taken_back(desk) == "withdrawn"


def test_a_customer_takes_back_no_end(desk: Desk) -> None:
    id = told_solved(desk)
    desk.do(id, c.Close(), by=s.LI)
    with pytest.raises(Refused, match="allowed"):
        taken_back(desk, by=s.CUSTOMER)
    assert desk.get(id).state == "closed"


def test_the_deadlines_run_on_as_if_it_had_not_ended(desk: Desk, clock: FrozenClock) -> None:
    """A closing that was taken back is reminded of like any other."""
    id = told_solved(desk)
    due = desk.get(id).next_due
    desk.do(id, c.Close(), by=s.LI)
    taken_back(desk)
    desk.tick()
    assert desk.get(id).next_due == due
    assert desk.check_integrity().sound


@pytest.fixture
def patient(channel: RecordingChannel, clock: FrozenClock) -> Iterator[Desk]:
    """A desk whose plans wait for a while before they go out."""
    policy = Policy(sending=Sending(undo_by_kind={"ExplainPlan": WINDOW}))
    with Desk.open("memory://", clock=clock, policy=policy, plugins=[App(channel)]) as desk:
        yield desk


def plan_due(desk: Desk, id: str) -> list[datetime | None]:
    """When the plans are due whose clocks run."""
    found = (one.deadline for one in desk.explain(id))
    return [one.due for one in found if one.clock == "plan" and one.status == DeadlineStatus.RUNNING]


def test_a_plan_that_is_recalled_leaves_the_time_of_the_plan_before_it_due(patient: Desk, clock: FrozenClock) -> None:
    """The customer was told of May, and nobody watched it: the second plan, of which they never heard, had ended it."""
    id, first, second = begun(patient), s.T0 + timedelta(days=60), s.T0 + timedelta(days=90)
    patient.do(id, s.plan(), by=s.LI)
    clock.later(hours=1)
    patient.deliver()
    patient.do(id, s.plan("另一个", expected_by=second), by=s.LI)
    assert plan_due(patient, id) == [second]
    taken_back(patient)
    assert plan_due(patient, id) == [first]
    assert patient.check_integrity().sound


def test_a_plan_that_nobody_was_told_of_is_due_for_nobody(patient: Desk) -> None:
    id = begun(patient)
    patient.do(id, s.plan(), by=s.LI)
    taken_back(patient)
    assert plan_due(patient, id) == []
