"""What becomes of a message on its way out: pure decisions, for the outbox to carry out.

Whether it waits (quiet hours, too many in an hour), which channel it takes, and what follows from an attempt.
"""

from __future__ import annotations

import hashlib
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import attrs

from complaintflow._validation.structure import FrozenMap, Record
from complaintflow.commands import Acknowledge, AskCustomer, ExplainPlan, Notify, Propose, Receipt, Remind, Update
from complaintflow.errors import SetAside
from complaintflow.plugins import CustomerMessage, Message, OutboxEntry, Outcome
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Entry, Event
from complaintflow.record.keys import MessageKey, message_number
from complaintflow.sla.agenda import hours_of
from complaintflow.sla.timing import calendar_of
from complaintflow.vocabulary import CUSTOMER, OPEN, Grade, ReceiptStatus, State

HOUR = timedelta(hours=1)
NOTICE, PROGRESS = Notify.__name__, Update.__name__
_calendar = lru_cache(maxsize=256)(calendar_of)


@attrs.frozen(eq=False, repr=False)
class Settlement(Record):
    """What follows from an attempt: the outcome to record, and the entry that stays in the outbox, or None."""

    outcome: Outcome
    entry: OutboxEntry | None

    @property
    def dead(self) -> bool:
        """Whether it became a dead letter."""
        return self.entry is not None and self.entry.dead

    @property
    def onward(self) -> str:
        """The channel that it goes to next, having failed for good on another; or a blank text."""
        entry = self.entry
        moved = entry is not None and not entry.dead and not entry.attempts
        return entry.message.channel if moved and entry and isinstance(entry.message, CustomerMessage) else ""

    @property
    def again(self) -> bool:
        """Whether it is tried again on the same channel."""
        return self.entry is not None and not self.entry.dead and self.entry.attempts > 0


DIED = Outcome(ReceiptStatus.FAILED, final=False, detail="the process ended each time that it was sent")
"""What became of a letter whose attempts were counted, and of which nobody came back to tell how they ended."""


def settle_spent(entry: OutboxEntry, next_channel: str | None, policy: Policy, now: datetime) -> Settlement | None:
    """What follows for a letter that was claimed as often as the policy allows, or None: it may be tried.

    Each attempt was counted before it began, so this is looked at before the channel is called again.
    """
    if entry.attempts < policy.sending.attempts:
        return None
    return settle(attrs.evolve(entry, attempts=entry.attempts - 1), DIED, next_channel, policy, now)


def wait_for_mending(entry: OutboxEntry, record: SetAside, policy: Policy, now: datetime) -> OutboxEntry:
    """The entry as it waits because a record cannot be read on which it rests; this is no attempt."""
    why = f"{record.table} {record.key} cannot be read"
    return attrs.evolve(entry, until=now + policy.sending.longest_wait, why=why, mending=True)


def is_new(entry: OutboxEntry) -> bool:
    """Whether nothing was tried for it yet, on any channel."""
    return not entry.attempts and not (isinstance(entry.message, CustomerMessage) and entry.message.tried)


def to_send(message: Message, complaint: Complaint, policy: Policy, now: datetime) -> Message:
    """The message under the key of its present sending, so that a channel that drops repeats takes what came back; and
    whether its address is known to be the customer's (R22).
    """
    key = attrs.evolve(MessageKey.parse(message.key), sending=complaint.facts.sending(message.id))
    if not isinstance(message, CustomerMessage):
        return attrs.evolve(message, key=str(key))
    return attrs.evolve(message, key=str(key), proved=_goes_to_the_customer(message, complaint, policy, now))


def _goes_to_the_customer(message: CustomerMessage, complaint: Complaint, policy: Policy, now: datetime) -> bool:
    """R22: whether every address that the channel may use is known to be the customer's by now."""
    kind, settles = policy.contact_kind(message.channel), policy.sending.contact_settles
    known = {one.address for one in complaint.contacts if one.is_proved(now, settles)}
    return {message.to[kind]} <= known if kind in message.to else known.issuperset(message.to.values())


def readdress(entry: OutboxEntry, complaint: Complaint) -> OutboxEntry:
    """The entry to the contacts of the customer as they stand: a wrong one may be corrected while it waits.

    What a former contact is told stays theirs (R22).
    """
    message, to = entry.message, complaint.customer.contact
    if message.id in complaint.facts.to_us:
        return entry
    if not isinstance(message, CustomerMessage) or not to or dict(message.to) == dict(to):
        return entry
    return attrs.evolve(entry, message=attrs.evolve(message, to=FrozenMap(to)))


# ── whether it can be recalled

CAN_BE_RECALLED = "it can be recalled"
"""Why it waits before it is first sent."""


# ── whether it is still worth saying


def why_lapsed(message: CustomerMessage, complaint: Complaint) -> str:
    """Why it may not go any more, or nothing.

    A notice is true as long as it is the present one of its complaint, which ends with its proof, and so does
    whatever else says "solved" (R32). Progress comes too late when the customer was told meanwhile what came of it.
    """
    key, cycle, facts = MessageKey.parse(message.key), complaint.cycle, complaint.facts
    stands = message.kind != NOTICE or (facts.still_proved and message.id == cycle.notice)
    if not (stands and facts.holds(key)):
        return f"outdated: fix {key.fix} is no longer proved"
    if message.kind != PROGRESS:
        return ""
    told = [cycle.notice] * bool(cycle.delivered) + [cycle.plan_notice] * bool(cycle.plan_delivered)
    if newer := [id for id in told if message_number(id) > message_number(message.id)]:
        return f"overtaken by {newer[0]}"
    return f"overtaken: cycle {key.cycle} is over" if key.cycle < cycle.number else ""


def is_sent(message: Message, complaint: Complaint, seen: int) -> bool:
    """Whether the last that is on record of this message since the version `seen` is that it was sent."""
    receipts = receipts_of(message.id, complaint.body.since(seen))
    return bool(receipts) and ReceiptStatus(receipts[-1]["status"]).sent


def came_back(message: Message, complaint: Complaint, seen: int) -> bool:
    """Whether it is on record since the version `seen` that this message came back on its channel."""
    if not isinstance(message, CustomerMessage):
        return False
    return any(
        one["status"] == ReceiptStatus.FAILED
        and one.get("final", True)
        and one.get("channel", message.channel) == message.channel
        for one in receipts_of(message.id, complaint.body.since(seen))
    )


def receipts_of(message: str, said: Iterable[Entry | Event]) -> list[Mapping[str, Any]]:
    """What is said to have become of this message, in order."""
    return [one.data for one in said if one.is_a(Receipt) and one.data.get("message") == message]


def why_pointless(message: CustomerMessage, complaint: Complaint) -> str:
    """Why a message that came back need not be said again, or nothing: what it asks is answered, or overtaken."""
    facts, cycle = complaint.facts, complaint.cycle
    moot = {
        AskCustomer.__name__: all(wait.message != message.id for wait in facts.waits),
        Propose.__name__: facts.stage != State.PROPOSED or cycle.offer != message.id,
        ExplainPlan.__name__: not cycle.planned or cycle.plan_notice != message.id,
        Acknowledge.__name__: facts.reached_after(message.id),
        Remind.__name__: (facts.stage not in OPEN and not _is_notice(message)) or facts.reached_after(message.id),
    }
    return "overtaken" if moot.get(message.kind) else why_lapsed(message, complaint)


def _is_notice(message: CustomerMessage) -> bool:
    """Whether it says that an edge was taken, which stays worth knowing when the complaint is over."""
    return bool(message.fields.get("notice"))


# ── whether it waits


def hold_back(
    entry: OutboxEntry, complaint: Complaint, sent: Sequence[datetime], policy: Policy, now: datetime
) -> OutboxEntry | None:
    """The entry as it waits for a later time, or None: it may go. `sent` is what went in the last hour, in order.

    An emergency waits for nothing (grade E), nor do the kinds that the policy names. What was tried before does not
    wait for its turn again.
    """
    message, sending = entry.message, policy.sending
    if not isinstance(message, CustomerMessage) or complaint.grade == Grade.E or message.kind in sending.never_held:
        return None
    if opening := _end_of_quiet_hours(message, complaint.customer.zone, policy, now):
        return attrs.evolve(entry, until=opening, why="quiet hours")
    sent = [at for at in sent if at <= now]  # a clock that leapt and came back counts nothing
    if sending.per_hour and is_new(entry) and len(sent) >= sending.per_hour:
        until = sent[-sending.per_hour] + HOUR
        return attrs.evolve(entry, until=until, why=f"{sending.per_hour} messages an hour")
    return None


def _end_of_quiet_hours(message: CustomerMessage, zone: str, policy: Policy, now: datetime) -> datetime | None:
    """When the customer's quiet hours end, in their own zone where it is known; None: they are over."""
    rule = policy.calendars.get(hours_of(CUSTOMER, policy))
    if rule is None or message.channel not in policy.sending.rings:
        return None
    awake = _calendar(attrs.evolve(rule, zone=zone) if zone else rule, policy.zone)
    return None if awake.is_open(now) else awake.add(now, timedelta(0))


# ── which channel it takes


def route(message: Message, known: Container[str], policy: Policy) -> Message:
    """The message on a channel that is there: its own, or the first of the fallback order."""
    if not isinstance(message, CustomerMessage) or message.channel in known:
        return message
    channel = next_channel(message, known, policy)
    return attrs.evolve(message, channel=channel) if channel else message


def next_channel(message: CustomerMessage, known: Container[str], policy: Policy) -> str | None:
    """The next channel of the fallback order that is there, has a contact, and has not failed for good."""
    spent = {message.channel, *message.tried}
    for name in policy.sending.fallback:
        if name not in spent and name in known and policy.contact_kind(name) in message.to:
            return name
    return None


# ── what follows from an attempt


def settle(entry: OutboxEntry, outcome: Outcome, next_channel: str | None, policy: Policy, now: datetime) -> Settlement:
    """What follows when an attempt ended so.

    What failed for now is tried again. What failed too often or for good goes to the next channel, if there is one,
    or becomes a dead letter.
    """
    if outcome.status != ReceiptStatus.FAILED:
        return Settlement(outcome, None)
    tries = entry.attempts + 1
    if not outcome.final and tries < policy.sending.attempts:
        until = now + policy.sending.wait(tries, _spread(entry.message, tries), outcome.retry_after)
        return Settlement(outcome, attrs.evolve(entry, attempts=tries, until=until, why=outcome.detail))
    why = outcome.detail if outcome.final else f"given up after {tries} attempts: {outcome.detail}"
    if next_channel is not None and isinstance(entry.message, CustomerMessage):
        tried = (*entry.message.tried, entry.message.channel)
        elsewhere = attrs.evolve(entry.message, channel=next_channel, tried=tried)
        stays = attrs.evolve(entry, message=elsewhere, attempts=0, until=now, why=why)
        return Settlement(attrs.evolve(outcome, final=False, detail=why), stays)
    dead = attrs.evolve(entry, attempts=tries, until=None, why=why)
    return Settlement(attrs.evolve(outcome, final=True, detail=why), dead)


def _spread(message: Message, attempt: int) -> float:
    """A number from 0 to 1 that differs from message to message, and is the same wherever it is asked for."""
    digest = hashlib.sha256(f"{message.key}/{attempt}".encode()).digest()
    return int.from_bytes(digest[:4]) / 2**32


def renew(message: CustomerMessage, complaint: Complaint, channel: str = "") -> CustomerMessage:
    """The message as if it had never been tried, to the customer's contacts as they stand now.

    It begins on this channel, or on the one it began on. What a former contact is told stays theirs (R22).
    """
    first = channel or (message.tried or (message.channel,))[0]
    to = message.to if message.id in complaint.facts.to_us else FrozenMap(complaint.customer.contact)
    return attrs.evolve(message, channel=first, tried=(), to=to)


def move(before: Message, after: Message, complaint: Complaint) -> Receipt | None:
    """That it goes another way now than the one on which it was given up, or None: it goes the same way."""
    if not (isinstance(before, CustomerMessage) and isinstance(after, CustomerMessage)):
        return None
    if before.channel == after.channel:
        return None
    sending = complaint.facts.sending(after.id)
    failed = ReceiptStatus.FAILED
    return Receipt(after.id, failed, False, before.channel, onward=after.channel, taken=False, sending=sending)
