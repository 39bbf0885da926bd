"""Each test of the desk's promises runs on every built-in store."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path

import pytest

from complaintflow import Desk
from complaintflow.testing import FrozenClock
from tests.stores.desks import Opener, opener_of, openers
from tests.stores.servers import Server, empty

AT_LENGTH = [
    pytest.param(kind, marks=pytest.mark.explore)
    for kind in ("sqlite+sql", "postgresql", "encrypted", "django on sqlite", "django on postgresql")
]


@pytest.fixture(params=["memory", "sqlite", *AT_LENGTH])
def opener(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Opens desks on the store; those that a test leaves open are closed after it."""
    kind = str(request.param)
    url = str(request.getfixturevalue("database")) if "postgresql" in kind else ""
    with ExitStack() as opened:
        if kind.startswith("django"):
            open_one = opened.enter_context(_on_django(url, tmp_path))
        else:
            open_one = opener_of(url) if url else openers(kind, tmp_path)
        yield lambda *clock, **parts: opened.enter_context(open_one(*clock, **parts))
    if url:
        empty(url)


def _on_django(url: str, folder: Path) -> AbstractContextManager[Opener]:
    """Django is loaded where somebody runs these."""
    from tests.contrib.django_site import WAL, opener_on, postgresql_database, sqlite_file

    return opener_on(postgresql_database(url) if url else sqlite_file(folder / "desk.db", **WAL))


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
