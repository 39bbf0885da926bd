"""Every page that a template writes: for whom, what it must say, what it may say, and an example of each variable.

R2, R14, R16, R17, R18 and R35 demand what a page *needs*. A template that leaves it out is refused when it is loaded.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from complaintflow.commands import (
    Acknowledge,
    AddTask,
    ApproveCompensation,
    AskCustomer,
    Assign,
    CancelTask,
    Close,
    Command,
    Decline,
    Escalate,
    ExplainPlan,
    Handoff,
    Notify,
    Propose,
    RecordReview,
    Remind,
    Resolve,
    Survey,
    Triage,
    Update,
    Watch,
    Withdraw,
)

Kind = type[Command]


@attrs.frozen
class Variable:
    """What a template may name: its meaning, an example as `fields` has it, and words of the example that must turn
    up where a page needs the variable (blank: only its name is looked for)."""

    about: str
    sample: Any
    proof: str = ""


def _text(about: str, sample: str) -> Variable:
    return Variable(about, sample, sample)


_LINKS = {name: f"https://example.com/{name}" for name in ("confirm", "dispute", "survey")}

VARIABLES: Mapping[str, Variable] = {
    "complaint": _text("the complaint's id", "C-260302-0a1b2c"),
    "name": Variable("the customer's name, on one line; may be blank", "Lee Ray"),
    "links": Variable(
        "where the customer may click: confirm, dispute, survey; blank without a linker", _LINKS, _LINKS["confirm"]
    ),
    "subject": Variable("the built-in subject", "Your complaint C-260302-0a1b2c"),
    "message": _text("what is said", "We have recorded your complaint"),
    "notice": Variable("which notice of an edge it is: the name of its template", "parts_ordered"),
    "next_at": Variable("when the customer hears from us", "2026-03-03T09:02:00Z", "2026"),
    "questions": Variable("the texts of the questions", ["Which device do you use?"], "Which device"),
    "understood": _text("what we understood", "You paid twice for order A-1001"),
    "judged": _text("how we judge it; blank: it is still being checked", "Our gateway repeated the capture"),
    "done": _text("what we did; of a suggestion, where it was recorded", "The second payment went back"),
    "next": _text("what comes next; of a suggestion, how its outcome is announced", "Please look at your account"),
    "plain": _text("the result in plain words", "The till rang twice"),
    "asks": Variable("whether the customer is asked to confirm that it is solved", True),
    "kind": Variable("what the compensation is", "coupon", ""),
    "amount": Variable("the sum, with its currency", {"value": "50", "currency": "CNY"}, "50"),
    "arrives": Variable("when it arrives", "2026-03-04T09:00:00Z", "2026"),
    "terms": _text("the rules of its use", "Any order, for 90 days"),
    "options": Variable(
        "the options, each with id, remedy, basis, pros, cons",
        [{"id": "O1", "remedy": "refund", "basis": "Platform rule 7", "pros": "Money in two days", "cons": "None"}],
        "Platform rule 7",
    ),
    "assessment": _text("why it cannot be solved soon", "The gateway cannot do this yet"),
    "plan": _text("what is planned", "The new gateway will, in spring"),
    "expected_by": Variable("when the plan is carried out", "2026-05-03T09:00:00Z", "2026"),
    "survey": Variable("whether the customer is asked how it was", True),
    "sorry": Variable("whether the rating says that it was not good", True),
    "looked_at": Variable("whether a person looks at the comment of a rating", True),
    "reason": _text("why", "The order was not placed with us"),
    "recourse": _text("what the customer may do", "You may call 12315"),
    "status": Variable("where it stands, in words", "investigating"),
    "received": Variable("when it came in", "2026-03-02T09:01:00Z", "2026"),
    "description": Variable("the customer's own description", "I paid twice, and I cannot withdraw my money."),
    "waiting": Variable("the questions that still wait for the customer", ["When did it happen?"], "When did it"),
    "told": _text("what the customer was told last", "We asked the bank for its record"),
    "label": Variable("type, area and grade in one word", {"zh": "故障-支付-A级", "en": "fault-payment-A"}),
    "urgent": Variable("whether it is graded A or E", True),
    "audience": Variable("whom it is for: team or stakeholders", "team"),
    "team": Variable("the team that holds it", "payments"),
    "by": Variable("who wrote or asked", "li"),
    "summary": _text("what was found so far", "The ledger shows two captures"),
    "harm": _text("the effect on the customer", "Cannot withdraw 1,200 CNY before payday"),
    "material": Variable("recordings, logs, screenshots: their addresses", ["https://files.example.com/1.mp4"]),
    "no_material": Variable("why there is none", "the customer sent none"),
    "words": Variable("the customer's own words, the latest last", ["I still see two payments"], "I still see two"),
    "emotion": Variable("the customer's emotion, in words", "angry"),
    "hazards": Variable("what is endangered", ["funds_lost"]),
    "grade": Variable("the grade", "A", "A"),
    "promise": Variable("the promise that the grade carries, in minutes", 240),
    "deadlines": Variable(
        "what is due: each with what and at", [{"what": "needed_by", "at": "2026-03-09T09:00:00Z"}], "2026"
    ),
    "shop": _text("the shop concerned", "North"),
    "other_shops": Variable("other shops of the same customer", ["South"], "South"),
    "background": _text("the customer's own description", "I paid twice, and I cannot withdraw my money."),
    "demand": Variable("what the customer wants", ["my money back"], "my money back"),
    "needed_by": Variable("when the customer needs it, a time or as it was said", "2026-03-09T09:00:00Z"),
    "progress": Variable(
        "the latest steps, each with at, step and text",
        [{"at": "2026-03-02T12:57:00Z", "step": Resolve.__name__, "text": "reversed by hand"}],
        "reversed by hand",
    ),
    "blocked": Variable("what blocks", ["the bank does not answer"], "the bank does not answer"),
    "help": Variable("which help is needed", ["somebody who knows the bank"], "somebody who knows"),
    "owner": _text("who owns it, person or team", "wang"),
}
"""Every variable of every page."""


@attrs.frozen
class PageKind:
    """One kind of page: its rule, the variables that it needs, those that it may use besides, and the commands whose
    messages it writes."""

    name: str
    rule: str
    needs: tuple[str, ...]
    may: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    staff: bool = False

    @property
    def variables(self) -> tuple[str, ...]:
        """All that its template may name."""
        return (*self.needs, *self.may)


_ALWAYS = ("complaint", "name", "links")
_PROGRESS = ("understood", "judged", "done", "next", "next_at")
_CASE = ("label", "urgent", "team", "status", "by", "hazards", "promise", "needed_by")
_ROOM = ("shop", "other_shops", "background", "demand", "progress", "blocked", "help", "owner")
_FEELING = ("words", "emotion", "grade", "deadlines")


def _customer_page(name: str, rule: str, needs: tuple[str, ...], *kinds: Kind, may: tuple[str, ...] = ()) -> PageKind:
    more = tuple(one for one in (*_ALWAYS, *may) if one not in needs)
    return PageKind(name, rule, needs, more, tuple(kind.__name__ for kind in kinds))


def _staff_page(name: str, rule: str, needs: tuple[str, ...], *kinds: Kind, may: tuple[str, ...] = ()) -> PageKind:
    more = tuple(one for one in ("complaint", *_CASE, *may) if one not in needs)
    return PageKind(name, rule, needs, more, tuple(kind.__name__ for kind in kinds), staff=True)


PAGES: Mapping[str, PageKind] = {
    page.name: page
    for page in (
        _customer_page("acknowledgement", "R2", ("message", "next_at"), Acknowledge),
        _customer_page("clarification", "R3", ("questions",), AskCustomer),
        _customer_page("update", "R16", _PROGRESS, Update),
        _customer_page("technical", "R17", (*_PROGRESS, "plain", "links"), Notify),
        _customer_page("suggestion", "R17", (*_PROGRESS, "links"), Notify, Update, may=("plain", "asks")),
        _customer_page("solved", "R16", (*_PROGRESS, "links"), Notify),
        _customer_page("compensation", "R17", ("kind", "amount", "arrives", "terms"), ApproveCompensation),
        _customer_page("proposal", "R24", ("options",), Propose),
        _customer_page("plan", "R33", ("assessment", "plan", "expected_by"), ExplainPlan),
        _customer_page("notice", "R15", ("message",), Remind, may=("notice",)),
        _customer_page("reminder", "R3", ("message",), Remind),
        _customer_page("closure", "R36", (), Close, may=("survey",)),
        _customer_page("rating", "R36", (), Survey, may=("sorry", "looked_at")),
        _customer_page("withdrawal", "R35", (), Withdraw),
        _customer_page("decline", "R35", ("reason", "recourse"), Decline),
        _customer_page("view", "R19", ("status", "received", "next_at", "waiting", "told"), may=("description",)),
        _customer_page("general", "R16", ("message",), may=("subject",)),
        _staff_page(
            "handoff", "R14", ("summary", "harm", *_FEELING), Handoff, Triage, may=(*_ROOM, "material", "no_material")
        ),
        _staff_page("review", "R30", ("reason", *_FEELING, "progress", "blocked", "help"), Escalate, may=_ROOM),
        _staff_page("brief", "R18", _ROOM, Assign, Watch, may=_FEELING),
        _staff_page("news", "R15", ("understood", "judged", "done", "next"), Update, may=("next_at", "audience")),
        _staff_page("alert", "R15", ("message",), AddTask, CancelTask, RecordReview, Remind, may=("audience",)),
    )
}
"""Every page by name."""

PARTS = ("greeting", "thanks", "survey", "reach")
"""Templates that others include: the salutation, the thanks, the survey's invitation (R36), how to reach us."""


def page_of(kind: str, fields: Mapping[str, Any], *, staff: bool = False) -> PageKind:
    """The page for a message of this kind of command with these fields: the first that has all that it needs.

    `general` says the built-in text. It writes what no page is for: a custom command, or a message that an older
    version left in the outbox. A custom command that closes and says nothing of its own has the page of a closing.
    """
    if "survey" in fields and "message" not in fields and not staff:
        return PAGES["closure"]
    for page in PAGES.values():
        if kind in page.kinds and page.staff == staff and _fits(page, fields):
            return page
    return PAGES["general"]


def _fits(page: PageKind, fields: Mapping[str, Any]) -> bool:
    if page.name in {"suggestion", "notice"} and not fields.get(page.name):
        return False
    if page.name == "technical" and (fields.get("suggestion") or not fields.get("plain")):
        return False
    return all(name in fields for name in page.needs if name not in _ALWAYS)
