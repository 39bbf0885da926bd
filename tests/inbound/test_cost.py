"""One mail never stops the intake: reading takes time that grows with the size, whatever a stranger writes.

The bounds are ten times what reading takes; time that grows by the square is a hundred times beyond them.
"""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings, strategies as st
from standardwebhooks.webhooks import Webhook

from complaintflow import InvalidInput
from complaintflow.inbound import Reply, Webhooks, _limits as limits, read_mail
from tests import stories as s
from tests.inbound.fixtures import ID

FROM = b"From: u17@example.com\nMessage-ID: <1@x>\n"


def head(name: str) -> Callable[[bytes], bytes]:
    """A mail with one long header."""
    others = b"" if name == "From" else FROM
    return lambda junk: name.encode() + b": " + junk + b"\n" + others + b"\nx"


def part(name: str, kind: bytes = b"text/plain") -> Callable[[bytes], bytes]:
    """A mail whose part has one long header."""
    return lambda junk: several(b"--b\nContent-Type: " + kind + b"\n" + name.encode() + b": x; " + junk + b"\n\nx\n")


def several(parts: bytes, kind: bytes = b"mixed") -> bytes:
    return FROM + b"Content-Type: multipart/" + kind + b"; boundary=b\n\n" + parts + b"--b--\n"


def body(more: bytes, encode: Callable[[bytes], bytes] = bytes) -> Callable[[bytes], bytes]:
    """A mail whose body is all junk."""
    return lambda junk: FROM + more + b"\n" + encode(junk)


NAMES = [
    *("From", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Return-Path", "Precedence", "List-Id"),
    *("Authentication-Results", "Auto-Submitted", "Content-Type", "Content-Transfer-Encoding", "Content-Disposition"),
    "X-Failed-Recipients",
]
PLACES: dict[str, Callable[[bytes], bytes]] = {
    **{name: head(name) for name in NAMES},
    "results of ours": lambda junk: b"Authentication-Results: mx.us; " + junk + b"\n" + FROM + b"\nx",
    "boundary": lambda junk: FROM + b'Content-Type: multipart/mixed; boundary="' + junk + b'"\n\n--b\n\nx',
    "disposition of a part": part("Content-Disposition"),
    "type of a part": part("Content-Type"),
    "headers": lambda junk: junk + b"\n" + FROM + b"\nx",
    "parts": several,
    "alternatives": lambda junk: several(junk, b"alternative"),
    "report": lambda junk: several(b"--b\nContent-Type: message/delivery-status\n\n" + junk, b"report"),
    "returned": lambda junk: several(b"--b\nContent-Type: text/rfc822-headers\n\n" + junk, b"report"),
    "forwarded": lambda junk: several(b"--b\nContent-Type: message/rfc822\n\n" + junk),
    "text": body(b""),
    "base64": body(b"Content-Transfer-Encoding: base64\n"),
    "text in base64": body(b"Content-Transfer-Encoding: base64\n", base64.encodebytes),
    "quoted-printable": body(b"Content-Transfer-Encoding: quoted-printable\n"),
    "uuencode": body(b"Content-Transfer-Encoding: uuencode\n\nbegin 644 x\n"),
    "html": body(b"Content-Type: text/html\n\n<html>"),
    "html in base64": body(b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n", base64.encodebytes),
    "gbk": body(b"Content-Type: text/plain; charset=gbk\n"),
    "bounce": lambda junk: b"Return-Path: <>\nFrom: MAILER-DAEMON@mx.example\nSubject: failed\n\n" + junk,
}
"""Where a stranger can write: a mail with junk at that place."""

SIGNS = b'"(<,;:=@\\?&>/.- \t\n\r\0|[{*_a1'
SCRAPS = """
a,|a@b,|"\\"|""|()|(\\|<>|<a@b> |a@b.example |;a="|; a=b|;a*0*="x|;a*1=x|(dmarc=pass|; dmarc=pass|x=y |
=?utf-8?b?5byg?= |=?utf-8?q?=?=|=?a?q?|=?|?=|&#1|&#|&#x|&amp|<a b=|<a b='|</a|<!--|<!|<?|<div>x|<p>|<br>|
<blockquote>|<script>|<style>|<table><tr><td>|--b--|--b|> |>>|On 1|On 1 a wrote:|wrote:|----|____|C-260302-|
C-260302-0123456789/1/1/M1|<C-260302-0123456789/1/1/M1@x> |failed 5.1.1 |550 |Hello |a b |A=|QUJD|=3D|
还没到账|写道：|在 2026年3月2日，|发件人：客服|主　题：|𠀀
"""
FRAGMENTS = [
    *(bytes([sign]) for sign in SIGNS),
    *(scrap.encode() for scrap in SCRAPS.replace("\n", "").split("|")),
    "写道：\n发件人：客服\n".encode(),
    b"\n ",
    b"\nx",
    b"a:\n",
    b"a: b\n c\n",
    b"From: a@b.example\n",
    b"Subject: x\n",
    b"Content-Type: text/html\n",
    b"\nOn 2 a wrote:\n> x\n",
    b"\n> ",
    b"\n>>> x",
    b"\n--b\n",
    b"\n--b\n\nx",
    b"\n--b\nContent-Type: text/html\n\n<p>x",
    b"\n--b\nContent-Type: multipart/mixed; boundary=b\n\n",
    b"\n--b\nContent-Type: message/rfc822\n\n",
    b"Content-Type: message/rfc822\n\n",
    b"\nAction: failed\nStatus: 5.1.1\n",
    b"\nMessage-ID: <a@b>\n",
    b"\nFrom: a\nSent: b\nTo: c\nSubject: d\n",
    "还没到账".encode("gbk"),
    b"\xff",
    b"\x1b$B",
    b"~{",
]
MIXED = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=3).map(b"".join)


def seconds(read: Callable[[bytes], object], raw: bytes) -> float:
    """How long the processor takes."""
    begun = time.process_time()
    read(raw)
    return time.process_time() - begun


def read(raw: bytes) -> object:
    return read_mail(raw, s.T0, authserv="mx.us")


def junk(fragment: bytes, size: int) -> bytes:
    return fragment * (size // len(fragment))


@pytest.mark.parametrize("place", PLACES)
def test_a_mail_of_junk_in_one_place_does_not_stop_the_intake(place: str) -> None:
    """Some of the signs that took minutes; all of them, each at every place, are tried by `make explore`."""
    for fragment in (b'"', b";", b"&#1"):
        assert seconds(read, PLACES[place](junk(fragment, 100_000))) < 1


@pytest.mark.parametrize(
    ("place", "fragment"),
    [
        ("From", b'"'),
        ("From", b"a,"),
        ("disposition of a part", b';a="'),
        ("disposition of a part", b";"),
        ("text", b"On 2 a wrote:\n> x\n"),
        ("text", b"1"),
        ("results of ours", b"(dmarc=pass"),
        ("parts", b"\n--b\nContent-Type: multipart/mixed; boundary=b\n\n"),
    ],
)
def test_one_megabyte_of_what_stopped_the_intake_is_read_in_a_moment(place: str, fragment: bytes) -> None:
    assert seconds(read, PLACES[place](junk(fragment, 1_000_000))) < 5


def test_a_mail_nested_as_deep_as_it_is_long_is_read() -> None:
    levels = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (one, one) for one in range(10_000))
    assert seconds(read, FROM + levels) < 5


def grows_evenly(place: Callable[[bytes], object], fragment: bytes, few: int, many: int) -> None:
    """Ten times as much takes at most about ten times as long."""
    short = min(seconds(place, junk(fragment, few)) for _ in range(2))
    long = seconds(place, junk(fragment, many))
    assert long < 3 * (many / few) * short + 0.5, (short, long)
    assert long < 10


@pytest.mark.explore
@pytest.mark.parametrize("place", PLACES)
def test_no_sign_at_any_place_takes_time_by_its_square(place: str) -> None:
    for fragment in FRAGMENTS:
        grows_evenly(lambda text: read(PLACES[place](text)), fragment, 100_000, 1_000_000)


@pytest.mark.explore
@settings(max_examples=500)
@given(st.sampled_from(sorted(PLACES)), MIXED)
def test_no_mixture_at_any_place_takes_time_by_its_square(place: str, fragment: bytes) -> None:
    grows_evenly(lambda text: read(PLACES[place](text)), fragment, 100_000, 1_000_000)


@given(st.sampled_from(sorted(PLACES)), MIXED, st.integers(1, 300))
def test_no_mixture_at_any_place_makes_a_mail_fail(place: str, fragment: bytes, times: int) -> None:
    assert read(PLACES[place](fragment * times))


SECRET = "whsec_" + base64.b64encode(b"a secret between two of us").decode()
HOOKS = Webhooks(SECRET, "sms")
FIELDS = ["address", "text", "name", "complaint", "at", "refers_to", "attachments", "x"]


def post(field: str, text: str) -> None:
    """A genuine request whose field is junk."""
    words: dict[str, object] = {"address": "+8613800000000", "text": "x", "at": "2026-03-02T10:00:00Z", "complaint": ID}
    several: object = [text[place : place + 9] for place in range(0, len(text), 9)]
    document = {**words, field: {"refers_to": several, "attachments": [{"uri": text}]}.get(field, text)}
    sent = json.dumps(document)
    now = datetime.now(UTC)
    signature = Webhook(SECRET).sign("msg_1", now, sent)
    given = {"webhook-id": "msg_1", "webhook-timestamp": str(int(now.timestamp())), "webhook-signature": signature}
    with suppress(InvalidInput):
        HOOKS.read(sent.encode(), given)
    HOOKS.read(sent.encode()[: limits.WEBHOOK_BYTES], {**given, "webhook-signature": text, "webhook-timestamp": text})


@pytest.mark.parametrize("field", FIELDS)
def test_a_request_of_junk_in_one_field_does_not_stop_the_intake(field: str) -> None:
    for fragment in ("1", " ", "/", "%2", "+86 "):
        assert seconds(lambda text: post(field, text.decode()), junk(fragment.encode(), 100_000)) < 2


@pytest.mark.explore
@settings(max_examples=300)
@given(st.sampled_from(FIELDS), st.text('1 +/%-.()"\\{}[]:a\n还', min_size=1, max_size=4))
def test_no_mixture_in_a_request_takes_time_by_its_square(field: str, fragment: str) -> None:
    grows_evenly(lambda text: post(field, text.decode(errors="ignore")), fragment.encode(), 50_000, 250_000)


def test_parts_beyond_the_limit_are_one_file_and_none_is_lost_in_silence() -> None:
    parts = [b"--b\nContent-Type: image/png\n\nx%d\n" % number for number in range(limits.PARTS + 50)]
    found = read_mail(several(b"".join(parts)), s.T0)
    assert isinstance(found, Reply)
    assert len(found.attachments) == limits.PARTS + 1
    last = found.attachments[-1]
    assert last.media_type == "application/octet-stream"
    assert last.size > 49 * len(parts[-1]) - 10


def test_a_text_beyond_the_limit_says_that_it_is_cut_and_where_the_whole_is() -> None:
    found = read_mail(FROM + b"\n" + "还没到账\n".encode() * 50_000, s.T0)
    assert isinstance(found, Reply)
    assert found.text.endswith("the whole text is in <1@x>]")
    assert len(found.text.encode()) < limits.TEXT_BYTES + 200


def test_a_text_that_is_whole_is_not_called_cut_for_the_sake_of_its_html() -> None:
    html = b"<style>" + b"x {}\n" * 150_000 + b"</style><p>still broken</p>"
    parts = b"--b\n\nstill broken\n--b\nContent-Type: text/html\n\n" + html + b"\n"
    found = read_mail(several(parts, b"alternative"), s.T0)
    assert isinstance(found, Reply)
    assert found.text == "still broken"


def test_what_follows_in_a_mail_beyond_all_measure_is_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAIL_BYTES", 1_000)
    found = read_mail(FROM + b"\nstill broken\n" + b"x" * 2_000, s.T0)
    assert isinstance(found, Reply)
    assert found.text.startswith("still broken")
    assert [file.size for file in found.attachments] == [2_000 + len(FROM) + 14 - 1_000]


def test_what_lies_deeper_than_is_looked_at_is_a_file() -> None:
    levels = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (one, one) for one in range(30))
    found = read_mail(FROM + levels + b"\nstill broken", s.T0)
    assert isinstance(found, Reply)
    assert [file.media_type for file in found.attachments] == ["application/octet-stream"]
    assert found.attachments[0].size > 0
