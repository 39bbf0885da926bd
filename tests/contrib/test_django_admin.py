"""The pages of complaints in Django's admin: they change nothing, and show nobody what their roles do not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import attrs
import pytest
from django.test import Client, override_settings

from complaintflow import Customer, commands as c
from complaintflow.contrib.django import desk, pages, project
from complaintflow.policy import Role
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.contrib.conftest import Users
from tests.contrib.django_site import sqlite_file, using
from tests.stores.desks import at_desk, investigating, received

LIST = "/admin/complaintflow/complaint/"
POLICY = attrs.evolve(s.CHINA, roles={**s.CHINA.roles, "night shift": Role({"all"}, {"own_team"})})
HOSTILE = "<script>alert('扣款')</script>"


class Browsing(Protocol):
    """A browser of a user with these groups."""

    def __call__(self, name: str, *groups: str, may_view: bool = True) -> Client: ...


@pytest.fixture
def browsing(tmp_path: Path, users: Users) -> Iterator[Browsing]:
    from django.contrib import admin
    from django.contrib.auth.models import Permission
    from django.urls import path

    def browse(name: str, *groups: str, may_view: bool = True) -> Client:
        user = users(name, *groups, is_staff=True)
        if may_view:
            user.user_permissions.add(Permission.objects.get(codename="view_complaint"))
        client = Client()
        client.force_login(user)
        return client

    urls = (path("admin/", admin.site.urls),)
    with (
        using(
            "admin", sqlite_file(tmp_path / "admin.db"), POLICY=POLICY, CLOCK=FrozenClock(), TEAM=lambda _: "payments"
        ),
        override_settings(ROOT_URLCONF=urls),
    ):
        yield browse


def page_of(id: str) -> str:
    return f"{LIST}{id}/"


def text_of(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_list_shows_where_each_complaint_stands(browsing: Browsing) -> None:
    id = at_desk(desk(), received(desk()).id, s.triage()).id
    answer = browsing("li", "agent").get(LIST)
    shown = text_of(answer)
    assert answer.status_code == 200
    for text in (id, page_of(id), "triaged", "payments", str(desk().get(id).grade), "Received", "Next due"):
        assert text in shown


def test_the_page_of_a_complaint_shows_its_facts_its_history_and_what_one_may_do_with_why_not(
    browsing: Browsing,
) -> None:
    id = investigating(desk()).id
    answer = browsing("li", "agent").get(page_of(id))
    shown = text_of(answer)
    assert answer.status_code == 200
    for event in desk().history(id):
        assert f"<td>{event.kind}</td>" in shown
    steps = desk().steps(id, by=s.LI)
    refused = [step for step in steps if step.status == "refused"]
    assert refused
    for step in steps:
        assert step.command in shown
    for step in refused:
        assert all(refusal.in_language("zh").rule in shown for refusal in step.refusals)
    assert "u-17" in shown


def test_the_pages_change_nothing(browsing: Browsing) -> None:
    """A row that somebody edits breaks its chain, and skips every rule."""
    id = received(desk()).id
    boss = browsing("boss", "manager")
    before = desk().head()
    for path in ("add/", f"{id}/delete/", f"{id}/history/", f"{id}/change/"):
        assert boss.get(f"{LIST}{path}").status_code == 404
    for path in (LIST, page_of(id)):
        boss.post(path, {"state": "closed", "action": "delete_selected", "_selected_action": id})
    assert desk().head() == before
    assert desk().get(id).state == "received"
    front = text_of(boss.get("/admin/"))
    assert (LIST in front, f"{LIST}add/" in front) == (True, False)


@pytest.mark.parametrize("groups", [(), ("football",)])
def test_whose_groups_show_nothing_finds_nothing(browsing: Browsing, groups: tuple[str, ...]) -> None:
    """A superuser of the admin is nobody at the desk."""
    from django.contrib.auth.models import User

    id = received(desk()).id
    client = browsing("new", *groups)
    User.objects.filter(username="new").update(is_superuser=True)
    assert client.get(page_of(id)).status_code == 404
    assert client.get(page_of("C-0")).status_code == 404
    listed = client.get(LIST)
    assert (listed.status_code, id in text_of(listed)) == (200, False)


def test_who_may_not_view_complaints_sees_no_page(browsing: Browsing) -> None:
    id = received(desk()).id
    client = browsing("li", "agent", may_view=False)
    for path in (LIST, page_of(id)):
        assert client.get(path).status_code == 403
    assert "complaintflow" not in text_of(client.get("/admin/"))
    for path in (LIST, page_of(id)):
        assert Client().get(path).status_code == 302  # to the login


def test_who_is_no_actor_sees_no_page(browsing: Browsing) -> None:
    """Someone called `system` is not the system."""
    id = received(desk()).id
    client = browsing("system", "system")
    for path in (LIST, page_of(id)):
        assert client.get(path).status_code == 403


def test_what_roles_do_not_show_has_a_mark(browsing: Browsing) -> None:
    """An engineer needs no address of a customer."""
    mailed = Customer("u-17", contact={"email": "u17@example.com"})
    id = at_desk(desk(), received(desk(), customer=mailed).id, s.triage()).id
    agents, engineers = (text_of(browsing(*who).get(page_of(id))) for who in (("li", "agent"), ("qian", "engineer")))
    assert ("u17@example.com" in agents, "Your roles do not show" in agents) == (True, False)
    assert ("u17@example.com" in engineers, "Your roles do not show: contacts" in engineers) == (False, True)


def test_who_sees_the_complaints_of_the_own_team_gets_no_others(browsing: Browsing) -> None:
    ours = at_desk(desk(), received(desk()).id, s.triage()).id
    others = received(desk(), order="B-2", customer=Customer("u-18")).id
    client = browsing("kim", "night shift")
    listed = text_of(client.get(LIST))
    assert (ours in listed, others in listed) == (True, False)
    assert (client.get(page_of(ours)).status_code, client.get(page_of(others)).status_code) == (200, 404)
    assert others not in text_of(client.get(LIST, {"id": others})).partition("result_list")[2]


def test_what_customers_write_is_text_on_the_page(browsing: Browsing) -> None:
    """Or whoever complains runs a program in the browser of staff."""
    command = c.Receive("app", Customer('u-17"><b>'), HOSTILE, order="<i>A-7</i>", fields={})
    id = at_desk(desk(), desk().receive(command, by=s.SYSTEM).id, c.Note(HOSTILE)).id
    client = browsing("li", "agent")
    for answer in (client.get(page_of(id)), client.get(LIST), client.get(LIST, {"text": HOSTILE, "team": '"><b>'})):
        shown = text_of(answer)
        assert "<script>alert" not in shown
        assert "<i>A-7" not in shown
        assert "><b>" not in shown
    assert "&lt;script&gt;" in text_of(client.get(page_of(id)))


def test_the_list_is_searched_by_words_id_state_and_team(browsing: Browsing) -> None:
    one = at_desk(desk(), received(desk(), description="The card was charged twice").id, s.triage()).id
    other = received(desk(), order="B-2", description="It does not open", customer=Customer("u-18")).id
    client = browsing("wu", "lead")

    def found(**asked: str) -> set[str]:
        shown = text_of(client.get(LIST, asked))
        return {id for id in (one, other) if id in shown.partition("result_list")[2]}

    assert found() == {one, other}
    assert found(text="charged") == found(state="triaged") == found(team="payments") == found(id=one) == {one}
    assert found(text="open") == found(state="received") == {other}
    assert found(text="nothing like it") == set()


def test_the_list_goes_page_by_page(browsing: Browsing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "PAGE", 2)
    ids = [received(desk(), order=f"A-{number}", customer=Customer(f"u-{number}")).id for number in range(5)]
    client, seen, link = browsing("wu", "lead"), list[str](), LIST
    for _ in range(3):
        shown = text_of(client.get(link)).partition("result_list")[2]
        seen += sorted((id for id in ids if id in shown), key=ids.index, reverse=True)
        after = shown.partition("After these")[0].rpartition('href="')[2].partition('"')[0]
        link = LIST + after.replace("&amp;", "&")
    assert seen == ids[::-1]
    assert "After these" not in shown
    assert "Before these" in shown


@pytest.mark.parametrize(
    ("asked", "status"), [({"after": "no cursor"}, 400), ({"state": "nowhere"}, 400), ({"state": "x" * 5000}, 400)]
)
def test_what_cannot_be_asked_is_said_on_the_page(browsing: Browsing, asked: dict[str, str], status: int) -> None:
    answer = browsing("li", "agent").get(LIST, asked)
    assert (answer.status_code, "errornote" in text_of(answer)) == (status, True)


def test_words_are_searched_only_by_those_who_see_all_words(browsing: Browsing) -> None:
    """A hit would tell what is not shown."""
    received(desk(), description="The card was charged twice")
    answer = browsing("qian", "engineer").get(LIST, {"text": "charged"})
    assert (answer.status_code, "errornote" in text_of(answer)) == (403, True)


def test_an_odd_id_is_not_there(browsing: Browsing) -> None:
    client = browsing("li", "agent")
    for id in ("C-0", "a/b", "x" * 5000, "%F0%9F%98%80", "%00", "..%2F"):
        assert client.get(page_of(id)).status_code == 404


def test_an_id_that_no_address_can_have_holds_up_no_list(browsing: Browsing, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two lines in one id, written by something else than a desk, and nobody could open the list any more."""
    received(desk())
    made = project.desk()
    monkeypatch.setattr(made, "_name", lambda _: "C-1\nC-2")
    received(made)
    answer = browsing("li", "agent").get(LIST)
    assert answer.status_code == 200
    assert text_of(answer).count('href="' + LIST) == 2  # that of the list itself, and that of the other one


def test_of_a_long_history_the_last_events_are_shown(browsing: Browsing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pages, "HISTORY", 2)
    id = at_desk(desk(), received(desk()).id, s.triage(), c.Note("the last one")).id
    shown = text_of(browsing("li", "agent").get(page_of(id)))
    assert "1 earlier events are left out" in shown
    assert "<td>Receive</td>" not in shown
    assert "the last one" in shown


@contextmanager
def closed_desk() -> Iterator[None]:
    desk().close()
    yield


def test_a_store_that_fails_is_said_on_the_page(browsing: Browsing) -> None:
    client = browsing("li", "agent")
    id = received(desk()).id
    with closed_desk():
        for path in (LIST, page_of(id)):
            answer = client.get(path)
            assert (answer.status_code, "the store is closed" in text_of(answer)) == (503, True)
