"""Where a problem stands in a document of TOML: the file and the line of its key."""

from __future__ import annotations

import re

from complaintflow.errors import Problem


class Places:
    """Finds the line of a problem in the text of a document."""

    def __init__(self, text: str, name: str) -> None:
        self._lines, self._name = text.splitlines(), name

    def placed(self, problem: Problem) -> Problem:
        """The problem with the file and the line of its path, where they are found."""
        line = self._line(problem.path)
        where = ":".join(part for part in (self._name, f"line {line}" if line else "") if part)
        return Problem(f"{problem.path} ({where})" if where else problem.path, problem.found, problem.expected)

    def _line(self, path: str) -> int:
        one = re.match(r"(\w+)\[(\d+)\]\.?([\w-]*)", path)
        if one:
            begins = re.compile(rf"\s*\[\[{one[1]}\]\]")
            starts = [number for number, text in enumerate(self._lines) if begins.match(text)]
            return self._key(starts[int(one[2])], one[3]) if int(one[2]) < len(starts) else 0
        head, _, key = path.partition(".")
        table, _, key = key.partition(".") if key else (head, "", "")
        for number, text in enumerate(self._lines):
            if re.match(rf"\s*\[{re.escape(head)}\.\"?{re.escape(table)}\"?\]", text):
                return self._key(number, key.partition(".")[0])
            if re.match(rf"\s*{re.escape(head)}\s*=", text):
                return number + 1
        return 0

    def _key(self, start: int, key: str) -> int:
        """The line of a key below the head of its table; that of the head where it has none."""
        for number in range(start + 1, len(self._lines) if key else start):
            if self._lines[number].lstrip().startswith("["):
                break
            if re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", self._lines[number]):
                return number + 1
        return start + 1
