"""A Django project on each kind of database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import pytest

from tests.contrib.django_site import Site, site_on
from tests.docs import django_project
from tests.stores.servers import Server


class Sites(Protocol):
    """Opens the project with these settings of ours."""

    def __call__(self, **more: Any) -> Site: ...


class Users(Protocol):
    """Makes a user in these groups, in the database of the project's own."""

    def __call__(self, name: str, *groups: str, **more: Any) -> Any: ...


@pytest.fixture
def users() -> Iterator[Users]:
    """They are gone after the test, and so are groups that were not there before."""
    django_project.start()
    from django.contrib.auth.models import Group, User

    made = list[Any]()

    def make(name: str, *groups: str, **more: Any) -> Any:
        user = User.objects.create_user(name, **more)
        made.append(user)
        for group in groups:
            one, new = Group.objects.get_or_create(name=group)
            made.extend([one] if new else [])
            user.groups.add(one)
        return user

    yield make
    for one in made:
        one.delete()


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
