"""The tail of a binomial and the interval of a ratio are what exact fractions say, for small counts and large."""

from __future__ import annotations

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given, strategies as st

from complaintflow.insight import rate_ratio
from complaintflow.insight.tails import beta_share, binomial_tail


def exact_tail(count: int, of: int, chance: Fraction) -> float:
    """The same by whole numbers."""
    return float(sum(comb(of, n) * chance**n * (1 - chance) ** (of - n) for n in range(count, of + 1)))


@given(st.integers(0, 120), st.integers(0, 120), st.sampled_from([Fraction(1, 2), Fraction(1, 9), Fraction(9, 10)]))
def test_the_tail_is_that_of_exact_fractions(count: int, more: int, chance: Fraction) -> None:
    found, right = binomial_tail(count, count + more, float(chance)), exact_tail(count, count + more, chance)
    assert found == pytest.approx(right, rel=1e-9, abs=1e-300)


def test_the_tail_of_a_million_is_found_as_well() -> None:
    """A normal curve is as good there: 1,000 above the half are two deviations."""
    assert binomial_tail(501_000, 1_000_000, 0.5) == pytest.approx(0.0228, rel=0.01)
    assert binomial_tail(600_000, 1_000_000, 0.5) == 0.0


def test_the_ends_of_a_share_are_nothing_and_all() -> None:
    assert (beta_share(0, 2, 3), beta_share(1, 2, 3), binomial_tail(0, 5, 0.5)) == (0.0, 1.0, 1.0)


@pytest.mark.parametrize(("after", "before"), [(3, 10), (10, 3), (40, 41), (1, 1)])
def test_the_interval_ends_where_either_tail_has_a_fortieth(after: int, before: int) -> None:
    """R39: who reads that complaints fell reads how sure that is."""
    found = rate_ratio(after, before)
    assert found.ratio == after / before
    assert found.high is not None
    low, high = (Fraction(end / (1 + end)) for end in (found.low, found.high))
    assert exact_tail(after, after + before, low) == pytest.approx(0.025)
    assert 1 - exact_tail(after + 1, after + before, high) == pytest.approx(0.025)


def test_a_longer_window_counts_for_as_much_more() -> None:
    assert rate_ratio(20, 10, length=2).ratio == 1
    assert rate_ratio(20, 10, length=2).low == pytest.approx(rate_ratio(20, 10).low / 2)


def test_nothing_before_bounds_nothing_and_nothing_after_may_be_no_effect() -> None:
    assert (rate_ratio(5, 0).ratio, rate_ratio(5, 0).high) == (None, None)
    assert rate_ratio(0, 5).low == 0
    assert rate_ratio(0, 5).high == pytest.approx(1.091, abs=0.001)
    assert (rate_ratio(0, 0).low, rate_ratio(0, 0).high) == (0, None)
