"""HTML as text. A plain text is escaped wherever it stands; only what was made here is not."""

from __future__ import annotations

from html import escape
from unicodedata import category

_LAYOUT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Characters that nobody sees; some turn a line round, and half a surrogate cannot be written to a file."""


class Html(str):
    """A piece of HTML that is whole."""

    __slots__ = ()


def shown(text: str) -> str:
    """A text from outside, with a replacement sign for every character that nobody sees."""
    if text.isascii() and text.isprintable():
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if category(char) in _LAYOUT else char for char in text)


def element(tag: str, /, *children: str, **attributes: object) -> Html:
    """An element with its children. `class_` is the attribute `class`, and `aria_label` is `aria-label`."""
    given = "".join(f' {_name(key)}="{escape(shown(str(value)))}"' for key, value in attributes.items())
    return Html(f"<{tag}{given}>{join(children)}</{tag}>")


def empty(tag: str, /, **attributes: object) -> Html:
    """An element that has no children and no end."""
    return Html(element(tag, **attributes).removesuffix(f"</{tag}>"))


def join(parts: tuple[str, ...] | list[str]) -> Html:
    """Pieces one after the other."""
    return Html("".join(part if isinstance(part, Html) else escape(shown(part), quote=False) for part in parts))


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
