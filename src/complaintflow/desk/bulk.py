"""Many questions in one transaction: the disk is waited for once. Each is done as a whole or refused by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

import attrs

from complaintflow.commands import Command
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork
from complaintflow.errors import (
    ComplaintflowError,
    Conflict,
    InvalidInput,
    NotFound,
    NotPossible,
    Refused,
    UnreadableRecord,
)
from complaintflow.record.complaint import Complaint
from complaintflow.values import Actor

Answer = Complaint | ComplaintflowError
"""What one question gets: the complaint as it is afterwards, or why nothing came of it."""

_REFUSALS = (Conflict, InvalidInput, NotFound, NotPossible, Refused, UnreadableRecord)


@attrs.frozen
class Asked:
    """One question among many: these commands, which all happen or none.

    `id` is the complaint for `do_many`; `receive_many` takes none, and its first command is a `Receive`. `key` and
    `expect` are those of `Desk.do`.
    """

    commands: tuple[Command, ...]
    by: Actor
    id: str = ""
    key: str | None = attrs.field(default=None, repr=False)
    expect: int | None = None


def act_in_turn(
    units: UnitsOfWork, at: datetime, acts: Iterable[Callable[[UnitOfWork], Complaint]]
) -> tuple[Answer, ...]:
    """The answer to each, in order: each sees what those before it did. An error of the store takes all back."""
    answers, works = list[Answer](), list[UnitOfWork]()
    with units.store.writing() as session:
        for act in acts:
            work = units.within(session, at)  # nothing of it is written before it is saved
            try:
                answers.append(act(work))
            except _REFUSALS as error:
                answers.append(error)
            else:
                work.save()
                works.append(work)
    for work in works:
        units.tell(work)
    return tuple(answers)
