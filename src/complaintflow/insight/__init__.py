"""What is read out of complaints without changing them: advice on compensation, batches of alike, handovers."""

from complaintflow.insight.advice import Advice
from complaintflow.insight.batches import Batch
from complaintflow.insight.handovers import Handover, handovers, share_kept

__all__ = ["Advice", "Batch", "Handover", "handovers", "share_kept"]
