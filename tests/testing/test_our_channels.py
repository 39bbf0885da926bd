"""Our own channels keep the kit's contract, each with its real far end."""

from __future__ import annotations

import base64
import json
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from complaintflow.channels import (
    AppriseChannel,
    Directory,
    FileChannel,
    LogChannel,
    MailServer,
    SmtpChannel,
    SmtpStaffChannel,
    StaffLogChannel,
    WebhookChannel,
)
from complaintflow.testing import ChannelContract, Line, RecordingChannel, StaffChannelContract
from tests.channels.servers import Listener, MailHost, listening, mail_host

SECRET = "whsec_" + base64.b64encode(b"a secret of the tests, no other").decode()
SENDER = "help@shop.example.com"


@pytest.fixture(scope="module")
def mailer() -> Iterator[MailHost]:
    with mail_host() as host:
        yield host


@pytest.fixture
def host(mailer: MailHost) -> MailHost:
    mailer.envelopes.clear()
    return mailer


@pytest.fixture(scope="module")
def web() -> Iterator[Listener]:
    with listening() as listener:
        yield listener


@pytest.fixture
def listener(web: Listener) -> Listener:
    web.posts.clear()
    return web


def changed(thing: object, name: str, wrong: object) -> Callable[[], AbstractContextManager[None]]:
    """Within it, this attribute is another one."""

    @contextmanager
    def change() -> Iterator[None]:
        right = getattr(thing, name)
        setattr(thing, name, wrong)
        yield
        setattr(thing, name, right)

    return change


# ── e-mail


def mail_texts(host: MailHost) -> Sequence[str]:
    return [one_text(mail) for mail in host.mails]


def one_text(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",))
    return part.get_content() if part else ""


def server(host: MailHost) -> MailServer:
    """It waits long: a server in a process that is held up for some seconds is not one that is silent."""
    return MailServer("127.0.0.1", host.port, "none", timeout=20)


def staff_mail(host: MailHost) -> SmtpStaffChannel:
    return SmtpStaffChannel(server(host), SENDER, Directory({"payments": "payments@shop.example.com"}))


class TestMail(ChannelContract):
    @pytest.fixture
    def line(self, host: MailHost) -> Line:
        channel = SmtpChannel(server(host), SENDER)
        down = changed(host, "answer", "451 4.2.2 <li@example.com> come back later")
        refuses = changed(host, "answer", "554 5.7.1 we take nothing from you")
        return Line(
            channel, lambda: mail_texts(host), down, beside=staff_mail(host), far_logs=("mail.log",), refuses=refuses
        )


class TestStaffMail(StaffChannelContract):
    @pytest.fixture
    def line(self, host: MailHost) -> Line:
        down = changed(host, "answer", "451 come back later")
        return Line(staff_mail(host), lambda: mail_texts(host), down, far_logs=("mail.log",))


# ── over HTTP


def posted(listener: Listener, *path: str) -> list[str]:
    """What stands at this place of each JSON document."""

    def at(document: Any) -> str:
        for name in path:
            document = document[name]
        return str(document)

    return [at(json.loads(body)) for _, body in listener.posts]


def refusing(listener: Listener, status: int = 503) -> Callable[[], AbstractContextManager[None]]:
    """Within it the server is knocked at, and takes nothing."""
    broken = changed(listener, "status", status)

    @contextmanager
    def down() -> Iterator[None]:
        with broken():
            yield
        listener.posts.clear()

    return down


class TestWebhook(ChannelContract):
    @pytest.fixture
    def line(self, listener: Listener) -> Line:
        channel = WebhookChannel(listener.url, SECRET, timeout=20)
        return Line(
            channel,
            lambda: posted(listener, "data", "text"),
            refusing(listener),
            beside=channel,
            secrets=(SECRET, "hidden-token"),
            refuses=refusing(listener, 413),
        )


class TestApprise(ChannelContract):
    @pytest.fixture
    def line(self, listener: Listener) -> Line:
        channel = AppriseChannel(f"json://{listener.url.split('/')[2]}")
        return Line(channel, lambda: posted(listener, "message"), refusing(listener))


# ── on this machine


def file_texts(path: Path) -> Sequence[str]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return [json.loads(line)["data"]["text"] for line in lines]


def file_line(folder: Path) -> Line:
    """A folder that is away and comes back."""
    there, channel = folder / "out", FileChannel(folder / "out" / "out.jsonl")
    there.mkdir()

    @contextmanager
    def down() -> Iterator[None]:
        there.rename(folder / "away")
        yield
        (folder / "away").rename(there)

    return Line(
        channel, lambda: file_texts(channel.path), down, beside=FileChannel(folder / "staff.jsonl"), records=True
    )


class TestFile(ChannelContract):
    @pytest.fixture
    def line(self, tmp_path: Path) -> Line:
        return file_line(tmp_path)


class TestStaffFile(StaffChannelContract):
    @pytest.fixture
    def line(self, tmp_path: Path) -> Line:
        return file_line(tmp_path)


class _Reader(logging.Handler):
    """Reads what the log says at DEBUG: there, and only there, is the text."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno == logging.DEBUG:
            self.texts.append(record.getMessage())


@pytest.fixture
def reader() -> Iterator[_Reader]:
    reader, log = _Reader(), logging.getLogger("complaintflow.channels.log")
    log.addHandler(reader)
    log.setLevel(logging.DEBUG)
    yield reader
    log.setLevel(logging.NOTSET)
    log.removeHandler(reader)


class TestLog(ChannelContract):
    @pytest.fixture
    def line(self, reader: _Reader) -> Line:
        return Line(LogChannel(), lambda: reader.texts, records=True)


class TestStaffLog(StaffChannelContract):
    @pytest.fixture
    def line(self, reader: _Reader) -> Line:
        return Line(StaffLogChannel(), lambda: reader.texts, records=True)


class TestRecording(ChannelContract):
    @pytest.fixture
    def line(self) -> Line:
        channel = RecordingChannel()
        return Line(channel, lambda: [one.text for one in channel.to_customers], honours_keys=True, beside=channel)
