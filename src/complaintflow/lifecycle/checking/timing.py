"""What the timers of a house ask for, and how long one waits for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from complaintflow import commands as c
from complaintflow.commands._context import Ask
from complaintflow.lifecycle.checking.rules import Rules
from complaintflow.lifecycle.checking.ways import Kind
from complaintflow.lifecycle.timer_clocks import asked_by_timers
from complaintflow.sla.timing import budget_of

_DAY = timedelta(days=1)

_Offers = Callable[[Ask], Iterable[c.Command]]


def timer_spans(rules: Rules) -> tuple[timedelta, ...]:
    """How long the timers run, the shortest first; of business time, as many hours. A time of the day is within one."""
    budgets = (budget_of(rules.policy, row.timer.after) for row in rules.table if row.timer)
    return tuple(sorted({budget.longest or _DAY for budget in budgets if budget}))


def by_timer(rules: Rules, kind: Kind, usual: _Offers) -> _Offers:
    """The examples of a command, and what the system says where a timer asks for it."""
    says = {state: data for (name, state), data in asked_by_timers(rules.table).items() if name == kind.__name__}
    if not says:
        return usual

    def offer(ask: Ask) -> Iterator[c.Command]:
        yield from usual(ask)
        data = says.get(str(ask.facts.state)) if ask.by.is_system else None
        if data is not None:
            yield c.make(kind.__name__, data, {kind.__name__: kind})

    return offer
