"""`complaintflow log`: the events as a file for another tool."""

from __future__ import annotations

import json

import pytest

from complaintflow.cli.failures import Code
from tests.cli.command_line import CommandLine


@pytest.mark.parametrize(
    ("format", "begins"), [("csv", "complaint,seq"), ("xes", "<?xml"), ("flow", "stateDiagram-v2")]
)
def test_each_format_goes_to_standard_output(cli: CommandLine, format: str, begins: str) -> None:
    cli.received()
    assert cli("log", "--format", format).out.startswith(begins)


def test_a_new_file_is_written_and_none_that_is_there(cli: CommandLine) -> None:
    id = cli.received()
    file = cli.folder / "log.json"
    assert cli("log", "--format", "ocel", "-o", str(file)).code == Code.OK
    assert [one["id"] for one in json.loads(file.read_text(encoding="utf-8"))["objects"]] == [id]
    again = cli("log", "-o", str(file))
    assert again.code == Code.STORE
    assert "name a new file" in again.err


def test_who_acted_is_named_when_it_is_asked(cli: CommandLine) -> None:
    cli.received()
    assert "u-17" not in cli("log").out
    assert "u-17" in cli("log", "--with-ids").out
