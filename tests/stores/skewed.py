"""Workers whose clocks are wrong, at one database: each says in a file which letter it has handed over.

`python -m tests.stores.skewed URL FILE SECONDS` works with a clock that is so many seconds ahead, until it is killed.
Leases are short here, so that those of the killed end while somebody waits for it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import sleep
from types import SimpleNamespace
from unittest.mock import patch

import attrs

from complaintflow import Desk
from complaintflow.plugins import Message, Outcome, hookimpl
from complaintflow.vocabulary import ReceiptStatus

ROOT = Path(__file__).resolve().parents[2]
SENDING, CHECKING = timedelta(seconds=3), timedelta(seconds=5)
TAKES = 0.05
"""Seconds that the gateway takes for a letter: so long others may look at what is leased."""


@attrs.frozen
class Gateway:
    """Takes its time, and notes the key of each letter."""

    path: Path

    def send(self, message: Message) -> Outcome:
        sleep(TAKES)
        line = json.dumps([message.key, os.getpid()]) + "\n"
        file = os.open(self.path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        os.write(file, line.encode())
        os.close(file)
        return Outcome(ReceiptStatus.ACCEPTED)


def open_desk(url: str, sent: Path, ahead: timedelta) -> Desk:
    """A desk whose clock is so much ahead."""
    plugins = [SimpleNamespace(channels=hookimpl(lambda: {"app": Gateway(sent)}))]
    return Desk.open(url, plugins=plugins, clock=lambda: datetime.now(UTC) + ahead)


def start(url: str, sent: Path, ahead: timedelta) -> subprocess.Popen[str]:
    """A worker in a process of its own."""
    line = [sys.executable, "-m", "tests.stores.skewed", url, str(sent), str(ahead.total_seconds())]
    return subprocess.Popen(line, cwd=ROOT, stderr=subprocess.DEVNULL, text=True)


def told(sent: Path) -> list[tuple[str, int]]:
    """What was handed over, by whom."""
    lines = sent.read_text(encoding="utf-8").splitlines() if sent.exists() else []
    return [(key, pid) for key, pid in map(json.loads, lines)]


def main() -> None:
    url, sent, ahead = sys.argv[1:]
    short = (
        patch("complaintflow.desk.outbox.SENDING_LEASE", SENDING),
        patch("complaintflow.desk.worker.CHECK_LEASE", CHECKING),
        patch("complaintflow.desk.unit_of_work.CHECK_LEASE", CHECKING),
    )
    for one in short:
        one.start()
    with open_desk(url, Path(sent), timedelta(seconds=float(ahead))) as desk:
        while True:
            desk.tick()
            desk.deliver(5)
            sleep(0.01)


if __name__ == "__main__":
    main()
