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
from complaintflow.desk.returns import tell_dropped
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork
from complaintflow.errors import InvalidInput, PluginError, Problem
from complaintflow.plugins import CustomerMessage, Message, OutboxEntry, Outcome, Session
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint
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
        message, complaint = entry.message, self._look_up(entry.message)
        if complaint and isinstance(message, CustomerMessage) and (why := dispatch.why_lapsed(message, complaint)):
            return self._drop(entry, why, now), None
        failure = None
        try:
            outcome = self._sender.send(message, now, self._policy.sending.reaching)
        except PluginError as error:
            failure, outcome = error, Outcome(ReceiptStatus.FAILED, final=False, detail=_reason(error))
        seen = complaint.version if complaint else 0
        return self._record(entry, outcome, seen, read_clock(), fell_over=failure is not None), failure

    def _look_up(self, message: Message) -> Complaint | None:
        """The complaint of a message to a customer as it stands now, at the last moment."""
        if not isinstance(message, CustomerMessage):
            return None
        with self._units.reading() as session:
            stored = session.load(message.complaint)
        return stored.complaint if stored else None

    def _settle(self, entry: OutboxEntry, outcome: Outcome, at: datetime) -> Settlement:
        message, policy, channel = entry.message, self._policy, None
        if isinstance(message, CustomerMessage):
            channel = dispatch.next_channel(message, self._host.channels, policy)
        return dispatch.settle(entry, outcome, channel, policy, at)

    def _drop(self, entry: OutboxEntry, why: str, at: datetime) -> Settlement:
        """Record that it was dropped. A notice becomes a dead letter: a person has to tell the customer anew."""
        message = entry.message
        dead = attrs.evolve(entry, until=None, why=why) if message.kind == dispatch.NOTICE else None
        settlement = Settlement(Outcome(ReceiptStatus.DROPPED, detail=why), dead)
        with self._units.begin(at) as work:
            work.do_if_possible(message.complaint, receipt_of(message, settlement.outcome))
            if dead:
                work.do_if_possible(message.complaint, tell_dropped(message.id, self._policy))
            _put_back(work, entry, dead)
        return settlement

    def _record(self, entry: OutboxEntry, outcome: Outcome, seen: int, at: datetime, *, fell_over: bool) -> Settlement:
        """Record what became of an attempt that began when the complaint had the version `seen`."""
        message = entry.message
        with self._units.begin(at) as work:
            if seen and dispatch.came_back(message, work.load(message.complaint), seen):
                outcome = Outcome(ReceiptStatus.FAILED, detail="it came back before the channel answered")
            settlement = self._settle(entry, outcome, at)
            # Nobody knows whether a channel that fell over has tried: on record when the message ends there.
            if not (fell_over and settlement.again):
                work.do_if_possible(message.complaint, receipt_of(message, settlement.outcome, settlement.onward))
            _put_back(work, entry, settlement.entry)
            if settlement.dead:
                work.follow_loss(message.complaint, message.id)
        return settlement

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

    def discard(self, number: int, now: datetime) -> None:
        """A dead letter is taken away; see `Desk.discard`."""
        with self._units.begin(now) as work:
            entry = _dead_letter(work.session, number)
            work.session.remove(entry.number)
            if isinstance(entry.message, CustomerMessage):
                outcome = Outcome(ReceiptStatus.DROPPED, detail="a person took the dead letter away")
                work.do_if_possible(entry.message.complaint, receipt_of(entry.message, outcome))


def _put_back(work: UnitOfWork, entry: OutboxEntry, stays: OutboxEntry | None) -> None:
    """The entry waits again or is a dead letter, or it is done with."""
    if stays:
        work.session.reschedule(stays)
    else:
        work.session.remove(entry.number)


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
