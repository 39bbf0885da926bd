"""Whatever the demo is refused, the web API tells as a problem document: whole, in both languages, with the way out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

import attrs
import httpx2
import pytest
from fastapi import FastAPI, Header
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator

from complaintflow import Actor, Desk, Policy, Refused, problem, to_json
from complaintflow.cli.demonstration.demo import _new_clock, _plugins, _sample, _spread
from complaintflow.cli.demonstration.runner import POLICY, DemoClock, Runner
from complaintflow.cli.demonstration.scenarios import LEAST_ROWS, play_all
from complaintflow.cli.demonstration.tally import RULES, CountingLifecycle
from complaintflow.commands import BUILTIN, Command
from complaintflow.contrib.fastapi import router
from complaintflow.desk.importing import take_in

pytestmark = pytest.mark.explore
LANGUAGES = ("zh", "en")
KNOWN: dict[str, Actor] = {}
"""The people of the demo. A real application knows them by their sessions."""


def who(x_user: str = Header()) -> Actor:
    return KNOWN[x_user]


@attrs.frozen
class Told:
    """One refusal of the demo, and what the web API answered to the same question, in each language."""

    refused: Refused
    answers: Mapping[str, httpx2.Response]

    @property
    def unseen(self) -> bool:
        """Whether who asked may not even know that there is such a complaint."""
        return {answer.status_code for answer in self.answers.values()} == {404}

    def document(self, language: str) -> dict[str, Any]:
        """What the web API answered; to who sees no complaint, what it would have told of this one."""
        told: dict[str, Any] = self.answers[language].json()
        return problem(self.refused, language=language) if self.unseen else told


class OverTheWeb(Runner):
    """Asks the web API whatever must be refused, and then the desk: a refusal changes nothing, so it is the same."""

    def __init__(self, desk: Desk, clock: DemoClock, client: TestClient) -> None:
        super().__init__(desk, clock)
        self.told = list[Told]()
        self._client = client
        self._answers = dict[str, httpx2.Response]()

    def expect_refusal(self, id: str, *commands: Command, by: Actor) -> None:
        user = str(len(KNOWN))
        KNOWN[user] = by
        body = to_json(commands).encode()
        self._answers = {
            language: self._client.post(
                f"/complaints/{quote(id)}/do",
                content=body,
                headers={"x-user": user, "accept-language": language, "content-type": "application/json"},
            )
            for language in LANGUAGES
        }
        super().expect_refusal(id, *commands, by=by)

    def _keep(self, refused: Refused, by: Actor) -> None:
        self.told.append(Told(refused, self._answers))
        super()._keep(refused, by)


@attrs.frozen
class Played:
    """What the demo was refused, and the description of the API that told it."""

    told: tuple[Told, ...]
    schemas: Mapping[str, Any]


@pytest.fixture(scope="module")
def played() -> Played:
    clock, app = _new_clock(), FastAPI()
    lifecycle = CountingLifecycle(Policy.from_toml(POLICY))
    plugins = _plugins(lifecycle.policy)
    with Desk.open("memory://", lifecycle=lifecycle, plugins=plugins, clock=clock) as desk:
        app.include_router(router(desk, who=who))
        with TestClient(app) as client:
            runner = OverTheWeb(desk, clock, client)
            rows = list(take_in(desk, _spread(_sample(desk), LEAST_ROWS), "rules"))
            assert [scenario for scenario in play_all(runner, rows) if not scenario.cases] == []
            described = client.get("/openapi.json").json()["paths"]["/complaints/{id}/do"]["post"]["responses"]
    assert not lifecycle.tally.untried
    schemas = {
        status: one["content"]["application/problem+json"]["schema"]
        for status, one in described.items()
        if status >= "400"
    }
    return Played(tuple(runner.told), schemas)


def test_each_rule_that_the_demo_prints_is_told_over_the_web(played: Played) -> None:
    told = {one["rule"] for each in played.told for one in each.document("en")["refusals"]}
    assert set(RULES) - told == set()


def test_who_sees_no_complaint_is_told_nothing_of_it(played: Played) -> None:
    unseen = [one for one in played.told if one.unseen]
    assert {refusal.rule for one in unseen for refusal in one.refused.refusals} == {"permitted"}
    assert {one.answers["en"].json()["type"] for one in unseen} == {"urn:complaintflow:error:not-found"}


def test_each_refusal_is_the_one_of_the_desk_with_its_status(played: Played) -> None:
    for one in played.told:
        if one.unseen:
            continue
        for language in LANGUAGES:
            answer, expected = one.answers[language], problem(one.refused, language=language)
            assert answer.json() == expected
            may_not = {"allowed", "permitted"} & {refusal.rule for refusal in one.refused.refusals}
            assert (answer.status_code, answer.json()["status"]) == ((403, 403) if may_not else (409, 409))
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.headers["content-language"] == language


def test_each_refusal_is_as_the_description_of_the_api_says(played: Played) -> None:
    """Which is RFC 9457: a type that is a URI, a title, a status, a detail, and members of our own."""
    for one in played.told:
        for answer in one.answers.values():
            schema = played.schemas[str(answer.status_code)]
            faults = [fault.message for fault in Draft202012Validator(schema).iter_errors(answer.json())]
            assert faults == [], answer.text


def test_each_refusal_says_in_both_languages_why_not_and_what_helps(played: Played) -> None:
    for one in played.told:
        documents = {language: one.document(language) for language in LANGUAGES}
        assert not documents["zh"]["title"].isascii()
        assert documents["en"]["title"].isascii()
        for chinese, english in zip(documents["zh"]["refusals"], documents["en"]["refusals"], strict=True):
            assert chinese["rule"] == english["rule"]
            assert chinese["commands"] == english["commands"]
            assert set(english["commands"]) <= BUILTIN.keys()
            for part in ("why", "remedy"):
                assert chinese[part], chinese
                assert english[part], english
                assert chinese[part] != english[part], json.dumps(english)
