"""Circumstances in which a guard is asked: other days and hours, grades, escalations, sums, words, second cycles.

They are a fixed list, so that each run asks the same questions in the same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import attrs
import msgspec

from complaintflow.commands import Command
from complaintflow.commands._context import Ask
from complaintflow.errors import InvalidInput
from complaintflow.record.facts import Claim, Cycle, Facts, Payment
from complaintflow.values import Signals
from complaintflow.vocabulary import Grade, Urgency


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


MOMENTS: tuple[datetime, ...] = (
    *(_at("2026-03-03T12:00") + timedelta(days=days, minutes=7 * days) for days in range(7)),  # each day of a week
    _at("2026-03-06T00:00"),  # Friday, midnight
    _at("2026-03-07T23:59:59.999999"),  # a Saturday that is nearly over
    _at("2026-03-10T03:15"),  # at night
    _at("2026-03-31T16:30"),  # month ends: also the next morning in Shanghai
    _at("2026-04-30T21:45"),
    _at("2026-12-31T23:30"),
    _at("2027-01-01T00:00:00.000001"),
    _at("2027-01-31T08:00"),
    _at("2027-02-28T18:00"),
    _at("2028-02-29T10:00"),  # a leap day
    _at("2028-12-31T05:00"),  # the 366th day
    _at("2033-10-03T22:00"),  # years later
)
"""When a guard is asked (aware, UTC)."""

_MONEY = Payment("C1", "refund", Decimal("120.50"), "CNY", 1, "a-1")
FACTS: Mapping[str, Mapping[str, Any]] = {
    "as it is": {},
    "an emergency": {"grade": Grade.E, "signals": Signals(urgency=Urgency.CRITICAL, hazards=frozenset({"funds_lost"}))},
    "escalated": {"escalation": 1, "grade": Grade.A},
    "escalated to the top": {"escalation": 4},
    "in an incident": {"incident": "I-1", "grade": Grade.A},
    "of a vip": {"tier": "vip"},
    "a suggestion": {"grade": Grade.C},
    "in its second cycle": {"cycle": Cycle(2, worst=Grade.A, escalated=True), "disputes": 1},
    "in its fifth cycle": {"cycle": Cycle(5, fix=7), "disputes": 4, "repeats": 3},
    "paid already": {"paid": (_MONEY,), "claims": (Claim("C1", "refund", Decimal("120.50"), "CNY", True),)},
    "of nobody's type": {"type": "", "area": "", "team": "", "owner": "", "grade": None},
    "of a vulnerable customer": {"vulnerable": True, "abuse_shown": frozenset()},
    "paused and blocked": {"paused": "customer", "blocks": 2, "blockers": frozenset({"B1"})},
    "of another house": {"channel": "x-house", "type": "x-type", "area": "x-area", "team": "x-team", "tier": "x-tier"},
    "in a second cycle of an escalated vip in an incident": {
        "cycle": Cycle(2),
        "escalation": 2,
        "tier": "vip",
        "incident": "I-2",
        "grade": Grade.E,
    },
}
"""What may be true of a complaint, beside what a path made true."""

AMOUNTS = tuple(map(Decimal, ("0.01", "49.99", "50", "200.01", "5000", "99999.99", "10000000")))
WORDS = (
    "退款已提交,请等待。",
    "I" * 3_000,
    "ok",
    "Ünïcödé 😀 \u05e9\u05dc\u05d5\u05dd",
    "line one\nline two",
    "100% (sic) [a-z]+?",
)

VARIANTS = len(MOMENTS) * len(FACTS)
"""How often each kind of command is asked about under another moment and other facts: each pair once."""


def vary(asks: Sequence[Ask]) -> Iterator[Ask]:
    """The questions about one kind of command, each in other circumstances."""
    changes = tuple(FACTS.values())
    for number in range(VARIANTS):
        ask = asks[number % len(asks)]
        yield msgspec.structs.replace(
            ask,
            at=MOMENTS[number % len(MOMENTS)],
            facts=_claim(msgspec.structs.replace(ask.facts, **changes[number % len(changes)]), number),
            command=_reword(ask.command, number),
        )


def _claim(facts: Facts, number: int) -> Facts:
    """The facts, in which other sums are claimed."""
    claims = tuple(msgspec.structs.replace(one, amount=AMOUNTS[number % len(AMOUNTS)]) for one in facts.claims)
    return msgspec.structs.replace(facts, claims=claims)


def _reword(command: Command, number: int) -> Command:
    """The command with another sum and other words, where it has some; as it is, where these do not fit."""
    changed: dict[str, Any] = {}
    for name, value in command.given_fields().items():
        if isinstance(value, Decimal):
            changed[name] = AMOUNTS[number % len(AMOUNTS)]
        elif isinstance(value, str) and " " in value and number % 2:
            changed[name] = WORDS[number % len(WORDS)]
    return _evolve(command, changed) if changed else command


def _evolve(command: Any, changed: Mapping[str, Any]) -> Command:
    try:
        made: Command = attrs.evolve(command, **changed)
    except InvalidInput:
        return command  # type: ignore[no-any-return]
    return made
