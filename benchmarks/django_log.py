"""A complaint as one keeps it with Django, django-fsm-2 and django-fsm-log on PostgreSQL, where these are installed.

A move of the state machine, its row in the log with who and what, and the document of the complaint.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

import attrs

NAME = "Django, django-fsm-2 and django-fsm-log"


def installed() -> bool:
    """Whether all three are there. They are in no lock."""
    return all(map(find_spec, ("django", "django_fsm", "django_fsm_log", "appconf")))


@attrs.frozen
class DjangoLog:
    """One complaint in a database of its own."""

    model: Any
    atomic: Any
    id: int

    def note(self, text: str) -> None:
        """A move that stays where it is, with a text, by somebody."""
        with self.atomic():
            one = self.model.objects.select_for_update().get(pk=self.id)
            one.note(description=text)  # the move is logged by its signal
            one.version += 1
            one.save()


def open_log(url: str, document: int) -> DjangoLog:
    """With a document of so many characters. Django takes settings once in a process."""
    import django
    from django.conf import settings

    host, name = _place(url)
    default = {"ENGINE": "django.db.backends.postgresql", "NAME": name, "HOST": host, "USER": "postgres"}
    apps = ["django.contrib.contenttypes", "django.contrib.auth", "django_fsm_log"]
    settings.configure(DATABASES={"default": default}, INSTALLED_APPS=apps, DEFAULT_AUTO_FIELD=_KEY, USE_TZ=True)
    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction

    call_command("migrate", verbosity=0)
    model = _model()
    with connection.schema_editor() as editor:
        editor.create_model(model)
    one = model.objects.create(document={"text": "x" * document})
    return DjangoLog(model, transaction.atomic, one.pk)


_KEY = "django.db.models.BigAutoField"


def _place(url: str) -> tuple[str, str]:
    """The folder of the socket, or the host, and the name of the database."""
    import psycopg

    parts = psycopg.conninfo.conninfo_to_dict(url)
    return str(parts.get("host") or ""), str(parts["dbname"])


def _model() -> Any:
    from django.db import models
    from django_fsm import FSMField, transition  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from django_fsm_log.decorators import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
        fsm_log_description,
    )

    def note(self: Any, description: str) -> None:
        """The move itself does nothing."""

    move = transition(field="state", source="received", target="received")(note)
    fields = {
        "state": FSMField(default="received"),
        "version": models.IntegerField(default=0),
        "document": models.JSONField(),
        "note": fsm_log_description(move),
    }
    meta = type("Meta", (), {"app_label": "peers"})
    return type("Complaint", (models.Model,), {"Meta": meta, "__module__": __name__, **fields})
