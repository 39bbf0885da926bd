"""R13, R14: the grade that arrives is the grade that left, measured on histories."""

from __future__ import annotations

from fractions import Fraction

import attrs
import msgspec
import pytest
from hypothesis import given, strategies as st

from complaintflow import Desk, Event, Signals, commands as c
from complaintflow.insight._handovers import handovers, share_kept
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.stores.desks import at_desk, received

TEAMS = ("logistics", "quality", "risk")


def history(*commands: c.Command, signals: Signals = s.EMERGENCY) -> tuple[Event, ...]:
    desk = Desk.open("memory://", clock=FrozenClock())
    id = at_desk(desk, received(desk).id, s.triage(signals=signals)).id
    at_desk(desk, id, *commands, by=s.LEAD)
    return desk.history(id)


def test_a_handover_is_found_with_its_teams_and_grades() -> None:
    events = history(s.handoff("logistics"))
    (found,) = handovers(events)
    assert (found.from_team, found.to_team, found.by, found.seq) == ("payments", "logistics", "wu", events[-1].seq)
    assert (found.grade_left, found.grade_arrived, found.kept) == ("E", "E", True)
    assert found.at == s.T0


def test_the_first_routing_is_no_handover() -> None:
    assert handovers(history()) == ()
    assert share_kept(()) is None


@given(st.permutations(TEAMS), st.sampled_from([s.EMERGENCY, Signals(urgency="blocked"), Signals(urgency="none")]))
def test_by_our_rules_no_handover_loses_urgency(teams: list[str], signals: Signals) -> None:
    found = handovers(history(*map(s.handoff, teams), signals=signals))
    assert [one.to_team for one in found] == teams
    assert share_kept(found) == 1
    assert len({one.grade_arrived for one in found}) == 1


def test_a_lowering_between_two_handovers_is_nobody_s_handover() -> None:
    """R13: an explicit act with a reason, by somebody with the authority."""
    blocked = Signals(urgency="blocked")
    found = handovers(
        history(s.handoff("logistics"), s.regrade("C", "only a question"), s.handoff("risk"), signals=blocked)
    )
    assert [(one.grade_left, one.grade_arrived) for one in found] == [("A", "A"), ("C", "C")]
    assert share_kept(found) == 1


@pytest.mark.parametrize(("grade", "kept"), [("C", False), ("B", False), ("A", True), ("E", True)])
def test_a_history_in_which_urgency_faded_is_seen_and_a_raise_is_no_loss(grade: str, kept: bool) -> None:
    """Such as one that was kept under other rules, or imported."""
    events = history(s.handoff("logistics"), s.handoff("quality"), signals=Signals(urgency="blocked"))
    last = msgspec.structs.replace(events[-1], changes={**events[-1].changes, "grade": grade})
    found = handovers((*events[:-1], last))
    assert [(one.grade_left, one.kept) for one in found] == [("A", True), ("A", kept)]
    assert share_kept(found) == (1 if kept else Fraction(1, 2))


def test_what_nobody_graded_loses_nothing_and_a_grade_that_vanished_is_no_grade_kept() -> None:
    (one,) = handovers(history(s.handoff("logistics")))
    assert attrs.evolve(one, grade_left=None).kept
    assert not attrs.evolve(one, grade_arrived=None).kept
