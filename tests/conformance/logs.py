"""A small log of another system, and a map that says everything of it."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

from complaintflow import Lifecycle
from complaintflow.conformance import LeftOut, LogMap, LogRow, LogWatch, Replay, ReplayReport, Violation, read_log_map
from complaintflow.conformance.rows import read_rows, read_text

ROOT = Path(__file__).parents[2]
UCI = ROOT / "tests" / "data" / "uci_incident_sample.csv"
UCI_MAP = ROOT / "examples" / "log_maps" / "uci_incidents.toml"

MAP = """
system = "Desk of old"
case = "id"
time = "at"
activity = "what"
zone = "Asia/Shanghai"
arrives = true

[actors.agent]
roles = ["agent"]
id = "who"

[[moves]]
activity = "opened"
do = "Receive"
by = "customer"
with = { channel = "phone", description = "it is late", customer = { contact = { phone = "1" } } }
from = { "customer.id" = "who" }

[[moves]]
activity = "sorted"
do = "Triage"
by = "agent"
with = { type = "inquiry" }

[[moves]]
activity = "fixed"
do = "Resolve"
by = "agent"
with = { touches = "nothing" }
from = { summary = "text" }

[[moves]]
activity = "tested"
do = "Verify"
by = "agent"
with = { passed = true, method = "test", evidence = "it works" }

[[moves]]
activity = "told"
do = "Notify"
by = "agent"
with = { understood = "It is late", done = "We sent it again", next = "It comes on Friday", plain = "It is on its way" }
after = { next_at = "2d" }

[[moves]]
activity = "thanked"
do = "Confirm"
by = "customer"
from = { said = "text" }

[[moves]]
activity = "done"
do = "Close"
by = "agent"

[[ignore]]
activity = "seen"
why = "nobody did anything"
"""
GOOD = """id,at,what,who,text
1,2026-03-02 09:00,opened,u-17,
1,2026-03-02 09:05,sorted,li,
1,2026-03-02 09:06,seen,li,
1,2026-03-02 09:10,fixed,li,sent again
1,2026-03-02 09:15,tested,wang,
1,2026-03-02 09:20,told,li,
1,2026-03-02 09:30,thanked,u-17,it is here
1,2026-03-02 09:31,done,li,
"""
HEAD = GOOD.splitlines()[0] + "\n"
BAD = """2,2026-03-02 10:00,opened,u-18,
2,2026-03-02 10:05,sorted,li,
2,2026-03-02 10:10,fixed,li,sent again
2,2026-03-02 10:20,told,li,
2,2026-03-02 10:31,done,wang,
"""


def rows(text: str, log_map: LogMap | None = None) -> Iterator[LogRow | LeftOut]:
    """The rows of a CSV text."""
    known = log_map or read_log_map(MAP)
    return read_rows(read_text(StringIO(text, newline=""), known, "csv"), known)


def replayed(text: str, toml: str = MAP, **more: Any) -> ReplayReport:
    """What a replay of this text finds."""
    known = read_log_map(toml)
    replay = Replay(Lifecycle.default(), known, **more)
    for _ in replay.run(rows(text, known)):
        pass
    return replay.report()


def watched(text: str, toml: str = MAP, **more: Any) -> tuple[LogWatch, list[Violation | LeftOut]]:
    """What a watch of this text tells."""
    known = read_log_map(toml)
    watch = LogWatch(Lifecycle.default(), known, **more)
    return watch, [found for row in rows(text, known) for found in watch.see(row)]
