"""When many complaints are one problem (R12)."""

from __future__ import annotations

from datetime import timedelta

import attrs

from complaintflow._validation.structure import Checked
from complaintflow.policy.numbers import Positive


@attrs.frozen(eq=False, repr=False)
class Batches(Checked):
    """R12: how many customers must report the same problem, and within what time, to make a batch.

    A tick links the whole batch to an incident. Without `makes`, it proposes the incident to the lead.
    """

    customers: Positive = 5
    within: timedelta = timedelta(hours=2)
    makes: bool = True
