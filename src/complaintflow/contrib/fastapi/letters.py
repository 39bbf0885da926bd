"""The outbox for those who look after letters, and the records that cannot be read for those who mend them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Annotated

from fastapi import Path, Query, Request, Response

from complaintflow import to_json
from complaintflow.contrib.fastapi.answers import answer, done, tag_of
from complaintflow.contrib.fastapi.asking import Asking, actor_of
from complaintflow.contrib.fastapi.bodies import read_words
from complaintflow.plugins import OutboxEntry

_LAST = 2**63 - 1
Number = Annotated[int, Path(ge=1, le=_LAST)]
Limit = Annotated[int, Query(ge=1, le=200)]
After = Annotated[int, Query(ge=0, le=_LAST)]


class Letters(Asking):
    """Messages that wait, and dead letters."""

    async def outbox(self, request: Request, limit: Limit = 50, after: After = 0) -> Response:
        """List what waits to be sent, the oldest first. `Link` leads on."""
        return await _list(self._as(request).outbox, limit, after)

    async def dead_letters(self, request: Request, limit: Limit = 50, after: After = 0) -> Response:
        """List what could not be sent, the oldest first, and why."""
        return await _list(self._as(request).dead_letters, limit, after)

    async def unreadable(self, request: Request) -> Response:
        """List the letters that cannot be read."""
        return answer(to_json(await self._as(request).unreadable_letters()))

    async def retry(self, request: Request, number: Number) -> Response:
        """Let a dead letter wait again, to the customer's contacts as they stand now.

        `channel` is another one to begin with.
        """
        words = await read_words(request, may=("channel",))
        await self._as(request).retry(number, channel=words.get("channel", ""))
        return done()

    async def discard(self, request: Request, number: Number) -> Response:
        """Take a dead letter away, or one that cannot be read, and say why."""
        words = await read_words(request, may=("reason",))
        await self._as(request).discard(number, reason=words.get("reason", ""))
        return done()

    async def recall(self, request: Request) -> Response:
        """Take back a message to the customer that still waits, by its key, and say why."""
        words = await read_words(request, must=("message", "reason"))
        complaint = await self._as(request).recall(words["message"], by=actor_of(request), reason=words["reason"])
        return answer(to_json(complaint, policy=self._policy), etag=tag_of(complaint))


class Quarantine(Asking):
    """Records that cannot be read, by name."""

    async def show(self, request: Request) -> Response:
        """List every record that cannot be read. It reads everything."""
        return answer(to_json(await self._as(request).quarantine()))

    async def release(self, request: Request) -> Response:
        """Try a record again, after somebody has mended it."""
        words = await read_words(request, must=("table", "key"))
        await self._as(request).release(words["table"], words["key"])
        return done()


async def _list(read: Callable[[int, int], Awaitable[tuple[OutboxEntry, ...]]], limit: int, after: int) -> Response:
    found = await read(limit, after)
    if len(found) < limit:
        return answer(to_json(found))
    return answer(to_json(found), link=f'<?limit={limit}&after={found[-1].number}>; rel="next"')
