"""Each test of the desk's promises runs on every built-in store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from complaintflow import Desk
from complaintflow.testing import FrozenClock
from tests.stores.desks import Opener, openers
from tests.stores.servers import Server, server


@pytest.fixture(params=["memory", "sqlite"])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Opener:
    return openers(request.param, tmp_path)


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock()


@pytest.fixture
def desk(opener: Opener, clock: FrozenClock) -> Iterator[Desk]:
    with opener(clock) as desk:
        yield desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.db"


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """One server for all tests."""
    with server() as one:
        yield one


@pytest.fixture(scope="session")
def database(postgresql: Server) -> str:
    """The URL of a database; who writes to it empties it afterwards."""
    return postgresql.database("tests")
