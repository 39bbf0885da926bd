"""The command that draws the lifecycle."""

from __future__ import annotations

from typing import Annotated, Literal

from cyclopts import Parameter

from complaintflow.cli.failures import Code
from complaintflow.cli.remembering import subcommand
from complaintflow.cli.settings import Shared
from complaintflow.errors import InvalidInput, Problem
from complaintflow.lifecycle.diagram import dot, mermaid

_DRAW = {"mermaid": mermaid, "dot": dot}


@subcommand
def diagram(
    form: Literal["mermaid", "dot"] = "mermaid",
    /,
    *,
    command: Annotated[str, Parameter(help="The moves of this command alone.")] = "",
    staying: Annotated[bool, Parameter(help="Also the moves that leave the state.", negative="")] = False,
    settings: Shared,
) -> int:
    """Draw the lifecycle as text for Mermaid or Graphviz."""
    lifecycle = settings.lifecycle()
    if command and command not in lifecycle.commands:
        known = "one of " + ", ".join(sorted(lifecycle.commands))
        raise InvalidInput((Problem("command", repr(command), known),))
    text = _DRAW[form](lifecycle, command=command, staying=staying)
    settings.output.emit({"format": form, "diagram": text}, [text.removesuffix("\n")])
    return Code.OK
