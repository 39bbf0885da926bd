"""Before a rule changes, a house sees what its own history would have been under it."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

import attrs
import pytest

from complaintflow import Actor, Complaint, ComplaintflowError, Customer, Desk, Lifecycle, Policy, commands as c
from complaintflow.desk import builtin
from complaintflow.desk.backtesting import Backtest
from complaintflow.lifecycle import LifecycleBuilder
from complaintflow.plugins import Host, Store
from complaintflow.policy import Role
from complaintflow.policy.access import ROLES
from complaintflow.policy.calls import Calls
from complaintflow.stores import MemoryStore
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import Grade, Remedy, State, Touches
from tests import stories as s
from tests.desk.town import Town, Ways
from tests.stores.desks import told

STAFF = {one.id: one for one in (s.LI, s.WANG, s.LEAD, s.MANAGER, s.ENGINEER)}
QUICK = Policy.from_toml(
    """
    [closing]
    silent_after = "30h"
    [promises]
    medium_closed = "6h"
    low_answered = "12h"
    first_response_asynchronous = "4h"
    """
)


def due_times(desk: Desk, until: datetime) -> Iterator[datetime]:
    """When the clocks of a desk have something to do, by its agenda."""
    while (found := desk.agenda(1)) and found[0][0] <= until:
        yield found[0][0]


@attrs.define
class Worker:
    """Ticks a desk whenever something is due, as a worker that never sleeps. Where it delivers, no letter waits."""

    desk: Desk
    clock: FrozenClock
    delivers: bool = False

    def work_until(self, until: datetime) -> None:
        for due in due_times(self.desk, until):
            self.clock.now = max(self.clock.now, due)
            if not self.desk.tick(believe=True).checked:
                break
            if self.delivers:
                self.desk.deliver()
        self.clock.now = until


class BusyClock(FrozenClock):
    """A clock that never passes a due time without a tick."""

    desk: Desk | None = None

    def later(self, **span: float) -> datetime:
        until = self.now + timedelta(**span)
        if self.desk is not None:
            Worker(self.desk, self).work_until(until)
        self.now = until
        return until


class BusyTown(Town):
    """A town whose worker never sleeps, so that nothing is done late: a late tick is no rule and cannot be retold."""

    def migrates(self) -> None:
        """Not here: all is told again under one policy."""

    def waits(self) -> None:
        for _ in range(self.chance.randint(1, 8)):
            self.clock.later(hours=24)
            self.desk.deliver()

    def live(self, steps: int) -> None:
        acts = (*self._customers_do, *self._staff_do, *self._town_does)
        names, weights = zip(*acts, strict=True)
        self.files()
        for _ in range(steps):
            self.clock.later(minutes=self.chance.choice([1, 20, 240, 1440, 4400]))
            getattr(self, self.chance.choices(names, weights)[0])()
            self.clock.later(seconds=1)
            if self.chance.random() < 0.8:
                self.desk.deliver()
            self.clock.later(seconds=1)


def lived(seed: int, steps: int) -> BusyTown:
    clock = BusyClock()
    town = BusyTown(random.Random(seed), clock=clock)
    clock.desk = town.desk
    town.live(steps)
    return town


def assert_same(town: BusyTown) -> None:
    found = town.desk.backtest(town.desk.policy, people=STAFF.get)
    assert found.told == tuple(sorted(found.told, key=lambda id: town.desk.get(id).received_at))
    assert set(found.told) == set(town.ids)
    assert (found.differences, found.unrepeated) == ((), ())


@pytest.mark.parametrize("seed", [1, 3])
def test_under_the_same_policy_a_town_is_told_again_as_it_was(seed: int) -> None:
    """Else a difference that a backtest shows may be one of the telling, and the house would change the wrong rule."""
    assert_same(lived(seed, 25))


@pytest.mark.explore
@pytest.mark.parametrize("seed", range(8))
def test_many_towns_are_told_again_as_they_were(seed: int) -> None:
    assert_same(lived(seed, 80))


# ── a forecast, and what happened


PEOPLE = 3


@attrs.frozen
class Done:
    """Something that came in, or was done: how long after the season began, for which complaint, what, and by whom."""

    after: timedelta
    whose: int
    command: c.Command
    by: str


def plan_season(chance: random.Random) -> list[Done]:
    """What customers and staff would like to do in a season."""
    found = [
        Done(timedelta(hours=chance.randint(0, 48)), who, s.receive(order=f"A-{who}", type="billing"), "system")
        for who in range(PEOPLE)
    ]
    texts = ("还是没有到账", "When do I get it?", "好的")
    for first in list(found):
        at, solver = first.after, chance.choice(["li", "wang"])
        wishes = [
            (s.triage(), "li"), (c.AddEvidence("log", "gateway", "two captures"), "li"),
            (c.CheckEvidence("E1", "agrees with the ledger"), "li"), (c.Resolve("reversed", s.OWN), solver),
            (s.PASSED, "wu"), (s.notice("it is reversed"), "li"), (c.Hear(s.HEARD), "customer"),
            (s.update(chance.choice(texts)), "li"), (c.Confirm(s.HEARD), "customer"), (c.Close(), "li"),
        ]  # fmt: skip
        for command, by in wishes:
            at += timedelta(hours=chance.choice([0.2, 3, 20, 50]))
            if chance.random() < 0.8:
                found.append(Done(at, first.whose, command, by))
    return sorted(found, key=lambda one: (one.after, one.whose))


@attrs.define
class House:
    """A desk that lives seasons."""

    weeks: int
    store: Store = attrs.field(factory=MemoryStore)
    clock: FrozenClock = attrs.field(factory=FrozenClock)
    ways: Ways = attrs.field(factory=Ways)

    def open(self, policy: Policy) -> Desk:
        return Desk(self.store, Lifecycle.default(policy), Host([builtin, self.ways]), self.clock)

    def live(self, policy: Policy, wishes: list[Done], names: str) -> tuple[list[str], list[Done]]:
        """Live a season: the ids of its complaints, and what of the wishes was done."""
        desk, begun, ids, done = self.open(policy), self.clock.now, dict[int, str](), list[Done]()
        worker = Worker(desk, self.clock, delivers=True)
        for wish in wishes:
            worker.work_until(begun + wish.after)
            try:
                self._act(desk, wish, ids, f"{names}-{wish.whose}")
            except ComplaintflowError:
                continue
            done.append(wish)
            worker.work_until(self.clock.now + timedelta(seconds=1))
            desk.deliver()
        worker.work_until(begun + timedelta(weeks=self.weeks))
        return [ids[one] for one in sorted(ids)], done

    @staticmethod
    def _act(desk: Desk, wish: Done, ids: dict[int, str], customer: str) -> None:
        if isinstance(wish.command, c.Receive):
            who = Customer(customer, contact={"email": f"{customer}@example.com"})
            ids[wish.whose] = desk.receive(attrs.evolve(wish.command, customer=who, channel="email"), by=s.SYSTEM).id
            return
        by = Actor.customer(customer) if wish.by == "customer" else STAFF[wish.by]
        desk.do(ids[wish.whose], wish.command, by=by)


def closed_after(desk: Desk, id: str, begun: datetime) -> timedelta | None:
    """How long after a time a complaint was closed, if it was."""
    return next((event.at - begun for event in desk.history(id) if event.state == State.CLOSED), None)


def breaches(desk: Desk, id: str, begun: datetime, at: datetime) -> set[tuple[str, timedelta]]:
    """The runs of clocks that missed their time, and when."""
    found = [one.deadline for one in desk.explain(id, at=at)]
    return {(str(one.key), one.missed[0] - begun) for one in found if one.missed}


def forecast_closing(found: Backtest, complaint: Complaint, was: timedelta | None, begun: datetime) -> timedelta | None:
    """When it would be closed, by the backtest."""
    for one in found.differences:
        if (one.complaint, one.what) == (complaint.id, "ended"):
            return datetime.fromisoformat(one.retold) - begun if one.retold else None
    return was


LONGER = [pytest.param(seed, 4, marks=pytest.mark.explore) for seed in range(3, 40)]


@pytest.mark.parametrize(("seed", "weeks"), [(2, 1), (7, 4), *LONGER])
def test_the_forecast_is_what_happens_when_the_policy_is_really_changed(seed: int, weeks: int) -> None:
    """One season is lived under the old policy, and the next, in which people do the same, under the new one."""
    house, wishes = House(weeks), plan_season(random.Random(seed))
    first = house.clock.now
    before, done = house.live(Policy(), wishes, "first")
    desk = house.open(Policy())
    found = desk.backtest(QUICK, people=STAFF.get)
    closed = [closed_after(desk, id, first) for id in before]
    missed = [breaches(desk, id, first, house.clock.now) for id in before]
    second = house.clock.now
    after, repeated = house.live(QUICK, done, "second")
    new = house.open(QUICK)
    refused = [one for one in done if one not in repeated]
    assert [(one.complaint, one.at - first, one.command) for one in found.unrepeated] == [
        (before[one.whose], one.after, type(one.command).__name__) for one in refused
    ]
    for old, real, was, late in zip(before, after, closed, missed, strict=True):
        assert forecast_closing(found, desk.get(old), was, first) == closed_after(new, real, second)
        assert forecast_breaches(found, old, late, first) == breaches(new, real, second, house.clock.now)


def forecast_breaches(
    found: Backtest, id: str, was: set[tuple[str, timedelta]], begun: datetime
) -> set[tuple[str, timedelta]]:
    """What would be missed, by the backtest."""
    missed = dict(was)
    for one in found.differences:
        if (one.complaint, one.what) == (id, "breach"):
            missed.pop(one.run, None)
            if one.retold:
                missed[one.run] = datetime.fromisoformat(one.retold) - begun
    return set(missed.items())


# ── what it says, and what it leaves alone


def billed(desk: Desk, customer: str = "u-17") -> str:
    """A complaint that is triaged and graded C."""
    who = Customer(customer, contact={"email": f"{customer}@example.com"})
    id = desk.receive(s.receive(customer=who, type="billing", area="payment", order=customer), by=s.SYSTEM).id
    return desk.do(id, s.triage(), by=s.LI).id


def test_it_changes_nothing_and_sends_nothing(desk: Desk) -> None:
    """A house asks about its live record."""
    id = billed(desk)
    before, letters, head = desk.get(id), desk.outbox(), desk.head()
    desk.backtest(QUICK)
    assert (desk.get(id), desk.outbox(), desk.head()) == (before, letters, head)


def test_what_another_policy_refuses_is_told_with_its_reasons(desk: Desk) -> None:
    """Who makes a rule stricter sees whom it would have stopped, and why."""
    id = billed(desk)
    desk.do(id, c.Compensate(Remedy.POINTS, 30, "CNY"), by=s.LI)
    desk.do(id, c.Note("the customer called twice"), by=s.LI)
    strict = Policy(roles={**ROLES, "agent": Role({"Triage", "Note"}, scope={"all"})})
    found = desk.backtest(strict, people=STAFF.get)
    assert [(one.complaint, one.command, {refusal.rule for refusal in one.refusals}) for one in found.unrepeated] == [
        (id, "Compensate", {"permitted"})
    ]


def test_a_longer_text_than_another_policy_takes_is_told_as_a_problem(desk: Desk) -> None:
    id = billed(desk)
    desk.do(id, c.Note("x" * 900), by=s.LI)
    (one,) = desk.backtest(Policy.from_toml("text_limit = 500"), people=STAFF.get).unrepeated
    assert (one.complaint, one.command, one.refusals) == (id, "Note", ())
    assert one.problems


def test_what_came_after_the_time_that_is_asked_for_is_left_out(desk: Desk, clock: FrozenClock) -> None:
    first = billed(desk)
    until = clock.now
    clock.later(days=1)
    billed(desk, "u-18")
    assert desk.backtest(QUICK, at=until).told == (first,)


def test_a_record_without_its_words_is_named_and_left_out(desk: Desk) -> None:
    """Nobody can decide anew what nobody can read."""
    id = billed(desk)
    desk.do(id, c.Withdraw(s.HEARD), by=s.LI)
    desk.erase("u-17", by=s.MANAGER, reason="asked by letter")
    assert (desk.backtest(QUICK).told, desk.backtest(QUICK).left_out) == ((), (id,))


def test_what_a_customer_adds_to_a_yes_is_followed_under_its_own_name(desk: Desk, clock: FrozenClock) -> None:
    """R44: the other complaint is not told twice, and what is done about it is not lost."""
    id = told(desk).id
    clock.later(minutes=5)
    desk.do(id, c.Confirm(s.HEARD, anything_else="the app crashes"), by=s.LI)
    other = next(one.id for one in desk.find().complaints if one.id != id)
    desk.do(other, c.Note("crashes on start"), by=s.LI)
    found = desk.backtest(desk.policy, people=STAFF.get)
    assert (set(found.told), found.differences, found.unrepeated) == ({id, other}, (), ())


def test_a_name_moves_when_another_policy_adds_a_task(desk: Desk) -> None:
    """`T1` of the record is `T2` under a policy by which the customer is called first: another one is finished."""
    id = billed(desk)
    desk.do(id, c.AddTask("ask the bank", "li", s.LATER), by=s.LI)
    desk.do(id, c.FinishTask("T1", Touches.OWN_SYSTEM), by=s.LI)
    found = desk.backtest(Policy(calls=Calls(grades={Grade.C, Grade.B, Grade.A, Grade.E})), people=STAFF.get)
    assert found.unrepeated == ()


@pytest.mark.parametrize("part", ["system", "shop-hook"])
def test_what_the_house_s_own_machine_asked_for_is_told_again(part: str) -> None:
    """What a clock asks for follows anew, and a closing by the house's shop system does not: all after it was lost."""
    desk = Desk(MemoryStore(), Lifecycle.default(Policy()), Host([builtin, Ways()]), FrozenClock())
    id = told(desk).id
    desk.deliver()
    desk.do(id, s.CONFIRM, by=s.CUSTOMER)
    desk.do(id, c.Close(), by=Actor.system(part))
    found = desk.backtest(desk.policy, people=STAFF.get)
    assert (found.differences, found.unrepeated) == ((), ())


def test_a_backtest_pauses_for_nobody(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pauses of a tick, for those who wait to write, made up most of the time of 500 complaints."""
    billed(desk)
    monkeypatch.setattr("complaintflow.desk.worker.sleep", lambda _: pytest.fail("it waits for nobody"))
    assert desk.backtest(QUICK, at=s.T0 + timedelta(days=20)).differences


def test_who_stands_in_no_list_has_every_role(desk: Desk) -> None:
    """A record keeps ids alone; so a backtest without a list says nothing of roles."""
    id = billed(desk)
    desk.do(id, c.Escalate("the customer is a minister"), by=s.LEAD)
    assert desk.backtest(desk.policy).unrepeated == ()


SOON = Policy.from_toml('[closing]\nsilent_after = "30h"')


def silent(host: Host, *, came_back: bool = False, by_hand: bool = False) -> tuple[Desk, str]:
    """Somebody was told 40 hours ago that it is solved, and was not yet asked for an answer."""
    clock = FrozenClock()
    desk = Desk(MemoryStore(), Lifecycle.default(Policy()), host, clock)
    id = told(desk).id
    desk.deliver()
    if by_hand:
        desk.do(id, c.Receipt(desk.get(id).cycle.notice, "delivered", channel="phone"), by=s.SYSTEM)
    if came_back:
        desk.do(id, s.update("We are glad to help."), by=s.LI)
        letter = next(one.message.id for one in desk.outbox() if one.message.kind == "Update")
        desk.deliver()
        desk.do(id, c.Receipt(letter, "failed", channel="app"), by=s.SYSTEM)
    Worker(desk, clock, delivers=True).work_until(clock.now + timedelta(hours=40))
    return desk, id


def foretold_ends(desk: Desk) -> list[str]:
    return [one.retold for one in desk.backtest(SOON, people=STAFF.get).differences if one.what == "ended"]


def test_a_complaint_ends_by_silence_after_a_reminder_that_only_the_other_policy_sends() -> None:
    """A house that asks "what if we waited 30 hours?" would else hear that nothing changes, and close hundreds."""
    desk, id = silent(Host([builtin, Ways()]))
    sent = next(event.at for event in desk.history(id) if event.is_a(c.Receipt))
    assert desk.get(id).state == State.AWAITING_CONFIRMATION
    assert foretold_ends(desk) == [(sent + timedelta(hours=30)).isoformat()]


def test_a_letter_that_only_the_other_policy_sends_proves_nothing_where_the_last_one_came_back() -> None:
    """R33: a forecast that takes a dead address for a living one promises closures that never come."""
    assert foretold_ends(silent(Host([builtin, Ways()]), came_back=True)[0]) == []


def test_a_letter_that_only_the_other_policy_sends_proves_nothing_in_a_house_that_reaches_nobody() -> None:
    assert foretold_ends(silent(Host([builtin]), by_hand=True)[0]) == []


def test_an_end_of_the_house_s_own_counts_as_the_end_that_it_means() -> None:
    """A backtest of a house with its own words would tell that none of its complaints ever ended."""
    rules = LifecycleBuilder.default()
    rules.state("done", stage="closed", en="done").replace("Close", "awaiting_confirmation", "done", who="staff system")
    clock = FrozenClock()
    with Desk.open("memory://", lifecycle=rules.build(), clock=clock) as desk:
        id = told(desk).id
        desk.deliver()
        clock.later(days=1)
        desk.do(id, s.CONFIRM, by=s.CUSTOMER)
        ended = desk.do(id, c.Close(), by=s.LI)
        assert (ended.state, ended.stage) == ("done", "closed")
        never = Policy(closing=attrs.evolve(Policy().closing, grounds=frozenset({"planned"})))
        found = desk.backtest(never, people=STAFF.get).differences
    assert ("ended", clock.now.isoformat(), "") in {(one.what, one.recorded, one.retold) for one in found}
