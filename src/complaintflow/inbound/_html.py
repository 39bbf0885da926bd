"""The lines of an HTML mail as a person reads them; what it marks as quoted or hides is marked.

It goes through the HTML once. Broken HTML is read as far as it goes: what begins like a tag and is none, is text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from html import unescape

from complaintflow.inbound._html_quotes import KEPT, Region, read_region
from complaintflow.inbound.lines import Line

_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)", re.DOTALL)
_DECLARED = re.compile(r"<[!?][^<>]*>")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:.-]{0,40})((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*'|[\"'])*+)>")
_PLAIN_TAG = re.compile(
    r"</?(?:b|i|u|a|em|strong|font|small|big|sup|sub|o:p|wbr|tbody|html|body|label)(?:\s[^<>\"']*+)?>", re.IGNORECASE
)
"""Tags that change nothing that is read here."""
_HUGE = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{7,});?")
"""Numbers of no character; the standard library fails over the longest."""
_UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad\u034f]+")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BLANKS = re.compile(r"[ \xa0]+")
_EMOJI = re.compile(r"(?=[^<>]*(?:emoji|emoticon))[^<>]*\balt=[\"']?([^\"'<>\s\w]{1,8})[\"']?", re.IGNORECASE)


def _names(tags: str) -> frozenset[str]:
    return frozenset(tags.split())


_BREAKS = _names(
    "address article aside blockquote br center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr"
    " includetail li main nav ol p pre section table tr ul body"
)
_PARAGRAPHS = _names("p hr table h1 h2 h3 h4 h5 h6 blockquote ul ol")
_CELLS = frozenset({"td", "th"})
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_SILENT = frozenset({"script", "style", "title", "template", "xml"})
"""What stands in them is no text."""
_NO_STYLE = Region()


def html_lines(html: str) -> list[Line]:
    """Its lines, in their order."""
    return _Reader(_strip(html)).read()


def write_lines(lines: Sequence[Line]) -> str:
    """What a person would read of these lines; quoted ones begin with `>`."""
    return "\n".join(f"> {line.text}" if line.quoted and line.text else line.text for line in lines if not line.hidden)


def _strip(html: str) -> str:
    """Without comments and declarations, and without tags that change nothing."""
    end = html.rfind("-->") + len("-->") if "-->" in html else 0
    seen = _COMMENT.sub("", html[:end]) + html[end:]
    return _PLAIN_TAG.sub("", _DECLARED.sub("", seen))


class _Reader:
    """Reads the tags one after another, and keeps which are open."""

    def __init__(self, html: str) -> None:
        self._html, self._low = html, html.lower()
        self._lines: list[Line] = []
        self._text: list[str] = []
        self._open: list[tuple[str, Region]] = []
        self._count: Counter[str] = Counter()
        self._inside: Counter[str] = Counter()
        self._numbers: list[int] = []
        self._last_end: dict[str, int] = {}

    def read(self) -> list[Line]:
        place = 0
        while found := _TAG.search(self._html, place):
            self._add(self._html[place : found.start()])
            place = found.end()
            tag = found[2].lower()
            if found[1]:
                self._end(tag)
            elif tag in _SILENT:
                place = self._skip(tag, place)
            else:
                self._start(tag, found[3][:2_000])
        self._add(self._html[place:])
        self._break()
        return self._lines

    def _skip(self, tag: str, place: int) -> int:
        """Where the text goes on behind what is no text; here, if it has no end."""
        if tag not in self._last_end:
            self._last_end[tag] = self._low.rfind(f"</{tag}")
        if self._last_end[tag] < place:
            return place
        end = self._low.find(">", self._low.find(f"</{tag}", place))
        return end + 1 if end >= 0 else len(self._html)

    def _start(self, tag: str, attributes: str) -> None:
        region = read_region(tag, attributes) if attributes or tag in KEPT else _NO_STYLE
        if tag in _BREAKS or (region.header and tag != "span"):
            self._break(blank=tag in _PARAGRAPHS or region.header or tag == "br")
        elif tag in _CELLS:
            self._text.append(" ")
        if tag == "img" and (emoji := _EMOJI.match(attributes)):
            self._text.append(emoji[1])
        if tag not in _VOID and not attributes.endswith("/"):
            self._open.append((tag, region))
            self._count[tag] += 1
            self._inside.update(region.marks)
        self._enter_list(tag)

    def _enter_list(self, tag: str) -> None:
        if tag in {"ol", "ul"}:
            self._numbers.append(0 if tag == "ol" else -1)
        elif tag == "li" and self._numbers and self._numbers[-1] >= 0:
            self._numbers[-1] += 1
            self._text.append(f"{self._numbers[-1]}. ")

    def _end(self, tag: str) -> None:
        """Close the tag, and what was left open in it. An end without a beginning closes nothing."""
        if tag in _BREAKS:
            self._break(blank=tag in _PARAGRAPHS)
        if tag in {"ol", "ul"} and self._numbers:
            self._numbers.pop()
        while self._count[tag]:
            name, region = self._open.pop()
            self._count[name] -= 1
            self._inside.subtract(region.marks)
            if name == tag:
                return

    def _add(self, text: str) -> None:
        """Text between tags: blanks and line breaks are one blank, unless they are meant."""
        if not text:
            return
        seen = (
            _UNSEEN.sub("", unescape(_HUGE.sub("\N{REPLACEMENT CHARACTER}", text)))
            if "&" in text or not text.isascii()
            else text
        )
        if self._inside["pre"]:
            first, *more = seen.replace("\r\n", "\n").split("\n")
            self._text.append(first)
            for line in more:
                self._break(blank=True)
                self._text.append(line)
        elif seen:
            self._text.append(_SPACE.sub(" ", seen))
        if self._inside["hidden"]:
            self._break()

    def _break(self, blank: bool = False) -> None:
        """End the line. `blank` ends a paragraph."""
        whole = "".join(self._text)
        text, blank = _BLANKS.sub(" ", whole).strip(), blank or "\xa0" in whole
        self._text = []
        quoted, hidden = self._inside["quoted"] > 0, self._inside["hidden"] > 0
        if text:
            self._lines.append(Line(text, quoted, hidden))
        elif blank and self._lines and self._lines[-1].text:
            self._lines.append(Line(""))
