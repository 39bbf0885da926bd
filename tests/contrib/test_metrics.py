"""Numbers for Prometheus: what a desk does is counted, and no label tells what anybody said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import attrs
import pytest
from prometheus_client import generate_latest

from complaintflow import Actor, Customer, Desk, NotPossible, Refused, StoreError, commands as c, watch
from complaintflow.channels import Channels
from complaintflow.contrib.metrics import Metrics
from complaintflow.desk import Asked
from complaintflow.plugins import Message, Outcome
from complaintflow.testing import FrozenClock
from complaintflow.vocabulary import ReceiptStatus
from tests import stories as s

PRIVATE = "471108-secret"


@attrs.define
class Gateway:
    """Takes letters, refuses them, or falls over."""

    mood: str = "accepted"

    def send(self, message: Message) -> Outcome:
        if self.mood == "falls":
            raise RuntimeError(PRIVATE)
        return Outcome(ReceiptStatus(self.mood), detail=PRIVATE)


@attrs.frozen
class House:
    desk: Desk
    metrics: Metrics
    gateway: Gateway
    clock: FrozenClock

    def value(self, name: str, **labels: str) -> float | None:
        return self.metrics.registry.get_sample_value(f"complaintflow_{name}", labels)

    def acknowledged(self, customer: str = "u-17") -> str:
        person = Customer(customer, name=PRIVATE, contact={"email": f"{PRIVATE}@example.com"})
        id = self.desk.receive(s.receive(customer=person, description=PRIVATE, order=""), by=s.SYSTEM).id
        self.desk.do(id, s.acknowledge(f"{PRIVATE} 您好"), by=s.LI)
        return id


@pytest.fixture
def house() -> Iterator[House]:
    clock, gateway, metrics = FrozenClock(), Gateway(), Metrics()
    with Desk.open("memory://", clock=clock, plugins=[Channels({"email": gateway})]) as plain:
        desk = watch(plain, metrics)
        metrics.follow(desk)
        yield House(desk, metrics, gateway, clock)


def test_calls_are_counted_by_how_they_ended_and_refusals_by_rule(house: House) -> None:
    """Or nobody sees that a rule which somebody changed refuses everybody since noon."""
    id = house.acknowledged()
    with pytest.raises(Refused):
        house.desk.do(id, s.update(), by=Actor.customer("u-17"))
    with pytest.raises(NotPossible):
        house.desk.do(id, s.notice(), by=s.LI)
    assert house.value("calls_total", call="receive", outcome="done") == 1
    for outcome in ("refused", "NotPossible", "done"):
        assert house.value("calls_total", call="do", outcome=outcome) == 1
    assert house.value("call_seconds_count", call="do") == 3


def test_a_refusal_of_a_notice_names_its_rule(house: House) -> None:
    id = house.acknowledged()
    house.desk.do(id, s.triage(), by=s.LI)
    house.desk.do(id, c.Resolve("done", touches="nothing"), by=s.LI)
    with pytest.raises(Refused):
        house.desk.do(id, s.notice(), by=s.LI)
    assert house.value("refusals_total", command="Notify", rule="verify-before-notify") == 1
    answers = house.desk.do_many([Asked((s.notice(),), s.LI, id)])
    assert isinstance(answers[0], Refused)
    assert house.value("refusals_total", command="Notify", rule="verify-before-notify") == 2


@pytest.mark.parametrize(("mood", "outcome"), [("accepted", "accepted"), ("failed", "failed"), ("falls", "fell over")])
def test_letters_are_counted_by_channel_and_outcome(house: House, mood: str, outcome: str) -> None:
    house.acknowledged()
    house.gateway.mood = mood
    house.desk.deliver()
    assert house.value("deliveries_total", channel="email", outcome=outcome) == 1


def test_missed_deadlines_are_counted_by_clock_and_not_for_a_rehearsal(house: House) -> None:
    id = house.desk.receive(s.receive(), by=s.SYSTEM).id
    house.desk.do(id, s.triage(type="billing"), by=s.LI)
    house.desk.tick()
    house.clock.later(hours=30)
    assert house.desk.tick(dry_run=True).done
    assert b"breaches_total{" not in generate_latest(house.metrics.registry)
    house.desk.tick()
    counted = [
        sample
        for family in house.metrics.registry.collect()
        for sample in family.samples
        if sample.name == "complaintflow_breaches_total"
    ]
    assert counted
    assert all("/" not in sample.labels["clock"] for sample in counted)


def test_what_waits_is_told_whenever_somebody_looks(house: House) -> None:
    house.acknowledged()
    waiting = house.value("letters_waiting")
    assert waiting
    assert house.value("store_up") == 1
    house.gateway.mood = "failed"
    house.desk.deliver()
    assert house.value("dead_letters") == 1
    assert (house.value("oldest_letter_seconds") or 0) > 0


def test_a_lease_that_was_lost_is_counted(house: House) -> None:
    """Or a worker dies each night, and nobody knows."""
    house.acknowledged()
    with house.desk._units.store.writing() as session:
        session.claim(99, house.clock.now, house.clock.now + timedelta(hours=1))
    house.clock.later(hours=2)
    house.desk.deliver()
    assert (house.value("leases_lost_total") or 0) >= 1


def test_a_store_that_is_away_is_told_and_nothing_else_of_it(house: House) -> None:
    house.desk.close()
    with pytest.raises(StoreError):
        house.desk.backlog()
    assert house.value("store_up") == 0
    assert house.value("letters_waiting") is None


def test_no_number_tells_what_anybody_said(house: House) -> None:
    """Numbers go to a server that everybody in the house reads."""
    id = house.acknowledged(customer=f"{PRIVATE}-u")
    for mood in ("falls", "failed"):
        house.gateway.mood = mood
        house.desk.deliver()
        house.clock.later(hours=1)
    house.desk.tick()
    text = generate_latest(house.metrics.registry).decode()
    assert PRIVATE not in text
    assert id not in text


def test_a_label_has_no_end_of_values(house: House) -> None:
    """A channel or a rule of somebody's own is a new series each; a thousand of them stop the server of metrics."""
    for number in range(300):
        house.metrics._add(house.metrics._breaches, clock=f"clock-{number}")
    house.metrics._add(house.metrics._breaches, clock="x" * 5000)
    text = generate_latest(house.metrics.registry).decode()
    assert text.count("complaintflow_breaches_total{") == 101
    assert house.value("breaches_total", clock="other") == 201
