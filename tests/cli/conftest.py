from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runs import Here


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Here:
    monkeypatch.delenv("COLUMNS", raising=False)
    monkeypatch.delenv("COMPLAINTFLOW_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    return Here(tmp_path, capsys)
