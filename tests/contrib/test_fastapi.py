"""The web API asks the desk and decides nothing: every rule, version, key and refusal is the desk's."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import anyio
import attrs
import httpx2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from standardwebhooks.webhooks import Webhook

from complaintflow import Ask, Desk, Lifecycle, Refusal, command_schema, commands as c
from complaintflow.contrib.fastapi import router
from complaintflow.inbound import ConfirmLinks, Webhooks
from complaintflow.lifecycle import STAFF, STAY, TABLE, Row
from complaintflow.plugins import CustomerMessage
from complaintflow.testing import RecordingChannel
from complaintflow.vocabulary import OPEN
from tests.contrib.web import LI, App, who

ASKS = {"channel": "app", "customer": {"id": "u-17"}, "description": "我付了两次款"}
SECRET = "whsec_" + "bWVzc2FnZXMgYXJlIHNpZ25lZCBieSB0aGlz"


@attrs.frozen
class Listen(c.Command):
    """A supervisor listened to the recording."""

    recording: str

    def changes(self, ask: Ask) -> dict[str, Any]:
        return {}

    @classmethod
    def samples(cls, ask: Ask) -> Iterator[c.Command]:
        yield cls("call-88")


def call_is_known(ask: Ask) -> Refusal | None:
    """Calls have a number."""
    known = ask.field("recording").startswith("call-")
    return None if known else Refusal("call-is-known", "there is no such call", "name a call")


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    """The loop of uvicorn; the desk below is tried on both."""
    return "asyncio"


@pytest.fixture(scope="module")
def inbox() -> RecordingChannel:
    return RecordingChannel()


@pytest.fixture(scope="module")
def desk(inbox: RecordingChannel) -> Iterator[Desk]:
    links = ConfirmLinks("http://testserver/confirm", b"0123456789abcdef0123456789abcdef")
    with Desk.open("memory://", plugins=[App(inbox)], linker=links) as desk:
        yield desk


@pytest.fixture(scope="module")
def client(desk: Desk) -> Iterator[TestClient]:
    """One for all tests: each speaks of complaints of its own."""
    app = FastAPI()
    app.include_router(router(desk, who=who, webhooks={"sms": Webhooks(SECRET, "sms")}))
    with TestClient(app) as client:
        yield client


def received(client: TestClient, **headers: str) -> str:
    answer = client.post("/complaints", json=ASKS, headers=headers)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


def test_a_complaint_is_taken_in_and_told_with_its_version_and_place(client: TestClient) -> None:
    answer = client.post("/complaints", json=ASKS)
    assert (answer.status_code, answer.headers["etag"]) == (201, '"1"')
    place = httpx2.URL("http://testserver/complaints").join(answer.headers["location"])
    shown = client.get(str(place))
    assert shown.json() == answer.json()
    assert (shown.json()["$kind"], shown.json()["description"]) == ("Complaint", "我付了两次款")


def test_several_commands_happen_together_or_none_of_them(client: TestClient, desk: Desk) -> None:
    many = [{"$kind": "Receive", **ASKS}, {"$kind": "Triage", "type": "billing"}]
    id = client.post("/complaints", json=many).json()["id"]
    answer = client.post(f"/complaints/{id}/do", json=[{"$kind": "Note", "text": "x"}, {"$kind": "Close"}])
    assert answer.status_code == 409
    assert [event.kind for event in desk.history(id)] == ["Receive", "Triage"]


def test_what_is_no_command_is_named_with_its_place(client: TestClient) -> None:
    id = received(client)
    answer = client.post(
        f"/complaints/{id}/do", json=[{"$kind": "Note", "text": "x"}, {"$kind": "Customer", "id": "u"}]
    )
    assert [one["path"] for one in answer.json()["problems"]] == ["[1]"]
    first = client.post("/complaints", json=[{"$kind": "Note", "text": "x"}])
    assert first.json()["problems"] == [{"path": "[0]", "found": "Note", "expected": "Receive"}]
    nothing = client.post("/complaints", json=[])
    assert (nothing.status_code, nothing.json()["problems"][0]["found"]) == (422, "nothing")


def test_the_same_key_gives_the_first_answer_again(client: TestClient, desk: Desk) -> None:
    key = {"Idempotency-Key": "form-81"}
    assert received(client, **key) == received(client, **key)
    other = client.post("/complaints", json={**ASKS, "description": "else"}, headers=key)
    assert (other.status_code, other.json()["problems"][0]["path"]) == (422, "key")
    assert desk.known("form-81") == received(client, **key)
    id = received(client)
    notes = [
        client.post(f"/complaints/{id}/do/Note", json={"text": "x"}, headers={"Idempotency-Key": "n"}) for _ in "12"
    ]
    assert notes[0].json() == notes[1].json()
    assert desk.get(id).version == 2


def test_a_stale_version_is_refused_and_the_present_one_is_not(client: TestClient, desk: Desk) -> None:
    id = received(client)
    for tag, status in (('"1"', 200), ('"1"', 412), ("nonsense", 412), ("*", 200), (None, 200), ('"1", "2"', 400)):
        headers = {} if tag is None else {"If-Match": tag}
        answer = client.post(f"/complaints/{id}/do/Note", json={"text": "x"}, headers=headers)
        assert answer.status_code == status, tag
        assert answer.status_code == 200 or answer.json()["status"] == status
    assert desk.get(id).version == 4


def test_what_the_client_has_already_is_not_sent_again(client: TestClient) -> None:
    id = received(client)
    known = client.get(f"/complaints/{id}", headers={"If-None-Match": '"7", "1"'})
    assert (known.status_code, known.content) == (304, b"")
    assert client.get(f"/complaints/{id}", headers={"If-None-Match": '"7"'}).status_code == 200


def test_every_error_is_told_as_problem_details(client: TestClient) -> None:
    id = received(client)
    json_type = {"content-type": "application/json"}
    told = {
        ("GET", "/complaints/C-0"): (404, "urn:complaintflow:error:not-found"),
        ("GET", "/complaints?colour=red"): (422, "urn:complaintflow:error:invalid-input"),
        ("GET", "/complaints?limit=many"): (422, "urn:complaintflow:error:invalid-input"),
        ("GET", "/commands/Nothing"): (404, "about:blank"),
        ("POST", f"/complaints/{id}/do/Close"): (409, "urn:complaintflow:error:not-possible"),
        ("POST", f"/complaints/{id}/do/Triage"): (422, "urn:complaintflow:error:invalid-input"),
        ("POST", "/webhooks/sms"): (401, "about:blank"),
        ("POST", "/webhooks/none"): (404, "about:blank"),
    }
    for (method, path), (status, type) in told.items():
        answer = client.request(method, path, content=b"{}", headers=json_type)
        assert answer.headers["content-type"] == "application/problem+json", path
        assert (answer.status_code, answer.json()["type"]) == (status, type), path
        assert answer.json()["status"] == status
    assert client.get("/complaints", headers={"x-user": "nobody"}).json()["title"] == "Unauthorized"


def test_a_refusal_tells_all_reasons_in_the_language_of_the_client(client: TestClient) -> None:
    id = received(client)
    lie = {"message": "已解决", "next_at": "2020-01-01T00:00:00Z"}
    told = {}
    for language in ("zh-CN, en;q=0.5", "fr, en;q=0.8, zh;q=0.1"):
        answer = client.post(f"/complaints/{id}/do/Acknowledge", json=lie, headers={"Accept-Language": language})
        told[answer.headers["content-language"]] = answer.json()
    assert {name: one["status"] for name, one in told.items()} == {"zh": 409, "en": 409}
    assert told["zh"]["title"] == "规则不允许"
    assert len(told["en"]["refusals"]) > 1
    assert all(one["why"] and one["type"].startswith("urn:complaintflow:rule:") for one in told["en"]["refusals"])


def test_a_body_is_bounded_and_must_say_that_it_is_json(client: TestClient) -> None:
    large, plain = b"[" + b" " * 2**20 + b"]", {"content-type": "text/plain"}
    json_type = {"content-type": "application/json; charset=utf-8"}
    assert client.post("/complaints", content=large, headers=json_type).status_code == 413
    assert client.post("/complaints", content=iter([large]), headers=json_type).status_code == 413
    assert client.post("/complaints", content=json.dumps(ASKS), headers=plain).status_code == 415
    assert client.post("/complaints", content=json.dumps(ASKS), headers=json_type).status_code == 201


@pytest.mark.anyio
async def test_a_body_without_an_end_is_not_read_to_its_end(client: TestClient) -> None:
    read, answers = 0, list[Any]()

    async def receive() -> dict[str, Any]:
        nonlocal read
        read += 2**18
        return {"type": "http.request", "body": b" " * 2**18, "more_body": True}

    async def send(message: Any) -> None:
        answers.append(message)

    scope = {"type": "http", "method": "POST", "path": "/complaints", "query_string": b""}
    await client.app({**scope, "headers": [(b"content-type", b"application/json")]}, receive, send)
    assert answers[0]["status"] == 413
    assert read < 2**21


def test_a_header_that_stands_twice_is_refused(client: TestClient) -> None:
    twice = [("Idempotency-Key", "a"), ("Idempotency-Key", "b")]
    assert client.post("/complaints", json=ASKS, headers=twice).status_code == 400


def test_a_list_has_filters_and_leads_from_page_to_page(client: TestClient) -> None:
    ids = [client.post("/complaints", json={**ASKS, "order": "L-1"}).json()["id"] for _ in range(5)]
    client.post(f"/complaints/{ids[0]}/do/Triage", json={"type": "billing", "team": "listed"})
    answer, seen = client.get("/complaints?order=L-1&limit=2&state=received&state=triaged&open=true"), list[str]()
    while True:
        seen += [one["id"] for one in answer.json()["complaints"]]
        if "next" not in answer.links:
            break
        answer = client.get("/complaints" + answer.links["next"]["url"])
    assert seen == ids
    before = client.get("/complaints" + answer.links["prev"]["url"]).json()["complaints"]
    assert [one["id"] for one in before] == ids[2:4]
    assert client.get("/complaints/count?order=L-1").json() == 5
    assert "body" not in answer.json()["complaints"][0]
    found = client.get("/complaints?team=listed").json()["complaints"]
    assert [one["id"] for one in found] == ids[:1]


def test_a_customer_sees_the_public_facts_of_their_own_complaint_and_nothing_else(client: TestClient) -> None:
    id = received(client)
    client.post(f"/complaints/{id}/do/Note", json={"text": "a secret of staff"})
    own, strange = {"x-user": "u-17"}, {"x-user": "u-18"}
    for path in ("", "/view"):
        shown = client.get(f"/complaints/{id}{path}", headers=own)
        assert (shown.status_code, shown.json()["$kind"]) == (200, "CustomerView")
        assert client.get(f"/complaints/{id}{path}", headers=strange).status_code == 404
    paths = ["/complaints", *(f"/complaints/{id}{part}" for part in ("", "/view", "/history", "/steps", "/deadlines"))]
    for path in paths:
        for headers in (own, strange):
            assert "secret" not in client.get(path, headers=headers).text, path
    said = client.post(f"/complaints/{id}/do/Answer", json={"answers": {"order": "A-1"}}, headers=strange)
    assert said.status_code == 404
    assert client.post("/complaints", json=ASKS, headers=own).json()["$kind"] == "CustomerView"


def test_the_looks_of_a_complaint_are_those_of_the_desk(client: TestClient, desk: Desk) -> None:
    id = received(client)
    assert [one["kind"] for one in client.get(f"/complaints/{id}/history").json()] == ["Receive"]
    steps = {one["command"]: one["status"] for one in client.get(f"/complaints/{id}/steps").json()}
    assert steps == {step.command: step.status for step in desk.steps(id, by=LI)}
    assert len(client.get(f"/complaints/{id}/deadlines").json()) == len(desk.explain(id))
    assert client.get(f"/complaints/{id}/view").json()["id"] == id


def notified(client: TestClient, desk: Desk, inbox: RecordingChannel) -> CustomerMessage:
    """The notice that a customer gets, with its links."""
    done = (c.Triage("billing"), c.Resolve("已退", "own_system"), c.Verify(True, "账本", "只剩一笔"))
    told = c.Notify("扣了两次款", "网关重复", "已退一笔", "请查看", datetime.now(UTC) + timedelta(days=1), "多扣了")
    desk.do(received(client), *done, told, by=LI)
    desk.deliver()
    return inbox.to_customers[-1]


def test_who_follows_a_link_confirms_nothing_and_who_presses_the_button_does(
    client: TestClient, desk: Desk, inbox: RecordingChannel
) -> None:
    """A scanner of mail follows every link."""
    message = notified(client, desk, inbox)
    link = message.links["confirm"]
    for method in ("GET", "HEAD", "OPTIONS"):
        client.request(method, link)
    page = client.get(link, headers={"Accept-Language": "en"})
    assert (page.status_code, page.headers["referrer-policy"], page.headers["cache-control"]) == (
        200,
        "no-referrer",
        "no-store",
    )
    assert '<form method="post">' in page.text
    complaint = desk.get(message.complaint)
    assert not complaint.cycle.confirmed
    assert [client.post(link).status_code for _ in "12"] == [200, 200]
    assert [event.kind for event in desk.history(complaint.id)].count("Confirm") == 1
    wrong = client.post(f"{link}x", headers={"Accept-Language": "en"})
    assert (wrong.status_code, "the link was changed or is not ours" in wrong.text) == (409, True)


def test_a_desk_without_links_has_no_page_for_them() -> None:
    with Desk.open("memory://") as plain:
        app = FastAPI()
        app.include_router(router(plain, who=who), prefix="/api")
        with TestClient(app) as client:
            assert client.get("/api/confirm?token=x").status_code == 404
            assert client.get("/api/complaints").status_code == 200


def test_a_signed_message_of_a_gateway_is_heard_once(client: TestClient, desk: Desk) -> None:
    customer = {**ASKS, "customer": {"id": "u-17", "contact": {"sms": "13800000000"}}, "channel": "sms"}
    id = client.post("/complaints", json=customer).json()["id"]
    now = datetime.now(UTC)
    said = {"address": "13800000000", "text": "还没到账", "at": now.isoformat(), "complaint": id}
    body = json.dumps(said)
    headers = {
        "webhook-id": "m-1",
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": Webhook(SECRET).sign("m-1", now, body),
    }
    answers = [client.post("/webhooks/sms", content=body, headers=headers) for _ in "12"]
    assert [(one.status_code, one.json()["complaint"]) for one in answers] == [(200, id)] * 2
    assert [event.kind for event in desk.history(id)] == ["Receive", "Hear"]


def test_the_description_of_the_api_has_every_command_of_people_with_its_schema(client: TestClient) -> None:
    told = client.get("/openapi.json").json()
    text = json.dumps(told["paths"])
    assert "#/$defs/" not in text

    def body(path: str) -> dict[str, Any]:
        schema: dict[str, Any] = told["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
        return schema

    triage = body("/complaints/{id}/do/Triage")
    assert triage["properties"].keys() == command_schema("Triage")["properties"].keys()
    assert triage["required"] == command_schema("Triage")["required"]
    kinds = {path.rpartition("/")[2] for path in told["paths"] if "/do/" in path}
    assert {"Resolve", "Verify", "Confirm", "Close"} <= kinds
    assert not kinds & {"Receive", "Remind", "MissDeadline", "Absorb"}
    names = {one["name"] for one in told["paths"]["/complaints"]["get"]["parameters"]}
    assert {"state", "team", "open", "after", "limit"} <= names


def test_a_command_of_the_house_has_its_route_and_its_rule() -> None:
    own = Lifecycle(table=(*TABLE, Row(Listen, OPEN, STAY, who=STAFF, rules=(call_is_known,))))
    app = FastAPI()
    with Desk.open("memory://", lifecycle=own) as desk:
        app.include_router(router(desk, who=who))
        with TestClient(app) as client:
            id = received(client)
            told = [client.post(f"/complaints/{id}/do/Listen", json={"recording": one}) for one in ("call-91", "else")]
            described = client.get("/openapi.json").json()["paths"]["/complaints/{id}/do/Listen"]["post"]
    assert [one.status_code for one in told] == [200, 409]
    assert told[1].json()["type"] == "urn:complaintflow:rule:call-is-known"
    assert described["description"] == "A supervisor listened to the recording."


def test_who_gives_no_actor_is_nobody() -> None:
    with Desk.open("memory://") as plain:
        app = FastAPI()
        app.include_router(router(plain, who=lambda: None))  # type: ignore[arg-type]
        with TestClient(app) as client:
            assert client.get("/complaints").status_code == 401


def test_a_store_that_cannot_work_says_when_to_ask_again() -> None:
    app, closed = FastAPI(), Desk.open("memory://")
    app.include_router(router(closed, who=who))
    closed.close()
    with TestClient(app) as client:
        answer = client.get("/complaints")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")


@pytest.mark.anyio
async def test_many_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    """Each asks twice at the same time, with one key."""
    with Desk.open(f"sqlite:///{tmp_path / 'helpdesk.db'}") as plain:
        app = FastAPI()
        app.include_router(router(plain, who=who))
        transport = httpx2.ASGITransport(app=app)
        answers = list[httpx2.Response]()
        async with httpx2.AsyncClient(transport=transport, base_url="http://helpdesk") as client:

            async def ask(key: str) -> None:
                answers.append(await client.post("/complaints", json=ASKS, headers={"Idempotency-Key": key}))

            async with anyio.create_task_group() as group:
                for number in range(40):
                    group.start_soon(ask, f"k-{number // 2}")
        assert {one.status_code for one in answers} == {201}
        assert len({one.json()["id"] for one in answers}) == len(plain.find().complaints) == 20


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("complaintflow.contrib.fastapi")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "fastapi", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'complaintflow\[fastapi\]'"):
        __import__("complaintflow.contrib.fastapi")
