"""Any well-formed command: references that may be wrong, times around now, texts in two languages.

What depends on the moment is drawn as a stand-in, a span from now or the place of a complaint, and put right by
`command_at`: so each strategy is built once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import Enum
from functools import cache
from typing import Any, get_type_hints

import attrs
from hypothesis import strategies as st

from complaintflow import Customer, Said, Signals, commands as c
from complaintflow._validation.structure import FrozenMap
from complaintflow.policy.policy import NEVER_OVERRIDDEN
from complaintflow.testing import values
from tests import stories as s
from tests.desk.paired_desks import ACTORS, CHANNELS
from tests.lifecycle.points import HOUSE

__all__ = ["CUSTOMERS", "SPANS", "any_fields", "command_at"]

Drawn = Mapping[str, Any]


@attrs.frozen
class Place:
    """The complaint that came in at this place; where there is none, one that nobody knows."""

    number: int


SPANS = st.sampled_from(
    [timedelta(0), *(timedelta(hours=hours) for hours in (1, 6, 24, 30 * 24, 100 * 24)), -timedelta(minutes=1)]
) | st.timedeltas(-timedelta(days=4), timedelta(days=60))
"""How far from now a time is."""

TEXTS = st.sampled_from(
    [
        "",
        " ",
        "我们正在核对两次扣款的记录, 明天再告诉您结果。",
        "We compare both captures with the bank's log.",
        "您的问题已经解决",
        "The problem has been fixed",
        "换一台网关, 春天上线",
        "请再试一次",
        "ok",
    ]
) | values(str)
WORDS = TEXTS.filter(str.strip)
PLACES = st.integers(0, 3).map(Place)
CUSTOMERS = st.builds(
    Customer,
    st.sampled_from([s.CUSTOMER.id, s.CUSTOMER.id, s.STRANGER.id]),
    st.sampled_from(["ordinary", "vip"]),
    contact=st.sampled_from([FrozenMap(), FrozenMap({"email": "u@example.com", "phone": "138"})]),
    language=st.sampled_from(["zh", "en"]),
    preferred_channel=st.sampled_from(["", *CHANNELS]),
)
AMOUNTS = st.sampled_from([0, 50, 100, 101, 500, 501, 10_000])
HAZARDS = st.frozensets(st.sampled_from(["funds_lost", "food_safety", "account_takeover"]), max_size=2)
SIGNALS = st.builds(Signals, hazards=st.just(frozenset()) | HAZARDS)
SAID = st.builds(Said, WORDS, *(st.sampled_from(["", one]) for one in ("phone", "call-1", "li")))
FIELDS = st.sampled_from(["description", "order", "area", "product", "device", "contact.email", "colour"])
TEAMS = st.sampled_from(["payments", "service", "engineering", "risk", "团队"])
PARTIES = st.sampled_from([*sorted(HOUSE.parties), "银行"])
RULES = st.sampled_from(sorted({*HOUSE.overridable, *NEVER_OVERRIDDEN, "nothing-left-open"}))
LABELS = st.sampled_from(
    [*(f"{one}-支付流程" for one in HOUSE.root_causes), "产品缺陷-支付", "bad luck-x", "process gap"]
)


def part(letter: str) -> st.SearchStrategy[str]:
    """A part's name that may be wrong."""
    return st.integers(0, 4).map(lambda number: f"{letter}{number}")


NAMED: Mapping[str, st.SearchStrategy[Any]] = {
    "answers": st.dictionaries(FIELDS, WORDS, min_size=1, max_size=2),
    "amount": AMOUNTS,
    "approved_by": st.sampled_from(["", *(actor.id for actor in ACTORS), "somebody else"]),
    "blocker": st.just("") | part("B"),
    "channel": st.sampled_from([*CHANNELS, "pigeon"]),
    "clock": st.sampled_from(["plan", "plan/1/1", "first-response", "task/1/T1"]) | part("R"),
    "compensation": part("C"),
    "currency": st.sampled_from(["CNY", "CNY", "USD"]),
    "customer": CUSTOMERS,
    "evidence": part("E"),
    "fields": st.dictionaries(FIELDS, TEXTS, min_size=1, max_size=2),
    "hazards": st.none() | HAZARDS,
    "into": PLACES,
    "kind": st.sampled_from(["identity", "log", "coupon", "refund"]),
    "label": LABELS,
    "option": part("O"),
    "party": PARTIES,
    "questions": st.dictionaries(FIELDS, TEXTS, min_size=1, max_size=2),
    "referral": part("R"),
    "said": SAID,
    "signals": SIGNALS,
    "source": PLACES,
    "task": part("T"),
    "team": TEAMS,
    "type": st.sampled_from([*sorted(HOUSE.types), "新类型"]),
}
"""By the name of a field, what makes sense there, or nearly."""

OTHERWISE: Mapping[tuple[type[c.Command], str], st.SearchStrategy[Any]] = {
    (c.AddEvidence, "source"): WORDS,
    (c.AskApproval, "command"): st.just("Note") | WORDS,
    (c.AskApproval, "document"): st.dictionaries(st.just("text") | FIELDS, TEXTS, max_size=2).map(json.dumps),
    (c.Compensate, "amount"): AMOUNTS.filter(bool),
    (c.Override, "rule"): RULES,
    (c.Pause, "party"): values(get_type_hints(c.Pause)["party"]),
    (c.Receipt, "message"): st.integers(0, 12).map(lambda number: f"M{number}"),
    (c.Verify, "evidence"): WORDS,
}
"""Fields that share a name and not a meaning."""


@cache
def any_fields(kind: Any) -> st.SearchStrategy[Drawn]:
    """The fields of any well-formed command of this kind; optional ones may be left out."""
    hints = get_type_hints(kind, include_extras=True)
    fields = attrs.fields(kind)
    drawn = {field.name: _field(kind, field.name, hints[field.name]) for field in fields}
    needed = {name: one for name, one in drawn.items() if getattr(fields, name).default is attrs.NOTHING}
    return st.fixed_dictionaries(needed, optional={name: one for name, one in drawn.items() if name not in needed})


def _field(kind: type[c.Command], name: str, hint: Any) -> st.SearchStrategy[Any]:
    if (kind, name) in OTHERWISE:
        return OTHERWISE[kind, name]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return values(hint)
    if name in NAMED:
        return NAMED[name]
    if hint in (datetime, datetime | None):
        return SPANS if hint is datetime else st.none() | SPANS
    return TEXTS if hint is str else values(hint)


def command_at(kind: type[c.Command], drawn: Drawn, now: datetime, ids: tuple[str, ...]) -> c.Command:
    """The command, said at this time about these complaints."""
    return kind(**{name: _now(value, now, ids) for name, value in drawn.items()})


def _now(value: Any, now: datetime, ids: tuple[str, ...]) -> Any:
    if isinstance(value, timedelta):
        return now + value
    if isinstance(value, Place):
        return ids[value.number] if value.number < len(ids) else "another"
    return value
