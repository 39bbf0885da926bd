"""What is read out of complaints without changing them: advice, batches, handovers, respondents, vulnerable people.

Each is loaded when somebody asks for it: a desk itself needs the batches alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy

if TYPE_CHECKING:
    from complaintflow.insight._handovers import Handover, handovers, share_kept
    from complaintflow.insight._respondents import LadderStep, Respondent, respondents
    from complaintflow.insight.advice import Advice
    from complaintflow.insight.batches import Batch
    from complaintflow.insight.care import count_vulnerable
else:
    __getattr__ = lazy(
        __name__,
        {
            "Advice": "advice",
            "Batch": "batches",
            "Handover": "_handovers",
            "LadderStep": "_respondents",
            "Respondent": "_respondents",
            "count_vulnerable": "care",
            "handovers": "_handovers",
            "respondents": "_respondents",
            "share_kept": "_handovers",
        },
    )

__all__ = [
    "Advice",
    "Batch",
    "Handover",
    "LadderStep",
    "Respondent",
    "count_vulnerable",
    "handovers",
    "respondents",
    "share_kept",
]
