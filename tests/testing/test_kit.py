"""The kit as a package: an extra that says what it needs, and that loads nothing by itself."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from complaintflow import testing

ROOT = Path(__file__).parents[2]


def python(code: str) -> str:
    """What a fresh interpreter says."""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return run.stdout + run.stderr


@pytest.mark.parametrize("needed", ["hypothesis", "pytest"])
def test_without_what_it_needs_it_says_how_to_get_it(needed: str) -> None:
    said = python(f"import sys; sys.modules[{needed!r}] = None; import complaintflow.testing")
    assert said.endswith(f"complaintflow.testing needs {needed}: pip install 'complaintflow[testing]'\n")


def test_importing_the_library_loads_neither_the_kit_nor_what_it_needs() -> None:
    unwanted = "{'hypothesis', 'pytest', 'complaintflow.testing', 'complaintflow.contrib._hypothesis'}"
    assert python(f"import sys, complaintflow; print({unwanted} & set(sys.modules))") == "set()\n"


def test_hypothesis_alone_knows_our_types_and_loads_the_kit_only_when_one_is_asked_for() -> None:
    code = """
import sys
from hypothesis import given, settings, strategies as st
import complaintflow
print("complaintflow.testing" in sys.modules)
@settings(max_examples=1, database=None, deadline=None)
@given(st.from_type(complaintflow.Customer))
def made(one):
    print(type(one).__name__)
made()
"""
    assert python(code) == "False\nCustomer\n"


def test_pytest_gets_no_plugin_of_ours() -> None:
    """Who installs the library gets no change of their tests."""
    assert [one for one in entry_points(group="pytest11") if one.value.startswith("complaintflow")] == []
    assert [one.value for one in entry_points(group="hypothesis", name="complaintflow")] == [
        "complaintflow.contrib._hypothesis:register"
    ]


def test_what_the_kit_names_is_there_and_sorted() -> None:
    assert list(testing.__all__) == sorted(testing.__all__)
    assert all(hasattr(testing, name) for name in testing.__all__)


def test_the_version_of_its_api_is_promised() -> None:
    assert testing.API_VERSION == 2
    assert "`complaintflow.testing.API_VERSION`" in (ROOT / "SECURITY.md").read_text(encoding="utf-8")
