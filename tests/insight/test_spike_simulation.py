"""R41: on simulated arrivals alarms are rarely false, and real surges are seen, in time and once."""

from __future__ import annotations

from pathlib import Path

import pytest

from complaintflow.policy.spikes import Spikes
from tests.insight.spike_simulation import INFORMED, RATES, delays, false_alarms, informed_row, row

RULE = Spikes()
PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "spikes.md"


@pytest.mark.uncounted  # counted, it is twice as slow; the tests around it reach as much
def test_a_month_with_seasons_growth_and_holidays_raises_next_to_nothing() -> None:
    """Else people learn to look away."""
    assert sum(false_alarms(rate, 5, RULE, seed=11) for rate in (15, 50, 500)) <= 1


def test_twice_as_many_at_fifty_a_day_are_raised_within_a_day_and_once() -> None:
    found = delays(50, 2.0, 6, RULE, seed=12)
    assert sum(bool(hours) and hours[0] <= 24 for hours in found) >= 5
    assert all(len(hours) == 1 for hours in found)


@pytest.mark.explore
@pytest.mark.parametrize("one_in", [30_000, 1_000])
@pytest.mark.parametrize("rate", RATES)
def test_the_table_of_the_docs_is_that_of_the_simulation(rate: int, one_in: int) -> None:
    assert row(rate, Spikes(one_in=one_in), 200) in PAGE.read_text(encoding="utf-8")


@pytest.mark.explore
@pytest.mark.parametrize("least", INFORMED)
def test_nobody_sees_half_more_at_fifty_a_day_sooner_for_as_few_false_alarms(least: float) -> None:
    assert informed_row(least) in PAGE.read_text(encoding="utf-8")
