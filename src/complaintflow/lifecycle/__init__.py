"""The table of all moves, the guards, and the pure step that decides. Begin with `table.py`."""

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy as _lazily
from complaintflow.lifecycle.choices import Choice
from complaintflow.lifecycle.lifecycle import Lifecycle, Step
from complaintflow.lifecycle.needs import Need
from complaintflow.lifecycle.rows import ANYONE, HANDS, STAFF, STAY, SYSTEM_ONLY, THEIRS, Row
from complaintflow.lifecycle.states import CustomState
from complaintflow.lifecycle.table import TABLE
from complaintflow.values import Notice
from complaintflow.wording import claims_solved

if TYPE_CHECKING:
    from complaintflow.lifecycle.building import LifecycleBuilder
    from complaintflow.lifecycle.checking.differences import Change, Comparison, Difference
    from complaintflow.lifecycle.checking.findings import Covered, Finding, Report
    from complaintflow.lifecycle.checking.stories import Story
    from complaintflow.lifecycle.composing import Composed, compose
    from complaintflow.lifecycle.document import is_lifecycle, read_lifecycle
    from complaintflow.lifecycle.mapping import LifecycleMapping, read_mapping
    from complaintflow.lifecycle.profile_reading import NO_ADVICE, Profile, Source, profile, profile_names
    from complaintflow.lifecycle.rule_book import RefusalCase, RuleEntry
else:
    _PLACES = {
        "building": ("LifecycleBuilder",),
        "checking.differences": ("Change", "Comparison", "Difference"),
        "checking.findings": ("Covered", "Finding", "Report"),
        "checking.stories": ("Story",),
        "composing": ("Composed", "compose"),
        "document": ("is_lifecycle", "read_lifecycle"),
        "mapping": ("LifecycleMapping", "read_mapping"),
        "profile_reading": ("NO_ADVICE", "Profile", "Source", "profile", "profile_names"),
        "rule_book": ("RefusalCase", "RuleEntry"),
    }
    __getattr__ = _lazily(__name__, {name: place for place, names in _PLACES.items() for name in names})

__all__ = [
    "ANYONE",
    "HANDS",
    "NO_ADVICE",
    "STAFF",
    "STAY",
    "SYSTEM_ONLY",
    "TABLE",
    "THEIRS",
    "Change",
    "Choice",
    "Comparison",
    "Composed",
    "Covered",
    "CustomState",
    "Difference",
    "Finding",
    "Lifecycle",
    "LifecycleBuilder",
    "LifecycleMapping",
    "Need",
    "Notice",
    "Profile",
    "RefusalCase",
    "Report",
    "Row",
    "RuleEntry",
    "Source",
    "Step",
    "Story",
    "claims_solved",
    "compose",
    "is_lifecycle",
    "profile",
    "profile_names",
    "read_lifecycle",
    "read_mapping",
]
