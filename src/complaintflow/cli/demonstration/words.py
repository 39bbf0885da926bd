"""Who acts in the demo, and what they say."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from complaintflow import commands as c
from complaintflow.values import Action, Actor, Option, Said
from complaintflow.vocabulary import Audience, Remedy

LI = Actor("li", frozenset({"agent"}), "service")
WANG = Actor("wang", frozenset({"agent"}), "service")
WU = Actor("wu", frozenset({"lead"}), "service")
ZHENG = Actor("zheng", frozenset({"manager"}), "service")
ROBOT = Actor("reporting-bot", frozenset({"reporting-bot"}))
"""A program in a role that the policy does not declare."""
MACHINE = Actor.machine("reader")
"""A machine that reads what comes in, in the role that the policy has for machines."""
QIAN = Actor("qian", frozenset({"engineer"}), "engineering")
SYSTEM = Actor.system()

HERE = Said("yes, as I say")
"""Said by the customer in person; from staff it would need how and where it was heard."""

DAY = timedelta(days=1)

DENIED = Said("No, the fee is still on my statement")
"""Said by the customer, where somebody would like to hear a yes."""

NOT_SILENT = Said("I am still here, and I want my money")
"""Said by the customer: from now on nothing ends by silence, until a person answers."""


def heard_by_phone(text: str) -> Said:
    """Words that staff heard on the phone, with the number of the call."""
    return Said(text, via="phone", ref="call-1", heard_by=LI.id)


def acknowledgement(at: datetime, message: str = "We have recorded your complaint and look into it") -> c.Acknowledge:
    """The receipt, with the day of the next news."""
    return c.Acknowledge(message, at + DAY)


def progress(at: datetime, plan_kept: bool = False) -> c.Update:
    """News for the customer, before anything is proved."""
    done = "We carried out what we had planned" if plan_kept else "We asked the company for its file"
    understood = "You want your account put right"
    return c.Update(Audience.CUSTOMER, understood, None, done, "We compare the two", at + DAY, plan_kept)


def solved_too_soon(at: datetime) -> c.Update:
    """An update that claims more than anybody has proved."""
    understood = "You want your account put right"
    return c.Update(Audience.CUSTOMER, understood, None, "Your problem has been fixed", "Nothing more", at + DAY)


def handoff(team: str) -> c.Handoff:
    """Everything that the next team needs."""
    return c.Handoff(team, "the account was read, the company's file asked for", "money and time", (), "none was sent")


def referral(at: datetime) -> c.Refer:
    """The company is asked for its file."""
    return c.Refer("merchant", "please send us your file on this customer", at + DAY, at + DAY)


def offer(at: datetime, round: int) -> c.Propose:
    """A refund or an apology."""
    basis = f"terms of the account, section {round}"
    refund = Option(Remedy.PARTIAL_REFUND, basis, "the fee goes back to you", "takes two days", "accepts")
    sorry = Option(Remedy.APOLOGY, basis, "a word from the company", "no money", "objects")
    return c.Propose((refund, sorry))


def compensation(
    at: datetime, dollars: int, terms: str = "paid to the account, no conditions", within: timedelta = 2 * DAY
) -> c.Compensate:
    """So many dollars; without terms it does not say when they arrive."""
    arrives = at + within if terms else None
    return c.Compensate("partial refund", Decimal(dollars), "USD", arrives, terms)


def claim(name: str) -> c.ApproveCompensation:
    """The payment of a compensation."""
    return c.ApproveCompensation(name)


def notice(at: datetime, round: int, *, plain: str = "The fee was a mistake; you have it back") -> c.Notify:
    """The fee is back, in all five parts."""
    return c.Notify(
        understood=f"You were charged a fee you did not agree to ({round})",
        judged="The company booked it against its own terms",
        done="The fee was booked back to your account",
        next="Please look at your next statement",
        next_at=at + DAY,
        plain=plain,
    )


def plan(at: datetime) -> c.ExplainPlan:
    """What cannot be solved soon, and what happens instead."""
    assessment = "The company's system cannot show this on one page yet"
    return c.ExplainPlan(assessment, "It gets a new statement page, and we watch over it", at + 60 * DAY)


def decline(approved_by: str = "", recourse: str = "You may turn to the ombudsman of your state") -> c.Decline:
    """No, with the reason and the recourse."""
    return c.Decline("The contract was made with a company that we do not supervise", recourse, approved_by)


def lesson(at: datetime) -> c.Retrospect:
    """What the case teaches, with one action."""
    action = Action("show the fee before it is taken", "wu", (at + 30 * DAY).date(), "product")
    whys = ("a fee nobody expected", "it stood on page nine", "nobody reads page nine")
    return c.Retrospect(whys, "answered on the first day", "the company was asked twice", (action,))
