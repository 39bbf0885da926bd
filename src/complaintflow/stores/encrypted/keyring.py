"""Opens data keys by the root keys of the house, and keeps those that were used last."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Generic, TypeVar

from complaintflow.errors import DefinitionError, StoreError, UnreadableRecord
from complaintflow.plugins import DataKey
from complaintflow.plugins.keys_of_words import VaultFailed
from complaintflow.stores.encrypted.cipher import Cipher, DoesNotOpen, new_id, new_secret, place
from complaintflow.stores.encrypted.house import HouseKeys
from complaintflow.stores.encrypted.words import WordHider

_MOST = 1024
"""So many opened keys are in memory at once."""
_T = TypeVar("_T")
TABLE = "data_keys"


class _Latest(Generic[_T]):
    """What was used last, by the ids of keys."""

    def __init__(self, most: int) -> None:
        self._most, self._lock = most, Lock()
        self._kept = OrderedDict[bytes, _T]()

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, id: bytes) -> _T | None:
        with self._lock:
            found = self._kept.get(id)
            if found is not None:
                self._kept.move_to_end(id)
            return found

    def put(self, id: bytes, one: _T) -> _T:
        with self._lock:
            self._kept[id] = one
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return one

    def drop(self, id: bytes) -> None:
        with self._lock:
            self._kept.pop(id, None)


class Keyring:
    """The keys of one store. It shows none of them."""

    def __init__(self, house: HouseKeys, most: int = _MOST) -> None:
        self._house = house
        self._ciphers = _Latest[Cipher](most)
        self._hiders = _Latest[WordHider](2)

    def __len__(self) -> int:
        return len(self._ciphers)

    def __repr__(self) -> str:
        return f"Keyring({self._house!r}, {len(self)} in memory)"

    @property
    def root(self) -> str:
        """The name of the root key that wraps what is new."""
        return self._house.present

    @property
    def locked(self) -> bool:
        """Whether no word may be read or written."""
        return self._house.locked

    def check_unlocked(self) -> None:
        """Raises `StoreError` for a ring that is locked."""
        if self.locked:
            raise StoreError("keys", "the desk was opened without them, to check alone", "open it with its keys")

    def make(self, complaint: str) -> DataKey:
        """A new key for this complaint. Raises `StoreError` for a ring that is locked."""
        self.check_unlocked()
        id, secret = new_id(), new_secret()
        if complaint:  # whoever makes the key of its words uses it at once; the other one hides words
            self._ciphers.put(id, Cipher(id, secret))
        return self._wrapped(complaint, id, secret)

    def rewrapped(self, key: DataKey) -> DataKey:
        """The same key, wrapped by the present root key. Raises `UnreadableRecord`."""
        return self._wrapped(key.complaint, key.id, self._secret(key))

    def cipher(self, key: DataKey) -> Cipher:
        """What encrypts under this key. Raises `UnreadableRecord` where its root key is not there, or is another."""
        return self._ciphers.get(key.id) or self._ciphers.put(key.id, Cipher(key.id, self._secret(key)))

    def hider(self, key: DataKey) -> WordHider:
        """What hides words under this key. Raises `UnreadableRecord`."""
        return self._hiders.get(key.id) or self._hiders.put(key.id, WordHider(self._secret(key)))

    def known(self, id: bytes) -> Cipher | None:
        """The same, of a key that was opened before."""
        return self._ciphers.get(id)

    def forget(self, id: bytes) -> None:
        """The key is destroyed: it is not kept here either."""
        self._ciphers.drop(id)

    def _wrapped(self, complaint: str, id: bytes, secret: bytes) -> DataKey:
        name, root = self._house.present, self._house.root(self._house.present)
        wrapped = Cipher(id, root).seal(secret, _about(complaint, name)) if root else secret
        return DataKey(complaint, id, name, wrapped)

    def _secret(self, key: DataKey) -> bytes:
        if not key.root:
            return key.wrapped
        root = self._root(key)
        try:
            return Cipher(key.id, root).open(key.wrapped, _about(key.complaint, key.root))
        except DoesNotOpen:
            cause = f"the root key {key.root!r} does not open it: it is another one, or the key was changed"
            raise UnreadableRecord.of(TABLE, key.complaint, cause) from None

    def _root(self, key: DataKey) -> bytes:
        """The root key that wraps it. Raises `UnreadableRecord`, also while a vault that is asked for it fails."""
        why = "which is not given"
        try:
            root = self._house.root(key.root)
        except VaultFailed as error:
            root, why = None, f"and {error}"
        except DefinitionError as error:
            root, why = None, f"and what is given is no root key: {'; '.join(map(str, error.problems))}"
        if root is None:
            raise UnreadableRecord.of(TABLE, key.complaint, f"the root key {key.root!r} wraps it, {why}")
        return root


def _about(complaint: str, root: str) -> bytes:
    return place("data key", complaint, root)
