"""How likely counts are: the tail of a binomial, and what two counts say of two rates. Pure, without a library.

Two counts are compared by their sum: of `n` complaints in two windows of equal rate and lengths `a` and `b`, those in
the first one are binomial with the probability `a / (a + b)`. That is exact for Poisson counts, however small they are.
"""

from __future__ import annotations

from collections.abc import Callable
from math import exp, lgamma, log, log1p

import attrs

from complaintflow._validation.structure import Record

_TINY = 1e-300
_PRECISE = 1e-15
_STEPS = 100_000
"""More than any fraction needs: it grows with the root of the counts."""
_HALVINGS = 200


def beta_share(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, for a and b above 0.

    >>> round(beta_share(0.5, 2, 3), 4)
    0.6875
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    front = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(1 - x, b, a) / b


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of Lentz."""
    c, d = 1.0, _inverse(1 - (a + b) * x / (a + 1))
    found, m, change = d, 0, 0.0
    while m < _STEPS and abs(change - 1) >= _PRECISE:
        m += 1
        for step in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = _inverse(1 + step * d)
            c = 1 + step / c or _TINY
            change = c * d
            found *= change
    return found


def _inverse(value: float) -> float:
    return 1 / (value if abs(value) > _TINY else _TINY)


def binomial_tail(count: float, of: float, chance: float) -> float:
    """How likely at least so many of a number are, each with this chance. Counts may be fractions, to be thinned.

    >>> round(binomial_tail(3, 5, 0.5), 4)
    0.5
    """
    return 1.0 if count <= 0 else beta_share(chance, count, of - count + 1)


@attrs.frozen(eq=False, repr=False)
class RateRatio(Record):
    """How the rate of one window compares with that of another, with the exact interval that holds it in 95 of 100.

    `ratio` is None where the other window has nothing, and `high` where nothing bounds it.
    """

    ratio: float | None
    low: float
    high: float | None


def rate_ratio(after: int, before: int, length: float = 1.0, confidence: float = 0.95) -> RateRatio:
    """The rate after by the rate before, when the window after is `length` times as long.

    >>> rate_ratio(3, 10).ratio
    0.3
    """
    rest, all_of_them = (1 - confidence) / 2, after + before
    low = _solve(lambda p: binomial_tail(after, all_of_them, p), rest) if after else 0.0
    high = _solve(lambda p: 1 - binomial_tail(after + 1, all_of_them, p), rest, falls=True) if before else None
    return RateRatio(
        after / before / length if before else None, _odds(low) / length, None if high is None else _odds(high) / length
    )


def _odds(share: float) -> float:
    return share / (1 - share)


def _solve(grows: Callable[[float], float], value: float, *, falls: bool = False) -> float:
    """Where a function from 0 to 1 that grows (or falls) has this value."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if (grows(middle) < value) != falls:
            low = middle
        else:
            high = middle
    return low
