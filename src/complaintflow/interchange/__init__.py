"""Records as documents for JSON and back, schemas of commands, and errors as problem details.

`to_data` and `to_json` write everything that the face returns; `from_data` and `from_json` read it.
"""

from complaintflow.interchange.documents import LARGEST, from_data, from_json, to_data, to_json
from complaintflow.interchange.export_page import export_page
from complaintflow.interchange.problems import problem
from complaintflow.interchange.schemas import UNSAID, command_schema
from complaintflow.interchange.shapes import FORMAT

__all__ = [
    "FORMAT",
    "LARGEST",
    "UNSAID",
    "command_schema",
    "export_page",
    "from_data",
    "from_json",
    "problem",
    "to_data",
    "to_json",
]
