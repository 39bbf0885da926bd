"""A text by lines, as its mail program marks them."""

from __future__ import annotations

import attrs


@attrs.frozen
class Line:
    """A line of a text. `quoted` says that its mail program marks it as quoted, `hidden` that nobody sees it."""

    text: str = attrs.field(repr=False)
    quoted: bool = False
    hidden: bool = False
