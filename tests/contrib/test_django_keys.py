"""In a Django project words lie encrypted when its settings give keys."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from complaintflow import DefinitionError, StoreError
from complaintflow.contrib.django import desk
from complaintflow.stores import HouseKeys
from tests import stories as s
from tests.contrib.django_site import WAL, sqlite_file, using
from tests.stores.desks import HOUSE

pytest.importorskip("cryptography")


def test_words_of_a_project_lie_encrypted_and_go_with_an_erasure(tmp_path: Path) -> None:
    path = tmp_path / "site.db"
    with using("house", sqlite_file(path, **WAL), KEYS=HOUSE):
        id = desk().receive(s.receive(description="meiyou tuikuan"), s.WITHDRAW, by=s.LI).id
        assert desk().get(id).description == "meiyou tuikuan"
        lies = "".join(one.read_bytes().decode("latin-1") for one in tmp_path.iterdir())
        assert "complaintflow_data_keys" in lies
        assert "tuikuan" not in lies
        desk().erase("u-17", by=s.LEAD, reason="they asked")
        assert desk().get(id).description == ""
        assert desk().check_integrity().sound


def test_keys_are_named_by_a_word_and_shown_in_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMPLAINTFLOW_ROOT_KEYS", "no key at all")
    for given, told in (("environment", "COMPLAINTFLOW_ROOT_KEYS"), (b"secret", "COMPLAINTFLOW\\['KEYS'\\]")):
        with using("house", sqlite_file(tmp_path / f"{given!r}.db", **WAL), KEYS=given):
            with pytest.raises(DefinitionError, match=told) as error:
                desk()
            assert "secret" not in str(error.value)
    with using("house", sqlite_file(tmp_path / "site.db", **WAL), KEYS="store"):
        assert isinstance(desk().receive(s.receive(), by=s.LI).id, str)
    assert repr(HouseKeys()) == "HouseKeys()"


@pytest.mark.parametrize("keys", [None, HOUSE], ids=["without keys", "with keys"])
def test_a_project_without_the_keys_of_its_words_takes_nothing_in(tmp_path: Path, keys: HouseKeys | None) -> None:
    """Its backup had left them out; what came in would lie in plain words beside those that nobody reads."""
    database = sqlite_file(tmp_path / "site.db", **WAL)
    with using("house", database, KEYS=HOUSE):
        desk().receive(s.receive(), by=s.LI)
    with closing(sqlite3.connect(tmp_path / "site.db")) as file, file:
        file.execute("DELETE FROM complaintflow_data_keys")
    with using("house", database, KEYS=keys):
        for _ in range(2):
            with pytest.raises(StoreError, match="bring back the rows of complaintflow_data_keys"):
                desk().receive(s.receive(order="A-2"), by=s.LI)
