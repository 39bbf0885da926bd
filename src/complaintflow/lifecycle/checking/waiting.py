"""Where a complaint could lie for ever: it waits, and no clock runs; or only the system could lead it on.

The clocks are asked as a desk asks them, on the events of the story that leads into the wait.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta

from complaintflow.commands import Close, Decline, MissDeadline, Receipt, Unclose
from complaintflow.lifecycle.checking.findings import Finding
from complaintflow.lifecycle.checking.rules import Rules, Situation
from complaintflow.lifecycle.checking.stories import tell
from complaintflow.lifecycle.checking.ways import leading_on
from complaintflow.lifecycle.conditions import clock_of
from complaintflow.lifecycle.permissions import may_ask
from complaintflow.lifecycle.row_access import is_for
from complaintflow.lifecycle.rows import Row
from complaintflow.sla.deadlines import Deadline, DeadlineStatus, deadlines
from complaintflow.values import Actor
from complaintflow.vocabulary import CLOSABLE, OPEN, PausedBy, State

BY_ITSELF = (Close, Decline, MissDeadline, Receipt, Unclose)
"""What the system asks for by itself: when a clock is due, or a channel tells what became of a message."""


_A_MOMENT = timedelta(seconds=1)
"""A pause has a length only after it began."""
_COUNTS = frozenset({DeadlineStatus.RUNNING, DeadlineStatus.BREACHED})
"""What a clock is that is missed, or will be."""


def waits_for(situation: Situation) -> str:
    """For whom an open complaint waits; blank where it is our turn, or it is over."""
    facts = situation.complaint.facts
    if facts.stage not in OPEN:
        return ""
    told = facts.stage in CLOSABLE | {State.PROPOSED}
    return facts.paused or (PausedBy.CUSTOMER.value if told else "")


def find_unwatched(rules: Rules, waiting: Iterable[Situation]) -> Iterator[Finding]:
    """Waits during which no clock runs: nothing ends them, and nobody is woken. The first story of each state."""
    told: set[str] = set()
    for situation in waiting:
        if situation.state in told or _is_watched(rules, situation):
            continue
        told.add(situation.state)
        what = f"it waits for the {waits_for(situation)}, and no clock runs that ends the wait or wakes somebody"
        yield Finding("waits-without-clock", situation.state, what, story=tell(rules, situation.steps))


def _is_watched(rules: Rules, situation: Situation) -> bool:
    return any(one.status is DeadlineStatus.RUNNING for one in _deadlines(rules, situation))


def _deadlines(rules: Rules, situation: Situation) -> Sequence[Deadline]:
    events = [step.event for step in situation.steps if step.event is not None]
    return deadlines(events, rules.policy, situation.at + _A_MOMENT)


def find_stopped(rules: Rules, entered: Mapping[tuple[str, ...], Situation]) -> Iterator[Finding]:
    """Edges that wait for a clock which never runs in their state: no story that leads there has it running."""
    for row in rules.table:
        clock = clock_of(row.when)
        for source in sorted(row.sources) if clock else ():
            ways = [situation for (state, *_), situation in entered.items() if state == source]
            if ways and not any(_runs(rules, clock, situation) for situation in ways):
                what = f"it is left when {clock} is missed, and {_why_it_stands(rules, clock, ways[0])}"
                yield Finding("clock-never-runs", f"{clock} in {source}", what, story=tell(rules, ways[0].steps))


def _runs(rules: Rules, clock: str, situation: Situation) -> bool:
    return any(one.clock == clock and one.status in _COUNTS for one in _deadlines(rules, situation))


def _why_it_stands(rules: Rules, clock: str, situation: Situation) -> str:
    rule, party = rules.policy.clocks.get(clock), situation.complaint.facts.paused
    if rule is None:
        return "the policy has no such clock"
    if rule.pauses and party:
        return f"this clock stands while it waits for the {party}: it runs with `pauses = false`"
    return f"this clock never runs there: it starts by {', '.join(rule.starts)}"


def find_abandoned(rules: Rules, states: Iterable[str]) -> Iterator[Finding]:
    """Open states that an edge leaves, but by nobody: no role may, nor the customer, nor a clock or a timer."""
    people = (Actor.customer("somebody"), *(Actor("somebody", {role}) for role in sorted(rules.policy.staff_roles)))
    for state in states:
        leaving = leading_on(rules, state)
        if leaving and not any(_may_lead_on(row, people, rules) for row in leaving):
            names = ", ".join(sorted({row.kind for row in leaving}))
            yield Finding("nobody-may-act", state, f"nobody may lead it on: no role, no customer, no clock ({names})")


def _may_lead_on(row: Row, people: Iterable[Actor], rules: Rules) -> bool:
    if (row.timer or issubclass(row.command, BY_ITSELF)) and is_for(row, Actor.system()):
        return True
    return any(is_for(row, one) and may_ask(one, row.kind, rules.policy) for one in people)
