"""The forms in which a message is written: plain text, HTML, chat and SMS.

A form decides how a text is made safe for it, how a paragraph, a row, a list and a link look, and how long the whole
may be. What a customer or a colleague wrote goes through `fit`; what comes out of `fit` is `Fitted` and stays as it is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from complaintflow.messages import sms
from complaintflow.messages.shortening import cut, shorten
from complaintflow.messages.spans import Fitted, Kept, Kind, Line, Span, join, split_subject, strip, text_of, tidy
from complaintflow.messages.words import colon, label_text

FUNCTIONS = ("say", "heading", "row", "items", "aside", "button")
"""What a template may call."""

CHAT_LENGTH = 1300
"""Characters: about 4,000 bytes of Chinese in UTF-8, which is what the strictest of the common chats takes."""
SMS_PARTS = 3
"""How many SMS a message may take: 201 Chinese letters, or 459 of the GSM alphabet."""
SUBJECT_LENGTH = 150

_LABEL = 40
"""The room of the name of what is kept."""
_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the direction of all that follows; marks that only tell it stay."""
_WEB = re.compile(r"https?://[^\s<>\"'\\^`{|}]+\Z", re.IGNORECASE)
_PARAGRAPH = Span("\n")
"""A blank line before and after a paragraph."""


class Form:
    """Plain text."""

    name = "plain"
    markup = False

    def fit(self, value: object) -> Fitted:
        """The value as text that is safe in this form: with plain line ends, without control characters."""
        if isinstance(value, Fitted):
            return value
        text = self.escape(_HIDDEN.sub("", _BREAKS.sub("\n", str(value))))
        return Fitted(self.keep(text) if isinstance(value, Kept) else Span(text))

    def escape(self, text: str) -> str:
        """The text with everything disarmed that means something in this form."""
        return text

    def keep(self, text: str) -> Span:
        """The text as one that is never cut, where there is a limit."""
        return Span(text)

    def say(self, *parts: object) -> Fitted:
        """A paragraph."""
        text = self._join(parts)
        return self._paragraph(text) if text else text

    def _paragraph(self, text: Fitted) -> Fitted:
        return join(_PARAGRAPH, text, _PARAGRAPH, "\n")

    def heading(self, *parts: object) -> Fitted:
        """The name of what follows, on a line of its own."""
        text = self._join(parts)
        return self._heading(text) if text else text

    def _heading(self, text: Fitted) -> Fitted:
        return join(_PARAGRAPH, text, "\n")

    def row(self, label: object, value: object) -> Fitted:
        """A name and what stands there; nothing when there is nothing. With a time in it, it is never cut."""
        text = self.fit(value)
        return self._row(self.fit(label), text) if text.strip() else Fitted()

    def _row(self, label: Fitted, text: Fitted) -> Fitted:
        indented = Fitted(*(_indent(span) for span in text.spans))
        if any(span.kind is Kind.KEPT for span in text.spans):
            return join(self.keep(label_text(cut(label, _LABEL), indented)), "\n")
        return join(label, colon(label), indented, "\n")

    def items(self, label: object, values: Iterable[object]) -> Fitted:
        """A name and a line for each value; nothing when there is none."""
        lines = [part for value in values for part in ("- ", self.fit(value), "\n")]
        name = self.fit(label)
        return join(name, colon(name).strip(), "\n", *lines) if lines else Fitted()

    def aside(self, *parts: object) -> Fitted:
        """A paragraph that is left out where room is short."""
        return self.say(*parts)

    def button(self, label: object, url: str) -> Fitted:
        """A link; nothing when there is none. Raises `ValueError` for what is no web address."""
        if not url:
            return Fitted()
        if not _WEB.match(url):
            raise ValueError(f"no web address: {url[:60]!r}")
        return self._button(self.fit(label), url)

    def _button(self, label: Fitted, url: str) -> Fitted:
        return join(self.keep(label_text(label, url)), "\n")

    def _join(self, parts: Iterable[object]) -> Fitted:
        return strip(join(*map(self.fit, parts)), " \t\n")

    def page(self, text: Fitted) -> tuple[str, str]:
        """Subject and body of a rendered template: its first line, and the rest without its blank lines."""
        subject, body = split_subject(text)
        return subject, self.finish(tidy(body))

    def finish(self, lines: Sequence[Line]) -> str:
        """The body as one text."""
        return "\n".join(map(text_of, lines)).strip()


def _indent(span: Span) -> Span:
    return span if span.kind is Kind.TEMPLATE else Span(span.text.replace("\n", "\n  "), span.kind)


class Html(Form):
    """The HTML of a mail, without its frame."""

    name = "html"
    markup = True

    def fit(self, value: object) -> Fitted:
        if hasattr(value, "__html__") and not isinstance(value, Fitted):
            return join(str(value))
        return super().fit(value)

    def escape(self, text: str) -> str:
        return html.escape(text).replace("\n", "<br>")

    def keep(self, text: str) -> Span:
        return Span(f"<strong>{text}</strong>")

    def _paragraph(self, text: Fitted) -> Fitted:
        return join(f'<p dir="auto">{text}</p>\n')

    def _heading(self, text: Fitted) -> Fitted:
        return join(f'<h2 dir="auto">{text}</h2>\n')

    def _row(self, label: Fitted, text: Fitted) -> Fitted:
        return join(f'<div class="row">{_label(label)}<div dir="auto">{text}</div></div>\n')

    def items(self, label: object, values: Iterable[object]) -> Fitted:
        lines = "".join(f'<li dir="auto">{self.fit(value)}</li>' for value in values)
        return join(f'<div class="row">{_label(self.fit(label))}<ul>{lines}</ul></div>\n') if lines else Fitted()

    def aside(self, *parts: object) -> Fitted:
        text = self._join(parts)
        return join(f'<p class="aside" dir="auto">{text}</p>\n') if text else text

    def _button(self, label: Fitted, url: str) -> Fitted:
        return join(f'<p class="action"><a class="button" href="{html.escape(url)}">{label}</a></p>\n')


def _label(text: str) -> str:
    """Bold by its own tag: where a mail program drops the style it still stands out."""
    return f'<b class="label" dir="auto">{text}</b>'


_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>()#|~!&])")
_BEGINS = re.compile(r"^([^\S\n]*)([-+=]|\d+(?=[.)]))", re.MULTILINE)
_CALLS = re.compile(r"@(?=all\b|everyone\b|here\b|channel\b|所有人)", re.IGNORECASE)
_JOINER = "\u2060"


class Chat(Form):
    """Text with the marks of Markdown, at most `CHAT_LENGTH` characters."""

    name = "chat"

    def escape(self, text: str) -> str:
        disarmed = _BEGINS.sub(r"\1\\\2", _MARKDOWN.sub(r"\\\1", text))
        return _CALLS.sub(f"@{_JOINER}", disarmed)

    def keep(self, text: str) -> Span:
        return Span(text, Kind.KEPT)

    def _button(self, label: Fitted, url: str) -> Fitted:
        target = url.replace("(", "%28").replace(")", "%29")
        return join(self.keep(f"[{label}]({target})"), "\n")

    def finish(self, lines: Sequence[Line]) -> str:
        return shorten(lines, CHAT_LENGTH).strip()


class Sms(Form):
    """Short text: no asides, and at most `SMS_PARTS` parts."""

    name = "sms"

    def keep(self, text: str) -> Span:
        return Span(text, Kind.KEPT)

    def _paragraph(self, text: Fitted) -> Fitted:
        return join(text, "\n")

    def _heading(self, text: Fitted) -> Fitted:
        return join(text, "\n")

    def aside(self, *parts: object) -> Fitted:
        return Fitted()

    def finish(self, lines: Sequence[Line]) -> str:
        """A letter may take two units: what is still too long gives up half of what is too much, and again."""
        room = sms.room("".join(map(text_of, lines)), SMS_PARTS)
        while sms.parts(short := shorten(lines, room).strip()) > SMS_PARTS and room > 0:
            room -= max(1, (sms.units(short) - sms.room(short, SMS_PARTS)) // 2)
        return short


FORMS: dict[str, Form] = {form.name: form for form in (Form(), Html(), Chat(), Sms())}
"""The forms by name. A mail is plain text and HTML together."""
