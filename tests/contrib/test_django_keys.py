"""In a Django project words lie encrypted when its settings give keys."""

from __future__ import annotations

from pathlib import Path

import pytest

from complaintflow import DefinitionError
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
