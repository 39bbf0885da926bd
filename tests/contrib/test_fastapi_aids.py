"""The web API shows what helps with a complaint, and the letters: what the desk shows to this actor, and no more."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient

from complaintflow import Desk, commands as c, to_json
from complaintflow.inbound import Reply
from complaintflow.plugins import FoundAnswer, Outcome, Question, hookimpl
from complaintflow.stores import MemoryStore
from complaintflow.testing import RecordingChannel
from complaintflow.vocabulary import ReceiptStatus
from tests.contrib.web import ASKS, LI, App, client_of

BOUNCED = Outcome(ReceiptStatus.FAILED, detail="no such user")
TOMORROW = datetime.now(UTC) + timedelta(days=1)
AIDS = ("brief", "playbook", "answers", "suggestions", "classes", "advice")


class Shelf:
    """A house that knows an answer."""

    def suggest(self, question: Question, limit: int) -> tuple[FoundAnswer, ...]:
        return (FoundAnswer("paid twice", "the gateway pays it back", "A-1", 0.5, ("两次",)),)[:limit]

    @hookimpl
    def knowledge(self) -> dict[str, object]:
        return {"shelf": self}


@pytest.fixture
def inbox() -> RecordingChannel:
    return RecordingChannel()


@pytest.fixture
def desk(inbox: RecordingChannel) -> Iterator[Desk]:
    with Desk.open("memory://", plugins=[App(inbox), Shelf()]) as desk:
        yield desk


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    with client_of(desk) as client:
        yield client


def triaged(client: TestClient) -> str:
    id = str(client.post("/complaints", json=ASKS).json()["id"])
    assert client.post(f"/complaints/{id}/do/Triage", json={"type": "billing"}).status_code == 200
    return id


def acknowledged(client: TestClient, desk: Desk) -> str:
    """A complaint with a letter to its customer."""
    id = triaged(client)
    desk.do(id, c.Acknowledge("我们在看", TOMORROW), by=LI)
    return id


def test_what_helps_with_a_complaint_is_what_the_desk_tells(client: TestClient, desk: Desk) -> None:
    id = triaged(client)
    told: dict[str, Callable[[], object]] = {
        "brief": lambda: desk.brief(id, "zh"),
        "playbook": lambda: desk.playbook(id, "zh"),
        "answers": lambda: desk.answers(id),
        "classes": lambda: desk.suggest(id),
        "advice": lambda: desk.advise(id, by=LI),
    }
    for name, ask in told.items():
        answer = client.get(f"/complaints/{id}/{name}", headers={"Accept-Language": "zh"})
        assert answer.json() == json.loads(to_json(ask(), language="zh")), name
    assert client.get(f"/complaints/{id}/answers").json()["shelf"][0]["ref"] == "A-1"


def test_the_brief_is_in_the_language_that_is_asked_for(client: TestClient) -> None:
    id = triaged(client)
    briefs = [client.get(f"/complaints/{id}/brief", headers={"Accept-Language": one}).json() for one in ("en", "zh")]
    assert "Background" in briefs[0]
    assert "背景" in briefs[1]


def test_what_the_customer_wrote_last_suggests_what_a_person_may_accept(client: TestClient, desk: Desk) -> None:
    id = acknowledged(client, desk)
    assert client.get(f"/complaints/{id}/suggestions").json() == []
    desk.do(id, c.AskCustomer({"device": "请问您用的是什么手机?"}), by=LI)
    desk.hear(Reply("m-1", "u-17", "1. 华为 P60", datetime.now(UTC), "app", complaint=id))
    suggested = client.get(f"/complaints/{id}/suggestions").json()
    assert suggested == json.loads(to_json(desk.suggestions(id)))
    assert suggested[0]["command"]["answers"] == {"device": "1. 华为 P60"}


def test_an_estimate_of_the_work_changes_the_advice(client: TestClient, desk: Desk) -> None:
    id = triaged(client)
    advice = client.get(f"/complaints/{id}/advice?people=3&minutes=90").json()
    assert advice == json.loads(to_json(desk.advise(id, by=LI, people=3, minutes=90)))
    assert client.get(f"/complaints/{id}/advice?people=-1").status_code == 422


def test_no_customer_and_no_stranger_reads_what_helps_staff(client: TestClient) -> None:
    id = triaged(client)
    for name in AIDS:
        path = f"/complaints/{id}/{name}"
        told = {one: client.get(path, headers={"x-user": one}).status_code for one in ("u-17", "u-18", "eve", "nobody")}
        assert told == {"u-17": 403, "u-18": 404, "eve": 404, "nobody": 401}, name
        assert client.get(f"/complaints/C-0/{name}").status_code == 404


def test_the_outbox_leads_from_page_to_page(client: TestClient, desk: Desk) -> None:
    ids = [acknowledged(client, desk) for _ in "123"]
    answer, seen = client.get("/outbox?limit=2"), list[str]()
    while True:
        seen += [one["message"]["complaint"] for one in answer.json()]
        if "next" not in answer.links:
            break
        answer = client.get("/outbox" + answer.links["next"]["url"])
    assert seen == ids


def test_a_dead_letter_is_seen_retried_and_discarded_by_those_who_look_after_letters(
    client: TestClient, desk: Desk, inbox: RecordingChannel
) -> None:
    inbox.outcome = BOUNCED
    acknowledged(client, desk)
    desk.deliver()
    chief = {"x-user": "chen"}
    [dead] = client.get("/outbox/dead", headers=chief).json()
    number = dead["number"]
    for ask in ("retry", "discard"):
        assert client.post(f"/outbox/{number}/{ask}", json={}).status_code == 403
    assert client.get("/outbox/dead").status_code == 403
    assert client.post(f"/outbox/{number}/retry", json={"channel": "none"}, headers=chief).status_code == 422
    retried = client.post(f"/outbox/{number}/retry", json={"channel": "app"}, headers=chief)
    assert (retried.status_code, retried.content) == (204, b"")
    assert number in {one.number for one in desk.outbox()}
    desk.deliver()
    discarded = client.post(f"/outbox/{number}/discard", json={"reason": "it was told by phone"}, headers=chief)
    assert (discarded.status_code, desk.dead_letters()) == (204, ())
    assert client.post(f"/outbox/{number}/discard", json={}, headers=chief).status_code == 422


def test_a_message_that_waits_is_taken_back_and_one_that_left_is_not(client: TestClient, desk: Desk) -> None:
    id = acknowledged(client, desk)
    [waits] = client.get("/outbox").json()
    key = waits["message"]["key"]
    again = {"message": key, "reason": "the wrong customer"}
    assert client.post("/outbox/recall", json={"message": "none", "reason": "x"}).status_code == 422
    assert client.post("/outbox/recall", json=again, headers={"x-user": "u-18"}).status_code == 404
    recalled = client.post("/outbox/recall", json=again)
    assert (recalled.status_code, recalled.headers["etag"]) == (200, f'"{desk.get(id).version}"')
    assert desk.outbox() == ()
    assert client.post("/outbox/recall", json=again).status_code == 409


def test_a_record_that_cannot_be_read_is_named_and_tried_again(client: TestClient, desk: Desk) -> None:
    id, chief = acknowledged(client, desk), {"x-user": "chen"}
    store = desk._units.store
    assert isinstance(store, MemoryStore)
    store.damage("outbox", "1")
    assert client.get("/quarantine").status_code == 403
    for path in ("/quarantine", "/outbox/unreadable"):
        [named] = client.get(path, headers=chief).json()
        assert (named["table"], named["key"], id in json.dumps(named)) == ("outbox", "1", True)
    release = {"table": "outbox", "key": "1"}
    assert client.post("/quarantine/release", json=release).status_code == 403
    assert client.post("/quarantine/release", json=release, headers=chief).status_code == 500  # nobody has mended it
    assert client.post("/outbox/1/discard", json={}, headers=chief).status_code == 204
    assert client.get("/quarantine", headers=chief).json() == []
    answer = client.post("/quarantine/release", json={"table": "complaints", "key": id}, headers=chief)
    assert answer.status_code == 204


@pytest.mark.parametrize(
    ("body", "path"),
    [
        ({"table": "outbox"}, "key"),
        ({"table": "outbox", "key": 1}, "key"),
        ({"table": "outbox", "key": "1", "force": "yes"}, "force"),
        (["outbox"], ""),
        ({"$kind": "Note", "text": "x"}, ""),
    ],
)
def test_a_body_that_is_no_table_of_the_expected_texts_is_told_where(
    client: TestClient, body: object, path: str
) -> None:
    answer = client.post("/quarantine/release", json=body, headers={"x-user": "chen"})
    assert (answer.status_code, [one["path"] for one in answer.json()["problems"]]) == (422, [path])


def test_numbers_out_of_any_range_are_told_as_problems(client: TestClient) -> None:
    wrong = ("/outbox?limit=0", "/outbox?limit=99999", f"/outbox?after={10**30}", "/outbox/dead?after=x")
    chief = {"x-user": "chen"}
    assert [client.get(path, headers=chief).status_code for path in wrong] == [422] * 4
    assert client.post(f"/outbox/{10**30}/retry", json={}, headers=chief).status_code == 422
