"""The command line as a process: its streams, its encodings, and what is not installed."""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from complaintflow import Actor, Customer, Desk
from complaintflow.cli import main
from complaintflow.cli.output import Output
from complaintflow.commands import Receive
from complaintflow.intakes import sample_csv
from tests.cli.command_line import PROGRAM, run_process

BLOCKED = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == {name!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Blocker())
"""


@pytest.mark.parametrize("name", ["cyclopts", "rich"])
def test_without_the_extra_there_is_a_sentence(name: str, tmp_path: Path) -> None:
    ran = run_process("list", folder=tmp_path, before=BLOCKED.format(name=name))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"The command line needs {name}: pip install 'complaintflow[cli]'\n"


def test_another_missing_module_is_no_matter_of_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "complaintflow.cli.app", None)
    with pytest.raises(ModuleNotFoundError, match="app"):
        main(["list"])


def test_the_library_never_imports_the_command_line() -> None:
    code = "import sys, complaintflow; print([n for n in sys.modules if n.split('.')[0] in ('cyclopts', 'rich')])"
    code += "; print([n for n in sys.modules if n.startswith('complaintflow.cli')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n[]\n"


def test_a_command_loads_the_module_of_no_other_one(tmp_path: Path) -> None:
    code = "import sys; from complaintflow.cli import app; app.run(['head'])"
    code += "; modules = {'complaintflow.cli.' + path.split(':')[0] for path in app.SUBCOMMANDS}"
    code += "; print(sorted(modules.intersection(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True)
    assert done.stdout == "['complaintflow.cli.anchors']\n"


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A folder with the store of the default name, in which one complaint is."""
    with Desk.open(f"sqlite:///{tmp_path / 'complaints.db'}") as desk:
        desk.receive(Receive("app", Customer("u-17"), "我付了两次款"), by=Actor.system())
    return tmp_path


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_command_is_done_also_where_its_streams_are_closed(filled: Path, closed: str) -> None:
    """A daemon or a mail server closes them: no clock ran, and no mail was heard."""
    line = f'"{sys.executable}" -c "$2" do "$1" Note text=seen --by li --role agent {closed}'
    with Desk.open(f"sqlite:///{filled / 'complaints.db'}") as desk:
        [id] = [one.id for one in desk.find().complaints]
        ran = subprocess.run(["sh", "-c", line, "sh", id, PROGRAM], cwd=filled, check=False)
        assert (ran.returncode, desk.get(id).version) == (0, 2)


def test_chinese_comes_through_a_pipe_without_colours(filled: Path) -> None:
    ran = run_process("list", "--language", "zh", folder=filled, TERM="xterm-256color")
    assert "未分类-未知-未定级" in ran.out
    assert "\x1b" not in ran.out


def test_a_stream_that_has_no_chinese_gets_escapes(filled: Path) -> None:
    ran = run_process("list", "--language", "zh", folder=filled, PYTHONIOENCODING="ascii")
    assert (ran.code, r"\u672a" in ran.out) == (0, True)


def test_a_document_on_a_stream_that_has_no_chinese_is_the_same_document() -> None:
    stream = TextIOWrapper(BytesIO(), encoding="latin-1")
    Output(machine=True, stream=stream).emit({"zh": "未分类"}, [])
    stream.seek(0)
    assert json.load(stream) == {"zh": "未分类"}


def test_a_reader_who_has_had_enough_is_no_error(filled: Path) -> None:
    with Desk.open(f"sqlite:///{filled / 'complaints.db'}") as desk:
        id = desk.find().complaints[0].id
    for words in (["show", id, "--json"], ["show", id, "--history"]):
        run = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, *words], cwd=filled, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        errors = run.stderr.read()
        run.stderr.close()
        assert (run.wait(60), errors) == (0, b"")


def test_rows_come_from_standard_input(tmp_path: Path) -> None:
    lines = sample_csv().read_bytes().splitlines(keepends=True)[:2]
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "import", "-"],
        cwd=tmp_path,
        input=b"".join(lines),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"1 taken in, 0 known already, 0 left out\n")
