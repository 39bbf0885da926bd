"""When a number of complaints has grown too fast (R41), and what is done about it."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import attrs

from complaintflow._validation.structure import Checked, Within, as_words
from complaintflow.policy.leaps import Span

SPIKE_KINDS = ("type", "area", "respondent", "shop", "product", "category", "region", "channel", "cause")
"""What complaints may have in common, so that they are counted together."""

_COUNTED = frozenset({"type", "area", "respondent", "shop", "cause"})


@attrs.frozen(eq=False, repr=False)
class Spikes(Checked):
    """R41: when a type, area, respondent, shop or cause has grown too fast, and who investigates it.

    `of` names what is counted (no kind at all turns it off). A series has spiked when its last 24 hours have at least
    `least` complaints; are more than `growth` percent above the 24 hours before *and* above the same weekday of the
    last `weeks`, raised to the level of the last week; and would be so many by chance at most once in `one_in` looks.
    Near a holiday of `calendar` it must have grown by `holiday_growth` percent.

    Then `owner` (blank: the emergency team) gets a task that is due after `due`. It is over when the series was calm
    for `calm`, and no new one is raised within `cool_down`.
    """

    of: frozenset[str] = attrs.field(default=_COUNTED, converter=as_words)
    growth: Annotated[int, Within(1, 10_000)] = 30
    holiday_growth: Annotated[int, Within(1, 10_000)] = 100
    least: Annotated[int, Within(1)] = 10
    weeks: Annotated[int, Within(2, 26)] = 8
    one_in: Annotated[int, Within(10, 10**9)] = 30_000
    calendar: str = "office"
    owner: str = ""
    due: Span = timedelta(hours=4)
    calm: Span = timedelta(hours=24)
    cool_down: Span = timedelta(hours=24)
