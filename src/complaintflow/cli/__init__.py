"""The command line, an extra: `pip install 'complaintflow[cli]'`. `main` is its entry point."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

_NEEDS = {"cyclopts", "rich"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, and answer with its exit code (the help lists them)."""
    try:
        from complaintflow.cli.app import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _NEEDS:
            raise
        print(f"The command line needs {error.name}: pip install 'complaintflow[cli]'", file=sys.stderr)
        return 2
    if arguments is None:
        gc.freeze()  # what is loaded stays: to look through it for garbage took a tenth of a short command
        arguments = sys.argv[1:]
    return run(arguments)
