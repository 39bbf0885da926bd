"""The routes of a desk: which path asks for what, and as whom."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import Any

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse

from complaintflow import Actor, AsyncDesk, Desk
from complaintflow.commands import AddEvidence, Receive
from complaintflow.contrib.fastapi import openapi
from complaintflow.contrib.fastapi.aids import Aids
from complaintflow.contrib.fastapi.complaints import Complaints
from complaintflow.contrib.fastapi.evidence import Evidence, form_schema
from complaintflow.contrib.fastapi.filters import parameters
from complaintflow.contrib.fastapi.gateways import Gateways
from complaintflow.contrib.fastapi.letters import Letters, Quarantine
from complaintflow.contrib.fastapi.pages import ConfirmPage
from complaintflow.contrib.fastapi.told import Endpoint, told_in
from complaintflow.contrib.fastapi.uploads import Keep
from complaintflow.inbound import Webhooks

Who = Callable[..., Actor] | Callable[..., Awaitable[Actor]]

_ONE = "/complaints/{id}"
_SHOWN = openapi.document("Complaint", "CustomerView")
_WRONG = 400, 401, 403, 404, 409, 412, 413, 415, 422, 503
"""What may go wrong with what changes something."""


def router(
    desk: Desk | AsyncDesk, *, who: Who, webhooks: Mapping[str, Webhooks] | None = None, files: Keep | None = None
) -> APIRouter:
    """The routes of a desk, for `app.include_router`. `who` is a dependency that gives the actor of a request.

    It makes the actor of what your users prove (a session, a token), never of what a client claims, and raises
    `HTTPException(401)` for nobody. `webhooks` hear what gateways send, each by its name: `POST /webhooks/sms`. They
    and the page of the confirm links, `/confirm`, ask for no user: a signature or a token speaks for itself. `files`
    keeps what is uploaded as evidence, a `FileFolder` or an async function of yours: it gets an `Upload` and gives its
    URI; without it there is no such route. Every error is told as problem details (RFC 9457). Close the desk yourself.
    """
    waited = desk if isinstance(desk, AsyncDesk) else AsyncDesk(desk)
    told = told_in(waited.policy.language_for_staff)
    routes = APIRouter(route_class=told, dependencies=[Depends(_remember(who))], tags=["complaints"])
    complaints = Complaints(waited)
    _add_reading(routes, complaints)
    _add_asking(routes, complaints)
    _add_aids(routes, Aids(waited))
    _add_letters(routes, Letters(waited))
    _add_quarantine(routes, Quarantine(waited))
    if files:
        _add_evidence(routes, Evidence(waited, files), complaints.schema_of(AddEvidence.__name__))
    outside = APIRouter(route_class=told)
    _add_outside(outside, waited, webhooks or {})
    whole = APIRouter()
    whole.include_router(routes)
    whole.include_router(outside)
    return whole


def _remember(who: Who) -> Callable[..., Coroutine[Any, Any, None]]:
    async def remember(request: Request, actor: Any = Depends(who)) -> None:
        if not isinstance(actor, Actor):
            raise HTTPException(401, "nobody")
        request.state.actor = actor

    return remember


def _add_reading(routes: APIRouter, complaints: Complaints) -> None:
    """What only looks."""
    listed = openapi.describe(openapi.document("Page"), 400, 401, 403, 422)
    _add(routes, "GET", "/complaints", complaints.find, listed, {"parameters": parameters(paged=True)})
    counted = openapi.describe({"type": "integer"}, 400, 401, 403, 422)
    _add(routes, "GET", "/complaints/count", complaints.count, counted, {"parameters": parameters(paged=False)})
    read: Mapping[str, tuple[Endpoint, Mapping[str, Any]]] = {
        _ONE: (complaints.get, _SHOWN),
        f"{_ONE}/view": (complaints.view, openapi.document("CustomerView")),
        f"{_ONE}/history": (complaints.history, openapi.documents("Event")),
        f"{_ONE}/steps": (complaints.steps, openapi.documents("Step")),
        f"{_ONE}/deadlines": (complaints.deadlines, openapi.documents("Explanation")),
        "/commands/{kind}": (complaints.schema, {"type": "object"}),
    }
    for path, (endpoint, answered) in read.items():
        _add(routes, "GET", path, endpoint, openapi.describe(answered, 400, 401, 403, 404))


def _add_asking(routes: APIRouter, complaints: Complaints) -> None:
    """What changes something: a route for each command, and one for several that all happen or none."""
    received = openapi.asks(
        complaints.schema_of(Receive.__name__), openapi.list_of([Receive.__name__, *complaints.kinds]), expects=False
    )
    _add(routes, "POST", "/complaints", complaints.receive, openapi.describe(_SHOWN, *_WRONG, status=201), received)
    _add(
        routes,
        "POST",
        f"{_ONE}/do",
        complaints.do,
        openapi.describe(_SHOWN, *_WRONG),
        openapi.asks(openapi.list_of(complaints.kinds)),
    )
    for kind in complaints.kinds:
        asked = openapi.asks(complaints.schema_of(kind))
        _add(routes, "POST", f"{_ONE}/do/{kind}", complaints.asking(kind), openapi.describe(_SHOWN, *_WRONG), asked)


def _add_aids(routes: APIRouter, aids: Aids) -> None:
    """What helps the one who works on a complaint."""
    every: Mapping[str, tuple[Endpoint, Mapping[str, Any]]] = {
        f"{_ONE}/brief": (aids.brief, {"type": "string"}),
        f"{_ONE}/playbook": (aids.playbook, openapi.document("Playbook")),
        f"{_ONE}/answers": (aids.answers, openapi.by_name(openapi.documents("FoundAnswer"))),
        f"{_ONE}/suggestions": (aids.suggestions, openapi.documents("Suggested")),
        f"{_ONE}/classes": (aids.classes, openapi.by_name(openapi.document("Suggestion"))),
        f"{_ONE}/advice": (aids.advice, openapi.document("Advice")),
    }
    for path, (endpoint, answered) in every.items():
        _add(routes, "GET", path, endpoint, openapi.describe(answered, 400, 401, 403, 404, 422))


def _add_letters(routes: APIRouter, letters: Letters) -> None:
    """The outbox."""
    looks = (("", letters.outbox), ("/dead", letters.dead_letters))
    for path, endpoint in looks:
        listed = openapi.describe(openapi.documents("OutboxEntry"), 400, 401, 403, 422)
        _add(routes, "GET", f"/outbox{path}", endpoint, listed)
    unreadable = openapi.describe(openapi.documents("SetAside"), 400, 401, 403)
    _add(routes, "GET", "/outbox/unreadable", letters.unreadable, unreadable)
    changed = openapi.describe({}, *_WRONG, status=204)
    _add(routes, "POST", "/outbox/{number}/retry", letters.retry, changed, openapi.texts(may=("channel",)))
    _add(routes, "POST", "/outbox/{number}/discard", letters.discard, changed, openapi.texts(may=("reason",)))
    recalled = openapi.describe(_SHOWN, *_WRONG)
    _add(routes, "POST", "/outbox/recall", letters.recall, recalled, openapi.texts("message", "reason"))


def _add_quarantine(routes: APIRouter, quarantine: Quarantine) -> None:
    """The records that cannot be read."""
    listed = openapi.describe(openapi.documents("SetAside"), 400, 401, 403)
    _add(routes, "GET", "/quarantine", quarantine.show, listed)
    released = openapi.describe({}, *_WRONG, status=204)
    _add(routes, "POST", "/quarantine/release", quarantine.release, released, openapi.texts("table", "key"))


def _add_evidence(routes: APIRouter, evidence: Evidence, schema: Mapping[str, Any]) -> None:
    """Evidence that comes with files."""
    _add(
        routes,
        "POST",
        f"{_ONE}/evidence",
        evidence.add,
        openapi.describe(_SHOWN, *_WRONG),
        openapi.form(form_schema(schema)),
    )


def _add_outside(routes: APIRouter, desk: AsyncDesk, webhooks: Mapping[str, Webhooks]) -> None:
    """What asks for no user."""
    page = ConfirmPage(desk)
    for way, shown in ((routes.get, page.show), (routes.post, page.accept)):
        way("/confirm", response_class=HTMLResponse, responses=openapi.PAGE, tags=["customers"])(shown)
    if webhooks:
        heard = openapi.describe(openapi.document("Heard"), 400, 401, 404, 413, 422, 503)
        _add(routes, "POST", "/webhooks/{name}", Gateways(desk, webhooks).hear, heard)


def _add(
    routes: APIRouter,
    method: str,
    path: str,
    endpoint: Endpoint,
    answers: Mapping[int | str, dict[str, Any]],
    more: dict[str, Any] | None = None,
) -> None:
    """A route that makes its own answer, which no model checks again."""
    [status, *_] = answers
    routes.add_api_route(
        path,
        endpoint,
        methods=[method],
        response_model=None,
        responses=dict(answers),
        status_code=int(status),
        openapi_extra=more,
    )
