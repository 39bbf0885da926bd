"""Which parts of a mail a reader sees: of `multipart/alternative` one, of everything else all.

The plain text is taken if it says what the HTML says. A stub that asks for another program does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from complaintflow.inbound._mail_tree import Mail
from complaintflow.inbound.lines import Line

_LOOKED_AT = 20_000
_SAME = 0.8
"""How much of what the HTML says the plain text must say as well."""
_LETTER = re.compile(r"\w")
_STUB = re.compile(
    r"html|multi-?part|mime|(?:not|doesn't|does not) support|cannot (?:show|display)|view (?:this|it|in)"
    r"|不支持|不支援|无法显示|浏览器|瀏覽器",
    re.IGNORECASE,
)
_STUB_LENGTH = 400

Texts = Mapping[Mail, Sequence[Line]]


def shown_parts(mail: Mail, texts: Texts) -> Iterator[Mail]:
    """The parts with text that a reader sees, in their order."""
    if mail in texts:
        yield mail
    elif mail.get_content_type() == "multipart/alternative":
        yield from _choose([list(shown_parts(part, texts)) for part in mail.children], texts)
    elif mail.get_content_maintype() != "message":
        for part in mail.children:
            yield from shown_parts(part, texts)


def _choose(options: Sequence[list[Mail]], texts: Texts) -> list[Mail]:
    """One of the alternatives: the plain text, or the HTML where that says something else."""
    nothing: list[Mail] = []
    plain = next((one for one in options if one and not _has_html(one)), nothing)
    html = next((one for one in reversed(options) if _has_html(one)), nothing)
    said, shown = _read(plain, texts), _read(html, texts)
    if not shown or (said and _is_said(shown, said)):
        return plain
    return plain if len(said) > len(shown) and not _is_stub(plain, texts) else html


def _has_html(parts: Sequence[Mail]) -> bool:
    return any(part.get_content_subtype() == "html" for part in parts)


def _read(parts: Sequence[Mail], texts: Texts) -> str:
    """The letters and digits that they say."""
    whole = "\n".join(line.text for part in parts for line in texts[part] if not line.hidden)
    return "".join(_LETTER.findall(whole[:_LOOKED_AT].casefold()))


def _is_said(shown: str, said: str) -> bool:
    """Whether one says what the other says, by the pairs of letters."""
    pairs = {shown[at : at + 2] for at in range(len(shown))}
    known = {said[at : at + length] for at in range(len(said)) for length in (1, 2)}
    return len(pairs & known) >= _SAME * len(pairs)


def _is_stub(parts: Sequence[Mail], texts: Texts) -> bool:
    """Whether it asks for another program."""
    whole = "\n".join(line.text for part in parts for line in texts[part])
    return len(whole) <= _STUB_LENGTH and bool(_STUB.search(whole))
