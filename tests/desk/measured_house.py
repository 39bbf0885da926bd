"""A house with real cases: incidents that go through the states of their log, and complaints of the public database.

Everything happens in the order of time, on one desk. What is refused is left out: a log knows no guards.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain, count, groupby
from pathlib import Path
from typing import NamedTuple

import attrs

from complaintflow import (
    Action,
    Actor,
    Customer,
    Desk,
    NotPossible,
    Option,
    Policy,
    Refused,
    Said,
    Signals,
    commands as c,
)
from complaintflow.intakes import CfpbIntake, open_csv, sample_csv
from complaintflow.plugins import Incoming
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Touches

LOG = Path(__file__).parents[1] / "data" / "uci_incident_sample.csv"
BEGIN = datetime(2016, 2, 1, tzinfo=UTC)
SYSTEM, LI, WANG = (
    Actor.system(),
    Actor("li", {"agent", "lead", "manager"}, "service"),
    Actor("wang", {"agent"}, "service"),
)
BOT = Actor("machine:bot", {"agent"}, "service")
POLICY = Policy.from_toml('language = "en"\nzone = "Europe/Berlin"\ncare_causes = ["process gap"]')
_FAR = timedelta(days=300)
_BETTER = ("process", "product")
_URGENCY = {"1": "critical", "2": "blocked", "3": "routine"}
_IMPACT = {"1": "many", "2": "some", "3": "one"}


class Act(NamedTuple):
    """Something that happens to a case: when, in which order, to which, what, and by whom."""

    at: datetime
    order: int
    key: str
    command: c.Command | None
    by: Actor


_ORDER = count()


def act(at: datetime, key: str, command: c.Command | None, by: Actor = LI) -> Act:
    return Act(at, next(_ORDER), key, command, by)


@attrs.define
class House:
    """A desk whose clock goes from act to act."""

    clock: FrozenClock = attrs.field(factory=lambda: FrozenClock(BEGIN))
    desk: Desk = attrs.field(init=False)
    ids: dict[str, str] = attrs.field(factory=dict[str, str])
    done: int = 0

    def __attrs_post_init__(self) -> None:
        self.desk = Desk.open("memory://", clock=self.clock, policy=POLICY)

    def live(self, acts: Iterable[Act], looks: timedelta = timedelta(days=60)) -> None:
        """Everything in its time; the desk looks at its clocks now and then, and messages arrive at once."""
        next_look = BEGIN
        for one in acts:
            self.clock.now = max(self.clock.now, one.at)
            if one.at >= next_look:
                self.desk.tick(believe=True)
                next_look = one.at + looks
            self._do(one)

    def _do(self, one: Act) -> None:
        if isinstance(one.command, c.Receive):
            row = Incoming(one.order + 1, one.key, one.command)
            complaint, _ = self.desk.receive_row(row)
            self.ids[one.key] = complaint.id
            return
        command = one.command
        if isinstance(command, c.Merge):
            command = c.Merge(self.ids[command.into])
        commands = [command] if command else [*self._receipts(one.key)]
        try:
            if commands:
                self.desk.do(self.ids[one.key], *commands, by=one.by)
            self.done += 1
        except (Refused, NotPossible):
            pass

    def _receipts(self, key: str) -> Iterator[c.Command]:
        for message in sorted(self.desk.get(self.ids[key]).facts.open_messages):
            yield c.Receipt(message, "delivered")


def incidents(every: int) -> Iterator[Act]:
    """One of so many incidents of the log."""
    with LOG.open(encoding="utf-8") as file:
        cases = [list(rows) for _, rows in groupby(csv.DictReader(file), lambda row: row["number"])]
    for place, rows in enumerate(cases):
        if place % every == 0:
            yield from _incident(place, rows)


def _incident(place: int, rows: list[dict[str, str]]) -> Iterator[Act]:
    key, first = rows[0]["number"], rows[0]
    opened = datetime.fromisoformat(first["opened_at"]).replace(tzinfo=UTC)
    who = Customer(
        f"u-{place}", tier="vip" if place % 9 == 0 else "ordinary", contact={"email": f"u{place}@example.com"}
    )
    yield act(
        opened,
        key,
        c.Receive(
            "phone" if first["contact_type"] == "Phone" else "email", who, f"incident {key} of {first['category']}",
            order=key, category=first["category"], region=f"Region {place % 4}", product=f"System {place % 7}",
        ),
        SYSTEM,
    )  # fmt: skip
    at, before, awaited, referred, asked = opened, "", False, 0, count(1)
    for number, row in enumerate(rows):
        at = max(at, datetime.fromisoformat(row["updated_at"]).replace(tzinfo=UTC))
        if awaited:
            yield act(at, key, c.Answer({"device": f"PC {number}"}), Actor.customer(who.id))
            awaited = False
        state = row["incident_state"]
        if state == "Active":
            yield from _active(key, at, row, before, who.id)
        elif state == "Awaiting User Info":
            yield act(at, key, c.AskCustomer({"device": f"Which device is it, for question {next(asked)}?"}))
            yield act(at + timedelta(minutes=1), key, None, SYSTEM)
            awaited = True
        elif state.startswith("Awaiting"):
            referred += 1
            yield act(at, key, c.Refer("vendor", f"please look into it, {referred}", at + _FAR, at + _FAR))
        elif state == "Resolved":
            if referred:
                yield act(at, key, c.PartyReply(f"R{referred}", "it was a cable"))
            yield from _resolved(key, at, number, place)
        elif state == "Closed":
            yield from _closed(key, at, place, who.id)
        before = state


def _active(key: str, at: datetime, row: dict[str, str], before: str, customer: str) -> Iterator[Act]:
    team = row["assignment_group"]
    if before == "Resolved":
        yield act(at, key, c.Dispute(Said("it is still broken", "phone", "call-2", "li")), Actor.customer(customer))
    elif before == "Closed":
        yield act(at, key, c.Reopen("it came back"))
    signals = Signals(urgency=_URGENCY[row["urgency"][0]], impact=_IMPACT[row["impact"][0]])
    kind = ("fault", "service", "inquiry")[len(team) % 3]
    yield act(
        at,
        key,
        c.Triage(kind, "login" if len(key) % 2 else "payment", signals, team, "see the log", "no work", (), "none"),
    )
    yield act(at + timedelta(minutes=3), key, c.Acknowledge("We have recorded your incident", at + _FAR), BOT)
    yield act(
        at + timedelta(minutes=20),
        key,
        c.Update("customer", f"Your incident of {at:%d %B}", None, "We look at the log", "We call the team", at + _FAR),
    )
    yield act(at + timedelta(minutes=25), key, c.AddTask("look at the log", "qian", at + timedelta(days=4), "network"))
    yield act(at + timedelta(hours=7), key, c.FinishTask("T1", Touches.NOTHING, "nothing odd"))


def _resolved(key: str, at: datetime, number: int, place: int) -> Iterator[Act]:
    yield act(at, key, c.Resolve(f"replaced, {number}", Touches.OWN_SYSTEM))
    yield act(at + timedelta(minutes=5), key, c.Verify(True, "test", "it works now"), WANG)
    told = c.Notify(
        f"Your incident {number}", None, "We replaced the part", "Please try again", at + _FAR, "a part was broken"
    )
    yield act(at + timedelta(minutes=9), key, told)
    yield act(at + timedelta(minutes=10), key, None, SYSTEM)
    if place % 4 == 1:
        yield act(at + timedelta(minutes=30), key, c.Hear(Said("one more thing, please", "phone", "call-3", "li")))
        yield act(
            at + timedelta(hours=2),
            key,
            c.Update("customer", f"Your other thing {number}", None, "We looked", "We write", at + _FAR),
        )


def _closed(key: str, at: datetime, place: int, customer: str) -> Iterator[Act]:
    if place % 5:
        yield act(at, key, c.Confirm(Said("it works, thank you", "phone", "call-1", "li")), Actor.customer(customer))
    yield act(at, key, c.Close())
    yield act(at + timedelta(minutes=1), key, None, SYSTEM)
    yield act(at + timedelta(hours=1), key, c.Survey(place % 5 + 1, place % 11), Actor.customer(customer))
    yield act(
        at + timedelta(hours=2), key, c.LabelCause("product defect-network" if place % 3 else "process gap-network")
    )
    if place % 6 == 0:
        yield act(at + timedelta(hours=3), key, c.Archive())
    if place % 6 == 1:
        better = [Action(f"two look at it, {n}", "wang", (at + _FAR).date(), kind) for n, kind in enumerate(_BETTER)]
        whys = ("it was late", "nobody looked")
        yield act(at + timedelta(hours=3), key, c.Retrospect(whys, "told early", "no contact", tuple(better)))
        yield act(at + timedelta(hours=4), key, c.CancelTask("T2", "nobody needs it"))


def complaints(every: int) -> Iterator[Act]:
    """One of so many complaints of the public database, each with some deeds of its own."""
    with open_csv(sample_csv()) as file:
        rows = [row for row in CfpbIntake().read(file) if isinstance(row, Incoming)]
    taken = [row for place, row in enumerate(rows) if place % every == 0]
    for place, row in enumerate(taken):
        yield from _complaint(place, row, taken)


def _complaint(place: int, row: Incoming, all: list[Incoming]) -> Iterator[Act]:
    at, key, command = BEGIN + timedelta(hours=9 * place, minutes=7), row.key, row.command
    if place % 10 == 9:  # the same customer again
        yield act(at, key, attrs.evolve(command, customer=all[place - 1].command.customer), SYSTEM)
        yield act(at + timedelta(hours=5), key, c.Merge(all[place - 1].key))
        yield from [act(at + timedelta(hours=9), key, c.Unmerge())] if place % 20 == 19 else []
        return
    yield act(at, key, command, SYSTEM)
    yield from _sorted(key, at, place)
    yield from _pay(key, at + timedelta(hours=8), place) if place % 4 == 0 else ()
    yield from _over(key, at, place, command.customer.id)


def _sorted(key: str, at: datetime, place: int) -> Iterator[Act]:
    """Triaged, and perhaps answered, which may be taken back, handed on and graded down."""
    hazards = frozenset({"funds_lost"}) if place % 12 == 0 else frozenset[str]()
    kind = ("billing", "fault", "service", "inquiry")[place % 4]
    yield act(at + timedelta(hours=2), key, c.Triage(kind, "refund", Signals(hazards=hazards), "payments"))
    if place % 3:
        yield act(at + timedelta(hours=3), key, c.Acknowledge("We have recorded your complaint", at + _FAR))
    if place % 6 == 1:  # it was said to the wrong customer, and never sent
        yield act(at + timedelta(hours=3, seconds=9), key, c.Recall("M1", "it names another order"))
    if place % 4 == 1:
        yield act(at + timedelta(hours=3, minutes=30), key, c.Call("We called about the fee", "she knows"))
    if place % 8 == 1:
        yield act(at + timedelta(hours=5), key, c.Retract("P1", "that was another customer"))
    if place % 7 == 0:
        yield act(at + timedelta(hours=4), key, c.RecordVulnerability("age"))
    if place % 5 == 0:
        yield act(at + timedelta(hours=6), key, c.Handoff("risk", "see the account", "money is gone", (), "none"))
        yield act(at + timedelta(hours=7), key, c.Regrade("C", "less than it seemed"))


def _over(key: str, at: datetime, place: int, customer: str) -> Iterator[Act]:
    """Withdrawn, declined or solved, and perhaps back again."""
    who = Actor.customer(customer)
    if place % 11 == 1:
        yield act(at + timedelta(days=2), key, c.Withdraw(Said("never mind", "phone", "call-9", "li")), who)
    elif place % 11 == 2:
        yield act(at + timedelta(days=2), key, c.Decline("It was never ordered here", "You may ask the bureau"))
        yield act(at + timedelta(days=3), key, c.Dispute(Said("it was ordered there", "phone", "call-4", "li")), who)
    elif place % 2:
        yield from _resolved(key, at + timedelta(days=3), 1, place)
        yield from _closed(key, at + timedelta(days=4), place, customer)
    if place % 8 == 1:
        yield act(at + timedelta(days=9), key, c.Reopen("it came back"))


def _pay(key: str, at: datetime, place: int) -> Iterator[Act]:
    """Identity, a wish, and its approval."""
    yield act(at, key, c.AddEvidence("identity", "passport", "name and number agree"))
    yield act(at, key, c.CheckEvidence("E1", "genuine"))
    currency = "CNY" if place % 8 else "USD"
    yield act(at, key, c.Propose((Option("coupon", "terms 7", "at once", "none", "accepts"),)))
    yield act(at, key, c.Agree("O1", Said("yes", "phone", "call-5", "li")))
    yield act(at, key, c.Compensate("coupon", f"{place % 90 + 1}.50", currency, at + _FAR, "any order, 90 days"))
    yield act(at + timedelta(hours=1), key, c.ApproveCompensation("C1"))


def build(every: int) -> House:
    """Both, together on one desk."""
    house = House()
    house.live(sorted(chain(incidents(every), complaints(every))))
    return house
