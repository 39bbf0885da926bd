"""The outbox: each message goes to its channel, and what became of it comes back as a `Receipt`."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import attrs

from complaintflow._validation.reading import reading_complaint
from complaintflow._validation.structure import Record
from complaintflow.commands import Receipt
from complaintflow.desk import dispatch
from complaintflow.desk.delivery import Delivery, Sender, receipt_of
from complaintflow.desk.dispatch import Settlement
from complaintflow.desk.door import Door
from complaintflow.desk.receipts import with_receipt
from complaintflow.desk.returns import tell_dropped
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork
from complaintflow.errors import (
    InvalidInput,
    NotFound,
    NotPossible,
    PluginError,
    Problem,
    Refused,
    SetAside,
    UnreadableRecord,
)
from complaintflow.plugins import CustomerMessage, Message, OutboxEntry, Outcome, Session, Shard
from complaintflow.plugins.ports.stored import WHOLE
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import AT_ONCE, Complaint
from complaintflow.record.keys import MessageKey
from complaintflow.vocabulary import ReceiptStatus

SENDING_LEASE = timedelta(seconds=60)
"""How long a claimed message stays with the process that claimed it."""

_LOG = logging.getLogger("complaintflow.desk")
_UNREACHED = (
    "%d messages to customers were only recorded, which reaches nobody: give the desk a channel, "
    "or name the one that does reach them in sending.reaching"
)
_TAKEN_AWAY = "a person took the dead letter away"
_TAKEN_AWAY_UNREAD = "a person took the letter away, which could not be read"
_LEFT_OUT = "a letter is not sent: %s"

Now = Callable[[], datetime]
_REASON = 200


@attrs.frozen(eq=False, repr=False)
class _Taken(Record):
    """A letter that was claimed, and is sent next: its `message` under the key of this sending, and the version of its
    complaint that was `seen`."""

    entry: OutboxEntry
    message: Message
    seen: int


@attrs.define
class _Sent:
    """What its channel answered, or how it fell over."""

    taken: _Taken
    outcome: Outcome
    failure: PluginError | None


@attrs.define
class _Run:
    """What one call of `deliver` did so far. `after` is the number of the last letter that it claimed."""

    left: int
    shard: Shard = WHOLE
    after: int = 0
    dead: int = 0
    lost: int = 0
    outcomes: list[tuple[Message, Outcome]] = attrs.field(factory=list[tuple[Message, Outcome]])
    failures: list[PluginError] = attrs.field(factory=list[PluginError])
    unreadable: list[SetAside] = attrs.field(factory=list[SetAside])

    def next(self) -> _Run:
        """What one more turn does: it goes on from here, and counts for itself, since it may be asked twice."""
        return _Run(self.left, self.shard, self.after)

    def add(self, turn: _Run) -> None:
        """The turn is saved."""
        self.left, self.after = turn.left, turn.after
        self.dead += turn.dead
        self.lost += turn.lost
        self.outcomes += turn.outcomes
        self.failures += turn.failures
        self.unreadable += turn.unreadable

    def count(self, message: Message, settlement: Settlement, failure: PluginError | None = None) -> None:
        """One letter more: how it ended, or how its channel fell over."""
        self.dead += settlement.dead
        if failure:
            self.failures.append(failure)
        else:
            self.outcomes.append((message, settlement.outcome))


class Outbox:
    """Sends messages, one by one. What became of one is recorded in the transaction that claims the next."""

    def __init__(self, units: UnitsOfWork, sender: Sender, door: Door) -> None:
        self._units = units
        self._door = door
        self._host = units.plugins
        self._sender = sender

    def deliver(self, limit: int, read_clock: Now, shard: Shard = WHOLE) -> Delivery:
        """Send what may go now; see `Desk.deliver`."""
        run, sent = _Run(limit, shard), None
        while True:
            now = read_clock()
            turn, taken = self._units.run(now, partial(self._turn, sent=sent, before=run, now=now))
            run.add(turn)
            if taken is None:
                break
            sent = self._send(taken, now)
        return self._report(run)

    def _turn(self, work: UnitOfWork, sent: _Sent | None, before: _Run, now: datetime) -> tuple[_Run, _Taken | None]:
        """Record what became of the last letter, and take the next one."""
        turn = before.next()
        if sent:
            self._record(work, sent, turn, now)
        else:
            self._units.recall(work.session, now)
        return turn, self._take(work, turn, now) if self._door.open else None

    def _report(self, run: _Run) -> Delivery:
        with self._units.reading() as session:
            waiting = session.waiting()
        done = Delivery(tuple(run.outcomes), tuple(run.failures), waiting, run.dead, tuple(run.unreadable), run.lost)
        if done.unreached:
            _LOG.warning(_UNREACHED, len(done.unreached))
        for one in done.unreadable:
            _LOG.error(_LEFT_OUT, one)
        return done

    # ── which letter is next

    def _take(self, work: UnitOfWork, run: _Run, now: datetime) -> _Taken | None:
        """The next letter that may go, claimed and counted. What may not is put back until it may."""
        while run.left and (entry := self._claim(work.session, run, now)):
            try:
                with work.undoing(), reading_complaint(entry.message.complaint):
                    taken = self._prepare(work, entry, run, now)
            except UnreadableRecord as error:
                self._wait_for_mending(work.session, entry, error.record, run, now)
                continue
            if taken:
                run.left -= 1
                return taken
        return None

    def _claim(self, session: Session, run: _Run, now: datetime) -> OutboxEntry | None:
        """The next letter that can be read. Only one is claimed, so that none waits for another one's channel."""
        while True:
            try:
                claimed = session.claim(1, now, now + SENDING_LEASE, run.after, run.shard)
            except UnreadableRecord as error:
                run.unreadable.append(error.record)
                run.after = int(error.key)
                continue
            if not claimed:
                return None
            run.after = claimed[0].number
            run.lost += claimed[0].attempts > 0 and claimed[0].until == AT_ONCE
            return self._route(attrs.evolve(claimed[0], mending=False))

    def _wait_for_mending(
        self, session: Session, entry: OutboxEntry, record: SetAside, run: _Run, now: datetime
    ) -> None:
        """What became of it could not go on record, so it is not sent; this counts as no attempt."""
        run.unreadable.append(record)
        session.reschedule(dispatch.wait_for_mending(entry, record, self._policy, now))

    def _route(self, entry: OutboxEntry) -> OutboxEntry:
        """What was tried already goes on by `settle` when its channel is gone, so that it has another key there."""
        if not dispatch.is_new(entry) or any(failure.hook == "channels" for failure in self._host.failures):
            return entry  # its channel may be there again tomorrow
        return attrs.evolve(entry, message=dispatch.route(entry.message, self._host.channels, self._policy))

    def _prepare(self, work: UnitOfWork, entry: OutboxEntry, run: _Run, now: datetime) -> _Taken | None:
        """The letter, if it is to be sent now. It is settled here if it was tried too often, or has lapsed."""
        complaint = work.load_whole(entry.message.complaint)
        entry = dispatch.readdress(entry, complaint)
        message = entry.message
        if spent := dispatch.settle_spent(entry, self._next_channel(entry), self._policy, now):
            self._settle(work, entry, spent)
        elif not self._may_go(work.session, entry, complaint, now):
            return None
        elif isinstance(message, CustomerMessage) and (why := dispatch.why_lapsed(message, complaint)):
            spent = self._drop(work, entry, why)
        else:
            ready = dispatch.to_send(message, complaint, self._policy, now)
            return _Taken(entry, with_receipt(work.session, work.chain_key, ready, self._policy), complaint.version)
        run.left -= 1
        run.count(message, spent)
        return None

    def _may_go(self, session: Session, entry: OutboxEntry, complaint: Complaint, now: datetime) -> bool:
        message = entry.message
        if not isinstance(message, CustomerMessage):
            return True
        if message.channel not in self._host.channels:  # it goes to the log, which wakes nobody up
            return True
        customer = complaint.facts.customer
        sent = session.sendings(customer, now - dispatch.HOUR)
        if later := dispatch.hold_back(entry, complaint, sent, self._policy, now):
            session.reschedule(later)
        elif dispatch.is_new(entry):
            session.note_sending(customer, now)
        return later is None

    # ── what becomes of it

    def _send(self, taken: _Taken, now: datetime) -> _Sent:
        """Hand it to its channel, outside of any transaction."""
        message = taken.message
        try:
            return _Sent(taken, self._sender.send(message, now, self._policy.sending.reaching), None)
        except PluginError as error:
            return _Sent(taken, Outcome(ReceiptStatus.FAILED, final=False, detail=_reason(error, message)), error)

    def _record(self, work: UnitOfWork, sent: _Sent, run: _Run, now: datetime) -> None:
        """Record what became of the last one. What stands in the way of that holds up no other letter."""
        entry, failure = sent.taken.entry, sent.failure
        try:
            with work.undoing(), reading_complaint(entry.message.complaint):
                settlement = self._note(work, sent, now)
        except (UnreadableRecord, NotFound, NotPossible, Refused) as error:
            settlement = dispatch.settle(entry, sent.outcome, self._next_channel(entry), self._policy, now)
            _put_back(work, entry, settlement.entry)
            run.unreadable.append(_unrecorded(entry, error))
        run.count(sent.taken.message, settlement, failure)

    def _note(self, work: UnitOfWork, sent: _Sent, now: datetime) -> Settlement:
        entry, outcome, message = sent.taken.entry, sent.outcome, sent.taken.entry.message
        complaint, seen = work.load(message.complaint), sent.taken.seen
        if complaint.facts.erased and _find_letter(work.session, entry.number, dead=False) is None:
            return Settlement(outcome, None)  # it was erased while it was being sent
        arrived = dispatch.is_sent(message, complaint, seen)
        if arrived and outcome.status == ReceiptStatus.FAILED:
            return Settlement(outcome, None)  # somebody knew better, and has taken the letter out
        if not arrived and dispatch.came_back(message, complaint, seen):
            outcome = Outcome(ReceiptStatus.FAILED, detail="it came back before the channel answered")
        settlement = dispatch.settle(entry, outcome, self._next_channel(entry), self._policy, now)
        # Nobody knows whether a channel that fell over has tried: on record when the message ends there.
        self._settle(work, entry, settlement, told=not (sent.failure and settlement.again))
        return settlement

    def _settle(self, work: UnitOfWork, entry: OutboxEntry, settlement: Settlement, *, told: bool = True) -> None:
        """Put it on record, and what follows from it."""
        message = entry.message
        if told:
            work.do_if_possible(message.complaint, receipt_of(message, settlement.outcome, settlement.onward))
        _put_back(work, entry, settlement.entry)
        if settlement.dead:
            work.follow_loss(message.complaint, message.id)

    def _next_channel(self, entry: OutboxEntry) -> str | None:
        message = entry.message
        if not isinstance(message, CustomerMessage):
            return None
        return dispatch.next_channel(message, self._host.channels, self._policy)

    def _drop(self, work: UnitOfWork, entry: OutboxEntry, why: str) -> Settlement:
        """Record that it was dropped. A notice becomes a dead letter: a person has to tell the customer anew."""
        message = entry.message
        dead = attrs.evolve(entry, until=None, why=why) if message.kind == dispatch.NOTICE else None
        settlement = Settlement(Outcome(ReceiptStatus.DROPPED, detail=why), dead)
        work.do_if_possible(message.complaint, receipt_of(message, settlement.outcome))
        if dead:
            work.do_if_possible(message.complaint, tell_dropped(message.id, self._policy))
        _put_back(work, entry, dead)
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
        self._units.run(now, partial(self._retry, number=number, channel=channel, now=now))

    def _retry(self, work: UnitOfWork, number: int, channel: str, now: datetime) -> None:
        letter = _find_letter(work.session, number, dead=True)
        if letter is None:
            raise _no_dead_letter(number)
        message = letter.message
        stored = work.session.load(message.complaint)
        if stored is not None and isinstance(message, CustomerMessage):
            message = self._route(OutboxEntry(number, dispatch.renew(message, stored.complaint, channel))).message
            if moved := dispatch.move(letter.message, message, stored.complaint):
                work.do_if_possible(message.complaint, moved)
        work.session.reschedule(OutboxEntry(number, message, until=now, why="tried again by hand"))

    def discard(self, number: int, now: datetime, reason: str) -> None:
        """A dead letter, or one that cannot be read or sent, is taken away; see `Desk.discard`."""
        self._units.run(now, partial(self._discard_one, number=number, reason=reason))

    def _discard_one(self, work: UnitOfWork, number: int, reason: str) -> None:
        if entry := _find_letter(work.session, number, dead=True):
            self._discard(work, entry, reason)
        elif (waits := _find_letter(work.session, number, dead=False)) and waits.mending:
            _LOG.warning("a letter was discarded, %s: %s", waits.why, waits.message.key)
            self._discard(work, waits, reason)
        elif unread := {one.key: one for one in work.session.unreadable_letters()}.get(str(number)):
            self._discard_unread(work, unread, reason)
        else:
            raise _no_dead_letter(number)

    def _discard(self, work: UnitOfWork, entry: OutboxEntry, reason: str) -> None:
        """What was to the customer is on record as dropped, unless its complaint cannot be read."""
        message = entry.message
        work.session.remove(entry.number)
        if not isinstance(message, CustomerMessage):
            return
        outcome = Outcome(ReceiptStatus.DROPPED, detail=_say(_TAKEN_AWAY, reason))
        try:
            with work.undoing():
                work.do_if_possible(message.complaint, receipt_of(message, outcome))
        except (NotFound, UnreadableRecord) as error:
            if not entry.mending:
                raise
            _LOG.warning("it is on no complaint's record: %s", type(error).__name__)

    def _discard_unread(self, work: UnitOfWork, letter: SetAside, reason: str) -> None:
        """What it was is told by its key alone: its complaint has it on record, and says it another way."""
        _LOG.warning("a letter was discarded: %s", letter)
        work.session.remove(int(letter.key))
        try:
            with work.undoing():
                key = MessageKey.parse(letter.about)
                detail = _say(_TAKEN_AWAY_UNREAD, reason)
                work.do_if_possible(key.complaint, Receipt(key.message, ReceiptStatus.DROPPED, detail=detail))
                work.follow_loss(key.complaint, key.message)
        except (ValueError, NotFound, UnreadableRecord) as error:
            _LOG.warning("it is on no complaint's record: %s", type(error).__name__)


def _put_back(work: UnitOfWork, entry: OutboxEntry, stays: OutboxEntry | None) -> None:
    """The entry waits again or is a dead letter, or it is done with."""
    if stays:
        work.session.reschedule(stays)
    else:
        work.session.remove(entry.number)


def _unrecorded(entry: OutboxEntry, error: Exception) -> SetAside:
    """Why what became of a letter is not on record."""
    if isinstance(error, UnreadableRecord):
        return attrs.evolve(error.record, about=entry.message.key)
    refused = UnreadableRecord.of("complaints", entry.message.complaint, f"it takes no Receipt: {type(error).__name__}")
    return attrs.evolve(refused.record, about=entry.message.key)


def _say(what: str, reason: str) -> str:
    return f"{what}: {reason}" if reason.strip() else what


def _find_letter(session: Session, number: int, *, dead: bool) -> OutboxEntry | None:
    """The dead letter of this number, or what waits under it, if it can be read."""
    found = session.entries(1, number - 1, dead=dead)
    return found[0] if found and found[0].number == number else None


def _no_dead_letter(number: int) -> InvalidInput:
    return InvalidInput((Problem("number", str(number), "the number of a dead letter"),))


def _reason(failure: PluginError, message: Message) -> str:
    """Why a channel fell over, for the record: as the sender named it, without the key."""
    return failure.cause.removeprefix(f"{message.key}: ")[:_REASON]
