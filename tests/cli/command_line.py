"""How the tests call the command line, inside this process or as one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import attrs
import pytest

from complaintflow import Actor, Customer, Desk
from complaintflow.cli import main
from complaintflow.commands import Receive, Triage

HEADER = (
    "complaint_id,date_received,date_sent_to_company,product,sub_product,issue,sub_issue,narrative,company,state,tags,"
    "submitted_via,company_response,timely_response,consumer_disputed"
)
GOOD = "1,2024-01-02,2024-01-02,Mortgage,,Fees,,They took it twice,Company 1,NY,,Web,Closed,Yes,No"
CHINESE = "2,2024-01-03,2024-01-03,Credit card,,Billing,,我付了两次款,Company 2,CA,,Phone,Closed,Yes,Yes"
BAD = "3,someday,2024-01-03,Credit card,,Billing,,,Company 2,CA,,Pigeon,Closed,Yes,Yes"

RECEIVED = Receive("app", Customer("u-17"), "我付了两次款 [bold] :smile:")
PROGRAM = "import sys; from complaintflow.cli import main; sys.exit(main())"
LI = ("--by", "li", "--role", "agent")
LIMBO = """
[states.limbo]
stage = "investigating"
[commands.Shelve]
fields = { why = "text" }
[[edges]]
command = "Shelve"
from = "triaged"
to = "limbo"
"""
"""A lifecycle with a state of the house's own, which nothing leaves."""


@attrs.frozen
class Result:
    """What one run answered."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        return json.loads(self.out)

    @property
    def error(self) -> Any:
        return json.loads(self.err)["error"]


@attrs.frozen
class CommandLine:
    """The command line inside this process, on a SQLite file of its own."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    @property
    def store(self) -> str:
        return f"sqlite:///{self.folder / 'complaints.db'}"

    def __call__(self, *words: str) -> Result:
        self.capture.readouterr()
        code = main([*words, "--store", self.store])
        captured = self.capture.readouterr()
        return Result(code, captured.out, captured.err)

    def received(self) -> str:
        """The id of a complaint that just came in."""
        with Desk.open(self.store) as desk:
            return desk.receive(RECEIVED, by=Actor.customer("u-17")).id

    def triaged(self) -> str:
        """The id of one that was triaged too."""
        id = self.received()
        with Desk.open(self.store) as desk:
            desk.do(id, Triage("billing"), by=Actor("li", {"agent"}))
        return id

    def install(self, name: str, point: str, source: str, version: str = "1.0") -> None:
        """An installed distribution in this folder: its plugin is the module `name`, and `point` its entry point."""
        info = self.folder / f"{name}-{version}.dist-info"
        info.mkdir()
        about = f"Metadata-Version: 2.1\nName: {name.replace('_', '-')}\nVersion: {version}\n"
        (info / "METADATA").write_text(about, encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[complaintflow]\n{point} = {name}\n", encoding="utf-8")
        (self.folder / f"{name}.py").write_text(source, encoding="utf-8")

    def file(self, *lines: str) -> Path:
        """A file with these rows."""
        path = self.folder / "rows.csv"
        path.write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")
        return path


def run_process(*words: str, folder: Path, before: str = "", given: bytes = b"", **environment: str) -> Result:
    """The command line as a process of its own; `before` is executed first, `given` is its standard input."""
    clean = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "COMPLAINTFLOW_STORE"}}
    done = subprocess.run(
        [sys.executable, "-c", f"{before}\n{PROGRAM}", *words],
        cwd=folder, env={**clean, "PYTHONIOENCODING": "utf-8", **environment},
        input=given, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())
