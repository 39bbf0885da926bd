"""Who wrote a mail: the one address in its one `From`, and whether our mail server vouches for it.

Mail programs write names as they like: with commas, brackets, comments and bare Chinese. They are understood while
there is one address and no doubt which. Anything else is nobody's. No other header stands in for `From`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import category

import attrs

from complaintflow.inbound import _limits as limits
from complaintflow.inbound._authentication import Result, read_results
from complaintflow.inbound._mail_headers import decode_words, read_value
from complaintflow.inbound._mail_tree import Mail
from complaintflow.inbound.addresses import is_same_domain, is_same_email

_QUOTED = r'"(?:[^"\\]|\\.)*"'
_PIECE = re.compile(
    rf'(?P<quoted>{_QUOTED})|<(?P<angle>(?:{_QUOTED}|[^<>"])*)>|(?P<word>=\?[^?\s]+\?[bBqQ]\?[^?\s<>"]*\?=)'
    r'|(?P<plain>(?:(?!=\?)[^"(<>])+|=)',
    re.DOTALL,
)
_INSIDE = re.compile(r"[^()\\]+|\\.|[()\\]", re.DOTALL)
_ADDRESS = re.compile(
    rf"(?:[a-zA-Z0-9!#$%&'*+/=?^_`{{|}}~.\x80-\U0010ffff-]+|{_QUOTED})@[a-zA-Z0-9_\x80-\U0010ffff-]+(?:\.[a-zA-Z0-9_\x80-\U0010ffff-]+)*"
)
_DOMAIN = re.compile(r"@\s*[^\s@.。．｡]*[.。．｡]")
"""What makes a word an address; `San@Shop` is a name."""
_NEEDLESS = re.compile(r'"([\w!#$%&\'*+/=?^`{|}~.-]+)"@')
_LONGEST_ADDRESS = 320
_SEVERAL, _NONE = "several addresses", "no address"
_UNREADABLE = "what our server found out about the sender cannot be read"
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f]")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


_Piece = tuple[str, str]
"""Its kind and its text."""


@attrs.frozen
class Sender:
    """The name and the address, or why it is nobody's."""

    name: str = attrs.field(default="", repr=False)
    address: str = attrs.field(default="", repr=False)
    doubt: str = attrs.field(default="", repr=False)


def read_sender(mail: Mail) -> Sender:
    """The sender of the mail."""
    given = [value for name, value in mail.fields if name.strip() == "from"]
    if not mail.is_whole:
        return Sender(doubt=f"the mail has more than {limits.FIELDS} headers")
    if len(given) != 1:
        return Sender(doubt="it has several From headers" if given else "it names no sender")
    if len(given[0]) > limits.VALUE_BYTES:
        return Sender(doubt=f"its From is longer than {limits.VALUE_BYTES} bytes")
    sender = read_mailbox(read_value(given[0], mail.get_content_charset()))
    literal = all(part.encode() in given[0] for part in sender.address.split("@"))
    return sender if literal else _malformed(_NONE)


def read_mailbox(value: str) -> Sender:
    """The name and the address in the value of a `From`."""
    pieces = [] if _CONTROL.search(value) else list(_pieces(value))
    if not pieces or pieces[-1][0] == "broken":
        return _malformed("an end is missing, or a sign has no place there")
    angles = [place for place, (kind, _) in enumerate(pieces) if kind == "angle"]
    if len(angles) > 1:
        return _malformed(_SEVERAL)
    if not angles:
        return _read_bare(pieces)
    [place] = angles
    return _read_angle(pieces[:place], pieces[place][1], pieces[place + 1 :])


def _pieces(value: str) -> Iterator[_Piece]:
    """Its pieces with their kinds; the last is `broken` where something has no end."""
    place = 0
    while place < len(value):
        end = _comment_end(value, place) if value[place] == "(" else place
        if end > place:
            yield "comment", value[place + 1 : end - 1]
        elif found := _PIECE.match(value, place):
            kind, end = str(found.lastgroup), found.end()
            yield kind, found[kind]
        else:
            yield "broken", ""
            return
        place = end


def _comment_end(value: str, place: int) -> int:
    """Where the comment that begins here ends, with all that are in it; or the same place: it has no end."""
    depth = 0
    for piece in _INSIDE.finditer(value, place):
        depth += (piece[0] == "(") - (piece[0] == ")")
        if not depth:
            return piece.end()
    return place


def _read_angle(before: list[_Piece], inside: str, after: list[_Piece]) -> Sender:
    """`Zhang San <u17@example.com>`: what stands outside of quotations names no other address."""
    address, shown = _as_address(inside), "".join(text for kind, text in before if kind == "plain")
    if not address:
        return _malformed(_NONE)
    if _DOMAIN.search(shown) and not is_same_email(shown, address):
        return _malformed(_SEVERAL)
    if any(text.strip() for kind, text in after if kind != "comment"):
        return _malformed("words behind the address")
    return Sender(_name(before) or _comments((*before, *after)), address)


def _read_bare(pieces: list[_Piece]) -> Sender:
    """`u17@example.com (Zhang San)`."""
    text = "".join(" " if kind == "comment" else text for kind, text in pieces)
    address = _as_address(text)
    if address:
        return Sender(_comments(pieces), address)
    return _malformed(_SEVERAL if text.count("@") > 1 else _NONE)


def _as_address(text: str) -> str:
    """The address, or blank: this is none. Quotation marks that it does not need are left out."""
    bare = text.strip()
    if len(bare) > _LONGEST_ADDRESS or not _ADDRESS.fullmatch(bare):
        return ""
    letters = all(category(sign)[0] in "LMN" for sign in bare if not sign.isascii())
    return _NEEDLESS.sub(r"\1@", bare) if letters else ""


def _name(pieces: Iterable[_Piece]) -> str:
    """The name as a person reads it."""
    return _read_words("".join(_unquote(text) for kind, text in pieces if kind != "comment"))


def _comments(pieces: Iterable[_Piece]) -> str:
    return _read_words(" ".join(_ESCAPED.sub(r"\1", text) for kind, text in pieces if kind == "comment"))


def _unquote(text: str) -> str:
    return _ESCAPED.sub(r"\1", text[1:-1]) if text.startswith('"') else text


def _read_words(text: str) -> str:
    return " ".join(decode_words(text).split())


def _malformed(why: str) -> Sender:
    return Sender(doubt=f"its From is malformed: {why}")


def why_unproved(mail: Mail, authserv: str, address: str) -> str:
    """Why our server with this name does not vouch for the sender's address; blank when it does.

    The server writes its header on top and takes away what others wrote in its name. So the first of its headers
    counts, and no other.
    """
    given = (value for name, value in mail.fields if name == "authentication-results")
    for value in given:
        found = read_results(read_value(value[: limits.LONG_VALUE_BYTES]))
        if found.server == authserv.strip().lower():
            readable = found.results is not None and len(value) <= limits.LONG_VALUE_BYTES
            return _why_unproved(found.results or (), address) if readable else _UNREADABLE
    return "nobody checked the sender's address"


def _why_unproved(results: tuple[Result, ...], address: str) -> str:
    """Exactly one result of DMARC counts, about exactly the domain of the address."""
    found = [one for one in results if one.method == "dmarc"]
    if len(found) != 1 or found[0].value != "pass":
        return "the sender's address was not proved (DMARC)"
    [domain, *others] = found[0].property("header.from") or ("",)
    same = not others and is_same_domain(domain.rpartition("@")[2], address.rpartition("@")[2])
    return "" if same else "what was proved is another domain than the sender's (DMARC)"
