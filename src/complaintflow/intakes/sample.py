"""The complaints that come with the library."""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable


def sample_csv() -> Traversable:
    """The 500 complaints that come with the library (see the README beside them)."""
    return files("complaintflow") / "data" / "cfpb_complaints_sample.csv"
