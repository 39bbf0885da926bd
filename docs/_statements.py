"""The statements of a file, those inside of others among them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

__all__ = ["statements"]

_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


def statements(tree: ast.Module) -> Iterator[ast.AST]:
    """Every one, and no expression: of these there are ten times as many, and none of them imports."""
    left: list[ast.AST] = [tree]
    while left:
        node = left.pop()
        yield node
        for block in _BLOCKS:
            left += getattr(node, block, ())
