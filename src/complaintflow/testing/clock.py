"""A clock that stands until it is moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import attrs

from complaintflow._validation.structure import at_utc

MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
"""Where a clock stands when it is not told otherwise: a Monday morning, in UTC."""


@attrs.define
class FrozenClock:
    """Tells the time that it was set to (aware, in UTC): `Desk.open(url, clock=FrozenClock())`.

    Raises `InvalidInput` for a naive time.

    >>> clock = FrozenClock()
    >>> clock.later(hours=1)
    datetime.datetime(2026, 3, 2, 10, 0, tzinfo=datetime.timezone.utc)
    """

    now: datetime = attrs.field(default=MONDAY, converter=at_utc)

    def __call__(self) -> datetime:
        return self.now

    def later(self, **span: float) -> datetime:
        """Some time passes, in the words of `timedelta`: `later(days=3)`. Answers with the time it is then."""
        self.now += timedelta(**span)
        return self.now
