"""Many questions in one transaction: the disk is waited for once. Each is done as a whole or refused by itself."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

import attrs

from complaintflow._validation.structure import Record, plain_text
from complaintflow.commands import Command, Receive
from complaintflow.desk.arguments import check_question, found_as
from complaintflow.desk.idempotency import of_caller, of_row
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork, looks_for_others, may_repeat
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
from complaintflow.inbound.request_key import RequestKey
from complaintflow.plugins import Incoming, Session
from complaintflow.record.complaint import Complaint
from complaintflow.values import Actor

Answer = Complaint | ComplaintflowError
"""What one question gets: the complaint as it is afterwards, or why nothing came of it."""

T = TypeVar("T")

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


class About(NamedTuple):
    """What a question is about: the complaints that it names, the key, and the customer who may have complained of the
    same before; or the complaint that may turn out to repeat another one.
    """

    ids: tuple[str, ...]
    key: RequestKey | None
    customer: str
    repeating: str = ""

    @classmethod
    def asked(cls, asked: Asked) -> About:
        """What it is about."""
        named = [id for one in asked.commands for id in one.related_ids()]
        first = asked.commands[0] if asked.commands else None
        repeating = asked.id if any(map(may_repeat, asked.commands)) else ""
        return cls((asked.id, *named), _key_of(of_caller, asked.key), _searched_by(first), repeating)

    @classmethod
    def row(cls, row: Incoming) -> About:
        """What a row of a reader is about."""
        return cls((), _key_of(of_row, row), _searched_by(row.command))


def _key_of(read: Callable[[T], RequestKey | None], given: T) -> RequestKey | None:
    """What is no key is told to who asks with it."""
    with suppress(InvalidInput):
        return read(given)
    return None


def _searched_by(command: Command | None) -> str:
    """The customer whose open complaints are searched for one that it may repeat (R5)."""
    return command.customer.id if isinstance(command, Receive) and looks_for_others(command) else ""


RowAnswer = tuple[Complaint, bool] | ComplaintflowError
"""What one row gets: the complaint and whether it is new, or why nothing came of it."""


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
    units: UnitsOfWork, at: datetime, acts: Iterable[Callable[[UnitOfWork], T]], abouts: Collection[About]
) -> tuple[T | ComplaintflowError, ...]:
    """The answer to each, in order: each sees what those before it did. An error of the store takes all back.

    What they are about is known before, so that a store may read at once what each is going to look at.
    """
    every = tuple(acts)

    def act_each(session: Session) -> tuple[tuple[T | ComplaintflowError, ...], list[UnitOfWork]]:
        _read_ahead(session, abouts, units.chain_key)
        works = list[UnitOfWork]()
        return tuple([_act(units.within(session, at), act, works) for act in every]), works

    answers, works = units.write(act_each)
    for work in works:
        units.tell(work)
    return answers


def _read_ahead(session: Session, abouts: Collection[About], secret: bytes) -> None:
    """Let a store that offers it hear what each is about."""
    if read := getattr(session, "read_ahead", None):
        ids = {id for one in abouts for id in one.ids if id and not plain_text(id)}
        keys = {hidden for one in abouts if one.key for hidden in one.key.every_hidden(secret)}
        repeating = ids & {one.repeating for one in abouts}
        read(ids, keys, {one.customer for one in abouts if one.customer}, repeating)


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
