"""The options that every command has: which store, and where on the line they stand."""

from __future__ import annotations

import json

import pytest

from complaintflow.cli import main
from tests.cli.command_line import LI, CommandLine


def listed(cli: CommandLine, *words: str) -> int:
    """How many complaints the command line finds without `--store`."""
    assert main(["list", "--json", *words]) == 0
    return len(json.loads(cli.capture.readouterr().out)["complaints"])


def test_the_default_store_lies_in_the_folder(cli: CommandLine) -> None:
    cli.received()
    assert listed(cli) == 1


def test_the_environment_names_the_store(
    cli: CommandLine, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.received()
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    monkeypatch.setenv("COMPLAINTFLOW_STORE", cli.store)
    assert listed(cli) == 1


def test_options_for_all_stand_before_or_behind_the_command(cli: CommandLine) -> None:
    cli.received()
    assert cli("--json", "head") == cli("head", "--json")


def test_a_refused_command_leaves_only_a_sentence(cli: CommandLine) -> None:
    cli.received()
    ran = cli("do", "C-0", "Close", *LI)
    assert (ran.code, ran.out, ran.err) == (5, "", "complaintflow: no complaint has the id 'C-0'\n")
