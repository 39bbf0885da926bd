"""Plugins as projects: built, installed beside our wheel, and tested there by our kit. Two stand in examples/, and one
on the page for those who write a channel."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import attrs
import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "howto" / "channel.md"
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/pyproject.toml"))
NAMES = [*(example.name for example in EXAMPLES), "our-sms"]
SETTINGS = {
    "COMPLAINTFLOW_ROOMS_URL": "https://chat.example.com",
    "COMPLAINTFLOW_ROOMS_TOKEN": "never-used",
    "OUR_SMS_URL": "https://gateway.example.com",
    "OUR_SMS_TOKEN": "never-used",
}
SHORT = pytest.param(("-k", "not TestMachine and not TestOpenedAnew"), id="short")
"""The random search of a store, and its contract where it is opened anew each time, take longer than all else."""
WITHOUT = ("-p", "no:schemathesis", "-p", "no:xdist", "-p", "no:pytest_cov", "-p", "no:anyio")
"""Plugins that stand in our environment and that no project needs: to load them takes as long as its tests."""
OURS_ALONE = ("COV_", "HYPOTHESIS_", "PYTEST_", "PYTHON")


@attrs.frozen
class Installed:
    """Folders of projects by name, and where their wheels and ours are installed."""

    projects: dict[str, Path]
    wheels: Path


def ran(command: list[str], folder: Path, wheels: Path | None = None, **settings: str) -> str:
    """What the program prints there, when it finds the wheels before anything else."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(OURS_ALONE)}
    path = {"PYTHONPATH": str(wheels)} if wheels else {}
    env = {**inherited, "no_proxy": "127.0.0.1", **path, **settings}
    done = subprocess.run(command, cwd=folder, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


def files_on(page: Path) -> dict[str, str]:
    """The blocks that follow a file's name, by that name."""
    named = r"`([\w/]+\.\w+)`:\n\n(?:<!--.*-->\n\n)?```\w+\n(.*?)^```"
    return dict(re.findall(named, page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL))


def written(files: dict[str, str], folder: Path) -> Path:
    """The folder with these files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """Nothing is fetched."""
    built, wheels = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("wheels")
    on_page = written(files_on(PAGE), tmp_path_factory.mktemp("page"))
    projects = dict(zip(NAMES, (*EXAMPLES, on_page), strict=True))
    for project in (ROOT, *projects.values()):
        ran([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)], project)
    pip = [sys.executable, "-m", "pip", "-qq", "--disable-pip-version-check", "install"]
    offline = ["--no-deps", "--no-index", "--no-compile", "--target", str(wheels)]
    ran([*pip, *offline, *map(str, built.glob("*.whl"))], built)
    return Installed(projects, wheels)


def test_what_is_tested_is_what_is_installed(installed: Installed, tmp_path: Path) -> None:
    packages = ["complaintflow", *(name.replace("-", "_") for name in NAMES)]
    where = (
        f"import {', '.join(packages)}; print({', '.join(f'{package}.__file__' for package in packages)}, sep='\\n')"
    )
    files = ran([sys.executable, "-c", where], tmp_path, installed.wheels).splitlines()
    assert [Path(file).parent for file in files] == [installed.wheels / package for package in packages]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("some", [SHORT, pytest.param((), id="whole", marks=pytest.mark.explore)])
def test_a_project_passes_its_tests_against_our_wheel(
    name: str, some: tuple[str, ...], installed: Installed, tmp_path: Path
) -> None:
    copied = tmp_path / name  # without its source
    shutil.copytree(installed.projects[name], copied, ignore=shutil.ignore_patterns("src", ".*", "__pycache__"))
    tests = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *WITHOUT, *some]
    same_examples = {"CI": "true"}  # hypothesis then takes the same ones each time
    assert " passed" in ran(tests, copied, installed.wheels, **same_examples)


def test_the_command_line_lists_the_projects_with_their_versions(installed: Installed, tmp_path: Path) -> None:
    command = [str(installed.wheels / "bin" / "complaintflow"), "plugins", "--plugin", "installed", "--json"]
    listed = json.loads(ran(command, tmp_path, installed.wheels, **SETTINGS))
    found = {one["distribution"]: one["version"] for one in listed["loaded"]}
    assert found == dict.fromkeys(("complaintflow", *NAMES), "0.1.0")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_an_example_is_found_from_the_documents_and_can_be_read_in_one_sitting(example: Path) -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in (ROOT / "docs").rglob("*.md"))
    assert f"](../../examples/{example.name}/" in pages
    assert f"](examples/{example.name}/" in (ROOT / "README.md").read_text(encoding="utf-8")
    lines = [line for file in example.glob("src/*/*.py") for line in file.read_text(encoding="utf-8").splitlines()]
    assert len(list(filter(str.strip, lines))) < 225
