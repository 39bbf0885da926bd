"""The only place where things happen: load, decide, save, send, and check what is due."""

from complaintflow.desk.bulk import Asked
from complaintflow.desk.desk import Desk
from complaintflow.desk.importing import ImportedRow, read_rows, take_in

__all__ = ["Asked", "Desk", "ImportedRow", "read_rows", "take_in"]
