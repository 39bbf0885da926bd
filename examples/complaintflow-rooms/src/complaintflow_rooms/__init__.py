"""Customers and teams are told in the rooms of a Matrix-like chat.

One request a message: PUT …/rooms/{room}/send/m.room.message/{transaction}. The transaction is the message's key, so
that the server drops what comes twice.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from http.client import HTTPConnection, HTTPSConnection
from typing import Any
from urllib.parse import quote, urlsplit

from complaintflow.plugins import CustomerMessage, Outcome, StaffMessage, hookimpl
from complaintflow.vocabulary import ReceiptStatus

NOT_NOW = 429


class ServerDown(Exception):
    """The chat server did not do its work. The message stays where it is and is tried again."""


@dataclass(frozen=True)
class Server:
    """Where the rooms are and who we are there. The token is never shown."""

    url: str
    token: str = field(repr=False)
    timeout: float = 10.0

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError(f"the server's address is {self.url!r}; expected http:// or https:// and a host")

    def put(self, room: str, key: str, content: Mapping[str, str]) -> Outcome:
        """Say it in the room, once for each key."""
        path = f"/_matrix/client/v3/rooms/{quote(room, safe='')}/send/m.room.message/{quote(key, safe='')}"
        connection = self._connection()
        try:
            connection.request("PUT", path, json.dumps(content), self._headers())
            response = connection.getresponse()
            return outcome(response.status, response.read())
        finally:
            connection.close()

    def _connection(self) -> HTTPConnection:
        parts = urlsplit(self.url)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        return kind(str(parts.hostname), parts.port, timeout=self.timeout)

    def _headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}


def outcome(status: int, body: bytes) -> Outcome:
    """What the server's answer says about the message."""
    if status < 300:
        return Outcome(ReceiptStatus.ACCEPTED)
    answer = parsed(body)
    if status == NOT_NOW:
        wait = timedelta(milliseconds=answer.get("retry_after_ms", 1000))
        return Outcome(ReceiptStatus.FAILED, final=False, detail="too many messages", retry_after=wait)
    error = str(answer.get("errcode", "no reason"))
    if status >= 500:
        raise ServerDown(f"the chat server answered {status}: {error}")
    return Outcome(ReceiptStatus.FAILED, detail=f"{status}: {error}")


def parsed(body: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(body)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


class CustomerRooms:
    """Tells a customer in the room that is the contact `room`."""

    def __init__(self, server: Server) -> None:
        self.server = server

    def send(self, message: CustomerMessage) -> Outcome:
        if "room" not in message.to:
            return Outcome(ReceiptStatus.FAILED, detail="no room")
        return self.server.put(message.to["room"], message.key, {"msgtype": "m.text", "body": message.text})
