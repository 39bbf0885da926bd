"""Records as documents for JSON and back, schemas of commands, and errors as problem details.

`to_data` and `to_json` write everything that the face returns; `from_data` and `from_json` read it. `read_log` gives
the histories as an event log for other tools, and each `write_…` a format of it.
"""

from complaintflow.interchange.documents import LARGEST, from_data, from_json, to_data, to_json
from complaintflow.interchange.event_log import LoggedEvent, read_log
from complaintflow.interchange.export_page import export_page
from complaintflow.interchange.flow_map import write_flow
from complaintflow.interchange.log_formats import write_csv, write_json_lines, write_ocel, write_xes
from complaintflow.interchange.problems import problem
from complaintflow.interchange.schemas import UNSAID, command_schema
from complaintflow.interchange.shapes import FORMAT

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
