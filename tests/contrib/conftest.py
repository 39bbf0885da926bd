"""A Django project on each kind of database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.contrib.django_site import Site, site_on
from tests.stores.servers import Server


class Sites(Protocol):
    """Opens the project with these settings of ours."""

    def __call__(self, **more: Any) -> Site: ...


@pytest.fixture(scope="session")
def django_database(postgresql: Server) -> str:
    """The URL of a database for Django alone."""
    return postgresql.database("django")


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def sites(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Sites]:
    """The project on this kind of database, with settings that a test gives."""
    url = "" if kind == "sqlite" else str(request.getfixturevalue("django_database"))
    opening = partial(site_on, kind, tmp_path / "helpdesk.db", url)
    with ExitStack() as opened:
        yield lambda **more: opened.enter_context(opening(**more))


@pytest.fixture
def site(sites: Sites) -> Site:
    return sites()
