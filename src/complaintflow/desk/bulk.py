"""Many questions in one transaction: the disk is waited for once. Each is done as a whole or refused by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any, TypeVar

import attrs

from complaintflow._validation.structure import Record, plain_text
from complaintflow.commands import Command
from complaintflow.desk.arguments import check_question, found_as
from complaintflow.desk.idempotency import of_caller
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork
from complaintflow.errors import (
    ComplaintflowError,
    Conflict,
    InvalidInput,
    NotFound,
    NotPossible,
    Problem,
    Refused,
    UnreadableRecord,
)
from complaintflow.plugins import Session
from complaintflow.record.complaint import Complaint
from complaintflow.values import Actor

Answer = Complaint | ComplaintflowError
"""What one question gets: the complaint as it is afterwards, or why nothing came of it."""

_REFUSALS = (Conflict, InvalidInput, NotFound, NotPossible, Refused, UnreadableRecord)


_ONE = frozenset[type]({str, bytes, dict})
"""What can be gone through, and is no list of commands."""


def _as_commands(given: Any) -> tuple[Any, ...]:
    """One command, or several. What is neither is named when it is checked."""
    if type(given) in _ONE or not hasattr(given, "__iter__"):
        return (given,)
    return tuple(given)


@attrs.frozen(eq=False, repr=False)
class Asked(Record):
    """One question among many: this command, or these, which all happen or none.

    `id` is the complaint for `do_many`; `receive_many` takes none, and its first command is a `Receive`. `key` and
    `expect` are those of `Desk.do`.
    """

    commands: tuple[Command, ...] = attrs.field(converter=_as_commands)
    by: Actor
    id: str = ""
    key: str | None = attrs.field(default=None, repr=False)
    expect: int | None = None

    def __attrs_post_init__(self) -> None:
        check_question(self.commands, self.by, self.id, self.expect)


RowAnswer = tuple[Complaint, bool] | ComplaintflowError
"""What one row gets: the complaint and whether it is new, or why nothing came of it."""

T = TypeVar("T")


def check_asked(asked: Iterable[object]) -> tuple[Asked, ...]:
    """The questions. Raises `InvalidInput` for what is none, with the place of each."""
    every = tuple(asked)
    problems = tuple(
        Problem(f"asked[{place}]", found_as(one), "an Asked: commands, who asks, and the complaint")
        for place, one in enumerate(every)
        if not isinstance(one, Asked)
    )
    if problems:
        raise InvalidInput(problems)
    return tuple(one for one in every if isinstance(one, Asked))


def act_in_turn(
    units: UnitsOfWork, at: datetime, acts: Iterable[Callable[[UnitOfWork], T]], asked: Collection[Asked] = ()
) -> tuple[T | ComplaintflowError, ...]:
    """The answer to each, in order: each sees what those before it did. An error of the store takes all back.

    What is `asked` is known before, so that a store may read at once what each is going to look at.
    """
    every = tuple(acts)

    def act_each(session: Session) -> tuple[tuple[T | ComplaintflowError, ...], list[UnitOfWork]]:
        _read_ahead(session, asked, units.chain_key)
        works = list[UnitOfWork]()
        return tuple([_act(units.within(session, at), act, works) for act in every]), works

    answers, works = units.write(act_each)
    for work in works:
        units.tell(work)
    return answers


def _read_ahead(session: Session, asked: Collection[Asked], secret: bytes) -> None:
    """Let a store that offers it hear what each is about."""
    if read := getattr(session, "read_ahead", None):
        read({one.id for one in asked if one.id and not plain_text(one.id)}, {*_keys_of(asked, secret)})


def _keys_of(asked: Iterable[Asked], secret: bytes) -> Iterator[str]:
    """The texts under which their keys may be remembered. What is no key is told to who asks with it."""
    for one in asked:
        with suppress(InvalidInput):
            yield from key.every_hidden(secret) if (key := of_caller(one.key)) else ()


def rehearse_in_turn(
    units: UnitsOfWork, at: datetime, acts: Iterable[Callable[[UnitOfWork], T]]
) -> tuple[T | ComplaintflowError, ...]:
    """The same answers, of which nothing stays: it only reads, so nobody who writes waits for it."""
    with units.rehearse(at).reading() as session:
        return tuple([_act(units.within(session, at), act, []) for act in acts])


def _act(work: UnitOfWork, act: Callable[[UnitOfWork], T], works: list[UnitOfWork]) -> T | ComplaintflowError:
    """What one act gets. Nothing of it is written before it is saved."""
    try:
        answer = act(work)
    except _REFUSALS as error:
        return error
    work.save()
    works.append(work)
    return answer
