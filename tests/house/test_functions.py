"""How long the functions are, in lines of code: without decorators, docstring, comments and blank lines."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from statistics import median

from tests.house.sources import SOURCES, Source

LONGEST = 40
USUAL = range(4, 9)


def code_lines(text: str) -> set[int]:
    """The numbers of the lines that hold code."""
    lines = ((number, line.strip()) for number, line in enumerate(text.splitlines(), 1))
    return {number for number, line in lines if line and not line.startswith("#")}


def lengths(source: Source) -> Iterator[tuple[str, int]]:
    """Each function of the file, those inside others as well, with its lines of code."""
    code = code_lines(source.text)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = {*range(node.lineno, (node.end_lineno or 0) + 1)} & code
            if ast.get_docstring(node) is not None:
                lines -= {*range(node.body[0].lineno, (node.body[0].end_lineno or 0) + 1)}
            yield f"{source.name}.{node.name}", len(lines)


def test_no_function_is_long_and_the_usual_one_is_read_at_a_glance() -> None:
    functions = [function for source in SOURCES.values() for function in lengths(source)]
    assert [(name, length) for name, length in functions if length > LONGEST] == []
    assert median(length for _, length in functions) in USUAL
