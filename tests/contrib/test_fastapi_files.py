"""Files come in as evidence: bounded, as the actor who sends them, and nothing of them is believed."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import anyio
import pytest
from fastapi import UploadFile
from fastapi.testclient import TestClient

from complaintflow import Attachment, Desk, Policy
from complaintflow.contrib.fastapi import FileFolder, Upload
from tests.contrib.web import ASKS, CHEN, client_of

PHOTO = b"\x89PNG" + bytes(range(256)) * 300
SAYS = {"kind": "photo", "source": "customer", "content": "what the page showed"}
OWN = {"x-user": "u-17"}
SMALL = Policy.from_toml("limits = {attachments = 2, file_bytes = 100_000, upload_bytes = 150_000}")


class House:
    """Keeps files in memory, and remembers each that it was given."""

    def __init__(self) -> None:
        self.kept: list[tuple[Upload, bytes]] = []

    async def __call__(self, upload: Upload) -> str:
        self.kept.append((upload, b"".join([chunk async for chunk in upload.chunks()])))
        return f"house:{upload.digest}"


@pytest.fixture(scope="module")
def house() -> House:
    return House()


@pytest.fixture(scope="module")
def desk() -> Iterator[Desk]:
    with Desk.open("memory://", policy=SMALL) as desk:
        yield desk


@pytest.fixture(scope="module")
def client(desk: Desk, house: House) -> Iterator[TestClient]:
    with client_of(desk, files=house) as client:
        yield client


@pytest.fixture
def id(client: TestClient, house: House) -> str:
    house.kept.clear()
    return str(client.post("/complaints", json=ASKS).json()["id"])


def send(
    client: TestClient,
    id: str,
    *files: tuple[str, bytes, str],
    key: str | None = "form-1",
    says: Mapping[str, str] = SAYS,
    headers: Mapping[str, str] = OWN,
) -> Any:
    named = {**OWN, **headers, **({"Idempotency-Key": f"{id}/{key}"} if key else {})}
    parts = [("attachments", one) for one in files]
    return client.post(f"/complaints/{id}/evidence", data=dict(says), files=parts, headers=named)


def test_a_customer_sends_a_photo_and_staff_find_it_named_by_its_digest(
    client: TestClient, desk: Desk, house: House, id: str
) -> None:
    answer = send(client, id, ("发票.png", PHOTO, "image/png"))
    assert (answer.status_code, answer.json()["$kind"], answer.headers["etag"]) == (200, "CustomerView", '"2"')
    digest = f"sha256:{hashlib.sha256(PHOTO).hexdigest()}"
    [[upload, kept]] = house.kept
    assert (kept, upload.complaint, upload.by.id) == (PHOTO, id, "u-17")
    [evidence] = desk.get(id).body.of("AddEvidence")
    file = Attachment(f"house:{digest}", "image/png", len(PHOTO), digest, "发票.png")
    assert [Attachment(**one) for one in evidence.data["attachments"]] == [file]
    assert (evidence.data["kind"], evidence.by) == ("photo", "u-17")


def test_a_form_that_is_sent_twice_is_one_piece_of_evidence(client: TestClient, desk: Desk, id: str) -> None:
    answers = [send(client, id, ("a.png", PHOTO, "image/png")) for _ in "12"]
    assert [one.status_code for one in answers] == [200, 200]
    assert desk.get(id).version == 2


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\li\\invoice.pdf", "invoice.pdf"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("x" * 300, "x" * 119 + "…"),
        ("<script>alert(1)</script>", "script>"),
    ],
)
def test_the_name_that_a_sender_gives_is_no_path_and_hides_nothing(
    client: TestClient, desk: Desk, house: House, id: str, name: str, kept: str
) -> None:
    assert send(client, id, (name, b"x", "image/png")).status_code == 200
    [[upload, _]] = house.kept
    [file] = desk.get(id).body.of("AddEvidence")[0].data["attachments"]
    assert upload.name == file["name"] == kept


def test_what_is_too_large_or_too_many_is_refused_before_anything_is_kept(
    client: TestClient, desk: Desk, house: House, id: str
) -> None:
    file = ("a", b"x" * 100_001, "image/png")
    large = send(client, id, file)
    assert (large.status_code, large.json()["problems"][0]["expected"]) == (
        422,
        "at most 100000 bytes (limits.file_bytes)",
    )
    several = send(client, id, *[("a", b"x", "image/png")] * 3)
    assert (several.status_code, several.json()["detail"]) == (
        400,
        "Too many files. Maximum number of files is 2.",
    )
    assert (house.kept, desk.get(id).version) == ([], 1)


@pytest.mark.parametrize("length", [None, str(10**9), "none"])
def test_an_upload_without_an_end_is_not_read_to_its_end(client: TestClient, id: str, length: str | None) -> None:
    """150,000 bytes of files and 1 MiB of fields are allowed here; a wrong length helps nobody."""
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        yield b'--b\r\nContent-Disposition: form-data; name="attachments"; filename="a"\r\n\r\n'
        while sent < 2**24:
            sent += 2**16
            yield b"x" * 2**16

    headers = {**OWN, "content-type": "multipart/form-data; boundary=b", "idempotency-key": "endless"}
    told = {"content-length": length} if length else {}
    answer = client.post(f"/complaints/{id}/evidence", content=endless(), headers={**headers, **told})
    assert answer.status_code == 413


def test_who_may_add_no_evidence_leaves_no_file(client: TestClient, desk: Desk, house: House, id: str) -> None:
    file = ("a.png", PHOTO, "image/png")
    told = {user: send(client, id, file, headers={"x-user": user}).status_code for user in ("u-18", "eve", "nobody")}
    assert told == {"u-18": 404, "eve": 404, "nobody": 401}
    assert send(client, "C-0", file).status_code == 404
    assert (house.kept, desk.get(id).version) == ([], 1)


@pytest.mark.parametrize(
    ("says", "path"),
    [
        ({"kind": "photo", "source": "customer"}, "content"),
        ({**SAYS, "content": " "}, "content"),
        ({**SAYS, "colour": "red"}, "colour"),
        ({**SAYS, "attachments": "file:///etc/passwd"}, "attachments"),
        ({**SAYS, "$kind": "Note"}, "$kind"),
    ],
)
def test_a_wrong_field_is_told_before_any_file_is_kept(
    client: TestClient, house: House, id: str, says: dict[str, str], path: str
) -> None:
    answer = send(client, id, ("a.png", PHOTO, "image/png"), says=says)
    assert (answer.status_code, path in {one["path"] for one in answer.json()["problems"]}) == (422, True)
    assert house.kept == []


def test_a_file_under_another_name_is_not_dropped_in_silence(client: TestClient, house: House, id: str) -> None:
    named = {**OWN, "idempotency-key": "other"}
    files = {"photo": ("a.png", PHOTO, "image/png")}
    answer = client.post(f"/complaints/{id}/evidence", data=SAYS, files=files, headers=named)
    assert (answer.status_code, answer.json()["problems"][0]["path"], house.kept) == (422, "photo", [])


def test_a_form_of_another_site_cannot_send_evidence(client: TestClient, desk: Desk, id: str) -> None:
    """A page of another site can post a form with files, but no header of its own."""
    answer = send(client, id, ("a.png", PHOTO, "image/png"), key=None)
    assert (answer.status_code, answer.json()["detail"]) == (400, "Idempotency-Key is needed")
    assert desk.get(id).version == 1


@pytest.mark.parametrize(
    ("type", "status"),
    [
        ("application/json", 415),
        ("multipart/form-data", 415),
        ("multipart/form-data; boundary=" + "x" * 71, 415),
        ("multipart/form-data; charset=punycode; boundary=b", 200),
        ('multipart/form-data; boundary="b"', 200),
        ("multipart/form-data; boundary=other", 400),
    ],
)
def test_only_a_form_with_files_is_read_and_always_as_utf_8(
    client: TestClient, desk: Desk, id: str, type: str, status: int
) -> None:
    body = form_of({**SAYS, "came_with": "退款"})
    headers = {**OWN, "content-type": type, "idempotency-key": f"{id}/raw"}
    assert client.post(f"/complaints/{id}/evidence", content=body, headers=headers).status_code == status
    if status == 200:
        assert desk.get(id).body.of("AddEvidence")[0].data["came_with"] == "退款"


def form_of(says: Mapping[str, str], *files: str) -> bytes:
    """A form as a browser sends it, with these parts after the fields."""
    fields = [f'--b\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{text}\r\n' for name, text in says.items()]
    return "".join([*fields, *files, "--b--\r\n"]).encode()


def test_an_upload_against_an_older_version_is_refused(client: TestClient, id: str) -> None:
    tagged = [(tag, {"If-Match": f'"{tag}"'}) for tag in "71"]
    told = [send(client, id, ("a", b"x", "a/b"), key=tag, headers=header).status_code for tag, header in tagged]
    assert told == [412, 200]


def test_a_browser_that_chose_no_file_sends_evidence_without_one(client: TestClient, desk: Desk, id: str) -> None:
    nothing = '--b\r\nContent-Disposition: form-data; name="attachments"; filename=""\r\n\r\n\r\n'
    headers = {**OWN, "content-type": "multipart/form-data; boundary=b", "idempotency-key": f"{id}/none"}
    answer = client.post(f"/complaints/{id}/evidence", content=form_of(SAYS, nothing), headers=headers)
    assert answer.status_code == 200, answer.text
    assert "attachments" not in desk.get(id).body.of("AddEvidence")[0].data


def test_without_a_place_for_files_there_is_no_such_route(desk: Desk) -> None:
    with client_of(desk) as client:
        assert "/complaints/{id}/evidence" not in client.get("/openapi.json").json()["paths"]


def test_the_description_says_which_files_a_form_may_have(client: TestClient) -> None:
    told = client.get("/openapi.json").json()["paths"]["/complaints/{id}/evidence"]["post"]
    schema = told["requestBody"]["content"]["multipart/form-data"]["schema"]
    assert schema["properties"]["attachments"]["maxItems"] == 2
    assert schema["required"] == ["kind", "source", "content"]
    assert [one["name"] for one in told["parameters"] if one.get("required")] == ["id", "Idempotency-Key"]


# ── a folder


def test_a_folder_keeps_each_file_once_for_its_owner_alone(desk: Desk, tmp_path: Path) -> None:
    folder = FileFolder(tmp_path / "files")
    with client_of(desk, files=folder) as client:
        id = client.post("/complaints", json=ASKS).json()["id"]
        for key in ("one", "two"):
            assert send(client, id, ("../a.png", PHOTO, "image/png"), key=key).status_code == 200
    files = {file["uri"] for one in desk.get(id).body.of("AddEvidence") for file in one.data["attachments"]}
    [uri] = files
    path = folder.path_of(uri)
    assert path is not None
    assert path.read_bytes() == PHOTO
    assert [one for one in (tmp_path / "files").rglob("*") if one.is_file()] == [path]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {stat.S_IMODE(one.stat().st_mode) for one in (path.parent, tmp_path / "files")} == {0o700}
    assert id in uri


def test_a_folder_gives_nothing_that_lies_outside_it(tmp_path: Path) -> None:
    folder, digest = FileFolder(tmp_path / "files"), "0" * 64
    (tmp_path / "files").mkdir()
    for place in (tmp_path / digest, tmp_path / "files" / digest):
        place.write_text("a secret", encoding="utf-8")
    for part in ("..", ".", "", "/", "a/..", "%2E%2E", str(tmp_path)):
        assert folder.path_of(f"urn:complaintflow:file:{part}:{digest}") is None
    assert folder.path_of(str(tmp_path / digest)) is None


def upload_of(id: str, file: BytesIO) -> Upload:
    return Upload(id, CHEN, "a.png", "image/png", 1, f"sha256:{'0' * 64}", UploadFile(file))


@pytest.mark.parametrize("id", ["..", ".", "a/b", "a\\b", "C:1", "投诉 1"])
def test_a_house_may_name_its_complaints_as_it_likes(tmp_path: Path, id: str) -> None:
    folder = FileFolder(tmp_path / "files")
    path = folder.path_of(anyio.run(folder, upload_of(id, BytesIO(b"x"))))
    assert path is not None
    assert (path.read_bytes(), path.parent.parent) == (b"x", tmp_path / "files")


def test_a_file_that_cannot_be_read_whole_leaves_nothing_in_the_folder(tmp_path: Path) -> None:
    class Torn(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            raise OSError("torn")

    with pytest.raises(OSError, match="torn"):
        anyio.run(FileFolder(tmp_path), upload_of("C-1", Torn()))
    assert [one for one in tmp_path.rglob("*") if one.is_file()] == []
