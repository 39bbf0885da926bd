"""The page on the packages names what is there."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from docs import _architecture

SOURCE = _architecture.SOURCE
PAGE = (Path(_architecture.__file__).parent / "explanation" / "architecture.md").read_text(encoding="utf-8")
WALKS = re.split(r"^## The way of ", PAGE, flags=re.MULTILINE)[1:]
STEP = re.compile(r"^\d+\. (.*(?:\n +.*)*)", re.MULTILINE)
NAMED = re.compile(r"`([\w/]+\.py)`: `([\w.]+)`")


def defined(path: Path) -> Iterator[str]:
    """Every function and class of a file, methods as `Class.method`."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            yield node.name
        if isinstance(node, ast.ClassDef):
            yield from (f"{node.name}.{one.name}" for one in node.body if isinstance(one, ast.FunctionDef))


def test_every_package_has_a_paragraph() -> None:
    assert [name for name in _architecture.imports() if f"\n**`{name}`**" not in PAGE] == []


def test_every_file_to_begin_with_is_there() -> None:
    paragraphs = re.findall(r"^\*\*`(\w+)`\*\*(.*?)\n\n", PAGE, re.MULTILINE | re.DOTALL)
    named = [SOURCE / package / file for package, text in paragraphs for file in re.findall(r"`(\w+\.py)`", text)]
    assert len(named) > 15
    assert [path for path in named if not path.exists()] == []


def test_there_are_four_walks_and_each_step_begins_with_a_file_and_a_function() -> None:
    steps = [STEP.findall(walk) for walk in WALKS]
    assert [len(some) >= 6 for some in steps] == [True] * 4
    assert [step for some in steps for step in some if not NAMED.match(step)] == []


def test_every_file_and_function_of_a_walk_is_there() -> None:
    named = {(file, name) for walk in WALKS for file, name in NAMED.findall(walk)}
    assert [(file, name) for file, name in sorted(named) if name not in defined(SOURCE / file)] == []
    assert [file for file in re.findall(r"`([\w/]+/\w+\.py)`", PAGE) if not (SOURCE / file).exists()] == []
