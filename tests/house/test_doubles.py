"""Our tests live with the doubles of the kit: there is one clock, and one channel that keeps what it was handed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.house.sources import ROOT

TESTS = ROOT / "tests"
ON_PURPOSE = {TESTS / "testing" / "faulty_channels.py"}
"""The kit has to find what is wrong with these."""


@cache
def classes() -> list[tuple[Path, ast.ClassDef]]:
    """Every class in tests/, with its file."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(TESTS.rglob("*.py"))}
    return [(path, node) for path, tree in trees.items() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]


def methods(name: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Each method of this name in tests/, with its file and class in words."""
    for path, owner in classes():
        for node in owner.body:
            if path not in ON_PURPOSE and isinstance(node, ast.FunctionDef) and node.name == name:
                yield f"{path.name}: {owner.name}", node


def test_the_clock_is_that_of_the_kit() -> None:
    """A clock is what answers with a time when it is called."""
    called = ((owner, method.returns) for owner, method in methods("__call__"))
    clocks = [owner for owner, returns in called if returns is not None and ast.unparse(returns) == "datetime"]
    assert clocks == [], "use complaintflow.testing.FrozenClock"


def test_what_was_sent_is_kept_by_the_channel_of_the_kit() -> None:
    keeping = [owner for owner, method in methods("send") if ".append(" in ast.unparse(method)]
    assert keeping == [], "use complaintflow.testing.RecordingChannel or FlakyChannel"
