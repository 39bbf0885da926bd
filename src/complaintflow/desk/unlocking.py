"""Opening a store whose words lie encrypted, or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from complaintflow.errors import StoreError
from complaintflow.plugins import Store

if TYPE_CHECKING:
    from complaintflow.stores import HouseKeys

_SEARCH = ("",)


def with_keys(store: Store, keys: HouseKeys | None) -> Store:
    """The store, in which words lie encrypted from now on if there are keys.

    Raises `StoreError` where words lie encrypted and there are no keys, or other ones: nobody could read them, and what
    came in would lie beside them in plain words. A store on the connections of a host is looked at when it is used.
    """
    try:
        if keys is not None:
            from complaintflow.stores import EncryptedStore

            store = EncryptedStore(store, keys)
        if not hasattr(store, "in_transaction"):
            _look(store, locked=keys is None)
    except BaseException:
        store.close()
        raise
    return store


def _look(store: Store, *, locked: bool) -> None:
    with store.reading() as session:
        data_keys = getattr(session, "data_keys", None)
        if locked and data_keys is not None and data_keys(_SEARCH):
            raise StoreError("keys", "the words in this store lie encrypted", "open the desk with its keys")
