"""Each test of the desk's promises runs on every built-in store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from complaintflow import Desk
from complaintflow.testing import FrozenClock
from tests.stores.desks import Opener, opener_of, openers
from tests.stores.servers import Server, empty

AT_LENGTH = [pytest.param(kind, marks=pytest.mark.explore) for kind in ("sqlite+sql", "postgresql")]


@pytest.fixture(params=["memory", "sqlite", *AT_LENGTH])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Opens desks on the store; those that a test leaves open are closed after it."""
    url = "" if request.param != "postgresql" else str(request.getfixturevalue("database"))
    open_one = opener_of(url) if url else openers(request.param, tmp_path)
    with ExitStack() as opened:
        yield lambda *clock, **parts: opened.enter_context(open_one(*clock, **parts))
    if url:
        empty(url)


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
def database(postgresql: Server) -> str:
    """The URL of a database; who writes to it empties it afterwards."""
    return postgresql.database("tests")
