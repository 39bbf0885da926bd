"""Tells what is on record again, to a copy of the desk with another policy and an empty store in memory.

What people, customers and channels did is asked for anew, at its time, by the same gate. What the desk itself did is
not: clocks, reactions and batches follow by the other policy. Nothing is sent, no observer hears of it, and the record
is only read. So the rules are those that would really run, and no second telling of them.
"""

from __future__ import annotations

from datetime import datetime
from functools import partial

from complaintflow.commands import Command, Confirm, Import, Receipt, Receive
from complaintflow.desk.backtesting.comparing import compare
from complaintflow.desk.backtesting.letters import Letters
from complaintflow.desk.backtesting.outcome import Backtest, Unrepeated
from complaintflow.desk.backtesting.parts import PartNames
from complaintflow.desk.backtesting.people import People, actor_of, nobody
from complaintflow.desk.backtesting.record import Record, Recorded, command_of
from complaintflow.desk.chain_key import ChainKey
from complaintflow.desk.finding import load_events
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.reactions import follow_up_id
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork, find_stored
from complaintflow.desk.worker import Worker
from complaintflow.errors import InvalidInput, NotFound, NotPossible, Problem, Refused
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.lifecycle.timer_clocks import asked_by_timers
from complaintflow.plugins import Message, Session
from complaintflow.record.complaint import AT_ONCE, Event
from complaintflow.stores.memory import MemoryStore
from complaintflow.values import Actor
from complaintflow.vocabulary import SYSTEM, ReceiptStatus

_BATCH = 100


def backtest(units: UnitsOfWork, lifecycle: Lifecycle, until: datetime, people: People | None) -> Backtest:
    """The record up to `until` (aware), told again under this lifecycle with its policy, and what would differ."""
    record, copy = Record(units, until), _Copy(units, lifecycle, people or nobody)
    for recorded in record:
        copy.tell(recorded)
    copy.go_on_until(until)
    differences = compare(units, copy.units, copy.ids, record.told, until)
    return Backtest(tuple(record.told), tuple(differences), tuple(copy.unrepeated), tuple(record.left_out))


class _Copy:
    """The other desk: what it was told, and what it could not do."""

    def __init__(self, units: UnitsOfWork, lifecycle: Lifecycle, people: People) -> None:
        versions = PolicyVersions(lifecycle)
        self.units = UnitsOfWork(MemoryStore(), versions, ChainKey(), units.plugins, lambda _: None)
        self.unrepeated: list[Unrepeated] = []
        self.ids: dict[str, str] = {}
        """The complaints of the record, and what they are called here: what a confirmation opens has another name."""
        self._lifecycle = lifecycle
        self._timed = asked_by_timers(lifecycle.table)
        self._people = people
        self._parts: dict[str, PartNames] = {}
        self._there: dict[str, PartNames] = {}
        self._letters = Letters(self.units, self._is_recorded)
        self._now = AT_ONCE

    def tell(self, recorded: Recorded) -> None:
        """Let happen what is due until then, and this, if somebody did it."""
        event = recorded.event
        self.go_on_until(event.at)
        parts = self._parts.setdefault(recorded.complaint, PartNames(self.ids))
        self._note(recorded, parts)
        if told := recorded.is_told and not self._is_pointless(recorded, parts):
            self._ask_again(recorded, parts)
        parts.recorded(event, told=told)
        self._note(recorded, parts, event if told else None)
        self._follow(recorded)

    def _is_pointless(self, recorded: Recorded, parts: PartNames) -> bool:
        """Whether it happens here by itself, or is about a letter that is not, or that arrived here.

        A complaint that a yes opened comes by itself, and so does what a timer asks for.
        """
        event = recorded.event
        if event.is_a(Receipt):
            message = parts.find(event.data["message"])
            return message is None or self._is_known(recorded, message)
        if recorded.before and event.by == SYSTEM:
            said = self._timed.get((event.kind, recorded.before.state))
            return said is not None and said.items() <= event.data.items()
        return event.seq == 1 and recorded.complaint in self.ids

    def _is_known(self, recorded: Recorded, message: str) -> bool:
        """Whether this receipt tells that a letter went of which that is on record here."""
        here, status = self.ids.get(recorded.complaint, ""), ReceiptStatus(recorded.event.data["status"])
        return status.sent and self._letters.has_arrived(here, message)

    def _note(self, recorded: Recorded, parts: PartNames, told: Event | None = None) -> None:
        """What parts there are now. What was told is among them."""
        if here := self.ids.get(recorded.complaint):
            self._there[here] = parts
            with self.units.reading() as session:
                parts.retold(load_events(session, here, parts.seen), told)

    def _follow(self, recorded: Recorded) -> None:
        """How a letter went, and what the customer added to a yes."""
        event, here = recorded.event, self.ids.get(recorded.complaint)
        if here and event.is_a(Receipt):
            self._letters.note(here, event)
        if here and event.is_a(Confirm):
            with self.units.reading() as session:
                self._note_follow_up(recorded, here, load_events(session, here), session)

    def _note_follow_up(self, recorded: Recorded, here: str, events: tuple[Event, ...], session: Session) -> None:
        """What this yes has opened here has another name than what it opened there."""
        yes = next((event for event in reversed(events) if event.is_a(Confirm)), None)
        if yes is not None and events[-1].at == recorded.event.at:
            more = follow_up_id(here, yes)
            if find_stored(session, more) is not None:
                self.ids[follow_up_id(recorded.complaint, recorded.event)] = more

    def _ask_again(self, recorded: Recorded, parts: PartNames) -> None:
        event = recorded.event
        told = partial(Unrepeated, recorded.complaint, event.seq, event.at, event.kind)
        try:
            command = self._command(event, parts)
            self.units.run(event.at, lambda work: self._do(work, recorded, command))
        except (Refused, NotPossible) as error:
            self.unrepeated.append(told(error.refusals))
        except InvalidInput as error:
            self.unrepeated.append(told(problems=error.problems))
        except NotFound:
            self.unrepeated.append(told(problems=(Problem("complaint", recorded.complaint, "one that came in"),)))

    def _command(self, event: Event, parts: PartNames) -> Command:
        """What was asked for, in the words of this desk. Raises `InvalidInput` where it does not know the command."""
        return command_of(event.kind, parts.rename(event.data), self._lifecycle)

    def _do(self, work: UnitOfWork, recorded: Recorded, command: Command) -> None:
        event, id = recorded.event, recorded.complaint
        if isinstance(command, Receive | Import) and event.seq == 1:
            work.receive(id, command, self._actor(event.by, command.customer.id, ""))
            self.ids[id] = id
            return
        here = self.ids.get(id)
        if here is None:
            raise NotFound(id)
        facts = work.load(here).facts
        work.do(here, (command,), self._actor(event.by, facts.customer, facts.team))

    def _actor(self, id: str, customer: str, team: str) -> Actor:
        return actor_of(id, customer, team, self._people, self._lifecycle.policy)

    def go_on_until(self, at: datetime) -> None:
        """Let the clocks and letters do what is due until then, each when it is due. What happens at one time, they do
        not part: so the letters of that time go when all is told of it."""
        if at <= self._now:
            return
        self._letters.send(self._now)
        worker = Worker(self.units, alone=True)
        while (due := self._next_due()) is not None and due <= at:
            self._now = max(due, self._now)
            if not worker.tick(self._now, _BATCH, believe=True).checked:
                break
            if self._now < at:
                self._letters.send(self._now)
        self._now = at

    def _next_due(self) -> datetime | None:
        with self.units.reading() as session:
            return next((when for when, _ in session.next_checks(1)), None)

    def _is_recorded(self, session: Session, message: Message) -> bool:
        parts = self._there.get(message.complaint)
        if parts is None:
            return False
        parts.retold(load_events(session, message.complaint, parts.seen))
        return parts.is_recorded(message.id)
