"""Type pages into a fresh Python, in the present folder: `python -m tests.docs.typed README.md docs/tutorial.md`."""

from __future__ import annotations

import sys
from pathlib import Path

from sybil import Sybil

from tests.docs.parsers import PAGES, README

ROOT = Path(__file__).parents[2]


def type_in(page: str) -> None:
    """Run every example of the page, one after the other. Raises what the first wrong one raises."""
    path = ROOT / page
    for example in Sybil(README if page == "README.md" else PAGES).parse(path).examples():
        example.evaluate()


if __name__ == "__main__":
    for each in sys.argv[1:]:
        type_in(each)
