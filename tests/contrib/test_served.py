"""The web API on real servers: two workers on one file, and whatever its own description allows."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import anyio
import httpx2
import pytest

from complaintflow import Desk
from complaintflow.contrib.fastapi import FileFolder
from tests.contrib.served import CHIEF, STAFF, served

ASKS = {"channel": "app", "customer": {"id": "u-17"}, "description": "我付了两次款"}
pytestmark = pytest.mark.explore


async def ask_at_once(address: str, count: int) -> list[httpx2.Response]:
    """So many requests at one moment: each key three times, two notes for each complaint that is there already."""
    answers = list[httpx2.Response]()
    limits = httpx2.Limits(max_connections=None)
    async with httpx2.AsyncClient(base_url=address, headers=STAFF, timeout=120, limits=limits) as client:

        async def ask(path: str, body: object, key: str) -> None:
            answers.append(await client.post(path, json=body, headers={"Idempotency-Key": key}))

        first = await client.post("/complaints", json=ASKS, headers={"Idempotency-Key": "first"})
        async with anyio.create_task_group() as group:
            for number in range(count // 2):
                group.start_soon(ask, "/complaints", ASKS, f"form-{number // 3}")
                note = {"text": f"note {number // 2}"}
                group.start_soon(ask, f"/complaints/{first.json()['id']}/do/Note", note, f"note-{number // 2}")
    return answers


def test_three_hundred_requests_at_once_on_two_workers_lose_and_double_nothing(
    tmp_path: Path, campaign: Callable[[str], None]
) -> None:
    with served(tmp_path, workers=2) as address:
        answers = anyio.run(ask_at_once, address, 300)
    told = Counter(one.status_code for one in answers)
    campaign(f"300 requests at once on two workers: {dict(told)}")
    assert told == {201: 150, 200: 150}
    taken_in = {one.json()["id"] for one in answers if one.status_code == 201}
    with Desk.open(f"sqlite:///{tmp_path / 'helpdesk.db'}") as desk:
        found = desk.find(limit=1000).complaints
        first = desk.get(desk.known("first") or "")
        assert {one.id for one in found} == taken_in | {first.id}
        assert len(taken_in) == 50
        notes = [entry.data["text"] for entry in first.body if entry.kind == "Note"]
        assert sorted(notes) == sorted(f"note {number}" for number in range(75))
        assert desk.check_integrity().breaches == ()
    assert "Traceback" not in (tmp_path / "server.log").read_text(encoding="utf-8")


PHOTO = b"\x89PNG" * 50_000


async def look_and_send_files(address: str, count: int) -> list[httpx2.Response]:
    """So many requests at one moment: each file twice, looks at the case and its letters, and notes between them."""
    answers = list[httpx2.Response]()
    limits = httpx2.Limits(max_connections=None)
    async with httpx2.AsyncClient(base_url=address, headers=CHIEF, timeout=120, limits=limits) as client:

        async def ask(method: str, path: str, **more: Any) -> None:
            answers.append(await client.request(method, path, **more))

        first = await client.post("/complaints", json=ASKS, headers={"Idempotency-Key": "first"})
        one = f"/complaints/{first.json()['id']}"
        async with anyio.create_task_group() as group:
            for number in range(count // 4):
                key = {"Idempotency-Key": f"photo-{number // 2}"}
                says = {"kind": "photo", "source": "customer", "content": f"photo {number // 2}"}
                files = {"attachments": (f"{number // 2}.png", PHOTO + bytes([number // 2]), "image/png")}
                group.start_soon(partial(ask, "POST", f"{one}/evidence", data=says, files=files, headers=key))
                group.start_soon(ask, "GET", one + ("/brief", "/playbook", "/answers", "/suggestions")[number % 4])
                group.start_soon(
                    ask, "GET", ("/outbox", "/outbox/dead", "/complaints/count", "/quarantine")[number % 4]
                )
                note, key = {"text": f"note {number}"}, {"Idempotency-Key": f"note-{number}"}
                group.start_soon(partial(ask, "POST", f"{one}/do/Note", json=note, headers=key))
    return answers


def test_three_hundred_requests_with_files_and_looks_at_once_lose_and_double_nothing(
    tmp_path: Path, campaign: Callable[[str], None]
) -> None:
    with served(tmp_path, workers=2) as address:
        answers = anyio.run(look_and_send_files, address, 300)
    told = Counter(one.status_code for one in answers)
    campaign(f"300 requests at once on two workers, with files and looks: {dict(told)}")
    assert told == {200: 300}
    with Desk.open(f"sqlite:///{tmp_path / 'helpdesk.db'}") as desk:
        complaint = desk.get(desk.known("first") or "")
        evidence = [entry.data for entry in complaint.body.of("AddEvidence")]
        assert sorted(one["content"] for one in evidence) == sorted(f"photo {number}" for number in range(38))
        assert complaint.version == 1 + 38 + 75
        assert desk.check_integrity().breaches == ()
    folder = FileFolder(tmp_path / "files")
    kept = {folder.path_of(one["attachments"][0]["uri"]) for one in evidence}
    assert {path for path in (tmp_path / "files").rglob("*") if path.is_file()} == kept
    assert len(kept) == 38
    assert "Traceback" not in (tmp_path / "server.log").read_text(encoding="utf-8")


CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance", "negative_data_rejection", "ignored_auth",
)  # fmt: skip
"""Not among them: that all is accepted which fits a schema. The rules say more than a schema, and so does `UNSAID`."""


CONFIG = """
[parameters]
"path.id" = "{id}"

[checks.negative_data_rejection]
expected-statuses = [400, 401, 403, 404, 409, 412, 413, 415, 422]
"""


def test_whatever_its_description_allows_the_api_answers_as_described_and_never_fails(
    tmp_path: Path, campaign: Callable[[str], None]
) -> None:
    with served(tmp_path, workers=1) as address:
        id = httpx2.post(f"{address}/complaints", json=ASKS, headers=STAFF).json()["id"]
        config = tmp_path / "schemathesis.toml"
        config.write_text(CONFIG.format(id=id), encoding="utf-8")
        program = [str(Path(sys.executable).with_name("schemathesis")), "--config-file", str(config), "run"]
        options = ["--phases", "fuzzing", "-n", "8", "--continue-on-failure", "--max-time", "240"]
        options += ["--checks", ",".join(CHECKS), "--suppress-health-check", "all", "--warnings", "off"]
        headers = ["-H", f"Authorization: {CHIEF['Authorization']}"]
        command = [*program, f"{address}/openapi.json", *headers, *options]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    told = [line.strip() for line in done.stdout.splitlines() if "generated" in line or "Tested:" in line]
    campaign(f"schemathesis on the web API: {', '.join(told)}")
    assert done.returncode == 0, done.stdout[-5000:]
    with Desk.open(f"sqlite:///{tmp_path / 'helpdesk.db'}") as desk:
        assert desk.check_integrity().breaches == ()
    assert "Traceback" not in (tmp_path / "server.log").read_text(encoding="utf-8")
