"""What is read out of complaints without changing them: advice on compensation, batches of alike, handovers."""

from complaintflow.insight.advice import Advice
from complaintflow.insight.batches import Batch
from complaintflow.insight.handovers import Handover, handovers, share_kept
from complaintflow.insight.respondents import LadderStep, Respondent, respondents

__all__ = ["Advice", "Batch", "Handover", "LadderStep", "Respondent", "handovers", "respondents", "share_kept"]
