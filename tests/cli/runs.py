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

from complaintflow.cli import main

HEADER = (
    "complaint_id,date_received,date_sent_to_company,product,sub_product,issue,sub_issue,narrative,company,state,tags,"
    "submitted_via,company_response,timely_response,consumer_disputed"
)
GOOD = "1,2024-01-02,2024-01-02,Mortgage,,Fees,,They took it twice,Company 1,NY,,Web,Closed,Yes,No"
CHINESE = "2,2024-01-03,2024-01-03,Credit card,,Billing,,我付了两次款,Company 2,CA,,Phone,Closed,Yes,Yes"
BAD = "3,someday,2024-01-03,Credit card,,Billing,,,Company 2,CA,,Pigeon,Closed,Yes,Yes"

RECEIVED = '{"channel": "app", "customer": {"id": "u-17"}, "description": "我付了两次款 [bold] :smile:"}'
LI = ("--by", "li", "--role", "agent")


@attrs.frozen
class Ran:
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
class Here:
    """The command line inside this process, on a SQLite file of its own."""

    folder: Path
    capture: pytest.CaptureFixture[str]

    @property
    def store(self) -> str:
        return f"sqlite:///{self.folder / 'complaints.db'}"

    def __call__(self, *words: str) -> Ran:
        self.capture.readouterr()
        code = main([*words, "--store", self.store])
        captured = self.capture.readouterr()
        return Ran(code, captured.out, captured.err)

    def received(self) -> str:
        """The id of a complaint that just came in."""
        ran = self("receive", "--data", RECEIVED, "--as-customer", "u-17", "--json")
        assert ran.code == 0, ran.err
        return str(ran.document["complaint"]["id"])

    def triaged(self) -> str:
        """The id of one that was triaged too."""
        id = self.received()
        assert self("do", id, "Triage", "type=billing", *LI).code == 0
        return id

    def file(self, *lines: str) -> Path:
        """A file with these rows."""
        path = self.folder / "rows.csv"
        path.write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")
        return path


def process(*words: str, folder: Path, before: str = "", given: bytes = b"", **environment: str) -> Ran:
    """The command line as a process of its own; `before` is executed first, `given` is its standard input."""
    code = f"{before}\nimport sys; from complaintflow.cli import main; sys.exit(main())"
    clean = {name: value for name, value in os.environ.items() if name not in {"COLUMNS", "COMPLAINTFLOW_STORE"}}
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=folder, env={**clean, "PYTHONIOENCODING": "utf-8", **environment},
        input=given, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())
