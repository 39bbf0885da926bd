"""Mails in the forms that mail programs write, with what must come of them.

A file holds cases. Each begins with `== name`; each line of its text begins with the letter of what it is:

- `o` the writer's own words; `q` what is left out: quotes, their headers, signatures; `f` a forwarded letter.

Lines with `@` say how the mail is built: `@form`, `@charset codec [as label]`, `@encoding`, `@subject`, `@header`,
`@fresh` (it answers nothing), `@file name type` (a file of text), `@files types` (what must be found), `@vary words`
(one mail for each, with the words in place of `$own`), `@html` (what follows, to the end of the case, is HTML).
"""

from __future__ import annotations

import base64
import hashlib
import quopri
from collections.abc import Iterator
from pathlib import Path

import attrs

from complaintflow.plugins.message_ids import message_id

MAILS = Path(__file__).parent / "mails"
OURS = message_id("C-260302-0123456789/1/1/M2", "help.example.com")
STUB = "Your mail program cannot show HTML. 您的邮件客户端不支持HTML格式,请用浏览器查看。"
FOOTER = "本邮件已经过安全网关扫描"


@attrs.frozen
class Case:
    """One mail with what must come of it."""

    name: str
    lines: tuple[tuple[str, str], ...] = attrs.field(repr=False)
    html: str = attrs.field(repr=False)
    options: tuple[tuple[str, str], ...] = ()

    def option(self, name: str, otherwise: str = "") -> str:
        """The value behind `@name`."""
        return dict(self.options).get(name, otherwise)

    def expected(self, kind: str) -> list[str]:
        """The lines of this kind, without the marks of quotes and blank lines."""
        return bare("\n".join(line for one, line in self.lines if one == kind))

    @property
    def letter(self) -> str:
        """The forwarded letter."""
        places = [place for place, (kind, _) in enumerate(self.lines) if kind == "f"]
        return "\n".join(line for _, line in self.lines[places[0] : places[-1] + 1]) if places else ""

    @property
    def files(self) -> list[tuple[str, str]]:
        """The types and digests of the files that must be found."""
        letters = [("text/plain", digest(self.letter.encode()))] if self.letter else []
        given = [value.partition(" ")[2].partition(";")[0] for name, value in self.options if name == "file"]
        pictures = ["image/png"] if self.option("form") == "apple-picture" else []
        return [*((kind, digest(b"a file\n")) for kind in (*pictures, *given)), *letters]


def digest(data: bytes) -> str:
    """As an attachment has it."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def bare(text: str) -> list[str]:
    """The lines with something on them, without marks of quotes."""
    return [
        line for line in (one.strip().lstrip("> ").strip() for one in text.replace("&nbsp;", " ").splitlines()) if line
    ]


def read_cases(name: str) -> list[Case]:
    """The cases of a file in `mails/`."""
    text = (MAILS / name).read_text("utf-8")
    return [case for block in ("\n" + text).split("\n== ")[1:] for case in _read_case(block)]


def _read_case(block: str) -> Iterator[Case]:
    name, _, rest = block.partition("\n")
    body, _, html = rest.partition("\n@html\n") if not rest.startswith("@html\n") else ("", "", rest[6:])
    given = body.rstrip("\n").split("\n")
    options = [tuple(line[1:].partition(" ")[::2]) for line in given if line.startswith("@")]
    lines = [(line[:1].strip(), line[2:]) for line in given if not line.startswith("@")]
    words = [value.replace("\\n", "\n") for key, value in options if key == "vary"] or [""]
    for number, word in enumerate(words):
        own = [(kind, one) for kind, line in lines for one in (word if line == "$own" else line).split("\n")]
        shown = html.replace("$own", word.replace("\n", "<br>"))
        yield Case(f"{name} {number}" if len(words) > 1 else name, tuple(own), shown, tuple(options))  # type: ignore[arg-type]


def compose(case: Case) -> bytes:
    """The mail as bytes, built as its program builds it."""
    plain = "\n".join(line for _, line in case.lines).strip("\n") + "\n"
    parts = _FORMS[case.option("form", "plain")](case, plain)
    files = [_file(value) for name, value in case.options if name == "file"]
    body = _multipart("mixed", [parts, *files]) if files else parts
    return _head(case).encode() + b"MIME-Version: 1.0\n" + body


def _head(case: Case) -> str:
    fresh = case.option("fresh", "no") != "no"
    lines = [
        "From: =?utf-8?B?5byg5LiJ?= <u17@example.com>",
        "To: <help@example.com>",
        f"Subject: {encoded_word(case.option('subject', '投诉' if fresh else 'Re: 您的投诉 C-260302-0123456789'))}",
        "Message-ID: <case@example.com>",
        *([] if fresh else [f"In-Reply-To: {OURS}", f"References: {OURS}"]),
        *(value for name, value in case.options if name == "header"),
    ]
    return "".join(f"{line}\n" for line in lines)


def encoded_word(text: str) -> str:
    """RFC 2047, as one word."""
    return text if text.isascii() else f"=?utf-8?B?{base64.b64encode(text.encode()).decode()}?="


def _text(case: Case, kind: str, text: str) -> bytes:
    codec, _, label = case.option("charset", "utf-8").partition(" as ")
    data = text.encode(codec)
    encoding = case.option("encoding", "base64" if not data.isascii() else "7bit")
    body = {"base64": base64.encodebytes, "quoted-printable": quopri.encodestring}.get(encoding, bytes)(data)
    head = f"Content-Type: text/{kind}; charset={label or codec}\nContent-Transfer-Encoding: {encoding}\n\n"
    return head.encode() + body


def _multipart(kind: str, parts: list[bytes]) -> bytes:
    name = f"=_{kind}_{len(parts)}"
    body = b"".join(b"--" + name.encode() + b"\n" + part.rstrip(b"\n") + b"\n\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{name}"\n\n'.encode() + body + b"--" + name.encode() + b"--\n"


def _file(value: str) -> bytes:
    name, _, kind = value.partition(" ")
    head = f'Content-Type: {kind}; name="{name}"\nContent-Disposition: attachment; filename="{name}"\n\n'
    return head.encode() + b"a file\n"


_PICTURE = b"Content-Type: image/png\nContent-Disposition: inline; filename=a.png\n\na file\n"
_FORMS = {
    "plain": lambda case, plain: _text(case, "plain", plain),
    "html": lambda case, plain: _text(case, "html", case.html),
    "alternative": lambda case, plain: _multipart(
        "alternative", [_text(case, "plain", plain), _text(case, "html", case.html)]
    ),
    "alternative-stub": lambda case, plain: _multipart(
        "alternative", [_text(case, "plain", STUB), _text(case, "html", case.html)]
    ),
    "apple-picture": lambda case, plain: _multipart(
        "mixed", [_text(case, "plain", plain.split("\n")[0]), _PICTURE, _text(case, "html", case.html)]
    ),
    "mixed-html-footer": lambda case, plain: _multipart(
        "mixed", [_text(case, "html", case.html), _text(case, "plain", FOOTER)]
    ),
}
