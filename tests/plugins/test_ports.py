"""Every port says what it promises and what it may rely on, in the same five points."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from importlib import import_module
from inspect import isclass
from pathlib import Path

import pytest

from complaintflow import plugins
from complaintflow.plugins import _specs, ports

POINTS = ["Calls", "Threads", "Errors", "Idempotency", "Time"]
FILES = {"complaintflow.plugins.ports." + file.stem for file in Path(ports.__path__[0]).glob("[a-z]*.py")}
PORTS = {
    name: port
    for file in sorted(FILES)
    for name, port in vars(import_module(file)).items()
    if isinstance(port, type) and port.__module__ == file and getattr(port, "_is_protocol", False)
}


def points(port: type) -> Mapping[str, str]:
    """The points of a contract, each with what it says."""
    text = inspect.cleandoc(port.__doc__ or "")
    found = re.findall(r"^- ([A-Z]\w+): (.*?)(?=^- |\n\n|\Z)", text, re.MULTILINE | re.DOTALL)
    return {name: " ".join(said.split()) for name, said in found}


def test_the_ports_are_those_of_the_hooks_and_of_the_desk() -> None:
    assert {"Store", "Channel", "Intake", "Classifier", "Guard", "Holidays", "Observer", "Knowledge"} <= set(PORTS)
    handed_over = {word for hook in hooks() for word in re.findall(r"\b[A-Z]\w+", hook.__annotations__["return"])}
    assert handed_over - {"Mapping", "Iterable", "StoreOpener"} <= set(PORTS)


def hooks() -> list[object]:
    return [hook for name, hook in vars(_specs.Specs).items() if not name.startswith("_")]


@pytest.mark.parametrize("name", PORTS)
def test_the_docstring_of_a_port_is_a_contract_in_five_points(name: str) -> None:
    said = points(PORTS[name])
    assert list(said) == POINTS, f"{name} speaks of {list(said)}"
    for point, text in said.items():
        assert len(text.split()) >= 4, f"{name}: {point} says nothing"
        assert text.endswith(".")


@pytest.mark.parametrize("name", PORTS)
def test_a_port_begins_with_what_it_is_and_says_what_each_method_does(name: str) -> None:
    port = PORTS[name]
    assert not (port.__doc__ or "").lstrip().startswith("-")
    methods = [one for key in dir(port) if not key.startswith("_") and inspect.isfunction(one := getattr(port, key))]
    assert all(inspect.getdoc(method) for method in methods)
    assert methods


def test_a_docstring_without_its_points_is_seen() -> None:
    class Vague:
        """Does things.

        - Calls: often enough to matter.
        """

    assert list(points(Vague)) == ["Calls"]


@pytest.mark.parametrize("name", PORTS)
def test_a_port_can_be_imported_from_the_plugins(name: str) -> None:
    assert getattr(plugins, name) is PORTS[name]


def test_what_the_plugins_promise_is_sorted_and_there() -> None:
    assert plugins.__all__ == sorted(plugins.__all__)
    kinds = {kind for file in FILES for kind in vars(import_module(file)).values() if isclass(kind)}
    assert {kind.__name__ for kind in kinds if kind.__module__ in FILES} <= set(plugins.__all__)


def test_a_session_is_made_of_its_recorders_and_of_what_touches_several() -> None:
    own = [name for name in vars(plugins.Session) if not name.startswith("_")]
    parts = (plugins.Complaints, plugins.Outbox, plugins.Schedule, plugins.Keys, plugins.Policies)
    assert (own, plugins.Session.__bases__[:5]) == (["recall"], parts)
