"""A web API to try things at: a client says who it is, which no real application may let it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Header, HTTPException
from fastapi.testclient import TestClient

from complaintflow import Actor, Desk
from complaintflow.contrib.fastapi import router
from complaintflow.plugins import hookimpl
from complaintflow.testing import RecordingChannel

LI = Actor("li", roles={"agent"}, team="payments")
CHEN = Actor("chen", roles={"manager"}, team="payments")
STAFF: Mapping[str, Actor] = {"li": LI, "chen": CHEN, "eve": Actor("eve", roles={"intern"})}
ASKS = {
    "channel": "app",
    "customer": {"id": "u-17", "contact": {"app": "u-17"}},
    "description": "我付了两次款",
}


class App:
    """A house whose customers read what it sends in its app."""

    def __init__(self, channel: RecordingChannel) -> None:
        self.channel = channel

    @hookimpl
    def channels(self) -> dict[str, object]:
        return {"app": self.channel}


def who(x_user: str = Header("li")) -> Actor:
    """One of the staff, or the customer of that name."""
    if x_user == "nobody":
        raise HTTPException(401, "nobody")
    return STAFF.get(x_user) or Actor.customer(x_user)


def client_of(desk: Desk, **more: Any) -> TestClient:
    """A client of the routes of this desk."""
    app = FastAPI()
    app.include_router(router(desk, who=who, **more))
    return TestClient(app)
