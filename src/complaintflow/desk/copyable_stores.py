"""The stores of which a house is copied into another: ours with tables, and those of plugins that give rows."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import Any

from complaintflow.desk import builtin
from complaintflow.desk.builtin import SQL_SCHEMES, load_sql
from complaintflow.errors import InvalidInput, Problem, StoreError
from complaintflow.plugins import Host
from complaintflow.plugins._store_url import show_url

_SQLITE = "sqlite:///"
_FILES = (_SQLITE, "sqlite+sql:///")
_OURS = (_SQLITE, *(f"{scheme}://" for scheme in SQL_SCHEMES))
_TABLES = "a store with tables: sqlite:///…, sqlite+sql:///…, postgresql://…, or one of a plugin that gives rows"


class CopyableStores:
    """Opens the stores that are named by URLs; `plugins` bring those that are not ours.

    A store of a plugin is one of these when its session has the calls of `stores.copying.Copies`, as each has that
    comes from `SqlStore` or `SqliteStore`. To go on with a copy that was killed, its opener takes the keyword `copying`
    and hands it on to these.
    """

    def __init__(self, plugins: Iterable[object]) -> None:
        self._plugins = plugins

    @cached_property
    def _host(self) -> Host:
        return Host((builtin, *self._plugins))

    def check(self, source: str, target: str) -> None:
        """Raises `InvalidInput` for a store that nobody brings and for one that is both, `StoreError` for one without
        tables."""
        for name, url in (("source", source), ("target", target)):
            scheme = url.partition("://")[0]
            if not url.startswith(_OURS) and (scheme == "memory" or scheme not in self._host.stores):
                raise InvalidInput((Problem(name, show_url(url), _TABLES),))
        if _place(source) == _place(target):
            raise InvalidInput((Problem("target", "the store that is copied", "another one, which is empty"),))
        if source.startswith(_OURS) and not _version(source)[0]:
            raise StoreError(show_url(source), "there is nothing in it", "name the store that is to be copied")

    def open(self, url: str, *, copying: bool = False) -> Any:
        """The store. Whoever is `copying` may open one that is half copied."""
        if url.startswith(_SQLITE):
            from complaintflow.stores import open_sqlite

            return open_sqlite(url, copying=copying)
        if url.startswith(_OURS):
            return load_sql(url).open_sql(url, copying=copying)
        return self._host.open_store(url, copying=copying)

    def check_empty(self, target: str) -> None:
        """Raises `StoreError` where a copy would not begin. That of a plugin is not opened: it may make something."""
        if target.startswith(_OURS) and _version(target, copying=True)[0]:
            with closing(self.open(target, copying=True)) as new, new.reading() as session:
                session.check_empty()


def check_copies(session: object, name: str, url: str) -> None:
    """Raises `InvalidInput` for a store that gives and takes no rows."""
    from complaintflow.stores.copying import Copies

    calls = (one for one in vars(Copies) if not one.startswith("_"))
    if not all(callable(getattr(session, one, None)) for one in calls):
        raise InvalidInput((Problem(name, f"{show_url(url)}, which gives and takes no rows", _TABLES),))


def _place(url: str) -> str:
    scheme = next((one for one in _FILES if url.startswith(one)), "")
    return str(Path(url.removeprefix(scheme)).resolve()) if scheme else url


def _version(url: str, *, copying: bool = False) -> tuple[int, int]:
    if not url.startswith(_SQLITE):
        return load_sql(url).read_version(url, copying=copying)
    from complaintflow.stores.sqlite.store import read_version

    return read_version(url, copying=copying)
