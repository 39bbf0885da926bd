"""What one may ask about complaints: each request is read, asked of the desk as its actor, and answered."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from fastapi import HTTPException, Request, Response

from complaintflow import AsyncDesk, Complaint, InvalidInput, Problem, command_schema, to_json
from complaintflow.commands import Command, Receive
from complaintflow.contrib._asked import commands_of_people
from complaintflow.contrib.fastapi.answers import answer, answer_page, is_known, not_modified, tag_of
from complaintflow.contrib.fastapi.asking import Asking, actor_of
from complaintflow.contrib.fastapi.bodies import header, read_commands, read_expected, read_fields
from complaintflow.contrib.fastapi.filters import read_filters
from complaintflow.contrib.fastapi.openapi import put_in
from complaintflow.contrib.fastapi.told import Endpoint

_KEY = "idempotency-key"


class Complaints(Asking):
    """The complaints of one desk."""

    def __init__(self, desk: AsyncDesk) -> None:
        super().__init__(desk)
        self._known: Mapping[str, type[Command]] = desk.commands

    @property
    def kinds(self) -> list[str]:
        """The commands that people may ask for, of a complaint that is there. What only the system does is no route."""
        return sorted(commands_of_people(self._desk) - {Receive.__name__})

    def schema_of(self, kind: str) -> dict[str, Any]:
        """The schema of a command, as a part of the description of the API."""
        return put_in(command_schema(kind, policy=self._policy, commands=self._known.values()))

    async def receive(self, request: Request) -> Response:
        """Take in a complaint: the fields of a `Receive`, or a list of commands that begins with one.

        `missing` of the answer says what to ask for, `duplicates` which open complaints it may repeat.
        """
        commands = await read_fields(request, Receive.__name__, self._known.values())
        first, then = next(iter(commands), None), commands[1:]
        if not isinstance(first, Receive):
            found = type(first).__name__ if first else "nothing"
            raise InvalidInput((Problem("[0]", found, Receive.__name__),))
        by = actor_of(request)
        complaint = await self._desk.acting(by).receive(first, *then, by=by, key=header(request, _KEY))
        return await self._show(request, complaint, 201, location=f"complaints/{quote(complaint.id, safe='')}")

    async def do(self, request: Request, id: str) -> Response:
        """Ask for one command, or for several that all happen or none, each with its `$kind`."""
        return await self._ask(request, id, await read_commands(request, self._known.values()))

    def asking(self, kind: str) -> Endpoint:
        """The route of one command."""

        async def ask(request: Request, id: str) -> Response:
            return await self._ask(request, id, await read_fields(request, kind, self._known.values()))

        ask.__doc__ = str(command_schema(kind, commands=self._known.values())["description"])
        return ask

    async def _ask(self, request: Request, id: str, commands: tuple[Command, ...]) -> Response:
        by, key, expect = actor_of(request), header(request, _KEY), read_expected(request)
        complaint = await self._desk.acting(by).do(id, *commands, by=by, key=key, expect=expect)
        return await self._show(request, complaint)

    async def find(self, request: Request) -> Response:
        """List complaints without their texts. Each filter may stand several times: one of its values is enough.

        A field of the house's own is `fields.NAME`. `next` and `previous` of the answer, and its `Link`, lead on.
        """
        page = await self._as(request).find(**read_filters(request.query_params))
        return answer_page(page, request, to_json(page, policy=self._policy, bodies=False))

    async def count(self, request: Request) -> Response:
        """Count complaints, by the same filters."""
        return answer(to_json(await self._as(request).count(**read_filters(request.query_params))))

    async def get(self, request: Request, id: str) -> Response:
        """Show a complaint: to staff all of it, to its customer the public facts."""
        complaint = await self._as(request).get(id)
        tag = tag_of(complaint)
        return not_modified(tag) if is_known(request, tag) else await self._show(request, complaint)

    async def view(self, request: Request, id: str) -> Response:
        """Show what its customer may see, in the customer's language or the one that is asked for."""
        return answer(to_json(await self._as(request).customer_view(id, self._wanted_language(request))))

    async def history(self, request: Request, id: str) -> Response:
        """Show its events, in order."""
        return answer(to_json(await self._as(request).history(id)))

    async def steps(self, request: Request, id: str) -> Response:
        """Show what each command would get now: open, refused and why, or impossible; and which fields it needs."""
        told = await self._as(request).steps(id, by=actor_of(request))
        return answer(to_json(told, policy=self._policy, language=self._language(request)))

    async def deadlines(self, request: Request, id: str) -> Response:
        """Explain each deadline: from where, which open hours, which pauses, by which rule."""
        return answer(to_json(await self._as(request).explain(id)))

    async def schema(self, request: Request, kind: str) -> Response:
        """Show the schema of a command, with titles and words in the language that is asked for."""
        if kind not in self._known:
            raise HTTPException(404, "no such command")
        language = self._language(request)
        told = command_schema(kind, policy=self._policy, language=language, commands=self._known.values())
        return answer(json.dumps(told, ensure_ascii=False))

    async def _show(self, request: Request, complaint: Complaint, status: int = 200, **headers: str) -> Response:
        """The complaint as this actor may see it."""
        seen = await self._as(request).customer_view(complaint.id) if actor_of(request).is_customer else complaint
        return answer(to_json(seen, policy=self._policy), status, etag=tag_of(complaint), **headers)
