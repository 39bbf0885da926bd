"""R16, R32: nobody hears or reads "solved" for which no proof stands, by whatever command, way or page."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import attrs
import pytest

from complaintflow import Actor, Customer, Desk, Lifecycle, Option, Refused, commands as c
from complaintflow.channels import Channels
from complaintflow.commands import Command
from complaintflow.lifecycle import STAFF, STAY, TABLE, Row
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import OPEN, Grade, State
from tests.stories import LEAD, LI, T0, WANG

SOLVED = "您的问题已经解决"
FIX, PROOF = c.Resolve("重新同步", touches="own_system"), c.Verify(True, "后台查看", "截图 12")
FACTS = (c.AddEvidence("log", "网关", "两次扣款"), c.CheckEvidence("E1", "属实"))
SOON = T0 + timedelta(days=1)
NEWS = c.Update("customer", "订单扣了两次款", None, SOLVED, "请您查看账户", SOON)
NOTICE = c.Notify("订单扣了两次款", "网关重复扣款", "第二笔已退回", "请您查看账户", SOON, "机器扣了两次")
FALLS = {
    "a failed verification": c.Verify(False, "后台查看", "还有两笔"),
    "a mitigation": c.Mitigate("重启服务", "own_system"),
    "another fix": c.Resolve("再次同步", touches="own_system"),
}


class Case:
    """A desk with one complaint of u-17, and a way that keeps what was sent."""

    def __init__(self, *extra: Any) -> None:
        self.way = RecordingChannel()
        lifecycle = Lifecycle(table=(*TABLE, *extra))
        self.desk = Desk.open(
            "memory://", lifecycle=lifecycle, plugins=[Channels({"email": self.way})], clock=FrozenClock(T0)
        )
        self.id = self.receive()

    def receive(self) -> str:
        customer = Customer("u-17", contact={"email": "u17@example.com"}, language="zh")
        words = c.Receive("email", customer, "我付了两次款", order="A-1")
        return self.desk.receive(words, c.Triage("billing", "payment"), *FACTS, by=LI).id

    def do(self, *commands: Command, by: Actor = LI) -> None:
        self.desk.do(self.id, *commands, by=by)

    def rules(self, *commands: Command, by: Actor = LI) -> set[str]:
        try:
            self.do(*commands, by=by)
        except Refused as refused:
            return {refusal.rule for refusal in refused.refusals}
        return set()

    @property
    def sent(self) -> list[str]:
        self.desk.deliver()
        return [message.kind for message in self.way.calls]

    @property
    def page(self) -> str:
        return "\n".join(self.desk.customer_view(self.id).told)


@pytest.mark.parametrize("fall", FALLS.values(), ids=FALLS)
def test_no_customer_is_sent_solved_that_waited_while_its_proof_fell(fall: Command) -> None:
    case = Case()
    case.do(FIX, PROOF, NEWS)
    case.do(fall)
    assert (case.sent, case.page) == ([], "")


@pytest.mark.parametrize("fall", FALLS.values(), ids=FALLS)
def test_the_page_takes_back_solved_that_was_told_in_an_update(fall: Command) -> None:
    case = Case()
    case.do(FIX, PROOF, NEWS)
    assert case.sent == ["Update"]
    assert SOLVED in case.page
    case.do(fall)
    assert case.page == ""


def test_the_page_shows_it_again_once_the_same_fix_is_proved_again() -> None:
    case = Case()
    case.do(FIX, PROOF, NEWS)
    case.do(c.Mitigate("重启服务", "own_system"), PROOF)
    assert SOLVED in case.page
    assert case.sent == ["Update"]


def test_terms_that_say_solved_fall_with_the_proof_as_well() -> None:
    case = Case()
    identity = (c.AddEvidence("identity", "证件", "本人"), c.CheckEvidence("E2", "一致"))
    pay = c.Compensate("coupon", Decimal(50), "CNY", SOON, f"{SOLVED},请收下")
    case.do(*identity, FIX, PROOF, pay, c.ApproveCompensation("C1"))
    case.do(c.Verify(False, "后台查看", "还有两笔"))
    assert (case.sent, case.page) == ([], "")


def test_progress_that_claims_nothing_outlives_the_proof() -> None:
    case = Case()
    case.do(FIX, PROOF, attrs.evolve(NEWS, done="我们核对了支付网关的记录"), c.Mitigate("重启服务", "own_system"))
    assert case.sent == ["Update"]


def test_a_merged_complaint_shows_no_solved_while_its_target_is_worked_on() -> None:
    case = Case()
    case.do(FIX, PROOF, NEWS, NOTICE)
    assert case.sent == ["Update", "Notify"]
    case.do(c.Merge(case.receive()))
    assert case.page == ""
    case.do(c.Unmerge())
    assert SOLVED in case.page


def test_in_an_emergency_who_made_the_fix_says_solved_in_no_other_words_either() -> None:
    case = Case()
    case.do(c.Regrade(Grade.E, "money is lost"), by=LEAD)
    case.do(FIX, PROOF)
    assert case.rules(NEWS) == case.rules(c.Call(SOLVED, "he is glad")) == {"no-solved-wording-before-proof"}
    case.do(PROOF, by=WANG)
    assert case.rules(NEWS) == set()


def test_a_notice_that_waits_is_not_sent_when_it_became_an_emergency_that_nobody_else_verified() -> None:
    case = Case()
    case.do(FIX, PROOF, NOTICE)
    case.do(c.Regrade(Grade.E, "money is lost"), by=LEAD)
    assert case.sent == []
    assert case.desk.get(case.id).state == State.AWAITING_CONFIRMATION


def test_a_task_that_is_set_afterwards_takes_no_true_notice_from_the_customer() -> None:
    case = Case()
    case.do(c.Regrade(Grade.E, "money is lost"), FIX, by=LEAD)
    case.do(PROOF, by=WANG)
    case.do(NOTICE, c.AddTask("write a page for the hotline", "wang", SOON))
    assert case.sent == ["Notify"]
    assert NOTICE.done in case.page
    case.do(c.FinishTask("T1", "own_system"), by=WANG)
    assert case.page == ""


@attrs.frozen
class Say(Command):
    """It sends its `message` and says that no customer reads anything."""

    message: str

    def changes(self, ask: Any) -> dict[str, Any]:
        return ask.message()  # type: ignore[no-any-return]

    def customer_text(self) -> str:
        return ""


@attrs.frozen
class SayOther(Say):
    """It names harmless words and sends others."""

    def customer_text(self) -> str:
        return "我们正在核对"


@attrs.frozen
class SayBare(Say):
    """It sends a message without asking for one."""

    def changes(self, ask: Any) -> dict[str, Any]:
        return {"messages": ask.facts.messages + 1}


@pytest.mark.parametrize("kind", [Say, SayOther, SayBare])
def test_a_command_of_a_house_does_not_hide_what_it_sends(kind: type[Say]) -> None:
    case = Case(Row(kind, OPEN, STAY, who=STAFF))
    assert case.rules(kind(SOLVED)) == {"no-solved-wording-before-proof"}
    assert case.rules(kind("我们会回滚系统")) == {"plain-words"}
    assert case.rules(kind("我们正在核对")) == set()


def test_what_such_a_command_told_falls_with_the_proof() -> None:
    case = Case(Row(Say, OPEN, STAY, who=STAFF))
    case.do(FIX, PROOF, Say(SOLVED))
    case.do(c.Mitigate("重启服务", "own_system"))
    assert (case.sent, case.page) == ([], "")


@pytest.mark.parametrize("part", ["basis", "pros", "cons"])
@pytest.mark.parametrize("short", ["快", "无", "quick"])
def test_no_part_of_an_option_hides_solved_behind_a_short_one(part: str, short: str) -> None:
    texts = {"basis": short, "pros": short, "cons": short, "expected": "accepts", part: SOLVED}
    assert "no-solved-wording-before-proof" in Case().rules(c.Propose((Option("refund", **texts),)))


def test_no_letter_greets_a_customer_by_the_word_that_it_is_solved() -> None:
    case = Case()
    assert case.rules(c.Correct({"customer.name": SOLVED}, "typing error")) == {"no-solved-wording-before-proof"}
    assert case.rules(c.Correct({"customer.name": "李瑞"}, "typing error")) == set()


@pytest.mark.parametrize("plain", ["-", "。", " … "])
def test_no_dash_explains_a_technical_result(plain: str) -> None:
    case = Case()
    case.do(c.Triage("fault", summary="同一故障", harm="无法付款", no_material_because="没有"), FIX, PROOF)
    notice = attrs.evolve(NOTICE, judged="重试没有幂等", plain=plain)
    assert case.rules(notice) == {"plain-language", "plain-words"}
