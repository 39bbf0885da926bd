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
    from complaintflow.lifecycle.checking.findings import Covered, Finding, Report
    from complaintflow.lifecycle.checking.stories import Story
    from complaintflow.lifecycle.document import read_lifecycle
    from complaintflow.lifecycle.rule_book import RefusalCase, RuleEntry
else:
    _FINDINGS = dict.fromkeys(("Covered", "Finding", "Report"), "checking.findings")
    _OTHERS = {"LifecycleBuilder": "building", "Story": "checking.stories", "read_lifecycle": "document"}
    _RULES = dict.fromkeys(("RefusalCase", "RuleEntry"), "rule_book")
    __getattr__ = _lazily(__name__, {**_FINDINGS, **_OTHERS, **_RULES})

__all__ = [
    "ANYONE",
    "HANDS",
    "STAFF",
    "STAY",
    "SYSTEM_ONLY",
    "TABLE",
    "THEIRS",
    "Choice",
    "Covered",
    "CustomState",
    "Finding",
    "Lifecycle",
    "LifecycleBuilder",
    "Need",
    "RefusalCase",
    "Report",
    "Row",
    "RuleEntry",
    "Step",
    "Story",
    "claims_solved",
    "read_lifecycle",
]
