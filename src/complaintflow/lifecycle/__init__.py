"""The table of all moves, the guards, and the pure step that decides. Begin with `table.py`."""

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy as _lazily
from complaintflow.lifecycle.choices import Choice
from complaintflow.lifecycle.lifecycle import Lifecycle, Step
from complaintflow.lifecycle.needs import Need
from complaintflow.lifecycle.rows import ANYONE, HANDS, STAFF, STAY, SYSTEM_ONLY, THEIRS, Row
from complaintflow.lifecycle.states import CustomState
from complaintflow.lifecycle.table import TABLE
from complaintflow.wording import claims_solved

if TYPE_CHECKING:
    from complaintflow.lifecycle.building import LifecycleBuilder
    from complaintflow.lifecycle.checking.differences import Change, Comparison, Difference
    from complaintflow.lifecycle.checking.findings import Covered, Finding, Report
    from complaintflow.lifecycle.checking.stories import Story
    from complaintflow.lifecycle.document import is_lifecycle, read_lifecycle
else:
    _FINDINGS = dict.fromkeys(("Covered", "Finding", "Report"), "checking.findings")
    _DIFFERENCES = dict.fromkeys(("Change", "Comparison", "Difference"), "checking.differences")
    _OTHERS = {
        "LifecycleBuilder": "building",
        "Story": "checking.stories",
        "is_lifecycle": "document",
        "read_lifecycle": "document",
    }
    __getattr__ = _lazily(__name__, {**_FINDINGS, **_DIFFERENCES, **_OTHERS})

__all__ = [
    "ANYONE",
    "HANDS",
    "STAFF",
    "STAY",
    "SYSTEM_ONLY",
    "TABLE",
    "THEIRS",
    "Change",
    "Choice",
    "Comparison",
    "Covered",
    "CustomState",
    "Difference",
    "Finding",
    "Lifecycle",
    "LifecycleBuilder",
    "Need",
    "Report",
    "Row",
    "Step",
    "Story",
    "claims_solved",
    "is_lifecycle",
    "read_lifecycle",
]
