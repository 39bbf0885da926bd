"""R39: whether complaints with a cause fell after an improvement, said only as far as the counts carry it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from complaintflow import Action, Customer, Desk, commands as c
from complaintflow.insight import ActionEffect, Verdict
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Touches
from tests import stories as s

CAUSE = "process gap-refund"


class House:
    """Complaints with a cause, and a retrospective of one of them."""

    def __init__(self) -> None:
        self.clock = FrozenClock()
        self.desk = Desk.open("memory://", clock=self.clock)
        self.count = 0

    def come(self, count: int = 1, cause: str = CAUSE) -> str:
        id = ""
        for _ in range(count):
            self.count += 1
            command = s.receive(customer=Customer(f"u-{self.count}"), order=f"A-{self.count}")
            id = self.desk.receive(command, s.triage(), by=s.SYSTEM).id
            if cause:
                self.desk.do(id, s.WITHDRAW, c.LabelCause(cause), by=s.LI)
        return id

    def improve(self, id: str) -> None:
        action = Action("two people approve a refund", "wang", self.clock.now.date() + timedelta(days=9), "process")
        self.desk.do(id, c.Retrospect(("late", "nobody asked"), "told early", "no clock", (action,)), by=s.LI)

    def finish(self, id: str) -> None:
        self.desk.do(id, c.FinishTask("T1", Touches.NOTHING, "the rule is in force since today"), by=s.WANG)

    def effect(self) -> ActionEffect:
        [found] = self.desk.effects()
        return found


def improved(before: int) -> House:
    """So many came before, and the improvement is finished."""
    house = House()
    id = house.come(before)
    house.improve(id)
    house.clock.later(days=1)
    house.finish(id)
    return house


def after(house: House, count: int, cause: str = CAUSE) -> ActionEffect:
    house.clock.later(days=1)
    house.come(count, cause)
    house.clock.later(days=30)
    return house.effect()


def test_an_improvement_that_is_not_finished_has_no_effect_yet() -> None:
    house = House()
    house.improve(house.come())
    found = house.effect()
    assert (found.effect, found.owner, found.kind, found.cause) == (Verdict.OPEN, "wang", "process", CAUSE)


def test_complaints_that_fell_by_more_than_chance_are_said_to_have_fallen() -> None:
    found = after(improved(12), 1)
    assert (len(found.before), len(found.after), found.effect) == (12, 1, Verdict.FELL)
    assert found.ratio is not None
    assert found.ratio.high is not None
    assert found.ratio.low < 1 / 12 < found.ratio.high < 1


@pytest.mark.parametrize(("before", "later", "effect"), [(3, 1, Verdict.UNDECIDED), (1, 9, Verdict.ROSE)])
def test_few_decide_nothing_and_many_more_have_risen(before: int, later: int, effect: Verdict) -> None:
    """Three and then one is what chance does."""
    assert after(improved(before), later).effect == effect


def test_what_waits_for_its_cause_may_have_this_one() -> None:
    """Causes are labelled at the end, so the last weeks always look better than they are."""
    found = after(improved(12), 10, cause="")
    assert (len(found.after), len(found.waiting), found.effect) == (0, 10, Verdict.UNDECIDED)


def test_other_causes_are_not_counted() -> None:
    found = after(improved(12), 9, cause="unclear rule-refund")
    assert (found.after, found.waiting, found.effect) == ((), (), Verdict.FELL)


def test_nothing_is_said_before_the_time_after_it_is_over() -> None:
    house = improved(12)
    house.clock.later(days=5)
    assert (house.effect().effect, house.effect().ratio) == (Verdict.TOO_EARLY, None)


def test_an_improvement_of_a_complaint_without_a_cause_is_not_judged() -> None:
    house = House()
    id = house.come(1, cause="")
    house.desk.do(id, s.WITHDRAW, by=s.LI)
    house.improve(id)
    house.finish(id)
    house.desk.do(house.come(), c.AddTask("look at the log", "wang", house.clock.now + timedelta(days=1)), by=s.SYSTEM)
    house.clock.later(days=90)
    assert house.effect().effect == Verdict.OPEN
    assert house.effect().finished is not None
