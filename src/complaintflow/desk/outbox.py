"""The outbox: what waits goes to its channel, and what became of it comes back as a `Receipt`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import attrs

from complaintflow._validation.structure import plain_text
from complaintflow.desk.delivery import Delivery, Pen, receipt_of, send
from complaintflow.desk.dispatch import (
    HOUR,
    LAPSING,
    NOTICE,
    Settled,
    after,
    anew,
    held,
    is_new,
    lapsed,
    next_way,
    routed,
)
from complaintflow.desk.unit_of_work import UnitsOfWork
from complaintflow.errors import InvalidInput, PluginError, Problem
from complaintflow.plugins.ports import CustomerMessage, Letter, Message, Outcome, Queued, Session
from complaintflow.policy.policy import Policy
from complaintflow.vocabulary import ReceiptStatus

LEASE = timedelta(seconds=60)
"""How long a claimed message is nobody else's."""

GIVES_UP = timedelta(seconds=30)
"""A channel gives up by itself within this time: so its contract says."""

Clock = Callable[[], datetime]
_REASON = 200


class Outbox:
    """Carries messages out, one by one, each recorded in a transaction of its own."""

    def __init__(self, units: UnitsOfWork, pen: Pen) -> None:
        self._units = units
        self._host = units.plugins
        self._pen = pen

    def deliver(self, limit: int, clock: Clock) -> Delivery:
        """Send what may go now; see `Desk.deliver`."""
        begun = clock()
        outcomes: list[tuple[Message, Outcome]] = []
        failures: list[PluginError] = []
        dead = 0
        for queued in self._claim(limit, begun):
            now = clock()
            if now > begun + LEASE - GIVES_UP:
                break  # somebody else may have it before this channel gives up
            settled, failure = self._attempt(queued, now, clock)
            dead += settled.dead
            if failure:
                failures.append(failure)
            else:
                outcomes.append((queued.message, settled.outcome))
        with self._units.reading() as session:
            return Delivery(tuple(outcomes), tuple(failures), session.waiting(), dead)

    def _claim(self, limit: int, now: datetime) -> tuple[Queued, ...]:
        """What may go now, leased; what may not is put back until it may."""
        going: list[Queued] = []
        with self._units.store.writing() as session:
            while claimed := session.claim(limit - len(going), now, now + LEASE):
                ready = [self._routed(queued) for queued in claimed]
                going += [queued for queued in ready if self._may_go(session, queued, now)]
        return tuple(going)

    def _routed(self, queued: Queued) -> Queued:
        if any(failure.hook == "channels" for failure in self._host.failures):
            return queued  # its channel may be there again tomorrow
        return attrs.evolve(queued, message=routed(queued.message, self._host.channels, self._policy))

    def _may_go(self, session: Session, queued: Queued, now: datetime) -> bool:
        stored = session.load(queued.message.complaint)
        if stored is None or not isinstance(queued.message, CustomerMessage):
            return True
        if queued.message.channel not in self._host.channels:  # it goes to the log, which wakes nobody
            return True
        customer = stored.complaint.facts.customer
        sent = session.sendings(customer, now - HOUR)
        if letter := held(queued, stored.complaint, sent, self._policy, now):
            session.reschedule(letter)
        elif is_new(queued):
            session.note_sending(customer, now)
        return letter is None

    def _attempt(self, queued: Queued, now: datetime, clock: Clock) -> tuple[Settled, PluginError | None]:
        """Hand it to its channel, and record what became of it."""
        message, failure = queued.message, None
        if why := self._lapsed(message):
            return self._dropped(queued, why, now), None
        try:
            outcome = send(self._host, queued, self._pen, now)
        except PluginError as error:
            failure, outcome = error, Outcome(ReceiptStatus.FAILED, final=False, detail=_reason(error))
        policy, done = self._policy, clock()
        way = next_way(message, self._host.channels, policy) if isinstance(message, CustomerMessage) else None
        settled = after(queued, outcome, way, policy, done)
        # of a channel that fell over nobody knows whether it tried: that goes on record when it ends there
        self._record(queued, settled, None if failure and settled.again else settled.outcome, done)
        return settled, failure

    def _lapsed(self, message: Message) -> str:
        """Why it may not go any more, or nothing; looked up at the last moment."""
        if not isinstance(message, CustomerMessage) or message.kind not in LAPSING:
            return ""
        with self._units.reading() as session:
            stored = session.load(message.complaint)
        return lapsed(message, stored.complaint) if stored else ""

    def _dropped(self, queued: Queued, why: str, at: datetime) -> Settled:
        """It is on record; a notice is a dead letter besides, since somebody has to tell the customer anew."""
        letter = Letter(queued, None, why) if queued.message.kind == NOTICE else None
        settled = Settled(Outcome(ReceiptStatus.DROPPED, detail=why), letter)
        self._record(queued, settled, settled.outcome, at)
        return settled

    def _record(self, queued: Queued, settled: Settled, outcome: Outcome | None, at: datetime) -> None:
        message = queued.message
        with self._units.begin(at) as work:
            if outcome:
                work.do_if_possible(message.complaint, receipt_of(message, outcome))
            if settled.letter:
                work.session.reschedule(settled.letter)
            else:
                work.session.remove(queued.number)

    @property
    def _policy(self) -> Policy:
        """The present one: how a house sends is no promise to an old complaint."""
        return self._units.versions.present.policy

    # ── what people look at and decide

    def letters(self, limit: int, after: int, *, dead: bool) -> tuple[Letter, ...]:
        """What waits, or the dead letters."""
        with self._units.reading() as session:
            return session.letters(limit, after, dead=dead)

    def retry(self, number: int, channel: str, now: datetime) -> None:
        """A dead letter waits again; see `Desk.retry`."""
        if channel and channel not in self._host.channels:
            raise InvalidInput((Problem("channel", repr(channel), f"one of {', '.join(sorted(self._host.channels))}"),))
        with self._units.store.writing() as session:
            message = _dead(session, number).queued.message
            stored = session.load(message.complaint)
            if stored is not None and isinstance(message, CustomerMessage):
                message = anew(message, stored.complaint, channel)
            session.reschedule(Letter(Queued(number, message), now, "tried again by hand"))

    def discard(self, number: int) -> None:
        """A dead letter is taken away; see `Desk.discard`."""
        with self._units.store.writing() as session:
            session.remove(_dead(session, number).queued.number)


def _dead(session: Session, number: int) -> Letter:
    """The dead letter of this number. Raises `InvalidInput`."""
    found = session.letters(1, number - 1, dead=True)
    if not found or found[0].queued.number != number:
        raise InvalidInput((Problem("number", str(number), "the number of a dead letter"),))
    return found[0]


def _reason(failure: PluginError) -> str:
    """Why a channel fell over, short enough for the record."""
    text = repr(failure.__cause__ or failure)[:_REASON]
    return f"a {type(failure.__cause__).__name__}" if plain_text(text) else text
