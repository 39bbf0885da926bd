"""An import: a case of another system comes in, as what that system says of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import attrs

from complaintflow.commands._context import Ask, Changes, Command
from complaintflow.commands.intake import Receive
from complaintflow.record.facts import Origin
from complaintflow.values import Customer, OldCase
from complaintflow.vocabulary import Ground


@attrs.frozen(eq=False, repr=False)
class Import(Receive):
    """R3, R33, R37: bring in a case of another system, with its dates, as history that says so.

    It is no back door: only the system asks for it, and only of a complaint that is not here yet. One that runs is
    received, and goes on by the commands of everybody; its clocks count from when it came in there. One that was
    closed there is closed on the ground `imported`: nothing of it counts as proved, confirmed or told, no clock runs,
    and nobody gets a message. The customer may reopen it as any other.

    The event bears the time of the import. A history tells what was done here, and when; it is only added to, and its
    times never go back, which clocks, seals and anchored heads rest on. The dates of before stand in `old`, as what
    the other system says.
    """

    old: OldCase = attrs.field(kw_only=True)

    @property
    def closed(self) -> bool:
        """Whether the other system closed it."""
        return self.old.closed_at is not None

    def changes(self, ask: Ask) -> Changes:
        old = self.old
        graded = {"grade": old.grade, "factors": (("imported", str(old.grade), 0),)} if old.grade else {}
        return {
            **super().changes(ask),
            "imported": Origin(old.system, ask.at, old.received_at),
            "team": ask.policy.spell("team", old.team),
            "owner": old.owner,
            **graded,
            **(self._end() if self.closed else {}),
        }

    def _end(self) -> Changes:
        return {"ground": Ground.IMPORTED.value, "closed_at": self.old.closed_at, "root_cause": self.old.root_cause}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[Command]:
        customer, day = Customer("u-1", contact={"email": "u@example.com"}), timedelta(days=1)
        came = ask.at - 9 * day
        for closed_at in (came + day, None):
            old = OldCase("helpdesk", "4711", came, closed_at=closed_at, status="Solved" if closed_at else "Open")
            yield cls("app", customer, "I paid twice", type="fault", area="payment", order="A-1", old=old)
