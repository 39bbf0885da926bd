"""A complaint holds so much and no more; what it holds already, and what a customer says, is never lost to that."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from complaintflow import Actor, Lifecycle, Policy, commands as c
from complaintflow.commands._context import Ask, Changes
from complaintflow.lifecycle.room import room_for_parts
from complaintflow.lifecycle.rows import STAY, Row
from complaintflow.lifecycle.table import TABLE
from complaintflow.policy import Limits
from complaintflow.vocabulary import State
from tests import stories as s


@attrs.frozen
class Remember(c.Command):
    """A command of a house with facts of its own."""

    what: str = ""
    times: int = 1

    def changes(self, ask: Ask) -> Changes:
        return {"extra": c.FrozenMap({f"{self.what}{number}": self.what for number in range(self.times)})}


def house(**limits: int) -> s.Story:
    row = Row(Remember, frozenset({State.TRIAGED, State.INVESTIGATING}), STAY)
    lifecycle = Lifecycle((*TABLE, row), Policy(limits=Limits(**limits)))  # type: ignore[arg-type]  # numbers alone
    return s.Story(lifecycle).do(s.receive(), by=s.CUSTOMER).do(s.triage())


def why(story: s.Story, command: c.Command, by: Actor = s.LI) -> str:
    ask = Ask("C-1", story.facts, command, by, story.at, story.lifecycle.policy, story.related)
    refusal = room_for_parts(ask)
    return refusal.why if refusal else ""


def test_what_strangers_and_machines_write_keeps_no_agent_from_a_note() -> None:
    """Each of their mails is a note: two answering machines took the internal notes of a case away."""
    story = house(parts=6)
    for number in range(9):
        story = story.do(c.Note(f"a stranger wrote, {number}", sender="nobody"), by=s.SYSTEM)
    assert story.refused(c.Note("called the bank"), s.LI) == set()


@pytest.mark.parametrize(
    ("command", "by", "what"),
    [
        (lambda n: c.AddEvidence("chat", "app", f"file {n}"), s.CUSTOMER, "evidence"),
        (lambda n: c.AddTask(f"task {n}", "wang", s.LATER), s.LI, "tasks"),
        (lambda n: c.Watch(f"w{n}", "lead"), s.LI, "watchers"),
        (lambda n: c.Block(f"b{n}", "help"), s.LI, "blockers"),
        (lambda n: s.refer(request=f"why {n}?"), s.LI, "waits"),
    ],
)
def test_no_kind_of_part_grows_without_end(command: Callable[[int], c.Command], by: Actor, what: str) -> None:
    story = house(parts=6)
    for number in range(6):
        story = story.do(command(number), by=by)
    assert f"{what} would have 7, at most 6 (limits.parts)" in why(story, command(7), by)
    assert "room-for-parts" in story.refused(command(7), by)
    assert story.refused(c.Hear("I still wait"), s.CUSTOMER) == set()
    assert story.refused(s.update(), s.LI) == set()


def test_what_is_there_already_stays_and_shrinks() -> None:
    story = house()
    for number in range(4):
        story = story.do(c.Watch(f"w{number}", "lead"), c.Block(f"b{number}", "help"))
    strict = attrs.evolve(story, lifecycle=house(parts=3).lifecycle)
    assert strict.refused(c.Watch("w1", "lead")) == set()
    assert strict.refused(c.Unblock("done", "B1")) == set()
    assert strict.refused(c.Watch("w9", "lead")) == {"room-for-parts"}


def test_what_the_system_sets_has_room() -> None:
    story = house(parts=1).do(s.TASK)
    assert story.refused(s.TASK, s.SYSTEM) == set()
    assert story.refused(s.TASK, s.LI) == {"room-for-parts"}


def test_the_facts_of_a_house_have_a_size_and_a_number() -> None:
    assert why(house(parts=3), Remember("a", 4)) == "extra would have 4, at most 3 (limits.parts)"
    assert "bytes, at most 1000 (limits.command_bytes)" in why(house(command_bytes=1000), Remember("a" * 100, 20))
    assert why(house(), Remember("a" * 600, 2)) == ""


@pytest.mark.parametrize(
    ("command", "what"),
    [
        (s.handoff("n" * 501), "team"),
        (c.Assign("n" * 501), "owner"),
        (c.AddTask("look", "n" * 501, s.LATER), "task_owners"),
        (s.refer(party="n" * 501), "waits"),
    ],
)
def test_no_name_is_a_page(command: c.Command, what: str) -> None:
    assert f"{what} would have a name of 501 characters, at most 500 (limits.name_chars)" in why(house(), command)


def test_a_name_that_an_earlier_complaint_has_goes_on() -> None:
    old = s.Story(Lifecycle(policy=Policy(limits=Limits(name_chars=600)))).do(s.receive(order="n" * 501), by=s.CUSTOMER)
    again = s.receive(order="n" * 501, follows=old.complaint.id)
    assert "order" in why(s.Story(Lifecycle()), again, s.CUSTOMER)
    assert why(s.Story(Lifecycle()).beside(old.complaint), again, s.CUSTOMER) == ""
