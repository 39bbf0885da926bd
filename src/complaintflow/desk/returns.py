"""What follows when a message did not reach the customer: it goes another way, or a person is told (R33). Pure."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

import attrs
import msgspec

from complaintflow._validation.structure import Record
from complaintflow.commands import AddTask, Command, Confirm, Decline, Remind, Survey, Unclose, Withdraw
from complaintflow.commands.silence import rested_on
from complaintflow.desk.dispatch import next_channel, why_pointless
from complaintflow.messages import compose
from complaintflow.plugins import CustomerMessage, Message, OutboxEntry
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.facts import Cycle
from complaintflow.record.keys import MessageKey, message_name, message_number
from complaintflow.vocabulary import OPEN, Audience, Ground, State, in_language, names_system

CAME_BACK = "it came back, and there is no other way"
"""Why it is a dead letter."""
_CHASE = (
    "{message} 没有送达客户，换一种方式联系客户，并更正联系方式",
    "{message} did not reach the customer: reach them another way, and correct the contact",
)
_DROPPED = (
    "{message} 没有发出，因为其中的内容不再属实；客户还不知道",
    "{message} was not sent, since what it says is not true any more; the customer does not know",
)


@attrs.frozen(eq=False, repr=False)
class Lost(Record):
    """A message that did not reach the customer: its complaint as it stands now, and the event that said it.

    `message` is the message anew, or None when its words were erased; `held` is its entry in the outbox, if it is
    still there. `keeper` is the complaint that goes on with the matter: itself, unless it was merged.
    """

    complaint: Complaint
    keeper: Complaint
    sent: Event
    message: CustomerMessage | None
    held: OutboxEntry | None

    @property
    def name(self) -> str:
        """Its name in the complaint: `M3`."""
        return message_name(self.sent.changes["messages"])

    @property
    def is_harmless(self) -> bool:
        """Whether nobody needs to know: it thanked for a rating, or the customer has confirmed since, took it back, or
        could not be reached."""
        complaint, closes = self.complaint, self.sent.closes
        if self.sent.is_a(Survey) or (closes and complaint.cycle.confirmed):
            return True
        confirmed = complaint.body.of(Confirm) if complaint.cycle.confirmed else ()
        if confirmed and self.sent.seq <= confirmed[-1].seq:
            return True
        withdrawn = complaint.stage == State.WITHDRAWN and not self.sent.is_a(Withdraw)
        return withdrawn or (closes and complaint.facts.ground == Ground.UNREACHABLE)

    @property
    def carried_the_end(self) -> bool:
        """Whether the complaint ended by silence, or on a plan, and this end rested on it."""
        complaint = self.complaint
        if complaint.stage == State.DECLINED:
            asks = any(wait.message == self.name for wait in complaint.facts.waits)
            return asks and names_system(complaint.body.of(Decline)[-1].by)
        letter = complaint.facts.end_letter
        before = letter != "" and message_number(self.name) < message_number(letter)
        return before and rested_on(complaint.facts, self.name)


@attrs.frozen(eq=False, repr=False)
class AfterLoss(Record):
    """What to do: commands by the system, each with its complaint; the message on its next way; a dead letter."""

    commands: tuple[tuple[str, Command], ...] = ()
    onward: CustomerMessage | None = None
    dead: CustomerMessage | None = None


def find_sent(events: Iterable[Event], message: str) -> Event | None:
    """The event that said this message."""
    number = message_number(message)
    return next((event for event in events if event.changes.get("messages") == number), None)


def find_cycle(events: Iterable[Event], sent: Event) -> Cycle:
    """The cycle as it stood when the event had happened."""
    found = Cycle()
    for event in events:
        if event.seq <= sent.seq:
            found = event.changes.get("cycle", found)
    return found


def letter_key(id: str, events: Iterable[Event], sent: Event) -> MessageKey:
    """The key under which the outbox keeps the message that this event of the complaint said."""
    cycle = find_cycle(events, sent)
    return MessageKey(id, cycle.number, cycle.fix, message_name(sent.changes["messages"]))


def compose_anew(complaint: Complaint, events: Iterable[Event], sent: Event, policy: Policy) -> Message | None:
    """The message that this event said, to the complaint as it stands now; its key names the cycle and fix of then."""
    then = msgspec.structs.replace(complaint.facts, cycle=find_cycle(events, sent))
    return compose(attrs.evolve(complaint, facts=then), sent, policy)


def decide_loss(lost: Lost, known: Container[str], policy: Policy) -> AfterLoss:
    """What follows from the loss. `known` are the channels that are there.

    An end that rested on it is undone. The message goes on to the next channel that has a contact; without one it is
    a dead letter, and a task of the owner's, one at a time.
    """
    if lost.is_harmless:
        return AfterLoss()
    undone = tuple(_undo(lost))
    if lost.held and not lost.held.dead:  # the outbox is still at it
        return AfterLoss(undone)
    complaint, message = lost.complaint, lost.message
    pointless = message is not None and bool(why_pointless(message, complaint))
    if pointless and complaint.stage not in OPEN and not lost.carried_the_end:
        return AfterLoss()
    live = None if pointless or lost.held else message
    onward = _next_way(live, lost, known, policy)
    if onward is not None:
        return AfterLoss(undone, onward)
    return AfterLoss((*undone, *_chase(lost, policy)), dead=live)


def _undo(lost: Lost) -> Iterator[tuple[str, Command]]:
    if lost.carried_the_end and lost.complaint.stage in {State.CLOSED, State.DECLINED}:
        yield lost.complaint.id, Unclose(lost.name)


def _next_way(
    message: CustomerMessage | None, lost: Lost, known: Container[str], policy: Policy
) -> CustomerMessage | None:
    """The message on the next channel, unless it was merged: then another complaint speaks to the customer."""
    if message is None or lost.complaint.stage == State.MERGED:
        return None
    spent = sorted(one.channel for one in lost.complaint.facts.returned if one.message == lost.name)
    tried = attrs.evolve(message, channel=spent[-1], tried=tuple(spent[:-1])) if spent else message
    channel = next_channel(tried, known, policy)
    return attrs.evolve(message, channel=channel, tried=tuple(spent)) if channel else None


def _chase(lost: Lost, policy: Policy) -> Iterator[tuple[str, Command]]:
    """A task for the owner, who hears of it at once; while one is open, it is about all that came back."""
    keeper, facts = lost.keeper, lost.keeper.facts
    if facts.chasing & facts.open_tasks:
        return
    about = lost.name if keeper.id == lost.complaint.id else f"{lost.complaint.id} {lost.name}"
    what = in_language(policy.language_for_staff, _CHASE).format(message=about)
    due = lost.complaint.body[-1].at + policy.sending.chase_within
    yield keeper.id, AddTask(what, facts.handled_by or policy.emergency_team, due, about=about)
    yield keeper.id, _to_owner(what)


def tell_dropped(message: str, policy: Policy) -> Remind:
    """The owner hears that a notice was not sent, since its fix is no longer proved."""
    return _to_owner(in_language(policy.language_for_staff, _DROPPED).format(message=message))


def _to_owner(text: str) -> Remind:
    return Remind(text, Audience.TEAM, tells=("owner",))
