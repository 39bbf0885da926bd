"""What stores and keys say of each other: who has no keys is refused, and a vault that fails says nothing of itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from complaintflow._validation.faults import Harmless, name_fault
from complaintflow.errors import DefinitionError, StoreError

_T = TypeVar("_T")


class VaultFailed(Harmless):
    """The function that gives the root keys raised. It says where, and not what."""


def ask_vault(read: Callable[[], _T]) -> _T:
    """What this function of others gives. Its message may hold a token of the vault. Raises `VaultFailed`."""
    try:
        return read()
    except DefinitionError:
        raise
    except Exception as error:
        raise VaultFailed(f"what gives the root keys failed: {name_fault(error)}") from None


def needs_keys() -> StoreError:
    """The error of a desk without keys, where the key of the search was found."""
    return StoreError("keys", "the words in this store lie encrypted", "open the desk with its keys")


def keys_not_restored(table: str) -> StoreError:
    """The error of whoever opens a store with encrypted words, in which the key of the search is not."""
    cause = "words lie encrypted in this store, and their keys are not there: without them nobody reads a word"
    return StoreError("keys", cause, f"bring back the rows of {table}, from the backup or from the store of today")
