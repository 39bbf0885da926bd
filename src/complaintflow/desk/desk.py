"""The facade: every call of a helpdesk is a method of `Desk`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from time import sleep
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, cast

import attrs

from complaintflow._validation.structure import Record, at_utc, pick_valid, structure
from complaintflow.commands import Command, Import, LinkIncident, Receive, Survey, Update
from complaintflow.desk import builtin
from complaintflow.desk.arguments import check_actor, check_parts, checked_name
from complaintflow.desk.bulk import About, Answer, Asked, RowAnswer, act_in_turn, check_asked, rehearse_in_turn
from complaintflow.desk.chain_key import ChainKey
from complaintflow.desk.delivery import Delivery, Sender
from complaintflow.desk.door import Door
from complaintflow.desk.finding import ask_for, find_page, find_whole, load_events
from complaintflow.desk.idempotency import Request, of_caller, of_row
from complaintflow.desk.outbox import Outbox
from complaintflow.desk.policy_versions import PolicyVersions
from complaintflow.desk.recalling import recall_of
from complaintflow.desk.steps import steps_of
from complaintflow.desk.streaming import check_part, each_complaint, each_event
from complaintflow.desk.unit_of_work import UnitOfWork, UnitsOfWork, load, merge_chain
from complaintflow.desk.unlocking import with_keys
from complaintflow.errors import (
    DefinitionError,
    InvalidInput,
    NotFound,
    Problem,
    SetAside,
    StoreError,
)
from complaintflow.inbound.request_key import RequestKey
from complaintflow.insight.batches import Batch, batches
from complaintflow.lifecycle.lifecycle import Lifecycle, Step
from complaintflow.plugins import (
    Changed,
    FoundAnswer,
    Host,
    Incoming,
    Link,
    Linker,
    Message,
    OutboxEntry,
    Page,
    Query,
    Question,
    Renderer,
    Shard,
    SharesTransactions,
    Store,
    Suggestion,
)
from complaintflow.plugins.ports.stored import WHOLE
from complaintflow.policy.playbook import Playbook
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event
from complaintflow.record.facts import Facts
from complaintflow.record.keys import MessageKey
from complaintflow.record.receipt import LedgerReceipt
from complaintflow.values import Actor

# A method that a desk may never be asked imports its room itself: 40 of 230 ms of the import.
if TYPE_CHECKING:
    from complaintflow.desk.acting import ActingDesk
    from complaintflow.desk.backlog import Backlog
    from complaintflow.desk.backtesting import Backtest, People, ReplayCheck
    from complaintflow.desk.erasing import Erasure
    from complaintflow.desk.exporting import Export
    from complaintflow.desk.integrity import Integrity
    from complaintflow.desk.joining import AfterCommit
    from complaintflow.desk.keeping_keys import Encryption, KeyRotation
    from complaintflow.desk.migration import Migration
    from complaintflow.desk.receipts import CheckedReceipt
    from complaintflow.desk.retention import Expired
    from complaintflow.desk.worker import Ticked
    from complaintflow.inbound import Heard, Inbound, Suggested
    from complaintflow.insight import (
        ActionEffect,
        Advice,
        Figures,
        Incident,
        IncidentNews,
        RegulatorReturn,
        Respondent,
        Sampled,
        SpikeAlert,
    )
    from complaintflow.lifecycle.mapping import LifecycleMapping
    from complaintflow.messages import CustomerView
    from complaintflow.sla import Explanation
    from complaintflow.stores import HouseKeys

_ID_BYTES = 5


def _system_clock() -> datetime:
    return datetime.now(UTC)


def _new_id(at: datetime) -> str:
    return f"C-{at:%y%m%d}-{os.urandom(_ID_BYTES).hex()}"


class Desk:
    """Stores complaints, keeps the rules, and sends what must be said. One desk serves many threads.

    Open it with `Desk.open`; use it as a context manager, or `close` it.
    """

    def __init__(  # noqa: PLR0913  # each argument is one part of a desk
        self,
        store: Store,
        lifecycle: Lifecycle | None = None,
        host: Host | None = None,
        clock: Callable[[], datetime] = _system_clock,
        chain_key: bytes = b"",
        new_id: Callable[[datetime], str] = _new_id,
        linker: Linker | None = None,
        renderer: Renderer | None = None,
        *,
        former: Iterable[Lifecycle] = (),
    ) -> None:
        self.plugins = host or Host([builtin])
        self.lifecycle = (lifecycle or Lifecycle.default()).with_guards(self.plugins.guards)
        before = [one.with_guards(self.plugins.guards) for one in former]
        self.plugins.check_asked(self.lifecycle.rule_names.union(*(one.rule_names for one in before)))
        versions = PolicyVersions(self.lifecycle, before)
        sealing, self._door = ChainKey(chain_key), Door()
        self._units = UnitsOfWork(store, versions, sealing, self.plugins, self.plugins.tell_all)
        if hasattr(store, "in_transaction"):
            self._share(cast("SharesTransactions", store))
        self._clock = clock
        self._new_id = new_id
        self._linker = linker
        self._sender = Sender(self.plugins, linker, renderer)
        self._outbox = Outbox(self._units, self._sender, self._door)

    @classmethod
    def open(  # noqa: PLR0913  # each argument is one part of a desk
        cls,
        url: str,
        *,
        policy: Policy | None = None,
        lifecycle: Lifecycle | None = None,
        plugins: Iterable[object] = (),
        clock: Callable[[], datetime] = _system_clock,
        chain_key: bytes = b"",
        new_id: Callable[[datetime], str] = _new_id,
        linker: Linker | None = None,
        renderer: Renderer | None = None,
        keys: HouseKeys | None = None,
        former: Iterable[Lifecycle] = (),
    ) -> Desk:
        """A desk on the store that the URL names: `memory://`, `sqlite:///helpdesk.db`, or a plugin's.

        `plugins` are modules, objects, names of installed plugins, or `"installed"`; `clock` answers with
        an aware time; `chain_key` makes the history's links HMACs; `new_id` names what comes in at a time, and
        never twice the same. A `lifecycle` brings its own policy. `linker` gives messages their links and `renderer`
        writes them, on their way to a channel. With `keys` words lie encrypted. `former` are the lifecycles before this
        one, the latest first: complaints go on under theirs until they are migrated.
        Raises `DefinitionError` for an unknown scheme and `StoreError` when the store cannot be opened.
        """
        parts = {"url": url, "policy": policy, "lifecycle": lifecycle, "plugins": plugins, "clock": clock}
        check_parts(**parts, new_id=new_id, linker=linker, renderer=renderer)
        if lifecycle and policy:
            raise DefinitionError((Problem("policy", "a policy beside a lifecycle", "the lifecycle's own policy"),))
        host = Host([builtin, *([plugins] if isinstance(plugins, str) else plugins)])
        store = with_keys(host.open_store(url), keys)
        rules = lifecycle or Lifecycle.default(policy)
        return cls(store, rules, host, clock, chain_key, new_id, linker, renderer, former=former)

    def _share(self, store: SharesTransactions) -> None:
        from complaintflow.desk.joining import DoorBesideHost, share

        self._units = share(self._units, store)
        self._door = DoorBesideHost(self._units)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Send no more letters, refuse new work, wait for what is going on, and give the store back.

        What a channel has taken is put on record first. Calling it twice is allowed, and from any thread; when the
        thread that sends letters calls it, it closes after the letter. What is asked for afterwards is a `StoreError`.
        Raises `StoreError` when a transaction stays open for longer than the patience of the store.
        """
        if self._door.close():
            self._units.store.close()

    def on(self, connection: object, *, after_commit: AfterCommit | None = None) -> Desk:
        """The same desk within your transaction on this connection, which you commit or roll back with all that it did.

        A `Connection` or `Session` of SQLAlchemy, a `psycopg.Connection` or a `sqlite3.Connection`, to the database of
        this desk: where it finds other tables, each call raises `DefinitionError`, before anything is written. Where no
        transaction is open, it begins one. What is refused leaves the transaction as it was; other writers wait until
        you end it. `after_commit` takes what is to be called after your commit, and tells the observers then: without
        observers nobody needs it, and a `Session` brings its own. Letters leave by `deliver` of the desk that you
        opened. Raises `DefinitionError` and `StoreError`.
        """
        from complaintflow.desk.joining import DoorOfHost, join

        ours = copy(self)
        ours._units, ours._door = join(self._units, connection, after_commit), DoorOfHost()
        ours._outbox = Outbox(ours._units, self._sender, ours._door)
        return ours

    @property
    def policy(self) -> Policy:
        """The policy under which it decides."""
        return self.lifecycle.policy

    @property
    def former(self) -> tuple[Lifecycle, ...]:
        """The lifecycles before the present one, under which complaints may be that nobody has moved."""
        return self._units.versions.former

    @property
    def commands(self) -> Mapping[str, type[Command]]:
        """Every command of its lifecycles by its name. One that several have is the present one's."""
        every = (*reversed(self.former), self.lifecycle)
        return {name: command for one in every for name, command in one.commands.items()}

    @property
    def states(self) -> Mapping[str, str]:
        """Every state of its lifecycles by its name, and the built-in one whose meaning it has.

        A name that several have means what it means in the present one.
        """
        return self._units.versions.states

    # ── what changes something

    def receive(self, command: Receive, *then: Command, by: Actor, key: str | None = None) -> Complaint:
        """Take in a complaint; `then` are further commands for it, and all happen or none.

        The same key (1 to 255 characters, each counts) again returns the first result. `missing` of the result says
        what to ask for (R3), `duplicates` which open ones it may repeat (R5). Raises `Refused`, `NotPossible` and
        `InvalidInput`.
        """
        at = self._now()
        asked = Asked((command, *then), by, key=key)
        return self._units.run(at, partial(self._receive, at=at, asked=asked))

    def receive_many(self, asked: Iterable[Asked]) -> tuple[Answer, ...]:
        """Take in many complaints in one transaction, each as `receive` does, and answer each: in order.

        One that is refused is answered by its error, and the others stand. Nothing is on disk before this returns, and
        other writers wait meanwhile: give some hundred at a time. Raises `StoreError`; then none is taken in.
        """
        at, every = self._now(), check_asked(asked)
        acts = (partial(self._receive, at=at, asked=one) for one in every)
        return act_in_turn(self._units, at, acts, [*map(About.asked, every)])

    def _name(self, at: datetime) -> str:
        """The id of what comes in now."""
        return checked_name(self._new_id(at))

    def _receive(self, work: UnitOfWork, at: datetime, asked: Asked) -> Complaint:
        command, *then = asked.commands or (None,)
        if not isinstance(command, Receive) or asked.id:
            raise InvalidInput((Problem("commands", "something else", "a Receive first, and no id"),))
        request = Request.of(of_caller(asked.key), "", asked.commands, asked.by)
        return request.once(work, lambda: work.receive(self._name(at), command, asked.by, then))

    def receive_row(self, row: Incoming, *then: Command) -> tuple[Complaint, bool]:
        """Take in a row of a reader, as `receive` does, and say whether it is new. Its key names it among all rows.

        A row that was taken in before stays as it is. Raises what `receive` raises.
        """
        at = self._now()
        return self._units.run(at, partial(self._receive_row, at=at, row=attrs.evolve(row, then=(*row.then, *then))))

    def receive_rows(self, rows: Iterable[Incoming], *, dry_run: bool = False) -> tuple[RowAnswer, ...]:
        """Take in many rows with what follows them, in one transaction, each as `receive_row` does; answer in order.

        Each answer is the complaint with whether it is new, or the error by which the row is refused; the others stand.
        `dry_run` asks the same and takes nothing in; nobody who writes waits for it. Raises `StoreError`; then none is
        taken in.
        """
        at, every = self._now(), tuple(rows)
        acts = (partial(self._receive_row, at=at, row=row) for row in every)
        if dry_run:
            return rehearse_in_turn(self._units, at, acts)
        return act_in_turn(self._units, at, acts, [*map(About.row, every)])

    def _receive_row(self, work: UnitOfWork, at: datetime, row: Incoming) -> tuple[Complaint, bool]:
        id, request, by = self._name(at), Request.named(of_row(row)), Actor.system()
        return request.answer(work, lambda: work.receive(id, row.command, by, row.then))

    def do(
        self, id: str, *commands: Command, by: Actor, key: str | None = None, expect: int | None = None
    ) -> Complaint:
        """Ask for one command, or for several that all happen or none.

        What it returns is on disk. `expect` is the version that the caller saw; `key` makes a retry safe.
        Raises `Refused` with every reason, `NotPossible`, `NotFound`, `Conflict`, `InvalidInput`.
        """
        asked = Asked(commands, by, id, key, expect)
        return self._units.run(self._now(), partial(_do, asked=asked))

    def do_many(self, asked: Iterable[Asked]) -> tuple[Answer, ...]:
        """Ask many questions in one transaction, each as `do` does, and answer each: in order.

        One that is refused is answered by its error, and the others stand; each sees what those before it did. Nothing
        is on disk before this returns, and other writers wait meanwhile: give some hundred at a time. Raises
        `StoreError`, and `InvalidInput` for what is no `Asked`; then nothing has happened.
        """
        every = check_asked(asked)
        acts = (partial(_do, asked=one) for one in every)
        return act_in_turn(self._units, self._now(), acts, [*map(About.asked, every)])

    def link(self, incident: str, ids: Iterable[str], *, by: Actor) -> tuple[Complaint, ...]:
        """R12: link all these complaints to one incident, or none of them. Raises what `do` raises."""
        check_actor(by)
        command, every = LinkIncident(incident), (ids,) if isinstance(ids, str) else tuple(ids)
        return self._units.run(self._now(), lambda work: tuple([work.do(id, (command,), by) for id in every]))

    def tell_incident(self, incident: str, update: Update, *, news: str, by: Actor) -> IncidentNews:
        """R12: tell the customer of each open complaint of an incident how far it is: written once, decided for each.

        `news` names it. Asked again with the same name, words and actor it tells those who were not told yet, also
        those who were linked since. Whom the rules refuse is not told, and named with the reason: nobody hears that it
        is solved before the proof of their own complaint. Raises `InvalidInput`.
        """
        from complaintflow.desk.incidents import tell_members

        def tell(id: str, told: Command, key: str) -> Complaint:
            return self.do(id, told, by=by, key=key)

        return tell_members(self.incident(incident), update, news, tell)

    def hear(self, came: Inbound) -> Heard:
        """Put a reply or a bounce on record (`inbound.read_mail`, `inbound.Webhooks`), once, and say what it may mean.

        A reply from one of the customer's contacts is the customer's word, any other an internal note. Either awaits
        our reply (R33), unless it is mere thanks. A reply to an archived complaint becomes a new one that follows it.
        What it says beyond that is only suggested: a person accepts it by `do`. Raises what `do` raises.
        """
        at = self._now()
        return self._units.run(at, partial(self._hear, came=came, at=at))

    def _hear(self, work: UnitOfWork, came: Inbound, at: datetime) -> Heard:
        from complaintflow.inbound.hearing import decide_hearing
        from complaintflow.inbound.reply import Bounce

        unsent = isinstance(came, Bounce) and work.never_left(MessageKey.guess(came.key))
        meant = None if unsent else next(work.find(came.candidates), None)
        chain = work.continued(meant.id) if meant else tuple[Complaint, ...]()
        rules = self._units.versions.rules_for(work.session, chain[-1].facts) if chain else self.lifecycle
        decision = decide_hearing(came, chain, rules, self.policy.heard_chars, at, self._subjects_sent(work, chain))
        if decision.command is None:
            return decision.answer_unrecorded()
        request = Request.named(decision.key and work.salted(decision.key, meant.id) if meant else None)
        command, by = decision.command, decision.by

        def record() -> Complaint:
            if isinstance(command, Receive):
                return work.receive(self._name(at), command, by)
            if decision.arrived:
                work.stop_trying(decision.arrived)
            return work.do(decision.complaint, (command,), by)

        return decision.answer(request.once(work, record))

    def _subjects_sent(self, work: UnitOfWork, chain: tuple[Complaint, ...]) -> Iterator[str]:
        """Those of the messages about these complaints; no more is read than somebody asks for."""
        for one in chain:
            events = each_event(partial(load_events, work.session), one.id, 0)
            yield from self._sender.subjects_of(one, events, self.policy)

    def accept_link(self, token: str, *, customer: str = "") -> Complaint:
        """Record the customer's word by a confirm link. A second click gives the first result again.

        Call it for a POST only: scanners of mail open every link with a GET. `customer` is who is logged in, when
        your page knows. Raises `Refused` for a link that is not genuine, too late, about an earlier fix or another
        customer's, and what `do` raises.
        """
        from complaintflow.desk.links import raise_refusal, read_link

        at, language = self._now(), self.policy.language_for_staff
        link = read_link(self._linker, token, customer, at, language)
        by, key = Actor.customer(link.customer), RequestKey("link", link.id)
        request = Request.of(key, link.complaint, (link.command(),), by)

        def act(work: UnitOfWork) -> Complaint:
            complaint = work.load(link.complaint)
            raise_refusal(link, link.check_current(complaint), language)
            return work.do(link.complaint, (link.command(complaint.customer.language),), by)

        return self._units.run(at, lambda work: request.once(work, lambda: act(work)))

    def accept_survey(
        self, token: str, csat: int, nps: int | None = None, comment: str = "", *, customer: str = ""
    ) -> Complaint:
        """R36: record how the customer rates the handling, by the link of the closing message: once.

        It may be archived by then. What they write beside it that wants an answer awaits one; of an archived complaint
        it is a new complaint that follows it. Call it for a POST only. Raises what `accept_link` raises.
        """
        from complaintflow.desk.links import read_survey
        from complaintflow.desk.surveys import rate

        at, language = self._now(), self.policy.language_for_staff
        link = read_survey(self._linker, token, customer, at, language)
        survey = Survey(csat, nps, comment)
        request = Request.of(RequestKey("link", link.id), link.complaint, (survey,), Actor.customer(link.customer))

        def act(work: UnitOfWork) -> Complaint:
            return rate(work, link, survey, language, self._name(at))

        return self._units.run(at, lambda work: request.once(work, lambda: act(work)))

    def deliver(self, limit: int = 100, *, shard: Shard = WHOLE) -> Delivery:
        """Send what waits in the outbox; what became of each message is recorded as a `Receipt`.

        What fails for now stays for a later call, what fails for good goes to the next channel or becomes a dead
        letter. A channel that fails is named in the result. A letter waits while another process has an earlier one of
        its complaint. Of a `shard` only the letters of its complaints are sent.
        """
        with self._door.sending():
            delivery = self._outbox.deliver(limit, self._now, shard)
        if not self._door.open:
            self.close()
        return delivery

    def wait_for_letters(self, seconds: float) -> bool:
        """Whether letters may have come, within so many seconds at most: for the loop of a worker.

        On PostgreSQL it says so when somebody commits a letter, in any process. Another store does not say it: there
        the time is waited out. What waits for a later time is told by nobody: look now and then.
        """
        wait: Callable[[float], bool] | None = getattr(self._units.store, "wait_for_letters", None)
        if wait is not None:
            return wait(seconds)
        sleep(seconds)
        return False

    def retry(self, number: int, *, channel: str = "") -> None:
        """A dead letter waits again, as if it had never been tried, to the customer's contacts as they stand now.

        Once it came back, and on another way than the last one, it goes under the key of another sending, so that a
        channel that drops repeats takes it; otherwise the key stays the same. `channel` is another one to begin with.
        Raises `InvalidInput` for a number that is no dead letter's, and for a channel that is not there.
        """
        self._outbox.retry(number, channel, self._now())

    def discard(self, number: int, *, reason: str = "") -> None:
        """Take a dead letter away, or a letter that cannot be read: a person has seen it, which is on record as well.

        Of one that cannot be read the message goes another way, if its complaint still tells what it was; else its
        owner gets a task. Raises `InvalidInput`.
        """
        self._outbox.discard(number, self._now(), reason)

    def recall(self, message: str | OutboxEntry | Message, *, by: Actor, reason: str) -> Complaint:
        """Take back a message to the customer that still waits, by its key (`C-1/1/0/M3`), and why.

        It is on record as a `Recall`; the customer was never told then. Raises `Refused` once a channel was given it,
        and `InvalidInput` for what is no key of a message.
        """
        id, command = recall_of(message, reason)
        return self.do(id, command, by=by)

    def quarantine(self) -> tuple[SetAside, ...]:
        """Every record that cannot be read, by name: letters, complaints, events and policies. It reads everything.

        None of them holds up another. Mend it or restore it, then `release` it; or `discard` a letter.
        """
        from complaintflow.desk.quarantine import find_unreadable

        with self._units.reading() as session:
            return tuple(find_unreadable(session, self._units.versions))

    def release(self, table: str, key: str) -> None:
        """Try a record of the `quarantine` again, after somebody has mended it, and what waited for it at once.

        Raises `UnreadableRecord` when it still cannot be read, and `InvalidInput` for a table that there is not.
        """
        from complaintflow.desk.quarantine import release

        now, versions = self._now(), self._units.versions
        self._units.write(lambda session: release(session, versions, table, key, now))

    def tick(
        self,
        *,
        at: datetime | None = None,
        dry_run: bool = False,
        batch: int = 100,
        believe: bool = False,
        shard: Shard = WHOLE,
    ) -> Ticked:
        """Do what the clocks ask for by now, by commands through the same gate as people's.

        Reads only what is due, `batch` complaints at a time. `dry_run` says what it would do and
        what would be refused, and changes nothing; nobody who writes waits for it. Two ticks at once do nothing twice;
        what a killed one left is picked up by a later one. `at` (aware) looks ahead: a time later than now only says
        what would be, like `dry_run`, since everything is decided at the present time (R33). Of a `shard` only its
        complaints are looked at. Raises `InvalidInput`, also for a time beyond the policy's horizon.
        """
        from complaintflow.desk.worker import Worker

        if batch < 1:
            raise InvalidInput((Problem("batch", str(batch), "at least 1"),))
        now, worker = self._now(), Worker(self._units, shard)
        when = now if at is None else max(now, self._in_horizon(at, now))
        return worker.dry(when, batch) if dry_run or when > now else worker.tick(now, batch, believe=believe)

    def migrate(
        self,
        *ids: str,
        by: Actor,
        reason: str,
        mapping: LifecycleMapping | None = None,
        after: str = "",
        limit: int | None = None,
        dry_run: bool = False,
    ) -> tuple[Migration, ...]:
        """Move complaints to the desk's policy and lifecycle: these, or all that have another one and are not archived.

        `mapping` says which state and fact of the lifecycle before is which of this one. Says for each which deadlines
        it moves, or why it is refused; a refused one, or one that cannot be read, stays as it is and holds up no other.
        Each is moved whole, in a transaction of its own: called again, it goes on with the rest. At most `limit` are
        answered, behind the id `after`. `dry_run` changes nothing. Raises `NotFound`, `DefinitionError` for a mapping
        that fits nobody, and `InvalidInput` for who is no staff.
        """
        from complaintflow.desk.migration import MigrationOrder, migrate, plan_migration
        from complaintflow.lifecycle.mapping import LifecycleMapping

        self._check_staff(by)
        named = mapping or LifecycleMapping()
        named.check(self.lifecycle, self._units.versions.former)
        order = MigrationOrder(by.id, reason, named)
        move = plan_migration if dry_run else migrate
        found = (move(self._units, id, order, self._now()) for id in (ids or self._ids(after)))
        return tuple(islice((one for one in found if one is not None), limit))

    def erase(self, customer: str, *, by: Actor, reason: str, dry_run: bool = False) -> Erasure:
        """Erase the private words of all complaints of a customer: texts, contacts, letters, and what is found by them.

        Who ordered it, why and when stays on record, in an `Erase` of each. All go, or none: raises `Refused` with
        every reason while one is not over, has something open, is on legal hold or cannot be read. `dry_run` says what
        would go and what would be refused, and changes nothing. Where nothing is left to erase, nothing happens. What
        was deleted may lie in free pages and logs until `vacuum`. Raises `InvalidInput` for who is no staff, and for a
        reason that names the customer; `StoreError` where the store cannot erase.
        """
        from complaintflow.desk.erasing import Order, erase, plan_erasure

        self._check_staff(by)
        act = plan_erasure if dry_run else erase
        return act(self._units, customer, Order(by.id, reason), self._now())

    def retention(self, *, by: Actor, dry_run: bool = False, limit: int = 1000) -> tuple[Expired, ...]:
        """Erase the words of what was over for longer than the policy keeps it (`retention`), `limit` at a time.

        Each is named with why, and what is refused with what keeps it: a legal hold, something open. It stays, and
        holds up no other. `dry_run` only names them. Raises `InvalidInput` for who is no staff, and `StoreError` where
        the store cannot erase.
        """
        from complaintflow.desk.retention import plan_retention, retain

        self._check_staff(by)
        return (plan_retention if dry_run else retain)(self._units, by.id, self._now(), limit)

    def vacuum(self) -> None:
        """Take what was deleted out of the files of the store. Others may have to wait until it is done.

        Backups, replicas and the log of a server are beyond it. Raises `StoreError`, also for a store that has no such
        call, and within a transaction of a host.
        """
        vacuum = getattr(self._units.store, "vacuum", None)
        if not callable(vacuum):
            raise StoreError("the store", "it has no call that does so", "use what its database or its maker offers")
        vacuum()

    def rotate_keys(self) -> KeyRotation:
        """Wrap every key of words by the present root key of the house, those that another one wraps.

        It goes by short transactions: killed and called again it goes on, and until it is done the former root keys
        open what they wrapped. A key that does not open is named, and stays. Raises `StoreError` for a desk without
        keys.
        """
        from complaintflow.desk.keeping_keys import rotate_keys

        return rotate_keys(self._units)

    def encrypt(self) -> Encryption:
        """Encrypt what lies in plain words, since it came in before the desk had keys: complaints, then letters.

        Each complaint goes by itself: killed and called again it goes on. The plain words lie in free pages and logs
        until `vacuum`. Raises `StoreError` for a desk without keys.
        """
        from complaintflow.desk.keeping_keys import encrypt

        return encrypt(self._units)

    def _check_staff(self, by: Actor) -> None:
        from complaintflow.desk.permission import Permission

        check_actor(by)
        if by.is_customer:
            raise InvalidInput((Problem("by", by.id, "a member of staff, in a role that the policy knows"),))
        Permission(by, self.policy).check_role()

    def _ids(self, after: str = "") -> tuple[str, ...]:
        """All ids in the order of the store, or those behind this one. Raises `NotFound`."""
        with self._units.reading() as session:
            every = tuple(session.ids())
        if after and after not in every:
            raise NotFound(after)
        return every[every.index(after) + 1 :] if after else every

    # ── what only looks

    def explain(self, id: str, at: datetime | None = None) -> tuple[Explanation, ...]:
        """Each deadline: from where, which open segments, which pauses, by which rule; the earliest due first.

        `at` (aware) asks for another time than now, within the policy's horizon. Raises `NotFound` and `InvalidInput`.
        """
        from complaintflow.sla import as_of, explain_deadlines

        now = self._now()
        when = now if at is None else self._in_horizon(at, now)
        with self._units.reading() as session:
            load(session, id)
            events = load_events(session, id)
            happened = events if at is None else as_of(events, when)
            policy, former = self._units.versions.policies_of(session, happened)
        return explain_deadlines(happened, policy, when, former)

    def batches(self) -> tuple[Batch, ...]:
        """R12: the same problem from many customers, among what came in within the policy's window until now."""
        now, rule = self._now(), self.policy.batches
        with self._units.reading() as session:
            return tuple(batches(session.received_between(now - rule.within, now), rule))

    def effects(self) -> tuple[ActionEffect, ...]:
        """R39: each improvement of a retrospective, and whether complaints with its cause fell since it was finished.

        With the exact interval of the ratio. It reads what is counted of all complaints, as figures are, and the texts
        of those with improvements.
        """
        from complaintflow.desk.measuring import judge_improvements

        with self._units.reading() as session:
            return judge_improvements(session, self._units.versions, self._now())

    def sample(self, since: datetime, until: datetime, *, seed: str, each: int = 3) -> tuple[Sampled, ...]:
        """R39: what a retrospective looks at of that which was closed from then on and before then (aware).

        So many `each` of the major, the repeated and the badly handled, with the reasons. The same seed draws the same
        ones. Raises `InvalidInput`.
        """
        from complaintflow.insight.sampling import sample

        if each < 1:
            raise InvalidInput((Problem("each", str(each), "at least 1"),))
        query = self._asked({"closed_from": since, "closed_to": until})
        with self._units.reading() as session:
            return sample(find_whole(session, query), seed, each)

    def incident(self, name: str) -> Incident:
        """R12: the complaints that are linked to an incident, and which of its news each customer was told.

        It reads the history of each. Raises `InvalidInput` for a blank name.
        """
        from complaintflow.desk.incidents import read_incident

        with self._units.reading() as session:
            return read_incident(session, name)

    def spikes(self, limit: int = 50) -> tuple[SpikeAlert, ...]:
        """R41: what grew too fast, the latest first, with its figures, who investigates it, and since when it is over.

        Nothing is found where the store counts no series.
        """
        from complaintflow.desk.spike_watch import find_alerts

        with self._units.reading() as session:
            return find_alerts(session, self._now(), limit)

    def respondents(self) -> tuple[Respondent, ...]:
        """R46: the merchants, products and shops that complaints are about, with the steps taken and their effect.

        It reads every complaint.
        """
        from complaintflow.insight import respondents

        with self._units.reading() as session:
            return respondents(find_whole(session, Query()), self.policy, self._now())

    def backtest(self, policy: Policy, *, at: datetime | None = None, people: People | None = None) -> Backtest:
        """What the recorded history would have been under another policy: grades, deadlines, breaches, ends.

        All that people, customers and channels did until `at` (aware; now) is told again to a copy of this desk in
        memory, at its times and by the same rules; what the clocks do follows anew. The record is only read, and
        nothing is sent. `people` gives the actor of an id, with roles and team, which no record has; whom it does not
        know, and is of staff, has every role. Records with words erased are left out.
        """
        from complaintflow.desk.backtesting import backtest

        until = self._now() if at is None else at_utc(at)
        return backtest(self._units, self.lifecycle.under(policy), until, people)

    def replay_check(self, *, people: People | None = None) -> ReplayCheck:
        """Decide all that is on record anew, by the present version of the rules, and list every difference.

        Each command is asked for again by its actor at its time, over the recorded facts before it, under the policy
        and the lifecycle that its complaint had. `people` is that of `backtest`. The record is only read. Run it on a
        copy of your store before you upgrade, or change a lifecycle.
        """
        from complaintflow.desk.backtesting import nobody, replay_check

        return replay_check(self._units, people or nobody)

    def figures(self, /, *, anew: bool = False, **wanted: Any) -> Figures:
        """R40: the measures of a period: `figures(since=monday, until=now, measures="first_response", by="area")`.

        What can be asked for are the fields of `FigureQuery`, what there is stands in `complaintflow.insight.MEASURES`.
        Every cell names its complaints. It reads what is kept beside each complaint that was open in the period, and
        no history; `anew` reads them all, and gives the same. Raises `InvalidInput`, which lists what there is.
        """
        (found,) = self.figures_many([wanted], anew=anew)
        return found

    def figures_many(self, asked: Iterable[Mapping[str, Any]], /, *, anew: bool = False) -> tuple[Figures, ...]:
        """The figures of several questions, each as `figures` gives them, in one reading: all tell of one moment."""
        from complaintflow.desk.measuring import ask_for_figures, measure

        queries = [ask_for_figures(wanted, self.policy) for wanted in asked]
        if not queries:
            return ()
        with self._units.reading() as session:
            return measure(session, self._units.versions, queries, self._now(), anew=anew)

    def regulator_return(self, regulator: str, /, *, anew: bool = False, **wanted: Any) -> RegulatorReturn:
        """A regulator's table out of the record: `regulator_return("fca", since=january, until=july)`.

        There are `cfpb`, `fca` and `12315`; what can be asked for are the fields of `ReturnQuery`. Every cell names
        its complaints, and those of which the record does not tell. It is no legal advice. Raises `InvalidInput`.
        """
        from complaintflow.desk.measuring import ask_for_return, fill_return

        query = ask_for_return({"regulator": regulator, **wanted}, self.policy)
        with self._units.reading() as session:
            return fill_return(session, self._units.versions, query, self._now(), anew=anew)

    def agenda(self, limit: int = 50) -> tuple[tuple[datetime, str], ...]:
        """When clocks are to be checked next, the earliest first, each with its complaint.

        What is overdue is among them until it is met. What is due by what happened since the last tick, or looks for
        its batch, comes first, at the epoch.
        """
        with self._units.reading() as session:
            return session.next_checks(limit)

    def backlog(self, limit: int = 1000) -> Backlog:
        """How much waits, and since when: letters, dead letters, what is due, what is overdue. For whoever runs it.

        Of dead letters and of what is due it counts `limit` at most.
        """
        from complaintflow.desk.backlog import look

        with self._units.reading() as session:
            return look(session, self._now(), limit)

    def outbox(self, limit: int = 50, after: int = 0) -> tuple[OutboxEntry, ...]:
        """What waits to be sent, the oldest first: until when, how often it was tried, and why it waits.

        What cannot be read is left out: `unreadable_letters` names it.
        """
        return self._outbox.entries(limit, after, dead=False)

    def dead_letters(self, limit: int = 50, after: int = 0) -> tuple[OutboxEntry, ...]:
        """What could not be sent, the oldest first, and why: to be retried or discarded by a person."""
        return self._outbox.entries(limit, after, dead=True)

    def unreadable_letters(self) -> tuple[SetAside, ...]:
        """What cannot be read of the outbox and of the dead letters: to be mended and released, or discarded."""
        with self._units.reading() as session:
            return session.unreadable_letters()

    def get(self, id: str) -> Complaint:
        """The complaint as it stands. Raises `NotFound` and `UnreadableRecord`."""
        with self._units.reading() as session:
            return load(session, id)

    def known(self, key: str, *, space: Literal["form", "import"] = "form") -> str | None:
        """The id of the complaint that this key was first used for, or None.

        `form` are the keys of `receive` and `do`, `import` those of rows. Raises `InvalidInput` for what is no key.
        """
        with self._units.reading() as session:
            before = RequestKey(space, key).first_use(session, self._units.chain_key)
        return before.complaint if before else None

    def acting(self, actor: Actor) -> ActingDesk:
        """The same desk as this actor may use it: the same calls, which do and tell what their roles let them.

        For a server: one desk for all, and `desk.acting(...)` for each request, with the actor of its session. Raises
        `InvalidInput` for a role that is misspelt; whoever has none that the policy knows sees nothing.
        """
        from complaintflow.desk.acting import ActingDesk
        from complaintflow.desk.auditing import Audit
        from complaintflow.desk.permission import Permission

        check_actor(actor)
        may = Permission(actor, self.policy)
        may.check_spelling()
        audit = Audit(may, self.plugins, self._now)
        return ActingDesk(self, audit, _Reads(self._units, self._now))

    def find(self, /, **wanted: Any) -> Page:
        """A page of complaints, the oldest first: `find(state={"received", "triaged"}, team="payments", limit=20)`.

        What can be asked for are the fields of `Query`, `text` and `sort` among them. `after=page.next` gives the next
        page, `before=page.previous` the one before. What cannot be read holds up no other: `page.unreadable` names it.
        Raises `InvalidInput`, which lists what there is.
        """
        query = self._asked(wanted)
        with self._units.reading() as session:
            return session.find(query)

    def each(self, /, **wanted: Any) -> Iterator[Complaint]:
        """Every complaint that `find` finds, one after the other, however many there are, in the memory of one page.

        Each page is read in a transaction of its own; between two, nothing is held. One that is there when it begins
        comes exactly once, if it fits when its page is read. One that comes in meanwhile comes if it is behind that
        page. The order is `oldest` or `newest`, in which nothing moves. What cannot be read is logged by its name and
        left out. Raises `InvalidInput` when it is called.
        """
        return each_complaint(self.find, wanted)

    def count(self, /, **wanted: Any) -> int:
        """How many complaints `find` finds on all its pages. Raises `InvalidInput` as `find` does."""
        query = self._asked(wanted)
        with self._units.reading() as session:
            return session.count(query)

    def _asked(self, wanted: Mapping[str, Any]) -> Query:
        return ask_for(wanted, self.states, self.policy, self._now(), self._is_on_record)

    def _is_on_record(self, field: str, value: str) -> bool:
        with self._units.reading() as session:
            page = session.find(structure(Query, {field: value, "limit": 1}))
        return bool(page.complaints or page.unreadable)

    def steps(self, id: str, *, by: Actor) -> tuple[Step, ...]:
        """What every command would get from this actor now: impossible, refused and why, or open.

        Of a merged complaint, what its target would say to that which is passed on to it.
        """
        check_actor(by)
        return _Reads(self._units, self._now).steps(id, by, _everything)

    def history(self, id: str, after: int = 0, limit: int | None = None) -> tuple[Event, ...]:
        """Its events, in order: those behind the number `after`, at most `limit`. Raises `NotFound`, `InvalidInput`."""
        check_part(after, limit)
        with self._units.reading() as session:
            load(session, id)
            return load_events(session, id, after, limit)

    def each_event(self, id: str, after: int = 0) -> Iterator[Event]:
        """The events of `history` one after the other, however many there are, in the memory of some.

        Some are read in a transaction of their own; between two, nothing is held. What happens before the last ones are
        read comes, too.
        Raises `NotFound` and `InvalidInput` when it is called.
        """
        return each_event(self.history, id, after)

    def brief(self, id: str, language: str = "") -> str:
        """R18: the brief: what staff need to know of the case, on one page; in their language unless one is named."""
        return _Reads(self._units, self._now).brief(id, language, _everything, lambda complaint: complaint)

    def playbook(self, id: str, language: str = "") -> Playbook:
        """R42: what to do and to say in this case, in the customer's language unless another is named."""
        with self._units.reading() as session:
            complaint = load(session, id)
            policy = self._units.versions.of(session, complaint.facts).policy
        return complaint.playbook(policy, language or complaint.customer.language)

    def customer_view(self, id: str, language: str = "") -> CustomerView:
        """R19: public facts only, in the customer's language or a named one; of a merged one also its target's."""
        return _Reads(self._units, self._now).customer_view(id, language, _everything)

    def suggest(self, id: str) -> dict[str, Suggestion]:
        """What the classifiers make of what was received, by their names; a person triages."""
        complaint = self.get(id)
        first = complaint.body[0]
        received, kind = first.data, Import if first.is_a(Import) else Receive
        if not received:  # erased: there is nothing to classify any more
            return {}
        return self.plugins.suggestions(structure(kind, {**received, **pick_valid(Receive, complaint.intake)}))

    def advise(self, id: str, *, by: Actor, people: int | None = None, minutes: int | None = None) -> Advice:
        """R26: what a compensation may be worth to this member of staff, with its sum; nothing is decided.

        `people` and `minutes` (of each) estimate the work that is left; without them the policy's numbers count.
        Raises `NotFound` and `InvalidInput`.
        """
        from complaintflow.insight.advice import advise

        check_actor(by)
        with self._units.reading() as session:
            complaint = load(session, id)
            policy = self._units.versions.of(session, complaint.facts).policy
        return advise(complaint, policy, by, people, minutes)

    def answers(self, id: str, limit: int = 5) -> dict[str, tuple[FoundAnswer, ...]]:
        """R31: what helped with the like before, from each source of knowledge by its name, the best first.

        The sources are asked with what the customer described. One that fails is logged by name and left out.
        Raises `NotFound`, and `InvalidInput` for a limit below 1.
        """
        if limit < 1:
            raise InvalidInput((Problem("limit", str(limit), "at least 1"),))
        complaint = self.get(id)
        facts, language = complaint.facts, complaint.customer.language
        return self.plugins.answers(Question(complaint.description, language, facts.type, facts.area), limit)

    def read_link(self, token: str, *, customer: str = "") -> Link:
        """What a confirm link asks for, for the page that a GET shows. It changes nothing.

        Raises `Refused` as `accept_link` does, and `NotFound`. What else speaks against it (the complaint was closed
        meanwhile), `accept_link` says.
        """
        from complaintflow.desk.links import raise_refusal, read_link

        language = self.policy.language_for_staff
        link = read_link(self._linker, token, customer, self._now(), language)
        raise_refusal(link, link.check_current(self.get(link.complaint)), language)
        return link

    def suggestions(self, id: str) -> tuple[Suggested, ...]:
        """What the customer's last words suggest, unless an answer or a verdict followed them. Raises `NotFound`."""
        from complaintflow.inbound.suggesting import suggest_for_last_words

        return suggest_for_last_words(self.get(id))

    def head(self) -> str:
        """The root of the Merkle tree over all events, to be anchored outside: `count:digest`."""
        from complaintflow.desk.ledger import LedgerTree

        with self._units.reading() as session:
            return str(LedgerTree.of(session).head())

    def changed(self, since: str = "") -> Changed:
        """The complaints that changed since a cursor, and the next one, for who keeps something made of complaints.

        Begin without one, and read everything; then give each time the cursor that came last. `whole` says that
        everything is to be read anew. Take the cursor first and read afterwards: what changes meanwhile comes the next
        time. Raises `InvalidInput` for a text that is no cursor.
        """
        from complaintflow.desk.changes import changed_since

        with self._units.reading() as session:
            return changed_since(session, since)

    def export(self, customer: str) -> Export:
        """Everything that is held about a customer, for who asks to see it: complaints, histories, letters.

        `to_json` writes it as a document, `interchange.export_page` as one page to read. Notes of staff are among it:
        read it before you hand it out. Raises `InvalidInput` for a customer that is none, and `UnreadableRecord`.
        """
        from complaintflow.desk.exporting import export

        with self._units.reading() as session:
            return export(session, customer, self._now())

    def receipt(self, id: str, seq: int | None = None, *, anchor: str | None = None) -> LedgerReceipt:
        """The receipt of an event: it proves later, to anybody and without a key, that the event was not changed.

        Without `seq` it is that of the last event that told the customer something or closed the complaint. It is made
        of the ledger as it stands, or with `anchor` (a `head()`) as it stood then. Raises `NotFound`, and
        `InvalidInput` for an event that was not there, and for an anchor that is none.
        """
        from complaintflow.desk.integrity import parse_anchor
        from complaintflow.desk.receipts import make_receipt

        size = None if anchor is None else parse_anchor(anchor).count
        with self._units.reading() as session:
            load(session, id)
            return make_receipt(session, self._units.chain_key, id, seq, size)

    def check_receipt(self, receipt: LedgerReceipt | str, *, anchor: str | None = None) -> CheckedReceipt:
        """What the ledger says against a receipt, and an anchored head if one is given; it reads every link.

        Raises `InvalidInput` for a text that is no receipt, and for an anchor that is none.
        """
        from complaintflow.desk.integrity import anchor_faults, parse_anchor
        from complaintflow.desk.receipts import CheckedReceipt, compare_with_ledger, read_receipt

        given = read_receipt(receipt) if isinstance(receipt, str) else receipt
        heads = [] if anchor is None else [parse_anchor(anchor)]
        with self._units.reading() as session:
            wrong = [*compare_with_ledger(session, self._units.chain_key, given)]
            wrong += (one.what for one in anchor_faults(session.links(), heads))
        return CheckedReceipt(given, str(given.head), True, tuple(wrong))

    def check_integrity(
        self, id: str | None = None, anchor: str | Iterable[str] | None = None, *, since: str | None = None
    ) -> Integrity:
        """Whether what is stored can be trusted: one complaint, or everything with an anchored `head()`, or several.

        `since` is an anchored head: then the complaints are checked of which an event was saved since, and the ledger
        from there on. Who changed what is older is found by checking everything, so do that now and then. Raises
        `NotFound`, and `InvalidInput` for an anchor that is none, and for more than one of the three.
        """
        from complaintflow.desk.integrity import check_all, check_one, check_since, parse_anchor

        if since is not None:
            if id is not None or anchor is not None:
                raise InvalidInput((Problem("since", "another head, or one complaint, beside it", "this head alone"),))
            return check_since(self._units, self._now(), parse_anchor(since))
        if id is None:
            return check_all(self._units, self._now(), anchor)
        return check_one(self._units, self._now(), id)

    def _in_horizon(self, at: datetime, now: datetime) -> datetime:
        """A time that is asked about, in UTC. Raises `InvalidInput` beyond the policy's horizon."""
        when, horizon = at_utc(at), self.policy.limits.horizon
        if when - now > horizon:
            raise InvalidInput(
                (Problem("at", str(when), f"a time at most {horizon.days} days ahead (limits.horizon)"),)
            )
        return when

    def _now(self) -> datetime:
        return at_utc(self._clock(), "clock")


@attrs.frozen(eq=False, repr=False)
class _Reads(Record):
    """What a desk reads, for everybody or for one actor."""

    units: UnitsOfWork
    now: Callable[[], datetime]

    def steps(self, id: str, by: Actor, sees: Callable[[Facts], bool]) -> tuple[Step, ...]:
        with self.units.reading() as session:
            return steps_of(session, self.units.versions, id, by, self.now(), sees)

    def customer_view(self, id: str, language: str, sees: Callable[[Facts], bool]) -> CustomerView:
        from complaintflow.messages.view import customer_view, merged_view

        with self.units.reading() as session:
            chain = merge_chain(id, lambda named: load(session, named))
            events = [load_events(session, part.id) for part in chain]
        labels = [self.units.versions.lifecycle_of(part.facts).labels for part in chain]
        view = customer_view(chain[0], events[0], language, labels[0])
        if len(chain) == 1 or not sees(chain[-1].facts):
            return view
        return merged_view(view, customer_view(chain[-1], events[-1], language, labels[-1]))

    def brief(
        self, id: str, language: str, sees: Callable[[Facts], bool], show: Callable[[Complaint], Complaint]
    ) -> str:
        from complaintflow.messages.brief import brief

        with self.units.reading() as session:
            complaint = load(session, id)
            others = find_page(session, Query(customer=complaint.facts.customer)).complaints
            policy = self.units.versions.of(session, complaint.facts).policy
        shops = (other.shop for other in others if other.id != id and sees(other.facts))
        return brief(show(complaint), language or policy.language_for_staff, policy, shops)


def _everything(_: Facts) -> bool:
    return True


def _do(work: UnitOfWork, asked: Asked) -> Complaint:
    if not asked.commands:
        raise InvalidInput((Problem("commands", "nothing", "at least one command"),))
    request = Request.of(of_caller(asked.key), asked.id, asked.commands, asked.by)
    return request.once(work, lambda: work.do(asked.id, asked.commands, asked.by, asked.expect))
