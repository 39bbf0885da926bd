"""R3: cases of another system, by a mapping file that says which column is which field.

See `docs/howto/from_another_helpdesk.md`.
"""

from complaintflow.intakes.mapped.files import detect_encoding, is_json_lines, open_text
from complaintflow.intakes.mapped.intake import MappedIntake
from complaintflow.intakes.mapped.mapping import Mapping, read_mapping
from complaintflow.intakes.mapped.notes import NotesFile

__all__ = ["MappedIntake", "Mapping", "NotesFile", "detect_encoding", "is_json_lines", "open_text", "read_mapping"]
