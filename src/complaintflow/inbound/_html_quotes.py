"""How mail programs mark in HTML what they quote, and what nobody sees."""

from __future__ import annotations

import re

import attrs

_ATTRIBUTE = re.compile(
    r"(?:^|[\s\"'])(class|id|style|name|type|hidden)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?", re.IGNORECASE
)
_QUOTED = re.compile(
    r"yahoo_quoted|protonmail_quote|tutanota_quote|lark-mail-quote|history-quote-wrapper|zmail_extra|isreplycontent"
    r"|referencequote|replycontent|ntes-mailmaster-quote|mailmaster-quote|mailquote|cite_reply|gmail_quoted|reply_quote"
    r"|qm_quote|reply139content|origbody|skiff_quote|orimsghtmlseperator|ntes-signature|imail_signature|moz-signature|aliyun_reply_quote|mail-quote|quoted-mail|wm_quote",
)
"""Names of the elements that hold nothing but a quoted letter, or a signature that a program keeps."""
_HEADER = re.compile(
    r"divrplyfwdmsg|appendonsend|gmail_attr|moz-cite-prefix|outlookmessageheader|mail-editor-reference-message|ms-outlook-mobile-ref"
    r"|moz-forward-container|reply-intro|history-quote-meta"
)
"""Names of the elements above a quoted letter."""
_RULE = re.compile(r"border-top:\s*(?:solid|1px|1\.0pt|#)|border-top-style:\s*solid|border:\s*none;\s*border-top")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$)")
_KEPT_BREAKS = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)")
_INDENTED = re.compile(r"border(?:-left)?\s*:\s*(?:none|0(?:px)?\b|medium none)")
KEPT = frozenset({"blockquote", "pre", "includetail"})
"""Tags that say something without attributes."""


@attrs.frozen
class Region:
    """What an element says of the text in it: that it is `quoted`, `hidden`, or keeps its line breaks (`pre`).

    A `header` begins a paragraph of its own.
    """

    marks: tuple[str, ...] = ()
    header: bool = False


def read_region(tag: str, attributes: str) -> Region:
    """What an element with these attributes says of its text."""
    given = {name.lower(): value.strip("\"'").lower() for name, value in _ATTRIBUTE.findall(attributes)}
    names = f"{given.get('class', '')} {given.get('id', '')} {given.get('name', '')}"
    style = given.get("style", "")
    found = {
        "quoted": tag == "includetail"
        or bool(_QUOTED.search(names))
        or (tag == "blockquote" and _is_cited(given, style)),
        "hidden": "hidden" in given or bool(_UNSEEN.search(style)),
        "pre": tag == "pre" or bool(_KEPT_BREAKS.search(style)),
    }
    return Region(
        tuple(name for name, holds in found.items() if holds), bool(_HEADER.search(names) or _RULE.search(style))
    )


def _is_cited(given: dict[str, str], style: str) -> bool:
    """Whether a quotation quotes: programs use the same tag where the writer indents a paragraph."""
    return "cite" in given.get("type", "") or bool(given.get("class")) or not _INDENTED.search(style)
