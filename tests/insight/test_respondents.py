"""R39, R46: an improvement has an owner, a clock and an end; and it is seen whether complaints fell afterwards."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from complaintflow import Action, Customer, Desk, Policy, Refused, commands as c
from complaintflow.insight import LadderStep, Respondent
from complaintflow.testing import FrozenClock
from complaintflow.values import CallPlan
from complaintflow.vocabulary import Touches
from tests import stories as s

START = date(2026, 3, 2)
POLICY = Policy.from_toml('language = "en"\nzone = "UTC"')


def town() -> tuple[Desk, FrozenClock]:
    clock = FrozenClock()
    return Desk.open("memory://", clock=clock, policy=POLICY), clock


def file(desk: Desk, customer: str, **about: Any) -> str:
    command = s.receive(customer=Customer(customer), order=f"A-{customer}", **about)
    return desk.receive(command, by=s.SYSTEM).id


def lesson(desk: Desk, id: str, *actions: Action) -> None:
    """The retrospective of a complaint that was withdrawn."""
    desk.do(id, s.WITHDRAW, by=s.CUSTOMER)
    desk.do(id, c.Retrospect(("it broke", "nobody tested it"), "told early", "no test", actions), by=s.LI)


def talk(step: str = "talk", respondent: str = "North Shop", **fields: Any) -> Action:
    given = {"what": f"{step} with them", "owner": "wu", "due": START + timedelta(days=5), **fields}
    return Action(kind="merchant_management", step=step, respondent=respondent, **given)


def test_whoever_shall_improve_something_hears_of_it_and_is_late_when_it_is_not_done() -> None:
    desk, clock = town()
    id = file(desk, "u-17")
    lesson(desk, id, Action("show the fee", "wu", START + timedelta(days=5), "product"))
    [told] = [one for one in desk.outbox() if one.message.kind == "AddTask"]
    assert "show the fee" in told.message.text
    clock.later(days=7)
    desk.tick()
    assert [event.data["clock"] for event in desk.history(id) if event.kind == "MissDeadline"] == ["task/1/T1"]


def test_an_improvement_bars_the_archive_until_somebody_says_what_came_of_it() -> None:
    desk, _ = town()
    id = file(desk, "u-17")
    lesson(desk, id, Action("show the fee", "wu", START + timedelta(days=5), "product"))
    desk.do(id, s.LABEL, by=s.LI)
    desk.deliver()
    with pytest.raises(Refused, match="T1"):
        desk.do(id, c.Archive(), by=s.LI)
    desk.do(id, c.FinishTask("T1", result="the fee stands on page one"), by=s.WANG)
    assert desk.get(id).facts.improvements == frozenset()


def test_an_improvement_does_not_keep_the_customer_waiting_for_the_closing() -> None:
    """And it touches nothing of theirs: an earlier proof stands."""
    desk, clock = town()
    story = s.verified(desk.lifecycle)
    improve = c.AddTask("show the fee", "wu", clock.now + timedelta(days=5), improvement=Action(
        "show the fee", "wu", START + timedelta(days=5), "product"
    ))  # fmt: skip
    story = story.do(improve, by=s.SYSTEM).do(s.notice(), c.Confirm(s.HEARD))
    assert story.do(c.FinishTask("T1", Touches.CUSTOMER, "it is shown now")).facts.cycle.proved
    assert story.do(c.Close()).complaint.state == "closed"


def test_complaints_are_counted_by_merchant_product_and_shop() -> None:
    desk, _ = town()
    first = file(desk, "u-1", respondent="North Shop", product="Lamp", shop="East")
    second = file(desk, "u-2", respondent="north  shop", product="Chair")
    file(desk, "u-3")
    found = [(one.kind, one.name, one.complaints) for one in desk.respondents()]
    assert found == [
        ("merchant", "north shop", (first, second)),
        ("product", "chair", (second,)),
        ("product", "lamp", (first,)),
        ("shop", "east", (first,)),
    ]


def test_a_merged_complaint_is_not_counted_beside_its_target() -> None:
    desk, _ = town()
    first, second = (file(desk, "u-17", respondent="North Shop") for _ in range(2))
    desk.do(second, c.Merge(first), by=s.LI)
    assert [one.complaints for one in desk.respondents()] == [(first,)]


def merchant(desk: Desk) -> Respondent:
    return next(one for one in desk.respondents() if one.kind == "merchant")


def test_the_ladder_goes_on_from_the_highest_step_that_was_finished() -> None:
    desk, _ = town()
    id = file(desk, "u-17", respondent="North Shop")
    assert merchant(desk).next_step == "talk"
    lesson(desk, id, talk(), talk("removal"))
    assert merchant(desk).next_step == "talk"  # nothing was finished yet
    desk.do(id, c.FinishTask("T1", result="they were told"), by=s.LEAD)
    assert merchant(desk).next_step == "training"
    desk.do(id, c.FinishTask("T2", result="they were removed"), by=s.LEAD)
    assert merchant(desk).next_step == ""


def test_a_call_counts_as_no_step_and_shifts_none() -> None:
    """R46: else a step that was taken is asked for once more, and another complaint's merchant is left alone."""
    desk, clock = town()
    id = file(desk, "u-17", respondent="North Shop")
    desk.do(id, c.AddTask("call the customer", "li", clock.now + timedelta(days=1), call=CallPlan()), by=s.LI)
    desk.do(id, c.AddTask("ask the shop", "li", clock.now + timedelta(days=1)), by=s.LI)
    lesson(desk, id, talk())
    desk.do(id, c.FinishTask("T2", result="they were told"), by=s.LEAD)
    assert merchant(desk).next_step == "training"


def finished(desk: Desk, clock: FrozenClock) -> datetime:
    """Three complaints came before the talk was held."""
    ids = [file(desk, f"u-1{number}", respondent="North Shop") for number in (5, 6, 7)]
    lesson(desk, ids[-1], talk())
    clock.later(days=1)
    desk.do(ids[-1], c.FinishTask("T1", result="they were told"), by=s.LEAD)
    return clock.now


def test_a_step_is_judged_by_the_complaints_before_and_after_it() -> None:
    desk, clock = town()
    at = finished(desk, clock)
    clock.later(days=2)
    file(desk, "u-18", respondent="North Shop")
    [step] = merchant(desk).steps
    assert (step.before, step.after, step.fell) == (3, 1, None)  # too early to say
    clock.later(days=30)
    file(desk, "u-19", respondent="North Shop")  # after the window
    [step] = merchant(desk).steps
    assert step == LadderStep("talk", step.complaint, "T1", at, 3, 1, judged=True)
    assert step.fell


def test_complaints_that_did_not_fall_say_so() -> None:
    desk, clock = town()
    finished(desk, clock)
    for number in range(20, 24):
        file(desk, f"u-{number}", respondent="North Shop")
    clock.later(days=31)
    assert merchant(desk).steps[0].fell is False
