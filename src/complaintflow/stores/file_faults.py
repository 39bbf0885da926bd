"""An error of SQLite as that of a store, whichever of the two stores has the file."""

from __future__ import annotations

from complaintflow.errors import StoreError
from complaintflow.plugins.sqlite_faults import meaning_of, missing_in, remedy_of
from complaintflow.stores.schema_parts import CHECK_TABLES


def file_fault(store: str, error: Exception) -> StoreError:
    """What it means, and what would help."""
    return StoreError(store, meaning_of(error), CHECK_TABLES if missing_in(error) else remedy_of(error))
