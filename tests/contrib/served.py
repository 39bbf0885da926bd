"""The web API of the examples, served by uvicorn in processes of its own."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"
STAFF = {"Authorization": "Bearer token-of-li"}
CHIEF = {"Authorization": "Bearer token-of-chen"}
"""Who looks after letters and mends records as well."""
_ADDRESS = re.compile(r"running on (http://127\.0\.0\.1:\d+)")


@contextmanager
def served(folder: Path, workers: int) -> Iterator[str]:
    """Its address, with a database in this folder. What the server writes stands in `server.log` there."""
    command = [sys.executable, "-m", "uvicorn", "--app-dir", str(EXAMPLES), "web_api:app", "--port", "0"]
    with (
        (folder / "server.log").open("w") as log,
        subprocess.Popen(
            [*command, "--workers", str(workers)], cwd=folder, stderr=subprocess.PIPE, text=True
        ) as server,
    ):
        try:
            assert server.stderr
            started, address = 0, ""
            while started < workers or not address:
                line = server.stderr.readline()
                assert line, "the server ended"
                log.write(line)
                started += "startup complete" in line
                address = found[1] if (found := _ADDRESS.search(line)) else address
            yield address
        finally:
            server.send_signal(signal.SIGINT)
            log.write(server.communicate(timeout=60)[1])
