"""How messages go out, in numbers: which way next, when again, and when a customer is left in peace (R1)."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import attrs

from complaintflow._validation.accepts import as_texts, as_words
from complaintflow._validation.structure import Checked, NonBlank, Within


@attrs.frozen
class Sending(Checked):
    """R1: the ways out and the patience.

    `fallback` is the order of channels after the preferred one. Channels that `rings` names keep quiet hours.
    `per_hour` messages go to one customer in an hour, later ones wait (0: no limit); kinds in `never_held` wait for
    nothing, and may overtake others. What fails for now is tried `attempts` times: after `first_wait`, then twice
    as long each time, up to `longest_wait`. A channel may ask for more, up to `longest_asked`.
    """

    fallback: tuple[NonBlank, ...] = attrs.field(default=("email", "sms"), converter=as_texts)
    rings: frozenset[NonBlank] = attrs.field(default=frozenset({"message", "phone", "sms"}), converter=as_words)
    per_hour: Annotated[int, Within(0, 1000)] = 12
    never_held: frozenset[NonBlank] = attrs.field(default=frozenset({"Acknowledge"}), converter=as_words)
    attempts: Annotated[int, Within(1, 100)] = 10
    first_wait: timedelta = timedelta(minutes=1)
    longest_wait: timedelta = timedelta(hours=1)
    longest_asked: timedelta = timedelta(hours=24)

    def wait(self, attempt: int, draw: float, asked: timedelta | None = None) -> timedelta:
        """How long to wait after this attempt (from 1) failed for now.

        `draw`, a number from 0 to 1, spreads the second half of the time, so that what failed at once does not come
        back at once. What the channel asked for is the least.
        """
        whole = min(self.longest_wait, self.first_wait * (1 << min(attempt - 1, 30)))
        return max(whole * (1 + draw) / 2, min(asked or timedelta(0), self.longest_asked))
