"""Each view is one transaction, of the ticket and of the complaint: `ATOMIC_REQUESTS` in the settings."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from complaintflow import ComplaintflowError, Customer, problem
from complaintflow.commands import Note, Receive
from complaintflow.contrib.django import actor_of, desk
from tickets.models import Ticket

View = Callable[..., JsonResponse]


def telling_why(view: View) -> View:
    """What the rules refuse is answered with its reasons. It has left nothing behind."""

    @wraps(view)
    def told(request: HttpRequest, *given: Any, **named: Any) -> JsonResponse:
        try:
            return view(request, *given, **named)
        except ComplaintflowError as error:
            answer = problem(error)
            return JsonResponse(answer, status=int(str(answer["status"])), content_type="application/problem+json")

    return told


@require_POST
@login_required
@telling_why
def new_ticket(request: HttpRequest) -> JsonResponse:
    """A customer complains. When the ticket cannot be filed, the complaint is not there either."""
    actor = actor_of(request.user)
    command = Receive("app", Customer(actor.id), request.POST["description"])
    complaint = desk().acting(actor).receive(command, key=request.POST.get("key"))
    ticket = Ticket.objects.create(title=request.POST["title"], complaint=complaint.id)
    return JsonResponse({"ticket": ticket.pk, "complaint": complaint.id})


@require_POST
@login_required
@telling_why
def note(request: HttpRequest, complaint: str) -> JsonResponse:
    """Staff write a note."""
    seen = desk().acting(actor_of(request.user)).do(complaint, Note(request.POST["text"]))
    return JsonResponse({"complaint": seen.id, "version": seen.version})
