"""The golden matrix: what each role may do, and what each call gives it, about what is theirs and what is not.

`python -m tests.desk.access_matrix` writes it anew; read the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from complaintflow import Actor, Desk, NotFound, Refused, commands as c
from complaintflow.commands._context import Ask
from complaintflow.desk.acting import ActingDesk
from complaintflow.lifecycle.permissions import permitted
from complaintflow.lifecycle.row_access import allowed
from complaintflow.lifecycle.table import TABLE
from complaintflow.record.complaint import Complaint
from complaintflow.record.facts import Facts
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.desk import acting_calls as a

FILE = Path(__file__).parent.parent / "golden" / "access.txt"
MINE = Facts(state="triaged", customer="u-1", team="payments", owner="li", shop="north gate", type="billing")
OTHER = Facts(state="triaged", customer="u-2", team="logistics", owner="zhou", shop="south gate", type="fault")

ROLES: Mapping[str, Actor] = {
    "customer": Actor.customer("u-1"),
    "system": Actor.system(),
    **{
        role: Actor("li" if role == "caseworker" else "kim", {role}, "payments", {"north gate"})
        for role in sorted(a.HOUSE.roles)
    },
    "reporting-bot": Actor("bot", {"reporting-bot"}, "payments", {"north gate"}),
}
"""One actor in each role of a house, and in one that it does not declare."""


def lines() -> Iterator[str]:
    """The whole matrix."""
    yield "# role | what it gets about mine/other (`-x`: a part that is not shown) | the commands, then the calls"
    for role in ROLES:
        yield from lines_of(role)


def lines_of(role: str) -> Iterator[str]:
    """What the table and the role let an actor do, then what each call gives."""
    by, cells = ROLES[role], dict[str, list[str]]()
    for name, kind in sorted(dict(c.BUILTIN).items()):
        cells.setdefault(f"{_may(by, kind, MINE)}/{_may(by, kind, OTHER)}", []).append(name)
    for name, cell in _reads(by):
        cells.setdefault(cell, []).append(name)
    yield from (f"{role} | {cell} | {' '.join(names)}" for cell, names in sorted(cells.items()))


def _may(by: Actor, kind: type[c.Command], facts: Facts) -> str:
    asked = type(kind.__name__, (c.Command,), {})()
    ask = Ask("C-1", facts, asked, by, s.T0, a.HOUSE)
    floor = any(allowed(row, ask) is None for row in TABLE if row.kind == kind.__name__)
    return "yes" if floor and permitted(ask) is None else "no"


def _reads(by: Actor) -> Iterator[tuple[str, str]]:
    """Each call with what it gives, one after the other on one desk."""
    with Desk.open("memory://", policy=a.HOUSE, clock=FrozenClock(s.T0)) as desk:
        mine = a.plant(desk, "MINE", "u-1", "North Gate", "payments", "li")
        other = a.plant(desk, "OTHER", "u-2", "South Gate", "logistics", "zhou")
        for name in sorted(a.CALLS):
            yield name, "/".join(_gives(desk.acting(by), name, id) for id in (mine, other))


def _gives(desk: ActingDesk, name: str, id: str) -> str:
    answer = a.answer_of(a.CALLS[name][0], desk, id)
    if isinstance(answer, NotFound):
        return "not found"
    if isinstance(answer, Refused):
        return f"refused: {' '.join(sorted({one.rule for one in answer.refusals}))}"
    if isinstance(answer, Complaint):
        return " ".join(["given", *(f"-{part}" for part in sorted(answer.hidden))])
    return "given"


if __name__ == "__main__":
    FILE.write_text("\n".join(lines()) + "\n", encoding="utf-8")
