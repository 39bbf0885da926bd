"""What is still open of a complaint that is over, and what settles it (R26a, R33, R37)."""

from __future__ import annotations

from collections.abc import Iterable

from complaintflow.commands import (
    AddEvidence,
    CancelTask,
    CheckEvidence,
    Command,
    FinishTask,
    NoReplyNeeded,
    RefuseCompensation,
    Unmerge,
    Update,
)
from complaintflow.commands._context import Ask
from complaintflow.commands.silence import unhandled
from complaintflow.errors.reasons import Fault
from complaintflow.lifecycle.payments import owed_parts, pending_parts
from complaintflow.record.keys import CALL_TASK
from complaintflow.vocabulary import SignKind, State

SETTLE_TASKS = (FinishTask, CancelTask)
"""What settles a task."""
_SETTLE_CLAIMS = (RefuseCompensation,)
_SETTLE_OWED = (AddEvidence, CheckEvidence)
_SETTLE_WORDS = (Update, NoReplyNeeded)
SETTLES = tuple(dict.fromkeys((*_SETTLE_CLAIMS, *_SETTLE_OWED, *SETTLE_TASKS, *_SETTLE_WORDS, Unmerge)))
"""All that settles something that is left open."""


def left_open(ask: Ask, letters: Iterable[str]) -> tuple[list[str | Fault], tuple[type[Command], ...]]:
    """What is open, these letters among it, and the commands that settle it.

    What awaits a reply in a merged complaint awaits it in the target, and another complaint has a record of its own.
    """
    facts = ask.facts
    words = facts.stage != State.MERGED and any(sign.kind != SignKind.COMPLAINT for sign in facts.signs)
    parts: list[tuple[Iterable[str | Fault], tuple[type[Command], ...]]] = [
        (pending_parts(ask), _SETTLE_CLAIMS),
        (owed_parts(ask), _SETTLE_OWED),
        (letters, ()),
        (sorted(facts.open_tasks - {CALL_TASK}), SETTLE_TASKS),
        ((Fault("the-spike"),) if facts.spikes - facts.open_tasks else (), ()),
        ((Fault("the-plan"),) if facts.plan_open else (), (Unmerge if facts.stage == State.MERGED else Update,)),
        (unhandled(facts) if words else (), _SETTLE_WORDS),
    ]
    left = [part for some, _ in parts for part in some]
    settling = tuple(dict.fromkeys(kind for some, kinds in parts if some for kind in kinds))
    return left, settling
