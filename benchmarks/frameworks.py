"""Two frameworks that somebody may have installed, each as its own documents say: Django with django-fsm-2, and
eventsourcing.

Both write what the loop by hand writes: the state, the document with its texts, the history, the outbox.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from benchmarks import life

if TYPE_CHECKING:
    from benchmarks.storing import PlainCommand

_PRAGMAS = "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON"


class DjangoFsm:
    """Models of Django: a complaint whose moves are methods of django-fsm-2, its history, an outbox."""

    def __init__(self, path: Path, asked: Sequence[PlainCommand]) -> None:
        from django.db import connection, transaction  # type: ignore[import-not-found,import-untyped,unused-ignore]

        self.asked, self.atomic, self.connection = asked, transaction.atomic, connection
        self.complaint, self.history, self.outbox = _models(tuple((one.kind, one.state) for one in asked))
        connection.settings_dict.update(NAME=str(path), OPTIONS={"init_command": _PRAGMAS})
        connection.close()
        with connection.schema_editor() as editor:
            for model in (self.complaint, self.history, self.outbox):
                editor.create_model(model)

    def do(self, number: int, place: int) -> object:
        asked, id = self.asked[place], f"C-{number}"
        with self.atomic():
            one = self.complaint.objects.get(pk=id) if place else self.complaint(id=id, version=0, doc={"texts": []})
            getattr(one, asked.kind)()  # raises for a move that there is not
            at = int(life.BEGIN.timestamp() * 1_000_000)
            one.link = hashlib.sha256(one.link + msgspec.json.encode(asked.said)).digest()
            one.version += 1
            said = {"seq": one.version, "at": at, "by": asked.by, "kind": asked.kind, "said": asked.said}
            one.doc["texts"].append(said)
            one.save(force_insert=not place, force_update=bool(place))
            self.history.objects.create(complaint=id, link=one.link, **said)
            if asked.sends:
                self.outbox.objects.create(message={"complaint": id, "kind": asked.kind, "text": asked.sends})
        return one

    def close(self) -> None:
        self.connection.close()


@cache
def _models(moves: tuple[tuple[str, str], ...]) -> tuple[Any, Any, Any]:
    """The models. Django takes each but once in a process."""
    import django  # type: ignore[import-not-found,import-untyped,unused-ignore]
    from django.conf import settings  # type: ignore[import-not-found,import-untyped,unused-ignore]

    settings.configure(
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    )
    django.setup()
    from django.db import models
    from django_fsm import FSMField, transition  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def model(name: str, **fields: Any) -> Any:
        meta = type("Meta", (), {"app_label": "peers"})
        return type(name, (models.Model,), {"Meta": meta, "__module__": __name__, **fields})

    def text(**more: Any) -> Any:
        return models.CharField(max_length=60, **more)

    state = FSMField(default="new")
    methods: dict[str, Any] = {}
    for (kind, target), source in zip(moves, ["new", *(state for _, state in moves)], strict=False):
        methods[kind] = transition(field=state, source=source, target=target)(_nothing(kind))
    complaint = {"id": text(primary_key=True), "version": models.IntegerField(), "state": state}
    complaint |= {"link": models.BinaryField(default=b""), "doc": models.JSONField()}
    history = {"complaint": text(), "seq": models.IntegerField(), "at": models.BigIntegerField(), "by": text()}
    history |= {"kind": text(), "said": models.JSONField(), "link": models.BinaryField()}
    outbox = {"message": models.JSONField()}
    return model("Complaint", **complaint, **methods), model("History", **history), model("Outbox", **outbox)


def _nothing(kind: str) -> Any:
    """The body of a move: what follows from it stands in the loop."""

    def move(self: Any) -> None:
        pass

    move.__name__ = kind
    return move


class EventSourcing:
    """An aggregate of eventsourcing, whose events are kept in SQLite and replayed for each step."""

    def __init__(self, path: Path, asked: Sequence[PlainCommand]) -> None:
        from eventsourcing.application import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
            Application,
        )

        self.asked = asked
        environment = {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": str(path)}
        self.application = Application(environment)
        self.aggregate = _aggregate()
        self.ids: list[Any] = []

    def do(self, number: int, place: int) -> object:
        asked = self.asked[place]
        one = self.application.repository.get(self.ids[number]) if place else self.aggregate()
        if not place:
            self.ids.append(one.id)
        one.did(kind=asked.kind, by=asked.by, said=asked.said, state=asked.state, sends=asked.sends)
        return self.application.save(one)

    def close(self) -> None:
        self.application.close()


@cache
def _aggregate() -> Any:
    """A complaint: its state, and what was said."""
    from eventsourcing.domain import Aggregate, event  # type: ignore[import-not-found,import-untyped,unused-ignore]

    def did(self: Any, kind: str, by: str, said: dict[str, Any], state: str, sends: str) -> None:
        self.state = state
        self.texts.append((kind, by, said, sends))

    def begin(self: Any) -> None:
        self.state, self.texts = "new", list[Any]()

    methods = {"__init__": begin, "did": event("Did")(did), "__module__": __name__, "__qualname__": "Case"}
    return type(Aggregate)("Case", (Aggregate,), methods)
