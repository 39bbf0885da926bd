"""Where a complaint could lie for ever: it waits, and no clock runs; or only the system could lead it on.

The clocks are asked as a desk asks them, on the events of the story that leads into the wait.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta

from complaintflow.commands import Close, Decline, MissDeadline, Receipt, Unclose
from complaintflow.lifecycle.checking.findings import Finding
from complaintflow.lifecycle.checking.rules import Rules, Situation
from complaintflow.lifecycle.checking.stories import tell
from complaintflow.lifecycle.permissions import may_ask
from complaintflow.lifecycle.row_access import is_for
from complaintflow.lifecycle.rows import Row
from complaintflow.sla.deadlines import DeadlineStatus, deadlines
from complaintflow.values import Actor
from complaintflow.vocabulary import CLOSABLE, OPEN, PausedBy, State

BY_ITSELF = (Close, Decline, MissDeadline, Receipt, Unclose)
"""What the system asks for by itself: when a clock is due, or a channel tells what became of a message."""


_A_MOMENT = timedelta(seconds=1)
"""A pause has a length only after it began."""


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
    events = [step.event for step in situation.steps if step.event is not None]
    standing = deadlines(events, rules.policy, situation.at + _A_MOMENT)
    return any(one.status is DeadlineStatus.RUNNING for one in standing)


def find_abandoned(rules: Rules, states: Iterable[str]) -> Iterator[Finding]:
    """Open states that an edge leaves, but by nobody: no role of the policy may, nor the customer, nor a clock."""
    people = (Actor.customer("somebody"), *(Actor("somebody", {role}) for role in sorted(rules.policy.staff_roles)))
    for state in states:
        leaving = [row for row in rules.table if state in row.sources and row.leads(state) != state]
        if leaving and not any(_may_lead_on(row, people, rules) for row in leaving):
            names = ", ".join(sorted({row.kind for row in leaving}))
            yield Finding("nobody-may-act", state, f"nobody may lead it on: no role, no customer, no clock ({names})")


def _may_lead_on(row: Row, people: Iterable[Actor], rules: Rules) -> bool:
    if issubclass(row.command, BY_ITSELF) and is_for(row, Actor.system()):
        return True
    return any(is_for(row, one) and may_ask(one, row.kind, rules.policy) for one in people)
