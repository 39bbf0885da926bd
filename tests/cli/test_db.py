"""`complaintflow db` says which version the tables of a store have, and brings them forward."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from complaintflow.cli import main
from complaintflow.stores.sql.schema import scripts
from complaintflow.stores.sqlite.schema import MIGRATIONS


@pytest.mark.parametrize(("scheme", "known"), [("sqlite", len(MIGRATIONS)), ("sqlite+sql", len(scripts()))])
def test_a_store_without_tables_gets_them_and_says_so(
    scheme: str, known: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = f"{scheme}:///{tmp_path / 'desk.db'}"

    def ask(*words: str) -> tuple[int, str]:
        capsys.readouterr()
        code = main(["db", *words, "--store", store])
        return code, capsys.readouterr().out

    def told(command: str) -> tuple[int, dict[str, object]]:
        code, out = ask(command, "--json")
        return code, json.loads(out)

    assert told("current") == (0, {"found": 0, "known": known, "current": False})
    assert told("check") == (7, {"found": 0, "known": known, "current": False})
    assert not (tmp_path / "desk.db").exists(), "to look makes nothing"
    assert told("upgrade") == (0, {"found": known, "known": known, "current": True})
    assert ask("check")[0] == 0
    assert ask("upgrade") == (0, f"the tables have version {known}\n")


def test_a_store_without_tables_of_ours_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["db", "check", "--store", "memory://"]) == 2
    assert "memory://" in capsys.readouterr().err
