"""A desk on each built-in store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from complaintflow import Desk
from tests.stores.desks import Clock, Opener, openers


@pytest.fixture(params=["memory", "sqlite"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    return openers(request.param, tmp_path)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(opener: Opener, clock: Clock) -> Iterator[Desk]:
    with opener(clock) as desk:
        yield desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"
