"""How long one attempt lasts at most, all steps together.

A timeout holds for one wait. A far end that answers byte by byte never runs into one, and outlasts a message's lease.
"""

from __future__ import annotations

import io
import smtplib
import socket
from threading import Timer
from time import monotonic
from typing import Any

PATIENCE = 25.0
"""Seconds: a channel promises to give up within thirty."""


class _Timed(io.RawIOBase):
    """What comes in over a socket, until the time is over; then `TimeoutError`."""

    def __init__(self, connection: socket.socket, until: float) -> None:
        self._connection, self._until = connection, until
        self._step = connection.gettimeout()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left = self._until - monotonic()
        if left <= 0:
            raise TimeoutError("it took too long")
        self._connection.settimeout(min(left, self._step or left))
        return self._connection.recv_into(buffer)


class PatientSmtp(smtplib.SMTP):
    """A connection to a mail server whose answers may last so many seconds together."""

    def __init__(self, patience: float, *args: Any, **options: Any) -> None:
        self._until = monotonic() + patience
        super().__init__(*args, **options)

    def getreply(self) -> tuple[int, bytes]:
        """The server's next answer."""
        if self.file is None and self.sock is not None:
            self.file = io.BufferedReader(_Timed(self.sock, self._until))
        return super().getreply()


class PatientSmtpOverTls(PatientSmtp, smtplib.SMTP_SSL):
    """The same, secured from its beginning."""


class Cut:
    """Cuts the connections that are traced within its block when the time is over."""

    def __init__(self, patience: float) -> None:
        self._timer = Timer(patience, self._cut)
        self._timer.daemon = True
        self._connection: socket.socket | None = None
        self.over = False

    def __enter__(self) -> Cut:
        self._timer.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self._timer.cancel()

    def trace(self, event: str, details: dict[str, Any]) -> None:
        """For the extension `trace` of an HTTP request."""
        if event in {"connection.connect_tcp.complete", "connection.start_tls.complete"}:
            self._connection = details["return_value"].get_extra_info("socket")
            if self.over:
                self._cut()

    def _cut(self) -> None:
        self.over = True
        if self._connection is not None:
            try:
                # Of the base class: `SSLSocket.shutdown` clears state that the reading thread still uses.
                socket.socket.shutdown(self._connection, socket.SHUT_RDWR)
            except OSError:  # it is closed already
                return
