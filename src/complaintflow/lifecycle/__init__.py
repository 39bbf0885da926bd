"""The table of all moves, the guards, and the pure step that decides. Begin with `table.py`."""

from complaintflow.lifecycle.choices import Choice
from complaintflow.lifecycle.lifecycle import Lifecycle, Step
from complaintflow.lifecycle.needs import Need
from complaintflow.lifecycle.rows import ANYONE, HANDS, STAFF, STAY, SYSTEM_ONLY, THEIRS, Row
from complaintflow.lifecycle.table import TABLE
from complaintflow.wording import claims_solved

__all__ = [
    "ANYONE",
    "HANDS",
    "STAFF",
    "STAY",
    "SYSTEM_ONLY",
    "TABLE",
    "THEIRS",
    "Choice",
    "Lifecycle",
    "Need",
    "Row",
    "Step",
    "claims_solved",
]
