"""Who acts, as options of a command."""

from __future__ import annotations

from typing import Annotated

import attrs
from cyclopts import Parameter

from complaintflow.cli import fields
from complaintflow.values import Actor


@Parameter(name="*")
@attrs.frozen
class Who:
    """Who acts."""

    by: Annotated[str, Parameter(help="Name of the member of staff who acts.")] = ""
    role: Annotated[
        tuple[str, ...], Parameter(help="A role of theirs, for example agent (the default), lead, manager; repeatable.")
    ] = ()
    team: Annotated[str, Parameter(help="Their team.")] = ""
    as_customer: Annotated[str, Parameter(help="Act as the customer with this id.")] = ""
    as_system: Annotated[bool, Parameter(help="Act as the system itself.", negative="")] = False

    def actor(self) -> Actor:
        return fields.actor(self.by, self.role, self.team, self.as_customer, self.as_system)

    def or_an_agent(self) -> Actor:
        """For what only looks: an agent, unless somebody is named."""
        nobody = self == Who()
        return Actor("agent", frozenset({"agent"})) if nobody else self.actor()
