"""A town of customers and staff: people write, write again from elsewhere, file twice, and mails come back.

Nothing here looks at facts to judge. `judge` gives every raw history to the oracle, which knows silence and the ways
in which a word of the customer comes.
"""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta
from pathlib import Path

import attrs

from complaintflow import Actor, Complaint, ComplaintflowError, Customer, Desk, Lifecycle, Policy, commands as c
from complaintflow.desk import builtin
from complaintflow.inbound import Bounce, Reply
from complaintflow.plugins import Channel, Host, Message, Store, hookimpl
from complaintflow.stores import MemoryStore, SqliteStore
from complaintflow.testing import FrozenClock, RecordingChannel
from complaintflow.vocabulary import State
from tests import stories as s
from tests.desk.oracle import audit

__all__ = ["KINDS", "Town"]

STAFF = (s.LI, s.WANG, s.LEAD, s.MANAGER, s.ENGINEER, s.SYSTEM)
WORDS = ("还是没有到账", "谢谢", "招行1234", "When do I get it?", "好的", "Thanks!\n\nLi Wei", "没解决")
PEOPLE = 5

Way = tuple[str, float]


@attrs.define
class Ways:
    """The ways to the customers."""

    mail: RecordingChannel = attrs.field(factory=RecordingChannel)
    sms: RecordingChannel = attrs.field(factory=RecordingChannel)
    app: RecordingChannel = attrs.field(factory=RecordingChannel)

    @hookimpl
    def channels(self) -> dict[str, Channel]:
        return {"email": self.mail, "sms": self.sms, "app": self.app}

    @property
    def sent(self) -> list[Message]:
        """Everything that went out, by whatever way."""
        return [*self.mail.sent, *self.sms.sent, *self.app.sent]


@attrs.define
class Town:
    """A desk whose customers and staff act by chance."""

    chance: random.Random
    path: Path | None = None
    clock: FrozenClock = attrs.field(factory=FrozenClock)
    ways: Ways = attrs.field(factory=Ways)
    desk: Desk = attrs.field(init=False)
    ids: list[str] = attrs.field(factory=list[str])
    did: Counter[str] = attrs.field(factory=Counter[str])
    _store: Store = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self._store = SqliteStore(self.path, synchronous="OFF") if self.path else MemoryStore()
        self.desk = self._open(Policy())

    def _open(self, policy: Policy) -> Desk:
        return Desk(self._store, Lifecycle.default(policy), Host([builtin, self.ways]), self.clock)

    # ── time

    def live(self, steps: int) -> None:
        """So many things happen; between them minutes or days pass, and the desk looks and sends."""
        acts = (*self._customers_do, *self._staff_do, *self._town_does)
        weights = [weight for _, weight in acts]
        self.files()
        for _ in range(steps):
            self.clock.later(minutes=self.chance.choice([1, 20, 240, 1440, 4400]))
            act = self.chance.choices([name for name, _ in acts], weights)[0]
            getattr(self, act)()
            if self.chance.random() < 0.6:
                self.desk.tick()
            if self.chance.random() < 0.8:
                self.desk.deliver()

    def judge(self) -> Counter[str]:
        """Judge all that happened by the raw histories, and count it."""
        found = Counter(self.did)
        for id in self.ids:
            history = self.desk.history(id)
            customer = Actor.customer(history[0].changes["customer"])
            audit(history, (*STAFF, customer))
            found.update(event.kind for event in history)
            found["closed by silence"] += any(
                event.kind == "Close" and event.changes.get("ground") == "silent" for event in history
            )
        assert self.desk.check_integrity().sound
        return found

    # ── what customers do

    _customers_do: tuple[Way, ...] = (
        ("files", 3),
        ("files_again", 2),
        ("replies", 4),
        ("writes_from_elsewhere", 3),
        ("says", 3),
    )

    def files(self) -> None:
        """A new grievance."""
        self._receive(f"u-{self.chance.randrange(PEOPLE)}", f"A-{len(self.ids)}")

    def files_again(self) -> None:
        """The same grievance by another way."""
        before = self._one()
        if before:
            self._receive(before.facts.customer, before.facts.order)

    def _receive(self, customer: str, order: str) -> None:
        who = Customer(customer, contact={"email": f"{customer}@example.com", "phone": f"+86138{len(customer):08}"})
        channel = self.chance.choice(["email", "app"])
        command = s.receive(customer=who, order=order, channel=channel, type="billing", area="payment")
        self.ids.append(self.desk.receive(command, by=s.SYSTEM).id)

    def replies(self) -> None:
        """A mail from the customer's own address."""
        self._hear(lambda one: f"{one.facts.customer}@example.com")

    def writes_from_elsewhere(self) -> None:
        """A mail from an address that nobody proved."""
        self._hear(lambda one: f"{one.facts.customer}.private@example.org")

    def _hear(self, address: object) -> None:
        one = self._one()
        if one is None:
            return
        sender = address(one) if callable(address) else str(address)
        came = Reply(f"r{self.clock.now}", sender, self.chance.choice(WORDS), self.clock.now, complaint=one.id)
        self.did[f"heard: {self.desk.hear(came).disposition}"] += 1

    def says(self) -> None:
        """Something that the rules know."""
        one = self._one()
        if one is None:
            return
        said = self.chance.choice([
            c.Confirm(s.HEARD), c.Dispute(s.HEARD), c.Answer({"card": "1234"}, s.HEARD), c.Reopen("it is back"),
            c.AddEvidence("picture", "phone", "two captures"), c.Hear(s.HEARD), c.Agree("O1", s.HEARD),
        ])  # fmt: skip
        self._try(one.id, said, Actor.customer(one.facts.customer))

    # ── what staff do

    _staff_do: tuple[Way, ...] = (("solves", 6), ("asks", 3), ("answers", 2), ("closes", 1), ("marks", 1), ("plans", 1))

    def solves(self) -> None:
        """From the triage to the notice, as far as the rules allow."""
        one = self._one()
        if one is None:
            return
        soon = self.clock.now + timedelta(days=9)
        for command, by in (
            (s.triage(), s.LI),
            (c.AddEvidence("log", "gateway", "two captures"), s.LI),
            (c.CheckEvidence(f"E{one.facts.evidence + 1}", "agrees with the ledger"), s.LI),
            (c.Resolve("the second payment is reversed", s.OWN), s.LI),
            (s.PASSED, s.WANG),
            (s.notice(f"at {self.clock.now}", next_at=soon), s.LI),
        ):
            self._try(one.id, command, by)

    def asks(self) -> None:
        self._try_on_one(c.AskCustomer({f"card {self.clock.now}": "Which card did you pay with?"}), s.LI)

    def answers(self) -> None:
        self._try_on_one(s.update(f"at {self.clock.now}", next_at=self.clock.now + timedelta(days=9)), s.LI)

    def closes(self) -> None:
        self._try_on_one(c.Close(), s.LI)

    def marks(self) -> None:
        self._try_on_one(c.NoReplyNeeded("they only thanked us"), s.LI)

    def plans(self) -> None:
        one = self._one()
        if one is not None:
            self._try(one.id, s.triage(), s.LI)
            self._try(one.id, attrs.evolve(s.plan(), expected_by=self.clock.now + timedelta(days=90)), s.LI)

    # ── what else happens

    _town_does: tuple[Way, ...] = (("bounces", 4), ("merges", 2), ("unmerges", 1), ("migrates", 1), ("waits", 3))

    def bounces(self) -> None:
        """A mail server gives up on something that went out, perhaps days ago."""
        mails = self.ways.mail.to_customers
        if mails:
            mail = self.chance.choice(mails[-6:])
            heard = self.desk.hear(Bounce(f"b{self.clock.now}", mail.key, "550 no such user"))
            self.did[f"bounced: {heard.disposition}"] += 1

    def merges(self) -> None:
        one = self._one()
        if one is not None:
            mates = [id for id in self.ids if id != one.id and self.desk.get(id).facts.customer == one.facts.customer]
            if mates:
                self._try(one.id, c.Merge(self.chance.choice(mates)), s.LI)

    def unmerges(self) -> None:
        """The latest merge was a mistake."""
        merged = [id for id in self.ids if self.desk.get(id).state == State.MERGED]
        for id in merged[-1:]:
            self._try(id, c.Unmerge(), s.LI)

    def migrates(self) -> None:
        """The house changes a number, and takes what is open along."""
        policy = Policy.from_toml(f"duplicate_days = {self.chance.randint(20, 40)}")
        self.desk = self._open(policy)
        self.did["migrated"] += len(self.desk.migrate(by=s.MANAGER, reason="a new year"))

    def waits(self) -> None:
        """Nobody does anything for days."""
        for _ in range(self.chance.randint(1, 8)):
            self.clock.later(hours=24)
            self.desk.tick()
            self.desk.deliver()

    # ── one of them

    def _one(self) -> Complaint | None:
        """One of the latest complaints."""
        return self.desk.get(self.chance.choice(self.ids[-6:])) if self.ids else None

    def _try_on_one(self, command: c.Command, by: Actor) -> None:
        one = self._one()
        if one is not None:
            self._try(one.id, command, by)

    def _try(self, id: str, command: c.Command, by: Actor) -> None:
        """Ask for it; a refusal is an answer like any other."""
        try:
            self.desk.do(id, command, by=by)
        except ComplaintflowError as error:
            self.did[f"not: {type(error).__name__}"] += 1


KINDS = (
    "closed by silence",
    "Merge",
    "Unmerge",
    "Migrate",
    "Hear",
    "Note",
    "ComplainAgain",
    "NoReplyNeeded",
    "Decline",
)
"""What must happen, or the town was too quiet."""
