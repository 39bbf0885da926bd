"""A database is for its owner alone from its first byte, and so is what SQLite puts beside it."""

from __future__ import annotations

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from complaintflow.stores import SqliteStore
from tests import stories as s
from tests.stores.desks import opened, received

pytestmark = pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX")


@pytest.fixture(params=[0o022, 0o000], ids=["umask 022", "umask 000"])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def modes(folder: Path) -> dict[str, str]:
    return {file.name: oct(file.stat().st_mode & 0o777) for file in folder.iterdir()}


@pytest.mark.usefixtures("umask")
def test_nobody_else_may_read_what_a_desk_writes(path: Path) -> None:
    """Neither the file, nor the log and the index beside it."""
    with opened(path) as desk:
        received(desk)
        ours = dict.fromkeys(("desk.db", "desk.db-wal", "desk.db-shm"), "0o600")
        assert modes(path.parent) == ours


@pytest.mark.usefixtures("umask")
def test_nobody_else_may_read_it_while_it_is_being_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also not for the moment before a `chmod`, nor the journal of the first transaction."""
    seen: list[dict[str, str]] = []
    trace = sqlite3.connect

    def watched(*args: object, **options: object) -> sqlite3.Connection:
        seen.append(modes(path.parent))
        connection: sqlite3.Connection = trace(*args, **options)  # type: ignore[call-overload]
        connection.set_trace_callback(lambda _: seen.append(modes(path.parent)))
        return connection

    monkeypatch.setattr(sqlite3, "connect", watched)
    with closing(SqliteStore(path)):
        assert {"0o600"} == {mode for moment in seen for mode in moment.values()}
        assert any("-journal" in name or "-wal" in name for moment in seen for name in moment)


def test_a_file_that_is_open_to_others_keeps_its_mode_and_the_log_says_so(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """It may be meant so: a group that makes backups."""
    with opened(path) as desk:
        id = received(desk).id
    path.chmod(0o640)
    with caplog.at_level(logging.WARNING), opened(path) as desk:
        assert desk.get(id).id == id
    assert modes(path.parent)["desk.db"] == "0o640"
    assert caplog.messages == ["desk.db is open to others (mode 0640): chmod 600 makes it yours alone"]


def test_a_file_of_our_own_is_not_warned_about(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG), opened(path), opened(path):
        assert caplog.messages == []


def test_an_empty_file_that_was_put_there_keeps_its_mode(path: Path) -> None:
    path.touch(0o644)
    with opened(path) as desk:
        assert received(desk).version == 1
    assert modes(path.parent)["desk.db"] == oct(0o644 & ~_umask())


def test_a_file_that_a_link_names_is_ours_alone_as_well(path: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    path.symlink_to(tmp_path / "elsewhere" / "real.db")
    with opened(path) as desk:
        received(desk)
        assert set(modes(tmp_path / "elsewhere").values()) == {"0o600"}


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_what_is_there_is_not_emptied(path: Path) -> None:
    with closing(SqliteStore(path)) as one, closing(SqliteStore(path)) as other:
        with one.writing() as session:
            session.note_sending("someone", s.T0)
        with other.reading() as session:
            assert len(session.sendings("someone", s.T0.replace(year=2020))) == 1
