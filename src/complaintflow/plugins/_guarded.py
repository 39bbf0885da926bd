"""A store of others, whose errors come out as `StoreError`s without the words of a driver."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial, wraps
from typing import Any, NoReturn, cast

import attrs

from complaintflow._validation.faults import is_ours, name_fault
from complaintflow._validation.structure import Record
from complaintflow.errors import ComplaintflowError, PluginError, StoreError
from complaintflow.plugins._store_url import reveals, show_url
from complaintflow.plugins.ports.lists import Page
from complaintflow.plugins.ports.storage import Session, Store, StoreOpener
from complaintflow.plugins.ports.stored import Stored
from complaintflow.record.complaint import Complaint

_REMEDY = "look into the log of the store itself, then try again"


def guard_store(scheme: str, url: str, store: Store) -> Store:
    """The store as it is when it is ours, which names its faults itself; any other one with a guard around it."""
    return store if is_ours(type(store)) else _Guarded(_Guard(scheme, url), store)


def name_opening(scheme: str, url: str, opener: StoreOpener, error: ComplaintflowError) -> ComplaintflowError:
    """An error of opening a store. Ours say nothing of the URL that is not shown: a name like `postgres`, which stands
    in a URL and in a sentence, hides no cause. Of others, what tells of the URL is named without its words.
    """
    if is_ours(opener) or not reveals(error, url):
        return error
    if isinstance(error, StoreError):
        return StoreError(scheme, name_fault(error), _REMEDY)
    return PluginError(scheme, "stores", f"{show_url(url)}: {name_fault(error)}")


@attrs.frozen(eq=False, repr=False)
class _Guard(Record):
    """Turns what a driver raises into a `StoreError`."""

    scheme: str
    url: str = attrs.field(repr=False)

    @contextmanager
    def naming(self) -> Generator[None, None, None]:
        """A block in which only the store is at work."""
        try:
            yield
        except Exception as error:
            self.name(error)

    def name(self, error: Exception) -> NoReturn:
        """Raise it as ours. What tells nothing of the URL, and is ours already, stays as it is."""
        if isinstance(error, ComplaintflowError) and not reveals(error, self.url):
            raise error
        raise StoreError(self.scheme, name_fault(error), _REMEDY) from None

    def call(self, one: Callable[..., Any]) -> Callable[..., Any]:
        """A call of the session, and what it yields when it is an iterator."""

        @wraps(one)
        def guarded(*given: object, **named: object) -> Any:
            with self.naming():
                found: Any = one(*given, **named)
            return self._walk(found) if hasattr(found, "__next__") else self._guard_texts(found)

        return guarded

    def _guard_texts(self, found: Any) -> Any:
        """Texts that are read only when somebody looks at them: then it is the store again that is at work."""
        if isinstance(found, Stored):
            return attrs.evolve(found, complaint=self._guard_text(found.complaint))
        if isinstance(found, Page):
            return attrs.evolve(found, complaints=tuple(map(self._guard_text, found.complaints)))
        return found

    def _guard_text(self, complaint: Complaint) -> Complaint:
        return attrs.evolve(complaint, body=complaint.body.read_through(self.call))

    def _walk(self, found: Iterator[Any]) -> Iterator[Any]:
        with self.naming():
            yield from found


class _GuardedSession:
    """A session of others: each of its calls is guarded."""

    def __init__(self, guard: _Guard, session: Session) -> None:
        self._guard, self._session = guard, session

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._session, name)
        return self._guard.call(found) if callable(found) else found


class _Guarded:
    """A store of others."""

    def __init__(self, guard: _Guard, store: Store) -> None:
        self._guard, self._store = guard, store

    def __repr__(self) -> str:
        return f"<store {self._guard.scheme}>"

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._store, name)
        return partial(self._join, found) if name == "join" else found

    def _join(self, join: Callable[[object], Store], connection: object) -> _Guarded:
        """In a transaction of the host it is guarded as well."""
        with self._guard.naming():
            return _Guarded(self._guard, join(connection))

    def reading(self) -> AbstractContextManager[Session]:
        """A transaction that only reads."""
        return self._transaction(self._store.reading)

    def writing(self) -> AbstractContextManager[Session]:
        """A transaction that commits or rolls back."""
        return self._transaction(self._store.writing)

    def close(self) -> None:
        """Give everything back."""
        with self._guard.naming():
            self._store.close()

    @contextmanager
    def _transaction(self, begin: Callable[[], AbstractContextManager[Session]]) -> Generator[Session, None, None]:
        """What the block itself raises comes out as it was; the store is told of it, and may raise on its own."""
        with self._guard.naming():
            transaction = begin()
            session = transaction.__enter__()
        try:
            yield cast("Session", _GuardedSession(self._guard, session))
        except BaseException as error:
            with self._ending(error):
                transaction.__exit__(type(error), error, error.__traceback__)
            raise
        with self._guard.naming():
            transaction.__exit__(None, None, None)

    @contextmanager
    def _ending(self, error: BaseException) -> Generator[None, None, None]:
        try:
            yield
        except Exception as other:
            if other is not error:
                self._guard.name(other)
