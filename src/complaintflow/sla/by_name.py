"""A command that a timer names. Whoever does it makes it by the lifecycle of the complaint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import msgspec

from complaintflow.commands import Command, make


@attrs.frozen(eq=False, repr=False)
class ByName(Command):
    """Stands for the command of this name; `says` are its fields as a JSON object, or blank. No lifecycle has a row
    for it."""

    name: str
    says: str = attrs.field(default="", repr=False)

    @property
    def fields(self) -> dict[str, Any]:
        """What it says, by the names of the fields. Raises `msgspec.MsgspecError` for what is no JSON object."""
        return msgspec.json.decode(self.says, type=dict[str, Any]) if self.says else {}

    def made(self, known: Mapping[str, type[Command]]) -> Command:
        """The command itself. Raises `InvalidInput` where no such command is known, or it has other fields."""
        return make(self.name, self.fields, known)
