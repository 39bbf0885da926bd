"""R33 for commands of one's own: what ends in `closed` needs a ground, whatever it is called."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from complaintflow import Lifecycle, commands as c
from complaintflow.commands._context import Ask, Changes
from complaintflow.lifecycle.rows import HANDS, Row
from complaintflow.lifecycle.table import TABLE
from complaintflow.vocabulary import CLOSABLE, Effect, State
from tests import stories as s


@attrs.frozen
class Settle(c.Command):
    """It closes, and says nothing of a ground."""

    EFFECTS = frozenset({Effect.CLOSES})

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[c.Command]:
        yield cls()


@attrs.frozen
class Settled(Settle):
    """It closes as what another system had closed."""

    def changes(self, ask: Ask) -> Changes:
        return {"ground": "imported"}


SETTLING = Lifecycle((*TABLE, *(Row(kind, CLOSABLE, State.CLOSED, kind.EFFECTS, HANDS) for kind in (Settle, Settled))))


def test_a_closing_of_ones_own_rests_on_a_ground_that_is_there() -> None:
    assert s.confirmed(SETTLING).asks(Settle()).decision.accepted


def test_a_closing_of_ones_own_is_refused_without_a_ground() -> None:
    assert s.delivered(SETTLING).refused(Settle()) == {"confirm-before-close"}


def test_nothing_that_was_open_here_is_closed_as_what_another_system_had_closed() -> None:
    """Else a command of a house closes whatever nobody has solved."""
    (refusal,) = s.delivered(SETTLING).asks(Settled()).decision.refusals
    assert "another system" in refusal.why
    assert s.Story(SETTLING).do(s.imported(), by=s.SYSTEM).state == "closed"


FALLEN = c.Retract("E1", "it belongs to another case")
STANDARD = Lifecycle.default()


def test_a_plan_whose_evidence_fell_closes_nothing_also_where_the_customer_had_confirmed_it() -> None:
    """R33: who confirmed a plan confirmed what was said of these facts."""
    agreed = s.planned(STANDARD).do(s.CONFIRM, by=s.CUSTOMER)
    assert agreed.asks(c.Close()).decision.accepted
    assert agreed.do(FALLEN).refused(c.Close()) == {"confirm-before-close"}
    assert agreed.do(FALLEN).do(s.CONFIRM, by=s.CUSTOMER).refused(c.Close()) == {"confirm-before-close"}


def test_an_end_that_is_undone_does_not_bring_back_a_plan_whose_evidence_fell_meanwhile() -> None:
    closed = s.planned(STANDARD).do(c.Close()).received_all().do(FALLEN)
    plan = closed.facts.cycle.plan_notice
    undone = closed.do(s.receipt(plan, "failed"), c.Unclose(plan), by=s.SYSTEM)
    assert (undone.state, undone.facts.cycle.planned) == ("planned", False)
    assert undone.refused(c.Close()) == {"confirm-before-close"}


def test_a_closing_that_is_recalled_does_not_bring_back_a_proof_that_fell_meanwhile() -> None:
    proved = s.resolved(STANDARD).do(attrs.evolve(s.PASSED, evidence="E1 shows one capture alone"), by=s.WANG)
    told = proved.do(s.notice()).received_all()
    closed = told.do(s.CONFIRM, by=s.CUSTOMER).do(c.Close())
    assert closed.facts.cycle.proved_by == {"E1"}
    undone = closed.do(FALLEN, c.Recall(closed.facts.end_letter, "the wrong letter"))
    assert (undone.facts.cycle.proved, undone.refused(c.Close())) == (False, {"confirm-before-close"})
