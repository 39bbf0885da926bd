"""Routes that tell every error of ours, of a parameter and of HTTP as problem details."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

from complaintflow import ComplaintflowError
from complaintflow.contrib.fastapi.answers import answer_fault

Endpoint = Callable[..., Coroutine[Any, Any, Response]]


def told_in(language: str) -> type[APIRoute]:
    """Routes whose errors are told in the language that the client prefers, or in this one.

    What is no error of ours goes on to the application, which knows what to do with it.
    """

    class Told(APIRoute):
        def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
            handle = super().get_route_handler()

            async def told(request: Request) -> Response:
                try:
                    return await handle(request)
                except (ComplaintflowError, HTTPException, RequestValidationError) as fault:
                    return answer_fault(request, fault, language)

            return told

    return Told
