"""The text of an HTML mail, line by line; what it quotes is marked as in plain mails."""

from __future__ import annotations

import re
from contextlib import suppress
from html.parser import HTMLParser

_BREAKS = frozenset({"br", "div", "p", "tr", "li", "hr", "h1", "h2", "h3", "table", "ul", "ol", "blockquote"})
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_DECLARED = re.compile(r"<![^<>]*>")
_NO_TAG = re.compile(r"<(?![^<>]*>)")
"""A `<` that begins no tag: another begins before it ends."""
_SILENT = frozenset({"script", "style", "head", "title", "template"})


class _Reader(HTMLParser):
    """Keeps what a reader sees. Broken HTML is read as far as it goes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [""]
        self._quoted = 0
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._count(tag, 1)
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)
        self._count(tag, -1)

    def handle_data(self, data: str) -> None:
        if not self._silent:
            text = (
                " " * data[:1].isspace() + " ".join(data.split()) + " " * data[-1:].isspace() if data.strip() else " "
            )
            mark = "> " if self._quoted and not self.lines[-1] else ""
            self.lines[-1] += mark + text

    def _count(self, tag: str, step: int) -> None:
        self._quoted = max(0, self._quoted + step * (tag == "blockquote"))
        self._silent = max(0, self._silent + step * (tag in _SILENT))

    def _break(self, tag: str) -> None:
        if tag in _BREAKS and self.lines[-1].strip():
            self.lines.append("")


def _repair(html: str) -> str:
    """Without comments, and with tags that do not end as text: the parser would look for each end in all the rest."""
    end = html.rfind("-->") + len("-->") if "-->" in html else 0
    seen = _COMMENT.sub("", html[:end]) + html[end:]
    return _NO_TAG.sub("&lt;", _DECLARED.sub("", seen))


def read_html(html: str) -> str:
    """What a person would read of this HTML."""
    reader = _Reader()
    with suppress(AssertionError):  # by which the parser gives up
        reader.feed(_repair(html))
        reader.close()
    return "\n".join(line.strip() for line in reader.lines)
