"""Takes one move of another system: by our rules, and where they refuse it, as the other system made it.

A refused move did happen there. So it is imported: its event says what the command would have changed, and the state is
the one where the other system is. What a guard would have asked for is not added: a proof that nobody recorded stays
unrecorded, and the next move is judged without it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import attrs

from complaintflow.commands import Receipt
from complaintflow.commands._context import Ask, Decision
from complaintflow.conformance.reading import Move
from complaintflow.errors import Refusal
from complaintflow.lifecycle.concerns import Guard
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.lifecycle.moves import Kind, Move as TableMove
from complaintflow.record.complaint import Complaint, Event
from complaintflow.values import Actor

_CLOCKWORK = Actor.system()


@attrs.frozen
class Taken:
    """What became of a move: its event, and the reasons for which our rules would have refused it."""

    event: Event
    refusals: tuple[Refusal, ...] = ()


class _Unrefused(Lifecycle):
    """The same moves with nobody who refuses: it says what a move changes, whether it is allowed or not."""

    def _asked(self, kind: Kind, move: TableMove, ask: Ask) -> tuple[Guard, ...]:
        return ()


class OtherSystem:
    """Goes through the moves of another system beside a lifecycle."""

    def __init__(self, rules: Lifecycle, *, arrives: bool = False) -> None:
        self.rules, self._arrives = rules, arrives
        self._unrefused = _Unrefused(rules.table, rules.policy)

    def take(self, complaint: Complaint, move: Move) -> Taken:
        """The event of the move. Raises `InvalidInput` for a command that is over a limit of the policy."""
        asked = self.rules.decide(complaint, move.command, by=move.by, at=move.at)
        if asked.accepted:
            return Taken(asked.events[0])
        return Taken(self._imported(complaint, move), _reasons(asked))

    def arrivals(self, complaint: Complaint, at: datetime) -> Iterator[tuple[Receipt, Event]]:
        """The receipts of what is under way, where the map says that messages arrive."""
        for name in sorted(complaint.facts.open_messages) if self._arrives else ():
            receipt = Receipt(name, "delivered")
            asked = self._unrefused.decide(complaint, receipt, by=_CLOCKWORK, at=at)
            if asked.accepted:
                complaint = self.rules.evolve(complaint, asked.events)
                yield receipt, asked.events[0]

    def _imported(self, complaint: Complaint, move: Move) -> Event:
        forced = self._unrefused.decide(complaint, move.command, by=move.by, at=move.at)
        event = forced.events[0] if forced.accepted else self._from_nowhere(complaint, move)
        return self._in_state(event, move.state) if move.state else event

    def _from_nowhere(self, complaint: Complaint, move: Move) -> Event:
        """The event of a move that no row has from here: what the command changes, and where its rows lead."""
        seq = complaint.version + 1
        ask = Ask(complaint.id, complaint.facts, move.command, move.by, move.at, self.rules.policy, seq=seq)
        kind = type(move.command)
        targets = {row.target for row in self.rules.table if row.command is kind}
        state = targets.pop() if len(targets) == 1 else None
        event = Event(seq, move.at, move.by.id, kind.__name__, move.command.encoded(), complaint.state, ask.news)
        return self._in_state(event, state or complaint.state)

    def _in_state(self, event: Event, state: str) -> Event:
        meant = self.rules.stage_of(state)
        changes = {**event.changes, "stands_for": meant if meant != state else ""}
        data = (event.seq, event.at, event.by, event.kind, event.encoded)
        return Event(*data, state, changes, event.versions)


def _reasons(asked: Decision) -> tuple[Refusal, ...]:
    return asked.not_possible.refusals if asked.not_possible is not None else asked.refusals
