"""Heads that were anchored outside: one, or those in a file of `anchor`, each behind its time. None is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from complaintflow.errors import InvalidInput, Problem
from complaintflow.record.history import HEAD

_HEAD = re.compile(f"(?<![0-9]){HEAD.pattern}")
_SHOWN = 80
"""So many characters of a line that has no head are shown."""


def read_heads(anchor: str, option: str) -> list[str]:
    """The head, or all in a file, in order. `option` is where it was given.

    A line may have lost its end, so that the next one hangs on it: each head in it counts. Raises `InvalidInput` for a
    file that cannot be read, is blank, or has a line without a head.
    """
    if ":" in anchor and not Path(anchor).exists():
        return [anchor]
    try:
        lines = Path(anchor).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError as error:
        wrong = Problem(option, f"{anchor}: {error.strerror}", "a head, or a file that can be read")
        raise InvalidInput((wrong,)) from None
    if problems := tuple(_without_head(lines, anchor, option)):
        raise InvalidInput(problems)
    heads = [head.group() for line in lines for head in _HEAD.finditer(line)]
    if not heads:
        raise InvalidInput((Problem(option, f"{anchor}: nothing is in it", "a file that `anchor` has written"),))
    return heads


def append_line(file: Path, line: str) -> None:
    """Put a line at the end of a file, whose last line may have lost its end. Raises `OSError`."""
    with file.open("ab+") as lines:
        lines.seek(0, 2)
        if lines.tell():
            lines.seek(-1, 2)
        torn = lines.read(1) not in {b"", b"\n"}
        lines.write(b"\n" * torn + f"{line}\n".encode())


def _without_head(lines: list[str], anchor: str, option: str) -> Iterator[Problem]:
    for number, line in enumerate(lines, 1):
        if line.strip() and not _HEAD.search(line):
            yield Problem(
                option, f"{anchor}, line {number}: {line.strip()[:_SHOWN]!r}", "a time and a head, like 12:ab34…"
            )
