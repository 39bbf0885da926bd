"""What is read out of complaints without changing them: measures, advice, batches, effects, handovers, incidents,
respondents, samples, spikes.

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
    from complaintflow.insight.cases import Case
    from complaintflow.insight.cells import Cell, Ranked
    from complaintflow.insight.effects import ActionEffect, Verdict
    from complaintflow.insight.figures import FigureQuery, Figures, MeasureTable, figures_of
    from complaintflow.insight.following import case_of
    from complaintflow.insight.incidents import Incident, IncidentMember, IncidentNews, NotTold
    from complaintflow.insight.measures import MEASURES, Measure, Unit
    from complaintflow.insight.observing import Observation
    from complaintflow.insight.regulators import REGULATORS
    from complaintflow.insight.returns import Line, RegulatorReturn, ReturnCell, ReturnQuery, ReturnRow
    from complaintflow.insight.sampling import Sampled
    from complaintflow.insight.spikes import SpikeAlert
    from complaintflow.insight.tails import RateRatio, rate_ratio
else:
    __getattr__ = lazy(
        __name__,
        {
            "ActionEffect": "effects",
            "Advice": "advice",
            "Batch": "batches",
            "Case": "cases",
            "Cell": "cells",
            "FigureQuery": "figures",
            "Figures": "figures",
            "Handover": "_handovers",
            "Incident": "incidents",
            "IncidentMember": "incidents",
            "IncidentNews": "incidents",
            "LadderStep": "_respondents",
            "MEASURES": "measures",
            "Measure": "measures",
            "MeasureTable": "figures",
            "Observation": "observing",
            "Ranked": "cells",
            "REGULATORS": "regulators",
            "RegulatorReturn": "returns",
            "Respondent": "_respondents",
            "Line": "returns",
            "ReturnCell": "returns",
            "ReturnQuery": "returns",
            "ReturnRow": "returns",
            "Unit": "measures",
            "case_of": "following",
            "NotTold": "incidents",
            "RateRatio": "tails",
            "Sampled": "sampling",
            "SpikeAlert": "spikes",
            "Verdict": "effects",
            "count_vulnerable": "care",
            "figures_of": "figures",
            "handovers": "_handovers",
            "rate_ratio": "tails",
            "respondents": "_respondents",
            "share_kept": "_handovers",
        },
    )

__all__ = [
    "MEASURES",
    "REGULATORS",
    "ActionEffect",
    "Advice",
    "Batch",
    "Case",
    "Cell",
    "FigureQuery",
    "Figures",
    "Handover",
    "Incident",
    "IncidentMember",
    "IncidentNews",
    "LadderStep",
    "Line",
    "Measure",
    "MeasureTable",
    "NotTold",
    "Observation",
    "Ranked",
    "RateRatio",
    "RegulatorReturn",
    "Respondent",
    "ReturnCell",
    "ReturnQuery",
    "ReturnRow",
    "Sampled",
    "SpikeAlert",
    "Unit",
    "Verdict",
    "case_of",
    "count_vulnerable",
    "figures_of",
    "handovers",
    "rate_ratio",
    "respondents",
    "share_kept",
]
