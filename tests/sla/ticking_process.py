"""A second process that ticks: `python -m tests.sla.ticking_process PATH AT [slow]`; a line of JSON for each save."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

from complaintflow import Desk
from complaintflow.plugins import hookimpl


class Aloud:
    """Says what was saved, when it was saved; with `slow`, waits for a line before it goes on."""

    def __init__(self, slow: bool) -> None:
        self.slow = slow

    @hookimpl
    def observers(self) -> list[object]:
        return [self]

    def saw(self, complaint: object, events: object) -> None:
        """An observer."""
        print(json.dumps({"id": getattr(complaint, "id", "")}), flush=True)
        if self.slow:
            sys.stdin.readline()


def main() -> None:
    path, at, *more = sys.argv[1:]
    with Desk.open(
        f"sqlite:///{Path(path)}", clock=lambda: datetime.fromisoformat(at), plugins=[Aloud("slow" in more)]
    ) as desk:
        print("ready", flush=True)
        sys.stdin.readline()
        ticked = desk.tick(batch=3)
        print(json.dumps({"done": len(ticked.done), "failed": ticked.failed}), flush=True)


if __name__ == "__main__":
    main()
