"""What cannot be printed is told, and never looks as if the command had failed: it would be done again."""

from __future__ import annotations

import errno
import io
import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, redirect_stdout
from pathlib import Path

import pytest

from complaintflow import Desk
from complaintflow.cli import main
from complaintflow.cli.new_file import write_new
from complaintflow.errors import StoreError
from tests.cli.command_line import BAD, CHINESE, GOOD, LI, PROGRAM, CommandLine


class Full(io.StringIO):
    """A disk that is full, or a pipe that nobody reads."""

    def __init__(self, code: int = errno.ENOSPC) -> None:
        super().__init__()
        self.code = code

    def write(self, text: str) -> int:
        raise OSError(self.code, os.strerror(self.code))


def run(*words: str, code: int = errno.ENOSPC) -> int:
    """The command line, whose answer is lost."""
    with redirect_stdout(Full(code)):
        return main(words)


def breach(cli: CommandLine) -> None:
    """Somebody writes into the file of the store."""
    with closing(sqlite3.connect(cli.folder / "complaints.db")) as connection, connection:
        connection.execute("UPDATE events SET by = 'nobody' WHERE seq = 2")


def kinds(cli: CommandLine, id: str) -> list[str]:
    with Desk.open(cli.store) as desk:
        return [event.kind for event in desk.history(id)]


def note(cli: CommandLine, id: str, *more: str, code: int = errno.ENOSPC) -> int:
    return run("do", id, "Note", "text=seen", *LI, *more, "--store", cli.store, code=code)


def test_a_command_whose_answer_a_full_disk_loses_says_that_it_was_done(
    cli: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    """It ended with 1, and somebody did it again: a refund was promised twice."""
    id = cli.triaged()
    assert note(cli, id) == 11
    told = capsys.readouterr().err
    assert told.startswith(
        "complaintflow: it was done, but its answer could not be written to standard output (No space"
    )
    assert kinds(cli, id).count("Note") == 1


def test_a_machine_reads_the_same_as_a_document(cli: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    assert note(cli, cli.triaged(), "--json") == 11
    error = json.loads(capsys.readouterr().err)["error"]
    assert (error["kind"], error["exit_code"], error["done"]) == ("Unprinted", 11, True)


def test_what_was_not_done_says_so_whatever_becomes_of_the_output(
    cli: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    id = cli.triaged()
    assert run("do", id, "Close", *LI, "--store", cli.store) == 4
    assert "it was done" not in capsys.readouterr().err


def test_what_was_found_keeps_its_own_code(cli: CommandLine, capsys: pytest.CaptureFixture[str]) -> None:
    """A breach that nobody could read is a breach."""
    cli.triaged()
    breach(cli)
    assert run("fsck", "--store", cli.store) == 8
    assert "could not be written" in capsys.readouterr().err


def test_who_reads_no_more_has_seen_enough_and_the_code_is_that_of_the_command(
    cli: CommandLine, capsys: pytest.CaptureFixture[str]
) -> None:
    """`fsck | head` ended with 0, whatever was found."""
    id = cli.triaged()
    assert note(cli, id, code=errno.EPIPE) == 0
    breach(cli)
    assert run("fsck", "--store", cli.store, code=errno.EPIPE) == 8
    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has this device")
def test_nothing_fails_once_more_when_the_interpreter_ends(cli: CommandLine) -> None:
    """Python writes what waits in the buffer at its end, and would end with 120."""
    cli.triaged()
    with Path("/dev/full").open("w") as full:
        program = [sys.executable, "-c", PROGRAM, "list", "--store", cli.store]
        ran = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (ran.returncode, ran.stderr.count("\n")) == (11, 1)


def test_rows_are_in_though_the_report_of_the_others_is_lost(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It ended in the middle of the file, as a fault inside complaintflow."""
    monkeypatch.setattr("complaintflow.cli.intake.open_report", lambda _: Full())
    ran = cli("import", str(cli.file(GOOD, BAD, CHINESE)), "--report", "left.jsonl")
    assert (ran.code, ran.out.splitlines()[0]) == (11, "2 taken in, 0 known already, 1 left out")
    assert "the report of what was left out could not be written to left.jsonl (No space left on device)" in ran.err


def test_a_report_that_cannot_be_written_at_all_is_told_before_anything_is_taken_in(cli: CommandLine) -> None:
    ran = cli("import", str(cli.file(GOOD)), "--report", "/nowhere/left.jsonl")
    assert (ran.code, "No such file or directory" in ran.err) == (7, True)
    assert cli("list", "--count", "--json").document == {"count": 0}


def test_half_a_file_is_taken_away_and_the_next_try_may_have_its_name(tmp_path: Path) -> None:
    """Half a report looked like a whole one, and no second one could be written under its name."""

    def parts() -> Iterator[str]:
        yield "half"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(StoreError, match=r"No space left on device.*make room"):
        write_new(parts(), tmp_path / "report.html")
    write_new(["whole"], tmp_path / "report.html")
    assert (tmp_path / "report.html").read_text() == "whole"


def test_a_fault_of_a_part_leaves_no_half_file_either(tmp_path: Path) -> None:
    def parts() -> Iterator[str]:
        yield "half"
        raise RuntimeError("no figures")

    with pytest.raises(RuntimeError, match="no figures"):
        write_new(parts(), tmp_path / "report.html")
    assert [*tmp_path.iterdir()] == []
