"""The forms in which a message is written: plain text, HTML, chat and SMS.

A form decides how a text is made safe for it, how a paragraph, a row, a list and a link look, and how long the whole
may be. What a customer or a colleague wrote goes through `fit`; what comes out of `fit` is `Done` and stays as it is.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from complaintflow.messages import sms
from complaintflow.messages.words import named

FUNCTIONS = ("say", "heading", "row", "items", "aside", "button")
"""What a template may call."""

CHAT_LENGTH = 1300
"""Characters: about 4,000 bytes of Chinese in UTF-8, which is what the strictest of the common chats takes."""
SMS_PARTS = 3
"""How many SMS a message may take: 201 Chinese letters, or 459 of the GSM alphabet."""
SUBJECT_LENGTH = 150

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of all that follows; marks that only tell it stay."""

_LINE = "\x1f"
"""A line's end within a value: those of the template itself are only where its parts end."""
_FROM, _TO = "\x02", "\x03"
"""Around what is never cut."""
_WEB = re.compile(r"https?://[^\s<>\"'\\^`{|}]+\Z", re.IGNORECASE)


class Done(str):
    """A text that is fit for its form."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


class Kept(str):
    """A text that is never cut: a time."""

    __slots__ = ()


def cleaned(text: str) -> str:
    """The text with plain line ends and without what cannot be seen and changes what can."""
    return _HIDDEN.sub("", _BREAKS.sub("\n", text))


class Form:
    """Plain text."""

    name = "plain"
    markup = False

    def fit(self, value: object) -> Done:
        """The value as text that is safe in this form."""
        if isinstance(value, Done):
            return value
        text = self.escaped(cleaned(str(value))).replace("\n", _LINE)
        return Done(self.kept(text) if isinstance(value, Kept) else text)

    def escaped(self, text: str) -> str:
        """The text with everything disarmed that means something in this form."""
        return text

    def kept(self, text: str) -> str:
        """The text, marked as never to be cut, where there is a limit."""
        return text

    def say(self, *parts: object) -> Done:
        """A paragraph."""
        return self._said(self._joined(parts))

    def _said(self, text: str) -> Done:
        return Done(f"{_LINE}{text}{_LINE}\n" if text else "")

    def heading(self, *parts: object) -> Done:
        """The name of what follows, on a line of its own."""
        text = self._joined(parts)
        return self._headed(text) if text else Done()

    def _headed(self, text: str) -> Done:
        return Done(f"{_LINE}{text}\n")

    def row(self, label: object, value: object) -> Done:
        """A name and what stands there; nothing when there is nothing. With a time in it, it is never cut."""
        text = self.fit(value)
        return self._row(self.fit(label), text.replace(_LINE, f"{_LINE}  ")) if text.strip() else Done()

    def _row(self, label: str, text: str) -> Done:
        if _FROM in text:
            return Done(f"{self.kept(_bare(named(cut(label, _LABEL), text)))}\n")
        return Done(f"{named(label, text)}\n")

    def items(self, label: object, values: Iterable[object]) -> Done:
        """A name and a line for each value; nothing when there is none."""
        lines = [f"- {self.fit(value)}" for value in values]
        return Done("\n".join([named(self.fit(label), ""), *lines, ""]) if lines else "")

    def aside(self, *parts: object) -> Done:
        """A paragraph that is left out where room is short."""
        return self.say(*parts)

    def button(self, label: object, url: str) -> Done:
        """A link; nothing when there is none. Raises `ValueError` for what is no web address."""
        if not url:
            return Done()
        if not _WEB.match(url):
            raise ValueError(f"no web address: {url[:60]!r}")
        return self._button(self.fit(label), url)

    def _button(self, label: str, url: str) -> Done:
        return Done(f"{self.kept(named(label, url))}\n")

    def _joined(self, parts: Iterable[object]) -> str:
        return "".join(map(self.fit, parts)).strip(f" \t\n{_LINE}")

    def page(self, text: str) -> tuple[str, str]:
        """Subject and body of a rendered template: its first line, and the rest without its blank lines."""
        subject, _, body = text.strip("\n").partition("\n")
        lines = "\n".join(stripped for line in body.split("\n") if (stripped := line.strip(" \t")))
        lines = lines.replace(f"{_LINE}\n{_LINE}", f"{_LINE}\n")  # one blank line between paragraphs, not two
        return " ".join(subject.replace(_LINE, " ").split()), self.finished(lines)

    def finished(self, text: str) -> str:
        """The body with the line ends of its values."""
        return text.replace(_LINE, "\n").strip()


class Html(Form):
    """The HTML of a mail, without its frame."""

    name = "html"
    markup = True

    def fit(self, value: object) -> Done:
        return Done(value) if hasattr(value, "__html__") else super().fit(value)

    def escaped(self, text: str) -> str:
        return html.escape(text).replace("\n", "<br>")

    def kept(self, text: str) -> str:
        return f"<strong>{text}</strong>"

    def _said(self, text: str) -> Done:
        return Done(f'<p dir="auto">{text}</p>\n' if text else "")

    def _headed(self, text: str) -> Done:
        return Done(f'<h2 dir="auto">{text}</h2>\n')

    def _row(self, label: str, text: str) -> Done:
        return Done(f'<div class="row">{_label(label)}<div dir="auto">{text}</div></div>\n')

    def items(self, label: object, values: Iterable[object]) -> Done:
        lines = "".join(f'<li dir="auto">{self.fit(value)}</li>' for value in values)
        return Done(f'<div class="row">{_label(self.fit(label))}<ul>{lines}</ul></div>\n' if lines else "")

    def aside(self, *parts: object) -> Done:
        text = self._joined(parts)
        return Done(f'<p class="aside" dir="auto">{text}</p>\n' if text else "")

    def _button(self, label: str, url: str) -> Done:
        return Done(f'<p class="action"><a class="button" href="{html.escape(url)}">{label}</a></p>\n')


def _label(text: str) -> str:
    """Bold by its own tag: where a mail program drops the style it still stands out."""
    return f'<b class="label" dir="auto">{text}</b>'


_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#|~!&])")
_BEGINS = re.compile(r"^([^\S\n]*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
_CALLS = re.compile(r"@(?=all\b|everyone\b|here\b|channel\b|所有人)", re.IGNORECASE)
_JOINER = "\u2060"


class _Limited(Form):
    """A form with a limit on its length."""

    def kept(self, text: str) -> str:
        return f"{_FROM}{text}{_TO}"

    def within(self, text: str, room: int) -> str:
        """The body in at most so many characters."""
        return super().finished(shortened(text, room))


class Chat(_Limited):
    """Text with the marks of Markdown, at most `CHAT_LENGTH` characters."""

    name = "chat"

    def escaped(self, text: str) -> str:
        plain = _BEGINS.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", text))
        return _CALLS.sub(f"@{_JOINER}", plain)

    def _button(self, label: str, url: str) -> Done:
        target = url.replace("(", "%28").replace(")", "%29")
        return Done(f"{self.kept(f'[{label}]({target})')}\n")

    def finished(self, text: str) -> str:
        return self.within(text, CHAT_LENGTH)


class Sms(_Limited):
    """Short text: no asides, and at most `SMS_PARTS` parts."""

    name = "sms"

    def _said(self, text: str) -> Done:
        return Done(f"{text}\n")

    def _headed(self, text: str) -> Done:
        return Done(f"{text}\n")

    def aside(self, *parts: object) -> Done:
        return Done()

    def finished(self, text: str) -> str:
        """A letter may take two units: what is still too long gives up half of what is too much, and again."""
        room = sms.room(fitted(self, Done(text)), SMS_PARTS)
        while sms.parts(short := self.within(text, room)) > SMS_PARTS and room > 0:
            room -= max(1, (sms.units(short) - sms.room(short, SMS_PARTS)) // 2)
        return short


FORMS: dict[str, Form] = {form.name: form for form in (Form(), Html(), Chat(), Sms())}
"""The forms by name. A mail is plain text and HTML together."""


# ── shortening

_PIECES = re.compile(f"({_FROM}[^{_TO}]*{_TO}|\n)")
_ELLIPSIS = "…"
_ELLIPSIS_GSM = "..."
"""For a text in the alphabet of GSM: one sign beyond makes an SMS of it that has half the room."""
_LEAST = 12
"""A piece that would have less room than this says nothing: rather, the last pieces are left out."""
_WORD = 24
"""How far back a cut looks for the end of a word, at most half of what is left."""
_LABEL = 40
"""The room of the name of what is kept."""
_NAME_ALONE = re.compile(r"(?:-|[^:：]*[:：]) ?(?:…|\.\.\.)\Z")


def shortened(text: str, limit: int) -> str:
    """The text within the limit: the longest pieces give way first, to one length; what is kept is never cut.

    So each row still says something. What is kept stands there even when it alone is too long.
    """
    pieces = _PIECES.split(text)
    bare = [_bare(piece) for piece in pieces]
    if sum(map(len, bare)) <= limit:
        return "".join(bare)
    room = limit - sum(len(piece) + 1 for piece in bare[1::2] if piece != "\n")  # with its line end
    free = [place for place in range(0, len(bare), 2) if bare[place]]
    lengths = [len(bare[place]) for place in free]

    def level(many: int) -> int:
        return _level(sorted(lengths[:many]), room - many)  # each with its line end

    fit = bisect_right(range(len(free) + 1), -_LEAST, key=lambda many: -level(many)) - 1
    longest = level(fit)
    for place in free[fit:]:
        bare[place] = ""
    for place in free[:fit]:
        bare[place] = _NAME_ALONE.sub("", cut(bare[place], longest))
    return "\n".join(line for line in "".join(bare).split("\n") if line)


def _level(lengths: list[int], room: int) -> int:
    """The length to which pieces may go, so that together they have room: short ones leave theirs to the long.

    Never less than `_LEAST` for no pieces.
    """
    for place, length in enumerate(lengths):
        left = len(lengths) - place
        if length * left > room:
            return max(0, room // left)
        room -= length
    return max((_LEAST, *lengths))


def cut(text: str, room: int) -> str:
    """The text within so many characters, cut at the end of a word where one is near; never within a character."""
    if len(text) <= room:
        return text
    ellipsis = _ELLIPSIS_GSM if sms.in_gsm(text.replace(_LINE, "\n")) else _ELLIPSIS
    end = max(0, room - len(ellipsis))
    least = max(end // 2, end - _WORD)
    space = max(text.rfind(" ", least, end + 1), text.rfind(_LINE, least, end + 1))
    if space > 0 and _within_word(text, end):
        end = space
    while end and _within_character(text, end):
        end -= 1
    return text[:end].rstrip(f" {_LINE}") + ellipsis


def _within_word(text: str, end: int) -> bool:
    return text[end - 1 : end + 1].isascii() and text[end - 1 : end + 1].isalnum()


def _within_character(text: str, end: int) -> bool:
    """Whether a cut here would tear an accent, an emoji or an escape from its beginning."""
    after = text[end]
    if unicodedata.combining(after) or after in "\u200d\ufe0e\ufe0f" or text[end - 1] == "\u200d":
        return True
    slashes = len(text[:end]) - len(text[:end].rstrip("\\"))
    return slashes % 2 == 1


def fitted(form: Form, value: Any) -> str:
    """A value as it turns up in the finished text of a form."""
    return _bare(form.fit(value)).replace(_LINE, "\n")


def _bare(text: str) -> str:
    """The text without the marks of what is kept."""
    return text.replace(_FROM, "").replace(_TO, "")
