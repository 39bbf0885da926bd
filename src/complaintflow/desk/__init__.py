"""The only place where things happen: load, decide, save, send, and check what is due."""

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy
from complaintflow.desk.bulk import Asked
from complaintflow.desk.desk import Desk

if TYPE_CHECKING:
    from complaintflow.desk.importing import ImportedRow, read_rows, take_in
else:
    __getattr__ = lazy(__name__, dict.fromkeys(("ImportedRow", "read_rows", "take_in"), "importing"))

__all__ = ["Asked", "Desk", "ImportedRow", "read_rows", "take_in"]
