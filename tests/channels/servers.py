"""Real servers on this machine: for mail, and for HTTP."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import attrs
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope

__all__ = ["Listener", "MailHost", "free_port", "listening", "mail_host", "trickling"]


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@attrs.define
class MailHost:
    """What a mail server got, and what it answers: to recipients by address, and to the mail as a whole."""

    port: int
    refusals: dict[str, str] = attrs.Factory(dict)
    answer: str = "250 OK"
    envelopes: list[Envelope] = attrs.Factory(list)

    @property
    def mails(self) -> list[EmailMessage]:
        """The mails as a mail program reads them."""
        return [message_from_bytes(bytes(one.content or b""), policy=SMTP) for one in self.envelopes]  # type: ignore[arg-type]

    async def handle_RCPT(self, server: Any, session: Any, envelope: Envelope, address: str, options: Any) -> str:  # noqa: N802
        if address in self.refusals:
            return self.refusals[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Envelope) -> str:  # noqa: N802
        if self.answer.startswith("2"):
            self.envelopes.append(envelope)
        return self.answer


@contextmanager
def mail_host(tls: ssl.SSLContext | None = None, login: tuple[str, str] | None = None) -> Iterator[MailHost]:
    """A mail server; with `tls` it demands STARTTLS, with `login` a name and a password."""
    host = MailHost(free_port())

    def known(server: Any, session: Any, envelope: Any, mechanism: str, data: Any) -> AuthResult:
        given = (data.login.decode(), data.password.decode())
        return AuthResult(success=given == login, handled=False)

    secured: dict[str, Any] = {"tls_context": tls, "require_starttls": True} if tls else {}
    asking: dict[str, Any] = {"authenticator": known, "auth_required": True} if login else {}
    # it would ask the resolver for its own name at each connection, and a slow one looks like a server that is silent
    name: dict[str, Any] = {"server_hostname": "mail.example.com"}
    controller = Controller(host, "127.0.0.1", host.port, enable_SMTPUTF8=False, **name, **secured, **asking)
    controller.start()
    try:
        yield host
    finally:
        controller.stop()


@contextmanager
def trickling(answer: bytes) -> Iterator[int]:
    """The port of a server that says this byte by byte, whatever it is told, unless it is hung up on."""
    with socket.create_server(("127.0.0.1", 0)) as door:

        def speak() -> None:
            caller, _ = door.accept()
            with caller, suppress(OSError):
                for byte in answer:
                    caller.sendall(bytes([byte]))
                    pause.wait(0.01)

        pause, thread = Event(), Thread(target=speak)
        thread.start()
        try:
            yield door.getsockname()[1]
        finally:
            pause.set()
            thread.join()


@attrs.define
class Listener:
    """What an HTTP server was posted, and what it answers."""

    url: str = ""
    status: int = 200
    headers: dict[str, str] = attrs.Factory(dict)
    posts: list[tuple[Mapping[str, str], bytes]] = attrs.Factory(list)


@contextmanager
def listening() -> Iterator[Listener]:
    """An HTTP server that takes posts."""
    listener = Listener()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            listener.posts.append(({name.lower(): value for name, value in self.headers.items()}, body))
            self.send_response(listener.status)
            for name, value in listener.headers.items():
                self.send_header(name, value)
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        listener.url = f"http://127.0.0.1:{server.server_port}/in?token=hidden-token"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield listener
        finally:
            server.shutdown()
            thread.join()
