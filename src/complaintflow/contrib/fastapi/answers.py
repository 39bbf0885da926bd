"""What a client gets: documents with the version as their tag, and every error as problem details."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException as AnyHTTPException

from complaintflow import (
    Complaint,
    ComplaintflowError,
    Conflict,
    InvalidInput,
    Problem,
    StoreError,
    UnreadableRecord,
    problem,
)
from complaintflow.contrib.fastapi.bodies import header, read_language
from complaintflow.plugins import Page

PROBLEM = "application/problem+json"
_PRIVATE = {"cache-control": "no-store", "vary": "Accept-Language"}
"""Nobody keeps an answer: the next one at this screen may be another user."""
_AGAIN = {"retry-after": "1"}
"""Seconds: a store that was busy may not be so any more."""

Fault = ComplaintflowError | AnyHTTPException | RequestValidationError


def tag_of(complaint: Complaint) -> str:
    """The version as an entity tag: what `If-Match` gives back."""
    return f'"{complaint.version}"'


def answer(document: str, status: int = 200, **headers: str) -> Response:
    """A document of JSON."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(document, status, {**_PRIVATE, **named}, "application/json")


def done() -> Response:
    """There is nothing to tell."""
    return Response(None, HTTPStatus.NO_CONTENT, _PRIVATE)


def answer_page(page: Page, request: Request, document: str) -> Response:
    """A page of a list; `Link` leads to the next one and to the previous one."""
    cursors = (("next", "after", page.next), ("prev", "before", page.previous))
    asked = [(name, value) for name, value in request.query_params.multi_items() if name not in {"after", "before"}]
    links = [
        f'<?{urlencode([*asked, (name, cursor)])}>; rel="{way}"' for way, name, cursor in cursors if cursor is not None
    ]
    return answer(document, link=", ".join(links)) if links else answer(document)


def answer_fault(request: Request, fault: Fault, language: str) -> Response:
    """Problem details in the language that the client reads."""
    spoken = read_language(request, language)
    headers = {**_PRIVATE, "content-language": spoken}
    if isinstance(fault, AnyHTTPException):
        told = {"type": "about:blank", "title": HTTPStatus(fault.status_code).phrase, "status": fault.status_code}
        return _details({**told, "detail": str(fault.detail)}, {**headers, **(fault.headers or {})})
    error = _name_faults(fault) if isinstance(fault, RequestValidationError) else fault
    told = problem(error, language=spoken)
    if isinstance(error, Conflict) and "if-match" in request.headers:
        told["status"] = HTTPStatus.PRECONDITION_FAILED
    if isinstance(error, StoreError) and not isinstance(error, UnreadableRecord):
        headers |= _AGAIN
    return _details(told, headers)


def _details(told: dict[str, Any], headers: dict[str, str]) -> Response:
    return Response(json.dumps(told, ensure_ascii=False), int(told["status"]), headers, PROBLEM)


def _name_faults(fault: RequestValidationError) -> InvalidInput:
    """A parameter that is not what it must be; its value may be private."""
    every: Any = fault.errors()
    return InvalidInput(
        tuple(Problem(".".join(map(str, one["loc"][1:])), "something else", str(one["msg"])) for one in every)
    )


def is_known(request: Request, tag: str) -> bool:
    """`If-None-Match`: whether the client has this version already."""
    known = header(request, "if-none-match") or ""
    return tag in {one.strip().removeprefix("W/") for one in known.split(",")}


def not_modified(tag: str) -> Response:
    """The client has it."""
    return Response(None, HTTPStatus.NOT_MODIFIED, {**_PRIVATE, "etag": tag})
