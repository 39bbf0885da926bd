"""The store keeps the contract of stores, also when it is opened anew each time, and stands the kit's machine."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import complaintflow_jsonlines
import pytest
from complaintflow_jsonlines import JsonLinesStore
from hypothesis import HealthCheck, settings

from complaintflow import Actor, Customer, DefinitionError, Desk, StoreError
from complaintflow.commands import Receive
from complaintflow.plugins import Remembered, Session, Store
from complaintflow.testing import DeskMachine, StoreContract, check_plugin

WORDS = Receive("chat", Customer("u-17"), "扫码没反应 😀")


def journal(folder: Path) -> Path:
    return folder / "journal.jsonl"


class TestJsonLinesStore(StoreContract):
    shared = False  # one process, and one store, has the folder at a time

    @pytest.fixture
    def store(self, tmp_path: Path) -> Iterator[Store]:
        with closing(JsonLinesStore(tmp_path)) as store:
            yield store

    @pytest.fixture
    def reopen(self, tmp_path: Path) -> Callable[[], Store]:
        return lambda: JsonLinesStore(tmp_path)


class OpenedAnew:
    """A store that is opened for each transaction: nothing is remembered but what is in the folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def reading(self) -> Generator[Session, None, None]:
        with closing(JsonLinesStore(self.folder)) as store, store.reading() as session:
            yield session

    @contextmanager
    def writing(self) -> Generator[Session, None, None]:
        with closing(JsonLinesStore(self.folder)) as store, store.writing() as session:
            yield session

    def close(self) -> None:
        """Nothing is open."""


class TestOpenedAnew(StoreContract):
    @pytest.fixture
    def store(self, tmp_path: Path) -> Store:
        return OpenedAnew(tmp_path)

    @pytest.fixture
    def reopen(self, tmp_path: Path) -> Callable[[], Store]:
        return lambda: OpenedAnew(tmp_path)


class Machine(DeskMachine):
    def open_store(self) -> Store:
        self.folder = TemporaryDirectory()
        return JsonLinesStore(Path(self.folder.name))

    def teardown(self) -> None:
        super().teardown()
        self.folder.cleanup()


TestMachine = Machine.TestCase
TestMachine.settings = settings(
    max_examples=10, stateful_step_count=15, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def test_the_plugin_brings_a_store() -> None:
    assert check_plugin(complaintflow_jsonlines).brings == {"stores": ("jsonlines",)}


def test_a_desk_goes_on_where_it_stopped(tmp_path: Path) -> None:
    url = f"jsonlines:///{tmp_path / 'desk'}"
    with Desk.open(url, plugins=[complaintflow_jsonlines]) as desk:
        complaint = desk.receive(WORDS, by=Actor.system(), key="form-1")
    with Desk.open(url, plugins=[complaintflow_jsonlines]) as desk:
        assert desk.get(complaint.id) == complaint
        assert desk.receive(WORDS, by=Actor.system(), key="form-1") == complaint
        assert desk.check_integrity().sound


def test_a_folder_that_somebody_has_is_nobody_elses_until_it_is_closed(tmp_path: Path) -> None:
    with closing(JsonLinesStore(tmp_path)):
        with pytest.raises(StoreError, match="it is open already; close the other desk, or name another folder"):
            JsonLinesStore(tmp_path)
        assert "it is open already" in opened_by_another_process(tmp_path)
    assert opened_by_another_process(tmp_path) == ""


def opened_by_another_process(folder: Path) -> str:
    """What went wrong when a process opened the folder; nothing when nothing did."""
    code = """
import sys
from pathlib import Path
from complaintflow_jsonlines import JsonLinesStore
JsonLinesStore(Path(sys.argv[1])).close()
"""
    opened = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=False)
    return opened.stderr


def test_a_transaction_is_one_line_and_one_that_changes_nothing_is_none(tmp_path: Path) -> None:
    with Desk(JsonLinesStore(tmp_path)) as desk:
        before = len(journal(tmp_path).read_bytes().splitlines())
        assert desk.deliver().waiting == 0  # it claims what there is
        complaint = desk.receive(WORDS, by=Actor.system(), key="form-1")
        desk.find()
        desk.get(complaint.id)
    with closing(JsonLinesStore(tmp_path)) as store, store.writing():
        pass
    lines = journal(tmp_path).read_text(encoding="utf-8").splitlines()
    assert len(lines) == before + 1
    assert {"save", "remember"} <= {change["do"] for change in json.loads(lines[-1])}


def test_a_line_cut_off_anywhere_never_was_and_the_next_one_follows(tmp_path: Path) -> None:
    with closing(JsonLinesStore(tmp_path)) as store:
        for key in ("first", "torn"):
            with store.writing() as session:
                session.remember(key, Remembered("C-1", 1, "asked"))
    whole = journal(tmp_path).read_bytes()
    begins = whole.rindex(b"\n", 0, -1) + 1
    for end in range(begins, len(whole)):
        journal(tmp_path).write_bytes(whole[:end])
        with closing(JsonLinesStore(tmp_path)) as store, store.writing() as session:
            assert session.result_for_key("first")
            assert session.result_for_key("torn") is None
            session.remember("next", Remembered("C-1", 1, "asked"))
        with closing(JsonLinesStore(tmp_path)) as store, store.reading() as session:
            assert session.result_for_key("next")


def test_what_was_answered_survives_a_process_that_dies_at_once(tmp_path: Path) -> None:
    code = """
import os, sys
from pathlib import Path
from complaintflow.plugins import Remembered
from complaintflow_jsonlines import JsonLinesStore
store = JsonLinesStore(Path(sys.argv[1]))
with store.writing() as session:
    session.remember("kept", Remembered("C-1", 1, "asked"))
with store.writing() as session:
    session.remember("lost", Remembered("C-1", 1, "asked"))
    os._exit(9)
"""
    died = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert died.returncode == 9
    with closing(JsonLinesStore(tmp_path)) as store, store.reading() as session:
        assert session.result_for_key("kept")
        assert session.result_for_key("lost") is None


def test_a_full_disk_leaves_nothing_of_the_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise OSError(28, "No space left on device")

    with closing(JsonLinesStore(tmp_path)) as store:
        before = journal(tmp_path).read_bytes()
        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", full)
            with pytest.raises(StoreError, match="No space left"), store.writing() as session:
                session.remember("form-1", Remembered("C-1", 1, "asked"))
        assert journal(tmp_path).read_bytes() == before
        with store.writing() as session:
            assert session.result_for_key("form-1") is None


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = JsonLinesStore(tmp_path)
    store.close()
    for transaction in (store.reading, store.writing):
        with pytest.raises(StoreError, match="the store is closed; open the desk again"), transaction():
            pass


def test_what_is_written_while_the_store_is_closed_never_was(tmp_path: Path) -> None:
    store = JsonLinesStore(tmp_path)
    writing = store.writing()
    writing.__enter__().remember("key", Remembered("C-1", 1, "asked"))
    store.close()
    with pytest.raises(StoreError, match="closed file"):
        writing.__exit__(None, None, None)
    with closing(JsonLinesStore(tmp_path)) as store, store.reading() as session:
        assert session.result_for_key("key") is None


@pytest.mark.parametrize("text", ["a diary", '{"format": "another"}\n', "{}\n[]\n"])
def test_a_file_of_somebody_else_is_refused_and_stays_as_it_is(tmp_path: Path, text: str) -> None:
    journal(tmp_path).write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match="written by something else; use what wrote it, or name another folder"):
        JsonLinesStore(tmp_path)
    assert journal(tmp_path).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("version", [1, 3])
def test_a_journal_of_another_version_is_refused_by_name_and_stays_as_it_is(tmp_path: Path, version: int) -> None:
    """An older one has its keys as callers wrote them: each retry would count twice."""
    with Desk(JsonLinesStore(tmp_path)) as desk:
        desk.receive(WORDS, by=Actor.system(), key="form-1")
    text = journal(tmp_path).read_text(encoding="utf-8").replace('"version": 2', f'"version": {version}', 1)
    journal(tmp_path).write_text(text, encoding="utf-8")
    with pytest.raises(StoreError, match="written by another version of this store; use what wrote it"):
        JsonLinesStore(tmp_path)
    assert journal(tmp_path).read_text(encoding="utf-8") == text


NOTED = b'{"do": "remember", "key": "k", "what": {"complaint": "C-1", "version": 1, "asked": "asked"}}'
DAMAGED = {
    "another type": b'[{"do": "remove", "number": "one"}]',
    "no such call": b'[{"do": "close"}]',
    "cut in the middle": b'[{"do": "remove", "num',
    "no event": b'[{"do": "save", "id": "C-1", "received_at": "2026-03-02T09:00:00Z", "events": []}]',
    "no message": b'[{"do": "enqueue", "post": {"to": "nobody", "message": {}}}]',
}


@pytest.mark.parametrize("line", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_line_is_named_by_its_number(tmp_path: Path, line: bytes) -> None:
    JsonLinesStore(tmp_path).close()
    with journal(tmp_path).open("ab") as file:
        file.write(b"[" + NOTED + b"]\n" + line + b"\n")
    before = journal(tmp_path).read_bytes()
    with pytest.raises(StoreError, match="line 3 is damaged"):
        JsonLinesStore(tmp_path)
    assert journal(tmp_path).read_bytes() == before


def test_a_line_that_stands_there_twice_is_damage(tmp_path: Path) -> None:
    with Desk(JsonLinesStore(tmp_path)) as desk:
        desk.receive(WORDS, by=Actor.system())
    with journal(tmp_path).open("r+b") as file:
        last = file.read().splitlines(keepends=True)[-1]
        file.write(last)
    with pytest.raises(StoreError, match=r"line 3 is damaged: C-.* is at version 1, not at 0"):
        JsonLinesStore(tmp_path)


def test_the_lines_of_the_readme_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    [lines] = re.findall(r"^```python\n(.*?)^```", readme, re.MULTILINE | re.DOTALL)
    monkeypatch.chdir(tmp_path)
    exec(lines, {})
    assert journal(tmp_path / "complaints").exists()


@pytest.mark.parametrize("url", ["jsonlines://", "jsonlines:///"])
def test_a_url_without_a_folder_is_refused(url: str) -> None:
    with pytest.raises(DefinitionError, match="jsonlines:///folder"):
        Desk.open(url, plugins=[complaintflow_jsonlines])
