"""How the files import each other: in no cycle, over few levels, and never through the `__init__` of their own package.

Imports for types and inside functions count as well.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from typing import Any

from tests.house.sources import HOUSE, ROOT, SOURCES, graph, rooms

MOST_LEVELS = 16
MOST_ROOMS = 27


@cache
def room_graph() -> Mapping[str, set[str]]:
    """Each module or package at the root, with those that it imports."""
    return {
        room: set[str]().union(*(rooms(graph()[name]) for name, one in SOURCES.items() if one.room == room)) - {room}
        for room in sorted(rooms(SOURCES))
    }


def cycle(imports: Mapping[str, set[str]]) -> list[str]:
    """A cycle in the graph, if there is one."""
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_a_cycle_is_found() -> None:
    assert cycle({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}})
    assert not cycle({"a": {"b", "c"}, "b": {"c"}, "c": set()})


def test_no_file_imports_itself_through_others() -> None:
    found = cycle(graph())
    assert found == []


def test_no_room_imports_itself_through_others() -> None:
    found = cycle(room_graph())
    assert found == []


def test_no_file_imports_the_init_of_its_own_package() -> None:
    """The `__init__` imports the file: what both need stands in a third one. The root package does not count."""
    packages = {name: source.package for name, source in SOURCES.items() if not source.is_package}
    assert {name: package for name, package in packages.items() if "." in package and package in graph()[name]} == {}


def test_the_levels_are_few() -> None:
    @cache
    def level(room: str) -> int:
        return 1 + max(map(level, room_graph()[room]), default=0)

    assert max(map(level, room_graph())) <= MOST_LEVELS


@cache
def contracts() -> Mapping[str, Mapping[str, Any]]:
    """The contracts of the import linter, by their ids."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["id"]: contract for contract in settings["tool"]["importlinter"]["contracts"]}


def test_the_declared_levels_are_few_and_name_each_room_once() -> None:
    layers = contracts()["levels"]["layers"]
    assert len(layers) <= MOST_LEVELS
    named = [room.strip(" ()") for layer in layers for room in re.split("[:|]", layer)]
    assert sorted(named) == sorted(room_graph())


def test_each_package_says_what_it_must_not_import() -> None:
    packages = {room for room in room_graph() if SOURCES[f"complaintflow.{room}"].is_package}
    assert {name: contracts().get(name, {}).get("source_modules") for name in packages} == {
        name: [f"complaintflow.{name}"] for name in packages
    }


def test_the_rooms_are_few() -> None:
    assert len(room_graph()) <= MOST_ROOMS
    assert {path.stem for path in HOUSE.glob("*.py")} | {path.parent.name for path in HOUSE.glob("*/__init__.py")} == {
        *room_graph(),
        "__init__",
    }
