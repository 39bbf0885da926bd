"""What all routes share: the desk as the actor of a request may use it, and the language of the answer."""

from __future__ import annotations

from fastapi import Request

from complaintflow import Actor, AsyncDesk
from complaintflow.contrib.fastapi.bodies import header, read_language


class Asking:
    """Routes of one desk."""

    def __init__(self, desk: AsyncDesk) -> None:
        self._desk = desk
        self._policy = desk.policy

    def _as(self, request: Request) -> AsyncDesk:
        """The desk as the actor of this request may use it."""
        return self._desk.acting(actor_of(request))

    def _language(self, request: Request) -> str:
        return read_language(request, self._policy.language_for_staff)

    def _wanted_language(self, request: Request) -> str:
        """The language that is asked for, or none: then the desk knows which one it is."""
        return self._language(request) if header(request, "accept-language") else ""


def actor_of(request: Request) -> Actor:
    """Who asks."""
    actor: Actor = request.state.actor
    return actor
