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
    from complaintflow.lifecycle.composing import Composed, compose
    from complaintflow.lifecycle.document import read_lifecycle
    from complaintflow.lifecycle.mapping import LifecycleMapping, read_mapping
    from complaintflow.lifecycle.profile_reading import NO_ADVICE, Profile, Source, profile, profile_names
    from complaintflow.lifecycle.rule_book import RefusalCase, RuleEntry
else:
    _FINDINGS = dict.fromkeys(("Covered", "Finding", "Report"), "checking.findings")
    _OTHERS = {"LifecycleBuilder": "building", "Story": "checking.stories", "read_lifecycle": "document"}
    _MAPPING = dict.fromkeys(("LifecycleMapping", "read_mapping"), "mapping")
    _PROFILES = dict.fromkeys(("NO_ADVICE", "Profile", "Source", "profile", "profile_names"), "profile_reading")
    _COMPOSED = dict.fromkeys(("Composed", "compose"), "composing")
    _RULES = dict.fromkeys(("RefusalCase", "RuleEntry"), "rule_book")
    __getattr__ = _lazily(__name__, {**_FINDINGS, **_OTHERS, **_MAPPING, **_PROFILES, **_COMPOSED, **_RULES})

__all__ = [
    "ANYONE",
    "HANDS",
    "NO_ADVICE",
    "STAFF",
    "STAY",
    "SYSTEM_ONLY",
    "TABLE",
    "THEIRS",
    "Choice",
    "Composed",
    "Covered",
    "CustomState",
    "Finding",
    "Lifecycle",
    "LifecycleBuilder",
    "LifecycleMapping",
    "Need",
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
    "profile",
    "profile_names",
    "read_lifecycle",
    "read_mapping",
]
