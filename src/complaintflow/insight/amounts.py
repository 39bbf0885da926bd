"""Sums of money, which do not depend on the settings of the thread."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import reduce

EXACT = Context(prec=100, rounding=ROUND_HALF_UP)
"""A context of its own, wide enough for every amount."""


def sum_amounts(amounts: Iterable[Decimal]) -> Decimal:
    """The exact sum; 0.00 of none."""
    return reduce(EXACT.add, amounts, Decimal("0.00"))
