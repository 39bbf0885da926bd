"""Charts as inline SVG: columns over time, and bars with names. They are as wide as a telephone, and grow."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import east_asian_width

import attrs

from complaintflow.contrib.report.markup import Html, element, shown

_WIDE = 320
_HIGH = 96
_TOP = 16
"""Above the columns stands the highest number."""
_BAR = 30
_NAME = 44
"""So many letters of a name fit beside a number; a Chinese one counts twice."""
_FULL = frozenset("WF")


@attrs.frozen
class Bar:
    """One bar or column: its name, its length from 0 to 1, and what is told of it."""

    name: str
    length: float
    told: str


def draw_columns(id: str, title: str, summary: str, bars: Sequence[Bar]) -> Html:
    """Columns over time: the first and the last are named, and the highest is told."""
    step = _WIDE / max(len(bars), 1)
    drawn = [_column(place * step, step, bar) for place, bar in enumerate(bars)]
    highest = max(bars, key=lambda bar: bar.length)
    words = [
        _text(0, 11, highest.told),
        _text(0, _TOP + _HIGH + 14, bars[0].name),
        _text(_WIDE, _TOP + _HIGH + 14, bars[-1].name if len(bars) > 1 else "", class_="end"),
    ]
    ground = element("path", d=f"M0 {_TOP + _HIGH}.5H{_WIDE}", class_="ground")
    return _picture(id, title, summary, _TOP + _HIGH + 20, [*drawn, ground, *words])


def _column(left: float, step: float, bar: Bar) -> Html:
    high = bar.length * _HIGH
    inner = element("title", f"{bar.name}: {bar.told}")
    at = {"x": _number(left + step * 0.1), "y": _number(_TOP + _HIGH - high)}
    return element("rect", inner, **at, width=_number(step * 0.8), height=_number(high))


def draw_bars(id: str, title: str, summary: str, bars: Sequence[Bar]) -> Html:
    """Bars one below the other, each under its name and what is told of it."""
    drawn = [piece for place, bar in enumerate(bars) for piece in _bar(place * _BAR, bar)]
    return _picture(id, title, summary, len(bars) * _BAR, drawn)


def _bar(top: int, bar: Bar) -> tuple[Html, ...]:
    at = {"y": top + 16, "height": 8}
    return (
        _text(0, top + 12, _fit(bar.name, _NAME - len(bar.told))),
        _text(_WIDE, top + 12, bar.told, class_="end"),
        element("rect", x=0, width=_WIDE, class_="track", **at),
        element("rect", x=0, width=_number(bar.length * _WIDE), **at),
    )


def _picture(id: str, title: str, summary: str, high: int, children: list[Html]) -> Html:
    """A chart with its name and its summary for those who do not see it."""
    names = element("title", title, id=f"{id}-title"), element("desc", summary, id=f"{id}-desc")
    attributes = {"viewBox": f"0 0 {_WIDE} {high}", "role": "img", "class": "chart"}
    return element("svg", *names, *children, aria_labelledby=f"{id}-title", aria_describedby=f"{id}-desc", **attributes)


def _text(x: float, y: float, words: str, **attributes: str) -> Html:
    return element("text", words, x=_number(x), y=_number(y), **attributes)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _fit(name: str, most: int) -> str:
    """A name that fits, with an ellipsis where something is left out."""
    width = 0
    for place, char in enumerate(name := shown(name)):
        width += 2 if east_asian_width(char) in _FULL else 1
        if width > most:
            return f"{name[: max(place - 1, 0)]}…"
    return name
