"""R48: how many customers need particular care. Nothing but these counts leaves a complaint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from complaintflow.record.complaint import Complaint
from complaintflow.vocabulary import Vulnerability

ALL = "all"


def count_vulnerable(complaints: Iterable[Complaint]) -> Mapping[str, int]:
    """How many complaints are of vulnerable customers, under `all`, and how many for each reason."""
    counts = Counter[str]()
    for complaint in complaints:
        if complaint.facts.vulnerable:
            counts.update((ALL, *complaint.care_reasons))
    return {reason: counts[reason] for reason in (ALL, *map(str, Vulnerability))}
