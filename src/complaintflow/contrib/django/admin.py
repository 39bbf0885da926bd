"""The pages of complaints in the admin. They only show, and to each user what the desk shows to them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path

from complaintflow.contrib.django.actors import actor_of
from complaintflow.contrib.django.models import Complaint
from complaintflow.contrib.django.pages import complaint_page, list_page
from complaintflow.errors import ComplaintflowError, InvalidInput, NotFound, Refused

_LIST = "admin/complaintflow/complaint/list.html"
_ONE = "admin/complaintflow/complaint/complaint.html"


@admin.register(Complaint)
class ComplaintAdmin(admin.ModelAdmin):
    """A list, and a page for each complaint. Who opens them has the permission to view complaints, and sees what the
    roles of their groups show. No other page of the admin is there: nothing is added, changed or deleted.
    """

    def get_urls(self) -> list[Any]:
        """The two pages."""
        name = "complaintflow_complaint"
        guard = self.admin_site.admin_view
        return [
            path("", guard(self.changelist_view), name=f"{name}_changelist"),
            path("<path:object_id>/", guard(self.change_view), name=f"{name}_change"),
        ]

    def has_add_permission(self, request: Any) -> bool:
        """Complaints come in at the desk."""
        return False

    def has_change_permission(self, request: Any, obj: Any = None) -> bool:
        """They change by commands of the desk."""
        return False

    def has_delete_permission(self, request: Any, obj: Any = None) -> bool:
        """Histories are only added to."""
        return False

    def changelist_view(self, request: Any, extra_context: Any = None) -> Any:
        """The list, with a search."""
        asked = request.GET.dict()
        return self._show(request, _LIST, "Complaints", lambda actor: list_page(actor, asked), asked=asked)

    def change_view(self, request: Any, object_id: str, form_url: str = "", extra_context: Any = None) -> Any:
        """One complaint. Raises `Http404`, also for what no id can be."""
        if not object_id.isprintable():
            raise Http404
        return self._show(request, _ONE, object_id, lambda actor: complaint_page(actor, object_id))

    def _show(self, request: Any, template: str, title: str, read: Callable[[Any], dict[str, Any]], **more: Any) -> Any:
        if not self.has_view_permission(request):
            raise PermissionDenied
        status, shown = 200, dict[str, Any]()
        try:
            shown = read(actor_of(request.user))
        except NotFound:
            raise Http404 from None
        except ComplaintflowError as error:
            status, shown = _status_of(error), {"error": str(error)}
        context = {**self.admin_site.each_context(request), "title": title, "opts": self.model._meta, **more, **shown}
        return TemplateResponse(request, template, context, status=status)


def _status_of(error: ComplaintflowError) -> int:
    if isinstance(error, Refused):
        return 403
    return 400 if isinstance(error, InvalidInput) else 503
