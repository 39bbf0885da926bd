"""Opening a store whose words lie encrypted, or not."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from complaintflow.desk.unit_of_work import check_no_keys
from complaintflow.plugins import Store

if TYPE_CHECKING:
    from complaintflow.stores import HouseKeys

_ENVIRONMENT = "COMPLAINTFLOW_ROOT_KEYS"
_WORDS = ("store", "none")


def with_keys(store: Store, keys: HouseKeys | None) -> Store:
    """The store, in which words lie encrypted from now on if there are keys.

    Raises `StoreError` where words lie encrypted and there are no keys, or other ones: nobody could read them, and what
    came in would lie beside them in plain words. A store on the connections of a host is looked at when it is used, and
    each one again by whoever writes: see `check_no_keys`.
    """
    try:
        if keys is not None:
            from complaintflow.stores import EncryptedStore

            store = EncryptedStore(store, keys)
        if not hasattr(store, "in_transaction"):
            _look(store)
    except BaseException:
        store.close()
        raise
    return store


def keys_named(name: str) -> HouseKeys | None:
    """The keys that somebody names in a word or two: `store` keeps them beside the words, `none` opens the store only
    to be checked, anything else is a file of root keys. A blank name: those of the environment, if there are any there.

    Raises `DefinitionError`, also for a file that cannot be read.
    """
    if not name and not os.environ.get(_ENVIRONMENT):
        return None
    from complaintflow.stores import HouseKeys

    if not name:
        return HouseKeys.from_environment(_ENVIRONMENT)
    if name in _WORDS:
        return HouseKeys.without() if name == "none" else HouseKeys()
    return HouseKeys.from_file(Path(name))


def _look(store: Store) -> None:
    with store.reading() as session:
        check_no_keys(session)
