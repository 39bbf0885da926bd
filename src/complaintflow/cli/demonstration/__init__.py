"""The demo: real complaints through the whole lifecycle, with every guard tried."""

from complaintflow.cli.demonstration.demo import run
from complaintflow.cli.demonstration.report import Report

__all__ = ["Report", "run"]
