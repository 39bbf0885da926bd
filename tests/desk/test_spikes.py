"""R41: a real surge is raised once, investigated, and said to be over; chance and holidays raise nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

from complaintflow import Complaint, Customer, Desk, Policy, Refused, commands as c
from complaintflow._validation.structure import FrozenMap
from complaintflow.desk.bulk import Asked
from complaintflow.insight import SpikeAlert
from complaintflow.plugins import hookimpl
from complaintflow.policy.clock_rules import CalendarRule
from complaintflow.testing import FrozenClock
from complaintflow.values import Said
from complaintflow.vocabulary import Touches
from tests import stories as s

_RULES = """
zone = "UTC"
batches.customers = 1000
[spikes]
weeks = 2
of = ["type", "shop", "cause"]
one_in = 1_000
"""
QUIET = attrs.evolve(Policy.from_toml(_RULES), clocks=FrozenMap())
"""Without clocks and batches, so that a tick looks at nothing but what came in."""
BEFORE = 16
"""So many days have two weekdays of the past."""


class Town:
    """A desk to which the complaints of a day come at one time of the day."""

    def __init__(self, policy: Policy = QUIET, url: str = "memory://", plugins: Sequence[object] = ()) -> None:
        self.clock, self.policy, self.url = FrozenClock(), policy, url
        self.desk = Desk.open(url, clock=self.clock, policy=policy, plugins=plugins)
        self.count = 0

    def come(self, count: int = 1, **about: Any) -> None:
        """So many come in, are triaged, and looked at."""
        self.take_in(count, **about)
        self.desk.tick()

    def take_in(self, count: int, **about: Any) -> None:
        asked = [Asked((self._receive(**about), s.triage()), s.SYSTEM) for _ in range(count)]
        assert all(isinstance(one, Complaint) for one in self.desk.receive_many(asked))

    def _receive(self, **about: Any) -> c.Receive:
        self.count += 1
        given = {"shop": f"shop {self.count}", "order": f"A-{self.count}", **about}
        return s.receive(**{"customer": Customer(f"u-{self.count}"), **given})

    def days(self, days: int, count: int = 3, **about: Any) -> None:
        for _ in range(days):
            self.clock.later(days=1)
            self.come(count, **about)

    def alerts(self) -> tuple[SpikeAlert, ...]:
        return self.desk.spikes()

    def reopen(self) -> None:
        self.desk.close()
        self.desk = Desk.open(self.url, clock=self.clock, policy=self.policy)


@pytest.fixture
def town() -> Iterator[Town]:
    town = Town()
    yield town
    town.desk.close()


def test_a_real_surge_raises_exactly_one_investigation_with_its_figures_and_complaints(town: Town) -> None:
    """Else nobody sees what grows, or everybody gets a hundred alarms about it."""
    town.days(BEFORE)
    town.days(2, 17)
    [alert] = town.alerts()
    figures = alert.figures
    assert (figures.kind, figures.name, figures.before, figures.weeks) == ("type", "billing", 3, (3, 3))
    assert figures.now > 3 * 1.3
    assert figures.one_in >= 1_000
    assert len(figures.complaints) in {figures.now, figures.now + 1}
    assert alert.complaint == figures.complaints[0]
    assert (alert.owner, alert.due - alert.raised) == ("emergency", timedelta(hours=4))
    [told] = [one.message for one in town.desk.outbox(200) if one.message.kind == "AddTask"]
    assert "billing" in told.text
    assert str(figures.now) in told.text


def test_two_and_then_three_is_no_alarm(town: Town) -> None:
    town.days(BEFORE, 2)
    town.days(2, 3)
    assert town.alerts() == ()


def test_a_young_house_raises_nothing(town: Town) -> None:
    """Nobody knows yet how a Monday is."""
    town.days(3)
    town.days(1, 17)
    assert town.alerts() == ()


def test_the_day_after_a_quiet_one_is_no_alarm(town: Town) -> None:
    """After a holiday twice as many come as on it, and as many as always."""
    town.days(BEFORE)
    town.days(1, 2)
    town.days(2)
    assert town.alerts() == ()


def test_a_holiday_that_the_calendar_knows_must_grow_more(town: Town) -> None:
    """A day of sales brings more complaints than its weekday, and is no emergency."""
    begin = town.clock.now.date()
    sales = begin + timedelta(days=BEFORE + 1)
    days = dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), ("00:00-24:00",))
    rule = CalendarRule(hours=FrozenMap(days), holidays=(sales,))
    bold = attrs.evolve(QUIET, spikes=attrs.evolve(QUIET.spikes, one_in=100))
    policy = attrs.evolve(bold, calendars=FrozenMap({**QUIET.calendars, "office": rule}))
    for of, raised in ((policy, 0), (bold, 1)):
        there = Town(of)
        there.days(BEFORE, 16)
        there.days(1, 32)
        assert len(there.alerts()) == raised
        there.desk.close()


def test_the_investigation_is_a_task_that_somebody_finishes_and_that_bars_no_closing(town: Town) -> None:
    town.days(BEFORE)
    town.days(1, 17)
    [alert] = town.alerts()
    town.desk.do(alert.complaint, c.FinishTask(alert.task, Touches.NOTHING, "the bank's page was down"), by=s.LI)
    [found] = town.alerts()
    assert (found.finished, found.over) == (town.clock.now, None)


def test_who_investigates_hears_when_it_is_over_and_then_a_second_surge_is_a_new_one(town: Town) -> None:
    """Else a task stays for ever, or the next surge is taken for the old one."""
    town.days(BEFORE)
    town.days(1, 17)
    town.days(4)
    [first] = town.alerts()
    assert first.over is not None
    assert "over" in [one.message for one in town.desk.outbox(500) if one.message.kind == "Remind"][-1].text
    town.days(14)
    town.days(1, 17)
    second, again = town.alerts()
    assert again == first
    assert second.over is None


def test_no_new_one_is_raised_while_it_cools_down(town: Town) -> None:
    town.days(BEFORE)
    town.days(1, 17)
    town.days(2)
    assert town.alerts()[0].over is not None
    town.clock.later(hours=1)
    town.come(17)
    assert len(town.alerts()) == 1


def test_a_level_that_stays_is_no_spike_after_the_weeks_that_are_compared(town: Town) -> None:
    town.days(BEFORE)
    town.days(16, 17)
    [alert] = town.alerts()
    assert alert.over is not None


def test_what_spikes_with_it_joins_the_same_investigation(town: Town) -> None:
    """One surge is one investigation, though it is seen in the type and in the shop."""
    town.days(BEFORE, shop="North Gate")
    town.days(2, 17, shop="North Gate")
    [alert] = town.alerts()
    assert {alert.figures.kind, *(one.split()[0] for one in alert.figures.also)} == {"type", "shop"}


def test_what_a_shop_gets_spikes_though_its_type_does_not(town: Town) -> None:
    for _ in range(BEFORE):
        town.days(1, 20)
        town.come(1, shop="North Gate")
    town.days(1, 20)
    town.come(16, shop="North Gate")
    [alert] = town.alerts()
    assert (alert.figures.kind, alert.figures.name) == ("shop", "North Gate")


def test_a_cause_spikes_by_the_day_on_which_it_was_labelled(town: Town) -> None:
    """Causes are found later than complaints come."""
    town.days(2, 20)
    waiting = [one.id for one in town.desk.find(limit=100).complaints]
    for _ in range(BEFORE):
        town.clock.later(days=1)
        label(town, waiting.pop())
    town.clock.later(days=1)
    for _ in range(16):
        label(town, waiting.pop())
    [alert] = town.alerts()
    assert (alert.figures.kind, alert.figures.name) == ("cause", "process gap-refund")


def label(town: Town, id: str) -> None:
    withdrawal = c.Withdraw(Said("it is solved", via="phone", ref="call-1", heard_by="li"))
    town.desk.do(id, withdrawal, c.LabelCause("process gap-refund"), by=s.LI)
    town.desk.tick()


def test_repeats_of_an_open_complaint_are_counted_once(town: Town) -> None:
    """One customer who complains forty times is no surge."""
    town.days(BEFORE)
    town.days(1, 17, customer=Customer("u-1"), order="A-1")
    assert town.alerts() == ()


def test_a_complaint_is_not_archived_before_its_spike_is_over(town: Town) -> None:
    """An archived record takes no news, and somebody waits for this one."""
    town.days(BEFORE)
    town.days(1, 17)
    [alert] = town.alerts()
    town.desk.do(alert.complaint, c.FinishTask(alert.task, Touches.NOTHING), by=s.LI)
    town.desk.do(alert.complaint, c.Withdraw(s.HEARD), c.LabelCause("process gap-refund"), by=s.LI)
    town.desk.deliver(10_000)
    with pytest.raises(Refused, match="the end of the spike — wait: receipts come, and a spike ends"):
        town.desk.do(alert.complaint, c.Archive(), by=s.LI)


def test_an_alert_outlives_the_process(tmp_path: Path) -> None:
    town = Town(url=f"sqlite:///{tmp_path}/helpdesk.db")
    town.days(BEFORE)
    town.days(1, 17)
    before = town.alerts()
    town.reopen()
    assert len(before) == 1
    assert town.alerts() == before
    town.days(1, 17)
    assert [one.complaint for one in town.alerts()] == [before[0].complaint]
    assert town.desk.check_integrity().breaches == ()
    town.desk.close()


@pytest.mark.parametrize("stored", ["memory", "sqlite"])
def test_a_dry_run_tells_the_spikes_that_the_tick_then_raises(stored: str, tmp_path: Path) -> None:
    """R41: it counts what came in since the last tick, on top of what is counted, and writes nothing of it."""
    town = Town(url="memory://" if stored == "memory" else f"sqlite:///{tmp_path / 'spikes.db'}")
    town.days(BEFORE)
    town.clock.later(days=1)
    town.take_in(17, shop="north")

    def raised(*, dry_run: bool) -> list[str]:
        done = town.desk.tick(dry_run=dry_run).done
        return sorted(f"{one.complaint} {one.command}" for one in done if one.rule == "R41")

    would = raised(dry_run=True)
    assert would
    assert town.alerts() == ()
    assert raised(dry_run=True) == would
    assert raised(dry_run=False) == would
    assert len(town.alerts()) == 1
    town.desk.close()


def test_others_write_while_a_dry_run_is_under_way(tmp_path: Path) -> None:
    """Nobody waits for somebody who only asks what would be."""
    url, came = f"sqlite:///{tmp_path / 'shared.db'}", list[str]()

    class Slow:
        """A grouping in the middle of the dry run, in which another desk on the same file takes something in."""

        name = "slow"

        @hookimpl
        def groupings(self) -> dict[str, Any]:
            return {"slow": self}

        def groups(self, complaint: Complaint) -> Any:
            if not came:
                came.append(other.receive(s.receive(customer=Customer("u-99"), order="B-1"), by=s.SYSTEM).id)
            return ["slow"]

    town = Town(url=url, plugins=[Slow()])
    with Desk.open(url, clock=town.clock, policy=QUIET) as other:
        town.take_in(3)
        town.desk.tick(dry_run=True)
        assert [one.id for one in other.find(limit=9).complaints].count(*came) == 1
    town.desk.close()


def test_a_policy_may_turn_it_off() -> None:
    off = attrs.evolve(QUIET, spikes=attrs.evolve(QUIET.spikes, of=frozenset()))
    town = Town(off)
    town.days(BEFORE)
    town.days(1, 33)
    assert town.alerts() == ()
    town.desk.close()


class Symptoms:
    """A plugin that groups by a word of the customer's; or answers with something else."""

    name = "symptoms"

    def __init__(self, answer: Any = None) -> None:
        self.answer = answer

    @hookimpl
    def groupings(self) -> dict[str, Any]:
        return {"symptom": self}

    def groups(self, complaint: Complaint) -> Any:
        return ["verification code"] if self.answer is None and "code" in complaint.description else self.answer or []


def test_what_a_plugin_groups_spikes_as_well() -> None:
    """A symptom has no field."""
    town = Town(plugins=[Symptoms()])
    for _ in range(BEFORE):
        town.days(1, 20)
        town.come(1, description="the code does not come")
    town.days(1, 20)
    town.come(16, description="the code does not come")
    [alert] = town.alerts()
    assert (alert.figures.kind, alert.figures.name) == ("symptom", "verification code")
    town.desk.close()


@pytest.mark.parametrize("wrong", ["code", [1], 7])
def test_a_grouping_that_is_wrong_is_named_and_the_fields_count(wrong: Any, caplog: pytest.LogCaptureFixture) -> None:
    town = Town(plugins=[Symptoms(wrong)])
    town.days(BEFORE)
    town.days(1, 17)
    assert [one.figures.kind for one in town.alerts()] == ["type"]
    assert "symptom" in caplog.text
    town.desk.close()
