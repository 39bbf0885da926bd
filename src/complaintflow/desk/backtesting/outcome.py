"""What a backtest and a replay answer: what would differ, and what could not have been done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import attrs

from complaintflow.errors import Problem, Refusal

What = Literal["missing", "state", "grade", "ended", "due", "breach"]


@attrs.frozen
class Difference:
    """One thing that would be another one: what of which complaint, as it is on record and as it would be.

    `run` names the run of a clock (`due`, `breach`), `grade` is the highest, `ended` when it was closed or ended
    otherwise. Times are UTC. A blank text: nothing of the kind.
    """

    complaint: str
    what: What
    recorded: str
    retold: str
    run: str = ""


@attrs.frozen
class Unrepeated:
    """Something that somebody did, and could not have done under the other policy: why, or what does not fit.

    `complaint`, `seq` and `at` (UTC) name the event on record, `command` what was asked for.
    """

    complaint: str
    seq: int
    at: datetime
    command: str
    refusals: tuple[Refusal, ...] = ()
    problems: tuple[Problem, ...] = ()


@attrs.frozen
class OtherFact:
    """A fact that would be another one now, after a command that was accepted then and is accepted now.

    `recorded` and `now` are the fact as JSON has it, with its name; `state` is one of the facts.
    """

    complaint: str
    seq: int
    at: datetime
    command: str
    fact: str
    recorded: str = attrs.field(repr=False)
    now: str = attrs.field(repr=False)


@attrs.frozen
class ReplayCheck:
    """What the present version of the rules says to what is on record.

    `judged` counts the commands that were decided anew. `refused` would be refused now, or do not fit; `other` are the
    facts that would be others. `left_out` are the complaints with words that are erased or cannot be read.
    """

    judged: int
    refused: tuple[Unrepeated, ...] = ()
    other: tuple[OtherFact, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Whether everything on record would be decided as it was."""
        return not (self.refused or self.other)


@attrs.frozen
class Backtest:
    """What the recorded history would have been under another policy.

    `told` are the complaints that were told again, `left_out` those that could not be. `unrepeated` is what somebody
    did and could not have done.
    """

    told: tuple[str, ...]
    differences: tuple[Difference, ...]
    unrepeated: tuple[Unrepeated, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def counts(self) -> Mapping[str, int]:
        """In how many complaints each of these would differ."""
        return Counter(what for what, _ in {(one.what, one.complaint) for one in self.differences})
