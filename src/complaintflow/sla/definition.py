"""Whether the clocks of a policy can be kept: every milestone, condition, calendar and number that they name exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from complaintflow.clock_rules import ClockRule
from complaintflow.commands import BUILTIN
from complaintflow.errors import DefinitionError, Problem
from complaintflow.policy import Policy
from complaintflow.sla.milestones import CONDITIONS, MILESTONES
from complaintflow.sla.runs import TEAM
from complaintflow.sla.timing import ALWAYS, budget_of, calendar_of
from complaintflow.vocabulary import Grade

__all__ = ["check_clocks"]

_PARTS = ("task", "referral", "question", "compensation", TEAM)
_TIMES = ("arrives", "due", "expected_by", "feedback_at", "next_at")
_SHORTEST = timedelta(minutes=1)
_CHECKED: set[tuple[str, frozenset[str]]] = set()


def check_clocks(policy: Policy, commands: frozenset[str]) -> None:
    """Raise `DefinitionError` with everything that a clock, a calendar or a level names and that is not there."""
    if (policy.digest, commands) in _CHECKED:
        return
    problems = [*_calendars(policy), *_levels(policy)]
    for name, rule in policy.clocks.items():
        problems += _clock(f"clocks.{name}", rule, policy, commands)
    if problems:
        raise DefinitionError(tuple(problems))
    _CHECKED.add((policy.digest, commands))


def _calendars(policy: Policy) -> Iterator[Problem]:
    for name, rule in policy.calendars.items():
        try:
            calendar_of(rule)
        except DefinitionError as wrong:
            for problem in wrong.problems:
                yield Problem(f"calendars.{name}.{problem.path}", problem.found, problem.expected)
        except ValueError as wrong:
            yield Problem(f"calendars.{name}", str(wrong), "dates like 2026-02-17")
    yield from _unknown("awake", [policy.awake], {"", ALWAYS, *policy.calendars})
    for who, calendar in policy.working_hours.items():
        yield from _unknown(f"working_hours.{who}", [calendar], {ALWAYS, *policy.calendars})


def _levels(policy: Policy) -> Iterator[Problem]:
    names = [level.name for level in policy.escalation]
    if len(set(names)) < len(names):
        yield Problem("escalation", ", ".join(names), "levels with names of their own")


def _clock(path: str, rule: ClockRule, policy: Policy, commands: frozenset[str]) -> Iterator[Problem]:
    moments = {*MILESTONES, *BUILTIN, *commands}
    for field in ("starts", "satisfied", "settled", "cancelled"):
        yield from _unknown(f"{path}.{field}", getattr(rule, field), moments)
    yield from _unknown(f"{path}.only", rule.only, set(CONDITIONS))
    yield from _unknown(f"{path}.calendar", [rule.calendar], {ALWAYS, *policy.calendars})
    yield from _unknown(f"{path}.by_grade", rule.by_grade, set(map(str, Grade)))
    yield from _unknown(f"{path}.each", [rule.each], {"", *_PARTS})
    yield from _unknown(f"{path}.named", [rule.named], {"", *_TIMES})
    yield from _length(path, rule, policy)


def _unknown(path: str, names: Iterable[str], known: set[str]) -> Iterator[Problem]:
    allowed = "one of " + ", ".join(sorted(known - {""}))
    return (Problem(path, repr(name), allowed) for name in names if name not in known)


def _length(path: str, rule: ClockRule, policy: Policy) -> Iterator[Problem]:
    """A clock has one length or names its time; a cadence has a length that passes."""
    texts = {"budget": rule.budget, **{f"by_grade.{grade}": text for grade, text in rule.by_grade.items()}}
    given = {place: text for place, text in texts.items() if text}
    if bool(given) == bool(rule.named):
        yield Problem(path, "a length and a named time" if given else "no length", "a budget, by_grade or named")
    if rule.renews and (rule.named or rule.each not in {"", TEAM}):
        expected = "a budget or by_grade, and of parts each team at most"
        yield Problem(f"{path}.renews", "a cadence of parts or named times", expected)
    for place, text in given.items():
        budget = budget_of(policy, text)
        if budget is None:
            yield Problem(f"{path}.{place}", text, "a budget, or the key of a duration like promises.review_after")
        elif rule.renews and budget.time is not None and budget.time < _SHORTEST:
            yield Problem(f"{path}.{place}", text, "a cadence of a minute or more")
