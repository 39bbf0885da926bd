"""How much machines that act among staff may do by themselves."""

from __future__ import annotations

from typing import Annotated

from complaintflow._lazy import frozen
from complaintflow._validation.structure import Checked, Within


@frozen
class Machines(Checked):
    """`budget` is how many commands machines may do on one complaint before only a person goes on."""

    budget: Annotated[int, Within(0)] = 50
