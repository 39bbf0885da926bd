"""`complaintflow keys` and `--keys`: words lie encrypted for whoever uses the command line, and keys are rotated."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

import pytest

from complaintflow.cli import main

pytest.importorskip("cryptography")

OLD, NEW = (f"{name}:{b64encode(key).decode()}" for name, key in (("old", b"o" * 32), ("new", b"n" * 32)))


def test_words_are_encrypted_and_keys_are_rotated_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, file = tmp_path / "desk.db", tmp_path / "roots"

    def ask(*words: str) -> tuple[int, str]:
        code = main([*words, "--store", f"sqlite:///{store}"])
        told = capsys.readouterr()
        assert OLD[4:] not in told.out + told.err
        return code, told.out + told.err

    customer = '{"id": "u-17", "name": "Zhang Weiming"}'
    assert ask("receive", "channel=app", f"customer={customer}", "description=twice", "--as-system")[0] == 0
    monkeypatch.setenv("COMPLAINTFLOW_ROOT_KEYS", OLD)
    assert ask("keys", "encrypt") == (0, "1 complaint(s) and 0 letter(s) are encrypted\n")
    assert ask("vacuum")[0] == 0
    assert b"Weiming" not in store.read_bytes()
    monkeypatch.delenv("COMPLAINTFLOW_ROOT_KEYS")
    assert "the words in this store lie encrypted" in ask("list")[1]
    assert ask("fsck", "--keys", "none")[0] == 0
    file.write_text(f"{NEW} {OLD}")
    assert ask("keys", "rotate", "--keys", str(file)) == (0, "2 key(s) are wrapped anew\n")
    file.write_text(NEW)
    assert ask("keys", "rotate", "--keys", str(file)) == (0, "0 key(s) are wrapped anew\n")
    assert ask("fsck", "--keys", str(file))[0] == 0
    assert ask("fsck", "--keys", "store") == (
        7,
        "complaintflow: keys: of the search: the root key 'new' wraps it, which is not given; give the root key that "
        "wraps it\n",
    )


def test_keys_that_nobody_gives_are_not_rotated(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["keys", "rotate", "--store", "memory://"]) == 7
    assert "this desk has none; open it with keys" in capsys.readouterr().err
