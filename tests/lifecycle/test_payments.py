"""R22 … R26a as the rules decide them, without a desk: what is given as `related` is looked at."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from complaintflow import Lifecycle, Policy, commands as c
from complaintflow.record.facts import Payment, PaymentProof
from complaintflow.vocabulary import Abuse, Remedy, State, Touches
from tests import stories as s
from tests.stories import Story

PAY = c.ApproveCompensation("C1")
FORGED = c.CheckEvidence("E1", "a forgery", genuine=False)


@pytest.fixture
def lifecycle() -> Lifecycle:
    return Lifecycle.default()


def elsewhere(lifecycle: Lifecycle, id: str = "C-2", **fields: object) -> Story:
    """Another complaint of the customer that paid a coupon."""
    story = s.other(lifecycle, id, **fields)
    proof = c.AddEvidence("identity", "id card", "name and number agree")
    return story.do(proof, c.CheckEvidence("E1", "genuine"), s.compensate(), PAY)


def ordering(lifecycle: Lifecycle, order: str) -> Story:
    """Ready to pay a coupon for this order."""
    story = s.received(lifecycle, order=order).do(c.AddEvidence("identity", "card", "x"), c.CheckEvidence("E1", "x"))
    return story.do(s.compensate())


def test_what_another_complaint_paid_for_the_order_is_not_paid_again(lifecycle: Lifecycle) -> None:
    story = ordering(lifecycle, "A-1")
    assert story.beside(elsewhere(lifecycle, order="a-1").complaint).refused(PAY) == {"not-paid-twice"}
    assert story.beside(elsewhere(lifecycle, order="A-2").complaint).refused(PAY) == set()


def test_which_commands_look_at_the_whole_matter(lifecycle: Lifecycle) -> None:
    """Only these read more than one record."""
    story = s.paying(lifecycle)
    assert lifecycle.looks_at_matter(PAY, story.complaint)
    assert not lifecycle.looks_at_matter(s.RESOLVE, story.complaint)
    assert lifecycle.looks_at_matter(s.RESOLVE, s.executing(lifecycle).complaint)
    assert not lifecycle.looks_at_matter(c.Close(), s.told(lifecycle).complaint)
    assert not lifecycle.looks_at_matter(c.Note("x"), story.complaint)


def test_money_of_several_currencies_is_told_in_a_refusal(lifecycle: Lifecycle) -> None:
    limits = Policy.from_toml('[compensation_limits.agent]\nUSD = "20"')
    story = s.paying(lifecycle.under(limits), amount=60).do(PAY, s.compensate(20, "points", currency="usd"))
    (refusal,) = story.asks(c.ApproveCompensation("C2")).decision.refusals
    assert refusal.why == "20 USD asked after 60 CNY, li may pay up to 20 USD in all"


def test_a_limit_of_nothing_lets_nothing_be_paid(lifecycle: Lifecycle) -> None:
    none = lifecycle.under(Policy.from_toml('[compensation_limits.agent]\nCNY = "0"'))
    assert s.paying(none, amount=1).refused(PAY) == {"within-authority"}


def test_in_an_emergency_it_may_be_eased_first_and_money_is_a_payment_still(lifecycle: Lifecycle) -> None:
    """R25, R26."""
    story = s.paying(lifecycle).do(s.regrade("E", "funds are at risk"))
    assert story.refused(c.Mitigate("the card is blocked", Touches.CUSTOMER)) == set()
    sent = c.Mitigate("the money is back on the card", Touches.MONEY)
    assert story.refused(sent) == {"payment-approved"}
    assert story.do(PAY).refused(sent) == set()


def test_money_that_moves_needs_the_agreement_too(lifecycle: Lifecycle) -> None:
    story = s.paying(lifecycle).do(PAY)
    assert story.refused(c.Resolve("sent", Touches.MONEY)) == {"agreement-before-action"}
    assert story.refused(c.Resolve("mended", Touches.OWN_SYSTEM)) == set()


def test_a_new_proposal_forgets_which_options_paid(lifecycle: Lifecycle) -> None:
    story = s.investigating(lifecycle).do(s.propose(remedy=Remedy.REFUND), s.propose("again"), c.Agree("O2", s.HEARD))
    assert story.refused(s.RESOLVE) == set()


def test_a_new_cycle_needs_a_new_payment(lifecycle: Lifecycle) -> None:
    """R34: what was agreed anew is paid anew."""
    agreed = (s.propose(remedy=Remedy.COUPON), c.Agree("O1", s.HEARD))
    story = s.paying(lifecycle).do(PAY, *agreed, s.RESOLVE).do(s.PASSED, by=s.WANG).do(s.notice(), s.DISPUTE)
    story = story.do(s.propose("again", Remedy.COUPON), c.Agree("O2", s.HEARD))
    assert story.refused(s.RESOLVE) == {"payment-approved"}
    assert story.do(s.compensate()).refused(c.ApproveCompensation("C2")) == set()


def test_a_payment_that_is_nobodys_request_is_none(lifecycle: Lifecycle) -> None:
    story = s.paying(lifecycle)
    assert story.refused(c.ApproveCompensation("C9")) == {"open-claim", "within-authority"}


# ── evidence found false


def test_what_was_never_checked_takes_nothing_with_it(lifecycle: Lifecycle) -> None:
    story = s.executing(lifecycle).do(c.AddEvidence("log", "app", "x"), attrs.evolve(FORGED, evidence="E2"))
    assert (story.state, story.cycle.agreed) == (State.EXECUTING, "O1")
    assert story.facts.checked == {"E1"}


def test_evidence_that_came_after_the_offer_takes_no_offer_with_it(lifecycle: Lifecycle) -> None:
    story = s.executing(lifecycle).do(c.AddEvidence("log", "app", "x"), c.CheckEvidence("E2", "x"))
    assert story.do(attrs.evolve(FORGED, evidence="E2")).state == State.EXECUTING


def test_a_fix_stands_whose_agreement_rests_on_a_forgery_and_a_new_one_needs_a_new_one(lifecycle: Lifecycle) -> None:
    story = s.resolved(lifecycle).do(FORGED)
    assert (story.state, story.cycle.agreed) == (State.RESOLVED, "")
    assert story.refused(s.RESOLVE) == {"agreement-before-action"}


def test_a_notice_falls_with_the_proof_that_names_the_forgery(lifecycle: Lifecycle) -> None:
    story = s.resolved(lifecycle).do(attrs.evolve(s.PASSED, evidence="see E1, E9 and E10"), by=s.WANG).do(s.notice())
    assert story.cycle.proved_by == {"E1"}
    story = story.do(FORGED)
    assert (story.state, story.cycle.proved, story.cycle.notice) == (State.INVESTIGATING, False, "")


def test_a_failed_verification_and_a_new_fix_forget_what_proved_the_old_one(lifecycle: Lifecycle) -> None:
    proved = s.resolved(lifecycle).do(attrs.evolve(s.PASSED, evidence="E1"), by=s.WANG)
    assert proved.do(s.FAILED).cycle.proved_by == proved.do(s.RESOLVE).cycle.proved_by == frozenset()


def test_nobody_is_at_fault_by_a_forgery(lifecycle: Lifecycle) -> None:
    """R23: the decision rests on all evidence that was checked by then."""
    story = s.investigating(lifecycle).do(s.responsible())
    assert story.do(FORGED).facts.responsible == "undetermined"
    assert story.do(s.WITHDRAW).do(FORGED).facts.responsible == "undetermined"
    later = story.do(c.AddEvidence("log", "app", "x"), c.CheckEvidence("E2", "x"))
    assert later.do(attrs.evolve(FORGED, evidence="E2")).facts.responsible == "platform"


def test_nobody_is_an_abuser_by_a_forgery(lifecycle: Lifecycle) -> None:
    """R47: what other evidence shows stands."""
    threat, insult = (c.RecordAbuse(kind, "E1", "in the chat") for kind in (Abuse.THREAT, Abuse.INSULT))
    story = s.investigating(lifecycle).do(threat, insult, c.AddEvidence("chat", "app", "the whole of it"))
    story = story.do(attrs.evolve(insult, evidence="E2")).do(FORGED)
    assert story.facts.abuse == {"insult"}


# ── proof of payment


def owing(lifecycle: Lifecycle) -> Story:
    return s.paying(lifecycle).do(PAY)


@pytest.mark.parametrize("kind", ["payment", "Payment", " ＰＡＹＭＥＮＴ "])
def test_our_proof_is_one_however_its_kind_is_written(lifecycle: Lifecycle, kind: str) -> None:
    story = owing(lifecycle).do(c.AddEvidence(kind, "bank", "arrived"))
    assert story.facts.proofs == (PaymentProof("E3", "C1"),)
    assert story.do(c.CheckEvidence("E3", "in the ledger")).facts.owed == frozenset()


def test_a_bank_that_tells_by_itself_is_checked_by_a_person(lifecycle: Lifecycle) -> None:
    story = owing(lifecycle).do(c.AddEvidence("payment", "bank", "arrived"), by=s.SYSTEM)
    assert story.facts.owed == {"C1"}
    assert story.do(c.CheckEvidence("E3", "in the ledger")).facts.owed == frozenset()


def test_a_bill_proves_nothing_where_nothing_is_owed(lifecycle: Lifecycle) -> None:
    story = s.investigating(lifecycle).do(c.AddEvidence("payment", "app", "a bill"), c.CheckEvidence("E2", "x"))
    assert story.facts.proofs == ()
    assert story.do(c.AddEvidence("payment", "app", "a bill"), by=s.CUSTOMER).facts.proofs == ()


def test_an_identity_is_one_however_its_kind_is_written(lifecycle: Lifecycle) -> None:
    story = s.investigating(lifecycle).do(c.AddEvidence("Identity ", "card", "x"), c.CheckEvidence("E2", "x"))
    assert story.facts.identity_checked


# ── a merge


def test_the_target_takes_over_what_the_source_paid_in_its_cycle_and_gives_it_back(lifecycle: Lifecycle) -> None:
    target = s.received(lifecycle)
    merged = elsewhere(lifecycle).beside(target.complaint).do(c.Merge("C-1"))
    story = target.beside(merged.complaint).do(c.Absorb("C-2"), by=s.SYSTEM)
    assert story.facts.paid == (Payment("C1", "coupon", Decimal(50), "CNY", 1, "", "C-2"),)
    assert story.do(c.Absorb("C-2"), by=s.SYSTEM).facts.paid == story.facts.paid
    back = story.beside(merged.do(c.Unmerge()).complaint).do(c.Release("C-2"), by=s.SYSTEM)
    assert back.facts.paid == ()


# ── kinds


def test_a_kind_that_no_policy_knows_compares_bare() -> None:
    policy = Policy()
    assert {policy.compensation_kind(kind) for kind in ("Gift card", "gift-card", "GIFT_CARD ")} == {"giftcard"}
    assert policy.compensation_kind("Partial Refund") == "partial_refund"


def test_an_alias_may_name_a_kind_of_the_house() -> None:
    policy = Policy.from_toml('[compensation_aliases]\n"礼品卡" = "Gift card"')
    assert policy.compensation_kind("礼品卡") == policy.compensation_kind("gift_card") == "Gift card"
