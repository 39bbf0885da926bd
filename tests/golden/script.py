"""A few lives of complaints in which every command happens at least once, told in Chinese or in English.

`perform` plays them at any desk. The recorded histories, the property that nothing internal reaches a
customer, and the pages of `tests/messages` are made from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

import attrs

from complaintflow import Action, Actor, Attachment, Customer, Desk, Option, Policy, Said, Signals, commands as c
from complaintflow.testing import FrozenClock
from complaintflow.values import OldCase, OldNote
from complaintflow.vocabulary import (
    Abuse,
    Audience,
    Emotion,
    Exposure,
    Grade,
    Impact,
    PausedBy,
    Remedy,
    Touches,
    Urgency,
    Vulnerability,
)

__all__ = ["LANGUAGES", "Step", "perform", "steps"]

LANGUAGES = ("zh", "en")
BOT = Actor.machine("bot")
LI = Actor("li", frozenset({"agent"}), "payments")
WANG = Actor("wang", frozenset({"agent"}), "payments")
WU = Actor("wu", frozenset({"lead"}), "payments")
ZHAO = Actor("zhao", frozenset({"manager"}))
SYSTEM = Actor.system()
CUSTOMER = Actor.customer("u-17")
FILM = Attachment("https://files.example.com/1.mp4", "video/mp4", 1024, "sha256:ab")
HOUR, DAY = timedelta(hours=1), timedelta(days=1)

Make = Callable[[dict[str, str], datetime], c.Command]


@attrs.frozen
class Step:
    """Which complaint, who, what; `make` is given the ids by name and the time."""

    story: str
    by: Actor
    make: Make
    after: timedelta = timedelta(minutes=1)
    sends: bool = True


def perform(
    desk: Desk,
    clock: FrozenClock,
    language: str,
    change: Callable[[c.Command, Actor], tuple[c.Command, Actor]] | None = None,
    *,
    erases: bool = False,
) -> dict[str, str]:
    """Play all steps, delivering after each; the ids of the complaints by name. `erases`: an erasure ends it."""
    ids: dict[str, str] = {}
    for step in steps(language, desk.policy, erases=erases):
        clock.now += step.after
        command, by = step.make(ids, clock.now), step.by
        if change:
            command, by = change(command, by)
        if isinstance(command, c.Receive):
            ids[step.story] = desk.receive(command, by=by).id
        else:
            desk.do(ids[step.story], command, by=by)
        if step.sends:
            desk.deliver()
    return ids


def now(story: str, by: Actor, *commands: c.Command) -> Iterator[Step]:
    """These commands, one after the other."""
    for command in commands:
        yield Step(story, by, partial(_as_it_is, command))


def _as_it_is(command: c.Command, ids: dict[str, str], at: datetime) -> c.Command:
    return command


def steps(language: str, house: Policy, *, erases: bool = False) -> Iterator[Step]:
    """All steps in one language, in a house with this policy."""
    script = _Script(language, house)
    for part in (
        script.intake,
        script.triage,
        script.escalation,
        script.responsibility,
        script.agreement,
        script.work,
        script.first_fix,
        script.second_fix,
        script.third_fix,
        script.merging,
        script.planning,
        script.history,
        script.taking_back,
        *([script.erasing] if erases else []),
    ):
        yield from part()


@attrs.frozen
class _Script:
    language: str
    house: Policy

    def say(self, zh: str, en: str) -> str:
        return zh if self.language == "zh" else en

    def said(self, zh: str, en: str) -> Said:
        return Said(self.say(zh, en), "phone", "call-7", "li")

    def receive(self, order: str, type: str, **more: Any) -> c.Receive:
        contact = {"email": "li@example.com", "phone": "+86 10"}
        customer = Customer("u-17", "vip", self.say("李雷", "Lee Ray"), contact, self.language, "email")
        paid_twice = self.say("我付了两次款,而且无法提现。", "I paid twice, and I cannot withdraw my money.")
        shop = self.say("北店", "North")
        order = f"{order}-{self.language}"  # one customer is paid once for one order
        whole = c.Receive("app", customer, paid_twice, type, "payment", "merchant", order, shop=shop)
        return attrs.evolve(whole, **more)

    def update(self, audience: Audience, number: int) -> Step:
        def make(ids: dict[str, str], at: datetime) -> c.Command:
            return c.Update(
                audience,
                self.say(f"您付了两次款(第{number}次进展)", f"You paid twice (news {number})"),
                None,
                self.say("我们向银行要了记录", "We asked the bank for its record"),
                self.say("我们核对这些记录", "We compare the records"),
                at + DAY,
            )

        return Step("main", LI, make)

    def notify(self, number: int) -> Step:
        def make(ids: dict[str, str], at: datetime) -> c.Command:
            return c.Notify(
                self.say(f"您付了两次款(第{number}次修复)", f"You paid twice (fix {number})"),
                self.say("网关重复扣款", "Our gateway repeated the capture"),
                self.say("第二笔款已退回", "The second payment has been sent back"),
                self.say("请您查看账户", "Please look at your account"),
                at + DAY,
                self.say("机器扣了两次", "The till rang twice"),
            )

        return Step("main", LI, make)

    def propose(self, number: int) -> c.Propose:
        basis = self.say(f"平台规则第七条(第{number}次)", f"platform rule 7 (offer {number})")
        pros, cons = self.say("两天到账", "money in two days"), self.say("无", "none")
        refund = Option(Remedy.REFUND, basis, pros, cons, self.say("会接受", "accepts"))
        pros, cons = self.say("今天到", "today"), self.say("只是券", "a coupon only")
        coupon = Option(Remedy.COUPON, self.say("关怀", "goodwill"), pros, cons, self.say("不会接受", "refuses"))
        return c.Propose((refund, coupon))

    def history(self) -> Iterator[Step]:
        """What another system closed, and what it did not."""
        yield Step("old", SYSTEM, partial(self.old_case, True))
        yield Step("running", SYSTEM, partial(self.old_case, False))

    def old_case(self, closed: bool, ids: dict[str, str], at: datetime) -> c.Command:
        came, said = at - 9 * DAY, self.receive("A-0", "fault")
        status = self.say("已解决", "Solved") if closed else self.say("处理中", "Open")
        old = OldCase(
            "zendesk",
            f"471{closed:d}-{self.language}",
            came,
            status,
            came + 2 * DAY if closed else None,
            resolution=self.say("退了第二笔款", "the second payment was sent back") if closed else "",
            notes=(OldNote(self.say("已退款", "refunded"), came + DAY, "li", public=True),),
        )
        return c.Import(**{field.name: getattr(said, field.name) for field in attrs.fields(c.Receive)}, old=old)

    def intake(self) -> Iterator[Step]:
        yield from now(
            "main",
            SYSTEM,
            self.receive(
                "A-1001",
                "fault",
                needed_by=datetime.fromisoformat("2026-03-09T09:00:00+00:00"),
                desired=self.say("退款", "my money back"),
                needed_for=self.say("发工资", "wages"),
                snapshot={"ip": "192.0.2.7"},
            ),
        )
        yield Step(
            "main",
            SYSTEM,
            lambda ids, at: c.Acknowledge(self.say("您的投诉我们记下了", "We have recorded your complaint"), at + DAY),
        )
        device = self.say("您用的是什么设备?", "Which device do you use?")
        when = self.say("什么时候发生的?", "When did it happen?")
        yield from now("main", LI, c.AskCustomer({"device": device, "occurred_at": when}))
        yield from now("main", LI, c.Pause(PausedBy.CUSTOMER, self.say("等客户回复", "we wait for the answer")))
        yield Step(
            "main",
            SYSTEM,
            lambda ids, at: c.Remind(self.say("请回复我们的问题", "Please remember our question")),
            HOUR,
        )
        yield from now("main", SYSTEM, c.Remind(self.say("客户还没有回复", "no answer yet"), Audience.TEAM))
        yield from now("main", LI, c.Resume())
        yield from now(
            "main",
            CUSTOMER,
            c.Answer({"device": self.say("安卓手机", "a phone"), "occurred_at": self.say("周一", "Monday")}),
        )
        yield from now(
            "main",
            LI,
            c.Correct({"product": self.say("年卡", "annual card")}, self.say("写错了", "a typo")),
        )

    def triage(self) -> Iterator[Step]:
        signals = Signals(Impact.ONE, Urgency.BLOCKED, Emotion.ANGRY, exposure=Exposure.PUBLIC)
        yield from now("main", LI, c.Triage("fault", "payment", signals, "payments"))
        yield from now("main", LI, c.Watch("zhou", "business_lead"), c.Assign("li"))
        yield from now(
            "main",
            LI,
            c.AddEvidence(
                "log", self.say("网关", "gateway"), self.say("10:02 两次扣款", "two captures at 10:02"), (FILM,)
            ),
            c.AddEvidence("identity", self.say("身份证", "id card"), self.say("姓名一致", "the name agrees")),
            c.CheckEvidence("E1", self.say("与账本一致", "agrees with the ledger")),
            c.CheckEvidence("E2", self.say("属实", "genuine")),
            c.RecordAbuse(Abuse.DEMAND, "E1", self.say("要求十倍赔偿", "asks for ten times the price")),
            c.RecordVulnerability(Vulnerability.AGE, self.say("女儿代为联系", "her daughter calls for her")),
            c.FindCause(self.say("重试没有幂等键", "a retry without a key"), "E1"),
            c.Note(self.say("内部备注: 再问银行", "internal: ask the bank again")),
        )
        meant = self.say("原来是十天内", "it meant within ten days")
        yield from now("main", WU, c.RecordAbuse(Abuse.DEMAND, "E1", meant, stands=False))

    def escalation(self) -> Iterator[Step]:
        yield from now(
            "main",
            LI,
            c.Call(
                self.say("致歉并说明", "apologise and explain"), self.say("会发截图", "will send a screenshot"), "wu"
            ),
            c.Block(
                self.say("银行不回复", "the bank does not answer"), self.say("银行联系人", "a contact at the bank")
            ),
            c.Unblock(self.say("银行回复了", "the bank answered"), "B1"),
            c.Block(self.say("缺少日志", "a log is missing"), self.say("运维", "operations")),
            c.Escalate(self.say("一天没有进展", "no breakthrough in a day")),
            c.RecordReview(
                self.say("回滚版本", "roll back the release"), ("service lead", "technical lead", "product manager")
            ),
            c.LinkIncident("I-1"),
            c.Park(self.say("没人知道银行联系人", "nobody knew the bank's contact")),
            c.Handoff(
                "engineering", self.say("已核对", "ledger checked"), self.say("无法提现", "cannot withdraw"), (FILM,)
            ),
        )
        yield from now("main", WU, c.UnlinkIncident(self.say("另有原因", "it has another cause")))
        yield from now(
            "main", ZHAO, c.Override("no-ping-pong", self.say("工程组不处理", "engineering does not own it"))
        )
        yield from now(
            "main", LI, c.Handoff("payments", self.say("退回", "back again"), self.say("无法提现", "cannot withdraw"))
        )

    def responsibility(self) -> Iterator[Step]:
        yield Step(
            "main", LI, lambda ids, at: c.Refer("merchant", self.say("请说明", "please explain"), at + HOUR, at + HOUR)
        )
        yield Step("main", SYSTEM, lambda ids, at: c.MissDeadline("R1", at - HOUR), 2 * HOUR)
        migrate = c.Migrate(self.house.digest, "wu", self.say("春季新规", "the new rules of spring"))
        yield Step("main", SYSTEM, partial(_as_it_is, migrate), timedelta(0))
        yield from now("main", LI, c.PartyReply("R1", self.say("只看到一次扣款", "we see one capture only")))
        reasoning = self.say("第二次扣款来自平台", "the second capture was ours")
        yield from now("main", LI, c.DecideResponsibility("platform", self.say("支付条款4.2", "terms 4.2"), reasoning))
        yield from now("main", LI, c.Regrade(Grade.E, self.say("影响资金", "funds are at risk")))
        yield from now("main", LI, c.Mitigate(self.say("启用备用网关", "second gateway switched on")))
        yield from now("main", WU, c.Regrade(Grade.A, self.say("只有一笔", "one payment only")))

    def agreement(self) -> Iterator[Step]:
        yield from now("main", LI, self.propose(1))
        yield from now(
            "main",
            CUSTOMER,
            c.Object(self.say("今天要到钱", "the money today"), self.said("两天太久", "two days are too long")),
        )
        yield from now("main", LI, self.propose(2))
        yield from now("main", LI, c.Agree("O3", self.said("我同意", "I agree")))

    def work(self) -> Iterator[Step]:
        for what in (self.say("冲正第二笔", "reverse the second capture"), self.say("通知银行", "tell the bank")):
            yield Step("main", LI, lambda ids, at, what=what: c.AddTask(what, "wang", at + DAY))  # type: ignore[misc]
        for kind, amount in (("refund", "50"), ("points", "20.50")):
            terms = self.say("任意订单,90天", "any order, 90 days")
            yield Step(
                "main",
                LI,
                lambda ids, at, kind=kind, amount=amount, terms=terms: c.Compensate(  # type: ignore[misc]
                    kind, Decimal(amount), "CNY", at + DAY, terms
                ),
            )
        yield from now("main", LI, c.ApproveCompensation("C1"))
        yield from now("main", LI, c.RefuseCompensation("C2", self.say("一份足够", "one is enough")))
        yield from now("main", WANG, c.FinishTask("T1", result=self.say("只剩一笔", "one capture left")))
        yield from now("main", LI, c.CancelTask("T2", self.say("银行已知", "the bank knows")))

    def first_fix(self) -> Iterator[Step]:
        for number, audience in enumerate(Audience, 1):
            yield self.update(audience, number)
        yield from now("main", LI, c.Resolve(self.say("第二笔已退", "the second payment is reversed")))
        yield from now("main", WU, c.Verify(True, self.say("账本", "ledger"), self.say("只有一笔", "one capture left")))
        yield self.notify(1)
        yield from now("main", CUSTOMER, c.Hear(self.said("什么时候到账?", "When will it arrive?")))
        yield from now("main", LI, c.NoReplyNeeded(self.say("已电话答复", "answered by phone")))

    def second_fix(self) -> Iterator[Step]:
        yield from now("main", CUSTOMER, c.Dispute(self.said("还是两笔", "I still see two payments")))
        yield from now("main", LI, c.Resolve(self.say("再次退回", "reversed again"), Touches.OWN_SYSTEM))
        yield from now("main", WU, c.Verify(False, self.say("账本", "ledger"), self.say("还是两笔", "still two")))
        yield from now("main", LI, c.Resolve(self.say("手工退回", "reversed by hand"), Touches.OWN_SYSTEM))
        yield from now("main", WU, c.Verify(True, self.say("账本", "ledger"), self.say("只有一笔", "one capture left")))
        yield self.notify(2)
        yield from now("main", CUSTOMER, c.Hear(self.said("谢谢", "thanks"), request=False))
        yield from now("main", CUSTOMER, c.Confirm(self.said("解决了", "it works")))
        yield from now("main", LI, c.Close())
        yield from now("main", CUSTOMER, c.Survey(4, 8, self.say("有点慢", "a little slow")))

    def third_fix(self) -> Iterator[Step]:
        yield Step("main", CUSTOMER, lambda ids, at: c.Reopen(self.say("又出现了", "it is back")), 2 * DAY)
        yield from now("main", LI, c.Resolve(self.say("配置已改", "the setting is changed"), Touches.NOTHING))
        yield from now(
            "main", WU, c.Verify(True, self.say("日志", "log"), self.say("三天无重复", "no repeat in three days"))
        )
        yield self.notify(3)
        yield from now("main", CUSTOMER, c.Confirm(self.said("已经好了", "it works now")))
        yield from now("main", LI, c.Close())
        whys = (self.say("付了两次", "paid twice"), self.say("重试", "a retry"), self.say("没有键", "no key"))
        action = Action(self.say("每次扣款一个键", "a key for each capture"), "wang", date(2026, 4, 1), "product")
        yield from now(
            "main",
            WU,
            c.Retrospect(whys, self.say("通知及时", "told early"), self.say("没有联系人", "no contact"), (action,)),
        )
        yield from now("main", LI, c.LabelCause(self.say("产品缺陷-支付流程", "product defect-payment flow"), whys))
        yield from now("main", LI, c.AddEvidence("payment", self.say("银行", "bank"), self.say("已到账", "it arrived")))
        yield from now("main", LI, c.CheckEvidence("E3", self.say("与账本一致", "agrees with the ledger")))
        kept = self.say("每次扣款都有幂等键", "each capture has a key")
        yield from now("main", LI, c.FinishTask("T3", result=kept))
        yield from now("main", LI, c.Archive())

    def merging(self) -> Iterator[Step]:
        # ── a merge and its undoing, a decline and its dispute, and a hazard that outlives a withdrawal
        takeover = Signals(hazards=frozenset({"account_takeover"}))
        yield from now("target", SYSTEM, self.receive("B-2", "billing", shop=self.say("南店", "South")))
        yield from now("target", LI, c.Triage("account_security", "account", takeover))
        yield from now("source", SYSTEM, self.receive("B-2", "billing"))
        yield Step("source", LI, lambda ids, at: c.Merge(ids["target"]))
        yield from now("source", LI, c.Unmerge(), c.Triage("billing", "payment", Signals(hazards={"funds_lost"})))
        yield from now("source", WU, c.ClearHazard("funds_lost", self.say("钱一直都在", "the money was there")))
        reason, recourse = (
            self.say("订单不在本平台", "The order was not placed with us"),
            self.say("可致电12315", "You may call 12315"),
        )
        yield from now("source", WU, c.ApproveDecline(reason))
        yield from now("source", LI, c.Decline(reason, recourse, "wu"))
        yield from now("source", CUSTOMER, c.Dispute(self.said("就是在你们这里", "it was placed with you")))
        yield from now("target", CUSTOMER, c.Withdraw(self.said("算了", "never mind")))

    def taking_back(self) -> Iterator[Step]:
        yield from now("back", SYSTEM, self.receive("C-9", "inquiry"))
        asked = c.AskCustomer({"detail": self.say("请问是哪一天?", "Which day was it?")})
        yield Step("back", LI, partial(_as_it_is, asked), sends=False)
        yield from now(
            "back",
            LI,
            c.Recall("M1", self.say("已经知道了", "we know it already")),
            c.Note(self.say("已退款", "it was refunded")),
            c.Retract("N1", self.say("是另一位客户", "that was another customer")),
            c.Assign("li"),
            c.Unassign(self.say("生病了", "li is ill")),
        )
        wanted = c.Note(self.say("又问了一次", "it was asked again"))
        yield from now("back", BOT, *(c.AskApproval.to(wanted, self.say("请看", "please look")) for _ in range(2)))
        yield from now("back", LI, c.Approve("A1"), c.Disapprove("A2", self.say("不需要", "it is not needed")))

    def erasing(self) -> Iterator[Step]:
        yield from now("main", WU, c.PlaceHold(self.say("支付诉讼", "a lawsuit about the payment")))
        yield from now("main", WU, c.LiftHold(self.say("已经和解", "it was settled")))
        yield from now("main", SYSTEM, c.Erase("wu", self.say("客户要求", "the customer asked for it"), 60))

    def planning(self) -> Iterator[Step]:
        # ── a long-term plan
        yield from now("plan", SYSTEM, self.receive("C-3", "suggestion"))
        yield from now("plan", LI, c.Triage("suggestion", "payment", Signals(urgency=Urgency.NONE)))
        yield from now(
            "plan", LI, c.AddEvidence("chat", "app", self.say("聊天记录", "the chat")), c.CheckEvidence("E1", "ok")
        )
        yield Step(
            "plan",
            LI,
            lambda ids, at: c.ExplainPlan(
                self.say("现有网关做不到", "The gateway cannot do this yet"),
                self.say("春天换新网关", "The new gateway will, in spring"),
                at + 60 * DAY,
            ),
        )
        yield from now("plan", LI, c.Close())
        yield from now("plan", SYSTEM, c.Receipt("M1", "failed"))  # the plan came back
