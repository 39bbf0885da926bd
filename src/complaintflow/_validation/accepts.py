"""Converters that only declare types: what a field accepts where that is more than it holds, as in `roles={"agent"}`.

Type checkers read the parameters of an attrs class from its converters, so each function states what may be given.
It returns its argument, since `validate` converts all fields afterwards and reports every problem together. The
functions are neither generic nor wrapped in `optional(...)`, because mypy or pyright then loses the type.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

Amount = Decimal | int | str
Texts = list[str] | tuple[str, ...]
Words = list[str] | tuple[str, ...] | set[str] | frozenset[str]


def as_word(value: str) -> Any:
    """A member of an enum, or its text."""
    return value


def as_word_or_none(value: str | None) -> Any:
    """A member of an enum, its text, or None."""
    return value


def as_words(value: Words) -> Any:
    """Words without an order; a single text is not accepted."""
    return value


def as_words_or_none(value: Words | None) -> Any:
    """Words without an order, or None."""
    return value


def as_texts(value: Texts) -> Any:
    """Texts in order."""
    return value


def as_numbers(value: list[int] | tuple[int, ...]) -> Any:
    """Numbers in order."""
    return value


def as_dates(value: list[date] | tuple[date, ...]) -> Any:
    """Dates in order."""
    return value


def as_windows(value: Mapping[str, Texts]) -> Any:
    """The windows of each day."""
    return value


def as_amount(value: Amount) -> Any:
    """An exact amount; a float is not accepted."""
    return value


def as_limits(value: Mapping[str, Mapping[str, Amount]]) -> Any:
    """An amount for each role and currency."""
    return value
