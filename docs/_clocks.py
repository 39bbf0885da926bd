"""The clocks on the pages: the table of the default ones, and one complaint's clocks as a diagram.

The diagram is drawn from a history that the desk makes while the page is built, so it cannot go stale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from complaintflow import Actor, Customer, Desk, Policy
from complaintflow.commands import (
    Acknowledge,
    AddEvidence,
    Answer,
    AskCustomer,
    CheckEvidence,
    Command,
    Notify,
    Pause,
    Receive,
    Resolve,
    Triage,
    Verify,
)
from complaintflow.policy.clock_rules import ClockRule
from complaintflow.sla import Explanation
from complaintflow.vocabulary import PausedBy, Then, Touches

__all__ = ["clock_lines", "gantt"]

BEGIN = datetime(2026, 3, 2, 1, tzinfo=UTC)
LI, WANG, ZHANG = Actor("li", frozenset({"agent"})), Actor("wang", frozenset({"agent"})), Actor.customer("u-17")
SHOWN = ("first_response_instant", "closure", "review", "silence")
STAMP = "%Y-%m-%dT%H:%M"


def clock_lines(policy: Policy, format_value: Callable[[object], str]) -> Iterator[tuple[str, ...]]:
    """A line of the table for each clock."""
    for name, rule in policy.clocks.items():
        yield (
            f"`{name}`",
            rule.rule,
            _starts(rule),
            _met(rule),
            ", ".join(f"`{name}`" for name in rule.cancelled),
            _budget(rule, policy, format_value),
            rule.calendar,
            _stops(rule),
            ", ".join(f"{percent} %" for percent in rule.warn),
            _tells(rule),
        )


def _starts(rule: ClockRule) -> str:
    each = f", for each {rule.each}" if rule.each else ""
    only = f" (only: {', '.join(rule.only)})" if rule.only else ""
    return ", ".join(f"`{name}`" for name in rule.starts) + each + only


def _met(rule: ClockRule) -> str:
    met = (*rule.satisfied, *rule.settled)
    return ", ".join(f"`{name}`" for name in met) + ("; restarts" if rule.renews and rule.satisfied else "")


def _budget(rule: ClockRule, policy: Policy, format_value: Callable[[object], str]) -> str:
    if rule.named:
        return f"the time in `{rule.named}`"
    by_grade = ", ".join(f"{grade} {text}" for grade, text in rule.by_grade.items())
    section, _, key = rule.budget.partition(".")
    referred = f"{format_value(getattr(getattr(policy, section), key))} (`{rule.budget}`)" if key else rule.budget
    return by_grade or referred


def _stops(rule: ClockRule) -> str:
    return "yes" if rule.pauses and not rule.named else "no"


def _tells(rule: ClockRule) -> str:
    then = f"; then the system asks to {rule.then}" if rule.then is not Then.TELL else ""
    return ", ".join(rule.tells) + then


def _live() -> tuple[Explanation, ...]:
    """A double payment: asked back, waited for, solved, told; and its clocks when silence closes it."""
    now = BEGIN

    def clock() -> datetime:
        return now

    policy = Policy.from_toml('sending.reaching = ["log"]')
    with Desk.open("memory://", policy=policy, clock=clock, new_id=lambda _: "C-1") as desk:
        desk.receive(Receive("app", Customer("u-17"), "I paid twice", type="billing"), by=Actor.system())
        for hours, by, commands in _story():
            now = BEGIN + timedelta(hours=hours)
            desk.do("C-1", *commands, by=by)
            desk.deliver()
        now += Policy().closing.silent_after
        desk.tick()
        return desk.explain("C-1")


def _story() -> Iterator[tuple[float, Actor, tuple[Command, ...]]]:
    """At which hour, who, and what."""
    notice = Notify(
        "You paid once and were charged twice",
        "Our till repeated the charge",
        "The second charge went back to your card",
        "Please look at your statement",
        BEGIN + timedelta(days=4),
    )
    yield 0, LI, (Acknowledge("We have it and look into it", BEGIN + timedelta(days=1)), Triage("billing", "payment"))
    yield 2, LI, (AskCustomer({"card": "With which card did you pay?"}), Pause(PausedBy.CUSTOMER, "asked for the card"))
    yield 20, ZHANG, (Answer({"card": "the one that ends in 17"}),)
    yield 22, LI, (AddEvidence("ledger", "payments", "two charges, one order"), CheckEvidence("E1", "agrees"))
    yield 30, LI, (Resolve("the second charge went back", Touches.NOTHING),)
    yield 31, WANG, (Verify(True, "ledger", "one charge is left"), notice)


def gantt() -> str:
    """One complaint's clocks as text for Mermaid: what was counted, where it stood still, when it was due."""
    lines = ["gantt", "  dateFormat YYYY-MM-DDTHH:mm", "  axisFormat %d %b %H:%M"]
    for one in _live():
        if one.deadline.clock in SHOWN:
            lines += _draw(one)
    return "\n".join(["```mermaid", *lines, "```", ""])


def _draw(one: Explanation) -> Iterator[str]:
    deadline = one.deadline
    yield f"  section {deadline.clock} ({deadline.rule})"
    begin, end = deadline.start, deadline.ended or deadline.due or deadline.start
    for pause in deadline.pauses:
        yield _bar("runs", "active", begin, pause.since)
        yield _bar(f"paused for the {pause.party}", "done", pause.since, pause.until or end)
        begin = pause.until or end
    yield _bar(f"runs, {deadline.status}", "crit" if deadline.late else "active", begin, end)
    if deadline.due:
        yield f"  due :milestone, {deadline.due:{STAMP}}, 0m"


def _bar(name: str, kind: str, begin: datetime, end: datetime) -> str:
    return f"  {name} :{kind}, {begin:{STAMP}}, {end:{STAMP}}"
