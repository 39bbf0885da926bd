"""The command line as a process: its streams, its encodings, and what is not installed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from complaintflow import Actor, Customer, Desk
from complaintflow.commands import Receive
from tests.cli.runs import LI, process

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
    ran = process("list", folder=tmp_path, before=BLOCKED.format(name=name))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"The command line needs {name}: pip install 'complaintflow[cli]'\n"


def test_another_missing_module_is_no_matter_of_the_extra(tmp_path: Path) -> None:
    ran = process("list", folder=tmp_path, before=BLOCKED.format(name="msgspec"))
    assert ran.code == 1
    assert "No module named 'msgspec'" in ran.err


def test_the_library_never_imports_the_command_line() -> None:
    code = "import sys, complaintflow; print([n for n in sys.modules if n.split('.')[0] in ('cyclopts', 'rich')])"
    code += "; print([n for n in sys.modules if n.startswith(('complaintflow.cli', 'complaintflow.demo'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n[]\n"


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A folder with the store of the default name, in which one complaint is."""
    with Desk.open(f"sqlite:///{tmp_path / 'complaints.db'}") as desk:
        desk.receive(Receive("app", Customer("u-17"), "我付了两次款"), by=Actor.system())
    return tmp_path


def test_the_default_store_lies_in_the_folder(filled: Path) -> None:
    assert len(json.loads(process("list", "--json", folder=filled).out)["complaints"]) == 1


def test_the_environment_names_the_store(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    store = f"sqlite:///{filled / 'complaints.db'}"
    ran = process("list", "--json", folder=elsewhere, COMPLAINTFLOW_STORE=store)
    assert len(json.loads(ran.out)["complaints"]) == 1


def test_options_for_all_stand_before_or_behind_the_command(filled: Path) -> None:
    before, behind = process("--json", "head", folder=filled), process("head", "--json", folder=filled)
    assert before == behind


def test_chinese_comes_through_a_pipe_without_colours(filled: Path) -> None:
    ran = process("list", "--language", "zh", folder=filled, TERM="xterm-256color")
    assert "未分类-未知-未定级" in ran.out
    assert "\x1b" not in ran.out


def test_a_stream_that_has_no_chinese_gets_escapes(filled: Path) -> None:
    ran = process("list", "--language", "zh", folder=filled, PYTHONIOENCODING="ascii")
    assert (ran.code, r"\u672a" in ran.out) == (0, True)
    document = process("list", "--json", folder=filled, PYTHONIOENCODING="latin-1")
    assert json.loads(document.out)["complaints"][0]["label"]["zh"] == "未分类-未知-未定级"


def test_a_reader_who_has_had_enough_is_no_error(filled: Path) -> None:
    command = "import sys; from complaintflow.cli import main; sys.exit(main())"
    for words in (["show", "--json"], ["show", "--history"], ["diagram"]):
        with Desk.open(f"sqlite:///{filled / 'complaints.db'}") as desk:
            id = desk.find().complaints[0].id
        asked = [words[0], *([id] if words[0] == "show" else []), *words[1:]]
        run = subprocess.Popen(
            [sys.executable, "-c", command, *asked], cwd=filled, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        errors = run.stderr.read()
        run.stderr.close()
        assert (run.wait(60), errors) == (0, b"")


def test_a_refused_command_leaves_only_a_sentence(filled: Path) -> None:
    ran = process("do", "C-0", "Close", *LI, folder=filled)
    assert (ran.code, ran.out, ran.err) == (5, "", "complaintflow: no complaint has the id 'C-0'\n")


def test_rows_come_from_standard_input(tmp_path: Path) -> None:
    from complaintflow.intakes import sample_csv

    command = "import sys; from complaintflow.cli import main; sys.exit(main())"
    lines = sample_csv().read_bytes().splitlines(keepends=True)[:2]
    done = subprocess.run(
        [sys.executable, "-c", command, "import", "-"],
        cwd=tmp_path,
        input=b"".join(lines),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, b"1 taken in, 0 known already, 0 left out\n")
