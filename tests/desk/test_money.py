"""R26, R26a: money is counted over all complaints of one customer and order, and nothing that is owed is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread
from typing import Any

import attrs
import pytest

from complaintflow import Actor, Customer, Desk, InvalidInput, Policy, Refused, commands as c
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.lifecycle.rows import STAY, Row
from complaintflow.lifecycle.table import TABLE
from complaintflow.record.facts import Payment
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import OPEN, Remedy, State
from tests import stories as s
from tests.stores.desks import Opener, at_desk

PAY = c.ApproveCompensation("C1")
LEAD_LIMIT = 500
DAY = timedelta(days=1)


def known(desk: Desk, order: str = "A-1001", **fields: Any) -> str:
    """A complaint of the customer whose identity was checked."""
    id = desk.receive(s.receive(order=order, **fields), by=s.SYSTEM).id
    proof = c.AddEvidence("identity", "id card", "name and number agree")
    sorted_in = s.triage(type=fields.get("type", "billing"))
    at_desk(desk, id, sorted_in, proof, c.CheckEvidence("E1", "genuine"))
    return id


def wants(desk: Desk, id: str, amount: int = 50, kind: str = "coupon", **fields: Any) -> str:
    """Request a compensation; answers with its number."""
    at_desk(desk, id, s.compensate(amount, kind, arrives=desk_time(desk) + DAY, **fields))
    return f"C{desk.get(id).facts.compensations}"


def desk_time(desk: Desk) -> Any:
    return desk._now()  # the same clock for all who ask


def pays(desk: Desk, id: str, amount: int = 50, kind: str = "coupon", by: Any = s.LI, **fields: Any) -> None:
    desk.do(id, c.ApproveCompensation(wants(desk, id, amount, kind, **fields)), by=by)


def refused(desk: Desk, id: str, command: c.Command, by: Any = s.LI) -> set[str]:
    """The rules that refuse it."""
    with pytest.raises(Refused) as found:
        desk.do(id, command, by=by)
    return {refusal.rule for refusal in found.value.refusals}


def refused_to_pay(
    desk: Desk, id: str, amount: int = 50, kind: str = "coupon", by: Any = s.LI, **fields: Any
) -> set[str]:
    return refused(desk, id, c.ApproveCompensation(wants(desk, id, amount, kind, **fields)), by)


# ── a kind is one kind, however it is written


@pytest.mark.parametrize(
    "kind", ["Coupon", " coupon ", "ＣＯＵＰＯＮ", "cou\u200bpon", "coupоn", "coupon.", "优惠券", "優惠券", "代金券"]
)
def test_the_shop_loses_no_second_coupon_to_another_spelling(desk: Desk, kind: str) -> None:
    id = known(desk)
    pays(desk, id)
    assert refused_to_pay(desk, id, kind=kind) == {"not-paid-twice"}


def test_a_partial_refund_is_one_however_its_words_are_joined(desk: Desk) -> None:
    id = known(desk)
    pays(desk, id, 10, "partial_refund")
    for kind in ("Partial refund", "partial-refund", "部分退款"):
        assert refused_to_pay(desk, id, 10, kind) == {"not-paid-twice"}
    pays(desk, id, 10, "refund")


def test_a_kind_of_the_house_is_one_in_traditional_characters_too(desk: Desk) -> None:
    id = known(desk)
    pays(desk, id, 10, "现金补偿")
    assert refused_to_pay(desk, id, 10, "現金 補償") == {"not-paid-twice"}


def test_a_kind_of_signs_alone_is_a_kind_of_its_own(desk: Desk) -> None:
    id = known(desk)
    pays(desk, id, 10, "★")
    pays(desk, id, 10, "♥")
    assert refused_to_pay(desk, id, 10, "★ ") == {"not-paid-twice"}


def test_a_house_names_its_own_aliases(opener: Opener, clock: FrozenClock) -> None:
    policy = Policy.from_toml('[compensation_aliases]\n"treue punkte" = "points"')
    with opener(clock, policy=policy) as desk:
        id = known(desk)
        pays(desk, id, 10, "points")
        assert refused_to_pay(desk, id, 10, "Treuepunkte") == {"not-paid-twice"}


# ── another complaint about the same order is no way round


@pytest.mark.parametrize("order", ["A-1001", "a-1001", " A-1001 ", "Ａ-1001", "A–1001"])
def test_two_complaints_about_one_order_are_not_both_paid(desk: Desk, order: str) -> None:
    first, second = known(desk), known(desk, order, type="after_sales")
    pays(desk, first)
    assert refused_to_pay(desk, second) == {"not-paid-twice"}
    pays(desk, second, kind="points")


def test_another_order_and_another_customer_are_paid_for_themselves(desk: Desk) -> None:
    pays(desk, known(desk))
    pays(desk, known(desk, "A-1002"))
    pays(desk, known(desk, customer=Customer("u-99")))


def test_a_closed_complaint_counts_when_the_order_is_complained_about_again(desk: Desk) -> None:
    first = known(desk)
    pays(desk, first)
    at_desk(desk, first, s.WITHDRAW)
    assert refused_to_pay(desk, known(desk)) == {"not-paid-twice"}


def test_a_follow_up_without_an_order_is_the_same_matter(desk: Desk) -> None:
    first = known(desk)
    pays(desk, first)
    at_desk(desk, first, s.WITHDRAW)
    follow_up = known(desk, "", follows=first)
    assert refused_to_pay(desk, follow_up) == {"not-paid-twice"}


def test_what_a_follow_up_paid_counts_for_the_complaint_that_it_follows(desk: Desk) -> None:
    first = known(desk, "")
    at_desk(desk, first, s.WITHDRAW)
    pays(desk, known(desk, follows=first))
    at_desk(desk, first, c.Reopen("it is back"), s.triage())
    assert refused_to_pay(desk, first) == {"not-paid-twice"}


def test_of_two_duplicates_without_an_order_one_is_paid(desk: Desk) -> None:
    first = known(desk, "", type="billing")
    second = known(desk, "", type="billing")
    assert desk.get(second).duplicates == (first,)
    pays(desk, second)
    assert refused_to_pay(desk, first) == {"not-paid-twice"}


def test_two_matters_without_an_order_are_paid_for_themselves(desk: Desk) -> None:
    pays(desk, known(desk, "", type="billing"))
    pays(desk, known(desk, "", type="after_sales"))


def test_an_order_that_is_corrected_later_hides_no_payment(desk: Desk) -> None:
    first, second = known(desk, "A-1"), known(desk, "A-1", type="after_sales")
    pays(desk, first)
    at_desk(desk, first, c.Correct({"order": "B-2"}, "a slip"))
    assert refused_to_pay(desk, second) == {"not-paid-twice"}
    assert refused_to_pay(desk, known(desk, "B-2", type="service")) == {"not-paid-twice"}
    assert refused_to_pay(desk, first) == {"not-paid-twice"}


def test_merging_lets_nobody_pay_again(desk: Desk) -> None:
    source, target = known(desk, "A-1"), known(desk, "B-2")
    pays(desk, source)
    at_desk(desk, source, c.Merge(target))
    assert refused_to_pay(desk, target) == {"not-paid-twice"}
    at_desk(desk, source, c.Unmerge())
    pays(desk, target)  # two orders, and they are two matters again
    assert refused_to_pay(desk, source) == {"not-paid-twice"}


def test_a_payment_counts_once_along_a_chain_of_merges(desk: Desk) -> None:
    a, b, last = known(desk), known(desk), known(desk)
    pays(desk, a, 60)
    at_desk(desk, a, c.Merge(b))
    at_desk(desk, b, c.Merge(last))
    assert [one.complaint for one in desk.get(last).facts.paid] == [a]
    assert refused_to_pay(desk, last, 40) == {"not-paid-twice"}
    pays(desk, last, 40, "points")
    at_desk(desk, b, c.Unmerge())
    assert [one.complaint for one in desk.get(last).facts.paid] == [""]


def test_a_new_cycle_pays_again_and_another_complaint_does_not(desk: Desk) -> None:
    """R26, R34: what came by a merge belongs to the cycle in which it came."""
    source, target = known(desk), known(desk)
    pays(desk, source)
    at_desk(desk, source, c.Merge(target))
    at_desk(desk, target, s.decline(), c.Dispute(s.HEARD), s.triage())
    pays(desk, target)
    assert "not-paid-twice" in refused_to_pay(desk, known(desk))


def test_a_migrated_complaint_keeps_what_was_paid(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock) as desk:
        id = known(desk)
        pays(desk, id)
        with opener(clock, policy=attrs.evolve(Policy(), duplicate_days=9)) as later:
            if later.find().complaints:  # a store in memory is another one
                later.migrate(by=s.LI, reason="the new rules of spring")
                assert refused_to_pay(later, id) == {"not-paid-twice"}
                assert refused_to_pay(later, known(later)) == {"not-paid-twice"}


def test_two_who_pay_at_one_moment_pay_once(desk: Desk) -> None:
    """Promise 13: decided in the transaction that writes."""
    for order in ("A-1", "A-2", "A-3"):
        ids = [known(desk, order), known(desk, order, type="after_sales")]
        calls = [(id, c.ApproveCompensation(wants(desk, id))) for id in ids]
        start, answers = Barrier(2), list[str]()

        def pay(id: str, command: c.Command, start: Barrier = start, answers: list[str] = answers) -> None:
            start.wait()
            try:
                desk.do(id, command, by=s.LI)
                answers.append("paid")
            except Refused as found:
                answers.extend(refusal.rule for refusal in found.refusals)

        threads = [Thread(target=pay, args=call) for call in calls]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(answers) == ["not-paid-twice", "paid"]


# ── authority


def test_many_kinds_do_not_pass_an_agents_limit(desk: Desk) -> None:
    id = known(desk)
    pays(desk, id, 100)
    for kind in ("points", "refund", "goodwill"):
        assert refused_to_pay(desk, id, 1, kind) == {"within-authority"}
    pays(desk, id, LEAD_LIMIT - 100, "refund", by=s.LEAD)
    assert refused_to_pay(desk, id, 1, "points", s.LEAD) == {"within-authority"}
    pays(desk, id, 5000, "points", by=s.MANAGER)


def test_many_complaints_about_one_order_do_not_pass_an_agents_limit(desk: Desk) -> None:
    pays(desk, known(desk), 60)
    second = known(desk, "a-1001", type="after_sales")
    assert refused_to_pay(desk, second, 41, "points") == {"within-authority"}
    pays(desk, second, 40, "points", currency=" cny")


def test_two_currencies_share_one_authority(opener: Opener, clock: FrozenClock) -> None:
    """Half of each limit is the whole."""
    policy = Policy.from_toml('[compensation_limits.agent]\nUSD = "20"')
    with opener(clock, policy=policy) as desk:
        id = known(desk)
        pays(desk, id, 50)
        assert refused_to_pay(desk, id, 11, "points", currency="USD") == {"within-authority"}
        pays(desk, id, 10, "points", currency="usd")
        assert refused_to_pay(desk, id, 1, "refund", currency="EUR") == {"within-authority"}
        pays(desk, id, 1, "refund", by=s.MANAGER, currency="EUR")


def test_a_command_of_ones_own_that_pays_is_no_way_round(opener: Opener, clock: FrozenClock) -> None:
    """It says neither that it pays nor for whom."""
    lifecycle = Lifecycle((*TABLE, Row(Purse, OPEN, STAY)))
    with opener(clock, lifecycle=lifecycle) as desk:
        pays(desk, known(desk))
        second = known(desk)
        wants(desk, second)
        assert refused(desk, second, Purse()) == {"not-paid-twice"}


@attrs.frozen
class Purse(c.Command):
    """A command of one's own that pays the first request."""

    compensation: str = "C1"

    def changes(self, ask: Any) -> dict[str, Any]:
        paid = tuple(Payment(one.id, one.kind, one.amount, one.currency, 1) for one in ask.facts.claims)
        return {"claims": (), "paid": (*ask.facts.paid, *paid)}


# ── an option that pays is a payment


@pytest.mark.parametrize("remedy", [Remedy.REFUND, Remedy.PARTIAL_REFUND, Remedy.COUPON, Remedy.POINTS])
def test_no_option_gives_money_away_without_an_approval(desk: Desk, remedy: Remedy) -> None:
    id = known(desk)
    at_desk(desk, id, s.propose(remedy=remedy), c.Agree("O1", s.HEARD), s.TASK)
    for work in (s.RESOLVE, c.Resolve("sent", "nothing"), c.FinishTask("T1"), c.Mitigate("sent", "money")):
        assert refused(desk, id, work) == {"payment-approved"}
    at_desk(desk, id, c.FinishTask("T1", "own_system"))
    pays(desk, id, kind=f" {remedy.value.upper()}")
    assert at_desk(desk, id, s.RESOLVE).state == "resolved"


def test_an_approval_of_another_kind_does_not_carry_out_the_option(desk: Desk) -> None:
    id = known(desk)
    at_desk(desk, id, s.propose(remedy=Remedy.REFUND), c.Agree("O1", s.HEARD))
    pays(desk, id, 1, "coupon")
    assert refused(desk, id, s.RESOLVE) == {"payment-approved"}


def test_what_a_merged_complaint_paid_carries_out_the_option(desk: Desk) -> None:
    """Else the target could never be solved: the same is not paid twice."""
    source, target = known(desk), known(desk)
    at_desk(desk, target, s.propose(remedy=Remedy.COUPON), c.Agree("O1", s.HEARD))
    at_desk(desk, source, c.Merge(target))
    assert refused(desk, target, s.RESOLVE) == {"payment-approved"}
    at_desk(desk, source, c.Unmerge())
    pays(desk, source)
    at_desk(desk, source, c.Merge(target))
    assert at_desk(desk, target, s.RESOLVE).state == "resolved"


def test_a_house_says_which_remedies_pay(opener: Opener, clock: FrozenClock) -> None:
    with opener(clock, policy=Policy.from_toml('paying_remedies = ["replacement"]')) as desk:
        id = known(desk)
        at_desk(desk, id, s.propose(remedy=Remedy.REFUND), c.Agree("O1", s.HEARD), s.RESOLVE)
        id = known(desk, "A-2")
        at_desk(desk, id, s.propose(remedy=Remedy.REPLACEMENT), c.Agree("O1", s.HEARD))
        assert refused(desk, id, s.RESOLVE) == {"payment-approved"}


# ── what was promised arrives, by our own proof


def proves(desk: Desk, id: str, compensation: str = "", by: Any = s.LI) -> str:
    desk.do(id, c.AddEvidence("Payment ", "bank", "it arrived", compensation=compensation), by=by)
    return f"E{desk.get(id).facts.evidence}"


def test_the_customers_picture_proves_no_payment_of_ours(desk: Desk) -> None:
    id = known(desk)
    pays(desk, id)
    picture = proves(desk, id, by=s.CUSTOMER)
    at_desk(desk, id, c.CheckEvidence(picture, "a bill"))
    assert desk.get(id).facts.owed == {"C1"}


def test_nor_does_a_picture_that_came_with_the_customers_mail_and_that_staff_put_on_record(desk: Desk) -> None:
    id = known(desk)
    pays(desk, id)
    for names in ("C1", ""):
        picture = c.AddEvidence("payment", "mail", "a bill", compensation=names, came_with="<a@shop>")
        at_desk(desk, id, picture, c.CheckEvidence(f"E{desk.get(id).facts.evidence + 1}", "a bill"))
    assert desk.get(id).facts.owed == {"C1"}


def test_our_proof_counts_once_it_is_checked(desk: Desk) -> None:
    id = known(desk)
    pays(desk, id)
    proof = proves(desk, id)
    assert desk.get(id).facts.owed == {"C1"}
    at_desk(desk, id, c.CheckEvidence(proof, "in the ledger"))
    assert desk.get(id).facts.owed == frozenset()


def test_one_proof_does_not_prove_two_payments(desk: Desk) -> None:
    id = known(desk)
    pays(desk, id, 10)
    pays(desk, id, 10, "points")
    assert refused(desk, id, c.AddEvidence("payment", "bank", "arrived")) == {"payment-named"}
    at_desk(desk, id, c.CheckEvidence(proves(desk, id, "C2"), "in the ledger"))
    assert desk.get(id).facts.owed == {"C1"}


def test_a_false_proof_is_owed_again_and_somebody_gets_the_task(desk: Desk) -> None:
    id = known(desk)
    pays(desk, id)
    first, second = proves(desk, id), proves(desk, id)
    at_desk(desk, id, *(c.CheckEvidence(proof, "in the ledger") for proof in (first, second)))
    at_desk(desk, id, c.CheckEvidence(first, "painted", genuine=False))
    assert desk.get(id).facts.owed == frozenset()  # the other one stands
    at_desk(desk, id, c.CheckEvidence(second, "painted", genuine=False))
    told = desk.get(id)
    assert told.facts.owed == {"C1"}
    assert told.facts.open_tasks == {"T1"}
    assert told.body[-1].data["what"] == "付款凭证不属实:请付款或补充凭证 C1"


def test_an_approval_promises_no_day_that_is_past(desk: Desk, clock: FrozenClock) -> None:
    id = known(desk)
    claim = wants(desk, id)
    clock.later(days=2)
    assert refused(desk, id, c.ApproveCompensation(claim)) == {"arrival-to-come"}


# ── what is owed survives merge and closing, and bars the archive


def misses(desk: Desk, id: str) -> list[str]:
    return [event.data["clock"] for event in desk.history(id) if event.kind == "MissDeadline"]


def overdue(desk: Desk, id: str, clock: FrozenClock) -> list[str]:
    """The clocks of compensations that are missed when the promised day is past."""
    clock.later(days=3)
    desk.tick()
    return [run for run in misses(desk, id) if run.startswith("compensation")]


@pytest.mark.parametrize("end", [s.WITHDRAW, s.decline()], ids=["withdrawn", "declined"])
def test_money_that_was_promised_is_owed_after_an_early_end(desk: Desk, clock: FrozenClock, end: c.Command) -> None:
    id = known(desk)
    pays(desk, id)
    at_desk(desk, id, end, s.LABEL)
    desk.deliver()
    assert refused(desk, id, c.Archive()) >= {"record-complete"}
    assert overdue(desk, id, clock) == ["compensation/1/C1"]
    at_desk(desk, id, c.CheckEvidence(proves(desk, id), "in the ledger"))
    assert desk.get(id).facts.owed == frozenset()


def test_money_that_a_merged_complaint_promised_is_watched_and_bars_both_archives(
    desk: Desk, clock: FrozenClock
) -> None:
    source, target = known(desk), known(desk)
    pays(desk, source)
    at_desk(desk, source, c.Merge(target))
    at_desk(desk, target, s.WITHDRAW, s.LABEL)
    desk.deliver()
    for id in (source, target):
        with pytest.raises(Refused, match="C1"):
            desk.do(id, c.Archive(), by=s.LI)
    assert overdue(desk, source, clock) == ["compensation/1/C1"]
    at_desk(desk, source, c.CheckEvidence(proves(desk, source), "in the ledger"))
    clock.later(days=1)
    desk.tick()
    desk.deliver()
    assert desk.get(source).facts.owed == frozenset()


def test_a_request_that_was_merged_is_decided_where_it_was_made(desk: Desk) -> None:
    """It is neither lost nor paid in silence."""
    source, target = known(desk), known(desk)
    claim = wants(desk, source)
    at_desk(desk, source, c.Merge(target))
    at_desk(desk, target, s.WITHDRAW, s.LABEL)
    with pytest.raises(Refused, match=f"{source} 的 C1"):
        desk.do(target, c.Archive(), by=s.LI)
    paid = at_desk(desk, source, c.ApproveCompensation(claim))
    assert paid.state == "merged"
    assert paid.facts.owed == {"C1"}


def test_the_named_time_of_a_merged_complaint_lives_on_in_the_target(desk: Desk, clock: FrozenClock) -> None:
    source, target = known(desk), known(desk)
    at_desk(desk, source, s.acknowledge(next_at=desk_time(desk) + DAY), c.Merge(target))
    clock.later(days=2)
    desk.tick()
    assert any(run.startswith("named_time") for run in misses(desk, target))


def test_a_named_time_that_was_kept_before_the_merge_is_not_asked_for_again(desk: Desk, clock: FrozenClock) -> None:
    source, target = known(desk), known(desk)
    at_desk(desk, source, s.acknowledge(next_at=desk_time(desk) + DAY), c.Call("news", "told the customer"))
    at_desk(desk, source, c.Merge(target))
    clock.later(days=2)
    desk.tick()
    assert not any(run.startswith("named_time") for run in misses(desk, target))


def test_a_plan_is_kept_when_the_customer_heard_so(desk: Desk) -> None:
    id = known(desk)
    at_desk(desk, id, s.plan())
    told = s.update(plan_kept=True)
    assert refused(desk, id, attrs.evolve(told, audience="team")) == {"plan-told"}
    assert refused(desk, id, attrs.evolve(told, audience="stakeholders")) == {"plan-told"}
    message = f"M{at_desk(desk, id, told).facts.messages}"
    at_desk(desk, id, s.receipt(message, "failed"), by=s.SYSTEM)
    assert desk.get(id).facts.plan_open
    message = f"M{at_desk(desk, id, s.update('again', plan_kept=True)).facts.messages}"
    at_desk(desk, id, s.receipt(message), by=s.SYSTEM)
    assert not desk.get(id).facts.plan_open


# ── evidence found false

FALSE = c.CheckEvidence("E2", "a forgery", genuine=False)


def grounded(desk: Desk, *commands: c.Command) -> str:
    """A log is checked (E2), and then these follow."""
    id = known(desk)
    log = c.AddEvidence("log", "gateway", "two captures")
    at_desk(desk, id, log, c.CheckEvidence("E2", "agrees"), *commands)
    return id


def test_nobody_acts_on_an_agreement_that_rests_on_a_forgery(desk: Desk) -> None:
    id = grounded(desk, s.propose(), c.Agree("O1", s.HEARD), FALSE)
    assert (desk.get(id).state, desk.get(id).cycle.agreed) == (State.INVESTIGATING, "")
    assert refused(desk, id, s.RESOLVE) == {"agreement-before-action"}
    assert refused(desk, id, c.Resolve("sent", "own_system")) == {"agreement-before-action"}
    at_desk(desk, id, c.CheckEvidence("E2", "genuine after all"))
    assert refused(desk, id, s.RESOLVE) == {"agreement-before-action"}


def test_nobody_agrees_to_an_offer_that_rests_on_a_forgery(desk: Desk) -> None:
    id = grounded(desk, s.propose(), FALSE)
    assert (desk.get(id).state, desk.get(id).cycle.offered) == (State.INVESTIGATING, frozenset())


def test_nobody_is_responsible_by_a_forgery(desk: Desk) -> None:
    assert desk.get(grounded(desk, s.responsible(), FALSE)).facts.responsible == "undetermined"
    at_fault = grounded(
        desk, s.responsible(), c.AddEvidence("log", "app", "x"), c.CheckEvidence("E3", "x", genuine=False)
    )
    assert desk.get(at_fault).facts.responsible == "platform"


def test_a_plan_that_rests_on_a_forgery_closes_nothing(desk: Desk) -> None:
    id = grounded(desk, s.plan(), FALSE)
    at_desk(desk, id, s.receipt(f"M{desk.get(id).facts.messages}"), by=s.SYSTEM)
    assert "confirm-before-close" in refused(desk, id, c.Close())


def test_a_verification_falls_with_the_evidence_that_it_names(desk: Desk) -> None:
    passed = c.Verify(True, "ledger", "E2 shows one capture")
    id = grounded(desk, c.Resolve("mended", "own_system"), passed, FALSE)
    assert (desk.get(id).state, desk.get(id).cycle.proved) == (State.INVESTIGATING, False)
    stands = grounded(desk, c.Resolve("mended", "own_system"), c.Verify(True, "ledger", "the new log"), FALSE)
    assert (desk.get(stands).state, desk.get(stands).cycle.proved) == (State.RESOLVED, True)


def test_a_forged_identity_gets_no_money(desk: Desk) -> None:
    id = known(desk)
    at_desk(desk, id, c.CheckEvidence("E1", "another man's card", genuine=False))
    assert refused_to_pay(desk, id) == {"identity-checked"}


def test_a_closed_record_keeps_its_agreement_and_loses_the_fault(desk: Desk) -> None:
    """After the end only who is responsible is open again."""
    id = grounded(desk, s.propose(), c.Agree("O1", s.HEARD), s.responsible(), s.WITHDRAW, FALSE)
    told = desk.get(id)
    assert (told.facts.responsible, told.cycle.agreed, told.state) == ("undetermined", "O1", "withdrawn")


WORTHLESS: tuple[Callable[[], c.Command], ...] = (
    lambda: c.Compensate("coupon", 0, "CNY"),
    lambda: c.Compensate("coupon", -5, "CNY"),
    lambda: c.Compensate("\u200b", 5, "CNY"),
    lambda: c.Compensate("coupon", 5, "\u200b"),
)


@pytest.mark.parametrize("make", WORTHLESS)
def test_a_compensation_of_nothing_is_none(make: Callable[[], c.Command]) -> None:
    with pytest.raises(InvalidInput):
        make()


def test_who_asks_for_an_approval_is_told_at_once_what_was_paid_for_the_order(desk: Desk) -> None:
    """Else a person is asked, agrees, and is refused then."""
    pays(desk, known(desk))
    id = known(desk, description="I paid twice, again")
    asking = c.AskApproval.to(c.ApproveCompensation(wants(desk, id)), "it is owed")
    assert "not-paid-twice" in refused(desk, id, asking, by=Actor.machine("bot"))
    other = known(desk, order="A-2002")
    asking = c.AskApproval.to(c.ApproveCompensation(wants(desk, other)), "it is owed")
    assert "not-paid-twice" not in refused(desk, other, asking, by=Actor.machine("bot"))
