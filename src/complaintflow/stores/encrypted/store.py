"""A store in front of another one: words lie encrypted in it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from copy import copy
from functools import partial
from typing import Any, cast

from complaintflow.errors import StoreError, UnreadableRecord
from complaintflow.plugins import JoinedStore, Session, Store
from complaintflow.record.encrypted import OF_THE_SEARCH
from complaintflow.stores.encrypted.cipher import load_aes
from complaintflow.stores.encrypted.house import HouseKeys
from complaintflow.stores.encrypted.keyring import Keyring
from complaintflow.stores.encrypted.session import EncryptedSession, check_keeps_keys

_NAME = "keys"


class EncryptedStore:
    """A `Store` whose words lie encrypted under a key for each complaint; the root keys of the house wrap these.

    It has whatever the store behind it has, `vacuum` and `join` too. What lies there in plain words is read as it is.
    Raises `DefinitionError` when the extra `crypto` is missing.
    """

    def __init__(self, inner: Store, keys: HouseKeys) -> None:
        load_aes()
        self.inner: Any = inner
        self._ring = Keyring(keys)
        self._checked = False

    def __getattr__(self, name: str) -> Any:
        if name == "inner":  # of a copy that has nothing yet
            raise AttributeError(name)
        theirs = getattr(self.inner, name)
        return partial(self._join, theirs) if name == "join" else theirs

    def __repr__(self) -> str:
        return f"EncryptedStore({self._ring!r})"

    def reading(self) -> AbstractContextManager[Session]:
        """A transaction that only reads."""
        return self._transaction(self.inner.reading())

    def writing(self) -> AbstractContextManager[Session]:
        """A transaction that writes. Raises `StoreError` where the house has no keys."""
        self._ring.check_unlocked()
        return self._transaction(self.inner.writing())

    def close(self) -> None:
        """Close the store behind it."""
        self.inner.close()

    def _join(self, join: Callable[[object], JoinedStore], connection: object) -> JoinedStore:
        """The store within the transaction on this connection."""
        joined = copy(self)
        joined.inner = join(connection)
        return cast("JoinedStore", joined)

    @contextmanager
    def _transaction(self, inner: Any) -> Generator[Session, None, None]:
        with inner as session:
            if not self._checked:
                self._check(session)
            yield cast(Session, EncryptedSession(session, self._ring))

    def _check(self, session: Any) -> None:
        """Raises `StoreError` for a store that keeps no keys, where those are gone that it must have had, and for root
        keys that do not open those that it has."""
        check_keeps_keys(session, _NAME)
        if not self._ring.locked:
            self._check_key_of_the_search(session)
        self._checked = True

    def _check_key_of_the_search(self, session: Any) -> None:
        keys = session.data_keys((OF_THE_SEARCH,))
        check_restored = getattr(session, "check_keys_restored", None)  # of those stores that can be restored
        if check_restored and not keys:
            check_restored()
        try:
            for key in keys:
                self._ring.hider(key)
        except UnreadableRecord as error:
            raise StoreError(_NAME, f"of the search: {error.cause}", "give the root key that wraps it") from None
