"""What is stricter, declared once for each key of a policy, and the stricter of two policies.

Each key has an order: the shorter time, what both allow, what either requires. A key without an order has no stricter
value: where two sides say different things of it, that is an error that names it. The stricter value is never looser
than either side, and it does not matter which side is asked first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

import attrs

from complaintflow._validation.structure import is_table
from complaintflow.errors import DefinitionError, Problem
from complaintflow.policy.clock_rules import Budget
from complaintflow.vocabulary import in_language

Path = tuple[str, ...]


@attrs.frozen
class Order:
    """How the stricter of two values is found; `join` answers None where neither is. `why` says it in zh and in en."""

    why: tuple[str, str]
    join: Callable[[Any, Any], Any]


@attrs.frozen
class KeyChoice:
    """One key of which two sides said different things: what each said, and what stands, which may be neither."""

    path: Path
    own: Any
    other: Any
    stands: Any
    why: tuple[str, str]

    @property
    def key(self) -> str:
        """The key, as a policy's file has it."""
        return ".".join(self.path)

    @property
    def won(self) -> str:
        """Whose value stands: `own`, `other`, or `both` where it is made of both."""
        if self.stands == self.own:
            return "own"
        return "other" if self.stands == self.other else "both"

    def reason(self, language: str) -> str:
        """Why it stands, in `zh` or `en`."""
        return in_language(language, self.why)


def join_stricter(
    own: Mapping[str, Any], other: Mapping[str, Any], whole: tuple[bool, bool] = (False, False)
) -> tuple[dict[str, Any], tuple[KeyChoice, ...]]:
    """The stricter of two policies as nested tables of plain values, and each key of which they said different things.

    What one of them does not say, the other says alone; but who is named nowhere in a `whole` policy may do nothing
    there. Raises `DefinitionError` with every key that has no order.
    """
    joining = _Joining(whole)
    found = joining.tables((), own, other)
    if joining.problems:
        raise DefinitionError(tuple(joining.problems))
    return found, tuple(sorted(joining.choices, key=lambda choice: choice.path))


@attrs.define
class _Joining:
    """What was found while two policies were gone through."""

    whole: tuple[bool, bool]
    choices: list[KeyChoice] = attrs.field(factory=list[KeyChoice])
    problems: list[Problem] = attrs.field(factory=list[Problem])

    def tables(self, path: Path, own: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
        """Both tables as one."""
        found = {**own, **other}
        if any(_fits(pattern, path) for pattern in _GRANTS):
            self._drop_granted(path, found, own, other)
        for key in own.keys() & other.keys():
            found[key] = self._values((*path, key), own[key], other[key])
        return found

    def _drop_granted(
        self, path: Path, found: dict[str, Any], own: Mapping[str, Any], other: Mapping[str, Any]
    ) -> None:
        """Take out what a whole policy does not name: it grants nothing there."""
        ours, theirs = self.whole
        refused = [key for key in other if ours and key not in own]
        for key in (*refused, *(key for key in own if theirs and key not in other)):
            del found[key]
            self.choices.append(KeyChoice((*path, key), own.get(key), other.get(key), None, FEWER.why))

    def _values(self, path: Path, own: Any, other: Any) -> Any:
        if is_table(own) and is_table(other):
            return self.tables(path, own, other)
        if own == other:
            return own
        order = order_of(path)
        stands = order.join(own, other) if order else None
        if order is None or stands is None:
            self.problems.append(_undecided(path, own, other))
            return own
        if stands == [] and own and other:
            self.problems.append(Problem(".".join(path), f"{own} and {other}", "something that both allow"))
        self.choices.append(KeyChoice(path, own, other, stands, order.why))
        return stands


def _undecided(path: Path, own: Any, other: Any) -> Problem:
    values = " and ".join(sorted(map(repr, (own, other))))
    return Problem(".".join(path), values[:200], "one value: nothing says which is stricter")


def order_of(path: Path) -> Order | None:
    """The order of a key; None where none is declared, or it has none."""
    return next((order for pattern, order in _ORDERED if _fits(pattern, path)), None)


def is_declared(path: Path) -> bool:
    """Whether somebody decided what is stricter here, or that nothing is."""
    return order_of(path) is not None or any(_fits(pattern, path) for pattern in _WITHOUT)


def _fits(pattern: Path, path: Path) -> bool:
    """Whether a pattern with names left open (`*`) is that of a key; one that ends with `**` is that of all below."""
    if pattern[-1] == "**":
        return len(path) >= len(pattern) and _fits(pattern[:-1], path[: len(pattern) - 1])
    return len(pattern) == len(path) and all(one in {"*", key} for one, key in zip(pattern, path, strict=True))


# ── how the stricter value is found


def _number(value: Any) -> Any:
    return Decimal(value) if isinstance(value, str) else value


def _least(own: Any, other: Any) -> Any:
    return min(own, other, key=_number)


def _most(own: Any, other: Any) -> Any:
    return max(own, other, key=_number)


def _most_of_each(own: list[int], other: list[int]) -> list[int] | None:
    return [*map(max, own, other)] if len(own) == len(other) else None


def _in_both(own: Iterable[Any], other: Iterable[Any]) -> list[Any]:
    known = [*other]
    return sorted(one for one in own if one in known)


def _in_either(own: Iterable[Any], other: Iterable[Any]) -> list[Any]:
    return sorted({*own, *other})


def _kept_longer(own: int, other: int) -> int:
    """Days after which words are erased: 0 keeps them for ever."""
    return max(own, other) if own and other else 0


def _each_sentence(own: str, other: str) -> str:
    """Both texts, each line once, in an order that depends on neither side."""
    return "\n".join(sorted({line for text in (own, other) for line in text.splitlines()} - {""}))


def _at_all_times(own: str, other: str) -> str | None:
    """On a calendar that never closes time runs out first; two others cannot be told apart."""
    return "always" if "always" in {own, other} else None


_DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31)}
"""How many days a unit has at least and at most."""


def _sooner(own: str, other: str) -> str | None:
    """The budget that is used up first, whenever it begins; None where that depends on the day."""
    one, two = Budget.parse(own), Budget.parse(other)
    if not one or not two:
        return None
    if one.time is not None and two.time is not None:
        return min((one.time, own), (two.time, other))[1]
    return min(
        (text for text, first, second in ((own, one, two), (other, two, one)) if _never_later(first, second)),
        default=None,
    )


def _never_later(one: Budget, two: Budget) -> bool:
    """Whether a number of days is over no later than another one; a working day comes no sooner than the next day."""
    if not one.unit or not two.unit:
        return False
    if one.unit == "working day":
        return two.unit == "working day" and one.days <= two.days
    at_most, at_least = one.days * _DAYS[one.unit][1], two.days * _DAYS.get(two.unit, (1, 1))[0]
    return at_most <= at_least or (one.unit == two.unit and one.days <= two.days)


LESS = Order(("数值小的更严", "the smaller number"), _least)
MORE = Order(("数值大的更严", "the greater number"), _most)
SHORTER = Order(("时间短的更严", "the shorter time"), _least)
LONGER = Order(("给客户的时间长的更严", "the longer time for the customer"), _most)
SOONER = Order(("先到期的更严", "what is due first"), _sooner)
HIGHER = Order(("定级高的更严", "what grades higher"), _most)
HIGHER_EACH = Order(("定级高的更严", "what grades higher"), _most_of_each)
EARLIER = Order(("定级高的更严", "what grades higher"), _least)
LOWER = Order(("权限小的更严", "the lower authority"), _least)
FEWER = Order(("双方都允许的才允许", "only what both allow"), _in_both)
ALL = Order(("任何一方要求的都要求", "all that either asks for"), _in_either)
YES = Order(("要求的一方更严", "the side that asks for it"), lambda own, other: own or other)
NO = Order(("不允许的一方更严", "the side that does not allow it"), lambda own, other: own and other)
KEPT = Order(("保存久的更严(0 为永久)", "what is kept longer (0: for ever)"), _kept_longer)
SAID = Order(("双方的话都说", "the words of both"), _each_sentence)
ALWAYS = Order(("全天计时更严", "the clock that never stands still"), _at_all_times)

ORDERS: Mapping[str, Order] = {
    "types.*.technical": YES,
    "types.*.identity": YES,
    "types.*.required": ALL,
    "fields.*.required": ALL,
    "fields.*.private": YES,
    "fields.*.searchable": NO,
    "channels.*.instant": YES,
    "channels.*.needs_contact": YES,
    "customer_facing": FEWER,
    **{f"authority.{name}": FEWER for name in (
        *("lower_grade", "close_unreachable", "return_to_team", "clear_hazard", "unlink_incident", "approve_decline"),
        *("override", "pay_without_limit", "decide_abuse"),
    )},
    "compensation_limits.*.*": LOWER,
    "paying_remedies": ALL,
    "closing.grounds": FEWER,
    "closing.strict_grounds": FEWER,
    "closing.strict_grades": ALL,
    "closing.silent_after": LONGER,
    "closing.unanswered_after": LONGER,
    "closing.unreachable_attempts": MORE,
    "closing.unreachable_channels": MORE,
    "closing.unreachable_days": MORE,
    "closing.reopen_days": LONGER,
    "promises.*": SHORTER,
    **{f"weights.{name}": HIGHER_EACH for name in ("impact", "urgency", "emotion", "severity", "exposure")},
    **{f"weights.{name}": HIGHER for name in ("tiers.*", "hazard", "repeat", "repeats_counted", "care")},
    "weights.grades.*": EARLIER,
    "sending.reaching": FEWER,
    "sending.never_held": ALL,
    "sending.chase_within": SHORTER,
    "sending.contact_settles": MORE,
    "sending.tell_former": YES,
    "sending.thank_for_rating": YES,
    "sending.receipts": ALL,
    "batches.customers": LESS,
    "batches.within": MORE,
    "batches.makes": YES,
    "spikes.of": ALL,
    "spikes.growth": LESS,
    "spikes.holiday_growth": LESS,
    "spikes.least": LESS,
    "spikes.due": SHORTER,
    "imports.tells_missed": YES,
    **{f"retention.{name}": KEPT for name in ("closed", "archived", "withdrawn", "declined")},
    "machines.budget": LESS,
    "disputes.points": HIGHER,
    "disputes.raise_grade_at": LESS,
    "disputes.review_at": LESS,
    "calls.grades": ALL,
    "calls.experienced": FEWER,
    "calls.listened": ALL,
    "calls.missed": ALL,
    "own_parties": FEWER,
    "unanswered.*.reason": SAID,
    "unanswered.*.recourse": SAID,
    "overridable": FEWER,
    **{f"playbook.*.texts.*.{name}": ALL for name in ("first", "script", "soothing")},
    "identity_hazards": ALL,
    "roles.*.do": FEWER,
    "roles.*.see": FEWER,
    "roles.*.operate": FEWER,
    "roles.*.approval.*": FEWER,
    "closed_names": ALL,
    "update_min_chars": MORE,
    "report_min_chars": MORE,
    "jargon.*": ALL,
    "empty_words": ALL,
    "clocks.*.budget": SOONER,
    "clocks.*.by_grade.*": SOONER,
    "clocks.*.calendar": ALWAYS,
    "clocks.*.pauses": NO,
    "clocks.*.warn": ALL,
    "backdate_limit": SHORTER,
}  # fmt: skip
"""What is stricter, by the keys of a policy; `*` stands for a name. The only place that says it."""

NO_ORDER = (
    *("types.*.zh", "types.*.team", "areas.*", "fields.**", "channels.*.contact", "compensation_aliases.*"),
    *("sending.fallback", "sending.rings", "sending.per_hour", "sending.attempts", "sending.first_wait"),
    *("sending.longest_wait", "sending.longest_asked", "sending.undo", "sending.undo_by_kind.**"),
    *("spikes.weeks", "spikes.one_in", "spikes.calendar", "spikes.owner", "spikes.calm", "spikes.cool_down"),
    *("leaps.**", "calls.listener", "costs.**", "parties", "root_causes.*", "care_channels.**", "playbook.*.types"),
    *("playbook.*.grades", "playbook.*.abuse", "playbook.*.stands_by", "playbook.*.texts.*.objections.**"),
    *("care_causes", "contacts.**", "emergency_team", "teams", "roles.*.scope", "roles.*.do_scope", "roles.*.types"),
    *("ladder", "ladder_window", "duplicate_days", "text_limit", "limits.**", "nothing_else", "language"),
    *("staff_language", "zone", "region", "calendars.**", "clocks.*.rule", "clocks.*.starts", "clocks.*.satisfied"),
    *("clocks.*.cancelled", "clocks.*.settled", "clocks.*.named", "clocks.*.each", "clocks.*.only"),
    *(
        "clocks.*.renews",
        "clocks.*.merged",
        "clocks.*.tells",
        "clocks.*.then",
        "clocks.*.asks",
        "clocks.*.says",
        "escalation",
        "awake",
    ),
    "working_hours.*",
)
"""The keys of which no value is stricter than another: names, words of the house, and what a clock counts."""

GRANTS = ("compensation_limits", "compensation_limits.*", "roles")
"""The tables that grant something by each of their keys: who is not named in them may do nothing."""

_ORDERED = tuple((tuple(pattern.split(".")), order) for pattern, order in ORDERS.items())
_WITHOUT = tuple(tuple(pattern.split(".")) for pattern in NO_ORDER)
_GRANTS = tuple(tuple(pattern.split(".")) for pattern in GRANTS)


def leaves(table: Mapping[str, Any], path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every value of nested tables with its keys."""
    for key, value in table.items():
        if is_table(value):
            yield from leaves(value, (*path, key))
        else:
            yield (*path, key), value
