"""Where complaints come in from: readers of files, and a classifier that says why.

`cfpb` reads the bureau's complaints, `classify` suggests type, area and signals by the table in `rules`.
"""

from complaintflow.intakes.cfpb import CfpbIntake
from complaintflow.intakes.classify import RuleClassifier

__all__ = ["CfpbIntake", "RuleClassifier"]
