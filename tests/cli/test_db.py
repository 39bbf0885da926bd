"""`complaintflow db` says which version the tables of a store have, and brings them forward."""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from complaintflow import Actor, Desk
from complaintflow.cli import main
from complaintflow.stores import HouseKeys
from complaintflow.stores.sql.schema import scripts
from complaintflow.stores.sqlite.schema import MIGRATIONS
from tests.cli.command_line import RECEIVED, CommandLine


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

    assert told("current") == (0, {"found": 0, "known": known, "current": False, "missing": []})
    assert told("check") == (7, {"found": 0, "known": known, "current": False, "missing": []})
    assert not (tmp_path / "desk.db").exists(), "to look makes nothing"
    assert told("upgrade") == (0, {"found": known, "known": known, "current": True, "missing": []})
    assert ask("check")[0] == 0
    assert ask("upgrade") == (0, f"the tables have version {known}\n")


def test_a_store_without_tables_of_ours_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["db", "check", "--store", "memory://"]) == 2
    assert "memory://" in capsys.readouterr().err


def test_a_house_is_copied_and_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`fsck` says the same of the copy, and the numbers are those of the house."""
    old, new = f"sqlite:///{tmp_path / 'old.db'}", f"sqlite:///{tmp_path / 'new.db'}"

    def ask(*words: str) -> tuple[int, str]:
        code = main(["db", "copy", *words])
        return code, "".join(capsys.readouterr())

    with Desk.open(old) as desk:
        id = desk.receive(RECEIVED, by=Actor.system()).id
        head = desk.head()
    assert ask(old, new, "--dry-run") == (0, f"1 complaint(s), 1 event(s), 0 letter(s) would be copied\nhead {head}\n")
    assert not (tmp_path / "new.db").exists()
    code, told = ask(old, new)
    assert (code, told.splitlines()) == (
        0,
        [
            f"1 complaint(s), 1 event(s), 0 letter(s) copied to {new}, row by row the same",
            f"head {head}",
            "1 complaint(s), 1 event(s): sound",
        ],
    )
    code, told = ask(old, new)
    assert (code, "it is not empty" in told) == (7, True)
    with Desk.open(new) as desk:
        assert desk.get(id).version == 1


def test_what_the_first_house_has_of_breaches_the_copy_has_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A copy mends nothing and hides nothing. The exit code is that of `fsck`."""
    old, new = f"sqlite:///{tmp_path / 'old.db'}", f"sqlite:///{tmp_path / 'new.db'}"
    with Desk.open(old) as desk:
        desk.receive(RECEIVED, by=Actor.system())
    with closing(sqlite3.connect(tmp_path / "old.db")) as plain, plain:
        plain.execute("UPDATE events SET by = 'somebody'")
    assert main(["db", "copy", old, new, "--json"]) == 8
    document = json.loads(capsys.readouterr().out)
    assert (document["rows"]["events"], document["dry"], document["integrity"]["sound"]) == (1, False, False)


def test_a_house_with_keys_is_copied_and_checked_without_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("cryptography")
    old, new = f"sqlite:///{tmp_path / 'old.db'}", f"sqlite:///{tmp_path / 'new.db'}"
    with Desk.open(old, keys=HouseKeys()) as desk:
        desk.receive(RECEIVED, by=Actor.system())
    assert main(["db", "copy", old, new]) == 0
    assert "1 complaint(s), 1 event(s): sound" in capsys.readouterr().out


VAULT = """
from pathlib import Path
from complaintflow.plugins import hookimpl
from complaintflow.stores import SqliteStore

def open_vault(url, *, copying=False):
    return SqliteStore(Path(__file__).parent / "vaulted.db", copying=copying)

@hookimpl
def stores():
    return {"vault": open_vault}
"""


def test_a_house_is_copied_into_the_store_of_an_installed_plugin(
    cli: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.install("acme_vault", "vault", VAULT)
    monkeypatch.syspath_prepend(cli.folder)
    old = f"sqlite:///{cli.folder / 'old.db'}"
    with Desk.open(old) as desk:
        desk.receive(RECEIVED, by=Actor.system())
        head = desk.head()
    try:
        assert main(["db", "copy", old, "vault://acme"]) == 2
        assert main(["db", "copy", old, "vault://acme", "--plugin", "vault"]) == 0
    finally:
        sys.modules.pop("acme_vault", None)
    with Desk.open(f"sqlite:///{cli.folder / 'vaulted.db'}") as desk:
        assert desk.head() == head
