"""`import complaintflow` brings nothing along that an extra brings. What it costs, the benchmarks measure."""

import json
import subprocess
import sys
from types import ModuleType

import pytest

import complaintflow

OPTIONAL = {
    "_pytest", "alembic", "anyio", "apprise", "babel", "click", "cyclopts", "fastapi", "flufl", "holidays", "httpx2",
    "hypothesis", "jinja2", "mcp", "procrastinate", "psycopg", "pydantic", "pygal", "pymysql", "pytest", "rich",
    "sqlalchemy", "stamina", "standardwebhooks", "starlette", "uvicorn",
}  # fmt: skip

LATE = {
    "AsyncDesk", "DeskCall", "StoreCopy", "Watcher", "command_schema", "copy_store", "from_data", "from_json",
    "problem", "profile", "to_data", "to_json", "watch",
}  # fmt: skip
"""What is loaded when somebody asks for it."""


def loaded(program: str) -> set[str]:
    """The top-level names of all modules that a fresh interpreter has after this program."""
    program += "; import json, sys; print(json.dumps([name.split('.')[0] for name in sys.modules]))"
    return set(json.loads(subprocess.check_output([sys.executable, "-c", program], text=True)))


@pytest.mark.parametrize("program", ["import complaintflow", "import complaintflow.commands"])
def test_importing_the_library_loads_no_optional_dependency(program: str) -> None:
    assert not loaded(program) & OPTIONAL


def test_all_that_is_promised_at_the_top_is_sorted_and_there() -> None:
    names = complaintflow.__all__
    assert names == sorted(names)
    assert len(names) == len(set(names))
    assert all(hasattr(complaintflow, name) for name in names)


def test_every_class_and_function_at_the_top_is_promised() -> None:
    public = {
        name for name, value in vars(complaintflow).items() if name[0] != "_" and not isinstance(value, ModuleType)
    }
    assert public | LATE == set(complaintflow.__all__)


def test_who_writes_no_documents_does_not_load_them() -> None:
    program = "import complaintflow, sys; assert 'complaintflow.interchange' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
