"""Customers and teams are told in the rooms of a Matrix-like chat.

A customer's room is the contact `rooms`, named like the channel, so that the fallback order knows who has one. Our own
people have one room for all.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import ClassVar

from complaintflow import DefinitionError, Problem
from complaintflow.plugins import Channel, CustomerMessage, Outcome, StaffChannel, StaffMessage, hookimpl
from complaintflow.vocabulary import ReceiptStatus
from complaintflow_rooms.server import Server, ServerError

__all__ = ["CustomerRooms", "Server", "ServerError", "StaffRoom", "channels", "staff_channels"]

NAME = "rooms"
URL, TOKEN, STAFF = "COMPLAINTFLOW_ROOMS_URL", "COMPLAINTFLOW_ROOMS_TOKEN", "COMPLAINTFLOW_ROOMS_STAFF"
NEEDED = {URL: "the server's address, https://…", TOKEN: "the access token of the account that speaks"}


@hookimpl
def channels() -> Mapping[str, Channel]:
    """The way to customers, by the name that `preferred_channel` and the policy's fallback order use."""
    return {NAME: CustomerRooms(server_of(os.environ))}


@hookimpl
def staff_channels() -> Mapping[str, StaffChannel]:
    """The way to our own people, by audience; none where no room is set for them."""
    room = os.environ.get(STAFF)
    return dict.fromkeys(("team", "stakeholders"), StaffRoom(server_of(os.environ), room)) if room else {}


def server_of(settings: Mapping[str, str]) -> Server:
    """The server that is set. Raises `DefinitionError`, which says what to set; no value is shown."""
    missing = tuple(Problem(name, "nothing", what) for name, what in NEEDED.items() if not settings.get(name))
    if missing:
        raise DefinitionError(missing)
    return Server(settings[URL], settings[TOKEN])


class CustomerRooms:
    """Tells a customer in their own room.

    It answers *accepted*: the server has it, who reads it is not known. It honours keys. 429 means "not now", any
    other 4xx is a failure for good. 5xx is an exception, and so is 401: a wrong token is no fault of the message.
    """

    form: ClassVar[str] = "chat"

    def __init__(self, server: Server) -> None:
        self._server = server

    def send(self, message: CustomerMessage) -> Outcome:
        """Say it in the customer's room."""
        room = message.to.get(NAME, "")
        if not room.startswith("!"):
            return Outcome(ReceiptStatus.FAILED, detail="no room")
        return self._server.say(room, message.text, message.key)


class StaffRoom:
    """Tells our own people in one room, and begins with whom it is for; otherwise like `CustomerRooms`."""

    form: ClassVar[str] = "chat"

    def __init__(self, server: Server, room: str) -> None:
        self._server = server
        self._room = room

    def send(self, message: StaffMessage) -> Outcome:
        """Say it in the room of our own people."""
        whom = ", ".join(message.recipients)
        return self._server.say(self._room, f"{whom}: {message.text}" if whom else message.text, message.key)
