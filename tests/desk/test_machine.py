"""Two desks asked for everything: see `tour` for what is told, `machine` for what is searched, `twins` for the checks.

Tour and search are one test, since what they reached together is asserted at its end.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.desk.machine import search
from tests.desk.seen import Seen
from tests.desk.tour import tour

pytestmark = pytest.mark.no_cover  # long as it is; what it runs is counted by the tests beside it

LEAST = 40
"""Moves that chance alone is sure to find; usually it is more than a hundred."""


def test_both_desks_agree_and_every_move_guard_end_and_ground_is_reached(tmp_path: Path) -> None:
    """R13, R32, R33, R35, R37 and the promises: whatever is asked by whomever, of memory and SQLite side by side."""
    told, found = Seen(), Seen()
    tour(tmp_path, told)
    search(found, settings(settings(), max_examples=25, stateful_step_count=80))
    print(f"tour: {told}\nrandom: {found}")
    assert not (told | found).lacks()
    assert len(found.moves) >= LEAST, "the random part reaches less than it should"


@pytest.mark.explore
def test_a_long_search_finds_no_way_round_the_rules(tmp_path: Path) -> None:
    """The same search for longer, without the tour."""
    found = Seen()
    search(found, settings(settings(), max_examples=300, stateful_step_count=100))
    print(f"random: {found}\nnot reached by chance: {found.lacks()}")
    assert found.states >= {"closed", "archived", "withdrawn", "declined", "merged", "awaiting_confirmation", "planned"}
