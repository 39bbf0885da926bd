"""One unit of work of the desk: load, decide, save all that came of it together, and tell the observers."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Container, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from copy import copy
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple, TypeVar

import attrs
import msgspec

from complaintflow._validation.faults import name_fault
from complaintflow._validation.names import fold_name
from complaintflow._validation.reading import reading_complaint
from complaintflow._validation.structure import FrozenMap, Record, plain_text, structure
from complaintflow.commands import (
    Answer,
    Approve,
    AskApproval,
    Command,
    ComplainAgain,
    Correct,
    Dispute,
    Erase,
    Import,
    Migrate,
    MissDeadline,
    Recall,
    Receipt,
    Receive,
    Remind,
    Reopen,
    Triage,
)
from complaintflow.commands._context import Decision
from complaintflow.commands.intake import order_after
from complaintflow.commands.taking_back import waiting_messages
from complaintflow.desk.arguments import no_id, taken_name
from complaintflow.desk.chain_key import ChainKey
from complaintflow.desk.dispatch import CAN_BE_RECALLED, is_new
from complaintflow.desk.finding import find_all, find_page
from complaintflow.desk.forgetting import forget, without_texts, wordless
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.reactions import Reactions, reactions_to
from complaintflow.desk.recalling import find_letter, handed_messages, waits
from complaintflow.desk.rehearsal import Rehearsal
from complaintflow.desk.returns import CAME_BACK, Lost, compose_anew, decide_loss, find_sent
from complaintflow.errors import (
    Conflict,
    InvalidInput,
    NotFound,
    NotPossible,
    Overtaken,
    Refused,
    StoreError,
    UnreadableRecord,
)
from complaintflow.inbound.request_key import RequestKey
from complaintflow.insight.cases import Case
from complaintflow.insight.following import case_of, counted_to, decode_case, encode_case, follow
from complaintflow.insight.spikes import look_mark, next_follow
from complaintflow.lifecycle.forwarding import PASSED_ON, passes_on
from complaintflow.lifecycle.lifecycle import Lifecycle
from complaintflow.lifecycle.notices import say_notices, tell_unsaid
from complaintflow.lifecycle.requests import subject_of
from complaintflow.messages import compose
from complaintflow.plugins import (
    Complaints,
    CustomerMessage,
    Host,
    Message,
    OutboxEntry,
    Page,
    Query,
    Remembered,
    Session,
    Store,
    Stored,
)
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import AT_ONCE, Complaint, Event
from complaintflow.record.facts import Facts
from complaintflow.record.history import GENESIS, Sealed, answered, bind, first_answer, salted_name, seal
from complaintflow.record.keys import MessageKey
from complaintflow.record.matter import links_of, orders_of
from complaintflow.record.searched import NOTHING_NEW, Searched, may_be_news, search_news
from complaintflow.sla.agenda import agenda, keep_on, next_look
from complaintflow.sla.timeline import Kept, Timeline
from complaintflow.values import Actor, Caution, Notice
from complaintflow.vocabulary import OPEN, Grade, ReceiptStatus, State, names_system

RETYPING = (Triage, Correct, Answer)
"""The commands after which a complaint may turn out to repeat another one (R5)."""

_AGAIN = (Answer, Correct, Dispute, Reopen)
"""The commands by which a complaint comes back, or turns out to be about another order."""

_WORDLESS = (MissDeadline, Receipt, Remind)
"""What brings no words that anybody looks for."""

CHECK_LEASE = timedelta(minutes=5)
"""How long no other tick checks a complaint that is being checked. No other lease is longer."""

_TRIES = 5
"""So often a unit of work is decided when other writers are faster. A store lets the second try wait for its turn."""

T = TypeVar("T")
Change = tuple[Complaint, tuple[Event, ...]]
"""A complaint with its new events."""

_LOG = logging.getLogger("complaintflow.desk")
_SYSTEM = Actor.system()
_SALT_BYTES = 16
_MANY = 200
"""Of a customer's open complaints no more are looked at when another comes in."""


def _never() -> bool:
    return False


def _allow() -> None:
    """The transactions are our own."""


def _call(told: Callable[[], object]) -> object:
    """What a transaction of our own sees is committed."""
    return told()


def check_no_keys(session: Session) -> None:
    """Raises `StoreError` for a desk without keys where words lie encrypted: others may have begun with keys meanwhile.

    A store may do so before the commit instead. A session that encrypts has no such question.
    """
    if check := getattr(session, "check_no_keys", None):
        check()


@attrs.frozen(eq=False, repr=False)
class UnitsOfWork(Record):
    """Begins units of work on one store. `sealing` has the key of the chain; `announce` is told of what was saved.

    `in_host` says whether a transaction would be a part of one that somebody else has opened; `check_alone` raises
    where nobody may look at clocks or send letters for that reason. `once_committed` calls what it is given when what
    a transaction sees now is committed, if somebody says when that is.
    """

    store: Store
    versions: PolicyVersions
    sealing: ChainKey = attrs.field(repr=False)
    plugins: Host
    announce: Callable[[tuple[Change, ...]], None]
    in_host: Callable[[], bool] = _never
    check_alone: Callable[[], None] = _allow
    once_committed: Callable[[Callable[[], object]], object] = _call

    @property
    def chain_key(self) -> bytes:
        """The key that seals the events."""
        return self.sealing.key

    def reading(self) -> AbstractContextManager[Session]:
        """A transaction of the store that only reads."""
        return self.store.reading()

    def run(self, at: datetime, act: Callable[[UnitOfWork], T]) -> T:
        """What `act` gives in a unit of work, which is saved then; then the observers are told.

        One that raises saves nothing. It may be asked anew, see `write`.
        """

        def act_and_save(session: Session) -> tuple[T, UnitOfWork]:
            work = self.within(session, at)
            answer = act(work)
            work.save()
            return answer, work

        answer, work = self.write(act_and_save)
        self.tell(work)
        return answer

    def write(self, act: Callable[[Session], T]) -> T:
        """What `act` gives in a transaction that writes.

        Where another writer was faster, nothing is saved, and it is asked anew, on what is there then. Raises
        `Overtaken` when that goes on, and `StoreError` for a desk without keys where words lie encrypted by now.
        """
        for _ in range(_TRIES - 1):
            try:
                return self._write_once(act)
            except Overtaken as error:
                if error.whole and self.in_host():
                    raise
        return self._write_once(act)

    def _write_once(self, act: Callable[[Session], T]) -> T:
        with self.store.writing() as session:
            check_no_keys(session)
            return act(session)

    def tell(self, work: UnitOfWork) -> None:
        """Tell the observers what changed."""
        if self.plugins.observers and (changes := tuple(work.changes)):
            self.announce(changes)

    def rehearse(self, now: datetime) -> Rehearsal:
        """What a tick by now would write stays in it."""
        return Rehearsal(self.store, now)

    def recall(self, session: Session, now: datetime) -> None:
        """Give back what no clock allows: what a clock wrote that leapt, or a damaged row says."""
        rule = self.versions.present.policy.leaps
        session.recall(now, now + CHECK_LEASE + rule.skew, now + rule.longest + rule.skew)

    def within(self, session: Session, at: datetime) -> UnitOfWork:
        """A unit of work in a transaction that is open already. The caller saves it; nobody is told.

        Raises `StoreError` where the history has another chain key.
        """
        if not self.sealing.fits:
            self.sealing.check(session, self.once_committed)
        return UnitOfWork(session, self.versions, at, self.chain_key, self.plugins.channels)


class _Look(NamedTuple):
    """When the clocks of a complaint of this version are to be looked at, and what is kept of them."""

    version: int
    when: datetime | None
    kept: Kept | None


@attrs.define
class _Draft:
    """A complaint in the middle of a unit of work: what is stored of it, and what happened to it since."""

    stored: Stored | None
    complaint: Complaint
    events: tuple[Event, ...] = ()
    messages: tuple[Message, ...] = ()
    dead: tuple[Message, ...] = ()
    gone: tuple[int, ...] = ()
    look: _Look | None = None
    held: Mapping[str, datetime] = attrs.field(default=FrozenMap(), repr=False)


class UnitOfWork:
    """Everything that one call of the desk changes, kept until `save`."""

    def __init__(
        self,
        session: Session,
        versions: PolicyVersions,
        at: datetime,
        chain_key: bytes,
        channels: Container[str] = (),
    ) -> None:
        self.session = session
        self._versions = versions
        self._at = at
        self.chain_key = chain_key
        self._channels = channels
        self._drafts: dict[str, _Draft] = {}
        self._checks: dict[str, tuple[datetime | None, Kept | None]] = {}
        self._results: dict[str, Remembered] = {}
        self._nothing_open: set[str] = set()
        self._cautions: list[Caution] = []

    @property
    def changes(self) -> Iterator[Change]:
        """Each complaint that changed, with its new events."""
        return ((draft.complaint, draft.events) for draft in self._drafts.values() if draft.events)

    def load(self, id: str) -> Complaint:
        """The complaint as it stands in this unit of work. Raises `NotFound`."""
        return self._draft(id).complaint

    def load_whole(self, id: str) -> Complaint:
        """The complaint, when its policy can be read as well. Raises `UnreadableRecord`, also when it is not there."""
        if not self._fetch(id):
            raise UnreadableRecord.of("complaints", id, "it is not there")
        complaint = self.load(id)
        self._versions.of(self.session, complaint.facts)
        return complaint

    def find(self, ids: Iterable[str]) -> Iterator[Complaint]:
        """Those of these complaints that are there, as they stand in this unit of work."""
        return (self._drafts[id].complaint for id in ids if self._fetch(id))

    def merge_chain(self, id: str) -> tuple[Complaint, ...]:
        """The complaint, then those into which it was merged, in turn. Raises `NotFound`."""
        return merge_chain(id, self.load)

    def continued(self, id: str) -> tuple[Complaint, ...]:
        """The complaint, then those that went on with it: into which it was merged, or which follow it after the
        archive."""
        chain = self.merge_chain(id)
        seen = {one.id for one in chain}
        while chain[-1].stage == State.ARCHIVED and (later := self._follow_up(chain[-1])) and later not in seen:
            chain = (*chain, *self.merge_chain(later))
            seen.update(one.id for one in chain)
        return chain

    def _follow_up(self, archived: Complaint) -> str:
        """R34: the first complaint that follows an archived one; a blank text when there is none."""
        theirs = find_all(self.session, Query(customer=archived.facts.customer))
        return next((one.id for one in theirs if one.facts.follows == archived.id), "")

    def received_at(self, id: str) -> datetime:
        """When it came in; an imported one, when it came in at the other system."""
        draft = self._draft(id)
        origin = draft.complaint.facts.imported
        if draft.stored:
            return draft.stored.received_at
        return origin.received_at if origin else self._at

    def last_link(self, id: str) -> bytes:
        """The link of its last event that is saved: a digest of all that happened to it."""
        stored = self._draft(id).stored
        return stored.link if stored else GENESIS

    def events(self, id: str) -> tuple[Event, ...]:
        """What happened to it in this unit of work."""
        return self._draft(id).events

    def receive(self, id: str, command: Receive, by: Actor, then: Sequence[Command] = ()) -> Complaint:
        """Take in a new complaint under this id, and ask for the commands that follow.

        An id that a complaint has is a `DefinitionError`, here or when this is saved: it is the house that names them.
        """
        if id in self._drafts:
            raise taken_name(id)
        self._versions.keep(self.session)
        self._drafts[id] = _Draft(None, Complaint.blank(id))
        others = self._others_of(command)
        self._decide(id, command, by, self._known_to(command, others))
        for other in others:
            if command.may_concern(other.facts):
                self._sign(other.id, id)
        return self.do(id, then, by) if then else self._answer(id)

    def _others_of(self, command: Receive) -> tuple[Complaint, ...]:
        """What the customer has open already."""
        return self._open_ones(command.customer.id, command.order or None) if looks_for_others(command) else ()

    def _known_to(self, command: Receive, others: Iterable[Complaint]) -> tuple[Complaint, ...]:
        """What a new complaint may repeat among these, and what it follows."""
        since = self._at - timedelta(days=self._versions.present.policy.duplicate_days)
        lately = (other for other in self.find(one.id for one in others) if self.received_at(other.id) >= since)
        return (*lately, *self._earlier(command))

    def judge(self, id: str, command: Command, by: Actor) -> Decision:
        """What the rules say to it; nothing happens. Every message that the record has waiting counts as waiting."""
        if isinstance(command, Receive):
            self._drafts[id] = _Draft(None, Complaint.blank(id))
            related = self._known_to(command, self._others_of(command))
        else:
            related = self._related(id, self._subject(id, command))
        before = self.load(id)
        return self._ask(self._lifecycle(before, command), before, command, by, related, frozenset())

    def migrate(self, id: str, command: Migrate) -> None:
        """Move it to the present policy and lifecycle, and plan its deadlines anew."""
        self._versions.keep(self.session)
        self._do(id, (command,), _SYSTEM)
        self.schedule(id, AT_ONCE, self._planned_anew(id))

    def _planned_anew(self, id: str) -> Kept:
        """What is kept of its clocks, made of its whole history. A tick looks at them at once."""
        events = self._all_events(id)
        timeline = Timeline.of(events, *self._versions.policies_of(self.session, events))
        plan = agenda(self.load(id), timeline, self._at)
        return Kept.of(timeline.hush(plan.quiet), plan.asks, "", refused=bool(plan.actions), dues=plan.dues)

    def do(self, id: str, commands: Iterable[Command], by: Actor, expect: int | None = None) -> Complaint:
        """Ask for the commands in turn; the first that is refused ends it all.

        Raises `NotFound`, `Conflict`, `Refused` or `NotPossible`.
        """
        return self._answer(self._do(id, commands, by, expect))

    def _do(self, id: str, commands: Iterable[Command], by: Actor, expect: int | None = None) -> str:
        """The same, and which complaint it came to.

        Nobody is answered: what is due then is judged when it is saved, unless who asks knows. A look that links a
        complaint to its batch judges all clocks anyway, and takes an eighth less.
        """
        version = self._draft(id).complaint.version
        if expect is not None and version != expect:
            raise Conflict(id, expect, version)
        receiver = id
        for command in commands:
            receiver = self._receiver(id, command, by)
            before = self.load(receiver).facts
            subject = self._subject(receiver, command)
            self._decide(receiver, command, by, self._related(receiver, subject))
            if isinstance(command, Approve):
                self._do(receiver, (subject,), by)
            if isinstance(command, _AGAIN):
                self._signal(receiver, before)
            if isinstance(command, Recall) or (isinstance(command, Receipt) and command.status.sent):
                self._let_go(receiver, command.message)
        return receiver

    def _subject(self, id: str, command: Command) -> Command:
        """What the rules look at: of a request and of its approval, the command that is asked for."""
        if not isinstance(command, AskApproval | Approve):
            return command
        complaint = self.load(id)
        return subject_of(command, complaint, self._lifecycle(complaint, command).commands)

    def _answer(self, id: str) -> Complaint:
        """The complaint as it stands, with what is due next, and what was doubtful in what was asked."""
        draft, cautions = self._draft(id), tuple(dict.fromkeys(self._cautions))
        kept = self._look_after(draft).kept if draft.events else None
        due, due_for = _next_due(kept, draft.complaint)
        return draft.complaint.answered(cautions, due, due_for)

    def attempt(self, id: str, command: Command) -> None:
        """Ask as the system. What is refused, also in what follows from it, leaves nothing behind; raises as `do`."""
        with self.undoing():
            self._do(id, (command,), _SYSTEM)

    @contextmanager
    def undoing(self) -> Generator[None, None, None]:
        """A block that leaves nothing behind when it raises."""
        before = {key: copy(draft) for key, draft in self._drafts.items()}
        try:
            yield
        except Exception:
            self._drafts = before
            raise

    def do_if_possible(self, id: str, command: Command) -> None:
        """Ask as the system, unless the state has no move for it (an archived record). Raises as `do`."""
        if self.has_move(id, command):
            self._decide(id, command, _SYSTEM, self._find_named(command))

    def has_move(self, id: str, command: Command) -> bool:
        """Whether the state of the complaint has any move for it, by the lifecycle that it has."""
        complaint = self.load(id)
        return self._versions.lifecycle_of(complaint.facts).has_move(command, complaint)

    def schedule(self, id: str, when: datetime | None, kept: Kept | None) -> None:
        """When the clocks of this complaint are to be looked at next, after what happened is saved; what is kept of
        them went through all of it."""
        self._checks[id] = (when, kept)

    def kept(self, id: str) -> Kept | None:
        """What is kept of its clocks, up to its last event that is saved."""
        stored = self._draft(id).stored
        return Kept.decode(stored.clocks, stored.link, id) if stored else None

    def _look_after(self, draft: _Draft) -> _Look:
        """When its clocks are to be looked at after what happened to it, and what is kept of them."""
        version = draft.complaint.version
        if draft.look is None or draft.look.version != version:
            draft.look = _Look(version, *self._judge_clocks(draft))
        return draft.look

    def _judge_clocks(self, draft: _Draft) -> tuple[datetime | None, Kept | None]:
        """The same, judged anew.

        At once when something is due already, or cannot be told without the history. What fails here fails again when
        a tick looks, which says so, and holds up nobody.
        """
        try:
            kept = self._keep_on(draft)
        except Exception as error:
            if is_of_the_store(error):
                raise
            _LOG.error("the clocks of %s are left to the next tick: %s", draft.complaint.id, name_fault(error))
            return AT_ONCE, None
        if kept is None:
            return AT_ONCE, None
        mark = look_mark(draft.complaint.facts, self._versions.present.policy.spikes)
        if mark and mark != kept.mark:
            return AT_ONCE, kept
        asks = [*kept.asks.values(), *filter(None, [next_follow(draft.complaint.facts, self._at)])]
        look = next_look(asks, self._at, self._versions.present.policy.leaps.longest)
        return look, kept if mark else msgspec.structs.replace(kept, mark="")

    def _keep_on(self, draft: _Draft) -> Kept | None:
        """What is kept of its clocks after what happened to it; None when that needs the whole history."""
        stored, policy = draft.stored, self._versions.of(self.session, draft.complaint.facts).policy
        kept = self.kept(draft.complaint.id) if stored else Kept.of(Timeline.of((), policy))
        if kept is None or kept.policies[-1] != policy.digest:
            return None
        find = partial(self._versions.policy_of, self.session)
        return keep_on(
            kept, stored.complaint.facts if stored else Facts(), draft.complaint, draft.events, find, self._at
        )

    def remember(self, key: RequestKey, result: Remembered) -> None:
        """What this key stands for, once everything else is saved."""
        self._results[key.hidden(self.chain_key)] = result

    def first_use(self, key: RequestKey) -> Remembered | None:
        """What this key stands for."""
        return key.first_use(self.session, self.chain_key)

    def _append(self, stored: Stored, events: Sequence[Sealed], came_in: bool) -> None:
        """Save the events. What came in and finds another one in its place was given an id that is taken."""
        try:
            self.session.save(stored, events)
        except Conflict as error:
            if came_in and error.found:
                raise taken_name(error.complaint_id) from None
            raise

    def save(self) -> None:
        """Seal and save what happened, enqueue the messages, and write down the next checks and the keys."""
        saved: dict[str, tuple[Sealed, ...]] = {}
        for draft in self._drafts.values():
            if draft.events:
                if draft.complaint.id not in self._checks:
                    look = self._look_after(draft)
                    self.schedule(draft.complaint.id, look.when, look.kept)
                sealed = saved[draft.complaint.id] = tuple(self._seal(draft))
                had = draft.complaint  # most have their card
                carded = had if had.card else attrs.evolve(had, card=had.carded)
                link = sealed[-1].link
                clocks = self._encode(had.id, self._checks[had.id][1], link)
                counted, counted_to = self._count(draft)
                came_in = draft.stored is None
                draft.stored = Stored(
                    carded, link, self.received_at(had.id), clocks, self._search_news(draft), counted, counted_to
                )
                self._append(draft.stored, sealed, came_in)
            for number in draft.gone:
                self.session.remove(number)
            self._enqueue(draft)
        for id, (when, kept) in self._checks.items():
            stored = self._draft(id).stored if id in saved else None
            clocks = stored.clocks if stored else self._encode(id, kept)
            self.session.schedule(id, when, clocks)
            if clocks:
                self.session.note_due(id, *_next_due(kept, self.load(id)))
        for key, result in self._results.items():
            events = [event for event in saved.get(result.complaint, ()) if event.seq <= result.version]
            self.session.remember(key, attrs.evolve(result, asked=bind(result.asked, events, self.chain_key)))
        for draft in self._drafts.values():
            if Erase.__name__ in [event.kind for event in draft.events]:
                draft.complaint = forget(self.session, draft.complaint)

    def _count(self, draft: _Draft) -> tuple[bytes, datetime | None]:
        """What is counted of it after what happened to it, so that figures read no history.

        What fails here fails again when somebody asks for figures, and holds up no command.
        """
        try:
            case = self._case(draft)
        except Exception as error:
            if is_of_the_store(error):
                raise
            _LOG.error("what is counted of %s is left to who asks: %s", draft.complaint.id, name_fault(error))
            return b"", None
        return encode_case(case), counted_to(case)

    def _case(self, draft: _Draft) -> Case:
        """It is made anew of all events where nothing is kept, and without words once these are erased."""
        id, stored, events = draft.complaint.id, draft.stored, draft.events
        if any(event.is_a(Erase) for event in events):
            return case_of(id, map(wordless, self._all_events(id)))
        if stored is None:
            return case_of(id, events)
        before = decode_case(stored.counted)
        return follow(before, stored.complaint.facts, events) if before else case_of(id, self._all_events(id))

    def _search_news(self, draft: _Draft) -> Searched:
        """What a search is to know of what happened to it."""
        spoken = (one for one in draft.events if not one.is_a(*_WORDLESS))
        told = [(one.seq, one.entry) for one in spoken if may_be_news(one.kind, one.encoded)]
        if not told:
            return NOTHING_NEW
        return search_news(draft.complaint, told, self._versions.of(self.session, draft.complaint.facts).policy.fields)

    def _encode(self, id: str, kept: Kept | None, link: bytes = b"") -> bytes:
        """What is kept of its clocks, as it is stored up to this link, or the last one; nothing if it missed some."""
        if kept is None or kept.seen != self.load(id).version:
            return b""
        return kept.encode(link or self.last_link(id), id)

    def salted(self, key: RequestKey, id: str) -> RequestKey:
        """The key of what came in for this complaint, so that nobody finds out by guessing what it said."""
        return attrs.evolve(key, name=salted_name(key.name, self.session.history(id, 0, 1)[0], self.chain_key))

    def is_answer(self, before: Remembered, question: str) -> bool | None:
        """Whether this is the question that a key stands for; None when what it was is erased."""
        first, last = first_answer(before.asked), before.version
        events = self.session.history(before.complaint, first - 1, last - first + 1) if 0 < first <= last else ()
        return answered(before.asked, question, events, self.chain_key)

    def follow_loss(self, id: str, message: str) -> None:
        """R33: do what follows now that this message did not reach the customer."""
        lost = None if self.load(id).facts.erased else self._find_lost(id, message)
        if lost is None:
            return
        after = decide_loss(lost, self._channels, self._versions.present.policy)
        for other, command in after.commands:
            self.do_if_possible(other, command)
        draft = self._draft(id)
        draft.messages += (after.onward,) if after.onward else ()
        draft.dead += (after.dead,) if after.dead else ()

    def never_left(self, key: MessageKey) -> bool:
        """Whether the message with this key still waits, and no channel was ever given it: then none can come back."""
        said = self.load(key.complaint).body if self._fetch(key.complaint) else ()
        return waits(self.session.find_message(str(key.letter)), key.message, said)

    def _handed(self, complaint: Complaint, command: Command) -> frozenset[str]:
        """The message that it takes back, if a channel was given it: decided with the outbox in this transaction."""
        id, recall = complaint.id, self._subject(complaint.id, command)
        if not isinstance(recall, Recall) or any(one.id == recall.message for one in self._drafts[id].messages):
            return frozenset()
        named = waiting_messages(complaint.facts) & {recall.message}
        return handed_messages(self.session, complaint, named, partial(self._all_events, id))

    def stop_trying(self, key: MessageKey) -> None:
        """A machine says that it arrived: what was tried already, and waits to be tried again, would come twice.

        That it was handed on proves nothing yet (R33). A dead letter stays: a person looks at it.
        """
        held = self.session.find_message(str(key.letter))
        if held and held.attempts and not held.dead and isinstance(held.message, CustomerMessage):
            receipt = Receipt(key.message, ReceiptStatus.ACCEPTED, final=False, channel=held.message.channel)
            if self.has_move(key.complaint, receipt):
                self.do(key.complaint, (receipt,), _SYSTEM)

    def _let_go(self, id: str, message: str) -> None:
        """Somebody else says that it went to its recipient: it waits no longer, and is no dead letter."""
        draft, held = self._draft(id), self._find_held(id, message)
        draft.messages = tuple(one for one in draft.messages if one.id != message)
        draft.dead = tuple(one for one in draft.dead if one.id != message)
        draft.gone += (held.number,) if held else ()

    def _find_held(self, id: str, message: str) -> OutboxEntry | None:
        """Its letter, if the outbox holds it."""
        return find_letter(self.session, self.load(id), message, partial(self._all_events, id))

    def _all_events(self, id: str) -> tuple[Event, ...]:
        return (*(one.event for one in self.session.history(id)), *self.events(id))

    def _find_lost(self, id: str, message: str) -> Lost | None:
        """The message with all that matters now; None for a message to staff."""
        complaint, events = self.load(id), self._all_events(id)
        sent = find_sent(events, message)
        if sent is None or message in complaint.facts.to_us:
            return None
        anew = compose_anew(complaint, events, sent, self._versions.of(self.session, complaint.facts).policy)
        to_customer = anew if isinstance(anew, CustomerMessage) else None
        held = self.session.find_message(to_customer.key) if to_customer else None
        return Lost(complaint, self.merge_chain(id)[-1], sent, to_customer, held)

    def _enqueue(self, draft: _Draft) -> None:
        """What it sends waits in the outbox, and what came back by every way is a dead letter."""
        for message in draft.messages:
            self.session.enqueue(message)
            if until := draft.held.get(message.key):
                self._hold(message.key, until)
        for message in draft.dead:
            self._bury(message)

    def _hold(self, key: str, until: datetime) -> None:
        """It waits before it is first sent, so that a person can recall it."""
        entry = self.session.find_message(key)
        if entry is not None and is_new(entry):
            self.session.reschedule(attrs.evolve(entry, until=until, why=CAN_BE_RECALLED))

    def _bury(self, message: Message) -> None:
        """It becomes a dead letter."""
        self.session.enqueue(message)
        entry = self.session.find_message(message.key)
        if entry is not None:
            self.session.reschedule(attrs.evolve(entry, until=None, why=CAME_BACK))

    def _draft(self, id: str) -> _Draft:
        if id not in self._drafts and not self._fetch(id):  # most ask for one that is there, nine times a command
            raise NotFound(id)
        return self._drafts[id]

    def _fetch(self, id: str) -> bool:
        """Load the complaint, once, if it is there; and answer whether it is."""
        if id not in self._drafts and (stored := find_stored(self.session, id)):
            self._drafts[id] = _Draft(stored, stored.complaint)
        return id in self._drafts

    def _receiver(self, id: str, command: Command, by: Actor) -> str:
        """What the customer sends to a merged complaint goes to its target."""
        theirs = isinstance(command, PASSED_ON) and passes_on(type(command), by)
        return self.merge_chain(id)[-1].id if theirs else id

    def _signal(self, id: str, before: Facts) -> None:
        """R33: the customer comes back to an order, or it turns out which: a sign in the open ones of that order.

        A complaint that turns out to be about another order is a sign in those that came in before it.
        """
        here = self.load(id).facts
        reopened = here.stage in OPEN and before.stage not in OPEN
        if not fold_name(here.order) or (fold_name(here.order) == fold_name(before.order) and not reopened):
            return
        for other in self._same_order(here.customer, here.order):
            came, theirs = self.received_at(id), self.received_at(other.id)
            if other.id != id and (reopened or theirs <= came):
                self._sign(other.id, id)
            if other.id != id and not reopened and came <= theirs:
                self._sign(id, other.id)

    def _sign(self, id: str, again: str) -> None:
        """The customer complained again. Where the earlier one cannot be read, the new one is heard all the same."""
        try:
            with self.undoing(), reading_complaint(id):
                self.do_if_possible(id, ComplainAgain(again))
        except UnreadableRecord as error:
            _LOG.error("that %s was received is no sign in %s: %s", again, id, error)  # no private data

    def _find_named(self, command: Command) -> tuple[Complaint, ...]:
        """The complaints that the command names; the rules say what it means when one is missing."""
        return tuple(self.find(command.related_ids()))

    def _find_matter(self, complaint: Complaint) -> tuple[Complaint, ...]:
        """R26: what is linked to it, and what paid something for the same order or for none, as it stands here."""
        facts = complaint.facts
        found: dict[str, Complaint] = {}
        paid = self.session.find_paid(facts.customer, orders_of(facts) | {""})
        waiting = [*self._drafts, *links_of(facts), *paid]
        while waiting:
            for other in self.find({waiting.pop()} - {complaint.id, *found}):
                found[other.id] = other
                waiting += links_of(other.facts)
        return tuple(found.values())

    def _open_ones(self, customer: str, order: str | None, since: datetime | None = None) -> tuple[Complaint, ...]:
        """What the customer has open; of a customer with very many, the oldest, and what spells the order so."""
        if customer in self._nothing_open:  # a triage asks again what a receipt asked
            return ()
        query = Query(customer=customer, open=True, received_from=since, limit=_MANY)
        page = find_page(self.session, query)
        if since is None and page == Page(()):
            self._nothing_open.add(customer)
        if page.next is None or order is None:
            return page.complaints
        known = {one.id for one in page.complaints}
        same = find_page(self.session, attrs.evolve(query, order=order)).complaints
        return (*page.complaints, *(one for one in same if one.id not in known))

    def _related(self, id: str, command: Command) -> tuple[Complaint, ...]:
        """The complaints that the command names, and those that it may turn out to repeat."""
        facts = self._draft(id).complaint.facts
        similar = self._similar(facts.customer, order_after(facts, command)) if isinstance(command, RETYPING) else ()
        return (*self._find_named(command), *(one for one in similar if one.id != id))

    def _similar(self, customer: str, order: str) -> tuple[Complaint, ...]:
        """R5: what the customer has open for the same order, within the policy's days."""
        since = self._at - timedelta(days=self._versions.present.policy.duplicate_days)
        return self._same_order(customer, order, since)

    def _same_order(self, customer: str, order: str, since: datetime | None = None) -> tuple[Complaint, ...]:
        """What the customer has open for this order, however it is spelt, as it stands here."""
        found = self.find(one.id for one in self._open_ones(customer, order, since))
        return tuple(one for one in found if fold_name(one.facts.order) == fold_name(order))

    def _earlier(self, command: Receive) -> tuple[Complaint, ...]:
        """R34: the complaint that it follows, and those into which that one was merged."""
        named = command.follows.strip()
        return self.merge_chain(named) if named and self._fetch(named) else ()

    def _decide(self, id: str, command: Command, by: Actor, related: tuple[Complaint, ...]) -> None:
        before = self._drafts[id].complaint
        lifecycle = self._lifecycle(before, command)
        command = self._of_theirs(command, before, lifecycle)
        decision = self._ask(lifecycle, before, command, by, related, self._handed(before, command))
        if decision.refusals:
            raise Refused(id, type(command).__name__, decision.refusals)
        if decision.not_possible:
            raise decision.not_possible
        if decision.cautions and not by.is_system:
            self._cautions.extend(decision.cautions)
        for event in decision.events:
            self._apply(self._drafts[id], before, event, lifecycle, decision.notices)

    def _ask(
        self,
        lifecycle: Lifecycle,
        before: Complaint,
        command: Command,
        by: Actor,
        related: tuple[Complaint, ...],
        handed: frozenset[str],
    ) -> Decision:
        """The decision; about money it is made on all complaints of the customer and order, read in this transaction.

        A command of one's own that pays and does not say so is decided again. A request and its approval are always
        decided on them, so that who asks is told now what who approves would be told.
        """
        decide = partial(lifecycle.decide, before, command, by=by, at=self._at, handed=handed)
        if isinstance(command, AskApproval | Approve) or lifecycle.looks_at_matter(command, before):
            return decide(related=related + self._find_matter(before))
        decision = decide(related=related)
        if any("paid" in event.changes for event in decision.events):
            return decide(related=related + self._find_matter(before))
        return decision

    def _of_theirs(self, command: Command, complaint: Complaint, lifecycle: Lifecycle) -> Command:
        """The command as the complaint's own lifecycle has it: another one may have made a class of the same name.

        Raises `NotPossible` where it has none, and `InvalidInput` where the fields are not those.
        """
        name = type(command).__name__
        known = lifecycle.commands.get(name)
        if known is type(command):
            return command
        if known is not None:
            return structure(known, command.data())
        if any(name in one.commands for one in (self._versions.present, *self._versions.former)):
            raise NotPossible(complaint.id, name, str(complaint.state), ())
        return command

    def _lifecycle(self, complaint: Complaint, command: Command) -> Lifecycle:
        """A complaint is decided by its own version of the rules, and its migration by the present one."""
        present = isinstance(command, Migrate)
        return self._versions.present if present else self._versions.of(self.session, complaint.facts)

    def _apply(
        self, draft: _Draft, before: Complaint, event: Event, lifecycle: Lifecycle, notices: tuple[Notice, ...]
    ) -> None:
        draft.complaint = lifecycle.evolve(draft.complaint, (event,))
        if event.is_a(Erase):
            draft.complaint = without_texts(draft.complaint)
        draft.events += (event,)
        message = compose(draft.complaint, event, lifecycle.policy)
        if message:
            draft.messages += (message,)
            if until := _undo_until(message, draft.complaint, event, self._versions.present.policy):
                draft.held = {**draft.held, message.key: until}
        if event.is_a(Receipt) and event.data["status"] == ReceiptStatus.FAILED and "returned" in event.changes:
            self.follow_loss(draft.complaint.id, event.data["message"])
        after, moved = draft.complaint, () if event.state == before.state else ("state",)
        if notices:  # few edges have any
            self._tell(after, event, notices, lifecycle.policy)
        for react in reactions_to(event.kind, *event.changes, *moved):
            self._follow(react(before, after, event, lifecycle.policy))

    def _tell(self, after: Complaint, event: Event, notices: tuple[Notice, ...], policy: Policy) -> None:
        """Say the notices of the edge that this event took. One that a rule refuses is told to the owner instead."""
        for notice, command in say_notices(after, event, notices, policy):
            try:
                with self.undoing():
                    self._decide(after.id, command, _SYSTEM, ())
            except (Refused, NotPossible, InvalidInput) as error:
                self._decide(after.id, tell_unsaid(after, event, notice, error, policy), _SYSTEM, ())

    def _follow(self, following: Reactions) -> None:
        for other, reaction in following:
            if isinstance(reaction, Receive):
                self.receive(other, reaction, _SYSTEM)
            else:
                self.do_if_possible(other, reaction)

    def _seal(self, draft: _Draft) -> Iterator[Sealed]:
        previous = draft.stored.link if draft.stored else GENESIS
        for event in draft.events:
            sealed = seal(draft.complaint.id, previous, event, os.urandom(_SALT_BYTES), self.chain_key)
            previous = sealed.link
            yield sealed


def _next_due(kept: Kept | None, complaint: Complaint) -> tuple[datetime | None, str]:
    """What is due next, and for which clock, as it is kept; else as the complaint said when it was loaded."""
    if kept is None:
        return complaint.next_due, complaint.next_due_for
    return kept.next_due or (None, "")


def _undo_until(message: Message, complaint: Complaint, event: Event, policy: Policy) -> datetime | None:
    """Until when a message waits that a person said to the customer; None: it goes at once."""
    if not isinstance(message, CustomerMessage) or names_system(event.by) or complaint.grade == Grade.E:
        return None
    window = policy.sending.undo_for(message.kind)
    return event.at + window if window else None


def looks_for_others(command: Receive) -> bool:
    """R5: whether it may repeat what the customer has open. What another system knew is no new word of theirs."""
    return not isinstance(command, Import)


def may_repeat(command: Command) -> bool:
    """R5, R33: whether what the customer has open is searched when this is asked of one of their complaints."""
    return isinstance(command, RETYPING + _AGAIN)


def find_stored(session: Complaints, id: object) -> Stored | None:
    """What is stored under an id from outside; a text that cannot be stored names nothing."""
    if not isinstance(id, str):
        raise no_id(id)
    return None if plain_text(id) else session.load(id)


def is_of_the_store(error: Exception) -> bool:
    """Whether nothing at all can be read or saved, so that no other complaint is looked at either."""
    return isinstance(error, StoreError) and not isinstance(error, UnreadableRecord)


def load(session: Complaints, id: str) -> Complaint:
    """The complaint as it stands. Raises `NotFound`."""
    stored = find_stored(session, id)
    if stored is None:
        raise NotFound(id)
    return stored.complaint


def merge_chain(id: str, load: Callable[[str], Complaint]) -> tuple[Complaint, ...]:
    """The complaint, then those into which it was merged, in turn. `load` gives the complaint of an id.

    Raises `UnreadableRecord` for damaged ones that were merged in a circle, which no command does.
    """
    last = load(id)
    chain = {id: last}
    while last.stage == State.MERGED:
        into = last.facts.merged_into
        if into in chain:
            raise UnreadableRecord.of("complaints", into, "it was merged in a circle")
        last = chain[into] = load(into)
    return tuple(chain.values())
