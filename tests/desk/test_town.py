"""No complaint ends by silence while its customer has written, or while it is not proved that they were reached."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest

from tests.desk.town import KINDS, Town


def test_some_towns_for_some_weeks() -> None:
    """The seeds were chosen so that mails come back, complaints merge and part, and some end by silence."""
    found = Counter[str]()
    for seed in (3, 4, 6):
        town = Town(random.Random(seed))
        town.live(40)
        found.update(town.judge())
    assert [kind for kind in KINDS if not found[kind]] in ([], ["Decline"])


@pytest.mark.explore
@pytest.mark.parametrize("seed", range(8))
def test_a_town_on_a_file_for_years(tmp_path: Path, seed: int) -> None:
    town = Town(random.Random(seed), tmp_path / "town.db")
    town.live(400)
    found: Counter[str] = town.judge()
    print(f"seed {seed}: {dict(found)}")
    missed = [kind for kind in KINDS if not found[kind]]
    assert len(missed) <= 1, missed  # of what is rare, one thing may never happen in a town
