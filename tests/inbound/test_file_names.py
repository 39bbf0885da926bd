"""Who looks at evidence sees what the customer called each file, whatever mail program wrote the name."""

from __future__ import annotations

import base64
from pathlib import Path
from urllib.parse import quote

import attrs
import pytest

from complaintflow import Customer, Desk
from complaintflow.inbound import Reply, read_mail
from complaintflow.testing import FrozenClock
from tests import stories as s
from tests.stores.desks import erase, received
from tests.stores.test_guessing import all_that_stands

HEAD = b"From: u17@example.com\nMessage-ID: <1@x>\nContent-Type: multipart/mixed; boundary=b\n\n"
WORDS = b"--b\nContent-Type: text/plain; charset=utf-8\n\n\xe8\xa7\x81\xe9\x99\x84\xe4\xbb\xb6\n"
NAME = "退款截图.png"
U17 = Customer("u-17", contact={"email": "u17@example.com"})


def with_files(*headers: bytes) -> Reply:
    parts = b"".join(b"--b\n" + one + b"\n\nbytes of a file\n" for one in headers)
    found = read_mail(HEAD + WORDS + parts + b"--b--\n", s.T0)
    assert isinstance(found, Reply)
    return found


def disposed(value: str | bytes, kind: bytes = b"image/png") -> bytes:
    raw = value if isinstance(value, bytes) else value.encode()
    return b"Content-Type: " + kind + b"\nContent-Disposition: attachment; " + raw


def word(charset: str, label: str) -> str:
    return f"=?{label}?B?{base64.b64encode(NAME.encode(charset)).decode()}?="


PIECES = [base64.b64encode(part.encode()).decode() for part in ("退款", "截图.png")]
BIG5 = "退款明細.png"

WRITTEN: dict[str, tuple[str | bytes, str]] = {
    "RFC 2231": (f"filename*=UTF-8''{quote(NAME)}", NAME),
    "RFC 2231 in pieces": (
        f"filename*0*=UTF-8''{quote('退款')};\n filename*1*={quote('截图')};\n filename*2=.png",
        NAME,
    ),
    "RFC 2231 in GBK": (f"filename*=gb2312''{quote(NAME.encode('gbk'))}", NAME),
    "RFC 2231 whose label is wrong": (f"filename*=iso-8859-1''{quote(NAME)}", NAME),
    "both forms": (f"filename=\"unknown.png\"; filename*=utf-8''{quote(NAME)}", NAME),
    "an encoded word": (f'filename="{word("utf-8", "UTF-8")}"', NAME),
    "an encoded word in GBK": (f'filename="{word("gbk", "gb2312")}"', NAME),
    "an encoded word whose label is wrong": (f'filename="{word("utf-8", "gb2312")}"', NAME),
    "encoded words on two lines": (f'filename="=?UTF-8?B?{PIECES[0]}?=\n =?UTF-8?B?{PIECES[1]}?="', NAME),
    "an encoded word in pieces": (f'filename*0="=?UTF-8?B?{PIECES[0]}"; filename*1="?==?UTF-8?B?{PIECES[1]}?="', NAME),
    "bytes in UTF-8": (f'filename="{NAME}"', NAME),
    "bytes in GBK": (b'filename="' + NAME.encode("gbk") + b'"', NAME),
    "bytes in Big5": (b'filename="' + BIG5.encode("cp950") + b'"', BIG5),
    "per cent signs alone": (f'filename="{quote(NAME)}"', NAME),
    "a per cent sign that is one": ('filename="50%25 off.png"', "50%25 off.png"),
    "no quotes": ("filename=receipt.png", "receipt.png"),
    "a path": ('filename="C:\\\\Temp\\\\receipt.png"', "receipt.png"),
    "a turned name": ("filename*=UTF-8''invoice%E2%80%AEgnp.exe", "invoicegnp.exe"),
    "no name": ("size=7", ""),
    "a blank name": ('filename=""', ""),
}


@pytest.mark.parametrize("form", WRITTEN)
def test_a_person_sees_what_the_customer_called_the_file(form: str) -> None:
    written, name = WRITTEN[form]
    assert [file.name for file in with_files(disposed(written)).attachments] == [name]


def test_a_name_that_only_the_type_has_is_kept() -> None:
    [file] = with_files(f'Content-Type: application/pdf; name="{NAME}"'.encode()).attachments
    assert file.name == NAME


def test_a_name_of_many_kilobytes_costs_nothing_and_stays_short() -> None:
    [file] = with_files(disposed('filename="' + 'a;=\\"%E4' * 20_000 + '"')).attachments
    assert len(file.name) <= 120


def test_two_files_of_one_name_stay_apart(tmp_path: Path) -> None:
    reply = with_files(disposed(f'filename="{NAME}"'), disposed(f'filename="{NAME}"'))
    first, second = reply.attachments
    assert (first.name, second.name) == (NAME, NAME)
    assert first.uri != second.uri
    with Desk.open(f"sqlite:///{tmp_path / 'desk.db'}", clock=FrozenClock()) as desk:
        id = received(desk, customer=U17).id
        _suggested_evidence(desk, id, reply)
        [entry] = desk.get(id).body.of("AddEvidence")
        assert [(file["uri"], file["name"]) for file in entry.data["attachments"]] == [
            (first.uri, NAME),
            (second.uri, NAME),
        ]


def test_a_private_name_goes_with_an_erasure_and_stands_in_no_repr(tmp_path: Path) -> None:
    path, reply = tmp_path / "desk.db", with_files(disposed(f'filename="{NAME}"'))
    assert NAME not in repr(reply)
    with Desk.open(f"sqlite:///{path}", clock=FrozenClock()) as desk:
        id = received(desk, customer=U17).id
        _suggested_evidence(desk, id, reply)
        assert NAME not in repr(desk.get(id))
    assert NAME in all_that_stands(path)
    erase(path, id)
    assert NAME not in all_that_stands(path)
    with Desk.open(f"sqlite:///{path}", clock=FrozenClock()) as desk:
        assert desk.check_integrity().sound


def _suggested_evidence(desk: Desk, id: str, reply: Reply) -> None:
    """A person takes the files as evidence, as the desk suggests it."""
    [suggested] = [one for one in desk.hear(attrs.evolve(reply, complaint=id)).suggestions if NAME in one.why]
    desk.do(id, suggested.command, by=s.LI)
