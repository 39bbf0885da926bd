"""R12: the progress of an incident is written once; who was told and who was not is seen; each is proved by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from complaintflow import Actor, Customer, Desk, InvalidInput, NotFound, commands as c
from complaintflow.channels import Channels
from complaintflow.insight import Incident
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import Audience, Touches
from tests import stories as s


class House:
    """Three complaints of one incident."""

    def __init__(self) -> None:
        self.clock, self.channel = FrozenClock(), RecordingChannel()
        self.desk = Desk.open("memory://", clock=self.clock, plugins=[Channels({"app": self.channel})])
        self.ids = [self.come(f"u-{number}") for number in range(3)]
        self.desk.link("I-1", self.ids, by=s.LI)

    def come(self, customer: str) -> str:
        command = s.receive(customer=Customer(customer, contact={"app": customer}), order=f"A-{customer}")
        return self.desk.receive(command, s.triage(), by=s.SYSTEM).id

    def tell(self, news: str = "found", done: str = "We asked the bank for its log", **fields: Any) -> Any:
        at = self.clock.now + timedelta(hours=4)
        told = c.Update(
            **{
                "audience": Audience.CUSTOMER,
                "understood": "You paid twice for one order, and so did others",
                "done": done,
                "next": "We compare it with ours",
                "next_at": at,
                **fields,
            }
        )
        return self.desk.tell_incident("I-1", told, news=news, by=s.LI)

    def incident(self) -> Incident:
        return self.desk.incident("I-1")

    def updates(self, id: str) -> list[str]:
        return [event.data["done"] for event in self.desk.history(id) if event.kind == "Update"]


@pytest.fixture
def house() -> Iterator[House]:
    house = House()
    yield house
    house.desk.close()


def test_all_of_an_incident_rise_and_are_in_it(house: House) -> None:
    assert [one.grade for one in house.incident().members] == ["A", "A", "A"]
    assert [one.id for one in house.incident().members] == house.ids


def test_what_is_written_once_goes_to_each_customer_once(house: House) -> None:
    """Else the third customer hears nothing, or the first one everything twice."""
    assert house.tell().told == tuple(house.ids)
    assert house.tell().told == tuple(house.ids)
    assert [house.updates(id) for id in house.ids] == [["We asked the bank for its log"]] * 3


def test_who_was_told_and_who_was_not_is_seen(house: House) -> None:
    house.tell()
    assert house.incident().news == ("found",)
    assert [one.sent for one in house.incident().members] == [("found",)] * 3
    late = house.come("u-9")
    house.desk.link("I-1", [late], by=s.LI)
    assert house.incident().not_told == (late,)
    assert house.incident().members[-1].missing == ("found",)
    house.desk.deliver()
    assert [one.told for one in house.incident().members] == [("found",), ("found",), ("found",), ()]
    house.tell()
    assert house.incident().not_told == ()


def test_what_was_told_half_way_is_told_to_the_end(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that dies in the middle leaves nobody out, and repeats nothing."""
    done = Desk.do

    def die_at_the_second(desk: Desk, id: str, *commands: c.Command, **given: Any) -> Any:
        if id == house.ids[1]:
            raise KeyboardInterrupt
        return done(desk, id, *commands, **given)

    with monkeypatch.context() as patch:
        patch.setattr(Desk, "do", die_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            house.tell()
    assert house.incident().not_told == tuple(house.ids[1:])
    house.clock.later(hours=1)
    again = house.incident()
    assert house.tell(next_at=house.clock.now + timedelta(hours=3)).told == tuple(house.ids)
    assert [len(house.updates(id)) for id in house.ids] == [1, 1, 1]
    assert again.news == house.incident().news


def test_nobody_hears_that_it_is_solved_before_the_proof_of_their_own(house: House) -> None:
    """R32: the fix of one complaint proves nothing about another."""
    proved, *others = house.ids
    house.desk.do(proved, c.Resolve("the second capture is reversed", Touches.OWN_SYSTEM), by=s.WANG)
    house.desk.do(proved, c.Verify(True, "the ledger", "one capture is left there"), by=s.LI)
    found = house.tell("solved", done="The problem is solved: your money is back")
    assert found.told == (proved,)
    assert [one.id for one in found.refused] == others
    assert {one.refusals[0].rule for one in found.refused} == {"no-solved-wording-before-proof"}


def test_a_complaint_can_leave_and_hears_no_more(house: House) -> None:
    house.tell()
    house.desk.do(house.ids[0], c.UnlinkIncident("it has another cause"), by=s.LEAD)
    assert house.tell("more", done="The bank sent us its whole log").told == tuple(house.ids[1:])
    assert [one.id for one in house.incident().members] == house.ids[1:]


def test_what_is_over_is_told_nothing_and_lacks_nothing(house: House) -> None:
    house.desk.do(house.ids[0], s.WITHDRAW, by=s.LI)
    house.tell()
    assert house.incident().not_told == ()
    assert house.incident().members[0].missing == ("found",)


def test_another_incident_of_a_longer_name_is_another_one(house: House) -> None:
    house.tell()
    assert house.desk.incident("I-1:found").members == ()
    assert house.desk.incident("I").news == ()


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
@pytest.mark.parametrize("wrong", [{"news": " "}, {"audience": Audience.TEAM}])
def test_news_have_a_name_and_are_for_customers(house: House, wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        house.tell(**wrong)
    with pytest.raises(InvalidInput):
        house.desk.incident(" ")


def test_a_blank_that_nobody_sees_makes_no_other_incident_and_no_other_news(house: House) -> None:
    """Or a customer drops out of the incident by a slip, and hears nothing more; or hears the same twice."""
    with pytest.raises(InvalidInput, match="an id without blanks around it"):
        house.desk.link("I-1 ", [house.ids[0]], by=s.LI)
    assert house.tell("the bank answered").told == house.tell("the bank answered ").told
    assert [len(house.updates(id)) for id in house.ids] == [1, 1, 1]


def test_only_who_sees_all_of_an_incident_tells_it(house: House) -> None:
    """A customer learns nothing of the others."""
    mine = house.desk.acting(Actor.customer("u-1"))
    assert [one.id for one in mine.incident("I-1").members] == [house.ids[1]]
    with pytest.raises(NotFound):
        mine.tell_incident("I-1", c.Update(Audience.CUSTOMER, "what"), news="found")


def test_the_first_to_be_told_gives_the_news_their_order(house: House) -> None:
    house.tell("a-later-name", done="We asked the bank for its log")
    house.clock.later(hours=1)
    house.tell("0-sorted-first", done="The bank answered, we read it now")
    assert house.incident().news == ("a-later-name", "0-sorted-first")
