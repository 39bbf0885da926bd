"""What is written out of the lifecycle and kept in the repository: the golden moves and the diagrams.

    python -m tests.lifecycle.golden

writes all of it anew, from the top of the repository. Read the difference before you keep it: every widened or
narrowed move must be one that you meant.
"""

from __future__ import annotations

from pathlib import Path

from complaintflow import Lifecycle
from complaintflow.lifecycle.diagram import dot, mermaid

__all__ = ["DIFFERS", "WRITTEN", "moves_text", "written"]

TOP = Path(__file__).parents[2]
MOVES = Path(__file__).with_name("moves.golden")
WRITTEN = (MOVES, TOP / "docs" / "lifecycle.mmd", TOP / "docs" / "lifecycle.dot")
DIFFERS = "differs from the table; when that is meant: python -m tests.lifecycle.golden"


def moves_text(lifecycle: Lifecycle) -> str:
    """A line for each move: command, from, to, who, effects, own rules; tabs between."""
    return "".join("\t".join(move) + "\n" for move in lifecycle.moves())


def golden_moves() -> list[list[str]]:
    """The moves on record."""
    return [line.split("\t") for line in MOVES.read_text(encoding="utf-8").splitlines()]


def written(lifecycle: Lifecycle) -> dict[Path, str]:
    """What belongs into each file."""
    return dict(zip(WRITTEN, (moves_text(lifecycle), mermaid(lifecycle), dot(lifecycle)), strict=True))


if __name__ == "__main__":
    for path, text in written(Lifecycle.default()).items():
        path.write_text(text, encoding="utf-8")
