"""The oracle itself: of histories made by a lifecycle without guards it finds what is wrong, each time by its name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from complaintflow import Complaint, Event, Lifecycle, Refusal, Refused, commands as c
from complaintflow.vocabulary import Effect, Grade
from tests import stories as s
from tests.desk.oracle import audit
from tests.desk.paired_desks import ACTORS, Script, assert_steps_told_the_truth, is_for_the_system
from tests.desk.tour import CONFIRMED, DECLINED, KNOWN, LABELLED, PLANNED, RESOLVED, TOLD, TRIAGED, by


@pytest.fixture(scope="module")
def lawless() -> Lifecycle:
    """The table alone: no effect calls for any guard."""
    lifecycle = Lifecycle.default()
    lifecycle.guards = dict.fromkeys(Effect, ())
    return lifecycle


def happens(lifecycle: Lifecycle, script: Script, at: datetime = s.T0) -> Iterator[Event]:
    """The events of a script, an hour apart."""
    complaint = Complaint.blank("C-1")
    for place, (command, actor) in enumerate((*by(s.SYSTEM, s.receive()), *KNOWN, *script)):
        decision = lifecycle.decide(complaint, command, by=actor, at=at + timedelta(hours=place))
        assert decision.accepted, str(decision)
        complaint = lifecycle.evolve(complaint, decision.events)
        yield from decision.events


CLOSE = by(s.LI, c.Close())
EMERGENCY = by(s.LI, s.triage(signals=s.EMERGENCY))
WRONG = {
    "told without a verification of the latest fix": (*RESOLVED, *by(s.LI, s.PASSED, s.RESOLVE, s.notice())),
    "an emergency verified by those who fixed it": (*EMERGENCY, *by(s.LI, s.RESOLVE, s.PASSED, s.notice())),
    "closed as 'None'": (*TOLD, *CLOSE),
    "closed with open tasks": (*CONFIRMED, *by(s.LI, s.TASK, c.Close())),
    "closed with undecided compensations": (*CONFIRMED, *by(s.LI, s.compensate(), c.Close())),
    "no reason": (*EMERGENCY, *by(s.LEAD, c.Regrade(Grade.C, " "))),
    "no authority": (*EMERGENCY, *by(s.LI, c.Regrade(Grade.C, "it is quiet now"))),
    "beyond the authority": (*TRIAGED, *by(s.LI, s.compensate(101), c.ApproveCompensation("C1"))),
    "paid before": (
        *by(s.LI, s.compensate(), s.compensate()),
        *by(s.LI, c.ApproveCompensation("C1"), c.ApproveCompensation("C2")),
    ),
    "archived without a root cause": (*DECLINED, *by(s.LI, c.Archive())),
    "archived with open tasks": (*DECLINED, *LABELLED, *by(s.SYSTEM, s.TASK), *by(s.LI, c.Archive())),
}
LAWFUL = {
    "confirmed": (*CONFIRMED, *CLOSE),
    "planned": (*PLANNED, *by(s.SYSTEM, s.receipt("M1")), *CLOSE),
}


@pytest.mark.parametrize("what", WRONG)
def test_the_oracle_names_a_broken_promise(lawless: Lifecycle, what: str) -> None:
    """R13, R26, R32, R33, R37: what no guard refused, the oracle does."""
    with pytest.raises(AssertionError, match=what):
        audit(happens(lawless, WRONG[what]), ACTORS)


@pytest.mark.parametrize("what", LAWFUL)
def test_the_oracle_has_nothing_against_a_kept_promise(lawless: Lifecycle, what: str) -> None:
    """R33."""
    audit(happens(lawless, LAWFUL[what]), ACTORS)


def test_the_oracle_knows_what_only_the_system_may_ask_for_and_lets_no_other_refusal_pass() -> None:
    refused = Refused("C-1", "Migrate", (Refusal.of("allowed", case="stranger"),))
    assert is_for_the_system("Migrate", "received")
    assert not is_for_the_system("Triage", "received")
    assert_steps_told_the_truth("impossible", refused, "by the customer", for_the_system=True)
    with pytest.raises(AssertionError):
        assert_steps_told_the_truth("impossible", refused, "by the system", for_the_system=False)
    with pytest.raises(AssertionError):
        assert_steps_told_the_truth("refused", refused, "by the customer", for_the_system=True)
