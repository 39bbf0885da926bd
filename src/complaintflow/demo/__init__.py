"""The demo: real complaints through the whole lifecycle, with every guard tried."""

from complaintflow.demo.demo import run
from complaintflow.demo.report import Report

__all__ = ["Report", "run"]
