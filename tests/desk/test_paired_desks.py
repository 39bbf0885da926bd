"""Two desks are asked for everything: see `tour` for the scripts, `search` for the random search, `paired_desks` for
the checks."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from complaintflow.vocabulary import State
from tests.desk.reached import ALL_MOVES, Reached
from tests.desk.search import search
from tests.desk.tour import WAYS, tour

pytestmark = pytest.mark.uncounted  # long as it is; what it runs is counted by the tests beside it


LATER = frozenset({State.INVESTIGATING, State.PROPOSED, State.EXECUTING, State.RESOLVED, State.PLANNED})
"""The states whose moves take half of the time and bring nothing else: they are for the whole tour."""


def test_both_desks_agree_on_the_moves_of_most_states_and_on_every_answer_of_a_guard_ground_and_end(
    tmp_path: Path,
) -> None:
    """R13, R32, R33, R35, R37 and the promises."""
    reached = Reached()
    tour(tmp_path, reached, [state for state in WAYS if state not in LATER])
    assert {source for _, source, _ in ALL_MOVES - reached.moves} <= LATER
    assert reached.lacks().keys() == {"moves"}, str(reached)


@pytest.mark.explore
def test_both_desks_agree_on_every_move_answer_of_a_guard_ground_and_end(tmp_path: Path) -> None:
    """The tour leaves nothing out."""
    reached = Reached()
    tour(tmp_path, reached)
    assert reached.lacks() == {}, str(reached)


@pytest.mark.explore
def test_a_long_search_finds_no_way_round_the_rules() -> None:
    """Whatever is asked by whomever. Run with `-s` to read what it reached."""
    reached = Reached()
    search(reached, settings(settings(), max_examples=300, stateful_step_count=100))
    print(f"random: {reached}\nnot reached by chance: {reached.lacks()}")
    ends = {"closed", "archived", "withdrawn", "declined", "merged"}
    assert reached.states >= {*ends, "awaiting_confirmation", "planned"}
    assert len(reached.moves) >= 100, "the search reaches less than it should"
