"""What helps the one who works on a complaint: each answer is the desk's, for its actor."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from complaintflow import to_json
from complaintflow.contrib.fastapi.answers import answer
from complaintflow.contrib.fastapi.asking import Asking, actor_of

_Count = Annotated[int | None, Query(ge=0, le=100_000)]


class Aids(Asking):
    """The brief, the playbook, what helped before, and what the customer's words suggest."""

    async def brief(self, request: Request, id: str) -> Response:
        """Show what staff need to know of the case, on one page: a text."""
        return answer(to_json(await self._as(request).brief(id, self._wanted_language(request))))

    async def playbook(self, request: Request, id: str) -> Response:
        """Show what to do and to say in this case, in the customer's language or the one that is asked for."""
        return answer(to_json(await self._as(request).playbook(id, self._wanted_language(request))))

    async def answers(self, request: Request, id: str, limit: Annotated[int, Query(ge=1, le=50)] = 5) -> Response:
        """Show what helped with the like before, from each source of knowledge by its name, the best first."""
        return answer(to_json(await self._as(request).answers(id, limit)))

    async def suggestions(self, request: Request, id: str) -> Response:
        """Show what the customer's last words suggest. A person accepts it, by a command."""
        return answer(to_json(await self._as(request).suggestions(id)))

    async def classes(self, request: Request, id: str) -> Response:
        """Show what each classifier makes of what was received, by its name. A person triages."""
        return answer(to_json(await self._as(request).suggest(id)))

    async def advice(self, request: Request, id: str, people: _Count = None, minutes: _Count = None) -> Response:
        """Show what a compensation may be worth, with its sum. `people` and `minutes` of each are the work left."""
        told = await self._as(request).advise(id, by=actor_of(request), people=people, minutes=minutes)
        return answer(to_json(told, language=self._language(request)))
