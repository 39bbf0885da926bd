"""Write to customers and staff in the rooms of a Matrix-like chat.

A customer's room is the contact `rooms`, named like the channel, so that the fallback order knows who has one. Staff
share one room.
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
    """The channel to customers, by the name that `preferred_channel` and the policy's fallback order use."""
    return {NAME: CustomerRooms(server_from(os.environ))}


@hookimpl
def staff_channels() -> Mapping[str, StaffChannel]:
    """The channel to staff, by audience; none without a room for them."""
    room = os.environ.get(STAFF)
    return dict.fromkeys(("team", "stakeholders"), StaffRoom(server_from(os.environ), room)) if room else {}


def server_from(settings: Mapping[str, str]) -> Server:
    """The server of these settings. Raises `DefinitionError`, which says what to set and shows no value."""
    missing = tuple(Problem(name, "nothing", what) for name, what in NEEDED.items() if not settings.get(name))
    if missing:
        raise DefinitionError(missing)
    return Server(settings[URL], settings[TOKEN])


class CustomerRooms:
    """Writes to a customer in their own room.

    It answers *accepted*: the server has the message, and nobody knows who reads it. It honours keys. 429 means "not
    now", any other 4xx is final. 5xx is an exception, and so is 401: a wrong token is not the fault of the message.
    """

    form: ClassVar[str] = "chat"

    def __init__(self, server: Server) -> None:
        self._server = server

    def send(self, message: CustomerMessage) -> Outcome:
        """Write the message into the customer's room."""
        room = message.to.get(NAME, "")
        if not room.startswith("!"):
            return Outcome(ReceiptStatus.FAILED, detail="no room")
        return self._server.say(room, message.text, message.key)


class StaffRoom:
    """Writes to staff in one room, with the recipients first; otherwise like `CustomerRooms`."""

    form: ClassVar[str] = "chat"

    def __init__(self, server: Server, room: str) -> None:
        self._server = server
        self._room = room

    def send(self, message: StaffMessage) -> Outcome:
        """Write the message into the room of the staff."""
        whom = ", ".join(message.recipients)
        return self._server.say(self._room, f"{whom}: {message.text}" if whom else message.text, message.key)
