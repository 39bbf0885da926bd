"""The example plugins as projects: built, installed beside our wheel, and tested there by our kit."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECTS = sorted(path.parent for path in (ROOT / "examples").glob("*/pyproject.toml"))
NAMES = [project.name for project in PROJECTS]
SETTINGS = {"COMPLAINTFLOW_ROOMS_URL": "https://chat.example.com", "COMPLAINTFLOW_ROOMS_TOKEN": "never-used"}


def ran(command: list[str], folder: Path, wheels: Path | None = None, **settings: str) -> str:
    """What the program prints there, when it finds the wheels before anything else."""
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("COV_", "PYTEST_", "PYTHON"))
    }
    path = {"PYTHONPATH": str(wheels)} if wheels else {}
    done = subprocess.run(
        command, cwd=folder, env=inherited | path | settings, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where our wheel and those of the examples are installed. Nothing is fetched."""
    built, installed = tmp_path_factory.mktemp("built"), tmp_path_factory.mktemp("installed")
    for project in (ROOT, *PROJECTS):
        ran([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(built)], project)
    pip = [sys.executable, "-m", "pip", "-qq", "--disable-pip-version-check", "install"]
    offline = ["--no-deps", "--no-index", "--no-compile", "--target", str(installed)]
    ran([*pip, *offline, *map(str, built.glob("*.whl"))], built)
    return installed


@pytest.mark.parametrize("project", PROJECTS, ids=NAMES)
def test_a_project_passes_its_tests_against_our_wheel(project: Path, wheels: Path, tmp_path: Path) -> None:
    copied = tmp_path / project.name  # without its source: what is tested is what is installed
    shutil.copytree(project, copied, ignore=shutil.ignore_patterns("src", ".*", "__pycache__"))
    package = project.name.replace("-", "_")
    where = f"import complaintflow, {package} as example; print(complaintflow.__file__, example.__file__, sep='\\n')"
    imported = ran([sys.executable, "-c", where], copied, wheels).splitlines()
    assert [Path(file).parent for file in imported] == [wheels / "complaintflow", wheels / package]
    assert " passed" in ran([sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"], copied, wheels)


def test_the_command_line_lists_the_projects_with_their_versions(wheels: Path, tmp_path: Path) -> None:
    command = [str(wheels / "bin" / "complaintflow"), "plugins", "--plugin", "installed", "--json"]
    listed = json.loads(ran(command, tmp_path, wheels, **SETTINGS))
    found = {one["distribution"]: one["version"] for one in listed["loaded"]}
    assert found == dict.fromkeys(("complaintflow", *NAMES), "0.1.0")
