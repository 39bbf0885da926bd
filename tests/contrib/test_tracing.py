"""Spans of OpenTelemetry: one for each call, one within it for each letter, and nobody's words."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

import pytest
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import StatusCode

from complaintflow import Customer, Desk, NotFound, Refused, commands as c, watch
from complaintflow.channels import Channels
from complaintflow.contrib.tracing import Tracing
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.contrib.test_metrics import PRIVATE, Gateway

House = tuple[Desk, Gateway, InMemorySpanExporter]


@pytest.fixture
def house() -> Iterator[House]:
    exporter, provider, gateway = InMemorySpanExporter(), TracerProvider(), Gateway()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    with Desk.open("memory://", clock=FrozenClock(), plugins=[Channels({"email": gateway})]) as plain:
        yield watch(plain, Tracing(provider)), gateway, exporter


def acknowledged(desk: Desk) -> str:
    person = Customer("u-17", name=PRIVATE, contact={"email": f"{PRIVATE}@example.com"})
    id = desk.receive(s.receive(customer=person, description=PRIVATE), by=s.SYSTEM, key=PRIVATE).id
    desk.do(id, s.acknowledge(f"{PRIVATE} 您好"), by=s.LI)
    return id


def named(exporter: InMemorySpanExporter, name: str) -> list[ReadableSpan]:
    return [one for one in exporter.get_finished_spans() if one.name == f"complaintflow.{name}"]


def test_a_call_is_a_span_with_its_commands_and_its_complaint(house: House) -> None:
    desk, _, exporter = house
    id = acknowledged(desk)
    (done,) = named(exporter, "do")
    assert dict(done.attributes or {}) == {
        "complaintflow.commands": ("Acknowledge",),
        "complaintflow.complaint": id,
    }
    assert named(exporter, "receive")


def test_each_letter_is_a_span_within_that_of_its_delivery(house: House) -> None:
    """Or nobody sees which gateway makes a delivery slow."""
    desk, _, exporter = house
    acknowledged(desk)
    desk.deliver()
    (delivery,) = named(exporter, "deliver")
    (sent,) = [one for one in named(exporter, "send") if (one.attributes or {})["complaintflow.channel"] == "email"]
    assert sent.parent
    assert delivery.context
    assert sent.parent.span_id == delivery.context.span_id
    assert (sent.attributes or {})["complaintflow.outcome"] == "accepted"
    assert (delivery.attributes or {})["complaintflow.outcomes"] == len(named(exporter, "send"))


def test_a_refusal_is_no_error_and_names_its_rules(house: House) -> None:
    desk, _, exporter = house
    id = acknowledged(desk)
    desk.do(id, s.triage(), c.Resolve("done", touches="nothing"), by=s.LI)
    with pytest.raises(Refused):
        desk.do(id, s.notice(), by=s.LI)
    *_, refused = named(exporter, "do")
    assert "verify-before-notify" in (refused.attributes or {})["complaintflow.refused"]  # type: ignore[operator]
    assert refused.status.status_code != StatusCode.ERROR


def test_a_failure_is_an_error_by_its_type_alone(house: House) -> None:
    desk, gateway, exporter = house
    acknowledged(desk)
    gateway.mood = "falls"
    desk.deliver()
    with pytest.raises(NotFound):
        desk.get("C-0")
    failed = [*named(exporter, "send"), *named(exporter, "get")]
    assert {(one.attributes or {}).get("error.type") for one in failed} >= {"RuntimeError", "NotFound"}
    assert all(not one.events for one in failed)


def test_no_span_tells_what_anybody_said(house: House) -> None:
    """Spans go to a server of somebody else."""
    desk, gateway, exporter = house
    id = acknowledged(desk)
    for gateway.mood in ("falls", "failed", "accepted"):
        desk.deliver()
    with pytest.raises(Refused):
        desk.do(id, c.Update("customer", PRIVATE, PRIVATE, PRIVATE, PRIVATE, s.LATER), by=s.WANG)
    for span in exporter.get_finished_spans():
        assert PRIVATE not in span.to_json()


def test_the_library_loads_neither_spans_nor_metrics() -> None:
    """Each start would pay for what nobody asked for."""
    asked = "import sys, complaintflow; complaintflow.watch; print({*sys.argv} & {*sys.modules})"
    names = ["opentelemetry", "prometheus_client", "procrastinate"]
    done = subprocess.run([sys.executable, "-c", asked, *names], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
