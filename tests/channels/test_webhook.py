"""Signed webhooks, to a real HTTP listener on this machine."""

from __future__ import annotations

import base64
import json
import logging
import socket
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest
from standardwebhooks.webhooks import Webhook, WebhookVerificationError

from complaintflow import DefinitionError
from complaintflow._validation.faults import name_fault
from complaintflow._validation.structure import FrozenMap
from complaintflow.channels import WebhookChannel, webhook
from complaintflow.plugins import CustomerMessage, Outcome
from complaintflow.vocabulary import ReceiptStatus
from tests.channels.messages import to_customer, to_staff
from tests.channels.servers import Listener, free_port, listening, trickling

ACCEPTED, FAILED = ReceiptStatus.ACCEPTED, ReceiptStatus.FAILED
SECRET = "whsec_" + base64.b64encode(b"a secret of the tests, no other").decode()


@pytest.fixture(scope="module")
def running() -> Iterator[Listener]:
    with listening() as listener:
        yield listener


@pytest.fixture
def listener(running: Listener) -> Listener:
    running.status = 200
    running.headers.clear()
    running.posts.clear()
    return running


@pytest.fixture
def channel(listener: Listener) -> WebhookChannel:
    return WebhookChannel(listener.url, SECRET)


def test_the_listener_gets_the_whole_message(channel: WebhookChannel, listener: Listener) -> None:
    message = to_customer(html="<p>您好</p>", links=FrozenMap({"confirm": "https://x.cn/1"}))
    assert channel.send(message) == Outcome(ACCEPTED, True, "HTTP 200")
    [(headers, body)] = listener.posts
    said = json.loads(body)
    assert headers["content-type"] == "application/json"
    assert said["type"] == "message.customer"
    assert datetime.fromisoformat(said["timestamp"]).tzinfo is not None
    assert CustomerMessage(**{**said["data"], "tried": ()}) == message


def test_a_staff_message_says_that_it_is_one(channel: WebhookChannel, listener: Listener) -> None:
    channel.send(to_staff("payments"))
    said = json.loads(listener.posts[0][1])
    assert (said["type"], said["data"]["recipients"]) == ("message.staff", ["payments"])


def verified(headers: Any, body: bytes, secret: str = SECRET) -> Any:
    return Webhook(secret).verify(body, headers)


def test_the_signature_is_that_of_the_convention(channel: WebhookChannel, listener: Listener) -> None:
    channel.send(to_customer())
    headers, body = listener.posts[0]
    assert verified(headers, body)["data"]["id"] == "M1"


def altered(headers: Any, body: bytes) -> Iterator[tuple[Any, bytes, str]]:
    old = str(int(headers["webhook-timestamp"]) - 3600)
    yield headers, body.replace(b"M1", b"M2"), SECRET
    yield {**headers, "webhook-id": "another"}, body, SECRET
    yield {**headers, "webhook-timestamp": old}, body, SECRET
    yield headers, body, "whsec_" + base64.b64encode(bytes(24)).decode()


@pytest.mark.parametrize("which", range(4), ids=["another body", "another id", "replayed later", "another secret"])
def test_what_was_altered_does_not_verify(channel: WebhookChannel, listener: Listener, which: int) -> None:
    channel.send(to_customer())
    headers, body, secret = list(altered(*listener.posts[0]))[which]
    with pytest.raises(WebhookVerificationError):
        verified(headers, body, secret)


@pytest.mark.parametrize("complaint", ["C-1", "投诉.1 号"])
def test_the_id_stays_the_same_so_that_a_repeat_can_be_dropped(
    channel: WebhookChannel, listener: Listener, complaint: str
) -> None:
    for number in (1, 1, 2):
        channel.send(to_customer(key=f"{complaint}/1/0/M{number}"))
    first, again, other = [headers["webhook-id"] for headers, _ in listener.posts]
    assert first == again != other
    assert "." not in first
    assert first.endswith("/1/0/M1")
    for headers, body in listener.posts:
        verified(headers, body)


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (202, Outcome(ACCEPTED, True, "HTTP 202")),
        (302, Outcome(FAILED, True, "HTTP 302")),
        (400, Outcome(FAILED, True, "HTTP 400")),
        (410, Outcome(FAILED, True, "HTTP 410")),
        (408, Outcome(FAILED, False, "HTTP 408")),
        (429, Outcome(FAILED, False, "HTTP 429")),
        (500, Outcome(FAILED, False, "HTTP 500")),
        (503, Outcome(FAILED, False, "HTTP 503")),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else "",
)
def test_what_the_listener_answers_is_what_became_of_it(
    channel: WebhookChannel, listener: Listener, status: int, outcome: Outcome
) -> None:
    listener.status = status
    assert channel.send(to_customer()) == outcome


def test_a_listener_that_reports_later_leaves_it_open(listener: Listener) -> None:
    channel = WebhookChannel(listener.url, SECRET, reports=True)
    assert channel.send(to_customer()) == Outcome(ACCEPTED, False, "HTTP 200")


@pytest.mark.parametrize(
    ("asked", "wait"),
    [
        ("120", timedelta(minutes=2)),
        ("0", timedelta(0)),
        ("9" * 30, timedelta(days=365)),
        ("Wed, 21 Oct 2015 07:28:00 GMT", timedelta(0)),
        ("soon", None),
        ("-5", None),
        ("", None),
    ],
)
def test_retry_after_is_read(channel: WebhookChannel, listener: Listener, asked: str, wait: timedelta | None) -> None:
    listener.status, listener.headers["retry-after"] = 503, asked
    assert channel.send(to_customer()).retry_after == wait


def test_retry_after_may_be_a_date(channel: WebhookChannel, listener: Listener) -> None:
    until = (datetime.now(UTC) + timedelta(hours=2)).replace(microsecond=0)
    listener.status, listener.headers["retry-after"] = 429, format_datetime(until, usegmt=True)
    before = datetime.now(UTC)
    wait = channel.send(to_customer()).retry_after
    assert wait is not None
    assert until - datetime.now(UTC) <= wait <= until - before


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_listener_that_is_away_is_an_exception_without_the_address(scheme: str) -> None:
    channel = WebhookChannel(f"{scheme}://127.0.0.1:{free_port()}/in?token=hidden-token", SECRET)
    with pytest.raises(ConnectionError, match=r"no answer from 127\.0\.0\.1: ConnectError") as failed:
        channel.send(to_customer())
    assert failed.value.__cause__ is None
    assert name_fault(failed.value).startswith("ConnectionError: no answer from ")


def test_a_listener_that_hangs_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        channel = WebhookChannel(f"http://127.0.0.1:{silent.getsockname()[1]}/", SECRET, timeout=0.1)
        with pytest.raises(ConnectionError, match="ReadTimeout"):
            channel.send(to_customer())


def test_a_listener_that_answers_byte_by_byte_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each byte comes in time, and the whole would outlast the lease of the message."""
    monkeypatch.setattr(webhook, "PATIENCE", 0.2)
    with trickling(b"HTTP/1.1 200 OK\r\nx-long: " + b"a" * 60 + b"\r\ncontent-length: 0\r\n\r\n") as port:
        channel = WebhookChannel(f"http://127.0.0.1:{port}/", SECRET)
        with pytest.raises(ConnectionError, match=r"no answer from 127\.0\.0\.1: it took too long"):
            channel.send(to_customer())


def test_no_secret_is_shown_or_logged(
    channel: WebhookChannel, listener: Listener, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        channel.send(to_customer())
    for text in (repr(channel), caplog.text):
        assert "hidden-token" not in text
        assert SECRET not in text
    assert listener.posts[0][0]["host"] in listener.url


@pytest.mark.parametrize("secret", ["", "open sesame", "whsec_c2hvcnQ=", SECRET.removeprefix("whsec_"), SECRET + "!"])
def test_a_secret_that_is_none_is_refused_and_not_shown(secret: str) -> None:
    with pytest.raises(DefinitionError, match="secret: found a private value, expected whsec_"):
        WebhookChannel("https://example.com", secret)


@pytest.mark.parametrize("url", ["", "example.com/hidden", "ftp://example.com/hidden", "https:///hidden"])
def test_an_address_that_is_none_is_refused_and_not_shown(url: str) -> None:
    with pytest.raises(DefinitionError, match="url: found a private value") as refused:
        WebhookChannel(url, SECRET)
    assert "hidden" not in str(refused.value)


@pytest.mark.parametrize("package", ["httpx2", "standardwebhooks.webhooks"])
def test_without_the_extra_it_says_what_to_install(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(DefinitionError, match=r"pip install 'complaintflow\[webhook\]'"):
        WebhookChannel("https://example.com", SECRET)
