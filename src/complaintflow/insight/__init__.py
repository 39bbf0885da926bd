"""What is read out of complaints without changing them: measures, advice, batches, handovers, respondents.

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
    from complaintflow.insight.figures import FigureQuery, Figures, MeasureTable, figures_of
    from complaintflow.insight.following import case_of
    from complaintflow.insight.measures import MEASURES, Measure, Unit
    from complaintflow.insight.observing import Observation
else:
    __getattr__ = lazy(
        __name__,
        {
            "Advice": "advice",
            "Batch": "batches",
            "Case": "cases",
            "Cell": "cells",
            "FigureQuery": "figures",
            "Figures": "figures",
            "Handover": "_handovers",
            "LadderStep": "_respondents",
            "MEASURES": "measures",
            "Measure": "measures",
            "MeasureTable": "figures",
            "Observation": "observing",
            "Ranked": "cells",
            "Respondent": "_respondents",
            "Unit": "measures",
            "case_of": "following",
            "count_vulnerable": "care",
            "figures_of": "figures",
            "handovers": "_handovers",
            "respondents": "_respondents",
            "share_kept": "_handovers",
        },
    )

__all__ = [
    "MEASURES",
    "Advice",
    "Batch",
    "Case",
    "Cell",
    "FigureQuery",
    "Figures",
    "Handover",
    "LadderStep",
    "Measure",
    "MeasureTable",
    "Observation",
    "Ranked",
    "Respondent",
    "Unit",
    "case_of",
    "count_vulnerable",
    "figures_of",
    "handovers",
    "respondents",
    "share_kept",
]
