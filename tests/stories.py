"""What a test's story is told with: who acts, what they say, and histories up to every state.

A `Story` never changes: `do` returns the next one, so a test may go on from the same point twice.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import attrs

from complaintflow import Actor, Complaint, Customer, Lifecycle, Option, Policy, Said, Signals, commands as c
from complaintflow.commands._context import Decision
from complaintflow.record.facts import Cycle, Facts
from complaintflow.values import OldCase
from complaintflow.vocabulary import Audience, Grade, PausedBy, Remedy, Touches, Urgency

CHINA = Policy(language="zh", zone="Asia/Shanghai")
"""The policy of a house in Shanghai that speaks Chinese: many stories are told there."""

BLANK = Complaint.blank("C-1")
T0 = datetime(2026, 3, 2, 9, tzinfo=UTC)
LATER = T0 + timedelta(days=365)

LI = Actor("li", frozenset({"agent"}), "payments")
WANG = Actor("wang", frozenset({"agent"}), "payments")
LEAD = Actor("wu", frozenset({"lead"}), "payments")
MANAGER = Actor("zhao", frozenset({"manager"}))
ENGINEER = Actor("qian", frozenset({"engineer"}), "engineering")
SYSTEM = Actor.system()
CUSTOMER = Actor.customer("u-17")
STRANGER = Actor.customer("u-99")
EVERYBODY = (LI, LEAD, MANAGER, ENGINEER, CUSTOMER, SYSTEM)

REVIEW = c.RecordReview("roll back", ["service lead", "technical lead", "product manager"])
HEARD = Said("是的, yes, it is as I say", via="phone", ref="call-1", heard_by="li")
TAKEOVER = Signals(hazards=frozenset({"account_takeover"}))
EMERGENCY = Signals(urgency=Urgency.CRITICAL, hazards=frozenset({"funds_lost"}))


@attrs.frozen
class Attempt:
    """Somebody asks for something at some point of a story."""

    story: Story
    command: c.Command
    by: Actor

    @property
    def decision(self) -> Decision:
        story = self.story
        return story.lifecycle.decide(story.complaint, self.command, by=self.by, at=story.at, related=story.related)

    @property
    def rules(self) -> set[str]:
        """The rules that refuse it; none when it is accepted or impossible."""
        return {refusal.rule for refusal in self.decision.refusals}

    def __str__(self) -> str:
        decision = self.decision
        answer = "accepted" if decision.accepted else decision.not_possible or "; ".join(map(str, decision.refusals))
        return f"{self.command} by {self.by.id} while {self.story.state}: {answer}"


@attrs.frozen
class Story:
    """A complaint at a point of time, under a lifecycle."""

    lifecycle: Lifecycle
    complaint: Complaint = BLANK
    at: datetime = T0
    related: tuple[Complaint, ...] = ()

    def asks(self, command: c.Command, by: Actor = LI) -> Attempt:
        """The attempt, not yet decided."""
        return Attempt(self, command, by)

    def do(self, *commands: c.Command, by: Actor = LI) -> Story:
        """The story after these commands, all of which must be accepted."""
        story = self
        for command in commands:
            attempt = story.asks(command, by)
            decision = attempt.decision
            assert decision.accepted, str(attempt)
            story = attrs.evolve(story, complaint=self.lifecycle.evolve(story.complaint, decision.events))
        return story

    def later(self, **span: float) -> Story:
        """The same, some time later."""
        return attrs.evolve(self, at=self.at + timedelta(**span))

    def beside(self, *related: Complaint) -> Story:
        """The same, with other complaints that the next commands are about."""
        return attrs.evolve(self, related=related)

    def refused(self, command: c.Command, by: Actor = LI) -> set[str]:
        """The rules that refuse it."""
        return self.asks(command, by).rules

    def impossible(self, command: c.Command, by: Actor = LI) -> bool:
        """Whether there is no such move from here."""
        return self.asks(command, by).decision.not_possible is not None

    @property
    def state(self) -> str:
        return self.complaint.state

    @property
    def facts(self) -> Facts:
        return self.complaint.facts

    @property
    def cycle(self) -> Cycle:
        return self.complaint.cycle

    def received_all(self) -> Story:
        """The same, after a receipt for every message that is on its way."""
        return self.do(*(receipt(name) for name in sorted(self.facts.open_messages)), by=SYSTEM)


# What they say. Texts differ by `about`, since nothing is said twice.


def receive(**fields: Any) -> c.Receive:
    given = {"channel": "app", "customer": Customer("u-17"), "description": "我付了两次款, I paid twice", **fields}
    return c.Receive(**given)


def imported(closed: bool = True, received_at: datetime = T0 - timedelta(days=9), **fields: Any) -> c.Import:
    """A case of another system that came in nine days ago, and was closed two days later or still runs."""
    old = {key: fields.pop(key) for key in (*fields,) if key in OLD}
    if closed:
        old.setdefault("closed_at", received_at + timedelta(days=2))
    given = {"channel": "app", "customer": Customer("u-17"), "description": "我付了两次款, I paid twice", **fields}
    return c.Import(**given, old=OldCase("zendesk", "4711", received_at, **old))


OLD = {field.name for field in attrs.fields(OldCase)}


def triage(**fields: Any) -> c.Triage:
    return c.Triage(**{"type": "billing", "area": "payment", **fields})


def propose(about: str = "付款", remedy: Remedy = Remedy.REPAIR) -> c.Propose:
    return c.Propose((Option(remedy, f"platform rule 7, {about}", "all right in 2 days", "none", "accepts"),))


def notice(about: str = "付款", **fields: Any) -> c.Notify:
    whole = c.Notify(f"您付了两次款 ({about})", "网关重复扣款", "第二笔款已退回", "请您查看账户", LATER, "机器扣了两次")
    return attrs.evolve(whole, **fields)


def update(about: str = "付款", **fields: Any) -> c.Update:
    understood, done = f"您付了两次款 ({about})", "我们向银行要了记录"
    return attrs.evolve(c.Update(Audience.CUSTOMER, understood, None, done, "我们核对记录", LATER), **fields)


def acknowledge(message: str = "您的投诉我们记下了", **fields: Any) -> c.Acknowledge:
    return attrs.evolve(c.Acknowledge(message, LATER), **fields)


def plan(about: str = "网关", **fields: Any) -> c.ExplainPlan:
    whole = c.ExplainPlan(f"眼下做不到 ({about})", "春天换新网关", T0 + timedelta(days=60))
    return attrs.evolve(whole, **fields)


def compensate(amount: int = 50, kind: str = "coupon", **fields: Any) -> c.Compensate:
    return attrs.evolve(c.Compensate(kind, Decimal(amount), "CNY", LATER, "any order, 90 days"), **fields)


def decline(**fields: Any) -> c.Decline:
    return attrs.evolve(c.Decline("The order was not placed with us", "You may ask 12315", "wu"), **fields)


def handoff(team: str = "logistics", **fields: Any) -> c.Handoff:
    return attrs.evolve(c.Handoff(team, "paid twice, ledger checked", "cannot withdraw money"), **fields)


def refer(**fields: Any) -> c.Refer:
    day = timedelta(days=1)
    return attrs.evolve(c.Refer("merchant", "please explain", T0 + day, T0 + day), **fields)


def regrade(grade: str, reason: str) -> c.Regrade:
    return c.Regrade(Grade(grade), reason)


def pause(party: str, reason: str = "we asked and wait", since: datetime | None = None) -> c.Pause:
    return c.Pause(PausedBy(party), reason, since)


def receipt(message: str, status: str = "delivered", **fields: Any) -> c.Receipt:
    return c.Receipt(**{"message": message, "status": status, **fields})


def responsible(**fields: Any) -> c.DecideResponsibility:
    return attrs.evolve(c.DecideResponsibility("platform", "payment terms 4.2", "the capture was ours"), **fields)


RESOLVE = c.Resolve("the second payment is reversed")
PASSED = c.Verify(True, "ledger", "one capture left")
FAILED = c.Verify(False, "ledger", "still two captures")
CONFIRM = c.Confirm(HEARD)
DISPUTE = c.Dispute(HEARD)
APPROVED = c.ApproveDecline("the order was not placed with us")
WITHDRAW = c.Withdraw(HEARD)
LABEL = c.LabelCause("product defect-payment flow")
TASK = c.AddTask("reverse the second capture", "wang", LATER)
OWN = Touches.OWN_SYSTEM


# Histories up to a point.


def received(lifecycle: Lifecycle, **fields: Any) -> Story:
    return Story(lifecycle).do(receive(**fields), by=SYSTEM)


def triaged(lifecycle: Lifecycle, **fields: Any) -> Story:
    return received(lifecycle).do(triage(**fields))


def investigating(lifecycle: Lifecycle, **fields: Any) -> Story:
    """With checked evidence."""
    log = c.AddEvidence("log", "gateway", "two captures at 10:02")
    return triaged(lifecycle, **fields).do(log, c.CheckEvidence("E1", "agrees with the ledger"))


def proposed(lifecycle: Lifecycle, **fields: Any) -> Story:
    return investigating(lifecycle, **fields).do(propose())


def executing(lifecycle: Lifecycle, **fields: Any) -> Story:
    return proposed(lifecycle, **fields).do(c.Agree("O1", HEARD), by=CUSTOMER)


def resolved(lifecycle: Lifecycle, **fields: Any) -> Story:
    """Fixed by li, agreed, not verified."""
    return executing(lifecycle, **fields).do(RESOLVE)


def verified(lifecycle: Lifecycle, **fields: Any) -> Story:
    """Fixed by li, verified by wang, not told."""
    return resolved(lifecycle, **fields).do(PASSED, by=WANG)


def told(lifecycle: Lifecycle, **fields: Any) -> Story:
    """The notice is on its way."""
    return verified(lifecycle, **fields).do(notice())


def delivered(lifecycle: Lifecycle, **fields: Any) -> Story:
    """The notice, and all before it, reached the customer."""
    return told(lifecycle, **fields).received_all()


def confirmed(lifecycle: Lifecycle, **fields: Any) -> Story:
    return delivered(lifecycle, **fields).do(CONFIRM, by=CUSTOMER)


def closed(lifecycle: Lifecycle, **fields: Any) -> Story:
    """Closed on the customer's word; nothing is on its way."""
    return confirmed(lifecycle, **fields).do(c.Close()).received_all()


def archived(lifecycle: Lifecycle) -> Story:
    return closed(lifecycle).do(LABEL, c.Archive())


def planned(lifecycle: Lifecycle, **fields: Any) -> Story:
    """The plan is explained and reached the customer."""
    return investigating(lifecycle, **fields).do(plan()).received_all()


def withdrawn(lifecycle: Lifecycle) -> Story:
    return investigating(lifecycle).do(WITHDRAW, by=CUSTOMER)


def declined(lifecycle: Lifecycle) -> Story:
    return investigating(lifecycle).do(decline())


def other(lifecycle: Lifecycle, id: str = "C-2", **fields: Any) -> Story:
    """Another open complaint, of the same customer unless said otherwise."""
    return Story(lifecycle, Complaint.blank(id)).do(receive(**fields), by=SYSTEM)


def merged(lifecycle: Lifecycle) -> Story:
    """Merged into C-2, which stands beside it."""
    return delivered(lifecycle).beside(other(lifecycle).complaint).do(c.Merge("C-2"))


def paying(lifecycle: Lifecycle, **fields: Any) -> Story:
    """The identity is checked and a coupon (C1) is wished for."""
    proof = c.AddEvidence("identity", "id card", "name and number agree")
    return investigating(lifecycle).do(proof, c.CheckEvidence("E2", "genuine"), compensate(**fields))


def unreachable(lifecycle: Lifecycle, **fields: Any) -> Story:
    """Told; three attempts failed, on two channels, over three days."""
    story = told(lifecycle, **fields).do(receipt("M2", "failed", final=False, channel="email"), by=SYSTEM)
    unanswered = c.Call("apologise, explain", "nobody picked up", answered=False)
    return story.later(days=1).do(unanswered).later(days=1).do(unanswered)
