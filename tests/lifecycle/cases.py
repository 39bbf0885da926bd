"""For every guard and every rule of a row: an attempt that it refuses, and one that it lets pass.

A case tells two attempts to a lifecycle: the first is refused by exactly the rules that it names, the second is
accepted. Between the two only that changes which the rule asks for.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import attrs

from complaintflow import (
    Action,
    Actor,
    Attachment,
    Complaint,
    Customer,
    Lifecycle,
    Participant,
    Policy,
    Refusal,
    Said,
    commands as c,
)
from complaintflow.lifecycle import (
    communication,
    expression,
    guards,
    imported,
    machines,
    payments,
    preconditions as need,
)
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.guards import rule_of
from complaintflow.lifecycle.permissions import permitted
from complaintflow.lifecycle.row_access import allowed
from complaintflow.policy import Calls, Machines, Role
from complaintflow.values import CallPlan
from complaintflow.vocabulary import Abuse, Audience, Ground, Remedy, Touches
from tests import stories as s
from tests.stories import Attempt

Tell = Callable[[Lifecycle], tuple[Attempt, Attempt]]


@attrs.frozen
class Case:
    """One guard, refusing and passing; `rules` are all that refuse the first attempt."""

    guard: Callable[..., object]
    rules: frozenset[str]
    tell: Tell

    @property
    def name(self) -> str:
        return self.tell.__name__

    def __call__(self, lifecycle: Lifecycle) -> tuple[Refusal, ...]:
        """Both attempts, as they must be; answers with the refusals of the first."""
        refused, passing = self.tell(lifecycle)
        assert refused.rules == self.rules, str(refused)
        assert passing.decision.accepted, str(passing)
        return refused.decision.refusals


CASES: list[Case] = []


def case(guard: Guard, *also: str) -> Callable[[Tell], Tell]:
    """The case of this guard; `also` are other rules that refuse the first attempt with it."""

    def told(tell: Tell) -> Tell:
        CASES.append(Case(guard, frozenset({rule_of(guard), *also}), tell))
        return tell

    return told


# ── who may ask


def of_allowed(tell: Tell) -> Tell:
    """A case of `lifecycle.allowed`, which looks at the row as well."""
    CASES.append(Case(allowed, frozenset({"allowed"}), tell))
    return tell


@of_allowed
def a_customer_speaks_for_their_own_complaint_only(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, answer = s.triaged(lifecycle), c.Answer({"order": "A-1"})
    return story.asks(answer, s.STRANGER), story.asks(answer, s.CUSTOMER)


@of_allowed
def a_customer_brings_in_their_own_complaint_only(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    blank = s.Story(lifecycle)
    return blank.asks(s.receive(), s.STRANGER), blank.asks(s.receive(customer=Customer("u-99")), s.STRANGER)


@of_allowed
def a_customer_does_not_triage(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.received(lifecycle)
    return story.asks(s.triage(), s.CUSTOMER), story.asks(s.triage(), s.ENGINEER)


@of_allowed
def only_a_channel_tells_what_became_of_a_message(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.told(lifecycle)
    return story.asks(s.receipt("M2"), s.MANAGER), story.asks(s.receipt("M2"), s.SYSTEM)


@case(permitted)
def a_role_that_the_policy_does_not_declare_may_nothing(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(c.Note("seen"), Actor("u-9", {"reporting-bot"})), story.asks(c.Note("seen"))


# ── machines

BOT = Actor.machine("bot", {"manager"})
"""A machine to which the house gives every role that it has: what is refused to it no role gives."""


@case(machines.machine_budget)
def a_machine_does_not_go_on_for_ever(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    thrifty = lifecycle.under(attrs.evolve(lifecycle.policy, machines=Machines(budget=2)))
    story = s.triaged(thrifty).do(c.Note("seen"), c.Note("seen again"), by=BOT)
    return story.asks(c.Note("and again"), BOT), story.asks(c.Note("and again"))


@case(machines.person_decides)
def a_machine_does_not_decline(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.decline(), BOT), story.asks(s.decline(), s.MANAGER)


@case(machines.person_decides)
def a_machine_says_nothing_for_the_customer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.told(lifecycle)
    return story.asks(c.Confirm(s.HEARD), BOT), story.asks(c.Confirm(s.HEARD))


@case(machines.person_decides)
def a_machine_finds_no_reply_unneeded(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle).do(c.Hear("and now?"), by=s.CUSTOMER)
    settled = c.NoReplyNeeded("an automatic answer of the mail program")
    return story.asks(settled, BOT), story.asks(settled)


@case(machines.person_decides)
def a_machine_closes_nothing_by_silence(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.delivered(lifecycle).later(hours=80)
    return story.asks(c.Close(), BOT), story.asks(c.Close())


@case(machines.person_decides)
def a_machine_pays_nothing(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, pays = s.paying(lifecycle), c.ApproveCompensation("C1")
    return story.asks(pays, BOT), story.asks(pays, s.LEAD)


@case(machines.person_decides)
def a_machine_lowers_no_grade(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, lower = s.triaged(lifecycle), s.regrade("C", "a suggestion")
    return story.asks(lower, BOT), story.asks(lower, s.LEAD)


@case(machines.person_decides)
def a_machine_takes_no_hazard_off(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.received(lifecycle).do(s.triage(signals=s.EMERGENCY))
    clear = c.ClearHazard("funds_lost", "the money was there all the time")
    return story.asks(clear, BOT), story.asks(clear, s.LEAD)


@case(machines.person_decides)
def a_machine_moves_no_address(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """Else whoever talks it into a correction gets the mails of another customer."""
    story, moved = s.triaged(lifecycle), c.Correct({"contact.email": "new@example.com"}, "she said so")
    return story.asks(moved, BOT), story.asks(moved)


@case(machines.person_decides)
def a_machine_approves_no_decline(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.APPROVED, BOT), story.asks(s.APPROVED, s.LEAD)


@case(machines.person_decides)
def a_machine_overrides_no_rule(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, lift = s.triaged(lifecycle), c.Override("party-heard", "the party went out of business")
    return story.asks(lift, BOT), story.asks(lift, s.MANAGER)


@case(machines.person_decides)
def a_machine_approves_for_no_other(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle).do(c.AskApproval.to(c.Note("ask the bank"), "it may know more"))
    return story.asks(c.Approve("A1"), BOT), story.asks(c.Approve("A1"), s.WANG)


@case(machines.person_decides)
def a_machine_turns_down_for_no_other(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, no = s.triaged(lifecycle), c.Disapprove("A1", "no need")
    asked = story.do(c.AskApproval.to(c.Note("ask the bank"), "it may know more"))
    return asked.asks(no, BOT), asked.asks(no, s.WANG)


@case(machines.approved_by_another)
def what_nobody_asked_for_is_not_turned_down(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, no = s.triaged(lifecycle), c.Disapprove("A1", "no need")
    return story.asks(no), story.do(c.AskApproval.to(c.Note("ask the bank"), "it may know more")).asks(no)


@case(machines.proved_by_a_person)
def a_machine_does_not_prove_what_a_machine_made(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.executing(lifecycle).do(c.Resolve("the second payment is reversed"), by=BOT)
    return story.asks(s.PASSED, BOT), story.asks(s.PASSED)


@case(machines.approved_by_another)
def nobody_approves_what_they_asked_for(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle).do(c.AskApproval.to(c.Note("ask the bank"), "it may know more"))
    return story.asks(c.Approve("A1"), s.LI), story.asks(c.Approve("A1"), s.WANG)


@case(machines.approved_by_another)
def what_nobody_asked_for_is_not_approved(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle).do(c.AskApproval.to(c.Note("ask the bank"), "it may know more"), by=BOT)
    return story.asks(c.Approve("A2")), story.asks(c.Approve("A1"))


@case(machines.approved_by_another)
def what_is_for_a_lead_to_approve_no_agent_approves(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    roles = {**lifecycle.policy.roles, "assistant": Role(scope={"all"}, approval={"Escalate": ["lead"]})}
    house = lifecycle.under(attrs.evolve(lifecycle.policy, roles=roles))
    story = s.triaged(house).do(c.AskApproval.to(c.Escalate("it is a scandal"), "it is"), by=Actor.machine("bot"))
    return story.asks(c.Approve("A1"), s.LI), story.asks(c.Approve("A1"), s.LEAD)


# ── HEARS


@case(guards.customers_own_word)
def staff_tell_how_and_where_they_heard_it(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R33: by phone, under a reference."""
    story = s.delivered(lifecycle)
    return story.asks(c.Confirm(Said("解决了", via="phone", ref=" "))), story.asks(s.CONFIRM)


@case(guards.customers_own_word)
def an_answer_needs_a_source_as_well(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(c.Answer({"order": "A-1"})), story.asks(c.Answer({"order": "A-1"}, s.HEARD))


@case(guards.customers_own_word, "allowed")
def the_system_never_speaks_for_the_customer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """S0: silence is not confirmation."""
    story = s.delivered(lifecycle)
    return story.asks(s.CONFIRM, s.SYSTEM), story.asks(c.Confirm(Said("解决了")), s.CUSTOMER)


@case(guards.withdrawn_in_own_words)
def nobody_withdraws_for_the_customer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R35: in person, or by recorded words with a reference."""
    story = s.triaged(lifecycle)
    return story.asks(c.Withdraw(Said("算了", via="phone"))), story.asks(c.Withdraw(Said("算了", "phone", "call-7")))


@case(guards.no_denying_words)
def words_that_deny_confirm_nothing(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R33: a customer who says that it still fails is not closed as content."""
    denial, story = Said("没有解决,还是不行", "phone", "c9"), s.delivered(lifecycle)
    return story.asks(c.Confirm(denial)), story.asks(c.Confirm(attrs.evolve(denial, text="解决了,没问题了")))


@case(guards.no_denying_words)
def nor_do_the_customers_own(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R33: in person as well."""
    story = s.delivered(lifecycle)
    no, yes = Said("still broken"), Said("yes it works now, no more problems")
    return story.asks(c.Confirm(no), s.CUSTOMER), story.asks(c.Confirm(yes), s.CUSTOMER)


@case(guards.no_denying_words)
def words_that_deny_agree_to_nothing(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R25: nothing of the customer's is changed against their word."""
    story = s.proposed(lifecycle)
    return story.asks(c.Agree("O1", Said("我不同意", "phone", "c9"))), story.asks(c.Agree("O1", s.HEARD))


@case(guards.no_denying_words)
def words_that_say_neither_yes_nor_no_confirm_nothing(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R33: a bare "N" closed the complaint, and the customer had lost it."""
    story = s.delivered(lifecycle)
    return story.asks(c.Confirm(Said("N", "phone", "c9"))), story.asks(c.Confirm(Said("Y", "phone", "c9")))


@case(guards.no_denying_words)
def nor_do_they_agree_to_an_offer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R25: who only says "received" has accepted nothing; who says "ok" and asks for it has."""
    story, unread = s.proposed(lifecycle), Said("收到邮件", "phone", "c9")
    return story.asks(c.Agree("O1", unread)), story.asks(c.Agree("O1", attrs.evolve(unread, text="好的,麻烦尽快退款")))


@case(guards.no_denying_words)
def words_that_deny_withdraw_nothing(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R35: a complaint is not taken back by who wants it kept."""
    story = s.triaged(lifecycle)
    no, yes = Said("don't withdraw it", "phone", "c9"), Said("不投诉了,是我弄错了", "phone", "c9")
    return story.asks(c.Withdraw(no)), story.asks(c.Withdraw(yes))


# ── TELLS_SOLVED


@case(communication.verify_before_notify)
def nothing_is_told_before_a_passing_verification(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.resolved(lifecycle)
    return story.asks(s.notice()), story.do(s.PASSED).asks(s.notice())


@case(communication.verify_before_notify)
def a_new_fix_makes_an_old_verification_stale(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.verified(lifecycle).do(s.RESOLVE)
    return story.asks(s.notice()), story.do(s.PASSED).asks(s.notice())


@case(communication.verify_before_notify)
def at_grade_e_the_fixer_is_not_the_verifier(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.resolved(lifecycle).do(s.regrade("E", "funds are lost"))
    return story.do(s.PASSED, by=s.LI).asks(s.notice()), story.do(s.PASSED, by=s.WANG).asks(s.notice())


@case(communication.plain_language)
def a_technical_result_needs_plain_words(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R17: of a fault, but not of a bill."""
    story = technical(lifecycle)
    return story.asks(s.notice(plain=" ")), story.asks(s.notice(plain="机器扣了两次款"))


def technical(lifecycle: Lifecycle) -> s.Story:
    """A fault, fixed and verified."""
    story = s.received(lifecycle).do(s.triage(type="fault"), c.Resolve("the cache is mended", s.OWN))
    return story.do(s.PASSED, by=s.WANG)


@case(communication.plain_language)
def a_bill_needs_no_plain_words(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    blunt = s.notice(plain="")
    return technical(lifecycle).asks(blunt), s.verified(lifecycle).asks(blunt)


# ── SPEAKS


@case(communication.customer_facing_role)
def who_does_not_face_customers_hands_the_text_over(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R18a: 不鼓励开发直接对接商家."""
    story = s.triaged(lifecycle)
    return story.asks(s.update(), s.ENGINEER), story.asks(s.update(), s.LI)


@case(communication.customer_facing_role)
def the_system_acknowledges_and_never_judges(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.update(), s.SYSTEM), story.asks(s.acknowledge(), s.SYSTEM)


@case(communication.customer_facing_role)
def anybody_tells_the_team(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R15: an update for the team speaks to no customer."""
    story = s.triaged(lifecycle)
    return story.asks(s.update(), s.ENGINEER), story.asks(c.Update(Audience.TEAM, done="日志看过了"), s.ENGINEER)


@case(communication.customer_facing_role)
def whoever_closes_speaks_to_the_customer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R18a: a message that a change sends is one, whatever the command says of itself."""
    story = s.confirmed(lifecycle)
    return story.asks(c.Close(), s.ENGINEER), story.asks(c.Close(), s.LI)


@case(communication.customer_facing_role)
def whoever_calls_speaks_to_the_customer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R18a, R21."""
    story, call = s.triaged(lifecycle), c.Call("apologise, explain", "a screenshot comes")
    return story.asks(call, s.ENGINEER), story.asks(call, s.LI)


@case(communication.complete_expression)
def no_part_is_blank(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R16: understood, done, next."""
    story = s.triaged(lifecycle)
    return story.asks(s.update(understood=" ")), story.asks(s.update())


@case(communication.complete_expression)
def what_comes_next_comes_in_the_future(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.acknowledge(next_at=s.T0)), story.asks(s.acknowledge(next_at=s.T0 + timedelta(minutes=1)))


@case(communication.complete_expression)
def a_next_time_is_named(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.verified(lifecycle)
    return story.asks(s.notice(next_at=None)), story.asks(s.notice())


@case(communication.complete_expression)
def one_line_is_no_answer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    thin = s.update(understood="收到", done="在看", next="等等")
    return story.asks(thin), story.asks(
        s.update(understood="收到了您的投诉, 您说您付了两次款", done="我们在看", next="请等等")
    )


@case(communication.complete_expression)
def nothing_is_said_twice_in_a_row(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R16: neither with other white space nor in other letters."""
    story = s.triaged(lifecycle).do(s.acknowledge("We look into it"))
    return story.asks(s.acknowledge("we look  INTO it")), story.asks(s.acknowledge("We looked into it"))


@case(communication.complete_expression)
def a_judgement_is_there_or_still_to_come(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle)
    return story.asks(s.update(judged=" ")), story.asks(s.update(judged=None))


@case(communication.complete_expression)
def every_question_asks_something(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    asked = {"order": "请问订单号?", "device": " "}
    return story.asks(c.AskCustomer(asked)), story.asks(c.AskCustomer({**asked, "device": "什么手机?"}))


@case(communication.complete_expression)
def no_question_is_no_message(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(c.AskCustomer({})), story.asks(c.AskCustomer({"order": "请问订单号?"}))


@case(communication.complete_expression)
def a_plan_says_until_when(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle)
    return story.asks(s.plan(expected_by=s.T0)), story.asks(s.plan())


@case(communication.no_solved_wording_before_proof)
def nobody_writes_solved_before_it_is_proved(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    solved = s.update(done="您的问题已经解决了")
    return s.resolved(lifecycle).asks(solved), s.verified(lifecycle).asks(solved)


@case(communication.no_solved_wording_before_proof)
def nor_in_english_and_what_will_be_may_be_said(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return (
        story.asks(s.acknowledge("Your problem has been fixed")),
        story.asks(s.acknowledge("Your problem will be fixed")),
    )


@case(communication.no_solved_wording_before_proof)
def a_call_does_not_say_it_either(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R16: what the customer hears."""
    call = c.Call("您的问题已经解决", "谢谢")
    return s.triaged(lifecycle).asks(call), s.verified(lifecycle).asks(call)


@case(communication.no_solved_wording_before_proof)
def nor_do_the_terms_of_a_compensation(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R16, R17: whoever asks for it has written what the customer reads."""
    story = s.triaged(lifecycle)
    return story.asks(s.compensate(terms="您的问题已经解决, 任意订单可用")), story.asks(s.compensate())


@case(communication.no_solved_wording_before_proof)
def nor_does_its_approval_after_the_proof_fell(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R16, R32: the terms were true when they were written."""
    identity = c.AddEvidence("identity", "id card", "name and number agree")
    story = s.verified(lifecycle).do(identity, c.CheckEvidence("E2", "genuine"))
    story = story.do(s.compensate(terms="您的问题已经解决, 任意订单可用"))
    approve = c.ApproveCompensation("C1")
    return story.do(c.Mitigate("switched over")).asks(approve), story.asks(approve)


@case(communication.plain_words)
def jargon_is_explained_beside_it(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R43: nobody is told what they cannot understand."""
    story = s.triaged(lifecycle)
    plain = s.update(done="我们对支付做了回滚(退回到昨天的版本)")
    return story.asks(s.update(done="我们对支付做了回滚")), story.asks(plain)


@case(communication.plain_words)
def plain_words_of_a_notice_explain_its_jargon(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R43, R17: the words beside it, when they have no jargon themselves."""
    story, notice = s.verified(lifecycle), s.notice(done="We did a rollback of the gateway")
    return story.asks(attrs.evolve(notice, plain="The ROLLBACK is done")), story.asks(notice)


@case(communication.judged_on_facts)
def an_update_judges_on_checked_evidence(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R20: before that it says that it is still being checked."""
    judged = s.update(judged="是网关重复扣款")
    return s.triaged(lifecycle).asks(judged), s.investigating(lifecycle).asks(judged)


@case(communication.judged_on_facts)
def an_update_need_not_judge(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.update(judged="是网关重复扣款")), story.asks(s.update(judged=None))


# ── REPORTS


SIGNS = ("-", ".", " … ", "👍👍👍👍👍👍👍👍", "。。。。。。。。")
BLANK_REPORTS = (*SIGNS, "好", "ok", "OK!!", "处理中…", "處理中", "ok, still in progress", "done")
REPEATED = ("好的好的好的", "嗯嗯嗯嗯嗯嗯", "继续跟进中，进展正常", "N/A N/A N/A", "好 好 好 好 好 好")


@case(expression.complete_report)
def a_call_that_nobody_answered_is_no_call(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R21: otherwise the clock of the first call is met, and the customer's words count as answered."""
    story, script = s.triaged(lifecycle), "apologise, explain, offer"
    return story.asks(c.Call(script, "打了三次都沒人接")), story.asks(c.Call(script, "没人接", answered=False))


@case(expression.complete_report)
def a_voicemail_is_no_talk(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, script = s.triaged(lifecycle), "apologise, explain, offer"
    talked = c.Call(script, "First no answer, then the customer called back and will send a picture")
    return story.asks(c.Call(script, "Voicemail again")), story.asks(talked)


@case(expression.complete_report)
def a_blank_update_of_the_team_is_no_progress(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    for text in (*BLANK_REPORTS, *REPEATED, ""):
        assert story.refused(c.Update(Audience.TEAM, done=text)) == {"complete-expression"}, text
    return story.asks(c.Update(Audience.TEAM, done="-")), story.asks(c.Update(Audience.TEAM, done="已问银行"))


@case(expression.complete_report)
def stakeholders_read_more_than_a_word(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    blank, said = (c.Update(Audience.STAKEHOLDERS, next=text) for text in ("ＯＫ", "the bank answers on Friday"))
    return story.asks(blank), story.asks(said)


@case(expression.complete_report)
def a_result_of_a_task_that_says_nothing_finishes_no_task(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """A task is finished without a text, too: that it is finished says something."""
    story = s.triaged(lifecycle).do(s.TASK)
    for text in BLANK_REPORTS:
        assert story.refused(c.FinishTask("T1", s.OWN, text)) == {"complete-expression"}, text
    return story.asks(c.FinishTask("T1", s.OWN, " ")), story.asks(c.FinishTask("T1", s.OWN))


@case(expression.complete_report)
def a_decision_of_a_review_decides_something(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(c.RecordReview("…", s.REVIEW.participants)), story.asks(s.REVIEW)


@case(expression.complete_report)
def an_answer_of_a_party_may_be_one_word_but_not_a_sign(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle).do(s.refer())
    return story.asks(c.PartyReply("R1", "?")), story.asks(c.PartyReply("R1", "no"))


@case(expression.complete_report)
def a_sign_mitigates_nothing_finds_no_cause_and_cancels_no_task(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle).do(s.TASK)
    blank = (c.Mitigate("."), c.FindCause("ok", "E1"), c.CancelTask("T1", "—"))
    assert all(story.refused(command) == {"complete-expression"} for command in blank)
    return story.asks(blank[0]), story.asks(c.Mitigate("switched"))


@case(communication.complete_expression)
def an_acknowledgement_says_more_than_good(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R2: 「好」 is none."""
    story = s.received(lifecycle)
    for text in (*BLANK_REPORTS, *REPEATED):
        assert "complete-expression" in story.refused(s.acknowledge(text)), text
    return story.asks(s.acknowledge("好")), story.asks(s.acknowledge("已记录"))


@case(communication.complete_expression)
def signs_do_not_fill_a_message(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """Neither dashes nor letters that show nothing count."""
    story = s.triaged(lifecycle)
    dashes = s.update(understood="—" * 30, done="\u3164" * 30, next="\u200b" * 30)
    return story.asks(dashes), story.asks(s.update())


# ── CLOSES


@case(guards.confirm_before_close)
def nothing_closes_without_a_ground(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.delivered(lifecycle)
    return story.asks(c.Close()), story.do(s.CONFIRM, by=s.CUSTOMER).asks(c.Close())


@case(guards.confirm_before_close)
def a_named_ground_must_hold_itself(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.confirmed(lifecycle)
    return story.asks(c.Close(Ground.SILENT)), story.asks(c.Close(Ground.CONFIRMED))


@case(guards.confirm_before_close)
def a_plan_for_an_escalated_complaint_is_no_end_without_the_customers_word(
    lifecycle: Lifecycle,
) -> tuple[Attempt, Attempt]:
    """R33: a plan that nobody agreed to closes only what was never serious."""
    story, end = s.planned(lifecycle), c.Close(Ground.PLANNED)
    return story.do(c.Escalate("no breakthrough")).asks(end), story.asks(end)


@case(guards.confirm_before_close)
def a_ground_that_is_not_permitted_does_not_close(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R33: after an escalation silence is no ground."""
    story, silent = s.delivered(lifecycle).later(hours=72), c.Close(Ground.SILENT)
    return story.do(c.Escalate("no breakthrough")).asks(silent, s.SYSTEM), story.asks(silent, s.SYSTEM)


@case(guards.nothing_left_open)
def what_was_asked_in_a_merged_complaint_is_decided_before_the_end(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R26: nobody's request is lost with the complaint that it was made in."""
    story = s.confirmed(lifecycle)
    theirs = s.other(lifecycle).do(s.triage(), s.compensate()).beside(story.complaint).do(c.Merge("C-1"))
    return story.beside(theirs.complaint).asks(c.Close()), story.asks(c.Close())


@case(guards.nothing_left_open)
def an_open_task_keeps_it_open(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.confirmed(lifecycle).do(s.TASK)
    return story.asks(c.Close()), story.do(c.FinishTask("T1")).asks(c.Close())


@case(guards.nothing_left_open)
def a_pending_compensation_keeps_it_open(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.confirmed(lifecycle).do(s.compensate())
    return story.asks(c.Close()), story.do(c.RefuseCompensation("C1", "refunded")).asks(c.Close())


# ── ENDS


@case(guards.no_end_by_silence)
def the_system_declines_nobody_who_wrote(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.do(c.Hear("招行1234"), by=s.CUSTOMER).asks(s.decline(), s.SYSTEM), story.asks(s.decline(), s.SYSTEM)


@case(guards.no_end_by_silence)
def nor_somebody_who_was_answered_lately(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle).do(c.Hear("招行1234"), by=s.CUSTOMER).do(s.update())
    story = story.do(s.receipt("M1"), by=s.SYSTEM)
    return story.asks(s.decline(), s.SYSTEM), story.later(days=14).asks(s.decline(), s.SYSTEM)


@case(guards.no_end_by_silence)
def nor_somebody_whom_the_question_did_not_reach(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle).do(c.AskCustomer({"card": "哪张卡?"}))
    lost = story.do(s.receipt("M1", "failed"), by=s.SYSTEM).later(days=14)
    arrived = story.do(s.receipt("M1"), by=s.SYSTEM).later(days=14)
    return lost.asks(s.decline(), s.SYSTEM), arrived.asks(s.decline(), s.SYSTEM)


@case(guards.no_end_by_silence)
def nor_somebody_whom_it_reached_only_yesterday(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle).do(c.AskCustomer({"card": "哪张卡?"})).later(days=13)
    story = story.do(s.receipt("M1"), by=s.SYSTEM)
    return story.later(days=1).asks(s.decline(), s.SYSTEM), story.later(days=14).asks(s.decline(), s.SYSTEM)


@case(guards.recourse_told)
def a_decline_tells_the_recourse(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.decline(recourse=" ")), story.asks(s.decline())


@case(guards.recourse_told, "complete-expression")
def a_decline_says_why(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.decline(reason=" ")), story.asks(s.decline())


@case(guards.second_person)
def a_serious_decline_needs_another_person(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R35: at E or A, and oneself is not another."""
    story = s.triaged(lifecycle).do(s.regrade("A", "a batch")).do(s.APPROVED, by=s.LEAD)
    return story.asks(s.decline(approved_by=""), Actor("WU", frozenset({"lead"}))), story.asks(s.decline())


@case(guards.second_person)
def the_second_person_of_a_decline_is_not_any_name(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R35: it is somebody who approved it as an act of their own."""
    story = s.triaged(lifecycle).do(s.regrade("A", "a batch"))
    return story.asks(s.decline(approved_by="wu")), story.do(s.APPROVED, by=s.LEAD).asks(s.decline(approved_by="Wu "))


@case(guards.second_person)
def who_did_not_approve_it_is_not_named_as_the_second_person(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle).do(s.regrade("A", "a batch")).do(s.APPROVED, by=s.LEAD)
    return story.asks(s.decline(approved_by="somebody")), story.asks(s.decline(approved_by=""))


@case(need.authority_to_approve)
def an_agent_approves_no_decline(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.APPROVED, s.WANG), story.asks(s.APPROVED, s.LEAD)


@case(guards.second_person)
def an_ordinary_decline_needs_none(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, alone = s.triaged(lifecycle), s.decline(approved_by="")
    return story.do(s.regrade("E", "funds")).asks(alone, s.SYSTEM), story.asks(alone, s.SYSTEM)


@case(guards.same_customer_open_target)
def a_merge_goes_to_the_same_customer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, strange = s.triaged(lifecycle), s.other(lifecycle, customer=Customer("u-99"))
    return merging(story, strange), merging(story, s.other(lifecycle))


@case(guards.same_customer_open_target)
def a_merge_goes_to_an_open_complaint(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, mate = s.triaged(lifecycle), s.other(lifecycle)
    return merging(story, mate.do(s.WITHDRAW, by=s.CUSTOMER)), merging(story, mate)


@case(guards.same_customer_open_target)
def a_merge_needs_its_target(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(c.Merge("C-2")), merging(story, s.other(lifecycle))


@case(guards.same_customer_open_target)
def nothing_is_merged_into_itself(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.beside(story.complaint).asks(c.Merge("C-1")), merging(story, s.other(lifecycle))


def merging(story: s.Story, target: s.Story) -> Attempt:
    return story.beside(target.complaint).asks(c.Merge(target.complaint.id))


# ── PROMISES


@case(communication.facts_before_promise)
def nothing_is_proposed_before_evidence_is_checked(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle).do(c.AddEvidence("log", "gateway", "two captures"))
    return story.asks(s.propose()), story.do(c.CheckEvidence("E1", "genuine")).asks(s.propose())


@case(communication.facts_before_promise)
def evidence_that_does_not_hold_carries_no_plan(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle)
    return story.do(c.CheckEvidence("E1", "a forgery", genuine=False)).asks(s.plan()), story.asks(s.plan())


# ── ACTS


@case(guards.agreement_before_action)
def what_is_the_customers_is_touched_with_their_agreement(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.proposed(lifecycle)
    return story.asks(s.RESOLVE), story.do(c.Agree("O1", s.HEARD), by=s.CUSTOMER).asks(s.RESOLVE)


@case(guards.agreement_before_action)
def ones_own_system_is_mended_without(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle)
    return story.asks(s.RESOLVE), story.asks(c.Resolve("the gateway is mended", s.OWN))


@case(guards.agreement_before_action)
def a_task_that_touches_the_customers_needs_it_too(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle).do(s.TASK)
    return story.asks(c.FinishTask("T1")), story.asks(c.FinishTask("T1", s.OWN))


@case(guards.identity_where_an_account_is_at_stake)
def an_account_is_secured_for_its_owner_only(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R22: account security asks for a checked identity."""
    story = s.received(lifecycle).do(s.triage(type="account_security"), c.AddEvidence("identity", "card", "agrees"))
    agreed = c.Agree("O1", s.HEARD)
    log = c.AddEvidence("log", "gateway", "a login from afar")
    story = story.do(log, c.CheckEvidence("E2", "genuine"), s.propose(), agreed)
    return story.asks(s.RESOLVE), story.do(c.CheckEvidence("E1", "genuine")).asks(s.RESOLVE)


def recalled(waiting: s.Story, arrived: s.Story, message: str) -> tuple[Attempt, Attempt]:
    """The message arrived in the one, and waits in the other."""
    recall = c.Recall(message, "it names the wrong order")
    return arrived.asks(recall), waiting.asks(recall)


@case(need.not_yet_sent)
def nor_what_closed_it_on_a_notice(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    waiting = s.confirmed(lifecycle).do(c.Close())
    return recalled(waiting, waiting.received_all(), waiting.facts.end_letter)


@case(need.not_yet_sent)
def nor_what_closed_it_on_a_plan(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    waiting = s.planned(lifecycle).do(c.Close())
    return recalled(waiting, waiting.received_all(), waiting.facts.end_letter)


@case(need.not_yet_sent)
def nor_what_declined_it(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    waiting = s.declined(lifecycle)
    return recalled(waiting, waiting.received_all(), waiting.facts.end_letter)


@case(need.not_yet_sent)
def nor_what_was_said_after_the_end(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    waiting = s.closed(lifecycle).do(s.update("结案之后"))
    return recalled(waiting, waiting.received_all(), f"M{waiting.facts.messages}")


@case(need.not_yet_sent)
def nor_the_receipt_of_a_withdrawal(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    waiting = s.withdrawn(lifecycle)
    return recalled(waiting, waiting.received_all(), f"M{waiting.facts.messages}")


@case(guards.identity_where_an_account_is_at_stake)
def a_stolen_account_is_not_handed_over_by_calling_it_ones_own_system(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R22: whatever the type is called, and whatever the fix is said to touch."""
    story = s.received(lifecycle).do(s.triage(signals=s.TAKEOVER), c.AddEvidence("identity", "card", "agrees"))
    fix = c.Resolve("the account is open again", s.OWN)
    return story.asks(fix), story.do(c.CheckEvidence("E1", "genuine")).asks(fix)


@case(guards.identity_where_an_account_is_at_stake)
def a_task_about_an_account_needs_the_identity_and_the_desks_own_safeguard_does_not(
    lifecycle: Lifecycle,
) -> tuple[Attempt, Attempt]:
    story = s.received(lifecycle).do(s.triage(signals=s.TAKEOVER)).do(s.TASK, by=s.SYSTEM).do(s.TASK)
    return story.asks(c.FinishTask("T2", "nothing")), story.asks(c.FinishTask("T1", "nothing"))


@case(guards.identity_where_an_account_is_at_stake)
def not_even_the_desks_own_task_changes_an_account_without_the_identity(
    lifecycle: Lifecycle,
) -> tuple[Attempt, Attempt]:
    evidence = (c.AddEvidence("log", "gateway", "a login"), c.AddEvidence("identity", "card", "agrees"))
    story = s.received(lifecycle).do(s.triage(signals=s.TAKEOVER)).do(s.TASK, by=s.SYSTEM)
    story = story.do(*evidence, c.CheckEvidence("E1", "genuine"), s.propose(), c.Agree("O1", s.HEARD))
    return story.asks(c.FinishTask("T1")), story.do(c.CheckEvidence("E2", "genuine")).asks(c.FinishTask("T1"))


# ── PAYS


@case(payments.within_authority)
def an_agent_pays_up_to_the_limit(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R26: 100 CNY."""
    pay = c.ApproveCompensation("C1")
    return s.paying(lifecycle, amount=101).asks(pay), s.paying(lifecycle, amount=100).asks(pay)


@case(payments.within_authority)
def a_lead_pays_more_and_a_manager_what_it_takes(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, pay = s.paying(lifecycle, amount=501), c.ApproveCompensation("C1")
    return story.asks(pay, s.LEAD), story.asks(pay, s.MANAGER)


@case(payments.within_authority)
def a_role_without_a_limit_in_a_currency_pays_none_of_it(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    pay = c.ApproveCompensation("C1")
    return s.paying(lifecycle, currency="USD").asks(pay), s.paying(lifecycle).asks(pay)


@case(payments.within_authority)
def the_best_of_several_roles_counts(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, pay = s.paying(lifecycle, amount=500), c.ApproveCompensation("C1")
    both = Actor("sun", frozenset({"agent", "lead", "engineer"}))
    return story.asks(pay, Actor("sun", frozenset({"engineer"}))), story.asks(pay, both)


@case(payments.within_authority, "open-claim")
def nothing_is_paid_that_nobody_wished_for(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.paying(lifecycle)
    return story.asks(c.ApproveCompensation("C2")), story.asks(c.ApproveCompensation("C1"))


@case(payments.not_paid_twice)
def one_kind_is_paid_once_in_a_cycle(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.paying(lifecycle).do(c.ApproveCompensation("C1"), s.compensate(), s.compensate(kind="points"))
    return story.asks(c.ApproveCompensation("C2")), story.asks(c.ApproveCompensation("C3"))


@case(payments.not_paid_twice)
def one_kind_is_paid_once_however_it_is_written(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R26: a second `Coupon ` is a second coupon."""
    story = s.paying(lifecycle).do(
        c.ApproveCompensation("C1"), s.compensate(kind="Ｃｏｕｐｏｎ "), s.compensate(kind="points")
    )
    return story.asks(c.ApproveCompensation("C2")), story.asks(c.ApproveCompensation("C3"))


@case(payments.within_authority)
def many_small_sums_are_one_large_sum(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R26: the limit is for all that is paid in the cycle."""
    story = s.paying(lifecycle, amount=60).do(c.ApproveCompensation("C1"))
    story = story.do(s.compensate(41, "points"), s.compensate(40, "points"))
    return story.asks(c.ApproveCompensation("C2")), story.asks(c.ApproveCompensation("C3"))


@case(payments.arrival_to_come)
def an_approval_promises_no_past_day(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R26a: the request lay too long."""
    story = s.paying(lifecycle, arrives=s.T0 + timedelta(days=2))
    pay = c.ApproveCompensation("C1")
    return story.later(days=2).asks(pay), story.later(days=1).asks(pay)


@case(payments.payment_approved)
def an_option_that_pays_is_a_payment(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R26: it needs what a compensation needs: authority and identity."""
    story = s.paying(lifecycle, kind="refund").do(s.propose(remedy=Remedy.REFUND), c.Agree("O1", s.HEARD))
    return story.asks(s.RESOLVE), story.do(c.ApproveCompensation("C1")).asks(s.RESOLVE)


@case(payments.payment_approved)
def what_touches_money_is_a_payment(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.paying(lifecycle).do(s.propose(), c.Agree("O1", s.HEARD), s.TASK)
    moved = c.FinishTask("T1", Touches.MONEY)
    return story.asks(moved), story.do(c.ApproveCompensation("C1")).asks(moved)


@case(need.payment_named)
def after_a_withdrawal_too_a_payment_proves_only_what_is_owed(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.withdrawn(lifecycle)
    return story.asks(_payment("C1")), story.asks(_payment())


@case(need.part_exists)
def evidence_that_nobody_brought_confirms_no_offer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.proposed(lifecycle)
    return story.asks(c.CheckEvidence("E9", "genuine")), story.asks(c.CheckEvidence("E1", "genuine"))


@case(need.plan_told)
def that_a_plan_was_kept_is_told_to_the_customer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R26a: a word among colleagues ends no promise."""
    story = s.planned(lifecycle)
    told = s.update(plan_kept=True)
    return story.asks(attrs.evolve(told, audience=Audience.TEAM)), story.asks(told)


@case(guards.agreement_before_action)
def a_mitigation_that_touches_the_customers_needs_agreement(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R25: unless it is an emergency."""
    story, eased = s.triaged(lifecycle), c.Mitigate("the account is frozen", Touches.CUSTOMER)
    return story.asks(eased), story.do(s.regrade("E", "funds are at risk")).asks(eased)


@case(guards.record_complete)
def what_is_owed_bars_the_archive(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R26a: a record that is closed for ever would lose it."""
    story = s.paying(lifecycle).do(c.ApproveCompensation("C1")).received_all()
    story = story.do(s.WITHDRAW, by=s.CUSTOMER).received_all().do(s.LABEL)
    paid = story.do(c.AddEvidence("payment", "bank", "it arrived"), c.CheckEvidence("E3", "in the ledger"))
    return story.asks(c.Archive()), paid.asks(c.Archive())


@case(guards.record_complete)
def an_undecided_compensation_bars_the_archive(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.paying(lifecycle).do(s.WITHDRAW, by=s.CUSTOMER).received_all().do(s.LABEL)
    return story.asks(c.Archive()), story.do(c.RefuseCompensation("C1", "withdrawn")).asks(c.Archive())


@case(payments.compensation_explained)
def a_compensation_says_when_it_arrives(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    pay = c.ApproveCompensation("C1")
    return s.paying(lifecycle, arrives=None).asks(pay), s.paying(lifecycle).asks(pay)


@case(payments.compensation_explained)
def a_compensation_says_how_it_is_used(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    pay = c.ApproveCompensation("C1")
    return s.paying(lifecycle, terms=" ").asks(pay), s.paying(lifecycle).asks(pay)


@case(guards.identity_checked)
def money_goes_to_whom_we_know(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    pay = c.ApproveCompensation("C1")
    return s.investigating(lifecycle).do(s.compensate()).asks(pay), s.paying(lifecycle).asks(pay)


# ── JUDGES


@case(guards.evidence_checked)
def responsibility_is_decided_on_checked_evidence(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    return s.triaged(lifecycle).asks(s.responsible()), s.investigating(lifecycle).asks(s.responsible())


@case(guards.rule_named)
def the_rule_relied_on_is_named(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle)
    return story.asks(s.responsible(rule=" ")), story.asks(s.responsible())


@case(guards.rule_named)
def the_reasoning_is_told(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle)
    return story.asks(s.responsible(reasoning="")), story.asks(s.responsible())


@case(guards.party_heard)
def a_party_is_heard_first(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle).do(s.refer())
    heard = story.do(c.PartyReply("R1", "we see one capture only"))
    return story.asks(s.responsible(party="merchant")), heard.asks(s.responsible(party="merchant"))


@case(guards.party_heard)
def a_party_that_lets_its_time_pass_was_heard(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle).do(s.refer())
    blame = s.responsible(party="merchant")
    return story.later(hours=23).asks(blame), story.later(hours=25).asks(blame)


@case(guards.party_heard)
def a_party_that_is_silent_is_not_heard_while_the_customer_waits(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R23, R33: their silence says nothing yet."""
    story = s.investigating(lifecycle).do(s.refer()).do(c.Hear("还是扣了两次"), by=s.CUSTOMER).later(hours=25)
    blame = s.responsible(party="merchant")
    return story.asks(blame), story.do(c.NoReplyNeeded("asked already")).asks(blame)


@case(guards.party_heard)
def a_missed_deadline_counts_from_the_minute(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle).do(s.refer()).later(days=1)
    blame = s.responsible(party="merchant")
    return story.asks(blame), story.do(c.MissDeadline("R1", story.at), by=s.SYSTEM).asks(blame)


# ── HANDS_OFF


@case(guards.handoff_carries_context)
def a_handoff_carries_summary_and_harm(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.handoff(summary=" ")), story.asks(s.handoff())


@case(guards.handoff_carries_context)
def a_handoff_that_says_good_says_nothing_to_the_next_team(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.handoff(summary="好的")), story.asks(s.handoff())


@case(guards.handoff_carries_context)
def a_handoff_says_what_it_does_to_the_customer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.handoff(harm="")), story.asks(s.handoff())


@case(guards.handoff_carries_context)
def a_technical_team_gets_material_or_the_reason_why_none(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    excused = s.handoff("engineering", no_material_because="the log is gone")
    return story.asks(s.handoff("engineering", no_material_because=" ")), story.asks(excused)


@case(guards.handoff_carries_context)
def material_is_as_good_as_a_reason(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    shown = s.handoff("engineering", material=(Attachment("s3://logs/1", "text/plain"),))
    return story.asks(s.handoff("engineering")), story.asks(shown)


@case(guards.handoff_carries_context)
def a_triage_that_moves_it_to_another_team_is_a_handoff(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R14: what changes the team hands off, whatever it is called."""
    story = s.triaged(lifecycle)
    return story.asks(s.triage(team="logistics")), story.asks(s.triage(team="payments"))


@case(guards.no_ping_pong)
def back_to_a_team_only_by_a_lead(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, back = s.triaged(lifecycle).do(s.handoff()), s.handoff("payments")
    return story.asks(back, s.LI), story.asks(back, s.LEAD)


# ── REGRADES


@case(guards.priority_never_fades)
def a_grade_is_lowered_by_authority(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, lower = s.triaged(lifecycle), s.regrade("C", "a suggestion")
    return story.asks(lower, s.LI), story.asks(lower, s.LEAD)


@case(guards.priority_never_fades)
def a_grade_is_lowered_with_a_reason(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.regrade("C", " "), s.LEAD), story.asks(s.regrade("C", "a suggestion"), s.LEAD)


@case(guards.priority_never_fades)
def a_hazard_keeps_it_at_e(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R11: until an authority takes it off."""
    story = s.received(lifecycle).do(s.triage(signals=s.EMERGENCY))
    lower = s.regrade("A", "less than we thought")
    cleared = story.do(c.ClearHazard("funds_lost", "no funds were lost"), by=s.LEAD)
    return story.asks(lower, s.MANAGER), cleared.asks(lower, s.MANAGER)


@case(guards.priority_never_fades)
def an_incident_keeps_it_at_a(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R12: and everybody may raise it."""
    story = s.triaged(lifecycle).do(c.LinkIncident("I-1"))
    return story.asks(s.regrade("B", "one only"), s.LEAD), story.asks(s.regrade("E", "funds"), s.LI)


@case(guards.cleared_by_authority)
def a_hazard_is_taken_off_by_an_authority(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.received(lifecycle).do(s.triage(signals=s.EMERGENCY))
    clear = c.ClearHazard("funds_lost", "the money was there all the time")
    return story.asks(clear), story.asks(clear, s.LEAD)


@case(guards.cleared_by_authority)
def a_complaint_leaves_its_incident_by_an_authority(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, unlink = s.triaged(lifecycle).do(c.LinkIncident("I-1")), c.UnlinkIncident("it has another cause")
    return story.asks(unlink), story.asks(unlink, s.LEAD)


@case(need.in_an_incident)
def only_what_is_linked_is_unlinked(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, unlink = s.triaged(lifecycle), c.UnlinkIncident("it has another cause")
    return story.asks(unlink, s.LEAD), story.do(c.LinkIncident("I-1")).asks(unlink, s.LEAD)


@case(need.standing_hazard)
def only_a_hazard_that_stands_is_taken_off(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.received(lifecycle).do(s.triage(signals=s.EMERGENCY))
    wrong, right = c.ClearHazard("food_safety", "no food"), c.ClearHazard("funds_lost", "no loss")
    return story.asks(wrong, s.LEAD), story.asks(right, s.LEAD)


@case(need.earlier_one_known)
def a_follow_up_names_a_complaint_of_the_same_customer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R34: not one that nobody knows, and not another customer's."""
    blank, theirs = s.Story(lifecycle, Complaint.blank("C-9")), s.other(lifecycle, customer=Customer("u-99"))
    mine, follow = s.other(lifecycle), s.receive(follows="C-2")
    return blank.beside(theirs.complaint).asks(follow), blank.beside(mine.complaint).asks(follow)


# ── ARCHIVES, RETROSPECTS


@case(guards.root_cause_named)
def the_archive_asks_for_the_root_cause(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.closed(lifecycle)
    return story.asks(c.Archive()), story.do(s.LABEL).asks(c.Archive())


@case(guards.root_cause_named)
def of_a_merged_one_the_target_has_it(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    return s.closed(lifecycle).asks(c.Archive()), s.merged(lifecycle).asks(c.Archive())


@case(guards.record_complete)
def nothing_is_archived_while_a_message_is_on_its_way(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.confirmed(lifecycle).do(c.Close(), s.LABEL)
    return story.asks(c.Archive()), story.received_all().asks(c.Archive())


@case(guards.record_complete)
def nor_while_a_follow_up_is_open(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.closed(lifecycle).do(s.LABEL).do(s.TASK, by=s.SYSTEM).received_all()
    return story.asks(c.Archive()), story.do(c.CancelTask("T1", "done elsewhere")).received_all().asks(c.Archive())


@case(guards.record_complete)
def nor_while_the_customer_awaits_a_reply(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.closed(lifecycle).do(s.LABEL).do(c.Hear("又扣了一次"), by=s.CUSTOMER)
    return story.asks(c.Archive()), story.do(c.NoReplyNeeded("answered by phone")).asks(c.Archive())


@case(guards.record_complete)
def nor_while_a_plan_runs(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.planned(lifecycle).do(c.Close(), s.LABEL).received_all()
    missed = story.later(days=60)
    return story.asks(c.Archive()), missed.do(c.MissDeadline("plan", missed.at), by=s.SYSTEM).asks(c.Archive())


@case(guards.retrospective_after_solution)
def first_the_solution_then_the_retrospective(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    lesson = c.Retrospect(("paid twice", "a retry"), "told early", "no contact", ())
    return s.resolved(lifecycle).asks(lesson), s.verified(lifecycle).asks(lesson)


# ── the rows' own rules


@case(need.reaches_the_root)
def a_retrospective_does_not_stop_at_the_surface(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R39: a complaint taught nothing if nobody asked why twice."""
    surface = c.Retrospect(("paid twice",), "told early", "no contact", ())
    story = s.verified(lifecycle)
    return story.asks(surface), story.asks(attrs.evolve(surface, whys=("paid twice", "a retry")))


@case(need.reaches_the_root)
def the_surface_said_twice_is_no_root(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    lesson = c.Retrospect(("paid twice", " Paid twice!"), "told early", "no contact", ())
    story = s.verified(lifecycle)
    assert story.refused(attrs.evolve(lesson, whys=("paid twice", "-", "ok"))) == {"reaches-the-root"}
    return story.asks(lesson), story.asks(attrs.evolve(lesson, whys=(*lesson.whys, "a retry")))


def improving(lifecycle: Lifecycle, **fields: Any) -> Attempt:
    action = Action("a talk with the merchant", "wu", s.T0.date() + timedelta(days=9), "merchant_management")
    lesson = c.Retrospect(("paid twice", "a retry"), "told early", "no contact", (attrs.evolve(action, **fields),))
    return s.verified(lifecycle).asks(lesson)


@case(need.actions_ahead)
def an_improvement_that_names_nothing_to_do_improves_nothing(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    return improving(lifecycle, what="…"), improving(lifecycle)


@case(need.actions_ahead)
def an_improvement_is_somebodys(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    return improving(lifecycle, owner="-"), improving(lifecycle)


@case(need.actions_ahead)
def an_improvement_is_due_in_days_to_come(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    return improving(lifecycle, due=s.T0.date() - timedelta(days=1)), improving(lifecycle)


@case(need.actions_ahead)
def a_step_of_the_ladder_is_for_somebody(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    return improving(lifecycle, step="talk", respondent=" "), improving(lifecycle, step="talk", respondent="North")


@case(need.actions_ahead)
def a_step_is_one_of_the_ladder(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R46: talk, training, assessment, removal."""
    strange, known = ({"step": step, "respondent": "North"} for step in ("shout", "removal"))
    return improving(lifecycle, **strange), improving(lifecycle, **known)


@case(need.contact_known)
def a_written_channel_needs_a_contact(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R1: an e-mail cannot be answered without an address."""
    blank, reachable = s.Story(lifecycle), Customer("u-17", contact={"email": "u@example.com"})
    return (
        blank.asks(s.receive(channel="email"), s.SYSTEM),
        blank.asks(s.receive(channel="email", customer=reachable), s.SYSTEM),
    )


@case(need.contact_known)
def an_instant_or_unknown_channel_needs_none(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R1: the list of channels is open."""
    blank = s.Story(lifecycle)
    return blank.asks(s.receive(channel="post"), s.SYSTEM), blank.asks(s.receive(channel="pigeon"), s.SYSTEM)


@case(need.asked_anew)
def what_is_on_record_is_not_asked_again(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return (
        story.asks(c.AskCustomer({"description": "发生了什么?", "order": "订单号?"})),
        story.asks(c.AskCustomer({"order": "订单号?"})),
    )


@case(need.intake_fields)
def a_part_of_the_profile_is_no_contact(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R3: the refusal names the field that was meant."""
    story = s.received(lifecycle)
    wrong, meant = ({f"{place}.language": "en"} for place in ("contact", "customer"))
    return story.asks(c.Correct(wrong, "as she says")), story.asks(c.Correct(meant, "as she says"))


@case(need.intake_fields)
def a_zone_is_one_that_there_is(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.received(lifecycle)
    mars, earth = ({"customer.zone": zone} for zone in ("Mars/Olympus", "Asia/Shanghai"))
    return story.asks(c.Correct(mars, "as she says")), story.asks(c.Correct(earth, "as she says"))


@case(need.intake_fields)
def only_a_field_of_the_intake_is_corrected(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R3: the state and the customer are none."""
    story = s.triaged(lifecycle)
    wrong, right = {"order": "A-1", "state": "closed"}, {"order": "A-1"}
    return story.asks(c.Correct(wrong, "a typo")), story.asks(c.Correct(right, "a typo"))


@case(need.intake_fields)
def what_was_answered_is_corrected_and_what_nobody_asked_is_not(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, colour = s.triaged(lifecycle), c.Correct({"colour": "red"}, "it was not blue")
    return story.asks(colour), story.do(c.Answer({"colour": "blue"}), by=s.CUSTOMER).asks(colour)


@case(need.intake_fields)
def a_sorted_type_is_not_renamed_behind_the_back_of_its_team(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R7: `Triage` says another type, and moves it."""
    renamed = c.Correct({"type": "service"}, "it is no matter of money")
    assert s.planned(lifecycle).refused(renamed) == {"intake-fields"}
    return s.triaged(lifecycle).asks(renamed), s.received(lifecycle).asks(renamed)


@case(need.intake_fields)
def nothing_is_made_a_follow_up_of_nothing_later(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R34: what it follows was said when it came, and its grade came with it."""
    story = s.received(lifecycle, follows="")
    return story.asks(c.Correct({"follows": "C-9"}, "a typo")), story.asks(c.Correct({"order": "A-9"}, "a typo"))


@case(need.another_team)
def a_handoff_goes_to_another_team(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.handoff("payments"), s.LEAD), story.asks(s.handoff("logistics"), s.LEAD)


@case(need.open_blocker)
def what_does_not_block_is_not_unblocked(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    answered = c.Unblock("the bank answered")
    return story.asks(answered), story.do(c.Block("the bank", "a contact")).asks(answered)


@case(need.open_blocker)
def a_named_blocker_must_stand(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle).do(c.Block("the bank", "a contact"))
    return story.asks(c.Unblock("answered", "B2")), story.asks(c.Unblock("answered", "B1"))


@case(need.corrected_by_staff)
def a_customer_raises_no_tier_of_their_own(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, named = s.triaged(lifecycle), c.Correct({"customer.name": "Zhang"}, "that is my name")
    return story.asks(c.Correct({"customer.tier": "vip"}, "I am one"), s.CUSTOMER), story.asks(named, s.CUSTOMER)


@case(need.somebody_owns_it)
def what_nobody_owns_is_taken_from_nobody(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(c.Unassign("ill")), story.do(c.Assign("zhao")).asks(c.Unassign("ill"))


@case(need.standing_entry)
def what_was_taken_back_is_not_taken_back_again(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    noted, wrong = s.triaged(lifecycle).do(c.Note("she was refunded")), c.Retract("N1", "another customer")
    return noted.do(wrong).asks(wrong), noted.asks(wrong)


@case(need.standing_entry)
def what_was_taken_back_while_an_offer_stands_is_not_taken_back_again(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    noted, wrong = s.proposed(lifecycle).do(c.Note("she was refunded")), c.Retract("N1", "another customer")
    return noted.do(wrong).asks(wrong), noted.asks(wrong)


@case(need.standing_entry)
def what_the_customer_sent_stays_theirs_while_an_offer_stands_on_it(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R22: a check says that it is not genuine."""
    picture, wrong = c.AddEvidence("chat", "customer", "a picture"), c.Retract("E1", "wrong")
    theirs, ours = s.triaged(lifecycle).do(picture, by=s.CUSTOMER), s.triaged(lifecycle).do(picture)
    known = (c.CheckEvidence("E1", "genuine"), s.propose())
    return theirs.do(*known).asks(wrong), ours.do(*known).asks(wrong)


@case(need.standing_entry)
def what_is_not_on_record_is_not_taken_back(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    noted = s.triaged(lifecycle).do(c.Note("she was refunded"))
    return noted.asks(c.Retract("N2", "another customer")), noted.asks(c.Retract("N1", "another customer"))


@case(need.not_yet_sent)
def what_was_never_written_is_not_recalled(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    asked = s.received(lifecycle).do(c.AskCustomer({"order": "请问订单号?"}))
    return asked.asks(c.Recall("M9", "it is on the bill")), asked.asks(c.Recall("M1", "it is on the bill"))


@case(need.not_yet_sent)
def what_arrived_is_not_recalled(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    asked = s.received(lifecycle).do(c.AskCustomer({"order": "请问订单号?"}))
    recall = c.Recall("M1", "it is on the bill")
    return asked.do(s.receipt("M1"), by=s.SYSTEM).asks(recall), asked.asks(recall)


@case(guards.identity_where_an_account_is_at_stake)
def a_stolen_account_is_not_handed_over_by_a_new_address(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R22: who called may be the thief."""
    story = s.received(lifecycle, type="account_security")
    known = story.do(c.AddEvidence("identity", "card", "agrees"), c.CheckEvidence("E1", "genuine"))
    moved = c.Correct({"contact.email": "new@example.com"}, "she called")
    return story.asks(moved), known.asks(moved)


@case(guards.abuse_decided_above)
def money_for_one_who_threatens_is_decided_by_a_lead(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R47: the grievance is paid all the same, but not by the one who was threatened."""
    story = s.paying(lifecycle).do(c.RecordAbuse(Abuse.THREAT, "E1", "in the chat of 10:02"))
    pays = c.ApproveCompensation("C1")
    return story.asks(pays), story.asks(pays, s.LEAD)


@case(guards.abusive_decline)
def one_who_was_insulted_does_not_decline(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R47: a customer who swears may be right."""
    story = s.investigating(lifecycle).do(c.RecordAbuse(Abuse.INSULT, "E1", "in the chat of 10:02"))
    return story.asks(s.decline()), story.asks(s.decline(), s.LEAD)


@case(need.abuse_taken_back)
def what_was_recorded_against_a_customer_is_taken_back_by_a_lead(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle).do(c.RecordAbuse(Abuse.INSULT, "E1", "in the chat of 10:02"))
    back = c.RecordAbuse(Abuse.INSULT, "E1", "it was meant for the carrier", stands=False)
    return story.asks(back), story.asks(back, s.LEAD)


@case(need.part_exists)
def only_evidence_on_record_is_checked(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle)
    return story.asks(c.CheckEvidence("E2", "genuine")), story.asks(c.CheckEvidence("E1", "genuine"))


@case(need.part_exists)
def abuse_is_shown_by_evidence(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R47: nobody is called abusive without a proof on record."""
    story = s.investigating(lifecycle)
    insult = c.RecordAbuse(Abuse.INSULT, "E1", "in the chat of 10:02")
    return story.asks(attrs.evolve(insult, evidence="E2")), story.asks(insult)


@case(need.part_exists)
def a_message_is_no_evidence(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle).do(s.acknowledge())
    return story.asks(c.FindCause("a retry", "M1")), story.asks(c.FindCause("a retry", "E1"))


@case(need.part_exists)
def a_cause_begins_the_investigation_on_evidence(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R9: evidence recorded before the triage serves as well."""
    early = s.received(lifecycle).do(c.AddEvidence("log", "gateway", "two captures")).do(s.triage())
    return s.triaged(lifecycle).asks(c.FindCause("a retry", "E1")), early.asks(c.FindCause("a retry", "E1"))


@case(need.part_exists)
def only_what_was_sent_arrives(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.told(lifecycle)
    return story.asks(s.receipt("M3"), s.SYSTEM), story.asks(s.receipt("M2"), s.SYSTEM)


@case(need.times_to_come)
def a_due_time_lies_ahead(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(c.AddTask("reverse it", "wang", s.T0)), story.asks(s.TASK)


@case(need.times_to_come)
def a_task_added_later_lies_ahead_too(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle)
    return story.asks(c.AddTask("reverse it", "wang", s.T0)), story.asks(s.TASK)


@case(need.times_to_come)
def a_follow_up_lies_ahead(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.withdrawn(lifecycle)
    return story.asks(c.AddTask("look again", "wang", s.T0), s.SYSTEM), story.asks(s.TASK, s.SYSTEM)


@case(need.times_to_come)
def an_answer_is_expected_in_the_future(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.refer(feedback_at=s.T0)), story.asks(s.refer())


@case(need.times_to_come)
def a_second_request_too(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle)
    return story.asks(s.refer(expected_by=s.T0)), story.asks(s.refer())


@case(need.times_to_come)
def a_compensation_arrives_in_the_future(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle)
    return story.asks(s.compensate(arrives=s.T0)), story.asks(s.compensate(arrives=None))


@case(need.open_referral)
def a_party_replies_to_what_it_was_asked(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle).do(s.refer(), c.AskCustomer({"order": "订单号?"}))
    return story.asks(c.PartyReply("Q1", "yes")), story.asks(c.PartyReply("R1", "yes"))


@case(need.one_to_three)
def no_option_is_no_proposal(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.investigating(lifecycle)
    return story.asks(c.Propose(())), story.asks(s.propose())


@case(need.one_to_three)
def four_options_are_too_many(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, option = s.investigating(lifecycle), s.propose().options
    return story.asks(c.Propose(option * 4)), story.asks(c.Propose(option * 3))


@case(need.on_offer)
def the_customer_agrees_to_what_is_offered(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.proposed(lifecycle)
    return story.asks(c.Agree("O2", s.HEARD), s.CUSTOMER), story.asks(c.Agree("O1", s.HEARD), s.CUSTOMER)


@case(need.open_task)
def a_task_is_finished_once(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, done = s.executing(lifecycle).do(s.TASK), c.FinishTask("T1")
    return story.do(done).asks(done), story.asks(done)


@case(need.open_task)
def a_task_is_cancelled_while_it_is_open(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, cancel = s.executing(lifecycle), c.CancelTask("T1", "not needed")
    return story.asks(cancel), story.do(s.TASK).asks(cancel)


def _owing(lifecycle: Lifecycle) -> s.Story:
    """Two compensations are approved, and neither was proved to have arrived."""
    story = s.paying(lifecycle).do(c.ApproveCompensation("C1"), s.compensate(kind="points"))
    return story.do(c.ApproveCompensation("C2"))


def _payment(compensation: str = "") -> c.AddEvidence:
    return c.AddEvidence("payment", "bank", "paid", compensation=compensation)


@case(need.payment_named)
def a_payment_says_which_of_several_compensations_it_proves(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R26a: of the last one it need not."""
    story = _owing(lifecycle)
    return story.asks(_payment()), story.do(_payment("C2"), c.CheckEvidence("E3", "in the ledger")).asks(_payment())


@case(need.payment_named)
def a_payment_proves_a_compensation_that_is_owed(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = _owing(lifecycle)
    return story.asks(_payment("C3")), story.asks(_payment("C1"))


@case(need.payment_named)
def a_payment_that_begins_the_investigation_proves_only_what_is_owed(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(_payment("C1")), story.asks(_payment())


@case(need.payment_named)
def after_closing_too_a_payment_proves_only_what_is_owed(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.closed(lifecycle)
    return story.asks(_payment("C1")), story.asks(_payment())


@case(need.payment_named)
def after_a_merge_too_a_payment_proves_only_what_is_owed(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.merged(lifecycle)
    return story.asks(_payment("C1")), story.asks(_payment())


@case(need.reply_awaited)
def only_what_awaits_a_reply_needs_none(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, settle = s.triaged(lifecycle), c.NoReplyNeeded("an automatic answer")
    return story.asks(settle), story.do(c.Hear("我不在办公室"), by=s.CUSTOMER).asks(settle)


@case(need.reply_awaited)
def what_is_named_is_there(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle).do(c.Hear("我不在办公室"), by=s.CUSTOMER)
    return story.asks(c.NoReplyNeeded("read", {"survey"})), story.asks(c.NoReplyNeeded("read", {"words"}))


@case(need.may_answer)
def who_could_reply_says_that_no_reply_is_needed(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, settle = s.triaged(lifecycle).do(c.Hear("我不在办公室"), by=s.CUSTOMER), c.NoReplyNeeded("read")
    return story.asks(settle, s.ENGINEER), story.asks(settle)


@case(need.open_claim)
def a_compensation_is_refused_once(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, refuse = s.paying(lifecycle), c.RefuseCompensation("C1", "refunded")
    return story.do(refuse).asks(refuse), story.asks(refuse)


@case(need.open_claim, "within-authority")
def a_compensation_is_approved_while_it_is_open(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, pay = s.paying(lifecycle), c.ApproveCompensation("C1")
    return story.do(pay).asks(pay), story.asks(pay)


@case(need.clock_can_stop)
def a_pause_begins_when_somebody_was_asked(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R3: not before, or we would count our own delay as theirs."""
    story = s.triaged(lifecycle).later(hours=2).do(c.AskCustomer({"order": "请问订单号?"})).later(hours=1)
    early, asked = (s.pause("customer", since=story.at - timedelta(hours=hours)) for hours in (2, 1))
    return story.asks(early), story.asks(asked)


@case(need.clock_can_stop)
def a_clock_stops_when_somebody_was_asked(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return story.asks(s.pause("customer")), story.do(c.AskCustomer({"order": "订单号?"})).asks(s.pause("customer"))


@case(need.clock_can_stop)
def a_proposal_asks_the_customer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.proposed(lifecycle)
    return story.asks(s.pause("party")), story.asks(s.pause("customer"))


@case(need.clock_can_stop)
def a_clock_stops_once(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.proposed(lifecycle)
    return story.do(s.pause("customer")).asks(s.pause("customer")), story.asks(s.pause("customer"))


@case(need.clock_can_stop)
def a_clock_does_not_stop_in_the_future(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.proposed(lifecycle)
    return story.asks(s.pause("customer", since=s.LATER)), story.asks(s.pause("customer", since=s.T0))


@case(need.clock_can_stop)
def a_clock_is_not_stopped_too_long_ago(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R3: dated back within the policy's limit."""
    story = s.proposed(lifecycle).later(days=4)
    limit = story.at - timedelta(days=3)
    too_long = s.pause("customer", since=limit - timedelta(seconds=1))
    return story.asks(too_long), story.asks(s.pause("customer", since=limit))


@case(need.clock_stands)
def only_a_stopped_clock_goes_on(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.proposed(lifecycle)
    return story.asks(c.Resume()), story.do(s.pause("customer")).asks(c.Resume())


@case(need.deadline_passed)
def a_deadline_is_missed_when_it_is_past(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, missed = s.triaged(lifecycle), c.MissDeadline("first-response", s.T0 + timedelta(hours=1))
    return story.asks(missed, s.SYSTEM), story.later(hours=1).asks(missed, s.SYSTEM)


@case(need.deadline_passed)
def a_recorded_deadline_is_not_missed_before_its_time(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R28: whatever time the command names."""
    story, missed = s.triaged(lifecycle).do(s.refer()), c.MissDeadline("R1", s.T0)
    return story.asks(missed, s.SYSTEM), story.later(days=1).asks(missed, s.SYSTEM)


@case(need.deadline_passed)
def the_clock_of_a_plan_is_missed_when_the_plan_is(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R26a: whatever time the command names."""
    story, missed = s.planned(lifecycle), c.MissDeadline("plan/1/1", s.T0)
    return story.asks(missed, s.SYSTEM), story.later(days=60).asks(missed, s.SYSTEM)


@case(need.fits_the_policy)
def it_moves_to_the_policy_that_decides(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """Promise 9."""
    story = s.triaged(lifecycle)
    there = c.Migrate(lifecycle.policy.digest, "wu", "spring")
    return story.asks(c.Migrate("another", "wu", "spring"), s.SYSTEM), story.asks(there, s.SYSTEM)


@case(need.fits_the_policy)
def what_the_policy_does_not_know_stays_under_its_own(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, move = s.received(lifecycle), c.Migrate(lifecycle.policy.digest, "wu", "spring")
    return s.received(lifecycle, type="parcel").asks(move, s.SYSTEM), story.asks(move, s.SYSTEM)


@case(need.reminded_once)
def a_level_of_a_clock_reminds_once(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """Promise 7: the next level does."""
    first, next = (c.Remind(f"due soon: {at}", Audience.TEAM, f"cause/1/1@{at}") for at in ("warn1", "lead"))
    story = s.triaged(lifecycle).do(first, by=s.SYSTEM)
    return story.asks(first, s.SYSTEM), story.asks(next, s.SYSTEM)


@case(need.came_back)
def an_end_whose_notice_arrived_is_not_undone(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    told = s.told(lifecycle).received_all().later(days=3)
    closed = told.do(c.Close(), by=s.SYSTEM).received_all()
    notice = closed.facts.cycle.notice
    lost = closed.do(s.receipt(notice, "failed"), by=s.SYSTEM)
    return closed.asks(c.Unclose(notice), s.SYSTEM), lost.asks(c.Unclose(notice), s.SYSTEM)


@case(need.came_back)
def nor_one_whose_plan_arrived(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    closed = s.planned(lifecycle).received_all().do(c.Close()).received_all()
    plan = closed.facts.cycle.plan_notice
    lost = closed.do(s.receipt(plan, "failed"), by=s.SYSTEM)
    return closed.asks(c.Unclose(plan), s.SYSTEM), lost.asks(c.Unclose(plan), s.SYSTEM)


@case(need.came_back)
def nor_one_whose_question_arrived(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    declined = s.triaged(lifecycle).do(c.AskCustomer({"card": "哪张卡?"}), s.decline()).received_all()
    lost = declined.do(s.receipt("M1", "failed"), by=s.SYSTEM)
    return declined.asks(c.Unclose("M1"), s.SYSTEM), lost.asks(c.Unclose("M1"), s.SYSTEM)


@case(need.merged_here)
def only_what_was_merged_here_is_absorbed(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    target, source = s.other(lifecycle), s.merged(lifecycle).complaint
    absorb = c.Absorb("C-1")
    apart = target.beside(s.triaged(lifecycle).complaint)
    return apart.asks(absorb, s.SYSTEM), target.beside(source).asks(absorb, s.SYSTEM)


@case(need.merged_here)
def what_nobody_brought_along_is_not_absorbed(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    target, absorb = s.other(lifecycle), c.Absorb("C-1")
    return target.asks(absorb, s.SYSTEM), target.beside(s.merged(lifecycle).complaint).asks(absorb, s.SYSTEM)


@case(need.released_here)
def only_what_was_absorbed_is_released(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    merged, release = s.merged(lifecycle), c.Release("C-1")
    target, undone = s.other(lifecycle), merged.do(c.Unmerge()).complaint
    absorbed = target.beside(merged.complaint).do(c.Absorb("C-1"), by=s.SYSTEM)
    return target.beside(undone).asks(release, s.SYSTEM), absorbed.beside(undone).asks(release, s.SYSTEM)


@case(need.released_here)
def what_is_still_merged_is_not_released(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R35: a merge is undone on both records, or on none."""
    merged, release = s.merged(lifecycle), c.Release("C-1")
    absorbed = s.other(lifecycle).beside(merged.complaint).do(c.Absorb("C-1"), by=s.SYSTEM)
    undone = absorbed.beside(merged.do(c.Unmerge()).complaint)
    return absorbed.asks(release, s.SYSTEM), undone.asks(release, s.SYSTEM)


@case(need.surveyed_once)
def the_customer_is_surveyed_once(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.closed(lifecycle)
    return story.do(c.Survey(5), by=s.CUSTOMER).asks(c.Survey(4), s.CUSTOMER), story.asks(c.Survey(4), s.CUSTOMER)


@case(need.surveyed_once)
def an_archived_one_is_rated_once(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.closed(lifecycle).received_all().do(s.LABEL, c.Archive())
    return story.do(c.Survey(5), by=s.CUSTOMER).asks(c.Survey(4), s.CUSTOMER), story.asks(c.Survey(4), s.CUSTOMER)


@case(need.rated_alone)
def an_archived_record_takes_the_rating_alone(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R37: nobody looks at what is written there."""
    story = s.closed(lifecycle).received_all().do(s.LABEL, c.Archive())
    return story.asks(c.Survey(1, comment="where is my money?"), s.CUSTOMER), story.asks(c.Survey(1), s.CUSTOMER)


@case(imported.old_dates_in_order)
def an_old_case_is_closed_after_it_came_in(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    blank, before = s.Story(lifecycle), s.T0 - timedelta(days=10)
    return blank.asks(s.imported(closed_at=before), s.SYSTEM), blank.asks(s.imported(), s.SYSTEM)


@case(imported.old_dates_in_order)
def a_running_one_has_no_time_to_come(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    blank, ahead = s.Story(lifecycle), s.T0 + timedelta(days=1)
    running = s.imported(closed=False, assigned_at=s.T0)
    return blank.asks(s.imported(closed=False, received_at=ahead), s.SYSTEM), blank.asks(running, s.SYSTEM)


@case(imported.old_dates_in_order)
def nobody_answered_first_after_the_end(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    blank = s.Story(lifecycle)
    late = s.imported(first_answered_at=s.T0 - timedelta(days=1))
    return blank.asks(late, s.SYSTEM), blank.asks(s.imported(first_answered_at=s.T0 - timedelta(days=8)), s.SYSTEM)


@case(imported.old_cause_known)
def the_cause_of_an_old_case_is_written_as_ours(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    blank, cause = s.Story(lifecycle), f"{next(iter(lifecycle.policy.root_causes.values()))}-支付流程"
    return blank.asks(s.imported(root_cause="BUG"), s.SYSTEM), blank.asks(s.imported(root_cause=cause), s.SYSTEM)


@case(imported.old_cause_known)
def so_is_that_of_one_that_runs(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    blank, blankly = s.Story(lifecycle), s.imported(closed=False)
    return blank.asks(s.imported(closed=False, root_cause="BUG"), s.SYSTEM), blank.asks(blankly, s.SYSTEM)


@case(need.contact_known)
def an_old_case_that_runs_can_be_answered(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    blank, known = s.Story(lifecycle), Customer("u-17", contact={"email": "u@example.com"})
    silent = s.imported(closed=False, channel="email")
    return blank.asks(silent, s.SYSTEM), blank.asks(attrs.evolve(silent, customer=known), s.SYSTEM)


@case(need.earlier_one_known)
def an_old_case_follows_one_of_the_same_customer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    earlier = s.other(lifecycle, "C-7").complaint
    follows = s.imported(follows="C-7")
    return s.Story(lifecycle).asks(follows, s.SYSTEM), s.Story(lifecycle).beside(earlier).asks(follows, s.SYSTEM)


@case(need.earlier_one_known)
def so_does_one_that_runs(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    earlier = s.other(lifecycle, "C-7").complaint
    follows = s.imported(closed=False, follows="C-7")
    return s.Story(lifecycle).asks(follows, s.SYSTEM), s.Story(lifecycle).beside(earlier).asks(follows, s.SYSTEM)


@case(need.reopened_in_time)
def what_another_system_closed_is_reopened_in_time_as_well(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.Story(lifecycle).do(s.imported(), by=s.SYSTEM)
    again = c.Reopen("又出现了")
    return story.later(days=30).asks(again, s.CUSTOMER), story.later(days=20).asks(again, s.CUSTOMER)


@case(need.known_root_cause)
def a_root_cause_begins_with_a_known_word(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R37: in either language, with the place where it lies."""
    story = s.closed(lifecycle)
    return story.asks(c.LabelCause("bad luck-payment")), story.asks(c.LabelCause("产品缺陷-支付流程"))


@case(need.known_root_cause)
def a_root_cause_says_where(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.closed(lifecycle)
    return story.asks(c.LabelCause("process gap - ")), story.asks(c.LabelCause("process gap - refund"))


@case(need.review_attended)
def a_review_is_held_by_those_whom_it_called(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R30: nobody, strangers, or two of three decide nothing; roles compare without case and blanks."""
    story = s.triaged(lifecycle)
    two = [Participant("Service Lead", "zhou"), Participant("technical-lead", "wang")]
    assert story.refused(c.RecordReview("roll back", [])) == {"review-attended"}
    assert story.refused(c.RecordReview("roll back", ["wu"])) == {"review-attended"}
    all_three = [*two, Participant(" product  manager", "zhou")]
    return story.asks(c.RecordReview("roll back", two)), story.asks(c.RecordReview("roll back", all_three))


@case(need.times_to_come)
def a_call_is_due_in_the_future(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R21: a task to call begins no investigation."""
    story = s.triaged(lifecycle)
    late, soon = (c.AddTask("call", "li", due, call=CallPlan()) for due in (s.T0, s.LATER))
    assert story.do(soon).state == "triaged"
    return story.asks(late), story.asks(soon)


@case(need.experienced_caller)
def a_serious_complaint_is_called_by_the_experienced(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """R21: whom the policy names, at the grades that it names; others call at the other grades."""
    house = lifecycle.under(Policy(calls=Calls(experienced={"lead"})))
    call = c.Call("apologise, explain, offer", "will send a screenshot")
    calm, serious = s.triaged(house), s.triaged(house).do(s.regrade("A", "many are concerned"))
    assert calm.asks(call).decision.accepted
    return serious.asks(call), serious.asks(call, s.LEAD)


@case(need.reopened_in_time)
def after_the_window_it_is_a_new_complaint(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, reopen = s.closed(lifecycle), c.Reopen("it is back")
    return story.later(days=30, minutes=1).asks(reopen, s.CUSTOMER), story.later(days=30).asks(reopen, s.CUSTOMER)


@case(need.authority_to_override)
def an_override_needs_its_authority(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, lift = s.triaged(lifecycle), c.Override("party-heard", "the party went out of business")
    return story.asks(lift, s.LEAD), story.asks(lift, s.MANAGER)


@case(need.authority_to_override)
def what_the_policy_does_not_list_is_not_lifted(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.triaged(lifecycle)
    return (
        story.asks(c.Override("verify-before-notify", "we are sure"), s.MANAGER),
        story.asks(c.Override("no-ping-pong", "they know it best"), s.MANAGER),
    )


# ── erasing

HOLD = c.PlaceHold("a lawsuit about the payment", s.T0 + timedelta(days=30))
ERASE = c.Erase("wu", "asked by mail", 7)


@case(need.times_to_come)
def a_hold_ends_in_the_future(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story = s.closed(lifecycle)
    return story.asks(c.PlaceHold("a lawsuit", s.T0)), story.asks(HOLD)


@case(need.hold_grows)
def a_hold_without_an_end_is_ended_by_no_second_one(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    held = s.closed(lifecycle).do(c.PlaceHold("a lawsuit"))
    return held.asks(HOLD), held.do(c.LiftHold("it was settled")).asks(HOLD)


@case(need.hold_grows)
def a_hold_is_placed_again_to_last_longer(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    held, end = s.closed(lifecycle).do(HOLD), s.T0 + timedelta(days=30)
    return held.asks(c.PlaceHold("a lawsuit", end - timedelta(seconds=1))), held.asks(c.PlaceHold("a lawsuit", end))


@case(need.hold_grows)
def a_hold_that_is_over_keeps_no_new_one_off(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    held = s.closed(lifecycle).do(c.PlaceHold("a lawsuit", s.T0 + timedelta(days=90)))
    sooner = c.PlaceHold("another one", s.T0 + timedelta(days=60))
    over = s.closed(lifecycle).do(HOLD)
    over = over.later(seconds=(s.T0 + timedelta(days=30) - over.at).total_seconds())
    return held.asks(sooner), over.asks(sooner)


@case(need.on_hold)
def only_a_hold_that_stands_is_lifted(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    story, lift = s.closed(lifecycle), c.LiftHold("it was settled")
    return story.asks(lift), story.do(HOLD).asks(lift)


@case(machines.person_decides)
def a_machine_lifts_no_hold(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    held, lift = s.closed(lifecycle).do(HOLD), c.LiftHold("it was settled")
    return held.asks(lift, BOT), held.asks(lift)


@case(need.not_on_hold)
def what_is_on_hold_is_not_erased(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    held = s.closed(lifecycle).do(c.PlaceHold("a lawsuit"))
    return held.asks(ERASE, s.SYSTEM), held.do(c.LiftHold("it was settled")).asks(ERASE, s.SYSTEM)


@case(need.not_on_hold)
def a_hold_with_an_end_ends_by_itself(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    held = s.closed(lifecycle).do(HOLD)
    ends = held.later(seconds=(s.T0 + timedelta(days=30) - held.at).total_seconds())
    return ends.later(seconds=-1).asks(ERASE, s.SYSTEM), ends.asks(ERASE, s.SYSTEM)


@case(need.settled_before_erasure)
def what_has_a_task_open_is_not_erased(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    """The words of the task say what was promised, and by when."""
    busy = s.closed(lifecycle).do(s.TASK, by=s.SYSTEM)
    task = next(iter(busy.facts.open_tasks))
    return busy.asks(ERASE, s.SYSTEM), busy.do(c.CancelTask(task, "the bank has done it")).asks(ERASE, s.SYSTEM)


@case(need.settled_before_erasure)
def what_the_customer_wrote_is_answered_before_it_is_erased(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    closed = s.closed(lifecycle)
    wrote = closed.do(c.Hear("还是扣了两次"), by=s.CUSTOMER)
    return wrote.asks(ERASE, s.SYSTEM), closed.asks(ERASE, s.SYSTEM)


@case(need.words_stand)
def nobody_reopens_what_was_erased(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    closed, reopen = s.closed(lifecycle), c.Reopen("still charged twice")
    return closed.do(ERASE, by=s.SYSTEM).asks(reopen), closed.asks(reopen)


@case(need.words_stand)
def nor_what_another_system_had_closed(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    old, reopen = s.Story(lifecycle).do(s.imported(), by=s.SYSTEM), c.Reopen("still charged twice")
    return old.do(ERASE, by=s.SYSTEM).asks(reopen), old.asks(reopen)


@case(need.words_stand)
def nor_what_was_withdrawn(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    withdrawn, reopen = s.received(lifecycle).do(s.WITHDRAW), c.Reopen("still charged twice")
    return withdrawn.do(ERASE, by=s.SYSTEM).asks(reopen), withdrawn.asks(reopen)


@case(need.words_stand)
def nobody_disputes_a_decline_that_was_erased(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    declined, dispute = s.received(lifecycle).do(s.decline()), c.Dispute(s.HEARD)
    return declined.do(ERASE, by=s.SYSTEM).asks(dispute), declined.asks(dispute)


@case(need.words_stand)
def no_merge_is_undone_once_it_was_erased(lifecycle: Lifecycle) -> tuple[Attempt, Attempt]:
    merged = s.merged(lifecycle)
    return merged.do(ERASE, by=s.SYSTEM).asks(c.Unmerge()), merged.asks(c.Unmerge())
