"""What the demo found."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import attrs

from complaintflow.cli.demonstration.week import Week


@attrs.frozen
class Report:
    """The file, how often each rule refused and passed, and whether the file is sound."""

    file: Path
    rows: int
    rules: Mapping[str, tuple[int, int]]
    untried: tuple[str, ...]
    sound: bool
    head: str
    seconds: float
    failure: str = ""
    week: Week | None = None

    @property
    def ok(self) -> bool:
        """Whether every rule refused and passed, and everything is sound."""
        return self.sound and not self.untried and not self.failure and (self.week is None or self.week.ok)
