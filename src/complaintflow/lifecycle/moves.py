"""The table, compiled: what is known of each command and state before anybody asks.

Only what the fields and the changes of a command add is worked out at each step.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs
import msgspec

from complaintflow._validation.bounds import holders
from complaintflow.commands import Command, Correct, Receive
from complaintflow.commands._context import Closing
from complaintflow.commands.ends import also_close
from complaintflow.commands.signs import concerns_signs
from complaintflow.lifecycle.cautions import name_fields
from complaintflow.lifecycle.endings import closes_besides
from complaintflow.lifecycle.horizon import time_fields
from complaintflow.lifecycle.payments import OF_THE_MATTER
from complaintflow.lifecycle.rows import SYSTEM_ONLY, Row, When
from complaintflow.lifecycle.states import pauses_for, stage_of
from complaintflow.record.complaint import Once
from complaintflow.vocabulary import Effect


class _ReadOfNothing(Exception):
    """Something was read of a question that nobody has asked."""


class _Unasked:
    """Stands for a question, and finds out whether samples read anything of it."""

    def __getattr__(self, name: str) -> Any:
        raise _ReadOfNothing(name)


_UNASKED: Any = _Unasked()


class Move(msgspec.Struct, frozen=True, eq=False):
    """One row from one state: the state that it reaches, and the effects beyond those of the command.

    `stands_for` is the built-in state whose meaning the reached one has, blank for a built-in one. `pause` is for whom
    the clocks stand from then on, None where that does not change. With `remembers` the state before it
    is noted. `closing` says what a command changes that closes and is no `Close` (R33).
    """

    row: Row
    reached: str
    effects: frozenset[Effect]
    when: When | None
    stands_for: str = ""
    pause: str | None = None
    remembers: bool = False
    closing: Closing | None = None


class Kind(msgspec.Struct, frozen=True, eq=False, dict=True):
    """One command: its moves from each state, in the order of the table, and which questions its fields may raise.

    `required` are the fields that must be given, `named` those with names. `left_open` says that it may leave something
    to the house, and `fixed` are its effects where no field changes them. `speaks` says that it may have words for the
    customer. `matters` are the states from which the rules may look at other complaints (R26), with the effects.
    What the types of its fields say is read when such a command is asked for: of all, it took half of a first
    complaint.
    """

    name: str
    command: type[Command]
    moves: Mapping[str, tuple[Move, ...]]
    required: tuple[str, ...]
    left_open: bool
    fixed: frozenset[Effect] | None
    named: tuple[str, ...]
    has_names: bool
    speaks: bool
    signs: bool
    of_people: bool
    received: bool
    matters: Mapping[str, frozenset[Effect]]

    @Once
    def has_times(self) -> bool:
        """Whether people may name a time in it."""
        kind: Any = self.command
        return self.of_people and bool(time_fields(kind))

    @Once
    def holds(self) -> bool:
        """Whether it may hold lists or tables."""
        kind: Any = self.command
        return bool(holders(kind))

    @Once
    def tables(self) -> bool:
        """Whether it may hold tables."""
        kind: Any = self.command
        return bool(holders(kind, tables=True))

    @Once
    def standing(self) -> tuple[Command, ...] | None:
        """Its samples, where they are the same for every question; they are made once. None where they are not."""
        try:
            return tuple(self.command.samples(_UNASKED))
        except _ReadOfNothing:
            return None


def compile_table(table: Iterable[Row]) -> Mapping[type[Command], Kind]:
    """Each command of the table with its moves."""
    rows: dict[type[Command], list[Row]] = {}
    for row in table:
        rows.setdefault(row.command, []).append(row)
    return {command: _kind(command, mine) for command, mine in rows.items()}


def _kind(command: Any, rows: list[Row]) -> Kind:
    moves: dict[str, tuple[Move, ...]] = {}
    for row in rows:
        for source in row.sources:
            move = _move(row, source)
            moves[source] = (*moves.get(source, ()), move)
    of_people = any(row.who != SYSTEM_ONLY for row in rows) or issubclass(command, Receive)
    return Kind(
        name=command.__name__,
        command=command,
        moves=moves,
        required=tuple(field.name for field in attrs.fields(command) if field.default is attrs.NOTHING),
        left_open=command.in_house is not Command.in_house,
        fixed=command.EFFECTS if command.effects is Command.effects else None,
        named=name_fields(command),
        has_names=command is Correct or bool(name_fields(command)),
        speaks=command.customer_text is not Command.customer_text or hasattr(command, "message"),
        signs=any(concerns_signs(command, row.who) for row in rows),
        of_people=of_people,
        received=issubclass(command, Receive),
        matters=_matters(moves),
    )


def _move(row: Row, source: str) -> Move:
    target = row.leads(source)
    stage, before, after = stage_of(target), pauses_for(source), pauses_for(target)
    return Move(
        row,
        str(target),
        row.added_effects[source],
        row.when,
        stage if stage != target else "",
        after if before != after else None,
        source != target and getattr(target, "remembers", False),
        also_close if closes_besides(row.command, source, target) else None,
    )


def _matters(moves: Mapping[str, tuple[Move, ...]]) -> Mapping[str, frozenset[Effect]]:
    """R26: the states from which a move may have effects that look at other complaints, with all its effects."""
    effects = {
        state: frozenset[Effect]().union(*(one.row.effects for one in several)) for state, several in moves.items()
    }
    return {state: found for state, found in effects.items() if not found.isdisjoint(OF_THE_MATTER)}
