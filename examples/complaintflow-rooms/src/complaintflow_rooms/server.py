"""The chat server: one request a message, PUT …/rooms/{room}/send/m.room.message/{transaction}.

The transaction is the message's key, so that the server drops a repeat.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from http.client import HTTPConnection, HTTPSConnection
from typing import Any, cast
from urllib.parse import quote, urlsplit

from complaintflow import DefinitionError, Problem
from complaintflow.plugins import Outcome
from complaintflow.vocabulary import ReceiptStatus

CONNECTIONS = {"http": HTTPConnection, "https": HTTPSConnection}
LONGEST = 64 * 1024
"""How many bytes of an answer are read; the usual answer has a hundred."""

OK, UNAUTHORIZED, NOT_NOW = 200, 401, 429
CLIENTS_FAULT = range(400, 500)


class ServerError(Exception):
    """The server failed, or rejects the token. The message stays in the outbox and is tried again."""


class Server:
    """The chat server and our account there. The token is never shown; `timeout` is in seconds, for each step."""

    def __init__(self, url: str, token: str, timeout: float = 10.0) -> None:
        self._connection, self.host, self._port = _parse_url(url)
        self._token = _check_token(token)
        self._timeout = timeout

    def __repr__(self) -> str:
        return f"Server({self.host!r})"

    def say(self, room: str, text: str, key: str) -> Outcome:
        """Write into the room, once for each key. Raises `ServerError`, or `OSError` without a connection."""
        path = f"/_matrix/client/v3/rooms/{quote(room, safe='')}/send/m.room.message/{quote(key, safe='')}"
        return _outcome(*self._put(path, json.dumps({"msgtype": "m.text", "body": text})))

    def _put(self, path: str, body: str) -> tuple[int, Mapping[str, Any]]:
        headers = {"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"}
        connection = self._connection(self.host, self._port, timeout=self._timeout)
        try:
            connection.request("PUT", path, body, headers)
            response = connection.getresponse()
            return response.status, _parse_answer(response.read(LONGEST))
        finally:
            connection.close()


def _parse_url(url: str) -> tuple[type[HTTPConnection], str, int | None]:
    """The kind of connection, the host and the port. An error hides the address: it may hold a password."""
    with suppress(ValueError):
        parts = urlsplit(url)
        if parts.scheme in CONNECTIONS and parts.hostname:
            return CONNECTIONS[parts.scheme], parts.hostname, parts.port
    raise DefinitionError((Problem("the server's address", "another one", "https:// and a host"),))


def _check_token(token: str) -> str:
    """The token, if it fits into a header. Checked here, since the error of the header would show it."""
    if token and token.isascii() and token.isprintable() and " " not in token:
        return token
    raise DefinitionError((Problem("the token", "a private value", "letters and signs of ASCII on one line"),))


def _parse_answer(body: bytes) -> Mapping[str, Any]:
    with suppress(ValueError):
        answer = json.loads(body)
        if isinstance(answer, dict):
            return cast(dict[str, Any], answer)
    return {}


def _outcome(status: int, answer: Mapping[str, Any]) -> Outcome:
    """What became of the message. An answer that is not about the message raises `ServerError`."""
    error = str(answer.get("errcode", "no reason"))[:60]
    if status == OK and "event_id" in answer:
        return Outcome(ReceiptStatus.ACCEPTED)
    if status == NOT_NOW:
        wait = timedelta(milliseconds=answer.get("retry_after_ms", 1000))
        return Outcome(ReceiptStatus.FAILED, final=False, detail=error, retry_after=wait)
    if status in CLIENTS_FAULT and status != UNAUTHORIZED:
        return Outcome(ReceiptStatus.FAILED, detail=f"{status} {error}")
    raise ServerError(f"the chat server answered {status}: {error}")
