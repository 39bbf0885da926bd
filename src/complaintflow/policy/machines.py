"""How much machines that act among staff may do by themselves."""

from __future__ import annotations

import attrs

from complaintflow._validation.structure import Checked
from complaintflow.policy.numbers import Count


@attrs.frozen(eq=False, repr=False)
class Machines(Checked):
    """`budget` is how many commands machines may do on one complaint before only a person goes on."""

    budget: Count = 50
