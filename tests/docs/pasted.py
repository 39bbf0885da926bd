"""Paste a page into an interactive Python, block by block: `python -m tests.docs.pasted docs/tutorial.md`.

A reader pastes a block without prompts and outputs, and presses Enter.
"""

from __future__ import annotations

import re
import sys
from code import InteractiveConsole
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: str) -> Iterator[list[str]]:
    """The lines that one types for each Python block of the page."""
    for block in BLOCK.findall(page):
        lines = block.splitlines()
        typed = [line[4:] for line in lines if line.startswith((">>>", "..."))] if block.startswith(">>>") else lines
        yield [*typed, ""]


def paste(page: str) -> None:
    """Paste the blocks; what the console says of errors goes to stderr."""
    console = InteractiveConsole()
    for block in blocks(page):
        for line in block:
            console.push(line)


if __name__ == "__main__":
    with redirect_stdout(StringIO()):
        paste((ROOT / sys.argv[1]).read_text(encoding="utf-8"))
