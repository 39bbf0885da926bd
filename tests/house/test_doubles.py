"""Our tests live with the doubles of the kit: there is one clock, and one channel that keeps what it was handed."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.house.sources import ROOT

TESTS = ROOT / "tests"
ON_PURPOSE = {TESTS / "testing" / "faulty" / "channels.py"}
"""The kit has to find what is wrong with these."""


def methods(name: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Each method of this name in tests/, with its file and class in words."""
    for path in sorted({*TESTS.rglob("*.py")} - ON_PURPOSE):
        text = path.read_text(encoding="utf-8")
        nodes = ast.walk(ast.parse(text)) if f"def {name}(" in text else ()
        for owner in (node for node in nodes if isinstance(node, ast.ClassDef)):
            own = (node for node in owner.body if isinstance(node, ast.FunctionDef))
            yield from ((f"{path.name}: {owner.name}", method) for method in own if method.name == name)


def test_the_clock_is_that_of_the_kit() -> None:
    """A clock is what answers with a time when it is called."""
    called = ((owner, method.returns) for owner, method in methods("__call__"))
    clocks = [owner for owner, returns in called if returns is not None and ast.unparse(returns) == "datetime"]
    assert clocks == [], "use complaintflow.testing.FrozenClock"


def test_what_was_sent_is_kept_by_the_channel_of_the_kit() -> None:
    keeping = [owner for owner, method in methods("send") if ".append(" in ast.unparse(method)]
    assert keeping == [], "use complaintflow.testing.RecordingChannel or FlakyChannel"
