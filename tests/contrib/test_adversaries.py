"""A model that invents, mistakes and obeys what strangers wrote: whatever it calls, nothing happens that must not."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings, strategies as st

from complaintflow import Actor, ComplaintflowError, Customer, Desk, commands as c
from complaintflow.contrib.tools import Tool, tools_for
from complaintflow.testing import commands as any_command
from tests import stories as s
from tests.contrib.oracle import violations
from tests.contrib.planted import PLANT, desk_of, loose, machines

BUDGET = 5
READER = Actor.machine("reader", {"reader", "manager", "lead"})
TOOLS = ("list", "show", "explain", "steps", "answers", "do", "ask_approval")
DEEDS = [
    *(
        s.triage(),
        c.AddEvidence("log", PLANT, PLANT),
        c.CheckEvidence("E1", "it agrees"),
        s.propose(),
        s.RESOLVE,
        s.PASSED,
    ),
    *(
        s.notice(),
        s.decline(),
        s.compensate(),
        c.ApproveCompensation("C1"),
        c.Close(),
        c.Approve("A1"),
        c.LabelCause("x-y"),
    ),
    *(c.Disapprove("A1", PLANT), c.Merge("C-1"), c.Override("verify-before-notify", PLANT), c.Archive(), c.Park(PLANT)),
    *(c.Confirm(s.HEARD), c.Withdraw(s.HEARD), c.Agree("O1", s.HEARD), c.Hear(s.HEARD), s.update(), s.acknowledge()),
    *(
        c.Note(PLANT),
        c.Escalate(PLANT),
        c.Correct({"description": PLANT}, PLANT),
        s.regrade("C", PLANT),
        c.Reopen(PLANT),
    ),
]
STAGES: tuple[Callable[[Desk, str], object], ...] = (
    lambda desk, id: desk.do(id, s.triage(), by=s.LI),
    lambda desk, id: desk.do(id, c.AddEvidence("log", "gate", "two"), c.CheckEvidence("E1", "agrees"), by=s.LI),
    lambda desk, id: desk.do(id, s.propose(), by=s.LI),
    lambda desk, id: desk.do(id, c.Agree("O1", "Yes, please"), by=s.CUSTOMER),
    lambda desk, id: desk.do(id, s.RESOLVE, by=s.LI),
    lambda desk, id: desk.do(id, s.PASSED, by=s.WANG),
    lambda desk, id: desk.do(id, s.notice(), by=s.LI),
    lambda desk, id: desk.do(id, *map(s.receipt, sorted(desk.get(id).facts.open_messages)), by=s.SYSTEM),
    lambda desk, id: desk.do(id, c.Confirm("It is solved, thank you"), by=s.CUSTOMER),
)
GARBAGE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.just(PLANT),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


def house(stage: int) -> tuple[Desk, list[str]]:
    """A desk with a complaint at some stage, and another of another customer, both with instructions in it."""
    desk = desk_of(machines=machines(BUDGET))
    first = desk.receive(s.receive(description=f"{PLANT}. I paid twice", order=PLANT), by=s.CUSTOMER).id
    other = desk.receive(s.receive(customer=Customer("u-99"), description=PLANT), by=s.SYSTEM).id
    for step in STAGES[:stage]:
        step(desk, first)
    return desk, [first, other, "C-1", PLANT, ""]


def asked(draw: Callable[[Any], Any], tool: str, ids: list[str]) -> Any:
    """What the model calls a tool with: often what fits, sometimes what does not."""
    if draw(st.integers(0, 9)) == 0:
        return draw(GARBAGE)
    given: dict[str, Any] = {} if tool == "list" else {"complaint": draw(st.sampled_from(ids))}
    if tool in {"do", "ask_approval"}:
        deed = draw(st.sampled_from(DEEDS) | any_command())
        given |= {"command": type(deed).__name__, "fields": deed.data(), "reason": PLANT}
        if tool == "do":
            del given["reason"]
        if draw(st.booleans()):
            given["key"] = draw(st.sampled_from(["k", PLANT, "1"]))
    if draw(st.integers(0, 7)) == 0:
        given[draw(st.sampled_from(["complaint", "command", "fields", "expect", "key", "limit", PLANT]))] = draw(
            GARBAGE
        )
    return given


def people(draw: Callable[[Any], Any], desk: Desk, id: str) -> None:
    """What people do meanwhile: they approve whatever waits, turn it down, or let the complaint go on."""
    request = draw(st.sampled_from(sorted(one.id for one in desk.get(id).facts.requested) or ["A1"]))
    deed: tuple[c.Command, Actor] = draw(
        st.sampled_from(
            [
                (c.Approve(request), s.LI),
                (c.Approve(request), s.WANG),
                (c.Disapprove(request, "no"), s.LI),
                (c.Hear("And now?"), s.CUSTOMER),
                (c.Dispute("It is not solved"), s.CUSTOMER),
            ]
        )
    )
    with suppress(ComplaintflowError):
        desk.do(id, deed[0], by=deed[1])


def run(data: st.DataObject) -> int:
    """One sequence of calls, then the oracle; how many calls it had."""
    desk, ids = house(data.draw(st.integers(0, len(STAGES))))
    tools: list[Mapping[str, Tool]] = [
        {tool.name: tool for tool in tools_for(desk, actor)} for actor in (Actor.machine("bot"), READER)
    ]
    calls = data.draw(st.integers(1, 10))
    for _ in range(calls):
        name = data.draw(st.sampled_from((*TOOLS, "do", "do", "ask_approval", "people")))
        if name == "people":
            people(data.draw, desk, ids[0])
            continue
        answer = data.draw(st.sampled_from(tools))[name].call(asked(data.draw, name, ids))
        assert json.loads(json.dumps(answer)) == answer
        assert loose(answer) == []
        assert answer.get("problem", {}).get("status") not in {500, 503}, answer
    assert violations(desk, BUDGET) == []
    return calls


@given(st.data())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_a_model_calls_nothing_happens_that_must_not(data: st.DataObject) -> None:
    run(data)


SEQUENCES = 10_000


@pytest.mark.explore
def test_ten_thousand_models_do_nothing_that_must_not_happen() -> None:
    """In ten campaigns of other beginnings, so that no one course of the search decides."""
    count = Counter[str]()
    for beginning in range(10):
        campaign(beginning, SEQUENCES // 10, count)
    print(f"{count['sequences']} sequences of calls, {count['calls']} calls, 0 violations")
    assert count["sequences"] >= SEQUENCES


def campaign(beginning: int, most: int, count: Counter[str]) -> None:
    @seed(beginning)
    @settings(max_examples=most, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.data())
    def search(data: st.DataObject) -> None:
        calls = run(data)
        count.update(sequences=1, calls=calls)

    search()
