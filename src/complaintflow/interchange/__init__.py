"""Records as documents for JSON and back, schemas of commands, and errors as problem details.

`to_data` and `to_json` write everything that the face returns; `from_data` and `from_json` read it. `read_log` gives
the histories as an event log for other tools, and each `write_…` a format of it.
"""

from typing import TYPE_CHECKING

from complaintflow._lazy import lazy
from complaintflow.interchange.documents import LARGEST, from_data, from_json, to_data, to_json
from complaintflow.interchange.schemas import UNSAID, command_schema
from complaintflow.interchange.shapes import FORMAT

if TYPE_CHECKING:
    from complaintflow.interchange.event_log import LoggedEvent, read_log
    from complaintflow.interchange.flow_map import write_flow
    from complaintflow.interchange.held_page import export_page
    from complaintflow.interchange.log_formats import write_csv, write_json_lines, write_ocel, write_xes
    from complaintflow.interchange.problems import problem
else:
    __getattr__ = lazy(
        __name__,
        {
            "LoggedEvent": "event_log",
            "export_page": "held_page",
            "problem": "problems",
            "read_log": "event_log",
            "write_csv": "log_formats",
            "write_flow": "flow_map",
            "write_json_lines": "log_formats",
            "write_ocel": "log_formats",
            "write_xes": "log_formats",
        },
    )

__all__ = [
    "FORMAT",
    "LARGEST",
    "UNSAID",
    "LoggedEvent",
    "command_schema",
    "export_page",
    "from_data",
    "from_json",
    "problem",
    "read_log",
    "to_data",
    "to_json",
    "write_csv",
    "write_flow",
    "write_json_lines",
    "write_ocel",
    "write_xes",
]
