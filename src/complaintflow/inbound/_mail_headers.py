"""The value of one header as text: its bytes, its encoded words (RFC 2047), its parameters (RFC 2231).

Each reading goes through the value once. The parser of the standard library takes time by the square of its length.
"""

from __future__ import annotations

import re
from binascii import a2b_qp
from collections.abc import Mapping
from itertools import groupby
from urllib.parse import unquote_to_bytes

from complaintflow.inbound._charsets import decode
from complaintflow.inbound._transfer import from_base64

_FOLD = re.compile(rb"\r*\n")
_WORD = re.compile(r"=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bBqQ])\?([^?]*)\?=")
_BETWEEN = re.compile(r"(?<=\?=)\s+(?==\?)")
_PARAMETER = re.compile(r';\s*([^\s=;"*]+)(?:\*([0-9]{1,3}))?(\*)?\s*=\s*("(?:[^"\\]|\\.)*"?|[^;]*)', re.DOTALL)
_ESCAPED_LETTER = re.compile(r"%[89A-Fa-f][0-9A-Fa-f]%[89A-Fa-f][0-9A-Fa-f]")
"""A letter beyond ASCII, as an address on the web has it."""
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def read_value(value: bytes, charset: str = "") -> str:
    """The value as one line. Bytes beyond ASCII are read as what they seem to be; the charset is a hint for them."""
    line = _FOLD.sub(b"", value)
    return decode(line, "" if line.isascii() else charset).strip()


def charset_of_words(text: str) -> str:
    """The charset of its first encoded word, or blank: the program that wrote it writes its texts the same way."""
    word = _WORD.search(text)
    return word[1] if word else ""


def decode_words(text: str) -> str:
    """The text with its encoded words read. What a program divided within a character is joined before it is read."""
    joined, end = _BETWEEN.sub("", text), 0
    pieces: list[tuple[str, str, str]] = []
    for word in _WORD.finditer(joined):
        pieces += [("", "", joined[end : word.start()])] if word.start() > end else []
        pieces.append((word[1].lower(), word[2].lower(), word[3]))
        end = word.end()
    runs = groupby((*pieces, ("", "", joined[end:])), key=lambda piece: (piece[0], piece[1]))
    return "".join(
        _decode_run(charset, encoding, "".join(text for *_, text in run)) for (charset, encoding), run in runs
    )


def _decode_run(charset: str, encoding: str, text: str) -> str:
    if not charset:
        return text
    data = text.encode("utf-8", errors="replace")
    return decode(from_base64(data) if encoding == "b" else a2b_qp(data, header=True), charset)


def read_parameters(value: str) -> Mapping[str, str]:
    """The parameters behind the first `;`, by their names in lower case. Of two with one name the first counts."""
    found: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, bool, str]]] = {}
    for one in _PARAMETER.finditer(value):
        name, number, encoded, text = one[1].lower(), one[2], bool(one[3]), _unquote(one[4])
        if number or encoded:
            pieces.setdefault(name, []).append((int(number or 0), encoded, text))
        else:
            found.setdefault(name, decode_words(text))
    return {**found, **{name: _join_pieces(given) for name, given in pieces.items()}}


def read_file_name(text: str) -> str:
    """A name of a file as it was meant: some programs write encoded words in pieces, some per cent signs alone."""
    joined = decode_words(text)
    return decode(unquote_to_bytes(joined)) if _ESCAPED_LETTER.search(joined) and joined.isascii() else joined


def _unquote(text: str) -> str:
    bare = text.strip()
    return _ESCAPED.sub(r"\1", bare[1:].removesuffix('"')) if bare.startswith('"') else bare


def _join_pieces(given: list[tuple[int, bool, str]]) -> str:
    """RFC 2231: the pieces in their order; the first names the charset, `utf-8'en'…`."""
    ordered = sorted(given, key=lambda piece: piece[0])
    charset = ""
    if ordered[0][1] and ordered[0][2].count("'") >= 2:
        charset, _, first = ordered[0][2].split("'", 2)
        ordered[0] = (ordered[0][0], True, first)
    data = (unquote_to_bytes(text) if encoded else text.encode(errors="replace") for _, encoded, text in ordered)
    return decode(b"".join(data), charset)
