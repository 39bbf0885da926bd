"""The outbox: each message goes to its channel, and what became of it comes back as a `Receipt`."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

import attrs

from complaintflow._validation.structure import plain_text
from complaintflow.desk import dispatch
from complaintflow.desk.delivery import Delivery, Sender, receipt_of
from complaintflow.desk.dispatch import Settlement
from complaintflow.desk.unit_of_work import UnitsOfWork
from complaintflow.errors import InvalidInput, PluginError, Problem
from complaintflow.plugins import CustomerMessage, Message, OutboxEntry, Outcome, Session
from complaintflow.policy.policy import Policy
from complaintflow.vocabulary import ReceiptStatus

SENDING_LEASE = timedelta(seconds=60)
"""How long a claimed message stays with the process that claimed it."""

GIVES_UP = timedelta(seconds=30)
"""The contract of a channel: it gives up by itself within this time."""

_LOG = logging.getLogger("complaintflow.desk")
_UNREACHED = (
    "%d messages to customers were only recorded, which reaches nobody: give the desk a channel, "
    "or name the one that does reach them in sending.reaching"
)

Now = Callable[[], datetime]
_REASON = 200


class Outbox:
    """Sends messages, one by one, each recorded in a unit of work of its own."""

    def __init__(self, units: UnitsOfWork, sender: Sender) -> None:
        self._units = units
        self._host = units.plugins
        self._sender = sender

    def deliver(self, limit: int, read_clock: Now) -> Delivery:
        """Send what may go now; see `Desk.deliver`."""
        begun = read_clock()
        outcomes: list[tuple[Message, Outcome]] = []
        failures: list[PluginError] = []
        dead = 0
        for entry in self._claim(limit, begun):
            now = read_clock()
            if now > begun + SENDING_LEASE - GIVES_UP:
                break  # another process may claim it before this channel gives up
            settlement, failure = self._attempt(entry, now, read_clock)
            dead += settlement.dead
            if failure:
                failures.append(failure)
            else:
                outcomes.append((entry.message, settlement.outcome))
        with self._units.reading() as session:
            done = Delivery(tuple(outcomes), tuple(failures), session.waiting(), dead)
        if done.unreached:
            _LOG.warning(_UNREACHED, len(done.unreached))
        return done

    def _claim(self, limit: int, now: datetime) -> tuple[OutboxEntry, ...]:
        """What may go now, leased; what may not is put back until it may."""
        going: list[OutboxEntry] = []
        with self._units.store.writing() as session:
            while claimed := session.claim(limit - len(going), now, now + SENDING_LEASE):
                routed = [self._route(entry) for entry in claimed]
                going += [entry for entry in routed if self._may_go(session, entry, now)]
        return tuple(going)

    def _route(self, entry: OutboxEntry) -> OutboxEntry:
        if any(failure.hook == "channels" for failure in self._host.failures):
            return entry  # its channel may be there again tomorrow
        return attrs.evolve(entry, message=dispatch.route(entry.message, self._host.channels, self._policy))

    def _may_go(self, session: Session, entry: OutboxEntry, now: datetime) -> bool:
        stored = session.load(entry.message.complaint)
        if stored is None or not isinstance(entry.message, CustomerMessage):
            return True
        if entry.message.channel not in self._host.channels:  # it goes to the log, which wakes nobody up
            return True
        customer = stored.complaint.facts.customer
        sent = session.sendings(customer, now - dispatch.HOUR)
        if later := dispatch.hold_back(entry, stored.complaint, sent, self._policy, now):
            session.reschedule(later)
        elif dispatch.is_new(entry):
            session.note_sending(customer, now)
        return later is None

    def _attempt(self, entry: OutboxEntry, now: datetime, read_clock: Now) -> tuple[Settlement, PluginError | None]:
        """Hand it to its channel, and record what became of it."""
        message, policy, failure = entry.message, self._policy, None
        if why := self._why_lapsed(message):
            return self._drop(entry, why, now), None
        try:
            outcome = self._sender.send(message, now, policy.sending.reaching)
        except PluginError as error:
            failure, outcome = error, Outcome(ReceiptStatus.FAILED, final=False, detail=_reason(error))
        done, channel = read_clock(), None
        if isinstance(message, CustomerMessage):
            channel = dispatch.next_channel(message, self._host.channels, policy)
        settlement = dispatch.settle(entry, outcome, channel, policy, done)
        # Nobody knows whether a channel that fell over has tried: that goes on record when the message ends there.
        self._record(entry, settlement, None if failure and settlement.again else settlement.outcome, done)
        return settlement, failure

    def _why_lapsed(self, message: Message) -> str:
        """Why it may not go any more, or nothing; looked up at the last moment."""
        if not isinstance(message, CustomerMessage) or message.kind not in dispatch.LAPSING:
            return ""
        with self._units.reading() as session:
            stored = session.load(message.complaint)
        return dispatch.why_lapsed(message, stored.complaint) if stored else ""

    def _drop(self, entry: OutboxEntry, why: str, at: datetime) -> Settlement:
        """Record that it was dropped. A notice becomes a dead letter: a person has to tell the customer anew."""
        dead = attrs.evolve(entry, until=None, why=why) if entry.message.kind == dispatch.NOTICE else None
        settlement = Settlement(Outcome(ReceiptStatus.DROPPED, detail=why), dead)
        self._record(entry, settlement, settlement.outcome, at)
        return settlement

    def _record(self, entry: OutboxEntry, settlement: Settlement, outcome: Outcome | None, at: datetime) -> None:
        message = entry.message
        with self._units.begin(at) as work:
            if outcome:
                work.do_if_possible(message.complaint, receipt_of(message, outcome))
            if settlement.entry:
                work.session.reschedule(settlement.entry)
            else:
                work.session.remove(entry.number)

    @property
    def _policy(self) -> Policy:
        """The present one: how messages are sent is no promise to an old complaint."""
        return self._units.versions.present.policy

    # ── what people look at and decide

    def entries(self, limit: int, after: int, *, dead: bool) -> tuple[OutboxEntry, ...]:
        """What waits, or the dead letters."""
        with self._units.reading() as session:
            return session.entries(limit, after, dead=dead)

    def retry(self, number: int, channel: str, now: datetime) -> None:
        """A dead letter waits again; see `Desk.retry`."""
        if channel and channel not in self._host.channels:
            raise InvalidInput((Problem("channel", repr(channel), f"one of {', '.join(sorted(self._host.channels))}"),))
        with self._units.store.writing() as session:
            message = _dead_letter(session, number).message
            stored = session.load(message.complaint)
            if stored is not None and isinstance(message, CustomerMessage):
                message = dispatch.renew(message, stored.complaint, channel)
            session.reschedule(OutboxEntry(number, message, until=now, why="tried again by hand"))

    def discard(self, number: int) -> None:
        """A dead letter is taken away; see `Desk.discard`."""
        with self._units.store.writing() as session:
            session.remove(_dead_letter(session, number).number)


def _dead_letter(session: Session, number: int) -> OutboxEntry:
    """The dead letter of this number. Raises `InvalidInput`."""
    found = session.entries(1, number - 1, dead=True)
    if not found or found[0].number != number:
        raise InvalidInput((Problem("number", str(number), "the number of a dead letter"),))
    return found[0]


def _reason(failure: PluginError) -> str:
    """Why a channel fell over, short enough for the record."""
    text = repr(failure.__cause__ or failure)[:_REASON]
    return f"a {type(failure.__cause__).__name__}" if plain_text(text) else text
