"""A line of JSON for each record of `logging`, for programs that collect logs. Nothing beside the library is needed.

What the library logs holds no words of customers. Of an error only the type is written, since its message may.
"""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

__all__ = ["JsonLines"]

_LONGEST = 2000
"""So many characters of a message are written."""


class JsonLines(logging.Formatter):
    """Formats a record as one line: time (UTC), level, logger, message, and the type of an error."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage()[:_LONGEST],
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        return json.dumps(line, ensure_ascii=False)
