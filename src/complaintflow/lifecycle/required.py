"""What an edge requires of its command: fields that may be left out elsewhere."""

from __future__ import annotations

from typing import ClassVar

import attrs

from complaintflow.commands._context import Ask
from complaintflow.errors import Refusal


@attrs.frozen
class RequiredFields:
    """The fields that the edge requires of its command are given."""

    fields: tuple[str, ...]
    __name__: ClassVar[str] = "required_fields"

    def __call__(self, ask: Ask) -> Refusal | None:
        """Name all fields that are missing; a text of blanks is none."""
        given = ask.command.given_fields()
        missing = [name for name in self.fields if name not in given or not str(given[name]).strip()]
        if not missing:
            return None
        return Refusal.of("required-fields", missing=missing)
