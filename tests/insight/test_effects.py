"""R39: whether complaints with a cause fell after an improvement, said only as far as the counts carry it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from complaintflow import Action, Customer, Desk, commands as c
from complaintflow.insight import ActionEffect, Case, Verdict
from complaintflow.insight.following import decode_case
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
        self.come(cause="")
        self.clock.later(days=90)  # it counts for longer than the time that is looked at

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


def young(days: int, each: int) -> House:
    """A house that has counted for so many days, so many complaints with this cause on each, when it improves."""
    house = House.__new__(House)
    house.clock, house.count = FrozenClock(), 0
    house.desk = Desk.open("memory://", clock=house.clock)
    for _ in range(days):
        id = house.come(each)
        house.clock.later(days=1)
    house.improve(id)
    house.finish(id)
    return house


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_house_that_began_to_count_lately_is_compared_by_days() -> None:
    """Else it undoes what helped: as many came each day, and the time before was shorter."""
    house = young(days=4, each=2)
    for _ in range(30):
        house.clock.later(days=1)
        house.come(2)
    house.clock.later(hours=1)
    found = house.effect()
    assert (len(found.before), len(found.after), found.effect) == (6, 58, Verdict.UNDECIDED)
    assert found.ratio is not None
    assert found.ratio.low < 1 < (found.ratio.high or 0)


def test_nothing_is_said_where_nothing_was_counted_before() -> None:
    house = House.__new__(House)
    house.clock, house.count = FrozenClock(), 0
    house.desk = Desk.open("memory://", clock=house.clock)
    id = house.come()
    house.improve(id)
    house.finish(id)
    house.clock.later(days=31)
    assert (house.effect().effect, house.effect().ratio) == (Verdict.UNDECIDED, None)


def test_a_cancelled_improvement_is_none() -> None:
    """Else it stands in every report as overdue, and nobody can settle it."""
    house = House()
    id = house.come()
    house.improve(id)
    house.desk.do(id, c.CancelTask("T1", "another team does it"), by=s.LI)
    assert house.desk.effects() == ()


def test_an_improvement_of_a_complaint_without_a_cause_is_not_judged() -> None:
    house = House()
    id = house.come(1, cause="")
    house.desk.do(id, s.WITHDRAW, by=s.LI)
    house.improve(id)
    house.finish(id)
    for other in (id, house.come()):
        house.desk.do(other, c.AddTask("look", "wang", house.clock.now + timedelta(days=1)), by=s.SYSTEM)
    house.clock.later(days=90)
    assert house.effect().effect == Verdict.OPEN
    assert house.effect().finished is not None


def test_a_complaint_that_was_merged_counts_once() -> None:
    """It is the same grievance told twice, and would make the cause look more frequent than it is."""
    house = improved(12)
    house.clock.later(days=1)
    one, again = (
        house.desk.receive(s.receive(customer=Customer("u-m"), order=order), s.triage(), by=s.SYSTEM).id
        for order in ("M-1", "M-2")
    )
    assert set(house.effect().waiting) == {one, again}
    house.desk.do(again, c.Merge(one), by=s.LI)
    assert house.effect().waiting == (one,)


def test_the_effect_is_the_same_where_ticks_made_sheets_of_what_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what came in is read from sheets: of a hundred thousand complaints the facts are not looked at."""
    house = improved(3)
    house.clock.later(days=1)
    house.come(2)
    house.come(1, cause="")
    house.clock.later(days=31)
    plain = house.effect()
    house.desk.tick()
    read = list[bytes]()

    def decode(kept: bytes) -> Case | None:
        read.append(kept)
        return decode_case(kept)

    monkeypatch.setattr("complaintflow.desk.case_reader.decode_case", decode)
    assert house.effect() == plain
    assert (len(plain.before), len(plain.after), len(plain.waiting)) == (3, 2, 1)
    assert len(read) == 2  # those that are open


def test_an_improvement_of_many_is_found_whoever_came_first() -> None:
    """The order is that in which the complaints came in."""
    house = House()
    first = house.come()
    house.clock.later(minutes=1)
    second = house.come()
    house.improve(second)
    house.improve(first)
    assert [one.complaint for one in house.desk.effects()] == [first, second]
