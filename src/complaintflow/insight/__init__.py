"""What is read out of complaints without changing them: advice, batches, handovers, respondents, vulnerable people."""

from complaintflow.insight.advice import Advice
from complaintflow.insight.batches import Batch
from complaintflow.insight.care import count_vulnerable
from complaintflow.insight.handovers import Handover, handovers, share_kept
from complaintflow.insight.respondents import LadderStep, Respondent, respondents

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
