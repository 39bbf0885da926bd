"""A helpdesk as a web API, on SQLite in the present folder: `uvicorn --app-dir examples web_api:app --workers 2`.

Its pages are at /docs. `curl -H 'Authorization: Bearer token-of-li' localhost:8000/complaints` lists complaints.
"""

import logging
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from typing import Annotated

import anyio
from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from complaintflow import Actor, AsyncDesk, ComplaintflowError
from complaintflow.contrib.fastapi import FileFolder, router

USERS = {  # here stands what your application knows: sessions, or the tokens of your sign-on
    "token-of-li": Actor("li", roles={"agent"}, team="payments"),
    "token-of-wang": Actor("wang", roles={"agent"}, team="payments"),
    "token-of-chen": Actor("chen", roles={"manager"}, team="payments"),
    "token-of-u-17": Actor.customer("u-17"),
}
desk = AsyncDesk.open("sqlite:///helpdesk.db")


def who(bearer: Annotated[HTTPAuthorizationCredentials, Depends(HTTPBearer())]) -> Actor:
    """The actor of a request, by what its token proves."""
    if bearer.credentials not in USERS:
        raise HTTPException(401, "unknown token", {"WWW-Authenticate": "Bearer"})
    return USERS[bearer.credentials]


async def look_after() -> None:
    """Each minute: what the clocks ask for, and the letters. Several workers do nothing twice."""
    while True:
        try:
            await desk.tick()
            await desk.deliver()
        except ComplaintflowError:
            logging.exception("the next minute tries again")
        await anyio.sleep(60)


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncGenerator[None, None]:
    """From the first request to the last."""
    async with desk, anyio.create_task_group() as background:
        background.start_soon(look_after)
        yield
        background.cancel_scope.cancel()


app = FastAPI(title="Helpdesk", lifespan=lifespan)
app.include_router(router(desk, who=who, files=FileFolder("files")))
