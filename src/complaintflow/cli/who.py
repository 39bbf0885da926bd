"""Who acts, as options of a command."""

from __future__ import annotations

from typing import Annotated, cast

import attrs
from cyclopts import Parameter

from complaintflow.desk.desk import Desk
from complaintflow.errors import InvalidInput, Problem
from complaintflow.values import Actor

_DEFAULT_ROLES = frozenset({"agent"})


@Parameter(name="*")
@attrs.frozen
class Who:
    """Who acts."""

    by: Annotated[
        str, Parameter(name=("--by", "--as"), help="The member of staff who acts, and what they may see is shown.")
    ] = ""
    role: Annotated[
        tuple[str, ...], Parameter(help="A role of theirs, for example agent (the default), lead, manager; repeatable.")
    ] = ()
    team: Annotated[str, Parameter(name=("--team", "--own-team"), help="Their team.")] = ""
    shop: Annotated[tuple[str, ...], Parameter(name="--own-shop", help="A shop of theirs; repeatable.")] = ()
    as_customer: Annotated[str, Parameter(help="Act as the customer with this id.")] = ""
    as_system: Annotated[bool, Parameter(help="Act as the system itself.", negative="")] = False

    def actor(self) -> Actor:
        """The one who is named. Raises `InvalidInput` for nobody, and for more than one."""
        named = [bool(self.by), bool(self.as_customer), self.as_system]
        if sum(named) != 1:
            found = "nobody" if not any(named) else "more than one"
            raise InvalidInput((Problem("by", found, "one of --by NAME, --as-customer ID and --as-system"),))
        if self.as_customer:
            return Actor.customer(self.as_customer)
        if self.as_system:
            return Actor.system()
        return Actor(self.by, frozenset(self.role) or _DEFAULT_ROLES, self.team, frozenset(self.shop))

    def at(self, desk: Desk) -> Desk:
        """The desk as the one who is named may use it, told to its auditors.

        Where nobody is named it is the desk itself: whoever runs the machine can read the file anyway.
        """
        return desk if self == type(self)() else cast(Desk, desk.acting(self.actor()))

    def actor_or_agent(self) -> Actor:
        """For commands that only read: an agent, unless somebody is named."""
        return Actor("agent", _DEFAULT_ROLES) if self == Who() else self.actor()


@Parameter(name="*")
@attrs.frozen
class Looking(Who):
    """Who acts, where `--team` is a filter."""

    team: Annotated[str, Parameter(name="--own-team", help="Their team.")] = ""
