"""Another system's event log under our rules: replayed through the guards, or watched by the promises.

A map says which row is which command. `Replay` counts what our rules would have refused, `LogWatch` tells each promise
that is broken as it happens.
"""

from complaintflow.conformance.document import read_log_map
from complaintflow.conformance.log_map import LogMap
from complaintflow.conformance.replay import Departure, RefusedMove, Replay, ReplayReport
from complaintflow.conformance.rows import LeftOut, LogRow, read_log_file
from complaintflow.conformance.watching import LogWatch, Violation

__all__ = [
    "Departure",
    "LeftOut",
    "LogMap",
    "LogRow",
    "LogWatch",
    "RefusedMove",
    "Replay",
    "ReplayReport",
    "Violation",
    "read_log_file",
    "read_log_map",
]
