"""A name for the complaints, by which Django gives permissions and the admin its pages. It reads and writes no rows."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

_ROWS = "the rows of complaints are the desk's: use desk()"


class NoRows(models.Manager):
    """Finds nothing, whatever is asked: a query would show what roles do not show."""

    def get_queryset(self) -> Any:
        """No rows."""
        return super().get_queryset().none()


class Complaint(models.Model):
    """A complaint in the permissions (`complaintflow.view_complaint`) and in the admin."""

    id = models.CharField(primary_key=True, max_length=255)

    objects = NoRows()

    class Meta:
        """It has no table of its own."""

        managed = False
        default_permissions = ("view",)
        base_manager_name = "objects"

    def __str__(self) -> str:
        return str(self.id)

    def save(self, *_: Any, **__: Any) -> NoReturn:
        """Raises `TypeError`."""
        raise TypeError(_ROWS)

    def delete(self, *_: Any, **__: Any) -> NoReturn:
        """Raises `TypeError`."""
        raise TypeError(_ROWS)
