"""One row of the classifier's table."""

from __future__ import annotations

import attrs


@attrs.frozen
class Rule:
    """One row: where to look, what to look for, and what it means. `seen` is shown instead of what was found.

    Where it is `together`, the pattern names concepts (see `concepts`), else words or phrases.
    `weight` counts for type and area: the heaviest wins. A row that you add counts as 10, more than one phrase of ours.
    """

    where: str
    pattern: str
    type: str = attrs.field(default="", kw_only=True)
    area: str = attrs.field(default="", kw_only=True)
    impact: str = attrs.field(default="", kw_only=True)
    urgency: str = attrs.field(default="", kw_only=True)
    emotion: str = attrs.field(default="", kw_only=True)
    severity: str = attrs.field(default="", kw_only=True)
    exposure: str = attrs.field(default="", kw_only=True)
    vulnerable: str = attrs.field(default="", kw_only=True)
    hazard: str = attrs.field(default="", kw_only=True)
    seen: str = attrs.field(default="", kw_only=True)
    weight: int = attrs.field(default=10, kw_only=True)
