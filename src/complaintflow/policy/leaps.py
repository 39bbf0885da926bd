"""When a clock is not believed: how far time may go between two looks, and who confirms that it went further."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import attrs

from complaintflow._validation.structure import Checked


def _positive(span: timedelta) -> str | None:
    return None if span > timedelta(0) else "a time longer than nothing"


Span = Annotated[timedelta, _positive]


@attrs.frozen(eq=False, repr=False)
class Leaps(Checked):
    """The time that a tick believes.

    A clock that is further ahead of the last known time than `longest` has leapt: the tick does nothing, until a tick
    that comes `confirm_after` later sees the clock still there. Nothing waits longer than `longest`, and no lease is
    longer than its own length and `skew`: by so much the clocks of two machines of a house may differ.

    `longest` is more than any single span of the default rules (30 days to reopen), so a house may be shut for a
    month, and a test may move its clock over one of them at once.
    """

    longest: Span = timedelta(days=35)
    confirm_after: Span = timedelta(minutes=5)
    skew: Span = timedelta(minutes=10)
