"""The desk of the project: one for the process, made from the settings when somebody asks for it."""

from __future__ import annotations

import atexit
from collections.abc import Mapping
from threading import Lock
from typing import Any

from complaintflow import Desk, watch
from complaintflow.contrib.django import settings
from complaintflow.contrib.django.connections import DjangoConnections
from complaintflow.plugins import StoreOpener, hookimpl
from complaintflow.stores import HostedStore

_SCHEME = "django"
_MIGRATE = "run manage.py migrate"
_PARTS = {
    **{"LIFECYCLE": "lifecycle", "FORMER": "former", "CLOCK": "clock", "LINKER": "linker", "NEW_ID": "new_id"},
    "RENDERER": "renderer",
}


def desk() -> Desk:
    """The desk of this project, on Django's connection to the database. Do not close it: it ends with the process.

    Within `transaction.atomic` each of its calls is a part of that. `deliver` and `tick` are refused there. Raises
    `DefinitionError`, which names what is wrong in the settings.
    """
    return _KEPT.get()


def close_desk_of_other_settings(*, setting: str, **_: Any) -> None:
    """For tests, which change settings."""
    if setting in {settings.NAME, "DATABASES"}:
        _KEPT.close()


class _Kept:
    """The desk that was made, if one was."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._desk: Desk | None = None

    def get(self) -> Desk:
        with self._lock:
            if self._desk is None:
                self._desk = _open()
            return self._desk

    def close(self) -> None:
        with self._lock:
            made, self._desk = self._desk, None
        if made is not None:
            made.close()


_KEPT = _Kept()
atexit.register(_KEPT.close)


def _open() -> Desk:
    given = {name: settings.part(key) for key, name in _PARTS.items()}
    opened = Desk.open(
        f"{_SCHEME}://",
        policy=settings.policy(),
        plugins=(_Stores(DjangoConnections(settings.database())), *settings.plugins()),
        chain_key=settings.chain_key(),
        keys=settings.keys(),
        **{name: part for name, part in given.items() if part is not None},
    )
    watchers = settings.watchers()
    return watch(opened, *watchers) if watchers else opened


class _Stores:
    """A plugin that brings the store on Django's connections."""

    name = _SCHEME

    def __init__(self, connections: DjangoConnections) -> None:
        self._connections = connections

    @hookimpl
    def stores(self) -> Mapping[str, StoreOpener]:
        return {_SCHEME: lambda _url: HostedStore(self._connections, remedy=_MIGRATE)}
