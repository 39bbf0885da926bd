"""The mails in `machines/`: what machines send back, in a short form, with what is expected of each.

A mail begins with `### name | kind | words that its detail has`, and `%%` begins a part: `%%report TYPE` and `%%mixed`
make it a mail of parts, `%%inner report` opens one within, `%%outer` closes it; `%%text`, `%%html`, `%%status`,
`%%head` (our headers), `%%mail` (our mail) `%%part TYPE; ENCODING` and `%%bare` (its own
headers follow) are its leaves.
`<<OURS>>`, `<<HEAD>>`, `<<ID>>`, `<<BARE>>` and `<<ESCAPED>>` stand for our mail, its headers and its id.
"""

from __future__ import annotations

import html
import quopri
import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

import attrs

from complaintflow.plugins.message_ids import message_id
from tests.inbound.fixtures import ID

MACHINES = Path(__file__).parent / "machines"
KEY = f"{ID}/1/1/M2"
OUR_ID = message_id(KEY, "help.example.com")
BEGUN = message_id(f"{ID}/0/0/M0", "help.example.com")
_TITLE = re.compile(r"^### (.+)\n", re.MULTILINE)
_WORD = re.compile(r"\[\[w:([\w-]+):([^\n]+)\]\]")
_LEAVES = {
    "text": "text/plain",
    "html": "text/html; charset=utf-8",
    "status": "message/delivery-status",
    "mail": "message/rfc822",
    "head": "text/rfc822-headers",
}


@attrs.frozen
class MachineMail:
    """A mail and what it is: `failed`, a kind of `Report`, an `answer`, a `machine`'s, or a `person`'s."""

    name: str
    kind: str
    detail: str
    raw: bytes = attrs.field(repr=False)


def machine_mails(*files: str, id: str = OUR_ID) -> list[MachineMail]:
    """All mails of these files, about the message of ours with this Message-ID."""
    return [mail for file in files for mail in _read(file, id)]


def _read(file: str, id: str) -> Iterator[MachineMail]:
    _, *pieces = _TITLE.split((MACHINES / f"{file}.txt").read_text(encoding="utf-8"))
    for title, text in zip(pieces[::2], pieces[1::2], strict=True):
        name, kind, detail, charset = [*(one.strip() for one in title.split("|")), "", ""][:4]
        raw = _compose(_fill(text.rstrip("\n") + "\n", id))
        charset, detail = (detail, "") if detail.startswith("gb") else (charset, detail)
        yield MachineMail(f"{file}: {name}", kind, detail, raw.encode(charset or "utf-8"))


def _fill(text: str, id: str) -> str:
    head = f"From: help@example.com\nTo: u17@example.com\nMessage-ID: {id}\nReferences: {BEGUN}\nSubject: {ID}"
    ours = f"{head}\nContent-Type: text/plain; charset=utf-8\n\n您好,问题已经解决了吗?"
    filled = text.replace("<<OURS>>", ours).replace("<<HEAD>>", head).replace("<<ESCAPED>>", html.escape(head))
    filled = filled.replace("<<ID>>", id).replace("<<BARE>>", id.strip("<>")).replace("<<BEGUN>>", BEGUN)
    filled = re.sub(r"^%%mail$", f"%%mail\n{ours}", filled, flags=re.MULTILINE)
    filled = re.sub(r"^%%head$", f"%%head\n{head}", filled, flags=re.MULTILINE)
    return _WORD.sub(lambda word: f"=?{word[1]}?B?{b64encode(word[2].encode(word[1])).decode()}?=", filled)


def _compose(text: str) -> str:
    head, *parts = re.split(r"^%%", text, flags=re.MULTILINE)
    if "\nMessage-ID:" not in head.partition("\n\n")[0]:
        head = f"Message-ID: <machine@mx.example.net>\n{head}"
    if not parts:
        return head
    kind, *leaves = parts
    if kind.startswith("part"):
        return head + _leaf(kind)
    return head + _multipart(kind.strip(), leaves, "b")


def _multipart(kind: str, leaves: list[str], boundary: str) -> str:
    word, _, what = kind.partition(" ")
    report = f"report; report-type={what}" if word == "report" else "mixed"
    return f'MIME-Version: 1.0\nContent-Type: multipart/{report}; boundary="{boundary}"\n\n{_parts(leaves, boundary)}'


def _parts(leaves: list[str], boundary: str) -> str:
    written, rest = [], list(leaves)
    while rest:
        leaf = rest.pop(0)
        if leaf.startswith("inner "):
            end = next(place for place, one in enumerate(rest) if one.startswith("outer"))
            written.append(_multipart(leaf.removeprefix("inner ").strip() + " delivery-status", rest[:end], "inner"))
            rest = rest[end + 1 :]
        else:
            written.append(_leaf(leaf))
    return "".join(f"--{boundary}\n{one}\n" for one in written) + f"--{boundary}--\n"


def _leaf(leaf: str) -> str:
    line, _, body = leaf.partition("\n")
    word, _, given = line.partition(" ")
    if word == "bare":
        return body
    kind = given if word == "part" else _LEAVES[word]
    charset = (re.search(r"charset=([\w-]+)", kind) or ["", "utf-8"])[1]
    for encoding in ("base64", "quoted-printable"):
        if kind.endswith(f"; {encoding}"):
            kind, data = kind.removesuffix(f"; {encoding}"), body.encode(charset, "replace")
            coded = b64encode(data) if encoding == "base64" else quopri.encodestring(data)
            return f"Content-Type: {kind}\nContent-Transfer-Encoding: {encoding}\n\n{coded.decode()}\n"
    return f"Content-Type: {kind}\n\n{body}"
