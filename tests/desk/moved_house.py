"""A helpdesk that changes its lifecycle while people work: two lifecycles, a house in all states, and who moves it.

`python -m tests.desk.moved_house URL` moves the house, and says each complaint that it has moved in a line.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from complaintflow import Actor, Complaint, Customer, Desk, Policy, commands as c
from complaintflow.desk import Asked
from complaintflow.lifecycle import Lifecycle, LifecycleBuilder, LifecycleMapping
from complaintflow.testing import FrozenClock
from tests import stories as s

BY = Actor("wu", {"manager"})
WHY = "the flow of spring"


def old_rules(policy: Policy | None = None) -> Lifecycle:
    """A helpdesk with a state that waits for the customer, a hold from which it goes back, and a rating."""
    rules = LifecycleBuilder.default()
    rules.state("pending", stage="investigating", pauses="customer", en="waiting for you", zh="等您回复")
    rules.add("AskCustomer", "triaged investigating", "pending", who="staff system")
    rules.add("Answer", "pending", "investigating", who="customer staff")
    rules.state("on hold", stage="investigating").command("Hold").command("Unhold")
    rules.add("Hold", ["pending", "investigating"], "on hold").add("Unhold", ["on hold"], "previous")
    rules.state("rated", stage="closed", takes="all").command("Rate", {"stars": ["1", "2", "3"]})
    rules.add("Rate", "closed", "rated", who="staff")
    return rules.build(policy)


def new_rules(policy: Policy | None = None) -> Lifecycle:
    """The same with other names, a scale of points, and a state of other meaning."""
    rules = LifecycleBuilder.default()
    rules.state("needs info", stage="investigating", pauses="customer", en="we need your answer", zh="请补充信息")
    rules.add("AskCustomer", "triaged investigating", "needs info", who="staff system")
    rules.add("Answer", ["needs info"], "investigating", who="customer staff")
    rules.state("parked", stage="investigating").command("Hold").command("Unhold")
    rules.add("Hold", ["needs info", "investigating"], "parked").add("Unhold", ["parked"], "previous")
    rules.state("scored", stage="closed", takes="all").command("Score", {"points": ["2", "3"]})
    rules.add("Score", "closed", "scored", who="staff")
    rules.state("at the bank", stage="planned")
    rules.state("with the shop", stage="investigating", pauses="party", takes="all")
    return rules.build(policy)


NAMES = LifecycleMapping(
    {"pending": "needs info", "on hold": "parked", "rated": "scored"},
    {"house.Rate": "house.Score", "house.Rate.stars": "house.Score.points"},
)


NAMES = LifecycleMapping(
    {"pending": "needs info", "on hold": "parked", "rated": "scored"},
    {"house.Rate": "house.Score", "house.Rate.stars": "house.Score.points"},
)

Part = tuple[str, Sequence[c.Command]] | str
"""Who asks for which commands; `receipts`: every message arrives."""

_LOG = c.AddEvidence("log", "gateway", "two captures at 10:02")
_TRIAGED: tuple[Part, ...] = (("li", [s.triage()]),)
_FOUND: tuple[Part, ...] = (*_TRIAGED, ("li", [_LOG, c.CheckEvidence("E1", "agrees with the ledger")]))
_PROPOSED: tuple[Part, ...] = (*_FOUND, ("li", [s.propose()]))
_EXECUTING: tuple[Part, ...] = (*_PROPOSED, ("customer", [c.Agree("O1", s.HEARD)]))
_RESOLVED: tuple[Part, ...] = (*_EXECUTING, ("li", [s.RESOLVE]))
_TOLD: tuple[Part, ...] = (*_RESOLVED, ("wang", [s.PASSED]), ("li", [s.notice()]))
_CLOSED: tuple[Part, ...] = (*_TOLD, "receipts", ("customer", [s.CONFIRM]), ("li", [c.Close()]), "receipts")
_PENDING: tuple[Part, ...] = (*_TRIAGED, ("li", [c.AskCustomer({"device": "Which phone?"})]))
OLD, NEW = old_rules(), new_rules()
_HOLD: Any = OLD.commands["Hold"]
_RATE: Any = OLD.commands["Rate"]
LIVES: Mapping[str, tuple[Part, ...]] = {
    "received": (),
    "triaged": (*_TRIAGED, ("li", [s.TASK])),
    "investigating": _FOUND,
    "proposed": _PROPOSED,
    "executing": _EXECUTING,
    "resolved": _RESOLVED,
    "awaiting_confirmation": _TOLD,
    "planned": (*_FOUND, ("li", [s.plan()]), "receipts"),
    "closed": _CLOSED,
    "archived": (*_CLOSED, ("li", [s.LABEL, c.Archive()])),
    "withdrawn": (*_FOUND, ("customer", [s.WITHDRAW])),
    "declined": (*_FOUND, ("li", [s.decline()])),
    "merged": (("li", [s.triage(), c.Merge("the one before")]),),
    "pending": _PENDING,
    "on hold": (*_PENDING, ("li", [_HOLD()])),
    "rated": (*_CLOSED, ("li", [_RATE("3")])),
    "rated badly": (*_CLOSED, ("li", [_RATE("1")])),
}
"""How a complaint gets to each state. Those that were rated badly cannot move: the new scale begins at two."""


def opened(url: str, rules: Lifecycle, *former: Lifecycle) -> Desk:
    """The desk on this store, at the time at which all of it happens."""
    return Desk.open(url, lifecycle=rules, former=former, clock=FrozenClock())


def fill(desk: Desk, count: int, batch: int = 12 * len(LIVES)) -> list[str]:
    """So many complaints, of as many customers, in all states of the old lifecycle."""
    found: list[str] = []
    for start in range(0, count, batch):
        found += _fill(desk, range(start, min(start + batch, count)))
    return found


def _fill(desk: Desk, numbers: range) -> list[str]:
    lives = [[*LIVES.values()][number % len(LIVES)] for number in numbers]
    asked = [Asked((_receive(number),), Actor.system()) for number in numbers]
    ids = [_complaint(one).id for one in desk.receive_many(asked)]
    for place in range(max(map(len, lives))):
        parts = [
            (id, life[place], number) for id, life, number in zip(ids, lives, numbers, strict=True) if place < len(life)
        ]
        for answer in desk.do_many([one for part in parts for one in _asked(desk, ids, *part)]):
            _complaint(answer)
    return ids


def _receive(number: int) -> c.Receive:
    customer = Customer(f"u-{number - (number % len(LIVES) == 12)}", contact={"email": "a@example.com"})
    return s.receive(customer=customer, order=f"A-{number}")


def _asked(desk: Desk, ids: list[str], id: str, part: Part, number: int) -> Iterator[Asked]:
    if isinstance(part, str):
        receipts = tuple(s.receipt(name) for name in sorted(desk.get(id).facts.open_messages))
        yield Asked(receipts, Actor.system(), id)
        return
    who, commands = part
    by = Actor.customer(f"u-{number}") if who == "customer" else {"li": s.LI, "wang": s.WANG}[who]
    before = ids[ids.index(id) - 1]
    yield Asked(tuple(c.Merge(before) if isinstance(one, c.Merge) else one for one in commands), by, id)


def _complaint(answer: object) -> Complaint:
    if not isinstance(answer, Complaint):
        raise AssertionError(answer)
    return answer


def main() -> None:
    """Move some after the other, so that whoever listens knows what has been moved."""
    with opened(sys.argv[1], NEW, OLD) as desk:
        after = ""
        while found := desk.migrate(by=BY, reason=WHY, mapping=NAMES, after=after, limit=10):
            after = found[-1].complaint
            print(*(one.complaint for one in found), sep="\n", flush=True)


if __name__ == "__main__":
    main()
