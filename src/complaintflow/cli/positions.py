"""How far a log was watched: so many rows, and a digest of them. In a file, so that a later run goes on there."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import attrs

from complaintflow.conformance import LeftOut, LogRow
from complaintflow.errors import InvalidInput, Problem, StoreError


@attrs.define
class Position:
    """Counts rows. Those up to the one that the file names were told before: they are read again, and told no more.

    The cases of a log begin before any position, so a story is whole only when all of it is read. What is told between
    two savings is told again after a kill.
    """

    file: Path | None
    _before: int = 0
    _expected: str = ""
    _rows: int = 0
    _digest: Any = attrs.field(factory=hashlib.sha256)
    _saved: int = 0

    @classmethod
    def read(cls, file: Path | None) -> Position:
        """The position in a file; the beginning where there is none yet. Raises `InvalidInput`."""
        if file is None or not file.exists():
            return cls(file)
        try:
            found: Any = json.loads(file.read_text("utf-8"))
            rows, digest = found["rows"], found["digest"]
        except (OSError, ValueError, KeyError, TypeError):
            rows, digest = None, None
        if not isinstance(rows, int) or not isinstance(digest, str):
            raise InvalidInput((Problem("position", str(file), "a file that watch has written"),))
        return cls(file, rows, digest)

    def passes(self, row: LogRow | LeftOut) -> bool:
        """Count the row: whether it was told before. Raises `InvalidInput` where the log is not the same one."""
        if self.file is None:
            return False
        self._rows += 1
        cells = sorted(row.cells.items()) if isinstance(row, LogRow) else [row.why]
        self._digest.update(repr((row.line, cells)).encode("utf-8", "surrogatepass"))
        if self._rows == self._before and self._digest.hexdigest() != self._expected:
            raise self._other_log("other rows up to there")
        return self._rows <= self._before

    def save(self) -> None:
        """Keep in the file how far it came. Raises `InvalidInput` for a log that is shorter than it was."""
        if self._rows < self._before:
            raise self._other_log(f"a log of {self._rows} rows")
        if self.file is None or self._rows == self._saved:
            return
        told = json.dumps({"rows": self._rows, "digest": self._digest.hexdigest()})
        beside = self.file.with_name(f"{self.file.name}.new")
        try:
            beside.write_text(told, "utf-8")
            beside.replace(self.file)  # at once, whoever reads it meanwhile
        except OSError as error:
            raise StoreError(str(self.file), str(error.strerror), "name a file that may be written") from error
        self._saved = self._rows

    def _other_log(self, found: str) -> InvalidInput:
        return InvalidInput((Problem("position", f"{found}, and row {self._before} was reached", "the same log"),))
