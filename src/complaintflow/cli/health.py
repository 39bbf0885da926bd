"""What a worker says of itself by HTTP: that it lives, that its store answers, and its metrics.

It listens on this machine alone unless somebody says otherwise, and answers a few requests at once. No private data.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Generator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import BoundedSemaphore, Thread
from time import monotonic
from typing import Any

import attrs

from complaintflow.errors import InvalidInput, Problem

_LOCAL = "127.0.0.1"
_AT_ONCE = 8
_PATIENCE = 5.0
"""Seconds that somebody has to say what they want."""
_TEXT = "text/plain; version=0.0.4; charset=utf-8"


@attrs.define
class Pulse:
    """When the worker came round last, and whether its store answered. It is hung after `patience` seconds."""

    patience: float
    store: bool = False
    _beat: float = attrs.field(factory=monotonic)

    def beat(self) -> None:
        """It came round, and the store answered."""
        self._beat, self.store = monotonic(), True

    def lose_store(self) -> None:
        """It came round, and the store did not answer."""
        self._beat, self.store = monotonic(), False

    @property
    def age(self) -> float:
        """Seconds since it came round."""
        return monotonic() - self._beat

    @property
    def alive(self) -> bool:
        """Whether it comes round."""
        return self.age < self.patience


def read_address(text: str) -> tuple[str, int]:
    """Where to listen: a port of this machine, or `host:port`. Raises `InvalidInput`."""
    host, _, port = text.rpartition(":")
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise InvalidInput((Problem("listen", repr(text), "a port, or host:port"),))
    return host.strip("[]") or _LOCAL, int(port)


@contextmanager
def serving(address: tuple[str, int], pulse: Pulse, metrics: Callable[[], bytes] | None) -> Generator[None, None, None]:
    """Answers requests within the block. Raises `InvalidInput` where nobody can listen there."""
    try:
        server = _Server(address, _handler(pulse, metrics))
    except OSError as error:
        expected = f"an address where it can listen ({error.strerror})"
        raise InvalidInput((Problem("listen", f"{address[0]}:{address[1]}", expected),)) from error
    Thread(target=server.serve_forever, name="complaintflow-health", daemon=True).start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    """Answers a few at once, and hangs up on the others."""

    daemon_threads = True

    def __init__(self, *given: Any) -> None:
        self._free = BoundedSemaphore(_AT_ONCE)
        super().__init__(*given)

    def process_request(self, request: Any, client_address: Any) -> None:
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Somebody hung up."""


def _handler(pulse: Pulse, metrics: Callable[[], bytes] | None) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        timeout = _PATIENCE
        server_version, sys_version = "complaintflow", ""

        def do_GET(self) -> None:
            """Liveness, readiness, metrics."""
            match self.path.partition("?")[0]:
                case "/health":
                    self._tell(pulse.alive)
                case "/ready":
                    self._tell(pulse.alive and pulse.store)
                case "/metrics" if metrics:
                    self._answer(HTTPStatus.OK, metrics(), _TEXT)
                case _:
                    self._answer(HTTPStatus.NOT_FOUND, b"", _TEXT)

        def _tell(self, well: bool) -> None:
            told = {"alive": pulse.alive, "store": pulse.store, "seconds": round(pulse.age, 1)}
            status = HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE
            self._answer(status, json.dumps(told).encode(), "application/json")

        def _answer(self, status: HTTPStatus, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """A probe asks each second: that is no news."""

    return Handler
