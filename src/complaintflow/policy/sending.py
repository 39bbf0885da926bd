"""How messages are sent, in numbers: fallback channels, retries, quiet hours and limits (R1)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated

import attrs

from complaintflow._validation.structure import Checked, FrozenMap, NonBlank, Within, as_texts, as_words


@attrs.frozen(eq=False, repr=False)
class Sending(Checked):
    """R1: channels, quiet hours, limits and retries.

    `fallback` is the order of channels after the preferred one. The channels in `rings` keep quiet hours. A customer
    gets at most `per_hour` messages an hour, and later ones wait (0: no limit). The commands in `never_held` never
    wait, and may overtake others. A temporary failure is retried up to `attempts` times: after `first_wait`, then twice
    as long each time, up to `longest_wait`. A channel may ask for a longer wait, up to `longest_asked`.

    R33: a log or a file reaches nobody. The house may name in `reaching` the channels of which it says that what they
    record does reach the customer. What came back by every way is a task, due within `chase_within`.

    R22: a contact that was added later proves no sender and gets no confirm links before `contact_settles` has passed,
    however verified it is.

    R22: with `tell_former`, a verified address is told when a correction takes it away or puts another one in its
    place, since whoever steals an account changes the address first.

    R36: with `thank_for_rating`, a customer who rated the handling is thanked, once for each rating.

    What a person says to a customer waits for `undo` before it is first sent, so that it can be recalled (0: it goes
    at once); `undo_by_kind` names other times by command. An emergency (grade E) and what is `never_held` do not wait.

    What the commands in `receipts` say carries a receipt, by which the customer can prove later that it stands in the
    ledger unchanged: `["Acknowledge", "Close"]`; nothing does unless a house wants it.
    """

    fallback: tuple[NonBlank, ...] = attrs.field(default=("email", "sms"), converter=as_texts)
    rings: frozenset[NonBlank] = attrs.field(default=frozenset({"message", "phone", "sms"}), converter=as_words)
    reaching: frozenset[NonBlank] = attrs.field(default=frozenset[str](), converter=as_words)
    per_hour: Annotated[int, Within(0, 1000)] = 12
    # by name, because the policy must not import the commands; `tests/policy/test_policy.py` checks it
    never_held: frozenset[NonBlank] = attrs.field(default=frozenset({"Acknowledge"}), converter=as_words)
    attempts: Annotated[int, Within(1, 100)] = 10
    first_wait: timedelta = timedelta(minutes=1)
    longest_wait: timedelta = timedelta(hours=1)
    longest_asked: timedelta = timedelta(hours=24)
    chase_within: timedelta = timedelta(hours=24)
    contact_settles: timedelta = timedelta(hours=24)
    tell_former: bool = True
    thank_for_rating: bool = True
    undo: timedelta = timedelta(0)
    undo_by_kind: Mapping[NonBlank, timedelta] = FrozenMap()
    receipts: frozenset[NonBlank] = attrs.field(default=frozenset[str](), converter=as_words)

    def undo_for(self, kind: str) -> timedelta:
        """How long a message of this kind can be recalled."""
        return timedelta(0) if kind in self.never_held else self.undo_by_kind.get(kind, self.undo)

    def wait(self, attempt: int, draw: float, asked: timedelta | None = None) -> timedelta:
        """How long to wait after this attempt (from 1) failed for now.

        `draw`, a number from 0 to 1, spreads the second half of the wait, so that messages that failed together are
        not retried together. The wait is never shorter than the channel asked for.
        """
        whole = min(self.longest_wait, self.first_wait * (1 << min(attempt - 1, 30)))
        return max(whole * (1 + draw) / 2, min(asked or timedelta(0), self.longest_asked))
