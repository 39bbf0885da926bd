"""The recipes of `docs/howto/workers.md` that are no Python: a unit of systemd, lines of cron, lines of a shell."""

from __future__ import annotations

import re
import shlex
import shutil
import signal
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from complaintflow import Desk
from complaintflow.cli import main
from tests.channels.servers import free_port
from tests.cli.command_line import PROGRAM
from tests.cli.test_worker import asked, until

PAGE = (Path(__file__).parents[2] / "docs" / "howto" / "workers.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


def unit() -> ConfigParser:
    """The unit of systemd; its keys keep their case."""
    parsed = ConfigParser(interpolation=None)
    parsed.optionxform = str  # type: ignore[assignment,method-assign]
    (text,) = blocks("ini")
    parsed.read_string(text)
    return parsed


def lines_of_our_program() -> list[list[str]]:
    """Every command line of the page, beginning behind the name of the program."""
    texts = [*blocks("sh"), unit()["Service"]["ExecStart"], *blocks("text")]
    lines = (shlex.split(line) for text in texts for line in text.splitlines())
    return [line[[Path(word).name for word in line].index("complaintflow") + 1 :] for line in lines]


def test_the_unit_restarts_it_and_waits_for_the_letter_that_it_sends() -> None:
    """Systemd kills what does not end in time; then a letter goes twice to a gateway that honours no keys."""
    service = unit()["Service"]
    assert (service["Restart"], service["KillMode"]) == ("always", "mixed")
    assert int(service["TimeoutStopSec"]) >= 60, "shorter than a letter may take"


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_takes_the_unit(tmp_path: Path) -> None:
    path = tmp_path / "helpdesk.service"
    path.write_text(blocks("ini")[0].replace("/opt/helpdesk/bin/complaintflow", sys.executable))
    done = subprocess.run(["systemd-analyze", "verify", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_each_line_of_the_page_is_understood_by_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    """Or who pastes one into a unit at night finds an option that is not there."""
    lines = lines_of_our_program()
    options = {word for words in lines for word in words if word.startswith("--")}
    commands = [next(word for word in words if word in {"worker", "tick", "deliver"}) for words in lines]
    assert commands == ["worker", "worker", "worker", "worker", "tick", "deliver"]
    main(["worker", "--help"])
    main(["--help"])
    told = capsys.readouterr().out
    assert [one for one in options if one not in told] == []


@pytest.mark.explore
def test_the_command_of_the_unit_works_until_systemd_ends_it(tmp_path: Path) -> None:
    port = free_port()
    with Desk.open(f"sqlite:///{tmp_path / 'complaints.db'}"):
        pass
    (words,) = [one for one in lines_of_our_program() if "${HELPDESK_DATABASE}" in one]
    given = {"${HELPDESK_DATABASE}": f"sqlite:///{tmp_path / 'complaints.db'}", "9108": str(port)}
    line = [sys.executable, "-c", PROGRAM, *(given.get(word, word) for word in words)]
    with subprocess.Popen(line, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        try:
            until(lambda: asked(port, "/ready")[0] == 200)
            run.send_signal(signal.SIGTERM)
            assert run.wait(90) == 0
        finally:
            run.kill()
