from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command_line import CommandLine


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("COMPLAINTFLOW_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    return CommandLine(tmp_path, capsys)
