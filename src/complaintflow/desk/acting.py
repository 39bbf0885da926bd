"""A desk as one person has it: the calls of `Desk`, of which each tells and does only what this actor may.

Nothing is handed on by itself: a call of `Desk` that is not written here is not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar

import attrs
import msgspec

from complaintflow.commands import Approve, AskApproval, Command, Erase, Migrate, Receive, Update
from complaintflow.desk.auditing import Audit
from complaintflow.desk.bulk import Answer, Asked, RowAnswer
from complaintflow.desk.delivery import Delivery
from complaintflow.desk.face import Face
from complaintflow.desk.masking import without_words
from complaintflow.desk.permission import EVERY_PART
from complaintflow.desk.recalling import recall_of
from complaintflow.desk.streaming import each_complaint, each_event
from complaintflow.errors import InvalidInput, NotFound, Problem, Refusal, Refused, SetAside, UnreadableRecord
from complaintflow.inbound.reply import Heard, Suggested
from complaintflow.lifecycle.lifecycle import Lifecycle, Step
from complaintflow.lifecycle.requests import subject_of
from complaintflow.messages.view import shown_state
from complaintflow.plugins import Changed, FoundAnswer, Incoming, Link, Message, OutboxEntry, Page, Shard, Suggestion
from complaintflow.plugins.ports.stored import WHOLE
from complaintflow.policy.playbook import Playbook
from complaintflow.policy.policy import Policy
from complaintflow.record.complaint import Complaint, Event, encode_json
from complaintflow.record.facts import Facts
from complaintflow.values import Actor
from complaintflow.vocabulary import CUSTOMER, Operation, Part

T = TypeVar("T")

if TYPE_CHECKING:
    from complaintflow.desk.backlog import Backlog
    from complaintflow.desk.backtesting import Backtest, People, ReplayCheck
    from complaintflow.desk.erasing import Erasure
    from complaintflow.desk.exporting import Export
    from complaintflow.desk.integrity import Integrity
    from complaintflow.desk.migration import Migration
    from complaintflow.desk.receipts import CheckedReceipt
    from complaintflow.desk.retention import Expired
    from complaintflow.desk.worker import Ticked
    from complaintflow.inbound import Inbound
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
    from complaintflow.insight.batches import Batch
    from complaintflow.lifecycle.mapping import LifecycleMapping
    from complaintflow.messages import CustomerView
    from complaintflow.record.receipt import LedgerReceipt
    from complaintflow.sla import Explanation


class Reads(Protocol):
    """What a desk reads for an actor in one transaction, before anything is left out of it."""

    def brief(
        self, id: str, language: str, sees: Callable[[Facts], bool], show: Callable[[Complaint], Complaint]
    ) -> str:
        """The brief of the complaint as it is shown, with the shops of the customer's others that are seen."""
        ...

    def steps(self, id: str, by: Actor, sees: Callable[[Facts], bool]) -> tuple[Step, ...]:
        """The steps, in which other complaints count as far as they are seen."""
        ...

    def customer_view(self, id: str, language: str, sees: Callable[[Facts], bool]) -> CustomerView:
        """The customer's page; that of the target of a merged complaint where it is seen."""
        ...


class ActingDesk:
    """What `Desk.acting` gives: the desk as this actor may use it. Each call is explained at `Desk`.

    Commands are asked for by the actor: `by` may be left out, and names nobody else. A complaint that the actor does
    not see is `NotFound`. Of one that they see, texts that their roles do not show have a mark in their place, and
    `Complaint.hidden` names the parts; a call that would tell nothing else is `Refused` by the rule `permitted`, and so
    is what is for those who run the desk. A customer gets the own complaints without anything that is for staff.
    """

    def __init__(self, desk: Face, audit: Audit, reads: Reads) -> None:
        self._desk = desk
        self._audit = audit
        self._may = audit.may
        self._by = audit.may.by
        self._reads = reads

    @property
    def actor(self) -> Actor:
        """Who acts."""
        return self._by

    @property
    def policy(self) -> Policy:
        """The policy under which it decides."""
        return self._desk.policy

    @property
    def lifecycle(self) -> Lifecycle:
        """The rules, which are no secret."""
        return self._desk.lifecycle

    @property
    def former(self) -> tuple[Lifecycle, ...]:
        """The rules of complaints that nobody has moved to the present ones."""
        return self._desk.former

    @property
    def commands(self) -> Mapping[str, type[Command]]:
        """As `Desk.commands`."""
        return self._desk.commands

    @property
    def states(self) -> Mapping[str, str]:
        """As `Desk.states`."""
        return self._desk.states

    # ── what changes something

    def receive(self, command: Receive, *then: Command, by: Actor | None = None, key: str | None = None) -> Complaint:
        """As `Desk.receive`. Whoever receives a complaint is answered with it, also when they do not see it later."""
        self._check_actor(by)
        self._check_related("", command, *then)
        self._audit_keys("receive", (key,))
        return self._answer(lambda: self._desk.receive(command, *then, by=self._by, key=key), Facts())

    def receive_many(self, asked: Iterable[Asked]) -> tuple[Answer, ...]:
        """As `Desk.receive_many`, each by the actor."""
        mine = self._mine(asked)
        self._audit_keys("receive_many", (one.key for one in mine))
        return tuple(map(self._told, self._desk.receive_many(mine)))

    def receive_row(self, row: Incoming, *then: Command) -> tuple[Complaint, bool]:
        """As `Desk.receive_row`, for those who may import."""
        self._may.check_runs("receive_row", Operation.IMPORT)
        self._audit_keys("receive_row", (row.key,), "import")
        complaint, new = self._desk.receive_row(row, *then)
        return self._show(complaint), new

    def receive_rows(self, rows: Iterable[Incoming], *, dry_run: bool = False) -> tuple[RowAnswer, ...]:
        """As `Desk.receive_rows`, for those who may import."""
        self._may.check_runs("receive_rows", Operation.IMPORT)
        several = tuple(rows)
        self._audit_keys("receive_rows", (row.key for row in several), "import")
        return tuple(map(self._told_row, self._desk.receive_rows(several, dry_run=dry_run)))

    def do(
        self,
        id: str,
        *commands: Command,
        by: Actor | None = None,
        key: str | None = None,
        expect: int | None = None,
    ) -> Complaint:
        """As `Desk.do`, by the actor."""
        self._check_actor(by)
        seen = self._see(id)
        self._check_related(id, *commands)
        self._audit.tell("do", (seen,))
        return self._answer(lambda: self._desk.do(id, *commands, by=self._by, key=key, expect=expect), seen.facts)

    def do_many(self, asked: Iterable[Asked]) -> tuple[Answer, ...]:
        """As `Desk.do_many`, each by the actor. What the actor does not see is answered by `NotFound`."""
        mine = self._mine(asked)
        seen = {one.id: self._seen(one.id) for one in mine}
        unseen = {id: NotFound(id) for id, complaint in seen.items() if complaint is None}
        self._audit.tell("do_many", filter(None, seen.values()))
        done = iter(self._desk.do_many(one for one in mine if one.id not in unseen))
        return tuple(unseen.get(one.id) or self._told(next(done)) for one in mine)

    def tell_incident(self, incident: str, update: Update, *, news: str, by: Actor | None = None) -> IncidentNews:
        """As `Desk.tell_incident`, by the actor, who sees them all."""
        self._check_actor(by)
        members = self._desk.incident(incident).members
        self._audit.tell("tell_incident", tuple(self._see(one.id) for one in members if one.open))
        return self._desk.tell_incident(incident, update, news=news, by=self._by)

    def link(self, incident: str, ids: Iterable[str], *, by: Actor | None = None) -> tuple[Complaint, ...]:
        """As `Desk.link`, by the actor, who sees them all."""
        self._check_actor(by)
        named = tuple(ids)
        self._audit.tell("link", tuple(map(self._see, named)))
        linked = self._desk.link(incident, named, by=self._by)
        return tuple(map(self._show, linked))

    def hear(self, came: Inbound) -> Heard:
        """As `Desk.hear`, for those who run the desk: whose word it is, the message itself proves."""
        self._may.check_runs("hear", Operation.RUN)
        heard = self._desk.hear(came)
        seen = self._may.sees_everything or (heard.complaint and self._is_seen(heard.complaint))
        return heard if seen else attrs.evolve(heard, suggestions=())

    def accept_link(self, token: str, *, customer: str = "") -> Complaint:
        """As `Desk.accept_link`, for the customer whose link it is."""
        holder = self._link_holder("accept_link", customer)
        if self._audit.listens:
            self._audit.tell_ids("accept_link", (self._desk.read_link(token, customer=holder).complaint,))
        return self._show(self._desk.accept_link(token, customer=holder))

    def accept_survey(
        self, token: str, csat: int, nps: int | None = None, comment: str = "", *, customer: str = ""
    ) -> Complaint:
        """As `Desk.accept_survey`, for the customer whose link it is."""
        holder = self._link_holder("accept_survey", customer)
        rated = self._desk.accept_survey(token, csat, nps, comment, customer=holder)
        self._audit.tell_ids("accept_survey", (rated.id,))
        return self._show(rated)

    def deliver(self, limit: int = 100, *, shard: Shard = WHOLE) -> Delivery:
        """As `Desk.deliver`, for those who run the desk: which messages went out, without their words."""
        self._may.check_runs("deliver", Operation.RUN)
        done = self._desk.deliver(limit, shard=shard)
        sent = ((without_words(message), attrs.evolve(outcome, detail="")) for message, outcome in done.outcomes)
        return attrs.evolve(done, outcomes=tuple(sent))

    def retry(self, number: int, *, channel: str = "") -> None:
        """As `Desk.retry`, for those who look after letters."""
        self._may.check_runs("retry", Operation.LETTERS)
        self._desk.retry(number, channel=channel)

    def discard(self, number: int, *, reason: str = "") -> None:
        """As `Desk.discard`, for those who look after letters."""
        self._may.check_runs("discard", Operation.LETTERS)
        self._desk.discard(number, reason=reason)

    def recall(self, message: str | OutboxEntry | Message, *, by: Actor | None = None, reason: str) -> Complaint:
        """As `Desk.recall`, by the actor."""
        id, command = recall_of(message, reason)
        return self.do(id, command, by=by)

    def quarantine(self) -> tuple[SetAside, ...]:
        """As `Desk.quarantine`, for those who mend records."""
        self._may.check_runs("quarantine", Operation.MEND)
        return self._desk.quarantine()

    def release(self, table: str, key: str) -> None:
        """As `Desk.release`, for those who mend records."""
        self._may.check_runs("release", Operation.MEND)
        self._desk.release(table, key)

    def tick(
        self,
        *,
        at: datetime | None = None,
        dry_run: bool = False,
        batch: int = 100,
        believe: bool = False,
        shard: Shard = WHOLE,
    ) -> Ticked:
        """As `Desk.tick`, for those who run the desk."""
        self._may.check_runs("tick", Operation.RUN)
        return self._desk.tick(at=at, dry_run=dry_run, batch=batch, believe=believe, shard=shard)

    def migrate(
        self,
        *ids: str,
        reason: str,
        by: Actor | None = None,
        mapping: LifecycleMapping | None = None,
        after: str = "",
        limit: int | None = None,
        dry_run: bool = False,
    ) -> tuple[Migration, ...]:
        """As `Desk.migrate`, by the actor, who may migrate."""
        self._check_actor(by)
        self._may.check_runs(Migrate.__name__, Operation.MIGRATE)
        return self._desk.migrate(
            *ids, by=self._by, reason=reason, mapping=mapping, after=after, limit=limit, dry_run=dry_run
        )

    def erase(self, customer: str, *, reason: str, by: Actor | None = None, dry_run: bool = False) -> Erasure:
        """As `Desk.erase`, by the actor, in a role that the policy lets erase, and who sees everything."""
        self._check_actor(by)
        self._may.check_runs(Erase.__name__, Operation.ERASE)
        self._may.check_sees_everything(Erase.__name__)
        return self._desk.erase(customer, by=self._by, reason=reason, dry_run=dry_run)

    def retention(self, *, by: Actor | None = None, dry_run: bool = False, limit: int = 1000) -> tuple[Expired, ...]:
        """As `Desk.retention`, by the actor, in a role that the policy lets erase, and who sees everything."""
        self._check_actor(by)
        self._may.check_runs("retention", Operation.ERASE)
        self._may.check_sees_everything("retention")
        return self._desk.retention(by=self._by, dry_run=dry_run, limit=limit)

    def vacuum(self) -> None:
        """As `Desk.vacuum`, for those who may erase."""
        self._may.check_runs("vacuum", Operation.ERASE)
        self._desk.vacuum()

    # ── what only looks

    def get(self, id: str) -> Complaint:
        """As `Desk.get`."""
        seen = self._see(id)
        return self._hand_out("get", (seen,), self._show(seen))

    def find(self, /, **wanted: Any) -> Page:
        """As `Desk.find`, among what the actor sees: the store looks nowhere else."""
        page = self._may.page(self._desk.find(**self._may.within(wanted)))
        shown = tuple(map(self._show, page.complaints))
        return self._hand_out("find", page.complaints, attrs.evolve(page, complaints=shown))

    def each(self, /, **wanted: Any) -> Iterator[Complaint]:
        """As `Desk.each`, among what the actor sees when a page is read."""
        return each_complaint(self.find, wanted)

    def count(self, /, **wanted: Any) -> int:
        """As `Desk.count`, among what the actor sees."""
        return self._hand_out("count", (), self._desk.count(**self._may.within(wanted)))

    def known(self, key: str, *, space: Literal["form", "import"] = "form") -> str | None:
        """As `Desk.known`, of a complaint that the actor sees."""
        id = self._desk.known(key, space=space)
        seen = None if id is None else self._seen(id)
        return self._hand_out("known", (), None) if seen is None else self._hand_out("known", (seen,), seen.id)

    def steps(self, id: str, *, by: Actor | None = None) -> tuple[Step, ...]:
        """As `Desk.steps`, for the actor. A customer is told of what customers may do."""
        self._check_actor(by)
        seen = self._see(id)
        steps = self._reads.steps(id, self._by, self._may.sees)
        return self._hand_out("steps", (seen,), self._steps(steps, seen.facts))

    def history(self, id: str, after: int = 0, limit: int | None = None) -> tuple[Event, ...]:
        """As `Desk.history`."""
        seen = self._see_as_staff("history", id)
        events = self._desk.history(id, after, limit)
        shown = map(self._may.mask(seen.facts).event, events)
        return self._hand_out("history", (seen,), tuple(map(self._without_unseen, shown)))

    def each_event(self, id: str, after: int = 0) -> Iterator[Event]:
        """As `Desk.each_event`, as long as the actor sees the complaint."""
        return each_event(self.history, id, after)

    def explain(self, id: str, at: datetime | None = None) -> tuple[Explanation, ...]:
        """As `Desk.explain`."""
        seen = self._see_as_staff("explain", id)
        explained = self._desk.explain(id, at)
        return self._hand_out("explain", (seen,), tuple(map(self._may.mask(seen.facts).explanation, explained)))

    def brief(self, id: str, language: str = "") -> str:
        """As `Desk.brief`."""
        seen = self._see_as_staff("brief", id)
        return self._hand_out("brief", (seen,), self._reads.brief(id, language, self._may.sees, self._show))

    def playbook(self, id: str, language: str = "") -> Playbook:
        """As `Desk.playbook`."""
        seen = self._see_as_staff("playbook", id)
        return self._hand_out("playbook", (seen,), self._desk.playbook(id, language))

    def customer_view(self, id: str, language: str = "") -> CustomerView:
        """As `Desk.customer_view`."""
        seen = self._see(id)
        return self._hand_out("customer_view", (seen,), self._reads.customer_view(id, language, self._may.sees))

    def suggest(self, id: str) -> dict[str, Suggestion]:
        """As `Desk.suggest`."""
        seen = self._see_as_staff("suggest", id)
        return self._hand_out("suggest", (seen,), self._desk.suggest(id))

    def suggestions(self, id: str) -> tuple[Suggested, ...]:
        """As `Desk.suggestions`."""
        seen = self._see_as_staff("suggestions", id)
        return self._hand_out("suggestions", (seen,), self._desk.suggestions(id))

    def advise(
        self, id: str, *, by: Actor | None = None, people: int | None = None, minutes: int | None = None
    ) -> Advice:
        """As `Desk.advise`, for the actor, who sees the money."""
        self._check_actor(by)
        seen = self._see_as_staff("advise", id)
        self._may.check_part("advise", seen.facts, id, Part.MONEY)
        return self._hand_out("advise", (seen,), self._desk.advise(id, by=self._by, people=people, minutes=minutes))

    def answers(self, id: str, limit: int = 5) -> dict[str, tuple[FoundAnswer, ...]]:
        """As `Desk.answers`, without what comes from complaints that the actor does not see."""
        seen = self._see_as_staff("answers", id)
        found = self._desk.answers(id, limit)
        shown = {name: tuple(one for one in several if self._may_read(one)) for name, several in found.items()}
        return self._hand_out("answers", chain((seen,), self._sources(shown)), shown)

    def export(self, customer: str) -> Export:
        """As `Desk.export`, in a role that the policy lets export, and who sees everything."""
        self._may.check_runs("export", Operation.EXPORT)
        self._may.check_sees_everything("export")
        found = self._desk.export(customer)
        return self._hand_out("export", (one.complaint for one in found.records), found)

    def outbox(self, limit: int = 50, after: int = 0) -> tuple[OutboxEntry, ...]:
        """As `Desk.outbox`, of what is for complaints that the actor sees."""
        self._may.check_staff("outbox")
        return self._letters("outbox", self._desk.outbox, limit, after)

    def dead_letters(self, limit: int = 50, after: int = 0) -> tuple[OutboxEntry, ...]:
        """As `Desk.dead_letters`, for those who look after letters, of what is for complaints that the actor sees."""
        self._may.check_runs("dead_letters", Operation.LETTERS)
        return self._letters("dead_letters", self._desk.dead_letters, limit, after)

    def unreadable_letters(self) -> tuple[SetAside, ...]:
        """As `Desk.unreadable_letters`, for those who look after letters or mend records."""
        self._may.check_runs("unreadable_letters", Operation.LETTERS, Operation.MEND)
        return self._desk.unreadable_letters()

    def backlog(self, limit: int = 1000) -> Backlog:
        """As `Desk.backlog`, for those who run the desk."""
        self._may.check_runs("backlog", Operation.RUN)
        return self._desk.backlog(limit)

    def agenda(self, limit: int = 50) -> tuple[tuple[datetime, str], ...]:
        """As `Desk.agenda`, for those who run the desk."""
        self._may.check_runs("agenda", Operation.RUN)
        return self._desk.agenda(limit)

    def batches(self) -> tuple[Batch, ...]:
        """As `Desk.batches`, for those who read reports over everything."""
        self._may.check_runs("batches", Operation.REPORTS)
        found = self._desk.batches()
        self._audit.tell_ids("batches", (id for batch in found for id in batch.ids))
        return found

    def effects(self) -> tuple[ActionEffect, ...]:
        """As `Desk.effects`, for those who read reports over everything."""
        self._may.check_runs("effects", Operation.REPORTS)
        return self._hand_out("effects", (), self._desk.effects())

    def sample(self, since: datetime, until: datetime, *, seed: str, each: int = 3) -> tuple[Sampled, ...]:
        """As `Desk.sample`, for those who read reports over everything."""
        self._may.check_runs("sample", Operation.REPORTS)
        return self._hand_out("sample", (), self._desk.sample(since, until, seed=seed, each=each))

    def incident(self, name: str) -> Incident:
        """As `Desk.incident`, as far as the actor sees its complaints."""
        found = self._desk.incident(name)
        seen = tuple(one for one in found.members if self._is_seen(one.id))
        self._audit.tell("incident", tuple(self._see(one.id) for one in seen))
        return attrs.evolve(found, members=seen)

    def spikes(self, limit: int = 50) -> tuple[SpikeAlert, ...]:
        """As `Desk.spikes`, for those who read reports over everything."""
        self._may.check_runs("spikes", Operation.REPORTS)
        return self._hand_out("spikes", (), self._desk.spikes(limit))

    def respondents(self) -> tuple[Respondent, ...]:
        """As `Desk.respondents`, for those who read reports over everything."""
        self._may.check_runs("respondents", Operation.REPORTS)
        return self._hand_out("respondents", (), self._desk.respondents())

    def backtest(self, policy: Policy, *, at: datetime | None = None, people: People | None = None) -> Backtest:
        """As `Desk.backtest`, for those who read reports over everything."""
        self._may.check_runs("backtest", Operation.REPORTS)
        return self._hand_out("backtest", (), self._desk.backtest(policy, at=at, people=people))

    def replay_check(self, *, people: People | None = None) -> ReplayCheck:
        """As `Desk.replay_check`, for those who read reports over everything."""
        self._may.check_runs("replay_check", Operation.REPORTS)
        return self._hand_out("replay_check", (), self._desk.replay_check(people=people))

    def figures(self, /, *, anew: bool = False, **wanted: Any) -> Figures:
        """As `Desk.figures`, for those who read reports over everything."""
        self._may.check_runs("figures", Operation.REPORTS)
        found = self._desk.figures(anew=anew, **wanted)
        self._audit.tell_ids("figures", found.complaints)
        return found

    def regulator_return(self, regulator: str, /, *, anew: bool = False, **wanted: Any) -> RegulatorReturn:
        """As `Desk.regulator_return`, for those who read reports over everything."""
        self._may.check_runs("regulator_return", Operation.REPORTS)
        found = self._desk.regulator_return(regulator, anew=anew, **wanted)
        self._audit.tell_ids("regulator_return", found.complaints)
        return found

    def figures_many(self, asked: Iterable[Mapping[str, Any]], /, *, anew: bool = False) -> tuple[Figures, ...]:
        """As `Desk.figures_many`, for those who read reports over everything."""
        self._may.check_runs("figures_many", Operation.REPORTS)
        found = self._desk.figures_many(asked, anew=anew)
        self._audit.tell_ids("figures_many", dict.fromkeys(id for one in found for id in one.complaints))
        return found

    def read_link(self, token: str, *, customer: str = "") -> Link:
        """As `Desk.read_link`, for the customer whose link it is."""
        link = self._desk.read_link(token, customer=self._link_holder("read_link", customer))
        self._audit.tell_ids("read_link", (link.complaint,))
        return link

    def head(self) -> str:
        """As `Desk.head`, for those who check what is stored."""
        self._may.check_runs("head", Operation.CHECK)
        return self._desk.head()

    def changed(self, since: str = "") -> Changed:
        """As `Desk.changed`, for those who run the desk."""
        self._may.check_runs("changed", Operation.RUN)
        return self._desk.changed(since)

    def receipt(self, id: str, seq: int | None = None, *, anchor: str | None = None) -> LedgerReceipt:
        """As `Desk.receipt`; a customer names no event, and gets that of what they were told."""
        seen = self._see(id) if seq is None else self._see_as_staff("receipt", id)
        return self._hand_out("receipt", (seen,), self._desk.receipt(id, seq, anchor=anchor))

    def check_receipt(self, receipt: LedgerReceipt | str, *, anchor: str | None = None) -> CheckedReceipt:
        """As `Desk.check_receipt`, for those who check what is stored."""
        self._may.check_runs("check_receipt", Operation.CHECK)
        return self._desk.check_receipt(receipt, anchor=anchor)

    def check_integrity(
        self, id: str | None = None, anchor: str | Iterable[str] | None = None, *, since: str | None = None
    ) -> Integrity:
        """As `Desk.check_integrity`, for those who check what is stored."""
        self._may.check_runs("check_integrity", Operation.CHECK)
        return self._desk.check_integrity(id, anchor, since=since)

    # ── what the calls share

    def _hand_out(self, call: str, of: Iterable[Complaint], answer: T) -> T:
        """What the call answers about these complaints, once the auditors are told."""
        self._audit.tell(call, of)
        return answer

    def _audit_keys(self, call: str, keys: Iterable[str | None], space: Literal["form", "import"] = "form") -> None:
        """A call that receives tells nothing that the caller did not give, unless a key was used before."""
        if not self._audit.listens:
            return
        known = (self._desk.known(key, space=space) for key in keys if key is not None)
        before = (self._desk.get(id) for id in dict.fromkeys(known) if id is not None)
        if seen := tuple(filter(lambda one: self._may.sees(one.facts), before)):
            self._audit.tell(call, seen)

    def _check_actor(self, by: Actor | None) -> None:
        if by is not None and by != self._by:
            raise InvalidInput((Problem("by", by.id, f"{self._by.id}, who acts here, or nobody"),))

    def _mine(self, asked: Iterable[Asked]) -> tuple[Asked, ...]:
        """What is asked, by the actor alone, about nothing that they do not see."""
        several = tuple(asked)
        for one in several:
            self._check_actor(one.by)
            self._check_related(one.id or "", *one.commands)
        return several

    def _check_related(self, id: str, *commands: Command) -> None:
        """What a command to it names is seen too, so that no refusal tells what it is. Raises `NotFound`."""
        named = (one for command in commands for one in self._wanted(id, command).related_ids())
        for one in dict.fromkeys(one for one in named if one.strip()):
            self._see(one)

    def _wanted(self, id: str, command: Command) -> Command:
        """What the rules look at; the command itself where the desk will refuse it."""
        if not isinstance(command, AskApproval | Approve):
            return command
        try:
            complaint = self._desk.get(id) if isinstance(command, Approve) else Complaint.blank(id)
        except (NotFound, UnreadableRecord):
            return command
        return subject_of(command, complaint, self.commands)

    def _see(self, id: str) -> Complaint:
        """The complaint as it is. Raises `NotFound` where the actor does not see it."""
        try:
            return self._may.check_seen(self._desk.get(id))
        except UnreadableRecord:
            if self._may.reach() is None:
                raise
            raise NotFound(id) from None

    def _see_as_staff(self, call: str, id: str) -> Complaint:
        """The same, for a call that tells what is for staff. Raises `Refused` for a customer."""
        seen = self._see(id)
        self._may.check_staff(call, id)
        return seen

    def _seen(self, id: str) -> Complaint | None:
        """The same, or None where the actor does not see it."""
        try:
            return self._see(id)
        except NotFound:
            return None

    def _is_seen(self, id: str) -> bool:
        return self._seen(id) is not None

    def _show(self, complaint: Complaint) -> Complaint:
        """What the actor gets of a complaint: nothing of one that they do not see but that it is there."""
        if self._by.is_customer or not self._may.sees(complaint.facts):
            return _public(complaint)
        shown = self._may.mask(complaint.facts).complaint(complaint)
        alike = self._seen_of(shown.duplicates)
        if alike == shown.duplicates:
            return shown
        return attrs.evolve(shown, facts=msgspec.structs.replace(shown.facts, duplicates=alike))

    def _without_unseen(self, event: Event) -> Event:
        """The event without the complaints that this one may repeat, where they are not seen."""
        named: tuple[str, ...] = event.changes.get("duplicates", ())
        alike = self._seen_of(named)
        if alike == named:
            return event
        return msgspec.structs.replace(event, changes={**event.changes, "duplicates": alike})

    def _seen_of(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Those of these complaints that the actor sees; whoever sees all needs no look at them."""
        return ids if self._may.reach() is None else tuple(filter(self._is_seen, ids))

    def _steps(self, steps: tuple[Step, ...], facts: Facts) -> tuple[Step, ...]:
        if self._by.is_customer:
            every = (self.lifecycle, *self.former)
            theirs = {row.kind for one in every for row in one.table if CUSTOMER in row.who}
            return tuple(step for step in steps if step.command in theirs)
        shown = dict[str, Complaint]()  # nearly all steps are about one complaint

        def show(complaint: Complaint) -> Complaint:
            if complaint.id not in shown:
                shown[complaint.id] = self._show(complaint)
            return shown[complaint.id]

        return tuple(step.shown(self._may.discreet(step.refusals, facts), show) for step in steps)

    def _answer(self, act: Callable[[], Complaint], facts: Facts) -> Complaint:
        """What a command returned, as the actor gets it. Its refusals tell no amounts to those who see none."""
        try:
            return self._show(act())
        except Refused as refused:
            raise self._discreet(refused, facts) from None

    def _discreet(self, refused: Refused, facts: Facts) -> Refused:
        refusals = self._may.discreet(refused.refusals, facts)
        return Refused(refused.complaint_id, refused.command, refusals)

    def _told(self, answer: Answer) -> Answer:
        if isinstance(answer, Refused):
            return self._discreet(answer, Facts())
        return self._show(answer) if isinstance(answer, Complaint) else answer

    def _told_row(self, answer: RowAnswer) -> RowAnswer:
        if isinstance(answer, tuple):
            return self._show(answer[0]), answer[1]
        return self._discreet(answer, Facts()) if isinstance(answer, Refused) else answer

    def _link_holder(self, call: str, customer: str) -> str:
        """The customer who clicked: the actor. Raises `Refused` for anybody else."""
        if self._by.is_system:
            return customer
        if not self._by.is_customer or customer not in {"", self._by.id}:
            raise self._may.refuse("", call, Refusal.of("link-of-this-customer"))
        return self._by.id

    def _sources(self, answers: Mapping[str, Iterable[FoundAnswer]]) -> Iterator[Complaint]:
        """The complaints from which the answers come."""
        refs = dict.fromkeys(one.ref for several in answers.values() for one in several)
        yield from filter(None, map(self._seen, refs))

    def _may_read(self, answer: FoundAnswer) -> bool:
        """Whether an answer comes from no complaint, or from one that the actor sees."""
        try:
            return self._may.sees(self._desk.get(answer.ref).facts)
        except NotFound:
            return True  # it is the name of a page
        except UnreadableRecord:
            return self._may.reach() is None

    def _letters(
        self, call: str, read: Callable[[int, int], tuple[OutboxEntry, ...]], limit: int, after: int
    ) -> tuple[OutboxEntry, ...]:
        """So many letters of what the actor sees, whatever lies between them."""
        found = list[tuple[Complaint, OutboxEntry]]()
        while len(found) < limit and (page := read(limit, after)):
            found += [(seen, entry) for entry in page if (seen := self._seen(entry.message.complaint)) is not None]
            after = page[-1].number
        shown = tuple(self._may.mask(seen.facts).letter(entry) for seen, entry in found[:limit])
        return self._hand_out(call, (seen for seen, _ in found[:limit]), shown)


def _public(complaint: Complaint) -> Complaint:
    """That there is such a complaint, and where it stands, as its customer may know it."""
    facts, state = complaint.facts, shown_state(complaint)
    public = Facts(state=state, customer=facts.customer, channel=facts.channel, order=facts.order)
    card = encode_json({"received_at": complaint.received_at})
    return Complaint(complaint.id, complaint.version, public, card=card, hidden=EVERY_PART)
