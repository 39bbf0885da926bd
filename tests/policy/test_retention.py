"""After how long the words of what is over go."""

from __future__ import annotations

import pytest

from complaintflow import InvalidInput, Policy
from complaintflow.policy import Retention
from complaintflow.vocabulary import State


def test_a_house_that_says_nothing_keeps_everything() -> None:
    assert list(Policy().retention.limits()) == []


def test_a_state_without_days_is_kept_beside_one_that_has_some() -> None:
    assert list(Retention(closed=400, declined=30).limits()) == [(State.CLOSED, 400), (State.DECLINED, 30)]


@pytest.mark.parametrize("days", [-1, 36_526, "a year", None])
def test_days_are_a_number_of_days(days: object) -> None:
    """Nobody erases by a slip of the pen."""
    with pytest.raises(InvalidInput, match="archived"):
        Retention(archived=days)  # type: ignore[arg-type]  # on purpose
