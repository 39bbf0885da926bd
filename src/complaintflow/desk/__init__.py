"""The only place where things happen: load, decide, save, send, and look at what is due."""

from complaintflow.desk.desk import Desk

__all__ = ["Desk"]
