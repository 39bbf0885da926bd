"""Checks the clocks of a policy: every milestone, condition, calendar and number that they name must exist."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from datetime import UTC, date, datetime, timedelta

from complaintflow.commands import BUILTIN, AddTask, AskCustomer, Compensate, Refer
from complaintflow.commands.clocks import NOT_CLOCKS
from complaintflow.errors import DefinitionError, InvalidInput, Problem
from complaintflow.policy.clock_rules import ENDING_BUDGETS, Budget, CalendarRule, ClockRule, budget_texts
from complaintflow.policy.policy import Policy
from complaintflow.sla.calendar import Calendar
from complaintflow.sla.milestones import CONDITIONS, MILESTONES, state_in
from complaintflow.sla.runs import QUESTION, TEAM
from complaintflow.sla.timing import ALWAYS, after_budget, budget_of, calendar_of
from complaintflow.vocabulary import CUSTOMER, Grade

_PARTS: Mapping[str, frozenset[str]] = {
    "task": frozenset({AddTask.__name__}),
    "referral": frozenset({Refer.__name__}),
    QUESTION: frozenset({AskCustomer.__name__, "asked"}),
    "compensation": frozenset({Compensate.__name__}),
    TEAM: frozenset({"team_joined"}),
}
"""What begins each kind of part."""
_NAME = re.compile(r"[^/@]+")
_RESERVED = re.compile(r"warn\d+|due|close|decline|recovered|unanswered")
_WINDOW = re.compile(r" *\d\d:\d\d *- *\d\d:\d\d *")
_TIMES = ("arrives", "due", "expected_by", "feedback_at", "next_at")
_SHORTEST = timedelta(minutes=1)
_SHORT = timedelta(days=1)
_A_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""From any day a length is about the same."""
_CHECKED: set[tuple[str, frozenset[str]]] = set()


def check_clocks(policy: Policy, commands: frozenset[str]) -> None:
    """Raise `DefinitionError` with all that is wrong in the clocks, calendars and levels."""
    if (policy.digest, commands) in _CHECKED:
        return
    problems = [*_zone(policy), *_calendars(policy), *_levels(policy)]
    for name, rule in policy.clocks.items():
        problems += _clock(f"clocks.{name}", rule, policy, commands)
    if problems:
        raise DefinitionError(tuple(problems))
    _CHECKED.add((policy.digest, commands))


def _zone(policy: Policy) -> Iterator[Problem]:
    try:
        Calendar.always(policy.zone)
    except DefinitionError as wrong:
        yield from wrong.problems


def _calendars(policy: Policy) -> Iterator[Problem]:
    for name, rule in policy.calendars.items():
        if name == ALWAYS:
            yield Problem(f"calendars.{name}", "a calendar of yours", f"another name: {ALWAYS} is open day and night")
        yield from _texts(f"calendars.{name}", rule) or _calendar(f"calendars.{name}", rule)
    yield from _unknown("awake", [policy.awake], {"", ALWAYS, *policy.calendars})
    for who, calendar in policy.working_hours.items():
        yield from _unknown(f"working_hours.{who}", [calendar], {ALWAYS, *policy.calendars})


def _texts(path: str, rule: CalendarRule) -> list[Problem]:
    """The texts that are no days or windows, each with its path."""
    problems: list[Problem] = []
    for part in ("hours", "shifts", "breaks"):
        for day, windows in getattr(rule, part).items():
            if part != "hours" and not _is_date(day):
                problems.append(Problem(f"{path}.{part}", repr(day), "a date like 2026-02-17"))
            for place, text in enumerate(windows):
                if not _WINDOW.fullmatch(text):
                    problems.append(Problem(f"{path}.{part}.{day}[{place}]", repr(text), "a window like 09:00-18:00"))
    return problems


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _calendar(path: str, rule: CalendarRule) -> Iterator[Problem]:
    try:
        calendar_of(rule, "UTC")
    except DefinitionError as wrong:
        for problem in wrong.problems:
            yield Problem(f"{path}.{problem.path}", problem.found, problem.expected)


def _levels(policy: Policy) -> Iterator[Problem]:
    names = [level.name for level in policy.escalation]
    if len(set(names)) < len(names):
        yield Problem("escalation", ", ".join(names), "levels with names of their own")
    for place, name in enumerate(names):
        if _RESERVED.fullmatch(name) or not _NAME.fullmatch(name):
            expected = "a name without / and @, and none of warn1 …, due, close, decline, recovered, unanswered"
            yield Problem(f"escalation[{place}].name", repr(name), expected)


def _clock(path: str, rule: ClockRule, policy: Policy, commands: frozenset[str]) -> Iterator[Problem]:
    moments = {*MILESTONES, *BUILTIN, *commands}
    for field in ("starts", "satisfied", "settled", "cancelled"):
        yield from _unknown(f"{path}.{field}", (one for one in getattr(rule, field) if not state_in(one)), moments)
    yield from _unknown(f"{path}.only", rule.only, set(CONDITIONS))
    yield from _unknown(f"{path}.calendar", [rule.calendar], {ALWAYS, *policy.calendars})
    yield from _unknown(f"{path}.by_grade", rule.by_grade, set(map(str, Grade)))
    yield from _unknown(f"{path}.each", [rule.each], {"", *_PARTS})
    yield from _unknown(f"{path}.named", [rule.named], {"", *_TIMES})
    if not _NAME.fullmatch(path):
        yield Problem(path, "a name with / or @", "a name without them: they part the name of a run")
    if path.removeprefix("clocks.") in NOT_CLOCKS:
        yield Problem(path, "a name that tells what else is told", f"none of {', '.join(sorted(NOT_CLOCKS))}")
    if not rule.starts:
        yield Problem(f"{path}.starts", "nothing", "what starts the clock")
    yield from _length(path, rule, policy)
    yield from _part_start(path, rule, moments)
    yield from _recipients(path, rule)


def _part_start(path: str, rule: ClockRule, moments: set[str]) -> Iterator[Problem]:
    """A clock for each part starts where the part begins: by the built-in name for it, or by a custom command."""
    if rule.each in _PARTS:
        custom = moments - {*MILESTONES, *BUILTIN}
        yield from _unknown(f"{path}.starts", rule.starts, _PARTS[rule.each] | custom)


def _recipients(path: str, rule: ClockRule) -> Iterator[Problem]:
    """Somebody is told: the customer of what they owe, or staff of what we owe."""
    by_customer = CUSTOMER in rule.tells
    if not rule.tells or (by_customer and len(rule.tells) > 1):
        yield Problem(f"{path}.tells", ", ".join(rule.tells) or "nobody", f"{CUSTOMER} alone, or those of ours")
    if rule.asks and not by_customer:
        yield Problem(f"{path}.tells", ", ".join(rule.tells), f"{CUSTOMER} alone: what it asks for is late by nobody")
    needed = ENDING_BUDGETS.get(rule.then)
    if needed and (not by_customer or rule.budget != needed or rule.by_grade):
        expected = f"a clock that tells the {CUSTOMER} alone, with the budget {needed}: the rules count by that number"
        yield Problem(f"{path}.then", str(rule.then), expected)


def _unknown(path: str, names: Iterable[str], known: Set[str]) -> Iterator[Problem]:
    allowed = "one of " + ", ".join(sorted(known - {""}))
    return (Problem(path, repr(name), allowed) for name in names if name not in known)


def _length(path: str, rule: ClockRule, policy: Policy) -> Iterator[Problem]:
    """A clock has one length or names its time; a cadence has a length that passes."""
    given = {place: text for place, text in budget_texts(rule).items() if text}
    if bool(given) == bool(rule.named):
        yield Problem(path, "a length and a named time" if given else "no length", "a budget, by_grade or named")
    if rule.renews and (rule.named or rule.each not in {"", TEAM}):
        expected = "a budget or by_grade, and of parts each team at most"
        yield Problem(f"{path}.renews", "a cadence of parts or named times", expected)
    for place, text in given.items():
        budget = budget_of(policy, text)
        if budget is None:
            yield Problem(f"{path}.{place}", text, "a budget, or the key of a duration like promises.review_after")
        elif _is_far(budget, rule, policy):
            yield Problem(
                f"{path}.{place}", text, f"a length of at most {policy.limits.horizon.days} days on its calendar"
            )
        elif rule.renews and _never_passes(budget):
            yield Problem(f"{path}.{place}", text, "a cadence of a minute or more")


def _is_far(budget: Budget, rule: ClockRule, policy: Policy) -> bool:
    """Whether a calendar that opens seldom needs longer than the horizon for it. What is wrong otherwise is told."""
    own = policy.calendars.get(rule.calendar)
    if own is None or budget.longest <= _SHORT or budget.longest > policy.limits.horizon:
        return False
    try:
        return after_budget(budget, _A_DAY, calendar_of(own, policy.zone)) - _A_DAY > policy.limits.horizon
    except DefinitionError:
        return False
    except InvalidInput:
        return True


def _never_passes(budget: Budget) -> bool:
    """Whether a cadence of this length would never get on."""
    return budget.time < _SHORTEST if budget.time is not None else budget.daily is None and not budget.days
