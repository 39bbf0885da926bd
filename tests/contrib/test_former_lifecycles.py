"""Promise 9: while old complaints go on under their lifecycle, whoever works on them finds and moves them as before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

from complaintflow import Desk, InvalidInput, Policy
from complaintflow.contrib.tools import Tool, tools_for
from complaintflow.policy import TypeRule
from tests import stories as s
from tests.contrib.web import LI, client_of
from tests.desk.moved_house import LIVES, NEW, OLD, fill, opened

PLACES = dict(zip(LIVES, range(len(LIVES)), strict=True))


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Mapping[str, str]]]:
    """A desk with a new lifecycle, and by their lives the complaints that came under the former one."""
    url = f"sqlite:///{Path(tmp_path_factory.mktemp('house')) / 'desk.db'}"
    with opened(url, OLD) as before:
        ids = fill(before, len(LIVES))
    with opened(url, NEW, OLD) as desk:
        yield desk, {life: ids[place] for life, place in PLACES.items()}


@pytest.fixture
def desk(house: tuple[Desk, Mapping[str, str]]) -> Desk:
    return house[0]


@pytest.fixture
def ids(house: tuple[Desk, Mapping[str, str]]) -> Mapping[str, str]:
    return house[1]


def tools(desk: Desk) -> Mapping[str, Tool]:
    return {one.name: one for one in tools_for(desk, LI)}


def named(answer: Mapping[str, Any]) -> Mapping[str, str]:
    return {one["command"]: one["status"] for one in answer["steps"]}


def test_a_list_finds_those_in_a_state_that_only_the_former_lifecycle_has(desk: Desk, ids: Mapping[str, str]) -> None:
    assert {"pending", "parked"} < {*desk.states}
    assert [one.id for one in desk.find(state="pending").complaints] == [ids["pending"]]
    assert desk.count(state={"rated", "scored"}) == 2


def test_a_list_finds_a_type_that_the_policy_does_not_have_any_more(tmp_path: Path) -> None:
    """What came under it would be lost to whoever looks for it; a word that nobody ever had is still wrong."""
    url, standard = f"sqlite:///{tmp_path / 'desk.db'}", Policy()
    with Desk.open(url, policy=attrs.evolve(standard, types={**standard.types, "parcel": TypeRule("包裹")})) as before:
        id = before.receive(s.receive(type="parcel"), by=s.SYSTEM).id
    with Desk.open(url, policy=standard) as desk:
        assert [one.id for one in desk.find(type="parcel").complaints] == [id]
        assert desk.count(type={"parcel", "billing"}) == 1
        with pytest.raises(InvalidInput, match="'parcels'"):
            desk.find(type="parcels")


def test_a_model_is_told_the_steps_of_an_old_complaint_and_takes_one(desk: Desk, ids: Mapping[str, str]) -> None:
    box = tools(desk)
    told = box["steps"].call({"complaint": ids["pending"]})
    assert named(told)["Hold"] == "open"
    assert "Score" not in named(told)
    assert named(box["steps"].call({"complaint": ids["pending"], "command": "Score"})) == {"Score": "impossible"}
    assert box["do"].call({"complaint": ids["rated"], "command": "Rate", "fields": {"stars": "2"}})["problem"]
    held = box["do"].call({"complaint": ids["on hold"], "command": "Unhold", "fields": {}})
    assert (held["done"], held["state"]) == (True, "pending")


def test_the_web_api_has_a_route_for_each_command_of_both_lifecycles(desk: Desk, ids: Mapping[str, str]) -> None:
    client = client_of(desk)
    for kind, field in (("Rate", "stars"), ("Score", "points")):
        assert field in client.get(f"/commands/{kind}").json()["properties"]
    listed = client.get("/complaints", params={"state": "needs info"})
    assert (listed.status_code, listed.json()["complaints"]) == (200, [])
    assert client.get("/complaints/count", params={"state": "rated"}).json() == 2
    answer = client.post(f"/complaints/{ids['rated']}/do/Score", json={"points": "2"})
    assert (answer.status_code, answer.json()["title"]) == (409, "Not possible in this state")
    held = client.post(f"/complaints/{ids['pending']}/do/Hold", json={})
    assert (held.status_code, held.json()["state"]) == (200, "on hold")
