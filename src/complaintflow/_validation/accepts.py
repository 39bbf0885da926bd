"""What a field takes, where that is wider than what it holds: `roles={"agent"}`, `urgency="blocked"`.

A type checker reads the parameters of a class from the converters of its fields, so each function here says
one thing: what may be given. It hands the value on as it came, and it returns `Any` because it promises
nothing: right after it `validate` makes the value what the field declares, or finds the problem. A converter that
converted would raise at the first wrong field, and the problems of the others would be lost.

Not generic, and no `optional(...)` around them: mypy and pyright each lose the type in one of the two.
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
    """A closed word: the member, or just its text."""
    return value


def as_word_or_none(value: str | None) -> Any:
    """The same, or nothing."""
    return value


def as_words(value: Words) -> Any:
    """Several words without an order; a lone text is none."""
    return value


def as_words_or_none(value: Words | None) -> Any:
    """The same, or nothing."""
    return value


def as_texts(value: Texts) -> Any:
    """Texts in their order."""
    return value


def as_numbers(value: list[int] | tuple[int, ...]) -> Any:
    """Numbers in their order."""
    return value


def as_dates(value: list[date] | tuple[date, ...]) -> Any:
    """Dates in their order."""
    return value


def as_windows(value: Mapping[str, Texts]) -> Any:
    """For each day its windows."""
    return value


def as_amount(value: Amount) -> Any:
    """An exact amount; a float is none."""
    return value


def as_limits(value: Mapping[str, Mapping[str, Amount]]) -> Any:
    """For each role and currency an amount."""
    return value
