"""Sources of complaints: readers of files, and a classifier that says why. A plugin like any other.

`CfpbIntake` reads the bureau's complaints, `RuleClassifier` suggests type, area and signals by the table `RULES`. A
desk has them when it is opened with `plugins=["cfpb"]` or with this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from complaintflow._lazy import lazy
from complaintflow.intakes.cfpb import CfpbIntake, open_csv
from complaintflow.intakes.classify import RuleClassifier
from complaintflow.intakes.rule import Rule
from complaintflow.intakes.rules import RULES
from complaintflow.plugins import Classifier, Intake, hookimpl

if TYPE_CHECKING:
    from complaintflow.intakes.mapped import MappedIntake, NotesFile, open_text, read_mapping
    from complaintflow.intakes.sample import sample_csv
else:
    _MAPPED = dict.fromkeys(("MappedIntake", "NotesFile", "open_text", "read_mapping"), "mapped")
    __getattr__ = lazy(__name__, {"sample_csv": "sample", **_MAPPED})

__all__ = [
    "RULES",
    "CfpbIntake",
    "MappedIntake",
    "NotesFile",
    "Rule",
    "RuleClassifier",
    "classifiers",
    "intakes",
    "open_csv",
    "open_text",
    "read_mapping",
    "sample_csv",
]


@hookimpl
def intakes() -> Mapping[str, Intake]:
    """The bureau's complaints, as CSV."""
    return {"cfpb": CfpbIntake()}


@hookimpl
def classifiers() -> Mapping[str, Classifier]:
    """The table of rules."""
    return {"rules": RuleClassifier()}
