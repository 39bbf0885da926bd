"""The step by hand that asks the same questions really asks them: else its time would be compared with less."""

from __future__ import annotations

from itertools import product

import pytest

from benchmarks import hand_rules, life
from benchmarks.stepping import SALT, by_hand
from complaintflow import Actor, Lifecycle

pytestmark = pytest.mark.uncounted  # what it runs is counted by the tests beside it

PEOPLE = (
    *(life.LI, life.WANG, life.SYSTEM, Actor.customer("u-17"), Actor.customer("u-1")),
    *(Actor("eve", frozenset({"engineer"})), Actor("vera", frozenset({"visitor"}))),
)


def test_each_command_at_each_point_is_refused_by_hand_by_the_same_rules() -> None:
    lifecycle = Lifecycle.default()
    lived = [*life.live(lifecycle)]
    points = [(step.complaint, step.at, case) for step, (case, _) in zip(lived, by_hand(lived), strict=True)]
    asked = list(product(points, lived, PEOPLE))
    for (complaint, at, case), step, by in asked:
        kind = step.event.kind
        decision = lifecycle.decide(complaint, step.command, by=by, at=at)
        found = hand_rules.step(kind, case, step.command.data(), by, at, SALT)
        theirs = sorted(found) if isinstance(found, list) else [found["state"]]
        ours = ["no move"] if decision.not_possible else sorted(one.rule for one in decision.refusals)
        assert theirs == (ours or [str(decision.events[0].state)]), f"{kind} by {by.id} at {complaint.version}"
    assert len(asked) > 1000
