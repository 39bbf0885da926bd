"""Stories that are printed as tests: one file that runs, with all else in comments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator


class StoryTests:
    """Names the tests of one file apart, and marks what is no test."""

    def __init__(self) -> None:
        self._names = Counter[str]()

    def name(self, wanted: str) -> str:
        """The name for a test; with a number, where one of that name is there already."""
        self._names[wanted] += 1
        return wanted if self._names[wanted] == 1 else f"{wanted} {self._names[wanted]}"

    def mark(self, lines: Iterable[str]) -> Iterator[str]:
        """The lines as comments."""
        for line in lines:
            yield from (f"# {part}".rstrip() for part in line.splitlines() or [""])
