"""What gateways send: signed requests that the desk hears as replies."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import HTTPException, Request, Response

from complaintflow import AsyncDesk, Refusal, to_json
from complaintflow.contrib.fastapi.answers import answer
from complaintflow.contrib.fastapi.bodies import read_body
from complaintflow.inbound import Webhooks


class Gateways:
    """The gateways of a desk, each by its name."""

    def __init__(self, desk: AsyncDesk, webhooks: Mapping[str, Webhooks]) -> None:
        self._desk = desk
        self._webhooks = webhooks

    async def hear(self, request: Request, name: str) -> Response:
        """Hear a signed request (Standard Webhooks) once, however often it comes."""
        if name not in self._webhooks:
            raise HTTPException(404, "no such webhook")
        came = self._webhooks[name].read(await read_body(request), request.headers)
        if isinstance(came, Refusal):
            raise HTTPException(401, str(came.why))
        return answer(to_json(await self._desk.hear(came)))
